/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-change-log.h"
#include "fixture.h"

static gpointer
lookup (gpointer    table,
        const char *id)
{
  return g_hash_table_lookup (table, id);
}

static void
test_first_before_and_last_after (void)
{
  g_autoptr (AscChangeLog)  log = asc_change_log_new ();
  g_autoptr (GHashTable)    table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AscAnnotation) a = fixture_annotation ("a", "x", 0, 1);
  g_autoptr (AscAnnotation) b = fixture_annotation ("b", "x", 0, 1);
  g_autoptr (GPtrArray)     changes = NULL;
  g_autoptr (GPtrArray)     nothing = NULL;
  const AscLogged          *logged;

  asc_change_log_note (log, "b", NULL);
  asc_change_log_note (log, "a", a);
  asc_change_log_note (log, "same", b);
  asc_change_log_note (log, "never", NULL);
  asc_change_log_note (log, "b", a);
  g_hash_table_insert (table, (gpointer) "b", b);
  g_hash_table_insert (table, (gpointer) "same", b);

  changes = asc_change_log_take (log, lookup, table);
  g_assert_cmpuint (changes->len, ==, 2);
  logged = changes->pdata[0];
  g_assert_cmpstr (logged->id, ==, "b");
  g_assert_null (logged->before);
  g_assert_true (logged->after == (GObject *) b);
  logged = changes->pdata[1];
  g_assert_cmpstr (logged->id, ==, "a");
  g_assert_true (logged->before == (GObject *) a);
  g_assert_null (logged->after);

  nothing = asc_change_log_take (log, lookup, table);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-log/first-before-and-last-after", test_first_before_and_last_after);
  return g_test_run ();
}
