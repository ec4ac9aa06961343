/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProblemList: what went wrong with a project's files since it was opened: a GListModel of AscProblemItem, each problem once. */
#pragma once

#include "asc-problem-item.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROBLEM_LIST (asc_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (AscProblemList, asc_problem_list, ASC, PROBLEM_LIST, GObject)

AscProblemList *asc_problem_list_new   (void);
void            asc_problem_list_add   (AscProblemList *self, const AscProblem *problem);
void            asc_problem_list_clear (AscProblemList *self);

G_END_DECLS
