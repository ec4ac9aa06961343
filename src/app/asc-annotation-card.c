/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-annotation-card.h"

#include "asc-annotation-words.h"
#include "asc-attribute-row.h"
#include "asc-messages.h"
#include "asc-role-picker.h"
#include "asc-role-row.h"

#define MAX_QUOTE       1000
#define MAX_QUOTE_LINES 3

struct _AscAnnotationCard
{
  AdwBin             parent_instance;

  GtkWidget         *card;
  GtkWidget         *edge;
  GtkLabel          *label_name;
  GtkLabel          *quote;
  GtkWidget         *remove;
  GtkBox            *roles;
  GtkBox            *editor;

  AscSession        *session;
  gboolean           compact;
  AscAnnotationItem *item;
  gboolean           open;
  GtkSizeGroup      *captions;         /* lines up what is before roles and editors */
  GSignalGroup      *item_signals;
  GSignalGroup      *set_signals;

  /* What @editor holds while open. */
  GPtrArray         *attribute_rows;   /* (element-type AscAttributeRow) */
  GtkDropDown       *label_list;
  GtkTextBuffer     *note;
  gboolean           showing;          /* editors are being set, not used */
};

G_DEFINE_FINAL_TYPE (AscAnnotationCard, asc_annotation_card, ADW_TYPE_BIN)

static AscAnnotation *
get_annotation (AscAnnotationCard *self)
{
  return self->item ? asc_annotation_item_get_annotation (self->item) : NULL;
}

static AscCodebook *
get_codebook (AscAnnotationCard *self)
{
  return asc_project_get_codebook (asc_session_get_project (self->session));
}

static AscLabel *
get_label (AscAnnotationCard *self)
{
  return asc_codebook_lookup_label (get_codebook (self), asc_annotation_get_label (get_annotation (self)));
}

static gboolean
is_writable (AscAnnotationCard *self)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);

  return set != NULL && !asc_annotation_set_get_read_only (set);
}

static gboolean
is_mine (AscAnnotationCard *self, AscAnnotation *annotation)
{
  return annotation != NULL && self->item != NULL
         && g_str_equal (asc_annotation_get_id (annotation), asc_annotation_get_id (get_annotation (self)));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* ---- roles ---- */

static guint
count_relations (GPtrArray *relations, AscRelationType *type)
{
  guint n = 0;

  for (guint i = 0; i < relations->len; i++)
    {
      if (g_str_equal (asc_relation_get_relation_type (g_ptr_array_index (relations, i)), asc_relation_type_get_name (type)))
        n++;
    }
  return n;
}

static void
add_role (AscAnnotationCard *self, AscRelationType *type, gboolean incoming)
{
  GtkWidget *row = asc_role_row_new (self->session, type, incoming);

  gtk_size_group_add_widget (self->captions, asc_role_row_get_caption (ASC_ROLE_ROW (row)));
  gtk_box_append (self->roles, row);
  asc_role_row_show (ASC_ROLE_ROW (row), get_annotation (self), self->open && is_writable (self));
}

static void
on_add_role (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AscAnnotationCard *self = ASC_ANNOTATION_CARD (widget);
  AscRelationType   *type = asc_codebook_lookup_relation (get_codebook (self), g_variant_get_string (parameter, NULL));

  if (type == NULL || self->item == NULL)
    return;

  asc_session_relate (self->session, get_annotation (self), type);
  gtk_widget_activate_action (widget, "win.focus-text", NULL);
}

/* Rare roles, and a second one of a kind, would make every card long: they are one menu. */
static void
add_more_roles (AscAnnotationCard *self, GPtrArray *types)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget        *button, *row;

  if (types->len == 0)
    return;

  for (guint i = 0; i < types->len; i++)
    {
      AscRelationType      *type = g_ptr_array_index (types, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (asc_relation_type_get_display_name (type), NULL);

      g_menu_item_set_action_and_target (item, "card.add-role", "s", asc_relation_type_get_name (type));
      g_menu_append_item (menu, item);
    }
  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Add Role"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "chip-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (row, "card-row");
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->roles, row);
}

