/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticleView: the article's text with its annotations. A GtkTextView that is never editable; own drawing, cached per paragraph, shows the
 * annotations (lanes, brackets, outlines, links), and the view's GtkAccessibleText says them to assistive technology, both asked from the set's
 * index for what is visible or asked about, never for the whole text.
 *
 * Buffer offsets are code points of the text, always: nothing is added to the buffer, and a long text is put in slice by slice.
 * The view owns caret, text selection and the keyboard grammar; all changes go through the session's annotator.
 */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_READING_FONT_SERIF,
  ASC_READING_FONT_SANS,
  ASC_READING_FONT_DYSLEXIC,
} AscReadingFont;

#define ASC_TYPE_READING_FONT (asc_reading_font_get_type ())
GType      asc_reading_font_get_type     (void) G_GNUC_CONST;   /* nicks: "serif", "sans", "dyslexic" */
/* Whether a family of that kind is installed. */
gboolean   asc_reading_font_is_available (AscReadingFont font, PangoContext *context);

#define ASC_TYPE_ARTICLE_VIEW (asc_article_view_get_type ())
G_DECLARE_FINAL_TYPE (AscArticleView, asc_article_view, ASC, ARTICLE_VIEW, GtkTextView)

/* Properties:
 *   session       AscSession (construct-only)
 *   status        string, read-only: the keys that work now, "Enter Accept   Tab Next"
 *   announcement  string, read-only: what was said last to assistive technology
 *   zoom          double, 0.5 to 4
 *   font          AscReadingFont
 *   line-height   double, 1 to 3, of the font's size
 *   column-width  int, pixels of text at zoom 1
 * Signals:
 *   "open-card" (AscAnnotation *): Space
 *   "search-actor" (const char *relation_type, const char *typed): a letter while a role is being changed
 *   "find": Ctrl+F
 *   "hits-changed"
 * Actions installed on the class (the label bar, menus and shortcuts activate these): "annotation.make" (s: label name), "annotation.remove" and the
 * others of asc-key-map.c. */
GtkWidget *asc_article_view_new           (AscSession *session);
gboolean   asc_article_view_get_selection (AscArticleView *self, AscSpan *selection);   /* FALSE when empty */
guint      asc_article_view_get_caret     (AscArticleView *self);                        /* code points */
void       asc_article_view_set_caret     (AscArticleView *self, guint offset);
void       asc_article_view_select_span   (AscArticleView *self, const AscSpan *span);
void       asc_article_view_show_span     (AscArticleView *self, const AscSpan *span);   /* scroll, also right after load */
/* What a key press does; FALSE when it is none of ours. The key controller calls it, and tests do. */
gboolean   asc_article_view_handle_key    (AscArticleView *self, guint keyval, GdkModifierType state);
/* "Claim: “…”; source: Dr. Wang; in Claim “…”": what is announced of an annotation. (transfer full) */
char      *asc_article_view_describe      (AscArticleView *self, AscAnnotation *annotation);
/* Hits of a search, ascending, drawn until replaced; NULL for none. @current: index, or G_MAXUINT. */
void       asc_article_view_set_hits      (AscArticleView *self, const AscSpan *hits, guint n_hits, guint current);
const AscSpan *asc_article_view_get_hits  (AscArticleView *self, guint *n_hits);

G_END_DECLS
