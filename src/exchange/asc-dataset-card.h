/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDatasetCard: README.md of a Hugging Face data set folder: the YAML that datasets reads, and the text that people read. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

typedef struct _AscDatasetCard AscDatasetCard;

AscDatasetCard *asc_dataset_card_new          (void);
void            asc_dataset_card_free         (AscDatasetCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscDatasetCard, asc_dataset_card_free)

/* Counts a layer that will be written: rows, languages, labels, coders. */
void            asc_dataset_card_count        (AscDatasetCard *self, const AscExportLayer *layer);
/* When a row is not a layer. */
void            asc_dataset_card_set_n_rows   (AscDatasetCard *self, guint n_rows);
/* A configuration ("spans") with its files and its features, YAML lines of a list, each indented by two spaces: "  - {name: id, dtype: string}". The first is the
 * default one. @splits: names of splits that have a file "data/<name>-<split>.jsonl"; empty: one file "data/<name>.jsonl". */
void            asc_dataset_card_add_config   (AscDatasetCard *self, const char *name, const char * const *splits, const char *features);
/* A paragraph of the text, Markdown. */
void            asc_dataset_card_add_text     (AscDatasetCard *self, const char *markdown);
gboolean        asc_dataset_card_write        (AscDatasetCard *self, const AscExportContext *context, GFile *folder, GError **error);

/* A YAML scalar, always in single quotes: "No" and "2024" stay strings. (transfer full) */
char           *asc_dataset_card_quote        (const char *value);

G_END_DECLS
