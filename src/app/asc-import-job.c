/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-import-job.h"

#include "asc-text-importer.h"

#define ADD_AT_ONCE 16

struct _AscImportJob
{
  GObject          parent_instance;

  AscProjectStore *store;
  GFile           *folder;
  GPtrArray       *files;       /* (element-type GFile) as given */

  /* Made by the thread, then only used by the main context. */
  GPtrArray       *articles;    /* (element-type AscArticle) */
  GPtrArray       *found;       /* (element-type AscProblem) */

  GPtrArray       *batch;       /* (element-type AscArticle) being added */

  AscProblemList  *problems;
  AscArticle      *first;
  guint            n_added;     /* of articles */
  guint            n_imported;
  guint            n_known;
  double           fraction;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscImportJob, asc_import_job, G_TYPE_OBJECT)

static void
add_error (AscImportJob *self, GFile *file, const GError *error)
{
  const AscProblem *problem = asc_problem_from_error (error);
  g_autofree char  *path = g_file_get_parse_name (file);

  if (problem != NULL)
    g_ptr_array_add (self->found, asc_problem_copy (problem));
  else
    g_ptr_array_add (self->found, asc_problem_new (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                                                   ? ASC_STORE_ERROR_NOT_FOUND : ASC_STORE_ERROR_UNREADABLE,
                                                   path, NULL, "%s", error->message));
}

static void
read_file (AscImportJob *self, GFile *file, GFileInfo *info, GCancellable *cancellable)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (AscArticle) article = NULL;

  /* Before it is in memory. */
  if (g_file_info_get_size (info) > ASC_TEXT_MAX_BYTES)
    {
      g_autofree char *path = g_file_get_parse_name (file);

      g_ptr_array_add (self->found, asc_problem_new (ASC_STORE_ERROR_TOO_LARGE, path, NULL, "%" G_GOFFSET_FORMAT,
                                                     g_file_info_get_size (info)));
      return;
    }

  bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes != NULL)
    article = asc_text_importer_import (bytes, g_file_info_get_display_name (info), &error);
  if (article != NULL)
    g_ptr_array_add (self->articles, g_steal_pointer (&article));
  else
    add_error (self, file, error);
}

static int
compare_names (gconstpointer one, gconstpointer other)
{
  return g_utf8_collate (g_file_info_get_display_name (*(GFileInfo **) one),
                         g_file_info_get_display_name (*(GFileInfo **) other));
}

static gboolean
looks_like_text (GFileInfo *info)
{
  const char *name = g_file_info_get_display_name (info);

  return !g_file_info_get_is_hidden (info)
         && (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY || g_str_has_suffix (name, ".txt")
             || g_str_has_suffix (name, ".TXT"));
}

#define ATTRIBUTES                                                                                              \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE  \
  "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

static void
read_folder (AscImportJob *self, GFile *folder, GCancellable *cancellable)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray)       infos = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo                  *info;

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, &error);
  while (enumerator != NULL && (info = g_file_enumerator_next_file (enumerator, cancellable, &error)) != NULL)
    g_ptr_array_add (infos, info);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_error (self, folder, error);

  g_ptr_array_sort (infos, compare_names);
  for (guint i = 0; i < infos->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GFile) child = NULL;

      info = g_ptr_array_index (infos, i);
      if (!looks_like_text (info))
        continue;
      child = g_file_get_child (folder, g_file_info_get_name (info));
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        read_folder (self, child, cancellable);
      else
        read_file (self, child, info, cancellable);
    }
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AscImportJob *self = source;

  for (guint i = 0; i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile                *file = g_ptr_array_index (self->files, i);
      g_autoptr (GError)    error = NULL;
      g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);

      if (info == NULL)
        add_error (self, file, error);
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        read_folder (self, file, cancellable);
      else
        read_file (self, file, info, cancellable);
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/* An article of the project whose text is the same, so that opening a file twice shows one article. */
static AscArticle *
find_known (AscImportJob *self, AscArticle *article)
{
  AscArticle       *known;
  g_autofree char  *path = NULL, *contents = NULL;
  g_autoptr (GFile) file = NULL;
  gsize             length;
  AscText          *text = asc_article_get_text (article);

  known = asc_project_lookup_article (asc_project_store_get_project (self->store), asc_article_get_id (article));
  if (known == NULL)
    return NULL;

  path = g_strdup_printf ("articles/%s.txt", asc_article_get_id (known));
  file = g_file_resolve_relative_path (self->folder, path);
  if (!g_file_load_contents (file, NULL, &contents, &length, NULL, NULL))
    return NULL;
  return length == asc_text_get_n_bytes (text) && memcmp (contents, asc_text_get_utf8 (text), length) == 0 ? known : NULL;
}

