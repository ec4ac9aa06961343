/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "asc-file-io.h"

static void
test_read_and_write (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = fixture_file (fixture, "x/y/z.json");
  g_autoptr (GFile) folder = fixture_file (fixture, "x");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GFile) kept_too = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  int lock;

  g_assert_null (asc_file_io_read (file, 10, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (asc_file_io_write (file, bytes, ASC_FILE_IO_DURABLE, &error));
  read = asc_file_io_read (file, 3, NULL, &error);
  g_assert_true (asc_file_io_equal (read, bytes));
  g_assert_null (asc_file_io_read (file, 2, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (asc_file_io_read (folder, 10, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_true (asc_file_io_write (file, empty, ASC_FILE_IO_ATOMIC, &error));
  g_clear_pointer (&read, g_bytes_unref);
  read = asc_file_io_read (file, 3, NULL, &error);
  g_assert_cmpuint (g_bytes_get_size (read), ==, 0);

  g_assert_true (asc_file_io_equal (NULL, NULL));
  g_assert_false (asc_file_io_equal (NULL, bytes));

  kept = asc_file_io_keep_aside (file, "broken", bytes, &error);
  kept_too = asc_file_io_keep_aside (file, "broken", bytes, &error);
  g_assert_false (g_file_equal (kept, kept_too));
  names = fixture_list (fixture, "x/y");
  g_assert_cmpuint (names->len, ==, 3);

  lock = asc_file_io_lock (folder);
  g_assert_cmpint (lock, >=, 0);
  asc_file_io_unlock (lock);
  g_assert_cmpint (asc_file_io_lock (file), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  STORE_TEST ("/file-io/read-and-write", test_read_and_write);

  return g_test_run ();
}
