/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-line-reader.h"

#include <string.h>

#include "asc-store-error.h"

#define STEP (1 << 16)

struct _AscLineReader
{
  GInputStream *input;
  GCancellable *cancellable;
  char         *path;
  GByteArray   *buffer;     /* what was read and is not yet a line */
  gsize         position;   /* in @buffer: where the next line begins */
  gboolean      at_end;     /* of the file */
  char         *line;
  guint         number;
};

static void
set_error (AscLineReader  *self,
           GError         *io_error,
           GError        **error)
{
  if (g_error_matches (io_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, io_error);
  else
    {
      g_autoptr (AscProblem) problem = asc_store_error_from_gio (io_error, self->path, FALSE);

      asc_problem_to_error (problem, error);
      g_error_free (io_error);
    }
}

AscLineReader *
asc_line_reader_open (GFile         *file,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (AscLineReader) self = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (AscLineReader, 1);
  self->path = g_strdup (path);
  self->buffer = g_byte_array_sized_new (4096);   /* so that data is never NULL */
  g_set_object (&self->cancellable, cancellable);
  self->input = G_INPUT_STREAM (g_file_read (file, cancellable, &local_error));
  if (self->input == NULL)
    {
      set_error (self, local_error, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
asc_line_reader_free (AscLineReader *self)
{
  g_clear_object (&self->input);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_byte_array_unref (self->buffer);
  g_free (self->line);
  g_free (self);
}

static gboolean
fill (AscLineReader  *self,
      GError        **error)
{
  guint length;
  gssize n_read;
  GError *local_error = NULL;

  if (self->position > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, (guint) self->position);
      self->position = 0;
    }

  length = self->buffer->len;
  if (length > ASC_LINE_MAX_BYTES)
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_TOO_LARGE, self->path, NULL, NULL);

      problem->line = self->number + 1;
      asc_problem_to_error (problem, error);
      return FALSE;
    }

  g_byte_array_set_size (self->buffer, length + STEP);
  n_read = g_input_stream_read (self->input, self->buffer->data + length, STEP, self->cancellable, &local_error);
  g_byte_array_set_size (self->buffer, length + (guint) MAX (n_read, 0));
  if (n_read < 0)
    {
      set_error (self, local_error, error);
      return FALSE;
    }
  self->at_end = n_read == 0;

  return TRUE;
}

static void
take_line (AscLineReader *self,
           gsize          length)
{
  char *start = (char *) self->buffer->data + self->position;

  self->number++;
  if (self->number == 1 && length >= 3 && memcmp (start, "\xEF\xBB\xBF", 3) == 0)
    {
      start += 3;
      length -= 3;
    }

  g_free (self->line);
  self->line = g_utf8_make_valid (start, (gssize) length);
}

gboolean
asc_line_reader_next (AscLineReader  *self,
                      const char    **line,
                      GError        **error)
{
  gsize scanned = 0;

  *line = NULL;
  for (;;)
    {
      const guint8 *start = self->buffer->data + self->position;
      gsize length = self->buffer->len - self->position;
      gsize i = scanned;

      while (i < length && start[i] != '\n' && start[i] != '\r')
        i++;
      scanned = i;

      /* A CR at the end of what was read may be the first half of a CR LF. */
      if (i < length && (start[i] == '\n' || i + 1 < length || self->at_end))
        {
          take_line (self, i);
          self->position += i + (start[i] == '\r' && i + 1 < length && start[i + 1] == '\n' ? 2 : 1);
          *line = self->line;
          return TRUE;
        }
      if (self->at_end)
        {
          if (length == 0)
            return TRUE;
          take_line (self, length);
          self->position += length;
          *line = self->line;
          return TRUE;
        }
      if (!fill (self, error))
        return FALSE;
    }
}

guint
asc_line_reader_get_number (AscLineReader *self)
{
  return self->number;
}
