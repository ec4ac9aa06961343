/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-dates: how well and how fast AscDateFinder finds dates.
 *
 *   bench-dates [--verbose] [--spans] FILE.jsonl…   scores as TempEval-3 does (UzZaman et al., SemEval-2013 Task 1)
 *   bench-dates --speed MEGABYTES                   scans so much news and prints MB/s
 *
 * A line of the files is an expression: text, context (its sentence), start, end (code points), type, value, docdate, source.
 * The sentences of a source make one text, in the order of the file. Relaxed: the spans overlap. Value: they overlap and the
 * values are the same, letter by letter. With --spans only what is found of the expressions is counted, for files whose
 * sentences are not annotated throughout or whose values are of another dialect. Without arguments, a short run over a few
 * sentences of its own.
 */
#include <json-glib/json-glib.h>
#include <stdlib.h>

#include "asc-date-finder.h"

typedef struct
{
  guint start, end;
  char *value;
  char *type;
} Gold;

/* What is scored at once: sentences of one source. */
typedef struct
{
  GString    *text;
  guint       n_chars;
  char       *date;
  GHashTable *offsets; /* char* context → guint + 1, where it stands in the text */
  GPtrArray  *gold;    /* Gold* */
} Document;

typedef struct
{
  guint gold, found, strict, relaxed, types, values;
} Score;

static void
gold_free (gpointer data)
{
  Gold *self = data;

  g_free (self->value);
  g_free (self->type);
  g_free (self);
}

static void
document_free (gpointer data)
{
  Document *self = data;

  g_string_free (self->text, TRUE);
  g_free (self->date);
  g_hash_table_unref (self->offsets);
  g_ptr_array_unref (self->gold);
  g_free (self);
}

static Document *
document_new (const char *date)
{
  Document *self = g_new0 (Document, 1);

  self->text = g_string_new (NULL);
  self->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gold = g_ptr_array_new_with_free_func (gold_free);
  if (date != NULL && strlen (date) == 10 && date[2] == '-' && date[5] == '-') /* some dates of MEANTIME are written dd-mm-yyyy */
    self->date = g_strdup_printf ("%s-%.2s-%.2s", date + 6, date + 3, date);
  else
    self->date = g_strdup (date);
  return self;
}

static void
document_add (Document *self, JsonObject *object)
{
  const char *context = json_object_get_string_member (object, "context");
  gpointer offset = g_hash_table_lookup (self->offsets, context);
  JsonNode *value = json_object_get_member (object, "value");
  Gold *gold = g_new0 (Gold, 1);

  if (offset == NULL)
    {
      offset = GUINT_TO_POINTER (self->n_chars + 1);
      g_hash_table_insert (self->offsets, g_strdup (context), offset);
      g_string_append_printf (self->text, "%s\n\n", context);
      self->n_chars += (guint) g_utf8_strlen (context, -1) + 2;
    }
  gold->start = GPOINTER_TO_UINT (offset) - 1 + (guint) json_object_get_int_member (object, "start");
  gold->end = GPOINTER_TO_UINT (offset) - 1 + (guint) json_object_get_int_member (object, "end");
  gold->value = g_strdup (JSON_NODE_HOLDS_VALUE (value) ? json_node_get_string (value) : "");
  gold->type = g_strdup (json_object_get_string_member (object, "type"));
  g_ptr_array_add (self->gold, gold);
}

/* Documents in the order of the file. With @apart, each sentence is one. */
static GPtrArray *
read_documents (const char *path, gboolean apart, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (document_free);
  g_autoptr (GHashTable) by_source = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *key = NULL;
      JsonObject *object;
      Document *document;

      if (lines[i][0] == '\0')
        continue;
      node = json_from_string (lines[i], error);
      if (node == NULL)
        return NULL;
      object = json_node_get_object (node);
      key = g_strconcat (json_object_get_string_member (object, apart ? "context" : "source"), json_object_get_string_member_with_default (object, "docdate", NULL), NULL);
      document = g_hash_table_lookup (by_source, key);
      if (document == NULL)
        {
          document = document_new (json_object_get_string_member_with_default (object, "docdate", NULL));
          g_hash_table_insert (by_source, g_steal_pointer (&key), document);
          g_ptr_array_add (documents, document);
        }
      document_add (document, object);
    }
  return g_steal_pointer (&documents);
}

static void
show (const char *what, AscText *text, guint start, guint end, const char *gold, const AscDateMatch *match)
{
  guint from = start > 40 ? start - 40 : 0, to = MIN (end + 30, asc_text_get_length (text));
  g_autofree char *before = asc_text_slice (text, &ASC_SPAN (from, start)), *inside = asc_text_slice (text, &ASC_SPAN (start, end)),
                  *after = asc_text_slice (text, &ASC_SPAN (end, to));

  g_print ("%-7s %s[%s]%s  gold %s, got %s (%s)\n", what, g_strdelimit (before, "\n", ' '), inside, g_strdelimit (after, "\n", ' '),
           gold != NULL ? gold : "nothing", match != NULL ? match->value : "nothing", match != NULL ? match->rule : "");
}

