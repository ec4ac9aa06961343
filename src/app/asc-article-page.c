/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-article-page.h"

#include "asc-find-bar.h"
#include "asc-label-bar.h"
#include "asc-messages.h"
#include "asc-overview-ruler.h"
#include "asc-settings.h"

/* Pixels above and below the header. */
#define HEADER_TOP   24
#define HEADER_BELOW 18

struct _AscArticlePage
{
  AdwBin             parent_instance;

  AdwToastOverlay   *toasts;
  GtkStack          *stack;
  AdwStatusPage     *error;
  GtkOverlay        *overlay;
  GtkScrolledWindow *scroller;
  GtkWidget         *header;
  GtkLabel          *title;
  GtkLabel          *facts;
  AscFindBar        *find_bar;
  AscOverviewRuler  *ruler;
  AscLabelBar       *label_bar;

  AscSession        *session;
  AscArticleView    *view;          /* (unowned): child; made with the session */
  guint              room_tick;     /* the text is about to make room for the header */
  GSignalGroup      *article_signals;
  GSignalGroup      *project_signals;
  gboolean           narrow;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscArticlePage, asc_article_page, ADW_TYPE_BIN)

/* Words need the whole text segmented, which a book would make us wait for; there its characters say as much. */
#define MAX_CHARS_FOR_WORDS 200000

static char *
describe_length (AscAnnotator *annotator, AscText *text)
{
  guint length = asc_text_get_length (text);
  gsize n_words;

  if (length > MAX_CHARS_FOR_WORDS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u character", "%'u characters", length), length);

  asc_segmenter_get_segments (asc_annotator_get_segmenter (annotator), ASC_SEGMENT_WORD, &n_words);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u word", "%'u words", n_words), (guint) n_words);
}

/* Most articles come with their title as the first line, which the view shows as one. */
static gboolean
begins_with_title (AscArticle *article)
{
  const char *utf8 = asc_text_get_utf8 (asc_article_get_text (article));
  const char *title = asc_article_get_title (article);
  const char *line = utf8 + strspn (utf8, " \t");

  return g_str_has_prefix (line, title) && strchr (" \t\n", line[strlen (title)]) != NULL;
}

static void queue_make_room (AscArticlePage *self);

/* The header stands on the side where the text begins, whichever the interface's is. */
static void
update_direction (AscArticlePage *self, AscArticle *article)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->title), asc_article_get_title (article));
  GtkTextDirection        text_direction = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL ? GTK_TEXT_DIR_RTL
                                                                                                         : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (GTK_WIDGET (self->title), text_direction);
  gtk_widget_set_direction (GTK_WIDGET (self->facts), text_direction);
}

/* "Le Monde · 6 July 2024 · 727 words": what a reader wants to know before the first line. */
static void
update_header (AscArticlePage *self)
{
  AscArticle           *article = asc_session_get_article (self->session);
  AscAnnotator         *annotator = asc_session_get_annotator (self->session);
  g_autoptr (GString)   words = g_string_new (NULL);
  g_autofree char      *length = NULL;
  const AscArticleMeta *meta;

  if (article == NULL || annotator == NULL)
    return;

  meta = asc_article_get_meta (article);
  if (meta->outlet != NULL)
    g_string_append_printf (words, "%s · ", meta->outlet);
  if (meta->author != NULL)
    g_string_append_printf (words, "%s · ", meta->author);
  if (meta->published != NULL)
    {
      g_autofree char *date = asc_messages_format_date (meta->published);

      g_string_append_printf (words, "%s · ", date);
    }
  length = describe_length (annotator, asc_article_get_text (article));
  g_string_append (words, length);
  gtk_label_set_label (self->facts, words->str);
  gtk_label_set_label (self->title, asc_article_get_title (article));
  update_direction (self, article);
  gtk_widget_set_visible (GTK_WIDGET (self->title), meta->title != NULL && !begins_with_title (article));
  gtk_widget_queue_resize (self->header);
}

static void
update_page (AscArticlePage *self)
{
  AscArticle   *article = asc_session_get_article (self->session);
  AscProject   *project = asc_session_get_project (self->session);
  const GError *error = asc_session_get_load_error (self->session);
  const char   *page = "article";

  if (error != NULL)
    {
      g_autofree char *words = asc_messages_error (error);
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      adw_status_page_set_description (self->error, escaped);
      page = "error";
    }
  else if (asc_session_get_loading (self->session))
    page = "loading";
  else if (project != NULL && g_list_model_get_n_items (asc_project_get_articles (project)) == 0)
    page = "empty";
  else if (article == NULL)
    page = "none";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->label_bar), g_str_equal (page, "article") || g_str_equal (page, "loading"));
}

static void
on_store_changed (AscArticlePage *self)
{
  AscProject *project = asc_session_get_project (self->session);

  g_signal_group_set_target (self->project_signals, project ? asc_project_get_articles (project) : NULL);
  update_page (self);
}

static void
on_loaded (AscArticlePage *self)
{
  AscArticle *article = asc_session_get_article (self->session);

  g_signal_group_set_target (self->article_signals, article);
  update_page (self);
  update_header (self);
}

static void
on_open_card (AscArticlePage *self, AscAnnotation *annotation)
{
  asc_session_set_selected (self->session, annotation);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-card", NULL);
}

static void
on_search_actor (AscArticlePage *self, const char *relation_type, const char *typed)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-actor", "(ss)", relation_type, typed);
}

/* The header lies over the view's upper margin and moves with the text, in line with its column. Not an overlay of the view: GtkTextView would
 * not tell it the column's width, and loses memory for each. */
