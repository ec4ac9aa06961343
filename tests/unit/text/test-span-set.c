/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-span-set.h"

static void
assert_spans (const AscSpanSet *set, const AscSpan *expected, gsize n_expected)
{
  gsize          n;
  const AscSpan *spans = asc_span_set_get_spans (set, &n);

  g_assert_cmpuint (n, ==, n_expected);
  g_assert_cmpuint (asc_span_set_get_n_spans (set), ==, n_expected);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (spans[i].start, ==, expected[i].start);
      g_assert_cmpuint (spans[i].end, ==, expected[i].end);
    }
}

#define ASSERT_SPANS(set, ...)                                       \
  G_STMT_START {                                                     \
    AscSpan expected_[] = { __VA_ARGS__ };                           \
    assert_spans ((set), expected_, G_N_ELEMENTS (expected_));       \
  } G_STMT_END

static void
test_new (void)
{
  AscSpan                spans[] = { { 8, 9 }, { 0, 3 }, { 5, 5 }, { 3, 4 }, { 1, 2 }, { 7, 6 } };
  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, G_N_ELEMENTS (spans));
  g_autoptr (AscSpanSet) single = asc_span_set_new_single (2, 5);

  /* Sorted; overlapping and touching merged; empty and reversed left out. */
  ASSERT_SPANS (set, { 0, 4 }, { 8, 9 });
  g_assert_cmpuint (asc_span_set_get_start (set), ==, 0);
  g_assert_cmpuint (asc_span_set_get_end (set), ==, 9);
  g_assert_cmpuint (asc_span_set_get_length (set), ==, 5);
  ASSERT_SPANS (single, { 2, 5 });

  g_assert_null (asc_span_set_new (NULL, 0));
  g_assert_null (asc_span_set_new (spans + 2, 1));
  g_assert_null (asc_span_set_new_single (3, 3));
}

static void
test_questions (void)
{
  AscSpan                spans[] = { { 2, 4 }, { 6, 8 } };
  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, 2);

  g_assert_false (asc_span_set_contains (set, 1));
  g_assert_true (asc_span_set_contains (set, 2));
  g_assert_false (asc_span_set_contains (set, 4));
  g_assert_true (asc_span_set_contains (set, 7));
  g_assert_false (asc_span_set_contains (set, 8));

  g_assert_true (asc_span_set_overlaps (set, &ASC_SPAN (0, 3)));
  g_assert_true (asc_span_set_overlaps (set, &ASC_SPAN (0, 100)));
  g_assert_false (asc_span_set_overlaps (set, &ASC_SPAN (4, 6)));
  g_assert_false (asc_span_set_overlaps (set, &ASC_SPAN (0, 2)));
  g_assert_false (asc_span_set_overlaps (set, &ASC_SPAN (8, 9)));
  g_assert_false (asc_span_set_overlaps (set, &ASC_SPAN (3, 3)));
}

static void
test_order (void)
{
  AscSpan                gap_spans[] = { { 2, 4 }, { 6, 8 } }, late_gap_spans[] = { { 2, 5 }, { 6, 8 } };
  g_autoptr (AscSpanSet) gap = asc_span_set_new (gap_spans, 2);
  g_autoptr (AscSpanSet) late_gap = asc_span_set_new (late_gap_spans, 2);
  g_autoptr (AscSpanSet) copy = asc_span_set_new (gap_spans, 2);
  g_autoptr (AscSpanSet) shorter = asc_span_set_new_single (2, 7);
  g_autoptr (AscSpanSet) whole = asc_span_set_new_single (2, 8);
  g_autoptr (AscSpanSet) later = asc_span_set_new_single (3, 90);

  g_assert_true (asc_span_set_equal (gap, copy));
  g_assert_cmpint (asc_span_set_compare (gap, copy), ==, 0);
  g_assert_false (asc_span_set_equal (gap, whole));

  g_assert_cmpint (asc_span_set_compare (gap, shorter), <, 0); /* the longest hull first */
  g_assert_cmpint (asc_span_set_compare (gap, later), <, 0);
  g_assert_cmpint (asc_span_set_compare (later, shorter), >, 0);
  g_assert_cmpint (asc_span_set_compare (whole, gap), <, 0);   /* equal hulls: span by span, longest first */
  g_assert_cmpint (asc_span_set_compare (late_gap, gap), <, 0);
}

static void
test_union (void)
{
  AscSpan                spans[] = { { 2, 4 }, { 6, 8 } };
  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, 2);
  g_autoptr (AscSpanSet) joined = asc_span_set_union (set, &ASC_SPAN (4, 6));
  g_autoptr (AscSpanSet) before = asc_span_set_union (set, &ASC_SPAN (0, 1));
  g_autoptr (AscSpanSet) after = asc_span_set_union (set, &ASC_SPAN (9, 12));
  g_autoptr (AscSpanSet) covering = asc_span_set_union (set, &ASC_SPAN (1, 20));
  g_autoptr (AscSpanSet) same = asc_span_set_union (set, &ASC_SPAN (6, 8));
  g_autoptr (AscSpanSet) nothing = asc_span_set_union (set, &ASC_SPAN (5, 5));

  ASSERT_SPANS (joined, { 2, 8 });
  ASSERT_SPANS (before, { 0, 1 }, { 2, 4 }, { 6, 8 });
  ASSERT_SPANS (after, { 2, 4 }, { 6, 8 }, { 9, 12 });
  ASSERT_SPANS (covering, { 1, 20 });
  g_assert_true (same == set);
  g_assert_true (nothing == set);
  ASSERT_SPANS (set, { 2, 4 }, { 6, 8 });
}

static void
test_subtract (void)
{
  AscSpan                spans[] = { { 2, 6 }, { 8, 10 } };
  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, 2);
  g_autoptr (AscSpanSet) hole = asc_span_set_subtract (set, &ASC_SPAN (3, 5));
  g_autoptr (AscSpanSet) across = asc_span_set_subtract (set, &ASC_SPAN (5, 9));
  g_autoptr (AscSpanSet) one = asc_span_set_subtract (set, &ASC_SPAN (0, 7));
  g_autoptr (AscSpanSet) same = asc_span_set_subtract (set, &ASC_SPAN (6, 8));

  ASSERT_SPANS (hole, { 2, 3 }, { 5, 6 }, { 8, 10 });
  ASSERT_SPANS (across, { 2, 5 }, { 9, 10 });
  ASSERT_SPANS (one, { 8, 10 });
  g_assert_true (same == set);
  g_assert_null (asc_span_set_subtract (set, &ASC_SPAN (2, 10)));
}

static void
test_boxed (void)
{
  g_autoptr (AscSpanSet) set = asc_span_set_new_single (1, 4);
  g_autoptr (AscSpanSet) copy = g_boxed_copy (ASC_TYPE_SPAN_SET, set);

  g_assert_true (copy == set);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-set/new", test_new);
  g_test_add_func ("/span-set/questions", test_questions);
  g_test_add_func ("/span-set/order", test_order);
  g_test_add_func ("/span-set/union", test_union);
  g_test_add_func ("/span-set/subtract", test_subtract);
  g_test_add_func ("/span-set/boxed", test_boxed);
  return g_test_run ();
}
