/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an article's text and annotations when they are asked for. */
#include "asc-project-store-private.h"

#include <string.h>

#include "asc-annotation-merge.h"
#include "asc-annotation-set-private.h"
#include "asc-article-file.h"
#include "asc-file-io.h"
#include "asc-json-reader.h"
#include "asc-project-file.h"
#include "asc-text-importer.h"

/* One article being read. Filled in any thread, out of nothing the main thread holds but the project's folder. */
typedef struct
{
  AscArticle       *article;         /* main thread only */
  AscAnnotationSet *live;            /* main thread only: it was there already, nothing is read */
  char             *id;
  char             *coder;
  gboolean          read_only;
  gboolean          take_copies;     /* read conflict copies, to merge them; else only tell about them */
  GFile            *text_file;
  GFile            *meta_file;
  GFile            *annotation_file;

  AscText          *text;
  AscArticleMeta   *meta;
  GBytes           *meta_bytes;      /* NULL: no such file */
  gboolean          meta_broken;
  AscArticle       *shadow;
  AscAnnotationSet *set;             /* on the shadow */
  GBytes           *annotation_bytes;
  gboolean          annotations_broken;
  GPtrArray        *copy_names;      /* all conflict copies of the coder; NULL: to be listed */
  GPtrArray        *copies;          /* GFile: this article's */
  GPtrArray        *copy_sets;       /* AscAnnotationSet on the shadow, one for each of copies */
  GPtrArray        *problems;
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->article);
  g_clear_object (&load->live);
  g_free (load->id);
  g_free (load->coder);
  g_clear_object (&load->text_file);
  g_clear_object (&load->meta_file);
  g_clear_object (&load->annotation_file);
  g_clear_pointer (&load->text, asc_text_unref);
  g_clear_pointer (&load->meta, asc_article_meta_free);
  g_clear_pointer (&load->meta_bytes, g_bytes_unref);
  g_clear_object (&load->set);
  g_clear_object (&load->shadow);
  g_clear_pointer (&load->annotation_bytes, g_bytes_unref);
  g_clear_pointer (&load->copy_names, g_ptr_array_unref);
  g_clear_pointer (&load->copies, g_ptr_array_unref);
  g_clear_pointer (&load->copy_sets, g_ptr_array_unref);
  g_clear_pointer (&load->problems, g_ptr_array_unref);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static Load *
load_new (AscProjectStore *self,
          AscArticle      *article,
          const char      *coder,
          gboolean         take_copies)
{
  Load *load = g_new0 (Load, 1);
  g_autofree char *text_path = g_strconcat ("articles/", asc_article_get_id (article), ".txt", NULL);

  load->article = g_object_ref (article);
  load->id = g_strdup (asc_article_get_id (article));
  load->coder = g_strdup (coder);
  load->read_only = self->read_only;
  load->take_copies = take_copies && !self->read_only && g_strcmp0 (coder, asc_project_get_coder (self->project)) == 0;
  load->annotation_file = asc_project_store_file (self, ASC_STORE_ANNOTATIONS, coder, load->id);
  load->meta_file = asc_project_store_file (self, ASC_STORE_ARTICLE, NULL, load->id);
  load->text_file = g_file_resolve_relative_path (self->folder, text_path);
  load->copy_names = g_hash_table_lookup (self->copies, coder);
  if (load->copy_names != NULL)
    g_ptr_array_ref (load->copy_names);
  load->copies = g_ptr_array_new_with_free_func (g_object_unref);
  load->copy_sets = g_ptr_array_new_with_free_func (g_object_unref);
  load->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  return load;
}

static gboolean
fail (GFile              *file,
      AscStoreErrorCode   code,
      const char         *detail,
      GError            **error)
{
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (AscProblem) problem = asc_problem_new (code, path, NULL, detail != NULL ? "%s" : NULL, detail);

  asc_problem_to_error (problem, error);
  return FALSE;
}

static void
tell (GPtrArray    *problems,
      const GError *error,
      GFile        *file)
{
  g_autofree char *path = asc_file_io_path (file);

  g_ptr_array_add (problems, asc_store_error_from_gio (error, path, FALSE));
}

static gboolean
read_text (Load          *load,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) bytes = asc_file_io_read (load->text_file, ASC_TEXT_MAX_BYTES, cancellable, error);

  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) == 0)
    return fail (load->text_file, ASC_STORE_ERROR_EMPTY, NULL, error);
  load->text = asc_text_new_bytes (bytes);
  if (load->text == NULL)
    return fail (load->text_file, ASC_STORE_ERROR_NOT_TEXT, "not UTF-8, or it holds U+0000", error);
  return TRUE;
}

