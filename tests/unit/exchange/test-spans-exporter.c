/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-spans-exporter.h"

#include "exchange-fixture.h"

static char *
export_one (LayerFixture *fixture)
{
  g_autoptr (AscExporter) exporter = g_object_new (ASC_TYPE_SPANS_EXPORTER, NULL);
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;

  asc_exporter_prepare (exporter, &fixture->layer, losses);
  g_assert_cmpuint (asc_loss_report_get_total (losses), ==, 0);
  g_assert_true (asc_exporter_begin (exporter, &fixture->context, output, NULL, NULL));
  g_assert_true (asc_exporter_write (exporter, &fixture->layer, NULL));
  g_assert_true (asc_exporter_end (exporter, NULL));
  g_output_stream_close (output, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_empty (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("none", "No claims.");
  g_autofree char *line = export_one (fixture);

  g_assert_cmpstr (line, ==, "{\"id\": \"none\", \"annotator\": \"anna\", \"text\": \"No claims.\", "
                             "\"text_sha256\": \"96fbdbaa5c058444610f106bd5c3a5cbaa385036855bab57c21528e3f7b35603\", "
                             "\"spans\": [], \"relations\": [], \"attributes\": []}\n");
}

static void
test_fragments (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "“Go,” he said, “now.”");
  g_autofree char *line = NULL;

  layer_fixture_annotate (fixture, "c1", "claim", "Go,|now.", NULL);
  layer_fixture_annotate (fixture, "a1", "actor", "he", NULL);
  line = export_one (fixture);

  g_assert_nonnull (strstr (line, "{\"id\": \"c1\", \"start\": 1, \"end\": 4, \"label\": \"claim\", \"text\": \"Go,\", \"fragment\": 0}, "
                                  "{\"id\": \"c1\", \"start\": 16, \"end\": 20, \"label\": \"claim\", \"text\": \"now.\", \"fragment\": 1}, "
                                  "{\"id\": \"a1\", \"start\": 6, \"end\": 8, \"label\": \"actor\", \"text\": \"he\", \"fragment\": 0}"));
}

static void
test_line_separators (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "a\u2028b\u2029c\xC2\x85" "d");
  g_autofree char *line = export_one (fixture);

  g_assert_nonnull (strstr (line, "a\\u2028b\\u2029c\\u0085d"));
}

static void
test_guard_date (void)
{
  static const struct { const char *value; const char *guarded; } cases[] = {
    { "2021-07-04", "timex3:2021-07-04" },
    { "2021-07-04T10:00:00Z", "timex3:2021-07-04T10:00:00Z" },
    { "2021-07-04 10:00", "timex3:2021-07-04 10:00" },
    { "timex3:2021-07-04", "timex3:timex3:2021-07-04" },
    { "2021-07", "2021-07" },
    { "2021", "2021" },
    { "2021-07-04/2021-07-06", "2021-07-04/2021-07-06" },
    { "2021-07-04~", "2021-07-04~" },
    { "oppose", "oppose" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guarded = asc_spans_guard_date (cases[i].value);

      g_assert_cmpstr (guarded, ==, cases[i].guarded);
    }
}

static void
test_attribute_values (void)
{
  const char *list[] = { "economy", "2021-07-04", NULL };
  g_autoptr (GVariant) strings = g_variant_ref_sink (g_variant_new_strv (list, -1));
  g_autoptr (GVariant) integer = g_variant_ref_sink (g_variant_new_int64 (-3));
  g_autoptr (GVariant) flag = g_variant_ref_sink (g_variant_new_boolean (TRUE));
  g_auto (GStrv) of_strings = asc_spans_attribute_values (strings);
  g_auto (GStrv) of_integer = asc_spans_attribute_values (integer);
  g_auto (GStrv) of_flag = asc_spans_attribute_values (flag);

  g_assert_cmpstrv (of_strings, ((const char *[]) { "economy", "timex3:2021-07-04", NULL }));
  g_assert_cmpstrv (of_integer, ((const char *[]) { "-3", NULL }));
  g_assert_cmpstrv (of_flag, ((const char *[]) { "true", NULL }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spans-exporter/empty", test_empty);
  g_test_add_func ("/spans-exporter/fragments", test_fragments);
  g_test_add_func ("/spans-exporter/line-separators", test_line_separators);
  g_test_add_func ("/spans-exporter/guard-date", test_guard_date);
  g_test_add_func ("/spans-exporter/attribute-values", test_attribute_values);

  return g_test_run ();
}
