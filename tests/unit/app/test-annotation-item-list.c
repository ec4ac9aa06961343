/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "asc-annotation-item-list.h"

/* A second list, kept only by what the signals say. */
typedef struct
{
  GListModel *model;
  GPtrArray  *mirror;   /* (element-type AscAnnotationItem) */
  guint       n_signals;
} Mirror;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_signals++;
  g_assert_cmpuint (position + removed, <=, mirror->mirror->len);
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (mirror->mirror, position);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->mirror, position + i, g_list_model_get_item (model, position + i));
}

static void
check (Mirror *mirror, AscAnnotationSet *set)
{
  guint n = asc_annotation_set_get_n (set);

  g_assert_cmpuint (g_list_model_get_n_items (mirror->model), ==, n);
  g_assert_cmpuint (mirror->mirror->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAnnotationItem) item = g_list_model_get_item (mirror->model, i);
      guint                         position;

      g_assert_true (item == g_ptr_array_index (mirror->mirror, i));
      g_assert_true (asc_annotation_item_get_annotation (item) == asc_annotation_set_get_nth (set, i));
      g_assert_true (asc_annotation_item_list_find (mirror->model, asc_annotation_set_get_nth (set, i), &position));
      g_assert_cmpuint (position, ==, i);
    }
}

static void
mirror_init (Mirror *mirror, AscAnnotationItemList *list)
{
  mirror->model = G_LIST_MODEL (list);
  mirror->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  mirror->n_signals = 0;
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), mirror);
  on_items_changed (mirror->model, 0, 0, g_list_model_get_n_items (mirror->model), mirror);
  mirror->n_signals = 0;
}

/* An attribute changes the item, not the list; another label changes the row, not the item. */
static void
test_stable (void)
{
  AppFixture                        fixture;
  g_autoptr (AscAnnotationItemList) list = asc_annotation_item_list_new ();
  g_autoptr (AscAnnotationItem)     item = NULL, again = NULL;
  g_autoptr (AscAnnotation)         noted = NULL, relabelled = NULL;
  Mirror                            mirror;
  AscAnnotation                    *claim;

  app_fixture_init (&fixture);
  asc_annotation_item_list_set_set (list, fixture.set);
  mirror_init (&mirror, list);
  claim = app_fixture_add (&fixture, "claim", 5, 20);
  app_fixture_add (&fixture, "actor", 0, 4);
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  item = g_list_model_get_item (mirror.model, 1);

  noted = asc_annotation_with_note (claim, "unsure");
  g_assert_true (asc_history_put_annotation (fixture.history, fixture.set, noted));
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  g_assert_cmpstr (asc_annotation_get_note (asc_annotation_item_get_annotation (item)), ==, "unsure");

  relabelled = asc_annotation_with_label (noted, "cue");
  g_assert_true (asc_history_put_annotation (fixture.history, fixture.set, relabelled));
  g_assert_cmpuint (mirror.n_signals, ==, 3);
  again = g_list_model_get_item (mirror.model, 1);
  g_assert_true (again == item);
  check (&mirror, fixture.set);

  asc_annotation_item_list_set_set (list, NULL);
  g_assert_cmpuint (mirror.mirror->len, ==, 0);
  g_ptr_array_unref (mirror.mirror);
  app_fixture_clear (&fixture);
}

/* Random edits, single and in bulk, done and undone: list and mirror are the set. */
static void
test_random (void)
{
  static const char *const          labels[] = { "claim", "actor", "date" };
  AppFixture                        fixture;
  g_autoptr (AscAnnotationItemList) list = asc_annotation_item_list_new ();
  Mirror                            mirror;

  app_fixture_init (&fixture);
  asc_annotation_item_list_set_set (list, fixture.set);
  mirror_init (&mirror, list);
  for (guint i = 0; i < 400; i++)
    {
      int n = g_test_rand_int_range (1, 5);

      asc_history_begin (fixture.history, ASC_ACTION_BULK, NULL, NULL);
      while (n-- > 0)
        {
          guint start = g_test_rand_int_range (0, 2000), n_set = asc_annotation_set_get_n (fixture.set);

          if (n_set > 0 && g_test_rand_int_range (0, 3) == 0)
            {
              AscAnnotation *one = asc_annotation_set_get_nth (fixture.set, g_test_rand_int_range (0, n_set));

              asc_history_remove_annotation (fixture.history, fixture.set, asc_annotation_get_id (one));
            }
          else
            app_fixture_add (&fixture, labels[g_test_rand_int_range (0, 3)], start, start + g_test_rand_int_range (1, 60));
        }
      asc_history_end (fixture.history);
      check (&mirror, fixture.set);
      if (g_test_rand_int_range (0, 4) == 0)
        {
          asc_history_undo (fixture.history);
          check (&mirror, fixture.set);
        }
    }
  while (asc_history_undo (fixture.history))
    check (&mirror, fixture.set);
  g_assert_cmpuint (mirror.mirror->len, ==, 0);
  g_ptr_array_unref (mirror.mirror);
  app_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-item-list/stable", test_stable);
  g_test_add_func ("/annotation-item-list/random", test_random);
  return g_test_run ();
}
