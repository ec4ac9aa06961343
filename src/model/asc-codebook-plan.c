/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook-plan.h"

#include <string.h>

struct _AscCodebookPlan
{
  GObject      parent_instance;

  AscCodebook *codebook;     /* what is to be */
  GListStore  *changes;
  /* What annotations can use and goes, or is called otherwise, by its path of old names: "claim", "claim/stance", "claim/stance/support";
   * relations "/source". (element-type utf8 AscCodebookChange), the changes borrowed */
  GHashTable  *touching;
  GPtrArray   *sets;         /* (element-type AscAnnotationSet): with something to follow */
  guint        n_used;
};

G_DEFINE_FINAL_TYPE (AscCodebookPlan, asc_codebook_plan, G_TYPE_OBJECT)

static void
asc_codebook_plan_finalize (GObject *object)
{
  AscCodebookPlan *self = ASC_CODEBOOK_PLAN (object);

  g_clear_object (&self->codebook);
  g_clear_pointer (&self->touching, g_hash_table_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_object (&self->changes);

  G_OBJECT_CLASS (asc_codebook_plan_parent_class)->finalize (object);
}

static void
asc_codebook_plan_class_init (AscCodebookPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_codebook_plan_finalize;
}

static void
asc_codebook_plan_init (AscCodebookPlan *self)
{
  self->changes = g_list_store_new (ASC_TYPE_CODEBOOK_CHANGE);
  self->touching = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sets = g_ptr_array_new_with_free_func (g_object_unref);
}

/* ---- what differs ---- */

static char *
make_path (const char   *above,
           AscDraftItem *item)
{
  switch (asc_draft_item_get_kind (item))
    {
    case ASC_DRAFT_RELATION:
      return g_strconcat ("/", asc_draft_item_get_name (item), NULL);
    case ASC_DRAFT_LABEL:
      return g_strdup (asc_draft_item_get_name (item));
    case ASC_DRAFT_ATTRIBUTE:
    case ASC_DRAFT_VALUE:
    case ASC_DRAFT_ROOT:
    default:
      return g_strconcat (above, "/", asc_draft_item_get_name (item), NULL);
    }
}

static void
add_change (AscCodebookPlan      *self,
            AscCodebookChangeKind kind,
            const char           *path,
            AscDraftItem         *before,
            AscDraftItem         *after)
{
  g_autoptr (AscCodebookChange) change = asc_codebook_change_new (kind, before, after);
  AscAttributeKind              kinds[2];

  g_list_store_append (self->changes, change);
  if (kind == ASC_CHANGE_EDITED && asc_draft_item_get_kind (before) == ASC_DRAFT_ATTRIBUTE)
    {
      g_object_get (before, "attribute-kind", &kinds[0], NULL);
      g_object_get (after, "attribute-kind", &kinds[1], NULL);
      if (kinds[0] != kinds[1])
        g_hash_table_insert (self->touching, g_strdup (path), change);
    }
  else if (kind == ASC_CHANGE_RENAMED || kind == ASC_CHANGE_REMOVED)
    g_hash_table_insert (self->touching, g_strdup (path), change);
}

static AscDraftItem *
find_successor (AscDraftItem *root,
                const char   *name)
{
  GListModel *children = asc_draft_item_get_children (root);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (children, i);
      AscDraftItem            *below;

      if (g_strcmp0 (asc_draft_item_get_origin (item), name) == 0)
        return item;
      below = asc_draft_item_get_kind (item) == ASC_DRAFT_VALUE ? find_successor (item, name) : NULL;
      if (below != NULL)
        return below;
    }
  return NULL;
}

