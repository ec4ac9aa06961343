/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-reader.h"

#include "store-test.h"

#define OK -1

typedef struct
{
  const char *name;
  const char *text;
  int         code;     /* AscStoreErrorCode, or OK */
  const char *pointer;
  guint       line;
  guint       column;
} Conformance;

static AscJsonReader *
read_text (const char  *text,
           gssize       n_bytes,
           GPtrArray   *problems,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, n_bytes < 0 ? strlen (text) : (gsize) n_bytes);

  return asc_json_reader_new (bytes, "x.json", problems, error);
}

/* RFC 8259, and the values that json-glib would change silently. */
static const Conformance conformance[] = {
  { "object", "{}", OK },
  { "array", "[]", OK },
  { "string", "\"\"", OK },
  { "number", "0", OK },
  { "literals", "[true, false, null]", OK },
  { "white-space", " \t\r\n{ \"a\" : [ 1 , 2 ] }\n", OK },
  { "bom", "\xEF\xBB\xBF{}", OK },
  { "empty-name", "{\"\": 1}", OK },
  { "negative-zero", "-0", OK },
  { "exponents", "[1e5, 1E+5, 1.5e-5, 0e0, 0.0]", OK },
  { "least", "-9223372036854775808", OK },
  { "greatest", "9223372036854775807", OK },
  { "escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"", OK },
  { "delete", "\"\x7f\"", OK },
  { "noncharacter", "\"\\uffff\"", OK },
  { "raw", "\"é😀\u2028\"", OK },
  { "same-name-elsewhere", "{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 2}]}", OK },

  { "nothing", "", ASC_STORE_ERROR_EMPTY, NULL, 0, 0 },
  { "blank", " \n\t", ASC_STORE_ERROR_EMPTY, NULL, 0, 0 },
  { "bom-only", "\xEF\xBB\xBF", ASC_STORE_ERROR_EMPTY, NULL, 0, 0 },
  { "two-boms", "\xEF\xBB\xBF\xEF\xBB\xBF{}", ASC_STORE_ERROR_SYNTAX, "", 1, 1 },
  { "open-object", "{", ASC_STORE_ERROR_SYNTAX, "", 1, 2 },
  { "open-array", "[1,\n 2", ASC_STORE_ERROR_SYNTAX, "/1", 2, 3 },
  { "open-string", "{\"a\": \"b}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 7 },
  { "wrong-bracket", "{\"a\": [1}", ASC_STORE_ERROR_SYNTAX, "/a/0", 1, 9 },
  { "closing-only", "]", ASC_STORE_ERROR_SYNTAX, "", 1, 1 },
  { "trailing-comma-object", "{\"a\": 1,}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 9 },
  { "trailing-comma-array", "[1,]", ASC_STORE_ERROR_SYNTAX, "/1", 1, 4 },
  { "two-commas", "[1,,2]", ASC_STORE_ERROR_SYNTAX, "/1", 1, 4 },
  { "leading-comma", "[,1]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "no-comma", "[1 2]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "no-colon", "{\"a\" 1}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 6 },
  { "two-colons", "{\"a\":: 1}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 6 },
  { "no-value", "{\"a\": }", ASC_STORE_ERROR_SYNTAX, "/a", 1, 7 },
  { "bare-name", "{a: 1}", ASC_STORE_ERROR_SYNTAX, "", 1, 2 },
  { "number-name", "{1: 1}", ASC_STORE_ERROR_SYNTAX, "", 1, 2 },
  { "single-quotes", "{'a': 1}", ASC_STORE_ERROR_SYNTAX, "", 1, 2 },
  { "single-quoted-value", "{\"a\": 'b'}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 7 },
  { "comment", "/* x */ {}", ASC_STORE_ERROR_SYNTAX, "", 1, 1 },
  { "line-comment", "{} // x", ASC_STORE_ERROR_SYNTAX, "", 1, 4 },
  { "two-objects", "{}\n{}", ASC_STORE_ERROR_SYNTAX, "", 2, 1 },
  { "trailing-garbage", "{} x", ASC_STORE_ERROR_SYNTAX, "", 1, 4 },
  { "assignment", "var a = {};", ASC_STORE_ERROR_SYNTAX, "", 1, 1 },
  { "true-in-capitals", "[True]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "truer", "[truer]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "nan", "[NaN]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "infinity", "[-Infinity]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "plus", "[+1]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "minus-only", "[-]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "leading-zero", "[012]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "hexadecimal", "[0x1F]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "point-first", "[.5]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 2 },
  { "point-last", "[5.]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "two-points", "[1.2.3]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 5 },
  { "exponent-only", "[1e]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "number-and-letter", "[1a]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "tab-in-string", "[\"a\tb\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "line-end-in-string", "[\"a\nb\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "unknown-escape", "[\"a\\x41\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 4 },
  { "short-escape", "[\"\\u12\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "escape-at-end", "[\"\\", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "nul-escape", "{\"a\": \"b\\u0000c\"}", ASC_STORE_ERROR_SYNTAX, "/a", 1, 9 },
  { "nul-escape-in-name", "{\"a\\u0000\": 1}", ASC_STORE_ERROR_SYNTAX, "", 1, 4 },
  { "high-surrogate", "[\"\\ud83d\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "high-surrogate-and-text", "[\"\\ud83dxxxxxx\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "two-high-surrogates", "[\"\\ud83d\\ud83d\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "low-surrogate", "[\"\\ude00\"]", ASC_STORE_ERROR_SYNTAX, "/0", 1, 3 },
  { "not-utf8", "[\"a\xff\"]", ASC_STORE_ERROR_SYNTAX, "", 1, 4 },
  { "surrogate-bytes", "[\"\xed\xa0\x80\"]", ASC_STORE_ERROR_SYNTAX, "", 1, 3 },
  { "latin-1", "[\"caf\xe9\"]", ASC_STORE_ERROR_SYNTAX, "", 1, 6 },
  { "duplicate", "{\"a\": 1,\n \"b\": 2, \"a\": 3}", ASC_STORE_ERROR_DUPLICATE, "/a", 2, 10 },
  { "duplicate-by-escape", "{\"a\": 1, \"\\u0061\": 3}", ASC_STORE_ERROR_DUPLICATE, "/a", 1, 10 },
  { "duplicate-deep", "[{}, {\"x/y\": {\"~\": 1, \"~\": 1}}]", ASC_STORE_ERROR_DUPLICATE, "/1/x~1y/~0", 1, 23 },
  { "beyond-int64", "{\"a\": 9223372036854775808}", ASC_STORE_ERROR_FORMAT, "/a", 1, 7 },
  { "below-int64", "{\"a\": -9223372036854775809}", ASC_STORE_ERROR_FORMAT, "/a", 1, 7 },
  { "uint64", "{\"a\": 18446744073709551615}", ASC_STORE_ERROR_FORMAT, "/a", 1, 7 },
  { "beyond-double", "{\"a\": [0, 1e400]}", ASC_STORE_ERROR_FORMAT, "/a/1", 1, 11 },
  { "below-double", "{\"a\": -1e400}", ASC_STORE_ERROR_FORMAT, "/a", 1, 7 },
  { "column-in-characters", "{\"é😀\": x}", ASC_STORE_ERROR_SYNTAX, "/é😀", 1, 8 },
};

static void
test_conformance (gconstpointer data)
{
  const Conformance *test = data;
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AscJsonReader) reader = read_text (test->text, -1, problems, &error);
  const AscProblem *problem;

  if (test->code == OK)
    {
      g_assert_no_error (error);
      g_assert_nonnull (reader);
      return;
    }

  g_assert_null (reader);
  g_assert_error (error, ASC_STORE_ERROR, test->code);
  problem = asc_problem_from_error (error);
  g_assert_cmpstr (problem->pointer, ==, test->pointer);
  g_assert_cmpuint (problem->line, ==, test->line);
  g_assert_cmpuint (problem->column, ==, test->column);
}

static void
test_bounds (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *large = NULL;

  for (guint depth = 100; depth <= 101; depth++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AscJsonReader) reader = NULL;

      g_string_truncate (deep, 0);
      for (guint i = 0; i < depth; i++)
        g_string_append_c (deep, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (deep, ']');
      reader = read_text (deep->str, -1, problems, &error);
      g_assert_cmpint (reader != NULL, ==, depth <= 100);
      if (depth > 100)
        g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_SYNTAX);
    }

  /* Too large is told by the size alone. */
  large = g_malloc0 (ASC_JSON_MAX_BYTES + 1);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (large, ASC_JSON_MAX_BYTES + 1, problems, &error));
    g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_TOO_LARGE);
  }

  /* A raw NUL, and text without a terminator. */
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text ("{\"a\0\": 1}", 9, problems, &error));
    g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_SYNTAX);
  }
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What json-glib makes of the values is what was written. */
static void
test_values (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscJsonReader) reader =
    read_text ("{\"least\": -9223372036854775808, \"greatest\": 9223372036854775807, \"whole\": 3.0, \"half\": 0.5,"
               " \"s\": \"\\u00e9\\ud83d\\ude00\\n\\/\", \"yes\": true, \"null\": null, \"\": 4, \"l\": [\"a\", \"b\"], \"none\": []}",
               -1, problems, NULL);
  g_auto (GStrv) strings = NULL, none = NULL;

  g_assert_nonnull (reader);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "least", G_MININT64, G_MAXINT64, 0), ==, G_MININT64);
  g_assert_cmpint (asc_json_reader_require_integer (reader, "greatest", 0, G_MAXINT64), ==, G_MAXINT64);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "whole", 0, 10, 0), ==, 3);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "", 0, 10, 0), ==, 4);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "null", 0, 10, 7), ==, 7);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "absent", 0, 10, 8), ==, 8);
  g_assert_cmpstr (asc_json_reader_get_string (reader, "s"), ==, "é😀\n/");
  g_assert_cmpstr (asc_json_reader_require_string (reader, "s"), ==, "é😀\n/");
  g_assert_null (asc_json_reader_get_string (reader, "null"));
  g_assert_null (asc_json_reader_get_string (reader, "absent"));
  g_assert_true (asc_json_reader_get_boolean (reader, "yes", FALSE));
  g_assert_true (asc_json_reader_get_boolean (reader, "absent", TRUE));
  g_assert_true (asc_json_reader_has (reader, "yes"));
  g_assert_false (asc_json_reader_has (reader, "null"));
  g_assert_null (asc_json_reader_get_node (reader, "absent"));
  g_assert_nonnull (asc_json_reader_get_node (reader, "half"));
  strings = asc_json_reader_get_strings (reader, "l");
  g_assert_cmpstrv (strings, ((const char *[]) { "a", "b", NULL }));
  none = asc_json_reader_get_strings (reader, "none");
  g_assert_cmpstrv (none, ((const char *[]) { NULL }));
  g_assert_null (asc_json_reader_get_strings (reader, "absent"));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_problems (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscJsonReader) reader =
    read_text ("{\"n\": \"1\", \"half\": 2.5, \"low\": -1, \"s\": 5, \"b\": 1, \"l\": [\"a\", 2, \"c\"], \"o\": 1,"
               " \"a/b\": [[1, \"x\", 9], 7]}", -1, problems, NULL);
  g_auto (GStrv) strings = NULL;
  g_autofree char *pointer = NULL, *extra = NULL;
  gint64 value = 42;
  static const char * const known[] = { "n", "half", "low", "s", "b", "l", "o", "a/b", NULL };

  g_assert_nonnull (reader);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "n", 0, 10, 6), ==, 6);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "half", 0, 10, 6), ==, 6);
  g_assert_cmpint (asc_json_reader_get_integer (reader, "low", 0, 10, 6), ==, 6);
  g_assert_cmpint (asc_json_reader_require_integer (reader, "absent", 3, 10), ==, 3);
  g_assert_null (asc_json_reader_get_string (reader, "s"));
  g_assert_null (asc_json_reader_require_string (reader, "absent"));
  g_assert_false (asc_json_reader_get_boolean (reader, "b", FALSE));
  strings = asc_json_reader_get_strings (reader, "l");
  g_assert_cmpstrv (strings, ((const char *[]) { "a", "c", NULL }));
  g_assert_false (asc_json_reader_enter_object (reader, "o"));
  g_assert_false (asc_json_reader_enter_array (reader, "absent"));

  assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, "/n");
  assert_problem (problems, 1, ASC_STORE_ERROR_FORMAT, "/half");
  assert_problem (problems, 2, ASC_STORE_ERROR_FORMAT, "/low");
  assert_problem (problems, 3, ASC_STORE_ERROR_FORMAT, "");
  assert_problem (problems, 4, ASC_STORE_ERROR_FORMAT, "/s");
  assert_problem (problems, 5, ASC_STORE_ERROR_FORMAT, "");
  assert_problem (problems, 6, ASC_STORE_ERROR_FORMAT, "/b");
  assert_problem (problems, 7, ASC_STORE_ERROR_FORMAT, "/l/1");
  assert_problem (problems, 8, ASC_STORE_ERROR_FORMAT, "/o");
  g_assert_cmpuint (problems->len, ==, 9);

  g_assert_true (asc_json_reader_enter_array (reader, "a/b"));
  g_assert_cmpuint (asc_json_reader_get_n (reader), ==, 2);
  g_assert_true (asc_json_reader_enter_array_element (reader, 0));
  g_assert_true (asc_json_reader_element_integer (reader, 0, 0, 5, &value));
  g_assert_cmpint (value, ==, 1);
  g_assert_false (asc_json_reader_element_integer (reader, 1, 0, 5, &value));
  g_assert_false (asc_json_reader_element_integer (reader, 2, 0, 5, &value));
  g_assert_false (asc_json_reader_element_integer (reader, 3, 0, 5, &value));
  g_assert_cmpint (value, ==, 1);
  g_assert_cmpstr (asc_json_reader_element_string (reader, 1), ==, "x");
  g_assert_null (asc_json_reader_element_string (reader, 0));
  pointer = asc_json_reader_pointer (reader, "2");
  g_assert_cmpstr (pointer, ==, "/a~1b/0/2");
  asc_json_reader_leave (reader);
  g_assert_false (asc_json_reader_enter_object_element (reader, 0));
  g_assert_false (asc_json_reader_enter_array_element (reader, 1));
  g_assert_false (asc_json_reader_enter_array_element (reader, 2));
  asc_json_reader_report (reader, ASC_STORE_ERROR_DANGLING, NULL, "%s", "here");
  asc_json_reader_leave (reader);

  assert_problem (problems, 9, ASC_STORE_ERROR_FORMAT, "/a~1b/0/1");
  assert_problem (problems, 10, ASC_STORE_ERROR_FORMAT, "/a~1b/0/2");
  assert_problem (problems, 11, ASC_STORE_ERROR_FORMAT, "/a~1b/0/0");
  assert_problem (problems, 12, ASC_STORE_ERROR_FORMAT, "/a~1b/0");
  assert_problem (problems, 13, ASC_STORE_ERROR_FORMAT, "/a~1b/1");
  assert_problem (problems, 14, ASC_STORE_ERROR_DANGLING, "/a~1b");
  g_assert_cmpuint (problems->len, ==, 15);

  /* Everything that could not be used is still there. */
  extra = asc_json_reader_take_extra (reader, known);
  g_assert_cmpstr (extra, ==,
                   "{\"unusable_n\": \"1\", \"unusable_half\": 2.5, \"unusable_low\": -1, \"unusable_s\": 5,"
                   " \"unusable_b\": 1, \"unusable_l\": [\"a\", 2, \"c\"], \"unusable_o\": 1}");
}

