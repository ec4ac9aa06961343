/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-conll-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-line-reader.h"

#define NONE G_MAXUINT

/* What the columns of a file are. */
typedef struct
{
  guint   token;
  guint   start;    /* offset of the token, or NONE */
  guint   misc;     /* CoNLL-U's MISC, or NONE */
  GArray *tags;     /* (element-type guint) columns of tags */
  guint   n;        /* columns a line has; 0 when not known */
} Columns;

/* An entity that goes on while its tags do. */
typedef struct
{
  char  *label;    /* NULL: none is open */
  guint  start;    /* code points */
  guint  end;
} Open;

typedef struct
{
  const char       *path;
  char             *stem;        /* the file's name without its extension */
  Columns           columns;
  guint             n_documents;

  /* The document being read. */
  char             *id;          /* what the file calls it, or NULL */
  GString          *text;
  guint             length;      /* code points of @text */
  gboolean          space_after;
  gboolean          at_sentence; /* a new sentence begins with the next token */
  gboolean          has_offsets; /* the offsets were in order so far */
  GArray           *open;        /* (element-type Open) one a column of tags */
  AscImportArticle *article;     /* holds the layer; its text is set at the end */

  AscImportFunc     func;
  gpointer          user_data;
  GPtrArray        *problems;
} Reading;

ASC_DEFINE_IMPORTER (AscConllImporter, asc_conll_importer)

/* ---- columns ---- */

/* "O", "_", "B-X": something that may be a tag. */
static gboolean
is_tag (const char *cell)
{
  if (g_str_equal (cell, "O") || g_str_equal (cell, "_"))
    return TRUE;

  return cell[0] != '\0' && strchr ("BIESLUbieslu", cell[0]) != NULL && cell[1] == '-' && cell[2] != '\0';
}

static gboolean
is_number (const char *cell)
{
  return *cell != '\0' && strspn (cell, "0123456789") == strlen (cell);
}

static void
add_tag_column (Columns *columns,
                guint    column)
{
  g_array_append_val (columns->tags, column);
}

/* TAB where the line has one, else runs of spaces. */
static GStrv
split_line (const char *line)
{
  g_autoptr (GStrvBuilder) cells = NULL;
  g_auto (GStrv) parts = NULL;

  if (strchr (line, '\t') != NULL)
    return g_strsplit (line, "\t", -1);

  cells = g_strv_builder_new ();
  parts = g_strsplit (line, " ", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (cells, parts[i]);

  return g_strv_builder_end (cells);
}

/* "# columns = token start end claim" and "# global.columns = ID FORM MISC CLAIMS:ACTOR". */
static void
read_header (Columns    *columns,
             const char *names_line,
             gboolean    is_conllu)
{
  g_auto (GStrv) names = split_line (names_line);

  *columns = (Columns) { 0, NONE, NONE, columns->tags, g_strv_length (names) };
  g_array_set_size (columns->tags, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (names[i], is_conllu ? "FORM" : "token") == 0)
        columns->token = i;
      else if (!is_conllu && g_str_equal (names[i], "start"))
        columns->start = i;
      else if (is_conllu && g_str_equal (names[i], "MISC"))
        columns->misc = i;
      else if (is_conllu ? strchr (names[i], ':') != NULL : !g_str_equal (names[i], "end"))
        add_tag_column (columns, i);
    }
}

/* Without a header, what the first line of tokens looks like. */
static void
guess_columns (Columns    *columns,
               const char *line,
               GStrv       cells)
{
  guint n = g_strv_length (cells);
  gboolean is_numbered = n >= 3 && is_number (cells[0]) && !is_tag (cells[1]);
  guint first_tag;

  *columns = (Columns) { 0, NONE, NONE, columns->tags, n };
  if (n == 10 && is_numbered)
    {
      /* CoNLL-U: entities are in MISC. */
      columns->token = 1;
      columns->misc = 9;
      return;
    }

  columns->token = is_numbered ? 1 : 0;
  first_tag = columns->token + 1;
  /* In CoNLL-2003 the column before the last has tags too, of chunks. */
  if (strchr (line, '\t') == NULL || (n == 4 && !is_numbered && !is_tag (cells[1])))
    first_tag = n - 1;
  for (guint i = MAX (first_tag, columns->token + 1); i < n; i++)
    if (is_tag (cells[i]))
      add_tag_column (columns, i);
}

/* The value of "Key=value|Key=value". (transfer full) (nullable) */
static char *
misc_value (const char *misc,
            const char *key)
{
  g_auto (GStrv) parts = g_strsplit (misc, "|", -1);
  gsize n = strlen (key);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (strncmp (parts[i], key, n) == 0 && parts[i][n] == '=')
      return g_strdup (parts[i] + n + 1);

  return NULL;
}

/* ---- entities ---- */

static void
close_entity (Reading *reading,
              Open    *open)
{
  AscImportAnnotation *annotation;

  if (open->label == NULL)
    return;

  annotation = asc_import_layer_add (asc_import_article_get_layer (reading->article, NULL), NULL, open->label);
  asc_import_annotation_add_range (annotation, open->start, open->end);
  g_clear_pointer (&open->label, g_free);
}

