/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-export-run.h"

#include "asc-corpus.h"
#include "asc-export-target.h"
#include "asc-layer-reader.h"

struct _AscExportRun
{
  GObject           parent_instance;

  GFile            *folder;
  AscExporter      *exporter;
  AscExportOptions *options;

  /* Made by the first step. */
  AscCorpus        *corpus;
  AscExportContext  context;
  GStrv             coders;
  AscLossReport    *losses;

  /* Progress: written by the thread that runs a step, read by anybody. */
  GMutex            mutex;
  GMainContext     *notify_context;   /* of an asynchronous step, else NULL */
  double            fraction;
  guint             n_articles;
  guint             n_annotations;
  gint64            next_notify;      /* monotonic time, so that a fast export does not notify a thousand times a second */
  guint             n_left_out[ASC_STATE_SET_ASIDE + 1];
  GPtrArray        *problems;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_N_ARTICLES,
  PROP_N_ANNOTATIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscExportRun, asc_export_run, G_TYPE_OBJECT)

static gboolean
notify_progress (gpointer data)
{
  GObject *object = data;

  g_object_freeze_notify (object);
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (object, properties[i]);
  g_object_thaw_notify (object);

  return G_SOURCE_REMOVE;
}

static void
set_progress (AscExportRun   *self,
              AscLayerReader *reader,
              guint           n_articles,
              guint           n_annotations,
              gboolean        is_end)
{
  guint n_layers = asc_layer_reader_get_n_layers (reader);
  gint64 now = g_get_monotonic_time ();

  g_mutex_lock (&self->mutex);
  self->fraction = n_layers > 0 ? (double) asc_layer_reader_get_position (reader) / n_layers : 1.0;
  self->n_articles = n_articles;
  self->n_annotations = n_annotations;
  g_mutex_unlock (&self->mutex);

  if (!is_end && now < self->next_notify)
    return;

  self->next_notify = now + G_TIME_SPAN_SECOND / 20;
  if (self->notify_context != NULL)
    {
      /* Not g_main_context_invoke (): that runs the function right here, in the thread, while nobody iterates the context. */
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, notify_progress, g_object_ref (self), g_object_unref);
      g_source_attach (source, self->notify_context);
    }
  else
    notify_progress (self);
}

static gboolean
set_coders (AscExportRun  *self,
            GError       **error)
{
  const char *coder = asc_export_options_get_coder (self->options);
  const char * const *all = asc_corpus_get_coders (self->corpus);
  g_autoptr (AscProblem) problem = NULL;

  switch (asc_export_options_get_coders (self->options))
    {
    case ASC_EXPORT_EACH_CODER:
      self->coders = g_strdupv ((GStrv) all);
      return TRUE;
    case ASC_EXPORT_GOLD:
      coder = asc_project_get_gold_coder (asc_corpus_get_project (self->corpus));
      break;
    case ASC_EXPORT_CODER:
    default:
      if (coder == NULL && g_strv_length ((GStrv) all) == 1)
        coder = all[0];
      break;
    }

  if (coder != NULL && asc_corpus_get_layers (self->corpus, coder) != NULL)
    {
      self->coders = g_strdupv ((GStrv) (const char *[]) { coder, NULL });
      return TRUE;
    }

  {
    g_autofree char *path = g_build_filename ("annotations", coder, NULL);

    problem = asc_problem_new (ASC_STORE_ERROR_NOT_FOUND, path, NULL, "coder");
  }
  asc_problem_to_error (problem, error);

  return FALSE;
}

/* Opens the folder once. A project file that is wrong makes names and order of classes wrong, so it stops the export. */
static gboolean
open_corpus (AscExportRun  *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  AscProject *project;

  if (self->corpus != NULL)
    return TRUE;

  self->corpus = asc_corpus_open (self->folder, problems, cancellable, error);
  if (self->corpus == NULL)
    return FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const AscProblem *problem = g_ptr_array_index (problems, i);

      if (strchr (problem->path, '/') == NULL)
        {
          asc_problem_to_error (problem, error);
          g_clear_object (&self->corpus);
          return FALSE;
        }
    }
  g_ptr_array_extend_and_steal (self->problems, g_steal_pointer (&problems));

  project = asc_corpus_get_project (self->corpus);
  self->context.project_name = asc_project_get_name (project);
  self->context.language = asc_project_get_language (project);
  self->context.gold_coder = asc_project_get_gold_coder (project);
  self->context.codebook = asc_project_get_codebook (project);
  self->context.actors = asc_project_get_actors (project);
  self->context.options = self->options;
  self->context.as_folder = asc_exporter_get_extension (self->exporter) == NULL
                            || (asc_exporter_get_folder (self->exporter) && asc_export_options_get_as_folder (self->options));

  if (!set_coders (self, error))
    {
      g_clear_object (&self->corpus);
      return FALSE;
    }

  return TRUE;
}

