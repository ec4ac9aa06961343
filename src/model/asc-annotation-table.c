/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-table.h"

#include "asc-index.h"

/* What may exist once only. Borrows from the annotation. */
typedef struct
{
  const char *label;
  AscSpanSet *spans;
} Identity;

struct _AscAnnotationTable
{
  GHashTable        *by_id;          /* borrowed id → owned AscAnnotation */
  GHashTable        *identities;     /* owned Identity → borrowed AscAnnotation */
  GHashTable        *label_counts;   /* owned label → owned guint, at least 1 */
  AscIndex          *index;
  AscAnnotationList *list;
};

static guint
identity_hash (gconstpointer key)
{
  const Identity *identity = key;
  const AscSpan  *spans;
  gsize           n_spans;
  guint           hash = g_str_hash (identity->label);

  spans = asc_span_set_get_spans (identity->spans, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    hash = (hash * 31 + spans[i].start) * 2654435761u + spans[i].end;
  return hash;
}

static gboolean
identity_equal (gconstpointer a,
                gconstpointer b)
{
  const Identity *one = a, *other = b;

  return g_str_equal (one->label, other->label) && asc_span_set_equal (one->spans, other->spans);
}

static Identity
identity_of (AscAnnotation *annotation)
{
  return (Identity) { asc_annotation_get_label (annotation),
                      asc_annotation_get_spans (annotation) };
}

static void
count_label (AscAnnotationTable *self,
             const char         *label,
             int                 change)
{
  guint *n = g_hash_table_lookup (self->label_counts, label);

  if (n == NULL)
    {
      n = g_new0 (guint, 1);
      g_hash_table_insert (self->label_counts, g_strdup (label), n);
    }
  *n += (guint) change;
  if (*n == 0)
    g_hash_table_remove (self->label_counts, label);
}

/**
 * asc_annotation_table_new: (skip)
 *
 * Returns: (transfer full): an empty table
 */
AscAnnotationTable *
asc_annotation_table_new (void)
{
  AscAnnotationTable *self = g_new (AscAnnotationTable, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->identities = g_hash_table_new_full (identity_hash, identity_equal, g_free, NULL);
  self->label_counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->index = asc_index_new ();
  self->list = asc_annotation_list_new ();
  return self;
}

/**
 * asc_annotation_table_free: (skip)
 * @self: (transfer full): a table
 */
void
asc_annotation_table_free (AscAnnotationTable *self)
{
  g_return_if_fail (self != NULL);

  asc_annotation_list_free (self->list);
  asc_index_free (self->index);
  g_hash_table_unref (self->label_counts);
  g_hash_table_unref (self->identities);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * asc_annotation_table_add: (skip)
 * @self: a table
 * @annotation: an annotation; none with its id or its label and spans is in @self
 */
void
asc_annotation_table_add (AscAnnotationTable *self,
                          AscAnnotation      *annotation)
{
  const char *id;
  Identity   *identity;

  g_return_if_fail (self != NULL && ASC_IS_ANNOTATION (annotation));

  id = asc_annotation_get_id (annotation);
  identity = g_new (Identity, 1);
  *identity = identity_of (annotation);
  g_hash_table_insert (self->identities, identity, annotation);
  g_hash_table_insert (self->by_id, (gpointer) id, g_object_ref (annotation));
  asc_index_insert (self->index, annotation);
  asc_annotation_list_add (self->list, annotation);
  count_label (self, identity->label, 1);
}

/**
 * asc_annotation_table_remove: (skip)
 * @self: a table
 * @annotation: an annotation that is in it
 */
void
asc_annotation_table_remove (AscAnnotationTable *self,
                             AscAnnotation      *annotation)
{
  Identity identity;

  g_return_if_fail (self != NULL && ASC_IS_ANNOTATION (annotation));

  identity = identity_of (annotation);
  count_label (self, identity.label, -1);
  asc_annotation_list_remove (self->list, annotation);
  asc_index_remove (self->index, annotation);
  g_hash_table_remove (self->identities, &identity);
  g_hash_table_remove (self->by_id, asc_annotation_get_id (annotation));
}

/**
 * asc_annotation_table_get_n: (skip)
 * @self: a table
 *
 * Returns: how many annotations it has
 */
guint
asc_annotation_table_get_n (AscAnnotationTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->by_id);
}

/**
 * asc_annotation_table_lookup: (skip)
 * @self: a table
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the annotation with @id
 */
AscAnnotation *
asc_annotation_table_lookup (AscAnnotationTable *self,
                             const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * asc_annotation_table_find_same: (skip)
 * @self: a table
 * @label: name of a label
 * @spans: what it covers
 *
 * Returns: (transfer none) (nullable): the annotation with that label on these spans
 */
AscAnnotation *
asc_annotation_table_find_same (AscAnnotationTable *self,
                                const char         *label,
                                AscSpanSet         *spans)
{
  const Identity identity = { label, spans };

  g_return_val_if_fail (self != NULL && label != NULL && spans != NULL, NULL);

  return g_hash_table_lookup (self->identities, &identity);
}

/**
 * asc_annotation_table_count_label: (skip)
 * @self: a table
 * @label: name of a label
 *
 * Returns: how many annotations have that label
 */
guint
asc_annotation_table_count_label (AscAnnotationTable *self,
                                  const char         *label)
{
  const guint *n;

  g_return_val_if_fail (self != NULL && label != NULL, 0);

  n = g_hash_table_lookup (self->label_counts, label);
  return n != NULL ? *n : 0;
}

/**
 * asc_annotation_table_query: (skip)
 * @self: a table
 * @range: a range, in code points
 *
 * Returns: (transfer container) (element-type AscAnnotation): the annotations of which a span overlaps
 *   @range, canonical order
 */
GPtrArray *
asc_annotation_table_query (AscAnnotationTable *self,
                            const AscSpan      *range)
{
  g_return_val_if_fail (self != NULL && range != NULL, NULL);

  return asc_index_query (self->index, range);
}

/**
 * asc_annotation_table_get_list: (skip)
 * @self: a table
 *
 * Returns: (transfer none): its annotations in canonical order
 */
AscAnnotationList *
asc_annotation_table_get_list (AscAnnotationTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->list;
}

/**
 * asc_annotation_table_check_consistency: (skip)
 * @self: a table
 *
 * Aborts when an invariant is broken; for tests.
 */
void
asc_annotation_table_check_consistency (AscAnnotationTable *self)
{
  GHashTableIter iter;
  gpointer       count;
  guint          n, n_spans = 0, n_labelled = 0;

  g_assert_nonnull (self);

  asc_annotation_list_check_consistency (self->list);
  asc_index_check_consistency (self->index);
  n = g_hash_table_size (self->by_id);
  g_assert_cmpuint (asc_annotation_list_get_n (self->list), ==, n);
  g_assert_cmpuint (g_hash_table_size (self->identities), ==, n);

  for (guint i = 0; i < n; i++)
    {
      AscAnnotation *annotation = asc_annotation_list_get_nth (self->list, i);
      const Identity identity = identity_of (annotation);
      const AscSpan *spans;
      gsize          n_own;

      g_assert_true (g_hash_table_lookup (self->by_id,
                                          asc_annotation_get_id (annotation)) == annotation);
      g_assert_true (g_hash_table_lookup (self->identities, &identity) == annotation);
      g_assert_cmpuint (asc_annotation_list_get_place (self->list, annotation), ==, i);
      g_assert_cmpuint (asc_annotation_table_count_label (self, identity.label), >, 0);

      spans = asc_span_set_get_spans (identity.spans, &n_own);
      for (gsize j = 0; j < n_own; j++)
        {
          g_autoptr (GPtrArray) there = asc_index_query (self->index, &spans[j]);

          g_assert_true (g_ptr_array_find (there, annotation, NULL));
        }
      n_spans += (guint) n_own;
    }
  g_assert_cmpuint (asc_index_get_n_spans (self->index), ==, n_spans);

  g_hash_table_iter_init (&iter, self->label_counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_labelled += *(const guint *) count;
  g_assert_cmpuint (n_labelled, ==, n);
}
