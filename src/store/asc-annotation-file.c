/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-file.h"

#include <string.h>

#include "asc-annotation-record.h"
#include "asc-annotation-set-private.h"
#include "asc-file-values.h"
#include "asc-id.h"
#include "asc-json-reader.h"
#include "asc-json-scanner.h"
#include "asc-json-writer.h"
#include "asc-reanchor.h"

#define FORMAT_KIND "ascribe-annotations"
#define OFFSET_UNIT "codepoint"

static const char * const known_members[] = {
  "format", "article", "text_sha256", "offset_unit", "coder", "state", "read_to",
  "annotations", "relations", "orphans", "orphan_relations", NULL,
};

typedef enum
{
  PLACE_UNREADABLE,  /* reported already; kept as it is */
  PLACE_SAME,
  PLACE_MOVED,
  PLACE_LOST,
} Place;

/* One element of "annotations" or "orphans". */
typedef struct
{
  JsonNode            *node;       /* as it stands in the file; borrowed from the reader */
  const char          *member;     /* static */
  guint                index;
  gboolean             is_orphan;  /* of an earlier load: its spans are of a text nobody has any more */
  AscAnnotationRecord *record;     /* NULL when unreadable */
  Place                place;
  AscSpan              old;        /* hull, for the report */
} Entry;

/* What a parse works on. */
typedef struct
{
  AscJsonReader    *reader;
  const char       *path;
  GPtrArray        *problems;
  AscText          *text;
  gboolean          text_changed;
  AscAnnotationSet *set;
  GArray           *entries;  /* (element-type Entry) in the order of the file, orphans last */
} Parse;

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *) data)->record, asc_annotation_record_free);
}

static void G_GNUC_PRINTF (4, 5)
report_entry (Parse             *parse,
              const Entry       *entry,
              AscStoreErrorCode  code,
              const char        *format,
              ...)
{
  g_autofree char *pointer = g_strdup_printf ("/%s/%u", entry->member, entry->index);
  g_autofree char *detail = NULL;
  va_list args;

  va_start (args, format);
  detail = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (parse->problems, asc_problem_new (code, parse->path, pointer, "%s", detail));
}

static void
read_entries (Parse      *parse,
              const char *member,
              gboolean    are_orphans)
{
  if (!asc_json_reader_enter_array (parse->reader, member))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (parse->reader); i++)
    {
      Entry entry = { asc_json_reader_element_node (parse->reader, i), member, i, are_orphans };

      if (asc_json_reader_enter_object_element (parse->reader, i))
        {
          entry.record = asc_annotation_record_read (parse->reader);
          asc_json_reader_leave (parse->reader);
        }
      g_array_append_val (parse->entries, entry);
    }
  asc_json_reader_leave (parse->reader);
}

/* Where each annotation stands now: first those that are where they were or whose quote is there once, which then tell about
 * the others. Not about orphans: their spans were written before the text, and so their neighbours, changed. */
static void
find_places (Parse *parse)
{
  g_autoptr (AscReanchor) reanchor = asc_reanchor_new (parse->text);

  for (guint i = 0; i < parse->entries->len; i++)
    {
      Entry *entry = &g_array_index (parse->entries, Entry, i);
      AscAnnotationRecord *record = entry->record;

      if (record == NULL)
        continue;

      entry->old = ASC_SPAN (record->spans[0].start, record->spans[record->n_spans - 1].end);
      if (asc_annotation_record_fits (record, parse->text) &&
          (record->quote != NULL || (!parse->text_changed && !entry->is_orphan)))
        entry->place = PLACE_SAME;
      else if (record->quote != NULL &&
               asc_reanchor_find_unique (reanchor, record->spans, record->n_spans,
                                         (const char * const *) record->quote))
        entry->place = PLACE_MOVED;
      else
        entry->place = PLACE_LOST;

      if (entry->place != PLACE_LOST && !entry->is_orphan)
        asc_reanchor_add_anchor (reanchor, entry->old.start, record->spans[0].start);
    }

  for (guint i = 0; i < parse->entries->len; i++)
    {
      Entry *entry = &g_array_index (parse->entries, Entry, i);

      if (entry->place == PLACE_LOST && !entry->is_orphan && entry->record->quote != NULL &&
          asc_reanchor_find (reanchor, entry->record->spans, entry->record->n_spans,
                             (const char * const *) entry->record->quote))
        entry->place = PLACE_MOVED;
    }
}

