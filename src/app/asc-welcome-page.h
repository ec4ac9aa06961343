/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscWelcomePage: what a window shows while no project is open. All it does is activate the window's actions. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ASC_TYPE_WELCOME_PAGE (asc_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (AscWelcomePage, asc_welcome_page, ASC, WELCOME_PAGE, AdwBin)

G_END_DECLS