static void
update_roles (AscAnnotationCard *self)
{
  AscAnnotationSet     *set = asc_session_get_set (self->session);
  const char           *id = asc_annotation_get_id (get_annotation (self));
  GListModel           *types = asc_codebook_get_relation_types (get_codebook (self));
  guint                 n = g_list_model_get_n_items (types);
  g_autoptr (GPtrArray) from = asc_annotation_set_relations_from (set, id);
  g_autoptr (GPtrArray) to = asc_annotation_set_relations_to (set, id);
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) allowed = asc_codebook_relations_from (get_codebook (self), asc_annotation_get_label (get_annotation (self)));

  clear_box (self->roles);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), self->open || !self->compact);
  if (self->compact && !self->open)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      gboolean                    may = g_ptr_array_find (allowed, type, NULL);
      guint                       there = count_relations (from, type), max = asc_relation_type_get_max (type);
      gboolean                    shown = there > 0 || (may && asc_relation_type_get_expected (type));

      if (shown)
        add_role (self, type, FALSE);
      /* A row without any, and one that is always shown, has a button of its own. */
      if (may && (there > 0 || !shown) && !asc_relation_type_get_expected (type) && (max == 0 || there < max))
        g_ptr_array_add (more, g_steal_pointer (&type));
    }
  for (guint i = 0; i < n && self->open; i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);

      if (count_relations (to, type) > 0)
        add_role (self, type, TRUE);
    }
  if (self->open && is_writable (self))
    add_more_roles (self, more);
}

/* ---- editing ---- */

static void
on_label_selected (AscAnnotationCard *self)
{
  AscAnnotator *annotator = asc_session_get_annotator (self->session);
  AscLabel     *label = gtk_drop_down_get_selected_item (self->label_list);

  if (self->showing || annotator == NULL || label == NULL || label == get_label (self))
    return;

  if (!asc_annotator_set_label (annotator, get_annotation (self), label))
    {
      guint position;

      asc_session_notice (self->session, _("That is already annotated"));
      self->showing = TRUE;
      if (g_list_store_find (G_LIST_STORE (gtk_drop_down_get_model (self->label_list)), get_label (self), &position))
        gtk_drop_down_set_selected (self->label_list, position);
      self->showing = FALSE;
    }
}

static void
on_note_changed (AscAnnotationCard *self)
{
  AscAnnotator    *annotator = asc_session_get_annotator (self->session);
  g_autofree char *note = NULL;

  if (self->showing || annotator == NULL)
    return;

  g_object_get (self->note, "text", &note, NULL);
  asc_annotator_set_note (annotator, get_annotation (self), *note != '\0' ? note : NULL);
}

static void
on_remove (AscAnnotationCard *self)
{
  AscAnnotator *annotator = asc_session_get_annotator (self->session);

  if (annotator != NULL && self->item != NULL)
    asc_annotator_remove (annotator, get_annotation (self));
}

static GtkWidget *
make_row (AscAnnotationCard *self, const char *caption_text, GtkWidget *content)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *caption = gtk_label_new (caption_text);

  gtk_widget_add_css_class (row, "card-row");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 12);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "card-caption");
  gtk_size_group_add_widget (self->captions, caption);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (content), GTK_ACCESSIBLE_PROPERTY_LABEL, caption_text, -1);
  gtk_box_append (GTK_BOX (row), caption);
  gtk_box_append (GTK_BOX (row), content);
  return row;
}

static char *
get_label_title (AscLabel *label)
{
  return g_strdup (label ? asc_label_get_display_name (label) : "");
}

