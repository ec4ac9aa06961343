/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Autosave: what goes through the history is on the disk soon after, in order, whatever happens to the program. */
#include "asc-project-store-private.h"

#include "asc-annotation-set-private.h"

/* From the first change to its write: short enough that nothing that was seen is lost, long enough that typing is few writes. */
#define SAVE_DELAY_MS   150
#define RETRY_MS        5000

static void settle (AscProjectStore *self);

static gboolean
on_save_timer (gpointer data)
{
  AscProjectStore *self = data;

  self->save_timer = 0;
  asc_project_store_dispatch (self);
  return G_SOURCE_REMOVE;
}

static void
arm (AscProjectStore *self)
{
  if (self->save_timer == 0)
    self->save_timer = g_timeout_add (SAVE_DELAY_MS, on_save_timer, self);
}

static void
add_once (GPtrArray   *documents,
          AscDocument *document)
{
  if (!g_ptr_array_find (documents, document, NULL))
    g_ptr_array_add (documents, asc_document_ref (document));
}

/**
 * asc_project_store_mark:
 * @self: a store
 * @document: a file that is behind its model
 *
 * The model is held until it is saved.
 */
void
asc_project_store_mark (AscProjectStore *self,
                        AscDocument     *document)
{
  if (self->read_only || document->newer)
    return;

  document->dirty = TRUE;
  g_set_object (&document->held, document->model);
  g_ptr_array_remove (self->failed, document);
  add_once (self->pending, document);
  arm (self);
  asc_project_store_set_saving (self, TRUE);
}

/**
 * asc_project_store_look:
 * @self: a store
 * @document: a file that another program may have changed
 *
 * Takes in what changed. A document with changes needs no look: its write looks.
 */
void
asc_project_store_look (AscProjectStore *self,
                        AscDocument     *document)
{
  if (document->dirty || document->newer || document->model == NULL)
    return;
  document->look = TRUE;
  add_once (self->pending, document);
  asc_project_store_dispatch (self);
}

/**
 * asc_project_store_dispatch:
 * @self: a store
 *
 * Hands what is pending to the worker now. A document that is with the worker stays pending until it comes back.
 */
void
asc_project_store_dispatch (AscProjectStore *self)
{
  guint i = 0;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  while (i < self->pending->len)
    {
      AscDocument *document = g_ptr_array_index (self->pending, i);

      if (document->in_flight)
        {
          i++;
          continue;
        }
      if (document->model != NULL && (document->dirty || document->look))
        {
          AscSaveJob *job = asc_save_job_new (document, document->dirty ? ASC_SAVE_WRITE : ASC_SAVE_LOOK);

          document->dirty = FALSE;
          document->look = FALSE;
          document->in_flight = TRUE;
          self->n_in_flight++;
          asc_save_queue_push (self->queue, job);
        }
      g_ptr_array_remove_index (self->pending, i);
    }
}

static gboolean
on_retry_timer (gpointer data)
{
  AscProjectStore *self = data;

  self->retry_timer = 0;
  for (guint i = self->failed->len; i > 0; i--)
    {
      AscDocument *document = g_ptr_array_index (self->failed, i - 1);

      /* A refused write waits for an answer, not for time. */
      if (document->failed_code == ASC_STORE_ERROR_MANY_DROPPED)
        continue;
      add_once (self->pending, document);
      g_ptr_array_remove_index (self->failed, i - 1);
    }
  asc_project_store_dispatch (self);
  return G_SOURCE_REMOVE;
}

/* Whether so many of the ids that a write would drop were removed here that the rest is few. */
static gboolean
drop_is_explained (AscSaveJob *job)
{
  guint n_unexplained = 0;

  for (guint i = 0; i < job->dropped->len; i++)
    {
      if (!g_hash_table_contains (job->document->removed, g_ptr_array_index (job->dropped, i)))
        n_unexplained++;
    }
  return n_unexplained <= ASC_SAVE_MANY || n_unexplained <= job->n_on_disk / 2;
}

static void
fail (AscProjectStore *self,
      AscSaveJob      *job)
{
  AscDocument *document = job->document;
  g_autoptr (AscProblem) problem = asc_store_error_from_gio (job->error, document->path, TRUE);

  if (job->mode == ASC_SAVE_WRITE)
    {
      document->dirty = TRUE;
      if (problem->code == ASC_STORE_ERROR_MANY_DROPPED && drop_is_explained (job))
        {
          document->drop_allowed = TRUE;
          add_once (self->pending, document);
          return;
        }
      /* Changed again meanwhile: it is pending, and tried without waiting. */
      if (!g_ptr_array_find (self->pending, document, NULL))
        add_once (self->failed, document);
      if (self->retry_timer == 0)
        self->retry_timer = g_timeout_add (self->retry_ms, on_retry_timer, self);
      g_clear_error (&self->last_error);
      asc_problem_to_error (problem, &self->last_error);
    }
  if (document->failed_code != (int) problem->code)
    asc_project_store_emit_problem (self, problem);
  document->failed_code = problem->code;
}

