/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static gboolean
accepts (AscAttributeDefinition *definition,
         GVariant               *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  return asc_attribute_definition_accepts (definition, owned);
}

static void
test_choices (void)
{
  g_autoptr (AscAttributeDefinition) stance = fixture_attribute ("stance", ASC_ATTRIBUTE_CHOICE, "support oppose");

  g_assert_cmpuint (asc_attribute_definition_get_n_choices (stance), ==, 2);
  g_assert_cmpstr (asc_attribute_definition_get_choice (stance, 1)->name, ==, "oppose");
  g_assert_cmpstr (asc_attribute_definition_lookup_choice (stance, "support")->name, ==, "support");
  g_assert_null (asc_attribute_definition_lookup_choice (stance, "neutral"));
  g_assert_cmpstr (asc_attribute_definition_get_display_name (stance), ==, "stance");
}

static void
test_accepts (void)
{
  static const char *const known[] = { "a", "b", NULL }, *const unknown[] = { "a", "c", NULL }, *const none[] = { NULL };
  g_autoptr (AscAttributeDefinition) choice = fixture_attribute ("x", ASC_ATTRIBUTE_CHOICE, "a b");
  g_autoptr (AscAttributeDefinition) choices = fixture_attribute ("x", ASC_ATTRIBUTE_MULTI_CHOICE, "a b");
  g_autoptr (AscAttributeDefinition) text = fixture_attribute ("x", ASC_ATTRIBUTE_TEXT, "");
  g_autoptr (AscAttributeDefinition) number = fixture_attribute ("x", ASC_ATTRIBUTE_NUMBER, "");
  g_autoptr (AscAttributeDefinition) date = fixture_attribute ("x", ASC_ATTRIBUTE_DATE, "");
  g_autoptr (AscAttributeDefinition) actor = fixture_attribute ("x", ASC_ATTRIBUTE_ACTOR, "");
  g_autoptr (AscAttributeDefinition) flag = fixture_attribute ("x", ASC_ATTRIBUTE_FLAG, "");

  g_assert_true (accepts (choice, g_variant_new_string ("a")));
  g_assert_false (accepts (choice, g_variant_new_string ("c")));
  g_assert_false (accepts (choice, g_variant_new_int64 (1)));
  g_assert_true (accepts (choices, g_variant_new_strv (known, -1)));
  g_assert_true (accepts (choices, g_variant_new_strv (none, -1)));
  g_assert_false (accepts (choices, g_variant_new_strv (unknown, -1)));
  g_assert_false (accepts (choices, g_variant_new_string ("a")));
  g_assert_true (accepts (text, g_variant_new_string ("anything")));
  g_assert_false (accepts (text, g_variant_new_boolean (TRUE)));
  g_assert_true (accepts (number, g_variant_new_int64 (-4)));
  g_assert_false (accepts (number, g_variant_new_string ("4")));
  g_assert_true (accepts (date, g_variant_new_string ("2024-07")));
  g_assert_true (accepts (actor, g_variant_new_string ("wang")));
  g_assert_true (accepts (flag, g_variant_new_boolean (FALSE)));
  g_assert_false (accepts (flag, g_variant_new_int64 (0)));
}

static void
test_names (void)
{
  AscAttributeKind kind = ASC_ATTRIBUTE_FLAG;

  for (int i = ASC_ATTRIBUTE_CHOICE; i <= ASC_ATTRIBUTE_FLAG; i++)
    {
      g_assert_true (asc_attribute_kind_from_string (asc_attribute_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (asc_attribute_kind_from_string ("float", &kind));
}

static void
test_finalize (void)
{
  assert_finalize (fixture_attribute ("x", ASC_ATTRIBUTE_CHOICE, "a b"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attribute-definition/choices", test_choices);
  g_test_add_func ("/attribute-definition/accepts", test_accepts);
  g_test_add_func ("/attribute-definition/names", test_names);
  g_test_add_func ("/attribute-definition/finalize", test_finalize);
  return g_test_run ();
}
