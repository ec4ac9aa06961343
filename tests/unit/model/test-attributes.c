/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-attributes.h"

static void
test_with (void)
{
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  g_autoptr (AscAttributes) b = asc_attributes_with_string (none, "b", "two");
  g_autoptr (AscAttributes) ab = asc_attributes_with (b, "a", g_variant_new_int64 (1));
  g_autoptr (AscAttributes) abc = asc_attributes_with (ab, "c", g_variant_new_boolean (TRUE));
  g_autoptr (AscAttributes) ac = asc_attributes_with (abc, "b", NULL);
  g_autoptr (AscAttributes) changed = asc_attributes_with_string (abc, "b", "other");

  g_assert_cmpuint (asc_attributes_get_n (none), ==, 0);
  g_assert_cmpuint (asc_attributes_get_n (abc), ==, 3);
  g_assert_cmpstr (asc_attributes_get_name (abc, 0), ==, "a");
  g_assert_cmpstr (asc_attributes_get_name (abc, 1), ==, "b");
  g_assert_cmpstr (asc_attributes_get_name (abc, 2), ==, "c");
  g_assert_cmpint (g_variant_get_int64 (asc_attributes_get_nth (abc, 0)), ==, 1);
  g_assert_cmpstr (asc_attributes_get_string (abc, "b"), ==, "two");
  g_assert_null (asc_attributes_get_string (abc, "a"));
  g_assert_null (asc_attributes_get (abc, "d"));

  g_assert_cmpuint (asc_attributes_get_n (ac), ==, 2);
  g_assert_null (asc_attributes_get (ac, "b"));
  g_assert_cmpstr (asc_attributes_get_string (changed, "b"), ==, "other");
  g_assert_cmpstr (asc_attributes_get_string (abc, "b"), ==, "two");
}

static void
test_no_change_is_the_same (void)
{
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  g_autoptr (AscAttributes) again = asc_attributes_new ();
  g_autoptr (AscAttributes) a = asc_attributes_with_string (none, "a", "x");
  g_autoptr (AscAttributes) same = asc_attributes_with_string (a, "a", "x");
  g_autoptr (AscAttributes) without = asc_attributes_with (a, "b", NULL);
  g_autoptr (AscAttributes) emptied = asc_attributes_with_string (a, "a", "");

  g_assert_true (none == again);
  g_assert_true (same == a);
  g_assert_true (without == a);
  g_assert_true (emptied == none);
}

static void
test_full_sorts (void)
{
  const char *const names[] = { "z", "a", "m" };
  const char *const choices[] = { "x", "y", NULL };
  GVariant *const   values[] = { g_variant_new_string ("last"), g_variant_new_strv (choices, -1),
                                 g_variant_new_boolean (FALSE) };
  g_autoptr (AscAttributes) full = asc_attributes_new_full (names, values, 3);
  g_autoptr (AscAttributes) none = asc_attributes_new_full (NULL, NULL, 0);
  g_autoptr (AscAttributes) empty = asc_attributes_new ();

  g_assert_cmpuint (asc_attributes_get_n (full), ==, 3);
  g_assert_cmpstr (asc_attributes_get_name (full, 0), ==, "a");
  g_assert_cmpstr (asc_attributes_get_name (full, 2), ==, "z");
  g_assert_cmpstr (asc_attributes_get_string (full, "z"), ==, "last");
  g_assert_true (none == empty);
}

static void
test_equal (void)
{
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  g_autoptr (AscAttributes) a = asc_attributes_with_string (none, "a", "x");
  g_autoptr (AscAttributes) ab = asc_attributes_with_string (a, "b", "y");
  g_autoptr (AscAttributes) b = asc_attributes_with_string (none, "b", "y");
  g_autoptr (AscAttributes) ba = asc_attributes_with_string (b, "a", "x");
  g_autoptr (AscAttributes) typed = asc_attributes_with (b, "a", g_variant_new_boolean (TRUE));

  g_assert_true (asc_attributes_equal (ab, ba));
  g_assert_false (asc_attributes_equal (a, b));
  g_assert_false (asc_attributes_equal (a, ab));
  g_assert_false (asc_attributes_equal (ab, typed));
}

static void
test_boxed (void)
{
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  g_autoptr (AscAttributes) a = asc_attributes_with_string (none, "a", "x");
  g_autoptr (AscAttributes) copy = g_boxed_copy (ASC_TYPE_ATTRIBUTES, a);

  g_assert_true (copy == a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attributes/with", test_with);
  g_test_add_func ("/attributes/no-change-is-the-same", test_no_change_is_the_same);
  g_test_add_func ("/attributes/full-sorts", test_full_sorts);
  g_test_add_func ("/attributes/equal", test_equal);
  g_test_add_func ("/attributes/boxed", test_boxed);
  return g_test_run ();
}
