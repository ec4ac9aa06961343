/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscExportDialog: what to export and as what, what would be lost, then where to; with progress and cancel. */
#pragma once

#include <adwaita.h>

#include "asc-project-store.h"

G_BEGIN_DECLS

#define ASC_TYPE_EXPORT_DIALOG (asc_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscExportDialog, asc_export_dialog, ASC, EXPORT_DIALOG, AdwDialog)

/* Signals: "exported" (const char *translated): it is written, and this is what to say; the dialog closes. */
AdwDialog *asc_export_dialog_new (AscProjectStore *store);

G_END_DECLS
