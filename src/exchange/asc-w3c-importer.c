/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-w3c-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-file-io.h"
#include "asc-json-lines.h"
#include "asc-json-object.h"
#include "asc-json-repair.h"
#include "asc-text-importer.h"

ASC_DEFINE_IMPORTER (AscW3cImporter, asc_w3c_importer)

/* Annotations of one text may stand anywhere in a file, so all are taken before the first article is handed on. */
typedef struct
{
  GFile        *file;
  const char   *path;
  GPtrArray    *problems;
  GCancellable *cancellable;
  GHashTable   *texts;         /* (element-type utf8 GFile) sha256 → file; NULL until a source asks for it */
  GHashTable   *articles;      /* (element-type utf8 AscImportArticle) source → article, NULL when its text is not there */
  GPtrArray    *order;         /* (element-type AscImportArticle) owned */
  GHashTable   *layers;        /* (element-type utf8 AscImportLayer) IRI of an annotation → its layer */
  GPtrArray    *relations;     /* (element-type AscImportRelation) ends are IRIs; until all annotations are known */
} Reading;

/* What was handed on is not here any more. */
static void
article_free (gpointer data)
{
  if (data != NULL)
    asc_import_article_free (data);
}

static void
report (Reading           *reading,
        AscStoreErrorCode  code,
        const char        *pointer,
        guint              line,
        const char        *detail)
{
  AscProblem *problem = asc_problem_new (code, reading->path, pointer, "%s", detail);

  problem->line = line;
  g_ptr_array_add (reading->problems, problem);
}

/* ---- texts ---- */

static void
hash_texts (Reading *reading,
            GFile   *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                                                                    reading->cancellable, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, reading->cancellable, NULL) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ".txt"))
      {
        g_autoptr (GBytes) bytes = asc_file_io_read (child, ASC_TEXT_MAX_BYTES, reading->cancellable, NULL);

        if (bytes != NULL)
          g_hash_table_insert (reading->texts, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes), g_object_ref (child));
      }
}

static GFile *
find_by_hash (Reading    *reading,
              const char *sha256)
{
  GFile *found;

  if (reading->texts == NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (reading->file);
      g_autoptr (GFile) texts = g_file_get_child (folder, "texts");

      reading->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      hash_texts (reading, folder);
      hash_texts (reading, texts);
    }
  found = g_hash_table_lookup (reading->texts, sha256);

  return found != NULL ? g_object_ref (found) : NULL;
}

/* "https://example.org/a/b.html" → "b.txt" or "b.html.txt" here or in "texts". */
static GFile *
find_by_name (Reading    *reading,
              const char *source)
{
  g_autofree char *stem = g_path_get_basename (source);
  const char *folders[] = { ".", "texts" };
  char *dot = strrchr (stem, '.');
  g_autofree char *short_stem = dot != NULL && dot != stem ? g_strndup (stem, (gsize) (dot - stem)) : g_strdup (stem);
  const char *stems[] = { short_stem, stem };
  g_autoptr (GFile) folder = g_file_get_parent (reading->file);

  for (gsize i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.txt", folders[i / 2], stems[i % 2]);
      g_autoptr (GFile) candidate = g_file_resolve_relative_path (folder, path);

      if (g_file_query_exists (candidate, reading->cancellable))
        return g_steal_pointer (&candidate);
    }

  return NULL;
}

/* The article of a source, made when it is seen first; NULL when its text is not there, which is told once. */
static AscImportArticle *
get_article (Reading    *reading,
             const char *source,
             const char *pointer,
             guint       line)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AscImportArticle *article = NULL;

  if (g_hash_table_contains (reading->articles, source))
    return g_hash_table_lookup (reading->articles, source);

  file = g_str_has_prefix (source, "urn:sha256:") ? find_by_hash (reading, source + strlen ("urn:sha256:")) : find_by_name (reading, source);
  if (file != NULL)
    bytes = asc_file_io_read (file, ASC_TEXT_MAX_BYTES, reading->cancellable, NULL);
  if (bytes != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      *strrchr (name, '.') = '\0';
      article = asc_import_article_new (reading->path, name, g_steal_pointer (&bytes));
      g_ptr_array_add (reading->order, article);
    }
  else
    report (reading, ASC_STORE_ERROR_NOT_FOUND, pointer, line, source);
  g_hash_table_insert (reading->articles, g_strdup (source), article);

  return article;
}

/* ---- annotations ---- */

/* A member that may be one or several: calls @func for each. */
typedef void (* ElementFunc) (JsonNode *node, gpointer data);

static void
for_each (JsonNode    *node,
          ElementFunc  func,
          gpointer     data)
{
  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      func (node, data);
      return;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    func (json_array_get_element (json_node_get_array (node), i), data);
}

