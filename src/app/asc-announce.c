/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-announce.h"

/**
 * asc_announce:
 * @widget: what says it
 * @message: translated
 *
 * Says @message to assistive technology.
 */
void
asc_announce (GtkWidget *widget, const char *message)
{
  g_autoptr (GtkATContext) context = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  /* GTK's own test backend (GTK_A11Y=test) has no way to announce and crashes on it. */
  context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));
  if (context == NULL || g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
