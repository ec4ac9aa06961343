/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New articles in a project. */
#include "asc-project-store-private.h"

#include <string.h>

#include "asc-article-file.h"
#include "asc-file-io.h"
#include "asc-id.h"

/* Up to so many articles each file waits for the disk; beyond, one wait at the end does for all. */
#define DURABLE_MAX 8

typedef struct
{
  GFile     *folder;      /* articles/ */
  GPtrArray *articles;    /* AscArticle with their final ids */
  guint      n_written;
} Addition;

static void
addition_free (Addition *addition)
{
  g_clear_object (&addition->folder);
  g_clear_pointer (&addition->articles, g_ptr_array_unref);
  g_free (addition);
}

/* File systems may ignore case, and so does everything here that compares ids of articles. */
static GHashTable *
taken_ids (AscProjectStore *self)
{
  GListModel *articles = asc_project_get_articles (self->project);
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      g_hash_table_add (taken, g_ascii_strdown (asc_article_get_id (article), -1));
    }
  return taken;
}

/* A text is never overwritten, and annotations that an earlier article of this name left behind are not this one's. */
static gboolean
is_on_disk (AscProjectStore *self,
            const char      *id)
{
  g_autofree char *text_path = g_strconcat ("articles/", id, ".txt", NULL);
  g_autoptr (GFile) text = g_file_resolve_relative_path (self->folder, text_path);
  const char * const *coders = asc_project_get_coders (self->project);

  if (g_file_query_exists (text, NULL))
    return TRUE;
  for (guint i = 0; coders[i] != NULL; i++)
    {
      g_autoptr (GFile) annotations = asc_project_store_file (self, ASC_STORE_ANNOTATIONS, coders[i], id);

      if (g_file_query_exists (annotations, NULL))
        return TRUE;
    }
  return FALSE;
}

static char *
free_id (AscProjectStore *self,
         const char      *wanted,
         GHashTable      *taken)
{
  g_autofree char *stem = asc_id_is_valid (wanted) ? g_strdup (wanted) : asc_id_from_title (wanted, "article");

  for (guint i = 1;; i++)
    {
      g_autofree char *id = i > 1 ? g_strdup_printf ("%s-%u", stem, i) : g_strdup (stem);
      g_autofree char *folded = g_ascii_strdown (id, -1);

      if (!g_hash_table_contains (taken, folded) && !is_on_disk (self, id))
        {
          g_hash_table_add (taken, g_steal_pointer (&folded));
          return g_steal_pointer (&id);
        }
    }
}

/* The article as it goes into the project: with an id that is free and a checksum of its text. */
static AscArticle *
prepare (AscArticle *article,
         const char *id)
{
  g_autoptr (AscArticleMeta) meta = asc_article_meta_copy (asc_article_get_meta (article));
  AscText *text = asc_article_get_text (article);
  gboolean same_id = g_strcmp0 (meta->id, id) == 0;

  g_set_str (&meta->id, id);
  g_set_str (&meta->sha256, asc_text_get_sha256 (text));
  meta->length = asc_text_get_length (text);
  if (!same_id)
    return asc_article_new_full (meta, text);
  asc_article_set_meta (article, meta);
  return g_object_ref (article);
}

/* Puts the prepared articles into @articles too: the caller goes on with them. */
static Addition *
addition_new (AscProjectStore *self,
              GPtrArray       *articles)
{
  Addition *addition = g_new0 (Addition, 1);
  g_autoptr (GHashTable) taken = taken_ids (self);

  addition->folder = g_file_get_child (self->folder, "articles");
  addition->articles = g_ptr_array_new_full (articles->len, g_object_unref);
  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (AscArticle) old = g_object_ref (g_ptr_array_index (articles, i));
      g_autofree char *id = free_id (self, asc_article_get_id (old), taken);
      AscArticle *article = prepare (old, id);

      g_ptr_array_add (addition->articles, article);
      if (article == old)
        continue;
      g_ptr_array_remove_index (articles, i);
      g_ptr_array_insert (articles, i, g_object_ref (article));
    }
  return addition;
}