static void
test_extra (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscJsonReader) reader =
    read_text ("{\"b\": {\"x\": [0.1, null]}, \"known\": 7, \"a\": \"\\u2028\", \"unusable_known\": 1,"
               " \"kept\": [1], \"single\": 2}", -1, problems, NULL);
  static const char * const known[] = { "known", NULL };
  static const char * const all[] = { "b", "known", "a", "unusable_known", "kept", "single", NULL };
  g_autofree char *none = NULL, *extra = NULL;

  none = asc_json_reader_take_extra (reader, all);
  g_assert_null (none);

  asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "known", "%d is odd", 7);
  assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, "/known");
  asc_json_reader_keep (reader, "kept", asc_json_reader_get_node (reader, "b"));
  asc_json_reader_keep (reader, "kept", asc_json_reader_get_node (reader, "a"));
  asc_json_reader_keep (reader, "single", asc_json_reader_get_node (reader, "known"));
  extra = asc_json_reader_take_extra (reader, known);
  g_assert_cmpstr (extra, ==,
                   "{\"b\": {\"x\": [0.1, null]}, \"a\": \"\\u2028\", \"unusable_known\": 1,"
                   " \"kept\": [1, {\"x\": [0.1, null]}, \"\\u2028\"], \"single\": [2, 7], \"unusable_known_2\": 7}");
}

