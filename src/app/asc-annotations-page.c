/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-annotations-page.h"

#include "asc-annotation-card.h"
#include "asc-annotation-words.h"

/* The quote of a claim may be a page; nobody looks for its end. */
#define MAX_SEARCHED 2000

struct _AscAnnotationsPage
{
  AdwBin                 parent_instance;

  GtkWidget             *tools;
  GtkSearchEntry        *search;
  GtkDropDown           *label_filter;
  GtkStack              *stack;
  AdwStatusPage         *empty;
  GtkListView           *list;
  GtkNoSelection        *selection;
  GtkFilterListModel    *filtered;
  AdwBin                *other;         /* the selected annotation, where the list has no place for it */

  AscSession            *session;
  GSignalGroup          *project_signals;
  AscAnnotationItemList *items;
  gboolean               claims;
  GHashTable            *labels_with_roles;  /* (element-type utf8) */
  char                  *needle;        /* case folded, NULL for any */
  char                  *label;         /* name, NULL for any */
};

enum
{
  PROP_0,
  PROP_CLAIMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscAnnotationsPage, asc_annotations_page, ADW_TYPE_BIN)

static gboolean
matches (gpointer item, gpointer user_data)
{
  AscAnnotationsPage *self = user_data;
  AscAnnotation      *annotation = asc_annotation_item_get_annotation (item);
  const char         *label = asc_annotation_get_label (annotation);
  g_autofree char    *quote = NULL, *folded = NULL;

  if (self->claims)
    return g_hash_table_contains (self->labels_with_roles, label);
  if (self->label != NULL && !g_str_equal (self->label, label))
    return FALSE;
  if (self->needle == NULL)
    return TRUE;

  quote = asc_annotation_words_quote (annotation, MAX_SEARCHED);
  folded = g_utf8_casefold (quote, -1);
  return strstr (folded, self->needle) != NULL;
}

static void
refilter (AscAnnotationsPage *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_search_changed (AscAnnotationsPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->needle, g_free);
  if (*typed != '\0')
    self->needle = g_utf8_casefold (typed, -1);
  refilter (self);
}

static void
on_label_filter (AscAnnotationsPage *self)
{
  AscProject *project = self->session ? asc_session_get_project (self->session) : NULL;
  guint       selected = gtk_drop_down_get_selected (self->label_filter);

  g_clear_pointer (&self->label, g_free);
  if (project != NULL && selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    {
      GListModel          *labels = asc_codebook_get_labels (asc_project_get_codebook (project));
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, selected - 1);

      self->label = label ? g_strdup (asc_label_get_name (label)) : NULL;
    }
  refilter (self);
}

