/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-attribute-definition-file.h"

#include "asc-file-values.h"
#include "asc-id.h"

static void
choice_free (gpointer data)
{
  AscChoice *choice = data;

  g_free (choice->name);
  g_free (choice->display_name);
  g_free (choice->description);
  g_free (choice->parent);
  g_free (choice->extra);
  g_free (choice);
}

/* Appends the usable values of the member "values", each before those below it. */
static void
read_choices (AscJsonReader *reader,
              const char    *parent,
              GPtrArray     *choices,
              GHashTable    *names)
{
  static const char * const known[] = { "name", "display_name", "description", "values", NULL };

  if (!asc_json_reader_enter_array (reader, "values"))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      JsonNode *node = asc_json_reader_element_node (reader, i);
      const char *name;
      AscChoice *choice;

      if (!asc_json_reader_enter_object_element (reader, i))
        {
          asc_json_reader_keep (reader, "unusable_values", node);
          continue;
        }

      name = asc_json_reader_require_string (reader, "name");
      /* Codes of published schemes are numbers as often as words, so a value may begin with a digit. */
      if (name != NULL && !asc_id_is_valid (name))
        {
          asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "name", "not the name of a value");
          name = NULL;
        }
      else if (name != NULL && g_hash_table_contains (names, name))
        {
          asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, "name", "the value \"%s\" is there twice",
                                  name);
          name = NULL;
        }
      if (name == NULL)
        {
          asc_json_reader_leave (reader);
          asc_json_reader_keep (reader, "unusable_values", node);
          continue;
        }

      choice = g_new0 (AscChoice, 1);
      choice->name = g_strdup (name);
      choice->display_name = g_strdup (asc_json_reader_get_string (reader, "display_name"));
      choice->description = g_strdup (asc_json_reader_get_string (reader, "description"));
      choice->parent = g_strdup (parent);
      g_ptr_array_add (choices, choice);
      g_hash_table_add (names, choice->name);
      read_choices (reader, choice->name, choices, names);
      choice->extra = asc_json_reader_take_extra (reader, known);
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

/* NULL when it cannot be used; reported. */
static AscAttributeDefinition *
read_definition (AscJsonReader *reader,
                 GHashTable    *names)
{
  static const char * const known[] = {
    "name", "display_name", "description", "kind", "required", "values", NULL,
  };
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (GHashTable) choice_names = NULL;
  g_autofree char *extra = NULL;
  AscAttributeKind kind = ASC_ATTRIBUTE_TEXT;
  guint n_before = asc_json_reader_get_n_problems (reader);
  const char *name, *string, *display_name, *description;
  gboolean required;

  name = asc_json_reader_require_string (reader, "name");
  if (name != NULL && !asc_file_name_is_valid (name))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "name", "not the name of an attribute");
  else if (name != NULL && g_hash_table_contains (names, name))
    asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, "name", "the attribute \"%s\" is there twice",
                            name);
  string = asc_json_reader_require_string (reader, "kind");
  if (string != NULL && !asc_attribute_kind_from_string (string, &kind))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "kind", "\"%s\" is no kind of attribute", string);
  if (asc_json_reader_get_n_problems (reader) > n_before)
    return NULL;

  choices = g_ptr_array_new_with_free_func (choice_free);
  choice_names = g_hash_table_new (g_str_hash, g_str_equal);
  display_name = asc_json_reader_get_string (reader, "display_name");
  description = asc_json_reader_get_string (reader, "description");
  required = asc_json_reader_get_boolean (reader, "required", FALSE);
  read_choices (reader, NULL, choices, choice_names);
  extra = asc_json_reader_take_extra (reader, known);
  return asc_attribute_definition_new (name, display_name, description, kind, required, choices, extra);
}

/* Who stands below whom: name of a value → its values. (element-type char* GPtrArray(AscChoice)) The first level is below "". */
static GHashTable *
collect_children (AscAttributeDefinition *definition)
{
  GHashTable *children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < asc_attribute_definition_get_n_choices (definition); i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (definition, i);
      const char *parent = choice->parent;
      GPtrArray *siblings;

      if (parent == NULL || asc_attribute_definition_lookup_choice (definition, parent) == NULL)
        parent = "";
      siblings = g_hash_table_lookup (children, parent);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (children, (gpointer) parent, siblings);
        }
      g_ptr_array_add (siblings, (gpointer) choice);
    }
  return children;
}

