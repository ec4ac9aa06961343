/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscHelpDialog: the first five minutes with the program. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASC_TYPE_HELP_DIALOG (asc_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscHelpDialog, asc_help_dialog, ASC, HELP_DIALOG, AdwDialog)

AdwDialog *asc_help_dialog_new (void);

G_END_DECLS