static void
test_format (void)
{
  static const struct { const char *text; int code; guint version; } cases[] = {
    { "{\"format\": \"ascribe-x/1\"}", OK, 1 },
    { "{\"format\": \"ascribe-x/2\"}", OK, 2 },
    { "{\"format\": \"ascribe-x/3\"}", ASC_STORE_ERROR_NEWER, 3 },
    { "{\"format\": \"ascribe-x/0\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-x/01\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-x/\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-x\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-x/1.5\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-x/99999999999\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": \"ascribe-y/1\"}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{\"format\": 1}", ASC_STORE_ERROR_FORMAT, 0 },
    { "{}", ASC_STORE_ERROR_FORMAT, 0 },
    { "[]", ASC_STORE_ERROR_FORMAT, 0 },
    { "7", ASC_STORE_ERROR_FORMAT, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (AscJsonReader) reader = read_text (cases[i].text, -1, problems, NULL);
      g_autoptr (GError) error = NULL;
      guint version = 99;

      g_assert_cmpint (asc_json_reader_check_format (reader, "ascribe-x", 2, &version, &error), ==,
                       cases[i].code == OK);
      g_assert_cmpuint (version, ==, cases[i].version);
      if (cases[i].code != OK)
        g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (conformance); i++)
    {
      g_autofree char *path = g_strconcat ("/json-reader/conformance/", conformance[i].name, NULL);

      g_test_add_data_func (path, &conformance[i], test_conformance);
    }
  g_test_add_func ("/json-reader/bounds", test_bounds);
  g_test_add_func ("/json-reader/values", test_values);
  g_test_add_func ("/json-reader/problems", test_problems);
  g_test_add_func ("/json-reader/extra", test_extra);
  g_test_add_func ("/json-reader/format", test_format);
  return g_test_run ();
}
