/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscExportRun: a project through an exporter: which articles and coders (options), the loss report before anything is written, the
 * self-check of every offset, atomic output (a temporary file renamed at the end), progress and cancel. */
#pragma once

#include "asc-exporter.h"
#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_EXPORT_RUN (asc_export_run_get_type ())
G_DECLARE_FINAL_TYPE (AscExportRun, asc_export_run, ASC, EXPORT_RUN, GObject)

/* Properties (read-only): fraction (double 0…1, of the step that runs: prepare, then write), n-articles, n-annotations (done so far in it). The asynchronous
 * calls notify in the context they were called from, the others in the thread they run in. Works on its own read of the folder, so it may run in a
 * thread: flush the store first. A run is for one export: prepare at most once, then write once; write prepares when that was not done. */
AscExportRun  *asc_export_run_new      (GFile *project_folder, AscExporter *exporter, AscExportOptions *options);
/* Reads everything once and says what would be lost. (transfer full) */
AscLossReport *asc_export_run_prepare  (AscExportRun *self, GCancellable *cancellable, GError **error);
gboolean       asc_export_run_write    (AscExportRun *self, GFile *destination, GCancellable *cancellable, GError **error);  /* "-" is made a stream by write_stream */
gboolean       asc_export_run_write_stream (AscExportRun *self, GOutputStream *output, GCancellable *cancellable, GError **error);
void           asc_export_run_prepare_async (AscExportRun *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AscLossReport *asc_export_run_prepare_finish (AscExportRun *self, GAsyncResult *result, GError **error);
void           asc_export_run_write_async (AscExportRun *self, GFile *destination, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       asc_export_run_write_finish (AscExportRun *self, GAsyncResult *result, GError **error);
guint          asc_export_run_get_n_articles    (AscExportRun *self);
guint          asc_export_run_get_n_annotations (AscExportRun *self);

/* What the last step left out by an article's state (unread, set aside), and what it found that stops nothing. */
guint          asc_export_run_get_n_left_out    (AscExportRun *self, AscState state);
GPtrArray     *asc_export_run_get_problems      (AscExportRun *self);   /* (transfer none) (element-type AscProblem) */

G_END_DECLS
