/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-relation.h"
#include "asc-id.h"
#include "fixture.h"

static void
test_new (void)
{
  g_autoptr (AscRelation) relation = asc_relation_new (NULL, "source", "a", "b");
  g_autoptr (AscRelation) full = asc_relation_new_full ("r", "source", "a", "b", "{}");
  g_autofree char        *type = NULL;

  g_assert_true (asc_id_is_valid (asc_relation_get_id (relation)));
  g_assert_cmpstr (asc_relation_get_relation_type (relation), ==, "source");
  g_assert_cmpstr (asc_relation_get_from (relation), ==, "a");
  g_assert_cmpstr (asc_relation_get_to (relation), ==, "b");
  g_assert_null (asc_relation_get_extra (relation));
  g_assert_cmpstr (asc_relation_get_extra (full), ==, "{}");
  g_object_get (full, "relation-type", &type, NULL);
  g_assert_cmpstr (type, ==, "source");
}

static void
test_canonical_order (void)
{
  g_autoptr (AscRelation) a = asc_relation_new ("4", "source", "a", "a");
  g_autoptr (AscRelation) b = asc_relation_new ("3", "source", "b", "b");
  g_autoptr (AscRelation) c = asc_relation_new ("1", "uttered", "b", "a");
  g_autoptr (AscRelation) d = asc_relation_new ("2", "uttered", "b", "a");
  AscRelation            *order[] = { a, b, c, d };

  for (guint i = 0; i < 4; i++)
    {
      for (guint j = 0; j < 4; j++)
        {
          int compared = asc_relation_compare (order[i], order[j]);

          g_assert_cmpint ((compared > 0) - (compared < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_equal (void)
{
  g_autoptr (AscRelation) relation = asc_relation_new ("r", "source", "a", "b");
  g_autoptr (AscRelation) same = asc_relation_new ("r", "source", "a", "b");
  g_autoptr (AscRelation) extra = asc_relation_new_full ("r", "source", "a", "b", "{}");

  g_assert_true (asc_relation_equal (relation, same));
  g_assert_false (asc_relation_equal (relation, extra));
}

static void
test_finalize (void)
{
  assert_finalize (asc_relation_new_full ("r", "source", "a", "b", "{}"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relation/new", test_new);
  g_test_add_func ("/relation/canonical-order", test_canonical_order);
  g_test_add_func ("/relation/equal", test_equal);
  g_test_add_func ("/relation/finalize", test_finalize);
  return g_test_run ();
}
