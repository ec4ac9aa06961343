/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-xmi-types.h"

#include <string.h>

struct _AscXmiTypes
{
  GTree *features;   /* (element-type utf8 gboolean) name → whether it is an array */
};

static const char * const taken[] = { "id", "label", "note", "sofa", "begin", "end", "Governor", "Dependent", "type", "address", NULL };

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return strcmp (a, b);
}

AscXmiTypes *
asc_xmi_types_new (void)
{
  AscXmiTypes *self = g_new0 (AscXmiTypes, 1);

  self->features = g_tree_new_full (compare_names, NULL, g_free, NULL);

  return self;
}

void
asc_xmi_types_free (AscXmiTypes *self)
{
  g_tree_unref (self->features);
  g_free (self);
}

char *
asc_xmi_types_feature (const char *attribute)
{
  g_autofree char *name = g_strdelimit (g_strdup (attribute), "-.", '_');

  return g_strv_contains (taken, name) ? g_strconcat (name, "_", NULL) : g_steal_pointer (&name);
}

char *
asc_xmi_types_attribute (const char *feature)
{
  g_autofree char *name = g_strdup (feature);
  gsize n = strlen (name);

  if (n > 1 && name[n - 1] == '_')
    {
      name[n - 1] = '\0';
      if (g_strv_contains (taken, name))
        return g_steal_pointer (&name);
    }
  if (g_str_has_prefix (feature, "no_"))
    return g_strconcat ("no-", feature + 3, NULL);

  return g_strdup (feature);
}

static void
add_feature (AscXmiTypes *self,
             const char  *attribute,
             gboolean     is_array)
{
  char *feature = asc_xmi_types_feature (attribute);
  gboolean was_array = GPOINTER_TO_INT (g_tree_lookup (self->features, feature));

  g_tree_insert (self->features, feature, GINT_TO_POINTER (was_array || is_array));
}

static void
add_label (AscXmiTypes *self,
           AscLabel    *label)
{
  GListModel *definitions = asc_label_get_attributes (label);

  for (guint i = 0; i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);

      add_feature (self, asc_attribute_definition_get_name (definition), asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_MULTI_CHOICE);
    }
}

void
asc_xmi_types_add_layer (AscXmiTypes          *self,
                         const AscExportLayer *layer)
{
  GListModel *labels = asc_codebook_get_labels (layer->context->codebook);

  if (g_tree_nnodes (self->features) == 0)
    for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
      {
        g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

        add_label (self, label);
      }

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAttributes *attributes = asc_annotation_get_attributes (g_ptr_array_index (layer->annotations, i));

      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        add_feature (self, asc_attributes_get_name (attributes, j),
                     g_variant_is_of_type (asc_attributes_get_nth (attributes, j), G_VARIANT_TYPE_STRING_ARRAY));
    }
}

gboolean
asc_xmi_types_is_array (AscXmiTypes *self,
                        const char  *feature)
{
  return GPOINTER_TO_INT (g_tree_lookup (self->features, feature));
}

static void
append_feature (GString    *xml,
                const char *name,
                const char *range)
{
  g_string_append_printf (xml, "        <featureDescription><name>%s</name><description/><rangeTypeName>%s</rangeTypeName></featureDescription>\n", name, range);
}

static gboolean
append_attribute (gpointer key,
                  gpointer value,
                  gpointer data)
{
  append_feature (data, key, GPOINTER_TO_INT (value) ? "uima.cas.StringArray" : "uima.cas.String");

  return FALSE;
}

static void
begin_type (GString    *xml,
            const char *name)
{
  g_string_append_printf (xml, "    <typeDescription><name>" ASC_XMI_PACKAGE ".%s</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>\n"
                               "      <features>\n", name);
}

static void
end_type (GString *xml)
{
  g_string_append (xml, "      </features>\n    </typeDescription>\n");
}

char *
asc_xmi_types_to_xml (AscXmiTypes *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <types>\n");

  begin_type (xml, "Document");
  append_feature (xml, "id", "uima.cas.String");
  append_feature (xml, "coder", "uima.cas.String");
  append_feature (xml, "state", "uima.cas.String");
  end_type (xml);

  begin_type (xml, "Span");
  append_feature (xml, "id", "uima.cas.String");
  append_feature (xml, "label", "uima.cas.String");
  append_feature (xml, "note", "uima.cas.String");
  g_tree_foreach (self->features, append_attribute, xml);
  end_type (xml);

  begin_type (xml, "Relation");
  append_feature (xml, "id", "uima.cas.String");
  append_feature (xml, "label", "uima.cas.String");
  append_feature (xml, "Governor", ASC_XMI_PACKAGE ".Span");
  append_feature (xml, "Dependent", ASC_XMI_PACKAGE ".Span");
  end_type (xml);

  g_string_append (xml, "  </types>\n</typeSystemDescription>\n");

  return g_string_free_and_steal (xml);
}
