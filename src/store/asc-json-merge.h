/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three-way merge of JSON, for files that several people keep: members of objects by name, objects in arrays by their "id" or "name",
 * strings in arrays as a set. What both sides changed differently stays ours and is counted; what one side removed and the other
 * changed stays. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Each may be NULL: not there. (transfer full) (nullable) */
JsonNode *asc_json_merge       (JsonNode *base, JsonNode *ours, JsonNode *theirs, guint *n_conflicts);
/* The same for JSON text; @base is taken as missing when it is no JSON. NULL with @error when @ours or @theirs isn't. (transfer full) */
GBytes   *asc_json_merge_bytes (GBytes *base, GBytes *ours, GBytes *theirs, guint *n_conflicts, GError **error);
/* The same for objects as text, the form of extra members: NULL is the empty object. (transfer full) (nullable) */
char     *asc_json_merge_extra (const char *base, const char *ours, const char *theirs, guint *n_conflicts);

G_END_DECLS
