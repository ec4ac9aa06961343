/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes from outside while a project is open: another program, git, a synchronising folder, a second window. */
#include "asc-project-store-private.h"
#include "asc-file-io.h"

#include <string.h>

/* Programs that do not write atomically are given time to finish. */
#define LOOK_DELAY_MS 300

/**
 * asc_store_is_conflict_copy:
 * @name: a file's name
 * @id: (nullable): id of the article it may be a copy for; %NULL for any
 * @ending: ".json" or ".txt"
 *
 * The names: "x.sync-conflict-20240706-120000-ABCDEF1.json" (Syncthing), "x (Mia's conflicted copy 2024-07-06).json" (Dropbox),
 * "x (conflicted copy 2024-07-06 120000).json" (Nextcloud), "x (SFConflict mia 2024-07-06-12-00-00).json" (Seafile),
 * "x_conflict-20240706-120000.json" (ownCloud).
 *
 * Returns: whether a synchronising program put it there because two versions met
 */
gboolean
asc_store_is_conflict_copy (const char *name,
                            const char *id,
                            const char *ending)
{
  g_autofree char *middle = NULL;
  g_autofree char *folded = NULL;
  const char *start;

  g_return_val_if_fail (name != NULL && ending != NULL, FALSE);

  if (!g_str_has_suffix (name, ending) || (id != NULL && !g_str_has_prefix (name, id)))
    return FALSE;
  if (id != NULL)
    start = name + strlen (id);
  else if ((start = strstr (name, ".sync-conflict-")) == NULL && (start = strstr (name, "_conflict-")) == NULL)
    start = strstr (name, " (");
  if (start == NULL || strlen (start) <= strlen (ending))
    return FALSE;

  middle = g_strndup (start, strlen (start) - strlen (ending));
  folded = g_ascii_strdown (middle, -1);
  if (g_str_has_prefix (folded, ".sync-conflict-") || g_str_has_prefix (folded, "_conflict-"))
    return TRUE;
  return g_str_has_prefix (folded, " (") && g_str_has_suffix (folded, ")") && strstr (folded, "conflict") != NULL;
}

static void
on_guidelines (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscProjectStore) self = user_data;
  g_autofree char *path = asc_file_io_path (G_FILE (source));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        asc_project_set_guidelines (self->project, NULL);
      return;
    }
  if (g_utf8_validate_len (text, length, NULL))
    asc_project_set_guidelines (self->project, text);
  else
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_NOT_TEXT, path, NULL, "not valid UTF-8");

      asc_project_store_emit_problem (self, problem);
    }
}

static void
read_guidelines (AscProjectStore *self)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, "guidelines.md");

  self->guidelines_changed = FALSE;
  g_file_load_contents_async (file, NULL, on_guidelines, g_object_ref (self));
}

static gboolean
on_look_timer (gpointer data)
{
  AscProjectStore *self = data;
  g_autoptr (GPtrArray) looks = g_steal_pointer (&self->looks);

  self->look_timer = 0;
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_document_unref);
  for (guint i = 0; i < looks->len; i++)
    asc_project_store_look (self, g_ptr_array_index (looks, i));
  if (self->guidelines_changed)
    read_guidelines (self);
  if (self->articles_changed)
    {
      self->articles_changed = FALSE;
      asc_project_store_find_articles (self);
    }
  return G_SOURCE_REMOVE;
}

static void
arm (AscProjectStore *self)
{
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add (LOOK_DELAY_MS, on_look_timer, self);
}

static void
on_event (GFileMonitor      *monitor,
          GFile             *file,
          GFile             *other_file,
          GFileMonitorEvent  event,
          AscProjectStore   *self)
{
  g_autofree char *path = NULL;
  AscDocument *document;

  path = g_file_get_relative_path (self->folder, file);
  if (path != NULL && g_str_equal (path, "guidelines.md"))
    {
      self->guidelines_changed = TRUE;
      arm (self);
      return;
    }
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT
      && event != G_FILE_MONITOR_EVENT_CREATED)
    return;
  if (path == NULL)
    return;

  if (g_str_has_prefix (path, "annotations/") && asc_store_is_conflict_copy (path, NULL, ".json"))
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_hash_table_remove (self->copies, folder + strlen ("annotations/"));
      return;
    }

  document = g_hash_table_lookup (self->by_path, path);
  if (document != NULL && !g_ptr_array_find (self->looks, document, NULL))
    {
      g_ptr_array_add (self->looks, asc_document_ref (document));
      arm (self);
    }
  else if (event == G_FILE_MONITOR_EVENT_CREATED && g_str_has_prefix (path, "articles/") && g_str_has_suffix (path, ".txt"))
    {
      self->articles_changed = TRUE;
      arm (self);
    }
}

/**
 * asc_project_store_watch:
 * @self: a store
 * @folder: path in the project's folder, "" for itself
 *
 * Begins to watch a folder, when it is there and not watched yet. One monitor a folder, not one a file: files are replaced, and a
 * folder's monitor survives that.
 */
void
asc_project_store_watch (AscProjectStore *self,
                         const char      *folder)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->folder, folder);
  g_autoptr (GFileMonitor) monitor = NULL;

  if (g_hash_table_contains (self->monitors, folder)
      || g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    return;

  /* Where watching is not possible, changes are noticed when something is written. */
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_event), self, 0);
  g_hash_table_insert (self->monitors, g_strdup (folder), g_steal_pointer (&monitor));
}

/**
 * asc_project_store_stop_watching:
 * @self: a store
 */
void
asc_project_store_stop_watching (AscProjectStore *self)
{
  GHashTableIter iter;
  gpointer monitor;

  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, NULL, &monitor))
    g_file_monitor_cancel (monitor);
  g_hash_table_remove_all (self->monitors);
}
