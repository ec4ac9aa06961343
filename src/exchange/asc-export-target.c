/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-export-target.h"

#include "asc-id.h"
#include "asc-store-error.h"

struct _AscExportTarget
{
  GFile         *destination;
  GFile         *temporary;   /* beside it: a file or a folder; NULL when committed */
  GOutputStream *output;      /* NULL for a folder */
};

void
asc_export_target_map_error (GFile   *destination,
                             GError  *io_error,
                             GError **error)
{
  if (io_error->domain == ASC_STORE_ERROR || g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, io_error);
  else
    {
      g_autofree char *path = g_file_get_parse_name (destination);
      g_autoptr (AscProblem) problem = asc_store_error_from_gio (io_error, path, TRUE);

      asc_problem_to_error (problem, error);
      g_error_free (io_error);
    }
}

/* A link is followed, so that what it points to is replaced and not the link. */
static GFile *
resolve_links (GFile *destination)
{
  GFile *file = g_object_ref (destination);

  for (guint depth = 0; depth < 16; depth++)
    {
      g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                                                      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
      const char *target = info != NULL && g_file_info_get_is_symlink (info) ? g_file_info_get_symlink_target (info) : NULL;
      g_autoptr (GFile) parent = g_file_get_parent (file);

      if (target == NULL || parent == NULL)
        break;

      g_object_unref (file);
      file = g_file_resolve_relative_path (parent, target);
    }

  return file;
}

static gboolean
create_temporary (AscExportTarget  *self,
                  gboolean          is_folder,
                  GError          **error)
{
  g_autoptr (GFile) parent = g_file_get_parent (self->destination);
  g_autofree char *name = g_file_get_basename (self->destination);
  g_autofree char *id = asc_id_new ();
  g_autofree char *temporary_name = g_strdup_printf (".%s.%s.part", name, id);
  g_autoptr (GFile) temporary = NULL;

  if (parent == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "no parent folder");
      return FALSE;
    }

  temporary = g_file_get_child (parent, temporary_name);
  if (is_folder)
    {
      if (!g_file_make_directory (temporary, NULL, error))
        return FALSE;
    }
  else
    {
      g_autoptr (GFileOutputStream) stream = g_file_create (temporary, G_FILE_CREATE_NONE, NULL, error);

      if (stream == NULL)
        return FALSE;
      self->output = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 16);
    }

  self->temporary = g_steal_pointer (&temporary);

  return TRUE;
}

/* Only ever called on a folder that create_temporary() made. */
static void
delete_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    delete_tree (child);

  g_file_delete (file, NULL, NULL);
}

/* A file that others may not read stays so. */
static void
keep_mode (GFile *from,
           GFile *to)
{
  g_autoptr (GFileInfo) info = g_file_query_info (from, G_FILE_ATTRIBUTE_UNIX_MODE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_UNIX_MODE))
    g_file_set_attribute_uint32 (to, G_FILE_ATTRIBUTE_UNIX_MODE, g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 07777,
                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
}

/* Moves the files of @from into the existing folder @to, each by one rename. */
static gboolean
move_into (GFile   *from,
           GFile   *to,
           GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;

  children = g_file_enumerate_children (from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  if (children == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GFile) place = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;

      place = g_file_get_child (to, g_file_info_get_name (info));
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        {
          if (!g_file_move (child, place, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, error))
            return FALSE;
        }
      else
        {
          g_autoptr (GError) local_error = NULL;

          if (!g_file_make_directory (place, NULL, &local_error) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          if (!move_into (child, place, error))
            return FALSE;
        }
    }
}

/**
 * asc_export_target_new:
 * @destination: what the user named
 * @is_folder: whether it is to be a folder
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a target, or %NULL with a problem of %ASC_STORE_ERROR
 */
AscExportTarget *
asc_export_target_new (GFile     *destination,
                       gboolean   is_folder,
                       GError   **error)
{
  g_autoptr (AscExportTarget) self = NULL;
  GFileType type;
  GError *local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (destination), NULL);

  self = g_new0 (AscExportTarget, 1);
  self->destination = resolve_links (destination);

  type = g_file_query_file_type (self->destination, G_FILE_QUERY_INFO_NONE, NULL);
  if (type != G_FILE_TYPE_UNKNOWN && (type == G_FILE_TYPE_DIRECTORY) != is_folder)
    {
      g_autofree char *path = g_file_get_parse_name (destination);
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_EXISTS, path, NULL, is_folder ? "file" : "folder");

      asc_problem_to_error (problem, error);
      return NULL;
    }

  if (!create_temporary (self, is_folder, &local_error))
    {
      asc_export_target_map_error (destination, local_error, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
asc_export_target_free (AscExportTarget *self)
{
  if (self->output != NULL)
    g_output_stream_close (self->output, NULL, NULL);
  if (self->temporary != NULL)
    delete_tree (self->temporary);

  g_clear_object (&self->output);
  g_clear_object (&self->temporary);
  g_clear_object (&self->destination);
  g_free (self);
}

GOutputStream *
asc_export_target_get_output (AscExportTarget *self)
{
  return self->output;
}

GFile *
asc_export_target_get_folder (AscExportTarget *self)
{
  return self->output == NULL ? self->temporary : NULL;
}

/**
 * asc_export_target_commit:
 * @self: a target that is written completely
 * @error: return location
 *
 * Returns: whether the destination now holds it; if not, it is as it was
 */
gboolean
asc_export_target_commit (AscExportTarget  *self,
                          GError          **error)
{
  GError *local_error = NULL;
  gboolean done;

  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (self->output != NULL)
    keep_mode (self->destination, self->temporary);

  if (self->output != NULL)
    done = g_output_stream_close (self->output, NULL, &local_error)
           && g_file_move (self->temporary, self->destination, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &local_error);
  else if (g_file_query_exists (self->destination, NULL))
    {
      done = move_into (self->temporary, self->destination, &local_error);
      if (done)
        delete_tree (self->temporary);
    }
  else
    done = g_file_move (self->temporary, self->destination, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &local_error);

  if (!done)
    {
      asc_export_target_map_error (self->destination, local_error, error);
      return FALSE;
    }

  g_clear_object (&self->temporary);

  return TRUE;
}
