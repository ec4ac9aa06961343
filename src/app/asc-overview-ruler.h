/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscOverviewRuler: the whole article as a narrow strip beside the scroll bar: where annotations, things to do and hits are, and what is on the screen.
 * A click goes there. It shows nothing that keys don't reach, so assistive technology is not told of it. */
#pragma once

#include "asc-article-view.h"

G_BEGIN_DECLS

#define ASC_TYPE_OVERVIEW_RULER (asc_overview_ruler_get_type ())
G_DECLARE_FINAL_TYPE (AscOverviewRuler, asc_overview_ruler, ASC, OVERVIEW_RULER, GtkWidget)

void asc_overview_ruler_set_view (AscOverviewRuler *self, AscArticleView *view, AscSession *session);

G_END_DECLS
