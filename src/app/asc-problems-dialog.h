/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProblemsDialog: what is wrong with which file, where in it, and what to do. */
#pragma once

#include <adwaita.h>

#include "asc-problem-list.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROBLEMS_DIALOG (asc_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscProblemsDialog, asc_problems_dialog, ASC, PROBLEMS_DIALOG, AdwDialog)

AdwDialog *asc_problems_dialog_new (const char *title, AscProblemList *problems);

G_END_DECLS
