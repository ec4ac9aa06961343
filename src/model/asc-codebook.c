/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook.h"

#include <string.h>

struct _AscCodebook
{
  GObject     parent_instance;

  char       *name;
  guint       revision;
  GListStore *labels;             /* in the codebook's order */
  GListStore *relation_types;
  GHashTable *labels_by_name;     /* borrowed name → AscLabel; the lists keep both alive */
  GHashTable *relations_by_name;
  char       *extra;
};

G_DEFINE_FINAL_TYPE (AscCodebook, asc_codebook, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_REVISION,
  PROP_LABELS,
  PROP_RELATION_TYPES,
  PROP_EXTRA,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
asc_codebook_finalize (GObject *object)
{
  AscCodebook *self = ASC_CODEBOOK (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->labels_by_name, g_hash_table_unref);
  g_clear_pointer (&self->relations_by_name, g_hash_table_unref);
  g_clear_object (&self->labels);
  g_clear_object (&self->relation_types);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_codebook_parent_class)->finalize (object);
}

static void
asc_codebook_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AscCodebook *self = ASC_CODEBOOK (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    case PROP_LABELS:
      g_value_set_object (value, self->labels);
      break;
    case PROP_RELATION_TYPES:
      g_value_set_object (value, self->relation_types);
      break;
    case PROP_EXTRA:
      g_value_set_string (value, self->extra);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_codebook_class_init (AscCodebookClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_codebook_finalize;
  object_class->get_property = asc_codebook_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LABELS] = g_param_spec_object ("labels", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_RELATION_TYPES] =
    g_param_spec_object ("relation-types", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_EXTRA] = g_param_spec_string ("extra", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_codebook_init (AscCodebook *self)
{
  self->labels = g_list_store_new (ASC_TYPE_LABEL);
  self->relation_types = g_list_store_new (ASC_TYPE_RELATION_TYPE);
  self->labels_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations_by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * asc_codebook_new:
 * @name: (nullable): what people call it
 * @revision: counts its edits
 * @labels: (nullable) (element-type AscLabel): its labels, in order
 * @relation_types: (nullable) (element-type AscRelationType): its relation types, in order
 * @extra: (nullable): JSON object text of members this version does not know
 *
 * Of two labels or relation types of one name the first is the one that is looked up.
 *
 * Returns: (transfer full): a codebook
 */
AscCodebook *
asc_codebook_new (const char *name,
                  guint       revision,
                  GPtrArray  *labels,
                  GPtrArray  *relation_types,
                  const char *extra)
{
  AscCodebook *self = g_object_new (ASC_TYPE_CODEBOOK, NULL);

  self->name = g_strdup (name);
  self->revision = revision;
  self->extra = g_strdup (extra);

  if (labels != NULL)
    g_list_store_splice (self->labels, 0, 0, labels->pdata, labels->len);
  if (relation_types != NULL)
    g_list_store_splice (self->relation_types, 0, 0, relation_types->pdata, relation_types->len);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      AscLabel   *label = g_ptr_array_index (labels, i);
      const char *label_name = asc_label_get_name (label);

      if (!g_hash_table_contains (self->labels_by_name, label_name))
        g_hash_table_insert (self->labels_by_name, (gpointer) label_name, label);
    }

  for (guint i = 0; relation_types != NULL && i < relation_types->len; i++)
    {
      AscRelationType *type = g_ptr_array_index (relation_types, i);
      const char      *type_name = asc_relation_type_get_name (type);

      if (!g_hash_table_contains (self->relations_by_name, type_name))
        g_hash_table_insert (self->relations_by_name, (gpointer) type_name, type);
    }

  return self;
}

/**
 * asc_codebook_get_name:
 * @self: a codebook
 *
 * Returns: (nullable): what people call it
 */
const char *
asc_codebook_get_name (AscCodebook *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);

  return self->name;
}

/**
 * asc_codebook_get_revision:
 * @self: a codebook
 *
 * Returns: which edit of it this is
 */
guint
asc_codebook_get_revision (AscCodebook *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), 0);

  return self->revision;
}

/**
 * asc_codebook_get_labels:
 * @self: a codebook
 *
 * Returns: (transfer none): a list of [class@Label], in the codebook's order
 */
