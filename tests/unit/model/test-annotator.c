/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotator.h"
#include "asc-actor-register-private.h"
#include "asc-annotation-set-private.h"
#include "asc-history-private.h"
#include "fixture.h"

#include <string.h>

static const char text[] =
  "Paris, Thursday. “We will act,” said Wang Zhisheng on 4 July 2024. He did not say how.\n"
  "\n"
  "The two diplomats left last Tuesday.\n"
  "👩‍🚒\n";

typedef struct
{
  AscProject       *project;
  AscHistory       *history;
  AscAnnotationSet *set;
  AscAnnotator     *annotator;
} Fixture;

static gint64 now_usec;

static gint64
fake_clock (void)
{
  return now_usec;
}

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  g_autoptr (AscArticle)  article = fixture_article (text);
  g_autoptr (AscCodebook) codebook = fixture_codebook ();

  fixture->project = asc_project_new ("p", codebook);
  fixture->history = asc_history_new ();
  asc_history_set_clock (fixture->history, fake_clock);
  fixture->set = asc_annotation_set_new (article, "mia");
  fixture->annotator = asc_annotator_new (fixture->project, fixture->history, fixture->set);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  asc_annotation_set_check_consistency (fixture->set);
  assert_finalize (fixture->annotator);
  assert_finalize (fixture->history);
  assert_finalize (fixture->set);
  assert_finalize (fixture->project);
}

/* Where @words stand in the text, in code points. */
static AscSpan
where (const char *words)
{
  const char *found = strstr (text, words);
  guint       start;

  g_assert_nonnull (found);
  start = g_utf8_strlen (text, found - text);
  return ASC_SPAN (start, start + (guint) g_utf8_strlen (words, -1));
}

static AscLabel *
label (Fixture    *fixture,
       const char *name)
{
  return asc_codebook_lookup_label (asc_project_get_codebook (fixture->project), name);
}

static AscRelationType *
relation_type (Fixture    *fixture,
               const char *name)
{
  return asc_codebook_lookup_relation (asc_project_get_codebook (fixture->project), name);
}

static AscAnnotation *
annotate (Fixture    *fixture,
          const char *label_name,
          const char *words)
{
  const AscSpan span = where (words);
  gboolean      existed;
  AscAnnotation *made =
    asc_annotator_annotate (fixture->annotator, label (fixture, label_name), &span, span.end, &existed);

  g_assert_false (existed);
  return made;
}

static const char *
quote (AscAnnotation *annotation)
{
  return asc_annotation_get_quote (annotation)[0];
}

static const char *
attribute (AscAnnotation *annotation,
           const char    *name)
{
  return asc_attributes_get_string (asc_annotation_get_attributes (annotation), name);
}

static AscAnnotation *
now (Fixture       *fixture,
     AscAnnotation *annotation)
{
  return asc_annotation_set_lookup (fixture->set, asc_annotation_get_id (annotation));
}

static void
assert_takes (Fixture    *fixture,
              const char *label_name,
              guint       caret,
              const char *expected)
{
  AscText         *of = asc_article_get_text (asc_annotation_set_get_article (fixture->set));
  AscSpan          span = { 7, 7 };
  g_autofree char *taken = NULL;

  if (asc_annotator_span_at (fixture->annotator, label (fixture, label_name), caret, &span))
    taken = asc_text_slice (of, &span);
  else
    g_assert_true (span.start == 7 && span.end == 7);
  g_assert_cmpstr (taken, ==, expected);
}

static void
test_takes (Fixture      *fixture,
            gconstpointer unused)
{
  guint quoted = where ("will act").start, wang = where ("Zhisheng").start, he = where ("He did").start;

  assert_takes (fixture, "claim", quoted, "We will act,");
  assert_takes (fixture, "claim", where ("diplomats").start, "The two diplomats left last Tuesday.");
  assert_takes (fixture, "claim", where ("He did").start + 3, "He did not say how.");
  assert_takes (fixture, "actor", wang, "Wang Zhisheng");
  assert_takes (fixture, "actor", where ("Wang").start, "Wang Zhisheng");
  assert_takes (fixture, "actor", he + 1, "He");
  assert_takes (fixture, "actor", where ("diplomats").start + 1, "diplomats");
  assert_takes (fixture, "date", where ("July").start, "4 July 2024");
  assert_takes (fixture, "date", where ("last").start + 1, "last Tuesday");
  assert_takes (fixture, "date", wang, NULL);
  assert_takes (fixture, "cue", where ("said").start + 2, "said");
  assert_takes (fixture, "cue", where ("how").end, "how");
  /* On the empty line there is nothing. */
  assert_takes (fixture, "claim", where ("\n\n").start + 1, NULL);
  assert_takes (fixture, "cue", where ("\n\n").start + 1, NULL);
  assert_takes (fixture, "claim", G_MAXUINT, NULL);
}

