/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook-file.h"

#include "asc-attribute-definition-file.h"
#include "asc-file-values.h"
#include "asc-json-reader.h"
#include "asc-json-writer.h"
#include "asc-store-resources.h"

#define FORMAT_KIND "ascribe-codebook"
#define FORMAT_VERSION 1
#define RESOURCE_FOLDER "/io/github/ascribe/store/codebooks/"

/* What the labels and relations of one file share. */
typedef struct
{
  AscJsonReader *reader;
  GPtrArray     *labels;      /* (element-type AscLabel) */
  GPtrArray     *relations;   /* (element-type AscRelationType) */
  GHashTable    *names;       /* (element-type char*): of the labels, then of the relations */
  GHashTable    *keys;        /* (element-type gunichar char*): letter → label */
} Parse;

static gboolean
is_color (const char *name)
{
  static const char * const colors[] = { ASC_LABEL_COLORS, NULL };

  return g_strv_contains (colors, name);
}

/* A name nobody before has. NULL when it cannot be used; reported. */
static const char *
read_name (Parse *parse)
{
  const char *name = asc_json_reader_require_string (parse->reader, "name");

  if (name == NULL)
    return NULL;
  if (!asc_file_name_is_valid (name))
    {
      asc_json_reader_report (parse->reader, ASC_STORE_ERROR_FORMAT, "name",
                              "\"%s\" is not a letter and then letters, digits, \"_\" or \"-\"", name);
      return NULL;
    }
  if (g_hash_table_contains (parse->names, name))
    {
      asc_json_reader_report (parse->reader, ASC_STORE_ERROR_DUPLICATE, "name", "\"%s\" is there twice", name);
      return NULL;
    }
  return name;
}

/* One letter; 0, reported, when another label has it. */
static gunichar
read_key (Parse      *parse,
          const char *label)
{
  const char *string = asc_json_reader_get_string (parse->reader, "key"), *other;
  gunichar key;

  if (string == NULL)
    return 0;

  key = g_unichar_tolower (g_utf8_get_char (string));
  if (*string == '\0' || *g_utf8_next_char (string) != '\0' || !g_unichar_isalpha (key))
    {
      asc_json_reader_reject (parse->reader, ASC_STORE_ERROR_FORMAT, "key", "\"%s\" is not one letter", string);
      return 0;
    }
  other = g_hash_table_lookup (parse->keys, GUINT_TO_POINTER (key));
  if (other != NULL)
    {
      asc_json_reader_reject (parse->reader, ASC_STORE_ERROR_DUPLICATE, "key",
                              "\"%s\" is the key of \"%s\" already", string, other);
      return 0;
    }
  g_hash_table_insert (parse->keys, GUINT_TO_POINTER (key), (gpointer) label);
  return key;
}

/* FALSE when the label cannot be used; reported. */
static gboolean
read_label (Parse *parse)
{
  static const char * const known[] = {
    "name", "display_name", "description", "examples", "color", "key", "form", "takes", "hidden",
    "attributes", NULL,
  };
  AscJsonReader *reader = parse->reader;
  g_autoptr (GPtrArray) attributes = NULL;
  g_auto (GStrv) examples = NULL;
  g_autofree char *extra = NULL;
  AscLabelValues values = { NULL };
  const char *string;

  values.name = (char *) read_name (parse);
  if (values.name == NULL)
    return FALSE;

  values.display_name = (char *) asc_json_reader_get_string (reader, "display_name");
  values.description = (char *) asc_json_reader_get_string (reader, "description");
  values.examples = examples = asc_json_reader_get_strings (reader, "examples");
  string = asc_json_reader_get_string (reader, "color");
  if (string != NULL && !is_color (string))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "color", "\"%s\" is no colour of the palette", string);
  else
    values.color = (char *) string;
  values.key = read_key (parse, values.name);
  string = asc_json_reader_get_string (reader, "form");
  if (string != NULL && !asc_form_from_string (string, &values.form))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "form", "\"%s\" is no form", string);
  string = asc_json_reader_get_string (reader, "takes");
  if (string != NULL && !asc_takes_from_string (string, &values.takes))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "takes", "\"%s\" is nothing a key can take", string);
  values.hidden = asc_json_reader_get_boolean (reader, "hidden", FALSE);
  attributes = asc_attribute_definitions_read (reader);
  values.extra = extra = asc_json_reader_take_extra (reader, known);

  g_hash_table_add (parse->names, values.name);
  g_ptr_array_add (parse->labels, asc_label_new (&values, attributes));
  return TRUE;
}

static gboolean
has_label (Parse      *parse,
           const char *name)
{
  for (guint i = 0; i < parse->labels->len; i++)
    if (g_str_equal (asc_label_get_name (g_ptr_array_index (parse->labels, i)), name))
      return TRUE;
  return FALSE;
}

