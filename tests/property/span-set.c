/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Span sets against one flag a code point. */
#include "asc-span-set.h"

#include "property.h"

#include <string.h>

#define LENGTH 64

static void
set_flags (gboolean *flags, const AscSpan *span, gboolean value)
{
  for (guint i = span->start; i < span->end; i++)
    flags[i] = value;
}

static AscSpan
random_span (GRand *rand)
{
  guint start = (guint) g_rand_int_range (rand, 0, LENGTH);
  guint length = (guint) g_rand_int_range (rand, 0, 12);

  return ASC_SPAN (start, MIN (LENGTH, start + length));
}

/* The invariants of the header, and the same code points as @flags. */
static void
check_set (const AscSpanSet *set, const gboolean *flags)
{
  gboolean covered[LENGTH] = { FALSE };
  guint    length = 0;

  if (set == NULL)
    {
      for (guint i = 0; i < LENGTH; i++)
        g_assert_false (flags[i]);
      return;
    }

  g_assert_cmpuint (asc_span_set_get_n_spans (set), >, 0);
  for (guint i = 0; i < asc_span_set_get_n_spans (set); i++)
    {
      const AscSpan *span = asc_span_set_get_span (set, i);

      g_assert_cmpuint (span->start, <, span->end);
      if (i > 0)
        g_assert_cmpuint (asc_span_set_get_span (set, i - 1)->end, <, span->start);
      set_flags (covered, span, TRUE);
      length += asc_span_length (span);
    }
  g_assert_cmpmem (covered, sizeof covered, flags, sizeof covered);
  g_assert_cmpuint (asc_span_set_get_length (set), ==, length);
  for (guint i = 0; i < LENGTH; i++)
    g_assert_cmpint (asc_span_set_contains (set, i), ==, flags[i]);
}

static void
test_against_flags (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 3000; round++)
    {
      gboolean               flags[LENGTH] = { FALSE };
      AscSpan                spans[8];
      gsize                  n_spans = (gsize) g_rand_int_range (rand, 0, 9);
      g_autoptr (AscSpanSet) set = NULL;

      for (gsize i = 0; i < n_spans; i++)
        {
          spans[i] = random_span (rand);
          set_flags (flags, &spans[i], TRUE);
        }
      set = asc_span_set_new (spans, n_spans);
      check_set (set, flags);

      for (int step = 0; set != NULL && step < 20; step++)
        {
          AscSpan                span = random_span (rand);
          gboolean               overlaps = FALSE;
          g_autoptr (AscSpanSet) before = asc_span_set_ref (set);
          AscSpanSet            *after;

          for (guint i = span.start; i < span.end; i++)
            overlaps |= flags[i];
          g_assert_cmpint (asc_span_set_overlaps (set, &span), ==, overlaps);

          if (g_rand_boolean (rand))
            {
              after = asc_span_set_union (set, &span);
              set_flags (flags, &span, TRUE);
            }
          else
            {
              after = asc_span_set_subtract (set, &span);
              set_flags (flags, &span, FALSE);
            }
          check_set (after, flags);
          /* No change gives the same set, not a copy. */
          if (after != NULL)
            g_assert_cmpint (asc_span_set_equal (before, after), ==, before == after);

          asc_span_set_unref (set);
          set = after;
        }
    }
}

/* compare() is a total order that agrees with equal(). */
static void
test_order (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 3000; round++)
    {
      AscSpanSet *sets[3];

      for (guint i = 0; i < 3; i++)
        {
          AscSpan spans[3] = { { 0, 1 }, { 9, 10 } };

          spans[2] = ASC_SPAN ((guint) g_rand_int_range (rand, 0, 9), (guint) g_rand_int_range (rand, 0, 11));
          sets[i] = asc_span_set_new (spans, 3);
        }

      g_assert_cmpint (asc_span_set_compare (sets[0], sets[1]) == 0, ==, asc_span_set_equal (sets[0], sets[1]));
      g_assert_cmpint (asc_span_set_compare (sets[0], sets[1]) > 0, ==, asc_span_set_compare (sets[1], sets[0]) < 0);
      if (asc_span_set_compare (sets[0], sets[1]) <= 0 && asc_span_set_compare (sets[1], sets[2]) <= 0)
        g_assert_cmpint (asc_span_set_compare (sets[0], sets[2]), <=, 0);

      for (guint i = 0; i < 3; i++)
        asc_span_set_unref (sets[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-set/against-flags", test_against_flags);
  g_test_add_func ("/span-set/order", test_order);
  return g_test_run ();
}
