/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-layer-reader.h"

#include "asc-store-error.h"

#define MAX_THREADS 8

typedef struct
{
  const char *article;
  const char *coder;
} Entry;

/* One layer in the making. The thread that reads it owns it until @done is set; then the reader does. */
typedef struct
{
  Entry           entry;
  gboolean        done;       /* by the reader's mutex */
  AscExportLayer  layer;
  gboolean        left_out;
  GPtrArray      *problems;   /* (element-type AscProblem) */
  GError         *error;
} Slot;

struct _AscLayerReader
{
  AscCorpus              *corpus;
  const AscExportContext *context;
  GStrv                   coders;
  GArray                 *entries;    /* (element-type Entry) in the order they are handed out */
  guint                   position;   /* of the next entry to hand out */
  guint                   n_started;  /* entries given to the pool */

  Slot                   *slots;      /* entry i is read in slot i % n_slots */
  guint                   n_slots;
  GThreadPool            *pool;
  GMutex                  mutex;
  GCond                   done;

  GPtrArray              *problems;
  guint                   n_left_out[ASC_STATE_SET_ASIDE + 1];
};

static gboolean
is_wanted_origin (AscExportOptions *options,
                  AscOrigin         origin)
{
  switch (origin)
    {
    case ASC_ORIGIN_SUGGESTED:
      return asc_export_options_get_include_suggested (options);
    case ASC_ORIGIN_IMPORTED:
      return asc_export_options_get_include_imported (options);
    case ASC_ORIGIN_MANUAL:
    case ASC_ORIGIN_ACCEPTED:
    default:
      return TRUE;
    }
}

static gboolean
is_wanted_state (AscExportOptions *options,
                 AscState          state)
{
  switch (state)
    {
    case ASC_STATE_SET_ASIDE:
      return FALSE;
    case ASC_STATE_UNREAD:
      return asc_export_options_get_all_states (options);
    case ASC_STATE_READING:
    case ASC_STATE_DONE:
    case ASC_STATE_DONE_NO_CLAIMS:
    default:
      return TRUE;
    }
}

/* Whether the program cannot vouch for what it would write. A relation without an end, a label the codebook lacks, or an article's bad
 * metadata, is only told. */
static gboolean
is_fatal (const AscProblem *problem)
{
  return g_str_has_prefix (problem->path, "annotations/")
         && problem->code != ASC_STORE_ERROR_DANGLING
         && problem->code != ASC_STORE_ERROR_DUPLICATE
         && problem->code != ASC_STORE_ERROR_UNKNOWN_LABEL;
}

/* The self-check: what stands at each span is what its quote says. */
static gboolean
check_quotes (const AscExportLayer  *layer,
              GError               **error)
{
  AscText *text = asc_article_get_text (layer->article);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscSpanSet *spans = asc_annotation_get_spans (annotation);
      const char * const *quote = asc_annotation_get_quote (annotation);
      guint n_spans = asc_span_set_get_n_spans (spans);

      for (guint j = 0; j < n_spans; j++)
        {
          const AscSpan *span = asc_span_set_get_span (spans, j);
          g_autofree char *path = NULL;
          g_autoptr (AscProblem) problem = NULL;

          if (quote[j] != NULL && span->end <= asc_text_get_length (text) && asc_text_matches (text, span, quote[j]))
            continue;

          path = g_strdup_printf ("annotations/%s/%s.json", layer->coder, asc_article_get_id (layer->article));
          problem = asc_problem_new (ASC_STORE_ERROR_ORPHANED, path, NULL, "%s [%u, %u]", asc_annotation_get_id (annotation), span->start, span->end);
          asc_problem_to_error (problem, error);
          return FALSE;
        }
    }

  return TRUE;
}

static void
fill_layer (AscExportLayer   *layer,
            AscExportOptions *options)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (layer->set);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = asc_annotation_set_get_n (layer->set);

  layer->annotations = g_ptr_array_new_full (n, g_object_unref);
  layer->relations = g_ptr_array_new_full (relations->len, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (layer->set, i);

      if (!is_wanted_origin (options, asc_annotation_get_origin (annotation)))
        continue;

      g_ptr_array_add (layer->annotations, g_object_ref (annotation));
      g_hash_table_add (ids, (gpointer) asc_annotation_get_id (annotation));
    }

  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      if (g_hash_table_contains (ids, asc_relation_get_from (relation)) && g_hash_table_contains (ids, asc_relation_get_to (relation)))
        g_ptr_array_add (layer->relations, g_object_ref (relation));
    }
}

static void
read_slot (AscLayerReader *self,
           Slot           *slot)
{
  slot->layer.context = self->context;
  slot->layer.coder = slot->entry.coder;

  slot->layer.article = asc_corpus_read_article (self->corpus, slot->entry.article, slot->problems, &slot->error);
  if (slot->layer.article == NULL)
    return;

  slot->layer.set = asc_corpus_read_layer (self->corpus, slot->layer.article, slot->entry.coder, slot->problems, &slot->error);
  if (slot->layer.set == NULL)
    return;

  slot->layer.state = asc_annotation_set_get_state (slot->layer.set);
  slot->left_out = !is_wanted_state (self->context->options, slot->layer.state);
  if (slot->left_out)
    return;

  for (guint i = 0; i < slot->problems->len; i++)
    if (is_fatal (g_ptr_array_index (slot->problems, i)))
      {
        asc_problem_to_error (g_ptr_array_index (slot->problems, i), &slot->error);
        return;
      }

  fill_layer (&slot->layer, self->context->options);
  check_quotes (&slot->layer, &slot->error);
}