static void
fill_label_filter (AscAnnotationsPage *self)
{
  AscProject               *project = asc_session_get_project (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel               *labels = project ? asc_codebook_get_labels (asc_project_get_codebook (project)) : NULL;
  guint                     n = labels ? g_list_model_get_n_items (labels) : 0;

  gtk_string_list_append (names, C_("labels", "All"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      gtk_string_list_append (names, asc_label_get_display_name (label));
    }
  gtk_drop_down_set_model (self->label_filter, G_LIST_MODEL (names));
}

static void
update_empty (AscAnnotationsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;
  gboolean filtered = self->needle != NULL || self->label != NULL;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
  if (filtered)
    {
      adw_status_page_set_title (self->empty, _("Nothing Found"));
      adw_status_page_set_description (self->empty, _("Try other words or another label"));
    }
  else if (self->claims)
    {
      adw_status_page_set_title (self->empty, _("No Claims Yet"));
      adw_status_page_set_description (self->empty, _("Put the cursor in what somebody says, and press the key of a label below the text"));
    }
  else
    {
      adw_status_page_set_title (self->empty, _("No Annotations Yet"));
      adw_status_page_set_description (self->empty, _("Select text, and press the key of a label below it"));
    }
}

/* What is selected and has no card in the list (an actor, on the page of claims) gets one above it. */
static void
update_other (AscAnnotationsPage *self)
{
  AscAnnotation               *selected = asc_session_get_selected (self->session);
  g_autoptr (AscAnnotationItem) item = NULL;
  guint                        position;

  if (selected == NULL || asc_annotation_item_list_find (G_LIST_MODEL (self->filtered), selected, &position)
      || !asc_annotation_item_list_find (G_LIST_MODEL (self->items), selected, &position))
    {
      adw_bin_set_child (self->other, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->other), FALSE);
      return;
    }

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (adw_bin_get_child (self->other) == NULL)
    adw_bin_set_child (self->other, asc_annotation_card_new (self->session, TRUE));
  asc_annotation_card_set_item (ASC_ANNOTATION_CARD (adw_bin_get_child (self->other)), item);
  gtk_widget_set_visible (GTK_WIDGET (self->other), TRUE);
}

static void
on_selected (AscAnnotationsPage *self)
{
  AscAnnotation *selected = asc_session_get_selected (self->session);
  guint          position;

  update_other (self);
  if (selected != NULL && asc_annotation_item_list_find (G_LIST_MODEL (self->filtered), selected, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
find_labels_with_roles (AscAnnotationsPage *self)
{
  AscProject  *project = asc_session_get_project (self->session);
  AscCodebook *codebook = project ? asc_project_get_codebook (project) : NULL;
  GListModel  *labels = codebook ? asc_codebook_get_labels (codebook) : NULL;
  guint        n = labels ? g_list_model_get_n_items (labels) : 0;

  g_hash_table_remove_all (self->labels_with_roles);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel)  label = g_list_model_get_item (labels, i);
      g_autoptr (GPtrArray) types = asc_codebook_relations_from (codebook, asc_label_get_name (label));

      if (types->len > 0)
        g_hash_table_add (self->labels_with_roles, g_strdup (asc_label_get_name (label)));
    }
}

static void
on_codebook (AscAnnotationsPage *self)
{
  find_labels_with_roles (self);
  fill_label_filter (self);
  refilter (self);
}

static void
on_store (AscAnnotationsPage *self)
{
  g_signal_group_set_target (self->project_signals, asc_session_get_project (self->session));
  on_codebook (self);
}

static void
on_filtered (AscAnnotationsPage *self)
{
  update_empty (self);
  update_other (self);
}

static void
on_activate (AscAnnotationsPage *self, guint position)
{
  g_autoptr (AscAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item != NULL)
    asc_session_reveal (self->session, asc_annotation_item_get_annotation (item));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscAnnotationsPage *self)
{
  gtk_list_item_set_child (list_item, asc_annotation_card_new (self->session, !self->claims));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscAnnotationsPage *self)
{
  AscAnnotationItem *item = gtk_list_item_get_item (list_item);
  AscAnnotation     *annotation = asc_annotation_item_get_annotation (item);
  g_autofree char   *quote = asc_annotation_words_quote (annotation, 200);

  asc_annotation_card_set_item (ASC_ANNOTATION_CARD (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, quote);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscAnnotationsPage *self)
{
  asc_annotation_card_set_item (ASC_ANNOTATION_CARD (gtk_list_item_get_child (list_item)), NULL);
}

static void
asc_annotations_page_dispose (GObject *object)
{
  AscAnnotationsPage *self = ASC_ANNOTATIONS_PAGE (object);

  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ANNOTATIONS_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_annotations_page_parent_class)->dispose (object);
}

static void
asc_annotations_page_finalize (GObject *object)
{
  AscAnnotationsPage *self = ASC_ANNOTATIONS_PAGE (object);

  g_hash_table_unref (self->labels_with_roles);
  g_free (self->needle);
  g_free (self->label);

  G_OBJECT_CLASS (asc_annotations_page_parent_class)->finalize (object);
}

static void
asc_annotations_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIMS:
      g_value_set_boolean (value, ASC_ANNOTATIONS_PAGE (object)->claims);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotations_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLAIMS:
      ASC_ANNOTATIONS_PAGE (object)->claims = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotations_page_class_init (AscAnnotationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_annotations_page_dispose;
  object_class->finalize = asc_annotations_page_finalize;
  object_class->get_property = asc_annotations_page_get_property;
  object_class->set_property = asc_annotations_page_set_property;

  properties[PROP_CLAIMS] = g_param_spec_boolean ("claims", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-annotations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, label_filter);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationsPage, other);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_label_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
asc_annotations_page_init (AscAnnotationsPage *self)
{
  self->labels_with_roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (on_codebook), self);
}

/**
 * asc_annotations_page_set_session:
 * @self: a page
 * @session: what the window works on; set once
 * @items: the session's annotations
 */
void
asc_annotations_page_set_session (AscAnnotationsPage *self, AscSession *session, AscAnnotationItemList *items)
{
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (ASC_IS_ANNOTATIONS_PAGE (self));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->items = g_object_ref (items);
  gtk_widget_set_visible (self->tools, !self->claims);

  filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  gtk_filter_list_model_set_filter (self->filtered, filter);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (items));
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (on_filtered), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store), self, G_CONNECT_SWAPPED);
  on_store (self);
  on_filtered (self);
}

/**
 * asc_annotations_page_set_incremental:
 * @self: a page
 * @incremental: whether to filter a piece at a time
 */
void
asc_annotations_page_set_incremental (AscAnnotationsPage *self, gboolean incremental)
{
  g_return_if_fail (ASC_IS_ANNOTATIONS_PAGE (self));

  gtk_filter_list_model_set_incremental (self->filtered, incremental);
}

static AscAnnotationCard *
find_open_card (GtkWidget *widget)
{
  if (ASC_IS_ANNOTATION_CARD (widget) && asc_annotation_card_is_open (ASC_ANNOTATION_CARD (widget)))
    return ASC_ANNOTATION_CARD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AscAnnotationCard *card = gtk_widget_get_child_visible (child) ? find_open_card (child) : NULL;

      if (card != NULL)
        return card;
    }
  return NULL;
}

/**
 * asc_annotations_page_focus:
 * @self: a page
 *
 * Returns: whether the selected annotation has a card here, which then has the keyboard
 */
gboolean
asc_annotations_page_focus (AscAnnotationsPage *self)
{
  AscAnnotation     *selected;
  AscAnnotationCard *card;
  guint              position;

  g_return_val_if_fail (ASC_IS_ANNOTATIONS_PAGE (self), FALSE);

  selected = self->session ? asc_session_get_selected (self->session) : NULL;
  if (selected == NULL)
    return FALSE;

  if (asc_annotation_item_list_find (G_LIST_MODEL (self->filtered), selected, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  card = find_open_card (GTK_WIDGET (self));
  if (card != NULL)
    asc_annotation_card_focus (card);
  return card != NULL;
}

/**
 * asc_annotations_page_search_actor:
 * @self: a page
 * @relation_type: name of a role of the selected annotation
 * @typed: what was typed so far
 */
void
asc_annotations_page_search_actor (AscAnnotationsPage *self, const char *relation_type, const char *typed)
{
  AscAnnotationCard *card;

  g_return_if_fail (ASC_IS_ANNOTATIONS_PAGE (self));

  card = find_open_card (GTK_WIDGET (self));
  if (card != NULL)
    asc_annotation_card_search_actor (card, relation_type, typed);
}
