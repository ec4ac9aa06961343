/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-attribute-row.h"

#include "asc-actor-picker.h"
#include "asc-annotation-words.h"
#include "asc-choice-picker.h"
#include "asc-date-entry.h"
#include "asc-messages.h"

/* As many characters of choices as stand beside each other in the narrowest inspector. */
#define MAX_TOGGLE_CHARS 15

struct _AscAttributeRow
{
  GtkBox                  parent_instance;

  GtkLabel               *caption;
  GtkBox                 *content;
  GtkWidget              *flag;

  AscSession             *session;
  AscAttributeDefinition *definition;
  AscAnnotation          *annotation;
  GtkWidget              *editor;
  GtkWidget              *clear;     /* of toggles; else NULL */
  gboolean                showing;   /* the editor is being set, not used */
};

typedef struct
{
  GtkWidget *(* make) (AscAttributeRow *self);
  void       (* show) (AscAttributeRow *self, GVariant *value);   /* @value NULL: unset, or of another kind */
} Editor;

G_DEFINE_FINAL_TYPE (AscAttributeRow, asc_attribute_row, GTK_TYPE_BOX)

/* Takes a floating @value; NULL unsets. */
static void
set_value (AscAttributeRow *self, GVariant *value)
{
  g_autoptr (GVariant) owned = value ? g_variant_ref_sink (value) : NULL;
  AscAnnotator        *annotator = asc_session_get_annotator (self->session);

  if (self->showing || annotator == NULL)
    return;

  asc_annotator_set_attribute (annotator, self->annotation, asc_attribute_definition_get_name (self->definition), owned);
}

static void
set_string (AscAttributeRow *self, const char *string)
{
  set_value (self, string != NULL && *string != '\0' ? g_variant_new_string (string) : NULL);
}

static const char *
get_string (GVariant *value)
{
  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_get_string (value, NULL) : NULL;
}

static const char *
choice_title (const AscChoice *choice)
{
  return choice->display_name ? choice->display_name : choice->name;
}

/* ---- one of a few: toggles ---- */

static gboolean
fits_toggles (AscAttributeDefinition *definition)
{
  guint n = asc_attribute_definition_get_n_choices (definition);
  glong n_chars = 0;

  for (guint i = 0; i < n; i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (definition, i);

      if (choice->parent != NULL)
        return FALSE;
      n_chars += g_utf8_strlen (choice_title (choice), -1);
    }
  return n > 0 && n <= 4 && n_chars <= MAX_TOGGLE_CHARS;
}

static void
on_toggle (AscAttributeRow *self)
{
  set_string (self, adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->editor)));
}

static void
on_clear (AscAttributeRow *self)
{
  set_value (self, NULL);
}

static GtkWidget *
make_toggles (AscAttributeRow *self)
{
  GtkWidget *group = adw_toggle_group_new ();
  guint      n = asc_attribute_definition_get_n_choices (self->definition);

  for (guint i = 0; i < n; i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (self->definition, i);
      AdwToggle       *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, choice->name);
      adw_toggle_set_label (toggle, choice_title (choice));
      if (choice->description != NULL)
        adw_toggle_set_tooltip (toggle, choice->description);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  gtk_widget_add_css_class (group, "round");
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  g_signal_connect_object (group, "notify::active-name", G_CALLBACK (on_toggle), self, G_CONNECT_SWAPPED);
  return group;
}

static void
show_toggles (AscAttributeRow *self, GVariant *value)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (self->editor);
  const char     *name = get_string (value);

  if (name != NULL && adw_toggle_group_get_toggle_by_name (group, name) != NULL)
    adw_toggle_group_set_active_name (group, name);
  else
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);

  if (self->clear == NULL)
    {
      g_autofree char *label = NULL;

      self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
      gtk_widget_add_css_class (self->clear, "flat");
      gtk_widget_add_css_class (self->clear, "circular");
      gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->clear, _("Clear"));
      /* Translators: %s is an attribute such as “Stance”. */
      label = g_strdup_printf (_("Clear %s"), asc_attribute_definition_get_display_name (self->definition));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_object (self->clear, "clicked", G_CALLBACK (on_clear), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->content, self->clear);
    }
  gtk_widget_set_visible (self->clear, value != NULL);
}

/* ---- one of many: a list; its first entry is none ---- */

static void
on_drop_down (AscAttributeRow *self)
{
  guint            selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  const AscChoice *choice = selected > 0 ? asc_attribute_definition_get_choice (self->definition, selected - 1) : NULL;

  set_string (self, choice ? choice->name : NULL);
}

