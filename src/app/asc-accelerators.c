/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-accelerators.h"

static const AscAccelerator accelerators[] = {
  { "win.undo", { "<Control>z" }, FALSE, N_("Undo"), N_("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, FALSE, N_("Undo"), N_("Redo") },

  { "win.next-article", { "<Control>Page_Down" }, TRUE, N_("Articles"), N_("Next article") },
  { "win.previous-article", { "<Control>Page_Up" }, TRUE, N_("Articles"), N_("Previous article") },
  { "win.done", { "<Control>Return", "<Control>KP_Enter" }, TRUE, N_("Articles"), N_("Done, and go to the next") },
  { "win.done-no-claims", { "<Control><Shift>Return" }, TRUE, N_("Articles"), N_("Done, no claims, and go to the next") },
  { "win.go-to", { "<Control>k" }, TRUE, N_("Articles"), N_("Go to an article") },
  { "win.find-article", { "<Control><Shift>f" }, TRUE, N_("Articles"), N_("Search the list of articles") },
  { "win.article-properties", { "<Alt>Return" }, TRUE, N_("Articles"), N_("Article properties") },
  { "win.import", { "<Control>i" }, TRUE, N_("Articles"), N_("Import articles") },

  { "win.find", { "<Control>f" }, TRUE, N_("Find"), N_("Find in the article") },
  { "win.find-next", { "<Control>g" }, TRUE, N_("Find"), N_("Next match") },
  { "win.find-previous", { "<Control><Shift>g" }, TRUE, N_("Find"), N_("Previous match") },

  { "win.toggle-inspector", { "F9" }, TRUE, N_("View"), N_("Show or hide the inspector") },
  { "win.toggle-articles", { "<Shift>F9" }, TRUE, N_("View"), N_("Show or hide the articles") },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" }, TRUE, N_("View"), N_("Larger text") },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" }, TRUE, N_("View"), N_("Smaller text") },
  { "win.zoom-normal", { "<Control>0", "<Control>KP_0" }, TRUE, N_("View"), N_("Normal text size") },

  { "win.new-project", { "<Control>n" }, TRUE, N_("Projects"), N_("New project") },
  { "win.open", { "<Control>o" }, TRUE, N_("Projects"), N_("Open a project") },
  { "win.export", { "<Control>e" }, TRUE, N_("Projects"), N_("Export") },
  { "app.new-window", { "<Control><Shift>n" }, TRUE, N_("Projects"), N_("New window") },

  { "app.help", { "F1" }, TRUE, N_("General"), N_("Guidelines of the project") },
  { "app.guide", { "<Shift>F1" }, TRUE, N_("General"), N_("User guide") },
  { "app.shortcuts", { "<Control>question" }, TRUE, N_("General"), N_("Keys") },
  { "app.preferences", { "<Control>comma" }, TRUE, N_("General"), N_("Preferences") },
  { "window.close", { "<Control>w" }, TRUE, N_("General"), N_("Close the window") },
  { "app.quit", { "<Control>q" }, TRUE, N_("General"), N_("Quit") },
};

/**
 * asc_accelerators_get:
 * @n: (out): number of entries
 *
 * Returns: (transfer none) (array length=n): the table
 */
const AscAccelerator *
asc_accelerators_get (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (accelerators);
  return accelerators;
}

/**
 * asc_accelerators_bind:
 * @application: the application
 *
 * Sets the accelerators that come before what has the focus.
 */
void
asc_accelerators_bind (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      if (accelerators[i].bind)
        gtk_application_set_accels_for_action (application, accelerators[i].action, accelerators[i].accelerators);
    }
}
