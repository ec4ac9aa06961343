/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three-way merge of two versions of one annotation file. Works in any thread; the sets given are not changed.
 *
 * By id: what one side left as it was takes the other side's version, and a member of an annotation (label, spans, note, each attribute)
 * is decided on its own. What both changed differently stays ours; theirs is kept in the set's extra members under "conflicts". What one
 * side removed and the other changed, or needs as the end of a relation, stays. Two annotations that became identical are one, of the
 * smaller id. Apart from conflicts the result is the same whichever side is ours.
 */
#pragma once

#include "asc-annotation-set.h"
#include "asc-history.h"

G_BEGIN_DECLS

/* @base NULL: nothing is known of what both come from. @conflicts (nullable) (element-type utf8) gets "/annotations/<id>", "/relations/<id>" or "/state". */
AscAnnotationSet *asc_annotation_merge         (AscAnnotationSet *base, AscAnnotationSet *ours, AscAnnotationSet *theirs, GPtrArray *conflicts);
/* Makes @set what @target is, as one step that can be undone. FALSE when it was that already. */
gboolean          asc_annotation_merge_take_in (AscHistory *history, AscAnnotationSet *set, AscAnnotationSet *target);

G_END_DECLS
