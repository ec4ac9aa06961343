/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-repair.h"

#include <string.h>

static void
test_repair (void)
{
  static const struct { const char *json; const char *repaired; } cases[] = {
    { "", "" },
    { "{\"a\": \"b\"}", "{\"a\": \"b\"}" },
    { "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"" },
    { "\"\\ud83d\"", "\"\\ufffd\"" },
    { "\"\\ude00\"", "\"\\ufffd\"" },
    { "\"\\ude00\\ud83d\"", "\"\\ufffd\\ufffd\"" },
    { "\"\\ud83d\\ud83d\\ude00\"", "\"\\ufffd\\ud83d\\ude00\"" },
    { "\"\\u0000\\u0001\"", "\"\\ufffd\\u0001\"" },
    { "\"\\\\ud83d\"", "\"\\\\ud83d\"" },
    { "\"\\\\\\ud83d\"", "\"\\\\\\ufffd\"" },
    { "\"\\n\\u00e4\"", "\"\\n\\u00e4\"" },
    { "\"\\ud83", "\"\\ud83" },
    { "\"\\", "\"\\" },
    { "\"\\uD83D\\uDE00\\uD83D\"", "\"\\uD83D\\uDE00\\ufffd\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GBytes) repaired = asc_json_repair (bytes);

      g_assert_cmpmem (g_bytes_get_data (repaired, NULL), g_bytes_get_size (repaired), cases[i].repaired, strlen (cases[i].repaired));
      g_assert_true ((repaired == bytes) == g_str_equal (cases[i].json, cases[i].repaired));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-repair/repair", test_repair);

  return g_test_run ();
}
