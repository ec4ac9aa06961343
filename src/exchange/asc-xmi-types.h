/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the XMI files of a project say, as a UIMA type system: three annotation types, and a feature for each attribute of the codebook.
 *
 *   io.github.ascribe.Span      id, label, note, and the attributes; the pieces of one annotation share their id
 *   io.github.ascribe.Relation  id, label, Governor → Dependent
 *   io.github.ascribe.Document  id, coder, state: over the whole text
 *
 * A feature is a string, or, when a value may be several, an array of them: then what a project says never depends on how well it
 * keeps to its codebook.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_XMI_PACKAGE "io.github.ascribe"
#define ASC_XMI_NAMESPACE "http:///io/github/ascribe.ecore"

typedef struct _AscXmiTypes AscXmiTypes;

AscXmiTypes *asc_xmi_types_new         (void);
void         asc_xmi_types_free        (AscXmiTypes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscXmiTypes, asc_xmi_types_free)

/* The attributes of the codebook and, because a project may have others, of @layer. */
void         asc_xmi_types_add_layer   (AscXmiTypes *self, const AscExportLayer *layer);
gboolean     asc_xmi_types_is_array    (AscXmiTypes *self, const char *feature);
/* "no-source" → "no_source"; "label" → "label_", which is taken. (transfer full) */
char        *asc_xmi_types_feature     (const char *attribute);
/* And back, as far as it can be told. (transfer full) */
char        *asc_xmi_types_attribute   (const char *feature);
/* TypeSystem.xml. (transfer full) */
char        *asc_xmi_types_to_xml      (AscXmiTypes *self);

G_END_DECLS