static void
take_tag (Reading    *reading,
          Open       *open,
          const char *tag,
          guint       start,
          guint       end)
{
  char part = g_ascii_toupper (tag[0]);
  const char *label = tag + 2;

  if (!is_tag (tag) || tag[1] != '-')
    {
      close_entity (reading, open);
      return;
    }

  /* I, E and L go on; an I without a beginning is one in IOB1, and after another label. */
  if (strchr ("BSU", part) != NULL || g_strcmp0 (open->label, label) != 0)
    {
      close_entity (reading, open);
      open->label = g_strdup (label);
      open->start = start;
    }
  open->end = end;
  if (strchr ("ESLU", part) != NULL)
    close_entity (reading, open);
}

/* ---- documents ---- */

static void
begin_document (Reading *reading)
{
  g_string_truncate (reading->text, 0);
  reading->length = 0;
  reading->space_after = FALSE;
  reading->at_sentence = FALSE;
  reading->has_offsets = TRUE;
  reading->article = asc_import_article_new (reading->path, "", g_bytes_new_static ("", 0));
  asc_import_article_get_layer (reading->article, NULL);
}

static gboolean
end_document (Reading  *reading,
              GError  **error)
{
  AscImportArticle *article = g_steal_pointer (&reading->article);

  for (guint i = 0; article != NULL && i < reading->open->len; i++)
    {
      reading->article = article;
      close_entity (reading, &g_array_index (reading->open, Open, i));
      reading->article = NULL;
    }

  if (article == NULL || reading->text->len == 0)
    {
      g_clear_pointer (&article, asc_import_article_free);
      return TRUE;
    }

  reading->n_documents++;
  g_bytes_unref (article->text);
  article->text = g_bytes_new (reading->text->str, reading->text->len);
  if (reading->id != NULL)
    g_set_str (&article->meta->id, reading->id);
  else
    {
      g_free (article->meta->id);
      article->meta->id = reading->n_documents == 1 ? g_strdup (reading->stem) : g_strdup_printf ("%s-%u", reading->stem, reading->n_documents);
    }
  article->meta->normalised = g_strdupv ((char *[]) { (char *) "reconstructed", NULL });
  g_clear_pointer (&reading->id, g_free);

  return reading->func (article, reading->user_data, error);
}

/* White space up to where the next token begins. */
static void
pad (Reading *reading,
     gint64   start)
{
  if (start >= 0 && reading->has_offsets && start >= reading->length)
    {
      guint gap = (guint) (start - reading->length);
      char filler = reading->at_sentence && gap > 1 ? '\n' : ' ';

      for (guint i = 0; i < gap; i++)
        g_string_append_c (reading->text, filler);
      reading->length += gap;
      return;
    }

  reading->has_offsets = FALSE;
  if (reading->text->len > 0 && (reading->space_after || reading->at_sentence))
    {
      g_string_append_c (reading->text, reading->at_sentence ? '\n' : ' ');
      reading->length++;
    }
}

static void
take_token (Reading  *reading,
            GStrv     cells,
            guint     line)
{
  const Columns *columns = &reading->columns;
  const char *token = cells[columns->token];
  g_autofree char *misc_start = NULL;
  g_autofree char *misc_space = NULL;
  g_autofree char *misc_tag = NULL;
  gint64 start = -1;
  guint from;

  if (columns->misc != NONE)
    {
      misc_start = misc_value (cells[columns->misc], "CharStart");
      misc_space = misc_value (cells[columns->misc], "SpaceAfter");
      misc_tag = misc_value (cells[columns->misc], "NE");
    }
  if (columns->start != NONE)
    g_ascii_string_to_signed (cells[columns->start], 10, 0, ASC_LINE_MAX_BYTES, &start, NULL);
  else if (misc_start != NULL)
    g_ascii_string_to_signed (misc_start, 10, 0, ASC_LINE_MAX_BYTES, &start, NULL);

  if (reading->has_offsets && start >= 0 && start < reading->length)
    g_ptr_array_add (reading->problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, reading->path, NULL, "%u: %" G_GINT64_FORMAT " < %u",
                                                         line, start, reading->length));
  pad (reading, start);

  from = reading->length;
  g_string_append (reading->text, token);
  reading->length += (guint) g_utf8_strlen (token, -1);
  reading->space_after = g_strcmp0 (misc_space, "No") != 0;
  reading->at_sentence = FALSE;

  if (columns->tags->len == 0 && columns->misc != NONE)
    {
      g_array_set_size (reading->open, 1);
      take_tag (reading, &g_array_index (reading->open, Open, 0), misc_tag != NULL ? misc_tag : "O", from, reading->length);
      return;
    }

  g_array_set_size (reading->open, columns->tags->len);
  for (guint i = 0; i < columns->tags->len; i++)
    take_tag (reading, &g_array_index (reading->open, Open, i), cells[g_array_index (columns->tags, guint, i)], from, reading->length);
}

/* ---- lines ---- */

