/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscJsonScanner: a strict pull tokenizer for JSON (RFC 8259), which knows where it stands.
 *
 * json-glib, even strict, lets a duplicate member win silently, cuts a string at \u0000, saturates integers, reads 1e400 as
 * infinity and takes single quotes and comments. So every file is walked by this first; json-glib then only builds the tree
 * of what is known to be sound. It also answers small questions about a file without a tree (asc_annotation_file_peek).
 *
 * Always true: @text is valid UTF-8 up to where the scanner stands; at most ASC_JSON_MAX_DEPTH containers are open.
 */
#pragma once

#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_JSON_MAX_DEPTH 100

typedef enum
{
  ASC_JSON_TOKEN_ERROR,
  ASC_JSON_TOKEN_END,
  ASC_JSON_TOKEN_BEGIN_OBJECT,
  ASC_JSON_TOKEN_END_OBJECT,
  ASC_JSON_TOKEN_BEGIN_ARRAY,
  ASC_JSON_TOKEN_END_ARRAY,
  ASC_JSON_TOKEN_MEMBER,
  ASC_JSON_TOKEN_STRING,
  ASC_JSON_TOKEN_INTEGER,
  ASC_JSON_TOKEN_DOUBLE,
  ASC_JSON_TOKEN_TRUE,
  ASC_JSON_TOKEN_FALSE,
  ASC_JSON_TOKEN_NULL,
} AscJsonToken;

typedef struct _AscJsonScanner AscJsonScanner;

AscJsonScanner *asc_json_scanner_new        (const char *text, gsize n_bytes);  /* borrows @text; no BOM */
void            asc_json_scanner_free       (AscJsonScanner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscJsonScanner, asc_json_scanner_free)

AscJsonToken    asc_json_scanner_next       (AscJsonScanner *self);   /* after ERROR and END: the same again */
guint           asc_json_scanner_get_depth  (AscJsonScanner *self);   /* containers open after the last token */
const char     *asc_json_scanner_get_string (AscJsonScanner *self);   /* the last MEMBER or STRING, decoded; until the next token */
/* After ERROR: what is wrong, with pointer, line and column. (transfer full) */
AscProblem     *asc_json_scanner_get_problem (AscJsonScanner *self, const char *path);

/* RFC 6901: @token appended to @pointer with "~" and "/" escaped. */
void            asc_json_pointer_append     (GString *pointer, const char *token);

G_END_DECLS
