/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-todo-list.h"

#define LOOK_AT_ONCE 1000

struct _AscTodoList
{
  GObject           parent_instance;

  AscAnnotationSet *set;
  AscProject       *project;
  GSignalGroup     *project_signals;
  GSignalGroup     *article_signals;
  GPtrArray        *items;    /* (element-type AscTodoItem) by annotation, canonical order */
  guint             next;     /* where in the set to go on looking */
  guint             looker;   /* source id */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscTodoList, asc_todo_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return ASC_TYPE_TODO_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ASC_TODO_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AscTodoList *self = ASC_TODO_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Where the item of @annotation is, or would be. */
static gboolean
find (AscTodoList *self, AscAnnotation *annotation, guint *position)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint        middle = low + (high - low) / 2;
      AscTodoItem *item = g_ptr_array_index (self->items, middle);
      int          order = asc_annotation_compare (asc_todo_item_get_annotation (item), annotation);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return FALSE;
}

static void
take_out (AscTodoList *self, AscAnnotation *annotation)
{
  guint position;

  if (!find (self, annotation, &position))
    return;

  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static AscTodoItem *
look_at (AscTodoList *self, AscAnnotation *annotation)
{
  const char *missing = NULL;
  AscTodo     todo = asc_todo_find (self->set, self->project, annotation, &missing);

  return todo != ASC_TODO_NONE ? asc_todo_item_new (annotation, todo, missing) : NULL;
}

static void
look_again (AscTodoList *self, AscAnnotation *annotation)
{
  AscTodoItem *item = look_at (self, annotation);
  guint        position;
  gboolean     there = find (self, annotation, &position);

  if (item == NULL)
    {
      take_out (self, annotation);
      return;
    }

  if (there)
    g_ptr_array_remove_index (self->items, position);
  g_ptr_array_insert (self->items, position, item);
  g_list_model_items_changed (G_LIST_MODEL (self), position, there ? 1 : 0, 1);
}

static gboolean
look_on (gpointer user_data)
{
  AscTodoList *self = user_data;
  guint        n = asc_annotation_set_get_n (self->set);
  guint        end = MIN (n, self->next + LOOK_AT_ONCE);
  guint        first = self->items->len;

  for (; self->next < end; self->next++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (self->set, self->next);
      AscTodoItem   *item = look_at (self, annotation);

      if (item != NULL)
        g_ptr_array_add (self->items, item);
    }
  if (self->items->len > first)
    g_list_model_items_changed (G_LIST_MODEL (self), first, 0, self->items->len - first);
  if (self->next < n)
    return G_SOURCE_CONTINUE;

  self->looker = 0;
  return G_SOURCE_REMOVE;
}

static void
begin (AscTodoList *self)
{
  guint removed = self->items->len;

  g_clear_handle_id (&self->looker, g_source_remove);
  g_ptr_array_set_size (self->items, 0);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
  self->next = 0;
  if (self->set != NULL)
    self->looker = g_idle_add_full (G_PRIORITY_LOW, look_on, self, NULL);
}

static void
on_annotation_changed (AscTodoList *self, AscAnnotation *before, AscAnnotation *after)
{
  g_autoptr (GPtrArray) to = NULL;

  /* While the first look is not over, positions shift under it: it begins again. */
  if (self->looker != 0)
    {
      begin (self);
      return;
    }

  if (before != NULL && (after == NULL || asc_annotation_compare (before, after) != 0))
    take_out (self, before);
  if (after == NULL)
    return;

  look_again (self, after);
  /* A date's value decides whether what was said on it was said too late. */
  to = asc_annotation_set_relations_to (self->set, asc_annotation_get_id (after));
  for (guint i = 0; i < to->len; i++)
    {
      AscAnnotation *from = asc_annotation_set_lookup (self->set, asc_relation_get_from (g_ptr_array_index (to, i)));

      if (from != NULL)
        look_again (self, from);
    }
}

static void
on_relation_changed (AscTodoList *self, AscRelation *before, AscRelation *after)
{
  AscAnnotation *from;

  if (self->looker != 0)
    {
      begin (self);
      return;
    }

  from = asc_annotation_set_lookup (self->set, asc_relation_get_from (after ? after : before));
  if (from != NULL)
    look_again (self, from);
}

static void
asc_todo_list_dispose (GObject *object)
{
  AscTodoList *self = ASC_TODO_LIST (object);

  g_clear_handle_id (&self->looker, g_source_remove);
  g_clear_object (&self->set);
  g_clear_object (&self->project);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->article_signals);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_todo_list_parent_class)->dispose (object);
}

static void
asc_todo_list_class_init (AscTodoListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asc_todo_list_dispose;
}

static void
asc_todo_list_init (AscTodoList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->project_signals = g_signal_group_new (ASC_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::codebook", G_CALLBACK (begin), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::boundaries", G_CALLBACK (begin), self);
  self->article_signals = g_signal_group_new (ASC_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->article_signals, "notify::published", G_CALLBACK (begin), self);
}

/**
 * asc_todo_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AscTodoList *
asc_todo_list_new (void)
{
  return g_object_new (ASC_TYPE_TODO_LIST, NULL);
}

/**
 * asc_todo_list_set_set:
 * @self: a list
 * @set: (nullable): whose annotations to look at
 * @project: (nullable): whose rules say what they should have
 */
void
asc_todo_list_set_set (AscTodoList *self, AscAnnotationSet *set, AscProject *project)
{
  g_return_if_fail (ASC_IS_TODO_LIST (self));
  g_return_if_fail ((set == NULL) == (project == NULL));

  if (self->set == set && self->project == project)
    return;

  if (self->set != set && self->set != NULL)
    g_signal_handlers_disconnect_by_data (self->set, self);
  if (g_set_object (&self->set, set) && set != NULL)
    {
      g_signal_connect_object (set, "annotation-changed", G_CALLBACK (on_annotation_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (set, "relation-changed", G_CALLBACK (on_relation_changed), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  g_signal_group_set_target (self->article_signals, set ? asc_annotation_set_get_article (set) : NULL);
  begin (self);
}
