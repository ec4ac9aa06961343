/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-label-bar.h"

#include "asc-key-hints.h"
#include "asc-label-button.h"

struct _AscLabelBar
{
  AdwBin          parent_instance;

  GtkWidget      *labels;
  GtkMenuButton  *more;
  GMenu          *more_menu;
  AscKeyHints    *hints;

  AscSession     *session;
  AscArticleView *view;
  gboolean        narrow;
  GSignalGroup   *set_signals;
  GSignalGroup   *project_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscLabelBar, asc_label_bar, ADW_TYPE_BIN)

static void
make (AscLabelBar *self, const char *label)
{
  if (self->view == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "annotation.make", "s", label);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_label_clicked (AscLabelBar *self, AscLabelButton *button)
{
  make (self, asc_label_get_name (asc_label_button_get_label (button)));
}

static void
make_hidden (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  make (ASC_LABEL_BAR (widget), g_variant_get_string (parameter, NULL));
}

static void
update_counts (AscLabelBar *self)
{
  AscAnnotationSet *set = self->session ? asc_session_get_set (self->session) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->labels); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AscLabelButton *button = ASC_LABEL_BUTTON (child);
      const char     *name = asc_label_get_name (asc_label_button_get_label (button));

      asc_label_button_set_count (button, set ? asc_annotation_set_count_label (set, name) : 0);
      asc_label_button_show_count (button, !self->narrow);
    }
}

static void
update_sensitive (AscLabelBar *self)
{
  AscAnnotationSet *set = self->session ? asc_session_get_set (self->session) : NULL;
  gboolean          writable = set != NULL && !asc_annotation_set_get_read_only (set);

  gtk_widget_set_sensitive (self->labels, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "label-bar.make", writable);
}

/* The guidelines show the part of the label under the pointer. */
static void
on_enter (GtkEventController *motion, double x, double y, AscLabelBar *self)
{
  AscLabel *label = asc_label_button_get_label (ASC_LABEL_BUTTON (gtk_event_controller_get_widget (motion)));

  asc_session_set_topic (self->session, asc_label_get_name (label));
}

static void
on_leave (AscLabelBar *self)
{
  if (self->session != NULL)
    asc_session_set_topic (self->session, NULL);
}

static void
watch_pointer (AscLabelBar *self, GtkWidget *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_enter), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, motion);
}

static void
rebuild (AscLabelBar *self)
{
  AscProject *project = self->session ? asc_session_get_project (self->session) : NULL;
  GListModel *labels;
  GtkWidget  *child;
  guint       n;

  while ((child = gtk_widget_get_first_child (self->labels)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->labels), child);
  g_menu_remove_all (self->more_menu);
  if (project == NULL)
    return;

  labels = asc_codebook_get_labels (asc_project_get_codebook (project));
  n = g_list_model_get_n_items (labels);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      g_autoptr (GMenuItem) item = NULL;

      if (!asc_label_get_values (label)->hidden)
        {
          GtkWidget *button = asc_label_button_new (label);

          watch_pointer (self, button);
          g_signal_connect_object (button, "clicked", G_CALLBACK (on_label_clicked), self, G_CONNECT_SWAPPED);
          adw_wrap_box_append (ADW_WRAP_BOX (self->labels), button);
          continue;
        }
      item = g_menu_item_new (asc_label_get_display_name (label), NULL);
      g_menu_item_set_action_and_target (item, "label-bar.make", "s", asc_label_get_name (label));
      g_menu_append_item (self->more_menu, item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), g_menu_model_get_n_items (G_MENU_MODEL (self->more_menu)) > 0);
  update_counts (self);
  update_sensitive (self);
}

static void
on_store_changed (AscLabelBar *self)
{
  g_signal_group_set_target (self->project_signals, asc_session_get_project (self->session));
  rebuild (self);
}

static void
on_set_changed (AscLabelBar *self)
{
  g_signal_group_set_target (self->set_signals, asc_session_get_set (self->session));
  update_counts (self);
  update_sensitive (self);
}

static void
asc_label_bar_dispose (GObject *object)
{
  AscLabelBar *self = ASC_LABEL_BAR (object);

  g_clear_object (&self->set_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_LABEL_BAR);

  G_OBJECT_CLASS (asc_label_bar_parent_class)->dispose (object);
}

static void
asc_label_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscLabelBar *self = ASC_LABEL_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_label_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscLabelBar *self = ASC_LABEL_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      asc_label_bar_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_label_bar_class_init (AscLabelBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_label_bar_dispose;
  object_class->get_property = asc_label_bar_get_property;
  object_class->set_property = asc_label_bar_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASC_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-label-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AscLabelBar, labels);
  gtk_widget_class_bind_template_child (widget_class, AscLabelBar, more);
  gtk_widget_class_bind_template_child (widget_class, AscLabelBar, more_menu);
  gtk_widget_class_bind_template_child (widget_class, AscLabelBar, hints);

  gtk_widget_class_install_action (widget_class, "label-bar.make", "s", make_hidden);
}

static void
asc_label_bar_init (AscLabelBar *self)
{
  g_type_ensure (ASC_TYPE_KEY_HINTS);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "items-changed", G_CALLBACK (update_counts), self);
  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (rebuild), self);
}

/**
 * asc_label_bar_set_session:
 * @self: a label bar
 * @session: what the window works on
 */
void
asc_label_bar_set_session (AscLabelBar *self, AscSession *session)
{
  g_return_if_fail (ASC_IS_LABEL_BAR (self));
  g_return_if_fail (ASC_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::set", G_CALLBACK (on_set_changed), self, G_CONNECT_SWAPPED);
  on_store_changed (self);
  on_set_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * asc_label_bar_set_narrow:
 * @self: a label bar
 * @narrow: whether to leave counts and the line of keys out
 */
void
asc_label_bar_set_narrow (AscLabelBar *self, gboolean narrow)
{
  g_return_if_fail (ASC_IS_LABEL_BAR (self));

  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !narrow);
  update_counts (self);
}

/**
 * asc_label_bar_set_view:
 * @self: a label bar
 * @view: the view the labels act on
 */
void
asc_label_bar_set_view (AscLabelBar *self, AscArticleView *view)
{
  g_return_if_fail (ASC_IS_LABEL_BAR (self));
  g_return_if_fail (ASC_IS_ARTICLE_VIEW (view));

  if (!g_set_object (&self->view, view))
    return;

  g_object_bind_property (view, "status", self->hints, "status", G_BINDING_SYNC_CREATE);
}