static void add_some (AscImportJob *self, GTask *task);

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AscImportJob     *self = g_task_get_source_object (task);
  GError           *error = NULL;

  if (!asc_project_store_add_articles_finish (ASC_PROJECT_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* An article whose id was taken was replaced in the batch. */
  self->n_imported += self->batch->len;
  if (self->first == NULL && self->batch->len > 0)
    self->first = g_object_ref (g_ptr_array_index (self->batch, 0));
  add_some (self, g_steal_pointer (&task));
}

/* Takes over @task. */
static void
add_some (AscImportJob *self, GTask *task)
{
  self->fraction = self->articles->len > 0 ? (double) self->n_added / self->articles->len : 1.0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  g_ptr_array_set_size (self->batch, 0);
  while (self->batch->len < ADD_AT_ONCE && self->n_added < self->articles->len)
    {
      AscArticle *article = g_ptr_array_index (self->articles, self->n_added++);
      AscArticle *known = find_known (self, article);

      if (known == NULL)
        g_ptr_array_add (self->batch, g_object_ref (article));
      else
        self->n_known++;
      if (self->first == NULL && known != NULL)
        self->first = g_object_ref (known);
    }

  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else if (self->batch->len > 0)
    asc_project_store_add_articles_async (self->store, self->batch, g_task_get_cancellable (task), on_added, task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AscImportJob      *self = ASC_IMPORT_JOB (source);
  g_autoptr (GTask)  task = user_data;
  GError            *error = NULL;

  for (guint i = 0; i < self->found->len; i++)
    asc_problem_list_add (self->problems, g_ptr_array_index (self->found, i));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  add_some (self, g_steal_pointer (&task));
}

static void
asc_import_job_dispose (GObject *object)
{
  AscImportJob *self = ASC_IMPORT_JOB (object);

  g_clear_object (&self->store);
  g_clear_object (&self->folder);
  g_clear_object (&self->problems);
  g_clear_object (&self->first);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_import_job_parent_class)->dispose (object);
}

static void
asc_import_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, ASC_IMPORT_JOB (object)->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_import_job_class_init (AscImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = asc_import_job_dispose;
  object_class->get_property = asc_import_job_get_property;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_import_job_init (AscImportJob *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  self->batch = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = asc_problem_list_new ();
}

/**
 * asc_import_job_new:
 * @store: the project to import into
 * @files: (element-type GFile): text files, and folders of them
 *
 * Returns: (transfer full): a job that has not begun
 */
AscImportJob *
asc_import_job_new (AscProjectStore *store, GPtrArray *files)
{
  AscImportJob *self;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (store), NULL);
  g_return_val_if_fail (files != NULL, NULL);

  self = g_object_new (ASC_TYPE_IMPORT_JOB, NULL);
  self->store = g_object_ref (store);
  self->folder = g_object_ref (asc_project_store_get_folder (store));
  self->files = g_ptr_array_copy (files, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->files, g_object_unref);
  return self;
}

/**
 * asc_import_job_run_async:
 * @self: a job
 * @cancellable: (nullable): to stop it; what was imported until then stays
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
asc_import_job_run_async (AscImportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) reader = NULL;
  GTask            *task;

  g_return_if_fail (ASC_IS_IMPORT_JOB (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_import_job_run_async);
  reader = g_task_new (self, cancellable, on_read, task);
  g_task_set_source_tag (reader, read_thread);
  g_task_run_in_thread (reader, read_thread);
}

/**
 * asc_import_job_run_finish:
 * @self: a job
 * @result: what the callback got
 * @error: where to put what stopped it
 *
 * Returns: %FALSE when it was stopped before its end
 */
gboolean
asc_import_job_run_finish (AscImportJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ASC_IS_IMPORT_JOB (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * asc_import_job_get_n_imported:
 * @self: a job
 *
 * Returns: number of articles added to the project
 */
guint
asc_import_job_get_n_imported (AscImportJob *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_JOB (self), 0);

  return self->n_imported;
}

/**
 * asc_import_job_get_n_known:
 * @self: a job
 *
 * Returns: number of files whose very text the project has already
 */
guint
asc_import_job_get_n_known (AscImportJob *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_JOB (self), 0);

  return self->n_known;
}

/**
 * asc_import_job_get_problems:
 * @self: a job
 *
 * Returns: (transfer none): the files that could not be imported, and why
 */
AscProblemList *
asc_import_job_get_problems (AscImportJob *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_JOB (self), NULL);

  return self->problems;
}

/**
 * asc_import_job_get_first:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): the article to show
 */
AscArticle *
asc_import_job_get_first (AscImportJob *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_JOB (self), NULL);

  return self->first;
}
