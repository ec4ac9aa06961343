/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-doccano-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-json-lines.h"
#include "asc-json-object.h"

ASC_DEFINE_IMPORTER (AscDoccanoImporter, asc_doccano_importer)

typedef struct
{
  const char     *path;
  JsonObject     *object;
  AscImportLayer *layer;
  GPtrArray      *problems;
} Row;

static void
report (Row        *row,
        const char *member,
        guint       i,
        const char *detail)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%u", member, i);

  g_ptr_array_add (row->problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, row->path, pointer, "%s", detail));
}

static void
add (Row        *row,
     const char *key,
     const char *label,
     gint64      start,
     gint64      end,
     const char *member,
     guint       i)
{
  AscImportAnnotation *annotation = asc_import_layer_add (row->layer, key, label);

  asc_import_annotation_add_range (annotation, start, end);
  annotation->pointer = g_strdup_printf ("/%s/%u", member, i);
}

/* [[0, 17, "Actor"], …] */
static void
take_labels (Row        *row,
             const char *member)
{
  JsonArray *labels = asc_json_object_array (row->object, member);
  JsonNode *node_of_all = asc_json_object_node (row->object, member);

  /* A label of the whole text. */
  if (labels == NULL && node_of_all != NULL && !JSON_NODE_HOLDS_NULL (node_of_all))
    report (row, member, 0, "start, end, label");
  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    {
      JsonNode *node = json_array_get_element (labels, i);
      JsonArray *label = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      g_autofree char *name = NULL;
      gint64 start;
      gint64 end;

      if (label != NULL && json_array_get_length (label) == 3)
        name = asc_json_node_to_string (json_array_get_element (label, 2));
      if (name == NULL || !asc_json_node_integer (json_array_get_element (label, 0), &start) || !asc_json_node_integer (json_array_get_element (label, 1), &end))
        report (row, member, i, "start, end, label");
      else
        add (row, NULL, name, start, end, member, i);
    }
}

static void
take_entities (Row *row)
{
  JsonArray *entities = asc_json_object_array (row->object, "entities");

  for (guint i = 0; entities != NULL && i < json_array_get_length (entities); i++)
    {
      JsonObject *entity = asc_json_array_object (entities, i);
      g_autofree char *key = asc_json_node_to_string (asc_json_object_node (entity, "id"));
      g_autofree char *label = asc_json_node_to_string (asc_json_object_node (entity, "label"));
      gint64 start;
      gint64 end;

      if (label == NULL || !asc_json_object_integer (entity, "start_offset", &start) || !asc_json_object_integer (entity, "end_offset", &end))
        report (row, "entities", i, "label, start_offset, end_offset");
      else
        add (row, key, label, start, end, "entities", i);
    }
}

static void
take_relations (Row *row)
{
  JsonArray *relations = asc_json_object_array (row->object, "relations");

  for (guint i = 0; relations != NULL && i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = asc_json_array_object (relations, i);
      g_autofree char *type = asc_json_node_to_string (asc_json_object_node (relation, "type"));
      g_autofree char *from = asc_json_node_to_string (asc_json_object_node (relation, "from_id"));
      g_autofree char *to = asc_json_node_to_string (asc_json_object_node (relation, "to_id"));

      if (type == NULL || from == NULL || to == NULL)
        report (row, "relations", i, "type, from_id, to_id");
      else
        asc_import_layer_relate (row->layer, type, from, to)->pointer = g_strdup_printf ("/relations/%u", i);
    }
}

/* What we have no place for: comments on the article, labels of the whole of it. */
static void
report_rest (Row *row)
{
  static const char * const members[] = { "Comments", "comments", "cats", NULL };

  for (gsize i = 0; members[i] != NULL; i++)
    {
      JsonArray *array = asc_json_object_array (row->object, members[i]);

      if (array != NULL && json_array_get_length (array) > 0)
        report (row, members[i], 0, members[i]);
    }
}

/* How many ends of annotations are where a word is cut or white space is taken. */
static guint
count_odd_ends (AscImportLayer      *layer,
                AscText             *text,
                AscOffsetConvention  convention)
{
  guint n = 0;

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscImportAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscSpan span;

      if (!asc_offset_convention_to_span (convention, text, &g_array_index (annotation->ranges, AscRange, 0), &span))
        {
          n += 2;
          continue;
        }
      n += g_unichar_isspace (asc_text_char_at (text, span.start))
           || (span.start > 0 && g_unichar_isalnum (asc_text_char_at (text, span.start - 1)) && g_unichar_isalnum (asc_text_char_at (text, span.start)));
      n += g_unichar_isspace (asc_text_char_at (text, span.end - 1))
           || (g_unichar_isalnum (asc_text_char_at (text, span.end - 1)) && g_unichar_isalnum (asc_text_char_at (text, span.end)));
    }

  return n;
}

