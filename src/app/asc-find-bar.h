/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscFindBar: find in the article: entry, count, next and previous. A hit becomes the view's text selection, so that a label's key annotates it. */
#pragma once

#include "asc-article-view.h"

G_BEGIN_DECLS

#define ASC_TYPE_FIND_BAR (asc_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AscFindBar, asc_find_bar, ASC, FIND_BAR, AdwBin)

void asc_find_bar_set_view (AscFindBar *self, AscArticleView *view, AscSession *session);
void asc_find_bar_begin    (AscFindBar *self);   /* shows it, with the selected text as what is looked for */
void asc_find_bar_next     (AscFindBar *self);
void asc_find_bar_previous (AscFindBar *self);

G_END_DECLS
