/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* syncfs */
#include "asc-file-io.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* How long a writer waits for another program of ours that holds the lock. It holds it for one read and one write. */
#define LOCK_TRIES      200
#define LOCK_PAUSE_USEC 10000

static gboolean
fail (GFile       *file,
      const GError *cause,
      gboolean     writing,
      GError     **error)
{
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (AscProblem) problem = asc_store_error_from_gio (cause, path, writing);

  asc_problem_to_error (problem, error);
  return FALSE;
}

static void
fail_with (GFile             *file,
           AscStoreErrorCode  code,
           const char        *detail,
           GError           **error)
{
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (AscProblem) problem = asc_problem_new (code, path, NULL, "%s", detail);

  asc_problem_to_error (problem, error);
}

static void
sync_folder (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  g_fsync (fd);
  close (fd);
}

/* Like g_mkdir_with_parents(), but a new folder is durable too: its name is written to the disk with its parent. */
static gboolean
make_local_folder (const char *path)
{
  g_autofree char *parent = NULL;

  if (g_mkdir (path, 0777) == 0 || (errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR)))
    return TRUE;
  if (errno != ENOENT)
    return FALSE;

  parent = g_path_get_dirname (path);
  if (g_str_equal (parent, path) || !make_local_folder (parent))
    return FALSE;
  if (g_mkdir (path, 0777) != 0 && errno != EEXIST)
    return FALSE;
  sync_folder (parent);
  return TRUE;
}

static gboolean
write_local (const char     *path,
             GBytes         *bytes,
             AscFileIoMode   mode,
             GError        **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  /* The file is replaced, so a link would be replaced by a file. */
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    target = realpath (path, NULL);
  if (target == NULL)
    target = g_strdup (path);

  /* A file that its owner protected is not replaced only because the folder allows it. */
  if (g_access (target, F_OK) == 0 && g_access (target, W_OK) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s", g_strerror (code));
      return FALSE;
    }

  folder = g_path_get_dirname (target);
  if (!make_local_folder (folder))
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "%s: %s", folder, g_strerror (code));
      return FALSE;
    }

  if (mode == ASC_FILE_IO_DURABLE)
    flags |= G_FILE_SET_CONTENTS_DURABLE;
  return g_file_set_contents_full (target, data != NULL ? data : "", n_bytes, flags, 0666, error);
}

static gboolean
write_remote (GFile   *file,
              GBytes  *bytes,
              GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) local_error = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (folder != NULL && !g_file_make_directory_with_parents (folder, NULL, &local_error)
      && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return g_file_replace_contents (file, data != NULL ? data : "", n_bytes, NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * asc_file_io_path:
 * @file: a file
 *
 * Returns: (transfer full): its path, or its URI where it has none, as people read it
 */
char *
asc_file_io_path (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return g_file_get_parse_name (file);
}

/**
 * asc_file_io_read:
 * @file: a file
 * @max_bytes: most bytes to take
 * @cancellable: (nullable): stops it
 * @error: NOT_FOUND, UNREADABLE or TOO_LARGE
 *
 * Reads a whole file. What is no regular file (a folder, a pipe that would block for ever) is unreadable.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
asc_file_io_read (GFile         *file,
                  gsize          max_bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      fail_with (file, ASC_STORE_ERROR_UNREADABLE, "not a regular file", error);
      return NULL;
    }
  if (info != NULL && g_file_info_get_size (info) <= (goffset) max_bytes)
    bytes = g_file_load_bytes (file, cancellable, NULL, &local_error);

  if (local_error != NULL)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        fail (file, local_error, FALSE, error);
      return NULL;
    }
  if (bytes == NULL || g_bytes_get_size (bytes) > max_bytes)
    {
      g_autofree char *detail = g_strdup_printf ("more than %" G_GSIZE_FORMAT " bytes", max_bytes);

      fail_with (file, ASC_STORE_ERROR_TOO_LARGE, detail, error);
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

/**
 * asc_file_io_write:
 * @file: where to
 * @bytes: the whole content
 * @mode: whether to wait for the disk
 * @error: UNWRITABLE or NO_SPACE
 *
 * Replaces a file, or makes it with the folders it needs: after a crash at any moment it holds the old or the new bytes.
 *
 * Returns: %FALSE, and the file is as it was, when it could not be written
 */
gboolean
asc_file_io_write (GFile          *file,
                   GBytes         *bytes,
                   AscFileIoMode   mode,
                   GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *path;
  gboolean done;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  path = g_file_peek_path (file);
  done = path != NULL ? write_local (path, bytes, mode, &local_error)
                      : write_remote (file, bytes, &local_error);
  return done || fail (file, local_error, TRUE, error);
}

/**
 * asc_file_io_sync:
 * @folder: a folder
 *
 * After many %ASC_FILE_IO_ATOMIC writes: one wait for the disk instead of one a file.
 */
void
asc_file_io_sync (GFile *folder)
{
  const char *path;
  int fd;

  g_return_if_fail (G_IS_FILE (folder));

  path = g_file_peek_path (folder);
  fd = path != NULL ? g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) : -1;
  if (fd < 0)
    return;
  syncfs (fd);
  close (fd);
}

/**
 * asc_file_io_keep_aside:
 * @file: the file whose content is about to be replaced
 * @why: a word for the name, such as "broken"
 * @bytes: what to keep
 * @error: UNWRITABLE or NO_SPACE
 *
 * Returns: (transfer full) (nullable): the file that now holds @bytes
 */
GFile *
asc_file_io_keep_aside (GFile       *file,
                        const char  *why,
                        GBytes      *bytes,
                        GError     **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) kept = NULL;
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (why != NULL && bytes != NULL, NULL);

  folder = g_file_get_parent (file);
  name = g_file_get_basename (file);
  time = asc_file_io_timestamp ();
  for (guint i = 1; kept == NULL || g_file_query_exists (kept, NULL); i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *kept_name = g_strdup_printf ("%s.%s-%s%s", name, why, time, number);

      g_clear_object (&kept);
      kept = g_file_get_child (folder, kept_name);
    }
  return asc_file_io_write (kept, bytes, ASC_FILE_IO_DURABLE, error) ? g_steal_pointer (&kept) : NULL;
}

