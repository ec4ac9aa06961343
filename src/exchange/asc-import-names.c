/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-names.h"

#include <string.h>

#include "asc-id.h"

#define MAX_NAME 64

struct _AscImportNames
{
  AscCodebook *codebook;
  GHashTable  *found;     /* (element-type utf8 utf8) what was asked for → the codebook's name; "label\n…", "relation\n…", "attribute\n…" */
  gboolean     changed;
};

static const char * const colors[] = { ASC_LABEL_COLORS };

static GPtrArray *
list_items (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

/* @labels and @relations: NULL for those there are. */
static void
replace_codebook (AscImportNames *self,
                  GPtrArray      *labels,
                  GPtrArray      *relations)
{
  g_autoptr (GPtrArray) old_labels = list_items (asc_codebook_get_labels (self->codebook));
  g_autoptr (GPtrArray) old_relations = list_items (asc_codebook_get_relation_types (self->codebook));
  g_autoptr (AscCodebook) changed = NULL;

  /* The revision counts what the user sees as one change, so one import raises it once. */
  changed = asc_codebook_new (asc_codebook_get_name (self->codebook), asc_codebook_get_revision (self->codebook) + (self->changed ? 0 : 1),
                              labels != NULL ? labels : old_labels, relations != NULL ? relations : old_relations,
                              asc_codebook_get_extra (self->codebook));
  g_set_object (&self->codebook, changed);
  self->changed = TRUE;
}

/* "PERSON/Name" → "PERSON_Name": what a codebook's names may be. */
static char *
make_valid (const char *name,
            const char *fallback)
{
  g_autoptr (GString) valid = g_string_new (NULL);

  for (const char *p = name; *p != '\0' && valid->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p) || *p == '_' || *p == '-')
        g_string_append_c (valid, *p);
      else if ((guchar) *p < 0x80)
        g_string_append_c (valid, '_');
      else
        return asc_id_from_title (name, fallback);
    }

  if (valid->len == 0 || strspn (valid->str, "_-") == valid->len)
    return g_strdup (fallback);
  if (!g_ascii_isalpha (valid->str[0]))
    {
      g_string_prepend_c (valid, 'x');
      g_string_truncate (valid, MIN (valid->len, MAX_NAME));
    }

  return g_string_free_and_steal (g_steal_pointer (&valid));
}

static gboolean
equals_folded (const char *a,
               const char *b)
{
  g_autofree char *folded_a = a != NULL ? g_utf8_casefold (a, -1) : NULL;
  g_autofree char *folded_b = b != NULL ? g_utf8_casefold (b, -1) : NULL;

  return g_strcmp0 (folded_a, folded_b) == 0;
}

static AscLabel *
find_label (AscCodebook *codebook,
            const char  *name)
{
  AscLabel *label = asc_codebook_lookup_label (codebook, name);
  g_autoptr (GPtrArray) labels = list_items (asc_codebook_get_labels (codebook));

  if (label != NULL)
    return label;
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (asc_label_get_display_name (g_ptr_array_index (labels, i)), name))
      return g_ptr_array_index (labels, i);
  for (guint i = 0; i < labels->len; i++)
    if (equals_folded (asc_label_get_name (g_ptr_array_index (labels, i)), name)
        || equals_folded (asc_label_get_display_name (g_ptr_array_index (labels, i)), name))
      return g_ptr_array_index (labels, i);

  return NULL;
}

static AscRelationType *
find_relation (AscCodebook *codebook,
               const char  *name)
{
  AscRelationType *type = asc_codebook_lookup_relation (codebook, name);
  g_autoptr (GPtrArray) types = list_items (asc_codebook_get_relation_types (codebook));

  if (type != NULL)
    return type;
  for (guint i = 0; i < types->len; i++)
    if (equals_folded (asc_relation_type_get_name (g_ptr_array_index (types, i)), name)
        || equals_folded (asc_relation_type_get_display_name (g_ptr_array_index (types, i)), name))
      return g_ptr_array_index (types, i);

  return NULL;
}

static AscAttributeDefinition *
find_attribute (AscLabel   *label,
                const char *name)
{
  AscAttributeDefinition *definition = asc_label_lookup_attribute (label, name);
  g_autoptr (GPtrArray) definitions = list_items (asc_label_get_attributes (label));

  if (definition != NULL)
    return definition;
  for (guint i = 0; i < definitions->len; i++)
    if (equals_folded (asc_attribute_definition_get_name (g_ptr_array_index (definitions, i)), name)
        || equals_folded (asc_attribute_definition_get_display_name (g_ptr_array_index (definitions, i)), name))
      return g_ptr_array_index (definitions, i);

  /* "sub_type" is "sub-type" where a format has no hyphens in names. */
  for (guint i = 0; i < definitions->len; i++)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (asc_attribute_definition_get_name (g_ptr_array_index (definitions, i))), "-", '_');

      if (g_str_equal (plain, name))
        return g_ptr_array_index (definitions, i);
    }

  return NULL;
}

