/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscExportTarget: where an export goes, so that the destination is either as it was or complete: everything is written beside it, under a name of its
 * own, and takes its place at the end.
 *
 * A folder that exists already gets the new files; those of the same name are replaced, others stay.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AscExportTarget AscExportTarget;

AscExportTarget *asc_export_target_new        (GFile *destination, gboolean is_folder, GError **error);
void             asc_export_target_free       (AscExportTarget *self);   /* removes what was not committed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscExportTarget, asc_export_target_free)

GOutputStream   *asc_export_target_get_output (AscExportTarget *self);   /* (nullable) (transfer none): of a file */
GFile           *asc_export_target_get_folder (AscExportTarget *self);   /* (nullable) (transfer none): of a folder */
gboolean         asc_export_target_commit     (AscExportTarget *self, GError **error);

/* @error of GIO as a problem of ASC_STORE_ERROR with @destination as its path. Takes @error. */
void             asc_export_target_map_error  (GFile *destination, GError *io_error, GError **error);

G_END_DECLS
