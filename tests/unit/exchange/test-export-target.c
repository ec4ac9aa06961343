/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-export-target.h"

#include "asc-store-error.h"
#include "exchange-fixture.h"

static guint
count_children (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  guint n = 0;

  while (g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    n++;

  return n;
}

/* Until it is committed, the destination is as it was; when it is not, nothing is left. */
static void
test_file (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) destination = g_file_get_child (folder, "out.txt");
  guint before;

  write_text (folder, "out.txt", "old");
  before = count_children (folder);
  for (int commit = 0; commit <= 1; commit++)
    {
      g_autoptr (GError) error = NULL;
      AscExportTarget *target = asc_export_target_new (destination, FALSE, &error);
      g_autofree char *during = NULL;
      g_autofree char *after = NULL;

      g_assert_no_error (error);
      g_assert_null (asc_export_target_get_folder (target));
      g_assert_true (g_output_stream_write_all (asc_export_target_get_output (target), "new", 3, NULL, NULL, NULL));
      during = read_text (folder, "out.txt");
      g_assert_cmpstr (during, ==, "old");
      if (commit)
        g_assert_true (asc_export_target_commit (target, &error));
      asc_export_target_free (target);
      after = read_text (folder, "out.txt");
      g_assert_cmpstr (after, ==, commit ? "new" : "old");
      g_assert_cmpuint (count_children (folder), ==, before);
    }
  remove_tree (folder);
}

/* Files of the same name are replaced, others stay. */
static void
test_folder (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) destination = g_file_get_child (folder, "out");
  guint before;

  g_assert_true (g_file_make_directory (destination, NULL, NULL));
  write_text (folder, "out/a", "old");
  write_text (folder, "out/b", "stays");
  before = count_children (folder);
  for (int commit = 0; commit <= 1; commit++)
    {
      g_autoptr (GError) error = NULL;
      AscExportTarget *target = asc_export_target_new (destination, TRUE, &error);
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      g_assert_no_error (error);
      g_assert_null (asc_export_target_get_output (target));
      write_text (asc_export_target_get_folder (target), "a", "new");
      if (commit)
        g_assert_true (asc_export_target_commit (target, &error));
      asc_export_target_free (target);
      a = read_text (folder, "out/a");
      b = read_text (folder, "out/b");
      g_assert_cmpstr (a, ==, commit ? "new" : "old");
      g_assert_cmpstr (b, ==, "stays");
      g_assert_cmpuint (count_children (destination), ==, 2);
      g_assert_cmpuint (count_children (folder), ==, before);
    }
  remove_tree (folder);
}

static void
test_impossible (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) destination = g_file_resolve_relative_path (folder, "not/there/out.txt");
  g_autoptr (GError) error = NULL;
  g_autoptr (AscExportTarget) target = NULL;

  write_text (folder, "not", "a file");
  target = asc_export_target_new (destination, FALSE, &error);
  g_assert_null (target);
  g_assert_nonnull (error);
  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-target/file", test_file);
  g_test_add_func ("/export-target/folder", test_folder);
  g_test_add_func ("/export-target/impossible", test_impossible);

  return g_test_run ();
}
