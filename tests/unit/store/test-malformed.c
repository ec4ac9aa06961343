/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The damaged files of tests/malformed, each with what expected.tsv says of it. A file that is read in part is written and read
 * again: what could not be used is still there, and nothing changes any more. */
#include "store-kind.h"
#include "store-test.h"

typedef struct
{
  char *file;
  char *outcome;
  char *code;
  char *pointer;
  guint line;
  guint column;
} Expected;

static char *
path_of (const char *file)
{
  return g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "tests", "malformed", file, NULL);
}

static GBytes *
load (const char *file)
{
  g_autofree char *path = path_of (file);
  char *content;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  return g_bytes_new_take (content, n_bytes);
}

static void
test_file (gconstpointer data)
{
  const Expected *expected = data;
  g_autoptr (GBytes) bytes = load (expected->file), written = NULL, again = NULL;
  g_autoptr (GBytes) content = load ("article.txt");
  g_autoptr (AscText) text = asc_text_new_bytes (content);
  g_autoptr (GPtrArray) problems = problems_new (), later = problems_new ();
  g_autoptr (GError) error = NULL, second = NULL;
  const AscProblem *first;
  gboolean is_refused = g_str_equal (expected->outcome, "refused");

  written = store_kind_rewrite (expected->file, bytes, text, problems, &error);
  if (is_refused)
    {
      g_assert_null (written);
      g_assert_cmpuint (problems->len, ==, 0);
      first = asc_problem_from_error (error);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, >, 0);
      first = g_ptr_array_index (problems, 0);
    }

  g_assert_nonnull (first);
  g_assert_cmpstr (asc_store_error_code_to_string (first->code), ==, expected->code);
  g_assert_cmpstr (first->pointer, ==, expected->pointer);
  g_assert_cmpuint (first->line, ==, expected->line);
  g_assert_cmpuint (first->column, ==, expected->column);
  g_assert_cmpstr (first->path, ==, expected->file);
  if (is_refused)
    return;

  again = store_kind_rewrite (expected->file, written, text, later, &second);
  g_assert_no_error (second);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again), g_bytes_get_data (written, NULL),
                   g_bytes_get_size (written));
}

static void
expected_free (gpointer data)
{
  Expected *self = data;

  g_free (self->file);
  g_free (self->outcome);
  g_free (self->code);
  g_free (self->pointer);
  g_free (self);
}

static void
test_table (gconstpointer data)
{
  const GPtrArray *table = data;
  g_autofree char *folder = path_of ("");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".json");
  g_assert_cmpuint (n, ==, table->len);
  g_assert_cmpuint (n, >=, 46);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func (expected_free);
  g_autofree char *path = path_of ("expected.tsv"), *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *test = NULL;
      Expected *expected;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 6);
      expected = g_new0 (Expected, 1);
      expected->file = g_strdup (cells[0]);
      expected->outcome = g_strdup (cells[1]);
      expected->code = g_strdup (cells[2]);
      /* "-": there is no pointer, which only an empty file has; nothing: the root. */
      expected->pointer = g_str_equal (cells[3], "-") ? NULL : g_strdup (cells[3]);
      expected->line = atoi (cells[4]);
      expected->column = atoi (cells[5]);
      g_ptr_array_add (table, expected);
      test = g_strconcat ("/malformed/", expected->file, NULL);
      g_test_add_data_func (test, expected, test_file);
    }
  g_test_add_data_func ("/malformed/table", table, test_table);
  return g_test_run ();
}
