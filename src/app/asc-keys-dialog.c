/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-keys-dialog.h"

#include "asc-accelerators.h"
#include "asc-key-map.h"

struct _AscKeysDialog
{
  AdwDialog           parent_instance;

  GtkSearchEntry     *search;
  GtkStack           *stack;
  AdwPreferencesPage *page;

  GPtrArray          *groups;   /* (element-type AdwPreferencesGroup) in the page */
  GPtrArray          *rows;     /* (element-type AdwActionRow) of the groups */
};

G_DEFINE_FINAL_TYPE (AscKeysDialog, asc_keys_dialog, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (AscKeysDialog *self, const char *title)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (AscKeysDialog *self, AdwPreferencesGroup *group, const char *keys, const char *title)
{
  GtkWidget       *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget       *keycap = gtk_label_new (keys);
  g_autofree char *name = NULL;

  gtk_widget_add_css_class (keycap, "keycap");
  gtk_widget_set_valign (keycap, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keycap);
  /* Translators: said to screen readers: what a key does, and the key: “Next annotation: Tab”. */
  name = g_strdup_printf (C_("keys", "%s: %s"), title, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_labels (AscKeysDialog *self, AscCodebook *codebook)
{
  AdwPreferencesGroup *group = add_group (self, _("Annotate"));
  GListModel          *labels = asc_codebook_get_labels (codebook);
  guint                n = g_list_model_get_n_items (labels);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      gunichar              key = asc_label_get_values (label)->key;
      char                  keys[8] = { 0 };

      if (key == 0)
        continue;
      g_unichar_to_utf8 (g_unichar_toupper (key), keys);
      add_row (self, group, keys, asc_label_get_display_name (label));
    }
}

static void
add_text_keys (AscKeysDialog *self, AscCodebook *codebook)
{
  guint                n;
  const AscKeyBinding *bindings = asc_key_map_get_bindings (&n);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *keys = NULL;

      if (i == 0 || bindings[i].state != bindings[i - 1].state)
        group = add_group (self, asc_key_map_get_state_title (bindings[i].state));
      if (bindings[i].title == NULL)
        continue;
      keys = asc_key_map_get_label (&bindings[i], codebook);
      add_row (self, group, keys, _(bindings[i].title));
    }
}

static char *
get_label (const AscAccelerator *accelerator)
{
  guint           key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator->accelerators[0], &key, &modifiers))
    return g_strdup (accelerator->accelerators[0]);
  return gtk_accelerator_get_label (key, modifiers);
}

static void
add_accelerators (AscKeysDialog *self)
{
  gsize                 n;
  const AscAccelerator *accelerators = asc_accelerators_get (&n);
  AdwPreferencesGroup  *group = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *keys = get_label (&accelerators[i]);

      if (i == 0 || !g_str_equal (accelerators[i].group, accelerators[i - 1].group))
        group = add_group (self, _(accelerators[i].group));
      add_row (self, group, keys, _(accelerators[i].title));
    }
}

static void
on_search_changed (AscKeysDialog *self)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gboolean         any = FALSE;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, i), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget       *row = g_ptr_array_index (self->rows, i);
      g_autofree char *title = g_utf8_casefold (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
      gboolean         found = strstr (title, needle) != NULL;

      gtk_widget_set_visible (row, found);
      if (found)
        gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), TRUE);
      any |= found;
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "keys" : "none");
}

static void
asc_keys_dialog_dispose (GObject *object)
{
  AscKeysDialog *self = ASC_KEYS_DIALOG (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_KEYS_DIALOG);

  G_OBJECT_CLASS (asc_keys_dialog_parent_class)->dispose (object);
}

static void
asc_keys_dialog_class_init (AscKeysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_keys_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-keys-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AscKeysDialog, search);
  gtk_widget_class_bind_template_child (widget_class, AscKeysDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AscKeysDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
}

static void
asc_keys_dialog_init (AscKeysDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_keys_dialog_new:
 * @codebook: (nullable): whose letters to show; %NULL when no project is open
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
asc_keys_dialog_new (AscCodebook *codebook)
{
  AscKeysDialog *self;

  g_return_val_if_fail (codebook == NULL || ASC_IS_CODEBOOK (codebook), NULL);

  self = g_object_new (ASC_TYPE_KEYS_DIALOG, NULL);
  if (codebook != NULL)
    add_labels (self, codebook);
  add_text_keys (self, codebook);
  add_accelerators (self);
  return ADW_DIALOG (self);
}
