/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-draft-item-private.h"

#include <string.h>

#include "asc-id.h"

#define MAX_NAME_LENGTH 64

G_DEFINE_FINAL_TYPE (AscDraftItem, asc_draft_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_COLOR,
  PROP_KEY,
  PROP_FORM,
  PROP_TAKES,
  PROP_HIDDEN,
  PROP_EXAMPLES,
  PROP_ATTRIBUTE_KIND,
  PROP_REQUIRED,
  PROP_MAX,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
emit_changed (AscDraftItem *self)
{
  for (AscDraftItem *item = self; item != NULL; item = item->parent)
    g_signal_emit (item, signals[CHANGED], 0);
}

/* Labels, attributes and relations are named apart from their siblings; a value from all values of its attribute. */
static AscDraftItem *
get_scope (AscDraftItem *self)
{
  AscDraftItem *scope = self->parent;

  while (scope != NULL && scope->kind == ASC_DRAFT_VALUE)
    scope = scope->parent;
  return scope;
}

static AscDraftItem *
find_other (AscDraftItem *scope,
            AscDraftItem *self,
            const char   *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (scope->children)); i++)
    {
      AscDraftItem *child = asc_draft_item_get_nth (scope, i), *below;

      if (child != self && g_strcmp0 (child->name, name) == 0)
        return child;
      below = child->kind == ASC_DRAFT_VALUE ? find_other (child, self, name) : NULL;
      if (below != NULL)
        return below;
    }
  return NULL;
}

/* A name nobody has, made of the title. */
static char *
make_name (AscDraftItem *self)
{
  static const char *const fallbacks[] = { "item", "label", "attribute", "value", "relation" };
  AscDraftItem            *scope = get_scope (self);
  g_autofree char         *base = asc_id_from_title (self->title, fallbacks[self->kind]);
  char                    *name;

  g_strdelimit (base, ".", '-');
  if (!g_ascii_isalpha (*base))
    {
      g_autofree char *bare = g_steal_pointer (&base);

      base = g_strdup_printf ("%s-%s", fallbacks[self->kind], bare);
    }
  name = g_strdup (base);
  for (guint n = 2; scope != NULL && find_other (scope, self, name) != NULL; n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", base, n);
    }
  return name;
}

