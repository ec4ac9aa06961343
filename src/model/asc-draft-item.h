/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDraftItem: a label, attribute, value or relation type while somebody edits it. Items make a tree: labels hold attributes, attributes
 * hold values, values hold values; AscCodebookDraft has the two roots.
 *
 * An item remembers what it was called when the editing began (its origin), so that a renaming is told from a removal and an addition.
 */
#pragma once

#include "asc-codebook.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_DRAFT_ROOT,
  ASC_DRAFT_LABEL,
  ASC_DRAFT_ATTRIBUTE,
  ASC_DRAFT_VALUE,
  ASC_DRAFT_RELATION,
} AscDraftKind;

/* What keeps an item from being used. */
typedef enum
{
  ASC_DRAFT_NAME_EMPTY = 1 << 0,
  ASC_DRAFT_NAME_BAD = 1 << 1,     /* not what files and exchange formats carry */
  ASC_DRAFT_NAME_TAKEN = 1 << 2,
  ASC_DRAFT_KEY_TAKEN = 1 << 3,
  ASC_DRAFT_NO_FROM = 1 << 4,      /* a relation that no label may begin */
  ASC_DRAFT_NO_TO = 1 << 5,
} AscDraftProblems;

#define ASC_TYPE_DRAFT_ITEM (asc_draft_item_get_type ())
G_DECLARE_FINAL_TYPE (AscDraftItem, asc_draft_item, ASC, DRAFT_ITEM, GObject)

/* Properties (read-write): name, title, description; of labels: color, key (uint), form, takes, hidden, examples (one a line); of attributes:
 * attribute-kind; of attributes and relations: required; of relations: max. Empty strings stand for none.
 * Signal: "changed": it or one below it did. */
AscDraftItem *asc_draft_item_new          (AscDraftKind kind);   /* called after its title until it gets a name */
AscDraftItem *asc_draft_item_new_label    (AscLabel *label);
AscDraftItem *asc_draft_item_new_relation (AscRelationType *type);   /* without its ends */
AscDraftKind  asc_draft_item_get_kind     (AscDraftItem *self);
const char   *asc_draft_item_get_name     (AscDraftItem *self);
const char   *asc_draft_item_get_title    (AscDraftItem *self);     /* "" when there is none */
const char   *asc_draft_item_get_origin   (AscDraftItem *self);     /* (nullable): it is new */
gboolean      asc_draft_item_has_choices  (AscDraftItem *self);     /* an attribute that is chosen from values */
AscDraftItem *asc_draft_item_get_parent   (AscDraftItem *self);     /* (transfer none) (nullable) */
GListModel   *asc_draft_item_get_children (AscDraftItem *self);     /* (transfer none) */
AscDraftItem *asc_draft_item_find_child   (AscDraftItem *self, const char *name);   /* at any depth of values; (transfer none) (nullable) */

void          asc_draft_item_insert       (AscDraftItem *self, guint position, AscDraftItem *child);
void          asc_draft_item_remove       (AscDraftItem *self);     /* from its parent */
guint         asc_draft_item_get_position (AscDraftItem *self);
/* FALSE when there is no such place. */
gboolean      asc_draft_item_move         (AscDraftItem *self, int by);
gboolean      asc_draft_item_nest         (AscDraftItem *self);     /* a value: below the one before it */
gboolean      asc_draft_item_unnest       (AscDraftItem *self);     /* a value: after the one it is below */

/* Ends of a relation: 0 from, 1 to. @label: an item, or one that no codebook has but a file named. */
gboolean      asc_draft_item_has_end      (AscDraftItem *self, guint end, AscDraftItem *label);
void          asc_draft_item_set_end      (AscDraftItem *self, guint end, AscDraftItem *label, gboolean may);

AscDraftProblems asc_draft_item_check     (AscDraftItem *self);
/* Another label with the key. (transfer none) (nullable) */
AscDraftItem *asc_draft_item_find_same_key (AscDraftItem *self);
/* The same but for what is below them. */
gboolean      asc_draft_item_equal        (AscDraftItem *self, AscDraftItem *other);

/* What it says now. (transfer full) */
AscLabel               *asc_draft_item_build_label     (AscDraftItem *self);
AscAttributeDefinition *asc_draft_item_build_attribute (AscDraftItem *self);
AscRelationType        *asc_draft_item_build_relation  (AscDraftItem *self);
/* For the draft: an imported item stands for the one of this name. */
void          asc_draft_item_set_origin   (AscDraftItem *self, const char *origin);

G_END_DECLS
