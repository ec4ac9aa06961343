/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-table.h"
#include "fixture.h"

static void
test_all_views (void)
{
  const AscSpan                  spans[] = { { 0, 2 }, { 10, 12 } };
  g_autoptr (AscAnnotationTable) table = asc_annotation_table_new ();
  g_autoptr (AscSpanSet)         holed = asc_span_set_new (spans, 2);
  g_autoptr (AscSpanSet)         hull = asc_span_set_new_single (0, 12);
  g_autoptr (AscSpanSet)         same = asc_span_set_new (spans, 2);
  g_autoptr (AscAnnotation)      a = asc_annotation_new ("a", "claim", holed);
  g_autoptr (AscAnnotation)      b = asc_annotation_new ("b", "claim", hull);
  g_autoptr (AscAnnotation)      c = asc_annotation_new ("c", "actor", hull);
  g_autoptr (GPtrArray)          in_hole = NULL;

  asc_annotation_table_add (table, c);
  asc_annotation_table_add (table, a);
  asc_annotation_table_add (table, b);
  asc_annotation_table_check_consistency (table);

  g_assert_cmpuint (asc_annotation_table_get_n (table), ==, 3);
  g_assert_true (asc_annotation_table_lookup (table, "b") == b);
  g_assert_true (asc_annotation_table_find_same (table, "claim", same) == a);
  g_assert_true (asc_annotation_table_find_same (table, "claim", hull) == b);
  g_assert_null (asc_annotation_table_find_same (table, "actor", same));
  g_assert_cmpuint (asc_annotation_table_count_label (table, "claim"), ==, 2);
  in_hole = asc_annotation_table_query (table, &ASC_SPAN (5, 6));
  g_assert_cmpuint (in_hole->len, ==, 2);
  g_assert_true (asc_annotation_list_get_nth (asc_annotation_table_get_list (table), 0) == a);

  asc_annotation_table_remove (table, a);
  asc_annotation_table_check_consistency (table);
  g_assert_null (asc_annotation_table_lookup (table, "a"));
  g_assert_null (asc_annotation_table_find_same (table, "claim", same));
  g_assert_cmpuint (asc_annotation_table_count_label (table, "claim"), ==, 1);
}

/* An edit is a removal and an addition of another object with the same id. */
static void
test_replace (void)
{
  g_autoptr (AscAnnotationTable) table = asc_annotation_table_new ();
  g_autoptr (AscAnnotation)      before = fixture_annotation ("a", "claim", 0, 5);
  g_autoptr (AscAnnotation)      after = asc_annotation_with_note (before, "x");

  asc_annotation_table_add (table, before);
  asc_annotation_table_remove (table, before);
  asc_annotation_table_add (table, after);
  asc_annotation_table_check_consistency (table);
  g_assert_true (asc_annotation_table_lookup (table, "a") == after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-table/all-views", test_all_views);
  g_test_add_func ("/annotation-table/replace", test_replace);
  return g_test_run ();
}