/**
 * asc_file_io_list:
 * @folder: a folder; it may not be there
 * @cancellable: (nullable): stops it
 *
 * Reads a folder and no file in it: GFileEnumerator looks at each, which takes ten times as long.
 *
 * Returns: (transfer full) (element-type filename): the names, sorted by byte
 */
GPtrArray *
asc_file_io_list (GFile        *folder,
                  GCancellable *cancellable)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *path;

  g_return_val_if_fail (G_IS_FILE (folder), names);

  path = g_file_peek_path (folder);
  if (path != NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && !g_cancellable_is_cancelled (cancellable) && (name = g_dir_read_name (dir)) != NULL)
        g_ptr_array_add (names, g_strdup (name));
    }
  else
    {
      g_autoptr (GFileEnumerator) children = NULL;
      GFileInfo *info;

      children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
      while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, cancellable, NULL) && info != NULL)
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * asc_file_io_equal:
 * @one: (nullable): bytes, or %NULL for no file
 * @other: (nullable): the same
 *
 * Returns: whether both are the same content, or both are missing
 */
gboolean
asc_file_io_equal (GBytes *one,
                   GBytes *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one == other || g_bytes_equal (one, other);
}

/**
 * asc_file_io_timestamp:
 *
 * Returns: (transfer full): the time now, UTC, in ISO 8601's basic form: fit for a file name anywhere, and sorts by time
 */
char *
asc_file_io_timestamp (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y%m%dT%H%M%SZ");
}

/**
 * asc_file_io_lock:
 * @folder: the folder in which a file is about to be read, merged and written
 *
 * Two windows of one coder on one project would otherwise each replace the other's last write in the moment between reading
 * and writing. A lock on the folder needs no file and goes with the process. It is advice among programs of ours; others are
 * noticed by the change of the file.
 *
 * Returns: what to give to asc_file_io_unlock(), or -1
 */
int
asc_file_io_lock (GFile *folder)
{
  const char *path;
  int fd;

  g_return_val_if_fail (G_IS_FILE (folder), -1);

  path = g_file_peek_path (folder);
  fd = path != NULL ? g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) : -1;
  if (fd < 0)
    return -1;

  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
      if (errno != EWOULDBLOCK && errno != EINTR)
        break;
      g_usleep (LOCK_PAUSE_USEC);
    }
  close (fd);
  return -1;
}

/**
 * asc_file_io_unlock:
 * @lock: what asc_file_io_lock() gave
 */
void
asc_file_io_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}
