/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of AscDraftItem share: what it holds and how it is edited, and what it becomes. */
#pragma once

#include "asc-draft-item.h"

G_BEGIN_DECLS

struct _AscDraftItem
{
  GObject           parent_instance;

  AscDraftKind      kind;
  AscDraftItem     *parent;       /* borrowed: it holds this one */
  GListStore       *children;
  char             *name;
  char             *title;
  char             *description;
  char             *origin;       /* the name when the editing began; NULL: new */
  char             *extra;
  gboolean          follows_title;

  char             *color;        /* labels */
  guint             key;
  AscForm           form;
  AscTakes          takes;
  gboolean          hidden;
  char             *examples;

  AscAttributeKind  attribute_kind;
  gboolean          required;

  GPtrArray        *ends[2];      /* (element-type AscDraftItem): labels */
  guint             max;
};

GStrv asc_draft_item_build_ends (AscDraftItem *self,
                                 guint         end);

/* Borrowed: the list holds it. */
static inline AscDraftItem *
asc_draft_item_get_nth (AscDraftItem *self,
                        guint         position)
{
  g_autoptr (AscDraftItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), position);

  return child;
}

G_END_DECLS
