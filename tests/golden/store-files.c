/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of all five kinds as other programs may write them (store/in), and as ours writes them then (store/out), byte by byte.
 * ASC_UPDATE_GOLDEN=1 writes store/out anew; read the difference before you commit it. */
#include "store-kind.h"

static char *
path_of (const char *folder,
         const char *file)
{
  return g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "tests", "golden", "store", folder, file, NULL);
}

static GBytes *
load (const char *path)
{
  char *content;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  return g_bytes_new_take (content, n_bytes);
}

static void
test_file (gconstpointer data)
{
  const char *file = data;
  g_autofree char *in = path_of ("in", file), *out = path_of ("out", file), *text_path = path_of ("", "article.txt");
  g_autoptr (GBytes) bytes = load (in), text_bytes = load (text_path), written = NULL, golden = NULL, again = NULL;
  g_autoptr (AscText) text = asc_text_new_bytes (text_bytes);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL, *wanted = NULL;

  written = store_kind_rewrite (file, bytes, text, problems, &error);
  g_assert_no_error (error);
  if (g_getenv ("ASC_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (out, g_bytes_get_data (written, NULL), g_bytes_get_size (written), NULL);

  golden = load (out);
  made = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  wanted = g_strndup (g_bytes_get_data (golden, NULL), g_bytes_get_size (golden));
  g_assert_cmpstr (made, ==, wanted);

  again = store_kind_rewrite (file, golden, text, problems, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, golden));
}

int
main (int argc, char *argv[])
{
  static const char * const files[] = { "actors.json", "annotations.json", "article.json", "codebook.json", "project.json" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/store/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_file);
    }
  return g_test_run ();
}
