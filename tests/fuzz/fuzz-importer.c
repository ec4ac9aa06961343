/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A foreign file of the format FORMAT never stops the program, and what was understood of it is the same after it was written by EXPORTER and read again: text,
 * annotations, and, when EXACT, relations. Formats of tokens (not EXACT) put a text together anew, so that only reading again is tried.
 *
 * FILE is what the file is called; beside it is a text of its own, for the formats that have it there. */
#include <glib/gstdio.h>
#include <string.h>

#include "asc-codebook-file.h"
#include "asc-exporter-registry.h"
#include "asc-import-convert.h"
#include "asc-import-names.h"
#include "asc-importer-registry.h"
#include "fuzz.h"

#define TEXT "😀 Dr. Wang Zhisheng stated on July 4\nthat the two officials held dual roles.\n"

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("ascribe-fuzz-XXXXXX", NULL);

  g_assert_nonnull (folder);

  return folder;
}

static void
remove_folder (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

static gboolean
take_article (AscImportArticle *article,
              gpointer          user_data,
              GError          **error)
{
  g_ptr_array_add (user_data, article);

  return TRUE;
}

/* What a file says: (element-type AscImportArticle). A problem needs a path and a code that has a name. */
static GPtrArray *
parse (const char *path)
{
  g_autoptr (AscImporter) importer = asc_importer_registry_new (FORMAT);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_import_article_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gboolean done = asc_importer_read (importer, file, name, take_article, articles, problems, NULL, &error);

  g_assert_true (done == (error == NULL));
  for (guint i = 0; i < problems->len; i++)
    {
      AscProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->path, ==, name);
      g_assert_nonnull (asc_store_error_code_to_string (problem->code));
    }

  return articles;
}

static int
compare_annotations (gconstpointer a,
                     gconstpointer b)
{
  return asc_annotation_compare (*(AscAnnotation **) a, *(AscAnnotation **) b);
}

static char *
spans_to_string (AscSpanSet *spans)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    g_string_append_printf (string, "%u-%u ", asc_span_set_get_span (spans, i)->start, asc_span_set_get_span (spans, i)->end);

  return g_string_free_and_steal (string);
}

typedef struct
{
  AscCodebook    *codebook;
  AscImportNames *names;
} World;

/* Whether a piece begins or ends with white space, which no selection in the program does, and brat has no place for. */
static gboolean
is_untidy (AscText    *text,
           AscSpanSet *spans)
{
  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    {
      const AscSpan *span = asc_span_set_get_span (spans, i);
      gunichar first = asc_text_char_at (text, span->start);
      gunichar last = asc_text_char_at (text, span->end - 1);

      if (g_unichar_isspace (first) || first == 0x85 || g_unichar_isspace (last) || last == 0x85)
        return TRUE;
    }

  return FALSE;
}

static AscAnnotation *
make_annotation (World               *world,
                 AscText             *text,
                 AscImportAnnotation *source,
                 AscSpanSet          *spans,
                 guint                number)
{
  const char *label = asc_import_names_label (world->names, source->label);
  g_autofree char *id = g_strdup_printf ("a%u", number);
  g_auto (GStrv) quote = asc_text_quote (text, spans);

  return g_object_new (ASC_TYPE_ANNOTATION, "id", id, "label", label, "spans", spans, "quote", quote, NULL);
}

/* The first layer of an article as an export gets it, each annotation once. */
static void
fill_layer (World               *world,
            AscExportLayer      *layer,
            AscImportArticle    *source,
            AscConvertedArticle *converted)
{
  AscImportLayer *from = source->layers->len > 0 ? g_ptr_array_index (source->layers, 0) : NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; from != NULL && i < from->annotations->len; i++)
    {
      AscImportAnnotation *annotation = g_ptr_array_index (from->annotations, i);
      AscSpanSet *spans = g_ptr_array_index (converted->spans, i);
      g_autoptr (AscAnnotation) made = NULL;
      g_autofree char *place = NULL;
      g_autofree char *same = NULL;
      AscAnnotation *known;

      if (spans == NULL || is_untidy (asc_article_get_text (converted->article), spans))
        continue;
      made = make_annotation (world, asc_article_get_text (converted->article), annotation, spans, i);
      place = spans_to_string (spans);
      same = g_strconcat (asc_annotation_get_label (made), " ", place, NULL);
      known = g_hash_table_lookup (seen, same);
      if (known == NULL)
        {
          known = made;
          g_hash_table_insert (seen, g_strdup (same), made);
          g_ptr_array_add (layer->annotations, g_object_ref (made));
        }
      if (annotation->key != NULL)
        g_hash_table_insert (ids, g_strdup (annotation->key), known);
    }
  g_ptr_array_sort (layer->annotations, compare_annotations);

  for (guint i = 0; from != NULL && i < from->relations->len; i++)
    {
      AscImportRelation *relation = g_ptr_array_index (from->relations, i);
      AscAnnotation *one = g_hash_table_lookup (ids, relation->from);
      AscAnnotation *other = g_hash_table_lookup (ids, relation->to);
      g_autofree char *id = g_strdup_printf ("r%u", i);

      if (one != NULL && other != NULL && one != other)
        g_ptr_array_add (layer->relations,
                         asc_relation_new (id, asc_import_names_relation (world->names, relation->type, asc_annotation_get_label (one),
                                                                          asc_annotation_get_label (other)),
                                           asc_annotation_get_id (one), asc_annotation_get_id (other)));
    }
}

