/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of steps, states, origins and losses, and the display names of a codebook. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-messages.h"

static char *
subject_action (const char *format_with_subject,
                const char *without_subject,
                const char *subject)
{
  if (subject == NULL || *subject == '\0')
    return g_strdup (without_subject);

  return g_strdup_printf (format_with_subject, subject);
}

static char *
state_action (const char *subject)
{
  AscState state;

  if (subject == NULL || !asc_state_from_string (subject, &state))
    return g_strdup (_("Change State"));

  switch (state)
    {
    case ASC_STATE_UNREAD:
      return g_strdup (_("Mark as Unread"));
    case ASC_STATE_READING:
      return g_strdup (_("Mark as Being Read"));
    case ASC_STATE_DONE:
      return g_strdup (_("Mark as Done"));
    case ASC_STATE_DONE_NO_CLAIMS:
      return g_strdup (_("Mark as Done, No Claims"));
    case ASC_STATE_SET_ASIDE:
      return g_strdup (_("Set Aside"));
    default:
      return g_strdup (_("Change State"));
    }
}

/**
 * asc_messages_action:
 * @action: what a step did
 * @subject: (nullable): as #AscAction says: a label, attribute, relation type or state
 * @codebook: (nullable): gives display names
 *
 * Returns: (transfer full): the step in header capitalisation
 */
char *
asc_messages_action (AscAction    action,
                     const char  *subject,
                     AscCodebook *codebook)
{
  g_return_val_if_fail (codebook == NULL || ASC_IS_CODEBOOK (codebook), g_strdup (""));

  switch (action)
    {
    case ASC_ACTION_ADD:
      /* Translators: a step that can be undone; %s is a label such as “Claim”. */
      return subject_action (_("Add %s"), _("Add Annotation"), asc_messages_label (codebook, subject));
    case ASC_ACTION_REMOVE:
      /* Translators: a step that can be undone; %s is a label such as “Claim”. */
      return subject_action (_("Remove %s"), _("Remove Annotation"), asc_messages_label (codebook, subject));
    case ASC_ACTION_CHANGE_LABEL:
      /* Translators: a step that can be undone; %s is a label such as “Claim”. */
      return subject_action (_("Change Label to %s"), _("Change Label"), asc_messages_label (codebook, subject));
    case ASC_ACTION_CHANGE_SPANS:
      return g_strdup (_("Change Passage"));
    case ASC_ACTION_CHANGE_ATTRIBUTE:
      /* Translators: a step that can be undone; %s is an attribute such as “Stance”. */
      return subject_action (_("Change %s"), _("Change Attribute"), asc_messages_attribute (codebook, NULL, subject));
    case ASC_ACTION_CHANGE_NOTE:
      return g_strdup (_("Change Note"));
    case ASC_ACTION_RELATE:
      /* Translators: a step that can be undone; %s is a role such as “Source”. */
      return subject_action (_("Add %s"), _("Add Relation"), asc_messages_relation (codebook, subject));
    case ASC_ACTION_UNRELATE:
      /* Translators: a step that can be undone; %s is a role such as “Source”. */
      return subject_action (_("Remove %s"), _("Remove Relation"), asc_messages_relation (codebook, subject));
    case ASC_ACTION_CHANGE_STATE:
      return state_action (subject);
    case ASC_ACTION_CHANGE_ACTOR:
      return g_strdup (_("Change Actor"));
    case ASC_ACTION_MERGE_ACTORS:
      return g_strdup (_("Merge Actors"));
    case ASC_ACTION_CHANGE_CODEBOOK:
      return g_strdup (_("Change Codebook"));
    case ASC_ACTION_CHANGE_ARTICLE:
      return g_strdup (_("Change Article Details"));
    case ASC_ACTION_ACCEPT:
      return g_strdup (_("Accept Suggestions"));
    case ASC_ACTION_BULK:
    default:
      return g_strdup (_("Change Several"));
    }
}

/**
 * asc_messages_undo:
 * @action: what the step to be undone did
 * @subject: (nullable): as #AscAction says
 * @codebook: (nullable): gives display names
 *
 * Returns: (transfer full): the title of the undo button and toast
 */
char *
asc_messages_undo (AscAction    action,
                   const char  *subject,
                   AscCodebook *codebook)
{
  g_autofree char *step = asc_messages_action (action, subject, codebook);

  /* Translators: %s is a step, such as “Add Claim” or “Change Note”. */
  return g_strdup_printf (_("Undo %s"), step);
}

/**
 * asc_messages_redo:
 * @action: what the step to be redone did
 * @subject: (nullable): as #AscAction says
 * @codebook: (nullable): gives display names
 *
 * Returns: (transfer full): the title of the redo button and toast
 */
char *
asc_messages_redo (AscAction    action,
                   const char  *subject,
                   AscCodebook *codebook)
{
  g_autofree char *step = asc_messages_action (action, subject, codebook);

  /* Translators: %s is a step, such as “Add Claim” or “Change Note”. */
  return g_strdup_printf (_("Redo %s"), step);
}

/**
 * asc_messages_state:
 * @state: how far an article is
 *
 * Returns: (transfer none): its name
 */
const char *
asc_messages_state (AscState state)
{
  switch (state)
    {
    case ASC_STATE_READING:
      /* Translators: state of an article that somebody is working on. */
      return _("Being read");
    case ASC_STATE_DONE:
      return _("Done");
    case ASC_STATE_DONE_NO_CLAIMS:
      return _("Done, no claims");
    case ASC_STATE_SET_ASIDE:
      return _("Set aside");
    case ASC_STATE_UNREAD:
    default:
      return _("Unread");
    }
}

/**
 * asc_messages_origin:
 * @origin: where an annotation came from
 *
 * Returns: (transfer none): its name
 */
