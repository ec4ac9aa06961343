/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-mention.h"

static void
test_kinds (void)
{
  static const struct { const char *mention, *kind; } cases[] = {
    { "he", "pronoun" }, { "She", "pronoun" }, { "THEY", "pronoun" }, { "er", "pronoun" }, { "Sie", "pronoun" },
    { "elle", "pronoun" }, { "Celui-ci", "pronoun" }, { "quelqu’un", "pronoun" }, { " I ", "pronoun" },
    { "Dr. Wang Zhisheng", "name" }, { "the United Nations", "name" }, { "l’Élysée", "name" }, { "Der Spiegel", "name" },
    { "王志胜", "name" }, { "محمود عباس", "name" }, { "“Anonymous", "name" }, { "3M", "name" },
    { "the minister", "description" }, { "two diplomats", "description" }, { "l’avocat", "description" },
    { "une porte-parole", "description" }, { "…", "description" }, { "", "description" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].mention);
      g_assert_cmpstr (asc_mention_kind (cases[i].mention), ==, cases[i].kind);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mention/kinds", test_kinds);
  return g_test_run ();
}
