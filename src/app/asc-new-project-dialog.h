/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscNewProjectDialog: name, folder, codebook and coder of a project to be made. */
#pragma once

#include <adwaita.h>

#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_NEW_PROJECT_DIALOG (asc_new_project_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscNewProjectDialog, asc_new_project_dialog, ASC, NEW_PROJECT_DIALOG, AdwDialog)

/* Signals: "created" (AscProjectStore *): it is made; the dialog closes. */
AdwDialog *asc_new_project_dialog_new (void);

G_END_DECLS
