/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-brat-importer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "asc-file-io.h"
#include "asc-line-reader.h"
#include "asc-text-importer.h"

/* A line of an .ann file: "T1⇥claim 40 73⇥the two officials". */
typedef struct
{
  guint   number;
  char   *id;
  GStrv   words;   /* of the body, split at spaces */
  char   *body;
  char   *rest;    /* after the second TAB, without more TABs before it; NULL */
} Line;

/* What events are relations of waits until every text-bound annotation is known, for events may come first. */
typedef struct
{
  const char       *path;
  AscImportArticle *article;
  AscImportLayer   *layer;
  GPtrArray        *lines;     /* (element-type Line) but those of text-bound annotations */
  GHashTable       *events;    /* (element-type utf8 utf8) event id → id of its trigger */
  GPtrArray        *problems;
} Reading;

ASC_DEFINE_IMPORTER (AscBratImporter, asc_brat_importer)

static void
line_free (gpointer data)
{
  Line *self = data;

  g_free (self->id);
  g_strfreev (self->words);
  g_free (self->body);
  g_free (self->rest);
  g_free (self);
}

/* Lenient with spaces beside TABs, which hand-made files have. NULL for what is no record. */
static Line *
parse_line (const char *string,
            guint       number)
{
  g_auto (GStrv) parts = g_strsplit (string, "\t", 3);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) split = NULL;
  Line *line;

  if (g_strv_length (parts) < 2 || *g_strstrip (parts[0]) == '\0')
    return NULL;

  line = g_new0 (Line, 1);
  line->number = number;
  line->id = g_strdup (parts[0]);
  line->body = g_strdup (g_strstrip (parts[1]));
  split = g_strsplit (line->body, " ", -1);
  for (gsize i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_strv_builder_add (words, split[i]);
  line->words = g_strv_builder_end (words);
  if (parts[2] != NULL)
    line->rest = g_strdup (parts[2] + strspn (parts[2], "\t"));

  return line;
}

static void
report (Reading    *reading,
        const Line *line,
        AscStoreErrorCode code)
{
  AscProblem *problem = asc_problem_new (code, reading->path, NULL, "%s %s", line->id, line->body);

  problem->line = line->number;
  g_ptr_array_add (reading->problems, problem);
}

/* "40 73" or "40 50;55 73", which parse_line() has cut at spaces: the label, then numbers with semicolons between pairs. */
static gboolean
take_text_bound (Reading    *reading,
                 const Line *line)
{
  g_autofree char *numbers = line->words[0] != NULL ? g_strjoinv (" ", line->words + 1) : g_strdup ("");
  g_auto (GStrv) pairs = g_strsplit (numbers, ";", -1);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (AscRange));
  AscImportAnnotation *annotation;

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (g_strstrip (pairs[i]), " ", 2);
      AscRange range;

      if (g_strv_length (ends) != 2 || !g_ascii_string_to_signed (ends[0], 10, 0, G_MAXINT64, &range.start, NULL)
          || !g_ascii_string_to_signed (g_strstrip (ends[1]), 10, 0, G_MAXINT64, &range.end, NULL))
        return FALSE;
      g_array_append_val (ranges, range);
    }
  if (ranges->len == 0)
    return FALSE;

  annotation = asc_import_layer_add (reading->layer, line->id, line->words[0]);
  annotation->line = line->number;
  annotation->quote = line->rest != NULL && *line->rest != '\0' ? g_strdup (line->rest) : NULL;
  g_array_append_vals (annotation->ranges, ranges->data, ranges->len);

  return TRUE;
}

/* An event stands for its trigger. */
static const char *
resolve (Reading    *reading,
         const char *id)
{
  const char *trigger = g_hash_table_lookup (reading->events, id);

  return trigger != NULL ? trigger : id;
}

static void
relate (Reading    *reading,
        const Line *line,
        const char *type,
        const char *from,
        const char *to)
{
  asc_import_layer_relate (reading->layer, type, resolve (reading, from), resolve (reading, to))->line = line->number;
}