/* doccano contradicts itself: its page counts UTF-16, its importer code points, and a file has no quotes that would tell. So where it matters, the unit
 * that cuts fewer words is taken. Our own files say it. */
static void
guess_unit (AscImportArticle *article,
            AscImportLayer   *layer,
            const char       *said,
            const char       *utf8)
{
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  AscOffsetConvention utf16 = { ASC_OFFSET_UTF16, FALSE };

  if (g_strcmp0 (said, "utf-16") == 0)
    article->convention = utf16;
  else if (said == NULL && text != NULL && asc_offsets_has_astral (asc_text_get_offsets (text))
           && count_odd_ends (layer, text, utf16) < count_odd_ends (layer, text, article->convention))
    article->convention = utf16;
}

/* An export of doccano has numbers for ids, and is named after who annotated. */
static char *
coder_of (JsonObject *object,
          const char *path)
{
  const char *annotator = asc_json_object_string (object, "annotator");
  g_autofree char *name = g_path_get_basename (path);
  gint64 id;

  if (annotator != NULL)
    return g_strdup (annotator);
  if (strrchr (name, '.') != NULL)
    *strrchr (name, '.') = '\0';
  if (!asc_json_object_integer (object, "id", &id) || g_str_equal (name, "all"))
    return NULL;

  return g_steal_pointer (&name);
}

static AscImportArticle *
take_row (AscJsonReader *reader,
          guint          number,
          const char    *path,
          GPtrArray     *problems)
{
  const char *text = asc_json_reader_require_string (reader, "text");
  Row row = { .path = path, .problems = problems, .object = json_node_get_object (asc_json_reader_get_root (reader)) };
  g_autofree char *id = asc_json_node_to_string (asc_json_object_node (row.object, "doc_id"));
  g_autofree char *own_id = asc_json_node_to_string (asc_json_object_node (row.object, "id"));
  g_autofree char *coder = coder_of (row.object, path);
  AscImportArticle *article;

  if (text == NULL)
    return NULL;

  if (id == NULL)
    id = own_id != NULL ? g_strconcat ("doccano-", own_id, NULL) : g_strdup_printf ("doccano-%u", number);
  article = asc_import_article_new (path, id, g_bytes_new (text, strlen (text)));
  row.layer = asc_import_article_get_layer (article, coder);
  take_labels (&row, "label");
  take_labels (&row, "labels");
  take_entities (&row);
  take_relations (&row);
  report_rest (&row);
  guess_unit (article, row.layer, asc_json_object_string (row.object, "offset_unit"), text);

  return article;
}

static gboolean
asc_doccano_importer_read (AscImporter    *importer,
                           GFile          *file,
                           const char     *path,
                           AscImportFunc   func,
                           gpointer        user_data,
                           GPtrArray      *problems,
                           GCancellable   *cancellable,
                           GError        **error)
{
  g_autoptr (AscJsonLines) lines = asc_json_lines_open (file, path, problems, cancellable, error);

  if (lines == NULL)
    return FALSE;

  for (;;)
    {
      AscJsonReader *reader;
      AscImportArticle *article;

      if (!asc_json_lines_next (lines, &reader, error))
        return FALSE;
      if (reader == NULL)
        return TRUE;

      article = take_row (reader, asc_json_lines_get_number (lines), path, problems);
      asc_json_lines_mark (lines, article);
      if (article != NULL && !func (article, user_data, error))
        return FALSE;
    }
}

static gboolean
asc_doccano_importer_sniff (AscImporter *importer,
                            const char  *name,
                            GBytes      *start)
{
  return asc_importer_takes (importer, name) && asc_importer_start_has (start, "\"text\"")
         && !asc_importer_start_has (start, "\"spans\"")
         && (asc_importer_start_has (start, "\"label\"") || asc_importer_start_has (start, "\"labels\"")
             || asc_importer_start_has (start, "\"entities\""));
}

static void
asc_doccano_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".jsonl", NULL };

  iface->name = "doccano";
  iface->title = N_("doccano JSON Lines");
  iface->extensions = extensions;
  iface->sniff = asc_doccano_importer_sniff;
  iface->read = asc_doccano_importer_read;
}
