/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-run.h"

#include "asc-file-io.h"
#include "asc-id.h"
#include "asc-import-convert.h"
#include "asc-import-names.h"

/* New articles are written together, so that the disk is waited for once for all of them. */
#define BATCH 64

/* An article between reading and writing. */
typedef struct
{
  AscImportArticle    *source;
  AscConvertedArticle *converted;
  AscArticle          *known;   /* the project's, when it has this text */
  gboolean             is_twin; /* of an earlier one that is not written yet: another coder's file */
} Item;

struct _AscImportRun
{
  GObject           parent_instance;

  AscProjectStore  *store;
  AscImporter      *importer;
  char             *coder;
  AscImportNames   *names;
  AscImportSummary  summary;
  GPtrArray        *problems;
  GPtrArray        *pending;    /* (element-type Item) */
  gboolean          failed;     /* the project could not be written */
};

G_DEFINE_FINAL_TYPE (AscImportRun, asc_import_run, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  Item *self = data;

  asc_import_article_free (self->source);
  asc_converted_article_free (self->converted);
  g_clear_object (&self->known);
  g_free (self);
}

static void
note_error (AscImportRun *self,
            const char   *path,
            const GError *error)
{
  g_ptr_array_add (self->problems, asc_store_error_from_gio (error, path, FALSE));
}

static void
note_lost (AscImportRun      *self,
           AscImportArticle  *source,
           AscStoreErrorCode  code,
           const char        *pointer,
           guint              line,
           const char        *detail)
{
  AscProblem *problem = asc_problem_new (code, source->path, pointer, "%s", detail);

  problem->line = line;
  g_ptr_array_add (self->problems, problem);
  self->summary.n_lost++;
}

/* The project's article of the same id, when it has the same text. */
static AscArticle *
find_known (AscImportRun *self,
            AscArticle   *article)
{
  AscProject *project = asc_project_store_get_project (self->store);
  AscArticle *known = asc_project_lookup_article (project, asc_article_get_id (article));
  g_autoptr (AscAnnotationSet) set = NULL;

  if (known == NULL)
    return NULL;

  set = asc_project_store_load (self->store, known, asc_project_get_coder (project), NULL, NULL);
  if (set == NULL || !g_str_equal (asc_text_get_sha256 (asc_article_get_text (known)), asc_text_get_sha256 (asc_article_get_text (article))))
    return NULL;

  return g_object_ref (known);
}

/* The article of the same id and text that is not written yet. */
static Item *
find_twin (AscImportRun *self,
           AscArticle   *article)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      Item *item = g_ptr_array_index (self->pending, i);

      if (!item->is_twin && item->known == NULL
          && g_strcmp0 (asc_article_get_id (item->converted->article), asc_article_get_id (article)) == 0
          && g_str_equal (asc_text_get_sha256 (asc_article_get_text (item->converted->article)), asc_text_get_sha256 (asc_article_get_text (article))))
        return item;
    }

  return NULL;
}

/* The values of each attribute, whose name may stand several times, in the codebook's words. */
static AscAttributes *
make_attributes (AscImportRun        *self,
                 AscImportAnnotation *annotation,
                 const char          *label)
{
  AscAttributes *attributes = asc_attributes_new ();

  for (guint i = 0; i < annotation->attributes->len; i++)
    {
      const AscImportAttribute *attribute = g_ptr_array_index (annotation->attributes, i);
      const char *name = asc_import_names_attribute (self->names, label, attribute->name);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) values = NULL;
      AscAttributes *with;

      if (asc_attributes_get (attributes, name) != NULL)
        continue;

      for (guint j = i; j < annotation->attributes->len; j++)
        {
          const AscImportAttribute *other = g_ptr_array_index (annotation->attributes, j);

          if (g_str_equal (other->name, attribute->name))
            g_strv_builder_add (builder, other->value);
        }
      values = g_strv_builder_end (builder);

      with = asc_attributes_with (attributes, name, asc_import_names_value (self->names, label, name, (const char * const *) values));
      asc_attributes_unref (attributes);
      attributes = with;
    }

  return attributes;
}

