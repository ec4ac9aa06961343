/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-relation-chip.h"

#include "asc-annotation-words.h"
#include "asc-messages.h"

#define MAX_CHARS 60

struct _AscRelationChip
{
  GtkBox         parent_instance;

  GtkButton     *go;
  GtkLabel      *name;
  GtkButton     *remove;

  AscSession    *session;
  AscRelation   *relation;
  AscAnnotation *far;
};

G_DEFINE_FINAL_TYPE (AscRelationChip, asc_relation_chip, GTK_TYPE_BOX)

/* The far end as it is now: the chip may be older than an edit of it. */
static AscAnnotation *
get_far (AscRelationChip *self)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);

  return set ? asc_annotation_set_lookup (set, asc_annotation_get_id (self->far)) : NULL;
}

static void
light (AscRelationChip *self)
{
  AscAnnotation *far = get_far (self);

  if (far != NULL)
    asc_session_set_hovered (self->session, far);
}

static void
unlight (AscRelationChip *self)
{
  AscAnnotation *hovered = asc_session_get_hovered (self->session);

  if (hovered != NULL && g_str_equal (asc_annotation_get_id (hovered), asc_annotation_get_id (self->far)))
    asc_session_set_hovered (self->session, NULL);
}

static void
on_go (AscRelationChip *self)
{
  AscAnnotation *far = get_far (self);

  if (far != NULL)
    asc_session_reveal (self->session, far);
}

static void
on_remove (AscRelationChip *self)
{
  AscAnnotator *annotator = asc_session_get_annotator (self->session);

  if (annotator != NULL)
    asc_annotator_unrelate (annotator, self->relation);
}

static void
asc_relation_chip_dispose (GObject *object)
{
  AscRelationChip *self = ASC_RELATION_CHIP (object);

  if (self->session != NULL)
    unlight (self);
  g_clear_object (&self->session);
  g_clear_object (&self->relation);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_RELATION_CHIP);

  G_OBJECT_CLASS (asc_relation_chip_parent_class)->dispose (object);
}

static void
asc_relation_chip_finalize (GObject *object)
{
  g_clear_object (&ASC_RELATION_CHIP (object)->far);

  G_OBJECT_CLASS (asc_relation_chip_parent_class)->finalize (object);
}

static void
asc_relation_chip_class_init (AscRelationChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_relation_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_relation_chip_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-relation-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AscRelationChip, go);
  gtk_widget_class_bind_template_child (widget_class, AscRelationChip, name);
  gtk_widget_class_bind_template_child (widget_class, AscRelationChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, light);
  gtk_widget_class_bind_template_callback (widget_class, unlight);
}

static void
asc_relation_chip_init (AscRelationChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_relation_chip_new:
 * @session: what the window works on
 * @relation: a relation of its set
 * @far: the end to show
 * @removable: with a button that takes the relation away
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
asc_relation_chip_new (AscSession *session, AscRelation *relation, AscAnnotation *far, gboolean removable)
{
  AscRelationChip *self;
  AscProject      *project;
  AscCodebook     *codebook;
  AscLabel        *label;
  g_autofree char *name = NULL, *quote = NULL, *go_label = NULL, *remove_label = NULL, *color_class = NULL;
  const char      *color, *role;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (ASC_IS_RELATION (relation), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (far), NULL);

  self = g_object_new (ASC_TYPE_RELATION_CHIP, NULL);
  self->session = g_object_ref (session);
  self->relation = g_object_ref (relation);
  self->far = g_object_ref (far);

  project = asc_session_get_project (session);
  codebook = asc_project_get_codebook (project);
  name = asc_annotation_words_name (far, project, MAX_CHARS);
  quote = asc_annotation_words_quote (far, MAX_CHARS * 4);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->go), quote);

  label = asc_codebook_lookup_label (codebook, asc_annotation_get_label (far));
  color = label ? asc_label_get_values (label)->color : NULL;
  color_class = g_strconcat ("label-", color ? color : "slate", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), color_class);

  role = asc_messages_relation (codebook, asc_relation_get_relation_type (relation));
  /* Translators: a button that goes to the far end of a relation: a role and who or what has it: “Source: Dr. Wang”. */
  go_label = g_strdup_printf (C_("relation", "%s: %s"), role, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go), GTK_ACCESSIBLE_PROPERTY_LABEL, go_label, -1);
  /* Translators: “Remove Source: Dr. Wang”. */
  remove_label = g_strdup_printf (_("Remove %s: %s"), role, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->remove), removable);
  return GTK_WIDGET (self);
}
