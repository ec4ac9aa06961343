/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscMarkdownBox: a short Markdown text to read: headings, paragraphs, lists, tables, emphasis and code. What it does not know it shows as it is written. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASC_TYPE_MARKDOWN_BOX (asc_markdown_box_get_type ())
G_DECLARE_FINAL_TYPE (AscMarkdownBox, asc_markdown_box, ASC, MARKDOWN_BOX, GtkBox)

GtkWidget *asc_markdown_box_new      (void);
void       asc_markdown_box_set_text (AscMarkdownBox *self, const char *markdown);
/* Pango markup of a line's emphasis and code. (transfer full) */
char      *asc_markdown_to_pango     (const char *line);

G_END_DECLS