static void
follow_title (AscDraftItem *self)
{
  g_autofree char *name = NULL;

  if (!self->follows_title)
    return;

  name = make_name (self);
  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
asc_draft_item_dispose (GObject *object)
{
  AscDraftItem *self = ASC_DRAFT_ITEM (object);

  for (guint i = 0; self->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    asc_draft_item_get_nth (self, i)->parent = NULL;
  g_clear_object (&self->children);
  g_clear_pointer (&self->ends[0], g_ptr_array_unref);
  g_clear_pointer (&self->ends[1], g_ptr_array_unref);

  G_OBJECT_CLASS (asc_draft_item_parent_class)->dispose (object);
}

static void
asc_draft_item_finalize (GObject *object)
{
  AscDraftItem *self = ASC_DRAFT_ITEM (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->description);
  g_free (self->origin);
  g_free (self->extra);
  g_free (self->color);
  g_free (self->examples);

  G_OBJECT_CLASS (asc_draft_item_parent_class)->finalize (object);
}

static void
asc_draft_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AscDraftItem *self = ASC_DRAFT_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_COLOR:
      g_value_set_string (value, self->color);
      break;
    case PROP_KEY:
      g_value_set_uint (value, self->key);
      break;
    case PROP_FORM:
      g_value_set_enum (value, self->form);
      break;
    case PROP_TAKES:
      g_value_set_enum (value, self->takes);
      break;
    case PROP_HIDDEN:
      g_value_set_boolean (value, self->hidden);
      break;
    case PROP_EXAMPLES:
      g_value_set_string (value, self->examples);
      break;
    case PROP_ATTRIBUTE_KIND:
      g_value_set_enum (value, self->attribute_kind);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->required);
      break;
    case PROP_MAX:
      g_value_set_uint (value, self->max);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
set_int (int *place,
         int  value)
{
  if (*place == value)
    return FALSE;

  *place = value;
  return TRUE;
}

static gboolean
set_string (char       **place,
            const GValue *value)
{
  const char *text = g_value_get_string (value);

  return g_set_str (place, text != NULL ? text : "");
}

static void
asc_draft_item_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AscDraftItem *self = ASC_DRAFT_ITEM (object);
  gboolean      changed = FALSE;

  switch (prop_id)
    {
    case PROP_NAME:
      changed = set_string (&self->name, value);
      if (changed)
        self->follows_title = FALSE;
      break;
    case PROP_TITLE:
      changed = set_string (&self->title, value);
      if (changed)
        follow_title (self);
      break;
    case PROP_DESCRIPTION:
      changed = set_string (&self->description, value);
      break;
    case PROP_COLOR:
      changed = set_string (&self->color, value);
      break;
    case PROP_KEY:
      changed = set_int ((int *) &self->key, g_value_get_uint (value));
      break;
    case PROP_FORM:
      changed = set_int ((int *) &self->form, g_value_get_enum (value));
      break;
    case PROP_TAKES:
      changed = set_int ((int *) &self->takes, g_value_get_enum (value));
      break;
    case PROP_HIDDEN:
      changed = set_int (&self->hidden, g_value_get_boolean (value));
      break;
    case PROP_EXAMPLES:
      changed = set_string (&self->examples, value);
      break;
    case PROP_ATTRIBUTE_KIND:
      changed = set_int ((int *) &self->attribute_kind, g_value_get_enum (value));
      break;
    case PROP_REQUIRED:
      changed = set_int (&self->required, g_value_get_boolean (value));
      break;
    case PROP_MAX:
      changed = set_int ((int *) &self->max, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (!changed)
    return;
  g_object_notify_by_pspec (object, pspec);
  emit_changed (self);
}

static void
asc_draft_item_class_init (AscDraftItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = asc_draft_item_dispose;
  object_class->finalize = asc_draft_item_finalize;
  object_class->get_property = asc_draft_item_get_property;
  object_class->set_property = asc_draft_item_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  properties[PROP_COLOR] = g_param_spec_string ("color", NULL, NULL, "", flags);
  properties[PROP_KEY] = g_param_spec_uint ("key", NULL, NULL, 0, 0x10ffff, 0, flags);
  properties[PROP_FORM] = g_param_spec_enum ("form", NULL, NULL, ASC_TYPE_FORM, ASC_FORM_BRACKET, flags);
  properties[PROP_TAKES] = g_param_spec_enum ("takes", NULL, NULL, ASC_TYPE_TAKES, ASC_TAKES_SENTENCE, flags);
  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE, flags);
  properties[PROP_EXAMPLES] = g_param_spec_string ("examples", NULL, NULL, "", flags);
  properties[PROP_ATTRIBUTE_KIND] = g_param_spec_enum ("attribute-kind", NULL, NULL, ASC_TYPE_ATTRIBUTE_KIND,
                                                       ASC_ATTRIBUTE_CHOICE, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  properties[PROP_MAX] = g_param_spec_uint ("max", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
asc_draft_item_init (AscDraftItem *self)
{
  self->children = g_list_store_new (ASC_TYPE_DRAFT_ITEM);
  self->name = g_strdup ("");
  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->color = g_strdup ("");
  self->examples = g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    self->ends[i] = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * asc_draft_item_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a new item, which is called after its title until somebody names it
 */
AscDraftItem *
asc_draft_item_new (AscDraftKind kind)
{
  AscDraftItem *self = g_object_new (ASC_TYPE_DRAFT_ITEM, NULL);

  self->kind = kind;
  self->follows_title = kind != ASC_DRAFT_ROOT;
  return self;
}

static AscDraftItem *
new_existing (AscDraftKind kind,
              const char  *name,
              const char  *title,
              const char  *description,
              const char  *extra)
{
  AscDraftItem *self = asc_draft_item_new (kind);

  self->follows_title = FALSE;
  g_set_str (&self->name, name);
  g_set_str (&self->origin, name);
  g_set_str (&self->title, title != NULL ? title : "");
  g_set_str (&self->description, description != NULL ? description : "");
  g_set_str (&self->extra, extra);
  return self;
}

static void
append (AscDraftItem *self,
        AscDraftItem *child)
{
  child->parent = self;
  g_list_store_append (self->children, child);
  g_object_unref (child);
}

/* A title that only repeats the name was made up by its getter. */
static const char *
real_title (const char *title,
            const char *name)
{
  return g_strcmp0 (title, name) == 0 ? NULL : title;
}

static AscDraftItem *
new_attribute (AscAttributeDefinition *definition)
{
  const char              *name = asc_attribute_definition_get_name (definition);
  AscDraftItem            *self;
  g_autoptr (GHashTable)   values = g_hash_table_new (g_str_hash, g_str_equal);

  self = new_existing (ASC_DRAFT_ATTRIBUTE, name, real_title (asc_attribute_definition_get_display_name (definition), name),
                       asc_attribute_definition_get_description (definition), asc_attribute_definition_get_extra (definition));
  self->attribute_kind = asc_attribute_definition_get_kind (definition);
  self->required = asc_attribute_definition_get_required (definition);

  /* A value comes after the one it is below. */
  for (guint i = 0; i < asc_attribute_definition_get_n_choices (definition); i++)
    {
      const AscChoice *choice = asc_attribute_definition_get_choice (definition, i);
      AscDraftItem    *above = choice->parent != NULL ? g_hash_table_lookup (values, choice->parent) : NULL;
      AscDraftItem    *value = new_existing (ASC_DRAFT_VALUE, choice->name, choice->display_name, choice->description, choice->extra);

      append (above != NULL ? above : self, value);
      g_hash_table_insert (values, choice->name, value);
    }
  return self;
}

/**
 * asc_draft_item_new_label:
 * @label: a label
 *
 * Returns: (transfer full): the same to edit, with its attributes and their values
 */
AscDraftItem *
asc_draft_item_new_label (AscLabel *label)
{
  const AscLabelValues *values;
  AscDraftItem         *self;
  GListModel           *attributes;

  g_return_val_if_fail (ASC_IS_LABEL (label), NULL);

  values = asc_label_get_values (label);
  self = new_existing (ASC_DRAFT_LABEL, values->name, values->display_name, values->description, values->extra);
  g_set_str (&self->color, values->color != NULL ? values->color : "");
  self->key = values->key;
  self->form = values->form;
  self->takes = values->takes;
  self->hidden = values->hidden;
  if (values->examples != NULL)
    {
      g_free (self->examples);
      self->examples = g_strjoinv ("\n", values->examples);
    }
  attributes = asc_label_get_attributes (label);
  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (attributes, i);

      append (self, new_attribute (definition));
    }
  return self;
}

/**
 * asc_draft_item_new_relation:
 * @type: a relation type
 *
 * Returns: (transfer full): the same to edit, without its ends, which are items
 */
AscDraftItem *
asc_draft_item_new_relation (AscRelationType *type)
{
  const char   *name;
  AscDraftItem *self;

  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);

  name = asc_relation_type_get_name (type);
  self = new_existing (ASC_DRAFT_RELATION, name, real_title (asc_relation_type_get_display_name (type), name),
                       asc_relation_type_get_description (type), asc_relation_type_get_extra (type));
  self->max = asc_relation_type_get_max (type);
  self->required = asc_relation_type_get_expected (type);
  return self;
}

/**
 * asc_draft_item_get_kind:
 * @self: an item
 *
 * Returns: what it is
 */
AscDraftKind
asc_draft_item_get_kind (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), ASC_DRAFT_ROOT);

  return self->kind;
}

/**
 * asc_draft_item_get_name:
 * @self: an item
 *
 * Returns: its name in files; it may be one that cannot be used yet
 */
const char *
asc_draft_item_get_name (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  return self->name;
}

/**
 * asc_draft_item_get_title:
 * @self: an item
 *
 * Returns: what people read, "" when that is the name
 */
const char *
asc_draft_item_get_title (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  return self->title;
}

/**
 * asc_draft_item_get_origin:
 * @self: an item
 *
 * Returns: (nullable): its name when the editing began; %NULL when it is new
 */
const char *
asc_draft_item_get_origin (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  return self->origin;
}

/**
 * asc_draft_item_set_origin:
 * @self: an item
 * @origin: (nullable): the name it had
 */
void
asc_draft_item_set_origin (AscDraftItem *self,
                           const char   *origin)
{
  g_return_if_fail (ASC_IS_DRAFT_ITEM (self));

  g_set_str (&self->origin, origin);
}

/**
 * asc_draft_item_has_choices:
 * @self: an item
 *
 * Returns: whether it is an attribute that is chosen from values
 */
gboolean
asc_draft_item_has_choices (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), FALSE);

  return self->kind == ASC_DRAFT_ATTRIBUTE &&
         (self->attribute_kind == ASC_ATTRIBUTE_CHOICE || self->attribute_kind == ASC_ATTRIBUTE_MULTI_CHOICE);
}

