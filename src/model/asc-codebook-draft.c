/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook-draft.h"

struct _AscCodebookDraft
{
  GObject       parent_instance;

  AscCodebook  *base;
  char         *name;
  char         *extra;
  AscDraftItem *labels;
  AscDraftItem *relations;
  GPtrArray    *missing;     /* (element-type AscDraftItem): labels that only relations name */
  gboolean      loading;
};

G_DEFINE_FINAL_TYPE (AscCodebookDraft, asc_codebook_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
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
on_changed (AscCodebookDraft *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (AscDraftItem *root)
{
  while (g_list_model_get_n_items (asc_draft_item_get_children (root)) > 0)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (asc_draft_item_get_children (root), 0);

      asc_draft_item_remove (item);
    }
}

static AscDraftItem *
find_end (AscCodebookDraft *self,
          const char       *name)
{
  AscDraftItem *label = asc_draft_item_find_child (self->labels, name);

  if (label != NULL)
    return label;
  for (guint i = 0; i < self->missing->len; i++)
    {
      if (g_str_equal (asc_draft_item_get_name (g_ptr_array_index (self->missing, i)), name))
        return g_ptr_array_index (self->missing, i);
    }

  label = asc_draft_item_new (ASC_DRAFT_ROOT);
  g_object_set (label, "name", name, NULL);
  g_ptr_array_add (self->missing, label);
  return label;
}

static void
read_ends (AscCodebookDraft   *self,
           AscDraftItem       *relation,
           guint               end,
           const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    asc_draft_item_set_end (relation, end, find_end (self, names[i]), TRUE);
}

static void
read_codebook (AscCodebookDraft *self,
               AscCodebook      *codebook)
{
  GListModel *labels = asc_codebook_get_labels (codebook), *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel)     label = g_list_model_get_item (labels, i);
      g_autoptr (AscDraftItem) item = asc_draft_item_new_label (label);

      asc_draft_item_insert (self->labels, G_MAXUINT, item);
    }
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      g_autoptr (AscDraftItem)    item = asc_draft_item_new_relation (type);

      read_ends (self, item, 0, asc_relation_type_get_from_labels (type));
      read_ends (self, item, 1, asc_relation_type_get_to_labels (type));
      asc_draft_item_insert (self->relations, G_MAXUINT, item);
    }
}

static void
asc_codebook_draft_dispose (GObject *object)
{
  AscCodebookDraft *self = ASC_CODEBOOK_DRAFT (object);

  g_clear_object (&self->base);
  g_clear_object (&self->relations);
  g_clear_object (&self->labels);
  g_clear_pointer (&self->missing, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_codebook_draft_parent_class)->dispose (object);
}

static void
asc_codebook_draft_finalize (GObject *object)
{
  AscCodebookDraft *self = ASC_CODEBOOK_DRAFT (object);

  g_free (self->name);
  g_free (self->extra);

  G_OBJECT_CLASS (asc_codebook_draft_parent_class)->finalize (object);
}

static void
asc_codebook_draft_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AscCodebookDraft *self = ASC_CODEBOOK_DRAFT (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_codebook_draft_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AscCodebookDraft *self = ASC_CODEBOOK_DRAFT (object);
  const char       *name;

  switch (prop_id)
    {
    case PROP_NAME:
      name = g_value_get_string (value);
      if (!g_set_str (&self->name, name != NULL ? name : ""))
        return;
      g_object_notify_by_pspec (object, pspec);
      on_changed (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_codebook_draft_class_init (AscCodebookDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = asc_codebook_draft_dispose;
  object_class->finalize = asc_codebook_draft_finalize;
  object_class->get_property = asc_codebook_draft_get_property;
  object_class->set_property = asc_codebook_draft_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
asc_codebook_draft_init (AscCodebookDraft *self)
{
  self->name = g_strdup ("");
  self->labels = asc_draft_item_new (ASC_DRAFT_ROOT);
  self->relations = asc_draft_item_new (ASC_DRAFT_ROOT);
  self->missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (self->labels, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->relations, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * asc_codebook_draft_new:
 * @base: a codebook
 *
 * Returns: (transfer full): the same to edit
 */
AscCodebookDraft *
asc_codebook_draft_new (AscCodebook *base)
{
  AscCodebookDraft *self;

  g_return_val_if_fail (ASC_IS_CODEBOOK (base), NULL);

  self = g_object_new (ASC_TYPE_CODEBOOK_DRAFT, NULL);
  self->base = g_object_ref (base);
  asc_codebook_draft_load (self, base);
  return self;
}

/**
 * asc_codebook_draft_get_base:
 * @self: a draft
 *
 * Returns: (transfer none): what it began with
 */
AscCodebook *
asc_codebook_draft_get_base (AscCodebookDraft *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), NULL);

  return self->base;
}

/**
 * asc_codebook_draft_get_labels:
 * @self: a draft
 *
 * Returns: (transfer none): what all labels are below
 */
AscDraftItem *
asc_codebook_draft_get_labels (AscCodebookDraft *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), NULL);

  return self->labels;
}

/**
 * asc_codebook_draft_get_relations:
 * @self: a draft
 *
 * Returns: (transfer none): what all relation types are below
 */
AscDraftItem *
asc_codebook_draft_get_relations (AscCodebookDraft *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), NULL);

  return self->relations;
}