GListModel *
asc_codebook_get_labels (AscCodebook *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);

  return G_LIST_MODEL (self->labels);
}

/**
 * asc_codebook_get_relation_types:
 * @self: a codebook
 *
 * Returns: (transfer none): a list of [class@RelationType], in the codebook's order
 */
GListModel *
asc_codebook_get_relation_types (AscCodebook *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);

  return G_LIST_MODEL (self->relation_types);
}

/**
 * asc_codebook_lookup_label:
 * @self: a codebook
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the label called @name
 */
AscLabel *
asc_codebook_lookup_label (AscCodebook *self,
                           const char  *name)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self) && name != NULL, NULL);

  return g_hash_table_lookup (self->labels_by_name, name);
}

/**
 * asc_codebook_lookup_key:
 * @self: a codebook
 * @key: a letter, in either case
 *
 * Returns: (transfer none) (nullable): the first label with that key
 */
AscLabel *
asc_codebook_lookup_key (AscCodebook *self,
                         gunichar     key)
{
  guint n;

  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);

  if (key == 0)
    return NULL;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (G_LIST_MODEL (self->labels), i);

      if (g_unichar_tolower (asc_label_get_values (label)->key) == g_unichar_tolower (key))
        return label;
    }
  return NULL;
}

/**
 * asc_codebook_lookup_relation:
 * @self: a codebook
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the relation type called @name
 */
AscRelationType *
asc_codebook_lookup_relation (AscCodebook *self,
                              const char  *name)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self) && name != NULL, NULL);

  return g_hash_table_lookup (self->relations_by_name, name);
}

/**
 * asc_codebook_lookup_none:
 * @self: a codebook
 * @attribute: name of an attribute
 *
 * Returns: (transfer none) (nullable): the relation type of which @attribute is the decision that there is none ("no-source");
 *   %NULL for every other attribute
 */
AscRelationType *
asc_codebook_lookup_none (AscCodebook *self,
                          const char  *attribute)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);
  g_return_val_if_fail (attribute != NULL, NULL);

  if (!g_str_has_prefix (attribute, ASC_RELATION_NONE_PREFIX))
    return NULL;
  return asc_codebook_lookup_relation (self, attribute + strlen (ASC_RELATION_NONE_PREFIX));
}

/**
 * asc_codebook_relations_between:
 * @self: a codebook
 * @from_label: name of a label
 * @to_label: name of a label
 *
 * Returns: (transfer container) (element-type AscRelationType): the types that may go from the one to the other,
 *   in the codebook's order
 */
GPtrArray *
asc_codebook_relations_between (AscCodebook *self,
                                const char  *from_label,
                                const char  *to_label)
{
  GPtrArray *types;
  guint      n;

  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);
  g_return_val_if_fail (from_label != NULL && to_label != NULL, NULL);

  types = g_ptr_array_new ();
  n = g_list_model_get_n_items (G_LIST_MODEL (self->relation_types));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscRelationType) type =
        g_list_model_get_item (G_LIST_MODEL (self->relation_types), i);

      if (asc_relation_type_allows (type, from_label, to_label))
        g_ptr_array_add (types, type);
    }
  return types;
}

/**
 * asc_codebook_relations_from:
 * @self: a codebook
 * @from_label: name of a label
 *
 * Returns: (transfer container) (element-type AscRelationType): the types that may go from @from_label,
 *   in the codebook's order
 */
GPtrArray *
asc_codebook_relations_from (AscCodebook *self,
                             const char  *from_label)
{
  GPtrArray *types;
  guint      n;

  g_return_val_if_fail (ASC_IS_CODEBOOK (self) && from_label != NULL, NULL);

  types = g_ptr_array_new ();
  n = g_list_model_get_n_items (G_LIST_MODEL (self->relation_types));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscRelationType) type =
        g_list_model_get_item (G_LIST_MODEL (self->relation_types), i);

      if (g_strv_contains (asc_relation_type_get_from_labels (type), from_label))
        g_ptr_array_add (types, type);
    }
  return types;
}

/**
 * asc_codebook_get_extra:
 * @self: a codebook
 *
 * Returns: (nullable): JSON object text of members this version does not know
 */
const char *
asc_codebook_get_extra (AscCodebook *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK (self), NULL);

  return self->extra;
}
