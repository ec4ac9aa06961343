/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-reanchor.h"

#include <string.h>

/* A quote that occurs more often says nothing. */
#define MAX_HITS 1024
/* A file made to be slow ends as orphans rather than never: bytes of text searched in all. */
#define MAX_SEARCHED (G_GUINT64_CONSTANT (1) << 31)
/* The nearest of several occurrences is taken when the second nearest is this many times as far, */
#define CLEARLY_NEARER 4
/* and the quote has at least this many characters. */
#define TELLING_LENGTH 8

typedef struct
{
  guint old_start;
  guint new_start;
} Anchor;

struct _AscReanchor
{
  AscText *text;
  GArray  *anchors;    /* (element-type Anchor) by old start once sorted */
  gboolean is_sorted;
  guint64  searched;
};

/* The certain neighbours of a place in the old text; NULL at the ends. */
typedef struct
{
  const Anchor *before;
  const Anchor *after;
} Neighbours;

static int
compare_anchors (gconstpointer one,
                 gconstpointer other)
{
  const Anchor *a = one, *b = other;

  if (a->old_start != b->old_start)
    return a->old_start < b->old_start ? -1 : 1;
  return a->new_start < b->new_start ? -1 : a->new_start > b->new_start;
}

static Neighbours
find_neighbours (AscReanchor *self,
                 guint        old_start)
{
  Neighbours neighbours = { NULL, NULL };
  guint low = 0, high = self->anchors->len;

  if (!self->is_sorted)
    g_array_sort (self->anchors, compare_anchors);
  self->is_sorted = TRUE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->anchors, Anchor, middle).old_start <= old_start)
        low = middle + 1;
      else
        high = middle;
    }

  if (low > 0)
    neighbours.before = &g_array_index (self->anchors, Anchor, low - 1);
  if (low < self->anchors->len)
    neighbours.after = &g_array_index (self->anchors, Anchor, low);
  return neighbours;
}

static gint64
anchor_shift (const Anchor *anchor)
{
  return (gint64) anchor->new_start - anchor->old_start;
}

/* Whether the fragments stand there. By their quotes alone: where the offsets are wrong altogether, so are the lengths. */
static gboolean
fits (AscReanchor        *self,
      const AscSpan      *spans,
      guint               n_spans,
      const char * const *quote,
      gint64              shift)
{
  const AscOffsets *offsets = asc_text_get_offsets (self->text);

  for (guint i = 0; i < n_spans; i++)
    {
      gint64 start = spans[i].start + shift;

      if (start < 0 || start >= asc_text_get_length (self->text) || *quote[i] == '\0' ||
          !g_str_has_prefix (asc_text_get_utf8 (self->text) +
                             asc_offsets_chars_to_bytes (offsets, start), quote[i]))
        return FALSE;
    }
  return TRUE;
}

/* All distances by which the fragments together can have moved, ascending. NULL when there are too many to tell anything, or
 * enough has been searched. */
static GArray *
find_shifts (AscReanchor        *self,
             const AscSpan      *spans,
             guint               n_spans,
             const char * const *quote)
{
  g_autoptr (GArray) shifts = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *text = asc_text_get_utf8 (self->text), *end = text + asc_text_get_n_bytes (self->text);
  gsize longest = 0;
  guint pilot = 0, n_hits = 0;

  for (guint i = 0; i < n_spans; i++)
    if (strlen (quote[i]) > longest)
      {
        longest = strlen (quote[i]);
        pilot = i;
      }
  if (longest == 0)
    return g_steal_pointer (&shifts);

  self->searched += end - text;
  if (self->searched > MAX_SEARCHED)
    return NULL;

  for (const char *hit = text; (hit = memmem (hit, end - hit, quote[pilot], longest)) != NULL; hit++)
    {
      guint start = asc_offsets_bytes_to_chars (asc_text_get_offsets (self->text), hit - text);
      gint64 shift = (gint64) start - spans[pilot].start;

      if (++n_hits > MAX_HITS)
        return NULL;
      if (n_spans == 1 || fits (self, spans, n_spans, quote, shift))
        g_array_append_val (shifts, shift);
    }
  return g_steal_pointer (&shifts);
}

static void
move (AscSpan            *spans,
      guint               n_spans,
      const char * const *quote,
      gint64              shift)
{
  for (guint i = 0; i < n_spans; i++)
    {
      spans[i].start += shift;
      spans[i].end = spans[i].start + g_utf8_strlen (quote[i], -1);
    }
}