static void
read_in_thread (gpointer data,
                gpointer user_data)
{
  AscLayerReader *self = user_data;
  Slot *slot = data;

  read_slot (self, slot);

  g_mutex_lock (&self->mutex);
  slot->done = TRUE;
  g_cond_broadcast (&self->done);
  g_mutex_unlock (&self->mutex);
}

static void
clear_slot (Slot *slot)
{
  g_clear_object (&slot->layer.article);
  g_clear_object (&slot->layer.set);
  g_clear_pointer (&slot->layer.annotations, g_ptr_array_unref);
  g_clear_pointer (&slot->layer.relations, g_ptr_array_unref);
  g_clear_pointer (&slot->problems, g_ptr_array_unref);
  g_clear_error (&slot->error);
  memset (slot, 0, sizeof *slot);
}

static void
start_reading (AscLayerReader *self)
{
  while (self->n_started < self->entries->len && self->n_started < self->position + self->n_slots)
    {
      Slot *slot = &self->slots[self->n_started % self->n_slots];

      clear_slot (slot);
      slot->entry = g_array_index (self->entries, Entry, self->n_started);
      slot->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_thread_pool_push (self->pool, slot, NULL);
      self->n_started++;
    }
}

static Slot *
wait_for_next (AscLayerReader *self)
{
  Slot *slot = &self->slots[self->position % self->n_slots];

  g_mutex_lock (&self->mutex);
  while (!slot->done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return slot;
}

/**
 * asc_layer_reader_new:
 * @corpus: a corpus
 * @context: codebook and options
 * @coders: whose layers, sorted
 *
 * Without %AscExportOptions:all-states an article that a coder has no file for is not read at all.
 *
 * Returns: (transfer full): a reader before the first layer
 */
AscLayerReader *
asc_layer_reader_new (AscCorpus              *corpus,
                      const AscExportContext *context,
                      const char * const     *coders)
{
  AscLayerReader *self;
  const char * const *articles;
  guint n_threads = CLAMP (g_get_num_processors (), 1, MAX_THREADS);

  g_return_val_if_fail (ASC_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail (context != NULL && coders != NULL, NULL);

  self = g_new0 (AscLayerReader, 1);
  self->corpus = g_object_ref (corpus);
  self->context = context;
  self->coders = g_strdupv ((GStrv) coders);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);

  articles = asc_corpus_get_articles (corpus);
  for (gsize i = 0; articles[i] != NULL; i++)
    for (gsize j = 0; self->coders[j] != NULL; j++)
      {
        Entry entry = { articles[i], self->coders[j] };

        if (asc_export_options_get_all_states (context->options) || asc_corpus_has_layer (corpus, entry.article, entry.coder))
          g_array_append_val (self->entries, entry);
      }

  self->n_slots = 2 * n_threads;
  self->slots = g_new0 (Slot, self->n_slots);
  self->pool = g_thread_pool_new (read_in_thread, self, (int) n_threads, FALSE, NULL);

  return self;
}

void
asc_layer_reader_free (AscLayerReader *self)
{
  /* Not yet begun layers are dropped, those being read are waited for. */
  g_thread_pool_free (self->pool, TRUE, TRUE);
  for (guint i = 0; i < self->n_slots; i++)
    clear_slot (&self->slots[i]);

  g_free (self->slots);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->problems);
  g_strfreev (self->coders);
  g_object_unref (self->corpus);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}

/**
 * asc_layer_reader_next:
 * @self: a reader
 * @layer: (out) (nullable) (transfer none): the next layer, %NULL at the end; valid until the next call
 * @error: return location
 *
 * Returns: %FALSE when the next layer cannot be exported
 */
gboolean
asc_layer_reader_next (AscLayerReader        *self,
                       const AscExportLayer **layer,
                       GError               **error)
{
  g_return_val_if_fail (layer != NULL, FALSE);

  *layer = NULL;
  for (;;)
    {
      Slot *slot;

      start_reading (self);
      if (self->position == self->entries->len)
        return TRUE;

      slot = wait_for_next (self);
      if (slot->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&slot->error));
          return FALSE;
        }

      self->position++;
      if (slot->left_out)
        {
          self->n_left_out[slot->layer.state]++;
          continue;
        }

      g_ptr_array_extend_and_steal (self->problems, g_steal_pointer (&slot->problems));
      *layer = &slot->layer;
      return TRUE;
    }
}

guint
asc_layer_reader_get_n_layers (AscLayerReader *self)
{
  return self->entries->len;
}

guint
asc_layer_reader_get_position (AscLayerReader *self)
{
  return self->position;
}

guint
asc_layer_reader_get_n_left_out (AscLayerReader *self,
                                 AscState        state)
{
  g_return_val_if_fail (state <= ASC_STATE_SET_ASIDE, 0);

  return self->n_left_out[state];
}

GPtrArray *
asc_layer_reader_get_problems (AscLayerReader *self)
{
  return self->problems;
}
