/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codebook.json ⇄ AscCodebook. A bad label, attribute or relation is reported with its pointer and left out of use but kept in the extra members; the rest is usable. */
#pragma once

#include "asc-codebook.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

AscCodebook *asc_codebook_file_parse   (GBytes *bytes, const char *path, GPtrArray *problems, GError **error);
GBytes      *asc_codebook_file_write   (AscCodebook *codebook);
/* The claim frame, from the embedded data/codebooks/claims.json. (transfer full) */
AscCodebook *asc_codebook_file_default (void);
/* The embedded codebooks: "claims", "ner", "polnear"; NULL when there is none of this name. (transfer full) */
AscCodebook *asc_codebook_file_builtin (const char *name);
const char * const *asc_codebook_file_list_builtin (void);

G_END_DECLS
