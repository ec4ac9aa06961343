/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scanner lets through, json-glib reads; written and read again it is the same; what it refuses has a place. */
#include "asc-json-reader.h"
#include "asc-json-writer.h"
#include "fuzz.h"

/* The root, written; NULL when it is refused. */
static GBytes *
rewrite (GBytes    *bytes,
         GPtrArray *problems,
         GError   **error)
{
  g_autoptr (AscJsonReader) reader = asc_json_reader_new (bytes, "fuzz.json", problems, error);
  g_autoptr (AscJsonWriter) writer = NULL;

  if (reader == NULL)
    return NULL;

  writer = asc_json_writer_new ();
  asc_json_writer_node (writer, NULL, asc_json_reader_get_root (reader));
  return asc_json_writer_finish (writer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, n_bytes);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) once = rewrite (bytes, problems, &error), twice = NULL;
  const AscProblem *problem;

  g_assert_cmpuint (problems->len, ==, 0);
  if (once == NULL)
    {
      problem = asc_problem_from_error (error);
      g_assert_nonnull (problem);
      if (problem->code != ASC_STORE_ERROR_EMPTY)
        {
          /* A SYNTAX error without a line would be json-glib's: then the scanner let through what that does not read. */
          g_assert_cmpuint (problem->line, >, 0);
          g_assert_cmpuint (problem->column, >, 0);
          g_assert_nonnull (problem->pointer);
        }
      return 0;
    }

  twice = rewrite (once, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once), g_bytes_get_data (twice, NULL),
                   g_bytes_get_size (twice));
  return 0;
}