/* "Claim:T3 Actor:T1 Actor2:T4": each argument is a relation from the trigger; numbers tell repeated roles apart. */
static gboolean
take_event (Reading    *reading,
            const Line *line)
{
  const char *trigger = line->words[0] != NULL ? strchr (line->words[0], ':') : NULL;

  if (trigger == NULL)
    return FALSE;

  for (gsize i = 1; line->words[i] != NULL; i++)
    {
      const char *colon = strchr (line->words[i], ':');
      g_autofree char *role = NULL;
      gsize length;

      if (colon == NULL || colon == line->words[i])
        return FALSE;
      length = (gsize) (colon - line->words[i]);
      while (length > 1 && g_ascii_isdigit (line->words[i][length - 1]))
        length--;
      role = g_strndup (line->words[i], length);
      relate (reading, line, role, trigger + 1, colon + 1);
    }

  return TRUE;
}

static const char *
argument (const char *word)
{
  const char *colon = strchr (word, ':');

  return colon != NULL ? colon + 1 : word;
}

static gboolean
take_relation (Reading    *reading,
               const Line *line)
{
  if (g_strv_length (line->words) != 3)
    return FALSE;

  relate (reading, line, line->words[0], argument (line->words[1]), argument (line->words[2]));

  return TRUE;
}

/* "Equiv T1 T4 T7": each with the next. */
static gboolean
take_equivalence (Reading    *reading,
                  const Line *line)
{
  if (g_strv_length (line->words) < 3)
    return FALSE;

  for (gsize i = 1; line->words[i + 1] != NULL; i++)
    relate (reading, line, line->words[0], line->words[i], line->words[i + 1]);

  return TRUE;
}

static AscImportAnnotation *
target_of (Reading    *reading,
           const char *id)
{
  return asc_import_layer_lookup (reading->layer, resolve (reading, id));
}

/* "stance T3 partly agrees": the rest of the line is the value; none is a flag. */
static gboolean
take_attribute (Reading    *reading,
                const Line *line)
{
  AscImportAnnotation *annotation = g_strv_length (line->words) >= 2 ? target_of (reading, line->words[1]) : NULL;
  g_autofree char *value = NULL;

  if (annotation == NULL)
    return FALSE;

  value = g_strjoinv (" ", line->words + 2);
  asc_import_annotation_add_attribute (annotation, line->words[0], *value != '\0' ? value : "true");

  return TRUE;
}

/* "Reference T1 entity:wang-zhisheng" */
static gboolean
take_reference (Reading    *reading,
                const Line *line)
{
  AscImportAnnotation *annotation = g_strv_length (line->words) == 3 ? target_of (reading, line->words[1]) : NULL;
  char *colon = annotation != NULL ? strchr (line->words[2], ':') : NULL;

  if (colon == NULL)
    return FALSE;

  *colon = '\0';
  if (g_str_equal (line->words[2], "entity"))
    {
      asc_import_annotation_add_attribute (annotation, ASC_IMPORT_ACTOR, colon + 1);
      asc_import_article_add_actor (reading->article, colon + 1, line->rest);
    }
  else if (g_str_equal (line->words[2], "timex"))
    asc_import_annotation_add_attribute (annotation, ASC_IMPORT_DATE, colon + 1);
  else
    asc_import_annotation_add_attribute (annotation, line->words[2], colon + 1);

  return TRUE;
}

static gboolean
take_note (Reading    *reading,
           const Line *line)
{
  AscImportAnnotation *annotation = g_strv_length (line->words) >= 2 ? target_of (reading, line->words[1]) : NULL;
  g_autofree char *text = NULL;

  if (annotation == NULL || line->rest == NULL)
    return FALSE;

  text = g_str_equal (line->words[0], "AnnotatorNotes") ? g_strdup (line->rest) : g_strdup_printf ("%s: %s", line->words[0], line->rest);
  if (annotation->note == NULL)
    annotation->note = g_steal_pointer (&text);
  else
    {
      g_autofree char *before = annotation->note;

      annotation->note = g_strconcat (before, "\n", text, NULL);
    }

  return TRUE;
}

