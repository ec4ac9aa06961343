/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-list-box-keys.h"

/**
 * asc_list_box_keys_step:
 * @list: a list box of which one row is selected
 * @key: a key symbol
 *
 * Selects the row below or above. At the last row the key is taken too, so that it does not leave the list.
 *
 * Returns: %GDK_EVENT_STOP when @key moves in the list
 */
gboolean
asc_list_box_keys_step (GtkListBox *list, guint key)
{
  GtkListBoxRow *row;
  int            index;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), GDK_EVENT_PROPAGATE);

  row = gtk_list_box_get_selected_row (list);
  index = row ? gtk_list_box_row_get_index (row) : -1;
  if (key == GDK_KEY_Down)
    row = gtk_list_box_get_row_at_index (list, index + 1);
  else if (key == GDK_KEY_Up && index > 0)
    row = gtk_list_box_get_row_at_index (list, index - 1);
  else
    return GDK_EVENT_PROPAGATE;

  if (row != NULL)
    gtk_list_box_select_row (list, row);
  return GDK_EVENT_STOP;
}
