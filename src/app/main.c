/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "asc-application.h"
#include "asc-cli.h"

int
main (int argc, char *argv[])
{
  g_autoptr (AscApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ASC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Commands need no display. */
  if (asc_cli_is_command (argc, argv))
    return asc_cli_main (argc, argv);

  application = asc_application_new ();
  return asc_application_run (application, argc, argv);
}
