/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-export-options.h"

static void
count (GObject    *object,
       GParamSpec *pspec,
       gpointer    data)
{
  (*(guint *) data)++;
}

static void
test_defaults (void)
{
  g_autoptr (AscExportOptions) options = asc_export_options_new ();

  g_assert_cmpint (asc_export_options_get_coders (options), ==, ASC_EXPORT_CODER);
  g_assert_null (asc_export_options_get_coder (options));
  g_assert_false (asc_export_options_get_include_suggested (options));
  g_assert_true (asc_export_options_get_include_imported (options));
  g_assert_false (asc_export_options_get_all_states (options));
  g_assert_false (asc_export_options_get_as_folder (options));
  g_assert_null (asc_export_options_get_format_option (options, "align"));
}

static void
test_notify (void)
{
  g_autoptr (AscExportOptions) options = asc_export_options_new ();
  guint n = 0;

  g_signal_connect (options, "notify", G_CALLBACK (count), &n);
  g_object_set (options, "coders", ASC_EXPORT_GOLD, "coder", "ben", "include-suggested", TRUE, "include-imported", FALSE, "all-states", TRUE,
                "as-folder", TRUE, NULL);
  g_assert_cmpuint (n, ==, 6);
  g_object_set (options, "coders", ASC_EXPORT_GOLD, "coder", "ben", "include-suggested", TRUE, "include-imported", FALSE, "all-states", TRUE,
                "as-folder", TRUE, NULL);
  g_assert_cmpuint (n, ==, 6);

  asc_export_options_set_format_option (options, "align", "strict");
  asc_export_options_set_format_option (options, "align", "strict");
  g_assert_cmpuint (n, ==, 7);
  g_assert_finalize_object (g_steal_pointer (&options));
}

static void
test_format_options (void)
{
  g_autoptr (AscExportOptions) options = asc_export_options_new ();
  g_autoptr (AscExportOptions) copy = asc_export_options_new ();
  g_autoptr (GVariant) variant = NULL;

  asc_export_options_set_format_option (options, "align", "strict");
  asc_export_options_set_format_option (options, "pieces", "hull");
  asc_export_options_set_format_option (options, "pieces", NULL);
  g_object_get (options, "format-options", &variant, NULL);
  g_object_set (copy, "format-options", variant, NULL);

  g_assert_cmpstr (asc_export_options_get_format_option (copy, "align"), ==, "strict");
  g_assert_null (asc_export_options_get_format_option (copy, "pieces"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-options/defaults", test_defaults);
  g_test_add_func ("/export-options/notify", test_notify);
  g_test_add_func ("/export-options/format-options", test_format_options);

  return g_test_run ();
}
