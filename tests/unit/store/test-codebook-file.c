/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook-file.h"

#include "store-test.h"

static AscCodebook *
parse (const char *text,
       GPtrArray  *problems)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  AscCodebook *codebook = asc_codebook_file_parse (bytes, "codebook.json", problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (codebook);
  return codebook;
}

/* Everything a codebook can have, as the program writes it. */
static const char full[] =
  "{\n"
  "  \"format\": \"ascribe-codebook/1\",\n"
  "  \"name\": \"Test\",\n"
  "  \"revision\": 7,\n"
  "  \"labels\": [\n"
  "    {\n"
  "      \"name\": \"claim\",\n"
  "      \"display_name\": \"Claim\",\n"
  "      \"description\": \"What is said\",\n"
  "      \"examples\": [\"one\", \"two\"],\n"
  "      \"color\": \"amber\",\n"
  "      \"key\": \"c\",\n"
  "      \"form\": \"bracket\",\n"
  "      \"takes\": \"sentence\",\n"
  "      \"attributes\": [\n"
  "        {\n"
  "          \"name\": \"category\",\n"
  "          \"display_name\": \"Category\",\n"
  "          \"kind\": \"multi-choice\",\n"
  "          \"required\": true,\n"
  "          \"values\": [\n"
  "            {\n"
  "              \"name\": \"economy\",\n"
  "              \"display_name\": \"Economy\",\n"
  "              \"description\": \"Money\",\n"
  "              \"values\": [\n"
  "                {\"name\": \"101\"},\n"
  "                {\"name\": \"trade\", \"weight\": 3}\n"
  "              ]\n"
  "            },\n"
  "            {\"name\": \"other\"}\n"
  "          ],\n"
  "          \"hint\": null\n"
  "        },\n"
  "        {\"name\": \"who\", \"kind\": \"actor\"}\n"
  "      ],\n"
  "      \"since\": 2024\n"
  "    },\n"
  "    {\n"
  "      \"name\": \"cue\",\n"
  "      \"form\": \"wave\",\n"
  "      \"takes\": \"word\",\n"
  "      \"hidden\": true\n"
  "    }\n"
  "  ],\n"
  "  \"relations\": [\n"
  "    {\"name\": \"cue\", \"display_name\": \"Cue\", \"description\": \"Marks it\", \"from\": [\"claim\"], \"to\": [\"cue\"], \"max\": 1, \"expected\": true, \"x\": []},\n"
  "    {\"name\": \"near\", \"from\": [\"claim\", \"cue\"], \"to\": [\"cue\"]}\n"
  "  ],\n"
  "  \"authors\": [\"a\", \"b\"]\n"
  "}\n";

static void
test_full (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscCodebook) codebook = parse (full, problems);
  g_autoptr (GBytes) written = NULL;
  AscLabel *claim, *cue;
  AscRelationType *relation;
  AscAttributeDefinition *category;
  const AscChoice *trade;

  assert_no_problems (problems);
  g_assert_cmpstr (asc_codebook_get_name (codebook), ==, "Test");
  g_assert_cmpuint (asc_codebook_get_revision (codebook), ==, 7);

  claim = asc_codebook_lookup_label (codebook, "claim");
  g_assert_cmpstr (asc_label_get_display_name (claim), ==, "Claim");
  g_assert_cmpstr (asc_label_get_values (claim)->examples[1], ==, "two");
  g_assert_cmpuint (asc_label_get_values (claim)->key, ==, 'c');
  g_assert_true (asc_codebook_lookup_key (codebook, 'c') == claim);
  cue = asc_codebook_lookup_label (codebook, "cue");
  g_assert_true (asc_label_get_values (cue)->hidden);
  g_assert_cmpint (asc_label_get_values (cue)->form, ==, ASC_FORM_WAVE);
  g_assert_cmpint (asc_label_get_values (cue)->takes, ==, ASC_TAKES_WORD);

  category = asc_label_lookup_attribute (claim, "category");
  g_assert_true (asc_attribute_definition_get_required (category));
  g_assert_cmpuint (asc_attribute_definition_get_n_choices (category), ==, 4);
  trade = asc_attribute_definition_lookup_choice (category, "trade");
  g_assert_cmpstr (trade->parent, ==, "economy");
  g_assert_cmpstr (trade->extra, ==, "{\"weight\": 3}");
  g_assert_null (asc_attribute_definition_lookup_choice (category, "other")->parent);

  relation = asc_codebook_lookup_relation (codebook, "cue");
  g_assert_cmpuint (asc_relation_type_get_max (relation), ==, 1);
  g_assert_true (asc_relation_type_get_expected (relation));
  g_assert_true (asc_relation_type_allows (relation, "claim", "cue"));
  g_assert_false (asc_relation_type_allows (relation, "cue", "claim"));

  written = asc_codebook_file_write (codebook);
  assert_bytes_equal_text (written, full);
}

