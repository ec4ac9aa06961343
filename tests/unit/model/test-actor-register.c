/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "asc-actor-register-private.h"

static void
put (AscActorRegister *actors,
     const char       *id,
     const char       *name,
     const char       *alias)
{
  char                *aliases[] = { (char *) alias, NULL };
  const AscActorValues values = { .id = (char *) id, .name = (char *) name, .aliases = alias != NULL ? aliases : NULL };
  g_autoptr (AscActor) actor = asc_actor_new (&values);

  asc_actor_register_put (actors, actor);
}

static void
assert_order (AscActorRegister *actors,
              const char       *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (actors)); i++)
    {
      g_autoptr (AscActor) actor = g_list_model_get_item (G_LIST_MODEL (actors), i);

      g_string_append (order, asc_actor_get_id (actor));
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_list_by_name (void)
{
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
  g_autoptr (Shadow)           shadow = shadow_new (actors);

  put (actors, "c", "Carol", NULL);
  put (actors, "a", "Alice", NULL);
  put (actors, "b", "Bob", NULL);
  assert_order (actors, "abc");
  put (actors, "a", "Zoe", NULL);
  assert_order (actors, "bca");
  g_assert_cmpuint (shadow->n_signals, ==, 4);
  asc_actor_register_remove (actors, "c");
  asc_actor_register_remove (actors, "c");
  assert_order (actors, "ba");
  g_assert_cmpuint (shadow->n_signals, ==, 5);
  shadow_check (shadow);
  g_assert_cmpstr (asc_actor_get_name (asc_actor_register_lookup (actors, "a")), ==, "Zoe");
  g_assert_null (asc_actor_register_lookup (actors, "c"));
}

static void
test_find_called (void)
{
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();

  put (actors, "a", "Alice", "the minister");
  put (actors, "b", "The Minister", "Bob");
  g_assert_cmpstr (asc_actor_get_id (asc_actor_register_find_called (actors, "ALICE")), ==, "a");
  g_assert_cmpstr (asc_actor_get_id (asc_actor_register_find_called (actors, "bob")), ==, "b");
  /* A name comes before an alias. */
  g_assert_cmpstr (asc_actor_get_id (asc_actor_register_find_called (actors, "the  minister")), ==, "b");
  put (actors, "b", "Bob", NULL);
  g_assert_cmpstr (asc_actor_get_id (asc_actor_register_find_called (actors, "the  minister")), ==, "a");
  asc_actor_register_remove (actors, "a");
  g_assert_null (asc_actor_register_find_called (actors, "the minister"));
  g_assert_null (asc_actor_register_find_called (actors, ""));
}

static void
assert_found (AscActorRegister *actors,
              const char       *typed,
              guint             max,
              const char       *expected)
{
  g_autoptr (GPtrArray) found = asc_actor_register_search (actors, typed, max);
  g_autoptr (GString)   ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append (ids, asc_actor_get_id (found->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_search (void)
{
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();

  put (actors, "1", "Anna Müller", NULL);
  put (actors, "2", "Muller-Institute", NULL);
  put (actors, "3", "Schmullerich", NULL);
  put (actors, "4", "Zoe", "Müllerin");
  put (actors, "5", "Bob", NULL);

  assert_found (actors, "MULLER", 9, "2413");
  assert_found (actors, "müller", 2, "24");
  assert_found (actors, "institute", 9, "2");
  assert_found (actors, "anna  m", 9, "1");
  assert_found (actors, "", 2, "15");
  assert_found (actors, "nobody", 9, "");
  assert_found (actors, "b", 0, "");
}

static void
test_free_id (void)
{
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
  g_autofree char             *first = asc_actor_register_free_id (actors, "Bob");
  g_autofree char             *second = NULL;
  g_autofree char             *unnamed = asc_actor_register_free_id (actors, "…");

  g_assert_cmpstr (first, ==, "bob");
  put (actors, "bob", "Bob", NULL);
  second = asc_actor_register_free_id (actors, "Bob");
  g_assert_cmpstr (second, ==, "bob-2");
  g_assert_cmpstr (unnamed, ==, "actor");
}

static void
test_finalize (void)
{
  AscActorRegister *actors = asc_actor_register_new ();

  put (actors, "a", "Alice", "A.");
  asc_actor_register_set_extra (actors, "{}");
  g_assert_cmpstr (asc_actor_register_get_extra (actors), ==, "{}");
  assert_finalize (actors);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-register/list-by-name", test_list_by_name);
  g_test_add_func ("/actor-register/find-called", test_find_called);
  g_test_add_func ("/actor-register/search", test_search);
  g_test_add_func ("/actor-register/free-id", test_free_id);
  g_test_add_func ("/actor-register/finalize", test_finalize);
  return g_test_run ();
}
