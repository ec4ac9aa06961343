/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscGuidelinesPage: the project's guidelines beside the text. What the heading named after the label in question holds comes alone. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_GUIDELINES_PAGE (asc_guidelines_page_get_type ())
G_DECLARE_FINAL_TYPE (AscGuidelinesPage, asc_guidelines_page, ASC, GUIDELINES_PAGE, AdwBin)

void  asc_guidelines_page_set_session (AscGuidelinesPage *self, AscSession *session);
/* The part of @markdown under the first heading called @title, with it; NULL when there is none. (transfer full) */
char *asc_guidelines_find_part        (const char *markdown, const char *title);

G_END_DECLS
