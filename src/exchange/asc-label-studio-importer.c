/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-label-studio-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-file-io.h"
#include "asc-json-object.h"
#include "asc-json-reader.h"
#include "asc-json-repair.h"

typedef struct
{
  const char       *path;
  char             *pointer;   /* of the task, or of the annotation */
  AscImportArticle *article;
  GPtrArray        *problems;
} Reading;

ASC_DEFINE_IMPORTER (AscLabelStudioImporter, asc_label_studio_importer)

static void
report (Reading    *reading,
        const char *place,
        const char *detail)
{
  g_autofree char *pointer = g_strconcat (reading->pointer, place, NULL);

  g_ptr_array_add (reading->problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, reading->path, pointer, "%s", detail));
}

/* ---- results ---- */

static gboolean
is_labels (const char *type)
{
  return g_strcmp0 (type, "labels") == 0 || g_strcmp0 (type, "hypertextlabels") == 0;
}

/* One region with several labels is several annotations; relations mean the first. */
static gboolean
take_region (AscImportLayer *layer,
             JsonObject     *result,
             const char     *pointer)
{
  JsonObject *value = asc_json_object_object (result, "value");
  JsonObject *global = asc_json_object_object (value, "globalOffsets");
  JsonArray *labels = asc_json_object_array (value, asc_json_object_string (result, "type"));
  JsonObject *meta = asc_json_object_object (result, "meta");
  JsonArray *notes = asc_json_object_array (meta, "text");
  gint64 start;
  gint64 end;

  if (labels == NULL)
    labels = asc_json_object_array (value, "labels");
  if (labels == NULL || json_array_get_length (labels) == 0
      || !asc_json_object_integer (global != NULL ? global : value, "start", &start) || !asc_json_object_integer (global != NULL ? global : value, "end", &end))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (labels); i++)
    {
      g_autofree char *label = asc_json_node_to_string (json_array_get_element (labels, i));
      const char *id = asc_json_object_string (result, "id");
      g_autofree char *key = i == 0 || id == NULL ? g_strdup (id) : g_strdup_printf ("%s-%s", id, label);
      AscImportAnnotation *annotation;

      if (label == NULL)
        continue;
      annotation = asc_import_layer_add (layer, key, label);
      annotation->quote = g_strdup (asc_json_object_string (value, "text"));
      annotation->pointer = g_strdup (pointer);
      annotation->note = notes != NULL && json_array_get_length (notes) > 0 ? asc_json_node_to_string (json_array_get_element (notes, 0)) : NULL;
      asc_import_annotation_add_range (annotation, start, end);
    }

  return TRUE;
}

static void
add_values (AscImportAnnotation *annotation,
            const char          *name,
            JsonNode            *node)
{
  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_values (annotation, name, json_array_get_element (array, i));
    }
  else
    {
      g_autofree char *value = asc_json_node_to_string (node);

      if (value != NULL)
        asc_import_annotation_add_attribute (annotation, name, value);
    }
}

/* Choices, answers, numbers, ratings: what a control says of a region. */
static gboolean
take_attribute (AscImportLayer *layer,
                JsonObject     *result)
{
  const char *id = asc_json_object_string (result, "id");
  const char *control = asc_json_object_string (result, "from_name");
  const char *type = asc_json_object_string (result, "type");
  JsonObject *value = asc_json_object_object (result, "value");
  AscImportAnnotation *annotation = id != NULL ? asc_import_layer_lookup (layer, id) : NULL;
  g_autofree char *name = NULL;

  if (annotation == NULL || control == NULL || type == NULL || value == NULL)
    return FALSE;

  name = g_str_equal (control, "label_") || g_str_equal (control, "text_") ? g_strndup (control, strlen (control) - 1) : g_strdup (control);
  add_values (annotation, name, asc_json_object_node (value, g_str_equal (type, "textarea") ? "text" : type));

  return TRUE;
}

/* A region that is another's second piece. */
static gboolean
join_pieces (AscImportLayer *layer,
             const char     *first_id,
             const char     *second_id)
{
  AscImportAnnotation *first = asc_import_layer_lookup (layer, first_id);
  AscImportAnnotation *second = asc_import_layer_lookup (layer, second_id);

  if (first == NULL || second == NULL || first == second)
    return FALSE;

  g_array_append_vals (first->ranges, second->ranges->data, second->ranges->len);
  if (first->quote != NULL && second->quote != NULL)
    {
      g_autofree char *before = first->quote;

      first->quote = g_strjoin (" ", before, second->quote, NULL);
    }
  g_ptr_array_remove (layer->annotations, second);

  return TRUE;
}

