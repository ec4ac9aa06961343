/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "asc-text.h"

#include <string.h>

struct _AscText
{
  char       *utf8; /* NUL-terminated */
  gsize       n_bytes;
  AscOffsets *offsets;
  char       *sha256; /* NULL until asked for */
};

G_DEFINE_BOXED_TYPE (AscText, asc_text, asc_text_ref, asc_text_unref)

static void
asc_text_clear (gpointer data)
{
  AscText *self = data;

  asc_offsets_free (self->offsets);
  g_free (self->utf8);
  g_free (self->sha256);
}

/* @span in bytes, cut off at the end of the text. */
static void
span_to_bytes (const AscText *self, const AscSpan *span, gsize *start_bytes, gsize *end_bytes)
{
  *start_bytes = asc_offsets_chars_to_bytes (self->offsets, span->start);
  *end_bytes = MAX (*start_bytes, asc_offsets_chars_to_bytes (self->offsets, span->end));
}

/* The smallest distance at which two occurrences of @needle can overlap: its length less its
 * longest border (the failure function of Knuth, Morris and Pratt 1977). */
static gsize
find_period (const char *needle, gsize n_bytes)
{
  g_autofree gsize *border = g_new (gsize, n_bytes + 1);
  gsize             length = 0;

  border[0] = border[1] = 0;
  for (gsize i = 1; i < n_bytes; i++)
    {
      while (length > 0 && needle[i] != needle[length])
        length = border[length];
      if (needle[i] == needle[length])
        length++;
      border[i + 1] = length;
    }

  return n_bytes - border[n_bytes];
}

/**
 * asc_text_new:
 * @utf8: the text
 * @n_bytes: its length in bytes, or -1 when it is NUL-terminated
 *
 * Returns: (transfer full) (nullable): a new text, or %NULL when @utf8 is not valid UTF-8, holds
 *   U+0000 or is 2 GiB or longer
 */
AscText *
asc_text_new (const char *utf8, gssize n_bytes)
{
  AscText *self;

  g_return_val_if_fail (utf8 != NULL, NULL);

  if (n_bytes < 0)
    n_bytes = (gssize) strlen (utf8);
  if (n_bytes >= G_MAXINT32 || !g_utf8_validate_len (utf8, (gsize) n_bytes, NULL))
    return NULL;

  self = g_atomic_rc_box_new0 (AscText);
  self->utf8 = g_strndup (utf8, (gsize) n_bytes);
  self->n_bytes = (gsize) n_bytes;
  self->offsets = asc_offsets_new (self->utf8, self->n_bytes);
  return self;
}

/**
 * asc_text_new_bytes:
 * @bytes: the text
 *
 * Returns: (transfer full) (nullable): a new text, or %NULL as asc_text_new() does
 */
AscText *
asc_text_new_bytes (GBytes *bytes)
{
  gsize       n_bytes;
  const char *utf8;

  g_return_val_if_fail (bytes != NULL, NULL);

  utf8 = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes >= G_MAXINT32)
    return NULL;

  return asc_text_new (utf8 != NULL ? utf8 : "", (gssize) n_bytes);
}

/**
 * asc_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self with one more reference
 */
AscText *
asc_text_ref (AscText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * asc_text_unref:
 * @self: (transfer full): a text
 *
 * Drops a reference.
 */
void
asc_text_unref (AscText *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, asc_text_clear);
}

/**
 * asc_text_get_utf8:
 * @self: a text
 *
 * Returns: (transfer none): the text, NUL-terminated
 */
const char *
asc_text_get_utf8 (const AscText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

/**
 * asc_text_get_n_bytes:
 * @self: a text
 *
 * Returns: the length in bytes
 */
gsize
asc_text_get_n_bytes (const AscText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * asc_text_get_length:
 * @self: a text
 *
 * Returns: the length in code points
 */
guint
asc_text_get_length (const AscText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return asc_offsets_get_n_chars (self->offsets);
}

/**
 * asc_text_get_offsets: (skip)
 * @self: a text
 *
 * Returns: (transfer none): what converts positions of this text between code points, bytes and
 *   UTF-16 units
 */
const AscOffsets *
asc_text_get_offsets (const AscText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->offsets;
}

/**
 * asc_text_get_sha256:
 * @self: a text
 *
 * Returns: (transfer none): the SHA-256 of the text's bytes, as 64 lower-case hexadecimal digits
 */
const char *
asc_text_get_sha256 (AscText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_once_init_enter_pointer (&self->sha256))
    {
      char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->utf8,
                                                  self->n_bytes);

      g_once_init_leave_pointer (&self->sha256, sha256);
    }

  return self->sha256;
}

/**
 * asc_text_slice:
 * @self: a text
 * @span: a part of it; what lies past the end is left out
 *
 * Returns: (transfer full): the characters of @span
 */