static void
test_annotate (Fixture      *fixture,
               gconstpointer unused)
{
  AscSpan        selection = where ("“We will act,” "), empty;
  gboolean       existed = TRUE;
  AscAnnotation *claim, *again, *passage;

  claim = asc_annotator_annotate (fixture->annotator, label (fixture, "claim"), &selection, 0, &existed);
  g_assert_false (existed);
  g_assert_cmpstr (quote (claim), ==, "“We will act,”");
  g_assert_true (asc_annotation_set_get_nth (fixture->set, 0) == claim);
  g_assert_cmpint (asc_annotation_get_origin (claim), ==, ASC_ORIGIN_MANUAL);

  again = asc_annotator_annotate (fixture->annotator, label (fixture, "claim"), &selection, 0, &existed);
  g_assert_true (existed);
  g_assert_true (again == claim);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);

  /* The same span with another label is another annotation. */
  g_assert_nonnull (asc_annotator_annotate (fixture->annotator, label (fixture, "cue"), &selection, 0, NULL));
  empty = ASC_SPAN (3, 3);
  passage = asc_annotator_annotate (fixture->annotator, label (fixture, "claim"), &empty, where ("will").start, NULL);
  g_assert_cmpstr (quote (passage), ==, "We will act,");

  selection = where ("\n\n");
  g_assert_null (asc_annotator_annotate (fixture->annotator, label (fixture, "claim"), &selection, 0, NULL));
  g_assert_null (asc_annotator_annotate (fixture->annotator, label (fixture, "date"), NULL, where ("said").start, NULL));
}

static void
test_selection_is_widened_to_graphemes (Fixture      *fixture,
                                        gconstpointer unused)
{
  const AscSpan  fire_fighter = where ("👩‍🚒");
  const AscSpan  half = ASC_SPAN (fire_fighter.start + 1, fire_fighter.start + 2);
  AscAnnotation *made = asc_annotator_annotate (fixture->annotator, label (fixture, "cue"), &half, 0, NULL);

  g_assert_cmpstr (quote (made), ==, "👩‍🚒");
}

static void
test_first_annotation_begins_reading (Fixture      *fixture,
                                      gconstpointer unused)
{
  annotate (fixture, "actor", "Wang");
  g_assert_cmpint (asc_annotation_set_get_state (fixture->set), ==, ASC_STATE_READING);
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);
  asc_history_undo (fixture->history);
  g_assert_cmpint (asc_annotation_set_get_state (fixture->set), ==, ASC_STATE_UNREAD);

  asc_annotator_set_state (fixture->annotator, ASC_STATE_DONE, 1000000);
  annotate (fixture, "actor", "Wang");
  g_assert_cmpint (asc_annotation_set_get_state (fixture->set), ==, ASC_STATE_DONE);
  g_assert_cmpuint (asc_annotation_set_get_read_to (fixture->set), ==, g_utf8_strlen (text, -1));
}

