/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-store-error.h"

static void
test_problem (void)
{
  g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, "a.json", "/x/0",
                                                    "%d is not %s", 3, "four");
  g_autoptr (AscProblem) copy = NULL, bare = NULL;

  g_assert_cmpint (problem->code, ==, ASC_STORE_ERROR_FORMAT);
  g_assert_cmpstr (problem->path, ==, "a.json");
  g_assert_cmpstr (problem->pointer, ==, "/x/0");
  g_assert_cmpstr (problem->detail, ==, "3 is not four");
  g_assert_cmpuint (problem->line, ==, 0);

  problem->line = 7;
  problem->column = 2;
  copy = asc_problem_copy (problem);
  g_assert_true (copy->detail != problem->detail);
  g_assert_cmpstr (copy->detail, ==, problem->detail);
  g_assert_cmpuint (copy->line, ==, 7);
  g_assert_cmpuint (copy->column, ==, 2);

  bare = asc_problem_new (ASC_STORE_ERROR_EMPTY, NULL, NULL, NULL);
  g_assert_null (bare->path);
  g_assert_null (bare->pointer);
  g_assert_null (bare->detail);
}

static void
test_error (void)
{
  g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_SYNTAX, "a.json", "/x", "odd");
  g_autoptr (AscProblem) bare = asc_problem_new (ASC_STORE_ERROR_EMPTY, "b.json", NULL, NULL);
  g_autoptr (GError) error = NULL, copy = NULL, foreign = NULL, plain = NULL;
  const AscProblem *kept;

  problem->line = 3;
  problem->column = 5;
  asc_problem_to_error (problem, NULL);
  asc_problem_to_error (problem, &error);
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.json:3:5: /x: odd");

  /* The problem travels with copies too. */
  copy = g_error_copy (error);
  g_clear_error (&error);
  kept = asc_problem_from_error (copy);
  g_assert_nonnull (kept);
  g_assert_cmpstr (kept->pointer, ==, "/x");
  g_assert_cmpuint (kept->column, ==, 5);

  asc_problem_to_error (bare, &plain);
  g_assert_cmpstr (plain->message, ==, "b.json: empty");

  foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  g_assert_null (asc_problem_from_error (foreign));
}

static void
test_codes (void)
{
  for (AscStoreErrorCode code = 0; code <= ASC_STORE_ERROR_MANY_DROPPED; code++)
    for (AscStoreErrorCode other = 0; other <= code; other++)
      g_assert_cmpint (code == other, ==,
                       g_str_equal (asc_store_error_code_to_string (code),
                                    asc_store_error_code_to_string (other)));
}

static void
test_from_gio (void)
{
  static const struct
  {
    gboolean          gio;
    int               code;
    AscStoreErrorCode reading, writing;
  } cases[] = {
    { TRUE, G_IO_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND },
    { TRUE, G_IO_ERROR_NOT_DIRECTORY, ASC_STORE_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND },
    { TRUE, G_IO_ERROR_NOT_MOUNTED, ASC_STORE_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND },
    { TRUE, G_IO_ERROR_EXISTS, ASC_STORE_ERROR_EXISTS, ASC_STORE_ERROR_EXISTS },
    { TRUE, G_IO_ERROR_NO_SPACE, ASC_STORE_ERROR_NO_SPACE, ASC_STORE_ERROR_NO_SPACE },
    { TRUE, G_IO_ERROR_WRONG_ETAG, ASC_STORE_ERROR_CHANGED_ON_DISK, ASC_STORE_ERROR_CHANGED_ON_DISK },
    { TRUE, G_IO_ERROR_PERMISSION_DENIED, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
    { TRUE, G_IO_ERROR_READ_ONLY, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
    { TRUE, G_IO_ERROR_IS_DIRECTORY, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
    { TRUE, G_IO_ERROR_FAILED, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
    { FALSE, G_FILE_ERROR_NOENT, ASC_STORE_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND },
    { FALSE, G_FILE_ERROR_NOTDIR, ASC_STORE_ERROR_NOT_FOUND, ASC_STORE_ERROR_NOT_FOUND },
    { FALSE, G_FILE_ERROR_EXIST, ASC_STORE_ERROR_EXISTS, ASC_STORE_ERROR_EXISTS },
    { FALSE, G_FILE_ERROR_NOSPC, ASC_STORE_ERROR_NO_SPACE, ASC_STORE_ERROR_NO_SPACE },
    { FALSE, G_FILE_ERROR_ACCES, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
    { FALSE, G_FILE_ERROR_ROFS, ASC_STORE_ERROR_UNREADABLE, ASC_STORE_ERROR_UNWRITABLE },
  };
  g_autoptr (AscProblem) ours = asc_problem_new (ASC_STORE_ERROR_NEWER, "p", "/format", "v9");
  g_autoptr (AscProblem) back = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int writing = 0; writing < 2; writing++)
      {
        g_autoptr (GError) cause = g_error_new_literal (cases[i].gio ? G_IO_ERROR : G_FILE_ERROR,
                                                        cases[i].code, "system says");
        g_autoptr (AscProblem) problem = asc_store_error_from_gio (cause, "folder", writing);

        g_assert_cmpint (problem->code, ==, writing ? cases[i].writing : cases[i].reading);
        g_assert_cmpstr (problem->path, ==, "folder");
        g_assert_cmpstr (problem->detail, ==, "system says");
      }

  /* An error of ours goes through unchanged. */
  asc_problem_to_error (ours, &error);
  back = asc_store_error_from_gio (error, "other", TRUE);
  g_assert_cmpint (back->code, ==, ASC_STORE_ERROR_NEWER);
  g_assert_cmpstr (back->path, ==, "p");
  g_assert_cmpstr (back->pointer, ==, "/format");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/problem", test_problem);
  g_test_add_func ("/store-error/error", test_error);
  g_test_add_func ("/store-error/codes", test_codes);
  g_test_add_func ("/store-error/from-gio", test_from_gio);
  return g_test_run ();
}
