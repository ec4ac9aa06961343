/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDateFinder: date and time expressions of a text, with their TIMEX3 / ISO 8601 values. */
#pragma once

#include "asc-segmenter.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_DATE_TYPE_DATE,
  ASC_DATE_TYPE_TIME,
  ASC_DATE_TYPE_DURATION,
  ASC_DATE_TYPE_SET,
} AscDateType;

/**
 * AscDateMatch:
 * @span: where the expression stands
 * @type: TIMEX3 type
 * @value: (owned): TIMEX3 value, e.g. "2024-07-04", "2024-W27", "2024-07-05TMO", "P3D", "PAST_REF"
 * @rule: (not nullable): static name of the rule that found it, e.g. "weekday-last"
 * @candidates: (nullable) (owned): other readings, likeliest first, for stepping through; without @value
 */
typedef struct
{
  AscSpan      span;
  AscDateType  type;
  char        *value;
  const char  *rule;
  GStrv        candidates;
} AscDateMatch;

#define ASC_TYPE_DATE_MATCH (asc_date_match_get_type ())
GType         asc_date_match_get_type   (void) G_GNUC_CONST;
AscDateMatch *asc_date_match_copy       (const AscDateMatch *self);
void          asc_date_match_free       (AscDateMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscDateMatch, asc_date_match_free)

const char   *asc_date_type_to_string   (AscDateType type);   /* "DATE", "TIME", "DURATION", "SET" */

#define ASC_TYPE_DATE_FINDER (asc_date_finder_get_type ())
typedef struct _AscDateFinder AscDateFinder;

/* Boxed, reference counted, immutable after making: the language's tables are shared. @language: BCP 47; a language
 * without tables gets the language-free ones (ISO dates, numbers). */
GType          asc_date_finder_get_type (void) G_GNUC_CONST;
AscDateFinder *asc_date_finder_new      (const char *language);
AscDateFinder *asc_date_finder_ref      (AscDateFinder *self);
void           asc_date_finder_unref    (AscDateFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscDateFinder, asc_date_finder_unref)

/* All expressions of @text in reading order, none overlapping. @anchor: the article's date ("2024-07-06", may carry a time), or
 * NULL when unknown (relative expressions then get values such as "XXXX-07-04"). Element type AscDateMatch*. (transfer full) */
GPtrArray     *asc_date_finder_find     (AscDateFinder *self, AscText *text, const char *anchor);

/* The expression at a place, or NULL. (transfer full) */
AscDateMatch  *asc_date_finder_at       (AscDateFinder *self, AscText *text, const char *anchor, guint offset);

/* The value of one expression, given where it stands (earlier dates of the text count where that is the rule). NULL when
 * the span is no date expression that is understood. (transfer full) */
AscDateMatch  *asc_date_finder_resolve  (AscDateFinder *self, AscText *text, const char *anchor, const AscSpan *span);

G_END_DECLS
