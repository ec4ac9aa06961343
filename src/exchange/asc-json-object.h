/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenient look-ups in JSON that many programs write: a member that is absent or of another type is passed over where nothing hangs on it. For a
 * tree that AscJsonReader has checked to be sound; our own files are read by it alone.
 *
 * Each takes NULL for an object, and gives NULL for what is not there.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer none) */
JsonNode   *asc_json_object_node    (JsonObject *object, const char *member);
JsonObject *asc_json_object_object  (JsonObject *object, const char *member);
JsonArray  *asc_json_object_array   (JsonObject *object, const char *member);
const char *asc_json_object_string  (JsonObject *object, const char *member);
gboolean    asc_json_object_integer (JsonObject *object, const char *member, gint64 *value);

JsonObject *asc_json_node_object    (JsonNode *node);
const char *asc_json_node_string    (JsonNode *node);
gboolean    asc_json_node_integer   (JsonNode *node, gint64 *value);   /* 3 and 3.0 */
/* A scalar as text; NULL for null and what is none. (transfer full) */
char       *asc_json_node_to_string (JsonNode *node);
JsonObject *asc_json_array_object   (JsonArray *array, guint i);

G_END_DECLS