static void
test_dates (Fixture      *fixture,
            gconstpointer unused)
{
  AscAnnotation *tuesday = annotate (fixture, "date", "last Tuesday");
  AscAnnotation *no_date = annotate (fixture, "date", "diplomats");
  g_autoptr (AscSpanSet) spans = NULL;
  AscSpan        july;

  g_assert_cmpstr (attribute (tuesday, "value"), ==, "2024-07-02");
  g_assert_cmpstr (attribute (tuesday, "type"), ==, "DATE");
  g_assert_cmpstr (attribute (tuesday, "resolved"), ==, "rule");
  g_assert_null (attribute (no_date, "value"));
  g_assert_null (attribute (no_date, "type"));
  g_assert_cmpstr (attribute (no_date, "resolved"), ==, "none");

  /* Moved, it is read again; typed, not any more. */
  july = where ("4 July 2024");
  spans = asc_span_set_new (&july, 1);
  g_assert_true (asc_annotator_set_spans (fixture->annotator, tuesday, spans, NULL));
  tuesday = now (fixture, tuesday);
  g_assert_cmpstr (attribute (tuesday, "value"), ==, "2024-07-04");
  g_assert_true (asc_annotator_set_attribute (fixture->annotator, tuesday, "value", g_variant_new_string ("2023")));
  tuesday = now (fixture, tuesday);
  g_assert_cmpstr (attribute (tuesday, "resolved"), ==, "typed");
  july.end -= 5;
  g_clear_pointer (&spans, asc_span_set_unref);
  spans = asc_span_set_new (&july, 1);
  g_assert_true (asc_annotator_set_spans (fixture->annotator, tuesday, spans, NULL));
  g_assert_cmpstr (quote (now (fixture, tuesday)), ==, "4 July");
  g_assert_cmpstr (attribute (now (fixture, tuesday), "value"), ==, "2023");
  g_assert_true (asc_annotator_set_attribute (fixture->annotator, tuesday, "value", NULL));
  g_assert_cmpstr (attribute (now (fixture, tuesday), "resolved"), ==, "none");
}

static void
test_actors (Fixture      *fixture,
             gconstpointer unused)
{
  char                *aliases[] = { (char *) "He", (char *) "two  Diplomats", NULL };
  const AscActorValues values = { .id = (char *) "wang", .name = (char *) "Wang Zhisheng", .aliases = aliases };
  g_autoptr (AscActor) actor = asc_actor_new (&values);
  AscAnnotation       *wang, *he, *diplomats;

  asc_actor_register_put (asc_project_get_actors (fixture->project), actor);
  wang = annotate (fixture, "actor", "Wang Zhisheng");
  he = annotate (fixture, "actor", "He");
  diplomats = annotate (fixture, "actor", "two diplomats");

  g_assert_cmpstr (attribute (wang, "kind"), ==, "name");
  g_assert_cmpstr (attribute (wang, "actor"), ==, "wang");
  /* A pronoun is nobody by itself, whatever the register says. */
  g_assert_cmpstr (attribute (he, "kind"), ==, "pronoun");
  g_assert_null (attribute (he, "actor"));
  g_assert_cmpstr (attribute (diplomats, "kind"), ==, "description");
  g_assert_cmpstr (attribute (diplomats, "actor"), ==, "wang");
}

/* A codebook that has other attributes, or other values, gets nothing it does not know. */
static void
test_only_known_attributes (Fixture      *fixture,
                            gconstpointer unused)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscLabel)  bare = fixture_label ("when", 'w', ASC_TAKES_DATE, NULL);
  g_autoptr (AscLabel)  other = NULL;
  const AscSpan         tuesday = where ("last Tuesday");
  AscAnnotation        *made;

  g_ptr_array_add (attributes, fixture_attribute ("type", ASC_ATTRIBUTE_CHOICE, "date time"));
  g_ptr_array_add (attributes, fixture_attribute ("value", ASC_ATTRIBUTE_NUMBER, ""));
  other = fixture_label ("day", 'y', ASC_TAKES_DATE, attributes);

  made = asc_annotator_annotate (fixture->annotator, bare, &tuesday, 0, NULL);
  g_assert_cmpuint (asc_attributes_get_n (asc_annotation_get_attributes (made)), ==, 0);
  made = asc_annotator_annotate (fixture->annotator, other, &tuesday, 0, NULL);
  g_assert_cmpuint (asc_attributes_get_n (asc_annotation_get_attributes (made)), ==, 0);
}