/* The one shift that the neighbourhood singles out. @shifts: all there are; NULL when that is not known. */
static gboolean
choose_shift (AscReanchor        *self,
              const AscSpan      *spans,
              guint               n_spans,
              const char * const *quote,
              GArray             *shifts,
              gint64             *chosen)
{
  Neighbours neighbours = find_neighbours (self, spans[0].start);
  gint64 expected = 0, nearest = 0, nearest_distance = G_MAXINT64, second_distance = G_MAXINT64;
  guint n_between = 0;

  if (shifts != NULL && shifts->len == 1)
    {
      *chosen = g_array_index (shifts, gint64, 0);
      return TRUE;
    }

  if (neighbours.before != NULL || neighbours.after != NULL)
    {
      const Anchor *before = neighbours.before, *after = neighbours.after;
      gboolean fits_before, fits_after;

      fits_before = before != NULL && fits (self, spans, n_spans, quote, anchor_shift (before));
      fits_after = after != NULL && fits (self, spans, n_spans, quote, anchor_shift (after));
      if (fits_before != fits_after ||
          (fits_before && anchor_shift (before) == anchor_shift (after)))
        {
          *chosen = anchor_shift (fits_before ? before : after);
          return TRUE;
        }
      if (after == NULL ||
          (before != NULL && spans[0].start - before->old_start <= after->old_start - spans[0].start))
        expected = anchor_shift (before);
      else
        expected = anchor_shift (after);
    }

  if (shifts == NULL)
    return FALSE;

  for (guint i = 0; i < shifts->len; i++)
    {
      gint64 shift = g_array_index (shifts, gint64, i), distance = ABS (shift - expected);
      gint64 start = spans[0].start + shift;

      if ((neighbours.before == NULL || start >= neighbours.before->new_start) &&
          (neighbours.after == NULL || start <= neighbours.after->new_start))
        {
          n_between++;
          *chosen = shift;
        }
      if (distance < nearest_distance)
        {
          second_distance = nearest_distance;
          nearest_distance = distance;
          nearest = shift;
        }
      else
        second_distance = MIN (second_distance, distance);
    }

  if (n_between == 1 && (neighbours.before != NULL || neighbours.after != NULL))
    return TRUE;

  *chosen = nearest;
  return shifts->len > 1 && g_utf8_strlen (quote[0], -1) >= TELLING_LENGTH &&
         nearest_distance * CLEARLY_NEARER <= second_distance;
}

/**
 * asc_reanchor_new:
 * @text: the text as it is now
 *
 * Returns: (transfer full): a finder without anchors
 */
AscReanchor *
asc_reanchor_new (AscText *text)
{
  AscReanchor *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (AscReanchor, 1);
  self->text = asc_text_ref (text);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  return self;
}

/**
 * asc_reanchor_free:
 * @self: (transfer full): a finder
 */
void
asc_reanchor_free (AscReanchor *self)
{
  g_return_if_fail (self != NULL);

  asc_text_unref (self->text);
  g_array_unref (self->anchors);
  g_free (self);
}

/**
 * asc_reanchor_add_anchor:
 * @self: a finder
 * @old_start: where an annotation stood, in code points
 * @new_start: where it stands now, for certain
 */
void
asc_reanchor_add_anchor (AscReanchor *self,
                         guint        old_start,
                         guint        new_start)
{
  Anchor anchor = { old_start, new_start };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->anchors, anchor);
  self->is_sorted = FALSE;
}

/**
 * asc_reanchor_find_unique:
 * @self: a finder
 * @spans: (array length=n_spans) (inout): the old spans; the new ones on success
 * @n_spans: how many
 * @quote: (array length=n_spans): what they held
 *
 * Returns: whether there is exactly one place, the fragments all moved by the same distance
 */
gboolean
asc_reanchor_find_unique (AscReanchor        *self,
                          AscSpan            *spans,
                          guint               n_spans,
                          const char * const *quote)
{
  g_autoptr (GArray) shifts = NULL;

  g_return_val_if_fail (self != NULL && spans != NULL && n_spans > 0 && quote != NULL, FALSE);

  shifts = find_shifts (self, spans, n_spans, quote);
  if (shifts == NULL || shifts->len != 1)
    return FALSE;

  move (spans, n_spans, quote, g_array_index (shifts, gint64, 0));
  return TRUE;
}

/**
 * asc_reanchor_find:
 * @self: a finder that has all its anchors
 * @spans: (array length=n_spans) (inout): the old spans; the new ones on success
 * @n_spans: how many
 * @quote: (array length=n_spans): what they held
 *
 * Returns: whether the neighbourhood singles out one place
 */
gboolean
asc_reanchor_find (AscReanchor        *self,
                   AscSpan            *spans,
                   guint               n_spans,
                   const char * const *quote)
{
  g_autoptr (GArray) shifts = NULL;
  g_autofree AscSpan *found = NULL;
  gint64 shift;

  g_return_val_if_fail (self != NULL && spans != NULL && n_spans > 0 && quote != NULL, FALSE);

  shifts = find_shifts (self, spans, n_spans, quote);
  if (choose_shift (self, spans, n_spans, quote, shifts, &shift))
    {
      move (spans, n_spans, quote, shift);
      return TRUE;
    }
  if (n_spans == 1 || (shifts != NULL && shifts->len > 0))
    return FALSE;

  /* Each fragment by itself, in the old order. */
  found = g_memdup2 (spans, n_spans * sizeof *spans);
  for (guint i = 0; i < n_spans; i++)
    if (!asc_reanchor_find (self, &found[i], 1, &quote[i]) ||
        (i > 0 && found[i].start < found[i - 1].end))
      return FALSE;

  memcpy (spans, found, n_spans * sizeof *spans);
  return TRUE;
}
