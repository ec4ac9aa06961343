/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-finder.h"

#include "asc-date-scan.h"
#include "asc-edtf.h"

#include <string.h>

struct _AscDateFinder
{
  gatomicrefcount        ref_count;
  const AscDateLanguage *language;
};

/* How far before a place the scanner starts when only one expression is asked for: earlier dates that the rules
 * look back to are within this distance. */
#define LOOK_BACK_BYTES 8192

/* Between the two dates of a range, and around them, stands no more than "from", "between" or " through ". */
#define RANGE_GAP_CHARS 9

G_DEFINE_BOXED_TYPE (AscDateMatch, asc_date_match, asc_date_match_copy, asc_date_match_free)
G_DEFINE_BOXED_TYPE (AscDateFinder, asc_date_finder, asc_date_finder_ref, asc_date_finder_unref)

/**
 * asc_date_match_copy:
 * @self: a match
 *
 * Returns: (transfer full): a copy of @self
 */
AscDateMatch *
asc_date_match_copy (const AscDateMatch *self)
{
  AscDateMatch *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (AscDateMatch, 1);
  *copy = *self;
  copy->value = g_strdup (self->value);
  copy->candidates = g_strdupv (self->candidates);
  return copy;
}

/**
 * asc_date_match_free:
 * @self: (transfer full): a match
 */
void
asc_date_match_free (AscDateMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->value);
  g_strfreev (self->candidates);
  g_free (self);
}

/**
 * asc_date_type_to_string:
 * @type: a TIMEX3 type
 *
 * Returns: the name TIMEX3 gives it: "DATE", "TIME", "DURATION" or "SET"
 */
const char *
asc_date_type_to_string (AscDateType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (names), NULL);

  return names[type];
}

/**
 * asc_date_finder_new:
 * @language: (nullable): BCP 47 tag of the text's language
 *
 * Makes a finder for a language. One without tables gets what is the same in all: ISO dates and numbers.
 *
 * Returns: (transfer full): a finder
 */
AscDateFinder *
asc_date_finder_new (const char *language)
{
  AscDateFinder *self = g_new0 (AscDateFinder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = asc_date_language_get (language);
  return self;
}

/**
 * asc_date_finder_ref:
 * @self: a finder
 *
 * Returns: (transfer full): @self
 */
AscDateFinder *
asc_date_finder_ref (AscDateFinder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * asc_date_finder_unref:
 * @self: (transfer full): a finder
 */
void
asc_date_finder_unref (AscDateFinder *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static GPtrArray *
scan (AscDateFinder *self, AscText *text, const char *anchor, gsize from_bytes, gsize until_bytes, gsize to_bytes, gboolean strict)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_date_match_free);
  const AscOffsets *offsets = asc_text_get_offsets (text);

  asc_date_scan (self->language, asc_text_get_utf8 (text), from_bytes, until_bytes, to_bytes, anchor, strict, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      AscDateMatch *match = g_ptr_array_index (matches, i);

      match->span.start = asc_offsets_bytes_to_chars (offsets, match->span.start);
      match->span.end = asc_offsets_bytes_to_chars (offsets, match->span.end);
    }
  return matches;
}

/**
 * asc_date_finder_find:
 * @self: a finder
 * @text: the text of an article
 * @anchor: (nullable): the article's date, "2024-07-06", may carry a time; %NULL when unknown
 *
 * Finds all date and time expressions of a text, in reading order, none overlapping. Without an anchor, relative
 * expressions get values with unknown digits, such as "XXXX-07-04". Extents and values follow TimeML (TIMEX3).
 *
 * Returns: (transfer full) (element-type AscDateMatch): the expressions
 */
GPtrArray *
asc_date_finder_find (AscDateFinder *self, AscText *text, const char *anchor)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return scan (self, text, anchor, 0, asc_text_get_n_bytes (text), asc_text_get_n_bytes (text), TRUE);
}

/* The expressions of the sentences around a span, computed with enough text before it for the look-back rules. */
static GPtrArray *
find_around (AscDateFinder *self, AscText *text, const char *anchor, const AscSpan *span)
{
  const char *utf8 = asc_text_get_utf8 (text);
  const AscOffsets *offsets = asc_text_get_offsets (text);
  gsize start = asc_offsets_chars_to_bytes (offsets, span->start), end = asc_offsets_chars_to_bytes (offsets, span->end);
  gsize from = start > LOOK_BACK_BYTES ? start - LOOK_BACK_BYTES : 0;

  while (from > 0 && utf8[from - 1] != '\n' && start - from < 2 * LOOK_BACK_BYTES)
    from--;
  while (((guchar) utf8[from] & 0xC0) == 0x80)
    from++;
  return scan (self, text, anchor, from, MIN (end + 1, asc_text_get_n_bytes (text)), asc_text_get_n_bytes (text), TRUE);
}

