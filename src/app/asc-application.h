/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscApplication: windows, the command line (`ascribe [PROJECT | FILE…]`), the app.* actions and the look. */
#pragma once

#include <adwaita.h>

#include "asc-window.h"

G_BEGIN_DECLS

#define ASC_TYPE_APPLICATION (asc_application_get_type ())
G_DECLARE_FINAL_TYPE (AscApplication, asc_application, ASC, APPLICATION, AdwApplication)

AscApplication *asc_application_new (void);
/* Runs it; the exit status of the program. */
int             asc_application_run (AscApplication *self, int argc, char **argv);

G_END_DECLS