/* "k3f9x2ma-2": not random, so that reading the same file twice gives the same. */
static char *
free_id (AscAnnotationSet *set,
         const char       *id)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *candidate = g_strdup_printf ("%.100s-%u", id, i);

      if (asc_annotation_set_lookup (set, candidate) == NULL &&
          asc_annotation_set_lookup_relation (set, candidate) == NULL)
        return g_steal_pointer (&candidate);
    }
}

/* Puts the annotation into the set. FALSE when it must be kept as an orphan. */
static gboolean
put_annotation (Parse       *parse,
                const Entry *entry,
                GHashTable  *by_id)
{
  g_autoptr (AscAnnotation) annotation = NULL;
  AscAnnotationRecord *record = entry->record;
  const Entry *same_id;

  same_id = g_hash_table_lookup (by_id, record->id);
  if (same_id != NULL && json_node_equal (same_id->node, entry->node))
    {
      /* The same line twice, as a merge by line leaves it: nothing is lost without it. */
      report_entry (parse, entry, ASC_STORE_ERROR_DUPLICATE, "the annotation \"%s\" is there twice",
                    record->id);
      return TRUE;
    }

  annotation = asc_annotation_record_make (record, parse->text);
  if (asc_annotation_set_find_same (parse->set, record->label,
                                    asc_annotation_get_spans (annotation)) != NULL)
    {
      report_entry (parse, entry, ASC_STORE_ERROR_DUPLICATE,
                    "another annotation has this label and these spans");
      return FALSE;
    }

  if (same_id != NULL)
    {
      g_autofree char *id = free_id (parse->set, record->id);

      report_entry (parse, entry, ASC_STORE_ERROR_DUPLICATE, "the id \"%s\" is there twice", record->id);
      g_set_str (&record->id, id);
      g_clear_object (&annotation);
      annotation = asc_annotation_record_make (record, parse->text);
    }

  g_hash_table_insert (by_id, record->id, (gpointer) entry);
  asc_annotation_set_put (parse->set, annotation);
  return TRUE;
}

static void
put_annotations (Parse *parse)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parse->entries->len; i++)
    {
      const Entry *entry = &g_array_index (parse->entries, Entry, i);
      const AscSpan *spans = entry->record != NULL ? entry->record->spans : NULL;
      gboolean is_put = FALSE;

      /* An orphan that is back is something to look at, wherever it stands. */
      if (entry->place == PLACE_MOVED || (entry->place == PLACE_SAME && entry->is_orphan))
        report_entry (parse, entry, ASC_STORE_ERROR_REANCHORED, "%u–%u is now %u–%u",
                      entry->old.start, entry->old.end, spans[0].start,
                      spans[entry->record->n_spans - 1].end);
      else if (entry->place == PLACE_LOST && !asc_annotation_record_is_within (entry->record, parse->text))
        report_entry (parse, entry, ASC_STORE_ERROR_OUT_OF_TEXT, "%u–%u, the text has %u characters",
                      entry->old.start, entry->old.end, asc_text_get_length (parse->text));
      else if (entry->place == PLACE_LOST)
        report_entry (parse, entry, ASC_STORE_ERROR_ORPHANED, "%u–%u", entry->old.start, entry->old.end);

      if (entry->place == PLACE_SAME || entry->place == PLACE_MOVED)
        is_put = put_annotation (parse, entry, by_id);
      if (!is_put)
        asc_json_reader_keep (parse->reader, "orphans", entry->node);
    }
}

