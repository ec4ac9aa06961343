/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-codebook-change.h"

struct _AscCodebookChange
{
  GObject                parent_instance;

  AscCodebookChangeKind  kind;
  AscDraftItem          *before;
  AscDraftItem          *after;
  char                  *replacement;
  guint                  n_uses;
};

G_DEFINE_FINAL_TYPE (AscCodebookChange, asc_codebook_change, G_TYPE_OBJECT)

static void
asc_codebook_change_finalize (GObject *object)
{
  AscCodebookChange *self = ASC_CODEBOOK_CHANGE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->replacement);

  G_OBJECT_CLASS (asc_codebook_change_parent_class)->finalize (object);
}

static void
asc_codebook_change_class_init (AscCodebookChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_codebook_change_finalize;
}

static void
asc_codebook_change_init (AscCodebookChange *self)
{
}

/**
 * asc_codebook_change_new:
 * @kind: what happened
 * @before: (nullable): the item that was
 * @after: (nullable): the item that is to be
 *
 * Returns: (transfer full): a change that nobody has been found to be touched by yet
 */
AscCodebookChange *
asc_codebook_change_new (AscCodebookChangeKind kind,
                         AscDraftItem         *before,
                         AscDraftItem         *after)
{
  AscCodebookChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  self = g_object_new (ASC_TYPE_CODEBOOK_CHANGE, NULL);
  self->kind = kind;
  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  if (kind == ASC_CHANGE_RENAMED)
    self->replacement = g_strdup (asc_draft_item_get_name (after));
  return self;
}

/**
 * asc_codebook_change_get_kind:
 * @self: a change
 *
 * Returns: what happened
 */
AscCodebookChangeKind
asc_codebook_change_get_kind (AscCodebookChange *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_CHANGE (self), ASC_CHANGE_EDITED);

  return self->kind;
}

/**
 * asc_codebook_change_get_before:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the item that was
 */
AscDraftItem *
asc_codebook_change_get_before (AscCodebookChange *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_CHANGE (self), NULL);

  return self->before;
}

/**
 * asc_codebook_change_get_after:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the item that is to be
 */
AscDraftItem *
asc_codebook_change_get_after (AscCodebookChange *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_CHANGE (self), NULL);

  return self->after;
}

/**
 * asc_codebook_change_get_replacement:
 * @self: a change
 *
 * Returns: (nullable): the name that annotations get; %NULL: they keep what they have
 */
const char *
asc_codebook_change_get_replacement (AscCodebookChange *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_CHANGE (self), NULL);

  return self->replacement;
}

/**
 * asc_codebook_change_set_replacement:
 * @self: a change
 * @name: (nullable): the name that annotations get
 */
void
asc_codebook_change_set_replacement (AscCodebookChange *self,
                                     const char        *name)
{
  g_return_if_fail (ASC_IS_CODEBOOK_CHANGE (self));

  g_set_str (&self->replacement, name);
}

/**
 * asc_codebook_change_get_n_uses:
 * @self: a change
 *
 * Returns: how many annotations or relations were found that it touches
 */
guint
asc_codebook_change_get_n_uses (AscCodebookChange *self)
{
  g_return_val_if_fail (ASC_IS_CODEBOOK_CHANGE (self), 0);

  return self->n_uses;
}

/**
 * asc_codebook_change_add_use:
 * @self: a change
 *
 * One more was found that it touches.
 */
void
asc_codebook_change_add_use (AscCodebookChange *self)
{
  g_return_if_fail (ASC_IS_CODEBOOK_CHANGE (self));

  self->n_uses++;
}