typedef gboolean (* LayerFunc) (AscExportRun *self, const AscExportLayer *layer, GError **error);

/* Both steps are this: every layer once, in order. */
static gboolean
for_each_layer (AscExportRun  *self,
                LayerFunc      func,
                gboolean       is_first,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (AscLayerReader) reader = asc_layer_reader_new (self->corpus, &self->context, (const char * const *) self->coders);
  g_autofree char *last_article = NULL;
  guint n_articles = 0;
  guint n_annotations = 0;

  self->next_notify = 0;
  for (;;)
    {
      const AscExportLayer *layer;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !asc_layer_reader_next (reader, &layer, error))
        return FALSE;
      if (layer == NULL)
        break;
      if (!func (self, layer, error))
        return FALSE;

      if (g_set_str (&last_article, asc_article_get_id (layer->article)))
        n_articles++;
      n_annotations += layer->annotations->len;
      set_progress (self, reader, n_articles, n_annotations, FALSE);
    }

  set_progress (self, reader, n_articles, n_annotations, TRUE);
  for (guint state = 0; state <= ASC_STATE_SET_ASIDE; state++)
    self->n_left_out[state] = asc_layer_reader_get_n_left_out (reader, state);

  if (is_first)
    g_ptr_array_extend_and_steal (self->problems, g_ptr_array_ref (asc_layer_reader_get_problems (reader)));

  return TRUE;
}

static gboolean
prepare_layer (AscExportRun          *self,
               const AscExportLayer  *layer,
               GError               **error)
{
  asc_exporter_prepare (self->exporter, layer, self->losses);

  return TRUE;
}

static gboolean
write_layer (AscExportRun          *self,
             const AscExportLayer  *layer,
             GError               **error)
{
  return asc_exporter_write (self->exporter, layer, error);
}

static gboolean
ensure_prepared (AscExportRun  *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  if (self->losses != NULL)
    return TRUE;
  if (!asc_exporter_check_options (self->exporter, self->options, error) || !open_corpus (self, cancellable, error))
    return FALSE;

  self->losses = asc_loss_report_new ();
  if (for_each_layer (self, prepare_layer, TRUE, cancellable, error))
    return TRUE;

  g_clear_object (&self->losses);

  return FALSE;
}

static gboolean
write_everything (AscExportRun   *self,
                  GOutputStream  *output,
                  GFile          *folder,
                  GCancellable   *cancellable,
                  GError        **error)
{
  return asc_exporter_begin (self->exporter, &self->context, output, folder, error)
         && for_each_layer (self, write_layer, FALSE, cancellable, error)
         && asc_exporter_end (self->exporter, error);
}

static void
asc_export_run_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AscExportRun *self = ASC_EXPORT_RUN (object);

  g_mutex_lock (&self->mutex);
  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->n_annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  g_mutex_unlock (&self->mutex);
}

static void
asc_export_run_finalize (GObject *object)
{
  AscExportRun *self = ASC_EXPORT_RUN (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->exporter);
  g_clear_object (&self->options);
  g_clear_object (&self->corpus);
  g_clear_object (&self->losses);
  g_clear_pointer (&self->coders, g_strfreev);
  g_clear_pointer (&self->notify_context, g_main_context_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (asc_export_run_parent_class)->finalize (object);
}

static void
asc_export_run_class_init (AscExportRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asc_export_run_get_property;
  object_class->finalize = asc_export_run_finalize;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ANNOTATIONS] = g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_export_run_init (AscExportRun *self)
{
  g_mutex_init (&self->mutex);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

/**
 * asc_export_run_new:
 * @project_folder: a project
 * @exporter: a new exporter
 * @options: what to export
 *
 * Returns: (transfer full): a run that has read nothing yet
 */
AscExportRun *
asc_export_run_new (GFile            *project_folder,
                    AscExporter      *exporter,
                    AscExportOptions *options)
{
  AscExportRun *self;

  g_return_val_if_fail (G_IS_FILE (project_folder), NULL);
  g_return_val_if_fail (ASC_IS_EXPORTER (exporter), NULL);
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (options), NULL);

  self = g_object_new (ASC_TYPE_EXPORT_RUN, NULL);
  self->folder = g_object_ref (project_folder);
  self->exporter = g_object_ref (exporter);
  self->options = g_object_ref (options);

  return self;
}

/**
 * asc_export_run_prepare:
 * @self: a run
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads everything once, checks every quote, and counts what the format cannot carry. Nothing is written.
 *
 * Returns: (transfer full) (nullable): what would be lost; %NULL with an error when the corpus cannot be exported
 */
AscLossReport *
asc_export_run_prepare (AscExportRun  *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), NULL);

  return ensure_prepared (self, cancellable, error) ? g_object_ref (self->losses) : NULL;
}

