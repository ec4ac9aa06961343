/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-inspector.h"

#include "asc-annotations-page.h"
#include "asc-guidelines-page.h"
#include "asc-settings.h"
#include "asc-todo-page.h"

/* From here on lists are filtered a piece at a time. Below it is done in one go, without a moment of an empty list. */
#define MANY 4000

struct _AscInspector
{
  AdwBin                 parent_instance;

  AdwViewStack          *stack;
  AdwViewStackPage      *todo_stack_page;
  AscAnnotationsPage    *claims;
  AscAnnotationsPage    *all;
  AscTodoPage           *todo;
  AscGuidelinesPage     *guide;

  AscSession            *session;
  AscAnnotationItemList *items;
  AscTodoList           *todos;
  GSignalGroup          *project_signals;
};

G_DEFINE_FINAL_TYPE (AscInspector, asc_inspector, ADW_TYPE_BIN)

static void
update_badge (AscInspector *self)
{
  adw_view_stack_page_set_badge_number (self->todo_stack_page, g_list_model_get_n_items (G_LIST_MODEL (self->todos)));
}

static void
on_set (AscInspector *self)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);
  AscProject       *project = asc_session_get_project (self->session);

  asc_annotations_page_set_incremental (self->claims, set != NULL && asc_annotation_set_get_n (set) > MANY);
  asc_annotations_page_set_incremental (self->all, set != NULL && asc_annotation_set_get_n (set) > MANY);
  asc_annotation_item_list_set_set (self->items, set);
  asc_todo_list_set_set (self->todos, set, set ? project : NULL);
}

static void
on_store (AscInspector *self)
{
  g_signal_group_set_target (self->project_signals, asc_session_get_project (self->session));
}

/* Quotes look as in the text. */
static void
update_font (AscInspector *self)
{
  g_autofree char *font = g_settings_get_string (asc_settings_get_default (), "font");

  if (g_str_equal (font, "serif"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "serif-quotes");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "serif-quotes");
}

static void
asc_inspector_dispose (GObject *object)
{
  AscInspector *self = ASC_INSPECTOR (object);

  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_INSPECTOR);
  g_clear_object (&self->items);
  g_clear_object (&self->todos);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (asc_inspector_parent_class)->dispose (object);
}

static void
asc_inspector_class_init (AscInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, AscInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, AscInspector, todo_stack_page);
  gtk_widget_class_bind_template_child (widget_class, AscInspector, claims);
  gtk_widget_class_bind_template_child (widget_class, AscInspector, all);
  gtk_widget_class_bind_template_child (widget_class, AscInspector, todo);
  gtk_widget_class_bind_template_child (widget_class, AscInspector, guide);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.focus-text", NULL);
}

static void
asc_inspector_init (AscInspector *self)
{
  g_type_ensure (ASC_TYPE_ANNOTATIONS_PAGE);
  g_type_ensure (ASC_TYPE_TODO_PAGE);
  g_type_ensure (ASC_TYPE_GUIDELINES_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->items = asc_annotation_item_list_new ();
  self->todos = asc_todo_list_new ();
  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (on_set), self);
  g_signal_connect_object (self->todos, "items-changed", G_CALLBACK (update_badge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (asc_settings_get_default (), "changed::font", G_CALLBACK (update_font), self, G_CONNECT_SWAPPED);
  update_font (self);
  /* The pages are named as the values of the setting. */
  g_settings_bind (asc_settings_get_default (), "inspector-page", self->stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

/**
 * asc_inspector_set_session:
 * @self: an inspector
 * @session: what the window works on; set once
 */
void
asc_inspector_set_session (AscInspector *self, AscSession *session)
{
  g_return_if_fail (ASC_IS_INSPECTOR (self));
  g_return_if_fail (ASC_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  asc_annotations_page_set_session (self->claims, session, self->items);
  asc_annotations_page_set_session (self->all, session, self->items);
  asc_todo_page_set_session (self->todo, session, self->todos);
  asc_guidelines_page_set_session (self->guide, session);
  g_signal_connect_object (session, "notify::set", G_CALLBACK (on_set), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store), self, G_CONNECT_SWAPPED);
  on_store (self);
  on_set (self);
}

/* The page of annotations that is shown; that of claims when it is another page. */
static AscAnnotationsPage *
show_annotations (AscInspector *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  if (!ASC_IS_ANNOTATIONS_PAGE (page))
    {
      adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->claims));
      page = GTK_WIDGET (self->claims);
    }
  return ASC_ANNOTATIONS_PAGE (page);
}

/**
 * asc_inspector_focus_selected:
 * @self: an inspector
 *
 * Puts the keyboard into the selected annotation's card, on the page that is shown or else on that of claims.
 */
void
asc_inspector_focus_selected (AscInspector *self)
{
  g_return_if_fail (ASC_IS_INSPECTOR (self));

  asc_annotations_page_focus (show_annotations (self));
}

/**
 * asc_inspector_search_actor:
 * @self: an inspector
 * @relation_type: name of a role of the selected annotation
 * @typed: what was typed so far
 *
 * Opens the search for who has the role.
 */
void
asc_inspector_search_actor (AscInspector *self, const char *relation_type, const char *typed)
{
  g_return_if_fail (ASC_IS_INSPECTOR (self));

  asc_annotations_page_search_actor (show_annotations (self), relation_type, typed);
}

/**
 * asc_inspector_show_guidelines:
 * @self: an inspector
 */
void
asc_inspector_show_guidelines (AscInspector *self)
{
  g_return_if_fail (ASC_IS_INSPECTOR (self));

  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->guide));
}
