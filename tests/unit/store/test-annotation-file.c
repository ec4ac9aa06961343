/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-file.h"

#include "asc-annotation-set-private.h"
#include "store-test.h"

/*                          0         1         2         3         4         5         6         7      */
/*                          0 1234567890123456789012345678901234567890123456789012345678901234567890123456 */
static const char text_b[] = "😀 Dr. Wang Zhisheng stated on July 4 that the two officials held dual roles.";
#define SHA256_B "23aed4bfbcbf46e839d62ff4b66891cc425bed616626a6c5739ece0fd903505a"

#define HEADER \
  "{\n" \
  "  \"format\": \"ascribe-annotations/1\",\n" \
  "  \"article\": \"demo-b\",\n" \
  "  \"text_sha256\": \"" SHA256_B "\",\n" \
  "  \"offset_unit\": \"codepoint\",\n" \
  "  \"coder\": \"mia\",\n"

/* Everything a file can have, as the program writes it. */
static const char full[] =
  HEADER
  "  \"state\": \"reading\",\n"
  "  \"read_to\": 75,\n"
  "  \"annotations\": [\n"
  "    {\"id\": \"s1\", \"label\": \"actor\", \"spans\": [[2, 19]], \"quote\": [\"Dr. Wang Zhisheng\"], \"attributes\": {\"actor\": \"wang\", \"aliases\": [\"a\", \"b\"], \"no-role\": true, \"rank\": -3}, \"note\": \"A \\\"note\\\"\\u2028.\", \"origin\": \"accepted\", \"modified\": \"2026-08-26T10:00:02Z\", \"confidence\": 0.5},\n"
  "    {\"id\": \"s2\", \"label\": \"date\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"origin\": \"suggested\"},\n"
  "    {\"id\": \"s3\", \"label\": \"claim\", \"spans\": [[42, 45], [50, 59]], \"quote\": [\"the\", \"officials\"], \"origin\": \"imported\", \"modified\": \"2026-08-26T10:00:00Z\"},\n"
  "    {\"id\": \"s4\", \"label\": \"claim\", \"spans\": [[42, 45]], \"quote\": [\"the\"], \"origin\": \"manual\"}\n"
  "  ],\n"
  "  \"relations\": [\n"
  "    {\"id\": \"r1\", \"type\": \"source\", \"from\": \"s3\", \"to\": \"s1\"},\n"
  "    {\"id\": \"r2\", \"type\": \"uttered\", \"from\": \"s3\", \"to\": \"s2\", \"weight\": 2}\n"
  "  ],\n"
  "  \"tool\": {\"name\": \"x\"}\n"
  "}\n";

static AscArticle *
article_new (const char *text)
{
  g_autoptr (AscText) made = asc_text_new (text, -1);
  AscArticle *article = asc_article_new ("demo-b");

  asc_article_set_text (article, made);
  return article;
}

