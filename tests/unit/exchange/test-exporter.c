/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is lost by what a format carries, and the registry. */
#include "asc-exporter-registry.h"

#include "exchange-fixture.h"

static AscLossReport *
lose (LayerFixture *fixture,
      AscCarries    carries)
{
  AscLossReport *losses = asc_loss_report_new ();

  asc_exporter_prepare_by_carries (carries, &fixture->layer, losses);

  return losses;
}

static void
test_prepare (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "The old man said he would leave soon, they heard.");
  g_autoptr (AscLossReport) nothing_carried = NULL;
  g_autoptr (AscLossReport) all_carried = NULL;
  g_autoptr (AscLossReport) without_relations = NULL;

  layer_fixture_annotate (fixture, "a1", "actor", "The old man", "actor=man;kind=description");
  layer_fixture_annotate (fixture, "c1", "claim", "old man said he", "stance=oppose");       /* crosses a1 */
  layer_fixture_annotate (fixture, "a2", "actor", "man", NULL);                              /* inside both */
  layer_fixture_annotate (fixture, "c2", "claim", "would leave|they heard", NULL);           /* in pieces, beside */
  layer_fixture_relate (fixture, "r1", "source", "c1", "a1");

  nothing_carried = lose (fixture, 0);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_NESTED), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_OVERLAPPING), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_DISCONTINUOUS), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_RELATION), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_ACTOR), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (nothing_carried, ASC_LOSS_ATTRIBUTE), ==, 2);
  g_assert_cmpuint (asc_loss_report_get_total (nothing_carried), ==, 7);
  g_assert_cmpstr (asc_loss_report_get_item (nothing_carried, 0)->article, ==, "a");
  g_assert_cmpstr (asc_loss_report_get_item (nothing_carried, 0)->coder, ==, "anna");

  all_carried = lose (fixture, ~0u);
  g_assert_cmpuint (asc_loss_report_get_total (all_carried), ==, 0);

  without_relations = lose (fixture, ~0u & ~ASC_CARRIES_RELATIONS);
  g_assert_cmpuint (asc_loss_report_get_total (without_relations), ==, 1);
  g_assert_cmpstr (asc_loss_report_get_item (without_relations, 0)->detail, ==, "source");
}

static void
test_same_span_is_nested (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One two");
  g_autoptr (AscLossReport) losses = NULL;

  layer_fixture_annotate (fixture, "a1", "actor", "One", NULL);
  layer_fixture_annotate (fixture, "c1", "claim", "One", NULL);
  layer_fixture_annotate (fixture, "c2", "claim", "two", NULL);

  losses = lose (fixture, 0);
  g_assert_cmpuint (asc_loss_report_get_count (losses, ASC_LOSS_NESTED), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_total (losses), ==, 1);
}

static void
test_registry (void)
{
  g_autoptr (GListModel) all = asc_exporter_registry_get_all ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (all), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (AscExporter) exporter = g_list_model_get_item (all, i);
      const char *name = asc_exporter_get_name (exporter);
      g_autoptr (AscExporter) again = asc_exporter_registry_new (name);

      g_assert_true (g_hash_table_add (names, g_strdup (name)));
      g_assert_nonnull (asc_exporter_get_title (exporter));
      g_assert_true (asc_exporter_get_extension (exporter) == NULL || asc_exporter_get_extension (exporter)[0] == '.');
      g_assert_true (asc_exporter_get_extension (exporter) != NULL || asc_exporter_get_folder (exporter));
      g_assert_true (again != exporter);
      g_assert_cmpstr (asc_exporter_get_name (again), ==, name);
    }
  g_assert_null (asc_exporter_registry_new ("no such format"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exporter/prepare", test_prepare);
  g_test_add_func ("/exporter/same-span-is-nested", test_same_span_is_nested);
  g_test_add_func ("/exporter/registry", test_registry);

  return g_test_run ();
}