static void
test_least (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscCodebook) codebook = parse ("{\"format\":\"ascribe-codebook/1\"}", problems);
  g_autoptr (GBytes) written = asc_codebook_file_write (codebook);

  assert_no_problems (problems);
  assert_bytes_equal_text (written,
                           "{\n  \"format\": \"ascribe-codebook/1\",\n  \"revision\": 1,\n"
                           "  \"labels\": [],\n  \"relations\": []\n}\n");
}

/* What is wrong is reported, left out of use, and written back. */
static void
test_unusable (void)
{
  g_autoptr (GPtrArray) problems = problems_new (), again = problems_new ();
  g_autoptr (AscCodebook) codebook =
    parse ("{\"format\": \"ascribe-codebook/1\", \"revision\": 0, \"labels\": ["
           "{\"name\": \"ok\", \"key\": \"K\", \"color\": \"#ff0000\", \"form\": \"star\", \"takes\": 1, \"hidden\": \"no\", \"attributes\": ["
           "{\"name\": \"a\", \"kind\": \"choice\", \"values\": [{\"name\": \"x\"}, {\"name\": \"x\"}, {\"name\": \"y z\"}, {}, 7,"
           " {\"name\": \"p\", \"values\": [{\"name\": \"x\"}]}]},"
           "{\"name\": \"a\", \"kind\": \"text\"}, {\"name\": \"b\"}, {\"name\": \"c\", \"kind\": \"colour\"}, {\"name\": \"d d\", \"kind\": \"text\"}, []]},"
           "{\"name\": \"ok\"}, {\"name\": \"1st\"}, {\"name\": 1}, \"word\","
           "{\"name\": \"other\", \"key\": \"k\"}, {\"name\": \"third\", \"key\": \"kk\"}, {\"name\": \"fourth\", \"key\": \"1\"}],"
           "\"relations\": [{\"name\": \"r\", \"from\": [\"ok\"], \"to\": [\"gone\"], \"max\": -1}, {\"name\": \"r\", \"from\": [\"ok\"], \"to\": [\"ok\"]},"
           " {\"name\": \"s\", \"from\": [\"ok\"]}, {\"name\": \"t\", \"from\": [], \"to\": [\"ok\"]}, 3]}",
           problems);
  g_autoptr (AscCodebook) second = NULL;
  g_autoptr (GBytes) written = NULL, rewritten = NULL;
  g_autofree char *text = NULL;
  AscLabel *ok;
  guint i = 0;

  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/revision");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/color");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/form");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/takes");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/hidden");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/labels/0/attributes/0/values/1/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/0/values/2/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/0/values/3");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/0/values/4");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/labels/0/attributes/0/values/5/values/0/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/labels/0/attributes/1/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/2");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/3/kind");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/4/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/0/attributes/5");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/labels/1/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/2/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/3/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/4");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/labels/5/key");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/6/key");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/labels/7/key");
  assert_problem (problems, i++, ASC_STORE_ERROR_UNKNOWN_LABEL, "/relations/0/to");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/relations/0/max");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/relations/1/name");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/relations/2");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/relations/3");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/relations/4");
  g_assert_cmpuint (problems->len, ==, i);

  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (codebook)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_relation_types (codebook)), ==, 1);
  ok = asc_codebook_lookup_label (codebook, "ok");
  g_assert_cmpuint (asc_label_get_values (ok)->key, ==, 'k');
  g_assert_null (asc_label_get_values (ok)->color);
  g_assert_cmpuint (g_list_model_get_n_items (asc_label_get_attributes (ok)), ==, 1);

  written = asc_codebook_file_write (codebook);
  text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_assert_nonnull (strstr (text, "\"unusable_revision\": 0"));
  g_assert_nonnull (strstr (text, "\"unusable_color\": \"#ff0000\""));
  g_assert_nonnull (strstr (text, "\"unusable_attributes\": [\n        {\"name\": \"a\", \"kind\": \"text\"},\n"));
  g_assert_nonnull (strstr (text, "\"unusable_values\": [\n            {\"name\": \"x\"},\n"));
  g_assert_nonnull (strstr (text, "\"unusable_labels\": [\n    {\"name\": \"ok\"},\n"));
  g_assert_nonnull (strstr (text, "\"unusable_key\": \"kk\""));
  g_assert_nonnull (strstr (text, "\"unusable_relations\": [\n    {\"name\": \"r\", \"from\": [\"ok\"], \"to\": [\"ok\"]},\n"));

  /* The second time only what is still in use is reported, and nothing changes any more. */
  second = parse (text, again);
  g_assert_cmpuint (again->len, ==, 1);
  assert_problem (again, 0, ASC_STORE_ERROR_UNKNOWN_LABEL, "/relations/0/to");
  rewritten = asc_codebook_file_write (second);
  assert_bytes_equal_text (rewritten, text);
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", ASC_STORE_ERROR_EMPTY },
    { "{", ASC_STORE_ERROR_SYNTAX },
    { "[]", ASC_STORE_ERROR_FORMAT },
    { "{\"format\": \"ascribe-project/1\"}", ASC_STORE_ERROR_FORMAT },
    { "{\"format\": \"ascribe-codebook/2\"}", ASC_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);
      g_autoptr (GError) error = NULL;

      g_assert_null (asc_codebook_file_parse (bytes, "codebook.json", problems, &error));
      g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

