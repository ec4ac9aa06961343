/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-list.h"
#include "fixture.h"

static void
assert_list (AscAnnotationList *list,
             const char        *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < asc_annotation_list_get_n (list); i++)
    g_string_append (ids, asc_annotation_get_id (asc_annotation_list_get_nth (list, i)));
  g_assert_cmpstr (ids->str, ==, expected);
  asc_annotation_list_check_consistency (list);
}

static void
assert_change (AscAnnotationList *list,
               guint              position,
               guint              n_removed,
               guint              n_added)
{
  AscListChange change;

  g_assert_true (asc_annotation_list_take_change (list, &change));
  g_assert_cmpuint (change.position, ==, position);
  g_assert_cmpuint (change.n_removed, ==, n_removed);
  g_assert_cmpuint (change.n_added, ==, n_added);
  g_assert_false (asc_annotation_list_take_change (list, &change));
}

/* "a" starts at 0, "b" at 10 and so on. */
static AscAnnotation *
letter (char id)
{
  const char name[] = { id, '\0' };

  return fixture_annotation (name, "claim", (guint) (id - 'a') * 10, (guint) (id - 'a') * 10 + 5);
}

static void
add (AscAnnotationList *list,
     const char        *ids)
{
  for (; *ids != '\0'; ids++)
    {
      g_autoptr (AscAnnotation) annotation = letter (*ids);

      asc_annotation_list_add (list, annotation);
    }
}

static void
drop (AscAnnotationList *list,
      const char        *ids)
{
  for (; *ids != '\0'; ids++)
    {
      g_autoptr (AscAnnotation) annotation = letter (*ids);

      asc_annotation_list_remove (list, asc_annotation_list_get_nth (list, asc_annotation_list_get_place (list, annotation)));
    }
}

static void
test_changes_are_the_least (void)
{
  g_autoptr (AscAnnotationList) list = asc_annotation_list_new ();

  add (list, "geci");
  assert_list (list, "cegi");
  assert_change (list, 0, 0, 4);

  add (list, "f");
  assert_list (list, "cefgi");
  assert_change (list, 2, 0, 1);

  drop (list, "e");
  assert_change (list, 1, 1, 0);

  drop (list, "f");
  add (list, "dh");
  assert_list (list, "cdghi");
  assert_change (list, 1, 2, 3);
}

/* What is looked at in between is told as one change all the same. */
static void
test_looks_in_between (void)
{
  g_autoptr (AscAnnotationList) list = asc_annotation_list_new ();

  add (list, "cdefgh");
  assert_change (list, 0, 0, 6);
  drop (list, "d");
  assert_list (list, "cefgh");
  add (list, "d");
  assert_list (list, "cdefgh");
  drop (list, "g");
  assert_list (list, "cdefh");
  assert_change (list, 1, 4, 3);
}

static void
test_added_and_gone (void)
{
  g_autoptr (AscAnnotationList) list = asc_annotation_list_new ();
  g_autoptr (AscAnnotation)     a = letter ('a');
  g_autoptr (AscAnnotation)     edited = asc_annotation_with_note (a, "x");
  AscListChange                 change;

  asc_annotation_list_add (list, a);
  asc_annotation_list_remove (list, a);
  g_assert_false (asc_annotation_list_take_change (list, &change));

  /* Another object in the same place. */
  asc_annotation_list_add (list, a);
  asc_annotation_list_get_n (list);
  asc_annotation_list_remove (list, a);
  asc_annotation_list_add (list, edited);
  g_assert_true (asc_annotation_list_get_nth (list, 0) == edited);
  g_assert_null (asc_annotation_list_get_nth (list, 1));
}

static void
test_holds_references (void)
{
  AscAnnotationList *list = asc_annotation_list_new ();
  AscAnnotation     *listed = letter ('a'), *pending = letter ('b');

  asc_annotation_list_add (list, listed);
  asc_annotation_list_get_n (list);
  asc_annotation_list_add (list, pending);
  g_object_add_weak_pointer (G_OBJECT (listed), (gpointer *) &listed);
  g_object_add_weak_pointer (G_OBJECT (pending), (gpointer *) &pending);
  g_object_unref (listed);
  g_object_unref (pending);
  g_assert_true (listed != NULL && pending != NULL);
  asc_annotation_list_free (list);
  g_assert_true (listed == NULL && pending == NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-list/changes-are-the-least", test_changes_are_the_least);
  g_test_add_func ("/annotation-list/looks-in-between", test_looks_in_between);
  g_test_add_func ("/annotation-list/added-and-gone", test_added_and_gone);
  g_test_add_func ("/annotation-list/holds-references", test_holds_references);
  return g_test_run ();
}
