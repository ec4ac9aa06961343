/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-record.h"

#include <stdlib.h>

#include "asc-file-values.h"
#include "asc-id.h"

static const char * const known_members[] = {
  "id", "label", "spans", "quote", "attributes", "note", "origin", "modified", NULL,
};

/* A span and what it held, to be sorted together. */
typedef struct
{
  AscSpan span;
  char   *quote;
} Fragment;

static int
compare_fragments (const void *one,
                   const void *other)
{
  return asc_span_compare (&((const Fragment *) one)->span, &((const Fragment *) other)->span);
}

static void
read_spans (AscJsonReader       *reader,
            AscAnnotationRecord *self)
{
  if (!asc_json_reader_has (reader, "spans"))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL, "the member \"spans\" is missing");
  if (!asc_json_reader_enter_array (reader, "spans"))
    return;

  self->n_spans = asc_json_reader_get_n (reader);
  if (self->n_spans == 0)
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL, "no span");

  self->spans = g_new0 (AscSpan, self->n_spans);
  for (guint i = 0; i < self->n_spans; i++)
    {
      gint64 start = 0, end = 0;

      if (!asc_json_reader_enter_array_element (reader, i))
        continue;

      if (asc_json_reader_get_n (reader) != 2)
        asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL,
                                "%u numbers instead of a start and an end",
                                asc_json_reader_get_n (reader));
      else if (asc_json_reader_element_integer (reader, 0, 0, G_MAXINT, &start) &&
               asc_json_reader_element_integer (reader, 1, 0, G_MAXINT, &end) && start >= end)
        asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL,
                                "the end is not after the start");
      self->spans[i] = ASC_SPAN (start, end);
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

/* In reading order, whatever the order in the file. */
static void
sort_fragments (AscJsonReader       *reader,
                AscAnnotationRecord *self)
{
  g_autofree Fragment *fragments = g_new0 (Fragment, self->n_spans);

  for (guint i = 0; i < self->n_spans; i++)
    fragments[i] = (Fragment) { self->spans[i], self->quote != NULL ? self->quote[i] : NULL };
  qsort (fragments, self->n_spans, sizeof *fragments, compare_fragments);

  for (guint i = 0; i < self->n_spans; i++)
    {
      self->spans[i] = fragments[i].span;
      if (self->quote != NULL)
        self->quote[i] = fragments[i].quote;
      if (i > 0 && self->spans[i].start < self->spans[i - 1].end)
        asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "spans", "two spans overlap");
    }
}

static GVariant *
read_string_list (AscJsonReader *reader,
                  const char    *name)
{
  g_auto (GStrv) strings = asc_json_reader_get_strings (reader, name);

  return g_variant_new_strv ((const char * const *) strings, -1);
}

static GVariant *
read_attribute (AscJsonReader *reader,
                const char    *name,
                JsonNode      *node)
{
  GType type;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_string_list (reader, name);

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  if (type == G_TYPE_STRING)
    return g_variant_new_string (json_node_get_string (node));
  if (type == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    return g_variant_new_int64 (asc_json_reader_get_integer (reader, name, G_MININT64, G_MAXINT64, 0));

  asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, name,
                          "an attribute is a string, an integer, a boolean or an array of strings");
  return NULL;
}

static AscAttributes *
read_attributes (AscJsonReader *reader)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) values = NULL;
  JsonNode *attributes, *node;
  JsonObjectIter iter;
  const char *name;

  attributes = asc_json_reader_get_node (reader, "attributes");
  if (!asc_json_reader_enter_object (reader, "attributes"))
    return asc_attributes_new ();

  names = g_ptr_array_new ();
  values = g_ptr_array_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (attributes));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      GVariant *value;

      if (!asc_file_name_is_valid (name))
        asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, name, "not the name of an attribute");
      else if ((value = read_attribute (reader, name, node)) != NULL)
        {
          g_ptr_array_add (names, (gpointer) name);
          g_ptr_array_add (values, value);
        }
    }
  asc_json_reader_leave (reader);

  return asc_attributes_new_full ((const char * const *) names->pdata,
                                  (GVariant * const *) values->pdata, names->len);
}