static void
become_read_only (AscProjectStore *self,
                  AscDocument     *document)
{
  /* Changed again meanwhile: the next write puts that beside the file too. */
  if (document->dirty)
    return;
  document->newer = TRUE;
  if (document->kind == &asc_annotation_document && document->model != NULL)
    asc_annotation_set_set_read_only (ASC_ANNOTATION_SET (document->model), TRUE);
}

static gboolean
history_is_busy (AscProjectStore *self)
{
  gboolean busy;

  g_object_get (self->history, "busy", &busy, NULL);
  return busy;
}

static void
succeed (AscProjectStore *self,
         AscSaveJob      *job)
{
  AscDocument *document = job->document;

  if (job->merged != NULL && document->model != NULL && history_is_busy (self))
    {
      /* Nothing may come between the parts of a step. With the old base the next write merges again, with the same result. */
      document->look = TRUE;
      add_once (self->pending, document);
      arm (self);
      return;
    }

  g_clear_pointer (&document->base, g_bytes_unref);
  document->base = g_steal_pointer (&job->seen);
  document->base_known = TRUE;
  document->drop_allowed = FALSE;
  document->failed_code = -1;
  if (job->readable)
    document->broken = FALSE;
  if (job->snapshot_tried)
    document->snapshot_time = g_get_monotonic_time ();
  for (guint i = 0; job->mode == ASC_SAVE_WRITE && i < job->copies->len; i++)
    g_ptr_array_remove (document->copies, g_ptr_array_index (job->copies, i));
  if (job->merged != NULL && document->model != NULL)
    document->kind->take_in (document, job->frozen, job->merged);
}

static void
on_job_done (AscSaveJob *job,
             gpointer    user_data)
{
  AscProjectStore *self = user_data;
  g_autoptr (AscDocument) document = asc_document_ref (job->document);
  g_autoptr (AscProjectStore) keep = g_object_ref (self);
  g_autoptr (GObject) released = NULL;

  document->in_flight = FALSE;
  self->n_in_flight--;
  for (guint i = 0; i < job->problems->len; i++)
    asc_project_store_emit_problem (self, g_ptr_array_index (job->problems, i));

  if (job->error != NULL)
    fail (self, job);
  else if (job->newer)
    become_read_only (self, document);
  else
    succeed (self, job);

  if (!document->dirty)
    released = g_steal_pointer (&document->held);
  if (released != NULL && document->kind == &asc_article_document
      && !g_hash_table_contains (self->text_users, document->model))
    asc_project_store_drop_document (self, document);
  settle (self);
}

