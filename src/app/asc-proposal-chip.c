/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-proposal-chip.h"

#include "asc-annotation-words.h"
#include "asc-messages.h"

#define MAX_CHARS 60

struct _AscProposalChip
{
  GtkBox       parent_instance;

  GtkButton   *accept;
  GtkLabel    *name;
  GtkButton   *other;
  GtkButton   *dismiss;

  AscSession  *session;
  AscProposal *proposal;
};

G_DEFINE_FINAL_TYPE (AscProposalChip, asc_proposal_chip, GTK_TYPE_BOX)

/* The actor's name or the date in words; of a place that nobody has annotated yet, what stands there, and a date's value. */
static char *
make_name (AscProposalChip *self)
{
  const AscRoleCandidate  *candidate = asc_proposal_get_chosen (self->proposal);
  AscAnnotator            *annotator = asc_session_get_annotator (self->session);
  AscArticle              *article = asc_session_get_article (self->session);
  AscProject              *project = asc_session_get_project (self->session);
  AscLabel                *label;
  g_autoptr (AscDateMatch) match = NULL;
  AscText                 *text = asc_article_get_text (article);

  if (candidate->annotation != NULL)
    return asc_annotation_words_name (candidate->annotation, project, MAX_CHARS);

  label = asc_codebook_lookup_label (asc_project_get_codebook (project), candidate->label);
  if (label != NULL && asc_label_get_values (label)->takes == ASC_TAKES_DATE)
    match = asc_date_finder_resolve (asc_annotator_get_date_finder (annotator), text, asc_article_get_published (article), &candidate->span);
  if (match != NULL && match->value != NULL)
    return asc_messages_format_date (match->value);
  return asc_text_slice (text, &candidate->span);
}

static void
light (AscProposalChip *self)
{
  const AscRoleCandidate *candidate = asc_proposal_get_chosen (self->proposal);

  if (candidate->annotation != NULL && asc_session_get_set (self->session) != NULL)
    asc_session_set_hovered (self->session, candidate->annotation);
}

static void
unlight (AscProposalChip *self)
{
  if (asc_session_get_set (self->session) != NULL)
    asc_session_set_hovered (self->session, NULL);
}

static void
on_accept (AscProposalChip *self)
{
  AscProposals *proposals = asc_session_get_proposals (self->session);

  if (proposals != NULL && !asc_proposals_accept (proposals, self->proposal))
    asc_session_notice (self->session, _("These cannot be related, or are already"));
}

static void
on_other (AscProposalChip *self)
{
  asc_proposal_set_choice (self->proposal, asc_proposal_get_choice (self->proposal) + 1);
}

static void
on_dismiss (AscProposalChip *self)
{
  AscProposals *proposals = asc_session_get_proposals (self->session);

  if (proposals != NULL)
    asc_proposals_dismiss (proposals, self->proposal);
}

static void
asc_proposal_chip_dispose (GObject *object)
{
  AscProposalChip *self = ASC_PROPOSAL_CHIP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->proposal);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_PROPOSAL_CHIP);

  G_OBJECT_CLASS (asc_proposal_chip_parent_class)->dispose (object);
}

static void
asc_proposal_chip_class_init (AscProposalChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_proposal_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-proposal-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AscProposalChip, accept);
  gtk_widget_class_bind_template_child (widget_class, AscProposalChip, name);
  gtk_widget_class_bind_template_child (widget_class, AscProposalChip, other);
  gtk_widget_class_bind_template_child (widget_class, AscProposalChip, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, light);
  gtk_widget_class_bind_template_callback (widget_class, unlight);
}

static void
asc_proposal_chip_init (AscProposalChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkButton *button, const char *format, const char *role, const char *name)
{
  g_autoptr (GString) words = g_string_new (format);

  g_string_replace (words, "{role}", role, 1);
  g_string_replace (words, "{name}", name, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

/**
 * asc_proposal_chip_new:
 * @session: what the window works on
 * @proposal: one of its proposals
 *
 * Returns: (transfer floating): a chip that shows the candidate that is chosen now
 */
GtkWidget *
asc_proposal_chip_new (AscSession *session, AscProposal *proposal)
{
  AscProposalChip *self;
  g_autofree char *name = NULL, *question = NULL;
  const char      *role;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (ASC_IS_PROPOSAL (proposal), NULL);

  self = g_object_new (ASC_TYPE_PROPOSAL_CHIP, NULL);
  self->session = g_object_ref (session);
  self->proposal = g_object_ref (proposal);

  name = make_name (self);
  /* Translators: what is proposed as a source or date and was not accepted yet: “Dr. Wang?”. */
  question = g_strdup_printf (_("%s?"), name);
  gtk_label_set_label (self->name, question);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->accept), _("Accept"));
  gtk_widget_set_visible (GTK_WIDGET (self->other), asc_proposal_get_n_candidates (proposal) > 1);

  role = asc_relation_type_get_display_name (asc_proposal_get_relation_type (proposal));
  /* Translators: keep {role} and {name}: “Accept Source: Dr. Wang”. */
  set_label (self->accept, _("Accept {role}: {name}"), role, name);
  /* Translators: keep {role} and {name}. */
  set_label (self->other, _("Propose another {role} than {name}"), role, name);
  /* Translators: keep {role} and {name}. */
  set_label (self->dismiss, _("Dismiss {role}: {name}"), role, name);
  return GTK_WIDGET (self);
}