/* An actor that an annotation names and the register lacks. */
static void
add_actor (AscImportRun     *self,
           AscImportArticle *source,
           const char       *id,
           const char       *quote)
{
  AscActorRegister *actors = asc_project_get_actors (asc_project_store_get_project (self->store));
  AscActorValues values = { .id = (char *) id, .name = (char *) (quote != NULL ? quote : id) };
  g_autoptr (AscActor) actor = NULL;

  if (!asc_id_is_valid (id) || asc_actor_register_lookup (actors, id) != NULL)
    return;

  for (guint i = 0; i < source->actors->len; i++)
    {
      const AscImportActor *named = g_ptr_array_index (source->actors, i);

      if (g_str_equal (named->id, id) && named->name != NULL)
        values.name = named->name;
    }

  actor = asc_actor_new (&values);
  asc_history_put_actor (asc_project_store_get_history (self->store), actors, actor);
}

static void
add_actors (AscImportRun     *self,
            AscImportArticle *source,
            AscAnnotation    *annotation)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  const char * const *quote = asc_annotation_get_quote (annotation);

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      const char *name = asc_attributes_get_name (attributes, i);
      const char *id = asc_attributes_get_string (attributes, name);

      if (id != NULL && asc_import_names_is_actor (self->names, asc_annotation_get_label (annotation), name))
        add_actor (self, source, id, quote != NULL ? quote[0] : NULL);
    }
}

static AscAnnotation *
make_annotation (AscImportRun        *self,
                 AscAnnotationSet    *set,
                 AscImportAnnotation *annotation,
                 AscSpanSet          *spans)
{
  const char *label = asc_import_names_label (self->names, annotation->label);
  g_autoptr (AscAttributes) attributes = make_attributes (self, annotation, label);
  g_autofree char *id = annotation->key != NULL && asc_id_is_valid (annotation->key)
                        && asc_annotation_set_lookup (set, annotation->key) == NULL ? g_strdup (annotation->key) : asc_id_new ();

  return g_object_new (ASC_TYPE_ANNOTATION,
                       "id", id,
                       "label", label,
                       "spans", spans,
                       "attributes", attributes,
                       "note", annotation->note,
                       "origin", ASC_ORIGIN_IMPORTED,
                       "modified", g_get_real_time () / G_USEC_PER_SEC,
                       NULL);
}

/* Puts the annotations of a layer into @set; @ids gets what the file calls each of them → its id. */
static void
put_annotations (AscImportRun     *self,
                 Item             *item,
                 AscImportLayer   *layer,
                 guint             first_span,
                 AscAnnotationSet *set,
                 GHashTable       *ids)
{
  AscHistory *history = asc_project_store_get_history (self->store);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscImportAnnotation *source = g_ptr_array_index (layer->annotations, i);
      AscSpanSet *spans = g_ptr_array_index (item->converted->spans, first_span + i);
      g_autoptr (AscAnnotation) annotation = NULL;
      AscAnnotation *same;
      const char *id;

      if (spans == NULL)
        continue;

      annotation = make_annotation (self, set, source, spans);
      id = asc_annotation_get_id (annotation);
      same = asc_annotation_set_find_same (set, asc_annotation_get_label (annotation), spans);
      if (same != NULL)
        {
          note_lost (self, item->source, ASC_STORE_ERROR_DUPLICATE, source->pointer, source->line, source->key != NULL ? source->key : source->label);
          id = asc_annotation_get_id (same);
        }
      else if (asc_history_put_annotation (history, set, annotation))
        {
          self->summary.n_annotations++;
          add_actors (self, item->source, asc_annotation_set_lookup (set, id));
        }
      if (source->key != NULL)
        g_hash_table_insert (ids, g_strdup (source->key), g_strdup (id));
    }
}

static void
put_relations (AscImportRun     *self,
               Item             *item,
               AscImportLayer   *layer,
               AscAnnotationSet *set,
               GHashTable       *ids)
{
  AscHistory *history = asc_project_store_get_history (self->store);

  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscImportRelation *source = g_ptr_array_index (layer->relations, i);
      const char *from = g_hash_table_lookup (ids, source->from);
      const char *to = g_hash_table_lookup (ids, source->to);
      g_autoptr (AscRelation) relation = NULL;
      const char *type;

      if (from == NULL || to == NULL)
        {
          note_lost (self, item->source, ASC_STORE_ERROR_DANGLING, source->pointer, source->line, from == NULL ? source->from : source->to);
          continue;
        }

      type = asc_import_names_relation (self->names, source->type,
                                        asc_annotation_get_label (asc_annotation_set_lookup (set, from)),
                                        asc_annotation_get_label (asc_annotation_set_lookup (set, to)));
      relation = asc_relation_new (NULL, type, from, to);
      if (asc_history_put_relation (history, set, relation))
        self->summary.n_relations++;
      else
        note_lost (self, item->source, ASC_STORE_ERROR_DUPLICATE, source->pointer, source->line, source->type);
    }
}

