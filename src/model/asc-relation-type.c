/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-relation-type.h"

struct _AscRelationType
{
  GObject   parent_instance;

  char     *name;
  char     *display_name;
  char     *description;
  GStrv     from_labels;
  GStrv     to_labels;
  guint     max;
  gboolean  expected;
  char     *none_attribute;   /* "no-<name>" */
  char     *extra;
};

G_DEFINE_FINAL_TYPE (AscRelationType, asc_relation_type, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DISPLAY_NAME,
  PROP_DESCRIPTION,
  PROP_MAX,
  PROP_EXPECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GStrv
copy_labels (const char * const *labels)
{
  return labels != NULL ? g_strdupv ((GStrv) labels) : g_new0 (char *, 1);
}

static void
asc_relation_type_finalize (GObject *object)
{
  AscRelationType *self = ASC_RELATION_TYPE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->from_labels, g_strfreev);
  g_clear_pointer (&self->to_labels, g_strfreev);
  g_clear_pointer (&self->none_attribute, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_relation_type_parent_class)->finalize (object);
}

static void
asc_relation_type_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AscRelationType *self = ASC_RELATION_TYPE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, asc_relation_type_get_display_name (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_MAX:
      g_value_set_uint (value, self->max);
      break;
    case PROP_EXPECTED:
      g_value_set_boolean (value, self->expected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_relation_type_class_init (AscRelationTypeClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_relation_type_finalize;
  object_class->get_property = asc_relation_type_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_MAX] = g_param_spec_uint ("max", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_EXPECTED] = g_param_spec_boolean ("expected", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_relation_type_init (AscRelationType *self)
{
}

/**
 * asc_relation_type_new:
 * @name: its name in files: the role
 * @display_name: (nullable): what people see; `NULL`: the name
 * @description: (nullable): when to use it
 * @from_labels: (nullable) (array zero-terminated=1): labels it may go from
 * @to_labels: (nullable) (array zero-terminated=1): labels it may go to
 * @max: most relations of this type from one annotation; 0 for any number
 * @expected: whether a missing one is something to do
 * @extra: (nullable): JSON object text of members this version does not know
 *
 * Returns: (transfer full): a relation type
 */
AscRelationType *
asc_relation_type_new (const char         *name,
                       const char         *display_name,
                       const char         *description,
                       const char * const *from_labels,
                       const char * const *to_labels,
                       guint               max,
                       gboolean            expected,
                       const char         *extra)
{
  AscRelationType *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (ASC_TYPE_RELATION_TYPE, NULL);
  self->name = g_strdup (name);
  self->none_attribute = g_strconcat (ASC_RELATION_NONE_PREFIX, name, NULL);
  self->display_name = g_strdup (display_name);
  self->description = g_strdup (description);
  self->from_labels = copy_labels (from_labels);
  self->to_labels = copy_labels (to_labels);
  self->max = max;
  self->expected = !!expected;
  self->extra = g_strdup (extra);
  return self;
}

/**
 * asc_relation_type_get_name:
 * @self: a relation type
 *
 * Returns: its name in files: the role
 */
const char *
asc_relation_type_get_name (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return self->name;
}

/**
 * asc_relation_type_get_display_name:
 * @self: a relation type
 *
 * Returns: what people see; the name when the codebook says nothing else
 */
const char *
asc_relation_type_get_display_name (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return self->display_name != NULL ? self->display_name : self->name;
}

/**
 * asc_relation_type_get_description:
 * @self: a relation type
 *
 * Returns: (nullable): when to use it
 */
const char *
asc_relation_type_get_description (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return self->description;
}

/**
 * asc_relation_type_get_from_labels:
 * @self: a relation type
 *
 * Returns: (array zero-terminated=1): labels it may go from
 */
const char * const *
asc_relation_type_get_from_labels (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return (const char * const *) self->from_labels;
}

/**
 * asc_relation_type_get_to_labels:
 * @self: a relation type
 *
 * Returns: (array zero-terminated=1): labels it may go to
 */
const char * const *
asc_relation_type_get_to_labels (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return (const char * const *) self->to_labels;
}

/**
 * asc_relation_type_get_max:
 * @self: a relation type
 *
 * Returns: most relations of this type from one annotation; 0 for any number
 */
guint
asc_relation_type_get_max (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), 0);

  return self->max;
}

/**
 * asc_relation_type_get_expected:
 * @self: a relation type
 *
 * Returns: whether a missing one is something to do, unless the annotation's attribute "no-<name>" says there is none
 */
gboolean
asc_relation_type_get_expected (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), FALSE);

  return self->expected;
}

/**
 * asc_relation_type_get_none_attribute:
 * @self: a relation type
 *
 * Returns: the attribute of an annotation that, when true, says there is none of this type from it: "no-source". A value of its
 *   own, so that "nobody looked" and "there is none" stay apart.
 */
const char *
asc_relation_type_get_none_attribute (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return self->none_attribute;
}

/**
 * asc_relation_type_get_extra:
 * @self: a relation type
 *
 * Returns: (nullable): JSON object text of members this version does not know
 */
const char *
asc_relation_type_get_extra (AscRelationType *self)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), NULL);

  return self->extra;
}

/**
 * asc_relation_type_allows:
 * @self: a relation type
 * @from_label: name of a label
 * @to_label: name of a label
 *
 * Returns: whether it may go from an annotation with @from_label to one with @to_label
 */
gboolean
asc_relation_type_allows (AscRelationType *self,
                          const char      *from_label,
                          const char      *to_label)
{
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (self), FALSE);
  g_return_val_if_fail (from_label != NULL && to_label != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->from_labels, from_label) &&
         g_strv_contains ((const char * const *) self->to_labels, to_label);
}
