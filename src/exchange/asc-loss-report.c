/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-loss-report.h"

/* All losses are counted; this many are kept with their places, which is more than anybody reads. */
#define MAX_ITEMS 10000

struct _AscLossReport
{
  GObject  parent_instance;

  guint    counts[ASC_N_LOSSES];
  GArray  *items;   /* (element-type AscLossItem) at most MAX_ITEMS */
};

G_DEFINE_FINAL_TYPE (AscLossReport, asc_loss_report, G_TYPE_OBJECT)

static void
clear_item (gpointer data)
{
  AscLossItem *item = data;

  g_free (item->article);
  g_free (item->coder);
  g_free (item->annotation);
  g_free (item->detail);
}

static void
asc_loss_report_finalize (GObject *object)
{
  AscLossReport *self = ASC_LOSS_REPORT (object);

  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (asc_loss_report_parent_class)->finalize (object);
}

static void
asc_loss_report_class_init (AscLossReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_loss_report_finalize;
}

static void
asc_loss_report_init (AscLossReport *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (AscLossItem));
  g_array_set_clear_func (self->items, clear_item);
}

AscLossReport *
asc_loss_report_new (void)
{
  return g_object_new (ASC_TYPE_LOSS_REPORT, NULL);
}

/**
 * asc_loss_report_add:
 * @self: a report
 * @loss: what is lost
 * @article: in which article
 * @coder: (nullable): of whose annotations
 * @annotation: (nullable): id of the annotation or relation
 * @detail: (nullable): a name, such as an attribute's; not a sentence
 *
 * Counts one loss, and lists it while there is room.
 */
void
asc_loss_report_add (AscLossReport *self,
                     AscLoss        loss,
                     const char    *article,
                     const char    *coder,
                     const char    *annotation,
                     const char    *detail)
{
  AscLossItem item;

  g_return_if_fail (ASC_IS_LOSS_REPORT (self));
  g_return_if_fail (loss < ASC_N_LOSSES);
  g_return_if_fail (article != NULL);

  self->counts[loss]++;
  if (self->items->len >= MAX_ITEMS)
    return;

  item.loss = loss;
  item.article = g_strdup (article);
  item.coder = g_strdup (coder);
  item.annotation = g_strdup (annotation);
  item.detail = g_strdup (detail);
  g_array_append_val (self->items, item);
}

guint
asc_loss_report_get_count (AscLossReport *self,
                           AscLoss        loss)
{
  g_return_val_if_fail (ASC_IS_LOSS_REPORT (self), 0);
  g_return_val_if_fail (loss < ASC_N_LOSSES, 0);

  return self->counts[loss];
}

guint
asc_loss_report_get_total (AscLossReport *self)
{
  guint total = 0;

  g_return_val_if_fail (ASC_IS_LOSS_REPORT (self), 0);

  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    total += self->counts[loss];

  return total;
}

guint
asc_loss_report_get_n_items (AscLossReport *self)
{
  g_return_val_if_fail (ASC_IS_LOSS_REPORT (self), 0);

  return self->items->len;
}

/**
 * asc_loss_report_get_item:
 * @self: a report
 * @i: below asc_loss_report_get_n_items()
 *
 * Returns: (transfer none): one loss with its place
 */
const AscLossItem *
asc_loss_report_get_item (AscLossReport *self,
                          guint          i)
{
  g_return_val_if_fail (ASC_IS_LOSS_REPORT (self), NULL);
  g_return_val_if_fail (i < self->items->len, NULL);

  return &g_array_index (self->items, AscLossItem, i);
}

/**
 * asc_loss_to_string:
 * @loss: a kind of loss
 *
 * Returns: (transfer none): its name in machine-readable output
 */
const char *
asc_loss_to_string (AscLoss loss)
{
  static const char *names[ASC_N_LOSSES] = {
    [ASC_LOSS_NESTED] = "nested",
    [ASC_LOSS_OVERLAPPING] = "overlapping",
    [ASC_LOSS_DISCONTINUOUS] = "discontinuous",
    [ASC_LOSS_RELATION] = "relation",
    [ASC_LOSS_ATTRIBUTE] = "attribute",
    [ASC_LOSS_NOTE] = "note",
    [ASC_LOSS_ACTOR] = "actor",
    [ASC_LOSS_ALIGNMENT] = "alignment",
    [ASC_LOSS_CHARACTER] = "character",
    [ASC_LOSS_LABEL] = "label",
    [ASC_LOSS_OFFSET_UNIT] = "offset-unit",
    [ASC_LOSS_METADATA] = "metadata",
  };

  g_return_val_if_fail (loss < ASC_N_LOSSES, NULL);

  return names[loss];
}

gboolean
asc_loss_is_warning (AscLoss loss)
{
  return loss == ASC_LOSS_OFFSET_UNIT;
}
