/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What UI tests begin with: a project in a folder of its own with one article, a session on it, and perhaps the article view in a window. */
#pragma once

#include "asc-article-view.h"

G_BEGIN_DECLS

typedef struct
{
  char            *folder;
  AscProjectStore *store;
  AscSession      *session;
  GtkWindow       *window;    /* NULL until ui_fixture_show_view () */
  GtkWidget       *scroller;
  AscArticleView  *view;
} UiFixture;

/* Initialises GTK and libadwaita; 77 (skip) is the exit status without a display. */
void           ui_init                    (int *argc, char ***argv);

UiFixture     *ui_fixture_new             (const char *title, const char *utf8, const char *language);
void           ui_fixture_free            (UiFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiFixture, ui_fixture_free)

void           ui_fixture_show_view       (UiFixture *self, int width, int height);
AscAnnotationSet *ui_fixture_get_set      (UiFixture *self);
/* Adds an annotation; @spans: "10-20 30-40", or a quote of the text, of which the first occurrence is taken. */
AscAnnotation *ui_fixture_annotate        (UiFixture *self, const char *label, const char *spans);
AscAnnotation *ui_fixture_annotate_as     (UiFixture *self, const char *label, const char *spans, AscOrigin origin);
AscSpan        ui_fixture_find            (UiFixture *self, const char *quote);
void           ui_fixture_select          (UiFixture *self, const char *quote);   /* as text */
void           ui_fixture_caret_in        (UiFixture *self, const char *quote);   /* after its first character */
/* "claim[We will leave, | And we will]; actor[Dr. Wang]": all annotations, in order. (transfer full) */
char          *ui_fixture_dump            (UiFixture *self);

typedef gboolean (*UiCondition) (gpointer data);
/* Turns the main loop until @condition holds; fails after a minute. */
void           ui_wait_until              (UiCondition condition, gpointer data);
/* Until the window has drawn a frame and nothing of higher priority than idle is left. */
void           ui_settle                  (UiFixture *self);
void           ui_press                   (UiFixture *self, const char *keys);   /* accelerators, space-separated: "c <Shift>w Tab" */
/* Writes the widget to a PNG file when ASC_SCREENSHOTS names a folder. */
void           ui_screenshot              (GtkWidget *widget, const char *name);

G_END_DECLS