/* A codebook made in memory may have parents that do not exist or go round in a ring: every value is written once. */
static void
test_rings (void)
{
  AscChoice a = { "a", NULL, NULL, "b" }, b = { "b", NULL, NULL, "a" }, c = { "c", NULL, NULL, "gone" };
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) relations = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscCodebook) codebook = NULL, back = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  AscLabelValues values = { .name = (char *) "l" };

  g_ptr_array_add (choices, &a);
  g_ptr_array_add (choices, &b);
  g_ptr_array_add (choices, &c);
  g_ptr_array_add (attributes, asc_attribute_definition_new ("x", NULL, NULL, ASC_ATTRIBUTE_CHOICE, FALSE, choices, NULL));
  g_ptr_array_add (labels, asc_label_new (&values, attributes));
  codebook = asc_codebook_new ("Rings", 1, labels, relations, NULL);

  bytes = asc_codebook_file_write (codebook);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  back = parse (text, problems);
  assert_no_problems (problems);
  g_assert_cmpuint (asc_attribute_definition_get_n_choices (
                      asc_label_lookup_attribute (asc_codebook_lookup_label (back, "l"), "x")), ==, 3);
}

/* The embedded codebooks have no problem and are as the program would write them. */
static void
test_builtin (void)
{
  const char * const *names = asc_codebook_file_list_builtin ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (AscCodebook) codebook = asc_codebook_file_builtin (names[i]);
      g_autofree char *file = g_strconcat (names[i], ".json", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "data", "codebooks", file, NULL);
      g_autofree char *content = NULL;
      g_autoptr (GBytes) written = asc_codebook_file_write (codebook);

      if (g_getenv ("ASC_UPDATE_GOLDEN") != NULL)
        g_file_set_contents (path, g_bytes_get_data (written, NULL), g_bytes_get_size (written), NULL);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      assert_bytes_equal_text (written, content);
    }
  g_assert_null (asc_codebook_file_builtin ("nothing"));
}

