/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTodoList: the annotations of a set with something left to do: a GListModel of AscTodoItem in reading order.
 *
 * A change looks again at the annotation it touched, not at all of them; a new set is looked through a piece at a time while nothing else
 * is to do, so that a large one never blocks. */
#pragma once

#include "asc-todo-item.h"

G_BEGIN_DECLS

#define ASC_TYPE_TODO_LIST (asc_todo_list_get_type ())
G_DECLARE_FINAL_TYPE (AscTodoList, asc_todo_list, ASC, TODO_LIST, GObject)

AscTodoList *asc_todo_list_new     (void);
void         asc_todo_list_set_set (AscTodoList *self, AscAnnotationSet *set, AscProject *project);   /* both NULL or neither */

G_END_DECLS