static GtkWidget *
make_drop_down (AscAttributeRow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint                     n = asc_attribute_definition_get_n_choices (self->definition);
  GtkWidget                *drop_down;

  gtk_string_list_append (titles, C_("attribute", "Not decided"));
  for (guint i = 0; i < n; i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (self->definition, i);
      const AscChoice *parent = choice->parent ? asc_attribute_definition_lookup_choice (self->definition, choice->parent) : NULL;
      g_autofree char *title = parent ? g_strdup_printf ("%s › %s", choice_title (parent), choice_title (choice))
                                      : g_strdup (choice_title (choice));

      gtk_string_list_append (titles, title);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  gtk_widget_add_css_class (drop_down, "chip-button");
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_drop_down), self, G_CONNECT_SWAPPED);
  return drop_down;
}

static void
show_drop_down (AscAttributeRow *self, GVariant *value)
{
  const char *name = get_string (value);
  guint       n = asc_attribute_definition_get_n_choices (self->definition);
  guint       selected = 0;

  for (guint i = 0; name != NULL && i < n; i++)
    {
      if (g_str_equal (asc_attribute_definition_get_choice (self->definition, i)->name, name))
        selected = i + 1;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), selected);
}

static GtkWidget *
make_choice (AscAttributeRow *self)
{
  return fits_toggles (self->definition) ? make_toggles (self) : make_drop_down (self);
}

static void
show_choice (AscAttributeRow *self, GVariant *value)
{
  if (ADW_IS_TOGGLE_GROUP (self->editor))
    show_toggles (self, value);
  else
    show_drop_down (self, value);
}

/* ---- several ---- */

static void
on_choices (AscAttributeRow *self)
{
  const char * const *values = asc_choice_picker_get_values (ASC_CHOICE_PICKER (self->editor));

  set_value (self, values[0] ? g_variant_new_strv (values, -1) : NULL);
}

static GtkWidget *
make_choices (AscAttributeRow *self)
{
  GtkWidget *picker = asc_choice_picker_new (self->definition);

  gtk_widget_set_hexpand (picker, TRUE);
  g_signal_connect_object (picker, "changed", G_CALLBACK (on_choices), self, G_CONNECT_SWAPPED);
  return picker;
}

static void
show_choices (AscAttributeRow *self, GVariant *value)
{
  g_autofree const char **values = NULL;

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    values = g_variant_get_strv (value, NULL);
  asc_choice_picker_set_values (ASC_CHOICE_PICKER (self->editor), values);
}

/* ---- text, number ---- */

static void
on_text (AscAttributeRow *self)
{
  set_string (self, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
on_number (AscAttributeRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->editor));
  gint64      number;

  if (*typed == '\0')
    set_value (self, NULL);
  else if (g_ascii_string_to_signed (typed, 10, G_MININT64, G_MAXINT64, &number, NULL))
    set_value (self, g_variant_new_int64 (number));
  else
    {
      gtk_widget_add_css_class (self->editor, "error");
      return;
    }
  gtk_widget_remove_css_class (self->editor, "error");
}

static GtkWidget *
make_entry (AscAttributeRow *self, GCallback callback)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "changed", callback, self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_text (AscAttributeRow *self)
{
  return make_entry (self, G_CALLBACK (on_text));
}

static GtkWidget *
make_number (AscAttributeRow *self)
{
  GtkWidget *entry = make_entry (self, G_CALLBACK (on_number));

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  return entry;
}

/* The same text is not set again: the cursor would jump while somebody types. */
static void
show_text (AscAttributeRow *self, GVariant *value)
{
  const char *text = get_string (value);

  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
}

static void
show_number (AscAttributeRow *self, GVariant *value)
{
  g_autofree char *text = NULL;

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    text = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text ? text : ""))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text ? text : "");
}

/* ---- date ---- */

static void
on_date (AscAttributeRow *self, const char *value)
{
  set_string (self, value);
}

