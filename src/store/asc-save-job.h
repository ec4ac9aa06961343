/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSaveJob: one look at a file, and one write when there is something to write: read what is there, merge it when another program
 * changed it, refuse to drop many annotations, keep a snapshot, replace the file. Made and taken in on the main thread, run in a worker. */
#pragma once

#include "asc-document.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_SAVE_WRITE,  /* the model has changes */
  ASC_SAVE_LOOK,   /* the file may have changes: nothing is written */
} AscSaveMode;

typedef struct
{
  /* What to do. */
  AscDocument *document;
  AscSaveMode  mode;
  gpointer     frozen;
  GBytes      *base;
  gboolean     base_known;
  gboolean     broken;
  gboolean     snapshot_due;
  gboolean     drop_allowed;
  GPtrArray   *copies;         /* GFile */

  /* What came of it. */
  GBytes      *seen;           /* what is in the file now */
  gpointer     merged;         /* to be taken in; NULL: nothing new */
  gboolean     written;
  gboolean     snapshot_tried; /* taken, or told why not */
  gboolean     readable;       /* what was there could be read, or has been replaced */
  gboolean     newer;          /* a newer program wrote there */
  GPtrArray   *dropped;        /* char *: ids that the write would drop; with error MANY_DROPPED */
  guint        n_on_disk;
  GPtrArray   *problems;       /* AscProblem */
  GError      *error;          /* the file is as it was */
} AscSaveJob;

/* More dropped than this, and more than half of what is there, is worth a question. */
#define ASC_SAVE_MANY 20

AscSaveJob *asc_save_job_new  (AscDocument *document, AscSaveMode mode);   /* freezes the model */
void        asc_save_job_free (AscSaveJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscSaveJob, asc_save_job_free)
void        asc_save_job_run  (AscSaveJob *self);

G_END_DECLS
