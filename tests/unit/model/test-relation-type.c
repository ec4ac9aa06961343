/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static void
test_allows (void)
{
  static const char *const   from[] = { "claim", NULL }, *const to[] = { "actor", "organisation", NULL };
  g_autoptr (AscRelationType) type = asc_relation_type_new ("source", "Source", "who", from, to, 3, TRUE, "{}");

  g_assert_true (asc_relation_type_allows (type, "claim", "organisation"));
  g_assert_false (asc_relation_type_allows (type, "actor", "claim"));
  g_assert_false (asc_relation_type_allows (type, "claim", "claim"));
  g_assert_cmpstr (asc_relation_type_get_display_name (type), ==, "Source");
  g_assert_cmpstr (asc_relation_type_get_description (type), ==, "who");
  g_assert_cmpuint (asc_relation_type_get_max (type), ==, 3);
  g_assert_true (asc_relation_type_get_expected (type));
  g_assert_cmpstr (asc_relation_type_get_to_labels (type)[1], ==, "organisation");
  g_assert_cmpstr (asc_relation_type_get_extra (type), ==, "{}");
}

static void
test_bare (void)
{
  g_autoptr (AscRelationType) type = asc_relation_type_new ("x", NULL, NULL, NULL, NULL, 0, FALSE, NULL);

  g_assert_cmpstr (asc_relation_type_get_display_name (type), ==, "x");
  g_assert_false (asc_relation_type_allows (type, "claim", "actor"));
  g_assert_null (asc_relation_type_get_from_labels (type)[0]);
}

static void
test_finalize (void)
{
  assert_finalize (asc_relation_type_new ("x", NULL, NULL, NULL, NULL, 0, FALSE, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relation-type/allows", test_allows);
  g_test_add_func ("/relation-type/bare", test_bare);
  g_test_add_func ("/relation-type/finalize", test_finalize);
  return g_test_run ();
}
