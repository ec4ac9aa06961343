/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-merge.h"

#include <string.h>

static const struct
{
  const char *base;        /* NULL: no JSON */
  const char *ours;
  const char *theirs;
  const char *merged;
  guint       n_conflicts;
} cases[] = {
  { "{\"a\":1}", "{\"a\":1}", "{\"a\":1}", "{\"a\":1}", 0 },
  { "{\"a\":1}", "{\"a\":2}", "{\"a\":1}", "{\"a\":2}", 0 },
  { "{\"a\":1}", "{\"a\":1}", "{\"a\":2}", "{\"a\":2}", 0 },
  { "{\"a\":1}", "{\"a\":2}", "{\"a\":3}", "{\"a\":2}", 1 },
  { "{\"a\":1}", "{\"a\":2}", "{\"a\":2}", "{\"a\":2}", 0 },
  { "{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":1}", "{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":2,\"b\":2,\"c\":3}", 0 },
  { "{\"a\":1,\"b\":1}", "{\"b\":1}", "{\"a\":1,\"b\":2}", "{\"b\":2}", 0 },
  { "{\"a\":1}", "{}", "{\"a\":2}", "{\"a\":2}", 0 },
  { "{\"a\":1}", "{\"a\":2}", "{}", "{\"a\":2}", 0 },
  { "{\"a\":{\"b\":1,\"c\":1}}", "{\"a\":{\"b\":2,\"c\":1}}", "{\"a\":{\"b\":1,\"c\":2}}", "{\"a\":{\"b\":2,\"c\":2}}", 0 },
  { "{\"a\":1}", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":{}}", 1 },
  /* Arrays by id, by name, as sets of strings, and with nothing to go by. */
  { "[{\"id\":\"x\",\"v\":1}]", "[{\"id\":\"x\",\"v\":2},{\"id\":\"y\"}]", "[{\"id\":\"z\"},{\"id\":\"x\",\"v\":1,\"w\":3}]",
    "[{\"id\":\"x\",\"v\":2,\"w\":3},{\"id\":\"y\"},{\"id\":\"z\"}]", 0 },
  { "[{\"id\":\"x\"},{\"id\":\"y\"}]", "[{\"id\":\"y\"}]", "[{\"id\":\"x\"},{\"id\":\"y\",\"v\":1}]", "[{\"id\":\"y\",\"v\":1}]", 0 },
  { "[{\"name\":\"x\"}]", "[]", "[{\"name\":\"x\"},{\"name\":\"y\"}]", "[{\"name\":\"y\"}]", 0 },
  { "[\"a\",\"b\"]", "[\"b\",\"c\"]", "[\"a\",\"b\",\"d\"]", "[\"b\",\"c\",\"d\"]", 0 },
  { "[1]", "[1,2]", "[1,3]", "[1,2]", 1 },
  { "[{\"id\":\"x\"}]", "[{\"id\":\"x\"},{\"id\":\"x\",\"v\":1}]", "[{\"id\":\"y\"}]", "[{\"id\":\"x\"},{\"id\":\"x\",\"v\":1}]", 1 },
  { "[{\"id\":\"x\"}]", "[{\"id\":\"x\"},{\"id\":7}]", "[{\"id\":\"y\"}]", "[{\"id\":\"x\"},{\"id\":7}]", 1 },
  /* No ancestor: additions and conflicts. */
  { NULL, "{\"a\":1,\"b\":1}", "{\"b\":1,\"c\":1}", "{\"a\":1,\"b\":1,\"c\":1}", 0 },
  { NULL, "{\"a\":1}", "{\"a\":2}", "{\"a\":1}", 1 },
};

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
test_merge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) base = bytes_of (cases[i].base != NULL ? cases[i].base : "no JSON");
      g_autoptr (GBytes) ours = bytes_of (cases[i].ours);
      g_autoptr (GBytes) theirs = bytes_of (cases[i].theirs);
      g_autoptr (GBytes) merged = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      guint n_conflicts = 0;

      merged = asc_json_merge_bytes (base, ours, theirs, &n_conflicts, &error);
      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (merged, NULL), g_bytes_get_size (merged));
      g_assert_cmpstr (text, ==, cases[i].merged);
      g_assert_cmpuint (n_conflicts, ==, cases[i].n_conflicts);
    }
}

static void
test_bad (void)
{
  g_autoptr (GBytes) good = bytes_of ("{}");
  g_autoptr (GBytes) bad = bytes_of ("{");
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;

  g_assert_null (asc_json_merge_bytes (NULL, good, bad, &n_conflicts, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (asc_json_merge_bytes (NULL, bad, good, &n_conflicts, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (asc_json_merge_bytes (NULL, good, empty, &n_conflicts, &error));
  g_assert_nonnull (error);
}

static void
test_extra (void)
{
  guint n_conflicts = 0;
  g_autofree char *none = asc_json_merge_extra ("{\"a\":1}", NULL, "{\"a\":1}", &n_conflicts);
  g_autofree char *both = asc_json_merge_extra (NULL, "{\"a\":1}", "{\"b\":2}", &n_conflicts);
  g_autofree char *theirs = asc_json_merge_extra (NULL, NULL, "{\"b\":2}", &n_conflicts);

  g_assert_null (none);
  g_assert_cmpstr (both, ==, "{\"a\":1,\"b\":2}");
  g_assert_cmpstr (theirs, ==, "{\"b\":2}");
  g_assert_cmpuint (n_conflicts, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-merge/table", test_merge);
  g_test_add_func ("/json-merge/bad", test_bad);
  g_test_add_func ("/json-merge/extra", test_extra);

  return g_test_run ();
}
