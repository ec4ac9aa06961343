/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-lines.h"

#include <string.h>

#include "asc-json-repair.h"
#include "asc-line-reader.h"

struct _AscJsonLines
{
  AscLineReader *lines;
  AscJsonReader *reader;     /* of the line read last */
  char          *path;
  GPtrArray     *problems;   /* borrowed */
  guint          first;      /* problem of that line */
};

AscJsonLines *
asc_json_lines_open (GFile         *file,
                     const char    *path,
                     GPtrArray     *problems,
                     GCancellable  *cancellable,
                     GError       **error)
{
  AscLineReader *lines = asc_line_reader_open (file, path, cancellable, error);
  AscJsonLines *self;

  if (lines == NULL)
    return NULL;

  self = g_new0 (AscJsonLines, 1);
  self->lines = lines;
  self->path = g_strdup (path);
  self->problems = problems;

  return self;
}

void
asc_json_lines_free (AscJsonLines *self)
{
  g_clear_pointer (&self->reader, asc_json_reader_free);
  asc_line_reader_free (self->lines);
  g_free (self->path);
  g_free (self);
}

/* NULL when the line is no object; the problem is told. */
static AscJsonReader *
parse (AscJsonLines *self,
       const char   *line)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (GBytes) repaired = asc_json_repair (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscJsonReader) reader = asc_json_reader_new (repaired, self->path, self->problems, &error);

  if (reader == NULL)
    g_ptr_array_add (self->problems, asc_store_error_from_gio (error, self->path, FALSE));
  else if (!JSON_NODE_HOLDS_OBJECT (asc_json_reader_get_root (reader)))
    g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, self->path, NULL, "object"));
  else
    return g_steal_pointer (&reader);

  return NULL;
}

gboolean
asc_json_lines_next (AscJsonLines   *self,
                     AscJsonReader **reader,
                     GError        **error)
{
  const char *line;

  g_return_val_if_fail (reader != NULL, FALSE);

  *reader = NULL;
  g_clear_pointer (&self->reader, asc_json_reader_free);
  while (self->reader == NULL)
    {
      if (!asc_line_reader_next (self->lines, &line, error))
        return FALSE;
      if (line == NULL)
        return TRUE;
      if (strspn (line, " \t") == strlen (line))
        continue;

      self->first = self->problems->len;
      self->reader = parse (self, line);
      if (self->reader == NULL)
        asc_json_lines_mark (self, NULL);
    }
  *reader = self->reader;

  return TRUE;
}

void
asc_json_lines_mark (AscJsonLines     *self,
                     AscImportArticle *article)
{
  guint number = asc_line_reader_get_number (self->lines);

  for (guint i = self->first; i < self->problems->len; i++)
    {
      AscProblem *problem = g_ptr_array_index (self->problems, i);

      problem->line = number;
      problem->column = 0;
    }

  for (guint i = 0; article != NULL && i < article->layers->len; i++)
    {
      AscImportLayer *layer = g_ptr_array_index (article->layers, i);

      for (guint j = 0; j < layer->annotations->len; j++)
        ((AscImportAnnotation *) g_ptr_array_index (layer->annotations, j))->line = number;
      for (guint j = 0; j < layer->relations->len; j++)
        ((AscImportRelation *) g_ptr_array_index (layer->relations, j))->line = number;
    }
}

guint
asc_json_lines_get_number (AscJsonLines *self)
{
  return asc_line_reader_get_number (self->lines);
}