/* What of @before goes or is edited. Values are looked for in their whole attribute: they may be nested elsewhere now. */
static void
compare (AscCodebookPlan *self,
         const char      *path,
         AscDraftItem    *before,
         AscDraftItem    *scope)
{
  GListModel *children = asc_draft_item_get_children (before);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (children, i);
      gboolean                 is_value = asc_draft_item_get_kind (item) == ASC_DRAFT_VALUE;
      AscDraftItem            *after = find_successor (scope, asc_draft_item_get_name (item));
      g_autofree char         *own = make_path (path, item);

      if (after == NULL)
        add_change (self, ASC_CHANGE_REMOVED, own, item, NULL);
      else if (!g_str_equal (asc_draft_item_get_name (item), asc_draft_item_get_name (after)))
        add_change (self, ASC_CHANGE_RENAMED, own, item, after);
      else if (!asc_draft_item_equal (item, after))
        add_change (self, ASC_CHANGE_EDITED, own, item, after);

      if (is_value)
        compare (self, path, item, scope);
      else if (after != NULL)
        compare (self, own, item, after);
    }
}

static void
find_added (AscCodebookPlan *self,
            AscDraftItem    *root)
{
  GListModel *children = asc_draft_item_get_children (root);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (children, i);

      /* What is in a new label or attribute goes without saying. */
      if (asc_draft_item_get_origin (item) == NULL)
        add_change (self, ASC_CHANGE_ADDED, NULL, NULL, item);
      if (asc_draft_item_get_origin (item) != NULL || asc_draft_item_get_kind (item) == ASC_DRAFT_VALUE)
        find_added (self, item);
    }
}

/**
 * asc_codebook_plan_new:
 * @draft: a draft without problems
 *
 * Returns: (transfer full): what would change
 */
AscCodebookPlan *
asc_codebook_plan_new (AscCodebookDraft *draft)
{
  AscCodebookPlan             *self;
  g_autoptr (AscCodebookDraft) base = NULL;

  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (draft), NULL);

  self = g_object_new (ASC_TYPE_CODEBOOK_PLAN, NULL);
  self->codebook = asc_codebook_draft_build (draft);
  base = asc_codebook_draft_new (asc_codebook_draft_get_base (draft));
  compare (self, NULL, asc_codebook_draft_get_labels (base), asc_codebook_draft_get_labels (draft));
  compare (self, NULL, asc_codebook_draft_get_relations (base), asc_codebook_draft_get_relations (draft));
  find_added (self, asc_codebook_draft_get_labels (draft));
  find_added (self, asc_codebook_draft_get_relations (draft));
  return self;
}

/**
 * asc_codebook_plan_get_changes:
 * @self: a plan
 *
 * Returns: (transfer none): a list of [class@CodebookChange]
 */
GListModel *
asc_codebook_plan_get_changes (AscCodebookPlan *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_PLAN (self), NULL);

  return G_LIST_MODEL (self->changes);
}

/**
 * asc_codebook_plan_touches:
 * @self: a plan
 *
 * Returns: whether anything goes, or is called otherwise, that annotations can use
 */
gboolean
asc_codebook_plan_touches (AscCodebookPlan *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_PLAN (self), FALSE);

  return g_hash_table_size (self->touching) > 0;
}

/* ---- who uses it ---- */

static AscCodebookChange *
lookup (AscCodebookPlan *self,
        const char      *label,
        const char      *attribute,
        const char      *value)
{
  g_autofree char *path = g_strjoin ("/", label, attribute, value, NULL);

  return g_hash_table_lookup (self->touching, path);
}

/* "no-source" goes with the relation "source". */
static AscCodebookChange *
lookup_none (AscCodebookPlan *self,
             const char      *attribute)
{
  if (!g_str_has_prefix (attribute, ASC_RELATION_NONE_PREFIX))
    return NULL;
  return lookup (self, "", attribute + strlen (ASC_RELATION_NONE_PREFIX), NULL);
}

