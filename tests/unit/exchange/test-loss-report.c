/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-loss-report.h"

static void
test_count (void)
{
  g_autoptr (AscLossReport) report = asc_loss_report_new ();

  g_assert_cmpuint (asc_loss_report_get_total (report), ==, 0);
  asc_loss_report_add (report, ASC_LOSS_RELATION, "a", "anna", "r1", "source");
  asc_loss_report_add (report, ASC_LOSS_RELATION, "a", "anna", "r2", "source");
  asc_loss_report_add (report, ASC_LOSS_NOTE, "b", NULL, NULL, NULL);

  g_assert_cmpuint (asc_loss_report_get_total (report), ==, 3);
  g_assert_cmpuint (asc_loss_report_get_count (report, ASC_LOSS_RELATION), ==, 2);
  g_assert_cmpuint (asc_loss_report_get_count (report, ASC_LOSS_NOTE), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (report, ASC_LOSS_NESTED), ==, 0);
  g_assert_cmpuint (asc_loss_report_get_n_items (report), ==, 3);
  g_assert_cmpstr (asc_loss_report_get_item (report, 1)->annotation, ==, "r2");
  g_assert_cmpstr (asc_loss_report_get_item (report, 1)->detail, ==, "source");
  g_assert_null (asc_loss_report_get_item (report, 2)->coder);
}

static void
test_bounded (void)
{
  g_autoptr (AscLossReport) report = asc_loss_report_new ();

  for (guint i = 0; i < 10500; i++)
    asc_loss_report_add (report, ASC_LOSS_ATTRIBUTE, "a", "anna", "x", "stance");

  g_assert_cmpuint (asc_loss_report_get_total (report), ==, 10500);
  g_assert_cmpuint (asc_loss_report_get_n_items (report), ==, 10000);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    g_assert_true (g_hash_table_add (names, (gpointer) asc_loss_to_string (loss)));
  g_assert_cmpstr (asc_loss_to_string (ASC_LOSS_OFFSET_UNIT), ==, "offset-unit");
  g_assert_true (asc_loss_is_warning (ASC_LOSS_OFFSET_UNIT));
  g_assert_false (asc_loss_is_warning (ASC_LOSS_RELATION));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loss-report/count", test_count);
  g_test_add_func ("/loss-report/bounded", test_bounded);
  g_test_add_func ("/loss-report/names", test_names);

  return g_test_run ();
}