static GtkWidget *
make_label_list (AscAnnotationCard *self)
{
  GListModel           *labels = asc_codebook_get_labels (get_codebook (self));
  g_autoptr (GListStore) store = g_list_store_new (ASC_TYPE_LABEL);
  GtkExpression        *title = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_label_title), NULL, NULL);
  guint                 n = g_list_model_get_n_items (labels);
  guint                 position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      if (label == get_label (self))
        position = i;
      g_list_store_append (store, label);
    }
  self->label_list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&store)), title));
  gtk_drop_down_set_selected (self->label_list, position);
  gtk_widget_add_css_class (GTK_WIDGET (self->label_list), "chip-button");
  gtk_widget_set_halign (GTK_WIDGET (self->label_list), GTK_ALIGN_START);
  g_signal_connect_object (self->label_list, "notify::selected", G_CALLBACK (on_label_selected), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->label_list);
}

static GtkWidget *
make_note (AscAnnotationCard *self)
{
  GtkWidget *view = gtk_text_view_new ();

  self->note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "note");
  g_signal_connect_object (self->note, "changed", G_CALLBACK (on_note_changed), self, G_CONNECT_SWAPPED);
  return view;
}

static gboolean
is_known (AscAnnotationCard *self, const char *name)
{
  AscLabel *label = get_label (self);

  if (label != NULL && asc_label_lookup_attribute (label, name) != NULL)
    return TRUE;
  /* "no-source": the role's own row shows it. */
  return asc_codebook_lookup_none (get_codebook (self), name) != NULL;
}

/* Attributes that the codebook has no more, or not yet: kept, shown, never editable by accident. */
static void
add_unknown (AscAnnotationCard *self)
{
  AscAttributes *attributes = asc_annotation_get_attributes (get_annotation (self));

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char      *name = asc_attributes_get_name (attributes, i);
      g_autofree char *text = NULL;
      GtkWidget       *value;

      if (is_known (self, name))
        continue;
      text = g_variant_print (asc_attributes_get_nth (attributes, i), FALSE);
      value = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (value), 0);
      gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (value, "warning");
      gtk_widget_set_tooltip_text (value, _("Not in the codebook"));
      gtk_box_append (self->editor, make_row (self, name, value));
    }
}

