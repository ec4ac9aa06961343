/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-brat-exporter.h"

#include <glib/gi18n.h>

#include "asc-brat-configuration.h"
#include "asc-layer-names.h"
#include "asc-offset-option.h"

struct _AscBratExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  GFile                  *folder;
  gboolean                utf16;         /* offsets */
  AscLayerNames          *names;
};

static void asc_brat_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscBratExporter, asc_brat_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_brat_exporter_iface_init))

static const AscFormatOption options[] = {
  ASC_OFFSET_FORMAT_OPTION,
  { NULL, NULL, NULL }
};

/* What brat, which reads with Python's splitlines (), takes for the end of a line. */
static gboolean
is_line_break (gunichar c)
{
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The spans of an annotation, cut at line breaks: one on several lines is one in several pieces. */
static GArray *
cut_at_lines (AscText    *text,
              AscSpanSet *spans)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  gsize n;
  const AscSpan *whole = asc_span_set_get_spans (spans, &n);

  for (gsize i = 0; i < n; i++)
    {
      AscSpan piece = { whole[i].start, whole[i].start };

      for (guint offset = whole[i].start; offset <= whole[i].end; offset++)
        {
          if (offset < whole[i].end && !is_line_break (asc_text_char_at (text, offset)))
            continue;
          piece.end = offset;
          if (!asc_span_is_empty (&piece))
            g_array_append_val (pieces, piece);
          piece.start = offset + 1;
        }
    }

  return pieces;
}

/* Whether there is anything of an annotation but line breaks. */
static gboolean
has_pieces (AscText       *text,
            AscAnnotation *annotation)
{
  g_autoptr (GArray) pieces = cut_at_lines (text, asc_annotation_get_spans (annotation));

  return pieces->len > 0;
}

/* "T1⇥claim 40 50;55 73⇥the two officials held roles" */
static void
append_annotation (AscBratExporter *self,
                   AscText         *text,
                   AscAnnotation   *annotation,
                   guint            number,
                   GString         *lines)
{
  g_autoptr (GArray) pieces = cut_at_lines (text, asc_annotation_get_spans (annotation));
  g_autoptr (GString) quote = g_string_new (NULL);

  g_string_append_printf (lines, "T%u\t%s ", number, asc_annotation_get_label (annotation));
  for (guint i = 0; i < pieces->len; i++)
    {
      const AscSpan *piece = &g_array_index (pieces, AscSpan, i);
      g_autofree char *slice = asc_text_slice (text, piece);

      g_string_append_printf (lines, "%s%u %u", i > 0 ? ";" : "", asc_offset_option_convert (self->utf16, text, piece->start),
                              asc_offset_option_convert (self->utf16, text, piece->end));
      g_string_append_printf (quote, "%s%s", i > 0 ? " " : "", slice);
    }
  g_string_append_printf (lines, "\t%s\n", quote->str);
}

/* A value on one line: TAB and line ends as spaces. */
static char *
one_line (const char *value)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || is_line_break (c))
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static char *
value_to_string (GVariant *value)
{
  g_auto (GStrv) strings = asc_exporter_value_strings (value);
  g_autofree char *joined = g_strjoinv ("+", strings);

  return one_line (joined);
}

static AscAttributeKind
kind_of (const AscExportLayer *layer,
         AscAnnotation        *annotation,
         const char           *attribute)
{
  AscLabel *label = asc_codebook_lookup_label (layer->context->codebook, asc_annotation_get_label (annotation));
  AscAttributeDefinition *definition = label != NULL ? asc_label_lookup_attribute (label, attribute) : NULL;

  return definition != NULL ? asc_attribute_definition_get_kind (definition) : ASC_ATTRIBUTE_TEXT;
}

/* "N1⇥Reference T1 entity:wang-zhisheng⇥Wang Zhisheng": an actor, or a date, as what brat calls a normalisation. An id has no space there. */
static gboolean
append_reference (const AscExportLayer *layer,
                  AscAttributeKind      kind,
                  guint                 target,
                  const char           *value,
                  guint                *number,
                  GString              *lines)
{
  AscActor *actor = kind == ASC_ATTRIBUTE_ACTOR ? asc_actor_register_lookup (layer->context->actors, value) : NULL;
  g_autofree char *name = one_line (actor != NULL ? asc_actor_get_name (actor) : value);

  if ((kind != ASC_ATTRIBUTE_ACTOR && kind != ASC_ATTRIBUTE_DATE) || *value == '\0' || strpbrk (value, " \t\n") != NULL)
    return FALSE;

  g_string_append_printf (lines, "N%u\tReference T%u %s:%s\t%s\n", ++*number, target, kind == ASC_ATTRIBUTE_ACTOR ? "entity" : "timex", value, name);

  return TRUE;
}

