/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-span.h"

static void
test_relations (void)
{
  AscSpan outer = ASC_SPAN (2, 10), inner = ASC_SPAN (2, 5), after = ASC_SPAN (10, 12);

  g_assert_cmpuint (asc_span_length (&outer), ==, 8);
  g_assert_true (asc_span_contains (&outer, 2));
  g_assert_false (asc_span_contains (&outer, 10));
  g_assert_true (asc_span_overlaps (&outer, &inner));
  g_assert_false (asc_span_overlaps (&outer, &after));
  g_assert_true (asc_span_is_empty (&ASC_SPAN (3, 3)));
}

static void
test_order (void)
{
  AscSpan outer = ASC_SPAN (2, 10), inner = ASC_SPAN (2, 5), after = ASC_SPAN (3, 4);

  g_assert_cmpint (asc_span_compare (&outer, &inner), <, 0);
  g_assert_cmpint (asc_span_compare (&inner, &outer), >, 0);
  g_assert_cmpint (asc_span_compare (&inner, &after), <, 0);
  g_assert_cmpint (asc_span_compare (&inner, &inner), ==, 0);
  g_assert_true (asc_span_equal (&inner, &ASC_SPAN (2, 5)));
}

static void
test_boxed (void)
{
  g_autoptr (AscSpan) span = asc_span_new (1, 4);
  g_autoptr (AscSpan) copy = g_boxed_copy (ASC_TYPE_SPAN, span);

  g_assert_true (copy != span);
  g_assert_true (asc_span_equal (copy, span));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/relations", test_relations);
  g_test_add_func ("/span/order", test_order);
  g_test_add_func ("/span/boxed", test_boxed);
  return g_test_run ();
}