/**
 * asc_draft_item_get_parent:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what it is below
 */
AscDraftItem *
asc_draft_item_get_parent (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  return self->parent;
}

/**
 * asc_draft_item_get_children:
 * @self: an item
 *
 * Returns: (transfer none): a list of [class@DraftItem]
 */
GListModel *
asc_draft_item_get_children (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  return G_LIST_MODEL (self->children);
}

/**
 * asc_draft_item_find_child:
 * @self: an item
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the child of that name; of an attribute, a value at any depth
 */
AscDraftItem *
asc_draft_item_find_child (AscDraftItem *self,
                           const char   *name)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && name != NULL, NULL);

  return find_other (self, NULL, name);
}

/**
 * asc_draft_item_insert:
 * @self: an item
 * @position: where; beyond the end is the end
 * @child: an item that is nowhere yet
 */
void
asc_draft_item_insert (AscDraftItem *self,
                       guint         position,
                       AscDraftItem *child)
{
  g_return_if_fail (ASC_IS_DRAFT_ITEM (self) && ASC_IS_DRAFT_ITEM (child));
  g_return_if_fail (child->parent == NULL);

  child->parent = self;
  follow_title (child);
  g_list_store_insert (self->children, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->children))), child);
  emit_changed (self);
}

/* @self is held by the caller. */
static void
take_out (AscDraftItem *self)
{
  AscDraftItem *parent = self->parent;
  guint         position = asc_draft_item_get_position (self);

  self->parent = NULL;
  g_list_store_remove (parent->children, position);
}

