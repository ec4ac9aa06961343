/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-list.h"

#include <string.h>

struct _AscAnnotationList
{
  GPtrArray  *items;      /* owned AscAnnotation, canonical order */
  GHashTable *pending;    /* owned AscAnnotation → +1: to be added, -1: to be removed */

  /* Since the last asc_annotation_list_take_change (). */
  guint       n_before;
  guint       n_head;     /* so many from the start are still the same */
  guint       n_tail;     /* and so many at the end */
};

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return asc_annotation_compare (*(AscAnnotation * const *) a, *(AscAnnotation * const *) b);
}

static guint
find_place (GPtrArray     *items,
            AscAnnotation *annotation)
{
  guint low = 0, high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (asc_annotation_compare (g_ptr_array_index (items, middle), annotation) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Replaces items[first, last) by @window; references are the caller's business. */
static void
splice (GPtrArray *items,
        guint      first,
        guint      last,
        GPtrArray *window)
{
  guint n_before = items->len, n_tail = n_before - last;
  guint n_after = n_before - (last - first) + window->len;

  if (n_after > n_before)
    g_ptr_array_set_size (items, n_after);
  memmove (items->pdata + n_after - n_tail, items->pdata + last, n_tail * sizeof (gpointer));
  if (window->len > 0)
    memcpy (items->pdata + first, window->pdata, window->len * sizeof (gpointer));
  g_ptr_array_set_size (items, n_after);
}

static void
sync (AscAnnotationList *self)
{
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) come = NULL;
  g_autoptr (GPtrArray) window = NULL;
  GHashTableIter iter;
  gpointer       annotation, change;
  guint          first = G_MAXUINT, last = 0, next_gone = 0, next_come = 0;

  if (g_hash_table_size (self->pending) == 0)
    return;

  gone = g_ptr_array_new_with_free_func (g_object_unref);
  come = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &annotation, &change))
    g_ptr_array_add (GPOINTER_TO_INT (change) > 0 ? come : gone, annotation);
  g_hash_table_steal_all (self->pending);
  g_ptr_array_sort (gone, compare_items);
  g_ptr_array_sort (come, compare_items);

  if (gone->len > 0)
    {
      first = find_place (self->items, gone->pdata[0]);
      last = find_place (self->items, gone->pdata[gone->len - 1]) + 1;
    }
  if (come->len > 0)
    {
      first = MIN (first, find_place (self->items, come->pdata[0]));
      last = MAX (last, find_place (self->items, come->pdata[come->len - 1]));
    }

  window = g_ptr_array_sized_new (last - first + come->len);
  for (guint i = first; i < last; i++)
    {
      AscAnnotation *old = g_ptr_array_index (self->items, i);

      while (next_come < come->len && asc_annotation_compare (come->pdata[next_come], old) < 0)
        g_ptr_array_add (window, come->pdata[next_come++]);
      if (next_gone < gone->len && gone->pdata[next_gone] == old)
        {
          g_object_unref (old);
          next_gone++;
        }
      else
        g_ptr_array_add (window, old);
    }
  while (next_come < come->len)
    g_ptr_array_add (window, come->pdata[next_come++]);
  g_assert (next_gone == gone->len);

  self->n_head = MIN (self->n_head, first);
  self->n_tail = MIN (self->n_tail, self->items->len - last);
  splice (self->items, first, last, window);
}

static void
note (AscAnnotationList *self,
      AscAnnotation     *annotation,
      int                change)
{
  int before = GPOINTER_TO_INT (g_hash_table_lookup (self->pending, annotation));

  g_assert (before != change);

  if (before == 0)
    g_hash_table_insert (self->pending, g_object_ref (annotation), GINT_TO_POINTER (change));
  else
    g_hash_table_remove (self->pending, annotation);
}

/**
 * asc_annotation_list_new: (skip)
 *
 * Returns: (transfer full): an empty list
 */
AscAnnotationList *
asc_annotation_list_new (void)
{
  AscAnnotationList *self = g_new0 (AscAnnotationList, 1);

  self->items = g_ptr_array_new ();
  self->pending = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  return self;
}

/**
 * asc_annotation_list_free: (skip)
 * @self: (transfer full): a list
 */
void
asc_annotation_list_free (AscAnnotationList *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_free_func (self->items, g_object_unref);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->pending);
  g_free (self);
}

/**
 * asc_annotation_list_add: (skip)
 * @self: a list
 * @annotation: an annotation that is not in it
 */
void
asc_annotation_list_add (AscAnnotationList *self,
                         AscAnnotation     *annotation)
{
  g_return_if_fail (self != NULL && ASC_IS_ANNOTATION (annotation));

  note (self, annotation, 1);
}

/**
 * asc_annotation_list_remove: (skip)
 * @self: a list
 * @annotation: an annotation that is in it
 */
void
asc_annotation_list_remove (AscAnnotationList *self,
                            AscAnnotation     *annotation)
{
  g_return_if_fail (self != NULL && ASC_IS_ANNOTATION (annotation));

  note (self, annotation, -1);
}

/**
 * asc_annotation_list_get_n: (skip)
 * @self: a list
 *
 * Returns: how many annotations it has
 */
guint
asc_annotation_list_get_n (AscAnnotationList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  sync (self);
  return self->items->len;
}

/**
 * asc_annotation_list_get_nth: (skip)
 * @self: a list
 * @position: a place
 *
 * Returns: (transfer none) (nullable): the annotation there; `NULL` beyond the end
 */
AscAnnotation *
asc_annotation_list_get_nth (AscAnnotationList *self,
                             guint              position)
{
  g_return_val_if_fail (self != NULL, NULL);

  sync (self);
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * asc_annotation_list_get_place: (skip)
 * @self: a list
 * @annotation: an annotation
 *
 * Returns: its place, or where it would be
 */
guint
asc_annotation_list_get_place (AscAnnotationList *self,
                               AscAnnotation     *annotation)
{
  g_return_val_if_fail (self != NULL && ASC_IS_ANNOTATION (annotation), 0);

  sync (self);
  return find_place (self->items, annotation);
}

/**
 * asc_annotation_list_take_change: (skip)
 * @self: a list
 * @change: (out): what changed since this was last called
 *
 * Returns: whether anything did
 */
gboolean
asc_annotation_list_take_change (AscAnnotationList *self,
                                 AscListChange     *change)
{
  guint n_before, n_after, n_head, n_tail;

  g_return_val_if_fail (self != NULL && change != NULL, FALSE);

  sync (self);
  n_before = self->n_before;
  n_after = self->items->len;
  n_head = MIN (self->n_head, MIN (n_before, n_after));
  n_tail = MIN (self->n_tail, MIN (n_before, n_after) - n_head);
  *change = (AscListChange) { n_head, n_before - n_head - n_tail, n_after - n_head - n_tail };
  self->n_before = self->n_head = self->n_tail = n_after;

  return change->n_removed > 0 || change->n_added > 0;
}

/**
 * asc_annotation_list_check_consistency: (skip)
 * @self: a list
 *
 * Aborts when an invariant is broken; for tests.
 */
void
asc_annotation_list_check_consistency (AscAnnotationList *self)
{
  g_assert_nonnull (self);

  sync (self);
  g_assert_cmpuint (g_hash_table_size (self->pending), ==, 0);
  for (guint i = 1; i < self->items->len; i++)
    {
      AscAnnotation *before = self->items->pdata[i - 1], *after = self->items->pdata[i];

      g_assert_cmpint (asc_annotation_compare (before, after), <, 0);
    }
}
