/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of dates as the files carry them and as people type them: ISO 8601, EDTF level 1 (ISO 8601-2) and what TIMEX3 adds.
 *
 *   2024-07-04   2024-07   2024   201X (the 2010s)   20XX   -0043 (44 BC)   2016-09?   2016~   2016-09-01%
 *   2024-W27   2024-W27-3   2024-W27-WE   2024-Q3   2024-H1   2024-SU   XXXX-07-04   XXXX-WXX-5   201   20
 *   2024-07-05T10:00   2024-07-05T10:00Z   2024-07-05T10:00+02:00   2024-07-05TMO   T10:00
 *   2016-09/2016-11   ../2020   2020/..   /2020   P3D   PT1H30M   P2.5Y   PXM   P2DE   PAST_REF   PRESENT_REF   FUTURE_REF
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_EDTF_DATE,
  ASC_EDTF_INTERVAL,
  ASC_EDTF_DURATION,
  ASC_EDTF_REFERENCE,
} AscEdtfKind;

/* How fine a date is, from coarse to fine. */
typedef enum
{
  ASC_EDTF_NOTHING,   /* an end of an interval that is open or unknown, or a time without a date */
  ASC_EDTF_CENTURY,
  ASC_EDTF_DECADE,
  ASC_EDTF_YEAR,
  ASC_EDTF_HALF,
  ASC_EDTF_SEASON,
  ASC_EDTF_QUARTER,
  ASC_EDTF_MONTH,
  ASC_EDTF_WEEK,
  ASC_EDTF_WEEKEND,
  ASC_EDTF_DAY,
} AscEdtfPrecision;

typedef enum
{
  ASC_EDTF_UNCERTAIN = 1 << 0,   /* ? */
  ASC_EDTF_APPROXIMATE = 1 << 1, /* ~; with the other, % */
} AscEdtfQualifiers;

typedef enum { ASC_EDTF_PAST, ASC_EDTF_PRESENT, ASC_EDTF_FUTURE } AscEdtfReference;

/* A field that is written with X. */
#define ASC_EDTF_UNKNOWN (-1)

/**
 * AscEdtfDate:
 * @precision: how fine it is
 * @open: an end of an interval that goes on (".."); without it, one that is not known ("")
 * @year: the year, unknown digits as 0: 2010 for "201X"
 * @n_unknown: how many digits of the year are not known: 1 for "201X", 4 for "XXXX"
 * @month: 1–12, ASC_EDTF_UNKNOWN, or 0 for none; likewise @day, @week, @weekday (1 Monday), @quarter, @half
 * @season: 1 spring – 4 winter, or 0
 * @part: part of the day: "MO", "MI", "AF", "EV", "NI", "DT", or ""
 * @hour: 0–24, or ASC_EDTF_UNKNOWN for no time; @minute and @second likewise
 * @has_offset: a time zone is told; then @offset_minutes is its distance from UTC
 * @qualifiers: AscEdtfQualifiers
 */
typedef struct
{
  AscEdtfPrecision precision;
  gboolean         open;
  int              year;
  int              n_unknown;
  int              month, day, week, weekday, quarter, half, season;
  char             part[3];
  int              hour, minute, second;
  gboolean         has_offset;
  int              offset_minutes;
  guint            qualifiers;
} AscEdtfDate;

typedef enum
{
  ASC_EDTF_MILLENNIA,
  ASC_EDTF_CENTURIES,
  ASC_EDTF_DECADES,
  ASC_EDTF_YEARS,
  ASC_EDTF_QUARTERS,
  ASC_EDTF_MONTHS,
  ASC_EDTF_WEEKS,
  ASC_EDTF_WEEKENDS,
  ASC_EDTF_DAYS,
  ASC_EDTF_HOURS,
  ASC_EDTF_MINUTES,
  ASC_EDTF_SECONDS,
  ASC_EDTF_N_UNITS
} AscEdtfUnit;

/**
 * AscEdtf:
 * @kind: which of the members below count
 * @start: of a DATE, the date; of an INTERVAL, its first
 * @end: of an INTERVAL, its last
 * @amounts: of a DURATION, thousandths of each unit; ASC_EDTF_UNKNOWN for "X", 0 for none
 * @reference: of a REFERENCE
 */
typedef struct
{
  AscEdtfKind      kind;
  AscEdtfDate      start;
  AscEdtfDate      end;
  gint64           amounts[ASC_EDTF_N_UNITS];
  AscEdtfReference reference;
} AscEdtf;

typedef struct { int year, month, day; } AscEdtfDay;

gboolean asc_edtf_parse       (const char *text, AscEdtf *edtf);
char    *asc_edtf_to_string   (const AscEdtf *edtf);

gboolean asc_edtf_is_valid    (const char *text);
char    *asc_edtf_normalise   (const char *text);  /* (transfer full) (nullable) */

/* First and last day that the value can mean. FALSE for a duration, a reference, an open end and an unknown year. */
gboolean asc_edtf_earliest    (const char *text, AscEdtfDay *day);
gboolean asc_edtf_latest      (const char *text, AscEdtfDay *day);
int      asc_edtf_day_compare (const AscEdtfDay *self, const AscEdtfDay *other);

G_END_DECLS
