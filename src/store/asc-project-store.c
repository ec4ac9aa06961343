/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-project-store-private.h"

#include "asc-file-io.h"
#include "asc-id.h"

G_DEFINE_FINAL_TYPE (AscProjectStore, asc_project_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FOLDER,
  PROP_PROJECT,
  PROP_HISTORY,
  PROP_SAVING,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  PROBLEM,
  SAVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static char *
relative_path (AscStoreFile  which,
               const char   *coder,
               const char   *article)
{
  switch (which)
    {
    case ASC_STORE_ANNOTATIONS:
      return g_strconcat ("annotations/", coder, "/", article, ".json", NULL);
    case ASC_STORE_ACTORS:
      return g_strdup ("actors.json");
    case ASC_STORE_CODEBOOK:
      return g_strdup ("codebook.json");
    case ASC_STORE_PROJECT:
      return g_strdup ("project.json");
    case ASC_STORE_ARTICLE:
      return g_strconcat ("articles/", article, ".json", NULL);
    default:
      g_assert_not_reached ();
    }
}

/* Names that no coder can have stand for what is not one coder's. */
static char *
snapshot_path (AscStoreFile  which,
               const char   *coder,
               const char   *article)
{
  switch (which)
    {
    case ASC_STORE_ANNOTATIONS:
      return g_strconcat (".snapshots/", coder, "/", article, NULL);
    case ASC_STORE_ACTORS:
      return g_strdup (".snapshots/.project/actors");
    case ASC_STORE_CODEBOOK:
      return g_strdup (".snapshots/.project/codebook");
    case ASC_STORE_PROJECT:
      return g_strdup (".snapshots/.project/project");
    case ASC_STORE_ARTICLE:
      return g_strconcat (".snapshots/.articles/", article, NULL);
    default:
      g_assert_not_reached ();
    }
}

static const AscDocumentKind *
kind_of (AscStoreFile which)
{
  switch (which)
    {
    case ASC_STORE_ANNOTATIONS:
      return &asc_annotation_document;
    case ASC_STORE_ACTORS:
      return &asc_actor_document;
    case ASC_STORE_CODEBOOK:
      return &asc_codebook_document;
    case ASC_STORE_PROJECT:
      return &asc_project_document;
    case ASC_STORE_ARTICLE:
      return &asc_article_document;
    default:
      g_assert_not_reached ();
    }
}

static void
on_annotation_changed (AscAnnotationSet *set,
                       AscAnnotation    *before,
                       AscAnnotation    *after,
                       AscDocument      *document)
{
  if (after == NULL && before != NULL)
    g_hash_table_add (document->removed, g_strdup (asc_annotation_get_id (before)));
}

static void
on_set_gone (gpointer  data,
             GObject  *set)
{
  AscProjectStore *self = data;
  AscDocument *document = g_hash_table_lookup (self->by_model, set);
  AscArticle *article;

  g_assert (document != NULL);

  /* A set that has changes is held, so there are none. */
  article = g_object_ref (document->article);
  document->model = NULL;
  g_hash_table_remove (self->by_model, set);
  asc_project_store_drop_document (self, document);
  asc_project_store_leave_text (self, article);
  g_object_unref (article);
}

static void
asc_project_store_dispose (GObject *object)
{
  AscProjectStore *self = ASC_PROJECT_STORE (object);

  if (self->queue != NULL)
    {
      asc_project_store_stop_watching (self);
      asc_project_store_stop_summaries (self);
      asc_project_store_stop_saving (self);
    }
  if (self->by_model != NULL)
    {
      GHashTableIter iter;
      gpointer model, value;

      g_hash_table_iter_init (&iter, self->by_model);
      while (g_hash_table_iter_next (&iter, &model, &value))
        {
          AscDocument *document = value;

          if (document->kind != &asc_annotation_document)
            continue;
          g_object_weak_unref (model, on_set_gone, self);
          g_signal_handlers_disconnect_by_func (model, on_annotation_changed, document);
        }
    }
  g_clear_pointer (&self->by_model, g_hash_table_unref);
  g_clear_pointer (&self->by_path, g_hash_table_unref);
  g_clear_pointer (&self->text_users, g_hash_table_unref);
  g_clear_object (&self->history);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (asc_project_store_parent_class)->dispose (object);
}

static void
asc_project_store_finalize (GObject *object)
{
  AscProjectStore *self = ASC_PROJECT_STORE (object);

  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->failed, g_ptr_array_unref);
  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_clear_pointer (&self->summary_ids, g_hash_table_unref);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_error (&self->last_error);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (asc_project_store_parent_class)->finalize (object);
}

