/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-offsets.h"

#define CHARS_PER_CHECKPOINT 128

/* A text whose code points are all one byte long needs no checkpoint at all, and one without astral
 * code points (every one is one UTF-16 unit) needs no UTF-16 column: the commonest texts convert by
 * doing nothing.
 *
 * Always true: bytes[i] is where code point i * CHARS_PER_CHECKPOINT starts, utf16[i] is its UTF-16
 * position, for every i with i * CHARS_PER_CHECKPOINT <= n_chars.
 */
struct _AscOffsets
{
  const char *utf8;
  gsize       n_bytes;
  guint       n_chars;
  guint       n_utf16;
  guint       n_checkpoints;
  guint32    *bytes; /* NULL when n_bytes == n_chars */
  guint32    *utf16; /* NULL when n_utf16 == n_chars */
};

/* Bytes are counted in blocks of a fixed size, in loops which compilers turn into vector
 * instructions. */
#define BLOCK_BYTES 16

static inline gboolean
is_lead (char byte)
{
  return ((gint8) byte) >= -0x40; /* not 10xxxxxx */
}

static inline gboolean
is_astral (char byte)
{
  return ((guchar) byte) >= 0xF0; /* 11110xxx */
}

static inline guint8
count_leads (const char *block)
{
  guint8 n = 0;

  for (guint i = 0; i < BLOCK_BYTES; i++)
    n += is_lead (block[i]);

  return n;
}

static inline guint8
count_astrals (const char *block)
{
  guint8 n = 0;

  for (guint i = 0; i < BLOCK_BYTES; i++)
    n += is_astral (block[i]);

  return n;
}

/* How many code points start in @n_bytes bytes, and how many of them are astral. */
static void
count (const char *utf8, gsize n_bytes, gsize *n_leads, gsize *n_astrals)
{
  gsize leads = 0, astrals = 0, i = 0;

  for (; i + BLOCK_BYTES <= n_bytes; i += BLOCK_BYTES)
    {
      leads += count_leads (utf8 + i);
      astrals += count_astrals (utf8 + i);
    }
  for (; i < n_bytes; i++)
    {
      leads += is_lead (utf8[i]);
      astrals += is_astral (utf8[i]);
    }

  *n_leads = leads;
  *n_astrals = astrals;
}

/* Where the @n-th (from 0) of the code points that start at or after @start starts; the text's end
 * when there are fewer. With @utf16, @n counts units of UTF-16, and one inside a pair gives the
 * pair's start. @n_chars: how many code points were passed. */
static gsize
skip (const AscOffsets *self, gsize start, guint n, gboolean utf16, guint *n_chars)
{
  const char *utf8 = self->utf8;
  gsize       i = start;
  guint       chars = 0;

  for (; i + BLOCK_BYTES <= self->n_bytes; i += BLOCK_BYTES)
    {
      guint leads = count_leads (utf8 + i);
      guint units = utf16 ? leads + count_astrals (utf8 + i) : leads;

      if (units > n)
        break;
      n -= units;
      chars += leads;
    }

  for (; i < self->n_bytes; i++)
    {
      guint units = is_lead (utf8[i]) + (utf16 && is_astral (utf8[i]));

      if (units > n)
        break;
      n -= units;
      chars += is_lead (utf8[i]);
    }

  *n_chars = chars;
  return i;
}

static void
build_checkpoints (AscOffsets *self)
{
  const char *utf8 = self->utf8;
  gsize       i = 0;
  guint       chars = 0, astrals = 0;

  self->n_checkpoints = self->n_chars / CHARS_PER_CHECKPOINT + 1;
  self->bytes = g_new (guint32, self->n_checkpoints);
  if (self->n_utf16 != self->n_chars)
    self->utf16 = g_new (guint32, self->n_checkpoints);

  for (guint next = 0; next < self->n_checkpoints; next++)
    {
      guint goal = next * CHARS_PER_CHECKPOINT;

      /* Whole blocks that end before the goal, then byte by byte up to it. */
      for (; i + BLOCK_BYTES <= self->n_bytes; i += BLOCK_BYTES)
        {
          guint leads = count_leads (utf8 + i);

          if (chars + leads > goal)
            break;
          chars += leads;
          astrals += count_astrals (utf8 + i);
        }
      for (; i < self->n_bytes && !(is_lead (utf8[i]) && chars == goal); i++)
        {
          chars += is_lead (utf8[i]);
          astrals += is_astral (utf8[i]);
        }

      self->bytes[next] = (guint32) i;
      if (self->utf16 != NULL)
        self->utf16[next] = goal + astrals;
    }
}

/* The last checkpoint that is not after @position in @column. Written without a branch to
 * mispredict. */
static guint
find_checkpoint (const AscOffsets *self, const guint32 *column, guint32 position)
{
  const guint32 *base = column;
  guint          n = self->n_checkpoints;

  while (n > 1)
    {
      guint half = n / 2;

      base += base[half] <= position ? half : 0;
      n -= half;
    }

  return (guint) (base - column);
}

/**
 * asc_offsets_new: (skip)
 * @utf8: a text, valid UTF-8; borrowed, must outlive the result
 * @n_bytes: its length in bytes, less than 4 GiB
 *
 * Reads a text once, at some gigabytes a second, and remembers where every 128th code point is.
 *
 * Returns: (transfer full): what converts positions of @utf8
 */
