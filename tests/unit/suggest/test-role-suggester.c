/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-role-suggester.h"

#include "suggest-fixture.h"

#define TEXT \
  "Mayor Carla Stein visited the harbour on Monday.\n\n" \
  "The council met on Tuesday. Engineer Otto Brand stated on July 4 that the bridge which Lena Fuchs built is safe. " \
  "Nobody else was there. Later Paul Roth agreed.\n"

static char *
best (Fixture *fixture, AscAnnotation *claim, AscRelationType *type, AscRank *rank, gboolean *annotated)
{
  g_autoptr (GPtrArray) candidates = asc_role_suggester_suggest (fixture->annotator, claim, type, 5);
  AscRoleCandidate *candidate;

  if (candidates->len == 0)
    return NULL;
  candidate = g_ptr_array_index (candidates, 0);
  *rank = candidate->rank;
  *annotated = candidate->annotation != NULL;
  return asc_text_slice (fixture->text, &candidate->span);
}

static void
assert_best (Fixture *fixture, AscAnnotation *claim, AscRelationType *type, const char *quote, AscRank rank, gboolean annotated)
{
  AscRank found_rank = ASC_RANK_EARLIER;
  gboolean found_annotated = FALSE;
  g_autofree char *found = best (fixture, claim, type, &found_rank, &found_annotated);

  g_assert_cmpstr (found, ==, quote);
  if (quote)
    {
      g_assert_cmpint (found_rank, ==, rank);
      g_assert_cmpint (found_annotated, ==, annotated);
    }
}

/* The actor beside the cue wins over the one inside the claim, which is what it is about. */
static void
test_cue (void)
{
  g_auto (Fixture) fixture = { 0 };
  AscAnnotation *claim;

  fixture_init (&fixture, TEXT);
  fixture_annotate (&fixture, "actor", "Lena Fuchs");
  fixture_annotate (&fixture, "actor", "Otto Brand");
  fixture_annotate (&fixture, "actor", "Carla Stein");
  fixture_annotate (&fixture, "date", "July 4");
  fixture_annotate (&fixture, "date", "Tuesday");
  claim = fixture_annotate (&fixture, "claim", "the bridge which Lena Fuchs built is safe");

  assert_best (&fixture, claim, fixture.source, "Otto Brand", ASC_RANK_CUE, TRUE);
  assert_best (&fixture, claim, fixture.uttered, "July 4", ASC_RANK_CUE, TRUE);
}

/* Nothing is annotated yet: the name beside the cue and the date expression are offered all the same. */
static void
test_places (void)
{
  g_auto (Fixture) fixture = { 0 };
  AscAnnotation *claim;
  g_autoptr (GPtrArray) candidates = NULL;
  AscRelation *relation;
  guint n_steps;

  fixture_init (&fixture, TEXT);
  claim = fixture_annotate (&fixture, "claim", "the bridge which Lena Fuchs built is safe");
  assert_best (&fixture, claim, fixture.source, "Engineer Otto Brand", ASC_RANK_CUE, FALSE);
  assert_best (&fixture, claim, fixture.uttered, "July 4", ASC_RANK_CUE, FALSE);

  n_steps = asc_history_get_n_steps (fixture.history);
  candidates = asc_role_suggester_suggest (fixture.annotator, claim, fixture.source, 1);
  relation = asc_role_suggester_accept (fixture.annotator, claim, fixture.source, g_ptr_array_index (candidates, 0));
  g_assert_nonnull (relation);
  g_assert_cmpuint (asc_annotation_set_get_n (fixture.set), ==, 2);
  g_assert_cmpuint (asc_history_get_n_steps (fixture.history), ==, n_steps + 1);

  g_assert_true (asc_history_undo (fixture.history));
  g_assert_cmpuint (asc_annotation_set_get_n (fixture.set), ==, 1);
  asc_annotation_set_check_consistency (fixture.set);
}

/* With no actor in the sentence: the paragraph's earlier sentence, then the paragraph before; never what comes later. */
static void
test_distance (void)
{
  g_auto (Fixture) fixture = { 0 };
  AscAnnotation *claim;

  fixture_init (&fixture, TEXT);
  fixture_annotate (&fixture, "actor", "Paul Roth");
  claim = fixture_annotate (&fixture, "claim", "Nobody else was there");
  assert_best (&fixture, claim, fixture.source, NULL, 0, FALSE);
  fixture_annotate (&fixture, "actor", "Carla Stein");
  assert_best (&fixture, claim, fixture.source, "Carla Stein", ASC_RANK_EARLIER, TRUE);
  fixture_annotate (&fixture, "actor", "The council");
  assert_best (&fixture, claim, fixture.source, "The council", ASC_RANK_PARAGRAPH, TRUE);
  fixture_annotate (&fixture, "actor", "Otto Brand");
  assert_best (&fixture, claim, fixture.source, "Otto Brand", ASC_RANK_PARAGRAPH, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role-suggester/cue", test_cue);
  g_test_add_func ("/role-suggester/places", test_places);
  g_test_add_func ("/role-suggester/distance", test_distance);
  return g_test_run ();
}
