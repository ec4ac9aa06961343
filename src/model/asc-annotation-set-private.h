/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mutators of AscAnnotationSet. Included by asc-history.c (the one gate) and by the files of the store that fill new sets;
 * a test fails when any other file includes this. */
#pragma once

#include "asc-annotation-set.h"

G_BEGIN_DECLS

/* A batch emits items-changed once, at its end, and the per-item signals after it. Batches nest. */
void asc_annotation_set_begin_batch (AscAnnotationSet *self);
void asc_annotation_set_end_batch   (AscAnnotationSet *self);

/* Add, or replace the one with its id. The caller has seen to it that the spans lie in the text and that asc_annotation_set_find_same ()
 * finds no other. The quote is filled in. */
void asc_annotation_set_put         (AscAnnotationSet *self, AscAnnotation *annotation);
void asc_annotation_set_remove      (AscAnnotationSet *self, const char *id);   /* it has no relations any more */
void asc_annotation_set_put_relation    (AscAnnotationSet *self, AscRelation *relation);   /* both ends are there */
void asc_annotation_set_remove_relation (AscAnnotationSet *self, const char *id);
void asc_annotation_set_set_state   (AscAnnotationSet *self, AscState state, guint read_to);
void asc_annotation_set_set_read_only (AscAnnotationSet *self, gboolean read_only);
void asc_annotation_set_set_extra   (AscAnnotationSet *self, const char *extra);

G_END_DECLS
