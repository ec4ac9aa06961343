/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-preferences-dialog.h"

#include "asc-article-view.h"
#include "asc-settings.h"

struct _AscPreferencesDialog
{
  AdwPreferencesDialog  parent_instance;

  GtkEditable          *coder;
  AdwToggleGroup       *font;
  AdwSpinRow           *zoom;
  AdwSpinRow           *line_height;
  AdwSpinRow           *column_width;
  AdwToggleGroup       *theme;
};

G_DEFINE_FINAL_TYPE (AscPreferencesDialog, asc_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
percent_from_factor (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);
  return TRUE;
}

static GVariant *
factor_from_percent (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static gboolean
double_from_int (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_double (value, g_variant_get_int32 (variant));
  return TRUE;
}

static GVariant *
int_from_double (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_int32 ((int) g_value_get_double (value));
}

static void
asc_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASC_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (asc_preferences_dialog_parent_class)->dispose (object);
}

static void
asc_preferences_dialog_class_init (AscPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, coder);
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, font);
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, zoom);
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, line_height);
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, column_width);
  gtk_widget_class_bind_template_child (widget_class, AscPreferencesDialog, theme);
}

static void
asc_preferences_dialog_init (AscPreferencesDialog *self)
{
  GSettings *settings = asc_settings_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_set_enabled (adw_toggle_group_get_toggle_by_name (self->font, "dyslexic"),
                          asc_reading_font_is_available (ASC_READING_FONT_DYSLEXIC,
                                                         gtk_widget_get_pango_context (GTK_WIDGET (self))));

  g_settings_bind (settings, "coder-name", self->coder, "text", G_SETTINGS_BIND_DEFAULT);
  /* The toggles are named as the values of the settings. */
  g_settings_bind (settings, "font", self->font, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "theme", self->theme, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "line-height", self->line_height, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "zoom", self->zoom, "value", G_SETTINGS_BIND_DEFAULT,
                                percent_from_factor, factor_from_percent, NULL, NULL);
  g_settings_bind_with_mapping (settings, "column-width", self->column_width, "value", G_SETTINGS_BIND_DEFAULT,
                                double_from_int, int_from_double, NULL, NULL);
}

/**
 * asc_preferences_dialog_new:
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_preferences_dialog_new (void)
{
  return g_object_new (ASC_TYPE_PREFERENCES_DIALOG, NULL);
}
