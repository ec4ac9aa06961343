/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-problem-item.h"

struct _AscProblemItem
{
  GObject     parent_instance;

  AscProblem *problem;
};

G_DEFINE_FINAL_TYPE (AscProblemItem, asc_problem_item, G_TYPE_OBJECT)

static void
asc_problem_item_finalize (GObject *object)
{
  asc_problem_free (ASC_PROBLEM_ITEM (object)->problem);

  G_OBJECT_CLASS (asc_problem_item_parent_class)->finalize (object);
}

static void
asc_problem_item_class_init (AscProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_problem_item_finalize;
}

static void
asc_problem_item_init (AscProblemItem *self)
{
}

/**
 * asc_problem_item_new:
 * @problem: what went wrong
 *
 * Returns: (transfer full): a copy that a list can hold
 */
AscProblemItem *
asc_problem_item_new (const AscProblem *problem)
{
  AscProblemItem *self;

  g_return_val_if_fail (problem != NULL, NULL);

  self = g_object_new (ASC_TYPE_PROBLEM_ITEM, NULL);
  self->problem = asc_problem_copy (problem);
  return self;
}

/**
 * asc_problem_item_get_problem:
 * @self: an item
 *
 * Returns: (transfer none): what went wrong
 */
const AscProblem *
asc_problem_item_get_problem (AscProblemItem *self)
{
  g_return_val_if_fail (ASC_IS_PROBLEM_ITEM (self), NULL);

  return self->problem;
}
