/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-text-finder.h"

/* Folding one character at a time keeps offsets: full case folding ("ß" to "ss") changes lengths. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);
  return g_unichar_tolower (c);
}

static gunichar *
fold_all (const char *utf8, glong *n)
{
  gunichar *folded = g_utf8_to_ucs4_fast (utf8, -1, n);

  for (glong i = 0; i < *n; i++)
    folded[i] = fold (folded[i]);
  return folded;
}

static gboolean
stands_at (const char *p, const gunichar *needle, glong n)
{
  for (glong i = 0; i < n; i++)
    {
      if (fold (g_utf8_get_char (p)) != needle[i])
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

/**
 * asc_text_finder_find_all:
 * @text: a text
 * @needle: what to look for, UTF-8
 * @max: how many places at most
 *
 * Returns: (transfer full) (element-type AscSpan): the places in code points, ascending, none overlapping
 */
GArray *
asc_text_finder_find_all (AscText *text, const char *needle, guint max)
{
  GArray              *hits = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  g_autofree gunichar *folded = NULL;
  glong                n;
  guint                offset = 0;

  g_return_val_if_fail (text != NULL, hits);
  g_return_val_if_fail (needle != NULL, hits);

  folded = fold_all (needle, &n);
  if (n == 0)
    return hits;

  for (const char *p = asc_text_get_utf8 (text); *p != '\0' && hits->len < max;)
    {
      if (!stands_at (p, folded, n))
        {
          p = g_utf8_next_char (p);
          offset++;
          continue;
        }
      g_array_append_vals (hits, &ASC_SPAN (offset, offset + n), 1);
      p = g_utf8_offset_to_pointer (p, n);
      offset += n;
    }
  return hits;
}