static void
check_text (Load *load)
{
  g_autofree char *path = NULL;

  if (load->meta->sha256 == NULL || g_ascii_strcasecmp (load->meta->sha256, asc_text_get_sha256 (load->text)) == 0)
    return;
  path = asc_file_io_path (load->text_file);
  g_ptr_array_add (load->problems, asc_problem_new (ASC_STORE_ERROR_TEXT_CHANGED, path, NULL, "sha256 is %s, not %s",
                                                    asc_text_get_sha256 (load->text), load->meta->sha256));
}

static gboolean
read_annotations (Load          *load,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = asc_file_io_path (load->annotation_file);

  load->annotation_bytes = asc_file_io_read (load->annotation_file, ASC_JSON_MAX_BYTES, cancellable, &local_error);
  if (load->annotation_bytes == NULL && !g_error_matches (local_error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
    {
      /* There may be work in it: an empty set in its place would be a lie. */
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_clear_error (&local_error);

  if (load->annotation_bytes != NULL)
    load->set = asc_annotation_file_parse (load->annotation_bytes, path, load->shadow, load->coder, load->problems, &local_error);
  if (load->set == NULL)
    load->set = asc_annotation_set_new (load->shadow, load->coder);
  if (local_error != NULL)
    {
      load->annotations_broken = TRUE;
      tell (load->problems, local_error, load->annotation_file);
    }
  return TRUE;
}

static void
read_copy (Load         *load,
           GFile        *file,
           GCancellable *cancellable)
{
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, cancellable, &error);
  AscAnnotationSet *set = NULL;

  if (bytes != NULL)
    set = asc_annotation_file_parse (bytes, path, load->shadow, load->coder, load->problems, &error);
  if (set == NULL)
    {
      tell (load->problems, error, file);
      return;
    }
  if (asc_annotation_set_get_read_only (set))
    {
      g_object_unref (set);
      return;
    }
  g_ptr_array_add (load->copies, g_object_ref (file));
  g_ptr_array_add (load->copy_sets, set);
}

/* One look at the folder does for all its articles: there may be ten thousand. */
static GPtrArray *
list_copies (GFile        *folder,
             GCancellable *cancellable)
{
  GPtrArray *names = asc_file_io_list (folder, cancellable);

  for (guint i = names->len; i > 0; i--)
    {
      if (!asc_store_is_conflict_copy (g_ptr_array_index (names, i - 1), NULL, ".json"))
        g_ptr_array_remove_index (names, i - 1);
    }
  return names;
}

/* What a synchronising program put beside the file when two versions met. */
static void
read_copies (Load         *load,
             GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (load->annotation_file);

  if (load->copy_names == NULL)
    load->copy_names = list_copies (folder, cancellable);
  for (guint i = 0; i < load->copy_names->len; i++)
    {
      const char *name = g_ptr_array_index (load->copy_names, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!asc_store_is_conflict_copy (name, load->id, ".json") || !g_file_query_exists (file, cancellable))
        continue;
      if (load->take_copies)
        {
          read_copy (load, file, cancellable);
        }
      else
        {
          g_autofree char *path = asc_file_io_path (file);

          g_ptr_array_add (load->problems, asc_problem_new (ASC_STORE_ERROR_CHANGED_ON_DISK, path, NULL,
                                                            "a conflict copy that was not merged yet"));
        }
    }
}

static gboolean
load_read (Load          *load,
           GCancellable  *cancellable,
           GError       **error)
{
  if (!read_text (load, cancellable, error))
    return FALSE;
  load->meta = asc_store_read_meta (load->meta_file, load->id, &load->meta_bytes, &load->meta_broken, load->problems, cancellable);
  check_text (load);
  load->shadow = asc_article_new_full (load->meta, load->text);
  if (!read_annotations (load, cancellable, error))
    return FALSE;
  read_copies (load, cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* ---- into the project, on the main thread ---- */

static void
adopt_article (AscProjectStore *self,
               Load            *load)
{
  AscDocument *document = asc_project_store_document (self, ASC_STORE_ARTICLE, NULL, load->article, G_OBJECT (load->article));

  if (!document->base_known)
    {
      document->base = load->meta_bytes != NULL ? g_bytes_ref (load->meta_bytes) : NULL;
      document->base_known = TRUE;
      document->broken = load->meta_broken;
    }
  /* What was edited since the file was read stays. */
  if (!asc_article_is_loaded (load->article)
      || (!document->dirty && !document->in_flight && !asc_article_meta_equal (asc_article_get_meta (load->article), load->meta)))
    asc_article_set_meta (load->article, load->meta);
  if (asc_article_get_text (load->article) == NULL)
    asc_article_set_text (load->article, load->text);
}

static void
fill (AscAnnotationSet *set,
      AscAnnotationSet *from)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (from);

  asc_annotation_set_begin_batch (set);
  for (guint i = 0; i < asc_annotation_set_get_n (from); i++)
    asc_annotation_set_put (set, asc_annotation_set_get_nth (from, i));
  for (guint i = 0; i < relations->len; i++)
    asc_annotation_set_put_relation (set, g_ptr_array_index (relations, i));
  asc_annotation_set_end_batch (set);
  asc_annotation_set_set_state (set, asc_annotation_set_get_state (from), asc_annotation_set_get_read_to (from));
  asc_annotation_set_set_extra (set, asc_annotation_set_get_extra (from));
}

/* With no common ancestor every difference is an addition or a conflict: nothing is dropped. */
static void
merge_copies (AscProjectStore  *self,
              Load             *load,
              AscDocument      *document,
              AscAnnotationSet *set)
{
  for (guint i = 0; i < load->copies->len; i++)
    {
      g_autofree char *path = asc_file_io_path (g_ptr_array_index (load->copies, i));
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (AscAnnotationSet) merged = asc_annotation_merge (NULL, set, g_ptr_array_index (load->copy_sets, i), conflicts);

      asc_annotation_merge_take_in (self->history, set, merged);
      g_ptr_array_add (document->copies, g_object_ref (g_ptr_array_index (load->copies, i)));
      for (guint j = 0; j < conflicts->len; j++)
        g_ptr_array_add (load->problems, asc_problem_new (ASC_STORE_ERROR_CHANGED_ON_DISK, path, g_ptr_array_index (conflicts, j),
                                                          "changed here and there; theirs is kept under \"conflicts\""));
    }
  if (load->copies->len > 0)
    asc_project_store_mark (self, document);
}

/* The set that is to be used: one that came into being meanwhile, or one made of what was read. */
static AscAnnotationSet *
adopt (AscProjectStore *self,
       Load            *load)
{
  AscDocument *document = asc_project_store_find_document (self, ASC_STORE_ANNOTATIONS, load->coder, load->id);
  g_autofree char *folder = g_strconcat ("annotations/", load->coder, NULL);
  AscAnnotationSet *set;

  if (document != NULL)
    return g_object_ref (ASC_ANNOTATION_SET (document->model));

  adopt_article (self, load);
  set = asc_annotation_set_new (load->article, load->coder);
  fill (set, load->set);
  asc_annotation_set_set_read_only (set, load->read_only || asc_annotation_set_get_read_only (load->set));

  document = asc_project_store_document (self, ASC_STORE_ANNOTATIONS, load->coder, load->article, G_OBJECT (set));
  document->base = load->annotation_bytes != NULL ? g_bytes_ref (load->annotation_bytes) : NULL;
  document->base_known = TRUE;
  document->broken = load->annotations_broken;
  document->newer = asc_annotation_set_get_read_only (load->set);
  if (asc_article_get_text (load->article) == load->text)
    document->shadow = g_object_ref (load->shadow);

  asc_project_store_watch (self, folder);
  g_hash_table_insert (self->copies, g_strdup (load->coder), g_ptr_array_ref (load->copy_names));
  asc_project_store_update_summary (self, set);
  merge_copies (self, load, document, set);
  return set;
}

static AscAnnotationSet *
find_set (AscProjectStore *self,
          AscArticle      *article,
          const char      *coder)
{
  AscDocument *document = asc_project_store_find_document (self, ASC_STORE_ANNOTATIONS, coder, asc_article_get_id (article));

  return document != NULL ? g_object_ref (ASC_ANNOTATION_SET (document->model)) : NULL;
}

/**
 * asc_store_read_meta:
 * @file: articles/<article>.json
 * @id: id of the article
 * @bytes: (out) (nullable): what is in the file
 * @broken: (inout): set when it cannot be read
 * @problems: (element-type AscProblem): gets what is wrong
 * @cancellable: (nullable): stops it
 *
 * Metadata that is missing or broken never keeps a text from being read. In any thread.
 *
 * Returns: (transfer full): the metadata, with no more than @id where there is none
 */
AscArticleMeta *
asc_store_read_meta (GFile         *file,
                     const char    *id,
                     GBytes       **bytes,
                     gboolean      *broken,
                     GPtrArray     *problems,
                     GCancellable  *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = asc_file_io_path (file);
  AscArticleMeta *meta = NULL;
  AscArticleMeta none = { .id = (char *) id };

  *bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, cancellable, &error);
  if (*bytes != NULL)
    meta = asc_article_file_parse (*bytes, path, id, problems, &error);
  if (meta != NULL)
    return meta;

  if (!g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
    {
      *broken = TRUE;
      tell (problems, error, file);
    }
  return asc_article_meta_copy (&none);
}

/**
 * asc_project_store_leave_text:
 * @self: a store
 * @article: an article
 *
 * A set of @article went. With the last one goes the text, so that a walk over a hundred thousand articles takes the memory of one.
 */
void
asc_project_store_leave_text (AscProjectStore *self,
                              AscArticle      *article)
{
  guint n_users = GPOINTER_TO_UINT (g_hash_table_lookup (self->text_users, article));
  AscDocument *document;

  g_assert (n_users > 0);

  if (n_users > 1)
    {
      g_hash_table_insert (self->text_users, g_object_ref (article), GUINT_TO_POINTER (n_users - 1));
      return;
    }
  document = asc_project_store_find_document (self, ASC_STORE_ARTICLE, NULL, asc_article_get_id (article));
  if (document != NULL && !document->dirty && !document->in_flight)
    asc_project_store_drop_document (self, document);
  asc_article_set_text (article, NULL);
  g_hash_table_remove (self->text_users, article);
}

/**
 * asc_project_store_load:
 * @self: a store
 * @article: one of the project's articles
 * @coder: whose annotations
 * @problems: (nullable) (element-type AscProblem): gets what is wrong with the files and could be passed over
 * @error: when the text, or annotations that are there, cannot be read
 *
 * Reads what asc_project_store_load_async() reads, at once. Conflict copies that a synchronising program made are told as problems,
 * not merged.
 *
 * Returns: (transfer full) (nullable): the coder's annotations on the article: the same object as long as anybody holds it
 */
AscAnnotationSet *
asc_project_store_load (AscProjectStore  *self,
                        AscArticle       *article,
                        const char       *coder,
                        GPtrArray        *problems,
                        GError          **error)
{
  g_autoptr (Load) load = NULL;
  AscAnnotationSet *set;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), NULL);
  g_return_val_if_fail (ASC_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (coder != NULL && asc_project_file_is_coder (coder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  set = find_set (self, article, coder);
  if (set != NULL)
    return set;

  load = load_new (self, article, coder, FALSE);
  set = load_read (load, NULL, error) ? adopt (self, load) : NULL;
  if (problems != NULL)
    g_ptr_array_extend (problems, load->problems, (GCopyFunc) asc_problem_copy, NULL);
  return set;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (load_read (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * asc_project_store_load_async:
 * @self: a store
 * @article: one of the project's articles
 * @coder: whose annotations
 * @cancellable: (nullable): stops it
 * @callback: called when they are read
 * @user_data: for @callback
 *
 * Reads an article's text and metadata and a coder's annotations in a thread. What is pending of other articles is written at once.
 * Where a synchronising program left conflict copies of the annotations they are merged, as a step that can be undone, and once that
 * is saved moved to the snapshots.
 */
void
asc_project_store_load_async (AscProjectStore     *self,
                              AscArticle          *article,
                              const char          *coder,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (ASC_IS_PROJECT_STORE (self));
  g_return_if_fail (ASC_IS_ARTICLE (article));
  g_return_if_fail (coder != NULL && asc_project_file_is_coder (coder));

  asc_project_store_dispatch (self);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_project_store_load_async);
  load = load_new (self, article, coder, TRUE);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  load->live = find_set (self, article, coder);
  if (load->live != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, load_in_thread);
}

/**
 * asc_project_store_load_finish:
 * @self: a store
 * @result: what the callback got
 * @problems: (out) (optional) (transfer full) (element-type AscProblem): what is wrong with the files, also when it failed
 * @error: as in asc_project_store_load()
 *
 * Returns: (transfer full) (nullable): the coder's annotations on the article
 */
AscAnnotationSet *
asc_project_store_load_finish (AscProjectStore  *self,
                               GAsyncResult     *result,
                               GPtrArray       **problems,
                               GError          **error)
{
  Load *load;
  AscAnnotationSet *set = NULL;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  load = g_task_get_task_data (G_TASK (result));
  if (g_task_propagate_boolean (G_TASK (result), error))
    set = adopt (self, load);
  if (problems != NULL)
    *problems = g_ptr_array_ref (load->problems);
  return set;
}