static GtkWidget *
make_date (AscAttributeRow *self)
{
  GtkWidget *entry = asc_date_entry_new (self->session);

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "edited", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
show_date (AscAttributeRow *self, GVariant *value)
{
  asc_date_entry_show (ASC_DATE_ENTRY (self->editor), self->annotation, get_string (value));
}

/* ---- actor ---- */

static void
on_actor_picked (AscAttributeRow *self, const char *id)
{
  set_string (self, id);
}

/* A new actor and the link to it are one step. */
static void
on_actor_named (AscAttributeRow *self, const char *name)
{
  AscActorRegister    *actors = asc_project_get_actors (asc_session_get_project (self->session));
  AscHistory          *history = asc_session_get_history (self->session);
  g_autofree char     *id = asc_actor_register_free_id (actors, name);
  AscActorValues       values = { .id = id, .name = (char *) name };
  g_autoptr (AscActor) actor = asc_actor_new (&values);

  asc_history_begin (history, ASC_ACTION_CHANGE_ATTRIBUTE, asc_attribute_definition_get_name (self->definition), NULL);
  asc_history_put_actor (history, actors, actor);
  set_string (self, id);
  asc_history_end (history);
}

static GtkWidget *
make_actor (AscAttributeRow *self)
{
  GtkWidget *picker = asc_actor_picker_new (asc_project_get_actors (asc_session_get_project (self->session)));

  g_signal_connect_object (picker, "picked", G_CALLBACK (on_actor_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "named", G_CALLBACK (on_actor_named), self, G_CONNECT_SWAPPED);
  return picker;
}

static void
show_actor (AscAttributeRow *self, GVariant *value)
{
  g_autofree char *mention = asc_annotation_words_quote (self->annotation, 80);

  asc_actor_picker_set_actor (ASC_ACTOR_PICKER (self->editor), get_string (value), mention);
}

/* ---- flag ---- */

static void
on_flag (AscAttributeRow *self)
{
  set_value (self, gtk_switch_get_active (GTK_SWITCH (self->editor)) ? g_variant_new_boolean (TRUE) : NULL);
}

static GtkWidget *
make_flag (AscAttributeRow *self)
{
  GtkWidget *flag = gtk_switch_new ();

  gtk_widget_set_halign (flag, GTK_ALIGN_START);
  g_signal_connect_object (flag, "notify::active", G_CALLBACK (on_flag), self, G_CONNECT_SWAPPED);
  return flag;
}

static void
show_flag (AscAttributeRow *self, GVariant *value)
{
  gtk_switch_set_active (GTK_SWITCH (self->editor), value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN)
                                                    && g_variant_get_boolean (value));
}

static const Editor editors[] = {
  [ASC_ATTRIBUTE_CHOICE] = { make_choice, show_choice },
  [ASC_ATTRIBUTE_MULTI_CHOICE] = { make_choices, show_choices },
  [ASC_ATTRIBUTE_TEXT] = { make_text, show_text },
  [ASC_ATTRIBUTE_NUMBER] = { make_number, show_number },
  [ASC_ATTRIBUTE_DATE] = { make_date, show_date },
  [ASC_ATTRIBUTE_ACTOR] = { make_actor, show_actor },
  [ASC_ATTRIBUTE_FLAG] = { make_flag, show_flag },
};

/* ---- the row ---- */

static void
asc_attribute_row_dispose (GObject *object)
{
  AscAttributeRow *self = ASC_ATTRIBUTE_ROW (object);

  /* Editors tell their last state when they go. */
  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ATTRIBUTE_ROW);
  g_clear_object (&self->session);
  g_clear_object (&self->definition);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (asc_attribute_row_parent_class)->dispose (object);
}

static void
asc_attribute_row_class_init (AscAttributeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_attribute_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-attribute-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AscAttributeRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AscAttributeRow, content);
  gtk_widget_class_bind_template_child (widget_class, AscAttributeRow, flag);
}

static void
asc_attribute_row_init (AscAttributeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_attribute_row_new:
 * @session: what the window works on
 * @definition: an attribute of the codebook
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
asc_attribute_row_new (AscSession *session, AscAttributeDefinition *definition)
{
  AscAttributeRow *self;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (definition), NULL);

  self = g_object_new (ASC_TYPE_ATTRIBUTE_ROW, NULL);
  self->session = g_object_ref (session);
  self->definition = g_object_ref (definition);
  gtk_label_set_label (self->caption, asc_attribute_definition_get_display_name (definition));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), asc_attribute_definition_get_description (definition));

  self->editor = editors[asc_attribute_definition_get_kind (definition)].make (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  asc_attribute_definition_get_display_name (definition), -1);
  gtk_box_prepend (self->content, self->editor);
  return GTK_WIDGET (self);
}

/**
 * asc_attribute_row_get_caption:
 * @self: a row
 *
 * Returns: (transfer none): the widget before the editor
 */
GtkWidget *
asc_attribute_row_get_caption (AscAttributeRow *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_ROW (self), NULL);

  return GTK_WIDGET (self->caption);
}

/**
 * asc_attribute_row_show:
 * @self: a row
 * @annotation: whose attribute to show and edit
 */
void
asc_attribute_row_show (AscAttributeRow *self, AscAnnotation *annotation)
{
  GVariant *value;
  gboolean  accepted;

  g_return_if_fail (ASC_IS_ATTRIBUTE_ROW (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));

  g_set_object (&self->annotation, annotation);
  value = asc_attributes_get (asc_annotation_get_attributes (annotation), asc_attribute_definition_get_name (self->definition));
  accepted = value == NULL || asc_attribute_definition_accepts (self->definition, value);

  self->showing = TRUE;
  editors[asc_attribute_definition_get_kind (self->definition)].show (self, value);
  self->showing = FALSE;

  gtk_widget_set_visible (self->flag, !accepted);
  if (!accepted)
    {
      g_autofree char *text = g_variant_print (value, FALSE);
      /* Translators: %s is a value that somebody set under an older codebook. */
      g_autofree char *words = g_strdup_printf (_("The value %s is not in the codebook. It is kept until you choose another."), text);

      gtk_widget_set_tooltip_text (self->flag, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}
