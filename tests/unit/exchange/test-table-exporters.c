/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCsvExporter, AscXlsxExporter and AscChatExporter on layers made for their troubles; golden files and other people's readers see the rest. */
#include "asc-json-object.h"
#include "exchange-fixture.h"

static char *
export (LayerFixture *fixture,
        const char   *format,
        guint         expected_losses)
{
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();
  g_autoptr (GBytes) bytes = layer_fixture_export (fixture, format, losses);

  g_assert_cmpuint (asc_loss_report_get_total (losses), ==, expected_losses);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Quotation marks are doubled, line ends stay in the cell, rows end in CR LF, and the file begins with a byte order mark. */
static void
test_csv_quoting (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "He said \"a, b\nc\" then.");
  g_autofree char *csv = NULL;

  layer_fixture_annotate (fixture, "c1", "claim", "\"a, b\nc\"", NULL);
  csv = export (fixture, "csv", 0);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF" "doc_id,annotator,claim_id,claim_text,claim_start,claim_end,"));
  g_assert_true (g_str_has_suffix (csv, "\r\n"));
  g_assert_nonnull (strstr (csv, "\r\nx,anna,c1,\"\"\"a, b\nc\"\"\",8,16,"));
}

/* A formula is only made harmless where that was asked for. */
static void
test_csv_formulas (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "=SUM(1) is it.");
  g_autofree char *plain = NULL;
  g_autofree char *guarded = NULL;

  layer_fixture_annotate (fixture, "c1", "claim", "=SUM(1)", NULL);
  plain = export (fixture, "csv", 0);
  g_assert_nonnull (strstr (plain, ",c1,=SUM(1),0,7,"));
  asc_export_options_set_format_option (fixture->context.options, "formulas", "guard");
  guarded = export (fixture, "csv", 0);
  g_assert_nonnull (strstr (guarded, ",c1,'=SUM(1),0,7,"));
}

/* A row for each source. */
static void
test_csv_rows (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "Ann and Ben say taxes fall.");
  g_autofree char *rows = NULL;
  g_autofree char *wide = NULL;

  layer_fixture_annotate (fixture, "a1", "actor", "Ann", NULL);
  layer_fixture_annotate (fixture, "a2", "actor", "Ben", NULL);
  layer_fixture_annotate (fixture, "c1", "claim", "taxes fall", NULL);
  layer_fixture_relate (fixture, "r1", "source", "c1", "a1");
  layer_fixture_relate (fixture, "r2", "source", "c1", "a2");
  rows = export (fixture, "csv", 0);
  g_assert_nonnull (strstr (rows, ",a1,Ann,0,3,"));
  g_assert_nonnull (strstr (rows, ",a2,Ben,8,11,"));
  asc_export_options_set_format_option (fixture->context.options, "layout", "wide");
  wide = export (fixture, "csv", 0);
  g_assert_nonnull (strstr (wide, ",a1;a2,Ann;Ben,"));
}

/* A workbook is a zip file, and the same layer gives the same bytes. */
static void
test_xlsx_reproducible (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "July 4");
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) again = NULL;

  layer_fixture_annotate (fixture, "d1", "date", "July 4", "value=2021-07-04");
  once = layer_fixture_export (fixture, "xlsx", losses);
  again = layer_fixture_export (fixture, "xlsx", losses);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), 4, "PK\x03\x04", 4);
  g_assert_true (g_bytes_equal (once, again));
}

static JsonNode *
parse_answer (const char *line)
{
  g_autoptr (JsonNode) row = json_from_string (line, NULL);
  JsonArray *messages = asc_json_object_array (asc_json_node_object (row), "messages");

  g_assert_cmpuint (json_array_get_length (messages), ==, 3);

  return json_from_string (asc_json_object_string (asc_json_array_object (messages, 2), "content"), NULL);
}

/* What the article does not say is null, never absent, and an article without claims is an example too. */
static void
test_chat_answer (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("x", "Taxes \"must\"\nfall.");
  g_autofree char *empty = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) no_answer = NULL;
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *claim;

  empty = export (fixture, "chat", 0);
  no_answer = parse_answer (empty);
  g_assert_cmpuint (json_array_get_length (asc_json_object_array (asc_json_node_object (no_answer), "claims")), ==, 0);

  layer_fixture_annotate (fixture, "c1", "claim", "Taxes \"must\"\nfall", NULL);
  line = export (fixture, "chat", 0);
  answer = parse_answer (line);
  claim = asc_json_array_object (asc_json_object_array (asc_json_node_object (answer), "claims"), 0);
  g_assert_cmpstr (asc_json_object_string (claim, "claim"), ==, "Taxes \"must\"\nfall");
  g_assert_true (JSON_NODE_HOLDS_NULL (json_object_get_member (claim, "actor")));
  g_assert_true (JSON_NODE_HOLDS_NULL (json_object_get_member (claim, "date")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-exporters/csv-quoting", test_csv_quoting);
  g_test_add_func ("/table-exporters/csv-formulas", test_csv_formulas);
  g_test_add_func ("/table-exporters/csv-rows", test_csv_rows);
  g_test_add_func ("/table-exporters/xlsx-reproducible", test_xlsx_reproducible);
  g_test_add_func ("/table-exporters/chat-answer", test_chat_answer);

  return g_test_run ();
}
