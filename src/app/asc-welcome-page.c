/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-welcome-page.h"

#include "asc-recent-project.h"

struct _AscWelcomePage
{
  AdwBin          parent_instance;

  AdwStatusPage  *status;
  GtkWidget      *recent_group;
  GtkListBox     *recent_list;
};

G_DEFINE_FINAL_TYPE (AscWelcomePage, asc_welcome_page, ADW_TYPE_BIN)

static void
on_forget (GtkButton *button, AscRecentProject *entry)
{
  asc_recent_projects_remove (asc_recent_project_get_folder (entry));
}

static void
on_open (AdwActionRow *row, AscRecentProject *entry)
{
  g_autofree char *uri = g_file_get_uri (asc_recent_project_get_folder (entry));

  gtk_widget_activate_action (GTK_WIDGET (row), "win.open-project", "s", uri);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  AscRecentProject *entry = ASC_RECENT_PROJECT (item);
  g_autofree char  *place = asc_recent_project_dup_place (entry);
  g_autofree char  *forget_label = NULL;
  GtkWidget        *row, *forget;

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "title", asc_recent_project_get_name (entry),
                      "subtitle", place,
                      "use-markup", FALSE,
                      "title-lines", 1,
                      "subtitle-lines", 1,
                      "activatable", TRUE,
                      "tooltip-text", place,
                      NULL);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_open), entry, G_CONNECT_DEFAULT);

  forget = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_add_css_class (forget, "circular");
  gtk_widget_set_tooltip_text (forget, _("Remove From List"));
  /* Translators: %s is the name of a project. */
  forget_label = g_strdup_printf (_("Remove “%s” from the list"), asc_recent_project_get_name (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL, forget_label, -1);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (on_forget), entry, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  return row;
}

static void
on_recent_changed (AscWelcomePage *self)
{
  gtk_widget_set_visible (self->recent_group, g_list_model_get_n_items (asc_recent_projects_get_default ()) > 0);
}

static void
asc_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASC_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (asc_welcome_page_parent_class)->dispose (object);
}

static void
asc_welcome_page_class_init (AscWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AscWelcomePage, status);
  gtk_widget_class_bind_template_child (widget_class, AscWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, AscWelcomePage, recent_list);
}

static void
asc_welcome_page_init (AscWelcomePage *self)
{
  GListModel *recent = asc_recent_projects_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status, ASC_APP_ID);
  gtk_list_box_bind_model (self->recent_list, recent, create_row, NULL, NULL);
  g_signal_connect_object (recent, "items-changed", G_CALLBACK (on_recent_changed), self, G_CONNECT_SWAPPED);
  on_recent_changed (self);
}