static gboolean
take_relation (AscImportLayer *layer,
               JsonObject     *result,
               const char     *pointer)
{
  const char *from = asc_json_object_string (result, "from_id");
  const char *to = asc_json_object_string (result, "to_id");
  const char *direction = asc_json_object_string (result, "direction");
  JsonArray *labels = asc_json_object_array (result, "labels");
  guint n_labels = labels != NULL ? json_array_get_length (labels) : 0;

  if (from == NULL || to == NULL)
    return FALSE;

  for (guint i = 0; i < MAX (n_labels, 1); i++)
    {
      g_autofree char *label = i < n_labels ? asc_json_node_to_string (json_array_get_element (labels, i)) : g_strdup ("related");
      gboolean is_left = g_strcmp0 (direction, "left") == 0;

      if (g_strcmp0 (label, "same_span") == 0 && join_pieces (layer, from, to))
        continue;
      asc_import_layer_relate (layer, label != NULL ? label : "related", is_left ? to : from, is_left ? from : to)->pointer = g_strdup (pointer);
    }

  return TRUE;
}

/* Regions first, for what is about them may stand before them. */
static void
take_results (Reading        *reading,
              AscImportLayer *layer,
              JsonArray      *results)
{
  guint n = results != NULL ? json_array_get_length (results) : 0;

  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < n; i++)
      {
        JsonObject *result = asc_json_array_object (results, i);
        const char *type = asc_json_object_string (result, "type");
        g_autofree char *place = g_strdup_printf ("/result/%u", i);
        g_autofree char *pointer = g_strconcat (reading->pointer, place, NULL);
        guint own_pass = is_labels (type) ? 0 : g_strcmp0 (type, "relation") == 0 ? 2 : 1;
        gboolean done;

        if (own_pass != pass)
          continue;
        if (pass == 0)
          done = take_region (layer, result, pointer);
        else if (pass == 1)
          done = take_attribute (layer, result);
        else
          done = take_relation (layer, result, pointer);
        if (!done)
          report (reading, place, type != NULL ? type : "type");
      }
}

/* ---- tasks ---- */

/* Who made an annotation: our own member, an address, or a number. (transfer full) (nullable) */
static char *
coder_of (JsonObject *annotation)
{
  JsonNode *completed_by = asc_json_object_node (annotation, "completed_by");
  const char *coder = asc_json_object_string (annotation, "coder");
  gint64 number;

  if (coder != NULL)
    return g_strdup (coder);
  if (completed_by == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (completed_by))
    {
      JsonObject *user = json_node_get_object (completed_by);
      const char *name = asc_json_object_string (user, "email");

      if (name == NULL)
        name = asc_json_object_string (user, "username");
      if (name != NULL)
        return g_strdup (name);
      return asc_json_object_integer (user, "id", &number) ? g_strdup_printf ("user-%" G_GINT64_FORMAT, number) : NULL;
    }
  if (asc_json_object_integer (annotation, "completed_by", &number))
    return g_strdup_printf ("user-%" G_GINT64_FORMAT, number);

  return asc_json_node_to_string (completed_by);
}

/* Two annotations of one person on one task are two layers, never a mix. */
static AscImportLayer *
new_layer (AscImportArticle *article,
           const char       *coder)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (coder) : g_strdup_printf ("%s-%u", coder != NULL ? coder : "annotator", i);
      guint n = article->layers->len;
      AscImportLayer *layer = asc_import_article_get_layer (article, name);

      if (article->layers->len > n)
        return layer;
    }
}

/* "text", or else the longest text there is. */
static const char *
text_of (JsonObject *data)
{
  const char *text = asc_json_object_string (data, "text");
  JsonObjectIter iter;
  const char *member;
  gsize longest = 0;

  if (text != NULL || data == NULL)
    return text;

  json_object_iter_init_ordered (&iter, data);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    {
      const char *candidate = asc_json_object_string (data, member);

      if (candidate != NULL && strlen (candidate) > longest)
        {
          text = candidate;
          longest = strlen (candidate);
        }
    }

  return text;
}

static void
take_metadata (AscArticleMeta *meta,
               JsonObject     *data)
{
  g_set_str (&meta->title, asc_json_object_string (data, "title"));
  g_set_str (&meta->outlet, asc_json_object_string (data, "outlet"));
  g_set_str (&meta->author, asc_json_object_string (data, "author"));
  g_set_str (&meta->published, asc_json_object_string (data, "published"));
  g_set_str (&meta->url, asc_json_object_string (data, "url"));
  g_set_str (&meta->language, asc_json_object_string (data, "language"));
}

