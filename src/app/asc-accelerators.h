/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of windows and application, in one table: what is bound and what the dialog of keys shows. Those of the text are the article view's. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AscAccelerator:
 * @action: detailed action name
 * @accelerators: up to three, in GTK's notation; the first is shown
 * @bind: whether it is an accelerator of the application; undo is not, as a text field has its own
 * @group: N_() heading
 * @title: N_() what it does
 */
typedef struct
{
  const char *action;
  const char *accelerators[4];
  gboolean    bind;
  const char *group;
  const char *title;
} AscAccelerator;

const AscAccelerator *asc_accelerators_get  (gsize *n);   /* by group */
void                  asc_accelerators_bind (GtkApplication *application);

G_END_DECLS