static gboolean
on_child_position (AscArticlePage *self, GtkWidget *child, GdkRectangle *place, GtkOverlay *overlay)
{
  int margin, height;

  if (child != self->header || self->view == NULL)
    return FALSE;

  margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self->view));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place->width, NULL, NULL, NULL);
  place->width = MAX (place->width, gtk_widget_get_width (GTK_WIDGET (overlay)) - 2 * margin);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, &height, NULL, NULL, NULL);
  place->height = height;
  place->x = margin;
  place->y = HEADER_TOP - (int) gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  if (gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self->view)) != HEADER_TOP + height + HEADER_BELOW)
    queue_make_room (self);
  return TRUE;
}

static gboolean
make_room (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  AscArticlePage *self = user_data;

  self->room_tick = 0;
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), HEADER_TOP + gtk_widget_get_height (self->header) + HEADER_BELOW);
  return G_SOURCE_REMOVE;
}

/* Not at once: sizes are being given. */
static void
queue_make_room (AscArticlePage *self)
{
  if (self->room_tick == 0)
    self->room_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), make_room, self, NULL);
}

static void
update_zoom (AscArticlePage *self)
{
  double                    zoom = g_settings_get_double (asc_settings_get_default (), "zoom");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (zoom));
  gtk_label_set_attributes (self->title, attributes);
  gtk_label_set_attributes (self->facts, attributes);
}

static void
follow_scrolling (AscArticlePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_overlay_set_clip_overlay (self->overlay, self->header, TRUE);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self->overlay, G_CONNECT_SWAPPED);
  g_signal_connect_object (asc_settings_get_default (), "changed::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  update_zoom (self);
}

static void
make_view (AscArticlePage *self)
{
  GSettings *settings = asc_settings_get_default ();

  self->view = ASC_ARTICLE_VIEW (asc_article_view_new (self->session));
  g_settings_bind (settings, "zoom", self->view, "zoom", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "font", self->view, "font", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "line-height", self->view, "line-height", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "column-width", self->view, "column-width", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->view, "find", G_CALLBACK (asc_article_page_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-card", G_CALLBACK (on_open_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "search-actor", G_CALLBACK (on_search_actor), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  follow_scrolling (self);

  asc_find_bar_set_view (self->find_bar, self->view, self->session);
  asc_overview_ruler_set_view (self->ruler, self->view, self->session);
  asc_label_bar_set_session (self->label_bar, self->session);
  asc_label_bar_set_view (self->label_bar, self->view);
}

static void
set_narrow (AscArticlePage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  asc_label_bar_set_narrow (self->label_bar, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
asc_article_page_dispose (GObject *object)
{
  AscArticlePage *self = ASC_ARTICLE_PAGE (object);

  if (self->room_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->room_tick);
  self->room_tick = 0;
  self->view = NULL;
  g_clear_object (&self->article_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ARTICLE_PAGE);

  G_OBJECT_CLASS (asc_article_page_parent_class)->dispose (object);
}

static void
asc_article_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscArticlePage *self = ASC_ARTICLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscArticlePage *self = ASC_ARTICLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      asc_article_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_page_class_init (AscArticlePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_article_page_dispose;
  object_class->get_property = asc_article_page_get_property;
  object_class->set_property = asc_article_page_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ASC_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, error);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, overlay);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, header);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, title);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, facts);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, ruler);
  gtk_widget_class_bind_template_child (widget_class, AscArticlePage, label_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_child_position);
}

static void
asc_article_page_init (AscArticlePage *self)
{
  g_type_ensure (ASC_TYPE_FIND_BAR);
  g_type_ensure (ASC_TYPE_OVERVIEW_RULER);
  g_type_ensure (ASC_TYPE_LABEL_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->article_signals = g_signal_group_new (ASC_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify", G_CALLBACK (update_header), self);
  self->project_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->project_signals, "items-changed", G_CALLBACK (update_page), self);
}

/**
 * asc_article_page_set_session:
 * @self: an article page
 * @session: what the window works on; set once
 */
void
asc_article_page_set_session (AscArticlePage *self, AscSession *session)
{
  g_return_if_fail (ASC_IS_ARTICLE_PAGE (self));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  make_view (self);

  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::article", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loading", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::annotator", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  on_store_changed (self);
  on_loaded (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * asc_article_page_get_view:
 * @self: an article page
 *
 * Returns: (transfer none): the view
 */
AscArticleView *
asc_article_page_get_view (AscArticlePage *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE_PAGE (self), NULL);

  return self->view;
}

/**
 * asc_article_page_add_toast:
 * @self: an article page
 * @toast: (transfer full): a toast
 *
 * Shows @toast over the text, where it hides no label and no key.
 */
void
asc_article_page_add_toast (AscArticlePage *self, AdwToast *toast)
{
  g_return_if_fail (ASC_IS_ARTICLE_PAGE (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * asc_article_page_find:
 * @self: an article page
 *
 * Shows the find bar.
 */
void
asc_article_page_find (AscArticlePage *self)
{
  g_return_if_fail (ASC_IS_ARTICLE_PAGE (self));

  asc_find_bar_begin (self->find_bar);
}

/**
 * asc_article_page_find_next:
 * @self: an article page
 */
void
asc_article_page_find_next (AscArticlePage *self)
{
  g_return_if_fail (ASC_IS_ARTICLE_PAGE (self));

  asc_find_bar_next (self->find_bar);
}

/**
 * asc_article_page_find_previous:
 * @self: an article page
 */
void
asc_article_page_find_previous (AscArticlePage *self)
{
  g_return_if_fail (ASC_IS_ARTICLE_PAGE (self));

  asc_find_bar_previous (self->find_bar);
}
