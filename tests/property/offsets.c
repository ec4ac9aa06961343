/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offsets against GLib's functions that walk from the start of the text. */
#include "asc-offsets.h"

#include "property.h"

#include <string.h>

static guint
naive_utf16 (const char *text, guint offset_chars)
{
  guint units = 0;

  for (guint i = 0; i < offset_chars; i++, text = g_utf8_next_char (text))
    units += g_utf8_get_char (text) >= 0x10000 ? 2 : 1;

  return units;
}

/* Every position when @text is short, some of them when it is long. */
static void
check_text (GRand *rand, const char *text)
{
  gsize                  n_bytes = strlen (text);
  g_autoptr (AscOffsets) offsets = asc_offsets_new (text, n_bytes);
  guint                  n_chars = (guint) g_utf8_strlen (text, -1);
  guint                  n_utf16 = naive_utf16 (text, n_chars);
  guint                  n_checks = MIN (n_chars + 2, 2000);

  g_assert_cmpuint (asc_offsets_get_n_chars (offsets), ==, n_chars);
  g_assert_cmpuint (asc_offsets_get_n_bytes (offsets), ==, n_bytes);
  g_assert_cmpuint (asc_offsets_get_n_utf16 (offsets), ==, n_utf16);
  g_assert_cmpint (asc_offsets_has_astral (offsets), ==, n_utf16 > n_chars);

  for (guint i = 0; i < n_checks; i++)
    {
      guint       chars = n_checks == n_chars + 2 ? i : (guint) g_rand_int_range (rand, 0, (gint32) n_chars + 2);
      const char *at = g_utf8_offset_to_pointer (text, MIN (chars, n_chars));
      gsize       bytes = (gsize) (at - text);
      guint       utf16 = naive_utf16 (text, MIN (chars, n_chars));

      g_assert_cmpuint (asc_offsets_chars_to_bytes (offsets, chars), ==, bytes);
      g_assert_cmpuint (asc_offsets_chars_to_utf16 (offsets, chars), ==, utf16);
      g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, bytes), ==, MIN (chars, n_chars));
      g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, utf16), ==, MIN (chars, n_chars));

      /* Inside a character: its start. */
      for (gsize inside = 1; chars < n_chars && inside < (gsize) (g_utf8_next_char (at) - at); inside++)
        g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, bytes + inside), ==, chars);
      if (chars < n_chars && g_utf8_get_char (at) >= 0x10000)
        g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, utf16 + 1), ==, chars);
    }
  g_assert_cmpuint (asc_offsets_bytes_to_chars (offsets, G_MAXSIZE), ==, n_chars);
  g_assert_cmpuint (asc_offsets_utf16_to_chars (offsets, G_MAXUINT), ==, n_chars);
}

static void
test_random_texts (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *text = property_text_new (rand, 200);

      check_text (rand, text);
    }
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = property_text_new (rand, 20000);

      check_text (rand, text);
    }
}

/* Lengths around those of blocks and checkpoints, of characters of one, two, three and four
 * bytes. */
static void
test_uniform_texts (void)
{
  static const char *const characters[] = { "a", "é", "王", "😀" };
  g_autoptr (GRand)        rand = property_rand_new ();

  for (guint c = 0; c < G_N_ELEMENTS (characters); c++)
    for (guint length = 0; length < 600; length += length < 40 ? 1 : 7)
      {
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint i = 0; i < length; i++)
          g_string_append (text, characters[c]);
        check_text (rand, text->str);
        g_string_append (text, "x😀");
        check_text (rand, text->str);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offsets/random-texts", test_random_texts);
  g_test_add_func ("/offsets/uniform-texts", test_uniform_texts);
  return g_test_run ();
}
