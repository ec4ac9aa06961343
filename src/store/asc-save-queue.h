/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSaveQueue: one worker thread that runs save jobs in the order they came, and hands each back on the thread that made the queue:
 * from its main loop, or at once to one who waits. */
#pragma once

#include "asc-save-job.h"

G_BEGIN_DECLS

typedef struct _AscSaveQueue AscSaveQueue;

typedef void (*AscSaveQueueDone) (AscSaveJob *job, gpointer user_data);

AscSaveQueue *asc_save_queue_new   (AscSaveQueueDone done, gpointer user_data);
void          asc_save_queue_free  (AscSaveQueue *self);   /* finishes what is in it; hands nothing back any more */
void          asc_save_queue_push  (AscSaveQueue *self, AscSaveJob *job);   /* takes @job */
/* Waits for the next job and hands it back. FALSE when none is on its way. */
gboolean      asc_save_queue_wait  (AscSaveQueue *self);

G_END_DECLS
