/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-offsets.h"

#include <string.h>

#define CHARS_PER_CHECKPOINT 256

/* A text whose code points are all one byte long needs no checkpoint at all, and one without astral code points
 * (every one is one UTF-16 unit) needs no UTF-16 column: the commonest texts convert by doing nothing.
 *
 * Always true: bytes[i] is where code point i * CHARS_PER_CHECKPOINT starts, utf16[i] is its UTF-16 position, for
 * every i with i * CHARS_PER_CHECKPOINT <= n_chars.
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

/* --- Eight bytes at a time ---
 *
 * A code point starts at each byte that is not 10xxxxxx, and is astral when that byte is 1111xxxx. Both tests leave
 * one bit a byte, at bit 0; their order in the word, and so the machine's byte order, never matters.
 */

#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)

static inline guint64
load_word (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

static inline guint64
lead_bits (guint64 word)
{
  return (~(word >> 7) | (word >> 6)) & LOW_BITS;
}

static inline guint64
astral_bits (guint64 word)
{
  return (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & LOW_BITS;
}

/* The sum of the eight bytes of @bits, each small enough that the sum is below 256. */
static inline guint
sum_bytes (guint64 bits)
{
  return (guint) ((bits * LOW_BITS) >> 56);
}

static inline gboolean
is_lead (char byte)
{
  return (byte & 0xC0) != 0x80;
}

static inline gboolean
is_astral (char byte)
{
  return ((guchar) byte) >= 0xF0;
}

/* How many code points start in @n_bytes bytes, and how many of them are astral. */
static void
count (const char *utf8, gsize n_bytes, gsize *n_leads, gsize *n_astrals)
{
  gsize leads = 0, astrals = 0, i = 0;

  for (; i + 32 <= n_bytes; i += 32)
    {
      guint64 a = load_word (utf8 + i), b = load_word (utf8 + i + 8);
      guint64 c = load_word (utf8 + i + 16), d = load_word (utf8 + i + 24);

      leads += sum_bytes (lead_bits (a) + lead_bits (b) + lead_bits (c) + lead_bits (d));
      astrals += sum_bytes (astral_bits (a) + astral_bits (b) + astral_bits (c) + astral_bits (d));
    }
  for (; i < n_bytes; i++)
    {
      leads += is_lead (utf8[i]);
      astrals += is_astral (utf8[i]);
    }

  *n_leads = leads;
  *n_astrals = astrals;
}

/* Where the @n-th (from 0) code point of those that start at or after @start starts; the text's end when there are
 * fewer. @utf16 counts in UTF-16 units instead of code points, so that both searches are one: a position inside a
 * pair gives the pair's start. */
static gsize
skip (const AscOffsets *self, gsize start, guint n, gboolean utf16)
{
  const char *utf8 = self->utf8;
  gsize       i = start;
  gsize       last = start;

  for (; i + 32 <= self->n_bytes; i += 32)
    {
      guint64 a = load_word (utf8 + i), b = load_word (utf8 + i + 8);
      guint64 c = load_word (utf8 + i + 16), d = load_word (utf8 + i + 24);
      guint64 bits = lead_bits (a) + lead_bits (b) + lead_bits (c) + lead_bits (d);
      guint   units;

      if (utf16)
        bits += astral_bits (a) + astral_bits (b) + astral_bits (c) + astral_bits (d);
      units = sum_bytes (bits);
      if (units > n)
        break;
      n -= units;
    }

  for (; i < self->n_bytes; i++)
    {
      guint units;

      if (!is_lead (utf8[i]))
        continue;
      last = i;
      units = utf16 && is_astral (utf8[i]) ? 2 : 1;
      if (units > n)
        return last;
      n -= units;
    }

  return self->n_bytes;
}

static void
build_checkpoints (AscOffsets *self)
{
  const char *utf8 = self->utf8;
  gsize       i = 0;
  guint       chars = 0, astrals = 0, next = 0;

  self->n_checkpoints = self->n_chars / CHARS_PER_CHECKPOINT + 1;
  self->bytes = g_new (guint32, self->n_checkpoints);
  if (self->n_utf16 != self->n_chars)
    self->utf16 = g_new (guint32, self->n_checkpoints);

  while (next < self->n_checkpoints)
    {
      guint goal = next * CHARS_PER_CHECKPOINT;

      /* Whole blocks that end before the goal, then byte by byte up to it. */
      for (; i + 32 <= self->n_bytes; i += 32)
        {
          guint64 a = load_word (utf8 + i), b = load_word (utf8 + i + 8);
          guint64 c = load_word (utf8 + i + 16), d = load_word (utf8 + i + 24);
          guint   leads = sum_bytes (lead_bits (a) + lead_bits (b) + lead_bits (c) + lead_bits (d));

          if (chars + leads > goal)
            break;
          chars += leads;
          astrals += sum_bytes (astral_bits (a) + astral_bits (b) + astral_bits (c) + astral_bits (d));
        }
      for (; i < self->n_bytes && !(is_lead (utf8[i]) && chars == goal); i++)
        {
          chars += is_lead (utf8[i]);
          astrals += is_astral (utf8[i]);
        }

      self->bytes[next] = (guint32) i;
      if (self->utf16 != NULL)
        self->utf16[next] = goal + astrals;
      next++;
    }
}

/* The last checkpoint that is not after @position in @column. */
static guint
find_checkpoint (const AscOffsets *self, const guint32 *column, guint32 position)
{
  guint low = 0, high = self->n_checkpoints;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (column[middle] <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * asc_offsets_new: (skip)
 * @utf8: a text, valid UTF-8; borrowed, must outlive the result
 * @n_bytes: its length in bytes, less than 4 GiB
 *
 * Reads a text once, at some gigabytes a second, and remembers where every 256th code point is.
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
 * Returns: whether the text has a code point of U+10000 or above, so that code points and UTF-16 units differ
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
  g_return_val_if_fail (self != NULL, 0);

  if (offset_chars >= self->n_chars)
    return self->n_bytes;
  if (self->bytes == NULL)
    return offset_chars;

  return skip (self, self->bytes[offset_chars / CHARS_PER_CHECKPOINT],
               offset_chars % CHARS_PER_CHECKPOINT, FALSE);
}

/**
 * asc_offsets_bytes_to_chars: (skip)
 * @self: offsets
 * @offset_bytes: a position in bytes; one past the end is clamped to the end, one inside a code point goes to
 *   the start of that code point
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
  count (self->utf8 + self->bytes[checkpoint], offset_bytes - self->bytes[checkpoint], &n_leads, &n_astrals);

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
  count (self->utf8 + self->bytes[checkpoint], end_bytes - self->bytes[checkpoint], &n_leads, &n_astrals);

  return self->utf16[checkpoint] + (guint) (n_leads + n_astrals);
}

/**
 * asc_offsets_utf16_to_chars: (skip)
 * @self: offsets
 * @offset_utf16: a position in units of UTF-16; one past the end is clamped to the end, one between the two
 *   halves of a surrogate pair goes to the start of that code point
 *
 * Returns: the same position in code points
 */
guint
asc_offsets_utf16_to_chars (const AscOffsets *self, guint offset_utf16)
{
  guint checkpoint;
  gsize end_bytes, n_leads, n_astrals;

  g_return_val_if_fail (self != NULL, 0);

  if (offset_utf16 >= self->n_utf16)
    return self->n_chars;
  if (self->utf16 == NULL)
    return offset_utf16;

  checkpoint = find_checkpoint (self, self->utf16, offset_utf16);
  end_bytes = skip (self, self->bytes[checkpoint], offset_utf16 - self->utf16[checkpoint], TRUE);
  count (self->utf8 + self->bytes[checkpoint], end_bytes - self->bytes[checkpoint], &n_leads, &n_astrals);

  return checkpoint * CHARS_PER_CHECKPOINT + (guint) n_leads;
}
