/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscPreferencesDialog: who annotates, and how the text looks. Everything is bound to the settings. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASC_TYPE_PREFERENCES_DIALOG (asc_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscPreferencesDialog, asc_preferences_dialog, ASC, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *asc_preferences_dialog_new (void);

G_END_DECLS