static char *
make_ann (AscBratExporter      *self,
          const AscExportLayer *layer)
{
  AscText *text = asc_article_get_text (layer->article);
  GString *lines = g_string_new (NULL);
  g_autoptr (GString) attribute_lines = g_string_new (NULL);
  g_autoptr (GString) reference_lines = g_string_new (NULL);
  g_autoptr (GString) note_lines = g_string_new (NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_attributes = 0;
  guint n_references = 0;
  guint n_notes = 0;

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscAttributes *attributes = asc_annotation_get_attributes (annotation);
      guint target = i + 1;

      if (!has_pieces (text, annotation))
        continue;
      g_hash_table_insert (numbers, (gpointer) asc_annotation_get_id (annotation), GUINT_TO_POINTER (target));
      append_annotation (self, text, annotation, target, lines);

      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        {
          const char *name = asc_attributes_get_name (attributes, j);
          GVariant *variant = asc_attributes_get_nth (attributes, j);
          g_autofree char *value = value_to_string (variant);
          AscAttributeKind kind = kind_of (layer, annotation, name);

          if (append_reference (layer, kind, target, value, &n_references, reference_lines))
            continue;
          if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING_ARRAY) && g_variant_n_children (variant) == 0)
            continue;
          /* A flag is there or not; "false" has to be said. */
          if (g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (variant))
            g_string_append_printf (attribute_lines, "A%u\t%s T%u\n", ++n_attributes, name, target);
          else
            g_string_append_printf (attribute_lines, "A%u\t%s T%u %s\n", ++n_attributes, name, target, value);
        }

      if (asc_annotation_get_note (annotation) != NULL)
        {
          g_autofree char *note = one_line (asc_annotation_get_note (annotation));

          g_string_append_printf (note_lines, "#%u\tAnnotatorNotes T%u\t%s\n", ++n_notes, target, note);
        }
    }

  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_from (relation)));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_to (relation)));

      if (from > 0 && to > 0)
        g_string_append_printf (lines, "R%u\t%s Arg1:T%u Arg2:T%u\n", i + 1, asc_relation_get_relation_type (relation), from, to);
    }

  g_string_append (lines, attribute_lines->str);
  g_string_append (lines, reference_lines->str);
  g_string_append (lines, note_lines->str);

  return g_string_free_and_steal (lines);
}

static gboolean
is_one_line (const char *value)
{
  g_autofree char *line = one_line (value);

  return g_str_equal (line, value);
}

/* Values and notes of several lines come out as one, and line breaks at the ends of an annotation do not come out. */
static void
count_lines (const AscExportLayer *layer,
             AscLossReport        *losses)
{
  const char *article = asc_article_get_id (layer->article);
  AscText *text = asc_article_get_text (layer->article);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscAttributes *attributes = asc_annotation_get_attributes (annotation);
      const char *note = asc_annotation_get_note (annotation);

      if (is_line_break (asc_text_char_at (text, asc_annotation_get_start (annotation)))
          || is_line_break (asc_text_char_at (text, asc_annotation_get_end (annotation) - 1)))
        asc_loss_report_add (losses, ASC_LOSS_CHARACTER, article, layer->coder, asc_annotation_get_id (annotation), asc_annotation_get_label (annotation));
      if (note != NULL && !is_one_line (note))
        asc_loss_report_add (losses, ASC_LOSS_CHARACTER, article, layer->coder, asc_annotation_get_id (annotation), "note");
      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        {
          const char *name = asc_attributes_get_name (attributes, j);
          const char *value = asc_attributes_get_string (attributes, name);

          if (value != NULL && !is_one_line (value))
            asc_loss_report_add (losses, ASC_LOSS_CHARACTER, article, layer->coder, asc_annotation_get_id (annotation), name);
        }
    }
}

static void
asc_brat_exporter_prepare (AscExporter          *exporter,
                           const AscExportLayer *layer,
                           AscLossReport        *losses)
{
  AscBratExporter *self = ASC_BRAT_EXPORTER (exporter);

  asc_layer_names_add (self->names, layer);
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  count_lines (layer, losses);
  asc_offset_option_warn (layer, losses);
}

static gboolean
asc_brat_exporter_begin (AscExporter             *exporter,
                         const AscExportContext  *context,
                         GOutputStream           *output,
                         GFile                   *folder,
                         GError                 **error)
{
  AscBratExporter *self = ASC_BRAT_EXPORTER (exporter);
  g_autofree char *annotation_conf = asc_brat_configuration_annotation (context->codebook);
  g_autofree char *visual_conf = asc_brat_configuration_visual (context->codebook);

  self->context = context;
  self->utf16 = asc_offset_option_is_utf16 (context->options);
  g_set_object (&self->folder, folder);

  return asc_exporter_write_file (self->folder, "annotation.conf", annotation_conf, error)
         && asc_exporter_write_file (self->folder, "visual.conf", visual_conf, error);
}

static gboolean
asc_brat_exporter_write (AscExporter           *exporter,
                         const AscExportLayer  *layer,
                         GError               **error)
{
  AscBratExporter *self = ASC_BRAT_EXPORTER (exporter);
  g_autofree char *ann = make_ann (self, layer);
  g_autofree char *txt_path = asc_layer_names_path (self->names, layer, ".txt");
  g_autofree char *ann_path = asc_layer_names_path (self->names, layer, ".ann");
  const char *utf8 = asc_text_get_utf8 (asc_article_get_text (layer->article));

  return asc_exporter_write_file (self->folder, txt_path, utf8, error)
         && asc_exporter_write_file (self->folder, ann_path, ann, error);
}

static gboolean
asc_brat_exporter_end (AscExporter  *exporter,
                       GError      **error)
{
  return TRUE;
}

static void
asc_brat_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "brat";
  iface->title = N_("brat standoff");
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_brat_exporter_prepare;
  iface->begin = asc_brat_exporter_begin;
  iface->write = asc_brat_exporter_write;
  iface->end = asc_brat_exporter_end;
}

static void
asc_brat_exporter_finalize (GObject *object)
{
  AscBratExporter *self = ASC_BRAT_EXPORTER (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->names, asc_layer_names_free);

  G_OBJECT_CLASS (asc_brat_exporter_parent_class)->finalize (object);
}

static void
asc_brat_exporter_class_init (AscBratExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_brat_exporter_finalize;
}

static void
asc_brat_exporter_init (AscBratExporter *self)
{
  self->names = asc_layer_names_new ();
}