/* The IRI that a node is, or names by its id. */
static const char *
iri_of (JsonNode *node)
{
  const char *iri = asc_json_node_string (node);

  return iri != NULL ? iri : asc_json_object_string (asc_json_node_object (node), "id");
}

/* "urn:ascribe:actor:wang" → "wang" */
static const char *
last_part (const char *iri)
{
  const char *part = iri;

  for (const char *p = iri; *p != '\0'; p++)
    if ((*p == ':' || *p == '/' || *p == '#') && p[1] != '\0')
      part = p + 1;

  return part;
}

typedef struct
{
  const char *motivation;
  const char *label;
  const char *linked;       /* IRI of the other end of a relation */
  const char *state;
  GString    *note;
  GPtrArray  *attributes;   /* (element-type utf8) name, value, name, value … */
} Bodies;

static void
add_attribute (Bodies     *bodies,
               const char *name,
               gssize      n_name,
               const char *value)
{
  g_ptr_array_add (bodies->attributes, n_name < 0 ? g_strdup (name) : g_strndup (name, (gsize) n_name));
  g_ptr_array_add (bodies->attributes, g_strdup (value));
}

static void
add_note (Bodies     *bodies,
          const char *text)
{
  g_string_append_printf (bodies->note, "%s%s", bodies->note->len > 0 ? "\n" : "", text);
}

