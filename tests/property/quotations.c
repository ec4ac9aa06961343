/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is always true of quotations and of carving, whatever the text; and names, which must come
 * back whatever the place. */
#include "asc-name-finder.h"
#include "asc-quotations.h"

#include "asc-chars.h"
#include "property.h"

static void
check_quotations (AscText *text, const AscQuotations *quotations, GRand *rand)
{
  gsize               n;
  const AscQuotation *all = asc_quotations_get (quotations, &n);
  guint               length = asc_text_get_length (text);

  for (gsize i = 0; i < n; i++)
    {
      guint depth = 0;

      g_assert_cmpuint (all[i].outer.start, <, all[i].inner.start);
      g_assert_cmpuint (all[i].inner.start, <, all[i].inner.end);
      g_assert_cmpuint (all[i].inner.end, <=, all[i].outer.end);
      g_assert_cmpuint (all[i].outer.end, <=, length);
      g_assert_false (asc_char_is_white_space (asc_text_char_at (text, all[i].inner.start)));
      g_assert_false (asc_char_is_white_space (asc_text_char_at (text, all[i].inner.end - 1)));

      for (gsize j = 0; j < i; j++)
        {
          g_assert_cmpuint (all[j].outer.start, <, all[i].outer.start);
          if (asc_span_overlaps (&all[j].outer, &all[i].outer))
            {
              g_assert_cmpuint (all[i].outer.end, <=, all[j].outer.end);
              depth++;
            }
        }
      g_assert_cmpuint (all[i].depth, ==, depth);
    }

  for (int i = 0; i < 10; i++)
    {
      guint               offset = (guint) g_rand_int_range (rand, 0, (int) length + 1);
      const AscQuotation *innermost = NULL;
      AscQuotation        found;

      for (gsize j = 0; j < n; j++)
        if (asc_span_contains (&all[j].outer, offset))
          innermost = &all[j];
      g_assert_cmpint (asc_quotations_at (quotations, offset, &found), ==, innermost != NULL);
      if (innermost != NULL)
        g_assert_true (asc_span_equal (&found.outer, &innermost->outer));
    }
}

static void
check_carving (AscText *text, const AscQuotations *quotations, GRand *rand)
{
  int                    length = (int) asc_text_get_length (text);
  gsize                  n;
  const AscQuotation    *all = asc_quotations_get (quotations, &n);
  AscSpan                selection;
  g_autoptr (AscSpanSet) carved = NULL;

  selection.start = (guint) g_rand_int_range (rand, 0, length + 1);
  selection.end = (guint) g_rand_int_range (rand, (int) selection.start, length + 1);
  carved = asc_quotations_carve (quotations, &selection);
  if (carved == NULL)
    return;

  g_assert_cmpuint (asc_span_set_get_n_spans (carved), >=, 2);
  for (guint i = 0; i < asc_span_set_get_n_spans (carved); i++)
    {
      const AscSpan *fragment = asc_span_set_get_span (carved, i);
      gboolean       is_inside = FALSE;

      for (gsize j = 0; j < n; j++)
        is_inside |= all[j].inner.start <= fragment->start && fragment->end <= all[j].inner.end;
      g_assert_true (is_inside);
      g_assert_cmpuint (fragment->start, >=, selection.start);
      g_assert_cmpuint (fragment->end, <=, selection.end);
    }
}

static void
check_names (AscText *text, GRand *rand)
{
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, g_rand_boolean (rand) ? "en" : "fr");
  AscSpan                  name, word, again;

  for (int i = 0; i < 5; i++)
    {
      guint offset = (guint) g_rand_int_range (rand, 0, (int) asc_text_get_length (text) + 1);

      if (!asc_name_finder_at (segmenter, offset, &name))
        continue;

      g_assert_cmpuint (name.start, <, name.end);
      g_assert_cmpuint (name.end, <=, asc_text_get_length (text));
      /* Its last word is at the edge of a word: the possessive aside, asking there gives the same
       * name. */
      g_assert_true (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, name.end - 1, &word));
      g_assert_true (asc_name_finder_at (segmenter, name.end - 1, &again));
      g_assert_cmpuint (again.end, ==, name.end);
      g_assert_cmpuint (again.start, ==, name.start);
    }
}

static void
test_invariants (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 3000; round++)
    {
      g_autofree char          *utf8 = property_text_new (rand, round % 20 == 0 ? 400 : 40);
      g_autoptr (AscText)       text = asc_text_new (utf8, -1);
      g_autoptr (AscQuotations) quotations = asc_quotations_new (text);

      check_quotations (text, quotations, rand);
      for (int i = 0; i < 20; i++)
        check_carving (text, quotations, rand);
      check_names (text, rand);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotations/invariants", test_invariants);
  return g_test_run ();
}
