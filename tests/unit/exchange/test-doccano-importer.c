/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *name,
               const char *json,
               const char *expected)
{
  g_autofree char *imported = import_text ("doccano", name, json, NULL);

  g_assert_cmpstr (imported, ==, expected);
}

static void
test_sequence (void)
{
  assert_import ("x.jsonl", "{\"id\": 4, \"text\": \"a b\", \"label\": [[0, 1, \"X\"], [2, 3.0, 7]], \"Comments\": []}\n{\"text\": \"c\", \"labels\": []}\n",
                 "doccano-4|a b|\nx: - X 0-1\nx: - 7 2-3\ndoccano-2|c|\n");
}

static void
test_relations (void)
{
  assert_import ("all.jsonl",
                 "{\"id\": 1, \"doc_id\": \"d\", \"text\": \"a b\", \"entities\": [{\"id\": 8, \"label\": \"X\", \"start_offset\": 0, \"end_offset\": 1}, "
                 "{\"id\": 9, \"label\": \"Y\", \"start_offset\": 2, \"end_offset\": 3}], \"relations\": [{\"id\": 1, \"from_id\": 8, \"to_id\": 9, \"type\": \"r\"}]}",
                 "d|a b|\n-: 8 X 0-1\n-: 9 Y 2-3\nr(8, 9)\n");
}

/* Nothing is dropped without a word, and a bad line does not stop the next. */
static void
test_broken (void)
{
  assert_import ("x.jsonl",
                 "{\"text\": \"a\", \"label\": [[0], [0, \"1\", \"X\"], 3], \"Comments\": [\"hm\"]}\n3\n{\n{\"label\": []}\n"
                 "{\"text\": \"a\", \"entities\": [{\"id\": 1}], \"relations\": [{}]}\n{\"text\": \"a\", \"label\": \"good\"}",
                 "doccano-1|a|\ndoccano-5|a|\ndoccano-6|a|\n"
                 "! format 1 /label/0\n! format 1 /label/1\n! format 1 /label/2\n! format 1 /Comments/0\n! format 2\n! syntax 3 \n! format 4 \n"
                 "! format 5 /entities/0\n! format 5 /relations/0\n! format 6 /label/0\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/doccano-importer/sequence", test_sequence);
  g_test_add_func ("/doccano-importer/relations", test_relations);
  g_test_add_func ("/doccano-importer/broken", test_broken);

  return g_test_run ();
}
