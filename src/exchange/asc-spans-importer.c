/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-spans-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-json-lines.h"

#define DATE_PREFIX "timex3:"

ASC_DEFINE_IMPORTER (AscSpansImporter, asc_spans_importer)

/* A row with the id of an earlier one is another piece of it. */
static void
take_spans (AscJsonReader  *reader,
            AscImportLayer *layer)
{
  if (!asc_json_reader_enter_array (reader, "spans"))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      const char *id;
      const char *label;
      const char *text;
      AscImportAnnotation *annotation;

      if (!asc_json_reader_enter_object_element (reader, i))
        continue;

      id = asc_json_reader_get_string (reader, "id");
      label = asc_json_reader_require_string (reader, "label");
      text = asc_json_reader_get_string (reader, "text");
      annotation = id != NULL ? asc_import_layer_lookup (layer, id) : NULL;
      if (label != NULL && asc_json_reader_has (reader, "start") && asc_json_reader_has (reader, "end"))
        {
          if (annotation == NULL)
            {
              annotation = asc_import_layer_add (layer, id, label);
              annotation->quote = g_strdup (text);
              annotation->pointer = asc_json_reader_pointer (reader, NULL);
            }
          else if (annotation->quote != NULL && text != NULL)
            {
              g_autofree char *before = annotation->quote;

              annotation->quote = g_strjoin (" ", before, text, NULL);
            }
          asc_import_annotation_add_range (annotation, asc_json_reader_require_integer (reader, "start", 0, G_MAXUINT),
                                           asc_json_reader_require_integer (reader, "end", 0, G_MAXUINT));
        }
      else if (label != NULL)
        asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL, "start, end");
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

static void
take_relations (AscJsonReader  *reader,
                AscImportLayer *layer)
{
  if (!asc_json_reader_has (reader, "relations") || !asc_json_reader_enter_array (reader, "relations"))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      const char *type;
      const char *head;
      const char *tail;

      if (!asc_json_reader_enter_object_element (reader, i))
        continue;

      type = asc_json_reader_require_string (reader, "type");
      head = asc_json_reader_require_string (reader, "head");
      tail = asc_json_reader_require_string (reader, "tail");
      if (type != NULL && head != NULL && tail != NULL)
        asc_import_layer_relate (layer, type, head, tail)->pointer = asc_json_reader_pointer (reader, NULL);
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

static void
take_attributes (AscJsonReader  *reader,
                 AscImportLayer *layer)
{
  if (!asc_json_reader_has (reader, "attributes") || !asc_json_reader_enter_array (reader, "attributes"))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      const char *target;
      const char *name;
      const char *value;
      AscImportAnnotation *annotation;

      if (!asc_json_reader_enter_object_element (reader, i))
        continue;

      target = asc_json_reader_require_string (reader, "target");
      name = asc_json_reader_require_string (reader, "name");
      value = asc_json_reader_require_string (reader, "value");
      annotation = target != NULL ? asc_import_layer_lookup (layer, target) : NULL;
      if (value != NULL && g_str_has_prefix (value, DATE_PREFIX))
        value += strlen (DATE_PREFIX);

      if (annotation == NULL || name == NULL || value == NULL)
        asc_json_reader_report (reader, ASC_STORE_ERROR_DANGLING, "target", "%s", target != NULL ? target : "");
      else if (g_str_equal (name, "note") && annotation->note == NULL)
        annotation->note = g_strdup (value);
      else
        asc_import_annotation_add_attribute (annotation, name, value);
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

/* One line. NULL when there is no text in it; the problem is told. */
static AscImportArticle *
take_row (AscJsonReader *reader,
          const char    *path)
{
  const char *id = asc_json_reader_get_string (reader, "id");
  const char *text = asc_json_reader_require_string (reader, "text");
  const char *coder = asc_json_reader_get_string (reader, "annotator");
  AscImportArticle *article;
  AscImportLayer *layer;

  if (text == NULL)
    return NULL;

  article = asc_import_article_new (path, id, g_bytes_new (text, strlen (text)));
  layer = asc_import_article_get_layer (article, coder);
  take_spans (reader, layer);
  take_relations (reader, layer);
  take_attributes (reader, layer);

  return article;
}

/* ---- what our data set folder has beside the spans ---- */

typedef void (* RowFunc) (AscJsonReader *reader, gpointer data);

/* Other rows of the folder @file is in; a file that is not there, or not ours, says nothing. */
static void
read_beside (GFile        *file,
             const char   *name,
             RowFunc       func,
             gpointer      data,
             GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) other = g_file_get_child (folder, name);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscJsonLines) lines = asc_json_lines_open (other, name, problems, cancellable, NULL);
  AscJsonReader *reader;

  while (lines != NULL && asc_json_lines_next (lines, &reader, NULL) && reader != NULL)
    func (reader, data);
}

