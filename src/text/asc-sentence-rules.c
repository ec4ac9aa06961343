/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-sentence-rules.h"

#include "asc-chars.h"
#include "asc-word-lists.h"

/* Longer than any abbreviation: what is looked at before a full stop. */
#define MAX_WORD_BYTES 48

static gboolean
is_paragraph_separator (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_closing_bracket (gunichar c)
{
  return c == ')' || c == ']' || c == '}';
}

static gboolean
is_opening_bracket (gunichar c)
{
  return c == '(' || c == '[' || c == '{';
}

/* What can only close when white space is on both of its sides. « is left out: in French that is
 * how it opens. */
static gboolean
is_closing_mark (gunichar c)
{
  return is_closing_bracket (c) || c == '"' || c == '\'' || c == 0x201D || c == 0x2019
         || c == 0xBB || c == 0x203A;
}

static gboolean
is_opening_quote (gunichar c)
{
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A || (c >= 0x2018 && c <= 0x201F);
}

static gboolean
is_all (const char *utf8, gsize start, gsize end, gboolean (*test) (gunichar c))
{
  for (gsize i = start; i < end; i = asc_next_char (utf8, i))
    if (!test (g_utf8_get_char (utf8 + i)))
      return FALSE;

  return start < end;
}

static gboolean
is_roman_digit (gunichar c)
{
  return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' || c == 'D' || c == 'M';
}

/* "… mort. » Il": a closing mark that stands alone belongs to the sentence before. Gives the place
 * after it, or @boundary. */
static gsize
skip_detached_marks (const AscSentenceRules *self, gsize boundary)
{
  const char *utf8 = self->utf8;
  gsize       i = boundary;
  gunichar    c;

  if (!asc_char_is_white_space (asc_char_before (utf8, boundary)))
    return boundary;

  while (i < self->n_bytes && is_closing_mark (g_utf8_get_char (utf8 + i)))
    i = asc_next_char (utf8, i);
  if (i == boundary)
    return boundary;

  c = asc_char_at (utf8, self->n_bytes, i);
  if (c != 0 && c != ',' && c != ';' && c != '.' && !asc_char_is_white_space (c))
    return boundary;

  for (; i < self->n_bytes; i = asc_next_char (utf8, i))
    {
      c = g_utf8_get_char (utf8 + i);
      if (!asc_char_is_white_space (c) || is_paragraph_separator (c))
        break;
    }

  return i;
}

/* Whether the word at @start can only be capitalised because a sentence starts there. An initial is
 * none: "V. V. Putin". */
static gboolean
starts_with_function_word (const AscSentenceRules *self, gsize start)
{
  gsize        end = start;
  AscWordFlags flags;

  while (end < self->n_bytes && asc_char_is_word (g_utf8_get_char (self->utf8 + end)))
    end = asc_next_char (self->utf8, end);
  if (asc_char_at (self->utf8, self->n_bytes, end) == '.'
      && asc_next_char (self->utf8, start) == end)
    return FALSE;

  flags = asc_word_lists_lookup (self->language, self->utf8 + start, end - start);
  return (flags & ASC_WORD_FUNCTION) != 0;
}

static gboolean
is_line_start (const AscSentenceRules *self, gsize position)
{
  while (position > 0)
    {
      gunichar c = asc_char_before (self->utf8, position);

      if (is_paragraph_separator (c))
        return TRUE;
      if (!asc_char_is_white_space (c))
        return FALSE;
      position = asc_prev_char (self->utf8, position);
    }

  return TRUE;
}

/* Whether the full stop at @stop, the last thing before @next but for brackets and white space, is
 * part of an abbreviation and the sentence goes on at @next. */
static gboolean
is_inner_stop (const AscSentenceRules *self, gsize stop, gsize next)
{
  const char  *utf8 = self->utf8;
  gsize        start = stop;
  gboolean     can_end = FALSE;
  gunichar     c;
  AscWordFlags flags;

  while (start > 0 && stop - start < MAX_WORD_BYTES)
    {
      c = asc_char_before (utf8, start);
      if (!asc_char_is_word (c) && c != '.')
        break;
      start = asc_prev_char (utf8, start);
    }
  if (start == stop || utf8[stop - 1] == '.')
    return FALSE;

  c = asc_char_at (utf8, self->n_bytes, next);
  flags = asc_word_lists_lookup (self->language, utf8 + start, stop - start);
  if (flags & ASC_WORD_ABBREVIATION_BEFORE_WORD)
    return TRUE;
  if ((flags & ASC_WORD_ABBREVIATION_BEFORE_NUMBER)
      && (g_unichar_isdigit (c) || is_roman_digit (c)))
    return TRUE;

  if (flags & ASC_WORD_ABBREVIATION_ANYWHERE)
    can_end = TRUE;
  else if (asc_word_lists_is_initials (utf8 + start, stop - start))
    can_end = TRUE;
  else if (asc_next_char (utf8, start) == stop
           && asc_char_is_cased (g_utf8_get_char (utf8 + start)))
    can_end = TRUE;
  else if (is_all (utf8, start, stop, g_unichar_isdigit))
    {
      if (is_line_start (self, start)) /* "1. Introduction" */
        return TRUE;
      can_end = stop - start <= 2 && asc_word_lists_has_ordinals (self->language);
    }
  else if (is_all (utf8, start, stop, is_roman_digit))
    can_end = asc_word_lists_has_ordinals (self->language);

  if (!can_end)
    return FALSE;

  return g_unichar_isdigit (c)
         || (asc_char_is_capital (c) && !starts_with_function_word (self, next));
}

gsize
asc_sentence_rules_place (const AscSentenceRules *self, gsize boundary)
{
  const char *utf8 = self->utf8;
  gsize       end, place;
  gunichar    c;

  g_assert (boundary <= self->n_bytes);

  if (boundary == 0 || boundary == self->n_bytes
      || is_paragraph_separator (asc_char_before (utf8, boundary)))
    return boundary;

  place = skip_detached_marks (self, boundary);
  c = asc_char_at (utf8, self->n_bytes, place);
  /* UAX #29 asks for this after a full stop only; “Really?” he asked, and Yahoo! is a name. */
  if (g_unichar_islower (c) || (place > boundary && (c == ',' || c == ';' || c == '.')))
    return ASC_SENTENCE_NO_BREAK;
  if (place > boundary)
    return place;

  end = boundary;
  while (end > 0 && asc_char_is_white_space (asc_char_before (utf8, end)))
    end = asc_prev_char (utf8, end);
  while (end > 0 && is_closing_bracket (asc_char_before (utf8, end)))
    end = asc_prev_char (utf8, end);

  /* "at 6 p.m. (GMT)" goes on, "at 6 p.m. “Go” was said" does not. */
  while (place < self->n_bytes && is_opening_bracket (g_utf8_get_char (utf8 + place)))
    place = asc_next_char (utf8, place);

  if (end > 0 && utf8[end - 1] == '.' && !is_opening_quote (c)
      && is_inner_stop (self, end - 1, place))
    return ASC_SENTENCE_NO_BREAK;
  return boundary;
}