AscOffsets *
asc_offsets_new (const char *utf8, gsize n_bytes)
{
  AscOffsets *self;
  gsize       n_chars, n_astrals;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (n_bytes <= G_MAXUINT32, NULL);

  count (utf8, n_bytes, &n_chars, &n_astrals);

  self = g_new0 (AscOffsets, 1);
  self->utf8 = utf8;
  self->n_bytes = n_bytes;
  self->n_chars = (guint) n_chars;
  self->n_utf16 = (guint) (n_chars + n_astrals);
  if (n_chars != n_bytes)
    build_checkpoints (self);

  return self;
}

/**
 * asc_offsets_free: (skip)
 * @self: (transfer full): what asc_offsets_new() made
 */
void
asc_offsets_free (AscOffsets *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->bytes);
  g_free (self->utf16);
  g_free (self);
}

/**
 * asc_offsets_get_n_chars: (skip)
 * @self: offsets
 *
 * Returns: the text's length in code points
 */
guint
asc_offsets_get_n_chars (const AscOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_chars;
}

/**
 * asc_offsets_get_n_bytes: (skip)
 * @self: offsets
 *
 * Returns: the text's length in bytes of UTF-8
 */
gsize
asc_offsets_get_n_bytes (const AscOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * asc_offsets_get_n_utf16: (skip)
 * @self: offsets
 *
 * Returns: the text's length in units of UTF-16
 */
guint
asc_offsets_get_n_utf16 (const AscOffsets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_utf16;
}

/**
 * asc_offsets_has_astral: (skip)
 * @self: offsets
 *
 * Returns: whether the text has a code point of U+10000 or above, so that code points and UTF-16
 *   units differ
 */
gboolean
asc_offsets_has_astral (const AscOffsets *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_utf16 != self->n_chars;
}

/**
 * asc_offsets_chars_to_bytes: (skip)
 * @self: offsets
 * @offset_chars: a position in code points; one past the end is clamped to the end
 *
 * Returns: the same position in bytes
 */
gsize
asc_offsets_chars_to_bytes (const AscOffsets *self, guint offset_chars)
{
  guint n_chars;

  g_return_val_if_fail (self != NULL, 0);

  if (offset_chars >= self->n_chars)
    return self->n_bytes;
  if (self->bytes == NULL)
    return offset_chars;

  return skip (self, self->bytes[offset_chars / CHARS_PER_CHECKPOINT],
               offset_chars % CHARS_PER_CHECKPOINT, FALSE, &n_chars);
}

/**
 * asc_offsets_bytes_to_chars: (skip)
 * @self: offsets
 * @offset_bytes: a position in bytes; one past the end is clamped to the end, one inside a code
 *   point goes to the start of that code point
 *
 * Returns: the same position in code points
 */
guint
asc_offsets_bytes_to_chars (const AscOffsets *self, gsize offset_bytes)
{
  guint checkpoint;
  gsize n_leads, n_astrals;

  g_return_val_if_fail (self != NULL, 0);

  if (offset_bytes >= self->n_bytes)
    return self->n_chars;
  if (self->bytes == NULL)
    return (guint) offset_bytes;

  while (!is_lead (self->utf8[offset_bytes]))
    offset_bytes--;

  checkpoint = find_checkpoint (self, self->bytes, (guint32) offset_bytes);
  count (self->utf8 + self->bytes[checkpoint], offset_bytes - self->bytes[checkpoint],
         &n_leads, &n_astrals);

  return checkpoint * CHARS_PER_CHECKPOINT + (guint) n_leads;
}

/**
 * asc_offsets_chars_to_utf16: (skip)
 * @self: offsets
 * @offset_chars: a position in code points; one past the end is clamped to the end
 *
 * Returns: the same position in units of UTF-16
 */
guint
asc_offsets_chars_to_utf16 (const AscOffsets *self, guint offset_chars)
{
  guint checkpoint;
  gsize end_bytes, n_leads, n_astrals;

  g_return_val_if_fail (self != NULL, 0);

  if (offset_chars >= self->n_chars)
    return self->n_utf16;
  if (self->utf16 == NULL)
    return offset_chars;

  checkpoint = offset_chars / CHARS_PER_CHECKPOINT;
  end_bytes = asc_offsets_chars_to_bytes (self, offset_chars);
  count (self->utf8 + self->bytes[checkpoint], end_bytes - self->bytes[checkpoint],
         &n_leads, &n_astrals);

  return self->utf16[checkpoint] + (guint) (n_leads + n_astrals);
}

/**
 * asc_offsets_utf16_to_chars: (skip)
 * @self: offsets
 * @offset_utf16: a position in units of UTF-16; one past the end is clamped to the end, one between
 *   the two halves of a surrogate pair goes to the start of that code point
 *
 * Returns: the same position in code points
 */
guint
asc_offsets_utf16_to_chars (const AscOffsets *self, guint offset_utf16)
{
  guint checkpoint, n_chars;

  g_return_val_if_fail (self != NULL, 0);

  if (offset_utf16 >= self->n_utf16)
    return self->n_chars;
  if (self->utf16 == NULL)
    return offset_utf16;

  checkpoint = find_checkpoint (self, self->utf16, offset_utf16);
  skip (self, self->bytes[checkpoint], offset_utf16 - self->utf16[checkpoint], TRUE, &n_chars);

  return checkpoint * CHARS_PER_CHECKPOINT + n_chars;
}
