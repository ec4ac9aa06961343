/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotator: what a gesture means: the rules between a key or a click and AscHistory. No widget, no sentence for people.
 *
 * Works on one AscAnnotationSet with its text's segmenter, quotations and date finder, made when first needed. */
#pragma once

#include "asc-history.h"
#include "asc-segmenter.h"
#include "asc-quotations.h"
#include "asc-date-finder.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATOR (asc_annotator_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotator, asc_annotator, ASC, ANNOTATOR, GObject)

AscAnnotator     *asc_annotator_new           (AscProject *project, AscHistory *history, AscAnnotationSet *set); /* the article's text must be loaded */
AscAnnotationSet *asc_annotator_get_set       (AscAnnotator *self);
AscProject       *asc_annotator_get_project   (AscAnnotator *self);
AscHistory       *asc_annotator_get_history   (AscAnnotator *self);
AscSegmenter     *asc_annotator_get_segmenter (AscAnnotator *self);
const AscQuotations *asc_annotator_get_quotations (AscAnnotator *self);
AscDateFinder    *asc_annotator_get_date_finder (AscAnnotator *self);

/* What a label's key would take with nothing selected and the caret at @offset. FALSE when there is nothing (an empty line). */
gboolean          asc_annotator_span_at       (AscAnnotator *self, AscLabel *label, guint offset, AscSpan *span);
/* Makes an annotation. @selection NULL or empty: what stands at @caret. A date gets its value, an actor its kind. Returns it (transfer none), or the identical
 * one that is there already, with @existed set; NULL when there is nothing to take or the set is read-only. */
AscAnnotation    *asc_annotator_annotate      (AscAnnotator *self, AscLabel *label, const AscSpan *selection, guint caret, gboolean *existed);
gboolean          asc_annotator_set_label     (AscAnnotator *self, AscAnnotation *annotation, AscLabel *label);
gboolean          asc_annotator_set_spans     (AscAnnotator *self, AscAnnotation *annotation, AscSpanSet *spans, const char *squash_key);
gboolean          asc_annotator_set_attribute (AscAnnotator *self, AscAnnotation *annotation, const char *name, GVariant *value); /* squashes text */
gboolean          asc_annotator_set_note      (AscAnnotator *self, AscAnnotation *annotation, const char *note);
gboolean          asc_annotator_remove        (AscAnnotator *self, AscAnnotation *annotation);
/* Joins two annotations by the first type that may (in either direction), or by @type. NULL when none may or it is there already. */
AscRelation      *asc_annotator_relate        (AscAnnotator *self, AscAnnotation *one, AscAnnotation *other, AscRelationType *type);
gboolean          asc_annotator_unrelate      (AscAnnotator *self, AscRelation *relation);
/* What @annotation may be related to, nearest first. (transfer container) */
GPtrArray        *asc_annotator_relation_targets (AscAnnotator *self, AscAnnotation *annotation, AscRelationType *type);
/* Done, or done without claims: the step that Ctrl+Enter takes. */
gboolean          asc_annotator_set_state     (AscAnnotator *self, AscState state, guint read_to);

G_END_DECLS