static void
asc_project_store_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AscProjectStore *self = ASC_PROJECT_STORE (object);

  switch (prop_id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_project_store_class_init (AscProjectStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = asc_project_store_dispose;
  object_class->finalize = asc_project_store_finalize;
  object_class->get_property = asc_project_store_get_property;

  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ASC_TYPE_PROJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, ASC_TYPE_HISTORY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Something is not on the disk yet. */
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AscProjectStore::problem:
   * @problem: (type gpointer): an AscProblem
   *
   * A file could not be read or written, or was changed by another program in a way that needs a look.
   */
  signals[PROBLEM] = g_signal_new ("problem", ASC_TYPE_PROJECT_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * AscProjectStore::saved:
   *
   * All changes are on the disk.
   */
  signals[SAVED] = g_signal_new ("saved", ASC_TYPE_PROJECT_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asc_project_store_init (AscProjectStore *self)
{
  self->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) asc_document_unref);
  self->by_model = g_hash_table_new (NULL, NULL);
  self->text_users = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_document_unref);
  self->failed = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_document_unref);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_document_unref);
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->summary_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static AscDocument *
add_document (AscProjectStore *self,
              AscStoreFile     which,
              GObject         *model,
              GBytes          *bytes,
              gboolean         broken)
{
  AscDocument *document = asc_project_store_document (self, which, NULL, NULL, model);

  document->base = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  document->base_known = TRUE;
  document->broken = broken;
  return document;
}

/**
 * asc_project_store_new_opened:
 * @opening: what was read of a folder
 *
 * Returns: (transfer full): its store, in the thread that is to use it
 */
AscProjectStore *
asc_project_store_new_opened (AscOpening *opening)
{
  AscProjectStore *self = g_object_new (ASC_TYPE_PROJECT_STORE, NULL);
  AscProject *project = opening->project;

  self->folder = g_object_ref (opening->folder);
  self->project = g_object_ref (project);
  self->history = asc_history_new ();
  self->read_only = opening->read_only;
  self->coder_listed = opening->coder_listed;
  self->seen_codebook = asc_project_get_codebook (project);

  add_document (self, ASC_STORE_ACTORS, G_OBJECT (asc_project_get_actors (project)), opening->actor_bytes, opening->actors_broken);
  self->codebook_document = add_document (self, ASC_STORE_CODEBOOK, G_OBJECT (project), opening->codebook_bytes, opening->codebook_broken);
  self->project_document = add_document (self, ASC_STORE_PROJECT, G_OBJECT (project), opening->project_bytes, opening->project_broken);

  asc_project_store_start_saving (self);
  asc_project_store_watch (self, "");
  asc_project_store_watch (self, "articles");
  return self;
}

/**
 * asc_project_store_file:
 * @self: a store
 * @which: which of its files
 * @coder: (nullable): for annotations
 * @article: (nullable): id, for annotations and articles
 *
 * Returns: (transfer full): the file
 */
GFile *
asc_project_store_file (AscProjectStore *self,
                        AscStoreFile     which,
                        const char      *coder,
                        const char      *article)
{
  g_autofree char *path = relative_path (which, coder, article);

  return g_file_resolve_relative_path (self->folder, path);
}