/**
 * asc_date_finder_at:
 * @self: a finder
 * @text: the text of an article
 * @anchor: (nullable): the article's date
 * @offset: a place, in code points
 *
 * Looks at the surroundings of the place only, whatever the length of the text.
 *
 * Returns: (transfer full) (nullable): the expression that holds @offset, else the one that ends there
 */
AscDateMatch *
asc_date_finder_at (AscDateFinder *self, AscText *text, const char *anchor, guint offset)
{
  g_autoptr (GPtrArray) matches = NULL;
  const AscDateMatch *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  offset = MIN (offset, asc_text_get_length (text));
  matches = find_around (self, text, anchor, &ASC_SPAN (offset, offset));
  for (guint i = 0; i < matches->len; i++)
    {
      const AscDateMatch *match = g_ptr_array_index (matches, i);

      if (asc_span_contains (&match->span, offset) || (match->span.end == offset && offset > 0))
        found = match;
    }
  return found != NULL ? asc_date_match_copy (found) : NULL;
}

/* The expression that shares most with a span. */
static const AscDateMatch *
best_match (GPtrArray *matches, const AscSpan *span)
{
  const AscDateMatch *best = NULL;
  guint best_shared = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const AscDateMatch *match = g_ptr_array_index (matches, i);
      guint start = MAX (match->span.start, span->start), end = MIN (match->span.end, span->end);

      if (start < end && end - start > best_shared)
        {
          best = match;
          best_shared = end - start;
        }
    }
  return best;
}

/* "from May 5 to May 7", tagged as one: two dates inside the span, with hardly anything else, are an interval. */
static char *
interval_value (GPtrArray *matches, const AscSpan *span)
{
  const AscDateMatch *inside[2] = { NULL, NULL };
  AscEdtfDay first, last;
  guint n = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const AscDateMatch *match = g_ptr_array_index (matches, i);

      if (!asc_span_overlaps (&match->span, span))
        continue;
      if (n == 2 || match->span.start < span->start || match->span.end > span->end || match->type != ASC_DATE_TYPE_DATE)
        return NULL;
      inside[n++] = match;
    }
  if (n < 2 || inside[1]->span.start - inside[0]->span.end > RANGE_GAP_CHARS || inside[0]->span.start - span->start > RANGE_GAP_CHARS ||
      span->end - inside[1]->span.end > RANGE_GAP_CHARS)
    return NULL;
  if (!asc_edtf_earliest (inside[0]->value, &first) || !asc_edtf_latest (inside[1]->value, &last) || asc_edtf_day_compare (&first, &last) > 0)
    return NULL;
  return g_strdup_printf ("%s/%s", inside[0]->value, inside[1]->value);
}

/**
 * asc_date_finder_resolve:
 * @self: a finder
 * @text: the text of an article
 * @anchor: (nullable): the article's date
 * @span: what somebody tagged as a date
 *
 * Gives the value of an expression where it stands. The span may be a little wider or narrower than what the
 * finder itself would take ("on Friday", "Friday"): the expression that shares most with it counts. Two dates in it are an
 * interval. Words that the finder leaves alone for what else they mean ("may") are read as dates here.
 *
 * Returns: (transfer full) (nullable): the expression with its value and the span asked for
 */
AscDateMatch *
asc_date_finder_resolve (AscDateFinder *self, AscText *text, const char *anchor, const AscSpan *span)
{
  g_autoptr (GPtrArray) matches = NULL;
  const AscDateMatch *best;
  AscDateMatch *result;
  char *interval;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (span != NULL && span->start <= span->end && span->end <= asc_text_get_length (text), NULL);

  matches = find_around (self, text, anchor, span);
  best = best_match (matches, span);
  if (best == NULL)
    {
      const AscOffsets *offsets = asc_text_get_offsets (text);
      gsize start = asc_offsets_chars_to_bytes (offsets, span->start), end = asc_offsets_chars_to_bytes (offsets, span->end);

      g_ptr_array_unref (matches);
      matches = scan (self, text, anchor, start, end, end, FALSE);
      best = best_match (matches, span);
    }
  if (best == NULL)
    return NULL;
  result = asc_date_match_copy (best);
  result->span = *span;
  interval = interval_value (matches, span);
  if (interval != NULL)
    {
      g_free (result->value);
      result->value = interval;
      result->rule = "range";
      g_clear_pointer (&result->candidates, g_strfreev);
    }
  return result;
}