/* The relation of the object the reader stands on, into the set. FALSE when it must be kept as an orphan. */
static gboolean
put_relation (Parse      *parse,
              JsonNode   *node,
              GHashTable *seen)
{
  static const char * const members[] = { "id", "type", "from", "to", NULL };
  AscJsonReader *reader = parse->reader;
  g_autoptr (AscRelation) relation = NULL;
  g_autofree char *triple = NULL, *extra = NULL, *new_id = NULL;
  const char *id, *type, *from, *to;
  guint n_before = asc_json_reader_get_n_problems (reader);
  JsonNode *same;

  id = asc_json_reader_require_string (reader, "id");
  if (id != NULL && !asc_id_is_valid (id))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "id", "not an id");
  type = asc_json_reader_require_string (reader, "type");
  if (type != NULL && !asc_file_name_is_valid (type))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "type", "not the name of a relation");
  from = asc_json_reader_require_string (reader, "from");
  to = asc_json_reader_require_string (reader, "to");
  if (asc_json_reader_get_n_problems (reader) > n_before)
    return FALSE;

  if (asc_annotation_set_lookup (parse->set, from) == NULL)
    asc_json_reader_report (reader, ASC_STORE_ERROR_DANGLING, "from", "no annotation \"%s\"", from);
  if (asc_annotation_set_lookup (parse->set, to) == NULL)
    asc_json_reader_report (reader, ASC_STORE_ERROR_DANGLING, "to", "no annotation \"%s\"", to);
  if (asc_json_reader_get_n_problems (reader) > n_before)
    return FALSE;

  triple = g_strdup_printf ("%s %s %s", from, type, to);
  same = g_hash_table_lookup (seen, triple);
  if (same != NULL)
    {
      asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, NULL, "this relation is there twice");
      return json_node_equal (same, node);
    }
  g_hash_table_insert (seen, g_steal_pointer (&triple), node);

  if (asc_annotation_set_lookup_relation (parse->set, id) != NULL ||
      asc_annotation_set_lookup (parse->set, id) != NULL)
    {
      asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, "id", "the id \"%s\" is there twice", id);
      id = new_id = free_id (parse->set, id);
    }

  extra = asc_json_reader_take_extra (reader, members);
  relation = asc_relation_new_full (id, type, from, to, extra);
  asc_annotation_set_put_relation (parse->set, relation);
  return TRUE;
}

static void
read_relations (Parse      *parse,
                const char *member,
                GHashTable *seen)
{
  if (!asc_json_reader_enter_array (parse->reader, member))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (parse->reader); i++)
    {
      JsonNode *node = asc_json_reader_element_node (parse->reader, i);
      gboolean is_put = FALSE;

      if (asc_json_reader_enter_object_element (parse->reader, i))
        {
          is_put = put_relation (parse, node, seen);
          asc_json_reader_leave (parse->reader);
        }
      if (!is_put)
        asc_json_reader_keep (parse->reader, "orphan_relations", node);
    }
  asc_json_reader_leave (parse->reader);
}

/* Gives the coder the file names. */
static const char *
read_header (Parse      *parse,
             AscArticle *article,
             const char *coder)
{
  AscJsonReader *reader = parse->reader;
  const char *string;

  string = asc_json_reader_require_string (reader, "article");
  if (string != NULL && !g_str_equal (string, asc_article_get_id (article)))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "article", "\"%s\" instead of \"%s\"",
                            string, asc_article_get_id (article));

  string = asc_json_reader_require_string (reader, "text_sha256");
  parse->text_changed = string == NULL || g_ascii_strcasecmp (string, asc_text_get_sha256 (parse->text)) != 0;
  if (string != NULL && parse->text_changed)
    asc_json_reader_report (reader, ASC_STORE_ERROR_TEXT_CHANGED, "text_sha256",
                            "the text is not the one that was annotated");

  string = asc_json_reader_require_string (reader, "coder");
  if (string != NULL && coder != NULL && !g_str_equal (string, coder))
    asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "coder", "\"%s\" instead of \"%s\"", string,
                            coder);
  return string;
}

static void
read_state (Parse *parse)
{
  AscState state = ASC_STATE_UNREAD;
  const char *string;
  gint64 read_to;

  /* Whoever annotated has begun to read. */
  if (asc_annotation_set_get_n (parse->set) > 0)
    state = ASC_STATE_READING;
  string = asc_json_reader_require_string (parse->reader, "state");
  if (string != NULL && !asc_state_from_string (string, &state))
    asc_json_reader_reject (parse->reader, ASC_STORE_ERROR_FORMAT, "state", "\"%s\" is no state", string);

  read_to = asc_json_reader_get_integer (parse->reader, "read_to", 0, G_MAXINT, 0);
  if (read_to > asc_text_get_length (parse->text))
    {
      asc_json_reader_report (parse->reader, ASC_STORE_ERROR_OUT_OF_TEXT, "read_to",
                              "%" G_GINT64_FORMAT ", the text has %u characters", read_to,
                              asc_text_get_length (parse->text));
      read_to = asc_text_get_length (parse->text);
    }

  asc_annotation_set_set_state (parse->set, state, read_to);
}