/**
 * asc_draft_item_remove:
 * @self: an item that is below another
 */
void
asc_draft_item_remove (AscDraftItem *self)
{
  g_autoptr (AscDraftItem) held = NULL;
  AscDraftItem            *parent;

  g_return_if_fail (ASC_IS_DRAFT_ITEM (self) && self->parent != NULL);

  held = g_object_ref (self);
  parent = self->parent;
  take_out (self);
  emit_changed (parent);
}

/**
 * asc_draft_item_get_position:
 * @self: an item that is below another
 *
 * Returns: where it is among its siblings
 */
guint
asc_draft_item_get_position (AscDraftItem *self)
{
  guint position = 0;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && self->parent != NULL, 0);

  g_list_store_find (self->parent->children, self, &position);
  return position;
}

static void
put (AscDraftItem *self,
     AscDraftItem *parent,
     guint         position)
{
  g_autoptr (AscDraftItem) held = g_object_ref (self);
  AscDraftItem            *before = self->parent;

  take_out (self);
  self->parent = parent;
  g_list_store_insert (parent->children, position, self);
  emit_changed (before);
  if (before != parent)
    emit_changed (parent);
}

/**
 * asc_draft_item_move:
 * @self: an item that is below another
 * @by: how many places
 *
 * Returns: whether there is that place among its siblings, and it is there
 */
gboolean
asc_draft_item_move (AscDraftItem *self,
                     int           by)
{
  int position, n;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && self->parent != NULL, FALSE);

  position = (int) asc_draft_item_get_position (self) + by;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->parent->children));
  if (by == 0 || position < 0 || position >= n)
    return FALSE;

  put (self, self->parent, position);
  return TRUE;
}

/**
 * asc_draft_item_nest:
 * @self: an item
 *
 * Returns: whether it is a value with one before it, and is below that now
 */
