/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-article-file.h"

#include "store-test.h"

#define SHA256 "23aed4bfbcbf46e839d62ff4b66891cc425bed616626a6c5739ece0fd903505a"

static const char full[] =
  "{\n"
  "  \"format\": \"ascribe-article/1\",\n"
  "  \"title\": \"A “Title”\",\n"
  "  \"outlet\": \"Le Monde\",\n"
  "  \"author\": \"A. Author\",\n"
  "  \"published\": \"2024-07-06\",\n"
  "  \"url\": \"https://example.org/?a=1&b=2\",\n"
  "  \"language\": \"en-GB\",\n"
  "  \"edition\": \"print\",\n"
  "  \"sha256\": \"" SHA256 "\",\n"
  "  \"length\": 76,\n"
  "  \"normalised\": [\"encoding:windows-1252\", \"crlf\"],\n"
  "  \"original_name\": \"a.txt\",\n"
  "  \"imported\": \"2026-08-26T10:00:00Z\",\n"
  "  \"section\": \"World\",\n"
  "  \"x\": [{\"a\": 1}]\n"
  "}\n";

static AscArticleMeta *
parse (const char *text,
       GPtrArray  *problems)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  AscArticleMeta *meta = asc_article_file_parse (bytes, "a.json", "a", problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (meta);
  return meta;
}

static void
test_full (void)
{
  g_autoptr (GString) text = g_string_new (full);
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscArticleMeta) meta = NULL;
  g_autoptr (GBytes) written = NULL;

  /* Arrays of objects among the extra members get a line an element. */
  g_string_replace (text, "[{\"a\": 1}]", "[\n    {\"a\": 1}\n  ]", 1);
  meta = parse (text->str, problems);
  assert_no_problems (problems);
  g_assert_cmpstr (meta->id, ==, "a");
  g_assert_cmpstr (meta->title, ==, "A “Title”");
  g_assert_cmpstr (meta->outlet, ==, "Le Monde");
  g_assert_cmpstr (meta->author, ==, "A. Author");
  g_assert_cmpstr (meta->published, ==, "2024-07-06");
  g_assert_cmpstr (meta->url, ==, "https://example.org/?a=1&b=2");
  g_assert_cmpstr (meta->language, ==, "en-GB");
  g_assert_cmpstr (meta->edition, ==, "print");
  g_assert_cmpstr (meta->sha256, ==, SHA256);
  g_assert_cmpuint (meta->length, ==, 76);
  g_assert_cmpstrv (meta->normalised, ((const char *[]) { "encoding:windows-1252", "crlf", NULL }));
  g_assert_cmpstr (meta->original_name, ==, "a.txt");
  g_assert_cmpstr (meta->imported, ==, "2026-08-26T10:00:00Z");
  g_assert_cmpstr (meta->extra, ==, "{\"section\": \"World\", \"x\": [{\"a\": 1}]}");

  written = asc_article_file_write (meta);
  assert_bytes_equal_text (written, text->str);
}

static void
test_least (void)
{
  static const char least[] =
    "{\n  \"format\": \"ascribe-article/1\",\n  \"sha256\": \"" SHA256 "\",\n  \"length\": 0\n}\n";
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscArticleMeta) meta = parse (least, problems);
  g_autoptr (GBytes) written = asc_article_file_write (meta);

  assert_no_problems (problems);
  assert_bytes_equal_text (written, least);
}

static void
test_unusable (void)
{
  g_autoptr (GPtrArray) problems = problems_new (), missing = problems_new ();
  g_autoptr (AscArticleMeta) meta =
    parse ("{\"format\": \"ascribe-article/1\", \"title\": 5, \"sha256\": \"xyz\", \"length\": -1, \"normalised\": \"crlf\","
           " \"imported\": \"yesterday\"}", problems);
  g_autoptr (AscArticleMeta) bare = parse ("{\"format\": \"ascribe-article/1\"}", missing);
  g_autoptr (GBytes) written = asc_article_file_write (meta);

  assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, "/title");
  assert_problem (problems, 1, ASC_STORE_ERROR_FORMAT, "/sha256");
  assert_problem (problems, 2, ASC_STORE_ERROR_FORMAT, "/length");
  assert_problem (problems, 3, ASC_STORE_ERROR_FORMAT, "/normalised");
  assert_problem (problems, 4, ASC_STORE_ERROR_FORMAT, "/imported");
  g_assert_cmpuint (problems->len, ==, 5);
  assert_bytes_equal_text (written,
                           "{\n  \"format\": \"ascribe-article/1\",\n  \"length\": 0,\n  \"unusable_title\": 5,\n"
                           "  \"unusable_sha256\": \"xyz\",\n  \"unusable_length\": -1,\n"
                           "  \"unusable_normalised\": \"crlf\",\n  \"unusable_imported\": \"yesterday\"\n}\n");

  assert_problem (missing, 0, ASC_STORE_ERROR_FORMAT, "");
  assert_problem (missing, 1, ASC_STORE_ERROR_FORMAT, "");
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_null (bare->sha256);
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", ASC_STORE_ERROR_EMPTY },
    { "[", ASC_STORE_ERROR_SYNTAX },
    { "null", ASC_STORE_ERROR_FORMAT },
    { "{\"format\": \"ascribe-article/7\"}", ASC_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (asc_article_file_parse (bytes, "a.json", "a", problems, &error));
      g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-file/full", test_full);
  g_test_add_func ("/article-file/least", test_least);
  g_test_add_func ("/article-file/unusable", test_unusable);
  g_test_add_func ("/article-file/refused", test_refused);
  return g_test_run ();
}