/* The value as it will be: @value itself when nothing of it changes. @used: something of it goes or is called otherwise. */
static GVariant *
follow_value (AscCodebookPlan *self,
              const char      *label,
              const char      *attribute,
              GVariant        *value,
              gboolean         count,
              gboolean        *used)
{
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray)   after = g_ptr_array_new ();
  const char             *single[2] = { NULL };
  gboolean                changed = FALSE, is_list = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY);

  if (is_list)
    names = g_variant_get_strv (value, NULL);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    single[0] = g_variant_get_string (value, NULL);
  else
    return g_variant_ref (value);

  for (const char **name = is_list ? names : single; *name != NULL; name++)
    {
      AscCodebookChange *change = lookup (self, label, attribute, *name);
      const char        *replacement = change != NULL ? asc_codebook_change_get_replacement (change) : NULL;

      *used |= change != NULL;
      if (change != NULL && count)
        asc_codebook_change_add_use (change);
      changed |= replacement != NULL;
      replacement = replacement != NULL ? replacement : *name;
      if (!g_ptr_array_find_with_equal_func (after, replacement, g_str_equal, NULL))
        g_ptr_array_add (after, (gpointer) replacement);
    }
  if (!changed)
    return g_variant_ref (value);
  return g_variant_ref_sink (is_list ? g_variant_new_strv ((const char *const *) after->pdata, after->len)
                                     : g_variant_new_string (g_ptr_array_index (after, 0)));
}

/* Whether the values of an attribute that is of another kind now are still good. */
static gboolean
accepts (AscCodebookChange *change,
         GVariant          *value)
{
  AscDraftItem                      *after = asc_codebook_change_get_after (change);
  g_autoptr (AscAttributeDefinition) definition = NULL;

  if (asc_codebook_change_get_kind (change) != ASC_CHANGE_EDITED)
    return FALSE;

  definition = asc_draft_item_build_attribute (after);
  return asc_attribute_definition_accepts (definition, value);
}

/* @annotation as it will be; NULL when nothing of it changes. */
static AscAnnotation *
follow_annotation (AscCodebookPlan *self,
                   AscAnnotation   *annotation,
                   gboolean         count,
                   gboolean        *used)
{
  const char               *label = asc_annotation_get_label (annotation), *new_label = NULL;
  AscAttributes            *attributes = asc_annotation_get_attributes (annotation);
  g_autoptr (AscAttributes) after = asc_attributes_ref (attributes);
  g_autoptr (AscAnnotation) followed = g_object_ref (annotation);
  AscCodebookChange        *change = lookup (self, label, NULL, NULL);

  *used = change != NULL;
  if (change != NULL)
    {
      new_label = asc_codebook_change_get_replacement (change);
      if (count)
        asc_codebook_change_add_use (change);
    }

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char          *name = asc_attributes_get_name (attributes, i), *new_name;
      GVariant            *old = asc_attributes_get_nth (attributes, i);
      g_autoptr (GVariant) value = follow_value (self, label, name, old, count, used);
      AscCodebookChange   *own = lookup (self, label, name, NULL), *none = own == NULL ? lookup_none (self, name) : NULL;
      g_autofree char     *none_name = NULL;

      if (own != NULL && !accepts (own, value))
        {
          *used = TRUE;
          if (count)
            asc_codebook_change_add_use (own);
        }
      *used |= none != NULL;
      if (none != NULL && asc_codebook_change_get_replacement (none) != NULL)
        none_name = g_strconcat (ASC_RELATION_NONE_PREFIX, asc_codebook_change_get_replacement (none), NULL);
      new_name = own != NULL ? asc_codebook_change_get_replacement (own) : none_name;

      /* Where another value is already, neither is lost: both stay. */
      if (new_name != NULL && asc_attributes_get (after, new_name) == NULL)
        {
          g_autoptr (AscAttributes) before = g_steal_pointer (&after);
          g_autoptr (AscAttributes) without = asc_attributes_with (before, name, NULL);

          after = asc_attributes_with (without, new_name, value);
        }
      else if (value != old)
        {
          g_autoptr (AscAttributes) before = g_steal_pointer (&after);

          after = asc_attributes_with (before, name, value);
        }
    }

  if (!asc_attributes_equal (after, attributes))
    {
      g_autoptr (AscAnnotation) before = g_steal_pointer (&followed);

      followed = asc_annotation_with_attributes (before, after);
    }
  if (new_label != NULL)
    {
      g_autoptr (AscAnnotation) before = g_steal_pointer (&followed);

      followed = asc_annotation_with_label (before, new_label);
    }
  return followed != annotation ? g_steal_pointer (&followed) : NULL;
}

/**
 * asc_codebook_plan_look_at:
 * @self: a plan
 * @set: annotations
 *
 * Counts what of @set uses anything that goes or is called otherwise, and keeps @set when that is anything.
 */
