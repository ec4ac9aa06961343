/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-role-row.h"

#include "asc-proposal-chip.h"
#include "asc-relation-chip.h"
#include "asc-role-actors.h"
#include "asc-role-picker.h"
#include "asc-todo.h"

struct _AscRoleRow
{
  GtkBox           parent_instance;

  GtkLabel        *caption;
  GtkWidget       *chips;

  AscSession      *session;
  AscRelationType *type;
  gboolean         incoming;
  AscAnnotation   *annotation;
};

G_DEFINE_FINAL_TYPE (AscRoleRow, asc_role_row, GTK_TYPE_BOX)

static void
decide_none (AscRoleRow *self, gboolean none)
{
  AscAnnotator *annotator = asc_session_get_annotator (self->session);

  if (annotator != NULL)
    asc_annotator_set_attribute (annotator, self->annotation, asc_relation_type_get_none_attribute (self->type), none ? g_variant_new_boolean (TRUE) : NULL);
}

static void
on_add (AscRoleRow *self)
{
  asc_session_set_selected (self->session, self->annotation);
  asc_session_relate (self->session, self->annotation, self->type);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

static void
on_none (AscRoleRow *self)
{
  decide_none (self, TRUE);
}

static void
on_undecide (AscRoleRow *self)
{
  decide_none (self, FALSE);
}

static GtkWidget *
add_button (AscRoleRow *self, const char *text, const char *accessible, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "chip-button");
  gtk_widget_set_tooltip_text (button, accessible);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->chips), button);
  return button;
}

static void
add_dim (AscRoleRow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_wrap_box_append (ADW_WRAP_BOX (self->chips), label);
}

/* Who or what is proposed, while this is the selected annotation's card. */
static gboolean
add_proposal (AscRoleRow *self)
{
  AscProposals  *proposals = asc_session_get_proposals (self->session);
  AscAnnotation *claim = proposals ? asc_proposals_get_claim (proposals) : NULL;
  AscProposal   *proposal;

  if (claim == NULL || !g_str_equal (asc_annotation_get_id (claim), asc_annotation_get_id (self->annotation)))
    return FALSE;

  proposal = asc_proposals_lookup (proposals, asc_relation_type_get_name (self->type));
  if (proposal != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (self->chips), asc_proposal_chip_new (self->session, proposal));
  return proposal != NULL;
}

static void
add_add_button (AscRoleRow *self, const char *words)
{
  GtkWidget *picker;

  if (!asc_role_actors_fit (asc_session_get_annotator (self->session), self->type))
    {
      add_button (self, C_("role", "Add…"), words, G_CALLBACK (on_add));
      return;
    }

  picker = asc_role_picker_new (self->session, self->type);
  g_signal_connect_object (picker, "choose-in-text", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->chips), picker);
}

static guint
add_chips (AscRoleRow *self, gboolean editable)
{
  AscAnnotationSet     *set = asc_session_get_set (self->session);
  const char           *id = asc_annotation_get_id (self->annotation);
  g_autoptr (GPtrArray) relations = self->incoming ? asc_annotation_set_relations_to (set, id)
                                                   : asc_annotation_set_relations_from (set, id);
  guint                 n = 0;

  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation   *relation = g_ptr_array_index (relations, i);
      AscAnnotation *far;

      if (!g_str_equal (asc_relation_get_relation_type (relation), asc_relation_type_get_name (self->type)))
        continue;
      far = asc_annotation_set_lookup (set, self->incoming ? asc_relation_get_from (relation) : asc_relation_get_to (relation));
      if (far == NULL)
        continue;
      adw_wrap_box_append (ADW_WRAP_BOX (self->chips), asc_relation_chip_new (self->session, relation, far, editable));
      n++;
    }
  return n;
}

static void
asc_role_row_dispose (GObject *object)
{
  AscRoleRow *self = ASC_ROLE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ROLE_ROW);
  g_clear_object (&self->session);
  g_clear_object (&self->type);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (asc_role_row_parent_class)->dispose (object);
}

static void
asc_role_row_class_init (AscRoleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_role_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AscRoleRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AscRoleRow, chips);
}

static void
asc_role_row_init (AscRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_role_row_new:
 * @session: what the window works on
 * @type: a relation type of the codebook
 * @incoming: whether to show the relations that point to the annotation
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
asc_role_row_new (AscSession *session, AscRelationType *type, gboolean incoming)
{
  AscRoleRow      *self;
  g_autofree char *caption = NULL;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);

  self = g_object_new (ASC_TYPE_ROLE_ROW, NULL);
  self->session = g_object_ref (session);
  self->type = g_object_ref (type);
  self->incoming = incoming;
  /* Translators: on the card of an actor or a date, before the claims that point to it; %s is the role: “← Source”. */
  caption = incoming ? g_strdup_printf (_("← %s"), asc_relation_type_get_display_name (type))
                     : g_strdup (asc_relation_type_get_display_name (type));
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), asc_relation_type_get_description (type));
  return GTK_WIDGET (self);
}

/**
 * asc_role_row_get_caption:
 * @self: a row
 *
 * Returns: (transfer none): the widget before the chips
 */
GtkWidget *
asc_role_row_get_caption (AscRoleRow *self)
{
  g_return_val_if_fail (ASC_IS_ROLE_ROW (self), NULL);

  return GTK_WIDGET (self->caption);
}

/**
 * asc_role_row_show:
 * @self: a row
 * @annotation: whose relations to show
 * @editable: whether with buttons
 */
void
asc_role_row_show (AscRoleRow *self, AscAnnotation *annotation, gboolean editable)
{
  const char      *role;
  g_autofree char *add = NULL, *none = NULL;
  GtkWidget       *child;
  gboolean         proposed;
  guint            n, max;

  g_return_if_fail (ASC_IS_ROLE_ROW (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));

  g_set_object (&self->annotation, annotation);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), child);

  n = add_chips (self, editable);
  if (self->incoming)
    return;

  role = asc_relation_type_get_display_name (self->type);
  /* Translators: a button; %s is a role such as “Source”. */
  add = g_strdup_printf (_("Add %s"), role);
  /* Translators: a button that says that a claim has none; %s is a role such as “Source”. */
  none = g_strdup_printf (_("No %s"), role);

  if (n == 0 && asc_todo_is_none (self->annotation, self->type))
    {
      g_autofree char *undecide = g_strdup_printf (_("“%s” was decided: take it back"), none);
      GtkWidget       *button;

      if (!editable)
        {
          add_dim (self, C_("role", "None"));
          return;
        }
      button = add_button (self, C_("role", "None"), undecide, G_CALLBACK (on_undecide));
      gtk_widget_add_css_class (button, "active");
      return;
    }
  proposed = editable && n == 0 && add_proposal (self);
  if (n == 0 && !editable && !proposed)
    add_dim (self, C_("role", "Not decided"));
  max = asc_relation_type_get_max (self->type);
  if (editable && (n == 0 || (asc_relation_type_get_expected (self->type) && (max == 0 || n < max))))
    add_add_button (self, add);
  if (editable && n == 0 && asc_relation_type_get_expected (self->type))
    add_button (self, C_("role", "None"), none, G_CALLBACK (on_none));
}
