/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticleView: the article's text with its annotations. A GtkTextView that is never editable: tags per label, applied lazily around what is
 * visible, carry the kinds for assistive technology; own drawing, cached per line, does what tags cannot (lanes, brackets, outlines, links).
 *
 * The view owns caret, text selection and the keyboard grammar; all changes go through the session's annotator.
 */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE_VIEW (asc_article_view_get_type ())
G_DECLARE_FINAL_TYPE (AscArticleView, asc_article_view, ASC, ARTICLE_VIEW, GtkTextView)

/* Properties: session (AscSession); status (string, read-only: the keys that work now, Pango markup-free "Enter accept  Tab change"); zoom (double).
 * Actions installed on the class (the label bar, menus and shortcuts activate these): "annotation.make" (s: label name), "annotation.remove",
 * "annotation.next", "annotation.previous", "annotation.cycle", "annotation.relate", "annotation.open-card", "text.grow", "text.shrink" … */
GtkWidget *asc_article_view_new           (AscSession *session);
gboolean   asc_article_view_get_selection (AscArticleView *self, AscSpan *selection);   /* FALSE when empty */
guint      asc_article_view_get_caret     (AscArticleView *self);                        /* code points */
void       asc_article_view_set_caret     (AscArticleView *self, guint offset);
void       asc_article_view_select_span   (AscArticleView *self, const AscSpan *span);
void       asc_article_view_show_span     (AscArticleView *self, const AscSpan *span);   /* scroll, also right after load */

G_END_DECLS
