/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTodoItem: one annotation with something left to do. Immutable. */
#pragma once

#include "asc-todo.h"

G_BEGIN_DECLS

#define ASC_TYPE_TODO_ITEM (asc_todo_item_get_type ())
G_DECLARE_FINAL_TYPE (AscTodoItem, asc_todo_item, ASC, TODO_ITEM, GObject)

AscTodoItem   *asc_todo_item_new            (AscAnnotation *annotation, AscTodo todo, const char *missing);
AscAnnotation *asc_todo_item_get_annotation (AscTodoItem *self);
AscTodo        asc_todo_item_get_todo       (AscTodoItem *self);
const char    *asc_todo_item_get_missing    (AscTodoItem *self);   /* relation type or attribute (nullable) */

G_END_DECLS
