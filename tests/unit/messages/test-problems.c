/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "asc-messages.h"

static char *
say (AscStoreErrorCode  code,
     const char        *path,
     const char        *pointer,
     guint              line,
     guint              column,
     const char        *detail)
{
  g_autoptr (AscProblem) problem = asc_problem_new (code, path, pointer, detail != NULL ? "%s" : NULL, detail);

  problem->line = line;
  problem->column = column;

  return asc_messages_problem (problem);
}

static void
test_place (void)
{
  g_autofree char *syntax = say (ASC_STORE_ERROR_SYNTAX, "codebook.json", NULL, 3, 7, "expected a value");
  g_autofree char *unknown = say (ASC_STORE_ERROR_UNKNOWN_LABEL, "annotations/mia/a.json", "/annotations/3/label", 0, 0, "clame");
  g_autofree char *line = say (ASC_STORE_ERROR_ORPHANED, "demo.ann", NULL, 12, 0, "T3");

  g_assert_cmpstr (syntax, ==, "The file “codebook.json” is not valid JSON at line 3, column 7. "
                               "Fix it in a text editor or restore it from a backup; the default codebook is used until then.");
  g_assert_cmpstr (unknown, ==, "The file “annotations/mia/a.json” uses something that the codebook does not have at /annotations/3/label (clame). "
                                "It is kept; add it to the codebook, or change the annotation.");
  g_assert_nonnull (strstr (line, "“demo.ann”"));
  g_assert_nonnull (strstr (line, " at line 12 (T3)"));
}

/* Every code has a sentence that names the file and says more than what is wrong, and a finding that does not. */
static void
test_all_codes (void)
{
  g_autoptr (GHashTable) findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint code = 0; code <= ASC_STORE_ERROR_MANY_DROPPED; code++)
    {
      g_autoptr (AscProblem) problem = asc_problem_new (code, "the/file.json", NULL, NULL);
      g_autofree char *sentence = asc_messages_problem (problem);
      char *finding = asc_messages_finding (problem);

      g_assert_nonnull (strstr (sentence, "“the/file.json”"));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (strstr (sentence, ". ") != NULL || strstr (sentence, "; ") != NULL);
      g_assert_null (strstr (finding, "file.json"));
      g_assert_true (g_hash_table_add (findings, finding));
    }
}

static void
test_kinds (void)
{
  g_autofree char *codebook = say (ASC_STORE_ERROR_SYNTAX, "codebook.json", NULL, 1, 1, NULL);
  g_autofree char *actors = say (ASC_STORE_ERROR_SYNTAX, "/somewhere/actors.json", NULL, 1, 1, NULL);
  g_autofree char *layer = say (ASC_STORE_ERROR_SYNTAX, "/somewhere/annotations/mia/a.json", NULL, 1, 1, NULL);
  g_autofree char *article = say (ASC_STORE_ERROR_SYNTAX, "articles/a.json", NULL, 1, 1, NULL);
  g_autofree char *newer = say (ASC_STORE_ERROR_NEWER, "annotations/mia/a.json", NULL, 0, 0, NULL);

  g_assert_nonnull (strstr (codebook, "default codebook"));
  g_assert_nonnull (strstr (actors, "actor register"));
  g_assert_nonnull (strstr (layer, "annotations in it"));
  g_assert_nonnull (strstr (article, "no title"));
  g_assert_nonnull (strstr (newer, "Update Ascribe"));
}

static void
test_errors (void)
{
  g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_EMPTY, "a.txt", NULL, NULL);
  g_autoptr (GError) ours = NULL;
  g_autoptr (GError) cancelled = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) foreign = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "It failed");
  g_autofree char *sentence = NULL;
  g_autofree char *of_cancelled = asc_messages_error (cancelled);
  g_autofree char *of_foreign = asc_messages_error (foreign);

  asc_problem_to_error (problem, &ours);
  sentence = asc_messages_error (ours);
  g_assert_nonnull (strstr (sentence, "“a.txt” is empty."));
  g_assert_cmpstr (of_cancelled, ==, "Cancelled.");
  g_assert_cmpstr (of_foreign, ==, "It failed");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/problems/place", test_place);
  g_test_add_func ("/problems/all-codes", test_all_codes);
  g_test_add_func ("/problems/kinds", test_kinds);
  g_test_add_func ("/problems/errors", test_errors);

  return g_test_run ();
}
