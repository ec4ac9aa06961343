/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscImportNames: the labels, attributes and relations of a foreign file in the words of the project's codebook.
 *
 * A name is looked up as it is, then as a display name, then ignoring case. One that is not found is added to the codebook, so that nothing
 * comes in that the project does not know; a name that files cannot carry is made fit, and its own becomes the display name.
 */
#pragma once

#include "asc-codebook.h"
#include "asc-import-article.h"

G_BEGIN_DECLS

typedef struct _AscImportNames AscImportNames;

AscImportNames *asc_import_names_new       (AscCodebook *codebook);
void            asc_import_names_free      (AscImportNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscImportNames, asc_import_names_free)

/* Each gives the codebook's name (ASC_IMPORT_ACTOR and ASC_IMPORT_DATE: of the label's first attribute of that kind), valid while @self is. @label, @from and @to are the codebook's. */
const char     *asc_import_names_label     (AscImportNames *self, const char *label);
const char     *asc_import_names_relation  (AscImportNames *self, const char *relation, const char *from, const char *to);
const char     *asc_import_names_attribute (AscImportNames *self, const char *label, const char *attribute);
/* The value that @values stand for in an attribute of the codebook: "as", "x", "b" or "s" by its kind. (transfer floating) */
GVariant       *asc_import_names_value     (AscImportNames *self, const char *label, const char *attribute, const char * const *values);
gboolean        asc_import_names_is_actor  (AscImportNames *self, const char *label, const char *attribute);
/* The codebook with what was added since the last call; NULL when nothing was. (transfer full) */
AscCodebook    *asc_import_names_take_codebook (AscImportNames *self);

G_END_DECLS
