/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer in normal builds: each file of the folders or files given goes to the target as it is, cut short,
 * and damaged at random (SEED=… repeats a run, ROUNDS=… makes it longer). Prints TAP. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#define ROUNDS 40

static GRand *rand_source;
static guint n_files;

static void
run (const char *data,
     gsize       n_bytes)
{
  /* A copy of exactly this size, so that a sanitizer sees a byte read beyond it. */
  g_autofree guint8 *copy = g_memdup2 (data, n_bytes);

  LLVMFuzzerTestOneInput (copy, n_bytes);
}

/* One to eight places: a byte changed, one or more taken out, or some of the file put there once more. */
static void
damage (GString *data)
{
  for (int i = g_rand_int_range (rand_source, 1, 9); i > 0 && data->len > 0; i--)
    {
      static const char telling[] = "\"\\{}[],:019-.eE \n\0\x80\xC3\xED\xFF";
      gsize at = g_rand_int_range (rand_source, 0, data->len);
      gsize most = g_rand_int_range (rand_source, 1, 20), n = MIN (most, data->len - at);
      g_autofree char *piece = g_memdup2 (data->str + at, n);

      switch (g_rand_int_range (rand_source, 0, 4))
        {
        case 0:
          data->str[at] = g_rand_int_range (rand_source, 0, 256);
          break;
        case 1:
          data->str[at] = telling[g_rand_int_range (rand_source, 0, sizeof telling - 1)];
          break;
        case 2:
          g_string_erase (data, at, n);
          break;
        default:
          g_string_insert_len (data, g_rand_int_range (rand_source, 0, data->len + 1), piece, n);
        }
    }
}

static void
run_file (const char *path)
{
  const char *given = g_getenv ("ROUNDS");
  int n_rounds = given != NULL ? atoi (given) : ROUNDS;
  g_autofree char *content = NULL, *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &content, &n_bytes, &error))
    {
      printf ("Bail out! %s\n", error->message);
      exit (1);
    }

  run (content, n_bytes);
  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) damaged = g_string_new_len (content, n_bytes);

      if (i % 4 == 0)
        g_string_truncate (damaged, g_rand_int_range (rand_source, 0, n_bytes + 1));
      else
        damage (damaged);
      run (damaged->str, damaged->len);
    }
  printf ("ok %u - %s\n", ++n_files, name);
  fflush (stdout);
}

int
main (int argc, char *argv[])
{
  const char *given = g_getenv ("SEED");
  guint32 seed = given != NULL ? (guint32) strtoul (given, NULL, 0) : g_random_int ();

  rand_source = g_rand_new_with_seed (seed);
  fprintf (stderr, "SEED=%u\n", seed);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      const char *name;

      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        g_ptr_array_add (names, g_build_filename (argv[i], name, NULL));
      if (folder == NULL)
        g_ptr_array_add (names, g_strdup (argv[i]));

      g_ptr_array_sort_values (names, (GCompareFunc) g_strcmp0);
      for (guint j = 0; j < names->len; j++)
        run_file (names->pdata[j]);
    }
  printf ("1..%u\n", n_files);
  g_rand_free (rand_source);
  return n_files > 0 ? 0 : 1;
}
