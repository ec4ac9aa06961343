/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-set-private.h"
#include "fixture.h"

static const char text[] = "“I will go,” said Anna on Monday. “Not now.”";

static AscAnnotationSet *
new_set (void)
{
  g_autoptr (AscArticle) article = fixture_article (text);

  return asc_annotation_set_new (article, "mia");
}

static void
put (AscAnnotationSet *set,
     const char       *id,
     const char       *label,
     guint             start,
     guint             end)
{
  g_autoptr (AscAnnotation) annotation = fixture_annotation (id, label, start, end);

  asc_annotation_set_put (set, annotation);
}

static void
relate (AscAnnotationSet *set,
        const char       *id,
        const char       *from,
        const char       *to)
{
  g_autoptr (AscRelation) relation = asc_relation_new (id, "source", from, to);

  asc_annotation_set_put_relation (set, relation);
}

static void
assert_ids (GPtrArray  *annotations,
            const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < annotations->len; i++)
    g_string_append (ids, asc_annotation_get_id (annotations->pdata[i]));
  g_ptr_array_unref (annotations);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_new (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();

  g_assert_cmpstr (asc_annotation_set_get_coder (set), ==, "mia");
  g_assert_cmpstr (asc_article_get_id (asc_annotation_set_get_article (set)), ==, "article");
  g_assert_cmpint (asc_annotation_set_get_state (set), ==, ASC_STATE_UNREAD);
  g_assert_cmpuint (asc_annotation_set_get_read_to (set), ==, 0);
  g_assert_false (asc_annotation_set_get_read_only (set));
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
  g_assert_null (asc_annotation_set_get_nth (set, 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (set)) == ASC_TYPE_ANNOTATION);
  asc_annotation_set_check_consistency (set);
}

static void
test_quote_is_filled_in (void)
{
  static const char *const     wrong[] = { "Bob", NULL };
  const AscSpan                spans[] = { { 1, 11 }, { 35, 42 } };
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (AscSpanSet)       holed = asc_span_set_new (spans, 2);
  g_autoptr (AscAnnotation)    claim = asc_annotation_new ("c", "claim", holed);
  g_autoptr (AscAnnotation)    actor = fixture_annotation ("a", "actor", 18, 22);
  g_autoptr (AscAnnotation)    misquoted = asc_annotation_with_quote (actor, wrong);
  g_autoptr (AscAnnotation)    right = NULL;
  g_autoptr (AscAnnotation)    again = NULL;
  AscAnnotation               *held;

  asc_annotation_set_put (set, claim);
  held = asc_annotation_set_lookup (set, "c");
  g_assert_cmpstr (asc_annotation_get_quote (held)[0], ==, "I will go,");
  g_assert_cmpstr (asc_annotation_get_quote (held)[1], ==, "Not now");
  g_assert_cmpint (asc_annotation_get_modified (held), ==, asc_annotation_get_modified (claim));

  right = asc_annotation_set_quoted (set, misquoted);
  g_assert_cmpstr (asc_annotation_get_quote (right)[0], ==, "Anna");
  again = asc_annotation_set_quoted (set, right);
  g_assert_true (again == right);
}

