/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static void
test_lookups (void)
{
  g_autoptr (AscCodebook) codebook = fixture_codebook ();
  AscLabel               *claim = asc_codebook_lookup_label (codebook, "claim");

  g_assert_cmpstr (asc_codebook_get_name (codebook), ==, "test");
  g_assert_cmpuint (asc_codebook_get_revision (codebook), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (codebook)), ==, 4);
  g_assert_cmpstr (asc_label_get_name (claim), ==, "claim");
  g_assert_null (asc_codebook_lookup_label (codebook, "Claim"));
  g_assert_true (asc_codebook_lookup_key (codebook, 'c') == claim);
  g_assert_true (asc_codebook_lookup_key (codebook, 'C') == claim);
  g_assert_null (asc_codebook_lookup_key (codebook, 'x'));
  g_assert_null (asc_codebook_lookup_key (codebook, 0));
  g_assert_cmpstr (asc_relation_type_get_name (asc_codebook_lookup_relation (codebook, "uttered")), ==, "uttered");
  g_assert_null (asc_codebook_lookup_relation (codebook, "claim"));
  g_assert_cmpstr (asc_relation_type_get_none_attribute (asc_codebook_lookup_relation (codebook, "uttered")), ==, "no-uttered");
  g_assert_true (asc_codebook_lookup_none (codebook, "no-uttered") == asc_codebook_lookup_relation (codebook, "uttered"));
  g_assert_null (asc_codebook_lookup_none (codebook, "uttered"));
  g_assert_null (asc_codebook_lookup_none (codebook, "no-claim"));
  g_assert_null (asc_codebook_get_extra (codebook));
}

static void
test_relations (void)
{
  g_autoptr (AscCodebook) codebook = fixture_codebook ();
  g_autoptr (GPtrArray)   between = asc_codebook_relations_between (codebook, "claim", "actor");
  g_autoptr (GPtrArray)   wrong_way = asc_codebook_relations_between (codebook, "actor", "claim");
  g_autoptr (GPtrArray)   from = asc_codebook_relations_from (codebook, "claim");

  g_assert_cmpuint (between->len, ==, 2);
  g_assert_cmpstr (asc_relation_type_get_name (between->pdata[0]), ==, "source");
  g_assert_cmpstr (asc_relation_type_get_name (between->pdata[1]), ==, "addressee");
  g_assert_cmpuint (wrong_way->len, ==, 0);
  g_assert_cmpuint (from->len, ==, 4);
}

/* A codebook from a file may have a name twice; the first counts and both are kept. */
static void
test_first_of_a_name (void)
{
  g_autoptr (GPtrArray)   labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscCodebook) codebook = NULL;

  g_ptr_array_add (labels, fixture_label ("claim", 'c', ASC_TAKES_SENTENCE, NULL));
  g_ptr_array_add (labels, fixture_label ("claim", 'd', ASC_TAKES_WORD, NULL));
  codebook = asc_codebook_new (NULL, 7, labels, NULL, "{}");

  g_assert_true (asc_codebook_lookup_label (codebook, "claim") == labels->pdata[0]);
  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (codebook)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_relation_types (codebook)), ==, 0);
  g_assert_cmpstr (asc_codebook_get_extra (codebook), ==, "{}");
}

static void
test_finalize (void)
{
  AscCodebook *codebook = fixture_codebook ();
  AscLabel    *label = asc_codebook_lookup_label (codebook, "claim");

  g_object_add_weak_pointer (G_OBJECT (label), (gpointer *) &label);
  assert_finalize (codebook);
  g_assert_null (label);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codebook/lookups", test_lookups);
  g_test_add_func ("/codebook/relations", test_relations);
  g_test_add_func ("/codebook/first-of-a-name", test_first_of_a_name);
  g_test_add_func ("/codebook/finalize", test_finalize);
  return g_test_run ();
}