static gboolean
check_unit (AscJsonReader  *reader,
            const char     *path,
            GError        **error)
{
  g_autoptr (AscProblem) problem = NULL;
  JsonNode *node = asc_json_reader_get_node (reader, "offset_unit");
  const char *unit = NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    unit = json_node_get_string (node);
  if (g_strcmp0 (unit, OFFSET_UNIT) == 0)
    return TRUE;

  problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, path, "/offset_unit", "\"%s\" instead of \"%s\"",
                             unit != NULL ? unit : "", OFFSET_UNIT);
  asc_problem_to_error (problem, error);
  return FALSE;
}

/**
 * asc_annotation_file_parse:
 * @bytes: the content of a file
 * @path: the file, for people
 * @article: the article, with its text
 * @coder: (nullable): whose annotations they are, by the folder's name; %NULL: by the file
 * @problems: (element-type AscProblem): gets what is wrong
 * @error: what asc_json_reader_new() gives, or %ASC_STORE_ERROR_FORMAT when it is no file of annotations or its offsets are
 *   not in code points
 *
 * Every quote is compared with the text. What does not fit is looked for by its quote and its neighbours (AscReanchor) and
 * reported as %ASC_STORE_ERROR_REANCHORED; what is not found, as well as what cannot be read, is reported and kept word by
 * word among the extra members, as "orphans" and "orphan_relations". These are tried again whenever the file is read, so an
 * annotation comes back with its text.
 *
 * Returns: (transfer full) (nullable): the annotations; %NULL when nothing can be read
 */
AscAnnotationSet *
asc_annotation_file_parse (GBytes      *bytes,
                           const char  *path,
                           AscArticle  *article,
                           const char  *coder,
                           GPtrArray   *problems,
                           GError     **error)
{
  g_autoptr (AscJsonReader) reader = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GError) format_error = NULL;
  g_autofree char *extra = NULL;
  const char *file_coder;
  Parse parse;
  guint version;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, NULL);
  g_return_val_if_fail (ASC_IS_ARTICLE (article) && asc_article_get_text (article) != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = asc_json_reader_new (bytes, path, problems, error);
  if (reader == NULL)
    return NULL;
  if (!asc_json_reader_check_format (reader, FORMAT_KIND, ASC_ANNOTATION_FORMAT_VERSION, &version,
                                     &format_error))
    {
      if (!g_error_matches (format_error, ASC_STORE_ERROR, ASC_STORE_ERROR_NEWER))
        {
          g_propagate_error (error, g_steal_pointer (&format_error));
          return NULL;
        }
      g_ptr_array_add (problems, asc_problem_copy (asc_problem_from_error (format_error)));
    }
  if (!check_unit (reader, path, format_error == NULL ? error : NULL))
    {
      if (format_error == NULL)
        return NULL;
      /* What a newer program counts in is its own affair; nothing is shown, and nothing overwritten. */
      set = asc_annotation_set_new (article, coder != NULL ? coder : "");
      asc_annotation_set_set_read_only (set, TRUE);
      return g_steal_pointer (&set);
    }

  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, entry_clear);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parse = (Parse) { reader, path, problems, asc_article_get_text (article), FALSE, NULL, entries };

  file_coder = read_header (&parse, article, coder);
  if (coder == NULL)
    coder = file_coder != NULL ? file_coder : "";
  set = parse.set = asc_annotation_set_new (article, coder);
  read_entries (&parse, "annotations", FALSE);
  read_entries (&parse, "orphans", TRUE);
  find_places (&parse);

  asc_annotation_set_begin_batch (set);
  put_annotations (&parse);
  read_relations (&parse, "relations", seen);
  read_relations (&parse, "orphan_relations", seen);
  read_state (&parse);
  extra = asc_json_reader_take_extra (reader, known_members);
  asc_annotation_set_set_extra (set, extra);
  asc_annotation_set_set_read_only (set, version > ASC_ANNOTATION_FORMAT_VERSION);
  asc_annotation_set_end_batch (set);

  return g_steal_pointer (&set);
}