/* "stance=asserts": how long the name is; 0 for a sentence. */
static gsize
name_length (const char *value)
{
  gsize n = strspn (value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

  return value[n] == '=' ? n : 0;
}

static void
take_body (JsonNode *node,
           gpointer  data)
{
  Bodies *bodies = data;
  JsonObject *body = asc_json_node_object (node);
  const char *purpose = asc_json_object_string (body, "purpose");
  const char *value = asc_json_object_string (body, "value");
  const char *source = iri_of (asc_json_object_node (body, "source"));

  if (purpose == NULL)
    purpose = bodies->motivation;
  if (source == NULL && value == NULL)
    source = iri_of (node);

  if (source != NULL && g_strcmp0 (purpose, "linking") == 0)
    bodies->linked = source;
  else if (source != NULL && g_strcmp0 (purpose, "identifying") == 0)
    add_attribute (bodies, ASC_IMPORT_ACTOR, -1, last_part (source));
  else if (source != NULL)
    add_attribute (bodies, "body", -1, source);
  else if (value == NULL)
    return;
  else if (g_strcmp0 (purpose, "assessing") == 0)
    bodies->state = value;
  else if (g_strcmp0 (purpose, "tagging") == 0 && bodies->label == NULL)
    bodies->label = value;
  else if (g_strcmp0 (purpose, "tagging") == 0 || g_strcmp0 (purpose, "classifying") == 0)
    add_attribute (bodies, "tag", -1, value);
  else if (g_strcmp0 (purpose, "identifying") == 0)
    add_attribute (bodies, ASC_IMPORT_ACTOR, -1, name_length (value) > 0 ? value + name_length (value) + 1 : value);
  else if (g_strcmp0 (purpose, "describing") == 0 && name_length (value) > 0)
    add_attribute (bodies, value, (gssize) name_length (value), value + name_length (value) + 1);
  else
    add_note (bodies, value);
}

typedef struct
{
  const char *source;
  GArray     *ranges;   /* (element-type AscRange) */
  GString    *quote;
  guint       n_bad;    /* targets that are not understood */
} Targets;

typedef struct
{
  gint64      start;
  gint64      end;
  gboolean    has_range;
  const char *exact;
} Selection;

static void
take_selector (JsonNode *node,
               gpointer  data)
{
  Selection *selection = data;
  JsonObject *selector = asc_json_node_object (node);
  const char *type = asc_json_object_string (selector, "type");

  if (g_strcmp0 (type, "TextPositionSelector") == 0)
    selection->has_range = asc_json_object_integer (selector, "start", &selection->start) && asc_json_object_integer (selector, "end", &selection->end);
  else if (g_strcmp0 (type, "TextQuoteSelector") == 0)
    selection->exact = asc_json_object_string (selector, "exact");
  if (asc_json_object_node (selector, "refinedBy") != NULL)
    for_each (asc_json_object_node (selector, "refinedBy"), take_selector, selection);
}

static void
take_target (JsonNode *node,
             gpointer  data)
{
  Targets *targets = data;
  JsonObject *target = asc_json_node_object (node);
  const char *source = iri_of (asc_json_object_node (target, "source"));
  Selection selection = { 0 };

  if (source == NULL)
    source = iri_of (node);
  if (targets->source == NULL)
    targets->source = source;
  if (asc_json_object_node (target, "selector") == NULL && source != NULL)
    return;

  for_each (asc_json_object_node (target, "selector"), take_selector, &selection);
  if (source == NULL || !g_str_equal (source, targets->source) || (!selection.has_range && selection.exact == NULL))
    {
      targets->n_bad++;
      return;
    }
  if (selection.has_range)
    {
      AscRange range = { selection.start, selection.end };

      g_array_append_val (targets->ranges, range);
    }
  if (selection.exact != NULL)
    g_string_append_printf (targets->quote, "%s%s", targets->quote->len > 0 ? " " : "", selection.exact);
}

static char *
coder_of (JsonObject *annotation)
{
  JsonNode *node = asc_json_object_node (annotation, "creator");
  JsonObject *creator = asc_json_node_object (node);
  const char *name = asc_json_object_string (creator, "nickname");

  if (name == NULL)
    name = asc_json_object_string (creator, "name");
  if (name == NULL && node != NULL && iri_of (node) != NULL)
    name = last_part (iri_of (node));

  return g_strdup (name);
}

static void
put_annotation (Reading        *reading,
                AscImportLayer *layer,
                const char     *id,
                const Bodies   *bodies,
                const Targets  *targets,
                const char     *pointer,
                guint           line)
{
  const char *key = id != NULL && g_str_has_prefix (id, "urn:ascribe:") ? last_part (id) : id;
  AscImportAnnotation *annotation = asc_import_layer_add (layer, key, bodies->label != NULL ? bodies->label
                                                                      : bodies->motivation != NULL ? bodies->motivation : "annotation");

  g_array_append_vals (annotation->ranges, targets->ranges->data, targets->ranges->len);
  annotation->quote = targets->quote->len > 0 ? g_strdup (targets->quote->str) : NULL;
  annotation->note = bodies->note->len > 0 ? g_strdup (bodies->note->str) : NULL;
  annotation->pointer = g_strdup (pointer);
  annotation->line = line;
  for (guint i = 0; i < bodies->attributes->len; i += 2)
    asc_import_annotation_add_attribute (annotation, g_ptr_array_index (bodies->attributes, i), g_ptr_array_index (bodies->attributes, i + 1));
  if (id != NULL)
    g_hash_table_insert (reading->layers, g_strdup (id), layer);
}

static void
put_relation (Reading      *reading,
              const char   *from,
              const Bodies *bodies,
              const char   *pointer,
              guint         line)
{
  AscImportRelation *relation = g_new0 (AscImportRelation, 1);

  relation->type = g_strdup (bodies->label != NULL ? bodies->label : "related");
  relation->from = g_strdup (from);
  relation->to = g_strdup (bodies->linked);
  relation->pointer = g_strdup (pointer);
  relation->line = line;
  g_ptr_array_add (reading->relations, relation);
}

static void
take_annotation (Reading    *reading,
                 JsonObject *object,
                 const char *pointer,
                 guint       line)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (AscRange));
  g_autoptr (GString) quote = g_string_new (NULL);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *coder = coder_of (object);
  Bodies bodies = { .motivation = asc_json_object_string (object, "motivation"), .note = note, .attributes = attributes };
  Targets targets = { .ranges = ranges, .quote = quote };
  AscImportArticle *article;
  AscImportLayer *layer;
  AscState state;

  for_each (asc_json_object_node (object, "body"), take_body, &bodies);
  if (asc_json_object_string (object, "bodyValue") != NULL)
    add_note (&bodies, asc_json_object_string (object, "bodyValue"));
  for_each (asc_json_object_node (object, "target"), take_target, &targets);

  if (bodies.linked != NULL && targets.source != NULL)
    {
      put_relation (reading, targets.source, &bodies, pointer, line);
      return;
    }
  if (targets.source == NULL || targets.n_bad > 0)
    {
      report (reading, ASC_STORE_ERROR_FORMAT, pointer, line, "target");
      return;
    }

  article = get_article (reading, targets.source, pointer, line);
  if (article == NULL)
    return;
  layer = asc_import_article_get_layer (article, coder);
  if (ranges->len > 0 || quote->len > 0)
    put_annotation (reading, layer, asc_json_object_string (object, "id"), &bodies, &targets, pointer, line);
  else if (bodies.state != NULL && asc_state_from_string (bodies.state, &state))
    layer->state = state;
  else
    report (reading, ASC_STORE_ERROR_FORMAT, pointer, line, "selector");
}

/* Both ends of a relation must be annotations of one layer. */
static void
put_relations (Reading *reading)
{
  for (guint i = 0; i < reading->relations->len; i++)
    {
      AscImportRelation *relation = g_ptr_array_index (reading->relations, i);
      AscImportLayer *layer = g_hash_table_lookup (reading->layers, relation->from);
      gboolean ours = g_str_has_prefix (relation->from, "urn:ascribe:");
      AscImportRelation *put;

      if (layer == NULL || layer != g_hash_table_lookup (reading->layers, relation->to))
        {
          report (reading, ASC_STORE_ERROR_DANGLING, relation->pointer, relation->line, layer == NULL ? relation->from : relation->to);
          continue;
        }
      put = asc_import_layer_relate (layer, relation->type, ours ? last_part (relation->from) : relation->from,
                                     g_str_has_prefix (relation->to, "urn:ascribe:") ? last_part (relation->to) : relation->to);
      put->pointer = g_strdup (relation->pointer);
      put->line = relation->line;
    }
}

