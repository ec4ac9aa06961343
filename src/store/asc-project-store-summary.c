/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a list of articles show: title, state and number of annotations, read as the rows come into sight. */
#include "asc-project-store-private.h"

#include "asc-file-io.h"
#include "asc-json-reader.h"

/* Two threads read summaries, so that the article somebody opens does not wait for a list; each takes some rows at a time. */
#define SUMMARY_THREADS 2
#define SUMMARY_BATCH   8

typedef struct
{
  AscArticle     *article;      /* main thread only */
  GCancellable   *cancellable;
  char           *id;
  GFile          *meta_file;
  GFile          *annotation_file;
  AscArticleMeta *meta;
  AscState        state;
  guint           n_annotations;
} Summary;

static void
summary_free (Summary *summary)
{
  g_clear_object (&summary->article);
  g_clear_object (&summary->cancellable);
  g_free (summary->id);
  g_clear_object (&summary->meta_file);
  g_clear_object (&summary->annotation_file);
  g_clear_pointer (&summary->meta, asc_article_meta_free);
  g_free (summary);
}

static void
read_summaries (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *summaries = data;

  for (guint i = 0; i < summaries->len; i++)
    {
      Summary *summary = g_ptr_array_index (summaries, i);
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_autoptr (GBytes) meta_bytes = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gboolean broken = FALSE;

      /* What is wrong with the files is told when the article is opened. */
      summary->meta = asc_store_read_meta (summary->meta_file, summary->id, &meta_bytes, &broken, problems, NULL);
      bytes = asc_file_io_read (summary->annotation_file, ASC_JSON_MAX_BYTES, NULL, NULL);
      if (bytes == NULL || !asc_annotation_file_peek (bytes, &summary->state, &summary->n_annotations))
        {
          summary->state = ASC_STATE_UNREAD;
          summary->n_annotations = 0;
        }
    }
  g_task_return_boolean (task, TRUE);
}

static void start_summaries (AscProjectStore *self);

static void
on_summaries_read (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GWeakRef *store = user_data;
  g_autoptr (AscProjectStore) self = g_weak_ref_get (store);
  GPtrArray *summaries = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (store);
  g_free (store);
  if (self == NULL)
    return;

  self->n_summaries--;
  for (guint i = 0; i < summaries->len; i++)
    {
      Summary *summary = g_ptr_array_index (summaries, i);

      /* The article may have been opened, and changed, meanwhile. */
      if (!asc_article_is_loaded (summary->article))
        asc_article_set_meta (summary->article, summary->meta);
      if (!asc_article_has_summary (summary->article))
        asc_article_set_summary (summary->article, summary->state, summary->n_annotations);
      g_hash_table_remove (self->summary_ids, summary->id);
    }
  start_summaries (self);
}

static void
start_summaries (AscProjectStore *self)
{
  while (self->n_summaries < SUMMARY_THREADS && self->summaries.length > 0)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) summary_free);
      g_autoptr (GTask) task = NULL;
      GWeakRef *store;

      while (batch->len < SUMMARY_BATCH && self->summaries.length > 0)
        {
          Summary *summary = g_queue_pop_head (&self->summaries);

          if (summary->cancellable != NULL && g_cancellable_is_cancelled (summary->cancellable))
            {
              g_hash_table_remove (self->summary_ids, summary->id);
              summary_free (summary);
            }
          else
            {
              g_ptr_array_add (batch, summary);
            }
        }
      if (batch->len == 0)
        return;

      self->n_summaries++;
      /* A long list of rows is no reason to keep a project that was closed. */
      store = g_new0 (GWeakRef, 1);
      g_weak_ref_init (store, self);
      task = g_task_new (NULL, NULL, on_summaries_read, store);
      g_task_set_source_tag (task, start_summaries);
      g_task_set_task_data (task, g_steal_pointer (&batch), (GDestroyNotify) g_ptr_array_unref);
      g_task_run_in_thread (task, read_summaries);
    }
}

/**
 * asc_project_store_load_summary_async:
 * @self: a store
 * @article: one of the project's articles
 * @cancellable: (nullable): cancelled when nobody wants to see it any more
 *
 * Sets the metadata, state and number of annotations of the current coder on @article when they are read. The latest asked for come
 * first: they are what is on the screen.
 */
void
asc_project_store_load_summary_async (AscProjectStore *self,
                                      AscArticle      *article,
                                      GCancellable    *cancellable)
{
  Summary *summary;
  const char *id;

  g_return_if_fail (ASC_IS_PROJECT_STORE (self));
  g_return_if_fail (ASC_IS_ARTICLE (article));

  id = asc_article_get_id (article);
  if ((asc_article_is_loaded (article) && asc_article_has_summary (article)) || !g_hash_table_add (self->summary_ids, g_strdup (id)))
    return;

  summary = g_new0 (Summary, 1);
  summary->article = g_object_ref (article);
  g_set_object (&summary->cancellable, cancellable);
  summary->id = g_strdup (id);
  summary->meta_file = asc_project_store_file (self, ASC_STORE_ARTICLE, NULL, id);
  summary->annotation_file = asc_project_store_file (self, ASC_STORE_ANNOTATIONS, asc_project_get_coder (self->project), id);
  g_queue_push_head (&self->summaries, summary);
  start_summaries (self);
}

/**
 * asc_project_store_stop_summaries:
 * @self: a store
 *
 * Forgets what was asked for.
 */
void
asc_project_store_stop_summaries (AscProjectStore *self)
{
  g_queue_clear_full (&self->summaries, (GDestroyNotify) summary_free);
}

/**
 * asc_project_store_update_summary:
 * @self: a store
 * @set: a set that is new or was changed
 *
 * Brings what the list shows up to date, when it is the current coder's.
 */
void
asc_project_store_update_summary (AscProjectStore  *self,
                                  AscAnnotationSet *set)
{
  if (g_strcmp0 (asc_annotation_set_get_coder (set), asc_project_get_coder (self->project)) == 0)
    asc_article_set_summary (asc_annotation_set_get_article (set), asc_annotation_set_get_state (set),
                             asc_annotation_set_get_n (set));
}