static void
write_spans (AscJsonWriter    *writer,
             const AscSpanSet *spans)
{
  asc_json_writer_begin_array (writer, "spans", ASC_JSON_COMPACT);
  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    {
      const AscSpan *span = asc_span_set_get_span (spans, i);

      asc_json_writer_begin_array (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_integer (writer, NULL, span->start);
      asc_json_writer_integer (writer, NULL, span->end);
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_end_array (writer);
}

/**
 * asc_annotation_record_read:
 * @reader: a reader that stands on an annotation's object
 *
 * Everything that is wrong is reported. A missing quote is reported too, but the record is given: the text may be known to
 * be unchanged.
 *
 * Returns: (transfer full) (nullable): the record; %NULL when the caller must keep the object as it is
 */
AscAnnotationRecord *
asc_annotation_record_read (AscJsonReader *reader)
{
  g_autoptr (AscAnnotationRecord) self = g_new0 (AscAnnotationRecord, 1);
  guint n_before;
  const char *string;

  g_return_val_if_fail (reader != NULL, NULL);

  n_before = asc_json_reader_get_n_problems (reader);

  self->id = g_strdup (asc_json_reader_require_string (reader, "id"));
  if (self->id != NULL && !asc_id_is_valid (self->id))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "id", "not an id");
  self->label = g_strdup (asc_json_reader_require_string (reader, "label"));
  if (self->label != NULL && !asc_file_name_is_valid (self->label))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "label", "not the name of a label");

  read_spans (reader, self);
  self->quote = asc_json_reader_get_strings (reader, "quote");
  if (self->quote != NULL && g_strv_length (self->quote) != self->n_spans)
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "quote", "%u quotes for %u spans",
                            g_strv_length (self->quote), self->n_spans);
  else if (self->n_spans > 0)
    sort_fragments (reader, self);

  self->attributes = read_attributes (reader);
  self->note = g_strdup (asc_json_reader_get_string (reader, "note"));
  string = asc_json_reader_get_string (reader, "origin");
  if (string != NULL && !asc_origin_from_string (string, &self->origin))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "origin", "\"%s\" is no origin", string);
  string = asc_json_reader_get_string (reader, "modified");
  if (string != NULL && !asc_file_time_parse (string, &self->modified))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "modified", "\"%s\" is no time", string);

  if (asc_json_reader_get_n_problems (reader) > n_before)
    return NULL;

  if (self->quote == NULL)
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, NULL, "the member \"quote\" is missing");
  self->extra = asc_json_reader_take_extra (reader, known_members);
  return g_steal_pointer (&self);
}

/**
 * asc_annotation_record_free:
 * @self: (transfer full): a record
 */
void
asc_annotation_record_free (AscAnnotationRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->label);
  g_free (self->spans);
  g_strfreev (self->quote);
  g_clear_pointer (&self->attributes, asc_attributes_unref);
  g_free (self->note);
  g_free (self->extra);
  g_free (self);
}

/**
 * asc_annotation_record_is_within:
 * @self: a record
 * @text: the article's text
 *
 * Returns: whether every span ends within @text
 */
gboolean
asc_annotation_record_is_within (const AscAnnotationRecord *self,
                                 AscText                   *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  return self->spans[self->n_spans - 1].end <= asc_text_get_length (text);
}

/**
 * asc_annotation_record_fits:
 * @self: a record
 * @text: the article's text
 *
 * Returns: whether every span is within @text and holds what was quoted, if anything was
 */
gboolean
asc_annotation_record_fits (const AscAnnotationRecord *self,
                            AscText                   *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!asc_annotation_record_is_within (self, text))
    return FALSE;
  if (self->quote == NULL)
    return TRUE;

  for (guint i = 0; i < self->n_spans; i++)
    if (!asc_text_matches (text, &self->spans[i], self->quote[i]))
      return FALSE;
  return TRUE;
}

/**
 * asc_annotation_record_make:
 * @self: a record that fits
 * @text: the article's text
 *
 * Spans that touch become one, so the quote is taken from the text.
 *
 * Returns: (transfer full): the annotation
 */
AscAnnotation *
asc_annotation_record_make (const AscAnnotationRecord *self,
                            AscText                   *text)
{
  g_autoptr (AscSpanSet) spans = NULL;
  g_auto (GStrv) quote = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  spans = asc_span_set_new (self->spans, self->n_spans);
  quote = asc_text_quote (text, spans);
  return g_object_new (ASC_TYPE_ANNOTATION,
                       "id", self->id,
                       "label", self->label,
                       "spans", spans,
                       "quote", quote,
                       "attributes", self->attributes,
                       "note", self->note,
                       "origin", self->origin,
                       "modified", self->modified,
                       "extra", self->extra,
                       NULL);
}

/**
 * asc_annotation_record_write:
 * @writer: a writer that stands in the array of annotations
 * @annotation: an annotation
 *
 * Members that say nothing (no attributes, no note, time not known) are left out.
 */
void
asc_annotation_record_write (AscJsonWriter *writer,
                             AscAnnotation *annotation)
{
  AscAttributes *attributes;
  g_autofree char *modified = NULL;

  g_return_if_fail (writer != NULL && ASC_IS_ANNOTATION (annotation));

  attributes = asc_annotation_get_attributes (annotation);
  if (asc_annotation_get_modified (annotation) != 0)
    modified = asc_file_time_write (asc_annotation_get_modified (annotation));

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", asc_annotation_get_id (annotation));
  asc_json_writer_string (writer, "label", asc_annotation_get_label (annotation));
  write_spans (writer, asc_annotation_get_spans (annotation));
  asc_json_writer_strings (writer, "quote", asc_annotation_get_quote (annotation));
  if (asc_attributes_get_n (attributes) > 0)
    {
      asc_json_writer_begin_object (writer, "attributes", ASC_JSON_COMPACT);
      for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
        asc_json_writer_variant (writer, asc_attributes_get_name (attributes, i),
                                 asc_attributes_get_nth (attributes, i));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_string (writer, "note", asc_annotation_get_note (annotation));
  asc_json_writer_string (writer, "origin", asc_origin_to_string (asc_annotation_get_origin (annotation)));
  asc_json_writer_string (writer, "modified", modified);
  asc_json_writer_extra (writer, asc_annotation_get_extra (annotation));
  asc_json_writer_end_object (writer);
}
