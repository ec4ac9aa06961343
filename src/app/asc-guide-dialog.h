/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscGuideDialog: how to work with the program, in a few short chapters. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASC_TYPE_GUIDE_DIALOG (asc_guide_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscGuideDialog, asc_guide_dialog, ASC, GUIDE_DIALOG, AdwDialog)

AdwDialog *asc_guide_dialog_new (void);

G_END_DECLS
