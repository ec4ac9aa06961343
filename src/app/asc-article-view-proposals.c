/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

#include "asc-annotation-words.h"
#include "asc-role-actors.h"

static GListModel *
get_proposals (AscArticleView *self)
{
  return G_LIST_MODEL (asc_session_get_proposals (self->session));
}

static guint
count (AscArticleView *self)
{
  return get_proposals (self) != NULL ? g_list_model_get_n_items (get_proposals (self)) : 0;
}

/* The proposal that is being changed. */
static AscProposal *
get_picked (AscArticleView *self)
{
  g_autoptr (AscProposal) proposal = NULL;

  if (self->key_state != ASC_KEYS_ROLE || self->proposal >= count (self))
    return NULL;

  proposal = g_list_model_get_item (get_proposals (self), self->proposal);
  return proposal; /* the list holds it */
}

/**
 * asc_article_view_get_open_role:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the role that keys decide now: the one being changed, else the first that is not decided
 */
AscRelationType *
asc_article_view_get_open_role (AscArticleView *self)
{
  AscProposals *proposals = asc_session_get_proposals (self->session);
  AscProposal  *picked = get_picked (self);

  if (picked != NULL)
    return asc_proposal_get_relation_type (picked);
  return proposals != NULL ? asc_proposals_get_undecided (proposals) : NULL;
}

gboolean
asc_article_view_has_proposals (AscArticleView *self)
{
  return count (self) > 0;
}

static void
show_picked (AscArticleView *self)
{
  AscProposal     *picked = get_picked (self);
  AscText         *text = self->text;
  g_autofree char *words = NULL, *message = NULL;
  const AscSpan   *span;

  if (picked == NULL)
    return;

  span = &asc_proposal_get_chosen (picked)->span;
  words = asc_text_slice (text, span);
  /* Translators: said to screen readers: a role, what is proposed for it, and which of how many: “Source: Dr. Wang, 1 of 3”. */
  message = g_strdup_printf (_("%s: %s, %u of %u"), asc_relation_type_get_display_name (asc_proposal_get_relation_type (picked)), words,
                             asc_proposal_get_choice (picked) + 1, asc_proposal_get_n_candidates (picked));
  asc_article_view_announce (self, message);
  asc_article_view_show_span (self, span);
}

/* Says what is proposed for what was just selected, after its own description. */
static void
announce_all (AscArticleView *self)
{
  g_autoptr (GString) message = g_string_new (_("Proposed"));

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr (AscProposal) proposal = g_list_model_get_item (get_proposals (self), i);
      g_autofree char        *words = asc_text_slice (self->text, &asc_proposal_get_chosen (proposal)->span);

      g_string_append_printf (message, "; %s: %s", asc_relation_type_get_display_name (asc_proposal_get_relation_type (proposal)), words);
    }
  asc_article_view_announce (self, message->str);
}

/**
 * asc_article_view_update_proposals:
 * @self: a view
 *
 * What is proposed, or what of it is on show, changed.
 */