static void
add_label (AscImportNames *self,
           const char     *name,
           const char     *display_name)
{
  g_autoptr (GPtrArray) labels = list_items (asc_codebook_get_labels (self->codebook));
  AscLabelValues values = {
    .name = (char *) name,
    .display_name = (char *) display_name,
    .color = (char *) colors[labels->len % G_N_ELEMENTS (colors)],
    .form = ASC_FORM_BOX,
    .takes = ASC_TAKES_WORD,
  };

  g_ptr_array_add (labels, asc_label_new (&values, NULL));
  replace_codebook (self, labels, NULL);
}

static void
add_attribute (AscImportNames   *self,
               AscLabel         *label,
               const char       *name,
               const char       *display_name,
               AscAttributeKind  kind)
{
  g_autoptr (GPtrArray) labels = list_items (asc_codebook_get_labels (self->codebook));
  g_autoptr (GPtrArray) definitions = list_items (asc_label_get_attributes (label));
  guint position;

  g_ptr_array_add (definitions, asc_attribute_definition_new (name, display_name, NULL, kind, FALSE, NULL, NULL));
  if (g_ptr_array_find (labels, label, &position))
    {
      AscLabel *changed = asc_label_new (asc_label_get_values (label), definitions);

      g_object_unref (labels->pdata[position]);
      labels->pdata[position] = changed;
    }
  replace_codebook (self, labels, NULL);
}

static GStrv
with_name (const char * const *names,
           const char         *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (names != NULL)
    g_strv_builder_addv (builder, (const char **) names);
  if (names == NULL || !g_strv_contains (names, name))
    g_strv_builder_add (builder, name);

  return g_strv_builder_end (builder);
}

/* Makes @name join @from and @to, whether it is there already or not. */
static void
put_relation (AscImportNames  *self,
              AscRelationType *type,
              const char      *name,
              const char      *display_name,
              const char      *from,
              const char      *to)
{
  g_autoptr (GPtrArray) types = list_items (asc_codebook_get_relation_types (self->codebook));
  g_auto (GStrv) from_labels = with_name (type != NULL ? asc_relation_type_get_from_labels (type) : NULL, from);
  g_auto (GStrv) to_labels = with_name (type != NULL ? asc_relation_type_get_to_labels (type) : NULL, to);
  AscRelationType *changed;
  guint position;

  if (type == NULL)
    g_ptr_array_add (types, asc_relation_type_new (name, display_name, NULL, (const char * const *) from_labels, (const char * const *) to_labels,
                                                   0, FALSE, NULL));
  else if (g_ptr_array_find (types, type, &position))
    {
      changed = asc_relation_type_new (asc_relation_type_get_name (type), asc_relation_type_get_display_name (type), asc_relation_type_get_description (type),
                                       (const char * const *) from_labels, (const char * const *) to_labels,
                                       asc_relation_type_get_max (type), asc_relation_type_get_expected (type), asc_relation_type_get_extra (type));
      g_object_unref (types->pdata[position]);
      types->pdata[position] = changed;
    }

  replace_codebook (self, NULL, types);
}

AscImportNames *
asc_import_names_new (AscCodebook *codebook)
{
  AscImportNames *self;

  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), NULL);

  self = g_new0 (AscImportNames, 1);
  self->codebook = g_object_ref (codebook);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
asc_import_names_free (AscImportNames *self)
{
  g_object_unref (self->codebook);
  g_hash_table_unref (self->found);
  g_free (self);
}

static const char *
remember (AscImportNames *self,
          char           *question,
          const char     *name)
{
  char *answer = g_strdup (name);

  g_hash_table_insert (self->found, question, answer);

  return answer;
}

const char *
asc_import_names_label (AscImportNames *self,
                        const char     *label)
{
  g_autofree char *question = g_strconcat ("label\n", label, NULL);
  const char *known = g_hash_table_lookup (self->found, question);
  g_autofree char *valid = NULL;
  AscLabel *found;

  if (known != NULL)
    return known;

  found = find_label (self->codebook, label);
  if (found != NULL)
    return remember (self, g_steal_pointer (&question), asc_label_get_name (found));

  valid = make_valid (label, "label");
  if (asc_codebook_lookup_label (self->codebook, valid) == NULL)
    add_label (self, valid, g_str_equal (valid, label) ? NULL : label);

  return remember (self, g_steal_pointer (&question), valid);
}

const char *
asc_import_names_relation (AscImportNames *self,
                           const char     *relation,
                           const char     *from,
                           const char     *to)
{
  g_autofree char *question = g_strdup_printf ("relation\n%s\n%s\n%s", relation, from, to);
  const char *known = g_hash_table_lookup (self->found, question);
  g_autofree char *valid = NULL;
  AscRelationType *found;

  if (known != NULL)
    return known;

  found = find_relation (self->codebook, relation);
  valid = found != NULL ? g_strdup (asc_relation_type_get_name (found)) : make_valid (relation, "relation");
  if (found == NULL)
    found = asc_codebook_lookup_relation (self->codebook, valid);
  if (found == NULL || !asc_relation_type_allows (found, from, to))
    put_relation (self, found, valid, g_str_equal (valid, relation) ? NULL : relation, from, to);

  return remember (self, g_steal_pointer (&question), valid);
}

