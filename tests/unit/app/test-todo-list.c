/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "asc-todo-list.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The other way to compute it: look at all. */
static void
check (AscTodoList *list, AppFixture *fixture)
{
  guint        n = 0;

  for (guint i = 0; i < asc_annotation_set_get_n (fixture->set); i++)
    {
      AscAnnotation           *annotation = asc_annotation_set_get_nth (fixture->set, i);
      const char              *missing = NULL;
      AscTodo                  todo = asc_todo_find (fixture->set, fixture->project, annotation, &missing);
      g_autoptr (AscTodoItem)  item = NULL;

      if (todo == ASC_TODO_NONE)
        continue;
      item = g_list_model_get_item (G_LIST_MODEL (list), n++);
      g_assert_nonnull (item);
      g_assert_true (asc_todo_item_get_annotation (item) == annotation);
      g_assert_cmpint (asc_todo_item_get_todo (item), ==, todo);
      g_assert_cmpstr (asc_todo_item_get_missing (item), ==, missing);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

static void
test_claim (void)
{
  AppFixture                fixture;
  g_autoptr (AscTodoList)   list = asc_todo_list_new ();
  g_autoptr (AscRelation)   source = NULL, uttered = NULL;
  g_autoptr (AscTodoItem)   item = NULL;
  AscAnnotation            *claim, *actor, *date;

  app_fixture_init (&fixture);
  asc_todo_list_set_set (list, fixture.set, fixture.project);
  settle ();
  claim = app_fixture_add (&fixture, "claim", 10, 30);
  actor = app_fixture_add (&fixture, "actor", 0, 4);
  date = app_fixture_add (&fixture, "date", 5, 9);
  check (list, &fixture);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (asc_todo_item_get_missing (item), ==, "source");

  source = asc_relation_new (NULL, "source", asc_annotation_get_id (claim), asc_annotation_get_id (actor));
  g_assert_true (asc_history_put_relation (fixture.history, fixture.set, source));
  check (list, &fixture);
  g_clear_object (&item);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (asc_todo_item_get_missing (item), ==, "uttered");

  uttered = asc_relation_new (NULL, "uttered", asc_annotation_get_id (claim), asc_annotation_get_id (date));
  g_assert_true (asc_history_put_relation (fixture.history, fixture.set, uttered));
  check (list, &fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  /* Without the actor there is no source again. */
  g_assert_true (asc_history_remove_annotation (fixture.history, fixture.set, asc_annotation_get_id (actor)));
  check (list, &fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  asc_todo_list_set_set (list, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  app_fixture_clear (&fixture);
}

static void
test_random (void)
{
  AppFixture              fixture;
  g_autoptr (AscTodoList) list = asc_todo_list_new ();

  app_fixture_init (&fixture);
  for (guint i = 0; i < 60; i++)
    app_fixture_add (&fixture, i % 3 ? "claim" : "actor", 20 * i, 20 * i + 10);
  asc_todo_list_set_set (list, fixture.set, fixture.project);
  /* An edit before the first look is over. */
  app_fixture_add (&fixture, "claim", 3, 5);
  settle ();
  check (list, &fixture);

  for (guint i = 0; i < 300; i++)
    {
      guint          n = asc_annotation_set_get_n (fixture.set);
      AscAnnotation *one = asc_annotation_set_get_nth (fixture.set, g_test_rand_int_range (0, n));
      AscAnnotation *other = asc_annotation_set_get_nth (fixture.set, g_test_rand_int_range (0, n));

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          app_fixture_add (&fixture, "claim", g_test_rand_int_range (0, 1000), 1000 + g_test_rand_int_range (1, 100));
          break;
        case 1:
          if (n > 10)
            asc_history_remove_annotation (fixture.history, fixture.set, asc_annotation_get_id (one));
          break;
        case 2:
          {
            g_autoptr (AscRelation) relation = asc_relation_new (NULL, "source", asc_annotation_get_id (one), asc_annotation_get_id (other));

            asc_history_put_relation (fixture.history, fixture.set, relation);
            break;
          }
        default:
          asc_history_undo (fixture.history);
        }
      check (list, &fixture);
    }
  app_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todo-list/claim", test_claim);
  g_test_add_func ("/todo-list/random", test_random);
  return g_test_run ();
}
