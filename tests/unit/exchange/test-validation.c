/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-validation.h"

#include "exchange-fixture.h"

/* What is found in @project after @old was replaced by @new in @path: "code path pointer" lines. */
static char *
validate (const char *project,
          const char *path,
          const char *old,
          const char *new)
{
  g_autoptr (GFile) folder = copy_golden_project (project);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  if (path != NULL)
    {
      g_autofree char *text = read_text (folder, path);
      g_autoptr (GString) changed = g_string_new (text);

      g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
      write_text (folder, path, changed->str);
    }
  corpus = asc_corpus_open (folder, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (asc_validation_run (corpus, problems, NULL, &error));
  for (guint i = 0; i < problems->len; i++)
    {
      AscProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (out, "%s %s %s\n", asc_store_error_code_to_string (problem->code), problem->path, problem->pointer != NULL ? problem->pointer : "-");
    }
  remove_tree (folder);

  return g_string_free_and_steal (out);
}

static void
assert_found (const char *path,
              const char *old,
              const char *new,
              const char *expected)
{
  g_autofree char *found = validate ("demo", path, old, new);

  if (strstr (found, expected) == NULL)
    g_error ("%s is not in:\n%s", expected, found);
}

static void
test_clean (void)
{
  g_autofree char *found = validate ("demo", NULL, NULL, NULL);

  g_assert_cmpstr (found, ==, "");
}

static void
test_findings (void)
{
  const char *layer = "annotations/anna/demo-A.json";

  assert_found (layer, "\"label\": \"date\"", "\"label\": \"data\"", "unknown-label annotations/anna/demo-A.json");
  assert_found (layer, "\"act\": \"assert\"", "\"act\": \"insert\"", "unknown-label annotations/anna/demo-A.json");
  assert_found (layer, "\"actor\": \"wang-zhisheng\"", "\"actor\": \"nobody\"", "dangling annotations/anna/demo-A.json");
  assert_found (layer, "\"type\": \"source\"", "\"type\": \"sauce\"", "unknown-label annotations/anna/demo-A.json");
  assert_found (layer, "\"to\": \"s1\"", "\"to\": \"s9\"", "dangling annotations/anna/demo-A.json");
  assert_found (layer, "\"from\": \"s3\", \"to\": \"s1\"", "\"from\": \"s1\", \"to\": \"s3\"", "unknown-label annotations/anna/demo-A.json");
  assert_found ("articles/demo-A.txt", "Wang", "Wong", "text-changed articles/demo-A.json /sha256");
  assert_found ("articles/demo-A.json", "\"length\": 76", "\"length\": 75", "format articles/demo-A.json /length");
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscCorpus) corpus = asc_corpus_open (folder, problems, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (asc_validation_run (corpus, problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validation/clean", test_clean);
  g_test_add_func ("/validation/findings", test_findings);
  g_test_add_func ("/validation/cancelled", test_cancelled);

  return g_test_run ();
}
