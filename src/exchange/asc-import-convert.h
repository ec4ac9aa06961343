/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a foreign file counts to spans of a clean text. */
#pragma once

#include "asc-import-article.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

typedef struct
{
  AscArticle *article;       /* with clean text and full metadata; the id is the wanted one */
  GPtrArray  *spans;         /* (element-type AscSpanSet) for each annotation of each layer, in their order; NULL for one that is lost */
  gboolean    other_unit;    /* the offsets count something else than the format says */
  guint       n_moved;       /* annotations found by their quote at another place */
  guint       n_lost;
} AscConvertedArticle;

/* NULL with @error when the text is none. Lost and moved annotations are added to @problems. In any thread. */
AscConvertedArticle *asc_import_convert      (AscImportArticle *source, GPtrArray *problems, GError **error);
void                 asc_converted_article_free (AscConvertedArticle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscConvertedArticle, asc_converted_article_free)

G_END_DECLS
