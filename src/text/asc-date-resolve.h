/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resolver: from what an expression says (AscDateForm) to what it means (TIMEX3 type and value). */
#pragma once

#include "asc-date-calendar.h"
#include "asc-date-finder.h"

G_BEGIN_DECLS

/* What is known where the expression stands. */
typedef struct
{
  gboolean     has_anchor;
  AscDatePoint anchor;            /* the article's date, as fine as it is known */
  int          anchor_minutes;    /* of the day; -1 unknown */
  gboolean     has_mentioned;
  AscDatePoint mentioned;         /* the date mentioned last */
  gboolean     mentioned_here;    /* … in this sentence */
  gboolean     mentioned_year;    /* … and its year was written there */
  AscDateTense tense;
} AscDateContext;

#define ASC_DATE_MAX_CANDIDATES 4

typedef struct
{
  AscDateType  type;
  char        *value;             /* (owned), NULL: means nothing */
  char        *candidates[ASC_DATE_MAX_CANDIDATES + 1]; /* (owned), NULL-terminated */
  gboolean     has_point;         /* it is a date that later ones can refer to */
  AscDatePoint point;
} AscDateMeaning;

/* "2024-07-06", with or without a time, "2024-07", "2024". FALSE when it is none of these. */
gboolean asc_date_context_set_anchor (AscDateContext *self, const char *anchor);

void     asc_date_resolve            (const AscDateForm *form, AscDateKind kind, const AscDateContext *context, AscDateMeaning *meaning);
void     asc_date_meaning_clear      (AscDateMeaning *self);

/* Of the parts of the resolver for each other. */
void     asc_date_resolve_calendar   (const AscDateForm *form, const AscDateContext *context, AscDateMeaning *meaning);
gboolean asc_date_context_base       (const AscDateContext *self, AscDateBase base, AscDateUnit unit, AscDatePoint *point);
void     asc_date_meaning_add        (AscDateMeaning *self, char *candidate); /* takes it; the first becomes the value */

G_END_DECLS
