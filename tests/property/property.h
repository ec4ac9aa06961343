/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What property tests share: a seed that is printed and can be set (SEED=123), and random texts
 * full of what goes wrong. */
#pragma once

#include <glib.h>
#include <stdlib.h>

G_GNUC_UNUSED static GRand *
property_rand_new (void)
{
  const char *given = g_getenv ("SEED");
  guint32     seed = given != NULL && *given != '\0' ? (guint32) strtoul (given, NULL, 0) : g_random_int ();

  g_printerr ("SEED=%u\n", seed); /* what meson shows of a test that fails */
  return g_rand_new_with_seed (seed);
}

/* A random text of at most @max_pieces pieces: Latin with and without accents, combining marks,
 * CJK, Thai, Arabic, Hebrew, emoji with joiners, modifiers and flags, white space of all kinds,
 * punctuation, quotation marks, and lone code points of any plane. */
G_GNUC_UNUSED static char *
property_text_new (GRand *rand, int max_pieces)
{
  static const char *const pieces[] = {
    "a", "e", "S", "T", "the", "The", "Dr.", "U.S.", "No.", "Mr", "etc", "p.", "J.", "Jan.", "1", "42", "3.5", "10\u202f000",
    "word", "Word", "don’t", "Wang’s", "état", "e\u0301", "o\u0308\u0323", "ﬁ", "ß", "İ", "\u0301", "王", "志胜", "表示", "。", "，", "かな",
    "ครับ", "สวัสดี", "العربية", "لا", "שלום", "й", "क्षि", "한국", "각", "👨‍🚒", "👍🏽", "🇫🇷", "🇩", "😀", "𝒜", "\U00020000",
    "\u200d", "\ufe0f", "\u200b", "\u00ad", "\ufeff", "\u2060",
    " ", " ", " ", " ", " ", "  ", "\u00a0", "\u2009", "\u3000", "\t", "\n", "\n", "\n\n", "\u2028", "\u2029", "\302\205",
    ".", ".", "!", "?", "...", "…", ",", ";", ":", "-", "–", "—", "/", "&", "(", ")", "[", "]", "@", "#",
    "“", "”", "„", "“", "‘", "’", "\"", "\"", "'", "«", "»", "‹", "›", "「", "」", "『", "』", "‚",
  };
  GString *text = g_string_new (NULL);
  int      n = g_rand_int_range (rand, 0, max_pieces + 1);

  for (int i = 0; i < n; i++)
    {
      if (g_rand_int_range (rand, 0, 40) == 0)
        {
          gunichar c = (gunichar) g_rand_int_range (rand, 1, 0x110000);

          g_string_append_unichar (text, g_unichar_validate (c) ? c : 0xFFFD);
        }
      else
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    }

  return g_string_free (text, FALSE);
}