/* The claim frame: its labels, keys and relations are what the rest of the program and its users go by. */
static void
test_default (void)
{
  static const struct { const char *name; gunichar key; AscForm form; AscTakes takes; gboolean hidden; } labels[] = {
    { "claim", 'c', ASC_FORM_BRACKET, ASC_TAKES_SENTENCE, FALSE },
    { "actor", 'a', ASC_FORM_PILL, ASC_TAKES_NAME, FALSE },
    { "date", 'd', ASC_FORM_UNDERLINE, ASC_TAKES_DATE, FALSE },
    { "cue", 'v', ASC_FORM_WAVE, ASC_TAKES_WORD, TRUE },
  };
  static const struct { const char *name, *from, *to; guint max; gboolean expected; } relations[] = {
    { "source", "claim", "actor", 0, TRUE },
    { "addressee", "claim", "actor", 0, FALSE },
    { "cue", "claim", "cue", 1, FALSE },
    { "uttered", "claim", "date", 0, TRUE },
    { "concerns", "claim", "date", 0, FALSE },
    { "quoted-in", "claim", "claim", 1, FALSE },
    { "restates", "claim", "claim", 0, FALSE },
    { "contradicts", "claim", "claim", 0, FALSE },
    { "responds-to", "claim", "claim", 0, FALSE },
  };
  static const char * const attributes[][6] = {
    { "stance", "act", "report", "category", "certainty", NULL },
    { "actor", "kind", NULL },
    { "value", "type", "resolved", NULL },
    { NULL },
  };
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();

  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_labels (codebook)), ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AscLabel *label = asc_codebook_lookup_label (codebook, labels[i].name);
      const AscLabelValues *values = asc_label_get_values (label);

      g_assert_cmpuint (values->key, ==, labels[i].key);
      g_assert_cmpint (values->form, ==, labels[i].form);
      g_assert_cmpint (values->takes, ==, labels[i].takes);
      g_assert_cmpint (values->hidden, ==, labels[i].hidden);
      g_assert_nonnull (values->color);
      g_assert_nonnull (values->description);
      g_assert_nonnull (values->display_name);
      g_assert_nonnull (values->examples);
      for (guint j = 0; attributes[i][j] != NULL; j++)
        g_assert_nonnull (asc_label_lookup_attribute (label, attributes[i][j]));
    }

  g_assert_cmpuint (g_list_model_get_n_items (asc_codebook_get_relation_types (codebook)), ==,
                    G_N_ELEMENTS (relations));
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      AscRelationType *type = asc_codebook_lookup_relation (codebook, relations[i].name);

      g_assert_true (asc_relation_type_allows (type, relations[i].from, relations[i].to));
      g_assert_false (asc_relation_type_allows (type, relations[i].to, "nothing"));
      g_assert_cmpuint (asc_relation_type_get_max (type), ==, relations[i].max);
      g_assert_cmpint (asc_relation_type_get_expected (type), ==, relations[i].expected);
      g_assert_nonnull (asc_relation_type_get_description (type));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codebook-file/full", test_full);
  g_test_add_func ("/codebook-file/least", test_least);
  g_test_add_func ("/codebook-file/unusable", test_unusable);
  g_test_add_func ("/codebook-file/refused", test_refused);
  g_test_add_func ("/codebook-file/rings", test_rings);
  g_test_add_func ("/codebook-file/builtin", test_builtin);
  g_test_add_func ("/codebook-file/default", test_default);
  return g_test_run ();
}
