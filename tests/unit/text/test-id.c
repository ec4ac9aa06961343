/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-id.h"

#include <string.h>

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean               first[256] = { FALSE }, rest[256] = { FALSE };
  guint                  n_first = 0, n_rest = 0;

  for (guint i = 0; i < 20000; i++)
    {
      char *id = asc_id_new ();

      g_assert_cmpuint (strlen (id), ==, 8);
      g_assert_true (asc_id_is_valid (id));
      g_assert_true (g_ascii_islower (id[0]));
      g_assert_cmpuint (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789"), ==, 8);
      first[(guchar) id[0]] = TRUE;
      for (guint j = 1; j < 8; j++)
        rest[(guchar) id[j]] = TRUE;
      g_assert_true (g_hash_table_add (seen, id));
    }

  /* Every character comes up everywhere. */
  for (guint i = 0; i < 256; i++)
    {
      n_first += first[i];
      n_rest += rest[i];
    }
  g_assert_cmpuint (n_first, ==, 26);
  g_assert_cmpuint (n_rest, ==, 36);
}

static void
test_valid (void)
{
  static const char *const valid[] = { "a", "9", "k3f9x2ma", "2024-07-06-expulsion", "Dr.Wang_2", "A.." };
  static const char *const invalid[] = { "", ".", "..", ".hidden", "-x", "_x", "a b", "a/b", "a\\b", "é", "a\n", "a:b" };
  g_autofree char         *longest = g_strnfill (128, 'a');
  g_autofree char         *too_long = g_strnfill (129, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (asc_id_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (asc_id_is_valid (invalid[i]));
  g_assert_false (asc_id_is_valid (NULL));
  g_assert_true (asc_id_is_valid (longest));
  g_assert_false (asc_id_is_valid (too_long));
}

static void
test_from_title (void)
{
  static const struct
  {
    const char *title;
    const char *id;
  } cases[] = {
    { "France expels …", "france-expels" },
    { "France Expels Chinese State Security Officials, Expert says it Sets a Precedent",
      "france-expels-chinese-state-security-officials-expert-says" },
    { "  “China’s” 1st & 2nd -- plan?  ", "chinas-1st-2nd-plan" },
    { "Élysée: Größe", "elysee-grosse" },
    { "王志胜", "wang-zhi-sheng" },
    { "Путин в Москве", "putin-v-moskve" },
    { "../../etc/passwd", "etc-passwd" },
    { "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
    { "", "fallback" },
    { "…?!", "fallback" },
    { "😀", "fallback" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = asc_id_from_title (cases[i].title, "fallback");

      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_true (asc_id_is_valid (id));
      g_assert_cmpuint (strlen (id), <=, 60);
    }
}

static void
test_from_title_without_fallback (void)
{
  g_autofree char *id = asc_id_from_title ("?", NULL);

  g_assert_true (asc_id_is_valid (id));
  g_assert_cmpuint (strlen (id), ==, 8);
}

/* A title of megabytes, or one that grows when transliterated, is as good as any. */
static void
test_from_long_title (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char    *id = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (title, "﷽");
  id = asc_id_from_title (title->str, "fallback");
  g_assert_true (asc_id_is_valid (id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new", test_new);
  g_test_add_func ("/id/valid", test_valid);
  g_test_add_func ("/id/from-title", test_from_title);
  g_test_add_func ("/id/from-title-without-fallback", test_from_title_without_fallback);
  g_test_add_func ("/id/from-long-title", test_from_long_title);
  return g_test_run ();
}
