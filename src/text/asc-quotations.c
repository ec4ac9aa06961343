/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-quotations.h"

#include "asc-chars.h"
#include "asc-quotation-scan.h"

/* The longest interruption of a quotation. In PolNeAR the median is 18 characters; what is much
 * longer is another sentence. */
#define MAX_INTERRUPTION_CHARS 120
/* A word alone between two quotations is an interruption (“…”, sagte “…”) when it is not as short
 * as “and”. */
#define MIN_WORD_CHARS 5

struct _AscQuotations
{
  AscText      *text;
  AscQuotation *quotations; /* by start */
  gsize         n_quotations;
  AscSpan      *reopenings; /* ascending: paragraph ends and the marks after them in quotations */
  gsize         n_reopenings;
};

G_DEFINE_BOXED_TYPE (AscQuotations, asc_quotations, asc_quotations_ref, asc_quotations_unref)

static void
asc_quotations_clear (gpointer data)
{
  AscQuotations *self = data;

  asc_text_unref (self->text);
  g_free (self->quotations);
  g_free (self->reopenings);
}

static gboolean
is_white_space (AscText *text, guint offset)
{
  return asc_char_is_white_space (asc_text_char_at (text, offset));
}

static AscSpan
trim (AscText *text, AscSpan span)
{
  while (!asc_span_is_empty (&span) && is_white_space (text, span.start))
    span.start++;
  while (!asc_span_is_empty (&span) && is_white_space (text, span.end - 1))
    span.end--;

  return span;
}

/* How many quotations start before @offset. */
static gsize
count_before (const AscQuotations *self, guint offset)
{
  gsize low = 0, high = self->n_quotations;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->quotations[middle].outer.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_punctuation (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION;
}

static gboolean
has_word (const AscQuotations *self, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (asc_char_is_word (asc_text_char_at (self->text, i)))
      return TRUE;

  return FALSE;
}

/* Whether what is between two quotations interrupts one quotation: short, in one paragraph, more
 * than a conjunction, and set off by punctuation (inside or outside the marks), as “a disgrace” and
 * “a threat” are not. */
static gboolean
is_interruption (const AscQuotations *self, const AscQuotation *before, const AscQuotation *after)
{
  AscSpan  gap = trim (self->text, ASC_SPAN (before->outer.end, after->outer.start));
  guint    n_words = 0, n_chars = 0, longest = 0;
  gboolean is_uncased = FALSE;

  if (after->outer.start - before->outer.end > MAX_INTERRUPTION_CHARS || asc_span_is_empty (&gap))
    return FALSE;

  for (guint i = before->outer.end; i < after->outer.start; i++)
    {
      gunichar c = asc_text_char_at (self->text, i);

      if (asc_char_is_line_end (c))
        return FALSE;
      if (asc_char_is_word (c))
        {
          n_words += n_chars == 0;
          n_chars++;
          longest = MAX (longest, n_chars);
          is_uncased |= g_unichar_isalpha (c) && !asc_char_is_cased (c);
        }
      else
        n_chars = 0;
    }

  return (n_words >= 2 || longest >= MIN_WORD_CHARS || is_uncased)
         && (is_punctuation (asc_text_char_at (self->text, before->inner.end - 1))
             || is_punctuation (asc_text_char_at (self->text, gap.start))
             || is_punctuation (asc_text_char_at (self->text, gap.end - 1)));
}

/* The quotations of one depth that @selection touches: of the first depth, going inwards, at which
 * there is not exactly one. */
static GPtrArray *
find_parts (const AscQuotations *self, const AscSpan *selection)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  gsize                 first = count_before (self, selection->start + 1);
  gsize                 last = count_before (self, selection->end);
  guint                 depth = 0;

  /* Back to an outermost quotation: only the last of those that start before the selection can
   * reach into it. */
  while (first > 0 && self->quotations[--first].depth > 0)
    continue;

  do
    {
      g_ptr_array_set_size (parts, 0);
      for (gsize i = first; i < last; i++)
        if (self->quotations[i].depth == depth
            && asc_span_overlaps (&self->quotations[i].outer, selection))
          g_ptr_array_add (parts, &self->quotations[i]);
      depth++;
    }
  while (parts->len == 1);

  return g_steal_pointer (&parts);
}

/**
 * asc_quotations_new:
 * @text: a text
 *
 * Finds the quotations of a text in one pass.
 *
 * Returns: (transfer full): the quotations of @text
 */