/* The labels at one end of a relation. NULL, reported, when there are none. A label that does not exist is reported and stays:
 * it may come back with the next edit. */
static GStrv
read_ends (Parse      *parse,
           const char *member)
{
  g_auto (GStrv) ends = asc_json_reader_get_strings (parse->reader, member);

  if (ends == NULL || ends[0] == NULL)
    {
      asc_json_reader_report (parse->reader, ASC_STORE_ERROR_FORMAT, NULL, "the member \"%s\" names no label", member);
      return NULL;
    }
  for (guint i = 0; ends[i] != NULL; i++)
    if (!has_label (parse, ends[i]))
      asc_json_reader_report (parse->reader, ASC_STORE_ERROR_UNKNOWN_LABEL, member, "no label \"%s\"", ends[i]);
  return g_steal_pointer (&ends);
}

/* FALSE when the relation cannot be used; reported. */
static gboolean
read_relation (Parse *parse)
{
  static const char * const known[] = {
    "name", "display_name", "description", "from", "to", "max", "expected", NULL,
  };
  AscJsonReader *reader = parse->reader;
  g_auto (GStrv) from = NULL, to = NULL;
  g_autofree char *extra = NULL;
  const char *name, *display_name, *description;
  gboolean expected;
  guint max;

  name = read_name (parse);
  from = read_ends (parse, "from");
  to = read_ends (parse, "to");
  if (name == NULL || from == NULL || to == NULL)
    return FALSE;

  g_hash_table_add (parse->names, (gpointer) name);
  display_name = asc_json_reader_get_string (reader, "display_name");
  description = asc_json_reader_get_string (reader, "description");
  max = asc_json_reader_get_integer (reader, "max", 0, G_MAXINT, 0);
  expected = asc_json_reader_get_boolean (reader, "expected", FALSE);
  extra = asc_json_reader_take_extra (reader, known);
  g_ptr_array_add (parse->relations,
                   asc_relation_type_new (name, display_name, description, (const char * const *) from,
                                          (const char * const *) to, max, expected, extra));
  return TRUE;
}

/* Every element of @member with @read_element; what cannot be used is kept in @unusable. */
static void
read_all (Parse      *parse,
          const char *member,
          const char *unusable,
          gboolean  (*read_element) (Parse *parse))
{
  if (!asc_json_reader_enter_array (parse->reader, member))
    return;

  g_hash_table_remove_all (parse->names);
  for (guint i = 0; i < asc_json_reader_get_n (parse->reader); i++)
    {
      gboolean is_used = FALSE;

      if (asc_json_reader_enter_object_element (parse->reader, i))
        {
          is_used = read_element (parse);
          asc_json_reader_leave (parse->reader);
        }
      if (!is_used)
        asc_json_reader_keep (parse->reader, unusable, asc_json_reader_element_node (parse->reader, i));
    }
  asc_json_reader_leave (parse->reader);
}

static void
write_label (AscJsonWriter *writer,
             AscLabel      *label)
{
  const AscLabelValues *values = asc_label_get_values (label);
  char key[7] = "";

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "name", values->name);
  asc_json_writer_string (writer, "display_name", values->display_name);
  asc_json_writer_string (writer, "description", values->description);
  if (values->examples != NULL && values->examples[0] != NULL)
    asc_json_writer_strings (writer, "examples", (const char * const *) values->examples);
  asc_json_writer_string (writer, "color", values->color);
  if (values->key != 0)
    {
      g_unichar_to_utf8 (values->key, key);
      asc_json_writer_string (writer, "key", key);
    }
  asc_json_writer_string (writer, "form", asc_form_to_string (values->form));
  asc_json_writer_string (writer, "takes", asc_takes_to_string (values->takes));
  if (values->hidden)
    asc_json_writer_boolean (writer, "hidden", TRUE);
  asc_attribute_definitions_write (writer, asc_label_get_attributes (label));
  asc_json_writer_extra (writer, values->extra);
  asc_json_writer_end_object (writer);
}

static void
write_relation (AscJsonWriter   *writer,
                AscRelationType *relation)
{
  const char *name = asc_relation_type_get_name (relation);
  const char *display_name = asc_relation_type_get_display_name (relation);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "name", name);
  asc_json_writer_string (writer, "display_name", g_strcmp0 (display_name, name) != 0 ? display_name : NULL);
  asc_json_writer_string (writer, "description", asc_relation_type_get_description (relation));
  asc_json_writer_strings (writer, "from", asc_relation_type_get_from_labels (relation));
  asc_json_writer_strings (writer, "to", asc_relation_type_get_to_labels (relation));
  if (asc_relation_type_get_max (relation) > 0)
    asc_json_writer_integer (writer, "max", asc_relation_type_get_max (relation));
  if (asc_relation_type_get_expected (relation))
    asc_json_writer_boolean (writer, "expected", TRUE);
  asc_json_writer_extra (writer, asc_relation_type_get_extra (relation));
  asc_json_writer_end_object (writer);
}