static AscAnnotationSet *
parse_for (const char *content,
           const char *text,
           GPtrArray  *problems)
{
  g_autoptr (AscArticle) article = article_new (text);
  g_autoptr (GBytes) bytes = bytes_of (content);
  g_autoptr (GError) error = NULL;
  AscAnnotationSet *set = asc_annotation_file_parse (bytes, "demo-b.json", article, "mia", problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
  asc_annotation_set_check_consistency (set);
  return set;
}

/* A file on text B with these annotations and relations. */
static char *
file_of (const char *annotations,
         const char *more)
{
  return g_strdup_printf (HEADER "\"state\": \"done\", \"read_to\": 0, \"annotations\": [%s]%s}", annotations, more);
}

static AscAnnotationSet *
parse_annotations (const char *annotations,
                   const char *more,
                   GPtrArray  *problems)
{
  g_autofree char *content = file_of (annotations, more);

  return parse_for (content, text_b, problems);
}

static char *
write_set (AscAnnotationSet *set)
{
  g_autoptr (GBytes) bytes = asc_annotation_file_write (set);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_full (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set = parse_for (full, text_b, problems);
  g_autofree char *written = write_set (set);
  AscAnnotation *actor, *claim;
  AscRelation *relation;
  GVariant *value;

  assert_no_problems (problems);
  g_assert_cmpstr (asc_annotation_set_get_coder (set), ==, "mia");
  g_assert_cmpint (asc_annotation_set_get_state (set), ==, ASC_STATE_READING);
  g_assert_cmpuint (asc_annotation_set_get_read_to (set), ==, 75);
  g_assert_false (asc_annotation_set_get_read_only (set));
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 4);

  actor = asc_annotation_set_lookup (set, "s1");
  g_assert_cmpstr (asc_annotation_get_label (actor), ==, "actor");
  g_assert_cmpstr (asc_annotation_get_note (actor), ==, "A \"note\"\u2028.");
  g_assert_cmpint (asc_annotation_get_origin (actor), ==, ASC_ORIGIN_ACCEPTED);
  g_assert_cmpint (asc_annotation_get_modified (actor), ==, 1787738402);
  g_assert_cmpstr (asc_annotation_get_extra (actor), ==, "{\"confidence\": 0.5}");
  g_assert_cmpstr (asc_attributes_get_string (asc_annotation_get_attributes (actor), "actor"), ==, "wang");
  value = asc_attributes_get (asc_annotation_get_attributes (actor), "rank");
  g_assert_cmpint (g_variant_get_int64 (value), ==, -3);
  value = asc_attributes_get (asc_annotation_get_attributes (actor), "no-role");
  g_assert_true (g_variant_get_boolean (value));
  value = asc_attributes_get (asc_annotation_get_attributes (actor), "aliases");
  g_assert_cmpstr (g_variant_get_type_string (value), ==, "as");

  claim = asc_annotation_set_lookup (set, "s3");
  g_assert_cmpuint (asc_span_set_get_n_spans (asc_annotation_get_spans (claim)), ==, 2);
  g_assert_cmpstr (asc_annotation_get_quote (claim)[1], ==, "officials");

  relation = asc_annotation_set_lookup_relation (set, "r2");
  g_assert_cmpstr (asc_relation_get_relation_type (relation), ==, "uttered");
  g_assert_cmpstr (asc_relation_get_extra (relation), ==, "{\"weight\": 2}");

  g_assert_cmpstr (written, ==, full);
}

/* What other programs may write differently without another meaning. */
static void
test_lenient (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set =
    parse_annotations ("{\"spans\": [[50.0, 59], [42, 45e0]], \"label\": \"x\", \"quote\": [\"officials\", \"the\"], \"id\": \"b\", \"note\": null,"
                       " \"attributes\": {\"z\": 1.0, \"a\": \"\"}, \"modified\": \"2026-08-26T12:00:02.5+02:00\"},"
                       "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[2, 5], [5, 9]], \"quote\": [\"Dr.\", \" Wan\"]}", "", problems);
  g_autofree char *written = write_set (set);

  assert_no_problems (problems);
  g_assert_nonnull (strstr (written,
                            "    {\"id\": \"a\", \"label\": \"x\", \"spans\": [[2, 9]], \"quote\": [\"Dr. Wan\"], \"origin\": \"manual\"},\n"
                            "    {\"id\": \"b\", \"label\": \"x\", \"spans\": [[42, 45], [50, 59]], \"quote\": [\"the\", \"officials\"],"
                            " \"attributes\": {\"a\": \"\", \"z\": 1}, \"origin\": \"manual\", \"modified\": \"2026-08-26T10:00:02Z\"}\n"));
}

/* The text changed under the file: found again where that is certain, kept where not, never silently. */
static void
test_text_changed (void)
{
  g_autoptr (GPtrArray) problems = problems_new (), again = problems_new (), third = problems_new ();
  g_autoptr (AscAnnotationSet) set = NULL, second = NULL, restored = NULL;
  g_autofree char *written = NULL, *rewritten = NULL, *back = NULL;
  static const char changed[] = "😀😀 On Monday Dr. Wang Zhisheng said that the two officials held dual roles.";

  set = parse_for (full, changed, problems);
  assert_problem (problems, 0, ASC_STORE_ERROR_TEXT_CHANGED, "/text_sha256");
  assert_problem (problems, 1, ASC_STORE_ERROR_REANCHORED, "/annotations/0");
  g_assert_cmpstr (((AscProblem *) problems->pdata[1])->detail, ==, "2–19 is now 13–30");
  assert_problem (problems, 2, ASC_STORE_ERROR_ORPHANED, "/annotations/1");
  assert_problem (problems, 3, ASC_STORE_ERROR_REANCHORED, "/annotations/2");
  assert_problem (problems, 4, ASC_STORE_ERROR_REANCHORED, "/annotations/3");
  assert_problem (problems, 5, ASC_STORE_ERROR_DANGLING, "/relations/1/to");
  g_assert_cmpuint (problems->len, ==, 6);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 3);
  g_assert_cmpuint (asc_annotation_get_start (asc_annotation_set_lookup (set, "s1")), ==, 13);

  /* Orphans are written as they were, and looked for again. */
  written = write_set (set);
  g_assert_nonnull (strstr (written, "  \"orphans\": [\n    {\"id\": \"s2\", \"label\": \"date\", \"spans\": [[30, 36]],"
                                     " \"quote\": [\"July 4\"], \"origin\": \"suggested\"}\n  ],\n"));
  g_assert_nonnull (strstr (written, "  \"orphan_relations\": [\n    {\"id\": \"r2\", \"type\": \"uttered\", \"from\": \"s3\","
                                     " \"to\": \"s2\", \"weight\": 2}\n  ]\n"));
  second = parse_for (written, changed, again);
  assert_problem (again, 0, ASC_STORE_ERROR_ORPHANED, "/orphans/0");
  assert_problem (again, 1, ASC_STORE_ERROR_DANGLING, "/orphan_relations/0/to");
  g_assert_cmpuint (again->len, ==, 2);
  rewritten = write_set (second);
  g_assert_cmpstr (rewritten, ==, written);

  /* With the old text they come back. */
  restored = parse_for (written, text_b, third);
  assert_problem (third, third->len - 1, ASC_STORE_ERROR_REANCHORED, "/orphans/0");
  g_assert_cmpuint (asc_annotation_set_get_n (restored), ==, 4);
  g_assert_nonnull (asc_annotation_set_lookup_relation (restored, "r2"));
  back = write_set (restored);
  g_assert_cmpstr (back, ==, full);
}

