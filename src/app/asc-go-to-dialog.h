/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscGoToDialog: type a few letters, press Enter, be in another article. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_GO_TO_DIALOG (asc_go_to_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscGoToDialog, asc_go_to_dialog, ASC, GO_TO_DIALOG, AdwDialog)

AdwDialog *asc_go_to_dialog_new (AscSession *session);

G_END_DECLS