void
asc_article_view_update_proposals (AscArticleView *self)
{
  if (self->key_state == ASC_KEYS_ROLE && get_picked (self) == NULL)
    self->key_state = ASC_KEYS_READING;
  else if (self->key_state == ASC_KEYS_ROLE)
    show_picked (self);
  else if (count (self) > 0 && gtk_widget_is_focus (GTK_WIDGET (self)))
    announce_all (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  asc_article_view_state_changed (self);
}

/**
 * asc_article_view_step_proposal:
 * @self: a view
 * @step: 1 for the next role, -1 for the one before
 *
 * Takes a role to change. After the last one it goes on to the next annotation, so that Tab never stays on one.
 *
 * Returns: whether there was one
 */
gboolean
asc_article_view_step_proposal (AscArticleView *self, int step)
{
  guint next;

  if (count (self) == 0)
    return FALSE;

  next = self->key_state == ASC_KEYS_ROLE ? self->proposal + step : step > 0 ? 0 : count (self) - 1;
  if (next >= count (self))
    {
      asc_article_view_leave_proposals (self);
      return step > 0 ? asc_article_view_run (self, ASC_COMMAND_NEXT) : TRUE;
    }

  self->key_state = ASC_KEYS_ROLE;
  self->proposal = next;
  show_picked (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

void
asc_article_view_leave_proposals (AscArticleView *self)
{
  AscAnnotation *selected = asc_session_get_selected (self->session);

  self->key_state = ASC_KEYS_READING;
  if (selected != NULL)
    asc_article_view_show_span (self, &ASC_SPAN (asc_annotation_get_start (selected), asc_annotation_get_end (selected)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
asc_article_view_step_candidate (AscArticleView *self, int step)
{
  AscProposal *picked = get_picked (self);

  if (picked == NULL)
    return FALSE;
  asc_proposal_set_choice (picked, asc_proposal_get_choice (picked) + asc_proposal_get_n_candidates (picked) + step);
  return TRUE;
}

gboolean
asc_article_view_accept_proposals (AscArticleView *self)
{
  AscProposals *proposals = asc_session_get_proposals (self->session);

  if (!asc_proposals_accept_all (proposals))
    {
      asc_session_notice (self->session, _("These cannot be related, or are already"));
      return TRUE;
    }
  if (asc_session_get_selected (self->session) != NULL)
    asc_article_view_go_to_annotation (self, asc_session_get_selected (self->session));
  return TRUE;
}

gboolean
asc_article_view_dismiss_proposal (AscArticleView *self)
{
  AscProposal *picked = get_picked (self);

  if (picked == NULL)
    return FALSE;
  asc_proposals_dismiss (asc_session_get_proposals (self->session), picked);
  return TRUE;
}

/* "No source" */
gboolean
asc_article_view_decide_none (AscArticleView *self)
{
  AscRelationType *type = asc_article_view_get_open_role (self);

  return type != NULL && asc_proposals_decide_none (asc_session_get_proposals (self->session), type);
}

/* The role that a digit's actor gets. */
static AscRelationType *
get_actor_role (AscArticleView *self)
{
  AscAnnotator        *annotator = asc_session_get_annotator (self->session);
  AscAnnotation       *selected = asc_session_get_selected (self->session);
  AscRelationType     *open = asc_article_view_get_open_role (self);
  g_autoptr (GPtrArray) types = NULL;

  if (open != NULL && asc_role_actors_fit (annotator, open))
    return open;
  if (self->key_state == ASC_KEYS_ROLE)
    return NULL;

  types = asc_codebook_relations_from (asc_article_view_get_codebook (self), asc_annotation_get_label (selected));
  for (guint i = 0; i < types->len; i++)
    {
      if (asc_relation_type_get_expected (g_ptr_array_index (types, i)) && asc_role_actors_fit (annotator, g_ptr_array_index (types, i)))
        return g_ptr_array_index (types, i);
    }
  return NULL;
}

gboolean
asc_article_view_can_pick_actor (AscArticleView *self)
{
  return asc_session_get_proposals (self->session) != NULL && asc_session_get_selected (self->session) != NULL
         && !asc_article_view_get_selection (self, NULL) && get_actor_role (self) != NULL;
}

/**
 * asc_article_view_pick_actor:
 * @self: a view
 * @number: from 1
 *
 * Gives the open role to the so many'th of the actors mentioned last.
 *
 * Returns: whether it was a key of ours
 */
gboolean
asc_article_view_pick_actor (AscArticleView *self, guint number)
{
  g_autoptr (GPtrArray) actors = NULL;

  if (!asc_article_view_can_pick_actor (self))
    return FALSE;

  actors = asc_role_actors_recent (asc_session_get_annotator (self->session), asc_session_get_selected (self->session), 9);
  if (number > actors->len)
    asc_session_notice (self->session, _("There are not so many actors here yet"));
  else
    asc_session_give_role (self->session, get_actor_role (self), g_ptr_array_index (actors, number - 1));
  return TRUE;
}

/**
 * asc_article_view_search_actor:
 * @self: a view
 * @typed: what was typed so far
 *
 * Goes on typing in the search for an actor of the role being changed.
 *
 * Returns: whether the role takes actors
 */
gboolean
asc_article_view_search_actor (AscArticleView *self, const char *typed)
{
  AscProposal *picked = get_picked (self);

  if (picked == NULL || !asc_role_actors_fit (asc_session_get_annotator (self->session), asc_proposal_get_relation_type (picked)))
    return FALSE;
  g_signal_emit_by_name (self, "search-actor", asc_relation_type_get_name (asc_proposal_get_relation_type (picked)), typed);
  return TRUE;
}

/* ---- drawing --------------------------------------------------------------------------------------------- */

/* The label that a candidate has or would get. */
static const char *
label_of (const AscRoleCandidate *candidate)
{
  return candidate->annotation != NULL ? asc_annotation_get_label (candidate->annotation) : candidate->label;
}

void
asc_article_view_draw_line_ghosts (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot)
{
  AscLineRows       *rows = asc_line_geometry_get_rows (geometry);
  const AscSpan     *line = asc_line_rows_get_span (rows);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (AscSpanRect));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, top));
  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr (AscProposal) proposal = g_list_model_get_item (get_proposals (self), i);
      const AscRoleCandidate *candidate = asc_proposal_get_chosen (proposal);
      gboolean                picked = self->key_state == ASC_KEYS_ROLE && i == self->proposal;

      if (candidate->span.start >= line->end || candidate->span.end <= line->start)
        continue;
      g_array_set_size (rects, 0);
      asc_line_rows_add_rects (rows, &candidate->span, rects);
      for (guint j = 0; j < rects->len; j++)
        asc_annotation_painter_draw_ghost (self->painter, snapshot, &g_array_index (rects, AscSpanRect, j), label_of (candidate), picked);
    }
  gtk_snapshot_restore (snapshot);
}
