/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-exporter.h"

G_DEFINE_INTERFACE (AscExporter, asc_exporter, G_TYPE_OBJECT)

static gboolean
is_actor_link (const AscExportLayer *layer,
               AscAnnotation        *annotation,
               const char           *attribute)
{
  AscLabel *label = asc_codebook_lookup_label (layer->context->codebook, asc_annotation_get_label (annotation));
  AscAttributeDefinition *definition = label != NULL ? asc_label_lookup_attribute (label, attribute) : NULL;

  return definition != NULL && asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_ACTOR;
}

static void
count_attributes (AscCarries            carries,
                  const AscExportLayer *layer,
                  AscAnnotation        *annotation,
                  AscLossReport        *losses)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  guint n = asc_attributes_get_n (attributes);

  for (guint i = 0; i < n; i++)
    {
      const char *name = asc_attributes_get_name (attributes, i);
      gboolean is_link = is_actor_link (layer, annotation, name);
      AscCarries needed = is_link ? ASC_CARRIES_ACTORS : ASC_CARRIES_ATTRIBUTES;

      if (!(carries & needed))
        asc_loss_report_add (losses, is_link ? ASC_LOSS_ACTOR : ASC_LOSS_ATTRIBUTE, asc_article_get_id (layer->article),
                             layer->coder, asc_annotation_get_id (annotation), name);
    }
}

/**
 * asc_exporter_prepare_by_carries:
 * @carries: what a format can carry
 * @layer: a layer
 * @losses: gets what is lost
 *
 * In canonical order an annotation lies inside an earlier one exactly when the furthest end so far is not before its own end, and crosses one when
 * that end is after its start: one pass is enough.
 */
void
asc_exporter_prepare_by_carries (AscCarries            carries,
                                 const AscExportLayer *layer,
                                 AscLossReport        *losses)
{
  const char *article = asc_article_get_id (layer->article);
  guint furthest_end = 0;

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const char *id = asc_annotation_get_id (annotation);
      const char *label = asc_annotation_get_label (annotation);
      guint end = asc_annotation_get_end (annotation);

      if (end <= furthest_end && !(carries & ASC_CARRIES_NESTED))
        asc_loss_report_add (losses, ASC_LOSS_NESTED, article, layer->coder, id, label);
      else if (end > furthest_end && asc_annotation_get_start (annotation) < furthest_end && !(carries & ASC_CARRIES_OVERLAPPING))
        asc_loss_report_add (losses, ASC_LOSS_OVERLAPPING, article, layer->coder, id, label);
      furthest_end = MAX (furthest_end, end);

      if (asc_span_set_get_n_spans (asc_annotation_get_spans (annotation)) > 1 && !(carries & ASC_CARRIES_DISCONTINUOUS))
        asc_loss_report_add (losses, ASC_LOSS_DISCONTINUOUS, article, layer->coder, id, label);
      if (asc_annotation_get_note (annotation) != NULL && !(carries & ASC_CARRIES_NOTES))
        asc_loss_report_add (losses, ASC_LOSS_NOTE, article, layer->coder, id, NULL);
      count_attributes (carries, layer, annotation, losses);
    }

  for (guint i = 0; i < layer->relations->len && !(carries & ASC_CARRIES_RELATIONS); i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);

      asc_loss_report_add (losses, ASC_LOSS_RELATION, article, layer->coder, asc_relation_get_id (relation),
                           asc_relation_get_relation_type (relation));
    }
}

static void
asc_exporter_default_prepare (AscExporter          *self,
                              const AscExportLayer *layer,
                              AscLossReport        *losses)
{
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (self), layer, losses);
}

static void
asc_exporter_default_init (AscExporterInterface *iface)
{
  iface->prepare = asc_exporter_default_prepare;
}

const char *
asc_exporter_get_name (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), NULL);

  return ASC_EXPORTER_GET_IFACE (self)->name;
}

/**
 * asc_exporter_get_title:
 * @self: an exporter
 *
 * Returns: (transfer none): the format's name for people, untranslated
 */
const char *
asc_exporter_get_title (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), NULL);

  return ASC_EXPORTER_GET_IFACE (self)->title;
}

/**
 * asc_exporter_get_extension:
 * @self: an exporter
 *
 * Returns: (transfer none) (nullable): what a file of the format ends in, with the dot; %NULL when the output can only be a folder
 */
const char *
asc_exporter_get_extension (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), NULL);

  return ASC_EXPORTER_GET_IFACE (self)->extension;
}

gboolean
asc_exporter_get_folder (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), FALSE);

  return ASC_EXPORTER_GET_IFACE (self)->folder;
}

AscCarries
asc_exporter_get_carries (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), 0);

  return ASC_EXPORTER_GET_IFACE (self)->carries;
}

const AscFormatOption *
asc_exporter_get_options (AscExporter *self)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), NULL);

  return ASC_EXPORTER_GET_IFACE (self)->options;
}