/* ---- files ---- */

static void
take_list (Reading    *reading,
           JsonArray  *items,
           const char *place)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%u", place, i);
      JsonObject *item = asc_json_array_object (items, i);

      if (item != NULL)
        take_annotation (reading, item, pointer, 0);
      else
        report (reading, ASC_STORE_ERROR_FORMAT, pointer, 0, "object");
    }
}

/* A page, a collection with its first page in it, a list, or one annotation. */
static gboolean
read_document (Reading  *reading,
               GError  **error)
{
  g_autoptr (GBytes) bytes = asc_file_io_read (reading->file, ASC_JSON_MAX_BYTES, reading->cancellable, error);
  g_autoptr (GBytes) repaired = bytes != NULL ? asc_json_repair (bytes) : NULL;
  g_autoptr (AscJsonReader) reader = repaired != NULL ? asc_json_reader_new (repaired, reading->path, reading->problems, error) : NULL;
  JsonNode *root;
  JsonObject *object;
  static const char * const lists[] = { "items", "@graph", "annotations", NULL };

  if (reader == NULL)
    return FALSE;

  root = asc_json_reader_get_root (reader);
  object = asc_json_node_object (root);
  if (JSON_NODE_HOLDS_ARRAY (root))
    take_list (reading, json_node_get_array (root), "");
  else if (asc_json_object_node (object, "target") != NULL)
    take_annotation (reading, object, "", 0);
  else if (asc_json_object_array (asc_json_object_object (object, "first"), "items") != NULL)
    take_list (reading, asc_json_object_array (asc_json_object_object (object, "first"), "items"), "/first/items");
  else
    {
      for (gsize i = 0; lists[i] != NULL; i++)
        if (asc_json_object_array (object, lists[i]) != NULL)
          {
            g_autofree char *place = g_strconcat ("/", lists[i], NULL);

            take_list (reading, asc_json_object_array (object, lists[i]), place);
            return TRUE;
          }
      report (reading, ASC_STORE_ERROR_FORMAT, NULL, 0, "items");
    }

  return TRUE;
}

static gboolean
read_lines (Reading  *reading,
            GError  **error)
{
  g_autoptr (AscJsonLines) lines = asc_json_lines_open (reading->file, reading->path, reading->problems, reading->cancellable, error);

  if (lines == NULL)
    return FALSE;

  for (;;)
    {
      AscJsonReader *reader;

      if (!asc_json_lines_next (lines, &reader, error))
        return FALSE;
      if (reader == NULL)
        return TRUE;
      take_annotation (reading, json_node_get_object (asc_json_reader_get_root (reader)), NULL, asc_json_lines_get_number (lines));
    }
}

static gboolean
asc_w3c_importer_read (AscImporter    *importer,
                       GFile          *file,
                       const char     *path,
                       AscImportFunc   func,
                       gpointer        user_data,
                       GPtrArray      *problems,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GHashTable) articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) layers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_import_relation_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (article_free);
  Reading reading = { .file = file, .path = path, .problems = problems, .cancellable = cancellable, .articles = articles, .order = order,
                      .layers = layers, .relations = relations };
  gboolean done;

  done = g_str_has_suffix (path, ".jsonl") ? read_lines (&reading, error) : read_document (&reading, error);
  g_clear_pointer (&reading.texts, g_hash_table_unref);
  if (!done)
    return FALSE;

  put_relations (&reading);
  for (guint i = 0; i < order->len; i++)
    if (!func (g_steal_pointer (&g_ptr_array_index (order, i)), user_data, error))
      return FALSE;

  return TRUE;
}

static gboolean
asc_w3c_importer_sniff (AscImporter *importer,
                        const char  *name,
                        GBytes      *start)
{
  return asc_importer_takes (importer, name)
         && (asc_importer_start_has (start, "www.w3.org/ns/anno") || asc_importer_start_has (start, "TextPositionSelector")
             || asc_importer_start_has (start, "TextQuoteSelector"));
}

static void
asc_w3c_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".jsonld", ".jsonl", ".json", NULL };

  iface->name = "w3c";
  iface->title = N_("W3C Web Annotations (JSON-LD)");
  iface->extensions = extensions;
  iface->sniff = asc_w3c_importer_sniff;
  iface->read = asc_w3c_importer_read;
}
