/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticleRow: an article in the sidebar: title, a dot and words for its state, number of annotations, language. */
#pragma once

#include <adwaita.h>

#include "asc-article.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE_ROW (asc_article_row_get_type ())
G_DECLARE_FINAL_TYPE (AscArticleRow, asc_article_row, ASC, ARTICLE_ROW, AdwBin)

/* Properties: article (AscArticle). */
AscArticle *asc_article_row_get_article (AscArticleRow *self);
void        asc_article_row_set_article (AscArticleRow *self, AscArticle *article);

G_END_DECLS