/* The text makes the article, so it comes last: what a crash leaves behind is no article. */
static gboolean
write_article (GFile          *folder,
               AscArticle     *article,
               AscFileIoMode   mode,
               GError        **error)
{
  AscText *text = asc_article_get_text (article);
  g_autofree char *text_name = g_strconcat (asc_article_get_id (article), ".txt", NULL);
  g_autofree char *meta_name = g_strconcat (asc_article_get_id (article), ".json", NULL);
  g_autoptr (GFile) text_file = g_file_get_child (folder, text_name);
  g_autoptr (GFile) meta_file = g_file_get_child (folder, meta_name);
  g_autoptr (GBytes) text_bytes = g_bytes_new_static (asc_text_get_utf8 (text), asc_text_get_n_bytes (text));
  g_autoptr (GBytes) meta_bytes = asc_article_file_write (asc_article_get_meta (article));

  return asc_file_io_write (meta_file, meta_bytes, mode, error)
         && asc_file_io_write (text_file, text_bytes, mode, error);
}

static gboolean
addition_write (Addition      *addition,
                GCancellable  *cancellable,
                GError       **error)
{
  AscFileIoMode mode = addition->articles->len > DURABLE_MAX ? ASC_FILE_IO_ATOMIC : ASC_FILE_IO_DURABLE;
  gboolean done = TRUE;

  while (done && addition->n_written < addition->articles->len)
    {
      done = !g_cancellable_set_error_if_cancelled (cancellable, error)
             && write_article (addition->folder, g_ptr_array_index (addition->articles, addition->n_written), mode, error);
      if (done)
        addition->n_written++;
    }
  if (mode == ASC_FILE_IO_ATOMIC)
    asc_file_io_sync (addition->folder);
  return done;
}

static void
addition_publish (AscProjectStore *self,
                  Addition        *addition)
{
  g_ptr_array_set_size (addition->articles, addition->n_written);
  for (guint i = 0; i < addition->articles->len; i++)
    asc_article_set_summary (g_ptr_array_index (addition->articles, i), ASC_STATE_UNREAD, 0);
  asc_project_add_articles (self->project, addition->articles);
  asc_project_store_watch (self, "articles");
}

static gboolean
have_texts (GPtrArray *articles)
{
  for (guint i = 0; i < articles->len; i++)
    {
      if (asc_article_get_text (g_ptr_array_index (articles, i)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_project_store_add_articles:
 * @self: a store
 * @articles: (element-type AscArticle): articles with their texts, in an array that owns them
 * @error: UNWRITABLE or NO_SPACE
 *
 * Writes each article's text and metadata under an id that no other has, ignoring case, and adds them to the project in one batch. An
 * article whose id had to change is replaced in @articles by the one that was added.
 *
 * Returns: %FALSE when one could not be written; those before it were added
 */
gboolean
asc_project_store_add_articles (AscProjectStore  *self,
                                GPtrArray        *articles,
                                GError          **error)
{
  Addition *addition;
  gboolean done;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), FALSE);
  g_return_val_if_fail (articles != NULL && have_texts (articles), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  addition = addition_new (self, articles);
  done = addition_write (addition, NULL, error);
  addition_publish (self, addition);
  addition_free (addition);
  return done;
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (addition_write (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * asc_project_store_add_articles_async:
 * @self: a store
 * @articles: (element-type AscArticle): as in asc_project_store_add_articles()
 * @cancellable: (nullable): stops it; what was written until then is added
 * @callback: called when they are added
 * @user_data: for @callback
 *
 * asc_project_store_add_articles() with the writing in a thread.
 */
void
asc_project_store_add_articles_async (AscProjectStore     *self,
                                      GPtrArray           *articles,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ASC_IS_PROJECT_STORE (self));
  g_return_if_fail (articles != NULL && have_texts (articles));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_project_store_add_articles_async);
  g_task_set_task_data (task, addition_new (self, articles), (GDestroyNotify) addition_free);
  g_task_run_in_thread (task, add_in_thread);
}

/**
 * asc_project_store_add_articles_finish:
 * @self: a store
 * @result: what the callback got
 * @error: as in asc_project_store_add_articles()
 *
 * Returns: as asc_project_store_add_articles()
 */
gboolean
asc_project_store_add_articles_finish (AscProjectStore  *self,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  addition_publish (self, g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * asc_project_store_find_articles:
 * @self: a store
 *
 * Adds the articles that another program, a colleague's push or a synchronising folder, put into the folder since it was opened.
 */
void
asc_project_store_find_articles (AscProjectStore *self)
{
  g_autoptr (GPtrArray) ids = asc_opening_list_articles (self->folder, NULL, NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      if (asc_project_lookup_article (self->project, g_ptr_array_index (ids, i)) == NULL)
        g_ptr_array_add (articles, asc_article_new (g_ptr_array_index (ids, i)));
    }
  if (articles->len > 0)
    asc_project_add_articles (self->project, articles);
}
