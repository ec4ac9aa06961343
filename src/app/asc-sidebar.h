/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSidebar: the project's articles: searchable, filtered by state, the one on screen selected. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_SIDEBAR (asc_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AscSidebar, asc_sidebar, ASC, SIDEBAR, AdwBin)

/* Properties: session (AscSession). */
void asc_sidebar_set_session  (AscSidebar *self, AscSession *session);
void asc_sidebar_focus_search (AscSidebar *self);

G_END_DECLS
