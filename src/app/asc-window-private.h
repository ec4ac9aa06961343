/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of AscWindow share. */
#pragma once

#include "asc-window.h"

#include "asc-inspector.h"
#include "asc-problem-list.h"
#include "asc-sidebar.h"

G_BEGIN_DECLS

struct _AscWindow
{
  AdwApplicationWindow  parent_instance;

  GtkStack             *stack;
  AdwOverlaySplitView  *articles_split;
  AdwMultiLayoutView   *layouts;
  AdwOverlaySplitView  *inspector_split;
  AdwBottomSheet       *inspector_sheet;
  AscSidebar           *sidebar;
  AscArticlePage       *page;
  AscInspector         *inspector;
  AdwWindowTitle       *title;
  AdwBanner            *problems_banner;
  AdwBanner            *read_only_banner;
  AdwBanner            *import_banner;
  GtkWidget            *undo;
  GtkWidget            *redo;
  GtkWidget            *done;
  AdwButtonContent     *done_content;
  GtkToggleButton      *inspector_button;

  AscSession           *session;
  AscProblemList       *problems;
  GSignalGroup         *history_signals;
  GSignalGroup         *store_signals;
  GSignalGroup         *article_signals;
  GSignalGroup         *set_signals;
  GCancellable         *opening;      /* NULL when nothing is being opened */
  GCancellable         *importing;    /* NULL when nothing is being imported */
  AdwToast             *undo_toast;
  gboolean              closing;      /* the last save is on its way */
};

/* asc-window-actions.c */
void asc_window_install_actions (GtkWidgetClass *widget_class);
void asc_window_update_actions  (AscWindow *self);

/* asc-window-project.c */
void asc_window_install_project_actions (GtkWidgetClass *widget_class);
void asc_window_add_drop_target         (AscWindow *self);
void asc_window_ask_drop                (AscWindow *self, const AscProblem *problem);

/* asc-window.c */
void asc_window_show_inspector (AscWindow *self, gboolean show);

G_END_DECLS
