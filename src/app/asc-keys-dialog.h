/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscKeysDialog: all keys, made from what is bound: the codebook's letters, the article view's key map, the accelerators. Searchable. */
#pragma once

#include <adwaita.h>

#include "asc-codebook.h"

G_BEGIN_DECLS

#define ASC_TYPE_KEYS_DIALOG (asc_keys_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscKeysDialog, asc_keys_dialog, ASC, KEYS_DIALOG, AdwDialog)

AdwDialog *asc_keys_dialog_new (AscCodebook *codebook);   /* (nullable): no project is open */

G_END_DECLS
