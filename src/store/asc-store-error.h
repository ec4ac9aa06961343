/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of reading and writing files. The message is English and technical; src/messages makes the sentence for people out of the code
 * and the AscProblem. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASC_STORE_ERROR (asc_store_error_quark ())
GQuark asc_store_error_quark (void);

typedef enum
{
  ASC_STORE_ERROR_NOT_FOUND,        /* file or folder is not there */
  ASC_STORE_ERROR_UNREADABLE,       /* no permission, I/O error */
  ASC_STORE_ERROR_UNWRITABLE,       /* read-only folder, no permission */
  ASC_STORE_ERROR_NO_SPACE,
  ASC_STORE_ERROR_TOO_LARGE,        /* above the bound for this kind of file */
  ASC_STORE_ERROR_EMPTY,
  ASC_STORE_ERROR_NOT_TEXT,         /* binary content, or an encoding that cannot be told */
  ASC_STORE_ERROR_SYNTAX,           /* not JSON; line and column in the problem */
  ASC_STORE_ERROR_FORMAT,           /* JSON, but not this file's kind: wrong type, missing member, value out of range; pointer in the problem */
  ASC_STORE_ERROR_NEWER,            /* format version newer than this program */
  ASC_STORE_ERROR_TEXT_CHANGED,     /* sha256 of the text does not match */
  ASC_STORE_ERROR_ORPHANED,         /* an annotation whose quote was not found again */
  ASC_STORE_ERROR_REANCHORED,       /* an annotation moved to where its quote now stands */
  ASC_STORE_ERROR_OUT_OF_TEXT,      /* a span beyond the end */
  ASC_STORE_ERROR_DUPLICATE,        /* id or annotation twice */
  ASC_STORE_ERROR_DANGLING,         /* a relation or actor id whose end is not there */
  ASC_STORE_ERROR_UNKNOWN_LABEL,    /* not in the codebook: kept and flagged */
  ASC_STORE_ERROR_EXISTS,           /* would overwrite something */
  ASC_STORE_ERROR_CHANGED_ON_DISK,  /* another program changed the file since it was read */
  ASC_STORE_ERROR_MANY_DROPPED,     /* the write would drop many annotations: ask first */
} AscStoreErrorCode;

const char *asc_store_error_code_to_string (AscStoreErrorCode code);   /* "not-found", "many-dropped": for scripts and logs */

/**
 * AscProblem:
 * @path: file or folder, for people
 * @pointer: (nullable): JSON pointer, "/annotations/3/spans/0"
 * @line: 1-based, 0 when not known
 * @column: 1-based, 0 when not known
 * @detail: (nullable): the technical part: expected type, offending value, system error
 *
 * One thing that is wrong with a file; found while reading, which goes on where that is possible.
 */
typedef struct
{
  AscStoreErrorCode  code;
  char              *path;
  char              *pointer;
  guint              line;
  guint              column;
  char              *detail;
} AscProblem;

AscProblem *asc_problem_new      (AscStoreErrorCode code, const char *path, const char *pointer, const char *detail_format, ...) G_GNUC_PRINTF (4, 5);
AscProblem *asc_problem_copy     (const AscProblem *self);
void        asc_problem_free     (AscProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscProblem, asc_problem_free)
/* As a GError of ASC_STORE_ERROR with path, pointer, line in the message. */
void        asc_problem_to_error (const AscProblem *self, GError **error);
/* The problem a GError of ours came from, kept with it; NULL for foreign errors. */
const AscProblem *asc_problem_from_error (const GError *error);
/* The problem that a failed GIO or GLib file operation on @path is; @writing tells a read from a write. (transfer full) */
AscProblem *asc_store_error_from_gio (const GError *cause, const char *path, gboolean writing);

G_END_DECLS
