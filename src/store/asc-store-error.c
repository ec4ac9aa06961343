/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-store-error.h"

typedef struct
{
  AscProblem *problem;
} AscStoreErrorPrivate;

static void
asc_store_error_private_init (AscStoreErrorPrivate *priv)
{
  priv->problem = NULL;
}

static void
asc_store_error_private_copy (const AscStoreErrorPrivate *source,
                              AscStoreErrorPrivate       *copy)
{
  copy->problem = source->problem != NULL ? asc_problem_copy (source->problem) : NULL;
}

static void
asc_store_error_private_clear (AscStoreErrorPrivate *priv)
{
  g_clear_pointer (&priv->problem, asc_problem_free);
}

G_DEFINE_EXTENDED_ERROR (AscStoreError, asc_store_error)

static const char * const code_names[] = {
  [ASC_STORE_ERROR_NOT_FOUND] = "not-found",
  [ASC_STORE_ERROR_UNREADABLE] = "unreadable",
  [ASC_STORE_ERROR_UNWRITABLE] = "unwritable",
  [ASC_STORE_ERROR_NO_SPACE] = "no-space",
  [ASC_STORE_ERROR_TOO_LARGE] = "too-large",
  [ASC_STORE_ERROR_EMPTY] = "empty",
  [ASC_STORE_ERROR_NOT_TEXT] = "not-text",
  [ASC_STORE_ERROR_SYNTAX] = "syntax",
  [ASC_STORE_ERROR_FORMAT] = "format",
  [ASC_STORE_ERROR_NEWER] = "newer",
  [ASC_STORE_ERROR_TEXT_CHANGED] = "text-changed",
  [ASC_STORE_ERROR_ORPHANED] = "orphaned",
  [ASC_STORE_ERROR_REANCHORED] = "reanchored",
  [ASC_STORE_ERROR_OUT_OF_TEXT] = "out-of-text",
  [ASC_STORE_ERROR_DUPLICATE] = "duplicate",
  [ASC_STORE_ERROR_DANGLING] = "dangling",
  [ASC_STORE_ERROR_UNKNOWN_LABEL] = "unknown-label",
  [ASC_STORE_ERROR_EXISTS] = "exists",
  [ASC_STORE_ERROR_CHANGED_ON_DISK] = "changed-on-disk",
  [ASC_STORE_ERROR_MANY_DROPPED] = "many-dropped",
};

static AscStoreErrorCode
code_from_io_error (int      code,
                    gboolean writing)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
    case G_IO_ERROR_NOT_MOUNTED:
      return ASC_STORE_ERROR_NOT_FOUND;
    case G_IO_ERROR_EXISTS:
      return ASC_STORE_ERROR_EXISTS;
    case G_IO_ERROR_NO_SPACE:
      return ASC_STORE_ERROR_NO_SPACE;
    case G_IO_ERROR_WRONG_ETAG:
      return ASC_STORE_ERROR_CHANGED_ON_DISK;
    default:
      return writing ? ASC_STORE_ERROR_UNWRITABLE : ASC_STORE_ERROR_UNREADABLE;
    }
}

static AscStoreErrorCode
code_from_file_error (int      code,
                      gboolean writing)
{
  switch (code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return ASC_STORE_ERROR_NOT_FOUND;
    case G_FILE_ERROR_EXIST:
      return ASC_STORE_ERROR_EXISTS;
    case G_FILE_ERROR_NOSPC:
      return ASC_STORE_ERROR_NO_SPACE;
    default:
      return writing ? ASC_STORE_ERROR_UNWRITABLE : ASC_STORE_ERROR_UNREADABLE;
    }
}

/**
 * asc_store_error_code_to_string:
 * @code: a code
 *
 * Returns: (transfer none): the name scripts and logs see, such as "not-found"
 */
const char *
asc_store_error_code_to_string (AscStoreErrorCode code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (code_names), NULL);

  return code_names[code];
}

/**
 * asc_problem_new:
 * @code: what kind of problem
 * @path: file or folder, for people
 * @pointer: (nullable): JSON pointer to the place
 * @detail_format: (nullable): printf format of the technical part
 * @...: its arguments
 *
 * Makes a problem without line and column; who knows them sets them.
 *
 * Returns: (transfer full): a new problem
 */
