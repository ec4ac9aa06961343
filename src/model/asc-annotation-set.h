/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationSet: one coder's annotations and relations on one article: the content of annotations/<coder>/<article>.json.
 *
 * A GListModel of its AscAnnotation in canonical order. Only AscHistory changes it (asc-annotation-set-private.h).
 *
 * Always true: ids are unique; every span lies in the text; each relation's ends exist (others are kept as
 * orphans by the store); no two annotations have the same label and spans; the index agrees with the list.
 */
#pragma once

#include <gio/gio.h>

#include "asc-article.h"
#include "asc-index.h"
#include "asc-relation.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATION_SET (asc_annotation_set_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotationSet, asc_annotation_set, ASC, ANNOTATION_SET, GObject)

/* Properties: article, coder, state, read-to (0: not begun), read-only (newer format), n-relations.
 * Signals: "annotation-changed" (AscAnnotation *before, AscAnnotation *after): either may be NULL, for add and remove;
 *          "relation-changed" (AscRelation *before, AscRelation *after);
 * beside GListModel::items-changed. In a bulk change items-changed is emitted once, before these. */
AscAnnotationSet *asc_annotation_set_new             (AscArticle *article, const char *coder);
AscArticle       *asc_annotation_set_get_article     (AscAnnotationSet *self);
const char       *asc_annotation_set_get_coder       (AscAnnotationSet *self);
AscState          asc_annotation_set_get_state       (AscAnnotationSet *self);
guint             asc_annotation_set_get_read_to     (AscAnnotationSet *self);
gboolean          asc_annotation_set_get_read_only   (AscAnnotationSet *self);
const char       *asc_annotation_set_get_extra       (AscAnnotationSet *self);   /* unknown members of the file */

guint             asc_annotation_set_get_n           (AscAnnotationSet *self);
AscAnnotation    *asc_annotation_set_get_nth         (AscAnnotationSet *self, guint position);     /* (transfer none) */
AscAnnotation    *asc_annotation_set_lookup          (AscAnnotationSet *self, const char *id);     /* (transfer none) (nullable) */
gboolean          asc_annotation_set_get_position    (AscAnnotationSet *self, const char *id, guint *position);
AscAnnotation    *asc_annotation_set_find_same       (AscAnnotationSet *self, const char *label, AscSpanSet *spans); /* the refused duplicate */
GPtrArray        *asc_annotation_set_query           (AscAnnotationSet *self, const AscSpan *range); /* by AscIndex; (transfer container) */
/* The annotations of which a span holds or touches @offset, shortest first: what a click takes, and what O cycles. (transfer container) */
GPtrArray        *asc_annotation_set_stack_at        (AscAnnotationSet *self, guint offset);
/* Reading order from @offset: the next annotation that starts after it / the previous one that starts before it. (nullable) */
AscAnnotation    *asc_annotation_set_next            (AscAnnotationSet *self, AscAnnotation *after, guint offset);
AscAnnotation    *asc_annotation_set_previous        (AscAnnotationSet *self, AscAnnotation *before, guint offset);

/* @annotation as the set would hold it: itself when its quote is what the text says, else a copy with the right one. (transfer full) */
AscAnnotation    *asc_annotation_set_quoted          (AscAnnotationSet *self, AscAnnotation *annotation);

guint             asc_annotation_set_count_label     (AscAnnotationSet *self, const char *label);
AscRelation      *asc_annotation_set_lookup_relation (AscAnnotationSet *self, const char *id);
GPtrArray        *asc_annotation_set_get_relations   (AscAnnotationSet *self);                       /* all, canonical; (transfer container) */
GPtrArray        *asc_annotation_set_relations_from  (AscAnnotationSet *self, const char *id);       /* (transfer container) */
GPtrArray        *asc_annotation_set_relations_to    (AscAnnotationSet *self, const char *id);

void              asc_annotation_set_check_consistency (AscAnnotationSet *self);

G_END_DECLS
