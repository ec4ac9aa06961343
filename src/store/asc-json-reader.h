/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscJsonReader: typed reading of a JSON file over json-glib, with its traps closed: size bounded before parsing, strict, duplicate members,
 * U+0000 and out-of-range integers refused, every error with its JSON pointer, unknown members kept.
 *
 * A reader stands on one object or array at a time (enter/leave). Reading goes on after a problem: each is added to the list and the
 * getter returns its fallback. "Required" getters report a missing member, "optional" ones don't.
 *
 * Nothing is lost: a member of the wrong type or out of range, which the writer will write anew, stays among the extra members as
 * "unusable_<member>"; elements the caller has no use for go there through asc_json_reader_keep().
 */
#pragma once

#include <json-glib/json-glib.h>

#include "asc-store-error.h"

G_BEGIN_DECLS

typedef struct _AscJsonReader AscJsonReader;

#define ASC_JSON_MAX_BYTES (64 * 1024 * 1024)

/* NULL with @error when it is no JSON at all (too large, not UTF-8, syntax). @problems: (element-type AscProblem) gets the rest; borrowed. */
AscJsonReader *asc_json_reader_new        (GBytes *bytes, const char *path, GPtrArray *problems, GError **error);
void           asc_json_reader_free       (AscJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscJsonReader, asc_json_reader_free)

JsonNode      *asc_json_reader_get_root   (AscJsonReader *self);
/* "ascribe-annotations/1" → 1. FALSE with @error when the root is no object, "format" is another kind or newer than @newest (code NEWER; *version is set). */
gboolean       asc_json_reader_check_format (AscJsonReader *self, const char *kind, guint newest, guint *version, GError **error);

/* FALSE when absent, or, reported, when of another type. */
gboolean       asc_json_reader_enter_object (AscJsonReader *self, const char *member);
gboolean       asc_json_reader_enter_array  (AscJsonReader *self, const char *member);
gboolean       asc_json_reader_enter_object_element (AscJsonReader *self, guint i);
gboolean       asc_json_reader_enter_array_element  (AscJsonReader *self, guint i);
void           asc_json_reader_leave      (AscJsonReader *self);
guint          asc_json_reader_get_n      (AscJsonReader *self);                        /* elements of the array it stands on */
gboolean       asc_json_reader_has        (AscJsonReader *self, const char *member);

const char    *asc_json_reader_require_string (AscJsonReader *self, const char *member);
const char    *asc_json_reader_get_string (AscJsonReader *self, const char *member);    /* NULL when absent; null counts as absent */
gboolean       asc_json_reader_get_boolean (AscJsonReader *self, const char *member, gboolean fallback);
gint64         asc_json_reader_get_integer (AscJsonReader *self, const char *member, gint64 minimum, gint64 maximum, gint64 fallback);
gint64         asc_json_reader_require_integer (AscJsonReader *self, const char *member, gint64 minimum, gint64 maximum);
GStrv          asc_json_reader_get_strings (AscJsonReader *self, const char *member);   /* (transfer full); NULL when absent */
JsonNode      *asc_json_reader_get_node   (AscJsonReader *self, const char *member);    /* (transfer none) */
gboolean       asc_json_reader_element_integer (AscJsonReader *self, guint i, gint64 minimum, gint64 maximum, gint64 *value);
const char    *asc_json_reader_element_string (AscJsonReader *self, guint i);
JsonNode      *asc_json_reader_element_node   (AscJsonReader *self, guint i);           /* (transfer none) (nullable) */

/* The members of the object it stands on that are not in @known (NULL-terminated), then what was rejected and kept, as JSON object text; NULL when none.
 * (transfer full) */
char          *asc_json_reader_take_extra (AscJsonReader *self, const char * const *known);
/* Reports a member whose value has the right type but cannot be used, and keeps it among the extra members. */
void           asc_json_reader_reject     (AscJsonReader *self, AscStoreErrorCode code, const char *member, const char *detail_format, ...) G_GNUC_PRINTF (4, 5);
/* Adds @node to the array @name among the extra members of the object it stands on, or whose array it stands on. */
void           asc_json_reader_keep       (AscJsonReader *self, const char *name, JsonNode *node);
/* Where it stands, with @member appended when not NULL: "/annotations/3/label". (transfer full) */
char          *asc_json_reader_pointer    (AscJsonReader *self, const char *member);
/* How many problems are in the list: whether it grew tells whether what was just read is whole. */
guint          asc_json_reader_get_n_problems (AscJsonReader *self);
void           asc_json_reader_report     (AscJsonReader *self, AscStoreErrorCode code, const char *member, const char *detail_format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
