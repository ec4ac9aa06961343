/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-label.h"

#include "asc-enum.h"

G_DEFINE_ENUM_TYPE (AscForm, asc_form,
                    G_DEFINE_ENUM_VALUE (ASC_FORM_BRACKET, "bracket"),
                    G_DEFINE_ENUM_VALUE (ASC_FORM_PILL, "pill"),
                    G_DEFINE_ENUM_VALUE (ASC_FORM_UNDERLINE, "underline"),
                    G_DEFINE_ENUM_VALUE (ASC_FORM_WAVE, "wave"),
                    G_DEFINE_ENUM_VALUE (ASC_FORM_BOX, "box"))

G_DEFINE_ENUM_TYPE (AscTakes, asc_takes,
                    G_DEFINE_ENUM_VALUE (ASC_TAKES_SENTENCE, "sentence"),
                    G_DEFINE_ENUM_VALUE (ASC_TAKES_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (ASC_TAKES_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (ASC_TAKES_WORD, "word"))

struct _AscLabel
{
  GObject         parent_instance;

  AscLabelValues  values;        /* strings owned */
  GListStore     *attributes;
};

G_DEFINE_FINAL_TYPE (AscLabel, asc_label, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DISPLAY_NAME,
  PROP_DESCRIPTION,
  PROP_COLOR,
  PROP_KEY,
  PROP_FORM,
  PROP_TAKES,
  PROP_HIDDEN,
  PROP_ATTRIBUTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
asc_label_finalize (GObject *object)
{
  AscLabel *self = ASC_LABEL (object);

  g_clear_pointer (&self->values.name, g_free);
  g_clear_pointer (&self->values.display_name, g_free);
  g_clear_pointer (&self->values.description, g_free);
  g_clear_pointer (&self->values.examples, g_strfreev);
  g_clear_pointer (&self->values.color, g_free);
  g_clear_pointer (&self->values.extra, g_free);
  g_clear_object (&self->attributes);

  G_OBJECT_CLASS (asc_label_parent_class)->finalize (object);
}

static void
asc_label_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AscLabel *self = ASC_LABEL (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->values.name);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, asc_label_get_display_name (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->values.description);
      break;
    case PROP_COLOR:
      g_value_set_string (value, self->values.color);
      break;
    case PROP_KEY:
      g_value_set_uint (value, self->values.key);
      break;
    case PROP_FORM:
      g_value_set_enum (value, self->values.form);
      break;
    case PROP_TAKES:
      g_value_set_enum (value, self->values.takes);
      break;
    case PROP_HIDDEN:
      g_value_set_boolean (value, self->values.hidden);
      break;
    case PROP_ATTRIBUTES:
      g_value_set_object (value, self->attributes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_label_class_init (AscLabelClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_label_finalize;
  object_class->get_property = asc_label_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_COLOR] = g_param_spec_string ("color", NULL, NULL, NULL, flags);
  properties[PROP_KEY] = g_param_spec_uint ("key", NULL, NULL, 0, 0x10ffff, 0, flags);
  properties[PROP_FORM] =
    g_param_spec_enum ("form", NULL, NULL, ASC_TYPE_FORM, ASC_FORM_BRACKET, flags);
  properties[PROP_TAKES] =
    g_param_spec_enum ("takes", NULL, NULL, ASC_TYPE_TAKES, ASC_TAKES_SENTENCE, flags);
  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE, flags);
  properties[PROP_ATTRIBUTES] =
    g_param_spec_object ("attributes", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_label_init (AscLabel *self)
{
  self->attributes = g_list_store_new (ASC_TYPE_ATTRIBUTE_DEFINITION);
}

/**
 * asc_form_to_string:
 * @form: a form
 *
 * Returns: its name in files
 */
const char *
asc_form_to_string (AscForm form)
{
  return asc_enum_to_string (ASC_TYPE_FORM, form);
}

/**
 * asc_form_from_string:
 * @string: (nullable): a name from a file
 * @form: (out): the form; untouched when @string is none
 *
 * Returns: whether @string names a form
 */
gboolean
asc_form_from_string (const char *string,
                      AscForm    *form)
{
  int value;

  g_return_val_if_fail (form != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_FORM, string, &value))
    return FALSE;

  *form = value;
  return TRUE;
}

/**
 * asc_takes_to_string:
 * @takes: what a key takes
 *
 * Returns: its name in files
 */
const char *
asc_takes_to_string (AscTakes takes)
{
  return asc_enum_to_string (ASC_TYPE_TAKES, takes);
}

/**
 * asc_takes_from_string:
 * @string: (nullable): a name from a file
 * @takes: (out): what the key takes; untouched when @string is none
 *
 * Returns: whether @string names something to take
 */
gboolean
asc_takes_from_string (const char *string,
                       AscTakes   *takes)
{
  int value;

  g_return_val_if_fail (takes != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_TAKES, string, &value))
    return FALSE;

  *takes = value;
  return TRUE;
}

/**
 * asc_label_new:
 * @values: its values; copied
 * @attributes: (nullable) (element-type AscAttributeDefinition): what attributes its annotations may have
 *
 * Returns: (transfer full): a label
 */
AscLabel *
asc_label_new (const AscLabelValues *values,
               GPtrArray            *attributes)
{
  AscLabel *self;

  g_return_val_if_fail (values != NULL && values->name != NULL, NULL);

  self = g_object_new (ASC_TYPE_LABEL, NULL);
  self->values = *values;
  self->values.name = g_strdup (values->name);
  self->values.display_name = g_strdup (values->display_name);
  self->values.description = g_strdup (values->description);
  self->values.examples = g_strdupv (values->examples);
  self->values.color = g_strdup (values->color);
  self->values.extra = g_strdup (values->extra);

  if (attributes != NULL)
    g_list_store_splice (self->attributes, 0, 0, attributes->pdata, attributes->len);

  return self;
}

/**
 * asc_label_get_values:
 * @self: a label
 *
 * Returns: (transfer none): its values
 */
const AscLabelValues *
asc_label_get_values (AscLabel *self)
{
  g_return_val_if_fail (ASC_IS_LABEL (self), NULL);

  return &self->values;
}

/**
 * asc_label_get_name:
 * @self: a label
 *
 * Returns: its name in files
 */
const char *
asc_label_get_name (AscLabel *self)
{
  g_return_val_if_fail (ASC_IS_LABEL (self), NULL);

  return self->values.name;
}

/**
 * asc_label_get_display_name:
 * @self: a label
 *
 * Returns: what people see; the name when the codebook says nothing else
 */
const char *
asc_label_get_display_name (AscLabel *self)
{
  g_return_val_if_fail (ASC_IS_LABEL (self), NULL);

  return self->values.display_name != NULL ? self->values.display_name : self->values.name;
}

/**
 * asc_label_get_attributes:
 * @self: a label
 *
 * Returns: (transfer none): a list of [class@AttributeDefinition], in the codebook's order
 */
GListModel *
asc_label_get_attributes (AscLabel *self)
{
  g_return_val_if_fail (ASC_IS_LABEL (self), NULL);

  return G_LIST_MODEL (self->attributes);
}

/**
 * asc_label_lookup_attribute:
 * @self: a label
 * @name: name of an attribute
 *
 * Returns: (transfer none) (nullable): the definition of @name
 */
AscAttributeDefinition *
asc_label_lookup_attribute (AscLabel   *self,
                            const char *name)
{
  guint n;

  g_return_val_if_fail (ASC_IS_LABEL (self) && name != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->attributes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAttributeDefinition) definition =
        g_list_model_get_item (G_LIST_MODEL (self->attributes), i);

      /* The list keeps it alive. */
      if (g_str_equal (asc_attribute_definition_get_name (definition), name))
        return definition;
    }
  return NULL;
}

/**
 * asc_label_find_attribute_of_kind:
 * @self: a label
 * @kind: such as %ASC_ATTRIBUTE_ACTOR
 *
 * Returns: (transfer none) (nullable): the first attribute of @kind, in the codebook's order
 */
AscAttributeDefinition *
asc_label_find_attribute_of_kind (AscLabel         *self,
                                  AscAttributeKind  kind)
{
  guint n;

  g_return_val_if_fail (ASC_IS_LABEL (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->attributes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAttributeDefinition) definition =
        g_list_model_get_item (G_LIST_MODEL (self->attributes), i);

      /* The list keeps it alive. */
      if (asc_attribute_definition_get_kind (definition) == kind)
        return definition;
    }
  return NULL;
}
