/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRolePicker: who has a role of a claim: the actors mentioned last, each with its digit, a search in the register, and the way to choose in the text. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ROLE_PICKER (asc_role_picker_get_type ())
G_DECLARE_FINAL_TYPE (AscRolePicker, asc_role_picker, ASC, ROLE_PICKER, AdwBin)

/* Acts on the session's selected annotation. Signal "choose-in-text". */
GtkWidget       *asc_role_picker_new      (AscSession *session, AscRelationType *type);
AscRelationType *asc_role_picker_get_relation_type (AscRolePicker *self);
/* Opens the search with what was typed so far. */
void             asc_role_picker_search   (AscRolePicker *self, const char *typed);

G_END_DECLS
