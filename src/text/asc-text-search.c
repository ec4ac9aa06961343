/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "asc-text-search.h"

#include <string.h>

/* Letters of news from rare to frequent; k, s and i are left out, as K (Kelvin), ſ and ı fold to them from other bytes. */
static const char rare_first[] = "zqxj7469358v120bpygfwmucldrhnoate";

/* Å (Ångström), Ω (Ohm), ς and the Greek letters of mathematics fold to these, too. */
static const gunichar many_forms[] = { 0xe5, 0x3c3, 0x3c9, 0x3bc, 0x3b2, 0x3b8, 0x3c6, 0x3c0, 0x3ba, 0x3c1, 0x3b5, 0x3b9, 0x1e61 };

/* One way to write a character: its bytes, and where they next stand in the text. */
typedef struct
{
  char        bytes[6];
  gsize       n_bytes;
  const char *next;    /* NULL: nowhere any more */
} Form;

typedef struct
{
  gunichar *chars;     /* folded */
  glong     n_chars;
  glong     anchor;    /* index of the character that is looked for, -1: all are tried */
  Form      forms[3];
  guint     n_forms;
} Needle;

/* One code point to one, so that a hit is as long as the needle. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return c == '\n' || c == '\t' ? ' ' : (gunichar) g_ascii_tolower ((char) c);

  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2032: case 0x02bc:
      return '\'';
    case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033: case 0x00ab: case 0x00bb:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (g_unichar_toupper (c));
    }
}

static gboolean
has_many_forms (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (many_forms); i++)
    {
      if (many_forms[i] == c)
        return TRUE;
    }
  return FALSE;
}

static void
add_form (Needle *needle, gunichar c)
{
  Form form = { 0 };

  form.n_bytes = g_unichar_to_utf8 (c, form.bytes);
  for (guint i = 0; i < needle->n_forms; i++)
    {
      if (needle->forms[i].n_bytes == form.n_bytes && memcmp (needle->forms[i].bytes, form.bytes, form.n_bytes) == 0)
        return;
    }
  needle->forms[needle->n_forms++] = form;
}

/* The rarest character that is written in few ways; everything else is compared around where it stands. */
static void
choose_anchor (Needle *needle)
{
  const char *best = NULL;

  needle->anchor = -1;
  for (glong i = 0; i < needle->n_chars; i++)
    {
      gunichar c = needle->chars[i];

      if (c >= 0x80 && g_unichar_isalnum (c) && !has_many_forms (c))
        {
          needle->anchor = i;
          break;
        }
      if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          const char *rank = strchr (rare_first, (int) c);

          if (rank != NULL && (best == NULL || rank < best))
            {
              best = rank;
              needle->anchor = i;
            }
        }
    }
  if (needle->anchor < 0)
    return;

  add_form (needle, needle->chars[needle->anchor]);
  add_form (needle, g_unichar_toupper (needle->chars[needle->anchor]));
  add_form (needle, g_unichar_totitle (needle->chars[needle->anchor]));
}

static const char *
find_form (const Form *form, const char *from, const char *end)
{
  if (form->n_bytes == 1)
    return memchr (from, form->bytes[0], end - from);
  return memmem (from, end - from, form->bytes, form->n_bytes);
}

/* The next place of the anchor from @from on, in any of its forms. */
static const char *
next_anchor (Needle *needle, const char *from, const char *end)
{
  const char *first = NULL;

  if (needle->anchor < 0)
    return from < end ? from : NULL;

  for (guint i = 0; i < needle->n_forms; i++)
    {
      Form *form = &needle->forms[i];

      if (form->next != NULL && form->next < from)
        form->next = find_form (form, from, end);
      if (form->next != NULL && (first == NULL || form->next < first))
        first = form->next;
    }
  return first;
}

/* The start of a hit whose anchor is at @anchor, NULL when there is none; sets @hit_end. */
static const char *
match_around (const Needle *needle, const char *anchor, const char *start, const char *end, const char **hit_end)
{
  const char *p = anchor;
  glong       index = MAX (needle->anchor, 0);

  for (glong i = index; i-- > 0;)
    {
      if (p == start)
        return NULL;
      p = g_utf8_prev_char (p);
      if (fold (g_utf8_get_char (p)) != needle->chars[i])
        return NULL;
    }

  const char *first = p;
  p = anchor;
  for (glong i = index; i < needle->n_chars; i++)
    {
      if (p >= end || fold (g_utf8_get_char (p)) != needle->chars[i])
        return NULL;
      p = g_utf8_next_char (p);
    }
  *hit_end = p;
  return first;
}

/**
 * asc_text_search:
 * @text: a text
 * @needle: UTF-8
 * @max: most hits to look for
 *
 * Finds @needle, ignoring case (one code point for one: "ß" is not "ss") and the style of quotation marks, dashes and white space.
 * The rarest of its characters is looked for with the C library's memchr and memmem, which read several gigabytes a second.
 *
 * Returns: (transfer full) (element-type AscSpan): the hits in code points, ascending, none overlapping
 */
GArray *
asc_text_search (AscText *text, const char *needle, guint max)
{
  const AscOffsets    *offsets;
  const char          *start, *end, *from, *anchor;
  const char          *known;        /* up to here characters were counted */
  guint                known_chars = 0;
  GArray              *hits;
  g_autofree gunichar *chars = NULL;
  Needle               compiled = { 0 };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (needle != NULL, NULL);

  hits = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  chars = g_utf8_to_ucs4 (needle, -1, NULL, &compiled.n_chars, NULL);
  if (chars == NULL || compiled.n_chars == 0)
    return hits;

  for (glong i = 0; i < compiled.n_chars; i++)
    chars[i] = fold (chars[i]);
  compiled.chars = chars;
  choose_anchor (&compiled);

  offsets = asc_text_get_offsets (text);
  start = known = from = asc_text_get_utf8 (text);
  end = start + asc_text_get_n_bytes (text);
  for (guint i = 0; i < compiled.n_forms; i++)
    compiled.forms[i].next = find_form (&compiled.forms[i], start, end);

  for (const char *at = start; hits->len < max && (anchor = next_anchor (&compiled, at, end)) != NULL;)
    {
      const char *hit_end = NULL;
      const char *hit = match_around (&compiled, anchor, from, end, &hit_end);
      AscSpan     span;

      if (hit == NULL)
        {
          at = g_utf8_next_char (anchor);
          continue;
        }

      /* Counting on is quicker than looking up for hits close by. */
      if (hit - known < 512)
        known_chars += (guint) g_utf8_pointer_to_offset (known, hit);
      else
        known_chars = asc_offsets_bytes_to_chars (offsets, hit - start);
      known = hit;
      span = ASC_SPAN (known_chars, known_chars + (guint) compiled.n_chars);
      g_array_append_val (hits, span);
      at = from = hit_end;
    }
  return hits;
}
