/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCorpus: a project folder as exchange, validation and statistics read it: everything that is on disk, article by article, in any thread, and
 * without keeping what was read. The window reads through AscProjectStore instead, which keeps objects and saves them.
 *
 * Immutable after asc_corpus_open(): the read functions may be called from several threads at once. Paths in problems are relative to the folder.
 */
#pragma once

#include "asc-annotation-set.h"
#include "asc-project.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_TYPE_CORPUS (asc_corpus_get_type ())
G_DECLARE_FINAL_TYPE (AscCorpus, asc_corpus, ASC, CORPUS, GObject)

/* NULL when @folder is no project. @problems: (element-type AscProblem) gets what is wrong with project.json, codebook.json, actors.json and the folders. */
AscCorpus          *asc_corpus_open          (GFile *folder, GPtrArray *problems, GCancellable *cancellable, GError **error);
GFile              *asc_corpus_get_folder    (AscCorpus *self);
AscProject         *asc_corpus_get_project   (AscCorpus *self);      /* (transfer none); its list of articles is empty */
const char * const *asc_corpus_get_articles  (AscCorpus *self);      /* ids of the texts, sorted */
const char * const *asc_corpus_get_coders    (AscCorpus *self);      /* who has a folder of annotations, sorted */
const char * const *asc_corpus_get_layers    (AscCorpus *self, const char *coder);   /* ids of the articles @coder has a file for, sorted; may name texts that are not there */
gboolean            asc_corpus_has_article   (AscCorpus *self, const char *article);
gboolean            asc_corpus_has_layer     (AscCorpus *self, const char *article, const char *coder);

/* Text and metadata. Bad metadata is a problem, an unreadable text an error. (transfer full) */
AscArticle         *asc_corpus_read_article  (AscCorpus *self, const char *article, GPtrArray *problems, GError **error);
/* An empty, unread set when @coder has no file for it. (transfer full) */
AscAnnotationSet   *asc_corpus_read_layer    (AscCorpus *self, AscArticle *article, const char *coder, GPtrArray *problems, GError **error);

G_END_DECLS