static void
score_document (const Document *document, gboolean verbose, Score *score)
{
  g_autoptr (AscText) text = asc_text_new (document->text->str, (gssize) document->text->len);
  g_autoptr (AscDateFinder) finder = asc_date_finder_new ("en");
  g_autoptr (GPtrArray) matches = asc_date_finder_find (finder, text, document->date);
  g_autofree gboolean *used = g_new0 (gboolean, matches->len + 1);

  score->gold += document->gold->len;
  score->found += matches->len;
  for (guint i = 0; i < document->gold->len; i++)
    {
      const Gold *gold = g_ptr_array_index (document->gold, i);
      AscSpan span = ASC_SPAN (gold->start, gold->end);
      AscDateMatch *match = NULL;

      for (guint k = 0; k < matches->len && match == NULL; k++)
        {
          AscDateMatch *candidate = g_ptr_array_index (matches, k);

          if (!used[k] && asc_span_overlaps (&candidate->span, &span))
            {
              match = candidate;
              used[k] = TRUE;
            }
        }
      if (match == NULL)
        {
          if (verbose)
            show ("missed", text, gold->start, gold->end, gold->value, NULL);
          continue;
        }
      score->relaxed++;
      score->strict += asc_span_equal (&match->span, &span);
      score->types += g_str_equal (asc_date_type_to_string (match->type), gold->type);
      if (g_str_equal (match->value, gold->value))
        score->values++;
      else if (verbose)
        show ("value", text, match->span.start, match->span.end, gold->value, match);
    }
  for (guint k = 0; k < matches->len; k++)
    if (!used[k] && verbose)
      {
        AscDateMatch *match = g_ptr_array_index (matches, k);

        show ("extra", text, match->span.start, match->span.end, NULL, match);
      }
}

static void
print_line (const char *name, guint right, const Score *score)
{
  double p = score->found > 0 ? (double) right / score->found : 0, r = score->gold > 0 ? (double) right / score->gold : 0;

  g_print ("%-8s P %.3f  R %.3f  F1 %.3f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
}

static gboolean
score_file (const char *path, gboolean spans_only, gboolean verbose, GError **error)
{
  g_autoptr (GPtrArray) documents = read_documents (path, spans_only, error);
  Score score = { 0 };

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    score_document (g_ptr_array_index (documents, i), verbose, &score);
  g_print ("%s: %u expressions, %u found\n", path, score.gold, score.found);
  if (spans_only)
    {
      g_print ("found %.3f, with the same span %.3f\n", score.gold > 0 ? (double) score.relaxed / score.gold : 0,
               score.gold > 0 ? (double) score.strict / score.gold : 0);
      return TRUE;
    }
  print_line ("strict", score.strict, &score);
  print_line ("relaxed", score.relaxed, &score);
  print_line ("type", score.types, &score);
  print_line ("value", score.values, &score);
  return TRUE;
}

static void
measure_speed (double megabytes)
{
  static const char news[] =
    "WASHINGTON – The company said on Tuesday that third-quarter profit rose 12 percent from a year earlier, to $1.2 billion, after sales "
    "in the three months through Sept. 30 beat what analysts had expected. “We will open the new plant by the end of next year,” the "
    "chief executive told reporters at 10 a.m., adding that nothing had been decided about the older one, which employs 2,400 people.\n\n"
    "The minister, who took office in March 2011, did not say whether he would stay until the elections. Last week he had told a "
    "committee of parliament that the law may be changed within two years; critics say that it was never meant to last.\n\n";
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (AscDateFinder) finder = asc_date_finder_new ("en");
  g_autoptr (AscText) text = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  gint64 start;
  double seconds;

  while (string->len < megabytes * 1e6)
    g_string_append (string, news);
  text = asc_text_new (string->str, (gssize) string->len);
  start = g_get_monotonic_time ();
  matches = asc_date_finder_find (finder, text, "2013-03-22");
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_print ("dates: %.2f MB in %.3f s, %.1f MB/s, %u expressions\n", (double) string->len / 1e6, seconds, (double) string->len / 1e6 / seconds, matches->len);
}

int
main (int argc, char *argv[])
{
  gboolean verbose = FALSE, spans_only = FALSE;
  double megabytes = 0;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "Show every difference", NULL },
    { "spans", 's', 0, G_OPTION_ARG_NONE, &spans_only, "Count only what is found", NULL },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &megabytes, "Measure the speed", "MEGABYTES" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("bench-dates: %s\n", error->message);
      return 2;
    }
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (!score_file (files[i], spans_only, verbose, &error))
      {
        g_printerr ("bench-dates: %s\n", error->message);
        return 1;
      }
  if (files == NULL || megabytes > 0)
    measure_speed (megabytes > 0 ? megabytes : 0.01);
  return 0;
}