static void
close_editor (AscAnnotationCard *self)
{
  g_clear_pointer (&self->attribute_rows, g_ptr_array_unref);
  self->label_list = NULL;
  self->note = NULL;
  clear_box (self->editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
}

static void
open_editor (AscAnnotationCard *self)
{
  AscLabel   *label = get_label (self);
  GListModel *definitions = label ? asc_label_get_attributes (label) : NULL;
  guint       n = definitions ? g_list_model_get_n_items (definitions) : 0;

  close_editor (self);
  self->attribute_rows = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      GtkWidget                         *row = asc_attribute_row_new (self->session, definition);

      gtk_size_group_add_widget (self->captions, asc_attribute_row_get_caption (ASC_ATTRIBUTE_ROW (row)));
      gtk_box_append (self->editor, row);
      g_ptr_array_add (self->attribute_rows, row);
    }
  add_unknown (self);
  gtk_box_append (self->editor, make_row (self, _("Note"), make_note (self)));
  gtk_box_append (self->editor, make_row (self, _("Label"), make_label_list (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), is_writable (self));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
}

static void
show_values (AscAnnotationCard *self)
{
  AscAnnotation   *annotation = get_annotation (self);
  const char      *note = asc_annotation_get_note (annotation);
  g_autofree char *text = NULL;

  if (!self->open)
    return;

  self->showing = TRUE;
  for (guint i = 0; i < self->attribute_rows->len; i++)
    asc_attribute_row_show (g_ptr_array_index (self->attribute_rows, i), annotation);
  g_object_get (self->note, "text", &text, NULL);
  if (!g_str_equal (text, note ? note : ""))
    gtk_text_buffer_set_text (self->note, note ? note : "", -1);
  self->showing = FALSE;
}

/* ---- the card ---- */

static void
update_head (AscAnnotationCard *self)
{
  AscAnnotation   *annotation = get_annotation (self);
  AscLabel        *label = get_label (self);
  const char      *name = label ? asc_label_get_display_name (label) : asc_annotation_get_label (annotation);
  const char      *color = label ? asc_label_get_values (label)->color : NULL;
  g_autofree char *quote = asc_annotation_words_quote (annotation, MAX_QUOTE);
  g_autofree char *color_class = g_strconcat ("label-", color ? color : "slate", NULL);
  g_autofree char *remove_label = NULL, *accessible = NULL;
  const char      *edge_classes[] = { "card-edge", color_class, NULL };

  gtk_label_set_label (self->quote, quote);
  gtk_label_set_lines (self->quote, self->open ? -1 : self->compact ? 2 : MAX_QUOTE_LINES);
  gtk_label_set_ellipsize (self->quote, self->open ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_label (self->label_name, name);
  gtk_widget_set_visible (GTK_WIDGET (self->label_name), self->compact && !self->open);
  gtk_widget_set_css_classes (self->edge, edge_classes);
  gtk_widget_set_visible (self->remove, self->open && is_writable (self));
  /* Translators: a button; %s is a label such as “Claim”. */
  remove_label = g_strdup_printf (_("Remove %s"), name);
  gtk_widget_set_tooltip_text (self->remove, remove_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  /* Translators: an annotation for screen readers: its label and its text, such as “Claim: taxes must fall”. */
  accessible = g_strdup_printf (C_("annotation", "%s: %s"), name, quote);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

static void
rebuild (AscAnnotationCard *self)
{
  if (self->item == NULL || asc_session_get_set (self->session) == NULL
      || asc_annotation_set_lookup (asc_session_get_set (self->session), asc_annotation_get_id (get_annotation (self))) == NULL)
    {
      close_editor (self);
      clear_box (self->roles);
      return;
    }

  self->open = is_mine (self, asc_session_get_selected (self->session));
  if (self->open)
    gtk_widget_add_css_class (self->card, "open");
  else
    gtk_widget_remove_css_class (self->card, "open");

  update_head (self);
  update_roles (self);
  if (self->open)
    open_editor (self);
  else
    close_editor (self);
  show_values (self);
}

static void
on_selected (AscAnnotationCard *self)
{
  if (self->item != NULL && self->open != is_mine (self, asc_session_get_selected (self->session)))
    rebuild (self);
}

static void
on_item_changed (AscAnnotationCard *self)
{
  update_head (self);
  update_roles (self);
  show_values (self);
}

static void
on_relation_changed (AscAnnotationCard *self, AscRelation *before, AscRelation *after)
{
  AscRelation *relation = after ? after : before;
  const char  *id;

  if (self->item == NULL)
    return;

  id = asc_annotation_get_id (get_annotation (self));
  if (g_str_equal (asc_relation_get_from (relation), id) || g_str_equal (asc_relation_get_to (relation), id))
    update_roles (self);
}

/* Chips show the far end's name, which an edit of it may change. */
static void
on_annotation_changed (AscAnnotationCard *self, AscAnnotation *before, AscAnnotation *after)
{
  AscAnnotationSet     *set = asc_session_get_set (self->session);
  g_autoptr (GPtrArray) from = NULL;
  const char           *id;

  if (self->item == NULL || before == NULL || after == NULL || is_mine (self, after))
    return;

  id = asc_annotation_get_id (after);
  from = asc_annotation_set_relations_from (set, asc_annotation_get_id (get_annotation (self)));
  for (guint i = 0; i < from->len; i++)
    {
      if (g_str_equal (asc_relation_get_to (g_ptr_array_index (from, i)), id))
        {
          update_roles (self);
          return;
        }
    }
}

static void
on_proposals (AscAnnotationCard *self)
{
  if (self->item != NULL && self->open && asc_session_get_set (self->session) != NULL)
    update_roles (self);
}

static void
on_set (AscAnnotationCard *self)
{
  g_signal_group_set_target (self->set_signals, asc_session_get_set (self->session));
}

static void
on_pressed (AscAnnotationCard *self)
{
  AscAnnotation *annotation = get_annotation (self);

  if (annotation != NULL)
    asc_session_reveal (self->session, annotation);
}

static void
on_enter (AscAnnotationCard *self)
{
  AscAnnotation *annotation = get_annotation (self);

  if (annotation != NULL && asc_session_get_set (self->session) != NULL)
    asc_session_set_hovered (self->session, annotation);
}

static void
on_leave (AscAnnotationCard *self)
{
  if (self->session != NULL && is_mine (self, asc_session_get_hovered (self->session)))
    asc_session_set_hovered (self->session, NULL);
}

static void
asc_annotation_card_dispose (GObject *object)
{
  AscAnnotationCard *self = ASC_ANNOTATION_CARD (object);

  self->showing = TRUE;
  g_clear_object (&self->captions);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->set_signals);
  g_clear_pointer (&self->attribute_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_ANNOTATION_CARD);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_annotation_card_parent_class)->dispose (object);
}

static void
asc_annotation_card_class_init (AscAnnotationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_annotation_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-annotation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, edge);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, label_name);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, quote);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, remove);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, roles);
  gtk_widget_class_bind_template_child (widget_class, AscAnnotationCard, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);

  gtk_widget_class_install_action (widget_class, "card.add-role", "s", on_add_role);
}

