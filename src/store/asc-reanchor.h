/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscReanchor: finds where annotations stand whose text was changed by another program.
 *
 * A file holds the old spans and the quotes. What tells two occurrences of a quote apart is the neighbourhood: annotations whose
 * place is certain ("anchors") say by how much the text around them moved and between which places a neighbour must lie.
 *
 * Never guesses: a place is given when it is the only one, the only one between the neighbours, the one the neighbours'
 * movement predicts, or, for a quote that is not short, so much nearer than any other that no other can be meant.
 */
#pragma once

#include "asc-text.h"

G_BEGIN_DECLS

typedef struct _AscReanchor AscReanchor;

AscReanchor *asc_reanchor_new         (AscText *text);
void         asc_reanchor_free        (AscReanchor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscReanchor, asc_reanchor_free)

/* The annotation that stood at @old_start stands at @new_start, for certain. */
void         asc_reanchor_add_anchor  (AscReanchor *self, guint old_start, guint new_start);

/* The only place where the fragments @quote stand, all moved by the same distance. @spans: the old ones, ascending, none overlapping, replaced by the
 * new ones on success. */
gboolean     asc_reanchor_find_unique (AscReanchor *self, AscSpan *spans, guint n_spans, const char * const *quote);
/* The same with the help of the anchors; fragments may have moved by different distances as long as their order is kept. */
gboolean     asc_reanchor_find        (AscReanchor *self, AscSpan *spans, guint n_spans, const char * const *quote);

G_END_DECLS
