/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a foreign offset counts. Formats say code points and their programs write UTF-16, or the other way round, or bytes, or the last character instead of the
 * end; so what a format says is tried first, and where it also has the quoted text, the quotes decide.
 *
 * In a text without a code point above U+FFFF, code points and UTF-16 units are the same and nothing is to be decided.
 */
#pragma once

#include "asc-text.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_OFFSET_CODE_POINTS,
  ASC_OFFSET_UTF16,
  ASC_OFFSET_BYTES,
} AscOffsetUnit;

typedef struct
{
  AscOffsetUnit unit;
  gboolean      inclusive;   /* the end is the last character, not the one after it */
} AscOffsetConvention;

/* A range as it stands in a file. */
typedef struct
{
  gint64 start;
  gint64 end;
} AscRange;

/* One annotation as a witness: its ranges, and what the file says stands there (fragments joined by one space). */
typedef struct
{
  const AscRange *ranges;
  gsize           n_ranges;
  const char     *quote;   /* NULL: no witness */
} AscWitness;

const char *asc_offset_unit_to_string       (AscOffsetUnit unit);   /* "code points", "UTF-16", "bytes" */

/* A range in code points. FALSE when it is outside the text, inside a character, or empty. */
gboolean    asc_offset_convention_to_span   (AscOffsetConvention convention, const AscText *text, const AscRange *range, AscSpan *span);
/* Whether what stands at the witness's ranges is its quote, white space of any kind and length counting as one space. */
gboolean    asc_offset_convention_fits      (AscOffsetConvention convention, const AscText *text, const AscWitness *witness);
/* The convention that most witnesses agree with; @nominal when no other has more. @n_fitting, @n_witnesses: how many have a quote and fit, and have one. */
AscOffsetConvention asc_unit_detector_detect (AscOffsetConvention nominal, const AscText *text, const AscWitness *witnesses, gsize n,
                                              gsize *n_fitting, gsize *n_witnesses);

G_END_DECLS
