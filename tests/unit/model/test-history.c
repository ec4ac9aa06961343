/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-history-private.h"
#include "asc-annotation-set-private.h"
#include "fixture.h"

static gint64 now_usec;

static gint64
fake_clock (void)
{
  return now_usec;
}

typedef struct
{
  AscAnnotationSet *set;
  AscHistory       *history;
  GString          *stepped;     /* what was told, in words */
  guint             n_changed;
} Fixture;

static void
on_stepped (AscHistory       *history,
            gboolean          undone,
            AscAction         action,
            const char       *subject,
            AscAnnotationSet *set,
            const char       *annotation_id,
            Fixture          *fixture)
{
  g_assert_true (set == NULL || set == fixture->set);
  g_string_append_printf (fixture->stepped, "%s%d:%s:%s ", undone ? "-" : "", action, subject,
                          annotation_id != NULL ? annotation_id : "");
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (AscArticle) article = fixture_long_article (100);

  fixture->set = asc_annotation_set_new (article, "mia");
  fixture->history = asc_history_new ();
  fixture->stepped = g_string_new (NULL);
  asc_history_set_clock (fixture->history, fake_clock);
  g_signal_connect (fixture->history, "stepped", G_CALLBACK (on_stepped), fixture);
  g_signal_connect_swapped (fixture->history, "changed", G_CALLBACK (count_up), &fixture->n_changed);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  asc_annotation_set_check_consistency (fixture->set);
  assert_finalize (fixture->history);
  assert_finalize (fixture->set);
  g_string_free (fixture->stepped, TRUE);
}

static gboolean
put (Fixture    *fixture,
     const char *id,
     const char *label,
     guint       start,
     guint       end)
{
  g_autoptr (AscAnnotation) annotation = fixture_annotation (id, label, start, end);

  return asc_history_put_annotation (fixture->history, fixture->set, annotation);
}

static gboolean
relate (Fixture    *fixture,
        const char *id,
        const char *type,
        const char *from,
        const char *to)
{
  g_autoptr (AscRelation) relation = asc_relation_new (id, type, from, to);

  return asc_history_put_relation (fixture->history, fixture->set, relation);
}

static gboolean
note (Fixture    *fixture,
      const char *id,
      const char *words,
      const char *key)
{
  g_autoptr (AscAnnotation) edited = asc_annotation_with_note (asc_annotation_set_lookup (fixture->set, id), words);
  gboolean                  done;

  asc_history_begin (fixture->history, ASC_ACTION_CHANGE_NOTE, "claim", key);
  done = asc_history_put_annotation (fixture->history, fixture->set, edited);
  asc_history_end (fixture->history);
  return done;
}

static void
test_undo_redo (Fixture      *fixture,
                gconstpointer unused)
{
  guint       n_can_undo = 0, n_can_redo = 0;
  const char *subject;

  g_signal_connect_swapped (fixture->history, "notify::can-undo", G_CALLBACK (count_up), &n_can_undo);
  g_signal_connect_swapped (fixture->history, "notify::can-redo", G_CALLBACK (count_up), &n_can_redo);
  g_assert_false (asc_history_undo (fixture->history));
  g_assert_false (asc_history_redo (fixture->history));

  g_assert_true (put (fixture, "a", "claim", 0, 5));
  g_assert_true (put (fixture, "a", "actor", 0, 5));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);
  g_assert_cmpint (asc_history_get_undo_action (fixture->history, &subject), ==, ASC_ACTION_CHANGE_LABEL);
  g_assert_cmpstr (subject, ==, "actor");
  asc_history_get_redo_action (fixture->history, &subject);
  g_assert_null (subject);

  g_assert_true (asc_history_undo (fixture->history));
  g_assert_cmpstr (asc_annotation_get_label (asc_annotation_set_lookup (fixture->set, "a")), ==, "claim");
  g_assert_true (asc_history_undo (fixture->history));
  g_assert_cmpuint (asc_annotation_set_get_n (fixture->set), ==, 0);
  g_assert_cmpint (asc_history_get_redo_action (fixture->history, NULL), ==, ASC_ACTION_ADD);
  g_assert_true (asc_history_redo (fixture->history));
  g_assert_cmpstr (asc_annotation_get_label (asc_annotation_set_lookup (fixture->set, "a")), ==, "claim");

  /* A new step ends what could be redone. */
  g_assert_true (asc_history_get_can_redo (fixture->history));
  g_assert_true (put (fixture, "b", "claim", 7, 9));
  g_assert_false (asc_history_get_can_redo (fixture->history));

  g_assert_cmpstr (fixture->stepped->str, ==, "0:claim:a 2:actor:a -2:actor:a -0:claim:a 0:claim:a 0:claim:b ");
  g_assert_cmpuint (fixture->n_changed, ==, 6);
  g_assert_cmpuint (n_can_undo, ==, 3);
  g_assert_cmpuint (n_can_redo, ==, 2);

  asc_history_clear (fixture->history);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 0);
  g_assert_cmpuint (n_can_undo, ==, 4);
  g_assert_cmpuint (asc_annotation_set_get_n (fixture->set), ==, 2);
}

