/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-finder.h"

#include "asc-date-scan.h"

struct _AscDateFinder
{
  gatomicrefcount        ref_count;
  const AscDateLanguage *language;
};

/* How far before a place the scanner starts when only one expression is asked for: earlier dates that the rules
 * look back to are within this distance. */
#define LOOK_BACK_BYTES 8192

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

static void
to_chars (AscDateMatch *match, const AscOffsets *offsets)
{
  match->span.start = asc_offsets_bytes_to_chars (offsets, match->span.start);
  match->span.end = asc_offsets_bytes_to_chars (offsets, match->span.end);
}

/**
 * asc_date_finder_find:
 * @self: a finder
 * @text: the text of an article
 * @anchor: (nullable): the article's date, "2024-07-06", may carry a time; %NULL when unknown
 *
 * Finds all date and time expressions of a text, in reading order, none overlapping. Without an anchor, relative
 * expressions get values with unknown digits, such as "XXXX-07-04".
 *
 * Returns: (transfer full) (element-type AscDateMatch): the expressions
 */
GPtrArray *
asc_date_finder_find (AscDateFinder *self, AscText *text, const char *anchor)
{
  GPtrArray *matches;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  matches = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_date_match_free);
  asc_date_scan (self->language, asc_text_get_utf8 (text), 0, asc_text_get_n_bytes (text), anchor, TRUE, matches);
  for (guint i = 0; i < matches->len; i++)
    to_chars (g_ptr_array_index (matches, i), asc_text_get_offsets (text));
  return matches;
}

/* The expressions of the line that holds a place, computed with enough text before it for the look-back rules. */
static GPtrArray *
find_around (AscDateFinder *self, AscText *text, const char *anchor, guint offset)
{
  const char *utf8 = asc_text_get_utf8 (text);
  gsize at = asc_offsets_chars_to_bytes (asc_text_get_offsets (text), offset);
  gsize n_bytes = asc_text_get_n_bytes (text), from = at > LOOK_BACK_BYTES ? at - LOOK_BACK_BYTES : 0, to = at;
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_date_match_free);

  while (from > 0 && utf8[from - 1] != '\n' && from + 2 * LOOK_BACK_BYTES > at)
    from--;
  while (((guchar) utf8[from] & 0xC0) == 0x80)
    from++;
  while (to < n_bytes && utf8[to] != '\n' && to < at + LOOK_BACK_BYTES)
    to++;
  asc_date_scan (self->language, utf8, from, to, anchor, TRUE, matches);
  for (guint i = 0; i < matches->len; i++)
    to_chars (g_ptr_array_index (matches, i), asc_text_get_offsets (text));
  return matches;
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
 * Returns: (transfer full) (nullable): the expression that holds @offset, or ends there
 */
AscDateMatch *
asc_date_finder_at (AscDateFinder *self, AscText *text, const char *anchor, guint offset)
{
  g_autoptr (GPtrArray) matches = NULL;
  AscDateMatch *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  matches = find_around (self, text, anchor, offset);
  for (guint i = 0; i < matches->len; i++)
    {
      AscDateMatch *match = g_ptr_array_index (matches, i);

      if (asc_span_contains (&match->span, offset) || match->span.end == offset)
        found = match;
    }
  return found != NULL ? asc_date_match_copy (found) : NULL;
}

/**
 * asc_date_finder_resolve:
 * @self: a finder
 * @text: the text of an article
 * @anchor: (nullable): the article's date
 * @span: what somebody tagged as a date
 *
 * Gives the value of an expression where it stands. The span may be a little wider or narrower than what the
 * finder itself would take ("on Friday", "Friday"): the expression that shares most with it counts.
 *
 * Returns: (transfer full) (nullable): the expression with its value and the span asked for
 */
AscDateMatch *
asc_date_finder_resolve (AscDateFinder *self, AscText *text, const char *anchor, const AscSpan *span)
{
  g_autoptr (GPtrArray) matches = NULL;
  AscDateMatch *best = NULL;
  guint best_shared = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);

  matches = find_around (self, text, anchor, span->start);
  for (guint i = 0; i < matches->len; i++)
    {
      AscDateMatch *match = g_ptr_array_index (matches, i);
      guint start = MAX (match->span.start, span->start), end = MIN (match->span.end, span->end);

      if (start < end && end - start > best_shared)
        {
          best = match;
          best_shared = end - start;
        }
    }
  if (best == NULL)
    return NULL;
  best = asc_date_match_copy (best);
  best->span = *span;
  return best;
}
