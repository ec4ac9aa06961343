/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-todo-item.h"

struct _AscTodoItem
{
  GObject        parent_instance;

  AscAnnotation *annotation;
  AscTodo        todo;
  char          *missing;
};

G_DEFINE_FINAL_TYPE (AscTodoItem, asc_todo_item, G_TYPE_OBJECT)

static void
asc_todo_item_finalize (GObject *object)
{
  AscTodoItem *self = ASC_TODO_ITEM (object);

  g_object_unref (self->annotation);
  g_free (self->missing);

  G_OBJECT_CLASS (asc_todo_item_parent_class)->finalize (object);
}

static void
asc_todo_item_class_init (AscTodoItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_todo_item_finalize;
}

static void
asc_todo_item_init (AscTodoItem *self)
{
}

/**
 * asc_todo_item_new:
 * @annotation: an annotation
 * @todo: what is to do about it
 * @missing: (nullable): name of the relation type or attribute it lacks
 *
 * Returns: (transfer full): a row of the list
 */
AscTodoItem *
asc_todo_item_new (AscAnnotation *annotation, AscTodo todo, const char *missing)
{
  AscTodoItem *self;

  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);

  self = g_object_new (ASC_TYPE_TODO_ITEM, NULL);
  self->annotation = g_object_ref (annotation);
  self->todo = todo;
  self->missing = g_strdup (missing);
  return self;
}

/**
 * asc_todo_item_get_annotation:
 * @self: an item
 *
 * Returns: (transfer none): the annotation
 */
AscAnnotation *
asc_todo_item_get_annotation (AscTodoItem *self)
{
  g_return_val_if_fail (ASC_IS_TODO_ITEM (self), NULL);

  return self->annotation;
}

/**
 * asc_todo_item_get_todo:
 * @self: an item
 *
 * Returns: what is to do
 */
AscTodo
asc_todo_item_get_todo (AscTodoItem *self)
{
  g_return_val_if_fail (ASC_IS_TODO_ITEM (self), ASC_TODO_NONE);

  return self->todo;
}

/**
 * asc_todo_item_get_missing:
 * @self: an item
 *
 * Returns: (nullable): name of the relation type or attribute that is missing
 */
const char *
asc_todo_item_get_missing (AscTodoItem *self)
{
  g_return_val_if_fail (ASC_IS_TODO_ITEM (self), NULL);

  return self->missing;
}
