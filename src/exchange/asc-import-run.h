/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscImportRun: files through an importer into a project: text hygiene, what the offsets count, names in the codebook's words, and what is there
 * already. One bad article, or annotation, never blocks the rest; what did not come is in the problems, with file and place.
 *
 * An article of the project that has the wanted id and the same text gets the annotations; any other text becomes an article of its own.
 * Annotations that a coder has already are never overwritten.
 *
 * Uses the project's store, so it belongs to the main thread.
 */
#pragma once

#include "asc-importer.h"
#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_IMPORT_RUN (asc_import_run_get_type ())
G_DECLARE_FINAL_TYPE (AscImportRun, asc_import_run, ASC, IMPORT_RUN, GObject)

typedef struct
{
  guint n_files;
  guint n_articles;         /* new in the project */
  guint n_known_articles;   /* that were there and got annotations */
  guint n_annotations;
  guint n_relations;
  guint n_other_units;      /* articles whose offsets count something else than the format says */
  guint n_moved;            /* annotations found by their quote at another place */
  guint n_lost;             /* annotations and relations that did not come; each is a problem */
} AscImportSummary;

/* @coder: whose the annotations are where the file does not say; NULL for the project's. */
AscImportRun           *asc_import_run_new          (AscProjectStore *store, AscImporter *importer, const char *coder);
/* Reads a file, or every file of the format in a folder and the folders in it, by name. FALSE with @error only when cancelled, or when the project cannot be
 * written; a file that cannot be read is a problem. */
gboolean                asc_import_run_add          (AscImportRun *self, GFile *file, GCancellable *cancellable, GError **error);
/* What is no file, such as standard input. */
gboolean                asc_import_run_add_article  (AscImportRun *self, AscImportArticle *article, GError **error);   /* takes @article */
/* Writes what is pending. */
gboolean                asc_import_run_finish       (AscImportRun *self, GError **error);

const AscImportSummary *asc_import_run_get_summary  (AscImportRun *self);
GPtrArray              *asc_import_run_get_problems (AscImportRun *self);   /* (transfer none) (element-type AscProblem) */

G_END_DECLS