/**
 * asc_codebook_file_parse:
 * @bytes: the content of a codebook.json
 * @path: the file, for people
 * @problems: (element-type AscProblem): gets what is wrong
 * @error: what asc_json_reader_new() gives, %ASC_STORE_ERROR_FORMAT or `NEWER`
 *
 * A label, attribute, value or relation that cannot be used is reported with its pointer and kept among the extra members
 * ("unusable_labels" …). Labels and relations have their own names each.
 *
 * Returns: (transfer full) (nullable): the codebook; %NULL when the file could not be read
 */
AscCodebook *
asc_codebook_file_parse (GBytes      *bytes,
                         const char  *path,
                         GPtrArray   *problems,
                         GError     **error)
{
  static const char * const known[] = {
    "format", "name", "revision", "labels", "relations", NULL,
  };
  g_autoptr (AscJsonReader) reader = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) keys = NULL;
  g_autofree char *extra = NULL;
  const char *name;
  guint version, revision;
  Parse parse;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = asc_json_reader_new (bytes, path, problems, error);
  if (reader == NULL ||
      !asc_json_reader_check_format (reader, FORMAT_KIND, FORMAT_VERSION, &version, error))
    return NULL;

  labels = g_ptr_array_new_with_free_func (g_object_unref);
  relations = g_ptr_array_new_with_free_func (g_object_unref);
  names = g_hash_table_new (g_str_hash, g_str_equal);
  keys = g_hash_table_new (NULL, NULL);
  parse = (Parse) { reader, labels, relations, names, keys };

  name = asc_json_reader_get_string (reader, "name");
  revision = asc_json_reader_get_integer (reader, "revision", 1, G_MAXINT, 1);
  read_all (&parse, "labels", "unusable_labels", read_label);
  read_all (&parse, "relations", "unusable_relations", read_relation);
  extra = asc_json_reader_take_extra (reader, known);
  return asc_codebook_new (name, revision, labels, relations, extra);
}

/**
 * asc_codebook_file_write:
 * @codebook: a codebook
 *
 * For people to read and edit: labels, attributes and values over several lines, a relation a line.
 *
 * Returns: (transfer full): the content of a codebook.json
 */
GBytes *
asc_codebook_file_write (AscCodebook *codebook)
{
  g_autoptr (AscJsonWriter) writer = NULL;
  GListModel *labels, *relations;

  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), NULL);

  labels = asc_codebook_get_labels (codebook);
  relations = asc_codebook_get_relation_types (codebook);

  writer = asc_json_writer_new ();
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", FORMAT_KIND "/" G_STRINGIFY (FORMAT_VERSION));
  asc_json_writer_string (writer, "name", asc_codebook_get_name (codebook));
  asc_json_writer_integer (writer, "revision", asc_codebook_get_revision (codebook));

  asc_json_writer_begin_array (writer, "labels", ASC_JSON_LINES);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      write_label (writer, label);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "relations", ASC_JSON_LINES);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (AscRelationType) relation = g_list_model_get_item (relations, i);

      write_relation (writer, relation);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_extra (writer, asc_codebook_get_extra (codebook));
  asc_json_writer_end_object (writer);
  return asc_json_writer_finish (writer);
}

/**
 * asc_codebook_file_builtin:
 * @name: one of asc_codebook_file_list_builtin()
 *
 * Returns: (transfer full) (nullable): the embedded codebook
 */
AscCodebook *
asc_codebook_file_builtin (const char *name)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  AscCodebook *codebook;

  g_return_val_if_fail (name != NULL, NULL);

  /* The resource is asked for by its symbol: the linker drops what nobody names from a static library. */
  path = g_strconcat (RESOURCE_FOLDER, name, ".json", NULL);
  bytes = g_resource_lookup_data (asc_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  codebook = asc_codebook_file_parse (bytes, path, problems, &error);
  if (codebook == NULL || problems->len > 0)
    g_error ("The embedded codebook \"%s\" is broken: %s", name,
             error != NULL ? error->message : ((AscProblem *) problems->pdata[0])->detail);
  return codebook;
}

/**
 * asc_codebook_file_list_builtin:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the embedded codebooks, the default one first
 */
const char * const *
asc_codebook_file_list_builtin (void)
{
  static const char * const names[] = { "claims", "ner", "polnear", NULL };

  return names;
}

/**
 * asc_codebook_file_default:
 *
 * Returns: (transfer full): the claim frame
 */
AscCodebook *
asc_codebook_file_default (void)
{
  return asc_codebook_file_builtin ("claims");
}