/**
 * asc_codebook_draft_get_missing:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type AscDraftItem): labels that a relation names and that the codebook does not have
 */
GPtrArray *
asc_codebook_draft_get_missing (AscCodebookDraft *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), NULL);

  return self->missing;
}

/* What is called like something of @base stands for it. */
static void
adopt (AscDraftItem *root,
       AscDraftItem *base)
{
  GListModel *children = asc_draft_item_get_children (root);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (children, i);
      AscDraftItem            *same = base != NULL ? asc_draft_item_find_child (base, asc_draft_item_get_name (item)) : NULL;

      asc_draft_item_set_origin (item, same != NULL ? asc_draft_item_get_name (same) : NULL);
      /* Values have one name in their whole attribute, wherever they are nested. */
      adopt (item, asc_draft_item_get_kind (item) == ASC_DRAFT_VALUE ? base : same);
    }
}

/**
 * asc_codebook_draft_load:
 * @self: a draft
 * @codebook: another codebook
 *
 * Puts @codebook in place of all. What has the name of something of the base stands for that; the rest of the base is removed.
 */
void
asc_codebook_draft_load (AscCodebookDraft *self,
                         AscCodebook      *codebook)
{
  g_return_if_fail (ASC_IS_CODEBOOK_DRAFT (self) && ASC_IS_CODEBOOK (codebook));

  self->loading = TRUE;
  clear (self->relations);
  clear (self->labels);
  g_ptr_array_set_size (self->missing, 0);
  read_codebook (self, codebook);
  g_object_set (self, "name", asc_codebook_get_name (codebook), NULL);
  g_set_str (&self->extra, asc_codebook_get_extra (codebook));
  if (codebook != self->base)
    {
      g_autoptr (AscCodebookDraft) base = asc_codebook_draft_new (self->base);

      adopt (self->labels, base->labels);
      adopt (self->relations, base->relations);
    }
  self->loading = FALSE;
  on_changed (self);
}

static guint
count_problems (AscDraftItem *root)
{
  GListModel *children = asc_draft_item_get_children (root);
  guint       n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (children, i);

      n += (asc_draft_item_check (item) != 0 ? 1 : 0) + count_problems (item);
    }
  return n;
}

/**
 * asc_codebook_draft_count_problems:
 * @self: a draft
 *
 * Returns: how many of its items cannot be used as they are
 */
guint
asc_codebook_draft_count_problems (AscCodebookDraft *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), 0);

  return count_problems (self->labels) + count_problems (self->relations);
}

static gboolean
is_same (AscDraftItem *one,
         AscDraftItem *other)
{
  GListModel *ones = asc_draft_item_get_children (one), *others = asc_draft_item_get_children (other);
  guint       n = g_list_model_get_n_items (ones);

  if (n != g_list_model_get_n_items (others))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscDraftItem) a = g_list_model_get_item (ones, i), b = g_list_model_get_item (others, i);

      if (!asc_draft_item_equal (a, b) || !is_same (a, b))
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_codebook_draft_is_changed:
 * @self: a draft
 *
 * Returns: whether it says anything else than what it began with
 */
gboolean
asc_codebook_draft_is_changed (AscCodebookDraft *self)
{
  g_autoptr (AscCodebookDraft) base = NULL;

  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), FALSE);

  base = asc_codebook_draft_new (self->base);
  return !g_str_equal (self->name, base->name) || g_strcmp0 (self->extra, base->extra) != 0
         || !is_same (self->labels, base->labels) || !is_same (self->relations, base->relations);
}

/**
 * asc_codebook_draft_build:
 * @self: a draft without problems
 *
 * Returns: (transfer full): what it says, as the next revision of what it began with
 */
AscCodebook *
asc_codebook_draft_build (AscCodebookDraft *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel           *items;

  g_return_val_if_fail (ASC_IS_CODEBOOK_DRAFT (self), NULL);

  items = asc_draft_item_get_children (self->labels);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (labels, asc_draft_item_build_label (item));
    }
  items = asc_draft_item_get_children (self->relations);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AscDraftItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (types, asc_draft_item_build_relation (item));
    }
  return asc_codebook_new (*self->name != '\0' ? self->name : NULL, asc_codebook_get_revision (self->base) + 1, labels, types,
                           self->extra);
}
