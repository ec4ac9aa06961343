/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLossReport: what a format cannot carry of a corpus, counted by kind and listed with places (bounded). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_LOSS_NESTED,          /* inside another of the same layer */
  ASC_LOSS_OVERLAPPING,
  ASC_LOSS_DISCONTINUOUS,   /* becomes its hull, or is dropped */
  ASC_LOSS_RELATION,
  ASC_LOSS_ATTRIBUTE,
  ASC_LOSS_NOTE,
  ASC_LOSS_ACTOR,           /* the link to the register */
  ASC_LOSS_ALIGNMENT,       /* ends inside a token */
  ASC_LOSS_CHARACTER,       /* a character the format cannot hold */
  ASC_LOSS_LABEL,           /* renamed, or not in the codebook */
  ASC_LOSS_OFFSET_UNIT,     /* consumers disagree about the unit and the text has astral characters: a warning */
  ASC_LOSS_METADATA,
  ASC_N_LOSSES,
} AscLoss;

#define ASC_TYPE_LOSS_REPORT (asc_loss_report_get_type ())
G_DECLARE_FINAL_TYPE (AscLossReport, asc_loss_report, ASC, LOSS_REPORT, GObject)

typedef struct
{
  AscLoss  loss;
  char    *article;
  char    *coder;
  char    *annotation;   /* id, or NULL */
  char    *detail;       /* e.g. attribute or relation name; not a sentence */
} AscLossItem;

AscLossReport     *asc_loss_report_new       (void);
void               asc_loss_report_add       (AscLossReport *self, AscLoss loss, const char *article, const char *coder, const char *annotation, const char *detail);
guint              asc_loss_report_get_count (AscLossReport *self, AscLoss loss);
guint              asc_loss_report_get_total (AscLossReport *self);
guint              asc_loss_report_get_n_items (AscLossReport *self);        /* at most 10,000 are kept, all are counted */
const AscLossItem *asc_loss_report_get_item  (AscLossReport *self, guint i);
const char        *asc_loss_to_string        (AscLoss loss);                 /* "discontinuous": for --json */
/* Nothing is lost, but somebody should know: it neither makes an exit status nor stops a strict export. */
gboolean           asc_loss_is_warning       (AscLoss loss);

G_END_DECLS
