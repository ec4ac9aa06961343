/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

static const char * const texts[] = { "a.txt", "😀 the text", NULL };

static void
assert_import (const char *name,
               const char *json,
               const char *expected)
{
  g_autofree char *imported = import_text ("w3c", name, json, texts);

  g_assert_cmpstr (imported, ==, expected);
}

#define TARGET "\"target\": {\"source\": \"https://example.org/a.html\", \"selector\": [{\"type\": \"TextPositionSelector\", \"start\": 3, \"end\": 6}, " \
               "{\"type\": \"TextQuoteSelector\", \"exact\": \"the\"}]}"

static void
test_bodies (void)
{
  assert_import ("x.jsonld",
                 "{\"type\": \"AnnotationPage\", \"items\": ["
                 "{\"id\": \"urn:x:2\", \"motivation\": \"linking\", \"body\": [{\"type\": \"TextualBody\", \"purpose\": \"tagging\", \"value\": \"r\"}, "
                 "{\"purpose\": \"linking\", \"source\": \"urn:x:1\"}], \"target\": \"urn:x:1\"}, "
                 "{\"id\": \"urn:x:1\", \"motivation\": \"tagging\", \"creator\": \"https://example.org/people/anna\", \"body\": ["
                 "{\"type\": \"TextualBody\", \"value\": \"X\"}, {\"purpose\": \"describing\", \"value\": \"stance=for=it\"}, "
                 "{\"purpose\": \"describing\", \"value\": \"a sentence\"}, {\"purpose\": \"identifying\", \"source\": \"urn:ascribe:actor:wang\"}, "
                 "{\"purpose\": \"commenting\", \"value\": \"note\"}], " TARGET "}]}",
                 "a|😀 the text|\nanna: urn:x:1 X 3-6 “the” {stance=for=it, @actor=wang} (a sentence\nnote)\nr(urn:x:1, urn:x:1)\n");
}

static void
test_lines (void)
{
  assert_import ("x.jsonl",
                 "{\"motivation\": \"highlighting\", " TARGET "}\n"
                 "{\"motivation\": \"commenting\", \"bodyValue\": \"hm\", \"target\": {\"source\": \"a.txt\", \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"text\"}}}\n",
                 "a|😀 the text|\n-: - highlighting 3-6 “the”\na|😀 the text|\n-: - commenting “text” (hm)\n");
}

/* What cannot be read is told, with its place. */
static void
test_broken (void)
{
  assert_import ("x.jsonld",
                 "[3, {}, {\"target\": {\"source\": \"b.txt\", \"selector\": {\"type\": \"TextQuoteSelector\", \"exact\": \"b\"}}}, "
                 "{\"target\": {\"source\": \"a.txt\", \"selector\": {\"type\": \"XPathSelector\"}}}, {\"target\": \"a.txt\"}, "
                 "{\"body\": {\"purpose\": \"linking\", \"source\": \"urn:1\"}, \"target\": \"urn:2\"}]",
                 "a|😀 the text|\n! format /0\n! format /1\n! not-found /2\n! format /3\n! format /4\n! dangling /5\n");
  assert_import ("x.jsonld", "{}", "! format\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/w3c-importer/bodies", test_bodies);
  g_test_add_func ("/w3c-importer/lines", test_lines);
  g_test_add_func ("/w3c-importer/broken", test_broken);

  return g_test_run ();
}