static void
test_out_of_text (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set =
    parse_annotations ("{\"id\": \"a\", \"label\": \"x\", \"spans\": [[70, 90]], \"quote\": [\"gone\"]},"
                       "{\"id\": \"b\", \"label\": \"x\", \"spans\": [[170, 180]], \"quote\": [\"July 4\"]},"
                       "{\"id\": \"c\", \"label\": \"x\", \"spans\": [[75, 76]], \"quote\": [\".\"]},"
                       "{\"id\": \"d\", \"label\": \"x\", \"spans\": [[75, 77]], \"quote\": [\".\"]},"
                       "{\"id\": \"e\", \"label\": \"x\", \"spans\": [[2147483646, 2147483647]], \"quote\": [\"?\"]}",
                       ", \"x\": 1", problems);

  assert_problem (problems, 0, ASC_STORE_ERROR_OUT_OF_TEXT, "/annotations/0");
  assert_problem (problems, 1, ASC_STORE_ERROR_REANCHORED, "/annotations/1");
  /* The last character is no problem; one more is. "." is there twice, but only one place is where its neighbours say. */
  assert_problem (problems, 2, ASC_STORE_ERROR_REANCHORED, "/annotations/3");
  assert_problem (problems, 3, ASC_STORE_ERROR_DUPLICATE, "/annotations/3");
  assert_problem (problems, 4, ASC_STORE_ERROR_OUT_OF_TEXT, "/annotations/4");
  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 2);
}

/* Offsets in UTF-16 units, as other programs write them after an emoji: the quotes put them right. */
static void
test_wrong_unit (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set =
    parse_annotations ("{\"id\": \"a\", \"label\": \"x\", \"spans\": [[3, 20]], \"quote\": [\"Dr. Wang Zhisheng\"]},"
                       "{\"id\": \"b\", \"label\": \"x\", \"spans\": [[43, 46]], \"quote\": [\"the\"]},"
                       "{\"id\": \"c\", \"label\": \"x\", \"spans\": [[31, 37]], \"quote\": [\"July 4\"]}", "", problems);

  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpuint (asc_annotation_get_start (asc_annotation_set_lookup (set, "a")), ==, 2);
  g_assert_cmpuint (asc_annotation_get_start (asc_annotation_set_lookup (set, "b")), ==, 42);
  g_assert_cmpuint (asc_annotation_get_start (asc_annotation_set_lookup (set, "c")), ==, 30);
}

