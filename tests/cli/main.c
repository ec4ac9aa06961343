/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands without the window, so that tests of them need neither GTK nor a display. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "asc-cli.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ASC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return asc_cli_main (argc, argv);
}
