/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-sidebar.h"

#include "asc-article-properties-dialog.h"
#include "asc-article-row.h"
#include "asc-article-tally.h"
#include "asc-messages.h"

struct _AscSidebar
{
  AdwBin              parent_instance;

  AdwWindowTitle     *title;
  GtkSearchEntry     *search;
  GtkMenuButton      *state_button;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  GtkPopoverMenu     *menu;

  AscSession         *session;
  AscArticleTally    *tally;
  AscArticle         *menu_article;   /* what the context menu is about */
  char               *needle;         /* case folded, NULL for any */
  int                 state;          /* an AscState, or -1 for any */
  gboolean            syncing;        /* the selection follows the session, not the user */
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_STATE_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscSidebar, asc_sidebar, ADW_TYPE_BIN)

static gboolean
holds (const char *text, const char *needle)
{
  g_autofree char *folded = text ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  AscSidebar           *self = user_data;
  AscArticle           *article = ASC_ARTICLE (item);
  const AscArticleMeta *meta;

  if (self->state >= 0 && asc_article_get_state (article) != (AscState) self->state)
    return FALSE;
  if (self->needle == NULL)
    return TRUE;

  meta = asc_article_get_meta (article);
  return holds (asc_article_get_title (article), self->needle) || holds (meta->outlet, self->needle)
         || holds (meta->author, self->needle) || holds (meta->id, self->needle);
}

static void
update_empty (AscSidebar *self)
{
  AscProject *project = self->session ? asc_session_get_project (self->session) : NULL;
  guint       n = project ? g_list_model_get_n_items (asc_project_get_articles (project)) : 0;
  const char *page = "list";

  if (n == 0)
    page = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    page = "nothing-found";
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
select_current (AscSidebar *self)
{
  AscArticle *article = self->session ? asc_session_get_article (self->session) : NULL;
  guint       n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint       position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; article != NULL && i < n; i++)
    {
      g_autoptr (AscArticle) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == article)
        position = i;
    }

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
on_selected (AscSidebar *self)
{
  AscArticle *article = gtk_single_selection_get_selected_item (self->selection);

  if (!self->syncing && article != NULL && self->session != NULL)
    asc_session_open_article (self->session, article);
}

static void
on_filtered_changed (AscSidebar *self)
{
  update_empty (self);
  if (gtk_single_selection_get_selected_item (self->selection) == NULL)
    select_current (self);
}

static void
refilter (AscSidebar *self)
{
  self->syncing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  select_current (self);
}

static void
on_search_changed (AscSidebar *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->needle, g_free);
  if (*typed != '\0')
    self->needle = g_utf8_casefold (typed, -1);
  refilter (self);
}

/* Enter in the search goes to the first hit. */
static void
on_search_activate (AscSidebar *self)
{
  g_autoptr (AscArticle) first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  if (first != NULL)
    asc_session_open_article (self->session, first);
}

static void
on_stop_search (AscSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static const char *
get_state_filter (AscSidebar *self)
{
  return self->state >= 0 ? asc_state_to_string (self->state) : "";
}

static void
set_state_filter (AscSidebar *self, const char *name)
{
  AscState state;
  int      wanted = name != NULL && asc_state_from_string (name, &state) ? (int) state : -1;

  if (self->state == wanted)
    return;

  self->state = wanted;
  if (wanted >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_button), "accent");
  refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE_FILTER]);
}

static void
on_tally_changed (AscSidebar *self)
{
  guint            n = asc_article_tally_get_n (self->tally);
  g_autofree char *words = NULL;

  if (n > 0)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u article done", "%u of %u articles done", n),
                             asc_article_tally_get_n_done (self->tally), n);
  adw_window_title_set_subtitle (self->title, words ? words : _("No articles yet"));
  if (self->state >= 0)
    refilter (self);
}

static void
on_store_changed (AscSidebar *self)
{
  AscProjectStore *store = asc_session_get_store (self->session);
  AscProject      *project = asc_session_get_project (self->session);

  asc_article_tally_set_store (self->tally, store);
  self->syncing = TRUE;
  gtk_filter_list_model_set_model (self->filtered, project ? asc_project_get_articles (project) : NULL);
  self->syncing = FALSE;
  adw_window_title_set_title (self->title, project ? asc_project_get_name (project) : "");
  update_empty (self);
}

static void
show_properties (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscSidebar *self = ASC_SIDEBAR (widget);
  AscHistory *history = asc_session_get_history (self->session);

  if (self->menu_article != NULL && history != NULL)
    adw_dialog_present (asc_article_properties_dialog_new (history, self->menu_article), widget);
}