const char *
asc_messages_origin (AscOrigin origin)
{
  switch (origin)
    {
    case ASC_ORIGIN_ACCEPTED:
      return _("Accepted suggestion");
    case ASC_ORIGIN_SUGGESTED:
      return _("Suggestion");
    case ASC_ORIGIN_IMPORTED:
      return _("Imported");
    case ASC_ORIGIN_MANUAL:
    default:
      return _("Made by hand");
    }
}

static const char *
loss_format (AscLoss loss,
             guint   count)
{
  /* Translators: the lines of a loss report, shown before an export. %u is a number. */
  switch (loss)
    {
    case ASC_LOSS_NESTED:
      return ngettext ("%u annotation inside or around another is left out",
                       "%u annotations inside or around another are left out", count);
    case ASC_LOSS_OVERLAPPING:
      return ngettext ("%u annotation that overlaps another is left out",
                       "%u annotations that overlap another are left out", count);
    case ASC_LOSS_DISCONTINUOUS:
      return ngettext ("%u annotation in several pieces does not keep its pieces",
                       "%u annotations in several pieces do not keep their pieces", count);
    case ASC_LOSS_RELATION:
      return ngettext ("%u relation is left out", "%u relations are left out", count);
    case ASC_LOSS_ATTRIBUTE:
      return ngettext ("%u attribute is left out", "%u attributes are left out", count);
    case ASC_LOSS_NOTE:
      return ngettext ("%u note is left out", "%u notes are left out", count);
    case ASC_LOSS_ACTOR:
      return ngettext ("%u link to the actor register is left out",
                       "%u links to the actor register are left out", count);
    case ASC_LOSS_ALIGNMENT:
      return ngettext ("%u annotation begins or ends inside a word and does not keep its exact ends",
                       "%u annotations begin or end inside a word and do not keep their exact ends", count);
    case ASC_LOSS_CHARACTER:
      return ngettext ("%u text has characters that this format cannot hold",
                       "%u texts have characters that this format cannot hold", count);
    case ASC_LOSS_LABEL:
      return ngettext ("%u annotation has a label that this export has no place for",
                       "%u annotations have labels that this export has no place for", count);
    case ASC_LOSS_OFFSET_UNIT:
      return ngettext ("%u text has emoji or rare characters, after which some programs count positions differently",
                       "%u texts have emoji or rare characters, after which some programs count positions differently", count);
    case ASC_LOSS_METADATA:
      return ngettext ("The details of %u article are left out", "The details of %u articles are left out", count);
    case ASC_N_LOSSES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * asc_messages_loss:
 * @loss: a kind of loss
 * @count: how many of it
 *
 * Returns: (transfer full): the line of a loss report
 */
char *
asc_messages_loss (AscLoss loss,
                   guint   count)
{
  g_return_val_if_fail (loss < ASC_N_LOSSES, g_strdup (""));

  return g_strdup_printf (loss_format (loss, count), count);
}

/**
 * asc_messages_label:
 * @codebook: (nullable): a codebook
 * @label: (nullable): the name of a label
 *
 * Returns: (transfer none): what people read for it; the name itself when the codebook does not know it, "" for %NULL
 */
const char *
asc_messages_label (AscCodebook *codebook,
                    const char  *label)
{
  AscLabel *found;

  if (label == NULL)
    return "";

  found = codebook != NULL ? asc_codebook_lookup_label (codebook, label) : NULL;

  return found != NULL ? asc_label_get_display_name (found) : label;
}

static AscAttributeDefinition *
find_attribute (AscCodebook *codebook,
                const char  *label,
                const char  *attribute)
{
  GListModel *labels;
  guint n_labels;

  if (label != NULL)
    {
      AscLabel *found = asc_codebook_lookup_label (codebook, label);

      return found != NULL ? asc_label_lookup_attribute (found, attribute) : NULL;
    }

  labels = asc_codebook_get_labels (codebook);
  n_labels = g_list_model_get_n_items (labels);
  for (guint i = 0; i < n_labels; i++)
    {
      g_autoptr (AscLabel) candidate = g_list_model_get_item (labels, i);
      AscAttributeDefinition *definition = asc_label_lookup_attribute (candidate, attribute);

      if (definition != NULL)
        return definition;
    }

  return NULL;
}

/**
 * asc_messages_attribute:
 * @codebook: (nullable): a codebook
 * @label: (nullable): the name of the label it belongs to; %NULL for the first label that has it
 * @attribute: (nullable): the name of an attribute
 *
 * Returns: (transfer none): what people read for it; the name itself when the codebook does not know it, "" for %NULL
 */
const char *
asc_messages_attribute (AscCodebook *codebook,
                        const char  *label,
                        const char  *attribute)
{
  AscAttributeDefinition *definition;
  const char *display_name;

  if (attribute == NULL)
    return "";

  definition = codebook != NULL ? find_attribute (codebook, label, attribute) : NULL;
  display_name = definition != NULL ? asc_attribute_definition_get_display_name (definition) : NULL;

  return display_name != NULL ? display_name : attribute;
}

/**
 * asc_messages_relation:
 * @codebook: (nullable): a codebook
 * @relation: (nullable): the name of a relation type
 *
 * Returns: (transfer none): what people read for it; the name itself when the codebook does not know it, "" for %NULL
 */
const char *
asc_messages_relation (AscCodebook *codebook,
                       const char  *relation)
{
  AscRelationType *type;
  const char *display_name;

  if (relation == NULL)
    return "";

  type = codebook != NULL ? asc_codebook_lookup_relation (codebook, relation) : NULL;
  display_name = type != NULL ? asc_relation_type_get_display_name (type) : NULL;

  return display_name != NULL ? display_name : relation;
}
