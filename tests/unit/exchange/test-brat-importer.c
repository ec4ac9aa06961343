/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static void
assert_import (const char *text,
               const char *ann,
               const char *expected)
{
  const char * const beside[] = { "x.txt", text, NULL };
  g_autofree char *imported = import_text ("brat", "x.ann", ann, beside);

  g_assert_cmpstr (imported, ==, expected);
}

static void
test_records (void)
{
  assert_import ("Dr. Wang said two officials lied.",
                 "T1\tActor 0 8\tDr. Wang\n"
                 "T2\tClaim 14 33\ttwo officials lied.\n"
                 "R1\tattributed_to Arg1:T2 Arg2:T1\n"
                 "A1\tstance T2 partly agrees\n"
                 "A2\tNegated T2\n"
                 "M1\tOld T2\n"
                 "N1\tReference T1 entity:wang\tWang\n"
                 "N2\tReference T1 Wikipedia:42\t\t\tWang\n"
                 "#1\tAnnotatorNotes T2\ta\tnote\n"
                 "#2\tNormalizerNotes T2\tanother\n",
                 "x|Dr. Wang said two officials lied.|\n"
                 "-: T1 Actor 0-8 “Dr. Wang” {@actor=wang, Wikipedia=42}\n"
                 "-: T2 Claim 14-33 “two officials lied.” {stance=partly agrees, Negated=true, Old=true} (a\tnote\nNormalizerNotes: another)\n"
                 "attributed_to(T2, T1)\n");
}

static void
test_fragments (void)
{
  assert_import ("and more", "T1\tX 0 3;4 8\tand more\nT2\tX 4 8;0 3\tmore and\nT3\tX  0  3 ; 4 8 \tand more\n",
                 "x|and more|\n-: T1 X 0-3,4-8 “and more”\n-: T2 X 4-8,0-3 “more and”\n-: T3 X 0-3,4-8 “and more”\n");
}

static void
test_events (void)
{
  assert_import ("abc",
                 "E1\tSay:T3 Actor:T1 Actor2:T2 What:E2\n"
                 "T1\tActor 0 1\ta\nT2\tActor 1 2\tb\nT3\tSay 2 3\tc\nT4\tDo 0 3\tabc\n"
                 "E2\tDo:T4\n"
                 "A1\tNegation E1\n"
                 "*\tEquiv T1 T2 T3\n",
                 "x|abc|\n-: T1 Actor 0-1 “a”\n-: T2 Actor 1-2 “b”\n-: T3 Say 2-3 “c” {Negation=true}\n-: T4 Do 0-3 “abc”\n"
                 "Actor(T3, T1)\nActor(T3, T2)\nWhat(T3, T4)\nEquiv(T1, T2)\nEquiv(T2, T3)\n");
}

static void
test_broken (void)
{
  assert_import ("abc",
                 "nonsense\n"
                 "T1\tActor\ta\n"
                 "T2\tActor x 2\tb\n"
                 "T3\tActor 0 1\n"
                 "T4\n"
                 "\n"
                 "R1\ttype Arg1:T3\n"
                 "A1\tstance T9 x\n"
                 "N1\tReference T3 noid\tx\n"
                 "#1\tAnnotatorNotes R1\tx\n"
                 "Z1\twhat\n"
                 "E1\tnoTrigger\n",
                 "x|abc|\n-: T3 Actor 0-1\n"
                 "! format 1\n! format 2\n! format 3\n! format 5\n! format 7\n! format 8\n! format 9\n! format 10\n! format 11\n! format 12\n");
  assert_import ("abc", "", "x|abc|\n");
}

static void
test_two_files (void)
{
  const char * const beside[] = { "x.txt", "abc", "x.a2", "T2\tX 1 2\tb\nR1\tr Arg1:T1 Arg2:T2\n", NULL };
  g_autofree char *imported = import_text ("brat", "x.a1", "T1\tX 0 1\ta\n", beside);

  g_assert_cmpstr (imported, ==, "x|abc|\n-: T1 X 0-1 “a”\n-: T2 X 1-2 “b”\nr(T1, T2)\n");
}

static void
test_no_text (void)
{
  g_autofree char *imported = import_text ("brat", "x.ann", "T1\tX 0 1\ta\n", NULL);

  g_assert_cmpstr (imported, ==, "! not-found\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/brat-importer/records", test_records);
  g_test_add_func ("/brat-importer/fragments", test_fragments);
  g_test_add_func ("/brat-importer/events", test_events);
  g_test_add_func ("/brat-importer/broken", test_broken);
  g_test_add_func ("/brat-importer/two-files", test_two_files);
  g_test_add_func ("/brat-importer/no-text", test_no_text);

  return g_test_run ();
}
