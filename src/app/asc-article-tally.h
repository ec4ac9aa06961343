/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticleTally: how many of a project's articles are done. Reads the summaries that no list row has asked for yet, a few at a
 * time while nothing else is to do, so that a large project opens at once. */
#pragma once

#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE_TALLY (asc_article_tally_get_type ())
G_DECLARE_FINAL_TYPE (AscArticleTally, asc_article_tally, ASC, ARTICLE_TALLY, GObject)

/* Signals: "changed": a number, or the state of an article. */
AscArticleTally *asc_article_tally_new       (void);
void             asc_article_tally_set_store (AscArticleTally *self, AscProjectStore *store);   /* (nullable) */
guint            asc_article_tally_get_n     (AscArticleTally *self);
guint            asc_article_tally_get_n_done (AscArticleTally *self);

G_END_DECLS