/**
 * asc_export_run_write:
 * @self: a run
 * @destination: a file; a folder for a format that can only be one, and for one that can when #AscExportOptions:as-folder is set
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Writes beside @destination and puts the result in its place at the end; when anything fails, or is cancelled, @destination is as it was.
 *
 * Returns: whether everything was written
 */
gboolean
asc_export_run_write (AscExportRun  *self,
                      GFile         *destination,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (AscExportTarget) target = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (destination), FALSE);

  if (!ensure_prepared (self, cancellable, error))
    return FALSE;

  target = asc_export_target_new (destination, self->context.as_folder, error);
  if (target == NULL)
    return FALSE;

  if (!write_everything (self, asc_export_target_get_output (target), asc_export_target_get_folder (target), cancellable, &local_error))
    {
      asc_export_target_map_error (destination, local_error, error);
      return FALSE;
    }

  return asc_export_target_commit (target, error);
}

/**
 * asc_export_run_write_stream:
 * @self: a run
 * @output: where to write; it is flushed, not closed
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * For a pipe. The format must be one of a single file. Everything is checked before the first byte.
 *
 * Returns: whether everything was written
 */
gboolean
asc_export_run_write_stream (AscExportRun   *self,
                             GOutputStream  *output,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), FALSE);
  g_return_val_if_fail (asc_exporter_get_extension (self->exporter) != NULL, FALSE);

  return ensure_prepared (self, cancellable, error)
         && write_everything (self, output, NULL, cancellable, error)
         && g_output_stream_flush (output, cancellable, error);
}

static void
begin_async (AscExportRun *self,
             GTask        *task)
{
  g_clear_pointer (&self->notify_context, g_main_context_unref);
  self->notify_context = g_main_context_ref (g_task_get_context (task));
}

static void
prepare_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  AscLossReport *losses = asc_export_run_prepare (source_object, cancellable, &error);

  if (losses != NULL)
    g_task_return_pointer (task, losses, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
asc_export_run_prepare_async (AscExportRun        *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ASC_IS_EXPORT_RUN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_export_run_prepare_async);
  begin_async (self, task);
  g_task_run_in_thread (task, prepare_in_thread);
}

AscLossReport *
asc_export_run_prepare_finish (AscExportRun  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (asc_export_run_write (source_object, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
asc_export_run_write_async (AscExportRun        *self,
                            GFile               *destination,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ASC_IS_EXPORT_RUN (self));
  g_return_if_fail (G_IS_FILE (destination));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, asc_export_run_write_async);
  g_task_set_task_data (task, g_object_ref (destination), g_object_unref);
  begin_async (self, task);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
asc_export_run_write_finish (AscExportRun  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
asc_export_run_get_n_articles (AscExportRun *self)
{
  guint n;

  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), 0);

  g_mutex_lock (&self->mutex);
  n = self->n_articles;
  g_mutex_unlock (&self->mutex);

  return n;
}

guint
asc_export_run_get_n_annotations (AscExportRun *self)
{
  guint n;

  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), 0);

  g_mutex_lock (&self->mutex);
  n = self->n_annotations;
  g_mutex_unlock (&self->mutex);

  return n;
}

/**
 * asc_export_run_get_n_left_out:
 * @self: a run that has prepared or written
 * @state: a state
 *
 * Returns: how many layers were left out because of it
 */
guint
asc_export_run_get_n_left_out (AscExportRun *self,
                               AscState      state)
{
  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), 0);
  g_return_val_if_fail (state <= ASC_STATE_SET_ASIDE, 0);

  return self->n_left_out[state];
}

/**
 * asc_export_run_get_problems:
 * @self: a run that has prepared
 *
 * Returns: (transfer none) (element-type AscProblem): what is wrong with the corpus and stops nothing
 */
GPtrArray *
asc_export_run_get_problems (AscExportRun *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_RUN (self), NULL);

  return self->problems;
}
