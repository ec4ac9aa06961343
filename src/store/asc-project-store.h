/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProjectStore: a project folder on disk. Opens and makes projects, reads articles and annotation sets when they are needed, and saves by
 * itself: it listens to AscHistory::changed, and at most 250 ms later writes what changed, atomically and durably, in a worker thread,
 * in order. Files work through GFile (portal folders too).
 */
#pragma once

#include "asc-annotation-file.h"
#include "asc-history.h"
#include "asc-project.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROJECT_STORE (asc_project_store_get_type ())
G_DECLARE_FINAL_TYPE (AscProjectStore, asc_project_store, ASC, PROJECT_STORE, GObject)

/* Properties: folder (GFile), project, history, saving (gboolean), read-only (folder cannot be written).
 * Signals: "problem" (AscProblem *): a file that could not be read or written; the program goes on.
 *          "saved": all that was pending is on disk. */

/* Synchronous versions are for the command line and tests, the async ones for the window. */
AscProjectStore  *asc_project_store_open         (GFile *folder, const char *coder, GPtrArray *problems, GCancellable *cancellable, GError **error);
void              asc_project_store_open_async   (GFile *folder, const char *coder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AscProjectStore  *asc_project_store_open_finish  (GAsyncResult *result, GPtrArray **problems, GError **error);
/* Makes folder and files; refuses (EXISTS) a folder that has a project.json; other files that are there stay. @codebook NULL: the default. */
AscProjectStore  *asc_project_store_create       (GFile *folder, const char *name, const char *coder, AscCodebook *codebook, GError **error);
/* Copies the embedded sample project to @folder and opens it. */
AscProjectStore  *asc_project_store_create_sample (GFile *folder, const char *coder, GError **error);
/* The project in the user's data folder that a lone text file goes to; made, and then called @name, when it is not there. */
AscProjectStore  *asc_project_store_open_default (const char *name, const char *coder, GPtrArray *problems, GError **error);
/* A coder's id from the login name. (transfer full) */
char             *asc_project_store_default_coder (void);

GFile            *asc_project_store_get_folder   (AscProjectStore *self);
AscProject       *asc_project_store_get_project  (AscProjectStore *self);
AscHistory       *asc_project_store_get_history  (AscProjectStore *self);
gboolean          asc_project_store_get_saving   (AscProjectStore *self);
gboolean          asc_project_store_get_read_only (AscProjectStore *self);

/* The article's text and the current coder's set; the set is the same object while anybody holds it. A missing annotations file is an empty set. */
AscAnnotationSet *asc_project_store_load         (AscProjectStore *self, AscArticle *article, const char *coder, GPtrArray *problems, GError **error);
void              asc_project_store_load_async   (AscProjectStore *self, AscArticle *article, const char *coder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AscAnnotationSet *asc_project_store_load_finish  (AscProjectStore *self, GAsyncResult *result, GPtrArray **problems, GError **error);

/* Metadata and summary (state, count) of an article, for a list row; read in a thread, set on @article. Does nothing when they are there. */
void              asc_project_store_load_summary_async (AscProjectStore *self, AscArticle *article, GCancellable *cancellable);

/* Adds imported articles (asc_text_importer_import): unique ids, text and metadata written, then added to the project in one batch.
 * @articles: (element-type AscArticle); an article whose id is taken is replaced in the array by one with an id that is free. */
gboolean          asc_project_store_add_articles (AscProjectStore *self, GPtrArray *articles, GError **error);
void              asc_project_store_add_articles_async  (AscProjectStore *self, GPtrArray *articles, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean          asc_project_store_add_articles_finish (AscProjectStore *self, GAsyncResult *result, GError **error);

/* Writes what is pending and waits. FALSE when something could not be written (it stays pending and "problem" was emitted). */
gboolean          asc_project_store_flush        (AscProjectStore *self, GError **error);
void              asc_project_store_flush_async  (AscProjectStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean          asc_project_store_flush_finish (AscProjectStore *self, GAsyncResult *result, GError **error);
/* The answer to a "problem" MANY_DROPPED: write it all the same. */
void              asc_project_store_confirm_drop (AscProjectStore *self, const AscProblem *problem);

G_END_DECLS
