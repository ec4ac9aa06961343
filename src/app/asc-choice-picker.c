/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-choice-picker.h"

struct _AscChoicePicker
{
  AdwBin                  parent_instance;

  GtkWidget              *chips;
  GtkMenuButton          *add;
  GtkListView            *list;

  AscAttributeDefinition *definition;
  GStrv                   values;    /* never NULL */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscChoicePicker, asc_choice_picker, ADW_TYPE_BIN)

static gboolean
has (AscChoicePicker *self, const char *name)
{
  return g_strv_contains ((const char * const *) self->values, name);
}

static const char *
get_title (AscChoicePicker *self, const char *name)
{
  const AscChoice *choice = asc_attribute_definition_lookup_choice (self->definition, name);

  if (choice == NULL)
    return name;
  return choice->display_name ? choice->display_name : choice->name;
}

static void
set_chosen (AscChoicePicker *self, const char *name, gboolean chosen)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint                    n = asc_attribute_definition_get_n_choices (self->definition);

  if (has (self, name) == chosen)
    return;

  /* The codebook's order, so that two who tick the same write the same. */
  for (guint i = 0; i < n; i++)
    {
      const char *known = asc_attribute_definition_get_choice (self->definition, i)->name;

      if (g_str_equal (known, name) ? chosen : has (self, known))
        g_strv_builder_add (builder, known);
    }
  for (guint i = 0; self->values[i] != NULL; i++)
    {
      if (asc_attribute_definition_lookup_choice (self->definition, self->values[i]) == NULL && !g_str_equal (self->values[i], name))
        g_strv_builder_add (builder, self->values[i]);
    }

  g_strfreev (self->values);
  self->values = g_strv_builder_end (builder);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove (AscChoicePicker *self, GtkButton *button)
{
  set_chosen (self, g_object_get_data (G_OBJECT (button), "name"), FALSE);
}

static GtkWidget *
make_chip (AscChoicePicker *self, const char *name)
{
  GtkWidget       *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *label = gtk_label_new (get_title (self, name));
  GtkWidget       *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *remove_label = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (chip, "chip");
  if (asc_attribute_definition_lookup_choice (self->definition, name) == NULL)
    {
      gtk_widget_add_css_class (chip, "warning");
      gtk_widget_set_tooltip_text (chip, _("Not in the codebook"));
    }

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (remove), "name", g_strdup (name), g_free);
  /* Translators: %s is a value such as “Economy”. */
  remove_label = g_strdup_printf (_("Remove %s"), get_title (self, name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  return chip;
}

static void
update_chips (AscChoicePicker *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != GTK_WIDGET (self->add))
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), child);
  for (guint i = 0; self->values[i] != NULL; i++)
    adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->chips), make_chip (self, self->values[i]),
                                     gtk_widget_get_prev_sibling (GTK_WIDGET (self->add)));
  if (self->values[0] != NULL)
    gtk_menu_button_set_icon_name (self->add, "list-add-symbolic");
  else
    gtk_menu_button_set_label (self->add, C_("choice", "Add…"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->add), self->values[0] ? "chip-button" : "chip-plus");
  gtk_widget_add_css_class (GTK_WIDGET (self->add), self->values[0] ? "chip-plus" : "chip-button");
}

/* ---- the tree ---- */

static GListModel *
list_children (AscChoicePicker *self, const char *parent)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint          n = asc_attribute_definition_get_n_choices (self->definition);

  for (guint i = 0; i < n; i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (self->definition, i);

      if (g_strcmp0 (choice->parent, parent) == 0)
        gtk_string_list_append (names, choice->name);
    }
  return G_LIST_MODEL (names);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = list_children (user_data, gtk_string_object_get_string (item));

  if (g_list_model_get_n_items (children) == 0)
    g_clear_object (&children);
  return children;
}