void
asc_codebook_plan_look_at (AscCodebookPlan  *self,
                           AscAnnotationSet *set)
{
  g_autoptr (GPtrArray) relations = NULL;
  guint                 n_before;

  g_return_if_fail (ASC_IS_CODEBOOK_PLAN (self) && ASC_IS_ANNOTATION_SET (set));

  n_before = self->n_used;
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      gboolean                  used;
      g_autoptr (AscAnnotation) after = follow_annotation (self, asc_annotation_set_get_nth (set, i), TRUE, &used);

      self->n_used += used ? 1 : 0;
    }
  relations = asc_annotation_set_get_relations (set);
  for (guint i = 0; i < relations->len; i++)
    {
      AscCodebookChange *change = lookup (self, "", asc_relation_get_relation_type (g_ptr_array_index (relations, i)), NULL);

      if (change == NULL)
        continue;
      asc_codebook_change_add_use (change);
      self->n_used++;
    }
  if (self->n_used > n_before)
    g_ptr_array_add (self->sets, g_object_ref (set));
}

/**
 * asc_codebook_plan_get_n_used:
 * @self: a plan
 *
 * Returns: how many annotations and relations of the sets it looked at use what goes or is called otherwise
 */
guint
asc_codebook_plan_get_n_used (AscCodebookPlan *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_PLAN (self), 0);

  return self->n_used;
}

/* ---- the step ---- */

static guint
apply_to_set (AscCodebookPlan  *self,
              AscHistory       *history,
              AscAnnotationSet *set)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) relations = NULL;
  guint                 n_left = 0;

  /* The set is a list that moves while it is edited. */
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    g_ptr_array_add (annotations, g_object_ref (asc_annotation_set_get_nth (set, i)));
  for (guint i = 0; i < annotations->len; i++)
    {
      gboolean                  used;
      g_autoptr (AscAnnotation) after = follow_annotation (self, g_ptr_array_index (annotations, i), FALSE, &used);

      if (after != NULL && !asc_history_put_annotation (history, set, after))
        n_left++;
    }

  relations = asc_annotation_set_get_relations (set);
  g_ptr_array_foreach (relations, (GFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (relations, g_object_unref);
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation             *relation = g_ptr_array_index (relations, i);
      AscCodebookChange       *change = lookup (self, "", asc_relation_get_relation_type (relation), NULL);
      const char              *type = change != NULL ? asc_codebook_change_get_replacement (change) : NULL;
      g_autoptr (AscRelation)  after = NULL;

      if (type == NULL)
        continue;
      after = asc_relation_new_full (asc_relation_get_id (relation), type, asc_relation_get_from (relation),
                                     asc_relation_get_to (relation), asc_relation_get_extra (relation));
      if (!asc_history_put_relation (history, set, after))
        n_left++;
    }
  return n_left;
}

/**
 * asc_codebook_plan_apply:
 * @self: a plan
 * @history: a history
 * @project: whose codebook it is
 * @n_left: (out) (optional): how many annotations and relations should have followed and could not, because the same is there already or
 *   the set cannot be written; they stay as they are
 *
 * Puts the new codebook in place and renames in the annotations of the sets it looked at, as one step.
 *
 * Returns: whether it is there
 */
gboolean
asc_codebook_plan_apply (AscCodebookPlan *self,
                         AscHistory      *history,
                         AscProject      *project,
                         guint           *n_left)
{
  guint    n = 0;
  gboolean done;

  g_return_val_if_fail (ASC_IS_CODEBOOK_PLAN (self) && ASC_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (ASC_IS_PROJECT (project), FALSE);

  asc_history_begin (history, ASC_ACTION_CHANGE_CODEBOOK, asc_codebook_get_name (self->codebook), NULL);
  done = asc_history_set_codebook (history, project, self->codebook);
  for (guint i = 0; done && i < self->sets->len; i++)
    n += apply_to_set (self, history, g_ptr_array_index (self->sets, i));
  asc_history_end (history);
  if (n_left != NULL)
    *n_left = n;
  return done;
}
