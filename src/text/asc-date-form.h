/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDateForm: what an expression says, before it is known what it means.
 *
 * A pattern fills slots ("last" → REL, "March" → MONTH, "two" → NUMBER); the resolver turns them into a value. No slot knows
 * of a language, so that all languages share the resolver. An unset slot holds ASC_DATE_UNSET.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASC_DATE_UNSET G_MININT64

typedef enum
{
  ASC_SLOT_NONE,
  ASC_SLOT_YEAR,       /* 4 digits; with YEAR_DIGITS 2, as written ("'98" → 98) */
  ASC_SLOT_DIGITS,     /* how to read YEAR: 4 or unset, a year; 3 a decade; 2 a year of two digits; 1 a century, by its ordinal;
                        * 5 two digits of the century mentioned last; 8 yyyymmdd */
  ASC_SLOT_ERA,        /* 1: before Christ */
  ASC_SLOT_SEASON,     /* AscDateSeason */
  ASC_SLOT_QUARTER,    /* 1–4 */
  ASC_SLOT_HALF,       /* 1–2 */
  ASC_SLOT_MONTH,      /* 1–12 */
  ASC_SLOT_WEEK,       /* ISO week */
  ASC_SLOT_DAY,        /* 1–31 */
  ASC_SLOT_WEEKDAY,    /* 1 Monday – 7 Sunday */
  ASC_SLOT_WEEKEND,    /* 1 */
  ASC_SLOT_HOLIDAY,    /* AscDateHoliday */
  ASC_SLOT_PART,       /* AscDatePart */
  ASC_SLOT_HOUR,       /* 0–24 */
  ASC_SLOT_MINUTE,
  ASC_SLOT_SECOND,
  ASC_SLOT_AMPM,       /* 0 before noon, 12 after */
  ASC_SLOT_ZONE,       /* minutes east of Greenwich, only kept when it is 0 */
  ASC_SLOT_DAY_SHIFT,  /* today 0, yesterday -1 */
  ASC_SLOT_REL,        /* ASC_DATE_REL(): of what the expression is about: "last" week, "next" March */
  ASC_SLOT_YEAR_REL,   /* the same, of the year around it: March of "next" year */
  ASC_SLOT_MONTH_REL,
  ASC_SLOT_WEEK_REL,
  ASC_SLOT_NUMBER,     /* thousandths; -1: a number that is not told ("several") */
  ASC_SLOT_UNIT,       /* AscDateUnit */
  ASC_SLOT_NUMBER2,
  ASC_SLOT_UNIT2,
  ASC_SLOT_SHIFT,      /* direction of NUMBER × UNIT: -1 ago, +1 later */
  ASC_SLOT_BASE,       /* AscDateBase that SHIFT counts from */
  ASC_SLOT_ORDINAL,    /* "the second week of": 2; -1 the last */
  ASC_SLOT_REF,        /* AscDateRef */
  ASC_SLOT_TENSE,      /* AscDateTense that the words themselves tell ("coming March") */
  ASC_N_SLOTS
} AscDateSlot;

typedef enum { ASC_SEASON_SPRING = 1, ASC_SEASON_SUMMER, ASC_SEASON_AUTUMN, ASC_SEASON_WINTER } AscDateSeason;

typedef enum
{
  ASC_PART_MORNING = 1,
  ASC_PART_MIDDAY,
  ASC_PART_AFTERNOON,
  ASC_PART_EVENING,
  ASC_PART_NIGHT,
  ASC_PART_DAYTIME,
} AscDatePart;

/* From fine to coarse: the resolver compares. */
typedef enum
{
  ASC_UNIT_SECOND = 1,
  ASC_UNIT_MINUTE,
  ASC_UNIT_HOUR,
  ASC_UNIT_DAY,
  ASC_UNIT_NIGHT,
  ASC_UNIT_WEEKEND,
  ASC_UNIT_WEEK,
  ASC_UNIT_FORTNIGHT,
  ASC_UNIT_MONTH,
  ASC_UNIT_QUARTER,
  ASC_UNIT_HALF,       /* half a year */
  ASC_UNIT_SEASON,
  ASC_UNIT_YEAR,
  ASC_UNIT_DECADE,
  ASC_UNIT_CENTURY,
  ASC_UNIT_MILLENNIUM,
} AscDateUnit;

typedef enum
{
  ASC_BASE_ANCHOR,     /* the article's date: "ago", "last" */
  ASC_BASE_MENTIONED,  /* the date mentioned before, else the article's: "earlier", "the previous" */
} AscDateBase;

/* last -1, this 0, next +1, and what they count from. */
#define ASC_DATE_REL(base, steps) ((gint64) (base) * 1000 + (steps) + 100)
#define ASC_DATE_REL_BASE(rel)    ((AscDateBase) ((rel) / 1000))
#define ASC_DATE_REL_STEPS(rel)   ((int) ((rel) % 1000) - 100)

typedef enum { ASC_REF_PAST = 1, ASC_REF_PRESENT, ASC_REF_FUTURE } AscDateRef;

typedef enum { ASC_TENSE_NONE, ASC_TENSE_PAST, ASC_TENSE_PRESENT, ASC_TENSE_FUTURE } AscDateTense;

/* How a filled form is read. */
typedef enum
{
  ASC_KIND_DATE,       /* calendar fields; a TIME when it has an hour or a part of day */
  ASC_KIND_UNIT,       /* REL × UNIT: "last week" */
  ASC_KIND_SHIFT,      /* NUMBER × UNIT from a base: "two weeks ago" */
  ASC_KIND_DURATION,
  ASC_KIND_SET,
  ASC_KIND_REF,
  ASC_KIND_SAME_LAST,  /* what was mentioned, shifted by REL years, as fine as that was: "a year earlier", "the year-ago period" */
  ASC_KIND_NOTHING,    /* looks like a date and is none: consumes the words */
} AscDateKind;

typedef struct
{
  gint64 slot[ASC_N_SLOTS];
} AscDateForm;

static inline gboolean
asc_date_form_has (const AscDateForm *self, AscDateSlot slot)
{
  return self->slot[slot] != ASC_DATE_UNSET;
}

static inline int
asc_date_form_get (const AscDateForm *self, AscDateSlot slot, int fallback)
{
  return self->slot[slot] != ASC_DATE_UNSET ? (int) self->slot[slot] : fallback;
}

G_END_DECLS
