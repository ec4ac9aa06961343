/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-actor.h"

#include "asc-id.h"

#include <string.h>

struct _AscActor
{
  GObject         parent_instance;

  AscActorValues  values;    /* all owned */
};

G_DEFINE_FINAL_TYPE (AscActor, asc_actor, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gpointer
copy_role (gconstpointer role,
           gpointer      unused)
{
  return asc_actor_role_copy (role);
}

static void
free_role (gpointer role)
{
  asc_actor_role_free (role);
}

static GPtrArray *
copy_roles (GPtrArray *roles)
{
  GPtrArray *copy;

  if (roles == NULL)
    return NULL;

  copy = g_ptr_array_copy (roles, copy_role, NULL);
  g_ptr_array_set_free_func (copy, free_role);
  return copy;
}

static void
asc_actor_finalize (GObject *object)
{
  AscActor *self = ASC_ACTOR (object);

  g_clear_pointer (&self->values.id, g_free);
  g_clear_pointer (&self->values.name, g_free);
  g_clear_pointer (&self->values.type, g_free);
  g_clear_pointer (&self->values.aliases, g_strfreev);
  g_clear_pointer (&self->values.external_id, g_free);
  g_clear_pointer (&self->values.note, g_free);
  g_clear_pointer (&self->values.roles, g_ptr_array_unref);
  g_clear_pointer (&self->values.extra, g_free);

  G_OBJECT_CLASS (asc_actor_parent_class)->finalize (object);
}

static void
asc_actor_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  AscActor *self = ASC_ACTOR (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->values.id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->values.name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_actor_class_init (AscActorClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_actor_finalize;
  object_class->get_property = asc_actor_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_actor_init (AscActor *self)
{
}

/**
 * asc_actor_new:
 * @values: its values; copied
 *
 * Without an id one is made from the name; that it is new in a register is for the caller to see to
 * ([method@ActorRegister.free_id]).
 *
 * Returns: (transfer full): an actor
 */
AscActor *
asc_actor_new (const AscActorValues *values)
{
  AscActor *self;

  g_return_val_if_fail (values != NULL && values->name != NULL, NULL);

  self = g_object_new (ASC_TYPE_ACTOR, NULL);
  self->values.id = values->id != NULL
                    ? g_strdup (values->id) : asc_id_from_title (values->name, "actor");
  self->values.name = g_strdup (values->name);
  self->values.type = g_strdup (values->type);
  self->values.aliases = g_strdupv (values->aliases);
  self->values.external_id = g_strdup (values->external_id);
  self->values.note = g_strdup (values->note);
  self->values.roles = copy_roles (values->roles);
  self->values.extra = g_strdup (values->extra);
  return self;
}

/**
 * asc_actor_get_values:
 * @self: an actor
 *
 * Returns: (transfer none): its values
 */
const AscActorValues *
asc_actor_get_values (AscActor *self)
{
  g_return_val_if_fail (ASC_IS_ACTOR (self), NULL);

  return &self->values;
}

/**
 * asc_actor_get_id:
 * @self: an actor
 *
 * Returns: its id, unique in the register
 */
const char *
asc_actor_get_id (AscActor *self)
{
  g_return_val_if_fail (ASC_IS_ACTOR (self), NULL);

  return self->values.id;
}

/**
 * asc_actor_get_name:
 * @self: an actor
 *
 * Returns: its name
 */
const char *
asc_actor_get_name (AscActor *self)
{
  g_return_val_if_fail (ASC_IS_ACTOR (self), NULL);

  return self->values.name;
}

static gboolean
roles_equal (GPtrArray *a,
             GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const AscActorRole *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->name, other->name) != 0 || g_strcmp0 (one->from, other->from) != 0 ||
          g_strcmp0 (one->to, other->to) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_actor_equal:
 * @self: an actor
 * @other: another
 *
 * Returns: whether everything is the same
 */
gboolean
asc_actor_equal (AscActor *self,
                 AscActor *other)
{
  static char *const none[] = { NULL };
  const AscActorValues *a, *b;

  g_return_val_if_fail (ASC_IS_ACTOR (self) && ASC_IS_ACTOR (other), FALSE);

  a = &self->values;
  b = &other->values;
  return g_strcmp0 (a->id, b->id) == 0 &&
         g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->type, b->type) == 0 &&
         g_strv_equal ((const char * const *) (a->aliases != NULL ? a->aliases : (GStrv) none),
                       (const char * const *) (b->aliases != NULL ? b->aliases : (GStrv) none)) &&
         g_strcmp0 (a->external_id, b->external_id) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 &&
         roles_equal (a->roles, b->roles) &&
         g_strcmp0 (a->extra, b->extra) == 0;
}

/**
 * asc_actor_fold_name:
 * @name: a name as it is written
 *
 * The form in which names are compared: Unicode compatibility composition, case folded, each run of white space one space,
 * none at the ends. So "Dr.\u00a0WANG" is "dr. wang".
 *
 * Returns: (transfer full): the folded name; "" when @name has nothing but white space
 */
char *
asc_actor_fold_name (const char *name)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString         *squeezed;
  gboolean         pending = FALSE;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  if (normal == NULL)
    return g_strdup ("");

  squeezed = g_string_sized_new (strlen (normal));
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          pending = squeezed->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (squeezed, ' ');
      pending = FALSE;
      g_string_append_len (squeezed, p, g_utf8_next_char (p) - p);
    }
  return g_string_free_and_steal (squeezed);
}

/**
 * asc_actor_is_called:
 * @self: an actor
 * @name: a name as it is written
 *
 * Returns: whether @name is its name or an alias, whatever the case and the white space
 */
gboolean
asc_actor_is_called (AscActor   *self,
                     const char *name)
{
  g_autofree char *wanted = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (ASC_IS_ACTOR (self) && name != NULL, FALSE);

  wanted = asc_actor_fold_name (name);
  if (*wanted == '\0')
    return FALSE;

  own = asc_actor_fold_name (self->values.name);
  if (g_str_equal (own, wanted))
    return TRUE;

  for (guint i = 0; self->values.aliases != NULL && self->values.aliases[i] != NULL; i++)
    {
      g_autofree char *alias = asc_actor_fold_name (self->values.aliases[i]);

      if (g_str_equal (alias, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * asc_actor_role_copy:
 * @role: a role
 *
 * Returns: (transfer full): a copy
 */
AscActorRole *
asc_actor_role_copy (const AscActorRole *role)
{
  AscActorRole *copy;

  g_return_val_if_fail (role != NULL, NULL);

  copy = g_new (AscActorRole, 1);
  copy->name = g_strdup (role->name);
  copy->from = g_strdup (role->from);
  copy->to = g_strdup (role->to);
  copy->extra = g_strdup (role->extra);
  return copy;
}

/**
 * asc_actor_role_free:
 * @role: (transfer full): a role on the heap
 */
void
asc_actor_role_free (AscActorRole *role)
{
  g_return_if_fail (role != NULL);

  g_free (role->name);
  g_free (role->from);
  g_free (role->to);
  g_free (role->extra);
  g_free (role);
}
