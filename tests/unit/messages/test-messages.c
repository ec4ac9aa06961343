/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "asc-codebook-file.h"
#include "asc-messages.h"

static void
test_actions (void)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  static const struct { AscAction action; const char *subject; const char *words; } cases[] = {
    { ASC_ACTION_ADD, "claim", "Add Claim" },
    { ASC_ACTION_ADD, NULL, "Add Annotation" },
    { ASC_ACTION_REMOVE, "actor", "Remove Actor" },
    { ASC_ACTION_REMOVE, "unheard-of", "Remove unheard-of" },
    { ASC_ACTION_CHANGE_LABEL, "date", "Change Label to Date" },
    { ASC_ACTION_CHANGE_SPANS, NULL, "Change Passage" },
    { ASC_ACTION_CHANGE_ATTRIBUTE, "stance", "Change Stance" },
    { ASC_ACTION_CHANGE_NOTE, NULL, "Change Note" },
    { ASC_ACTION_RELATE, "source", "Add Source" },
    { ASC_ACTION_UNRELATE, "quoted-in", "Remove Quoted in" },
    { ASC_ACTION_CHANGE_STATE, "done", "Mark as Done" },
    { ASC_ACTION_CHANGE_STATE, "nonsense", "Change State" },
    { ASC_ACTION_BULK, NULL, "Change Several" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = asc_messages_action (cases[i].action, cases[i].subject, codebook);
      g_autofree char *undo = asc_messages_undo (cases[i].action, cases[i].subject, codebook);
      g_autofree char *redo = asc_messages_redo (cases[i].action, cases[i].subject, codebook);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true (g_str_has_prefix (undo, "Undo ") && g_str_has_suffix (undo, words));
      g_assert_true (g_str_has_prefix (redo, "Redo ") && g_str_has_suffix (redo, words));
    }
}

static void
test_all_have_words (void)
{
  for (guint action = 0; action <= ASC_ACTION_BULK; action++)
    {
      g_autofree char *words = asc_messages_action (action, NULL, NULL);

      g_assert_cmpstr (words, !=, "");
    }
  for (guint state = 0; state <= ASC_STATE_SET_ASIDE; state++)
    g_assert_cmpstr (asc_messages_state (state), !=, "");
  for (guint origin = 0; origin <= ASC_ORIGIN_IMPORTED; origin++)
    g_assert_cmpstr (asc_messages_origin (origin), !=, "");
}

static void
test_losses (void)
{
  g_autofree char *one = asc_messages_loss (ASC_LOSS_RELATION, 1);
  g_autofree char *many = asc_messages_loss (ASC_LOSS_RELATION, 3);

  g_assert_cmpstr (one, ==, "1 relation is left out");
  g_assert_cmpstr (many, ==, "3 relations are left out");

  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    {
      g_autofree char *words = asc_messages_loss (loss, 12);

      g_assert_nonnull (strstr (words, "12 "));
    }
}

static void
test_names (void)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();

  g_assert_cmpstr (asc_messages_label (codebook, "claim"), ==, "Claim");
  g_assert_cmpstr (asc_messages_label (codebook, "x"), ==, "x");
  g_assert_cmpstr (asc_messages_label (NULL, "claim"), ==, "claim");
  g_assert_cmpstr (asc_messages_label (codebook, NULL), ==, "");
  g_assert_cmpstr (asc_messages_attribute (codebook, "actor", "actor"), ==, "Who");
  g_assert_cmpstr (asc_messages_attribute (codebook, NULL, "stance"), ==, "Stance");
  g_assert_cmpstr (asc_messages_attribute (codebook, "actor", "stance"), ==, "stance");
  g_assert_cmpstr (asc_messages_relation (codebook, "uttered"), ==, "Uttered");
  g_assert_cmpstr (asc_messages_relation (codebook, "x"), ==, "x");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/messages/actions", test_actions);
  g_test_add_func ("/messages/all-have-words", test_all_have_words);
  g_test_add_func ("/messages/losses", test_losses);
  g_test_add_func ("/messages/names", test_names);

  return g_test_run ();
}