/* A coder's name as files can be called. */
static char *
coder_of (AscImportRun   *self,
          AscImportLayer *layer)
{
  if (layer->coder == NULL)
    return g_strdup (self->coder);

  return asc_id_is_valid (layer->coder) ? g_strdup (layer->coder) : asc_id_from_title (layer->coder, self->coder);
}

static void
put_layer (AscImportRun   *self,
           Item           *item,
           AscArticle     *article,
           AscImportLayer *layer,
           guint           first_span)
{
  AscHistory *history = asc_project_store_get_history (self->store);
  g_autofree char *coder = coder_of (self, layer);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscAnnotationSet) set = asc_project_store_load (self->store, article, coder, self->problems, &error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (set == NULL)
    {
      note_error (self, item->source->path, error);
      return;
    }
  if (asc_annotation_set_get_n (set) > 0)
    {
      g_autofree char *path = g_strdup_printf ("annotations/%s/%s.json", coder, asc_article_get_id (article));

      g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_EXISTS, path, NULL, NULL));
      self->summary.n_lost += layer->annotations->len + layer->relations->len;
      return;
    }

  asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
  put_annotations (self, item, layer, first_span, set, ids);
  put_relations (self, item, layer, set, ids);
  asc_history_set_state (history, set, layer->state, 0);
  asc_history_end (history);
}

static void
put_layers (AscImportRun *self,
            Item         *item,
            AscArticle   *article)
{
  AscProject *project = asc_project_store_get_project (self->store);
  AscHistory *history = asc_project_store_get_history (self->store);
  g_autoptr (AscCodebook) codebook = NULL;
  guint first_span = 0;

  for (guint i = 0; i < item->source->layers->len; i++)
    {
      AscImportLayer *layer = g_ptr_array_index (item->source->layers, i);

      put_layer (self, item, article, layer, first_span);
      first_span += layer->annotations->len;
    }

  codebook = asc_import_names_take_codebook (self->names);
  if (codebook != NULL)
    asc_history_set_codebook (history, project, codebook);
}

/* What came last is written, and its steps are forgotten: undoing the annotations of an import and keeping its articles would be no use to anybody. */
static gboolean
write_pending (AscImportRun  *self,
               GError       **error)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);   /* (element-type Item guint) → its article in @added */

  for (guint i = 0; i < self->pending->len; i++)
    {
      Item *item = g_ptr_array_index (self->pending, i);

      if (item->known != NULL)
        continue;
      g_hash_table_insert (places, item, GUINT_TO_POINTER (item->is_twin ? GPOINTER_TO_UINT (g_hash_table_lookup (places, find_twin (self, item->converted->article)))
                                                                          : added->len));
      if (!item->is_twin)
        g_ptr_array_add (added, g_object_ref (item->converted->article));
    }

  if (added->len > 0 && !asc_project_store_add_articles (self->store, added, error))
    return FALSE;
  self->summary.n_articles += added->len;

  for (guint i = 0; i < self->pending->len; i++)
    {
      Item *item = g_ptr_array_index (self->pending, i);
      AscArticle *article = item->known != NULL ? item->known : g_ptr_array_index (added, GPOINTER_TO_UINT (g_hash_table_lookup (places, item)));

      put_layers (self, item, article);
    }

  g_ptr_array_set_size (self->pending, 0);
  if (!asc_project_store_flush (self->store, error))
    return FALSE;
  asc_history_clear (asc_project_store_get_history (self->store));

  return TRUE;
}

static gboolean
take_article (AscImportArticle *source,
              gpointer          user_data,
              GError          **error)
{
  AscImportRun *self = user_data;
  g_autoptr (AscImportArticle) owned = source;
  g_autoptr (GError) local_error = NULL;
  AscConvertedArticle *converted = asc_import_convert (source, self->problems, &local_error);
  g_autoptr (AscArticle) known = NULL;
  gboolean is_twin;
  Item *item;

  if (converted == NULL)
    {
      note_error (self, source->path, local_error);
      return TRUE;
    }

  self->summary.n_other_units += converted->other_unit;
  self->summary.n_moved += converted->n_moved;
  self->summary.n_lost += converted->n_lost;

  known = find_known (self, converted->article);
  is_twin = known == NULL && find_twin (self, converted->article) != NULL;
  if ((known != NULL || is_twin) && source->layers->len == 0)
    {
      g_autofree char *path = g_strdup_printf ("articles/%s.txt", asc_article_get_id (converted->article));

      g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_EXISTS, path, NULL, "%s", source->path));
      asc_converted_article_free (converted);
      return TRUE;
    }

  self->summary.n_known_articles += known != NULL;
  item = g_new0 (Item, 1);
  item->source = g_steal_pointer (&owned);
  item->converted = converted;
  item->known = g_steal_pointer (&known);
  item->is_twin = is_twin;
  g_ptr_array_add (self->pending, item);

  if (self->pending->len < BATCH)
    return TRUE;

  self->failed = !write_pending (self, error);

  return !self->failed;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_a, name_b);
}

