/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-names.h"

#include "asc-codebook-file.h"

static void
test_known (void)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (AscImportNames) names = asc_import_names_new (codebook);

  g_assert_cmpstr (asc_import_names_label (names, "claim"), ==, "claim");
  g_assert_cmpstr (asc_import_names_label (names, "Claim"), ==, "claim");
  g_assert_cmpstr (asc_import_names_label (names, "ACTOR"), ==, "actor");
  g_assert_cmpstr (asc_import_names_relation (names, "source", "claim", "actor"), ==, "source");
  g_assert_cmpstr (asc_import_names_relation (names, "Quoted in", "claim", "claim"), ==, "quoted-in");
  g_assert_cmpstr (asc_import_names_attribute (names, "actor", "Who"), ==, "actor");
  g_assert_cmpstr (asc_import_names_attribute (names, "claim", "no-source"), ==, "no-source");
  g_assert_true (asc_import_names_is_actor (names, "actor", "actor"));
  g_assert_false (asc_import_names_is_actor (names, "actor", "kind"));
  g_assert_null (asc_import_names_take_codebook (names));
}

static void
test_added (void)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (AscImportNames) names = asc_import_names_new (codebook);
  g_autoptr (AscCodebook) changed = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AscCodebook) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (asc_import_names_label (names, "PER"), ==, "PER");
  g_assert_cmpstr (asc_import_names_label (names, "Big Place/City"), ==, "Big_Place_City");
  g_assert_cmpstr (asc_import_names_label (names, "1st"), ==, "x1st");
  g_assert_cmpstr (asc_import_names_label (names, "!!!"), ==, "label");
  g_assert_cmpstr (asc_import_names_label (names, "Überschrift"), ==, "uberschrift");
  g_assert_cmpstr (asc_import_names_relation (names, "born in", "PER", "Big_Place_City"), ==, "born_in");
  g_assert_cmpstr (asc_import_names_relation (names, "source", "PER", "actor"), ==, "source");
  g_assert_cmpstr (asc_import_names_attribute (names, "PER", "role"), ==, "role");

  changed = asc_import_names_take_codebook (names);
  g_assert_nonnull (changed);
  g_assert_null (asc_import_names_take_codebook (names));
  g_assert_cmpuint (asc_codebook_get_revision (changed), ==, asc_codebook_get_revision (codebook) + 1);
  g_assert_cmpstr (asc_label_get_display_name (asc_codebook_lookup_label (changed, "Big_Place_City")), ==, "Big Place/City");
  g_assert_true (asc_relation_type_allows (asc_codebook_lookup_relation (changed, "born_in"), "PER", "Big_Place_City"));
  g_assert_true (asc_relation_type_allows (asc_codebook_lookup_relation (changed, "source"), "PER", "actor"));
  g_assert_true (asc_relation_type_allows (asc_codebook_lookup_relation (changed, "source"), "claim", "actor"));
  g_assert_nonnull (asc_label_lookup_attribute (asc_codebook_lookup_label (changed, "PER"), "role"));

  /* What came out can be written and read. */
  bytes = asc_codebook_file_write (changed);
  again = asc_codebook_file_parse (bytes, "codebook.json", problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (again)), ==, g_list_model_get_n_items (asc_codebook_get_labels (changed)));
}

static void
assert_value (AscImportNames     *names,
              const char         *label,
              const char         *attribute,
              const char * const *values,
              const char         *expected)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (asc_import_names_value (names, label, attribute, values));
  g_autofree char *printed = g_variant_print (value, TRUE);

  g_assert_cmpstr (printed, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (AscImportNames) names = asc_import_names_new (codebook);

  assert_value (names, "claim", "stance", (const char *[]) { "oppose", NULL }, "'oppose'");
  assert_value (names, "claim", "category", (const char *[]) { "economy", NULL }, "['economy']");
  assert_value (names, "claim", "category", (const char *[]) { "economy", "trade", NULL }, "['economy', 'trade']");
  assert_value (names, "claim", "no-source", (const char *[]) { "true", NULL }, "true");
  assert_value (names, "claim", "no-source", (const char *[]) { "maybe", NULL }, "'maybe'");
  assert_value (names, "claim", "stance", (const char *[]) { "oppose", "support", NULL }, "'oppose; support'");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-names/known", test_known);
  g_test_add_func ("/import-names/added", test_added);
  g_test_add_func ("/import-names/values", test_values);

  return g_test_run ();
}
