/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticlePage: the middle of the window: the article with its find bar and label bar, or why there is none. */
#pragma once

#include "asc-article-view.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE_PAGE (asc_article_page_get_type ())
G_DECLARE_FINAL_TYPE (AscArticlePage, asc_article_page, ASC, ARTICLE_PAGE, AdwBin)

/* Properties: session (AscSession); narrow (gboolean): no room for the line of keys. */
void            asc_article_page_set_session   (AscArticlePage *self, AscSession *session);
AscArticleView *asc_article_page_get_view      (AscArticlePage *self);
void            asc_article_page_add_toast     (AscArticlePage *self, AdwToast *toast);   /* (transfer full) */
void            asc_article_page_find          (AscArticlePage *self);
void            asc_article_page_find_next     (AscArticlePage *self);
void            asc_article_page_find_previous (AscArticlePage *self);

G_END_DECLS
