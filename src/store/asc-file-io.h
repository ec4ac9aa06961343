/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing whole files of a project: bounded reads, atomic and durable writes, copies kept aside, and the lock that orders
 * two programs of ours on one folder. All may be called in any thread; errors are ASC_STORE_ERROR with a problem that names the file. */
#pragma once

#include "asc-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_FILE_IO_ATOMIC,   /* whole or not at all; may be lost when the power fails right after */
  ASC_FILE_IO_DURABLE,  /* on the disk when the call returns */
} AscFileIoMode;

char     *asc_file_io_path       (GFile *file);   /* for people (transfer full) */
GBytes   *asc_file_io_read       (GFile *file, gsize max_bytes, GCancellable *cancellable, GError **error);
gboolean  asc_file_io_write      (GFile *file, GBytes *bytes, AscFileIoMode mode, GError **error);
/* Writes to the disk what ASC_FILE_IO_ATOMIC writes left in memory, for the whole volume of @folder. */
void      asc_file_io_sync       (GFile *folder);
/* Keeps @bytes beside @file as "<name>.<why>-<time>", never over another file. (transfer full): the new file */
GFile    *asc_file_io_keep_aside (GFile *file, const char *why, GBytes *bytes, GError **error);
/* The names in a folder, sorted; none when there is no such folder. (transfer full) (element-type filename) */
GPtrArray *asc_file_io_list      (GFile *folder, GCancellable *cancellable);
gboolean  asc_file_io_equal      (GBytes *one, GBytes *other);   /* either may be NULL: no such file */
char     *asc_file_io_timestamp  (void);                         /* "20260826T100000Z", now */
/* A lock on a folder among programs of ours: -1 where there is none to have (then the merge alone keeps the peace). */
int       asc_file_io_lock       (GFile *folder);
void      asc_file_io_unlock     (int lock);

G_END_DECLS
