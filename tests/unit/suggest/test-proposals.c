/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-proposals.h"

#include "suggest-fixture.h"

#define TEXT "Otto Brand stated on July 4 that the bridge is safe. Carla Stein was there.\n"

static void
count (guint *n)
{
  *n += 1;
}

static void
test_accept_all (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (AscProposals) proposals = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  AscAnnotation *claim;
  guint n_changed = 0, n_steps;
  AscSpan ghost;

  fixture_init (&fixture, TEXT);
  fixture_annotate (&fixture, "actor", "Otto Brand");
  claim = fixture_annotate (&fixture, "claim", "the bridge is safe");
  proposals = asc_proposals_new (fixture.annotator);
  g_signal_connect_swapped (proposals, "changed", G_CALLBACK (count), &n_changed);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (proposals)), ==, 0);

  asc_proposals_set_claim (proposals, claim);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (proposals)), ==, 2);
  g_assert_true (asc_proposals_get_ghost (proposals, 0, &ghost));
  g_assert_true (asc_text_matches (fixture.text, &ghost, "Otto Brand"));
  g_assert_true (asc_proposals_get_ghost (proposals, 1, &ghost));
  g_assert_true (asc_text_matches (fixture.text, &ghost, "July 4"));

  n_steps = asc_history_get_n_steps (fixture.history);
  g_assert_true (asc_proposals_accept_all (proposals));
  g_assert_cmpuint (asc_history_get_n_steps (fixture.history), ==, n_steps + 1);
  relations = asc_annotation_set_get_relations (fixture.set);
  g_assert_cmpuint (relations->len, ==, 2);
  g_assert_cmpuint (asc_annotation_set_get_n (fixture.set), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (proposals)), ==, 0);
  g_assert_false (asc_proposals_accept_all (proposals));

  g_assert_true (asc_history_undo (fixture.history));
  g_assert_cmpuint (asc_annotation_set_get_n (fixture.set), ==, 2);
}

static void
test_choice (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (AscProposals) proposals = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  AscAnnotation *claim, *second;
  AscProposal *proposal;

  fixture_init (&fixture, "Carla Stein and Otto Brand stated that the bridge is safe.\n");
  fixture_annotate (&fixture, "actor", "Otto Brand");
  second = fixture_annotate (&fixture, "actor", "Carla Stein");
  claim = fixture_annotate (&fixture, "claim", "the bridge is safe");
  proposals = asc_proposals_new (fixture.annotator);
  asc_proposals_set_claim (proposals, claim);
  proposal = asc_proposals_lookup (proposals, "source");
  g_assert_nonnull (proposal);
  g_assert_true (asc_text_matches (fixture.text, &asc_proposal_get_chosen (proposal)->span, "Otto Brand"));

  asc_proposal_set_choice (proposal, 1);
  asc_proposals_set_claim (proposals, claim);   /* looks afresh: the choice stays */
  proposal = asc_proposals_lookup (proposals, "source");
  g_assert_true (asc_proposal_get_chosen (proposal)->annotation == second);
  g_assert_true (asc_proposals_accept (proposals, proposal));
  relations = asc_annotation_set_relations_to (fixture.set, asc_annotation_get_id (second));
  g_assert_cmpuint (relations->len, ==, 1);

  /* Past the last candidate it begins again. */
  proposal = asc_proposals_lookup (proposals, "source");
  g_assert_null (proposal);
}

static void
test_none (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (AscProposals) proposals = NULL;
  AscAnnotation *claim;

  fixture_init (&fixture, TEXT);
  claim = fixture_annotate (&fixture, "claim", "the bridge is safe");
  proposals = asc_proposals_new (fixture.annotator);
  asc_proposals_set_claim (proposals, claim);
  g_assert_nonnull (asc_proposals_lookup (proposals, "source"));

  g_assert_true (asc_proposals_decide_none (proposals, fixture.source));
  g_assert_null (asc_proposals_lookup (proposals, "source"));
  g_assert_nonnull (asc_proposals_lookup (proposals, "uttered"));
  claim = asc_annotation_set_lookup (fixture.set, asc_annotation_get_id (claim));
  g_assert_true (g_variant_get_boolean (asc_attributes_get (asc_annotation_get_attributes (claim), "no-source")));

  g_assert_true (asc_history_undo (fixture.history));
  asc_proposals_set_claim (proposals, asc_annotation_set_lookup (fixture.set, asc_annotation_get_id (claim)));
  g_assert_nonnull (asc_proposals_lookup (proposals, "source"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposals/accept-all", test_accept_all);
  g_test_add_func ("/proposals/choice", test_choice);
  g_test_add_func ("/proposals/none", test_none);
  return g_test_run ();
}
