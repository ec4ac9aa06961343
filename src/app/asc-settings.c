/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-settings.h"

#include "asc-id.h"
#include "asc-project-store.h"

/**
 * asc_settings_get_default:
 *
 * Returns: (transfer none): the settings of the program
 */
GSettings *
asc_settings_get_default (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (ASC_APP_ID);
  return settings;
}

/**
 * asc_settings_get_coder:
 *
 * A coder is the name of a folder in the project, so what the user typed is made fit for one.
 *
 * Returns: (transfer full): who annotates
 */
char *
asc_settings_get_coder (void)
{
  g_autofree char *name = g_settings_get_string (asc_settings_get_default (), "coder-name");

  if (asc_id_is_valid (name))
    return g_steal_pointer (&name);
  return *name != '\0' ? asc_id_from_title (name, "coder") : asc_project_store_default_coder ();
}
