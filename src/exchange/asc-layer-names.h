/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLayerNames: how an exporter calls what comes of each layer. An article's id is enough while there is one coder. */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

typedef struct _AscLayerNames AscLayerNames;

AscLayerNames *asc_layer_names_new       (void);
void           asc_layer_names_free      (AscLayerNames *self);
void           asc_layer_names_add       (AscLayerNames *self, const AscExportLayer *layer);   /* of every layer, in prepare */
/* "article", or "article:coder" where there are several. (transfer full) */
char          *asc_layer_names_document  (AscLayerNames *self, const AscExportLayer *layer);
/* "article.ext", or "coder/article.ext" where there are several. (transfer full) */
char          *asc_layer_names_path      (AscLayerNames *self, const AscExportLayer *layer, const char *extension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscLayerNames, asc_layer_names_free)

G_END_DECLS
