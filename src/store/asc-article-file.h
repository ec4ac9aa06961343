/* SPDX-License-Identifier: GPL-3.0-or-later */
/* articles/<article>.json ⇄ AscArticleMeta. */
#pragma once

#include "asc-article.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

AscArticleMeta *asc_article_file_parse (GBytes *bytes, const char *path, const char *id, GPtrArray *problems, GError **error);
GBytes         *asc_article_file_write (const AscArticleMeta *meta);

G_END_DECLS