static void
test_lookups (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (AscSpanSet)       anna = asc_span_set_new_single (18, 22);
  guint                        position = 99;

  put (set, "d", "date", 26, 32);
  put (set, "c", "claim", 1, 11);
  put (set, "a", "actor", 18, 22);
  put (set, "b", "cue", 18, 22);

  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 4);
  g_assert_true (asc_annotation_set_get_position (set, "b", &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (asc_annotation_set_get_position (set, "x", &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_find_same (set, "cue", anna)), ==, "b");
  g_assert_null (asc_annotation_set_find_same (set, "claim", anna));
  g_assert_cmpuint (asc_annotation_set_count_label (set, "actor"), ==, 1);
  g_assert_cmpuint (asc_annotation_set_count_label (set, "other"), ==, 0);
  assert_ids (asc_annotation_set_query (set, &ASC_SPAN (10, 19)), "cab");

  put (set, "a", "date", 20, 22);
  g_assert_cmpuint (asc_annotation_set_count_label (set, "actor"), ==, 0);
  g_assert_cmpuint (asc_annotation_set_count_label (set, "date"), ==, 2);
  g_assert_null (asc_annotation_set_find_same (set, "actor", anna));
  asc_annotation_set_check_consistency (set);
}

static void
test_stack (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();

  put (set, "l", "claim", 0, 33);
  put (set, "m", "claim", 18, 32);
  put (set, "a", "actor", 18, 22);
  put (set, "b", "cue", 18, 22);
  put (set, "e", "date", 23, 25);

  assert_ids (asc_annotation_set_stack_at (set, 19), "abml");
  assert_ids (asc_annotation_set_stack_at (set, 18), "abml");
  /* The caret after a word's last letter still is at the word. */
  assert_ids (asc_annotation_set_stack_at (set, 22), "abml");
  assert_ids (asc_annotation_set_stack_at (set, 23), "eml");
  assert_ids (asc_annotation_set_stack_at (set, 0), "l");
  assert_ids (asc_annotation_set_stack_at (set, 34), "");
  assert_ids (asc_annotation_set_stack_at (set, G_MAXUINT), "");
}

/* In the hole of an annotation there is none of it. */
static void
test_stack_of_holes (void)
{
  const AscSpan                spans[] = { { 1, 11 }, { 35, 42 } };
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (AscSpanSet)       holed = asc_span_set_new (spans, 2);
  g_autoptr (AscAnnotation)    claim = asc_annotation_new ("c", "claim", holed);

  asc_annotation_set_put (set, claim);
  put (set, "s", "actor", 0, 18);
  assert_ids (asc_annotation_set_stack_at (set, 5), "cs");
  assert_ids (asc_annotation_set_stack_at (set, 11), "cs");
  assert_ids (asc_annotation_set_stack_at (set, 15), "s");
  assert_ids (asc_annotation_set_stack_at (set, 40), "c");
}

static void
test_reading_order (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (AscAnnotation)    b = NULL;

  put (set, "a", "claim", 1, 11);
  put (set, "b", "actor", 18, 22);
  put (set, "c", "date", 26, 32);
  b = g_object_ref (asc_annotation_set_lookup (set, "b"));

  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_next (set, b, 0)), ==, "c");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_previous (set, b, 0)), ==, "a");
  g_assert_null (asc_annotation_set_next (set, asc_annotation_set_lookup (set, "c"), 0));
  g_assert_null (asc_annotation_set_previous (set, asc_annotation_set_lookup (set, "a"), 99));

  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_next (set, NULL, 0)), ==, "a");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_next (set, NULL, 18)), ==, "b");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_next (set, NULL, 19)), ==, "c");
  g_assert_null (asc_annotation_set_next (set, NULL, 27));
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_previous (set, NULL, 99)), ==, "c");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_previous (set, NULL, 18)), ==, "a");
  g_assert_null (asc_annotation_set_previous (set, NULL, 1));

  /* From the place of one that is gone, or was edited. */
  asc_annotation_set_remove (set, "b");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_next (set, b, 0)), ==, "c");
  g_assert_cmpstr (asc_annotation_get_id (asc_annotation_set_previous (set, b, 0)), ==, "a");
  put (set, "b", "actor", 34, 36);
  g_assert_null (asc_annotation_set_next (set, b, 0));
}

static void
test_relations (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (GPtrArray)        from = NULL;
  g_autoptr (GPtrArray)        to = NULL;
  guint                        n_changed = 0, n_notify = 0;

  put (set, "c", "claim", 1, 11);
  put (set, "a", "actor", 18, 22);
  put (set, "b", "actor", 26, 32);
  g_signal_connect_swapped (set, "relation-changed", G_CALLBACK (count_up), &n_changed);
  g_signal_connect_swapped (set, "notify::n-relations", G_CALLBACK (count_up), &n_notify);

  relate (set, "r", "c", "a");
  relate (set, "s", "c", "b");
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_notify, ==, 2);
  relate (set, "s", "a", "b");
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (n_notify, ==, 2);
  asc_annotation_set_check_consistency (set);

  from = asc_annotation_set_relations_from (set, "c");
  to = asc_annotation_set_relations_to (set, "b");
  g_assert_cmpuint (from->len, ==, 1);
  g_assert_cmpuint (to->len, ==, 1);
  g_assert_cmpstr (asc_relation_get_from (to->pdata[0]), ==, "a");

  asc_annotation_set_remove_relation (set, "r");
  asc_annotation_set_remove_relation (set, "r");
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_null (asc_annotation_set_lookup_relation (set, "r"));
  asc_annotation_set_check_consistency (set);
}

static void
on_annotation_changed (AscAnnotationSet *set,
                       AscAnnotation    *before,
                       AscAnnotation    *after,
                       GString          *told)
{
  g_string_append_printf (told, "%s%s→%s ", asc_annotation_get_id (before != NULL ? before : after),
                          before != NULL ? asc_annotation_get_label (before) : "",
                          after != NULL ? asc_annotation_get_label (after) : "");
}

