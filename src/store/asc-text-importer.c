/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text-importer.h"

#include <string.h>

#include "asc-encoding.h"
#include "asc-file-values.h"
#include "asc-id.h"

#define MAX_TITLE_CHARS 200
#define LONG_PARAGRAPH_BYTES (100 * 1000)

/* What the cleaning took out or changed. */
typedef struct
{
  gsize    n_controls;
  gboolean had_bom;
  gboolean had_crlf;
  gboolean had_cr;
} Changes;

static void
fail (AscStoreErrorCode   code,
      const char         *name,
      const char         *detail,
      GError            **error)
{
  g_autoptr (AscProblem) problem = asc_problem_new (code, name, NULL, detail != NULL ? "%s" : NULL, detail);

  asc_problem_to_error (problem, error);
}

/* In place: what the text keeps is never longer. */
static void
clean_characters (GString *text,
                  Changes *changes)
{
  const char *from = text->str, *end = text->str + text->len;
  char *to = text->str;

  if (g_str_has_prefix (from, "\uFEFF"))
    {
      changes->had_bom = TRUE;
      from += strlen ("\uFEFF");
    }

  while (from < end)
    {
      guchar c = *from;

      if (c == '\r')
        {
          if (from + 1 < end && from[1] == '\n')
            {
              changes->had_crlf = TRUE;
              from++;
            }
          else
            changes->had_cr = TRUE;
          *to++ = '\n';
          from++;
        }
      else if (c < 0x20 && c != '\t' && c != '\n')
        {
          changes->n_controls++;
          from++;
        }
      else if (c == 0xEF && (memcmp (from, "\uFFFE", 3) == 0 || memcmp (from, "\uFFFF", 3) == 0))
        {
          changes->n_controls++;
          from += 3;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, to - text->str);
}

/* Some controls are in many texts (form feeds between pages); when they are more than that, it is no text. */
static gboolean
is_binary (gsize n_controls,
           gsize n_bytes)
{
  return n_controls > n_bytes / 50 && (n_controls > 8 || n_controls > n_bytes / 5);
}

static gboolean
is_blank (const char *text,
          gsize       n_bytes)
{
  for (const char *c = text; c < text + n_bytes; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
has_long_paragraph (const GString *text)
{
  const char *line = text->str, *end = text->str + text->len;

  while (line < end)
    {
      const char *line_end = memchr (line, '\n', end - line);

      if (line_end == NULL)
        line_end = end;
      if (line_end - line > LONG_PARAGRAPH_BYTES)
        return TRUE;
      line = line_end + 1;
    }
  return FALSE;
}

/* The first line, when it is short and a blank line follows. */
static char *
title_of_text (const char *text)
{
  g_autofree char *title = NULL;
  const char *line_end, *next_end;

  while ((line_end = strchr (text, '\n')) != NULL && is_blank (text, line_end - text))
    text = line_end + 1;
  if (line_end == NULL)
    return NULL;

  next_end = strchr (line_end + 1, '\n');
  if (next_end == NULL || !is_blank (line_end + 1, next_end - line_end - 1))
    return NULL;

  title = g_strstrip (g_strndup (text, line_end - text));
  return g_utf8_strlen (title, -1) <= MAX_TITLE_CHARS ? g_steal_pointer (&title) : NULL;
}

static char *
title_of_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *shown = g_filename_display_name (base);
  char *dot = strrchr (shown, '.');

  if (dot != NULL && dot > shown && dot[1] != '\0')
    *dot = '\0';
  return g_steal_pointer (&shown);
}

/**
 * asc_text_importer_clean:
 * @bytes: the content of a text file
 * @name: the file, for messages
 * @n_bytes: (out) (optional): the size of the result
 * @normalised: (nullable) (element-type utf8): gets static strings for what was changed: "encoding:…", "invalid-utf8", "bom",
 *   "crlf", "cr", "controls"; and "long-paragraph", which changes nothing but is good to know
 * @error: %ASC_STORE_ERROR_TOO_LARGE, `EMPTY` (nothing but white space) or `NOT_TEXT`
 *
 * Makes the text that annotations are anchored in. Decoded by the rule of asc-encoding.h; CR LF and CR become LF; one BOM,
 * the C0 controls but TAB and LF, U+FFFE and U+FFFF are dropped, since other formats cannot carry them. Nothing else is
 * changed: no normalisation, no squeezing of spaces, no other quotation marks.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without U+0000
 */
char *
asc_text_importer_clean (GBytes      *bytes,
                         const char  *name,
                         gsize       *n_bytes,
                         GPtrArray   *normalised,
                         GError     **error)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  Changes changes = { 0 };
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > ASC_TEXT_MAX_BYTES)
    {
      fail (ASC_STORE_ERROR_TOO_LARGE, name, NULL, error);
      return NULL;
    }
  if (size == 0)
    {
      fail (ASC_STORE_ERROR_EMPTY, name, NULL, error);
      return NULL;
    }

  notes = g_ptr_array_new ();
  text = asc_encoding_decode (data, size, notes);
  if (text == NULL)
    {
      fail (ASC_STORE_ERROR_NOT_TEXT, name, "a binary format", error);
      return NULL;
    }

  clean_characters (text, &changes);
  if (is_binary (changes.n_controls, text->len + changes.n_controls))
    {
      fail (ASC_STORE_ERROR_NOT_TEXT, name, "too many control characters", error);
      return NULL;
    }
  if (text->len > ASC_TEXT_MAX_BYTES)
    {
      fail (ASC_STORE_ERROR_TOO_LARGE, name, "in UTF-8", error);
      return NULL;
    }
  if (is_blank (text->str, text->len))
    {
      fail (ASC_STORE_ERROR_EMPTY, name, NULL, error);
      return NULL;
    }

  if (changes.had_bom)
    g_ptr_array_add (notes, (gpointer) "bom");
  if (changes.had_crlf)
    g_ptr_array_add (notes, (gpointer) "crlf");
  if (changes.had_cr)
    g_ptr_array_add (notes, (gpointer) "cr");
  if (changes.n_controls > 0)
    g_ptr_array_add (notes, (gpointer) "controls");
  if (has_long_paragraph (text))
    g_ptr_array_add (notes, (gpointer) "long-paragraph");
  if (normalised != NULL)
    g_ptr_array_extend (normalised, notes, NULL, NULL);
  if (n_bytes != NULL)
    *n_bytes = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * asc_text_importer_import:
 * @bytes: the content of a text file
 * @name: its name, for the title and for messages
 * @error: what asc_text_importer_clean() gives
 *
 * The title is the first line that is not blank, when it has at most 200 characters and a blank line follows, else the
 * file's name without its extension. The line stays in the text.
 *
 * Returns: (transfer full) (nullable): an article with its text, the id made from the title
 */
AscArticle *
asc_text_importer_import (GBytes      *bytes,
                          const char  *name,
                          GError     **error)
{
  g_autofree char *utf8 = NULL, *base = NULL;
  g_autoptr (AscText) text = NULL;
  g_autoptr (AscArticleMeta) meta = NULL;
  g_autoptr (GPtrArray) normalised = NULL;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  normalised = g_ptr_array_new ();
  utf8 = asc_text_importer_clean (bytes, name, &n_bytes, normalised, error);
  if (utf8 == NULL)
    return NULL;

  text = asc_text_new (utf8, n_bytes);
  base = g_path_get_basename (name);
  meta = g_new0 (AscArticleMeta, 1);
  meta->title = title_of_text (utf8);
  if (meta->title == NULL)
    meta->title = title_of_name (name);
  meta->id = asc_id_from_title (meta->title, "article");
  meta->sha256 = g_strdup (asc_text_get_sha256 (text));
  meta->length = asc_text_get_length (text);
  g_ptr_array_add (normalised, NULL);
  if (normalised->len > 1)
    meta->normalised = g_strdupv ((char **) normalised->pdata);
  meta->original_name = g_filename_display_name (base);
  meta->imported = asc_file_time_write (g_get_real_time () / G_USEC_PER_SEC);
  return asc_article_new_full (meta, text);
}
