/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-quotations.h"

/* The quotations of a text, each as its inner text with a "+" before it for each level. */
static void
assert_quotations (const char *utf8, const char *expected)
{
  g_autoptr (AscText)       text = asc_text_new (utf8, -1);
  g_autoptr (AscQuotations) quotations = asc_quotations_new (text);
  g_autoptr (GString)       joined = g_string_new (NULL);
  gsize                     n;
  const AscQuotation       *all = asc_quotations_get (quotations, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *inner = asc_text_slice (text, &all[i].inner);
      g_autofree char *level = g_strnfill (all[i].depth, '+');

      g_string_append_printf (joined, "%s%s%s", i > 0 ? "|" : "", level, inner);
    }
  g_assert_cmpstr (joined->str, ==, expected);
}

/* The fragments carved out of the part of @utf8 between two "@", or of all of it; "" for none. */
static void
assert_carved (const char *utf8, const char *expected)
{
  g_auto (GStrv)            pieces = g_strsplit (utf8, "@", -1);
  g_autofree char          *plain = g_strjoinv ("", pieces);
  g_autoptr (AscText)       text = asc_text_new (plain, -1);
  g_autoptr (AscQuotations) quotations = asc_quotations_new (text);
  g_autoptr (AscSpanSet)    carved = NULL;
  AscSpan                   selection = ASC_SPAN (0, asc_text_get_length (text));

  if (g_strv_length (pieces) == 3)
    {
      selection.start = (guint) g_utf8_strlen (pieces[0], -1);
      selection.end = selection.start + (guint) g_utf8_strlen (pieces[1], -1);
    }

  carved = asc_quotations_carve (quotations, &selection);
  if (carved == NULL)
    g_assert_cmpstr ("", ==, expected);
  else
    {
      g_auto (GStrv)   fragments = asc_text_quote (text, carved);
      g_autofree char *joined = g_strjoinv ("|", fragments);

      g_assert_cmpstr (joined, ==, expected);
    }
}

static void
test_marks (void)
{
  assert_quotations ("He said “yes” and “no”.", "yes|no");
  assert_quotations ("He said \"yes\" and \"no\".", "yes|no");
  assert_quotations ("„Ja“, sagte er. »Nein«, sagte sie.", "Ja|Nein");
  assert_quotations ("„Tak” – powiedział.", "Tak");
  assert_quotations ("« Oui », dit-il. «\u00a0Non\u00a0», dit-elle. «Sì»", "Oui|Non|Sì");
  assert_quotations ("”Ja”, sade han. »Nej», sade hon.", "Ja|Nej");
  assert_quotations ("他说“不行”。「はい」と『いいえ』。", "不行|はい|いいえ");
  assert_quotations ("他说：\"不行。\"然后说\"好\"。", "不行。|好");
  assert_quotations ("“Mixed\" and \"mixed”.", "Mixed|mixed");
  assert_quotations ("“Typed twice the same“, er sagte", "Typed twice the same");
  assert_quotations ("“” and \"\" and « »", "");
  assert_quotations ("", "");
}