static void
test_edits (Fixture      *fixture,
            gconstpointer unused)
{
  g_autoptr (AscAnnotation) old = g_object_ref (annotate (fixture, "claim", "last Tuesday"));
  AscAnnotation            *other = annotate (fixture, "cue", "last Tuesday");
  const char               *subject;

  now_usec = 0;
  g_assert_false (asc_annotator_set_label (fixture->annotator, other, label (fixture, "claim")));
  g_assert_true (asc_annotator_set_label (fixture->annotator, old, label (fixture, "date")));
  g_assert_true (asc_annotator_set_label (fixture->annotator, old, label (fixture, "date")));
  g_assert_cmpint (asc_history_get_undo_action (fixture->history, &subject), ==, ASC_ACTION_CHANGE_LABEL);
  g_assert_cmpstr (attribute (now (fixture, old), "value"), ==, "2024-07-02");

  /* Edits of an object of before are edits of what is there now; typing is one step, choosing is one each. */
  g_assert_true (asc_annotator_set_note (fixture->annotator, old, "a"));
  g_assert_true (asc_annotator_set_note (fixture->annotator, old, "ab"));
  g_assert_cmpstr (asc_annotation_get_label (now (fixture, old)), ==, "date");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 4);
  asc_annotator_set_label (fixture->annotator, old, label (fixture, "claim"));
  asc_annotator_set_attribute (fixture->annotator, old, "paraphrase", g_variant_new_string ("a"));
  asc_annotator_set_attribute (fixture->annotator, old, "paraphrase", g_variant_new_string ("ab"));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 6);
  asc_annotator_set_attribute (fixture->annotator, old, "stance", g_variant_new_string ("support"));
  asc_annotator_set_attribute (fixture->annotator, old, "stance", g_variant_new_string ("oppose"));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 8);
  g_assert_cmpint (asc_history_get_undo_action (fixture->history, &subject), ==, ASC_ACTION_CHANGE_ATTRIBUTE);
  g_assert_cmpstr (subject, ==, "stance");

  g_assert_true (asc_annotator_remove (fixture->annotator, old));
  g_assert_false (asc_annotator_remove (fixture->annotator, old));
  g_assert_false (asc_annotator_set_note (fixture->annotator, old, "x"));
  g_assert_false (asc_annotator_set_label (fixture->annotator, old, label (fixture, "cue")));
  g_assert_false (asc_annotator_set_attribute (fixture->annotator, old, "x", g_variant_new_string ("x")));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer unused)
{
  const AscSpan  tuesday = where ("last Tuesday");
  AscAnnotation *claim = annotate (fixture, "claim", "diplomats");

  asc_annotation_set_set_read_only (fixture->set, TRUE);
  g_assert_null (asc_annotator_annotate (fixture->annotator, label (fixture, "claim"), &tuesday, 0, NULL));
  g_assert_false (asc_annotator_set_note (fixture->annotator, claim, "x"));
  g_assert_false (asc_annotator_remove (fixture->annotator, claim));
  g_assert_false (asc_annotator_set_state (fixture->annotator, ASC_STATE_DONE, 1));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);
}

static void
move (Fixture       *fixture,
      AscAnnotation *annotation,
      guint          start,
      guint          end,
      const char    *expected)
{
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (start, end);

  g_assert_true (asc_annotator_set_spans (fixture->annotator, annotation, spans, "edge"));
  g_assert_cmpstr (quote (now (fixture, annotation)), ==, expected);
}

static void
test_edges (Fixture      *fixture,
            gconstpointer unused)
{
  const AscSpan             span = where ("two diplomats");
  g_autoptr (AscAnnotation) claim = g_object_ref (annotate (fixture, "claim", "two diplomats"));
  g_autoptr (AscSpanSet)    nothing = NULL;

  now_usec = 0;
  move (fixture, claim, span.start, span.end - 1, "two diplomat");
  move (fixture, claim, span.start, span.end, "two diplomats");
  /* A character further out there is a space: on it goes to the next letter, or the edge would never leave its place. */
  move (fixture, claim, span.start, span.end + 1, "two diplomats l");
  move (fixture, claim, span.start - 1, span.end + 2, "e two diplomats l");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 2);
  /* Back where it was within the second, nothing has happened. */
  move (fixture, claim, span.start, span.end + 1, "two diplomats");
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, 1);

  nothing = asc_span_set_new_single (span.start + 3, span.start + 4);
  g_assert_false (asc_annotator_set_spans (fixture->annotator, claim, nothing, NULL));
}

