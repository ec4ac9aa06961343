/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-brat-configuration.h"

#include "asc-color.h"

/* An attribute as brat has it: one name for all labels that have it. */
typedef struct
{
  char      *name;
  GPtrArray *labels;    /* (element-type utf8) */
  GPtrArray *values;    /* (element-type utf8) empty: a flag */
  gboolean   is_free;   /* text, numbers, dates and actors, which brat cannot offer */
} Attribute;

static void
attribute_free (gpointer data)
{
  Attribute *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static Attribute *
get_attribute (GPtrArray  *attributes,
               const char *name)
{
  Attribute *attribute;

  for (guint i = 0; i < attributes->len; i++)
    {
      attribute = g_ptr_array_index (attributes, i);
      if (g_str_equal (attribute->name, name))
        return attribute;
    }

  attribute = g_new0 (Attribute, 1);
  attribute->name = g_strdup (name);
  attribute->labels = g_ptr_array_new_with_free_func (g_free);
  attribute->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (attributes, attribute);

  return attribute;
}

static void
add_unique (GPtrArray  *strings,
            const char *string)
{
  if (!g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
    g_ptr_array_add (strings, g_strdup (string));
}

static void
add_definition (GPtrArray              *attributes,
                const char             *label,
                AscAttributeDefinition *definition)
{
  Attribute *attribute = get_attribute (attributes, asc_attribute_definition_get_name (definition));
  AscAttributeKind kind = asc_attribute_definition_get_kind (definition);

  add_unique (attribute->labels, label);
  for (guint i = 0; i < asc_attribute_definition_get_n_choices (definition); i++)
    add_unique (attribute->values, asc_attribute_definition_get_choice (definition, i)->name);
  attribute->is_free |= kind != ASC_ATTRIBUTE_CHOICE && kind != ASC_ATTRIBUTE_MULTI_CHOICE && kind != ASC_ATTRIBUTE_FLAG;
}

static GPtrArray *
list_attributes (AscCodebook *codebook)
{
  GPtrArray *attributes = g_ptr_array_new_with_free_func (attribute_free);
  GListModel *labels = asc_codebook_get_labels (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);
      GListModel *definitions = asc_label_get_attributes (label);

      for (guint j = 0; j < g_list_model_get_n_items (definitions); j++)
        {
          g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, j);

          add_definition (attributes, asc_label_get_name (label), definition);
        }
    }

  return attributes;
}

static char *
join (GPtrArray *strings)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (strings, i));

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
append_attributes (AscCodebook *codebook,
                   GString     *conf)
{
  g_autoptr (GPtrArray) attributes = list_attributes (codebook);
  GListModel *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < attributes->len; i++)
    {
      Attribute *attribute = g_ptr_array_index (attributes, i);
      g_autofree char *labels = join (attribute->labels);
      g_autofree char *values = join (attribute->values);

      if (attribute->is_free)
        continue;
      g_string_append_printf (conf, "%s\tArg:%s", attribute->name, labels);
      if (*values != '\0')
        g_string_append_printf (conf, ", Value:%s", values);
      g_string_append_c (conf, '\n');
    }

  /* The decisions that there is none. */
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      g_autofree char *from = g_strjoinv ("|", (GStrv) asc_relation_type_get_from_labels (type));

      if (asc_relation_type_get_expected (type))
        g_string_append_printf (conf, "%s\tArg:%s\n", asc_relation_type_get_none_attribute (type), from);
    }
}

char *
asc_brat_configuration_annotation (AscCodebook *codebook)
{
  g_autoptr (GString) conf = g_string_new ("[entities]\n");
  GListModel *labels = asc_codebook_get_labels (codebook);
  GListModel *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      g_string_append_printf (conf, "%s\n", asc_label_get_name (label));
    }

  g_string_append (conf, "\n[relations]\n");
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      g_autofree char *from = g_strjoinv ("|", (GStrv) asc_relation_type_get_from_labels (type));
      g_autofree char *to = g_strjoinv ("|", (GStrv) asc_relation_type_get_to_labels (type));

      g_string_append_printf (conf, "%s\tArg1:%s, Arg2:%s\n", asc_relation_type_get_name (type), from, to);
    }
  /* Without it brat's window refuses annotations that nest or cross. */
  g_string_append (conf, "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");

  g_string_append (conf, "\n[events]\n\n[attributes]\n");
  append_attributes (codebook, conf);

  return g_string_free_and_steal (g_steal_pointer (&conf));
}

char *
asc_brat_configuration_visual (AscCodebook *codebook)
{
  g_autoptr (GString) names = g_string_new ("[labels]\n");
  g_autoptr (GString) drawing = g_string_new ("\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgrey, borderColor:darken\n");
  GListModel *labels = asc_codebook_get_labels (codebook);
  GListModel *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      g_string_append_printf (names, "%s | %s\n", asc_label_get_name (label), asc_label_get_display_name (label));
      g_string_append_printf (drawing, "%s\tbgColor:%s\n", asc_label_get_name (label), asc_color_to_hex (asc_label_get_values (label)->color));
    }
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);

      if (asc_codebook_lookup_label (codebook, asc_relation_type_get_name (type)) == NULL)
        g_string_append_printf (names, "%s | %s\n", asc_relation_type_get_name (type), asc_relation_type_get_display_name (type));
    }
  g_string_append (drawing, "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n");

  return g_strconcat (names->str, drawing->str, NULL);
}
