/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (AscText) text = asc_text_new ("Café 😀", -1);
  g_autoptr (AscText) part = asc_text_new ("Café 😀", 5);
  g_autoptr (AscText) empty = asc_text_new ("", 0);
  g_autoptr (GBytes)  bytes = g_bytes_new_static ("abcXYZ", 3); /* not NUL-terminated */
  g_autoptr (GBytes)  no_bytes = g_bytes_new (NULL, 0);
  g_autoptr (AscText) from_bytes = asc_text_new_bytes (bytes);
  g_autoptr (AscText) from_nothing = asc_text_new_bytes (no_bytes);

  g_assert_cmpuint (asc_text_get_length (text), ==, 6);
  g_assert_cmpuint (asc_text_get_n_bytes (text), ==, 10);
  g_assert_cmpstr (asc_text_get_utf8 (text), ==, "Café 😀");
  g_assert_cmpuint (asc_offsets_get_n_utf16 (asc_text_get_offsets (text)), ==, 7);
  g_assert_cmpstr (asc_text_get_utf8 (part), ==, "Café");
  g_assert_cmpuint (asc_text_get_length (empty), ==, 0);
  g_assert_cmpstr (asc_text_get_utf8 (from_bytes), ==, "abc");
  g_assert_cmpuint (asc_text_get_length (from_nothing), ==, 0);
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "\xff",             /* never a byte of UTF-8 */
    "a\xc3",            /* cut off */
    "\xc0\xaf",         /* too long a form of "/" */
    "\xed\xa0\x80",     /* half a surrogate pair */
    "\xf4\x90\x80\x80", /* past U+10FFFF */
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (asc_text_new (bad[i], -1));
  g_assert_null (asc_text_new ("a\0b", 3));
}

static void
test_slices (void)
{
  AscSpan                spans[] = { { 0, 1 }, { 3, 6 } };
  g_autoptr (AscText)    text = asc_text_new ("Café 😀", -1);
  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, 2);
  g_auto (GStrv)         quote = asc_text_quote (text, set);
  g_autofree char       *slice = asc_text_slice (text, &ASC_SPAN (3, 5));
  g_autofree char       *past = asc_text_slice (text, &ASC_SPAN (4, 99));
  g_autofree char       *reversed = asc_text_slice (text, &ASC_SPAN (4, 2));

  g_assert_cmpstrv (quote, ((const char *const[]) { "C", "é 😀", NULL }));
  g_assert_cmpstr (slice, ==, "é ");
  g_assert_cmpstr (past, ==, " 😀");
  g_assert_cmpstr (reversed, ==, "");

  g_assert_cmpuint (asc_text_char_at (text, 3), ==, 0xE9);
  g_assert_cmpuint (asc_text_char_at (text, 5), ==, 0x1F600);
  g_assert_cmpuint (asc_text_char_at (text, 6), ==, 0);
  g_assert_cmpuint (asc_text_char_at (text, 99), ==, 0);
}

static void
test_matches (void)
{
  g_autoptr (AscText) text = asc_text_new ("Café 😀", -1);

  g_assert_true (asc_text_matches (text, &ASC_SPAN (3, 6), "é 😀"));
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 6), "é 😁"));
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 6), "é "));
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 5), "é 😀"));
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 7), "é 😀")); /* past the end */
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 3), ""));
  g_assert_false (asc_text_matches (text, &ASC_SPAN (3, 6), "e\u0301 😀")); /* never normalised */
}

static void
test_sha256 (void)
{
  g_autoptr (AscText) text = asc_text_new ("😀 Dr. Wang Zhisheng stated on July 4 that the two officials held dual roles.", -1);
  const char         *sha256 = asc_text_get_sha256 (text);

  g_assert_cmpstr (sha256, ==, "23aed4bfbcbf46e839d62ff4b66891cc425bed616626a6c5739ece0fd903505a");
  g_assert_true (asc_text_get_sha256 (text) == sha256);
}

static gpointer
ask_in_thread (gpointer data)
{
  return g_strdup (asc_text_get_sha256 (data));
}

static void
test_threads (void)
{
  g_autoptr (AscText) text = asc_text_new ("shared", -1);
  GThread            *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_in_thread, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *sha256 = g_thread_join (threads[i]);

      g_assert_cmpstr (sha256, ==, asc_text_get_sha256 (text));
    }
}

static void
assert_nearest (AscText *text, const char *needle, guint near, guint start, guint n_hits)
{
  AscSpan hit;
  guint   n;

  g_assert_true (asc_text_find_nearest (text, needle, near, &hit, &n));
  g_assert_cmpuint (hit.start, ==, start);
  g_assert_cmpuint (asc_span_length (&hit), ==, (guint) g_utf8_strlen (needle, -1));
  g_assert_cmpuint (n, ==, n_hits);
  g_assert_true (asc_text_find_nearest (text, needle, near, &hit, NULL));
  g_assert_cmpuint (hit.start, ==, start);
}

static void
test_nearest (void)
{
  g_autoptr (AscText) text = asc_text_new ("😀 he said, she said, they said 😀", -1);
  AscSpan             hit = { 7, 8 };
  guint               n;

  /* "said" starts at 5, 15 and 26. */
  assert_nearest (text, "said", 0, 5, 3);
  assert_nearest (text, "said", 10, 5, 3); /* as near to 15 */
  assert_nearest (text, "said", 11, 15, 3);
  assert_nearest (text, "said", 26, 26, 3);
  assert_nearest (text, "said", 999, 26, 3);
  assert_nearest (text, "😀", 20, 31, 2);

  g_assert_false (asc_text_find_nearest (text, "nobody", 3, &hit, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (asc_span_equal (&hit, &ASC_SPAN (7, 8)));
  g_assert_false (asc_text_find_nearest (text, "", 3, &hit, &n));
  g_assert_false (asc_text_find_nearest (text, "\x98", 3, &hit, &n)); /* a byte of 😀 */
}

/* Needles that overlap themselves; a search that started anew after each hit would take minutes
 * here. */
static void
test_nearest_overlapping (void)
{
  g_autoptr (AscText) text = asc_text_new ("ha ha ha ha", -1);
  g_autofree char    *many = g_strnfill (400000, 'a');
  g_autofree char    *half = g_strnfill (200000, 'a');
  g_autoptr (AscText) long_text = asc_text_new (many, -1);

  assert_nearest (text, "ha ha", 3, 3, 3);
  assert_nearest (text, "ha ha ha", 99, 3, 2);
  assert_nearest (long_text, half, 777, 777, 200001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/new", test_new);
  g_test_add_func ("/text/bad", test_bad);
  g_test_add_func ("/text/slices", test_slices);
  g_test_add_func ("/text/matches", test_matches);
  g_test_add_func ("/text/sha256", test_sha256);
  g_test_add_func ("/text/threads", test_threads);
  g_test_add_func ("/text/nearest", test_nearest);
  g_test_add_func ("/text/nearest-overlapping", test_nearest_overlapping);
  return g_test_run ();
}
