/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *json,
               const char *expected)
{
  g_autofree char *imported = import_text ("label-studio", "x.json", json, NULL);

  g_assert_cmpstr (imported, ==, expected);
}

#define REGION(id, start, end, text, label) "{\"id\": \"" id "\", \"from_name\": \"label\", \"to_name\": \"text\", \"type\": \"labels\", " \
                                            "\"value\": {\"start\": " start ", \"end\": " end ", \"text\": \"" text "\", \"labels\": [\"" label "\"]}}"
#define RELATION(from, to, direction, label) "{\"type\": \"relation\", \"from_id\": \"" from "\", \"to_id\": \"" to "\", \"direction\": \"" direction "\", " \
                                             "\"labels\": [" label "]}"
#define TASK(results) "[{\"id\": 7, \"data\": {\"text\": \"a b c\"}, \"annotations\": [{\"result\": [" results "]}]}]"

static void
test_results (void)
{
  assert_import (TASK ("{\"id\": \"r1\", \"from_name\": \"stance\", \"type\": \"choices\", \"value\": {\"start\": 0, \"end\": 1, \"choices\": [\"x\", \"y\"]}}, "
                       REGION ("r1", "0", "1.0", "a", "Claim") ", "
                       "{\"id\": \"r1\", \"from_name\": \"value\", \"type\": \"textarea\", \"value\": {\"text\": [\"2021\"]}}, "
                       "{\"id\": \"r1\", \"from_name\": \"n\", \"type\": \"number\", \"value\": {\"number\": 3}}, "
                       REGION ("r2", "2", "3", "b", "Actor") ", " RELATION ("r1", "r2", "right", "\"by\"") ", " RELATION ("r1", "r2", "left", "\"to\", \"of\"") ", "
                       RELATION ("r1", "r2", "bi", "")),
                 "task-7|a b c|\n"
                 "-: r1 Claim 0-1 “a” {stance=x, stance=y, value=2021, n=3}\n"
                 "-: r2 Actor 2-3 “b”\n"
                 "by(r1, r2)\nto(r2, r1)\nof(r2, r1)\nrelated(r1, r2)\n");
}

static void
test_several_labels_and_pieces (void)
{
  assert_import (TASK ("{\"id\": \"r1\", \"type\": \"labels\", \"value\": {\"start\": 0, \"end\": 1, \"labels\": [\"A\", \"B\"]}, \"meta\": {\"text\": [\"note\"]}}, "
                       REGION ("r2", "2", "3", "b", "C") ", " REGION ("r3", "4", "5", "c", "C") ", " RELATION ("r2", "r3", "right", "\"same_span\"")),
                 "task-7|a b c|\n"
                 "-: r1 A 0-1 (note)\n-: r1-B B 0-1 (note)\n-: r2 C 2-3,4-5 “b c”\n");
}

static void
test_coders (void)
{
  assert_import ("[{\"data\": {\"body\": \"the text\", \"id\": \"x\"}, \"annotations\": ["
                 "{\"completed_by\": 3, \"result\": [" REGION ("a", "0", "3", "the", "X") "]}, "
                 "{\"completed_by\": {\"id\": 4, \"email\": \"z@example.org\"}, \"result\": [" REGION ("b", "0", "3", "the", "X") "]}, "
                 "{\"completed_by\": 3, \"result\": [" REGION ("c", "0", "3", "the", "X") "]}, "
                 "{\"completed_by\": 5, \"was_cancelled\": true, \"result\": [" REGION ("d", "0", "3", "the", "X") "]}, "
                 "{\"coder\": \"anna\", \"completed_by\": 6, \"result\": []}]}]",
                 "task-1|the text|\n"
                 "user-3: a X 0-3 “the”\nz@example.org: b X 0-3 “the”\nuser-3-2: c X 0-3 “the”\n"
                 "! format /0/annotations/3/was_cancelled\n");
}

static void
test_old_name_and_metadata (void)
{
  assert_import ("{\"id\": 1, \"data\": {\"text\": \"abc\", \"doc_id\": \"d\", \"title\": \"T\"}, \"completions\": [{\"result\": [" REGION ("a", "0", "3", "abc", "X") "]}]}",
                 "d|abc|\n-: a X 0-3 “abc”\n");
}

static void
test_broken (void)
{
  assert_import ("[]", "");
  assert_import ("3", "! format\n");
  assert_import ("[3, {}, {\"data\": {\"n\": 1}, \"annotations\": []}, {\"text\": \"a\", \"label\": [], \"id\": 1}]",
                 "! format /0\n! format /1\n! format /2\n! format /3\n");
  assert_import (TASK ("3, {\"type\": \"labels\", \"value\": {\"start\": \"/div[1]\"}}, {\"type\": \"choices\", \"from_name\": \"x\", \"value\": {\"choices\": [\"y\"]}}, "
                       "{\"type\": \"relation\", \"from_id\": \"a\"}"),
                 "task-7|a b c|\n"
                 "! format /0/annotations/0/result/1\n! format /0/annotations/0/result/0\n! format /0/annotations/0/result/2\n! format /0/annotations/0/result/3\n");
  {
    g_autofree char *imported = import_text ("label-studio", "x.json", "[{\"data\"", NULL);

    g_assert_true (g_str_has_prefix (imported, "! syntax 1"));
  }
}

/* Half an emoji does not cost the whole file. */
static void
test_lone_surrogate (void)
{
  assert_import ("[{\"id\": 1, \"data\": {\"text\": \"a\\ud83d b\\u0000 \\ud83d\\ude00\"}, \"annotations\": []}]", "task-1|a\xEF\xBF\xBD b\xEF\xBF\xBD 😀|\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-studio-importer/results", test_results);
  g_test_add_func ("/label-studio-importer/several-labels-and-pieces", test_several_labels_and_pieces);
  g_test_add_func ("/label-studio-importer/coders", test_coders);
  g_test_add_func ("/label-studio-importer/old-name-and-metadata", test_old_name_and_metadata);
  g_test_add_func ("/label-studio-importer/broken", test_broken);
  g_test_add_func ("/label-studio-importer/lone-surrogate", test_lone_surrogate);

  return g_test_run ();
}
