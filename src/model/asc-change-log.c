/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-change-log.h"

struct _AscChangeLog
{
  GPtrArray  *in_order;   /* owned AscLogged */
  GHashTable *ids;        /* set of borrowed ids */
};

static void
logged_free (gpointer item)
{
  AscLogged *logged = item;

  g_free (logged->id);
  g_clear_object (&logged->before);
  g_clear_object (&logged->after);
  g_free (logged);
}

/**
 * asc_change_log_new: (skip)
 *
 * Returns: (transfer full): an empty log
 */
AscChangeLog *
asc_change_log_new (void)
{
  AscChangeLog *self = g_new (AscChangeLog, 1);

  self->in_order = g_ptr_array_new_with_free_func (logged_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * asc_change_log_free: (skip)
 * @self: (transfer full): a log
 */
void
asc_change_log_free (AscChangeLog *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->in_order);
  g_free (self);
}

/**
 * asc_change_log_note: (skip)
 * @self: a log
 * @id: what is about to change
 * @before: (nullable): what it holds
 */
void
asc_change_log_note (AscChangeLog *self,
                     const char   *id,
                     gpointer      before)
{
  AscLogged *logged;

  g_return_if_fail (self != NULL && id != NULL);

  if (g_hash_table_contains (self->ids, id))
    return;

  logged = g_new0 (AscLogged, 1);
  logged->id = g_strdup (id);
  g_set_object (&logged->before, before);
  g_ptr_array_add (self->in_order, logged);
  g_hash_table_add (self->ids, logged->id);
}

/**
 * asc_change_log_take: (skip)
 * @self: a log
 * @lookup: (scope call): tells what an id holds now
 * @table: for @lookup
 *
 * Returns: (transfer full) (element-type AscLogged): what has changed since it was noted, in the order it was noted
 */
GPtrArray *
asc_change_log_take (AscChangeLog *self,
                     AscLookupFunc lookup,
                     gpointer      table)
{
  GPtrArray *noted, *changed;

  g_return_val_if_fail (self != NULL && lookup != NULL, NULL);

  noted = g_steal_pointer (&self->in_order);
  self->in_order = g_ptr_array_new_with_free_func (logged_free);
  g_hash_table_remove_all (self->ids);

  changed = g_ptr_array_new_full (noted->len, logged_free);
  for (guint i = 0; i < noted->len; i++)
    {
      AscLogged *logged = g_steal_pointer (&noted->pdata[i]);

      g_set_object (&logged->after, lookup (table, logged->id));
      if (logged->before != logged->after)
        g_ptr_array_add (changed, logged);
      else
        logged_free (logged);
    }
  g_ptr_array_set_free_func (noted, NULL);
  g_ptr_array_unref (noted);
  return changed;
}
