/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-relation-table.h"

struct _AscRelationTable
{
  GHashTable *by_id;   /* borrowed id → owned AscRelation */
  GHashTable *from;    /* owned annotation id → set of borrowed AscRelation */
  GHashTable *to;
};

static int
compare_relations (gconstpointer a,
                   gconstpointer b)
{
  return asc_relation_compare (*(AscRelation * const *) a, *(AscRelation * const *) b);
}

static void
link_end (GHashTable  *ends,
          const char  *annotation_id,
          AscRelation *relation)
{
  GHashTable *relations = g_hash_table_lookup (ends, annotation_id);

  if (relations == NULL)
    {
      relations = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (ends, g_strdup (annotation_id), relations);
    }
  g_hash_table_add (relations, relation);
}

static void
unlink_end (GHashTable  *ends,
            const char  *annotation_id,
            AscRelation *relation)
{
  GHashTable *relations = g_hash_table_lookup (ends, annotation_id);

  g_hash_table_remove (relations, relation);
  if (g_hash_table_size (relations) == 0)
    g_hash_table_remove (ends, annotation_id);
}

static GPtrArray *
sorted (GPtrArray *relations)
{
  g_ptr_array_set_free_func (relations, NULL);
  g_ptr_array_sort (relations, compare_relations);
  return relations;
}

static GPtrArray *
end_relations (GHashTable *ends,
               const char *annotation_id)
{
  GHashTable *relations = g_hash_table_lookup (ends, annotation_id);

  return relations != NULL
         ? sorted (g_hash_table_get_keys_as_ptr_array (relations)) : g_ptr_array_new ();
}

/**
 * asc_relation_table_new: (skip)
 *
 * Returns: (transfer full): an empty table
 */
AscRelationTable *
asc_relation_table_new (void)
{
  AscRelationTable *self = g_new (AscRelationTable, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->from =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->to =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * asc_relation_table_free: (skip)
 * @self: (transfer full): a table
 */
void
asc_relation_table_free (AscRelationTable *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->from);
  g_hash_table_unref (self->to);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * asc_relation_table_add: (skip)
 * @self: a table
 * @relation: a relation whose id is not in it
 */
void
asc_relation_table_add (AscRelationTable *self,
                        AscRelation      *relation)
{
  g_return_if_fail (self != NULL && ASC_IS_RELATION (relation));
  g_return_if_fail (asc_relation_table_lookup (self, asc_relation_get_id (relation)) == NULL);

  g_hash_table_insert (self->by_id, (gpointer) asc_relation_get_id (relation),
                       g_object_ref (relation));
  link_end (self->from, asc_relation_get_from (relation), relation);
  link_end (self->to, asc_relation_get_to (relation), relation);
}

/**
 * asc_relation_table_remove: (skip)
 * @self: a table
 * @relation: a relation that is in it
 */
void
asc_relation_table_remove (AscRelationTable *self,
                           AscRelation      *relation)
{
  g_return_if_fail (self != NULL && ASC_IS_RELATION (relation));
  g_return_if_fail (asc_relation_table_lookup (self, asc_relation_get_id (relation)) == relation);

  unlink_end (self->from, asc_relation_get_from (relation), relation);
  unlink_end (self->to, asc_relation_get_to (relation), relation);
  g_hash_table_remove (self->by_id, asc_relation_get_id (relation));
}

/**
 * asc_relation_table_get_n: (skip)
 * @self: a table
 *
 * Returns: how many relations it has
 */
guint
asc_relation_table_get_n (AscRelationTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->by_id);
}

/**
 * asc_relation_table_lookup: (skip)
 * @self: a table
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the relation with @id
 */
AscRelation *
asc_relation_table_lookup (AscRelationTable *self,
                           const char       *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * asc_relation_table_joins: (skip)
 * @self: a table
 * @annotation_id: id of an annotation
 *
 * Returns: whether a relation goes from or to it
 */
gboolean
asc_relation_table_joins (AscRelationTable *self,
                          const char       *annotation_id)
{
  g_return_val_if_fail (self != NULL && annotation_id != NULL, FALSE);

  return g_hash_table_contains (self->from, annotation_id) ||
         g_hash_table_contains (self->to, annotation_id);
}

/**
 * asc_relation_table_all: (skip)
 * @self: a table
 *
 * Returns: (transfer container) (element-type AscRelation): all relations, canonical order
 */
GPtrArray *
asc_relation_table_all (AscRelationTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sorted (g_hash_table_get_values_as_ptr_array (self->by_id));
}

/**
 * asc_relation_table_from: (skip)
 * @self: a table
 * @annotation_id: id of an annotation
 *
 * Returns: (transfer container) (element-type AscRelation): those that go from it, canonical order
 */
GPtrArray *
asc_relation_table_from (AscRelationTable *self,
                         const char       *annotation_id)
{
  g_return_val_if_fail (self != NULL && annotation_id != NULL, NULL);

  return end_relations (self->from, annotation_id);
}

/**
 * asc_relation_table_to: (skip)
 * @self: a table
 * @annotation_id: id of an annotation
 *
 * Returns: (transfer container) (element-type AscRelation): those that go to it, canonical order
 */
GPtrArray *
asc_relation_table_to (AscRelationTable *self,
                       const char       *annotation_id)
{
  g_return_val_if_fail (self != NULL && annotation_id != NULL, NULL);

  return end_relations (self->to, annotation_id);
}

static guint
count_ends (GHashTable *ends)
{
  GHashTableIter iter;
  gpointer       relations;
  guint          n = 0;

  g_hash_table_iter_init (&iter, ends);
  while (g_hash_table_iter_next (&iter, NULL, &relations))
    {
      g_assert_cmpuint (g_hash_table_size (relations), >, 0);
      n += g_hash_table_size (relations);
    }
  return n;
}

/**
 * asc_relation_table_check_consistency: (skip)
 * @self: a table
 *
 * Aborts when an invariant is broken; for tests.
 */
void
asc_relation_table_check_consistency (AscRelationTable *self)
{
  GHashTableIter iter;
  gpointer       id, relation;

  g_assert_nonnull (self);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, &relation))
    {
      GHashTable *from = g_hash_table_lookup (self->from, asc_relation_get_from (relation));
      GHashTable *to = g_hash_table_lookup (self->to, asc_relation_get_to (relation));

      g_assert_cmpstr (id, ==, asc_relation_get_id (relation));
      g_assert_true (from != NULL && g_hash_table_contains (from, relation));
      g_assert_true (to != NULL && g_hash_table_contains (to, relation));
    }
  g_assert_cmpuint (count_ends (self->from), ==, g_hash_table_size (self->by_id));
  g_assert_cmpuint (count_ends (self->to), ==, g_hash_table_size (self->by_id));
}
