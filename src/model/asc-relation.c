/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-relation.h"

#include "asc-id.h"

#include <string.h>

struct _AscRelation
{
  GObject  parent_instance;

  char    *id;
  char    *type;    /* interned GRefString */
  char    *from;
  char    *to;
  char    *extra;
};

G_DEFINE_FINAL_TYPE (AscRelation, asc_relation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_RELATION_TYPE,
  PROP_FROM,
  PROP_TO,
  PROP_EXTRA,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
asc_relation_constructed (GObject *object)
{
  AscRelation *self = ASC_RELATION (object);

  G_OBJECT_CLASS (asc_relation_parent_class)->constructed (object);

  g_return_if_fail (self->type != NULL && self->from != NULL && self->to != NULL);

  if (self->id == NULL)
    self->id = asc_id_new ();
}

static void
asc_relation_finalize (GObject *object)
{
  AscRelation *self = ASC_RELATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->type, g_ref_string_release);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_relation_parent_class)->finalize (object);
}

static void
asc_relation_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AscRelation *self = ASC_RELATION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_RELATION_TYPE:
      g_value_set_string (value, self->type);
      break;
    case PROP_FROM:
      g_value_set_string (value, self->from);
      break;
    case PROP_TO:
      g_value_set_string (value, self->to);
      break;
    case PROP_EXTRA:
      g_value_set_string (value, self->extra);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_relation_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AscRelation *self = ASC_RELATION (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_RELATION_TYPE:
      if (g_value_get_string (value) != NULL)
        self->type = g_ref_string_new_intern (g_value_get_string (value));
      break;
    case PROP_FROM:
      self->from = g_value_dup_string (value);
      break;
    case PROP_TO:
      self->to = g_value_dup_string (value);
      break;
    case PROP_EXTRA:
      self->extra = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_relation_class_init (AscRelationClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = asc_relation_constructed;
  object_class->finalize = asc_relation_finalize;
  object_class->get_property = asc_relation_get_property;
  object_class->set_property = asc_relation_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_RELATION_TYPE] = g_param_spec_string ("relation-type", NULL, NULL, NULL, flags);
  properties[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, NULL, flags);
  properties[PROP_TO] = g_param_spec_string ("to", NULL, NULL, NULL, flags);
  properties[PROP_EXTRA] = g_param_spec_string ("extra", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_relation_init (AscRelation *self)
{
}

/**
 * asc_relation_new:
 * @id: (nullable): an id, or `NULL` for a new one
 * @type: name of a relation type
 * @from: id of the annotation it goes from
 * @to: id of the annotation it goes to
 *
 * Returns: (transfer full): a relation
 */
AscRelation *
asc_relation_new (const char *id,
                  const char *type,
                  const char *from,
                  const char *to)
{
  return asc_relation_new_full (id, type, from, to, NULL);
}

/**
 * asc_relation_new_full:
 * @id: (nullable): an id, or `NULL` for a new one
 * @type: name of a relation type
 * @from: id of the annotation it goes from
 * @to: id of the annotation it goes to
 * @extra: (nullable): JSON object text of members this version does not know
 *
 * Returns: (transfer full): a relation
 */
AscRelation *
asc_relation_new_full (const char *id,
                       const char *type,
                       const char *from,
                       const char *to,
                       const char *extra)
{
  g_return_val_if_fail (type != NULL && from != NULL && to != NULL, NULL);

  return g_object_new (ASC_TYPE_RELATION,
                       "id", id,
                       "relation-type", type,
                       "from", from,
                       "to", to,
                       "extra", extra,
                       NULL);
}

/**
 * asc_relation_get_id:
 * @self: a relation
 *
 * Returns: its id, unique among the relations of its set
 */
const char *
asc_relation_get_id (AscRelation *self)
{
  g_return_val_if_fail (ASC_IS_RELATION (self), NULL);

  return self->id;
}

/**
 * asc_relation_get_relation_type:
 * @self: a relation
 *
 * Returns: the name of its type, which the codebook may not have
 */
const char *
asc_relation_get_relation_type (AscRelation *self)
{
  g_return_val_if_fail (ASC_IS_RELATION (self), NULL);

  return self->type;
}

/**
 * asc_relation_get_from:
 * @self: a relation
 *
 * Returns: id of the annotation it goes from
 */
const char *
asc_relation_get_from (AscRelation *self)
{
  g_return_val_if_fail (ASC_IS_RELATION (self), NULL);

  return self->from;
}

/**
 * asc_relation_get_to:
 * @self: a relation
 *
 * Returns: id of the annotation it goes to
 */
const char *
asc_relation_get_to (AscRelation *self)
{
  g_return_val_if_fail (ASC_IS_RELATION (self), NULL);

  return self->to;
}

/**
 * asc_relation_get_extra:
 * @self: a relation
 *
 * Returns: (nullable): JSON object text of members this version does not know
 */
const char *
asc_relation_get_extra (AscRelation *self)
{
  g_return_val_if_fail (ASC_IS_RELATION (self), NULL);

  return self->extra;
}

/**
 * asc_relation_equal:
 * @self: a relation
 * @other: another
 *
 * Returns: whether everything is the same
 */
gboolean
asc_relation_equal (AscRelation *self,
                    AscRelation *other)
{
  g_return_val_if_fail (ASC_IS_RELATION (self) && ASC_IS_RELATION (other), FALSE);

  return asc_relation_compare (self, other) == 0 && g_strcmp0 (self->extra, other->extra) == 0;
}

/**
 * asc_relation_compare:
 * @self: a relation
 * @other: another
 *
 * Canonical order: by from, type, to, id.
 *
 * Returns: negative, 0 or positive as @self comes before, is, or comes after @other
 */
int
asc_relation_compare (AscRelation *self,
                      AscRelation *other)
{
  int order;

  g_return_val_if_fail (ASC_IS_RELATION (self) && ASC_IS_RELATION (other), 0);

  if ((order = strcmp (self->from, other->from)) != 0)
    return order;
  if ((order = strcmp (self->type, other->type)) != 0)
    return order;
  if ((order = strcmp (self->to, other->to)) != 0)
    return order;
  return strcmp (self->id, other->id);
}
