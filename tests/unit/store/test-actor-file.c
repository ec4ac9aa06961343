/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-actor-file.h"

#include "store-test.h"

static const char full[] =
  "{\n"
  "  \"format\": \"ascribe-actors/1\",\n"
  "  \"actors\": [\n"
  "    {\"id\": \"merkel\", \"name\": \"Angela Merkel\", \"type\": \"person\", \"aliases\": [\"Merkel\", \"Bundeskanzlerin\"], \"external_id\": \"Q567\", \"roles\": [{\"name\": \"Chancellor\", \"from\": \"2005-11-22\", \"to\": \"2021-12-08\", \"of\": \"Germany\"}, {\"name\": \"MP\"}], \"note\": \"A note\", \"gender\": \"f\"},\n"
  "    {\"id\": \"wang-zhisheng\", \"name\": \"Wang Zhisheng\"}\n"
  "  ],\n"
  "  \"source\": \"Wikidata\"\n"
  "}\n";

static AscActorRegister *
parse (const char *text,
       GPtrArray  *problems)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (asc_actor_file_parse (bytes, "actors.json", actors, problems, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&actors);
}

static void
test_full (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscActorRegister) actors = parse (full, problems);
  g_autoptr (GBytes) written = asc_actor_file_write (actors);
  const AscActorValues *values;
  const AscActorRole *role;

  assert_no_problems (problems);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, 2);
  values = asc_actor_get_values (asc_actor_register_lookup (actors, "merkel"));
  g_assert_cmpstr (values->name, ==, "Angela Merkel");
  g_assert_cmpstr (values->type, ==, "person");
  g_assert_cmpstr (values->aliases[1], ==, "Bundeskanzlerin");
  g_assert_cmpstr (values->external_id, ==, "Q567");
  g_assert_cmpstr (values->note, ==, "A note");
  g_assert_cmpstr (values->extra, ==, "{\"gender\": \"f\"}");
  g_assert_cmpuint (values->roles->len, ==, 2);
  role = g_ptr_array_index (values->roles, 0);
  g_assert_cmpstr (role->to, ==, "2021-12-08");
  g_assert_cmpstr (role->extra, ==, "{\"of\": \"Germany\"}");
  g_assert_true (asc_actor_register_find_called (actors, "bundeskanzlerin") ==
                 asc_actor_register_lookup (actors, "merkel"));
  assert_bytes_equal_text (written, full);
}

/* The file's order is by id, whatever the order of names in this locale or in the file. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) problems = problems_new ();
  g_autoptr (AscActorRegister) actors =
    parse ("{\"format\": \"ascribe-actors/1\", \"actors\": [{\"id\": \"b\", \"name\": \"A\"}, {\"id\": \"a\", \"name\": \"Z\"},"
           " {\"id\": \"C\", \"name\": \"M\"}]}", problems);
  g_autoptr (GBytes) written = asc_actor_file_write (actors);

  assert_bytes_equal_text (written,
                           "{\n  \"format\": \"ascribe-actors/1\",\n  \"actors\": [\n"
                           "    {\"id\": \"C\", \"name\": \"M\"},\n"
                           "    {\"id\": \"a\", \"name\": \"Z\"},\n"
                           "    {\"id\": \"b\", \"name\": \"A\"}\n"
                           "  ]\n}\n");
}

static void
test_unusable (void)
{
  g_autoptr (GPtrArray) problems = problems_new (), again = problems_new ();
  g_autoptr (AscActorRegister) actors =
    parse ("{\"format\": \"ascribe-actors/1\", \"actors\": [5, {\"id\": \"a\"}, {\"name\": \"A\"}, {\"id\": \"a b\", \"name\": \"A\"}, {\"id\": 1, \"name\": \"A\"},"
           "{\"id\": \"a\", \"name\": \"A\", \"aliases\": [\"x\", 1], \"type\": 2, \"roles\": [{\"from\": \"2001\"}, 3, {\"name\": \"R\", \"to\": 4}]},"
           "{\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"b\", \"name\": \"Other\"}]}", problems);
  g_autoptr (AscActorRegister) second = NULL;
  g_autoptr (GBytes) written = asc_actor_file_write (actors), rewritten = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  guint i = 0;

  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/0");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/1");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/2");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/3/id");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/4/id");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/5/aliases/1");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/5/roles/0");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/5/roles/1");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/5/roles/2/to");
  assert_problem (problems, i++, ASC_STORE_ERROR_FORMAT, "/actors/5/type");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/actors/7/id");
  assert_problem (problems, i++, ASC_STORE_ERROR_DUPLICATE, "/actors/8/id");
  g_assert_cmpuint (problems->len, ==, i);

  assert_bytes_equal_text (written,
                           "{\n  \"format\": \"ascribe-actors/1\",\n  \"actors\": [\n"
                           "    {\"id\": \"a\", \"name\": \"A\", \"aliases\": [\"x\"], \"roles\": [{\"name\": \"R\", \"unusable_to\": 4}],"
                           " \"unusable_aliases\": [\"x\", 1], \"unusable_type\": 2, \"unusable_roles\": [{\"from\": \"2001\"}, 3]},\n"
                           "    {\"id\": \"b\", \"name\": \"B\"},\n"
                           "    {\"id\": \"b-2\", \"name\": \"Other\"}\n"
                           "  ],\n"
                           "  \"unusable_actors\": [\n"
                           "    5,\n"
                           "    {\"id\": \"a\"},\n"
                           "    {\"name\": \"A\"},\n"
                           "    {\"id\": \"a b\", \"name\": \"A\"},\n"
                           "    {\"id\": 1, \"name\": \"A\"}\n"
                           "  ]\n}\n");
  second = parse (text, again);
  assert_no_problems (again);
  rewritten = asc_actor_file_write (second);
  assert_bytes_equal_text (rewritten, text);
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", ASC_STORE_ERROR_EMPTY },
    { "[", ASC_STORE_ERROR_SYNTAX },
    { "{\"format\": \"ascribe-codebook/1\"}", ASC_STORE_ERROR_FORMAT },
    { "{\"format\": \"ascribe-actors/2\"}", ASC_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = bytes_of (cases[i].text);
      g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
      g_autoptr (GPtrArray) problems = problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (asc_actor_file_parse (bytes, "actors.json", actors, problems, &error));
      g_assert_error (error, ASC_STORE_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-file/full", test_full);
  g_test_add_func ("/actor-file/order", test_order);
  g_test_add_func ("/actor-file/unusable", test_unusable);
  g_test_add_func ("/actor-file/refused", test_refused);
  return g_test_run ();
}
