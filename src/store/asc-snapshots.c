/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-snapshots.h"

#include "asc-file-io.h"

/* Only what we named ourselves: a copy that people or other programs put there is not ours to remove. */
static gboolean
is_snapshot (const char *name)
{
  static const char pattern[] = "00000000T000000Z";
  gsize i;

  for (i = 0; pattern[i] != '\0'; i++)
    {
      if (pattern[i] == '0' ? !g_ascii_isdigit (name[i]) : name[i] != pattern[i])
        return FALSE;
    }
  return g_str_equal (name + i, ".json");
}

/**
 * asc_snapshots_list:
 * @folder: the folder of one file's snapshots; it may not be there
 *
 * Returns: (transfer full) (element-type GFile): the snapshots, oldest first
 */
GPtrArray *
asc_snapshots_list (GFile *folder)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), snapshots);

  names = asc_file_io_list (folder, NULL);
  for (guint i = 0; i < names->len; i++)
    {
      if (is_snapshot (g_ptr_array_index (names, i)))
        g_ptr_array_add (snapshots, g_file_get_child (folder, g_ptr_array_index (names, i)));
    }
  return snapshots;
}

/**
 * asc_snapshots_keep:
 * @folder: the folder of one file's snapshots; made when it is not there
 * @bytes: the content to keep
 * @error: UNWRITABLE or NO_SPACE
 *
 * Keeps a version under the time now and removes the oldest beyond %ASC_SNAPSHOTS_MAX. A second one within the same second is the
 * same version: the earlier of the two is what was there before.
 */
gboolean
asc_snapshots_keep (GFile   *folder,
                    GBytes  *bytes,
                    GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autofree char *time = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  time = asc_file_io_timestamp ();
  name = g_strconcat (time, ".json", NULL);
  file = g_file_get_child (folder, name);
  if (g_file_query_exists (file, NULL))
    return TRUE;
  if (!asc_file_io_write (file, bytes, ASC_FILE_IO_ATOMIC, error))
    return FALSE;

  snapshots = asc_snapshots_list (folder);
  for (guint i = 0; i + ASC_SNAPSHOTS_MAX < snapshots->len; i++)
    g_file_delete (g_ptr_array_index (snapshots, i), NULL, NULL);
  return TRUE;
}
