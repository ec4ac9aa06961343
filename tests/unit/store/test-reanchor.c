/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-reanchor.h"

static AscReanchor *
reanchor_new (const char *text)
{
  g_autoptr (AscText) made = asc_text_new (text, -1);

  return asc_reanchor_new (made);
}

static void
assert_found (AscReanchor *self,
              guint        start,
              const char  *quote,
              int          expected)  /* -1: not found */
{
  AscSpan span = ASC_SPAN (start, start + g_utf8_strlen (quote, -1));
  const char *quotes[] = { quote, NULL };
  AscSpan old = span;

  g_assert_cmpint (asc_reanchor_find (self, &span, 1, quotes), ==, expected >= 0);
  if (expected < 0)
    g_assert_true (asc_span_equal (&span, &old));
  else
    {
      g_assert_cmpuint (span.start, ==, expected);
      g_assert_cmpuint (asc_span_length (&span), ==, g_utf8_strlen (quote, -1));
    }
}

static void
test_unique (void)
{
  g_autoptr (AscReanchor) self = reanchor_new ("😀 one two three two");
  const char *one[] = { "one", NULL }, *two[] = { "two", NULL }, *none[] = { "four", NULL }, *empty[] = { "", NULL };
  AscSpan span = ASC_SPAN (7, 10);

  g_assert_true (asc_reanchor_find_unique (self, &span, 1, one));
  g_assert_cmpuint (span.start, ==, 2);
  g_assert_cmpuint (span.end, ==, 5);
  g_assert_false (asc_reanchor_find_unique (self, &span, 1, two));
  g_assert_false (asc_reanchor_find_unique (self, &span, 1, none));
  g_assert_false (asc_reanchor_find_unique (self, &span, 1, empty));
  g_assert_cmpuint (span.start, ==, 2);

  /* Offsets that are wrong altogether: the quote alone counts. */
  span = ASC_SPAN (1000, 2000);
  g_assert_true (asc_reanchor_find_unique (self, &span, 1, one));
  g_assert_cmpuint (span.end, ==, 5);
}

static void
test_neighbours (void)
{
  /*                                           0123456789012345678901234567890 */
  g_autoptr (AscReanchor) self = reanchor_new ("xx he A he B he C he D he E yy");

  /* Nothing tells one from the other. */
  assert_found (self, 1, "he", -1);

  /* A and C moved by two: what stood beside them did, too. */
  asc_reanchor_add_anchor (self, 4, 6);
  asc_reanchor_add_anchor (self, 14, 16);
  assert_found (self, 6, "he", 8);
  assert_found (self, 11, "he", 13);
  assert_found (self, 1, "he", 3);
  assert_found (self, 21, "he", 23);
  /* Not where the neighbours say, and two lie between them. */
  assert_found (self, 8, "he", -1);
}

static void
test_between (void)
{
  /*                                           01234567890123456789 */
  g_autoptr (AscReanchor) self = reanchor_new ("he A ...he... B he x");

  /* The neighbours moved by different distances, but only one lies between them. */
  asc_reanchor_add_anchor (self, 3, 3);
  asc_reanchor_add_anchor (self, 8, 14);
  assert_found (self, 5, "he", 8);
}

static void
test_nearest (void)
{
  g_autoptr (GString) text = g_string_new ("Wang Zhisheng");
  g_autoptr (AscReanchor) self = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_c (text, '.');
  g_string_append (text, "Wang Zhisheng he ");
  for (guint i = 0; i < 200; i++)
    g_string_append_c (text, '.');
  g_string_append (text, "he");
  self = reanchor_new (text->str);

  /* A long quote that is clearly nearer; in the middle, or a short one: nothing is clear. */
  assert_found (self, 10, "Wang Zhisheng", 0);
  assert_found (self, 200, "Wang Zhisheng", 213);
  assert_found (self, 106, "Wang Zhisheng", -1);
  assert_found (self, 228, "he", -1);
}