static void
test_missing_quote (void)
{
  static const char annotation[] = "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]]}";
  g_autoptr (GPtrArray) problems = problems_new (), again = problems_new ();
  g_autofree char *content = file_of (annotation, "");
  g_autoptr (AscAnnotationSet) same = parse_for (content, text_b, problems), changed = NULL;

  /* The text is known to be the one: only reported. Another text: nobody can know. */
  assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, "/annotations/0");
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (asc_annotation_get_quote (asc_annotation_set_lookup (same, "a"))[0], ==, "July 4");

  changed = parse_for (content, "Another text, which is long enough for it to lie within.", again);
  g_assert_cmpuint (asc_annotation_set_get_n (changed), ==, 0);
  assert_problem (again, 2, ASC_STORE_ERROR_ORPHANED, "/annotations/0");

  /* Nor the next time, when the file names that text as its own. */
  {
    g_autofree char *written = write_set (changed);
    g_autoptr (GPtrArray) later = problems_new ();
    g_autoptr (AscAnnotationSet) third = parse_for (written, "Another text, which is long enough for it to lie within.", later);

    g_assert_cmpuint (asc_annotation_set_get_n (third), ==, 0);
    assert_problem (later, 1, ASC_STORE_ERROR_ORPHANED, "/orphans/0");
  }
}

static void
test_duplicates (void)
{
  static const char same_line[] = "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}";
  g_autofree char *annotations =
    g_strconcat (same_line, ",", same_line, ","
                 "{\"id\": \"a\", \"label\": \"y\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]},"
                 "{\"id\": \"b\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"note\": \"mine\"},"
                 "{\"id\": \"c\", \"label\": \"z\", \"spans\": [[2, 5]], \"quote\": [\"Dr.\"]}", NULL);
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set =
    parse_annotations (annotations,
                       ", \"relations\": ["
                       "{\"id\": \"r\", \"type\": \"t\", \"from\": \"a\", \"to\": \"c\"},"
                       "{\"id\": \"r\", \"type\": \"t\", \"from\": \"a\", \"to\": \"c\"},"
                       "{\"id\": \"q\", \"type\": \"t\", \"from\": \"a\", \"to\": \"c\"},"
                       "{\"id\": \"r\", \"type\": \"t\", \"from\": \"c\", \"to\": \"a\"}]", problems);
  g_autofree char *written = write_set (set);

  assert_problem (problems, 0, ASC_STORE_ERROR_DUPLICATE, "/annotations/1");
  assert_problem (problems, 1, ASC_STORE_ERROR_DUPLICATE, "/annotations/2");
  assert_problem (problems, 2, ASC_STORE_ERROR_DUPLICATE, "/annotations/3");
  assert_problem (problems, 3, ASC_STORE_ERROR_DUPLICATE, "/relations/1");
  assert_problem (problems, 4, ASC_STORE_ERROR_DUPLICATE, "/relations/2");
  assert_problem (problems, 5, ASC_STORE_ERROR_DUPLICATE, "/relations/3/id");
  g_assert_cmpuint (problems->len, ==, 6);

  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 3);
  g_assert_cmpstr (asc_annotation_get_label (asc_annotation_set_lookup (set, "a-2")), ==, "y");
  g_assert_cmpstr (asc_relation_get_from (asc_annotation_set_lookup_relation (set, "r-2")), ==, "c");
  g_assert_nonnull (strstr (written, "\"orphans\": [\n    {\"id\": \"b\", \"label\": \"x\", \"spans\": [[30, 36]],"
                                     " \"quote\": [\"July 4\"], \"note\": \"mine\"}\n  ]"));
  g_assert_nonnull (strstr (written, "\"orphan_relations\": [\n    {\"id\": \"q\""));
}

