/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is remembered between runs: the one GSettings of the program. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *asc_settings_get_default (void);   /* (transfer none) */
/* Who annotates: the name from the preferences, else the login name. (transfer full) */
char      *asc_settings_get_coder   (void);

G_END_DECLS
