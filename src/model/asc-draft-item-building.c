/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an item becomes when the editing is done: a value of the codebook. */
#include "asc-draft-item-private.h"

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* A label that was removed is no end any more; one that no codebook had, and only the file named, stays one. */
GStrv
asc_draft_item_build_ends (AscDraftItem *self,
                           guint         end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable)   names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->ends[end]->len; i++)
    {
      AscDraftItem *label = g_ptr_array_index (self->ends[end], i);

      if ((label->parent != NULL || label->kind == ASC_DRAFT_ROOT) && g_hash_table_add (names, label->name))
        g_strv_builder_add (builder, label->name);
    }
  return g_strv_builder_end (builder);
}

/**
 * asc_draft_item_equal:
 * @self: an item
 * @other: another
 *
 * Returns: whether they say the same, but for what is below them
 */
gboolean
asc_draft_item_equal (AscDraftItem *self,
                      AscDraftItem *other)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && ASC_IS_DRAFT_ITEM (other), FALSE);

  for (guint end = 0; end < 2; end++)
    {
      g_auto (GStrv) mine = asc_draft_item_build_ends (self, end), theirs = asc_draft_item_build_ends (other, end);

      if (!g_strv_equal ((const char *const *) mine, (const char *const *) theirs))
        return FALSE;
    }
  return g_str_equal (self->name, other->name) && g_str_equal (self->title, other->title)
         && g_str_equal (self->description, other->description) && g_str_equal (self->color, other->color)
         && g_str_equal (self->examples, other->examples) && g_strcmp0 (self->extra, other->extra) == 0
         && self->key == other->key && self->form == other->form && self->takes == other->takes
         && self->hidden == other->hidden && self->attribute_kind == other->attribute_kind
         && self->required == other->required && self->max == other->max;
}

static void
collect_choices (AscDraftItem *self,
                 GPtrArray    *choices)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      AscDraftItem *value = asc_draft_item_get_nth (self, i);
      AscChoice    *choice = g_new0 (AscChoice, 1);

      /* Borrowed for the call that copies them. */
      choice->name = value->name;
      choice->display_name = (char *) or_null (value->title);
      choice->description = (char *) or_null (value->description);
      choice->parent = self->kind == ASC_DRAFT_VALUE ? self->name : NULL;
      choice->extra = value->extra;
      g_ptr_array_add (choices, choice);
      collect_choices (value, choices);
    }
}

/**
 * asc_draft_item_build_attribute:
 * @self: an attribute
 *
 * Returns: (transfer full): what it says now
 */
AscAttributeDefinition *
asc_draft_item_build_attribute (AscDraftItem *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && self->kind == ASC_DRAFT_ATTRIBUTE, NULL);

  collect_choices (self, choices);
  return asc_attribute_definition_new (self->name, or_null (self->title), or_null (self->description), self->attribute_kind,
                                       self->required, choices, self->extra);
}

/**
 * asc_draft_item_build_label:
 * @self: a label
 *
 * Returns: (transfer full): what it says now
 */
AscLabel *
asc_draft_item_build_label (AscDraftItem *self)
{
  g_autoptr (GPtrArray)    attributes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           lines = NULL, examples = NULL;
  AscLabelValues           values = { NULL };

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && self->kind == ASC_DRAFT_LABEL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    g_ptr_array_add (attributes, asc_draft_item_build_attribute (asc_draft_item_get_nth (self, i)));
  lines = g_strsplit (self->examples, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_strv_builder_add (builder, lines[i]);
    }
  examples = g_strv_builder_end (builder);

  values.name = self->name;
  values.display_name = (char *) or_null (self->title);
  values.description = (char *) or_null (self->description);
  values.examples = examples;
  values.color = (char *) or_null (self->color);
  values.key = self->key;
  values.form = self->form;
  values.takes = self->takes;
  values.hidden = self->hidden;
  values.extra = self->extra;
  return asc_label_new (&values, attributes);
}

/**
 * asc_draft_item_build_relation:
 * @self: a relation
 *
 * Returns: (transfer full): what it says now
 */
AscRelationType *
asc_draft_item_build_relation (AscDraftItem *self)
{
  g_auto (GStrv) from = NULL, to = NULL;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && self->kind == ASC_DRAFT_RELATION, NULL);

  from = asc_draft_item_build_ends (self, 0);
  to = asc_draft_item_build_ends (self, 1);
  return asc_relation_type_new (self->name, or_null (self->title), or_null (self->description),
                                (const char *const *) from, (const char *const *) to, self->max, self->required, self->extra);
}