/**
 * asc_project_store_find_document:
 * @self: a store
 * @which: which of its files
 * @coder: (nullable): for annotations
 * @article: (nullable): id, for annotations and articles
 *
 * Returns: (transfer none) (nullable): the document of a file, when its model is in memory
 */
AscDocument *
asc_project_store_find_document (AscProjectStore *self,
                                 AscStoreFile     which,
                                 const char      *coder,
                                 const char      *article)
{
  g_autofree char *path = relative_path (which, coder, article);

  return g_hash_table_lookup (self->by_path, path);
}

/**
 * asc_project_store_document:
 * @self: a store
 * @which: which of its files
 * @coder: (nullable): for annotations
 * @article: (nullable): for annotations and articles
 * @model: what the file mirrors
 *
 * Returns: (transfer none): the document of a file, made when there is none; the set of an annotation document counts as
 *   a user of its article's text from then on
 */
AscDocument *
asc_project_store_document (AscProjectStore *self,
                            AscStoreFile     which,
                            const char      *coder,
                            AscArticle      *article,
                            GObject         *model)
{
  const char *id = article != NULL ? asc_article_get_id (article) : NULL;
  AscDocument *document = asc_project_store_find_document (self, which, coder, id);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) snapshots = NULL;
  g_autofree char *path = NULL;

  if (document != NULL)
    return document;

  file = asc_project_store_file (self, which, coder, id);
  path = snapshot_path (which, coder, id);
  snapshots = g_file_resolve_relative_path (self->folder, path);
  document = asc_document_new (kind_of (which), file, snapshots, model, self->project, self->history);
  g_hash_table_insert (self->by_path, relative_path (which, coder, id), document);
  if (which != ASC_STORE_CODEBOOK)
    g_hash_table_insert (self->by_model, model, document);
  if (which == ASC_STORE_ANNOTATIONS)
    {
      guint n_users = GPOINTER_TO_UINT (g_hash_table_lookup (self->text_users, article));

      document->article = g_object_ref (article);
      g_hash_table_insert (self->text_users, g_object_ref (article), GUINT_TO_POINTER (n_users + 1));
      g_object_weak_ref (model, on_set_gone, self);
      g_signal_connect (model, "annotation-changed", G_CALLBACK (on_annotation_changed), document);
    }
  return document;
}

/**
 * asc_project_store_drop_document:
 * @self: a store
 * @document: a document without changes
 *
 * Forgets what the file held.
 */
void
asc_project_store_drop_document (AscProjectStore *self,
                                 AscDocument     *document)
{
  g_autofree char *path = g_file_get_relative_path (self->folder, document->file);

  if (document->model != NULL)
    g_hash_table_remove (self->by_model, document->model);
  g_hash_table_remove (self->by_path, path);
}

void
asc_project_store_emit_problem (AscProjectStore  *self,
                                const AscProblem *problem)
{
  g_signal_emit (self, signals[PROBLEM], 0, problem);
}

void
asc_project_store_emit_saved (AscProjectStore *self)
{
  g_signal_emit (self, signals[SAVED], 0);
}