static void
asc_annotation_card_init (AscAnnotationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->card = adw_bin_get_child (ADW_BIN (self));

  self->captions = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->item_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::annotation", G_CALLBACK (on_item_changed), self);
  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "relation-changed", G_CALLBACK (on_relation_changed), self);
  g_signal_group_connect_swapped (self->set_signals, "annotation-changed", G_CALLBACK (on_annotation_changed), self);
}

/**
 * asc_annotation_card_new:
 * @session: what the window works on
 * @compact: whether to leave the roles out while it is not selected
 *
 * Returns: (transfer floating): a card without an annotation
 */
GtkWidget *
asc_annotation_card_new (AscSession *session, gboolean compact)
{
  AscAnnotationCard *self;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);

  self = g_object_new (ASC_TYPE_ANNOTATION_CARD, NULL);
  self->session = g_object_ref (session);
  self->compact = compact;
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "proposals-changed", G_CALLBACK (on_proposals), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::set", G_CALLBACK (on_set), self, G_CONNECT_SWAPPED);
  on_set (self);
  return GTK_WIDGET (self);
}

/**
 * asc_annotation_card_set_item:
 * @self: a card
 * @item: (nullable): what to show
 */
void
asc_annotation_card_set_item (AscAnnotationCard *self, AscAnnotationItem *item)
{
  g_return_if_fail (ASC_IS_ANNOTATION_CARD (self));
  g_return_if_fail (item == NULL || ASC_IS_ANNOTATION_ITEM (item));

  if (item == NULL)
    on_leave (self);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  rebuild (self);
}

/**
 * asc_annotation_card_is_open:
 * @self: a card
 *
 * Returns: whether it shows the selected annotation, with its editors
 */
gboolean
asc_annotation_card_is_open (AscAnnotationCard *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_CARD (self), FALSE);

  return self->open && self->item != NULL;
}

/**
 * asc_annotation_card_focus:
 * @self: an open card
 */
void
asc_annotation_card_focus (AscAnnotationCard *self)
{
  g_return_if_fail (ASC_IS_ANNOTATION_CARD (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->roles), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_picker (GtkWidget *widget, const char *relation_type)
{
  if (ASC_IS_ROLE_PICKER (widget)
      && g_str_equal (asc_relation_type_get_name (asc_role_picker_get_relation_type (ASC_ROLE_PICKER (widget))), relation_type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_picker (child, relation_type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * asc_annotation_card_search_actor:
 * @self: an open card
 * @relation_type: name of a role
 * @typed: what was typed so far
 *
 * Opens the search for who has the role.
 */
void
asc_annotation_card_search_actor (AscAnnotationCard *self, const char *relation_type, const char *typed)
{
  GtkWidget *picker;

  g_return_if_fail (ASC_IS_ANNOTATION_CARD (self));

  picker = find_picker (GTK_WIDGET (self->roles), relation_type);
  if (picker != NULL)
    asc_role_picker_search (ASC_ROLE_PICKER (picker), typed);
}
