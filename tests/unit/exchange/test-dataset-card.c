/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-dataset-card.h"

#include "exchange-fixture.h"

static void
test_quote (void)
{
  const struct { const char *value; const char *quoted; } cases[] = {
    { "No", "'No'" }, { "2024", "'2024'" }, { "it's", "'it''s'" }, { "", "''" }, { "a: b # c", "'a: b # c'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = asc_dataset_card_quote (cases[i].value);

      g_assert_cmpstr (quoted, ==, cases[i].quoted);
    }
}

/* Counts by label, and a file for each split. */
static void
test_card (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "She said so, and he did.");
  g_autoptr (AscDatasetCard) card = asc_dataset_card_new ();
  const char * const splits[] = { "train", "validation", NULL };
  const char * const none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *readme = NULL;

  layer_fixture_annotate (fixture, "a1", "actor", "She", NULL);
  layer_fixture_annotate (fixture, "a2", "actor", "he", NULL);
  layer_fixture_annotate (fixture, "o1", "other", "did", NULL);
  asc_dataset_card_count (card, &fixture->layer);
  asc_dataset_card_add_config (card, "spans", splits, "  - {name: id, dtype: string}\n");
  asc_dataset_card_add_config (card, "more", none, "  - {name: n, dtype: int64}\n");
  asc_dataset_card_add_text (card, "A paragraph.");
  asc_dataset_card_write (card, &fixture->context, folder, &error);
  g_assert_no_error (error);

  readme = read_text (folder, "README.md");
  g_assert_true (g_str_has_prefix (readme, "---\npretty_name: 'Test'\nlanguage:\n- 'en'\n"));
  g_assert_nonnull (strstr (readme, "- config_name: spans\n  default: true\n  data_files:\n  - {split: train, path: data/spans-train.jsonl}\n"
                                    "  - {split: validation, path: data/spans-validation.jsonl}\n"));
  g_assert_nonnull (strstr (readme, "- config_name: more\n  data_files:\n  - {split: train, path: data/more.jsonl}\n"));
  g_assert_nonnull (strstr (readme, "- n<1K\n"));
  g_assert_nonnull (strstr (readme, "| `actor` | 2 |"));
  g_assert_nonnull (strstr (readme, "| `other` | 1 | not in the codebook |"));
  g_assert_nonnull (strstr (readme, "\nA paragraph.\n"));
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-card/quote", test_quote);
  g_test_add_func ("/dataset-card/card", test_card);

  return g_test_run ();
}