static void
test_refusals (Fixture      *fixture,
               gconstpointer unused)
{
  g_assert_true (put (fixture, "a", "claim", 0, 5));
  g_assert_true (put (fixture, "b", "actor", 10, 15));
  g_assert_true (relate (fixture, "r", "source", "a", "b"));

  g_assert_false (put (fixture, "x", "claim", 0, 5));
  g_assert_false (put (fixture, "x", "claim", 90, 101));
  g_assert_false (relate (fixture, "x", "source", "a", "b"));
  g_assert_false (relate (fixture, "x", "source", "a", "missing"));
  g_assert_false (relate (fixture, "x", "source", "missing", "b"));
  g_assert_false (relate (fixture, "x", "source", "a", "a"));
  g_assert_false (asc_history_remove_annotation (fixture->history, fixture->set, "x"));
  g_assert_false (asc_history_remove_relation (fixture->history, fixture->set, "x"));

  asc_annotation_set_set_read_only (fixture->set, TRUE);
  g_assert_false (put (fixture, "x", "claim", 1, 5));
  g_assert_false (relate (fixture, "x", "uttered", "a", "b"));
  g_assert_false (asc_history_remove_annotation (fixture->history, fixture->set, "a"));
  g_assert_false (asc_history_remove_relation (fixture->history, fixture->set, "r"));
  g_assert_false (asc_history_set_state (fixture->history, fixture->set, ASC_STATE_DONE, 0));
  asc_annotation_set_set_read_only (fixture->set, FALSE);

  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_no_text (void)
{
  g_autoptr (AscArticle)       article = asc_article_new ("a");
  g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
  g_autoptr (AscHistory)       history = asc_history_new ();
  g_autoptr (AscAnnotation)    annotation = fixture_annotation ("a", "claim", 0, 1);

  g_assert_false (asc_history_put_annotation (history, set, annotation));
}

static void
test_no_change_is_no_step (Fixture      *fixture,
                           gconstpointer unused)
{
  put (fixture, "a", "claim", 0, 5);
  g_assert_true (put (fixture, "a", "claim", 0, 5));
  g_assert_true (asc_history_set_state (fixture->history, fixture->set, ASC_STATE_UNREAD, 0));
  asc_history_begin (fixture->history, ASC_ACTION_BULK, NULL, NULL);
  asc_history_end (fixture->history);
  asc_history_begin (fixture->history, ASC_ACTION_BULK, NULL, NULL);
  put (fixture, "a", "actor", 0, 5);
  put (fixture, "a", "claim", 0, 5);
  put (fixture, "b", "claim", 0, 6);
  asc_history_remove_annotation (fixture->history, fixture->set, "b");
  asc_history_end (fixture->history);

  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_remove_takes_relations (Fixture      *fixture,
                             gconstpointer unused)
{
  AscAnnotation *claim;
  AscRelation   *relation;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  put (fixture, "c", "claim", 0, 5);
  put (fixture, "a", "actor", 10, 15);
  put (fixture, "b", "actor", 20, 25);
  put (fixture, "d", "claim", 0, 30);
  relate (fixture, "r", "source", "c", "a");
  relate (fixture, "s", "source", "c", "b");
  relate (fixture, "t", "quoted-in", "d", "c");
  relate (fixture, "u", "source", "d", "a");
  claim = asc_annotation_set_lookup (fixture->set, "c");
  relation = asc_annotation_set_lookup_relation (fixture->set, "t");
  before = asc_annotation_set_get_relations (fixture->set);

  g_assert_true (asc_history_remove_annotation (fixture->history, fixture->set, "c"));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 9);
  g_assert_null (asc_annotation_set_lookup_relation (fixture->set, "r"));
  g_assert_null (asc_annotation_set_lookup_relation (fixture->set, "t"));
  g_assert_nonnull (asc_annotation_set_lookup_relation (fixture->set, "u"));
  asc_annotation_set_check_consistency (fixture->set);

  asc_history_undo (fixture->history);
  g_assert_true (asc_annotation_set_lookup (fixture->set, "c") == claim);
  g_assert_true (asc_annotation_set_lookup_relation (fixture->set, "t") == relation);
  after = asc_annotation_set_get_relations (fixture->set);
  g_assert_cmpuint (after->len, ==, 4);
  g_assert_cmpmem (before->pdata, 4 * sizeof (gpointer), after->pdata, 4 * sizeof (gpointer));

  asc_history_redo (fixture->history);
  g_assert_null (asc_annotation_set_lookup (fixture->set, "c"));
  g_assert_true (g_str_has_suffix (fixture->stepped->str, "1:claim:c -1:claim:c 1:claim:c "));
}

static void
test_nested (Fixture      *fixture,
             gconstpointer unused)
{
  g_autoptr (Shadow) shadow = shadow_new (fixture->set);
  guint              n_busy = 0;
  gboolean           busy;

  g_signal_connect_swapped (fixture->history, "notify::busy", G_CALLBACK (count_up), &n_busy);
  asc_history_begin (fixture->history, ASC_ACTION_ACCEPT, "outer", NULL);
  asc_history_begin (fixture->history, ASC_ACTION_ADD, "inner", NULL);
  put (fixture, "a", "claim", 0, 5);
  asc_history_end (fixture->history);
  put (fixture, "b", "claim", 7, 9);
  g_object_get (fixture->history, "busy", &busy, NULL);
  g_assert_true (busy);
  g_assert_false (asc_history_undo (fixture->history));
  asc_history_set_state (fixture->history, fixture->set, ASC_STATE_READING, 3);
  g_assert_cmpuint (shadow->n_signals, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  asc_history_end (fixture->history);

  g_object_get (fixture->history, "busy", &busy, NULL);
  g_assert_false (busy);
  g_assert_cmpuint (n_busy, ==, 2);
  g_assert_cmpuint (shadow->n_signals, ==, 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (fixture->stepped->str, ==, "13:outer:a ");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);

  asc_history_undo (fixture->history);
  g_assert_cmpuint (asc_annotation_set_get_n (fixture->set), ==, 0);
  g_assert_cmpint (asc_annotation_set_get_state (fixture->set), ==, ASC_STATE_UNREAD);
}

static void
test_abort (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (Shadow) shadow = NULL;
  AscAnnotation     *a;

  put (fixture, "a", "claim", 0, 5);
  put (fixture, "b", "actor", 7, 9);
  relate (fixture, "r", "source", "a", "b");
  a = asc_annotation_set_lookup (fixture->set, "a");
  shadow = shadow_new (fixture->set);

  asc_history_begin (fixture->history, ASC_ACTION_BULK, NULL, NULL);
  put (fixture, "b", "date", 30, 31);
  asc_history_remove_annotation (fixture->history, fixture->set, "a");
  put (fixture, "c", "claim", 0, 5);
  asc_history_begin (fixture->history, ASC_ACTION_ADD, NULL, NULL);
  asc_history_abort (fixture->history);
  g_assert_true (asc_annotation_set_lookup (fixture->set, "a") == a);
  g_assert_null (asc_annotation_set_lookup (fixture->set, "c"));
  g_assert_false (put (fixture, "d", "claim", 40, 45));
  asc_history_end (fixture->history);

  g_assert_nonnull (asc_annotation_set_lookup_relation (fixture->set, "r"));
  g_assert_cmpuint (shadow->n_signals, ==, 0);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_true (put (fixture, "d", "claim", 40, 45));
}

static void
test_squash (Fixture      *fixture,
             gconstpointer unused)
{
  AscAnnotation *made;

  now_usec = 0;
  put (fixture, "a", "claim", 0, 5);
  made = asc_annotation_set_lookup (fixture->set, "a");
  note (fixture, "a", "t", "note:a");
  now_usec += G_USEC_PER_SEC;
  note (fixture, "a", "ty", "note:a");
  now_usec += G_USEC_PER_SEC;
  note (fixture, "a", "typ", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);

  now_usec += G_USEC_PER_SEC + 1;
  note (fixture, "a", "type", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 3);
  note (fixture, "a", "typed", "note:b");
  note (fixture, "a", "typed!", NULL);
  note (fixture, "a", "typed?", NULL);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 6);

  for (guint i = 0; i < 4; i++)
    asc_history_undo (fixture->history);
  g_assert_cmpstr (asc_annotation_get_note (asc_annotation_set_lookup (fixture->set, "a")), ==, "typ");
  /* Not joined to a step that was come back to, however young. */
  now_usec = 2 * G_USEC_PER_SEC;
  note (fixture, "a", "type", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 3);

  asc_history_undo (fixture->history);
  asc_history_undo (fixture->history);
  g_assert_true (asc_annotation_set_lookup (fixture->set, "a") == made);
}

/* Typing a word and deleting it again is nothing. */
static void
test_session (Fixture      *fixture,
              gconstpointer unused)
{
  now_usec = 0;
  put (fixture, "a", "claim", 0, 5);
  asc_history_set_session (fixture->history, "note:a");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strnfill (i + 1, 'x');

      note (fixture, "a", text, "note:a");
      now_usec += 60 * (gint64) G_USEC_PER_SEC;
    }
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);

  /* What comes after the end is another step, however soon; and what is of another key. */
  asc_history_set_session (fixture->history, NULL);
  now_usec -= 60 * (gint64) G_USEC_PER_SEC;
  note (fixture, "a", "y", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 3);
  asc_history_set_session (fixture->history, "note:a");
  note (fixture, "a", "z", "note:b");
  note (fixture, "a", "zz", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 5);
}

