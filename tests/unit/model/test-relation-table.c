/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-relation-table.h"
#include "fixture.h"

static void
assert_relations (GPtrArray  *relations,
                  const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < relations->len; i++)
    g_string_append (ids, asc_relation_get_id (relations->pdata[i]));
  g_ptr_array_unref (relations);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_three_views (void)
{
  g_autoptr (AscRelationTable) table = asc_relation_table_new ();
  g_autoptr (AscRelation)      p = asc_relation_new ("p", "uttered", "b", "c");
  g_autoptr (AscRelation)      q = asc_relation_new ("q", "source", "b", "a");
  g_autoptr (AscRelation)      r = asc_relation_new ("r", "source", "a", "c");

  asc_relation_table_add (table, p);
  asc_relation_table_add (table, q);
  asc_relation_table_add (table, r);
  asc_relation_table_check_consistency (table);
  assert_relations (asc_relation_table_all (table), "rqp");
  assert_relations (asc_relation_table_from (table, "b"), "qp");
  assert_relations (asc_relation_table_to (table, "c"), "rp");
  assert_relations (asc_relation_table_to (table, "b"), "");
  g_assert_true (asc_relation_table_joins (table, "c"));
  g_assert_false (asc_relation_table_joins (table, "d"));
  g_assert_true (asc_relation_table_lookup (table, "q") == q);

  asc_relation_table_remove (table, r);
  asc_relation_table_check_consistency (table);
  g_assert_cmpuint (asc_relation_table_get_n (table), ==, 2);
  assert_relations (asc_relation_table_to (table, "c"), "p");
  asc_relation_table_remove (table, p);
  asc_relation_table_check_consistency (table);
  g_assert_false (asc_relation_table_joins (table, "c"));
  g_assert_null (asc_relation_table_lookup (table, "p"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relation-table/three-views", test_three_views);
  return g_test_run ();
}
