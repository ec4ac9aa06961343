/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscJsonWriter: canonical JSON text: members in the order they are written, one array element a line where asked, no floats,
 * U+2028/U+2029/U+0085 and controls escaped, always valid UTF-8, final newline. Strings are escaped by one function of ours because
 * json-glib's generator cannot lay out one element a line.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _AscJsonWriter AscJsonWriter;

typedef enum
{
  ASC_JSON_COMPACT,  /* all on one line: JSON Lines, or an element of a lined array */
  ASC_JSON_LINES,    /* the members of this object / elements of this array one a line, indented by two spaces a level */
} AscJsonLayout;

AscJsonWriter *asc_json_writer_new           (void);
void           asc_json_writer_free          (AscJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscJsonWriter, asc_json_writer_free)

void           asc_json_writer_begin_object  (AscJsonWriter *self, const char *member, AscJsonLayout layout);   /* @member NULL at the root and in arrays */
void           asc_json_writer_end_object    (AscJsonWriter *self);
void           asc_json_writer_begin_array   (AscJsonWriter *self, const char *member, AscJsonLayout layout);
void           asc_json_writer_end_array     (AscJsonWriter *self);
void           asc_json_writer_string        (AscJsonWriter *self, const char *member, const char *value);      /* NULL: nothing is written */
void           asc_json_writer_integer       (AscJsonWriter *self, const char *member, gint64 value);
void           asc_json_writer_boolean       (AscJsonWriter *self, const char *member, gboolean value);
void           asc_json_writer_strings       (AscJsonWriter *self, const char *member, const char * const *values); /* NULL: nothing */
void           asc_json_writer_variant       (AscJsonWriter *self, const char *member, GVariant *value);         /* s, as, x, b */
void           asc_json_writer_node          (AscJsonWriter *self, const char *member, JsonNode *node);          /* any value, compact */
/* Writes the members of @extra (JSON object text) into the open object. NULL: nothing. */
void           asc_json_writer_extra         (AscJsonWriter *self, const char *extra);
/* The text so far with a final newline (COMPACT root: "…}\n"); the writer is empty again. (transfer full) */
GBytes        *asc_json_writer_finish        (AscJsonWriter *self);

G_END_DECLS