/**
 * asc_annotation_file_write:
 * @set: annotations, with the article's text
 *
 * One annotation and one relation a line, in canonical order. The same content gives the same bytes.
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
asc_annotation_file_write (AscAnnotationSet *set)
{
  g_autoptr (AscJsonWriter) writer = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  AscArticle *article;
  AscText *text;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), NULL);

  article = asc_annotation_set_get_article (set);
  text = asc_article_get_text (article);
  g_return_val_if_fail (text != NULL, NULL);

  writer = asc_json_writer_new ();
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", FORMAT_KIND "/" G_STRINGIFY (ASC_ANNOTATION_FORMAT_VERSION));
  asc_json_writer_string (writer, "article", asc_article_get_id (article));
  asc_json_writer_string (writer, "text_sha256", asc_text_get_sha256 (text));
  asc_json_writer_string (writer, "offset_unit", OFFSET_UNIT);
  asc_json_writer_string (writer, "coder", asc_annotation_set_get_coder (set));
  asc_json_writer_string (writer, "state", asc_state_to_string (asc_annotation_set_get_state (set)));
  asc_json_writer_integer (writer, "read_to", asc_annotation_set_get_read_to (set));

  asc_json_writer_begin_array (writer, "annotations", ASC_JSON_LINES);
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    asc_annotation_record_write (writer, asc_annotation_set_get_nth (set, i));
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "relations", ASC_JSON_LINES);
  relations = asc_annotation_set_get_relations (set);
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "id", asc_relation_get_id (relation));
      asc_json_writer_string (writer, "type", asc_relation_get_relation_type (relation));
      asc_json_writer_string (writer, "from", asc_relation_get_from (relation));
      asc_json_writer_string (writer, "to", asc_relation_get_to (relation));
      asc_json_writer_extra (writer, asc_relation_get_extra (relation));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_extra (writer, asc_annotation_set_get_extra (set));
  asc_json_writer_end_object (writer);
  return asc_json_writer_finish (writer);
}

/**
 * asc_annotation_file_peek:
 * @bytes: the content of a file
 * @state: (out): how far the coder is
 * @n_annotations: (out): how many elements its annotations have
 *
 * Walks the tokens without making a tree or objects. Both results are untouched on failure.
 *
 * Returns: whether @bytes is a file of annotations, as far as its syntax and format go
 */
gboolean
asc_annotation_file_peek (GBytes   *bytes,
                          AscState *state,
                          guint    *n_annotations)
{
  g_autoptr (AscJsonScanner) scanner = NULL;
  g_autofree char *member = NULL;
  AscJsonToken token;
  AscState found_state = ASC_STATE_UNREAD;
  gboolean has_format = FALSE, has_state = FALSE;
  guint n_found = 0;
  const char *text;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL && state != NULL && n_annotations != NULL, FALSE);

  text = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > ASC_JSON_MAX_BYTES)
    return FALSE;
  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }

  scanner = asc_json_scanner_new (text, n_bytes);
  while ((token = asc_json_scanner_next (scanner)) != ASC_JSON_TOKEN_END)
    {
      guint depth = asc_json_scanner_get_depth (scanner);

      if (token == ASC_JSON_TOKEN_ERROR)
        return FALSE;
      if (token == ASC_JSON_TOKEN_MEMBER && depth == 1)
        g_set_str (&member, asc_json_scanner_get_string (scanner));
      else if (token == ASC_JSON_TOKEN_STRING && depth == 1 && g_strcmp0 (member, "format") == 0)
        has_format = g_str_has_prefix (asc_json_scanner_get_string (scanner), FORMAT_KIND "/");
      else if (token == ASC_JSON_TOKEN_STRING && depth == 1 && g_strcmp0 (member, "state") == 0)
        has_state = asc_state_from_string (asc_json_scanner_get_string (scanner), &found_state);
      else if (token == ASC_JSON_TOKEN_BEGIN_OBJECT && depth == 3 && g_strcmp0 (member, "annotations") == 0)
        n_found++;
    }
  if (!has_format)
    return FALSE;

  *state = has_state || n_found == 0 ? found_state : ASC_STATE_READING;
  *n_annotations = n_found;
  return TRUE;
}
