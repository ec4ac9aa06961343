/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever codebook can be read is written so that it is read again without a change. */
#include "asc-codebook-file.h"
#include "fuzz.h"

static GBytes *
rewrite (GBytes *bytes)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscCodebook) codebook = asc_codebook_file_parse (bytes, "fuzz.json", problems, &error);

  g_assert_true ((codebook == NULL) == (error != NULL));
  for (guint i = 0; i < problems->len; i++)
    g_assert_nonnull (((AscProblem *) problems->pdata[i])->pointer);
  return codebook != NULL ? asc_codebook_file_write (codebook) : NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, n_bytes);
  g_autoptr (GBytes) once = rewrite (bytes), twice = NULL;

  if (once == NULL)
    return 0;

  twice = rewrite (once);
  g_assert_nonnull (twice);
  g_assert_cmpmem (g_bytes_get_data (once, NULL), g_bytes_get_size (once), g_bytes_get_data (twice, NULL),
                   g_bytes_get_size (twice));
  return 0;
}
