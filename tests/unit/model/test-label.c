/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static void
test_values (void)
{
  char                *examples[] = { (char *) "“…”", NULL };
  const AscLabelValues values = { .name = (char *) "claim", .display_name = (char *) "Claim", .examples = examples,
                                  .description = (char *) "what is said", .color = (char *) "blue", .key = 'c', .form = ASC_FORM_PILL,
                                  .takes = ASC_TAKES_NAME, .hidden = TRUE, .extra = (char *) "{}" };
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscLabel)  label = NULL;
  g_autofree char      *display_name = NULL;
  AscForm               form;
  AscTakes              takes;
  guint                 key;
  gboolean              hidden;

  g_ptr_array_add (attributes, fixture_attribute ("stance", ASC_ATTRIBUTE_CHOICE, "support oppose"));
  g_ptr_array_add (attributes, fixture_attribute ("note", ASC_ATTRIBUTE_TEXT, ""));
  label = asc_label_new (&values, attributes);

  g_assert_cmpstr (asc_label_get_name (label), ==, "claim");
  g_assert_cmpstr (asc_label_get_display_name (label), ==, "Claim");
  g_assert_cmpstr (asc_label_get_values (label)->examples[0], ==, "“…”");
  g_assert_cmpstr (asc_label_get_values (label)->extra, ==, "{}");
  g_assert_cmpuint (g_list_model_get_n_items (asc_label_get_attributes (label)), ==, 2);
  g_assert_true (asc_label_lookup_attribute (label, "note") == attributes->pdata[1]);
  g_assert_null (asc_label_lookup_attribute (label, "other"));
  g_assert_true (asc_label_find_attribute_of_kind (label, ASC_ATTRIBUTE_TEXT) == attributes->pdata[1]);
  g_assert_null (asc_label_find_attribute_of_kind (label, ASC_ATTRIBUTE_ACTOR));

  g_object_get (label, "display-name", &display_name, "form", &form, "takes", &takes, "key", &key, "hidden", &hidden, NULL);
  g_assert_cmpstr (display_name, ==, "Claim");
  g_assert_cmpint (form, ==, ASC_FORM_PILL);
  g_assert_cmpint (takes, ==, ASC_TAKES_NAME);
  g_assert_cmpuint (key, ==, 'c');
  g_assert_true (hidden);
}

static void
test_bare (void)
{
  const AscLabelValues values = { .name = (char *) "x" };
  g_autoptr (AscLabel) label = asc_label_new (&values, NULL);

  g_assert_cmpstr (asc_label_get_display_name (label), ==, "x");
  g_assert_cmpuint (g_list_model_get_n_items (asc_label_get_attributes (label)), ==, 0);
}

static void
test_names (void)
{
  AscForm  form = ASC_FORM_BOX;
  AscTakes takes = ASC_TAKES_WORD;

  for (int i = ASC_FORM_BRACKET; i <= ASC_FORM_BOX; i++)
    {
      g_assert_true (asc_form_from_string (asc_form_to_string (i), &form));
      g_assert_cmpint (form, ==, i);
    }
  for (int i = ASC_TAKES_SENTENCE; i <= ASC_TAKES_WORD; i++)
    {
      g_assert_true (asc_takes_from_string (asc_takes_to_string (i), &takes));
      g_assert_cmpint (takes, ==, i);
    }
  g_assert_false (asc_form_from_string ("circle", &form));
  g_assert_false (asc_takes_from_string (NULL, &takes));
}

static void
test_finalize (void)
{
  assert_finalize (fixture_label ("claim", 'c', ASC_TAKES_WORD, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/values", test_values);
  g_test_add_func ("/label/bare", test_bare);
  g_test_add_func ("/label/names", test_names);
  g_test_add_func ("/label/finalize", test_finalize);
  return g_test_run ();
}
