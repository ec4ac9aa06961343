/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-attribute-definition.h"

#include "asc-enum.h"

G_DEFINE_ENUM_TYPE (AscAttributeKind, asc_attribute_kind,
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_CHOICE, "choice"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_MULTI_CHOICE, "multi-choice"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_ACTOR, "actor"),
                    G_DEFINE_ENUM_VALUE (ASC_ATTRIBUTE_FLAG, "flag"))

struct _AscAttributeDefinition
{
  GObject           parent_instance;

  char             *name;
  char             *display_name;
  char             *description;
  AscAttributeKind  kind;
  gboolean          required;
  GPtrArray        *choices;    /* (element-type AscChoice), owned */
  GHashTable       *by_name;    /* borrowed name → borrowed AscChoice */
  char             *extra;
};

G_DEFINE_FINAL_TYPE (AscAttributeDefinition, asc_attribute_definition, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DISPLAY_NAME,
  PROP_DESCRIPTION,
  PROP_KIND,
  PROP_REQUIRED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gpointer
choice_copy (gconstpointer item,
             gpointer      unused)
{
  const AscChoice *choice = item;
  AscChoice       *copy = g_new (AscChoice, 1);

  copy->name = g_strdup (choice->name);
  copy->display_name = g_strdup (choice->display_name);
  copy->description = g_strdup (choice->description);
  copy->parent = g_strdup (choice->parent);
  copy->extra = g_strdup (choice->extra);
  return copy;
}

static void
choice_free (gpointer item)
{
  AscChoice *choice = item;

  g_free (choice->name);
  g_free (choice->display_name);
  g_free (choice->description);
  g_free (choice->parent);
  g_free (choice->extra);
  g_free (choice);
}

static void
asc_attribute_definition_finalize (GObject *object)
{
  AscAttributeDefinition *self = ASC_ATTRIBUTE_DEFINITION (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_attribute_definition_parent_class)->finalize (object);
}

static void
asc_attribute_definition_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  AscAttributeDefinition *self = ASC_ATTRIBUTE_DEFINITION (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, asc_attribute_definition_get_display_name (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_attribute_definition_class_init (AscAttributeDefinitionClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_attribute_definition_finalize;
  object_class->get_property = asc_attribute_definition_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, ASC_TYPE_ATTRIBUTE_KIND, ASC_ATTRIBUTE_CHOICE, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_attribute_definition_init (AscAttributeDefinition *self)
{
}

/**
 * asc_attribute_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name in files
 */
const char *
asc_attribute_kind_to_string (AscAttributeKind kind)
{
  return asc_enum_to_string (ASC_TYPE_ATTRIBUTE_KIND, kind);
}

/**
 * asc_attribute_kind_from_string:
 * @string: (nullable): a name from a file
 * @kind: (out): the kind; untouched when @string is none
 *
 * Returns: whether @string names a kind
 */
gboolean
asc_attribute_kind_from_string (const char       *string,
                                AscAttributeKind *kind)
{
  int value;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_ATTRIBUTE_KIND, string, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

/**
 * asc_attribute_definition_new:
 * @name: the attribute's name in files
 * @display_name: (nullable): what people see; `NULL`: the name
 * @description: (nullable): when to use it
 * @kind: what values it has
 * @required: whether an annotation without it is something to do
 * @choices: (nullable) (element-type AscChoice): the values of a choice, in order; copied
 * @extra: (nullable): JSON object text of members this version does not know
 *
 * Returns: (transfer full): a definition
 */
AscAttributeDefinition *
asc_attribute_definition_new (const char      *name,
                              const char      *display_name,
                              const char      *description,
                              AscAttributeKind kind,
                              gboolean         required,
                              GPtrArray       *choices,
                              const char      *extra)
{
  AscAttributeDefinition *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (ASC_TYPE_ATTRIBUTE_DEFINITION, NULL);
  self->name = g_strdup (name);
  self->display_name = g_strdup (display_name);
  self->description = g_strdup (description);
  self->kind = kind;
  self->required = !!required;
  self->extra = g_strdup (extra);
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      AscChoice *choice = choice_copy (g_ptr_array_index (choices, i), NULL);

      g_ptr_array_add (self->choices, choice);
      if (!g_hash_table_contains (self->by_name, choice->name))
        g_hash_table_insert (self->by_name, choice->name, choice);
    }

  return self;
}

/**
 * asc_attribute_definition_get_name:
 * @self: a definition
 *
 * Returns: the attribute's name in files
 */
const char *
asc_attribute_definition_get_name (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);

  return self->name;
}

/**
 * asc_attribute_definition_get_display_name:
 * @self: a definition
 *
 * Returns: what people see; the name when the codebook says nothing else
 */
const char *
asc_attribute_definition_get_display_name (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);

  return self->display_name != NULL ? self->display_name : self->name;
}

/**
 * asc_attribute_definition_get_description:
 * @self: a definition
 *
 * Returns: (nullable): when to use the attribute
 */
const char *
asc_attribute_definition_get_description (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);

  return self->description;
}

/**
 * asc_attribute_definition_get_kind:
 * @self: a definition
 *
 * Returns: what values the attribute has
 */
AscAttributeKind
asc_attribute_definition_get_kind (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), ASC_ATTRIBUTE_TEXT);

  return self->kind;
}