static void
test_spans (void)
{
  g_autoptr (AscText)       text = asc_text_new ("😀 « Oui », dit-il.", -1);
  g_autoptr (AscQuotations) quotations = asc_quotations_new (text);
  gsize                     n;
  const AscQuotation       *all = asc_quotations_get (quotations, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_true (asc_span_equal (&all[0].outer, &ASC_SPAN (2, 9)));
  g_assert_true (asc_span_equal (&all[0].inner, &ASC_SPAN (4, 7)));
}

static void
test_nested (void)
{
  assert_quotations ("“He said ‘it is dead’ to me.”", "He said ‘it is dead’ to me.|+it is dead");
  assert_quotations ("‘He said “it is dead” to me.’", "He said “it is dead” to me.|+it is dead");
  assert_quotations ("“One “two” three.”", "One “two” three.|+two");
  assert_quotations ("„Er rief ‚Halt‘ und ging.“", "Er rief ‚Halt‘ und ging.|+Halt");
  assert_quotations ("\"He said 'it is dead' to me.\"", "He said 'it is dead' to me.|+it is dead");
  assert_quotations ("“‘Dead,’ he said.”", "‘Dead,’ he said.|+Dead,");
  assert_quotations ("「『はい』と言った」", "『はい』と言った|+はい");
}

static void
test_apostrophes (void)
{
  assert_quotations ("It’s the ’90s, don’t shoot ’em; rock ’n’ roll.", "");
  assert_quotations ("It's the '90s, don't shoot 'em; rock 'n' roll.", "");
  assert_quotations ("It‘s the ‘90s, shoot ‘em", "");
  assert_quotations ("The students’ union and the workers’ party", "");
  assert_quotations ("“Don’t,” he said, “it’s the workers’ party.”", "Don’t,|it’s the workers’ party.");
  assert_quotations ("‘Don’t touch the workers’ party,’ he said.", "Don’t touch the workers’ party,");
  assert_quotations ("‘The union’ and the workers’ party", "The union");
  assert_quotations ("‘One “two’ three” four’", "One “two’ three” four|+two’ three");
  assert_quotations ("an unclosed ‘mark is none", "");
  assert_quotations ("a 6\" pipe, 12\" long", "");
  assert_quotations ("צה\"ל אמר \"כן\" היום", "כן");
}

static void
test_unbalanced (void)
{
  /* To the end of the paragraph and no further. */
  assert_quotations ("He said: “The plan is dead.\nNobody wept. “Good.”", "The plan is dead.|Good.");
  assert_quotations ("He said: \"The plan is dead.\nNobody wept.", "The plan is dead.");
  /* A mark that opens again inside means that the closing one was forgotten before it. */
  assert_quotations ("“The plan is dead, he said. “It never lived.”", "The plan is dead, he said.|It never lived.");
  /* A closing mark alone is nothing. */
  assert_quotations ("The plan is dead,” he said. It never lived.", "");
  assert_quotations ("The plan is dead,\" he said.\nNext \"one\".", "one");
  assert_quotations ("dead » et «", "");
  assert_quotations ("“A «b” c» d", "A «b");
}

static void
test_paragraphs (void)
{
  assert_quotations ("“One.\n\n“Two.\n\n“Three,” he said. Then “four”.", "One.\n\n“Two.\n\n“Three,|four");
  assert_quotations ("\"One.\n\"Two,\" he said.", "One.\n\"Two,");
  assert_quotations ("« Un.\n» Deux », dit-il.", "Un.\n» Deux");
  /* Not opened again: it ended with its paragraph. */
  assert_quotations ("“One.\nNarration.\n“Two.”", "One.|Two.");
  /* Never closed: it ends with the last paragraph that opened it again. */
  assert_quotations ("“One.\n“Two.\nNarration.", "One.\n“Two.");
  /* Only the outermost goes on. */
  assert_quotations ("“One „two.\n„Three“", "One „two.|+two.|Three");
}

static void
test_at (void)
{
  /*                                             0123456789012345678 */
  g_autoptr (AscText)       text = asc_text_new ("a “b ‘c’ d” e “f”", -1);
  g_autoptr (AscQuotations) quotations = asc_quotations_new (text);
  AscQuotation              found = { 0 };

  g_assert_false (asc_quotations_at (quotations, 1, &found));
  g_assert_true (asc_quotations_at (quotations, 2, &found));
  g_assert_cmpuint (found.depth, ==, 0);
  g_assert_true (asc_quotations_at (quotations, 5, &found));
  g_assert_cmpuint (found.depth, ==, 1);
  g_assert_true (asc_span_equal (&found.inner, &ASC_SPAN (6, 7)));
  g_assert_true (asc_quotations_at (quotations, 9, &found));
  g_assert_cmpuint (found.depth, ==, 0);
  g_assert_false (asc_quotations_at (quotations, 11, NULL));
  g_assert_true (asc_quotations_at (quotations, 14, &found));
  g_assert_cmpuint (found.outer.start, ==, 14);
  g_assert_false (asc_quotations_at (quotations, 17, &found));
  g_assert_false (asc_quotations_at (quotations, G_MAXUINT, &found));
}

static void
test_carve (void)
{
  assert_carved ("“The plan is dead,” he said. “It never lived.”", "The plan is dead,|It never lived.");
  assert_carved ("He left. @“The plan is dead,” he said. “It never lived.”@ We stayed.", "The plan is dead,|It never lived.");
  assert_carved ("„Der Plan“, sagte er, „ist tot.“", "Der Plan|ist tot.");
  assert_carved ("« Le plan est mort », dit-il. « Il n’a jamais vécu. »", "Le plan est mort|Il n’a jamais vécu.");
  assert_carved ("“计划已死，”他说，“从未活过。”", "计划已死，|从未活过。");
  assert_carved ("\"One,\" he said, \"two,\" she added, \"three.\"", "One,|two,|three.");
  assert_carved ("‘The plan is dead,’ he said, ‘and gone.’", "The plan is dead,|and gone.");
}

static void
test_carve_edges (void)
{
  /* Inside the marks, outside them, in the middle. */
  assert_carved ("“@The plan is dead,” he said. “It never lived.@”", "The plan is dead,|It never lived.");
  assert_carved ("So: @ “The plan is dead,” he said. “It never lived.”. @ Next", "The plan is dead,|It never lived.");
  assert_carved ("“The @plan is dead,” he said. “It never@ lived.”", "plan is dead,|It never");
  /* More than the quotation was selected. */
  assert_carved ("@He said “the plan is dead,” and added, “it never lived.”@", "");
  assert_carved ("@“The plan is dead,” he said. “It never lived,” he added.@", "");
  /* Only the mark of the second one. */
  assert_carved ("@“The plan is dead,” he said. “@It never lived.”", "");
}

static void
test_carve_nothing (void)
{
  g_autofree char *filler = g_strnfill (130, 'x');
  g_autofree char *far = g_strdup_printf ("“One,” he %s. “Two.”", filler);

  assert_carved ("No quotation here", "");
  assert_carved ("“Only one.”", "");
  assert_carved ("“One.\n“Two,” he said.", "");
  assert_carved (far, "");
  assert_carved ("“One,” he said.\n“Two.”", "");
  assert_carved ("“a disgrace” and “a threat”", "");
  assert_carved ("“one,” and “two”", "");
  assert_carved ("“one”, “two”", "");
  assert_carved ("@@“One,” he said. “Two.”", "");
}

static void
test_carve_nested (void)
{
  assert_carved ("“@‘The plan is dead,’ he told us, ‘and gone.’@”", "The plan is dead,|and gone.");
  assert_carved ("“‘The plan is dead,’ he told us, ‘and gone.’”", "The plan is dead,|and gone.");
  assert_carved ("“He told us ‘it is dead,’ she said, ‘and gone’ then.”", "");
}

static void
test_carve_paragraphs (void)
{
  /* The marks which open it again are no part of it. */
  assert_carved ("“One.\n\n“Two,” he said. “Three.”", "One.|Two,|Three.");
}

static void
test_boxed (void)
{
  g_autoptr (AscText)       text = asc_text_new ("“a”", -1);
  g_autoptr (AscQuotations) quotations = asc_quotations_new (text);
  g_autoptr (AscQuotations) copy = g_boxed_copy (ASC_TYPE_QUOTATIONS, quotations);

  g_assert_true (copy == quotations);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotations/marks", test_marks);
  g_test_add_func ("/quotations/spans", test_spans);
  g_test_add_func ("/quotations/nested", test_nested);
  g_test_add_func ("/quotations/apostrophes", test_apostrophes);
  g_test_add_func ("/quotations/unbalanced", test_unbalanced);
  g_test_add_func ("/quotations/paragraphs", test_paragraphs);
  g_test_add_func ("/quotations/at", test_at);
  g_test_add_func ("/quotations/carve", test_carve);
  g_test_add_func ("/quotations/carve-edges", test_carve_edges);
  g_test_add_func ("/quotations/carve-nothing", test_carve_nothing);
  g_test_add_func ("/quotations/carve-nested", test_carve_nested);
  g_test_add_func ("/quotations/carve-paragraphs", test_carve_paragraphs);
  g_test_add_func ("/quotations/boxed", test_boxed);
  return g_test_run ();
}
