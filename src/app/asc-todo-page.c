/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-todo-page.h"

#include "asc-annotation-words.h"
#include "asc-messages.h"

struct _AscTodoPage
{
  AdwBin               parent_instance;

  GtkStack            *stack;
  GtkListView         *list;
  GtkSingleSelection  *selection;

  AscSession          *session;
};

G_DEFINE_FINAL_TYPE (AscTodoPage, asc_todo_page, ADW_TYPE_BIN)

/* "Claim: Source not decided" */
static char *
describe (AscTodoPage *self, AscTodoItem *item)
{
  AscCodebook   *codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  AscAnnotation *annotation = asc_todo_item_get_annotation (item);
  const char    *label = asc_messages_label (codebook, asc_annotation_get_label (annotation));
  const char    *missing = asc_todo_item_get_missing (item);

  switch (asc_todo_item_get_todo (item))
    {
    case ASC_TODO_RELATION:
      /* Translators: something to do: a label and a role that was not decided: “Claim: no Source decided”. */
      return g_strdup_printf (_("%s: no %s decided"), label, asc_messages_relation (codebook, missing));
    case ASC_TODO_ATTRIBUTE:
      /* Translators: something to do: a label and an attribute without a value: “Claim: no Stance chosen”. */
      return g_strdup_printf (_("%s: no %s chosen"), label, asc_messages_attribute (codebook, asc_annotation_get_label (annotation), missing));
    case ASC_TODO_SUGGESTION:
      /* Translators: something to do; %s is a label such as “Claim”. */
      return g_strdup_printf (_("Suggested %s"), label);
    case ASC_TODO_LATE:
      /* Translators: something to look at; %s is a label such as “Claim”. */
      return g_strdup_printf (_("%s: said after the article was published"), label);
    case ASC_TODO_ACTOR:
      /* Translators: something to do; %s is a label such as “Actor”. A pronoun is “he” or “they”. */
      return g_strdup_printf (_("%s: a pronoun without an actor"), label);
    case ASC_TODO_EDGES:
      /* Translators: something to look at; %s is a label such as “Claim”. */
      return g_strdup_printf (_("%s: an edge is not where this project wants it"), label);
    case ASC_TODO_NONE:
    default:
      return g_strdup (label);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscTodoPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *what = gtk_label_new (NULL), *quote = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_xalign (GTK_LABEL (quote), 0);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (quote), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (what, "heading");
  gtk_widget_add_css_class (quote, "dim-label");
  gtk_widget_add_css_class (box, "todo-row");
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), quote);
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, AscTodoPage *self)
{
  AscTodoItem     *item = gtk_list_item_get_item (list_item);
  GtkWidget       *what = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget       *quote = gtk_widget_get_next_sibling (what);
  g_autofree char *words = describe (self, item);
  g_autofree char *text = asc_annotation_words_quote (asc_todo_item_get_annotation (item), 200);

  gtk_label_set_label (GTK_LABEL (what), words);
  gtk_label_set_label (GTK_LABEL (quote), text);
  gtk_list_item_set_accessible_label (list_item, words);
  gtk_list_item_set_accessible_description (list_item, text);
}

static void
on_activate (AscTodoPage *self, guint position)
{
  g_autoptr (AscTodoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  AscAnnotationSet       *set = asc_session_get_set (self->session);
  AscAnnotation          *annotation;

  if (item == NULL || set == NULL)
    return;

  annotation = asc_annotation_set_lookup (set, asc_annotation_get_id (asc_todo_item_get_annotation (item)));
  if (annotation != NULL)
    asc_session_reveal (self->session, annotation);
}

static void
update_empty (AscTodoPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "none");
}

static void
asc_todo_page_dispose (GObject *object)
{
  AscTodoPage *self = ASC_TODO_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_TODO_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_todo_page_parent_class)->dispose (object);
}

static void
asc_todo_page_class_init (AscTodoPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_todo_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-todo-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AscTodoPage, list);
  gtk_widget_class_bind_template_child (widget_class, AscTodoPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
asc_todo_page_init (AscTodoPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: a template lets go of what it binds before AdwBin does of its child. */
  self->stack = GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
}

/**
 * asc_todo_page_set_session:
 * @self: a page
 * @session: what the window works on; set once
 * @todos: what is left to do in the session's article
 */
void
asc_todo_page_set_session (AscTodoPage *self, AscSession *session, AscTodoList *todos)
{
  g_return_if_fail (ASC_IS_TODO_PAGE (self));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (todos));
  g_signal_connect_object (todos, "items-changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_empty (self);
}
