/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-label-button.h"

struct _AscLabelButton
{
  GtkButton  parent_instance;

  GtkLabel  *key;
  GtkLabel  *name;
  GtkLabel  *count;

  AscLabel  *label;
};

G_DEFINE_FINAL_TYPE (AscLabelButton, asc_label_button, GTK_TYPE_BUTTON)

static void
asc_label_button_dispose (GObject *object)
{
  AscLabelButton *self = ASC_LABEL_BUTTON (object);

  g_clear_object (&self->label);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_LABEL_BUTTON);

  G_OBJECT_CLASS (asc_label_button_parent_class)->dispose (object);
}

static void
asc_label_button_class_init (AscLabelButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_label_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-label-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AscLabelButton, key);
  gtk_widget_class_bind_template_child (widget_class, AscLabelButton, name);
  gtk_widget_class_bind_template_child (widget_class, AscLabelButton, count);
}

static void
asc_label_button_init (AscLabelButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_label_button_new:
 * @label: a label of the codebook
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *
asc_label_button_new (AscLabel *label)
{
  AscLabelButton       *self;
  const AscLabelValues *values;
  g_autofree char      *color_class = NULL;

  g_return_val_if_fail (ASC_IS_LABEL (label), NULL);

  self = g_object_new (ASC_TYPE_LABEL_BUTTON, NULL);
  self->label = g_object_ref (label);

  values = asc_label_get_values (label);
  if (values->key != 0)
    {
      char key[8] = { 0 };

      g_unichar_to_utf8 (g_unichar_toupper (values->key), key);
      gtk_label_set_label (self->key, key);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->key), values->key != 0);
  gtk_label_set_label (self->name, asc_label_get_display_name (label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), values->description);
  color_class = g_strconcat ("label-", values->color ? values->color : "slate", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->key), color_class);
  return GTK_WIDGET (self);
}

/**
 * asc_label_button_get_label:
 * @self: a button
 *
 * Returns: (transfer none): its label
 */
AscLabel *
asc_label_button_get_label (AscLabelButton *self)
{
  g_return_val_if_fail (ASC_IS_LABEL_BUTTON (self), NULL);

  return self->label;
}

/**
 * asc_label_button_set_count:
 * @self: a button
 * @count: how many annotations of its label the article has
 */
void
asc_label_button_set_count (AscLabelButton *self, guint count)
{
  g_autofree char *number = NULL, *name = NULL;

  g_return_if_fail (ASC_IS_LABEL_BUTTON (self));

  number = g_strdup_printf ("%u", count);
  gtk_label_set_label (self->count, number);
  /* Translators: a button that annotates; a label's name and how many there are, such as “Claim, 23”. */
  name = g_strdup_printf (C_("label button", "%s, %u"), asc_label_get_display_name (self->label), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * asc_label_button_show_count:
 * @self: a button
 * @show: whether the number is seen; it is always said
 */
void
asc_label_button_show_count (AscLabelButton *self, gboolean show)
{
  g_return_if_fail (ASC_IS_LABEL_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->count), show);
}
