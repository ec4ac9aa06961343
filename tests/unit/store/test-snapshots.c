/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "asc-snapshots.h"

static void
test_bound (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) folder = fixture_file (fixture, ".snapshots/mia/a");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *oldest = NULL;

  for (guint i = 0; i < ASC_SNAPSHOTS_MAX + 5; i++)
    {
      g_autofree char *name = g_strdup_printf (".snapshots/mia/a/202501%02uT100000Z.json", i + 1);

      fixture_write (fixture, name, "old");
    }
  /* Not ours. */
  fixture_write (fixture, ".snapshots/mia/a/note.json", "x");
  fixture_write (fixture, ".snapshots/mia/a/20250101T100000Z.json.orig", "x");

  g_assert_true (asc_snapshots_keep (folder, bytes, &error));
  g_assert_no_error (error);
  snapshots = asc_snapshots_list (folder);
  g_assert_cmpuint (snapshots->len, ==, ASC_SNAPSHOTS_MAX);
  oldest = g_file_get_basename (g_ptr_array_index (snapshots, 0));
  g_assert_cmpstr (oldest, ==, "20250107T100000Z.json");
  names = fixture_list (fixture, ".snapshots/mia/a");
  g_assert_cmpuint (names->len, ==, ASC_SNAPSHOTS_MAX + 2);

  /* The second of one second changes nothing. */
  g_assert_true (asc_snapshots_keep (folder, bytes, &error));
}

static void
test_none (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) folder = fixture_file (fixture, "none");
  g_autoptr (GPtrArray) snapshots = asc_snapshots_list (folder);

  g_assert_cmpuint (snapshots->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  STORE_TEST ("/snapshots/bound", test_bound);
  STORE_TEST ("/snapshots/none", test_none);

  return g_test_run ();
}
