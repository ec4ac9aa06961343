/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-project-file.h"

#include "store-test.h"

static const char full[] =
  "{\n"
  "  \"format\": \"ascribe-project/1\",\n"
  "  \"name\": \"Expulsions 2024\",\n"
  "  \"language\": \"en\",\n"
  "  \"coders\": [\"mia\", \"Jörg Müller\"],\n"
  "  \"gold_coder\": \"gold\",\n"
  "  \"funding\": \"none\"\n"
  "}\n";

static AscProject *
project_new (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (AscCodebook) codebook = asc_codebook_new ("Empty", 1, none, none, NULL);

  return asc_project_new ("before", codebook);
}

static void
test_full (void)
{
  g_autoptr (AscProject) project = project_new ();
  g_autoptr (GBytes) bytes = bytes_of (full), written = NULL;
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (asc_project_file_parse (bytes, "project.json", project, problems, &error));
  g_assert_no_error (error);
  assert_no_problems (problems);
  g_assert_cmpstr (asc_project_get_name (project), ==, "Expulsions 2024");
  g_assert_cmpstr (asc_project_get_language (project), ==, "en");
  g_assert_cmpstr (asc_project_get_gold_coder (project), ==, "gold");
  g_assert_cmpstr (asc_project_get_coders (project)[1], ==, "Jörg Müller");
  g_assert_cmpstr (asc_project_get_extra (project), ==, "{\"funding\": \"none\"}");

  written = asc_project_file_write (project);
  assert_bytes_equal_text (written, full);
}

static void
test_unusable (void)
{
  g_autoptr (AscProject) project = project_new ();
  g_autoptr (GBytes) bytes = bytes_of ("{\"format\": \"ascribe-project/1\", \"language\": 5, \"gold_coder\": \"..\","
                                       " \"coders\": [\"mia\", \"\", \"a/b\", \".git\", \"a\\\\b\", \"a\\n\", 7, \"mia\", \"tom\"]}");
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) problems = problems_new ();
  guint i = 0;

  g_assert_true (asc_project_file_parse (bytes, "project.json", project, problems, NULL));
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/language");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/1");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/2");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/3");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/4");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/5");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/coders/6");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/coders/7");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/gold_coder");
  g_assert_cmpuint (problems->len, ==, i);
  g_assert_cmpstrv ((char **) asc_project_get_coders (project), ((const char *[]) { "mia", "tom", NULL }));

  written = asc_project_file_write (project);
  assert_bytes_equal_text (written,
                           "{\n  \"format\": \"ascribe-project/1\",\n  \"coders\": [\"mia\", \"tom\"],\n"
                           "  \"unusable_language\": 5,\n  \"unusable_gold_coder\": \"..\",\n"
                           "  \"unusable_coders\": [\"\", \"a/b\", \".git\", \"a\\\\b\", \"a\\n\", 7]\n}\n");
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", ASC_STORE_ERROR_EMPTY },
    { "{}}", ASC_STORE_ERROR_SYNTAX },
    { "{}", ASC_STORE_ERROR_FORMAT },
    { "{\"format\": \"ascribe-project/2\", \"name\": \"after\"}", ASC_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AscProject) project = project_new ();
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (asc_project_file_parse (bytes, "project.json", project, problems, &error));
      g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
      g_assert_cmpstr (asc_project_get_name (project), ==, "before");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-file/full", test_full);
  g_test_add_func ("/project-file/unusable", test_unusable);
  g_test_add_func ("/project-file/refused", test_refused);
  return g_test_run ();
}
