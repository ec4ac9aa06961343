/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-unit-detector.h"

const char *
asc_offset_unit_to_string (AscOffsetUnit unit)
{
  switch (unit)
    {
    case ASC_OFFSET_UTF16:
      return "UTF-16";
    case ASC_OFFSET_BYTES:
      return "bytes";
    case ASC_OFFSET_CODE_POINTS:
    default:
      return "code points";
    }
}

/* A position in code points; FALSE when it is beyond the end or inside a character. */
static gboolean
position_to_chars (AscOffsetUnit  unit,
                   const AscText *text,
                   gint64         position,
                   guint         *chars)
{
  const AscOffsets *offsets = asc_text_get_offsets (text);

  if (position < 0)
    return FALSE;

  switch (unit)
    {
    case ASC_OFFSET_UTF16:
      if (position > asc_offsets_get_n_utf16 (offsets))
        return FALSE;
      *chars = asc_offsets_utf16_to_chars (offsets, (guint) position);
      return asc_offsets_chars_to_utf16 (offsets, *chars) == position;
    case ASC_OFFSET_BYTES:
      if (position > (gint64) asc_offsets_get_n_bytes (offsets))
        return FALSE;
      *chars = asc_offsets_bytes_to_chars (offsets, (gsize) position);
      return (gint64) asc_offsets_chars_to_bytes (offsets, *chars) == position;
    case ASC_OFFSET_CODE_POINTS:
    default:
      if (position > asc_offsets_get_n_chars (offsets))
        return FALSE;
      *chars = (guint) position;
      return TRUE;
    }
}

gboolean
asc_offset_convention_to_span (AscOffsetConvention  convention,
                               const AscText       *text,
                               const AscRange      *range,
                               AscSpan             *span)
{
  AscSpan found;

  g_return_val_if_fail (text != NULL && range != NULL && span != NULL, FALSE);

  if (!position_to_chars (convention.unit, text, range->start, &found.start)
      || !position_to_chars (convention.unit, text, range->end, &found.end))
    return FALSE;

  if (convention.inclusive)
    {
      if (found.end >= asc_text_get_length (text))
        return FALSE;
      found.end++;
    }
  if (asc_span_is_empty (&found))
    return FALSE;

  *span = found;

  return TRUE;
}

/* Compares the text at @p, up to @end, with @quote, both with each run of white space as one space; gives the rest of the quote, or NULL. */
static const char *
match_slice (const char *p,
             const char *end,
             const char *quote)
{
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (*quote == '\0' || !g_unichar_isspace (g_utf8_get_char (quote)))
            return NULL;
          while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          while (*quote != '\0' && g_unichar_isspace (g_utf8_get_char (quote)))
            quote = g_utf8_next_char (quote);
          continue;
        }

      if (*quote == '\0' || g_utf8_get_char (quote) != c)
        return NULL;
      p = g_utf8_next_char (p);
      quote = g_utf8_next_char (quote);
    }

  return quote;
}

gboolean
asc_offset_convention_fits (AscOffsetConvention  convention,
                            const AscText       *text,
                            const AscWitness    *witness)
{
  const AscOffsets *offsets = asc_text_get_offsets (text);
  const char *utf8 = asc_text_get_utf8 (text);
  const char *rest = witness->quote;

  for (gsize i = 0; i < witness->n_ranges; i++)
    {
      AscSpan span;

      if (!asc_offset_convention_to_span (convention, text, &witness->ranges[i], &span))
        return FALSE;
      /* Fragments are joined by a space, and touching ones, cut at a line break, by nothing but what was there. */
      while (i > 0 && *rest != '\0' && g_unichar_isspace (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);

      rest = match_slice (utf8 + asc_offsets_chars_to_bytes (offsets, span.start),
                          utf8 + asc_offsets_chars_to_bytes (offsets, span.end), rest);
      if (rest == NULL)
        return FALSE;
    }

  return *rest == '\0';
}

static gsize
count_fitting (AscOffsetConvention  convention,
               const AscText       *text,
               const AscWitness    *witnesses,
               gsize                n)
{
  gsize fitting = 0;

  for (gsize i = 0; i < n; i++)
    if (witnesses[i].quote != NULL && asc_offset_convention_fits (convention, text, &witnesses[i]))
      fitting++;

  return fitting;
}

/**
 * asc_unit_detector_detect:
 * @nominal: what the format says
 * @text: the text that the offsets count
 * @witnesses: (array length=n): annotations of the text
 * @n: how many
 * @n_fitting: (out): how many witnesses agree with the result
 * @n_witnesses: (out): how many have a quote at all
 *
 * Returns: the convention to read all of them by
 */
AscOffsetConvention
asc_unit_detector_detect (AscOffsetConvention  nominal,
                          const AscText       *text,
                          const AscWitness    *witnesses,
                          gsize                n,
                          gsize               *n_fitting,
                          gsize               *n_witnesses)
{
  static const AscOffsetUnit units[] = { ASC_OFFSET_CODE_POINTS, ASC_OFFSET_UTF16, ASC_OFFSET_BYTES };
  AscOffsetConvention best = nominal;

  g_return_val_if_fail (text != NULL, nominal);
  g_return_val_if_fail (n_fitting != NULL && n_witnesses != NULL, nominal);

  *n_witnesses = 0;
  for (gsize i = 0; i < n; i++)
    *n_witnesses += witnesses[i].quote != NULL;

  *n_fitting = count_fitting (nominal, text, witnesses, n);
  for (gsize i = 0; i < G_N_ELEMENTS (units) && *n_fitting < *n_witnesses; i++)
    for (int inclusive = 0; inclusive <= 1; inclusive++)
      {
        AscOffsetConvention candidate = { units[i], inclusive };
        gsize fitting = count_fitting (candidate, text, witnesses, n);

        if (fitting > *n_fitting)
          {
            best = candidate;
            *n_fitting = fitting;
          }
      }

  return best;
}
