/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-label-studio-config.h"

#include "asc-color.h"

/* A control stands for the attributes of one name, whatever label they belong to. */
typedef struct
{
  char             *name;
  AscAttributeKind  kind;     /* of the first */
  GPtrArray        *labels;   /* (element-type utf8) */
  GPtrArray        *values;   /* (element-type utf8) */
} Control;

static void
control_free (gpointer data)
{
  Control *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->values);
  g_free (self);
}

static Control *
get_control (GPtrArray        *controls,
             const char       *name,
             AscAttributeKind  kind)
{
  Control *control;

  for (guint i = 0; i < controls->len; i++)
    {
      control = g_ptr_array_index (controls, i);
      if (g_str_equal (control->name, name))
        return control;
    }

  control = g_new0 (Control, 1);
  control->name = g_strdup (name);
  control->kind = kind;
  control->labels = g_ptr_array_new_with_free_func (g_free);
  control->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (controls, control);

  return control;
}

static void
add_unique (GPtrArray  *strings,
            const char *string)
{
  if (!g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
    g_ptr_array_add (strings, g_strdup (string));
}

static GPtrArray *
list_controls (AscCodebook *codebook)
{
  GPtrArray *controls = g_ptr_array_new_with_free_func (control_free);
  GListModel *labels = asc_codebook_get_labels (codebook);
  GListModel *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);
      GListModel *definitions = asc_label_get_attributes (label);

      for (guint j = 0; j < g_list_model_get_n_items (definitions); j++)
        {
          g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, j);
          Control *control = get_control (controls, asc_attribute_definition_get_name (definition), asc_attribute_definition_get_kind (definition));

          add_unique (control->labels, asc_label_get_name (label));
          for (guint k = 0; k < asc_attribute_definition_get_n_choices (definition); k++)
            add_unique (control->values, asc_attribute_definition_get_choice (definition, k)->name);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      const char * const *from = asc_relation_type_get_from_labels (type);
      const char *name = asc_relation_type_get_none_attribute (type);

      if (!asc_relation_type_get_expected (type))
        continue;
      for (gsize j = 0; from[j] != NULL; j++)
        add_unique (get_control (controls, name, ASC_ATTRIBUTE_FLAG)->labels, from[j]);
    }

  return controls;
}

static void
append_escaped (GString    *xml,
                const char *format,
                ...)
{
  g_autofree char *escaped = NULL;
  va_list args;

  va_start (args, format);
  escaped = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (xml, escaped);
}

static void
append_control (GString       *xml,
                const Control *control)
{
  g_autofree char *name = asc_label_studio_config_control (control->name);
  g_autoptr (GString) labels = g_string_new (NULL);
  gboolean is_choice = control->kind == ASC_ATTRIBUTE_CHOICE || control->kind == ASC_ATTRIBUTE_MULTI_CHOICE || control->kind == ASC_ATTRIBUTE_FLAG;

  for (guint i = 0; i < control->labels->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (control->labels, i));

  append_escaped (xml, "  <%s name=\"%s\" toName=\"text\" perRegion=\"true\" whenTagName=\"label\" whenLabelValue=\"%s\"",
                  is_choice ? "Choices" : "TextArea", name, labels->str);
  if (!is_choice)
    {
      g_string_append (xml, " maxSubmissions=\"1\"/>\n");
      return;
    }

  g_string_append (xml, control->kind == ASC_ATTRIBUTE_MULTI_CHOICE ? " choice=\"multiple\">" : ">");
  if (control->kind == ASC_ATTRIBUTE_FLAG)
    g_string_append (xml, "<Choice value=\"true\"/><Choice value=\"false\"/>");
  for (guint i = 0; i < control->values->len; i++)
    append_escaped (xml, "<Choice value=\"%s\"/>", g_ptr_array_index (control->values, i));
  g_string_append (xml, "</Choices>\n");
}

char *
asc_label_studio_config_control (const char *attribute)
{
  return g_str_equal (attribute, "label") || g_str_equal (attribute, "text") ? g_strconcat (attribute, "_", NULL) : g_strdup (attribute);
}

char *
asc_label_studio_config_make (AscCodebook *codebook,
                              gboolean     with_pieces)
{
  g_autoptr (GString) xml = g_string_new ("<View>\n  <Relations>");
  g_autoptr (GPtrArray) controls = list_controls (codebook);
  GListModel *labels = asc_codebook_get_labels (codebook);
  GListModel *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);

      append_escaped (xml, "<Relation value=\"%s\"/>", asc_relation_type_get_name (type));
    }
  if (with_pieces)
    g_string_append (xml, "<Relation value=\"same_span\"/>");
  g_string_append (xml, "</Relations>\n  <Labels name=\"label\" toName=\"text\">");

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      append_escaped (xml, "<Label value=\"%s\" background=\"%s\"/>", asc_label_get_name (label), asc_color_to_hex (asc_label_get_values (label)->color));
    }
  g_string_append (xml, "</Labels>\n  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n");

  for (guint i = 0; i < controls->len; i++)
    append_control (xml, g_ptr_array_index (controls, i));
  g_string_append (xml, "</View>\n");

  return g_string_free_and_steal (g_steal_pointer (&xml));
}