/* What must come back: text, annotations, relations. */
static char *
print_layer (const AscExportLayer *layer)
{
  GString *out = g_string_new (asc_text_get_utf8 (asc_article_get_text (layer->article)));
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *last = NULL;

  g_string_append_c (out, '\n');
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      g_autofree char *spans = spans_to_string (asc_annotation_get_spans (annotation));
      char *name = g_strdup_printf ("%s %s", asc_annotation_get_label (annotation), spans);

      g_string_append_printf (out, "%s\n", name);
      g_hash_table_insert (names, (gpointer) asc_annotation_get_id (annotation), name);
    }
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      g_ptr_array_add (relations, g_strdup_printf ("%s(%s, %s)", asc_relation_get_relation_type (relation),
                                                   (char *) g_hash_table_lookup (names, asc_relation_get_from (relation)),
                                                   (char *) g_hash_table_lookup (names, asc_relation_get_to (relation))));
    }
  /* Each once: the model has no two of one kind between the same annotations. */
  g_ptr_array_sort_values (relations, (GCompareFunc) strcmp);
  for (guint i = 0; i < relations->len; i++)
    {
      if (g_strcmp0 (last, g_ptr_array_index (relations, i)) != 0)
        g_string_append_printf (out, "%s\n", (char *) g_ptr_array_index (relations, i));
      last = g_ptr_array_index (relations, i);
    }

  return g_string_free_and_steal (out);
}

static void
write_layer (const AscExportLayer *layer,
             const char           *folder,
             gboolean              as_folder)
{
  g_autoptr (AscExporter) exporter = asc_exporter_registry_new (EXPORTER);
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();
  g_autofree char *path = g_build_filename (folder, WRITTEN, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GError) error = NULL;

  asc_exporter_prepare (exporter, layer, losses);
  if (!as_folder)
    output = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  asc_exporter_begin (exporter, layer->context, G_OUTPUT_STREAM (output), as_folder ? folder_file : NULL, &error);
  g_assert_no_error (error);
  asc_exporter_write (exporter, layer, &error);
  g_assert_no_error (error);
  asc_exporter_end (exporter, &error);
  g_assert_no_error (error);
  if (output != NULL)
    g_output_stream_close (G_OUTPUT_STREAM (output), NULL, NULL);
}

static AscExportLayer
new_layer (AscExportContext *context,
           AscArticle       *article)
{
  return (AscExportLayer) {
    .context = context, .article = article, .coder = "anna", .state = ASC_STATE_DONE,
    .annotations = g_ptr_array_new_with_free_func (g_object_unref), .relations = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

static void
clear_layer (AscExportLayer *layer)
{
  g_ptr_array_unref (layer->annotations);
  g_ptr_array_unref (layer->relations);
}

static void
check_article (AscImportArticle *source)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscConvertedArticle) converted = asc_import_convert (source, problems, NULL);
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
  g_autoptr (AscExportOptions) options = asc_export_options_new ();
  g_autoptr (AscImportNames) names = asc_import_names_new (codebook);
  World world = { codebook, names };
  AscExportContext context = { .project_name = "Fuzz", .codebook = codebook, .actors = actors, .options = options, .as_folder = AS_FOLDER };
  AscArticleMeta meta = { .id = (char *) "x" };
  g_autoptr (AscArticle) article = NULL;
  g_autoptr (AscCodebook) grown = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  AscExportLayer layer;

  /* A byte order mark at the start of a clean text is a character; read again, it is a mark. */
  if (converted == NULL || g_str_has_prefix (asc_text_get_utf8 (asc_article_get_text (converted->article)), "\uFEFF"))
    return;

  article = asc_article_new_full (&meta, asc_article_get_text (converted->article));
  layer = new_layer (&context, article);
  fill_layer (&world, &layer, source, converted);
  grown = asc_import_names_take_codebook (names);
  if (grown != NULL)
    context.codebook = grown;

  folder = make_folder ();
  path = g_build_filename (folder, WRITTEN, NULL);
  write_layer (&layer, folder, AS_FOLDER);
  again = parse (path);
  g_assert_cmpuint (again->len, >=, EXACT ? 1 : 0);
  if (EXACT)
    {
      AscImportArticle *second = g_ptr_array_index (again, 0);
      g_autoptr (AscConvertedArticle) second_converted = asc_import_convert (second, problems, NULL);

      /* Without its controls a text may look like something else than text. */
      if (second_converted != NULL)
        {
          AscExportLayer other = new_layer (&context, second_converted->article);
          g_autofree char *before = print_layer (&layer);
          g_autofree char *after = NULL;

          fill_layer (&world, &other, second, second_converted);
          after = print_layer (&other);
          g_assert_cmpstr (before, ==, after);
          clear_layer (&other);
        }
    }
  remove_folder (folder);
  clear_layer (&layer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         n_bytes)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autofree char *text = g_build_filename (folder, "x.txt", NULL);
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_true (g_file_set_contents (text, TEXT, -1, NULL));
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) n_bytes, NULL));
  articles = parse (path);
  for (guint i = 0; i < articles->len; i++)
    check_article (g_ptr_array_index (articles, i));
  remove_folder (folder);

  return 0;
}