static gboolean
add_folder (AscImportRun  *self,
            GFile         *folder,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *path = asc_file_io_path (folder);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                        G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, cancellable, &local_error) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);

      /* Files of the same ending that are of another kind, such as a data set's actors, are not looked at. */
      if (name[0] != '.' && (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                             || (asc_importer_takes (self->importer, name) && asc_importer_sniff_file (self->importer, child, cancellable))))
        g_ptr_array_add (files, g_object_ref (child));
    }
  if (local_error != NULL)
    note_error (self, path, local_error);

  g_ptr_array_sort (files, compare_files);
  for (guint i = 0; i < files->len; i++)
    if (!asc_import_run_add (self, g_ptr_array_index (files, i), cancellable, error))
      return FALSE;

  return TRUE;
}

static void
asc_import_run_finalize (GObject *object)
{
  AscImportRun *self = ASC_IMPORT_RUN (object);

  g_clear_object (&self->store);
  g_clear_object (&self->importer);
  g_clear_pointer (&self->coder, g_free);
  g_clear_pointer (&self->names, asc_import_names_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_import_run_parent_class)->finalize (object);
}

static void
asc_import_run_class_init (AscImportRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_import_run_finalize;
}

static void
asc_import_run_init (AscImportRun *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  self->pending = g_ptr_array_new_with_free_func (item_free);
}

/**
 * asc_import_run_new:
 * @store: an open project
 * @importer: a format
 * @coder: (nullable): whose the annotations are where a file does not say; %NULL for the project's coder
 *
 * Returns: (transfer full): a run that has read nothing yet
 */
AscImportRun *
asc_import_run_new (AscProjectStore *store,
                    AscImporter     *importer,
                    const char      *coder)
{
  AscImportRun *self;
  AscProject *project;

  g_return_val_if_fail (ASC_IS_PROJECT_STORE (store), NULL);
  g_return_val_if_fail (ASC_IS_IMPORTER (importer), NULL);

  project = asc_project_store_get_project (store);
  self = g_object_new (ASC_TYPE_IMPORT_RUN, NULL);
  self->store = g_object_ref (store);
  self->importer = g_object_ref (importer);
  self->coder = g_strdup (coder != NULL ? coder : asc_project_get_coder (project));
  self->names = asc_import_names_new (asc_project_get_codebook (project));

  return self;
}

/**
 * asc_import_run_add:
 * @self: a run
 * @file: a file or a folder
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: %FALSE when it was cancelled or the project cannot be written
 */
gboolean
asc_import_run_add (AscImportRun  *self,
                    GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *path = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (ASC_IS_IMPORT_RUN (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return add_folder (self, file, cancellable, error);

  path = asc_file_io_path (file);
  self->summary.n_files++;
  if (asc_importer_read (self->importer, file, path, take_article, self, self->problems, cancellable, &local_error))
    return TRUE;

  if (self->failed || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  note_error (self, path, local_error);
  g_error_free (local_error);

  return TRUE;
}

gboolean
asc_import_run_add_article (AscImportRun      *self,
                            AscImportArticle  *article,
                            GError           **error)
{
  g_return_val_if_fail (ASC_IS_IMPORT_RUN (self), FALSE);
  g_return_val_if_fail (article != NULL, FALSE);

  return take_article (article, self, error);
}

gboolean
asc_import_run_finish (AscImportRun  *self,
                       GError       **error)
{
  g_return_val_if_fail (ASC_IS_IMPORT_RUN (self), FALSE);

  return write_pending (self, error);
}

const AscImportSummary *
asc_import_run_get_summary (AscImportRun *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_RUN (self), NULL);

  return &self->summary;
}

/**
 * asc_import_run_get_problems:
 * @self: a run
 *
 * Returns: (transfer none) (element-type AscProblem): what did not come, and what came to another place
 */
GPtrArray *
asc_import_run_get_problems (AscImportRun *self)
{
  g_return_val_if_fail (ASC_IS_IMPORT_RUN (self), NULL);

  return self->problems;
}