static gboolean
check_option (const AscFormatOption *options,
              const char            *name,
              const char            *value,
              GError               **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (gsize i = 0; options != NULL && options[i].name != NULL; i++)
    {
      g_autofree char *choices = NULL;

      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", options[i].name);
      if (!g_str_equal (options[i].name, name))
        continue;
      if (options[i].choices == NULL || g_strv_contains (options[i].choices, value))
        return TRUE;

      choices = g_strjoinv (", ", (GStrv) options[i].choices);
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s=%s: %s", name, value, choices);
      return FALSE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, "%s: %s", name, known->len > 0 ? known->str : "–");

  return FALSE;
}

/**
 * asc_exporter_check_options:
 * @self: an exporter
 * @options: what was chosen
 * @error: return location
 *
 * Returns: whether the format options of @options are options of this format, with values that it knows
 */
gboolean
asc_exporter_check_options (AscExporter       *self,
                            AscExportOptions  *options,
                            GError           **error)
{
  g_autoptr (GVariant) chosen = NULL;
  GVariantIter iter;
  const char *name;
  const char *value;

  g_return_val_if_fail (ASC_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (options), FALSE);

  g_object_get (options, "format-options", &chosen, NULL);
  g_variant_iter_init (&iter, chosen);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (!check_option (asc_exporter_get_options (self), name, value, error))
      return FALSE;

  return TRUE;
}

/**
 * asc_exporter_prepare:
 * @self: an exporter
 * @layer: a layer that will be written
 * @losses: gets what this format cannot carry of it
 */
void
asc_exporter_prepare (AscExporter          *self,
                      const AscExportLayer *layer,
                      AscLossReport        *losses)
{
  g_return_if_fail (ASC_IS_EXPORTER (self));
  g_return_if_fail (layer != NULL);
  g_return_if_fail (ASC_IS_LOSS_REPORT (losses));

  ASC_EXPORTER_GET_IFACE (self)->prepare (self, layer, losses);
}

/**
 * asc_exporter_begin:
 * @self: an exporter that has prepared every layer
 * @context: what is the same for the whole export; lives until asc_exporter_end()
 * @output: (nullable): where to write a single file
 * @folder: (nullable): where to write files, exclusive with @output
 * @error: return location
 *
 * Returns: whether it could begin
 */
gboolean
asc_exporter_begin (AscExporter             *self,
                    const AscExportContext  *context,
                    GOutputStream           *output,
                    GFile                   *folder,
                    GError                 **error)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail ((output != NULL) != (folder != NULL), FALSE);

  return ASC_EXPORTER_GET_IFACE (self)->begin (self, context, output, folder, error);
}

gboolean
asc_exporter_write (AscExporter           *self,
                    const AscExportLayer  *layer,
                    GError               **error)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), FALSE);
  g_return_val_if_fail (layer != NULL, FALSE);

  return ASC_EXPORTER_GET_IFACE (self)->write (self, layer, error);
}

gboolean
asc_exporter_end (AscExporter  *self,
                  GError      **error)
{
  g_return_val_if_fail (ASC_IS_EXPORTER (self), FALSE);

  return ASC_EXPORTER_GET_IFACE (self)->end (self, error);
}

/**
 * asc_exporter_create_file:
 * @folder: the output folder
 * @path: a relative path in it, "data/spans.jsonl"
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a buffered stream to the new file
 */
GOutputStream *
asc_exporter_create_file (GFile       *folder,
                          const char  *path,
                          GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) parent = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_resolve_relative_path (folder, path);
  parent = g_file_get_parent (file);
  if (!g_file_make_directory_with_parents (parent, NULL, &local_error) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return NULL;

  return g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 16);
}

gboolean
asc_exporter_write_string (GOutputStream  *output,
                           const char     *string,
                           GError        **error)
{
  return g_output_stream_write_all (output, string, strlen (string), NULL, NULL, error);
}

gboolean
asc_exporter_write_bytes (GOutputStream  *output,
                          GBytes         *bytes,
                          GError        **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_output_stream_write_all (output, data, size, NULL, NULL, error);
}

/**
 * asc_exporter_write_file:
 * @folder: the output folder
 * @path: a relative path in it
 * @content: all of the file
 * @error: return location
 *
 * Returns: whether the new file is there
 */
gboolean
asc_exporter_write_file (GFile       *folder,
                         const char  *path,
                         const char  *content,
                         GError     **error)
{
  g_autoptr (GOutputStream) output = asc_exporter_create_file (folder, path, error);

  return output != NULL && asc_exporter_write_string (output, content, error) && g_output_stream_close (output, NULL, error);
}

GStrv
asc_exporter_value_strings (GVariant *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (value != NULL, NULL);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_dup_strv (value, NULL);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    g_strv_builder_add (builder, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_strv_builder_take (builder, g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value)));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_strv_builder_add (builder, g_variant_get_boolean (value) ? "true" : "false");

  return g_strv_builder_end (builder);
}

const char *
asc_exporter_actor_attribute (const AscExportLayer *layer,
                              AscAnnotation        *annotation)
{
  AscLabel *label = asc_codebook_lookup_label (layer->context->codebook, asc_annotation_get_label (annotation));
  AscAttributeDefinition *definition = label != NULL ? asc_label_find_attribute_of_kind (label, ASC_ATTRIBUTE_ACTOR) : NULL;

  return definition != NULL ? asc_attribute_definition_get_name (definition) : NULL;
}