/* Each of these is reported at the given place and kept word by word. */
static void
test_unusable (void)
{
  static const struct { const char *annotation, *pointer; } cases[] = {
    { "5", "" },
    { "[1, 2]", "" },
    { "\"a\"", "" },
    { "{\"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "" },
    { "{\"id\": 7, \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "/id" },
    { "{\"id\": \"a b\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "/id" },
    { "{\"id\": \"\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "/id" },
    { "{\"id\": \"a\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "" },
    { "{\"id\": \"a\", \"label\": \"my label\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "/label" },
    { "{\"id\": \"a\", \"label\": \"x\", \"quote\": [\"July 4\"]}", "" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [], \"quote\": []}", "/spans" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": {\"start\": 1}, \"quote\": [\"July 4\"]}", "/spans" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [30, 36], \"quote\": [\"July 4\", \"x\"]}", "/spans/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30]], \"quote\": [\"July 4\"]}", "/spans/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36, 40]], \"quote\": [\"July 4\"]}", "/spans/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, \"36\"]], \"quote\": [\"July 4\"]}", "/spans/0/1" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30.5, 36]], \"quote\": [\"July 4\"]}", "/spans/0/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[-1, 36]], \"quote\": [\"July 4\"]}", "/spans/0/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 2147483648]], \"quote\": [\"July 4\"]}", "/spans/0/1" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[36, 30]], \"quote\": [\"July 4\"]}", "/spans/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[36, 36]], \"quote\": [\"\"]}", "/spans/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36], [30, 34]], \"quote\": [\"July 4\", \"July\"]}", "/spans" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": \"July 4\"}", "/quote" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [4]}", "/quote/0" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July\", \" 4\"]}", "/quote" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": []}", "/attributes" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": {\"a\": 1.5}}", "/attributes/a" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": {\"a\": null}}", "/attributes/a" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": {\"a\": {}}}", "/attributes/a" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": {\"a\": [\"b\", 1]}}", "/attributes/a/1" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"attributes\": {\"a/b\": 1}}", "/attributes/a~1b" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"note\": 1}", "/note" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"origin\": \"robot\"}", "/origin" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"modified\": \"today\"}", "/modified" },
    { "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"], \"modified\": 5}", "/modified" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pointer = g_strconcat ("/annotations/0", cases[i].pointer, NULL);
      g_autofree char *line = g_strdup_printf ("\"orphans\": [\n    %s\n  ]", cases[i].annotation);
      g_autofree char *compact = g_strdup_printf ("\"orphans\": [%s]", cases[i].annotation);
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (AscAnnotationSet) set = parse_annotations (cases[i].annotation, "", problems);
      g_autofree char *written = write_set (set);

      g_test_message ("%s", cases[i].annotation);
      assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, pointer);
      g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
      g_assert_true (strstr (written, line) != NULL || strstr (written, compact) != NULL);
    }
}

static void
test_unusable_relations (void)
{
  static const char annotations[] =
    "{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]},"
    "{\"id\": \"b\", \"label\": \"x\", \"spans\": [[2, 5]], \"quote\": [\"Dr.\"]}";
  static const struct { const char *relation, *pointer; AscStoreErrorCode code; } cases[] = {
    { "5", "", ASC_STORE_ERROR_FORMAT },
    { "{\"type\": \"t\", \"from\": \"a\", \"to\": \"b\"}", "", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r r\", \"type\": \"t\", \"from\": \"a\", \"to\": \"b\"}", "/id", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r\", \"from\": \"a\", \"to\": \"b\"}", "", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r\", \"type\": \"t t\", \"from\": \"a\", \"to\": \"b\"}", "/type", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r\", \"type\": \"t\", \"from\": 1, \"to\": \"b\"}", "/from", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r\", \"type\": \"t\", \"from\": \"a\"}", "", ASC_STORE_ERROR_FORMAT },
    { "{\"id\": \"r\", \"type\": \"t\", \"from\": \"x\", \"to\": \"b\"}", "/from", ASC_STORE_ERROR_DANGLING },
    { "{\"id\": \"r\", \"type\": \"t\", \"from\": \"a\", \"to\": \"x\"}", "/to", ASC_STORE_ERROR_DANGLING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pointer = g_strconcat ("/relations/0", cases[i].pointer, NULL);
      g_autofree char *more = g_strdup_printf (", \"relations\": [%s]", cases[i].relation);
      g_autofree char *line = g_strdup_printf ("\"orphan_relations\": [\n    %s\n  ]", cases[i].relation);
      g_autofree char *compact = g_strdup_printf ("\"orphan_relations\": [%s]", cases[i].relation);
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (AscAnnotationSet) set = parse_annotations (annotations, more, problems);
      g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);
      g_autofree char *written = write_set (set);

      assert_problem (problems, 0, cases[i].code, pointer);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpuint (relations->len, ==, 0);
      g_assert_true (strstr (written, line) != NULL || strstr (written, compact) != NULL);
    }
}

/* The members above the annotations. */
static void
test_header (void)
{
  g_autoptr (GPtrArray) problems = problems_new (), none = problems_new ();
  g_autoptr (AscAnnotationSet) set =
    parse_for ("{\"format\": \"ascribe-annotations/1\", \"offset_unit\": \"codepoint\", \"article\": \"another\", \"text_sha256\": \"AB\","
               " \"coder\": \"tom\", \"state\": \"sleeping\", \"read_to\": 1000, \"annotations\": {}, \"relations\": 1}", text_b, problems);
  g_autofree char *written = write_set (set);
  g_autoptr (AscAnnotationSet) least =
    parse_for ("{\"format\": \"ascribe-annotations/1\", \"offset_unit\": \"codepoint\"}", text_b, none);

  assert_problem (problems, 0, ASC_STORE_ERROR_FORMAT, "/article");
  assert_problem (problems, 1, ASC_STORE_ERROR_TEXT_CHANGED, "/text_sha256");
  assert_problem (problems, 2, ASC_STORE_ERROR_FORMAT, "/coder");
  assert_problem (problems, 3, ASC_STORE_ERROR_FORMAT, "/annotations");
  assert_problem (problems, 4, ASC_STORE_ERROR_FORMAT, "/relations");
  assert_problem (problems, 5, ASC_STORE_ERROR_FORMAT, "/state");
  assert_problem (problems, 6, ASC_STORE_ERROR_OUT_OF_TEXT, "/read_to");
  g_assert_cmpuint (problems->len, ==, 7);
  g_assert_cmpuint (asc_annotation_set_get_read_to (set), ==, 76);
  g_assert_cmpint (asc_annotation_set_get_state (set), ==, ASC_STATE_UNREAD);
  g_assert_nonnull (strstr (written, "\"unusable_state\": \"sleeping\",\n"));
  g_assert_nonnull (strstr (written, "\"unusable_annotations\": {},\n"));
  g_assert_nonnull (strstr (written, "\"unusable_relations\": 1\n"));

  g_assert_cmpuint (none->len, ==, 4);  /* article, text_sha256, coder, state */
  g_assert_cmpint (asc_annotation_set_get_state (least), ==, ASC_STATE_UNREAD);
}

static void
test_refused (void)
{
  static const struct { const char *content; int code; const char *pointer; } cases[] = {
    { "", ASC_STORE_ERROR_EMPTY, NULL },
    { "{\"format\": ", ASC_STORE_ERROR_SYNTAX, "/format" },
    { "{\"format\": \"ascribe-annotations/1\", \"a\": 1, \"a\": 2}", ASC_STORE_ERROR_DUPLICATE, "/a" },
    { "[]", ASC_STORE_ERROR_FORMAT, "" },
    { "{\"format\": \"ascribe-codebook/1\"}", ASC_STORE_ERROR_FORMAT, "/format" },
    { "{\"format\": \"ascribe-annotations/1\", \"offset_unit\": \"utf16\"}", ASC_STORE_ERROR_FORMAT, "/offset_unit" },
    { "{\"format\": \"ascribe-annotations/1\", \"offset_unit\": 1}", ASC_STORE_ERROR_FORMAT, "/offset_unit" },
    { "{\"format\": \"ascribe-annotations/1\"}", ASC_STORE_ERROR_FORMAT, "/offset_unit" },
  };
  g_autoptr (AscArticle) article = article_new (text_b);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].content);
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (asc_annotation_file_parse (bytes, "x.json", article, "mia", problems, &error));
      g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
      g_assert_cmpstr (asc_problem_from_error (error)->pointer, ==, cases[i].pointer);
    }
}