const char *
asc_import_names_attribute (AscImportNames *self,
                            const char     *label,
                            const char     *attribute)
{
  g_autofree char *question = g_strdup_printf ("attribute\n%s\n%s", label, attribute);
  const char *known = g_hash_table_lookup (self->found, question);
  g_autofree char *valid = NULL;
  AscAttributeKind kind = ASC_ATTRIBUTE_TEXT;
  AscLabel *owner;
  AscAttributeDefinition *found;

  if (known != NULL)
    return known;
  /* "no-source" stands for itself: it belongs to the relation type. */
  if (asc_codebook_lookup_none (self->codebook, attribute) != NULL)
    return remember (self, g_steal_pointer (&question), attribute);

  owner = asc_codebook_lookup_label (self->codebook, label);
  if (g_str_equal (attribute, ASC_IMPORT_ACTOR))
    {
      attribute = "actor";
      kind = ASC_ATTRIBUTE_ACTOR;
    }
  else if (g_str_equal (attribute, ASC_IMPORT_DATE))
    {
      attribute = "value";
      kind = ASC_ATTRIBUTE_DATE;
    }
  found = kind != ASC_ATTRIBUTE_TEXT ? asc_label_find_attribute_of_kind (owner, kind) : NULL;
  if (found == NULL)
    found = find_attribute (owner, attribute);
  if (found != NULL)
    return remember (self, g_steal_pointer (&question), asc_attribute_definition_get_name (found));

  valid = make_valid (attribute, "attribute");
  if (asc_label_lookup_attribute (owner, valid) == NULL)
    add_attribute (self, owner, valid, g_str_equal (valid, attribute) ? NULL : attribute, kind);

  return remember (self, g_steal_pointer (&question), valid);
}

static AscAttributeKind
kind_of (AscImportNames *self,
         const char     *label,
         const char     *attribute)
{
  AscLabel *owner = asc_codebook_lookup_label (self->codebook, label);
  AscAttributeDefinition *definition = owner != NULL ? asc_label_lookup_attribute (owner, attribute) : NULL;

  if (definition == NULL)
    return asc_codebook_lookup_none (self->codebook, attribute) != NULL ? ASC_ATTRIBUTE_FLAG : ASC_ATTRIBUTE_TEXT;

  return asc_attribute_definition_get_kind (definition);
}

gboolean
asc_import_names_is_actor (AscImportNames *self,
                           const char     *label,
                           const char     *attribute)
{
  return kind_of (self, label, attribute) == ASC_ATTRIBUTE_ACTOR;
}

/* "economy+trade" is two choices where a format has one value, unless it is a choice by itself. */
static GVariant *
choices_value (AscAttributeDefinition *definition,
               const char * const     *values)
{
  g_auto (GStrv) parts = NULL;

  if (values[0] == NULL || values[1] != NULL || asc_attribute_definition_lookup_choice (definition, values[0]) != NULL)
    return g_variant_new_strv (values, -1);

  parts = g_strsplit (values[0], "+", -1);

  return g_variant_new_strv ((const char * const *) parts, -1);
}

/* A value that is not of the attribute's kind stays text, and is flagged where it is shown. */
GVariant *
asc_import_names_value (AscImportNames     *self,
                        const char         *label,
                        const char         *attribute,
                        const char * const *values)
{
  AscLabel *owner = asc_codebook_lookup_label (self->codebook, label);
  AscAttributeDefinition *definition = owner != NULL ? asc_label_lookup_attribute (owner, attribute) : NULL;
  g_autofree char *joined = NULL;
  gint64 number;

  switch (kind_of (self, label, attribute))
    {
    case ASC_ATTRIBUTE_MULTI_CHOICE:
      return choices_value (definition, values);
    case ASC_ATTRIBUTE_NUMBER:
      if (values[1] == NULL && g_ascii_string_to_signed (values[0], 10, G_MININT64, G_MAXINT64, &number, NULL))
        return g_variant_new_int64 (number);
      break;
    case ASC_ATTRIBUTE_FLAG:
      if (values[1] == NULL && (g_ascii_strcasecmp (values[0], "true") == 0 || g_ascii_strcasecmp (values[0], "false") == 0))
        return g_variant_new_boolean (g_ascii_strcasecmp (values[0], "true") == 0);
      break;
    case ASC_ATTRIBUTE_CHOICE:
    case ASC_ATTRIBUTE_TEXT:
    case ASC_ATTRIBUTE_DATE:
    case ASC_ATTRIBUTE_ACTOR:
    default:
      break;
    }

  joined = g_strjoinv ("; ", (GStrv) values);

  return g_variant_new_string (joined);
}

AscCodebook *
asc_import_names_take_codebook (AscImportNames *self)
{
  if (!self->changed)
    return NULL;

  self->changed = FALSE;

  return g_object_ref (self->codebook);
}
