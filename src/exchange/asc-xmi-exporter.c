/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-xmi-exporter.h"

#include <glib/gi18n.h>

#include "asc-layer-names.h"
#include "asc-xmi-types.h"

#define SOFA 1
#define DOCUMENT 2
#define STATE 3
#define FIRST 10

struct _AscXmiExporter
{
  GObject        parent_instance;

  GFile         *folder;
  AscXmiTypes   *types;
  AscLayerNames *names;
};

static void asc_xmi_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscXmiExporter, asc_xmi_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_xmi_exporter_iface_init))

/* A character that no XML 1.0 can hold, not even as a reference; the text importer keeps them out of texts, but notes are typed. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/* White space other than spaces becomes spaces in an attribute, unless it is a reference. */
static void
append_escaped (GString    *xml,
                const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (xml, "&amp;");
          break;
        case '<':
          g_string_append (xml, "&lt;");
          break;
        case '>':
          g_string_append (xml, "&gt;");
          break;
        case '"':
          g_string_append (xml, "&quot;");
          break;
        case '\t':
        case '\n':
        case '\r':
        case 0x85:
        case 0x2028:
          g_string_append_printf (xml, "&#%u;", c);
          break;
        default:
          g_string_append_unichar (xml, is_forbidden (c) ? 0xFFFD : c);
        }
    }
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  append_escaped (xml, value);
  g_string_append_c (xml, '"');
}

static void
append_place (GString       *xml,
              AscText       *text,
              const AscSpan *span)
{
  const AscOffsets *offsets = asc_text_get_offsets (text);

  g_string_append_printf (xml, " sofa=\"%d\" begin=\"%u\" end=\"%u\"", SOFA, asc_offsets_chars_to_utf16 (offsets, span->start),
                          asc_offsets_chars_to_utf16 (offsets, span->end));
}

/* Arrays of strings are elements within the element, in UIMA's XMI. */
static void
append_values (AscXmiExporter *self,
               GString        *xml,
               GString        *elements,
               const char     *name,
               GVariant       *value)
{
  g_autofree char *feature = asc_xmi_types_feature (name);
  g_auto (GStrv) values = asc_exporter_value_strings (value);

  if (!asc_xmi_types_is_array (self->types, feature))
    {
      append_attribute (xml, feature, values[0]);
      return;
    }
  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_string_append_printf (elements, "<%s>", feature);
      append_escaped (elements, values[i]);
      g_string_append_printf (elements, "</%s>", feature);
    }
}

static void
append_annotation (AscXmiExporter *self,
                   GString        *xml,
                   AscText        *text,
                   AscAnnotation  *annotation,
                   guint          *number)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      g_autoptr (GString) elements = g_string_new (NULL);

      g_string_append_printf (xml, "<ascribe:Span xmi:id=\"%u\"", (*number)++);
      append_place (xml, text, &spans[i]);
      append_attribute (xml, "id", asc_annotation_get_id (annotation));
      append_attribute (xml, "label", asc_annotation_get_label (annotation));
      if (i == 0 && asc_annotation_get_note (annotation) != NULL)
        append_attribute (xml, "note", asc_annotation_get_note (annotation));
      for (guint j = 0; i == 0 && j < asc_attributes_get_n (attributes); j++)
        append_values (self, xml, elements, asc_attributes_get_name (attributes, j), asc_attributes_get_nth (attributes, j));

      if (elements->len > 0)
        g_string_append_printf (xml, ">%s</ascribe:Span>\n", elements->str);
      else
        g_string_append (xml, "/>\n");
    }
}

static void
append_relation (GString     *xml,
                 AscText     *text,
                 AscRelation *relation,
                 GHashTable  *numbers,
                 GHashTable  *annotations,
                 guint       *number)
{
  AscAnnotation *to = g_hash_table_lookup (annotations, asc_relation_get_to (relation));

  g_string_append_printf (xml, "<ascribe:Relation xmi:id=\"%u\"", (*number)++);
  append_place (xml, text, asc_span_set_get_span (asc_annotation_get_spans (to), 0));
  append_attribute (xml, "id", asc_relation_get_id (relation));
  append_attribute (xml, "label", asc_relation_get_relation_type (relation));
  g_string_append_printf (xml, " Governor=\"%u\" Dependent=\"%u\"/>\n",
                          GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_from (relation))),
                          GPOINTER_TO_UINT (g_hash_table_lookup (numbers, asc_relation_get_to (relation))));
}

