/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscImportJob: text files (and those in folders) into a project: read and cleaned in a thread, added a few at a time so that the window never
 * waits. One bad file never stops the others. */
#pragma once

#include "asc-problem-list.h"
#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_IMPORT_JOB (asc_import_job_get_type ())
G_DECLARE_FINAL_TYPE (AscImportJob, asc_import_job, ASC, IMPORT_JOB, GObject)

/* Properties: fraction (double 0…1). */
AscImportJob   *asc_import_job_new          (AscProjectStore *store, GPtrArray *files);   /* (element-type GFile) */
void            asc_import_job_run_async    (AscImportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* FALSE with @error when it was cancelled or the project could not be written; what was imported until then stays. */
gboolean        asc_import_job_run_finish   (AscImportJob *self, GAsyncResult *result, GError **error);

guint           asc_import_job_get_n_imported (AscImportJob *self);
guint           asc_import_job_get_n_known    (AscImportJob *self);   /* files whose very text is there already */
AscProblemList *asc_import_job_get_problems (AscImportJob *self);     /* (transfer none) */
AscArticle     *asc_import_job_get_first    (AscImportJob *self);     /* to show: imported, or there already (nullable) (transfer none) */

G_END_DECLS
