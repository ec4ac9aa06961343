/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationRecord: an annotation as it stands in a file, before it is known where it stands in the text.
 *
 * Always true: at least one span, each with start < end; ascending, none overlapping; as many quotes as spans, or no quote at all.
 */
#pragma once

#include "asc-annotation.h"
#include "asc-json-reader.h"
#include "asc-json-writer.h"
#include "asc-text.h"

G_BEGIN_DECLS

typedef struct
{
  char          *id;
  char          *label;
  AscSpan       *spans;
  guint          n_spans;
  GStrv          quote;       /* NULL when the file has none, which was reported */
  AscAttributes *attributes;
  char          *note;
  AscOrigin      origin;
  gint64         modified;
  char          *extra;
} AscAnnotationRecord;

/* From the object @reader stands on. NULL when something in it cannot be used; that was reported. (transfer full) */
AscAnnotationRecord *asc_annotation_record_read  (AscJsonReader *reader);
void                 asc_annotation_record_free  (AscAnnotationRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscAnnotationRecord, asc_annotation_record_free)

/* Whether the spans lie in @text and hold what was quoted; without a quote, whether they lie in it. */
gboolean             asc_annotation_record_fits  (const AscAnnotationRecord *self, AscText *text);
gboolean             asc_annotation_record_is_within (const AscAnnotationRecord *self, AscText *text);

/* @self must fit. (transfer full) */
AscAnnotation       *asc_annotation_record_make  (const AscAnnotationRecord *self, AscText *text);

/* One line of the file. */
void                 asc_annotation_record_write (AscJsonWriter *writer, AscAnnotation *annotation);

G_END_DECLS