static void
test_squash_to_nothing (Fixture      *fixture,
                        gconstpointer unused)
{
  AscAnnotation *made;
  guint          n_changed;

  now_usec = 0;
  put (fixture, "a", "claim", 0, 5);
  made = asc_annotation_set_lookup (fixture->set, "a");
  note (fixture, "a", "x", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);
  n_changed = fixture->n_changed;
  note (fixture, "a", NULL, "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);
  g_assert_true (asc_annotation_set_lookup (fixture->set, "a") == made);
  /* What was written to disk in between is not what is there now. */
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  note (fixture, "a", "y", "note:a");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);
}

static void
test_other_models (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autoptr (AscCodebook)    codebook = fixture_codebook ();
  g_autoptr (AscCodebook)    revised = fixture_codebook ();
  g_autoptr (AscProject)     project = asc_project_new ("p", codebook);
  const AscActorValues       values = { .id = (char *) "a", .name = (char *) "Alice" };
  g_autoptr (AscActor)       actor = asc_actor_new (&values);
  g_autoptr (AscActor)       same = asc_actor_new (&values);
  AscActorRegister          *actors = asc_project_get_actors (project);
  AscArticle                *article = asc_annotation_set_get_article (fixture->set);
  g_autoptr (AscArticleMeta) meta = asc_article_meta_copy (asc_article_get_meta (article));

  g_set_str (&meta->title, "New");
  asc_history_begin (fixture->history, ASC_ACTION_BULK, NULL, NULL);
  g_assert_true (asc_history_put_actor (fixture->history, actors, actor));
  g_assert_true (asc_history_put_actor (fixture->history, actors, same));
  g_assert_true (asc_history_set_codebook (fixture->history, project, revised));
  g_assert_true (asc_history_set_codebook (fixture->history, project, revised));
  g_assert_true (asc_history_set_article_meta (fixture->history, article, meta));
  g_assert_true (asc_history_set_article_meta (fixture->history, article, meta));
  g_assert_true (asc_history_set_state (fixture->history, fixture->set, ASC_STATE_DONE, 1000));
  asc_history_end (fixture->history);

  g_assert_cmpuint (fixture->n_changed, ==, 4);
  g_assert_true (asc_actor_register_lookup (actors, "a") == actor);
  g_assert_cmpuint (asc_annotation_set_get_read_to (fixture->set), ==, 100);
  g_assert_true (asc_history_remove_actor (fixture->history, actors, "a"));
  g_assert_false (asc_history_remove_actor (fixture->history, actors, "a"));

  asc_history_undo (fixture->history);
  asc_history_undo (fixture->history);
  g_assert_null (asc_actor_register_lookup (actors, "a"));
  g_assert_true (asc_project_get_codebook (project) == codebook);
  g_assert_cmpstr (asc_article_get_title (article), ==, "Title");
  g_assert_cmpint (asc_annotation_set_get_state (fixture->set), ==, ASC_STATE_UNREAD);

  asc_history_redo (fixture->history);
  g_assert_cmpstr (asc_article_get_title (article), ==, "New");
  asc_history_clear (fixture->history);
}

