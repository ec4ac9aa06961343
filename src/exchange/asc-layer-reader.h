/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLayerReader: the layers of a corpus that an export takes, one after the other by article and then by coder, filtered and checked.
 *
 * Reading and parsing are most of the work of an export, so some layers are read ahead in threads; they are handed out in order all the
 * same, and only a fixed number of them is in memory.
 */
#pragma once

#include "asc-corpus.h"
#include "asc-exporter.h"

G_BEGIN_DECLS

typedef struct _AscLayerReader AscLayerReader;

/* @context must outlive it. @coders: whose layers, sorted; copied. */
AscLayerReader       *asc_layer_reader_new            (AscCorpus *corpus, const AscExportContext *context, const char * const *coders);
void                  asc_layer_reader_free           (AscLayerReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscLayerReader, asc_layer_reader_free)

/* The next layer in @layer, NULL at the end; valid until the next call. FALSE with @error when a file cannot be trusted: it cannot be read, was written
 * by a newer program, or says of a passage what the text does not. */
gboolean              asc_layer_reader_next           (AscLayerReader *self, const AscExportLayer **layer, GError **error);

guint                 asc_layer_reader_get_n_layers   (AscLayerReader *self);                   /* all, with those left out */
guint                 asc_layer_reader_get_position   (AscLayerReader *self);                   /* how many are behind */
guint                 asc_layer_reader_get_n_left_out (AscLayerReader *self, AscState state);   /* by their state, so far */
GPtrArray            *asc_layer_reader_get_problems   (AscLayerReader *self);                   /* (transfer none) (element-type AscProblem) of what was read so far: those that stop nothing */

G_END_DECLS