static void
test_newer (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autofree char *content = file_of ("{\"id\": \"a\", \"label\": \"x\", \"spans\": [[30, 36]], \"quote\": [\"July 4\"]}", "");
  g_autoptr (GString) newer = g_string_new (content);
  g_autoptr (AscAnnotationSet) set = NULL;

  g_string_replace (newer, "annotations/1", "annotations/2", 1);
  set = parse_for (newer->str, text_b, problems);
  assert_problem (problems, 0, ASC_STORE_ERROR_NEWER, "/format");
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (asc_annotation_set_get_read_only (set));
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 1);
}

static void
test_coder (void)
{
  g_autoptr (AscArticle) article = article_new (text_b);
  g_autoptr (GBytes) bytes = bytes_of (full);
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscAnnotationSet) set = asc_annotation_file_parse (bytes, "x.json", article, NULL, problems, NULL);

  assert_no_problems (problems);
  g_assert_cmpstr (asc_annotation_set_get_coder (set), ==, "mia");
}

static void
test_empty (void)
{
  g_autoptr (AscArticle) article = article_new (text_b);
  g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
  g_autofree char *written = write_set (set);

  g_assert_cmpstr (written, ==,
                   HEADER
                   "  \"state\": \"unread\",\n"
                   "  \"read_to\": 0,\n"
                   "  \"annotations\": [],\n"
                   "  \"relations\": []\n"
                   "}\n");
}

