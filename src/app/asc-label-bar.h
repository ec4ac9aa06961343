/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLabelBar: below the text: the codebook's labels with their keys and counts, and what keys work now. */
#pragma once

#include "asc-article-view.h"

G_BEGIN_DECLS

#define ASC_TYPE_LABEL_BAR (asc_label_bar_get_type ())
G_DECLARE_FINAL_TYPE (AscLabelBar, asc_label_bar, ASC, LABEL_BAR, AdwBin)

/* Properties: session (AscSession). */
void asc_label_bar_set_session (AscLabelBar *self, AscSession *session);
/* Without the line of keys, where there is no room for it. */
void asc_label_bar_set_narrow  (AscLabelBar *self, gboolean narrow);
/* Where the labels' actions go and whose status is shown. */
void asc_label_bar_set_view    (AscLabelBar *self, AscArticleView *view);

G_END_DECLS