void
asc_project_store_set_saving (AscProjectStore *self,
                              gboolean         saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
move_problems (GPtrArray *from,
               GPtrArray *to)
{
  if (to != NULL)
    g_ptr_array_extend (to, from, (GCopyFunc) asc_problem_copy, NULL);
}

/**
 * asc_project_store_open:
 * @folder: the project's folder
 * @coder: (nullable): id of who works; %NULL for asc_project_store_default_coder()
 * @problems: (nullable) (element-type AscProblem): gets what is wrong with the files and could be passed over
 * @cancellable: (nullable): stops it
 * @error: NOT_FOUND when the folder is no project, UNREADABLE, FORMAT when @coder is no valid id
 *
 * Reads project.json, codebook.json, actors.json and guidelines.md and lists the articles; their texts and annotations are read when
 * they are asked for. A file that cannot be read is told as a problem, the rest is usable, and it is only replaced when the user changes
 * that very thing: then what was there is kept as "<name>.broken-<time>".
 *
 * Returns: (transfer full) (nullable): the open project
 */
AscProjectStore *
asc_project_store_open (GFile         *folder,
                        const char    *coder,
                        GPtrArray     *problems,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *default_coder = NULL;
  g_autoptr (AscOpening) opening = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (coder == NULL)
    coder = default_coder = asc_project_store_default_coder ();
  opening = asc_opening_read (folder, coder, cancellable, error);
  if (opening == NULL)
    return NULL;
  move_problems (opening->problems, problems);
  return asc_project_store_new_opened (opening);
}

typedef struct
{
  GFile *folder;
  char  *coder;
} OpenRequest;

static void
open_request_free (OpenRequest *request)
{
  g_object_unref (request->folder);
  g_free (request->coder);
  g_free (request);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  OpenRequest *request = data;
  GError *error = NULL;
  AscOpening *opening = asc_opening_read (request->folder, request->coder, cancellable, &error);

  if (opening == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, opening, (GDestroyNotify) asc_opening_free);
}

/**
 * asc_project_store_open_async:
 * @folder: the project's folder
 * @coder: (nullable): as in asc_project_store_open()
 * @cancellable: (nullable): stops it
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * asc_project_store_open() with the reading in a thread.
 */
void
asc_project_store_open_async (GFile               *folder,
                              const char          *coder,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenRequest *request;

  g_return_if_fail (G_IS_FILE (folder));

  request = g_new0 (OpenRequest, 1);
  request->folder = g_object_ref (folder);
  request->coder = coder != NULL ? g_strdup (coder) : asc_project_store_default_coder ();
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_project_store_open_async);
  g_task_set_task_data (task, request, (GDestroyNotify) open_request_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * asc_project_store_open_finish:
 * @result: what the callback got
 * @problems: (out) (optional) (transfer full) (element-type AscProblem): what is wrong with the files
 * @error: as in asc_project_store_open()
 *
 * Returns: (transfer full) (nullable): the open project
 */
AscProjectStore *
asc_project_store_open_finish (GAsyncResult  *result,
                               GPtrArray    **problems,
                               GError       **error)
{
  g_autoptr (AscOpening) opening = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opening = g_task_propagate_pointer (G_TASK (result), error);
  if (opening == NULL)
    return NULL;
  if (problems != NULL)
    *problems = g_ptr_array_ref (opening->problems);
  return asc_project_store_new_opened (opening);
}

/**
 * asc_project_store_get_folder:
 * @self: a store
 *
 * Returns: (transfer none): the project's folder
 */
GFile *
asc_project_store_get_folder (AscProjectStore *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), NULL);

  return self->folder;
}

/**
 * asc_project_store_get_project:
 * @self: a store
 *
 * Returns: (transfer none): the project
 */
AscProject *
asc_project_store_get_project (AscProjectStore *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), NULL);

  return self->project;
}

/**
 * asc_project_store_get_history:
 * @self: a store
 *
 * Returns: (transfer none): the gate for changes of the project: what goes through it is saved
 */
AscHistory *
asc_project_store_get_history (AscProjectStore *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), NULL);

  return self->history;
}

/**
 * asc_project_store_get_saving:
 * @self: a store
 *
 * Returns: whether a change is not on the disk yet
 */
gboolean
asc_project_store_get_saving (AscProjectStore *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), FALSE);

  return self->saving;
}

/**
 * asc_project_store_get_read_only:
 * @self: a store
 *
 * Returns: whether the folder cannot be written, or a newer program wrote the project: its sets refuse changes
 */
gboolean
asc_project_store_get_read_only (AscProjectStore *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT_STORE (self), FALSE);

  return self->read_only;
}

/**
 * asc_project_store_default_coder:
 *
 * Returns: (transfer full): a coder's id from the login name
 */
char *
asc_project_store_default_coder (void)
{
  g_autofree char *ascii = g_str_to_ascii (g_get_user_name (), NULL);

  return asc_id_from_title (ascii, "coder");
}
