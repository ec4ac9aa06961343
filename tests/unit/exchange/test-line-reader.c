/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-line-reader.h"

#include <string.h>

#include "asc-store-error.h"

static GFile *
write_file (const char *data,
            gsize       size)
{
  g_autoptr (GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("ascribe-XXXXXX", &stream, NULL);

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), data, size, NULL, NULL, NULL));
  g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);

  return file;
}

static char *
read_all (const char *data,
          gsize       size)
{
  g_autoptr (GFile) file = write_file (data, size);
  g_autoptr (AscLineReader) reader = asc_line_reader_open (file, "file", NULL, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0;

  for (;;)
    {
      const char *line;

      g_assert_true (asc_line_reader_next (reader, &line, NULL));
      if (line == NULL)
        break;
      n++;
      g_assert_cmpuint (asc_line_reader_get_number (reader), ==, n);
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_string_append_printf (all, "<%s>", line);
    }
  g_file_delete (file, NULL, NULL);

  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
test_ends (void)
{
  static const struct { const char *text; const char *lines; } cases[] = {
    { "", "" },
    { "one", "<one>" },
    { "one\n", "<one>" },
    { "one\ntwo", "<one><two>" },
    { "one\r\ntwo\rthree\n\n", "<one><two><three><>" },
    { "\r", "<>" },
    { "\r\n", "<>" },
    { "\n\r\n", "<><>" },
    { "\xEF\xBB\xBF" "one\n\xEF\xBB\xBF" "two", "<one><\xEF\xBB\xBFtwo>" },
    { "a\u2028b\n", "<a\u2028b>" },
    { "a\xFF" "b", "<a\xEF\xBF\xBD" "b>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = read_all (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_nul (void)
{
  g_autofree char *lines = read_all ("a\0b\nc", 5);

  g_assert_cmpstr (lines, ==, "<a\xEF\xBF\xBD" "b><c>");
}

/* Line ends at and around every border of what is read at once. */
static void
test_borders (void)
{
  for (gsize length = (1 << 16) - 3; length <= (1 << 16) + 1; length++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      g_autofree char *lines = NULL;

      for (gsize i = 0; i < length; i++)
        g_string_append_c (data, 'x');
      g_string_append (data, "\r\nlast\n");
      lines = read_all (data->str, data->len);
      g_assert_true (g_str_has_suffix (lines, "x><last>"));
      g_assert_cmpuint (strlen (lines), ==, length + strlen ("<><last>"));
    }
}

static void
test_gone (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all");
  g_autoptr (GError) error = NULL;

  g_assert_null (asc_line_reader_open (file, "the file", NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (asc_problem_from_error (error)->path, ==, "the file");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-reader/ends", test_ends);
  g_test_add_func ("/line-reader/nul", test_nul);
  g_test_add_func ("/line-reader/borders", test_borders);
  g_test_add_func ("/line-reader/gone", test_gone);

  return g_test_run ();
}