static char *
dup_string (AscJsonReader *reader,
            const char    *member)
{
  const char *value = asc_json_reader_get_string (reader, member);

  if (value == NULL || *value == '\0')
    return NULL;

  return g_strdup (g_str_has_prefix (value, DATE_PREFIX) ? value + strlen (DATE_PREFIX) : value);
}

static void
take_article_row (AscJsonReader *reader,
                  gpointer       data)
{
  GHashTable *metas = data;
  AscArticleMeta *meta = g_new0 (AscArticleMeta, 1);

  meta->id = g_strdup (asc_json_reader_get_string (reader, "id"));
  meta->title = dup_string (reader, "title");
  meta->outlet = dup_string (reader, "outlet");
  meta->author = dup_string (reader, "author");
  meta->published = dup_string (reader, "published");
  meta->url = dup_string (reader, "url");
  meta->language = dup_string (reader, "language");
  if (meta->id != NULL)
    g_hash_table_insert (metas, meta->id, meta);
  else
    asc_article_meta_free (meta);
}

static void
take_actor_row (AscJsonReader *reader,
                gpointer       data)
{
  GHashTable *names = data;
  const char *id = asc_json_reader_get_string (reader, "id");
  const char *name = asc_json_reader_get_string (reader, "name");

  if (id != NULL && name != NULL)
    g_hash_table_insert (names, g_strdup (id), g_strdup (name));
}

static void
add_beside (AscImportArticle *article,
            GHashTable       *metas,
            GHashTable       *actor_names)
{
  AscArticleMeta *meta = article->meta->id != NULL ? g_hash_table_lookup (metas, article->meta->id) : NULL;
  AscImportLayer *layer = g_ptr_array_index (article->layers, 0);

  if (meta != NULL)
    {
      asc_article_meta_free (article->meta);
      article->meta = asc_article_meta_copy (meta);
    }

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      GPtrArray *attributes = ((AscImportAnnotation *) g_ptr_array_index (layer->annotations, i))->attributes;

      for (guint j = 0; j < attributes->len; j++)
        {
          const char *value = ((AscImportAttribute *) g_ptr_array_index (attributes, j))->value;

          if (g_hash_table_contains (actor_names, value))
            asc_import_article_add_actor (article, value, g_hash_table_lookup (actor_names, value));
        }
    }
}

static gboolean
asc_spans_importer_read (AscImporter    *importer,
                         GFile          *file,
                         const char     *path,
                         AscImportFunc   func,
                         gpointer        user_data,
                         GPtrArray      *problems,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (AscJsonLines) lines = asc_json_lines_open (file, path, problems, cancellable, error);
  g_autoptr (GHashTable) metas = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) asc_article_meta_free);
  g_autoptr (GHashTable) actor_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (lines == NULL)
    return FALSE;

  read_beside (file, "articles.jsonl", take_article_row, metas, cancellable);
  read_beside (file, "actors.jsonl", take_actor_row, actor_names, cancellable);
  for (;;)
    {
      AscJsonReader *reader;
      AscImportArticle *article;

      if (!asc_json_lines_next (lines, &reader, error))
        return FALSE;
      if (reader == NULL)
        return TRUE;

      article = take_row (reader, path);
      asc_json_lines_mark (lines, article);
      if (article != NULL)
        add_beside (article, metas, actor_names);
      if (article != NULL && !func (article, user_data, error))
        return FALSE;
    }
}

static gboolean
asc_spans_importer_sniff (AscImporter *importer,
                          const char  *name,
                          GBytes      *start)
{
  return asc_importer_takes (importer, name) && asc_importer_start_has (start, "\"text\"")
         && (asc_importer_start_has (start, "\"spans\"") || g_bytes_get_size (start) == ASC_IMPORTER_START_BYTES);
}

static void
asc_spans_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".jsonl", ".ndjson", NULL };

  iface->name = "spans";
  iface->title = N_("Span JSON Lines");
  iface->extensions = extensions;
  iface->sniff = asc_spans_importer_sniff;
  iface->read = asc_spans_importer_read;
}
