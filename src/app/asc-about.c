/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-about.h"

/**
 * asc_about_dialog_new:
 *
 * Returns: (transfer floating): what the program is, and under which licence
 */
AdwDialog *
asc_about_dialog_new (void)
{
  return g_object_new (ADW_TYPE_ABOUT_DIALOG,
                       "application-name", _("Ascribe"),
                       "application-icon", ASC_APP_ID,
                       "version", ASC_VERSION,
                       "developer-name", _("The Ascribe contributors"),
                       "comments", _("Mark who claimed what, and when, in news articles, and turn it into training data. "
                                     "Works offline; everything stays in plain files that belong to you."),
                       "license-type", GTK_LICENSE_GPL_3_0,
                       "copyright", "© 2026 The Ascribe contributors",
                       /* Translators: put your names here, one a line. */
                       "translator-credits", _("translator-credits"),
                       NULL);
}