static void
finish_flushes (AscProjectStore *self)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      GTask *task = g_ptr_array_index (flushes, i);

      if (self->failed->len > 0)
        g_task_return_error (task, g_error_copy (self->last_error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* After each job: is there more, or is that all? */
static void
settle (AscProjectStore *self)
{
  if (self->pending->len > 0)
    {
      if (self->flushes->len > 0)
        asc_project_store_dispatch (self);
      else
        arm (self);
      return;
    }
  if (self->n_in_flight > 0)
    return;

  if (self->failed->len == 0 && self->saving)
    {
      asc_project_store_set_saving (self, FALSE);
      asc_project_store_emit_saved (self);
    }
  finish_flushes (self);
}

/* ---- what changed ---- */

/* The coder has begun to work: project.json is to name them. */
static void
list_coder (AscProjectStore *self)
{
  if (self->coder_listed || self->project_document->broken || self->project_document->base == NULL)
    return;
  self->coder_listed = TRUE;
  asc_project_store_mark (self, self->project_document);
}

static void
on_history_changed (AscHistory      *history,
                    GObject         *model,
                    AscProjectStore *self)
{
  if (ASC_IS_ANNOTATION_SET (model))
    {
      AscAnnotationSet *set = ASC_ANNOTATION_SET (model);
      AscDocument *document = asc_project_store_document (self, ASC_STORE_ANNOTATIONS, asc_annotation_set_get_coder (set),
                                                          asc_annotation_set_get_article (set), model);

      /* Two sets for one file would each undo the other's work. */
      g_return_if_fail (document->model == model);

      document->base_known = TRUE;
      asc_project_store_mark (self, document);
      asc_project_store_update_summary (self, set);
      list_coder (self);
    }
  else if (ASC_IS_ACTOR_REGISTER (model))
    {
      asc_project_store_mark (self, g_hash_table_lookup (self->by_model, model));
    }
  else if (ASC_IS_ARTICLE (model))
    {
      asc_project_store_mark (self, asc_project_store_document (self, ASC_STORE_ARTICLE, NULL, ASC_ARTICLE (model), model));
    }
  else if (ASC_IS_PROJECT (model))
    {
      AscCodebook *codebook = asc_project_get_codebook (self->project);

      if (codebook != self->seen_codebook)
        asc_project_store_mark (self, self->codebook_document);
      self->seen_codebook = codebook;
    }
}

static void
on_project_edited (AscProjectStore *self)
{
  asc_project_store_mark (self, self->project_document);
}

/**
 * asc_project_store_start_saving:
 * @self: a store that has its project and history
 *
 * Begins to listen.
 */
void
asc_project_store_start_saving (AscProjectStore *self)
{
  static const char * const scalars[] = { "notify::name", "notify::language", "notify::gold-coder" };

  self->queue = asc_save_queue_new (on_job_done, self);
  self->retry_ms = RETRY_MS;
  g_signal_connect_object (self->history, "changed", G_CALLBACK (on_history_changed), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (scalars); i++)
    g_signal_connect_object (self->project, scalars[i], G_CALLBACK (on_project_edited), self, G_CONNECT_SWAPPED);
}

/**
 * asc_project_store_stop_saving:
 * @self: a store
 *
 * Writes what is pending, as far as it goes, and stops.
 */
void
asc_project_store_stop_saving (AscProjectStore *self)
{
  asc_project_store_flush (self, NULL);
  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  g_clear_pointer (&self->queue, asc_save_queue_free);
}

static void
retry_failed (AscProjectStore *self)
{
  for (guint i = 0; i < self->failed->len; i++)
    add_once (self->pending, g_ptr_array_index (self->failed, i));
  g_ptr_array_set_size (self->failed, 0);
}

/**
 * asc_project_store_flush:
 * @self: a store
 * @error: what kept a file from being written
 *
 * Writes what is pending and waits for the disk.
 *
 * Returns: %FALSE when something could not be written: it stays pending, and #AscProjectStore::problem was emitted when it first failed
 */
gboolean
asc_project_store_flush (AscProjectStore  *self,
                         GError          **error)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  retry_failed (self);
  do
    asc_project_store_dispatch (self);
  while (asc_save_queue_wait (self->queue));

  if (self->failed->len == 0)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->last_error);
  return FALSE;
}

/**
 * asc_project_store_flush_async:
 * @self: a store
 * @callback: called when all that is pending now is on the disk or failed
 * @user_data: for @callback
 *
 * asc_project_store_flush() without waiting.
 */
void
asc_project_store_flush_async (AscProjectStore     *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ASC_IS_PROJECT_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, asc_project_store_flush_async);
  g_ptr_array_add (self->flushes, task);
  retry_failed (self);
  asc_project_store_dispatch (self);
  settle (self);
}

/**
 * asc_project_store_flush_finish:
 * @self: a store
 * @result: what the callback got
 * @error: as in asc_project_store_flush()
 *
 * Returns: as asc_project_store_flush()
 */
gboolean
asc_project_store_flush_finish (AscProjectStore  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * asc_project_store_confirm_drop:
 * @self: a store
 * @problem: what #AscProjectStore::problem told with %ASC_STORE_ERROR_MANY_DROPPED
 *
 * Somebody was asked and said that the annotations may go: the file is written. What was in it is kept as a snapshot.
 */
void
asc_project_store_confirm_drop (AscProjectStore  *self,
                                const AscProblem *problem)
{
  g_return_if_fail (ASC_IS_PROJECT_STORE (self));
  g_return_if_fail (problem != NULL && problem->code == ASC_STORE_ERROR_MANY_DROPPED);

  for (guint i = 0; i < self->failed->len; i++)
    {
      AscDocument *document = g_ptr_array_index (self->failed, i);

      if (g_strcmp0 (document->path, problem->path) != 0)
        continue;
      document->drop_allowed = TRUE;
      document->snapshot_time = 0;
      asc_project_store_mark (self, document);
      return;
    }
}
