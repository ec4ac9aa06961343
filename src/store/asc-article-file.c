/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-article-file.h"

#include <string.h>

#include "asc-file-values.h"
#include "asc-json-reader.h"
#include "asc-json-writer.h"

#define FORMAT_KIND "ascribe-article"
#define FORMAT_VERSION 1
#define SHA256_DIGITS 64

static const char * const known_members[] = {
  "format", "title", "outlet", "author", "published", "url", "language", "edition", "sha256", "length",
  "normalised", "original_name", "imported", NULL,
};

/**
 * asc_article_file_parse:
 * @bytes: the content of an articles/<article>.json
 * @path: the file, for people
 * @id: the article's id, from the file's name
 * @problems: (element-type AscProblem): gets what is wrong
 * @error: what asc_json_reader_new() gives, %ASC_STORE_ERROR_FORMAT or `NEWER`
 *
 * Returns: (transfer full) (nullable): the metadata; %NULL when the file could not be read
 */
AscArticleMeta *
asc_article_file_parse (GBytes      *bytes,
                        const char  *path,
                        const char  *id,
                        GPtrArray   *problems,
                        GError     **error)
{
  g_autoptr (AscJsonReader) reader = NULL;
  g_autoptr (AscArticleMeta) meta = NULL;
  const char *string;
  gint64 seconds;
  guint version;

  g_return_val_if_fail (bytes != NULL && path != NULL && id != NULL && problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = asc_json_reader_new (bytes, path, problems, error);
  if (reader == NULL ||
      !asc_json_reader_check_format (reader, FORMAT_KIND, FORMAT_VERSION, &version, error))
    return NULL;

  meta = g_new0 (AscArticleMeta, 1);
  meta->id = g_strdup (id);
  meta->title = g_strdup (asc_json_reader_get_string (reader, "title"));
  meta->outlet = g_strdup (asc_json_reader_get_string (reader, "outlet"));
  meta->author = g_strdup (asc_json_reader_get_string (reader, "author"));
  meta->published = g_strdup (asc_json_reader_get_string (reader, "published"));
  meta->url = g_strdup (asc_json_reader_get_string (reader, "url"));
  meta->language = g_strdup (asc_json_reader_get_string (reader, "language"));
  meta->edition = g_strdup (asc_json_reader_get_string (reader, "edition"));

  string = asc_json_reader_require_string (reader, "sha256");
  if (string != NULL && (strlen (string) != SHA256_DIGITS ||
                         strspn (string, "0123456789abcdefABCDEF") != SHA256_DIGITS))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "sha256", "not %d hexadecimal digits",
                            SHA256_DIGITS);
  else if (string != NULL)
    meta->sha256 = g_ascii_strdown (string, -1);
  meta->length = asc_json_reader_require_integer (reader, "length", 0, G_MAXINT);

  meta->normalised = asc_json_reader_get_strings (reader, "normalised");
  meta->original_name = g_strdup (asc_json_reader_get_string (reader, "original_name"));
  string = asc_json_reader_get_string (reader, "imported");
  if (string != NULL && !asc_file_time_parse (string, &seconds))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "imported", "\"%s\" is no time", string);
  else
    meta->imported = g_strdup (string);

  meta->extra = asc_json_reader_take_extra (reader, known_members);
  return g_steal_pointer (&meta);
}

/**
 * asc_article_file_write:
 * @meta: an article's metadata
 *
 * Returns: (transfer full): the content of an articles/<article>.json; the id is the file's name
 */
GBytes *
asc_article_file_write (const AscArticleMeta *meta)
{
  g_autoptr (AscJsonWriter) writer = NULL;

  g_return_val_if_fail (meta != NULL, NULL);

  writer = asc_json_writer_new ();
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", FORMAT_KIND "/" G_STRINGIFY (FORMAT_VERSION));
  asc_json_writer_string (writer, "title", meta->title);
  asc_json_writer_string (writer, "outlet", meta->outlet);
  asc_json_writer_string (writer, "author", meta->author);
  asc_json_writer_string (writer, "published", meta->published);
  asc_json_writer_string (writer, "url", meta->url);
  asc_json_writer_string (writer, "language", meta->language);
  asc_json_writer_string (writer, "edition", meta->edition);
  asc_json_writer_string (writer, "sha256", meta->sha256);
  asc_json_writer_integer (writer, "length", meta->length);
  asc_json_writer_strings (writer, "normalised", (const char * const *) meta->normalised);
  asc_json_writer_string (writer, "original_name", meta->original_name);
  asc_json_writer_string (writer, "imported", meta->imported);
  asc_json_writer_extra (writer, meta->extra);
  asc_json_writer_end_object (writer);
  return asc_json_writer_finish (writer);
}