char *
asc_text_slice (const AscText *self, const AscSpan *span)
{
  gsize start_bytes, end_bytes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);

  span_to_bytes (self, span, &start_bytes, &end_bytes);
  return g_strndup (self->utf8 + start_bytes, end_bytes - start_bytes);
}

/**
 * asc_text_quote:
 * @self: a text
 * @spans: parts of it
 *
 * Returns: (transfer full): the characters of each span
 */
GStrv
asc_text_quote (const AscText *self, const AscSpanSet *spans)
{
  GStrv quote;
  guint n_spans;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  n_spans = asc_span_set_get_n_spans (spans);
  quote = g_new0 (char *, n_spans + 1);
  for (guint i = 0; i < n_spans; i++)
    quote[i] = asc_text_slice (self, asc_span_set_get_span (spans, i));

  return quote;
}

/**
 * asc_text_char_at:
 * @self: a text
 * @offset: a position in code points
 *
 * Returns: the code point that starts at @offset, 0 at the end and past it
 */
gunichar
asc_text_char_at (const AscText *self, guint offset)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_utf8_get_char (self->utf8 + asc_offsets_chars_to_bytes (self->offsets, offset));
}

/**
 * asc_text_matches:
 * @self: a text
 * @span: a range, maybe not of this text
 * @quote: what is said to stand there
 *
 * The check that every annotation has to pass: `text[start:end] == quote`.
 *
 * Returns: whether @span is a non-empty part of the text and holds exactly @quote
 */
gboolean
asc_text_matches (const AscText *self, const AscSpan *span, const char *quote)
{
  gsize start_bytes, end_bytes, n_bytes;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);
  g_return_val_if_fail (quote != NULL, FALSE);

  if (asc_span_is_empty (span) || span->end > asc_text_get_length (self))
    return FALSE;

  span_to_bytes (self, span, &start_bytes, &end_bytes);
  n_bytes = strlen (quote);
  return n_bytes == end_bytes - start_bytes
         && memcmp (self->utf8 + start_bytes, quote, n_bytes) == 0;
}

/**
 * asc_text_find_nearest:
 * @self: a text
 * @needle: what to look for, byte for byte
 * @near: a position in code points
 * @hit: (out caller-allocates) (optional): the occurrence whose start is nearest to @near, of two
 *   equally near ones the first
 * @n_hits: (out) (optional): how many occurrences there are, overlapping ones too
 *
 * Takes time linear in the text, whatever the needle.
 *
 * Returns: whether there is an occurrence; @hit is untouched when there is none
 */
gboolean
asc_text_find_nearest (const AscText *self,
                       const char    *needle,
                       guint          near,
                       AscSpan       *hit,
                       guint         *n_hits)
{
  const char *end, *from, *found, *before = NULL, *after = NULL;
  gsize       n_needle, near_bytes, period;
  guint       n = 0, start;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  if (n_hits != NULL)
    *n_hits = 0;

  n_needle = strlen (needle);
  /* Half a character must not be found inside a whole one. */
  if (n_needle == 0 || n_needle > self->n_bytes
      || !g_utf8_validate (needle, (gssize) n_needle, NULL))
    return FALSE;

  near_bytes = asc_offsets_chars_to_bytes (self->offsets, near);
  period = find_period (needle, n_needle);
  end = self->utf8 + self->n_bytes;
  found = NULL;
  from = self->utf8;

  while (TRUE)
    {
      /* After a hit the next one a period on shares all but the last bytes with it: in "aaaa…" only
       * those are compared, where a search from the start of the needle would take quadratic
       * time. */
      if (found != NULL && (gsize) (end - found) >= n_needle + period
          && memcmp (found + n_needle, needle + n_needle - period, period) == 0)
        found += period;
      else
        {
          if (found != NULL)
            from = found + period;
          found = memmem (from, (gsize) (end - from), needle, n_needle);
        }
      if (found == NULL)
        break;

      n++;
      if ((gsize) (found - self->utf8) <= near_bytes)
        before = found;
      else if (after == NULL)
        {
          after = found;
          if (n_hits == NULL)
            break;
        }
    }

  if (n_hits != NULL)
    *n_hits = n;
  if (before == NULL && after == NULL)
    return FALSE;

  found = before != NULL ? before : after;
  start = asc_offsets_bytes_to_chars (self->offsets, (gsize) (found - self->utf8));
  if (before != NULL && after != NULL)
    {
      guint start_after = asc_offsets_bytes_to_chars (self->offsets,
                                                      (gsize) (after - self->utf8));

      /* @near may lie past the end, where every hit is before it. */
      if (start_after - near < near - start)
        start = start_after;
    }

  if (hit != NULL)
    *hit = ASC_SPAN (start, start + (guint) g_utf8_strlen (needle, (gssize) n_needle));
  return TRUE;
}
