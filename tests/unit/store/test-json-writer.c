/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-writer.h"

static void
assert_finish (AscJsonWriter *writer,
               const char    *expected)
{
  g_autoptr (GBytes) bytes = asc_json_writer_finish (writer);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
                   strlen (expected));
}

static void
test_layout (void)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", "x/1");
  asc_json_writer_integer (writer, "read_to", 3790);
  asc_json_writer_string (writer, "absent", NULL);
  asc_json_writer_begin_array (writer, "annotations", ASC_JSON_LINES);
  for (int i = 0; i < 2; i++)
    {
      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, "id", i);
      asc_json_writer_begin_array (writer, "spans", ASC_JSON_LINES);  /* compact within a line */
      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, NULL, 1);
      asc_json_writer_integer (writer, NULL, 2);
      asc_json_writer_end_array (writer);
      asc_json_writer_end_array (writer);
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
  asc_json_writer_begin_array (writer, "relations", ASC_JSON_LINES);
  asc_json_writer_end_array (writer);
  asc_json_writer_begin_object (writer, "more", ASC_JSON_LINES);
  asc_json_writer_boolean (writer, "yes", TRUE);
  asc_json_writer_end_object (writer);
  asc_json_writer_begin_object (writer, "nothing", ASC_JSON_LINES);
  asc_json_writer_end_object (writer);
  asc_json_writer_end_object (writer);

  assert_finish (writer,
                 "{\n"
                 "  \"format\": \"x/1\",\n"
                 "  \"read_to\": 3790,\n"
                 "  \"annotations\": [\n"
                 "    {\"id\": 0, \"spans\": [[1, 2]]},\n"
                 "    {\"id\": 1, \"spans\": [[1, 2]]}\n"
                 "  ],\n"
                 "  \"relations\": [],\n"
                 "  \"more\": {\n"
                 "    \"yes\": true\n"
                 "  },\n"
                 "  \"nothing\": {}\n"
                 "}\n");
}

/* A writer is used for one line after the other. */
static void
test_lines (void)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  for (int i = 0; i < 2; i++)
    {
      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, "n", i);
      asc_json_writer_end_object (writer);
      assert_finish (writer, i == 0 ? "{\"n\": 0}\n" : "{\"n\": 1}\n");
    }
}

static void
test_strings (void)
{
  static const struct { const char *value, *written; } cases[] = {
    { "", "\"\"\n" },
    { "plain", "\"plain\"\n" },
    { "\"\\/", "\"\\\"\\\\/\"\n" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"\n" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"\n" },
    { "\xc2\x80\xc2\x85\xc2\x9f\u00a0", "\"\\u0080\\u0085\\u009f\u00a0\"\n" },
    { "a\u2028b\u2029c\u2027\u202a", "\"a\\u2028b\\u2029c\u2027\u202a\"\n" },
    { "😀 é “x” 王", "\"😀 é “x” 王\"\n" },
    { "a\xff" "b", "\"a\ufffdb\"\n" },
    { "\xed\xa0\x80", "\"\ufffd\ufffd\ufffd\"\n" },
    { "end\xe2\x80", "\"end\ufffd\ufffd\"\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

      asc_json_writer_string (writer, NULL, cases[i].value);
      assert_finish (writer, cases[i].written);
    }
}

static void
test_values (void)
{
  static const char * const strings[] = { "a", "b\"", NULL };
  static const char * const none[] = { NULL };
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, NULL, G_MININT64);
  asc_json_writer_integer (writer, NULL, G_MAXINT64);
  asc_json_writer_boolean (writer, NULL, FALSE);
  asc_json_writer_strings (writer, NULL, strings);
  asc_json_writer_strings (writer, NULL, none);
  asc_json_writer_strings (writer, NULL, NULL);
  asc_json_writer_end_array (writer);
  assert_finish (writer, "[-9223372036854775808, 9223372036854775807, false, [\"a\", \"b\\\"\"], []]\n");
}

static void
test_variants (void)
{
  static const char * const strings[] = { "a", "b", NULL };
  g_autoptr (GVariant) string = g_variant_ref_sink (g_variant_new_string ("s"));
  g_autoptr (GVariant) several = g_variant_ref_sink (g_variant_new_strv (strings, -1));
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_strv (strings, 0));
  g_autoptr (GVariant) integer = g_variant_ref_sink (g_variant_new_int64 (-7));
  g_autoptr (GVariant) flag = g_variant_ref_sink (g_variant_new_boolean (TRUE));
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_variant (writer, "a", string);
  asc_json_writer_variant (writer, "b", several);
  asc_json_writer_variant (writer, "c", none);
  asc_json_writer_variant (writer, "d", integer);
  asc_json_writer_variant (writer, "e", flag);
  asc_json_writer_end_object (writer);
  assert_finish (writer, "{\"a\": \"s\", \"b\": [\"a\", \"b\"], \"c\": [], \"d\": -7, \"e\": true}\n");
}

static void
test_extra (void)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "name", "known");
  asc_json_writer_string (writer, "na\"me", "known");
  asc_json_writer_extra (writer, NULL);
  asc_json_writer_extra (writer,
                         "{\"z\": 0.1, \"name\": \"old\", \"na\\\"me\": 1, \"a\": [1, 2.0, 1e300, null, 0.30000000000000004, 5e-324],"
                         " \"orphans\": [{\"id\": \"x\", \"b\": [[3]]}, 5], \"o\": {\"p\": []}}");
  asc_json_writer_end_object (writer);
  assert_finish (writer,
                 "{\n"
                 "  \"name\": \"known\",\n"
                 "  \"na\\\"me\": \"known\",\n"
                 "  \"z\": 0.1,\n"
                 "  \"a\": [1, 2.0, 1e+300, null, 0.30000000000000004, 4.94065645841247e-324],\n"
                 "  \"orphans\": [\n"
                 "    {\"id\": \"x\", \"b\": [[3]]},\n"
                 "    5\n"
                 "  ],\n"
                 "  \"o\": {\"p\": []}\n"
                 "}\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/lines", test_lines);
  g_test_add_func ("/json-writer/strings", test_strings);
  g_test_add_func ("/json-writer/values", test_values);
  g_test_add_func ("/json-writer/variants", test_variants);
  g_test_add_func ("/json-writer/extra", test_extra);
  return g_test_run ();
}
