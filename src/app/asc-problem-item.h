/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProblemItem: an AscProblem in a list. Immutable. */
#pragma once

#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROBLEM_ITEM (asc_problem_item_get_type ())
G_DECLARE_FINAL_TYPE (AscProblemItem, asc_problem_item, ASC, PROBLEM_ITEM, GObject)

AscProblemItem   *asc_problem_item_new         (const AscProblem *problem);   /* copies */
const AscProblem *asc_problem_item_get_problem (AscProblemItem *self);

G_END_DECLS