static void
show_file (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscSidebar                  *self = ASC_SIDEBAR (widget);
  g_autoptr (GFile)            file = NULL;
  g_autoptr (GtkFileLauncher)  launcher = NULL;
  g_autofree char             *path = NULL;

  if (self->menu_article == NULL)
    return;

  path = g_strdup_printf ("articles/%s.txt", asc_article_get_id (self->menu_article));
  file = g_file_resolve_relative_path (asc_project_store_get_folder (asc_session_get_store (self->session)), path);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
pop_up_menu (AscSidebar *self, AscArticle *article, GtkWidget *over, double x, double y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (over, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  g_set_object (&self->menu_article, article);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_row_pressed (GtkGestureClick *gesture, int n_press, double x, double y, AscSidebar *self)
{
  AscArticleRow *row = ASC_ARTICLE_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  pop_up_menu (self, asc_article_row_get_article (row), GTK_WIDGET (row), x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  AscSidebar *self = user_data;
  AscArticle *article = gtk_single_selection_get_selected_item (self->selection);

  if (article == NULL)
    return FALSE;

  pop_up_menu (self, article, widget, gtk_widget_get_width (widget) / 2.0, 24);
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscSidebar *self)
{
  GtkWidget  *row = g_object_new (ASC_TYPE_ARTICLE_ROW, NULL);
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_row_pressed), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscSidebar *self)
{
  AscArticle *article = gtk_list_item_get_item (list_item);

  asc_article_row_set_article (ASC_ARTICLE_ROW (gtk_list_item_get_child (list_item)), article);
  gtk_list_item_set_accessible_label (list_item, asc_article_get_title (article));
  asc_project_store_load_summary_async (asc_session_get_store (self->session), article, NULL);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscSidebar *self)
{
  asc_article_row_set_article (ASC_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
asc_sidebar_dispose (GObject *object)
{
  AscSidebar *self = ASC_SIDEBAR (object);

  if (self->tally != NULL)
    asc_article_tally_set_store (self->tally, NULL);
  g_clear_object (&self->tally);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_article);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_SIDEBAR);

  G_OBJECT_CLASS (asc_sidebar_parent_class)->dispose (object);
}

static void
asc_sidebar_finalize (GObject *object)
{
  g_free (ASC_SIDEBAR (object)->needle);

  G_OBJECT_CLASS (asc_sidebar_parent_class)->finalize (object);
}

static void
asc_sidebar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (asc_sidebar_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (ASC_SIDEBAR (widget)->menu));
}

static void
asc_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscSidebar *self = ASC_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_STATE_FILTER:
      g_value_set_string (value, get_state_filter (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscSidebar *self = ASC_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      asc_sidebar_set_session (self, g_value_get_object (value));
      break;
    case PROP_STATE_FILTER:
      set_state_filter (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_sidebar_class_init (AscSidebarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_sidebar_dispose;
  object_class->finalize = asc_sidebar_finalize;
  object_class->get_property = asc_sidebar_get_property;
  object_class->set_property = asc_sidebar_set_property;
  widget_class->size_allocate = asc_sidebar_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASC_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* A string for the radio items of the menu; "" is any state. */
  properties[PROP_STATE_FILTER] = g_param_spec_string ("state-filter", NULL, NULL, "",
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, state_button);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, filtered);
  gtk_widget_class_bind_template_child (widget_class, AscSidebar, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);

  gtk_widget_class_install_property_action (widget_class, "sidebar.state-filter", "state-filter");
  gtk_widget_class_install_action (widget_class, "sidebar.properties", NULL, show_properties);
  gtk_widget_class_install_action (widget_class, "sidebar.show-file", NULL, show_file);
}

static void
asc_sidebar_init (AscSidebar *self)
{
  GtkEventController *keys;

  self->state = -1;
  self->tally = asc_article_tally_new ();
  self->filter = gtk_custom_filter_new (matches, self, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  g_object_unref (self->filter); /* the list model holds it as long as we live */
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (on_filtered_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (on_tally_changed), self, G_CONNECT_SWAPPED);

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * asc_sidebar_set_session:
 * @self: a sidebar
 * @session: what the window works on
 */
void
asc_sidebar_set_session (AscSidebar *self, AscSession *session)
{
  g_return_if_fail (ASC_IS_SIDEBAR (self));
  g_return_if_fail (ASC_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (select_current), self, G_CONNECT_SWAPPED);
  on_store_changed (self);
  select_current (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * asc_sidebar_focus_search:
 * @self: a sidebar
 */
void
asc_sidebar_focus_search (AscSidebar *self)
{
  g_return_if_fail (ASC_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
