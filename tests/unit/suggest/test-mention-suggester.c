/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-mention-suggester.h"

#include "suggest-fixture.h"

static void
test_whole_words (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GArray) mentions = NULL;
  AscAnnotation *actor;
  AscSpan first = ASC_SPAN (2, 6);

  /* An emoji first, so that bytes and code points differ; "Bergen" and "Heidelberg" are other words. */
  fixture_init (&fixture, "😀 Berg spoke. Bergen listened, Heidelberg too. Then Berg left; Berg’s car was gone.");
  actor = asc_annotator_annotate (fixture.annotator,
                                  asc_codebook_lookup_label (asc_project_get_codebook (fixture.project), "actor"),
                                  &first, 2, NULL);
  mentions = asc_mention_suggester_find (fixture.annotator, actor);
  g_assert_cmpuint (mentions->len, ==, 2);
  for (guint i = 0; i < mentions->len; i++)
    g_assert_true (asc_text_matches (fixture.text, &g_array_index (mentions, AscSpan, i), "Berg"));
  g_assert_cmpuint (g_array_index (mentions, AscSpan, 0).start, >, first.end);
}

static void
test_taken_and_unspaced (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GArray) mentions = NULL;
  AscLabel *label;
  AscAnnotation *actor;

  fixture_init (&fixture, "王志胜表示反对。记者问王志胜是否同意,王志胜沉默。");
  label = asc_codebook_lookup_label (asc_project_get_codebook (fixture.project), "actor");
  actor = asc_annotator_annotate (fixture.annotator, label, &ASC_SPAN (0, 3), 0, NULL);
  asc_annotator_annotate (fixture.annotator, label, &ASC_SPAN (11, 14), 11, NULL);
  mentions = asc_mention_suggester_find (fixture.annotator, actor);
  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_cmpuint (g_array_index (mentions, AscSpan, 0).start, ==, 19);
}

static void
test_accept (void)
{
  g_auto (Fixture) fixture = { 0 };
  AscActorValues values = { .id = (char *) "berg", .name = (char *) "Anna Berg", .aliases = (char **) (const char *[]) { "the minister", NULL } };
  g_autoptr (AscActor) berg = NULL;
  g_autoptr (GArray) mentions = NULL;
  AscLabel *label;
  AscAnnotation *actor, *made;
  guint n_steps;

  fixture_init (&fixture, "Anna Berg spoke. Then the minister left, and Anna Berg was gone.");
  label = asc_codebook_lookup_label (asc_project_get_codebook (fixture.project), "actor");
  berg = asc_actor_new (&values);
  g_assert_true (asc_history_put_actor (asc_annotator_get_history (fixture.annotator), asc_project_get_actors (fixture.project), berg));
  actor = asc_annotator_annotate (fixture.annotator, label, &ASC_SPAN (0, 9), 0, NULL);
  g_assert_true (asc_annotator_set_attribute (fixture.annotator, actor, "actor", g_variant_new_string ("berg")));
  actor = asc_annotation_set_get_nth (fixture.set, 0);
  mentions = asc_mention_suggester_find (fixture.annotator, actor);
  g_assert_cmpuint (mentions->len, ==, 2);

  n_steps = asc_history_get_n_steps (asc_annotator_get_history (fixture.annotator));
  made = asc_mention_suggester_accept (fixture.annotator, actor, &g_array_index (mentions, AscSpan, 0), "key");
  g_assert_cmpstr (asc_annotation_get_quote (made)[0], ==, "the minister");
  g_assert_cmpint (asc_annotation_get_origin (made), ==, ASC_ORIGIN_ACCEPTED);
  g_assert_cmpstr (asc_attributes_get_string (asc_annotation_get_attributes (made), "actor"), ==, "berg");
  g_assert_true (asc_mention_suggester_accept (fixture.annotator, actor, &g_array_index (mentions, AscSpan, 0), "key") == made);
  asc_mention_suggester_accept (fixture.annotator, actor, &g_array_index (mentions, AscSpan, 1), "key");
  g_assert_cmpuint (asc_history_get_n_steps (asc_annotator_get_history (fixture.annotator)), ==, n_steps + 1);
  asc_history_undo (asc_annotator_get_history (fixture.annotator));
  g_assert_cmpuint (asc_annotation_set_get_n (asc_annotator_get_set (fixture.annotator)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mention-suggester/whole-words", test_whole_words);
  g_test_add_func ("/mention-suggester/taken-and-unspaced", test_taken_and_unspaced);
  g_test_add_func ("/mention-suggester/accept", test_accept);
  return g_test_run ();
}
