/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *json,
               const char *expected)
{
  g_autofree char *imported = import_text ("spans", "x.jsonl", json, NULL);

  g_assert_cmpstr (imported, ==, expected);
}

static void
test_rows (void)
{
  assert_import ("{\"id\": \"d\", \"annotator\": \"anna\", \"text\": \"a b c\", \"text_sha256\": \"x\", "
                 "\"spans\": [{\"id\": \"c1\", \"start\": 0, \"end\": 1, \"label\": \"claim\", \"text\": \"a\", \"fragment\": 0}, "
                 "{\"id\": \"c1\", \"start\": 4, \"end\": 5, \"label\": \"claim\", \"text\": \"c\", \"fragment\": 1}, "
                 "{\"id\": \"a1\", \"start\": 2, \"end\": 3, \"label\": \"actor\", \"text\": \"b\", \"fragment\": 0}], "
                 "\"relations\": [{\"id\": \"r\", \"type\": \"source\", \"head\": \"c1\", \"tail\": \"a1\"}], "
                 "\"attributes\": [{\"target\": \"c1\", \"name\": \"category\", \"value\": \"x\"}, {\"target\": \"c1\", \"name\": \"category\", \"value\": \"y\"}, "
                 "{\"target\": \"a1\", \"name\": \"value\", \"value\": \"timex3:2021-07-04\"}, {\"target\": \"c1\", \"name\": \"note\", \"value\": \"timex3:timex3:n\"}]}\n"
                 "\n"
                 "{\"text\": \"other\", \"spans\": []}\n",
                 "d|a b c|\n"
                 "anna: c1 claim 0-1,4-5 “a c” {category=x, category=y} (timex3:n)\n"
                 "anna: a1 actor 2-3 “b” {value=2021-07-04}\n"
                 "source(c1, a1)\n"
                 "-|other|\n");
}

static void
test_broken (void)
{
  assert_import ("{\"id\": \"d\"}\n"
                 "[1]\n"
                 "{\"text\": \"abc\", \"spans\": [{\"id\": \"x\", \"start\": 0, \"end\": 1}, {\"id\": \"y\", \"label\": \"l\", \"start\": 0}, 3, "
                 "{\"id\": \"z\", \"start\": 0, \"end\": 1, \"label\": \"l\"}], "
                 "\"relations\": [{\"type\": \"t\", \"head\": \"z\"}], \"attributes\": [{\"target\": \"nobody\", \"name\": \"n\", \"value\": \"v\"}]}\n"
                 "{\"text\": \"good\", \"spans\": []}\n",
                 "-|abc|\n-: z l 0-1\n"
                 "-|good|\n"
                 "! format 1 \n! format 2\n! format 3 /spans/0\n! format 3 /spans/1\n! format 3 /spans/2\n"
                 "! format 3 /relations/0\n! dangling 3 /attributes/0/target\n");
}

static void
test_syntax (void)
{
  g_autofree char *imported = import_text ("spans", "x.jsonl", "{\"text\": \"one\", \"spans\": []}\n{\"text\n{\"text\": \"two\", \"spans\": []}\n", NULL);

  g_assert_cmpstr (imported, ==, "-|one|\n-|two|\n! syntax 2 \n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spans-importer/rows", test_rows);
  g_test_add_func ("/spans-importer/broken", test_broken);
  g_test_add_func ("/spans-importer/syntax", test_syntax);

  return g_test_run ();
}