static void
on_toggled (GtkCheckButton *check, AscChoicePicker *self)
{
  set_chosen (self, g_object_get_data (G_OBJECT (check), "name"), gtk_check_button_get_active (check));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscChoicePicker *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_DEFAULT);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), check);
  gtk_list_item_set_child (list_item, expander);
  gtk_list_item_set_focusable (list_item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscChoicePicker *self)
{
  GtkTreeListRow             *row = gtk_list_item_get_item (list_item);
  g_autoptr (GtkStringObject) item = gtk_tree_list_row_get_item (row);
  const char                 *name = gtk_string_object_get_string (item);
  const AscChoice            *choice = asc_attribute_definition_lookup_choice (self->definition, name);
  GtkWidget                  *expander = gtk_list_item_get_child (list_item);
  GtkWidget                  *check = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));

  g_signal_handlers_block_by_func (check, on_toggled, self);
  g_object_set_data_full (G_OBJECT (check), "name", g_strdup (name), g_free);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), get_title (self, name));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has (self, name));
  gtk_widget_set_tooltip_text (check, choice->description);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  g_signal_handlers_unblock_by_func (check, on_toggled, self);
}

/* The ticks are set when the rows are bound, so opening binds them anew. */
static void
on_popover_shown (AscChoicePicker *self)
{
  GtkTreeListModel *tree = gtk_tree_list_model_new (list_children (self, NULL), FALSE, TRUE, create_children, self, NULL);
  GtkNoSelection   *model = gtk_no_selection_new (G_LIST_MODEL (tree));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}

static void
asc_choice_picker_dispose (GObject *object)
{
  AscChoicePicker *self = ASC_CHOICE_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_CHOICE_PICKER);
  g_clear_object (&self->definition);

  G_OBJECT_CLASS (asc_choice_picker_parent_class)->dispose (object);
}

static void
asc_choice_picker_finalize (GObject *object)
{
  g_strfreev (ASC_CHOICE_PICKER (object)->values);

  G_OBJECT_CLASS (asc_choice_picker_parent_class)->finalize (object);
}

static void
asc_choice_picker_class_init (AscChoicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_choice_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_choice_picker_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-choice-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AscChoicePicker, add);
  gtk_widget_class_bind_template_child (widget_class, AscChoicePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
asc_choice_picker_init (AscChoicePicker *self)
{
  self->values = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->chips = adw_bin_get_child (ADW_BIN (self));
}

/**
 * asc_choice_picker_new:
 * @definition: a multi-choice attribute
 *
 * Returns: (transfer floating): a picker with nothing chosen
 */
GtkWidget *
asc_choice_picker_new (AscAttributeDefinition *definition)
{
  AscChoicePicker *self;
  g_autofree char *add_label = NULL;

  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (definition), NULL);

  self = g_object_new (ASC_TYPE_CHOICE_PICKER, NULL);
  self->definition = g_object_ref (definition);
  /* Translators: %s is an attribute such as “Category”. */
  add_label = g_strdup_printf (_("Add %s"), asc_attribute_definition_get_display_name (definition));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);
  update_chips (self);
  return GTK_WIDGET (self);
}

/**
 * asc_choice_picker_get_values:
 * @self: a picker
 *
 * Returns: (transfer none): names of what is chosen, in the codebook's order
 */
const char * const *
asc_choice_picker_get_values (AscChoicePicker *self)
{
  g_return_val_if_fail (ASC_IS_CHOICE_PICKER (self), NULL);

  return (const char * const *) self->values;
}

/**
 * asc_choice_picker_set_values:
 * @self: a picker
 * @values: (nullable): names of what is chosen
 */
void
asc_choice_picker_set_values (AscChoicePicker *self, const char * const *values)
{
  GStrv taken;

  g_return_if_fail (ASC_IS_CHOICE_PICKER (self));

  taken = values ? g_strdupv ((char **) values) : g_new0 (char *, 1);
  g_strfreev (self->values);
  self->values = taken;
  update_chips (self);
}
