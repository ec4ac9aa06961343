/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *content,
               const char *expected)
{
  g_autofree char *imported = import_text ("conll", "x.conll", content, NULL);

  g_assert_cmpstr (imported, ==, expected);
}

static void
test_conll_2003 (void)
{
  assert_import ("-DOCSTART- -X- O O\n\n"
                 "EU NNP B-NP B-ORG\nrejects VBZ B-VP O\nGerman JJ B-NP B-MISC\ncall NN I-NP O\n. . O O\n\n"
                 "Peter NNP B-NP B-PER\nBlackburn NNP I-NP I-PER\n\n"
                 "-DOCSTART- -X- O O\n\n"
                 "End NN O O\n",
                 "x|EU rejects German call .\nPeter Blackburn|\n"
                 "-: - ORG 0-2\n-: - MISC 11-17\n-: - PER 25-40\n"
                 "x-2|End|\n");
}

static void
test_schemes (void)
{
  /* IOB1: I- begins, and B- only between two of one label. */
  assert_import ("a I-X\nb I-X\nc B-X\nd O\ne I-Y\nf I-X\n", "x|a b c d e f|\n-: - X 0-3\n-: - X 4-5\n-: - Y 8-9\n-: - X 10-11\n");
  assert_import ("a\tB-X\nb\tE-X\nc\tS-X\nd\tO\n", "x|a b c d|\n-: - X 0-3\n-: - X 4-5\n");
  assert_import ("a\tB-X\nb\tI-X\nc\tL-X\nd\tU-X-Y\n", "x|a b c d|\n-: - X 0-5\n-: - X-Y 6-7\n");
  /* A sentence ends whatever is open. */
  assert_import ("a B-X\n\nb I-X\n", "x|a\nb|\n-: - X 0-1\n-: - X 2-3\n");
}

static void
test_table (void)
{
  assert_import ("# columns = token start end claim actor\n# id = first\n"
                 "😀\t0\t1\tO\tO\nWe\t2\t4\tB-claim\tB-actor\ngo\t5\t7\tI-claim\tO\n.\t7\t8\tO\tO\n\n"
                 "#\t10\t11\tO\tO\nx\t11\t12\tO\tB-actor\n\n"
                 "# id = second\nOne\t0\t3\tO\tB-actor\n",
                 "first|😀 We go.\n\n#x|\n-: - actor 2-4\n-: - claim 2-7\n-: - actor 11-12\n"
                 "second|One|\n-: - actor 0-3\n");
}

static void
test_germeval (void)
{
  assert_import ("#\thttp://example.org [2009-10-17]\n"
                 "1\tAufgrund\tO\tO\n2\tSchweizer\tB-ORG\tB-LOCderiv\n3\tBundesbank\tI-ORG\tO\n",
                 "x|Aufgrund Schweizer Bundesbank|\n-: - LOCderiv 9-18\n-: - ORG 9-29\n");
}

static void
test_conllu (void)
{
  assert_import ("# global.columns = ID FORM UPOS MISC CLAIMS:ACTOR CLAIMS:CLAIM\n# newdoc id = d1\n# text = a\tb\n"
                 "1-2\tab\t_\t_\t_\t_\n1\tDo\t_\tSpaceAfter=No|CharStart=0|CharEnd=2\tB-ACTOR\t_\n2\tn't\t_\tCharStart=2|CharEnd=5\t_\tB-CLAIM\n"
                 "3\tgo\t_\tCharStart=8\t_\tI-CLAIM\n",
                 "d1|Don't   go|\n-: - ACTOR 0-2\n-: - CLAIM 2-10\n");
  assert_import ("1\tDo\tdo\t_\t_\t_\t_\t_\t_\tNE=B-X|SpaceAfter=No\n2\tn't\tnot\t_\t_\t_\t_\t_\t_\tNE=I-X\n3\tgo\tgo\t_\t_\t_\t_\t_\t_\t_\n",
                 "x|Don't go|\n-: - X 0-5\n");
}

static void
test_many_columns (void)
{
  assert_import ("the\tB-Actor\tB-Claim\ntwo\tI-Actor\tI-Claim\nheld\tO\tI-Claim\n",
                 "x|the two held|\n-: - Actor 0-7\n-: - Claim 0-12\n");
  assert_import ("EU\tNNP\tB-NP\tB-ORG\nx\tNN\tI-NP\tO\n", "x|EU x|\n-: - ORG 0-2\n");
}

static void
test_broken (void)
{
  assert_import ("", "");
  assert_import ("\n\n\n", "");
  assert_import ("-DOCSTART- -X- O O\n\n", "");
  assert_import ("word\nEU NNP B-NP B-ORG\n", "x|EU|\n-: - ORG 0-2\n! format 1\n");
  assert_import ("EU NNP B-NP B-ORG\nshort O\nx NN O O\n", "x|EU x|\n-: - ORG 0-2\n! format 2\n");
  /* Offsets that go back are not believed any more. */
  assert_import ("# columns = token start end X\na\t0\t1\tB-X\nb\t0\t1\tO\nc\t5\t6\tB-X\n", "x|a b c|\n-: - X 0-1\n-: - X 4-5\n! format\n");
}

static void
test_bytes (void)
{
  assert_import ("\xEF\xBB\xBF" "EU B-ORG\r\nx O\r\n\r\n", "x|EU x|\n-: - ORG 0-2\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conll-importer/conll-2003", test_conll_2003);
  g_test_add_func ("/conll-importer/schemes", test_schemes);
  g_test_add_func ("/conll-importer/table", test_table);
  g_test_add_func ("/conll-importer/germeval", test_germeval);
  g_test_add_func ("/conll-importer/conllu", test_conllu);
  g_test_add_func ("/conll-importer/many-columns", test_many_columns);
  g_test_add_func ("/conll-importer/broken", test_broken);
  g_test_add_func ("/conll-importer/bytes", test_bytes);

  return g_test_run ();
}