static void
take_line (Reading    *reading,
           const Line *line)
{
  gboolean done;

  switch (line->id[0])
    {
    case 'E':
      done = take_event (reading, line);
      break;
    case 'R':
      done = take_relation (reading, line);
      break;
    case '*':
      done = take_equivalence (reading, line);
      break;
    case 'A':
    case 'M':
      done = take_attribute (reading, line);
      break;
    case 'N':
      done = take_reference (reading, line);
      break;
    case '#':
      done = take_note (reading, line);
      break;
    default:
      done = FALSE;
    }

  if (!done)
    report (reading, line, ASC_STORE_ERROR_FORMAT);
}

/* Text-bound annotations at once, the rest when all are known. */
static gboolean
read_ann (Reading        *reading,
          GFile          *file,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (AscLineReader) lines = asc_line_reader_open (file, reading->path, cancellable, error);

  if (lines == NULL)
    return FALSE;

  for (;;)
    {
      const char *string;
      Line *line;

      if (!asc_line_reader_next (lines, &string, error))
        return FALSE;
      if (string == NULL)
        return TRUE;
      if (*string == '\0')
        continue;

      line = parse_line (string, asc_line_reader_get_number (lines));
      if (line == NULL)
        {
          Line bad = { .number = asc_line_reader_get_number (lines), .id = (char *) "", .body = (char *) string };

          report (reading, &bad, ASC_STORE_ERROR_FORMAT);
          continue;
        }

      if (line->id[0] == 'E' && line->words[0] != NULL && strchr (line->words[0], ':') != NULL)
        g_hash_table_insert (reading->events, g_strdup (line->id), g_strdup (strchr (line->words[0], ':') + 1));
      if (line->id[0] != 'T')
        {
          g_ptr_array_add (reading->lines, line);
          continue;
        }
      if (!take_text_bound (reading, line))
        report (reading, line, ASC_STORE_ERROR_FORMAT);
      line_free (line);
    }
}

static GFile *
sibling (GFile      *file,
         const char *extension)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');
  g_autofree char *other = NULL;

  if (dot != NULL)
    *dot = '\0';
  other = g_strconcat (name, extension, NULL);

  return g_file_get_child (parent, other);
}

/* Our export has the configuration above a folder for each coder. */
static char *
coder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) above = g_file_get_parent (folder);
  g_autoptr (GFile) conf = g_file_get_child (folder, "annotation.conf");
  g_autoptr (GFile) conf_above = above != NULL ? g_file_get_child (above, "annotation.conf") : NULL;

  if (conf_above == NULL || g_file_query_exists (conf, NULL) || !g_file_query_exists (conf_above, NULL))
    return NULL;

  return g_file_get_basename (folder);
}

static gboolean
asc_brat_importer_read (AscImporter    *importer,
                        GFile          *file,
                        const char     *path,
                        AscImportFunc   func,
                        gpointer        user_data,
                        GPtrArray      *problems,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (GFile) text_file = sibling (file, ".txt");
  g_autoptr (GFile) second = sibling (file, ".a2");
  g_autoptr (AscImportArticle) article = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *coder = coder_of (file);
  g_autofree char *name = g_file_get_basename (text_file);
  GBytes *text = asc_file_io_read (text_file, ASC_TEXT_MAX_BYTES, cancellable, error);
  Reading reading = { .path = path, .lines = lines, .events = events, .problems = problems };

  if (text == NULL)
    return FALSE;

  *strrchr (name, '.') = '\0';
  article = asc_import_article_new (path, name, text);
  article->joins_lines = TRUE;
  reading.article = article;
  reading.layer = asc_import_article_get_layer (article, coder);

  if (!read_ann (&reading, file, cancellable, error))
    return FALSE;
  if (g_str_has_suffix (path, ".a1") && g_file_query_exists (second, cancellable) && !read_ann (&reading, second, cancellable, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    take_line (&reading, g_ptr_array_index (lines, i));

  return func (g_steal_pointer (&article), user_data, error);
}

static void
asc_brat_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".ann", ".a1", NULL };

  iface->name = "brat";
  iface->title = N_("brat standoff");
  iface->extensions = extensions;
  iface->read = asc_brat_importer_read;
}