AscQuotations *
asc_quotations_new (AscText *text)
{
  g_autoptr (GArray) quotations = g_array_new (TRUE, FALSE, sizeof (AscQuotation));
  g_autoptr (GArray) reopenings = g_array_new (TRUE, FALSE, sizeof (AscSpan));
  AscQuotations     *self;
  guint              n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  asc_quotation_scan (text, quotations, reopenings);
  for (guint i = 0; i < quotations->len; i++)
    {
      AscQuotation quotation = g_array_index (quotations, AscQuotation, i);

      quotation.inner = trim (text, quotation.inner);
      if (!asc_span_is_empty (&quotation.inner))
        g_array_index (quotations, AscQuotation, n++) = quotation;
    }
  g_array_set_size (quotations, n);

  self = g_atomic_rc_box_new0 (AscQuotations);
  self->text = asc_text_ref (text);
  self->quotations = g_array_steal (quotations, &self->n_quotations);
  self->reopenings = g_array_steal (reopenings, &self->n_reopenings);
  return self;
}

/**
 * asc_quotations_ref:
 * @self: quotations
 *
 * Returns: (transfer full): @self with one more reference
 */
AscQuotations *
asc_quotations_ref (AscQuotations *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * asc_quotations_unref:
 * @self: (transfer full): quotations
 *
 * Drops a reference.
 */
void
asc_quotations_unref (AscQuotations *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, asc_quotations_clear);
}

/**
 * asc_quotations_get:
 * @self: quotations
 * @n_quotations: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_quotations): the quotations by start, an outer one
 *   before those inside it
 */
const AscQuotation *
asc_quotations_get (const AscQuotations *self, gsize *n_quotations)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_quotations != NULL, NULL);

  *n_quotations = self->n_quotations;
  return self->quotations;
}

/**
 * asc_quotations_at:
 * @self: quotations
 * @offset: a position in code points
 * @quotation: (out caller-allocates) (optional): the innermost quotation whose outer span holds
 *   @offset
 *
 * Returns: whether there is one; @quotation is untouched when there is none
 */
gboolean
asc_quotations_at (const AscQuotations *self, guint offset, AscQuotation *quotation)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (offset == G_MAXUINT)
    return FALSE;

  for (gsize i = count_before (self, offset + 1); i > 0; i--)
    {
      const AscQuotation *candidate = &self->quotations[i - 1];

      if (asc_span_contains (&candidate->outer, offset))
        {
          if (quotation != NULL)
            *quotation = *candidate;
          return TRUE;
        }
      if (candidate->depth == 0)
        break;
    }

  return FALSE;
}

/**
 * asc_quotations_carve:
 * @self: quotations
 * @selection: what was selected, in code points
 *
 * Cuts an interrupted quotation (“The plan is dead,” he said. “It never lived.”) into its
 * fragments, each without its marks: the claim without ", he said." The selection may start and end
 * inside or just outside the marks. It must be the quotation and no more: words outside the marks
 * at either end mean that they are wanted.
 *
 * Returns: (transfer full) (nullable): the fragments, or %NULL when @selection is not over an
 *   interrupted quotation: there is one quotation only, or what is between two of them is longer
 *   than 120 code points, holds a paragraph's end, or is no more than a conjunction
 */
AscSpanSet *
asc_quotations_carve (const AscQuotations *self, const AscSpan *selection)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GArray)    fragments = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  g_autoptr (AscSpanSet) carved = NULL;
  const AscQuotation   *first, *last;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (selection != NULL, NULL);

  if (asc_span_is_empty (selection) || selection->end > asc_text_get_length (self->text))
    return NULL;

  parts = find_parts (self, selection);
  if (parts->len < 2)
    return NULL;

  first = g_ptr_array_index (parts, 0);
  last = g_ptr_array_index (parts, parts->len - 1);
  if (has_word (self, selection->start, first->outer.start)
      || has_word (self, last->outer.end, selection->end))
    return NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const AscQuotation *part = g_ptr_array_index (parts, i);
      AscSpan             fragment;

      if (i > 0 && !is_interruption (self, g_ptr_array_index (parts, i - 1), part))
        return NULL;

      fragment = trim (self->text, ASC_SPAN (MAX (part->inner.start, selection->start),
                                             MIN (part->inner.end, selection->end)));
      g_array_append_val (fragments, fragment);
    }

  carved = asc_span_set_new ((const AscSpan *) fragments->data, fragments->len);
  for (gsize i = 0; carved != NULL && i < self->n_reopenings; i++)
    {
      AscSpanSet *cut = asc_span_set_subtract (carved, &self->reopenings[i]);

      asc_span_set_unref (carved);
      carved = cut;
    }

  return carved != NULL && asc_span_set_get_n_spans (carved) > 1 ? g_steal_pointer (&carved) : NULL;
}
