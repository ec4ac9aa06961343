/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-problem-list.h"

/* A damaged project can have one for each of its annotations; nobody reads more than this. */
#define MAX_PROBLEMS 1000

struct _AscProblemList
{
  GObject    parent_instance;

  GPtrArray *items;   /* (element-type AscProblemItem) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscProblemList, asc_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
same (const AscProblem *one, const AscProblem *other)
{
  return one->code == other->code && one->line == other->line && one->column == other->column
         && g_strcmp0 (one->path, other->path) == 0 && g_strcmp0 (one->pointer, other->pointer) == 0
         && g_strcmp0 (one->detail, other->detail) == 0;
}

static GType
get_item_type (GListModel *model)
{
  return ASC_TYPE_PROBLEM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return ASC_PROBLEM_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AscProblemList *self = ASC_PROBLEM_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
asc_problem_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASC_PROBLEM_LIST (object)->items);

  G_OBJECT_CLASS (asc_problem_list_parent_class)->finalize (object);
}

static void
asc_problem_list_class_init (AscProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_problem_list_finalize;
}

static void
asc_problem_list_init (AscProblemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * asc_problem_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AscProblemList *
asc_problem_list_new (void)
{
  return g_object_new (ASC_TYPE_PROBLEM_LIST, NULL);
}

/**
 * asc_problem_list_add:
 * @self: a list
 * @problem: what went wrong
 *
 * Adds a copy, unless the same is there already: a write that fails is tried again and again.
 */
void
asc_problem_list_add (AscProblemList *self, const AscProblem *problem)
{
  g_return_if_fail (ASC_IS_PROBLEM_LIST (self));
  g_return_if_fail (problem != NULL);

  if (self->items->len >= MAX_PROBLEMS)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      if (same (asc_problem_item_get_problem (g_ptr_array_index (self->items, i)), problem))
        return;
    }

  g_ptr_array_add (self->items, asc_problem_item_new (problem));
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
}

/**
 * asc_problem_list_clear:
 * @self: a list
 */
void
asc_problem_list_clear (AscProblemList *self)
{
  guint n;

  g_return_if_fail (ASC_IS_PROBLEM_LIST (self));

  n = self->items->len;
  if (n == 0)
    return;
  g_ptr_array_set_size (self->items, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}