static void
test_peek (void)
{
  static const struct { const char *content; gboolean is_read; AscState state; guint n; } cases[] = {
    { full, TRUE, ASC_STATE_READING, 4 },
    { "\xEF\xBB\xBF{\"format\": \"ascribe-annotations/1\", \"state\": \"done\"}", TRUE, ASC_STATE_DONE, 0 },
    { "{\"format\": \"ascribe-annotations/9\", \"annotations\": [{\"annotations\": [{}]}, 5, {}]}", TRUE, ASC_STATE_READING, 2 },
    { "{\"format\": \"ascribe-annotations/1\", \"x\": {\"state\": \"done\", \"annotations\": [{}]}}", TRUE, ASC_STATE_UNREAD, 0 },
    { "{\"format\": \"ascribe-codebook/1\"}", FALSE },
    { "{\"format\": \"ascribe-annotations/1\"", FALSE },
    { "[\"format\", \"ascribe-annotations/1\"]", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].content);
      AscState state = ASC_STATE_SET_ASIDE;
      guint n = 99;

      g_assert_cmpint (asc_annotation_file_peek (bytes, &state, &n), ==, cases[i].is_read);
      g_assert_cmpint (state, ==, cases[i].is_read ? cases[i].state : ASC_STATE_SET_ASIDE);
      g_assert_cmpuint (n, ==, cases[i].is_read ? cases[i].n : 99);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-file/full", test_full);
  g_test_add_func ("/annotation-file/lenient", test_lenient);
  g_test_add_func ("/annotation-file/text-changed", test_text_changed);
  g_test_add_func ("/annotation-file/out-of-text", test_out_of_text);
  g_test_add_func ("/annotation-file/wrong-unit", test_wrong_unit);
  g_test_add_func ("/annotation-file/missing-quote", test_missing_quote);
  g_test_add_func ("/annotation-file/duplicates", test_duplicates);
  g_test_add_func ("/annotation-file/unusable", test_unusable);
  g_test_add_func ("/annotation-file/unusable-relations", test_unusable_relations);
  g_test_add_func ("/annotation-file/header", test_header);
  g_test_add_func ("/annotation-file/refused", test_refused);
  g_test_add_func ("/annotation-file/newer", test_newer);
  g_test_add_func ("/annotation-file/coder", test_coder);
  g_test_add_func ("/annotation-file/empty", test_empty);
  g_test_add_func ("/annotation-file/peek", test_peek);
  return g_test_run ();
}