static void
test_fragments (Fixture      *fixture,
                gconstpointer unused)
{
  AscAnnotation         *claim = annotate (fixture, "claim", "The two diplomats left");
  const AscSpan          hole = where (" two diplomats ");
  g_autoptr (AscSpanSet) holed = asc_span_set_subtract (asc_annotation_get_spans (claim), &hole);

  g_assert_true (asc_annotator_set_spans (fixture->annotator, claim, holed, NULL));
  claim = now (fixture, claim);
  g_assert_cmpuint (asc_span_set_get_n_spans (asc_annotation_get_spans (claim)), ==, 2);
  g_assert_cmpstr (asc_annotation_get_quote (claim)[0], ==, "The");
  g_assert_cmpstr (asc_annotation_get_quote (claim)[1], ==, "left");
}

static void
test_relate (Fixture      *fixture,
             gconstpointer unused)
{
  AscAnnotation *claim = annotate (fixture, "claim", "We will act,"), *other = annotate (fixture, "claim", "left");
  AscAnnotation *wang = annotate (fixture, "actor", "Wang Zhisheng");
  AscAnnotation *july = annotate (fixture, "date", "4 July 2024"), *tuesday = annotate (fixture, "date", "last Tuesday");
  AscRelation   *relation;
  g_autoptr (GPtrArray) uttered = NULL;
  guint          n_steps;

  /* From whichever end it is begun. */
  relation = asc_annotator_relate (fixture->annotator, wang, claim, NULL);
  g_assert_cmpstr (asc_relation_get_relation_type (relation), ==, "source");
  g_assert_cmpstr (asc_relation_get_from (relation), ==, asc_annotation_get_id (claim));
  g_assert_null (asc_annotator_relate (fixture->annotator, claim, wang, NULL));
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, wang, relation_type (fixture, "addressee")));
  g_assert_null (asc_annotator_relate (fixture->annotator, wang, july, NULL));
  g_assert_null (asc_annotator_relate (fixture->annotator, claim, july, relation_type (fixture, "source")));
  g_assert_null (asc_annotator_relate (fixture->annotator, claim, claim, NULL));

  /* Where there may be one only, it is replaced, in one step. */
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, july, NULL));
  n_steps = asc_history_get_n_steps (fixture->history);
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, tuesday, NULL));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, n_steps + 1);
  uttered = asc_annotation_set_relations_to (fixture->set, asc_annotation_get_id (july));
  g_assert_cmpuint (uttered->len, ==, 0);

  /* Not both ways. */
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, other, NULL));
  g_assert_null (asc_annotator_relate (fixture->annotator, other, claim, NULL));

  g_assert_true (asc_annotator_unrelate (fixture->annotator, relation));
  g_assert_cmpint (asc_history_get_undo_action (fixture->history, NULL), ==, ASC_ACTION_UNRELATE);
}

static void
test_relate_up_to_max (Fixture      *fixture,
                       gconstpointer unused)
{
  AscRelationType *addressee = relation_type (fixture, "addressee");
  AscAnnotation   *claim = annotate (fixture, "claim", "We will act,");
  AscAnnotation   *a = annotate (fixture, "actor", "Wang"), *b = annotate (fixture, "actor", "He");
  AscAnnotation   *c = annotate (fixture, "actor", "Paris");

  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, a, addressee));
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, b, addressee));
  g_assert_null (asc_annotator_relate (fixture->annotator, claim, c, addressee));
}

static void
test_relate_withdraws_no_source (Fixture      *fixture,
                                 gconstpointer unused)
{
  g_autoptr (AscAnnotation) claim = g_object_ref (annotate (fixture, "claim", "We will act,"));
  AscAnnotation *wang = annotate (fixture, "actor", "Wang");
  guint          n_steps;

  asc_annotator_set_attribute (fixture->annotator, claim, "no-source", g_variant_new_boolean (TRUE));
  n_steps = asc_history_get_n_steps (fixture->history);
  g_assert_nonnull (asc_annotator_relate (fixture->annotator, claim, wang, NULL));
  g_assert_null (asc_attributes_get (asc_annotation_get_attributes (now (fixture, claim)), "no-source"));
  g_assert_cmpuint (asc_history_get_n_steps (fixture->history), ==, n_steps + 1);
  asc_history_undo (fixture->history);
  g_assert_nonnull (asc_attributes_get (asc_annotation_get_attributes (now (fixture, claim)), "no-source"));
}