static void
test_fragments (void)
{
  /*                                           0123456789012345678901234567890123456789 */
  g_autoptr (AscReanchor) self = reanchor_new ("“Yes,” he said. “Now.” “Yes,” she said. “Not now.”");
  const char *quote[] = { "Yes,", "Now.", NULL }, *other[] = { "Now.", "Not now.", NULL };
  const char *lost[] = { "Yes,", "Never.", NULL }, *crossed[] = { "Not now.", "Now.", NULL };
  AscSpan spans[2] = { { 11, 15 }, { 27, 31 } };

  /* Together they fit in one place only, though "Yes," is there twice. */
  g_assert_true (asc_reanchor_find_unique (self, spans, 2, quote));
  g_assert_cmpuint (spans[0].start, ==, 1);
  g_assert_cmpuint (spans[1].start, ==, 17);
  g_assert_cmpuint (spans[1].end, ==, 21);

  /* Moved apart: each by itself. */
  spans[0] = ASC_SPAN (3, 7);
  spans[1] = ASC_SPAN (10, 18);
  g_assert_false (asc_reanchor_find_unique (self, spans, 2, other));
  g_assert_true (asc_reanchor_find (self, spans, 2, other));
  g_assert_cmpuint (spans[0].start, ==, 17);
  g_assert_cmpuint (spans[1].start, ==, 41);

  /* One is lost, or their order is another: all are. */
  spans[0] = ASC_SPAN (2, 6);
  spans[1] = ASC_SPAN (10, 16);
  g_assert_false (asc_reanchor_find (self, spans, 2, lost));
  g_assert_false (asc_reanchor_find (self, spans, 2, crossed));
  g_assert_cmpuint (spans[0].start, ==, 2);
}

/* A quote that is everywhere is still found where the neighbours moved. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("__");
  g_autoptr (AscReanchor) self = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "ab");
  self = reanchor_new (text->str);
  assert_found (self, 4000, "ab", -1);
  asc_reanchor_add_anchor (self, 3990, 3992);
  assert_found (self, 4000, "ab", 4002);
  assert_found (self, 4001, "ab", -1);
}

/* Edits at random: whatever is found is the quote, and what moved with its neighbours is found. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = g_test_rand_int_range (20, 300), insert = g_test_rand_int_range (0, n), length = g_test_rand_int_range (1, 20);
      g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
      g_autoptr (AscText) old = NULL, new = NULL;
      g_autoptr (AscReanchor) self = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append_unichar (before, "ab c"[g_test_rand_int_range (0, 4)]);
      old = asc_text_new (before->str, -1);
      g_string_append_len (after, before->str, insert);
      for (guint i = 0; i < length; i++)
        g_string_append (after, "😀");
      g_string_append (after, before->str + insert);
      new = asc_text_new (after->str, -1);
      self = asc_reanchor_new (new);
      asc_reanchor_add_anchor (self, 0, 0);
      if (insert > 0)
        asc_reanchor_add_anchor (self, insert - 1, insert - 1);
      asc_reanchor_add_anchor (self, insert, insert + length);

      for (guint i = 0; i < 20; i++)
        {
          guint start = g_test_rand_int_range (0, n), end = g_test_rand_int_range (start + 1, n + 1);
          AscSpan span = ASC_SPAN (start, end);
          g_autofree char *quote = asc_text_slice (old, &span);
          const char *quotes[] = { quote, NULL };
          gboolean found = asc_reanchor_find (self, &span, 1, quotes);

          if (found)
            g_assert_true (asc_text_matches (new, &span, quote));
          if (start >= insert)
            {
              g_assert_true (found);
              g_assert_cmpuint (span.start, ==, start + length);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reanchor/unique", test_unique);
  g_test_add_func ("/reanchor/neighbours", test_neighbours);
  g_test_add_func ("/reanchor/between", test_between);
  g_test_add_func ("/reanchor/nearest", test_nearest);
  g_test_add_func ("/reanchor/fragments", test_fragments);
  g_test_add_func ("/reanchor/many", test_many);
  g_test_add_func ("/reanchor/random", test_random);
  return g_test_run ();
}