/* Autosave and the like may make a step of their own when they hear of one. */
static void
make_another (AscHistory *history,
              GObject    *model,
              Fixture    *fixture)
{
  if (asc_annotation_set_get_n (fixture->set) == 1)
    put (fixture, "b", "claim", 7, 9);
}

static void
test_step_in_handler (Fixture      *fixture,
                      gconstpointer unused)
{
  g_signal_connect (fixture->history, "changed", G_CALLBACK (make_another), fixture);
  put (fixture, "a", "claim", 0, 5);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);
  asc_history_undo (fixture->history);
  g_assert_cmpuint (asc_annotation_set_get_n (fixture->set), ==, 2);
}

/* Ten thousand in one step are told as one change. */
static void
test_bulk (void)
{
  g_autoptr (AscArticle)       article = fixture_long_article (100000);
  g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
  g_autoptr (AscHistory)       history = asc_history_new ();
  g_autoptr (Shadow)           shadow = shadow_new (set);
  guint                        n_changed = 0;

  g_signal_connect_swapped (set, "annotation-changed", G_CALLBACK (count_up), &n_changed);
  asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
  for (guint i = 0; i < 10000; i++)
    {
      guint                     start = i * 7919u % 99990u;
      g_autoptr (AscAnnotation) annotation = fixture_annotation (NULL, "claim", start, start + 1 + i % 7);

      g_assert_true (asc_history_put_annotation (history, set, annotation));
    }
  asc_history_end (history);
  g_assert_cmpuint (shadow->n_signals, ==, 1);
  g_assert_cmpuint (n_changed, ==, 10000);
  shadow_check (shadow);
  asc_history_undo (history);
  g_assert_cmpuint (shadow->n_signals, ==, 2);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
  asc_history_redo (history);
  g_assert_cmpuint (shadow->n_signals, ==, 3);
  shadow_check (shadow);
}

