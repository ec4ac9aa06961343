/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTodoPage: a page of the inspector: what is left to do in the article. A click goes there. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"
#include "asc-todo-list.h"

G_BEGIN_DECLS

#define ASC_TYPE_TODO_PAGE (asc_todo_page_get_type ())
G_DECLARE_FINAL_TYPE (AscTodoPage, asc_todo_page, ASC, TODO_PAGE, AdwBin)

void asc_todo_page_set_session (AscTodoPage *self, AscSession *session, AscTodoList *todos);

G_END_DECLS
