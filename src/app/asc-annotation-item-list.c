/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-annotation-item-list.h"

struct _AscAnnotationItemList
{
  GObject           parent_instance;

  AscAnnotationSet *set;
  GPtrArray        *annotations;   /* (element-type AscAnnotation) what the list showed last */
  GHashTable       *items;         /* (element-type utf8 AscAnnotationItem) made when first asked for; keys are the items' ids */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscAnnotationItemList, asc_annotation_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ASC_TYPE_ANNOTATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ASC_ANNOTATION_ITEM_LIST (model)->annotations->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AscAnnotationItemList *self = ASC_ANNOTATION_ITEM_LIST (model);
  AscAnnotation         *annotation;
  AscAnnotationItem     *item;

  if (position >= self->annotations->len)
    return NULL;

  annotation = g_ptr_array_index (self->annotations, position);
  item = g_hash_table_lookup (self->items, asc_annotation_get_id (annotation));
  if (item == NULL)
    {
      item = asc_annotation_item_new (annotation);
      g_hash_table_insert (self->items, g_strdup (asc_annotation_get_id (annotation)), item);
    }
  return g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
same_id (AscAnnotation *one, AscAnnotation *other)
{
  return g_str_equal (asc_annotation_get_id (one), asc_annotation_get_id (other));
}

/* The same row of any list: what filters and order ask for did not change. */
static gboolean
same_row (AscAnnotation *one, AscAnnotation *other)
{
  return same_id (one, other) && g_str_equal (asc_annotation_get_label (one), asc_annotation_get_label (other))
         && asc_span_set_equal (asc_annotation_get_spans (one), asc_annotation_get_spans (other));
}

static void
refresh_item (AscAnnotationItemList *self, AscAnnotation *annotation)
{
  AscAnnotationItem *item = g_hash_table_lookup (self->items, asc_annotation_get_id (annotation));

  if (item != NULL)
    asc_annotation_item_set_annotation (item, annotation);
}

static void
unref_if_any (gpointer object)
{
  g_clear_object (&object);
}

/* Takes over a change of the set in one go; returns what was there. */
static GPtrArray *
splice (AscAnnotationItemList *self, guint position, guint removed, guint added, GListModel *model)
{
  GPtrArray *before = g_ptr_array_new_full (removed, g_object_unref);
  GPtrArray *annotations = self->annotations;
  guint      n_behind = annotations->len - position - removed;
  guint      n_before = annotations->len;

  for (guint i = 0; i < removed; i++)
    {
      g_ptr_array_add (before, annotations->pdata[position + i]);
      annotations->pdata[position + i] = NULL;
    }
  if (added > removed)
    g_ptr_array_set_size (annotations, n_before + added - removed);
  memmove (annotations->pdata + position + added, annotations->pdata + position + removed, n_behind * sizeof (gpointer));
  for (guint i = 0; i < added; i++)
    annotations->pdata[position + i] = g_list_model_get_item (model, position + i);
  if (added < removed)
    {
      /* What is cut off was moved, so it is not ours to free. */
      memset (annotations->pdata + n_before + added - removed, 0, (removed - added) * sizeof (gpointer));
      g_ptr_array_set_size (annotations, n_before + added - removed);
    }
  return before;
}

static void
on_items_changed (AscAnnotationItemList *self, guint position, guint removed, guint added, GListModel *model)
{
  g_autoptr (GPtrArray) before = splice (self, position, removed, added, model);
  guint                 head = 0, tail = 0;

  while (head < removed && head < added
         && same_row (g_ptr_array_index (before, head), g_ptr_array_index (self->annotations, position + head)))
    head++;
  while (tail < removed - head && tail < added - head
         && same_row (g_ptr_array_index (before, removed - 1 - tail),
                      g_ptr_array_index (self->annotations, position + added - 1 - tail)))
    tail++;

  for (guint i = 0; i < added; i++)
    refresh_item (self, g_ptr_array_index (self->annotations, position + i));
  if (removed > head + tail || added > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), position + head, removed - head - tail, added - head - tail);

  for (guint i = 0; i < removed; i++)
    {
      const char *id = asc_annotation_get_id (g_ptr_array_index (before, i));

      if (asc_annotation_set_lookup (self->set, id) == NULL)
        g_hash_table_remove (self->items, id);
    }
}

static void
asc_annotation_item_list_dispose (GObject *object)
{
  AscAnnotationItemList *self = ASC_ANNOTATION_ITEM_LIST (object);

  g_clear_object (&self->set);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (asc_annotation_item_list_parent_class)->dispose (object);
}

static void
asc_annotation_item_list_class_init (AscAnnotationItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asc_annotation_item_list_dispose;
}

static void
asc_annotation_item_list_init (AscAnnotationItemList *self)
{
  self->annotations = g_ptr_array_new_with_free_func (unref_if_any);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * asc_annotation_item_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AscAnnotationItemList *
asc_annotation_item_list_new (void)
{
  return g_object_new (ASC_TYPE_ANNOTATION_ITEM_LIST, NULL);
}

/**
 * asc_annotation_item_list_set_set:
 * @self: a list
 * @set: (nullable): whose annotations to list
 */
void
asc_annotation_item_list_set_set (AscAnnotationItemList *self, AscAnnotationSet *set)
{
  guint removed, added;

  g_return_if_fail (ASC_IS_ANNOTATION_ITEM_LIST (self));

  if (self->set == set)
    return;

  if (self->set != NULL)
    g_signal_handlers_disconnect_by_func (self->set, on_items_changed, self);
  g_set_object (&self->set, set);

  removed = self->annotations->len;
  g_ptr_array_set_size (self->annotations, 0);
  g_hash_table_remove_all (self->items);
  added = set ? asc_annotation_set_get_n (set) : 0;
  for (guint i = 0; i < added; i++)
    g_ptr_array_add (self->annotations, g_object_ref (asc_annotation_set_get_nth (set, i)));
  if (set != NULL)
    g_signal_connect_object (set, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, added);
}

/**
 * asc_annotation_item_list_find:
 * @model: a list of #AscAnnotationItem in canonical order, perhaps filtered
 * @annotation: an annotation
 * @position: (out): where its item is
 *
 * Returns: whether @model has it
 */
gboolean
asc_annotation_item_list_find (GListModel *model, AscAnnotation *annotation, guint *position)
{
  guint low = 0, high;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  high = g_list_model_get_n_items (model);
  while (low < high)
    {
      guint                         middle = low + (high - low) / 2;
      g_autoptr (AscAnnotationItem) item = g_list_model_get_item (model, middle);
      int                           order = asc_annotation_compare (asc_annotation_item_get_annotation (item), annotation);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}
