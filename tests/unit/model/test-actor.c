/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "asc-actor.h"

static AscActor *
wang (void)
{
  char           *aliases[] = { (char *) "Dr. Wang", (char *) "王志胜", NULL };
  AscActorRole    role = { (char *) "spokesman", (char *) "2019", NULL };
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  const AscActorValues values = { .id = (char *) "wang", .name = (char *) "Wang Zhisheng", .type = (char *) "person",
                                  .aliases = aliases, .external_id = (char *) "Q1", .note = (char *) "n", .roles = roles,
                                  .extra = (char *) "{}" };

  g_ptr_array_add (roles, &role);
  return asc_actor_new (&values);
}

static void
test_values (void)
{
  g_autoptr (AscActor)  actor = wang ();
  const AscActorValues *values = asc_actor_get_values (actor);

  g_assert_cmpstr (asc_actor_get_id (actor), ==, "wang");
  g_assert_cmpstr (asc_actor_get_name (actor), ==, "Wang Zhisheng");
  g_assert_cmpstr (values->type, ==, "person");
  g_assert_cmpstr (values->aliases[1], ==, "王志胜");
  g_assert_cmpstr (((AscActorRole *) values->roles->pdata[0])->from, ==, "2019");
  g_assert_null (((AscActorRole *) values->roles->pdata[0])->to);
}

static void
test_id_from_name (void)
{
  const AscActorValues values = { .name = (char *) "Élysée Palace" };
  g_autoptr (AscActor) actor = asc_actor_new (&values);

  g_assert_cmpstr (asc_actor_get_id (actor), ==, "elysee-palace");
}

static void
test_is_called (void)
{
  g_autoptr (AscActor) actor = wang ();

  g_assert_true (asc_actor_is_called (actor, "wang zhisheng"));
  g_assert_true (asc_actor_is_called (actor, "  WANG\n Zhisheng "));
  g_assert_true (asc_actor_is_called (actor, "Dr.\302\240Wang"));
  g_assert_true (asc_actor_is_called (actor, "王志胜"));
  g_assert_false (asc_actor_is_called (actor, "Wang"));
  g_assert_false (asc_actor_is_called (actor, " "));
  g_assert_false (asc_actor_is_called (actor, ""));
}

static void
test_fold (void)
{
  g_autofree char *decomposed = asc_actor_fold_name ("e\314\201tat");
  g_autofree char *composed = asc_actor_fold_name ("ÉTAT");
  g_autofree char *wide = asc_actor_fold_name ("Ｗａｎｇ");
  g_autofree char *sharp = asc_actor_fold_name ("Strauß");
  g_autofree char *nothing = asc_actor_fold_name (" \t\n");

  g_assert_cmpstr (decomposed, ==, composed);
  g_assert_cmpstr (wide, ==, "wang");
  g_assert_cmpstr (sharp, ==, "strauss");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_equal (void)
{
  g_autoptr (AscActor) actor = wang ();
  g_autoptr (AscActor) same = wang ();
  AscActorValues       values = *asc_actor_get_values (actor);
  g_autoptr (AscActor) without_roles = NULL;
  g_autoptr (AscActor) without_aliases = NULL;

  values.roles = NULL;
  without_roles = asc_actor_new (&values);
  values.aliases = NULL;
  without_aliases = asc_actor_new (&values);
  g_assert_true (asc_actor_equal (actor, same));
  g_assert_false (asc_actor_equal (actor, without_roles));
  g_assert_false (asc_actor_equal (without_roles, without_aliases));
}

static void
test_finalize (void)
{
  assert_finalize (wang ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor/values", test_values);
  g_test_add_func ("/actor/id-from-name", test_id_from_name);
  g_test_add_func ("/actor/is-called", test_is_called);
  g_test_add_func ("/actor/fold", test_fold);
  g_test_add_func ("/actor/equal", test_equal);
  g_test_add_func ("/actor/finalize", test_finalize);
  return g_test_run ();
}