static void
test_batch (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (Shadow)           shadow = shadow_new (set);
  g_autoptr (GString)          told = g_string_new (NULL);

  put (set, "a", "x", 1, 2);
  put (set, "b", "x", 3, 4);
  g_signal_connect (set, "annotation-changed", G_CALLBACK (on_annotation_changed), told);
  shadow->n_signals = 0;

  asc_annotation_set_begin_batch (set);
  asc_annotation_set_begin_batch (set);
  put (set, "c", "x", 5, 6);
  put (set, "a", "y", 1, 2);
  put (set, "a", "z", 1, 2);
  put (set, "d", "x", 7, 8);
  asc_annotation_set_remove (set, "d");
  asc_annotation_set_remove (set, "b");
  asc_annotation_set_end_batch (set);
  g_assert_cmpuint (shadow->n_signals, ==, 0);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 2);
  asc_annotation_set_end_batch (set);

  g_assert_cmpuint (shadow->n_signals, ==, 1);
  shadow_check (shadow);
  g_assert_cmpstr (told->str, ==, "c→x ax→z bx→ ");

  asc_annotation_set_begin_batch (set);
  asc_annotation_set_end_batch (set);
  asc_annotation_set_begin_batch (set);
  put (set, "e", "x", 7, 8);
  asc_annotation_set_remove (set, "e");
  asc_annotation_set_end_batch (set);
  g_assert_cmpuint (shadow->n_signals, ==, 1);
  g_assert_cmpstr (told->str, ==, "c→x ax→z bx→ ");
}

/* A handler may change the set again; everybody still hears of everything. */
static void
put_another (AscAnnotationSet *set)
{
  if (asc_annotation_set_get_n (set) == 1)
    put (set, "b", "x", 3, 4);
}

static void
test_change_in_handler (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  g_autoptr (Shadow)           shadow = shadow_new (set);

  g_signal_connect (set, "annotation-changed", G_CALLBACK (put_another), NULL);
  put (set, "a", "x", 1, 2);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 2);
  g_assert_cmpuint (shadow->n_signals, ==, 2);
  shadow_check (shadow);
}

static void
test_notify (void)
{
  g_autoptr (AscAnnotationSet) set = new_set ();
  guint                        n_state = 0, n_read_to = 0, n_read_only = 0;

  g_signal_connect_swapped (set, "notify::state", G_CALLBACK (count_up), &n_state);
  g_signal_connect_swapped (set, "notify::read-to", G_CALLBACK (count_up), &n_read_to);
  g_signal_connect_swapped (set, "notify::read-only", G_CALLBACK (count_up), &n_read_only);
  asc_annotation_set_set_state (set, ASC_STATE_READING, 0);
  asc_annotation_set_set_state (set, ASC_STATE_READING, 5);
  asc_annotation_set_set_read_only (set, TRUE);
  asc_annotation_set_set_read_only (set, TRUE);
  asc_annotation_set_set_extra (set, "{}");
  g_assert_cmpuint (n_state, ==, 1);
  g_assert_cmpuint (n_read_to, ==, 1);
  g_assert_cmpuint (n_read_only, ==, 1);
  g_assert_cmpstr (asc_annotation_set_get_extra (set), ==, "{}");
}

static void
test_finalize (void)
{
  AscAnnotationSet *set = new_set ();
  AscAnnotation    *annotation;
  AscArticle       *article = asc_annotation_set_get_article (set);

  put (set, "a", "actor", 18, 22);
  put (set, "b", "claim", 18, 22);
  relate (set, "r", "b", "a");
  annotation = asc_annotation_set_lookup (set, "a");
  g_object_add_weak_pointer (G_OBJECT (annotation), (gpointer *) &annotation);
  g_object_add_weak_pointer (G_OBJECT (article), (gpointer *) &article);
  assert_finalize (set);
  g_assert_null (annotation);
  g_assert_null (article);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation-set/new", test_new);
  g_test_add_func ("/annotation-set/quote-is-filled-in", test_quote_is_filled_in);
  g_test_add_func ("/annotation-set/lookups", test_lookups);
  g_test_add_func ("/annotation-set/stack", test_stack);
  g_test_add_func ("/annotation-set/stack-of-holes", test_stack_of_holes);
  g_test_add_func ("/annotation-set/reading-order", test_reading_order);
  g_test_add_func ("/annotation-set/relations", test_relations);
  g_test_add_func ("/annotation-set/batch", test_batch);
  g_test_add_func ("/annotation-set/change-in-handler", test_change_in_handler);
  g_test_add_func ("/annotation-set/notify", test_notify);
  g_test_add_func ("/annotation-set/finalize", test_finalize);
  return g_test_run ();
}
