/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-save-queue.h"

typedef struct
{
  AscSaveQueueDone  done;       /* NULL once the queue is freed */
  gpointer          user_data;
  GMainContext     *context;
  GAsyncQueue      *finished;   /* AscSaveJob */
  guint             n_jobs;     /* pushed and not handed back; owner's thread only */
} Shared;

/* The worker and the main loop may come back after the queue is freed: what they need outlives it. */
struct _AscSaveQueue
{
  GThreadPool *pool;
  Shared      *shared;
};

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_main_context_unref (shared->context);
  g_async_queue_unref (shared->finished);
}

static void
shared_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, shared_clear);
}

static void
hand_back (Shared     *shared,
           AscSaveJob *job)
{
  shared->n_jobs--;
  if (shared->done != NULL)
    shared->done (job, shared->user_data);
  asc_save_job_free (job);
}

static gboolean
on_finished (gpointer data)
{
  Shared *shared = data;
  AscSaveJob *job = g_async_queue_try_pop (shared->finished);

  /* Nothing there: somebody waited for it. */
  if (job != NULL)
    hand_back (shared, job);
  return G_SOURCE_REMOVE;
}

static void
work (gpointer data,
      gpointer user_data)
{
  AscSaveJob *job = data;
  Shared *shared = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  asc_save_job_run (job);
  g_async_queue_push (shared->finished, job);

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "AscSaveQueue");
  g_source_set_callback (source, on_finished, g_atomic_rc_box_acquire (shared), shared_unref);
  g_source_attach (source, shared->context);
}

/**
 * asc_save_queue_new:
 * @done: (scope forever): called for each job, in this thread; the job is freed after it
 * @user_data: for @done
 *
 * Returns: (transfer full): a queue that belongs to the thread-default main context
 */
AscSaveQueue *
asc_save_queue_new (AscSaveQueueDone done,
                    gpointer         user_data)
{
  AscSaveQueue *self = g_new0 (AscSaveQueue, 1);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->done = done;
  self->shared->user_data = user_data;
  self->shared->context = g_main_context_ref_thread_default ();
  self->shared->finished = g_async_queue_new_full ((GDestroyNotify) asc_save_job_free);
  self->pool = g_thread_pool_new (work, self->shared, 1, FALSE, NULL);
  return self;
}

/**
 * asc_save_queue_free:
 * @self: (transfer full): a queue
 */
void
asc_save_queue_free (AscSaveQueue *self)
{
  g_return_if_fail (self != NULL);

  self->shared->done = NULL;
  g_thread_pool_free (self->pool, FALSE, TRUE);
  shared_unref (self->shared);
  g_free (self);
}

/**
 * asc_save_queue_push:
 * @self: a queue
 * @job: (transfer full): what to do
 */
void
asc_save_queue_push (AscSaveQueue *self,
                     AscSaveJob   *job)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (job != NULL);

  self->shared->n_jobs++;
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * asc_save_queue_wait:
 * @self: a queue
 *
 * Returns: whether a job was handed back
 */
gboolean
asc_save_queue_wait (AscSaveQueue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->shared->n_jobs == 0)
    return FALSE;
  hand_back (self->shared, g_async_queue_pop (self->shared->finished));
  return TRUE;
}
