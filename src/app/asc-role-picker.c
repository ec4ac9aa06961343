/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-role-picker.h"

#include "asc-list-box-keys.h"
#include "asc-role-actors.h"

#define MAX_HITS 30
#define MAX_RECENT 9

struct _AscRolePicker
{
  AdwBin           parent_instance;

  GtkMenuButton   *button;
  GtkPopover      *popover;
  GtkSearchEntry  *search;
  GtkListBox      *list;

  AscSession      *session;
  AscRelationType *type;
  char            *typed;     /* what to begin the search with */
};

enum
{
  CHOOSE_IN_TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscRolePicker, asc_role_picker, ADW_TYPE_BIN)

static AscActorRegister *
get_actors (AscRolePicker *self)
{
  return asc_project_get_actors (asc_session_get_project (self->session));
}

static void
add_row (AscRolePicker *self, const char *title, const char *subtitle, GtkWidget *prefix, const char *id)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "title-lines", 1,
                                 "subtitle", subtitle ? subtitle : "",
                                 "subtitle-lines", 1,
                                 "activatable", TRUE,
                                 NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  g_object_set_data_full (G_OBJECT (row), "actor", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_actor (AscRolePicker *self, AscActor *actor, GtkWidget *prefix)
{
  const AscActorValues *values = asc_actor_get_values (actor);
  g_autofree char      *aliases = values->aliases ? g_strjoinv (", ", values->aliases) : NULL;

  add_row (self, values->name, aliases, prefix, values->id);
}

static void
update_rows (AscRolePicker *self)
{
  g_autofree char      *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  AscAnnotation        *claim = asc_session_get_selected (self->session);
  g_autoptr (GPtrArray) actors = NULL;

  gtk_list_box_remove_all (self->list);
  if (claim == NULL || asc_session_get_annotator (self->session) == NULL)
    return;

  if (*typed != '\0')
    actors = asc_actor_register_search (get_actors (self), typed, MAX_HITS);
  else
    actors = asc_role_actors_recent (asc_session_get_annotator (self->session), claim, MAX_RECENT);
  for (guint i = 0; i < actors->len; i++)
    {
      GtkWidget *prefix;

      if (*typed == '\0')
        {
          char digit[2] = { (char) ('1' + i), '\0' };

          prefix = gtk_label_new (digit);
          gtk_widget_add_css_class (prefix, "keycap");
          gtk_widget_set_valign (prefix, GTK_ALIGN_CENTER);
        }
      else
        prefix = gtk_image_new_from_icon_name ("avatar-default-symbolic");
      add_actor (self, g_ptr_array_index (actors, i), prefix);
    }
  add_row (self, _("Choose in the Text"), NULL, gtk_image_new_from_icon_name ("find-location-symbolic"), NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_row_activated (AscRolePicker *self, GtkListBoxRow *row)
{
  g_autoptr (AscRolePicker) alive = g_object_ref (self);
  const char               *id = g_object_get_data (G_OBJECT (row), "actor");
  AscActor                 *actor = id ? asc_actor_register_lookup (get_actors (self), id) : NULL;

  gtk_popover_popdown (self->popover);
  if (actor != NULL && asc_session_get_selected (self->session) != NULL)
    asc_session_give_role (self->session, self->type, actor);
  else if (id == NULL)
    g_signal_emit (self, signals[CHOOSE_IN_TEXT], 0);
}

static void
on_search_activate (AscRolePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    on_row_activated (self, row);
}

static gboolean
on_key (AscRolePicker *self, guint key, guint code, GdkModifierType modifiers)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (key));

  /* With nothing typed a digit takes what it stands before. */
  if (digit >= 1 && *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, digit - 1);

      if (row != NULL && g_object_get_data (G_OBJECT (row), "actor") != NULL)
        on_row_activated (self, row);
      return GDK_EVENT_STOP;
    }

  return asc_list_box_keys_step (self->list, key);
}

static void
on_popover_shown (AscRolePicker *self)
{
  g_autofree char *typed = g_steal_pointer (&self->typed);

  gtk_editable_set_text (GTK_EDITABLE (self->search), typed ? typed : "");
  update_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

static void
asc_role_picker_dispose (GObject *object)
{
  AscRolePicker *self = ASC_ROLE_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ROLE_PICKER);
  g_clear_object (&self->session);
  g_clear_object (&self->type);

  G_OBJECT_CLASS (asc_role_picker_parent_class)->dispose (object);
}

static void
asc_role_picker_finalize (GObject *object)
{
  g_free (ASC_ROLE_PICKER (object)->typed);

  G_OBJECT_CLASS (asc_role_picker_parent_class)->finalize (object);
}

static void
asc_role_picker_class_init (AscRolePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_role_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_role_picker_finalize;

  signals[CHOOSE_IN_TEXT] = g_signal_new ("choose-in-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-role-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AscRolePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, AscRolePicker, search);
  gtk_widget_class_bind_template_child (widget_class, AscRolePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
asc_role_picker_init (AscRolePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

/**
 * asc_role_picker_new:
 * @session: what the window works on
 * @type: a role that actors can have
 *
 * Returns: (transfer floating): a picker for the selected annotation's role
 */
GtkWidget *
asc_role_picker_new (AscSession *session, AscRelationType *type)
{
  AscRolePicker   *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);

  self = g_object_new (ASC_TYPE_ROLE_PICKER, NULL);
  self->session = g_object_ref (session);
  self->type = g_object_ref (type);
  /* Translators: a button; %s is a role such as “Source”. */
  label = g_strdup_printf (_("Add %s"), asc_relation_type_get_display_name (type));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * asc_role_picker_get_relation_type:
 * @self: a picker
 *
 * Returns: (transfer none): the role
 */
AscRelationType *
asc_role_picker_get_relation_type (AscRolePicker *self)
{
  g_return_val_if_fail (ASC_IS_ROLE_PICKER (self), NULL);

  return self->type;
}

/**
 * asc_role_picker_search:
 * @self: a picker
 * @typed: what was typed so far
 */
void
asc_role_picker_search (AscRolePicker *self, const char *typed)
{
  g_return_if_fail (ASC_IS_ROLE_PICKER (self));

  g_set_str (&self->typed, typed);
  gtk_menu_button_popup (self->button);
}