static char *
make_xmi (AscXmiExporter       *self,
          const AscExportLayer *layer)
{
  AscText *text = asc_article_get_text (layer->article);
  const char *language = asc_article_get_language (layer->article);
  const AscSpan whole = { 0, asc_text_get_length (text) };
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annotations = g_hash_table_new (g_str_hash, g_str_equal);
  guint number = FIRST;
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:tcas=\"http:///uima/tcas.ecore\" "
                               "xmlns:ascribe=\"" ASC_XMI_NAMESPACE "\" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");

  g_string_append_printf (xml, "<tcas:DocumentAnnotation xmi:id=\"%d\"", DOCUMENT);
  append_place (xml, text, &whole);
  append_attribute (xml, "language", language != NULL ? language : "x-unspecified");
  g_string_append_printf (xml, "/>\n<ascribe:Document xmi:id=\"%d\"", STATE);
  append_place (xml, text, &whole);
  append_attribute (xml, "id", asc_article_get_id (layer->article));
  append_attribute (xml, "coder", layer->coder);
  append_attribute (xml, "state", asc_state_to_string (layer->state));
  g_string_append (xml, "/>\n");

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const char *id = asc_annotation_get_id (annotation);

      g_hash_table_insert (numbers, (gpointer) id, GUINT_TO_POINTER (number));
      g_hash_table_insert (annotations, (gpointer) id, annotation);
      append_annotation (self, xml, text, annotation, &number);
    }
  for (guint i = 0; i < layer->relations->len; i++)
    append_relation (xml, text, g_ptr_array_index (layer->relations, i), numbers, annotations, &number);

  g_string_append_printf (xml, "<cas:Sofa xmi:id=\"%d\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"", SOFA);
  append_attribute (xml, "sofaString", asc_text_get_utf8 (text));
  g_string_append_printf (xml, "/>\n<cas:View sofa=\"%d\" members=\"%d %d", SOFA, DOCUMENT, STATE);
  for (guint i = FIRST; i < number; i++)
    g_string_append_printf (xml, " %u", i);
  g_string_append (xml, "\"/>\n</xmi:XMI>\n");

  return g_string_free_and_steal (xml);
}

static gboolean
has_forbidden (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    if (is_forbidden (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
count_characters (const AscExportLayer *layer,
                  AscLossReport        *losses)
{
  const char *article = asc_article_get_id (layer->article);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscAttributes *attributes = asc_annotation_get_attributes (annotation);
      const char *note = asc_annotation_get_note (annotation);

      if (note != NULL && has_forbidden (note))
        asc_loss_report_add (losses, ASC_LOSS_CHARACTER, article, layer->coder, asc_annotation_get_id (annotation), "note");
      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        {
          g_auto (GStrv) values = asc_exporter_value_strings (asc_attributes_get_nth (attributes, j));

          for (gsize k = 0; values[k] != NULL; k++)
            if (has_forbidden (values[k]))
              asc_loss_report_add (losses, ASC_LOSS_CHARACTER, article, layer->coder, asc_annotation_get_id (annotation),
                                   asc_attributes_get_name (attributes, j));
        }
    }
}

static void
asc_xmi_exporter_prepare (AscExporter          *exporter,
                          const AscExportLayer *layer,
                          AscLossReport        *losses)
{
  AscXmiExporter *self = ASC_XMI_EXPORTER (exporter);

  asc_layer_names_add (self->names, layer);
  asc_xmi_types_add_layer (self->types, layer);
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter), layer, losses);
  count_characters (layer, losses);
}

static gboolean
asc_xmi_exporter_begin (AscExporter             *exporter,
                        const AscExportContext  *context,
                        GOutputStream           *output,
                        GFile                   *folder,
                        GError                 **error)
{
  AscXmiExporter *self = ASC_XMI_EXPORTER (exporter);
  g_autofree char *xml = asc_xmi_types_to_xml (self->types);

  g_set_object (&self->folder, folder);

  return asc_exporter_write_file (self->folder, "TypeSystem.xml", xml, error);
}

static gboolean
asc_xmi_exporter_write (AscExporter           *exporter,
                        const AscExportLayer  *layer,
                        GError               **error)
{
  AscXmiExporter *self = ASC_XMI_EXPORTER (exporter);
  g_autofree char *path = asc_layer_names_path (self->names, layer, ".xmi");
  g_autofree char *xml = make_xmi (self, layer);

  return asc_exporter_write_file (self->folder, path, xml, error);
}

static gboolean
asc_xmi_exporter_end (AscExporter  *exporter,
                      GError      **error)
{
  return TRUE;
}

static void
asc_xmi_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "xmi";
  iface->title = N_("UIMA CAS XMI with its type system");
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->prepare = asc_xmi_exporter_prepare;
  iface->begin = asc_xmi_exporter_begin;
  iface->write = asc_xmi_exporter_write;
  iface->end = asc_xmi_exporter_end;
}

static void
asc_xmi_exporter_finalize (GObject *object)
{
  AscXmiExporter *self = ASC_XMI_EXPORTER (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->types, asc_xmi_types_free);
  g_clear_pointer (&self->names, asc_layer_names_free);

  G_OBJECT_CLASS (asc_xmi_exporter_parent_class)->finalize (object);
}

static void
asc_xmi_exporter_class_init (AscXmiExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_xmi_exporter_finalize;
}

static void
asc_xmi_exporter_init (AscXmiExporter *self)
{
  self->types = asc_xmi_types_new ();
  self->names = asc_layer_names_new ();
}