AscProblem *
asc_problem_new (AscStoreErrorCode  code,
                 const char        *path,
                 const char        *pointer,
                 const char        *detail_format,
                 ...)
{
  AscProblem *self;

  self = g_new0 (AscProblem, 1);
  self->code = code;
  self->path = g_strdup (path);
  self->pointer = g_strdup (pointer);

  if (detail_format != NULL)
    {
      va_list args;

      va_start (args, detail_format);
      self->detail = g_strdup_vprintf (detail_format, args);
      va_end (args);
    }

  return self;
}

/**
 * asc_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): a copy
 */
AscProblem *
asc_problem_copy (const AscProblem *self)
{
  AscProblem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->path = g_strdup (self->path);
  copy->pointer = g_strdup (self->pointer);
  copy->detail = g_strdup (self->detail);
  return copy;
}

/**
 * asc_problem_free:
 * @self: (transfer full): a problem
 */
void
asc_problem_free (AscProblem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->pointer);
  g_free (self->detail);
  g_free (self);
}

/**
 * asc_problem_to_error:
 * @self: a problem
 * @error: (out) (optional): where the error goes
 *
 * Makes a #GError of the domain %ASC_STORE_ERROR with the problem's code. Its message has the form compilers use,
 * "path:line:column: pointer: detail"; asc_problem_from_error() gives the problem back.
 */
void
asc_problem_to_error (const AscProblem  *self,
                      GError           **error)
{
  g_autoptr (GString) message = NULL;
  GError *made;

  g_return_if_fail (self != NULL);
  g_return_if_fail (error == NULL || *error == NULL);

  if (error == NULL)
    return;

  message = g_string_new (self->path);
  if (self->line > 0)
    g_string_append_printf (message, ":%u:%u", self->line, self->column);
  if (self->pointer != NULL && *self->pointer != '\0')
    g_string_append_printf (message, "%s%s", message->len > 0 ? ": " : "", self->pointer);
  g_string_append_printf (message, "%s%s", message->len > 0 ? ": " : "",
                          self->detail != NULL ? self->detail
                                               : asc_store_error_code_to_string (self->code));

  made = g_error_new_literal (ASC_STORE_ERROR, self->code, message->str);
  asc_store_error_get_private (made)->problem = asc_problem_copy (self);
  *error = made;
}

/**
 * asc_problem_from_error:
 * @error: an error
 *
 * Returns: (transfer none) (nullable): the problem kept with an error that asc_problem_to_error() made
 */
const AscProblem *
asc_problem_from_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != ASC_STORE_ERROR)
    return NULL;

  return asc_store_error_get_private (error)->problem;
}

/**
 * asc_store_error_from_gio:
 * @cause: what a file operation failed with: %G_IO_ERROR, %G_FILE_ERROR, or an error of ours
 * @path: the file or folder, for people
 * @writing: %TRUE when it was a write, so that no permission means %ASC_STORE_ERROR_UNWRITABLE
 *
 * The one place where errors of the system become errors of the store. The system's own words are the detail.
 *
 * Returns: (transfer full): the problem
 */
AscProblem *
asc_store_error_from_gio (const GError *cause,
                          const char   *path,
                          gboolean      writing)
{
  AscStoreErrorCode code = writing ? ASC_STORE_ERROR_UNWRITABLE : ASC_STORE_ERROR_UNREADABLE;
  const AscProblem *ours;

  g_return_val_if_fail (cause != NULL, NULL);

  ours = asc_problem_from_error (cause);
  if (ours != NULL)
    return asc_problem_copy (ours);

  if (cause->domain == ASC_STORE_ERROR)
    code = cause->code;
  else if (cause->domain == G_IO_ERROR)
    code = code_from_io_error (cause->code, writing);
  else if (cause->domain == G_FILE_ERROR)
    code = code_from_file_error (cause->code, writing);

  return asc_problem_new (code, path, NULL, "%s", cause->message);
}