/**
 * asc_attribute_definition_get_required:
 * @self: a definition
 *
 * Returns: whether an annotation without the attribute is something to do
 */
gboolean
asc_attribute_definition_get_required (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), FALSE);

  return self->required;
}

/**
 * asc_attribute_definition_get_n_choices:
 * @self: a definition
 *
 * Returns: how many values the set has; 0 when the attribute is no choice
 */
guint
asc_attribute_definition_get_n_choices (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), 0);

  return self->choices->len;
}

/**
 * asc_attribute_definition_get_choice:
 * @self: a definition
 * @i: a place below [method@AttributeDefinition.get_n_choices]
 *
 * Returns: (transfer none): the value at place @i, in the codebook's order
 */
const AscChoice *
asc_attribute_definition_get_choice (AscAttributeDefinition *self,
                                     guint                   i)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);
  g_return_val_if_fail (i < self->choices->len, NULL);

  return g_ptr_array_index (self->choices, i);
}

/**
 * asc_attribute_definition_lookup_choice:
 * @self: a definition
 * @name: name of a value
 *
 * Returns: (transfer none) (nullable): the value of the set called @name
 */
const AscChoice *
asc_attribute_definition_lookup_choice (AscAttributeDefinition *self,
                                        const char             *name)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->by_name, name);
}

/**
 * asc_attribute_definition_get_extra:
 * @self: a definition
 *
 * Returns: (nullable): JSON object text of members this version does not know
 */
const char *
asc_attribute_definition_get_extra (AscAttributeDefinition *self)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), NULL);

  return self->extra;
}

/**
 * asc_attribute_definition_accepts:
 * @self: a definition
 * @value: a value
 *
 * A value that is not accepted is kept and flagged, never dropped: codebooks change after annotations were made.
 *
 * Returns: whether @value has the type of the kind and, for a choice, is in the set
 */
gboolean
asc_attribute_definition_accepts (AscAttributeDefinition *self,
                                  GVariant               *value)
{
  g_return_val_if_fail (ASC_IS_ATTRIBUTE_DEFINITION (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  switch (self->kind)
    {
    case ASC_ATTRIBUTE_CHOICE:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
             g_hash_table_contains (self->by_name, g_variant_get_string (value, NULL));

    case ASC_ATTRIBUTE_MULTI_CHOICE:
      {
        g_autofree const char **names = NULL;

        if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
          return FALSE;

        names = g_variant_get_strv (value, NULL);
        for (guint i = 0; names[i] != NULL; i++)
          {
            if (!g_hash_table_contains (self->by_name, names[i]))
              return FALSE;
          }
        return TRUE;
      }

    case ASC_ATTRIBUTE_TEXT:
    case ASC_ATTRIBUTE_DATE:
    case ASC_ATTRIBUTE_ACTOR:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);

    case ASC_ATTRIBUTE_NUMBER:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_INT64);

    case ASC_ATTRIBUTE_FLAG:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN);

    default:
      g_return_val_if_reached (FALSE);
    }
}