static void
end_sentence (Reading *reading)
{
  for (guint i = 0; i < reading->open->len; i++)
    close_entity (reading, &g_array_index (reading->open, Open, i));
  reading->at_sentence = reading->text->len > 0;
}

static const char *
comment_value (const char *line,
               const char *key)
{
  const char *p = line + 1;

  while (*p == ' ')
    p++;
  if (!g_str_has_prefix (p, key))
    return NULL;
  p += strlen (key);
  while (*p == ' ')
    p++;
  if (*p != '=')
    return NULL;
  p++;
  while (*p == ' ')
    p++;

  return p;
}

static gboolean
take_comment (Reading     *reading,
              const char  *line,
              GError     **error)
{
  const char *columns = comment_value (line, "columns");
  const char *global = comment_value (line, "global.columns");
  const char *id = comment_value (line, "id");

  if (id == NULL)
    id = comment_value (line, "newdoc id");
  if (columns != NULL)
    read_header (&reading->columns, columns, FALSE);
  else if (global != NULL)
    read_header (&reading->columns, global, TRUE);
  else if (id != NULL)
    {
      if (!end_document (reading, error))
        return FALSE;
      g_set_str (&reading->id, id);
      begin_document (reading);
    }

  return TRUE;
}

/* The token “#” begins a line too. A token has no space, so in a line with TABs "# " is a comment, and in one without it must say something; GermEval's are
 * "#<TAB>source", before the first token. */
static gboolean
is_comment (Reading    *reading,
            const char *line)
{
  gboolean has_tab = strchr (line, '\t') != NULL;

  if (line[0] != '#')
    return FALSE;
  if (line[1] == '\t')
    return reading->columns.n == 0;

  return line[1] == ' ' && (has_tab || strchr (line, '=') != NULL);
}

static gboolean
take_line (Reading     *reading,
           const char  *line,
           guint        number,
           GError     **error)
{
  g_auto (GStrv) cells = NULL;

  if (g_str_has_prefix (line, "-DOCSTART-"))
    {
      if (!end_document (reading, error))
        return FALSE;
      begin_document (reading);
      return TRUE;
    }
  if (is_comment (reading, line))
    return take_comment (reading, line, error);

  if (reading->article == NULL)
    begin_document (reading);
  if (*line == '\0' || strspn (line, " \t") == strlen (line))
    {
      end_sentence (reading);
      return TRUE;
    }

  cells = split_line (line);
  if (reading->columns.n == 0 && g_strv_length (cells) >= 2)
    guess_columns (&reading->columns, line, cells);

  if (g_strv_length (cells) < MAX (reading->columns.n, 2) || *cells[reading->columns.token] == '\0')
    {
      AscProblem *problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, reading->path, NULL, "%u ≠ %u", g_strv_length (cells), reading->columns.n);

      problem->line = number;
      g_ptr_array_add (reading->problems, problem);
      return TRUE;
    }
  /* Ranges and empty nodes of CoNLL-U are no tokens of their own. */
  if (reading->columns.misc != NONE && !is_number (cells[0]))
    return TRUE;

  take_token (reading, cells, number);

  return TRUE;
}

static gboolean
read_lines (Reading        *reading,
            AscLineReader  *lines,
            GError        **error)
{
  for (;;)
    {
      const char *line;

      if (!asc_line_reader_next (lines, &line, error))
        return FALSE;
      if (line == NULL)
        return end_document (reading, error);
      if (!take_line (reading, line, asc_line_reader_get_number (lines), error))
        return FALSE;
    }
}

static gboolean
asc_conll_importer_read (AscImporter    *importer,
                         GFile          *file,
                         const char     *path,
                         AscImportFunc   func,
                         gpointer        user_data,
                         GPtrArray      *problems,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (AscLineReader) lines = asc_line_reader_open (file, path, cancellable, error);
  Reading reading = { .path = path, .func = func, .user_data = user_data, .problems = problems };
  char *dot;
  gboolean done;

  if (lines == NULL)
    return FALSE;

  reading.stem = g_path_get_basename (path);
  dot = strrchr (reading.stem, '.');
  if (dot != NULL && dot > reading.stem)
    *dot = '\0';
  reading.text = g_string_new (NULL);
  reading.columns.tags = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.open = g_array_new (FALSE, TRUE, sizeof (Open));

  done = read_lines (&reading, lines, error);

  g_clear_pointer (&reading.article, asc_import_article_free);
  for (guint i = 0; i < reading.open->len; i++)
    g_free (g_array_index (reading.open, Open, i).label);
  g_array_unref (reading.open);
  g_array_unref (reading.columns.tags);
  g_string_free (reading.text, TRUE);
  g_free (reading.stem);
  g_free (reading.id);

  return done;
}

static void
asc_conll_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".conll", ".conllu", ".conllup", ".iob", ".iob2", ".bio", ".tsv", NULL };

  iface->name = "conll";
  iface->title = N_("CoNLL columns with IOB tags");
  iface->extensions = extensions;
  iface->read = asc_conll_importer_read;
}