static void
take_annotations (Reading    *reading,
                  const char *member,
                  JsonArray  *annotations)
{
  g_autofree char *task_pointer = reading->pointer;

  for (guint i = 0; i < json_array_get_length (annotations); i++)
    {
      JsonObject *annotation = asc_json_array_object (annotations, i);
      JsonNode *cancelled = asc_json_object_node (annotation, "was_cancelled");
      g_autofree char *coder = NULL;

      reading->pointer = g_strdup_printf ("%s/%s/%u", task_pointer, member, i);
      if (annotation == NULL)
        report (reading, "", "object");
      else if (cancelled != NULL && JSON_NODE_HOLDS_VALUE (cancelled) && json_node_get_boolean (cancelled))
        report (reading, "/was_cancelled", "true");
      else
        {
          coder = coder_of (annotation);
          take_results (reading, new_layer (reading->article, coder), asc_json_object_array (annotation, "result"));
        }
      g_free (reading->pointer);
    }

  reading->pointer = g_steal_pointer (&task_pointer);
}

static gboolean
take_task (Reading        *reading,
           JsonObject     *task,
           guint           number,
           AscImportFunc   func,
           gpointer        user_data,
           GError        **error)
{
  const char *member = asc_json_object_array (task, "annotations") != NULL ? "annotations" : "completions";
  JsonArray *annotations = asc_json_object_array (task, member);
  JsonObject *data = asc_json_object_object (task, "data");
  const char *text = text_of (data);
  g_autofree char *id = asc_json_node_to_string (asc_json_object_node (data, "doc_id"));
  g_autofree char *task_id = asc_json_node_to_string (asc_json_object_node (task, "id"));

  /* JSON-MIN and CSV exports have lost the relations, and which text a label belongs to. */
  if (task == NULL || text == NULL || *text == '\0' || annotations == NULL)
    {
      report (reading, "", data == NULL && task != NULL ? "JSON-MIN" : "text, annotations");
      return TRUE;
    }

  if (id == NULL)
    id = task_id != NULL ? g_strconcat ("task-", task_id, NULL) : g_strdup_printf ("task-%u", number + 1);
  reading->article = asc_import_article_new (reading->path, id, g_bytes_new (text, strlen (text)));
  take_metadata (reading->article->meta, data);
  take_annotations (reading, member, annotations);

  return func (g_steal_pointer (&reading->article), user_data, error);
}

static gboolean
asc_label_studio_importer_read (AscImporter    *importer,
                                GFile          *file,
                                const char     *path,
                                AscImportFunc   func,
                                gpointer        user_data,
                                GPtrArray      *problems,
                                GCancellable   *cancellable,
                                GError        **error)
{
  g_autoptr (GBytes) bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, cancellable, error);
  g_autoptr (GBytes) repaired = bytes != NULL ? asc_json_repair (bytes) : NULL;
  g_autoptr (AscJsonReader) reader = repaired != NULL ? asc_json_reader_new (repaired, path, problems, error) : NULL;
  Reading reading = { .path = path, .problems = problems };
  JsonNode *root;
  JsonArray *tasks;

  if (reader == NULL)
    return FALSE;

  root = asc_json_reader_get_root (reader);
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      gboolean done;

      reading.pointer = g_strdup ("");
      done = take_task (&reading, json_node_get_object (root), 0, func, user_data, error);
      g_free (reading.pointer);
      return done;
    }
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, path, NULL, "array");

      asc_problem_to_error (problem, error);
      return FALSE;
    }

  tasks = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      gboolean done;

      reading.pointer = g_strdup_printf ("/%u", i);
      done = take_task (&reading, asc_json_array_object (tasks, i), i, func, user_data, error);
      g_clear_pointer (&reading.pointer, g_free);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/* Other programs write .json too. */
static gboolean
asc_label_studio_importer_sniff (AscImporter *importer,
                                 const char  *name,
                                 GBytes      *start)
{
  return asc_importer_takes (importer, name) && asc_importer_start_has (start, "\"data\"");
}

static void
asc_label_studio_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".json", NULL };

  iface->name = "label-studio";
  iface->title = N_("Label Studio tasks");
  iface->extensions = extensions;
  iface->sniff = asc_label_studio_importer_sniff;
  iface->read = asc_label_studio_importer_read;
}
