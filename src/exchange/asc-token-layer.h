/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTokenLayer: the annotations of a layer on tokens and sentences, for formats of relation extraction: all of them are kept, nested or not, each with every token it
 * touches; one in several pieces is its hull. One that touches no token is not there.
 */
#pragma once

#include "asc-alignment.h"

G_BEGIN_DECLS

typedef struct
{
  AscAnnotation *annotation;
  guint          first;      /* token of the article */
  guint          last;       /* token, inclusive */
  guint          sentence;   /* no sentence ends inside an annotation */
} AscTokenSpan;

typedef struct _AscTokenLayer AscTokenLayer;

/* @layer must live as long as the result. */
AscTokenLayer       *asc_token_layer_new           (const AscExportLayer *layer);
void                 asc_token_layer_free          (AscTokenLayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscTokenLayer, asc_token_layer_free)

const AscTokenSpan  *asc_token_layer_get_spans     (AscTokenLayer *self, guint *n_spans);
const AscTokenSpan  *asc_token_layer_lookup        (AscTokenLayer *self, const char *id);   /* (nullable) */
const AscTokenRange *asc_token_layer_get_sentences (AscTokenLayer *self, guint *n_sentences);
char                *asc_token_layer_get_token     (AscTokenLayer *self, guint token);      /* (transfer full) */
/* Counts what does not begin and end with a token, and what touches none. */
void                 asc_token_layer_count_losses  (AscTokenLayer *self, AscLossReport *losses);

G_END_DECLS
