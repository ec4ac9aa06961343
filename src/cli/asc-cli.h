/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line without a display: ascribe new | import | export | validate | stats | formats, --help and --version. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the command line is for asc_cli_main() rather than for the window. */
gboolean asc_cli_is_command (int argc, char **argv);
/* Runs it. The locale must be set and the text domain bound. Returns the exit status. */
int      asc_cli_main       (int argc, char **argv);

G_END_DECLS