static void
test_finalize_in_a_step (void)
{
  g_autoptr (AscArticle) article = fixture_long_article (10);
  AscAnnotationSet      *set = asc_annotation_set_new (article, "mia");
  AscHistory            *history = asc_history_new ();
  g_autoptr (AscAnnotation) annotation = fixture_annotation ("a", "claim", 0, 1);

  asc_history_begin (history, ASC_ACTION_ADD, NULL, NULL);
  asc_history_put_annotation (history, set, annotation);
  assert_finalize (history);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
  assert_finalize (set);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/history/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("undo-redo", test_undo_redo);
  ADD ("refusals", test_refusals);
  ADD ("no-change-is-no-step", test_no_change_is_no_step);
  ADD ("remove-takes-relations", test_remove_takes_relations);
  ADD ("nested", test_nested);
  ADD ("abort", test_abort);
  ADD ("squash", test_squash);
  ADD ("session", test_session);
  ADD ("squash-to-nothing", test_squash_to_nothing);
  ADD ("other-models", test_other_models);
  ADD ("step-in-handler", test_step_in_handler);
  g_test_add_func ("/history/no-text", test_no_text);
  g_test_add_func ("/history/bulk", test_bulk);
  g_test_add_func ("/history/finalize-in-a-step", test_finalize_in_a_step);
  return g_test_run ();
}