gboolean
asc_draft_item_nest (AscDraftItem *self)
{
  AscDraftItem *above;
  guint         position;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), FALSE);

  if (self->kind != ASC_DRAFT_VALUE || self->parent == NULL)
    return FALSE;
  position = asc_draft_item_get_position (self);
  if (position == 0)
    return FALSE;

  above = asc_draft_item_get_nth (self->parent, position - 1);
  put (self, above, g_list_model_get_n_items (G_LIST_MODEL (above->children)));
  return TRUE;
}

/**
 * asc_draft_item_unnest:
 * @self: an item
 *
 * Returns: whether it was below another value, and stands after that now
 */
gboolean
asc_draft_item_unnest (AscDraftItem *self)
{
  AscDraftItem *above;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), FALSE);

  above = self->parent;
  if (self->kind != ASC_DRAFT_VALUE || above == NULL || above->kind != ASC_DRAFT_VALUE)
    return FALSE;

  put (self, above->parent, asc_draft_item_get_position (above) + 1);
  return TRUE;
}

/**
 * asc_draft_item_has_end:
 * @self: a relation
 * @end: 0 where it begins, 1 where it leads
 * @label: a label
 *
 * Returns: whether @label may be there
 */
gboolean
asc_draft_item_has_end (AscDraftItem *self,
                        guint         end,
                        AscDraftItem *label)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self) && end < 2, FALSE);

  return g_ptr_array_find (self->ends[end], label, NULL);
}

/**
 * asc_draft_item_set_end:
 * @self: a relation
 * @end: 0 where it begins, 1 where it leads
 * @label: a label
 * @may: whether @label may be there
 */
void
asc_draft_item_set_end (AscDraftItem *self,
                        guint         end,
                        AscDraftItem *label,
                        gboolean      may)
{
  g_return_if_fail (ASC_IS_DRAFT_ITEM (self) && end < 2);
  g_return_if_fail (ASC_IS_DRAFT_ITEM (label));

  if (asc_draft_item_has_end (self, end, label) == !!may)
    return;

  if (may)
    g_ptr_array_add (self->ends[end], g_object_ref (label));
  else
    g_ptr_array_remove (self->ends[end], label);
  emit_changed (self);
}

static gboolean
name_is_valid (AscDraftItem *self)
{
  if (self->kind == ASC_DRAFT_VALUE)
    return asc_id_is_valid (self->name);
  if (!g_ascii_isalpha (*self->name) || strlen (self->name) > MAX_NAME_LENGTH)
    return FALSE;
  for (const char *p = self->name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_draft_item_find_same_key:
 * @self: a label
 *
 * Returns: (transfer none) (nullable): another label with its key
 */
AscDraftItem *
asc_draft_item_find_same_key (AscDraftItem *self)
{
  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), NULL);

  if (self->key == 0 || self->parent == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->parent->children)); i++)
    {
      AscDraftItem *other = asc_draft_item_get_nth (self->parent, i);

      if (other != self && other->key == self->key)
        return other;
    }
  return NULL;
}

/**
 * asc_draft_item_check:
 * @self: an item
 *
 * Returns: what keeps it from being used; what is below it is not looked at
 */
AscDraftProblems
asc_draft_item_check (AscDraftItem *self)
{
  AscDraftProblems problems = 0;
  AscDraftItem    *scope;

  g_return_val_if_fail (ASC_IS_DRAFT_ITEM (self), 0);

  scope = get_scope (self);
  if (*self->name == '\0')
    problems |= ASC_DRAFT_NAME_EMPTY;
  else if (!name_is_valid (self))
    problems |= ASC_DRAFT_NAME_BAD;
  else if (scope != NULL && find_other (scope, self, self->name) != NULL)
    problems |= ASC_DRAFT_NAME_TAKEN;
  if (asc_draft_item_find_same_key (self) != NULL)
    problems |= ASC_DRAFT_KEY_TAKEN;
  for (guint end = 0; self->kind == ASC_DRAFT_RELATION && end < 2; end++)
    {
      g_auto (GStrv) names = asc_draft_item_build_ends (self, end);

      if (names[0] == NULL)
        problems |= end == 0 ? ASC_DRAFT_NO_FROM : ASC_DRAFT_NO_TO;
    }
  return problems;
}
