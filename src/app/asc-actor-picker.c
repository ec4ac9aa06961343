/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-actor-picker.h"

#include "asc-list-box-keys.h"

#define MAX_HITS 30

struct _AscActorPicker
{
  AdwBin            parent_instance;

  GtkMenuButton    *button;
  GtkLabel         *name;
  GtkPopover       *popover;
  GtkSearchEntry   *search;
  GtkListBox       *list;

  AscActorRegister *actors;
  char             *actor;      /* id (nullable) */
  char             *mention;
};

enum
{
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscActorPicker, asc_actor_picker, ADW_TYPE_BIN)

static void
add_row (AscActorPicker *self, const char *title, const char *subtitle, const char *icon, const char *key, const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "title-lines", 1,
                                 "subtitle", subtitle ? subtitle : "",
                                 "subtitle-lines", 1,
                                 "activatable", TRUE,
                                 NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  g_object_set_data_full (G_OBJECT (row), key, g_strdup (value), g_free);
  gtk_list_box_append (self->list, row);
}

static void
update_hits (AscActorPicker *self)
{
  g_autofree char      *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr (GPtrArray) hits = asc_actor_register_search (self->actors, typed, MAX_HITS);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < hits->len; i++)
    {
      const AscActorValues *values = asc_actor_get_values (g_ptr_array_index (hits, i));
      g_autofree char      *aliases = values->aliases ? g_strjoinv (", ", values->aliases) : NULL;

      add_row (self, values->name, aliases, "avatar-default-symbolic", "actor", values->id);
    }
  if (*typed != '\0' && asc_actor_register_find_called (self->actors, typed) == NULL)
    {
      /* Translators: %s is a name that was typed. */
      g_autofree char *title = g_strdup_printf (_("New Actor “%s”"), typed);

      add_row (self, title, NULL, "list-add-symbolic", "name", typed);
    }
  if (self->actor != NULL)
    add_row (self, _("Not Linked"), NULL, "edit-clear-symbolic", "none", "");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_row_activated (AscActorPicker *self, GtkListBoxRow *row)
{
  const char *actor = g_object_get_data (G_OBJECT (row), "actor");
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  /* What is told may rebuild the rows. */
  g_autofree char *id = g_strdup (actor), *new_name = g_strdup (name);

  gtk_popover_popdown (self->popover);
  if (new_name != NULL)
    g_signal_emit (self, signals[NAMED], 0, new_name);
  else
    g_signal_emit (self, signals[PICKED], 0, id);
}

static void
on_search_activate (AscActorPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

static gboolean
on_key (AscActorPicker *self, guint key, guint code, GdkModifierType modifiers)
{
  return asc_list_box_keys_step (self->list, key);
}

static void
on_popover_shown (AscActorPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), self->mention ? self->mention : "");
  update_hits (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

static void
update_name (AscActorPicker *self)
{
  AscActor        *actor = self->actor ? asc_actor_register_lookup (self->actors, self->actor) : NULL;
  const char      *name = C_("actor", "Not linked");
  g_autofree char *label = NULL;

  if (actor != NULL)
    name = asc_actor_get_name (actor);
  else if (self->actor != NULL)
    name = self->actor;
  gtk_label_set_label (self->name, name);
  if (self->actor == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");

  /* Translators: a button that chooses an actor of the register; %s is the one chosen. */
  label = g_strdup_printf (_("Actor: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
asc_actor_picker_dispose (GObject *object)
{
  AscActorPicker *self = ASC_ACTOR_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ACTOR_PICKER);
  g_clear_object (&self->actors);

  G_OBJECT_CLASS (asc_actor_picker_parent_class)->dispose (object);
}

static void
asc_actor_picker_finalize (GObject *object)
{
  AscActorPicker *self = ASC_ACTOR_PICKER (object);

  g_free (self->actor);
  g_free (self->mention);

  G_OBJECT_CLASS (asc_actor_picker_parent_class)->finalize (object);
}

static void
asc_actor_picker_class_init (AscActorPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_actor_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_actor_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-actor-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AscActorPicker, name);
  gtk_widget_class_bind_template_child (widget_class, AscActorPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, AscActorPicker, search);
  gtk_widget_class_bind_template_child (widget_class, AscActorPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, update_hits);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
asc_actor_picker_init (AscActorPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

/**
 * asc_actor_picker_new:
 * @actors: the project's register
 *
 * Returns: (transfer floating): a picker with no actor
 */
GtkWidget *
asc_actor_picker_new (AscActorRegister *actors)
{
  AscActorPicker *self;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (actors), NULL);

  self = g_object_new (ASC_TYPE_ACTOR_PICKER, NULL);
  self->actors = g_object_ref (actors);
  g_signal_connect_object (actors, "items-changed", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
  update_name (self);
  return GTK_WIDGET (self);
}

/**
 * asc_actor_picker_set_actor:
 * @self: a picker
 * @id: (nullable): an actor of the register
 * @mention: (nullable): what the text calls them
 */
void
asc_actor_picker_set_actor (AscActorPicker *self, const char *id, const char *mention)
{
  g_return_if_fail (ASC_IS_ACTOR_PICKER (self));

  g_set_str (&self->actor, id);
  g_set_str (&self->mention, mention);
  update_name (self);
}
