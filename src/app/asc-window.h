/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscWindow: one project on screen. Puts sidebar, article page and inspector around one AscSession, and owns what is about the project as a
 * whole: opening, importing, exporting, saying when something went wrong, saving before it closes. */
#pragma once

#include <adwaita.h>

#include "asc-article-page.h"
#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_WINDOW (asc_window_get_type ())
G_DECLARE_FINAL_TYPE (AscWindow, asc_window, ASC, WINDOW, AdwApplicationWindow)

AscWindow      *asc_window_new          (AdwApplication *application);
AscSession     *asc_window_get_session  (AscWindow *self);
AscArticlePage *asc_window_get_page     (AscWindow *self);

/* Opens a project folder; a failure is told in the window. @article_id: what to show first, or NULL. */
void            asc_window_open_folder  (AscWindow *self, GFile *folder, const char *article_id);
/* Shows an open project. */
void            asc_window_show_store   (AscWindow *self, AscProjectStore *store, const char *article_id);
/* Imports text files into the open project and shows the first. @files: (element-type GFile) */
void            asc_window_import       (AscWindow *self, GPtrArray *files);
/* Tells that something is wrong with a file of the project. */
void            asc_window_add_problem  (AscWindow *self, const AscProblem *problem);
/* The project's guidelines, and how to use the program. */
void            asc_window_show_help    (AscWindow *self);
/* A short message for a toast and the screen reader. */
void            asc_window_notice       (AscWindow *self, const char *translated);

G_END_DECLS
