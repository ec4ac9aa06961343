/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotation: a label on one or more spans of an article's text, with attributes.
 *
 * Immutable: an edit makes a new object with the same id (asc_annotation_with_…), and AscHistory puts it in the old one's
 * place. So undo keeps the old object, a thread may read any annotation, and two people's pointers never disagree.
 */
#pragma once

#include "asc-attributes.h"
#include "asc-span-set.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_ORIGIN_MANUAL,     /* made by the coder */
  ASC_ORIGIN_ACCEPTED,   /* suggested, then accepted by the coder */
  ASC_ORIGIN_SUGGESTED,  /* a suggestion nobody has decided on */
  ASC_ORIGIN_IMPORTED,   /* came with a file */
} AscOrigin;

GType       asc_origin_get_type    (void) G_GNUC_CONST;
#define ASC_TYPE_ORIGIN (asc_origin_get_type ())
const char *asc_origin_to_string   (AscOrigin origin);                       /* "manual", "accepted", "suggested", "imported" */
gboolean    asc_origin_from_string (const char *string, AscOrigin *origin);

#define ASC_TYPE_ANNOTATION (asc_annotation_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotation, asc_annotation, ASC, ANNOTATION, GObject)

/* @id NULL: a new id; modified is now. The quote is taken by whoever knows the text (AscAnnotationSet fills it, the store compares it).
 * Properties (all construct-only, readable): id, label, spans, quote (GStrv), attributes, note, origin, modified (gint64, seconds
 * since 1970 UTC), extra. */
AscAnnotation *asc_annotation_new            (const char *id, const char *label, AscSpanSet *spans);

const char    *asc_annotation_get_id         (AscAnnotation *self);
const char    *asc_annotation_get_label      (AscAnnotation *self);
AscSpanSet    *asc_annotation_get_spans      (AscAnnotation *self);          /* (transfer none) */
guint          asc_annotation_get_start      (AscAnnotation *self);          /* of the hull */
guint          asc_annotation_get_end        (AscAnnotation *self);
const char * const *asc_annotation_get_quote (AscAnnotation *self);          /* one string a span; empty array when not yet known */
AscAttributes *asc_annotation_get_attributes (AscAnnotation *self);          /* (transfer none), never NULL */
const char    *asc_annotation_get_note       (AscAnnotation *self);          /* (nullable) */
AscOrigin      asc_annotation_get_origin     (AscAnnotation *self);
gint64         asc_annotation_get_modified   (AscAnnotation *self);
const char    *asc_annotation_get_extra      (AscAnnotation *self);          /* (nullable) JSON object text of unknown members, kept and written back */

/* Copies with one thing changed and `modified` set to now. (transfer full) */
AscAnnotation *asc_annotation_with_label      (AscAnnotation *self, const char *label);
AscAnnotation *asc_annotation_with_spans      (AscAnnotation *self, AscSpanSet *spans, const char * const *quote);
AscAnnotation *asc_annotation_with_attributes (AscAnnotation *self, AscAttributes *attributes);
AscAnnotation *asc_annotation_with_note       (AscAnnotation *self, const char *note);
AscAnnotation *asc_annotation_with_origin     (AscAnnotation *self, AscOrigin origin);
/* The same annotation with its quote, which is no edit: `modified` stays. */
AscAnnotation *asc_annotation_with_quote      (AscAnnotation *self, const char * const *quote);

/* Everything but `modified` is equal. */
gboolean       asc_annotation_equal   (AscAnnotation *self, AscAnnotation *other);
/* Canonical order of files and lists: hull start, then longest, then id. */
int            asc_annotation_compare (AscAnnotation *self, AscAnnotation *other);

G_END_DECLS
