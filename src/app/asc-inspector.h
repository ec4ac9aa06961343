/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscInspector: beside the text: claims with their roles, all annotations, what is left to do. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_INSPECTOR (asc_inspector_get_type ())
G_DECLARE_FINAL_TYPE (AscInspector, asc_inspector, ASC, INSPECTOR, AdwBin)

void asc_inspector_set_session    (AscInspector *self, AscSession *session);
/* Puts the keyboard into the selected annotation's card. */
void asc_inspector_focus_selected (AscInspector *self);
void       asc_inspector_show_guidelines (AscInspector *self);
void       asc_inspector_search_actor   (AscInspector *self, const char *relation_type, const char *typed);

G_END_DECLS
