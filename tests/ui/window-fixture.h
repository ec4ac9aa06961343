/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the whole window begin with: the application, a window, and the sample project in a folder of its own. */
#pragma once

#include "asc-application.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  AscApplication *application;
  AscWindow      *window;
  AscSession     *session;
  char           *folder;     /* temporary; the sample is in "sample" below it */
} WindowFixture;

/* A window on its welcome page. */
WindowFixture *window_fixture_new        (int width, int height);
void           window_fixture_free       (WindowFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WindowFixture, window_fixture_free)

/* Makes the sample project (once) and shows it; waits for @article (NULL: any). */
void           window_fixture_open_sample (WindowFixture *self, const char *article);
void           window_fixture_open_article (WindowFixture *self, const char *article);
void           window_fixture_settle     (WindowFixture *self);
/* Activates an action of the window, which must be enabled. */
void           window_fixture_activate   (WindowFixture *self, const char *action);
void           window_fixture_press      (WindowFixture *self, const char *keys);   /* in the text */
/* The first mapped descendant of a type; and the one whose accessible or visible name is @name (NULL: any). */
gpointer       window_fixture_find       (gpointer widget, GType type, const char *name);
guint          window_fixture_count      (gpointer widget, GType type);             /* mapped ones */
AscArticleView *window_fixture_get_view  (WindowFixture *self);
char          *window_fixture_path       (WindowFixture *self, const char *relative);
AdwDialog     *window_fixture_get_dialog (WindowFixture *self);                     /* NULL when none is open */

G_END_DECLS