/* A value and those below it. @written: so that a ring of parents, which a hand-made codebook may have, ends. */
static void
write_choice (AscJsonWriter   *writer,
              const AscChoice *choice,
              GHashTable      *children,
              GHashTable      *written)
{
  GPtrArray *below = g_hash_table_lookup (children, choice->name);

  if (!g_hash_table_add (written, (gpointer) choice))
    return;

  asc_json_writer_begin_object (writer, NULL, below != NULL ? ASC_JSON_LINES : ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "name", choice->name);
  asc_json_writer_string (writer, "display_name", choice->display_name);
  asc_json_writer_string (writer, "description", choice->description);
  if (below != NULL)
    {
      asc_json_writer_begin_array (writer, "values", ASC_JSON_LINES);
      for (guint i = 0; i < below->len; i++)
        write_choice (writer, g_ptr_array_index (below, i), children, written);
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_extra (writer, choice->extra);
  asc_json_writer_end_object (writer);
}

static void
write_choices (AscJsonWriter          *writer,
               AscAttributeDefinition *definition)
{
  g_autoptr (GHashTable) children = collect_children (definition);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  GPtrArray *first = g_hash_table_lookup (children, "");

  asc_json_writer_begin_array (writer, "values", ASC_JSON_LINES);
  for (guint i = 0; first != NULL && i < first->len; i++)
    write_choice (writer, g_ptr_array_index (first, i), children, written);
  for (guint i = 0; i < asc_attribute_definition_get_n_choices (definition); i++)
    write_choice (writer, asc_attribute_definition_get_choice (definition, i), children, written);
  asc_json_writer_end_array (writer);
}

/* What is shown is written only where it is not the name itself. */
static const char *
own_display_name (AscAttributeDefinition *definition)
{
  const char *display_name = asc_attribute_definition_get_display_name (definition);

  return g_strcmp0 (display_name, asc_attribute_definition_get_name (definition)) != 0 ? display_name : NULL;
}

/**
 * asc_attribute_definitions_read:
 * @reader: a reader that stands on a label
 *
 * Returns: (transfer full) (element-type AscAttributeDefinition): the attributes that can be used
 */
GPtrArray *
asc_attribute_definitions_read (AscJsonReader *reader)
{
  GPtrArray *definitions;
  g_autoptr (GHashTable) names = NULL;

  g_return_val_if_fail (reader != NULL, NULL);

  definitions = g_ptr_array_new_with_free_func (g_object_unref);
  if (!asc_json_reader_enter_array (reader, "attributes"))
    return definitions;

  names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      AscAttributeDefinition *definition = NULL;

      if (asc_json_reader_enter_object_element (reader, i))
        {
          definition = read_definition (reader, names);
          asc_json_reader_leave (reader);
        }
      if (definition == NULL)
        {
          asc_json_reader_keep (reader, "unusable_attributes", asc_json_reader_element_node (reader, i));
          continue;
        }
      g_ptr_array_add (definitions, definition);
      g_hash_table_add (names, (gpointer) asc_attribute_definition_get_name (definition));
    }
  asc_json_reader_leave (reader);
  return definitions;
}

/**
 * asc_attribute_definitions_write:
 * @writer: a writer that stands in a label
 * @attributes: (element-type AscAttributeDefinition): its attributes
 *
 * The member "attributes", one attribute a line, or one value a line where there are values; nothing without attributes.
 */
void
asc_attribute_definitions_write (AscJsonWriter *writer,
                                 GListModel    *attributes)
{
  g_return_if_fail (writer != NULL && G_IS_LIST_MODEL (attributes));

  if (g_list_model_get_n_items (attributes) == 0)
    return;

  asc_json_writer_begin_array (writer, "attributes", ASC_JSON_LINES);
  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (attributes, i);
      gboolean has_values = asc_attribute_definition_get_n_choices (definition) > 0;
      AscAttributeKind kind = asc_attribute_definition_get_kind (definition);

      asc_json_writer_begin_object (writer, NULL, has_values ? ASC_JSON_LINES : ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "name", asc_attribute_definition_get_name (definition));
      asc_json_writer_string (writer, "display_name", own_display_name (definition));
      asc_json_writer_string (writer, "description", asc_attribute_definition_get_description (definition));
      asc_json_writer_string (writer, "kind", asc_attribute_kind_to_string (kind));
      if (asc_attribute_definition_get_required (definition))
        asc_json_writer_boolean (writer, "required", TRUE);
      if (has_values)
        write_choices (writer, definition);
      asc_json_writer_extra (writer, asc_attribute_definition_get_extra (definition));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
}
