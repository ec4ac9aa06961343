/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscClaimsTable: a layer as rows of a table, for programs that know tables.
 *
 * "claims" has a row for each claim and each combination of its source, cue and date; with AscClaimsTable:wide one row, and lists in the cells. "spans" has a row for each
 * annotation. Which label is a claim, and which relations are its roles, is the codebook's: the label that the first relation begins at, and for each other label
 * the first relation that leads there; further relations are lists of ids and texts.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

typedef struct
{
  char     *text;        /* NULL: nothing, or a number */
  gint64    number;
  gboolean  is_number;
} AscCell;

typedef struct _AscClaimsTable AscClaimsTable;

AscClaimsTable     *asc_claims_table_new               (AscCodebook *codebook, gboolean wide);
void                asc_claims_table_free              (AscClaimsTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscClaimsTable, asc_claims_table_free)

/* Names that R, Stata and SQL take as they are. */
const char * const *asc_claims_table_get_claim_columns (AscClaimsTable *self);
const char * const *asc_claims_table_get_span_columns  (AscClaimsTable *self);
/* Which label is a claim; NULL when the codebook has no relation. */
const char         *asc_claims_table_get_claim_label   (AscClaimsTable *self);
/* The relation of the role whose label has an attribute of @kind (an actor, a date), and the attribute; NULL when there is none. */
const char         *asc_claims_table_get_role          (AscClaimsTable *self, AscAttributeKind kind, const char **attribute);
/* (element-type GArray) of AscCell, one a column. (transfer full) */
GPtrArray          *asc_claims_table_make_claim_rows   (AscClaimsTable *self, const AscExportLayer *layer);
GPtrArray          *asc_claims_table_make_span_rows    (AscClaimsTable *self, const AscExportLayer *layer);
/* Counts what "claims" alone has no place for: annotations that are no claims nor in their roles, and relations from them. */
void                asc_claims_table_count_losses      (AscClaimsTable *self, const AscExportLayer *layer, AscLossReport *losses);

G_END_DECLS
