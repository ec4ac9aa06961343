/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTags: the tag of each token of a layer, as class numbers: what token classification and CoNLL columns share.
 *
 * IOB2:   0 O, then for each label B-, I-.             IOBES:  0 O, then for each label B-, I-, E-, S-.
 * The labels are those of the codebook, in its order, so that a number means the same in every export of a project.
 */
#pragma once

#include "asc-alignment.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_TAGS_IOB2,
  ASC_TAGS_IOBES,
} AscTagScheme;

extern const char * const asc_tag_scheme_choices[];   /* "iob2", "iobes" */

AscTagScheme  asc_tag_scheme_read   (AscExportOptions *options);   /* the format option "scheme" */
/* Names of the codebook's labels, in its order. (transfer full) */
GStrv         asc_tags_list_labels  (AscCodebook *codebook);
/* The class of each token, 0 to 2 (or 4) × n_labels. A label that is not in @labels is O. @n: tokens. (transfer full) */
guint        *asc_tags_make         (AscTagScheme scheme, const char * const *labels, const AscAlignedSpan *spans, guint n_spans, guint n);
/* "O", "B-claim": what a class is called. (transfer full) */
char         *asc_tags_to_string    (AscTagScheme scheme, const char * const *labels, guint tag);
guint         asc_tags_get_n_classes (AscTagScheme scheme, const char * const *labels);
/* Counts, as losses, annotations whose label the codebook lacks: they have no class. */
void          asc_tags_count_unknown_labels (const AscExportLayer *layer, AscLossReport *losses);

G_END_DECLS
