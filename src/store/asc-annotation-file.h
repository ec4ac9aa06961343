/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annotations/<coder>/<article>.json ⇄ AscAnnotationSet. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-codebook.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_ANNOTATION_FORMAT_VERSION 1

/* The set of what @bytes holds. The article's text must be loaded: each quote is checked against it; what doesn't fit is re-anchored by its quote
 * (nearest occurrence, only when unambiguous by context) and reported, or kept as an orphan (asc_annotation_set_get_extra carries it) and reported. NULL only
 * when nothing can be read. A newer format gives a read-only set. @problems: (element-type AscProblem) */
AscAnnotationSet *asc_annotation_file_parse (GBytes *bytes, const char *path, AscArticle *article, const char *coder, GPtrArray *problems, GError **error);

/* Canonical bytes; same content, same bytes. May be called in a thread on an AscAnnotationSnapshot. */
GBytes           *asc_annotation_file_write (AscAnnotationSet *set);

/* State and number of annotations without building the objects, for lists and statistics. */
gboolean          asc_annotation_file_peek  (GBytes *bytes, AscState *state, guint *n_annotations);

G_END_DECLS