static void
test_targets (Fixture      *fixture,
              gconstpointer unused)
{
  AscAnnotation *claim = annotate (fixture, "claim", "We will act,");
  AscAnnotation *he = annotate (fixture, "actor", "He"), *paris = annotate (fixture, "actor", "Paris");
  AscAnnotation *wang = annotate (fixture, "actor", "Wang Zhisheng"), *we = annotate (fixture, "actor", "We");
  AscAnnotation *july = annotate (fixture, "date", "4 July 2024");
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) any = NULL;
  g_autoptr (GPtrArray) of_date = NULL;
  g_autoptr (GPtrArray) left = NULL;

  annotate (fixture, "cue", "said");
  sources = asc_annotator_relation_targets (fixture->annotator, claim, relation_type (fixture, "source"));
  g_assert_cmpuint (sources->len, ==, 4);
  g_assert_true (sources->pdata[0] == we);
  g_assert_true (sources->pdata[1] == wang);
  g_assert_true (sources->pdata[2] == paris);
  g_assert_true (sources->pdata[3] == he);

  any = asc_annotator_relation_targets (fixture->annotator, claim, NULL);
  g_assert_cmpuint (any->len, ==, 5);
  of_date = asc_annotator_relation_targets (fixture->annotator, july, NULL);
  g_assert_cmpuint (of_date->len, ==, 1);
  g_assert_true (of_date->pdata[0] == claim);

  asc_annotator_relate (fixture->annotator, claim, wang, NULL);
  left = asc_annotator_relation_targets (fixture->annotator, claim, relation_type (fixture, "source"));
  g_assert_cmpuint (left->len, ==, 3);
}

/* Near is what is near to any fragment, not to the whole. */
static void
test_targets_of_fragments (Fixture      *fixture,
                           gconstpointer unused)
{
  AscAnnotation         *claim = annotate (fixture, "claim", "Paris, Thursday. “We will act,” said Wang Zhisheng on 4 July 2024. He did");
  const AscSpan          hole = where (", Thursday. “We will act,” said Wang Zhisheng on 4 July 2024. He");
  g_autoptr (AscSpanSet) holed = asc_span_set_subtract (asc_annotation_get_spans (claim), &hole);
  AscAnnotation         *wang = annotate (fixture, "actor", "Wang Zhisheng"), *he = annotate (fixture, "actor", "He");
  AscAnnotation         *act = annotate (fixture, "actor", "act"), *how = annotate (fixture, "actor", "how");
  AscAnnotation         *thursday = annotate (fixture, "actor", "Thursday");
  g_autoptr (GPtrArray)  targets = NULL;
  g_autoptr (GPtrArray)  from_actor = NULL;

  g_assert_true (asc_annotator_set_spans (fixture->annotator, claim, holed, NULL));
  targets = asc_annotator_relation_targets (fixture->annotator, claim, NULL);
  g_assert_cmpuint (targets->len, ==, 5);
  g_assert_true (targets->pdata[0] == he);
  g_assert_true (targets->pdata[1] == thursday);
  g_assert_true (targets->pdata[2] == how);
  g_assert_true (targets->pdata[3] == wang);
  g_assert_true (targets->pdata[4] == act);

  annotate (fixture, "claim", "2024");
  from_actor = asc_annotator_relation_targets (fixture->annotator, how, NULL);
  g_assert_cmpuint (from_actor->len, ==, 2);
  g_assert_true (from_actor->pdata[0] == now (fixture, claim));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/annotator/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("takes", test_takes);
  ADD ("annotate", test_annotate);
  ADD ("selection-is-widened-to-graphemes", test_selection_is_widened_to_graphemes);
  ADD ("first-annotation-begins-reading", test_first_annotation_begins_reading);
  ADD ("dates", test_dates);
  ADD ("actors", test_actors);
  ADD ("only-known-attributes", test_only_known_attributes);
  ADD ("edits", test_edits);
  ADD ("read-only", test_read_only);
  ADD ("edges", test_edges);
  ADD ("fragments", test_fragments);
  ADD ("relate", test_relate);
  ADD ("relate-up-to-max", test_relate_up_to_max);
  ADD ("relate-withdraws-no-source", test_relate_withdraws_no_source);
  ADD ("targets", test_targets);
  ADD ("targets-of-fragments", test_targets_of_fragments);
  return g_test_run ();
}
