/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-segmenter.h"

#include "asc-chars.h"
#include "asc-sentence-rules.h"
#include "asc-word-lists.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

#define N_KINDS (ASC_SEGMENT_PARAGRAPH + 1)
/* To be raised when a change of the rules or of the word lists changes segments. */
#define RULES_VERSION 1
/* How far apart two positions may be for counting the code points between them to be quicker than
 * converting. */
#define NEAR_BYTES 256

/* A *cell* is a half-open range of bytes. The cells of a kind tile the text: every byte is in
 * exactly one. A segment is a cell without its outer white space; a cell of nothing but white space
 * is no segment. Every question is answered by finding cells near the place asked about, which
 * ICU's break iterators do without reading the text from its start; the list of all segments is
 * made by walking from cell to cell, so that both ways cannot disagree.
 */
typedef struct
{
  gsize start;
  gsize end;
} Cell;

struct _AscSegmenter
{
  AscText          *text;
  const char       *utf8;
  gsize             n_bytes;
  char             *language; /* BCP 47, or NULL */
  char             *locale;   /* ICU's */
  AscSentenceRules  rules;
  UBreakIterator   *iterators[N_KINDS]; /* over the bytes; NULL until needed and for paragraphs */
  AscSpan          *segments[N_KINDS];  /* NULL until asked for */
  gsize             n_segments[N_KINDS];
  Cell              paragraph;  /* the last one asked about */
  gsize             near_bytes; /* a position, in bytes … */
  guint             near_chars; /* … and in code points */
};

G_DEFINE_BOXED_TYPE (AscSegmenter, asc_segmenter, asc_segmenter_ref, asc_segmenter_unref)

static void
asc_segmenter_clear (gpointer data)
{
  AscSegmenter *self = data;

  for (guint i = 0; i < N_KINDS; i++)
    {
      g_clear_pointer (&self->iterators[i], ubrk_close);
      g_free (self->segments[i]);
    }
  g_free (self->language);
  g_free (self->locale);
  asc_text_unref (self->text);
}

static UBreakIterator *
get_iterator (AscSegmenter *self, AscSegmentKind kind)
{
  static const UBreakIteratorType types[] = {
    [ASC_SEGMENT_GRAPHEME] = UBRK_CHARACTER,
    [ASC_SEGMENT_WORD] = UBRK_WORD,
    [ASC_SEGMENT_SENTENCE] = UBRK_SENTENCE,
  };

  g_assert (kind < G_N_ELEMENTS (types));

  if (self->iterators[kind] == NULL)
    {
      UErrorCode status = U_ZERO_ERROR;
      UText      text = UTEXT_INITIALIZER;

      self->iterators[kind] = ubrk_open (types[kind], self->locale, NULL, 0, &status);
      utext_openUTF8 (&text, self->utf8, (int64_t) self->n_bytes, &status);
      ubrk_setUText (self->iterators[kind], &text, &status);
      utext_close (&text);
      if (U_FAILURE (status))
        g_error ("ICU has no break rules: %s", u_errorName (status));
    }

  return self->iterators[kind];
}

static guint
to_chars (AscSegmenter *self, gsize position)
{
  if (position >= self->near_bytes && position - self->near_bytes <= NEAR_BYTES)
    {
      for (; self->near_bytes < position; self->near_bytes++)
        self->near_chars += (self->utf8[self->near_bytes] & 0xC0) != 0x80;
    }
  else
    {
      self->near_bytes = position;
      self->near_chars = asc_offsets_bytes_to_chars (asc_text_get_offsets (self->text), position);
    }

  return self->near_chars;
}

static gsize
to_bytes (AscSegmenter *self, guint offset)
{
  return asc_offsets_chars_to_bytes (asc_text_get_offsets (self->text), offset);
}

/* --- Cells --- */

/* ICU's boundaries around the character at @position. */
static gsize
find_icu_start (AscSegmenter *self, AscSegmentKind kind, gsize position)
{
  gsize   next = asc_next_char (self->utf8, position);
  int32_t start = ubrk_preceding (get_iterator (self, kind), (int32_t) next);

  return start == UBRK_DONE ? 0 : (gsize) start;
}

static gsize
find_icu_end (AscSegmenter *self, AscSegmentKind kind, gsize position)
{
  int32_t end = ubrk_following (get_iterator (self, kind), (int32_t) position);

  return end == UBRK_DONE ? self->n_bytes : (gsize) end;
}

static gboolean
is_white_space_at (AscSegmenter *self, gsize position)
{
  return asc_char_is_white_space (g_utf8_get_char (self->utf8 + position));
}

/* Plain words are ICU's, split where white space starts and ends: it keeps a combining mark with
 * the space before it, and "10 000" with a narrow no-break space in one piece, which readers of
 * columns then cut in two. */
static gsize
find_plain_word_start (AscSegmenter *self, gsize position)
{
  gsize    limit = find_icu_start (self, ASC_SEGMENT_WORD, position);
  gboolean is_space = is_white_space_at (self, position);
  gsize    start = position;

  while (start > limit && is_white_space_at (self, asc_prev_char (self->utf8, start)) == is_space)
    start = asc_prev_char (self->utf8, start);

  return start;
}

static gsize
find_plain_word_end (AscSegmenter *self, gsize position)
{
  gsize    limit = find_icu_end (self, ASC_SEGMENT_WORD, position);
  gboolean is_space = is_white_space_at (self, position);
  gsize    end = position;

  while (end < limit && is_white_space_at (self, end) == is_space)
    end = asc_next_char (self->utf8, end);

  return end;
}

/* Whether there is a full stop at @stop that is a plain word of its own and belongs to the one from
 * @start to @stop. The dots of an ellipsis never do. */
static gboolean
is_stop_of (AscSegmenter *self, gsize start, gsize stop)
{
  gsize    next = stop + 1;
  gboolean is_number_next;

  if (asc_char_at (self->utf8, self->n_bytes, stop) != '.'
      || asc_char_at (self->utf8, self->n_bytes, next) == '.' || find_plain_word_end (self, stop) != next)
    return FALSE;

  while (next < self->n_bytes && is_white_space_at (self, next)
         && !asc_char_is_line_end (g_utf8_get_char (self->utf8 + next)))
    next = asc_next_char (self->utf8, next);

  is_number_next = g_unichar_isdigit (asc_char_at (self->utf8, self->n_bytes, next));
  return asc_word_lists_is_abbreviation (self->rules.language, self->utf8 + start, stop - start,
                                         is_number_next);
}

static gsize
find_word_end (AscSegmenter *self, gsize start)
{
  gsize end = find_plain_word_end (self, start);

  return is_stop_of (self, start, end) ? end + 1 : end;
}

static gsize
find_word_start (AscSegmenter *self, gsize position)
{
  gsize start = find_plain_word_start (self, position);

  if (start > 0 && self->utf8[start] == '.')
    {
      gsize before = find_plain_word_start (self, asc_prev_char (self->utf8, start));

      if (is_stop_of (self, before, start))
        return before;
    }

  return start;
}

static gsize
find_sentence_start (AscSegmenter *self, gsize position)
{
  UBreakIterator *iterator = get_iterator (self, ASC_SEGMENT_SENTENCE);
  gsize           boundary = find_icu_start (self, ASC_SEGMENT_SENTENCE, position);

  while (TRUE)
    {
      gsize place = asc_sentence_rules_place (&self->rules, boundary);

      if (place != ASC_SENTENCE_NO_BREAK && place <= position)
        return place;
      boundary = (gsize) ubrk_preceding (iterator, (int32_t) boundary);
    }
}

static gsize
find_sentence_end (AscSegmenter *self, gsize position)
{
  gsize boundary = find_icu_start (self, ASC_SEGMENT_SENTENCE, position);

  while (TRUE)
    {
      gsize place = asc_sentence_rules_place (&self->rules, boundary);

      if (place != ASC_SENTENCE_NO_BREAK && place > position)
        return place;
      boundary = find_icu_end (self, ASC_SEGMENT_SENTENCE, boundary);
    }
}

/* Whether a line end finishes at @position, which may be inside a character. */
static gboolean
is_after_line_end (AscSegmenter *self, gsize position)
{
  const char *end = self->utf8 + position;

  return end[-1] == '\n' || end[-1] == '\r'
         || (position >= 3 && memcmp (end - 3, "\u2029", 3) == 0);
}

/* A text can be one paragraph of megabytes, so the last one is remembered. */
static const Cell *
find_paragraph (AscSegmenter *self, gsize position)
{
  Cell *cell = &self->paragraph;

  if (position < cell->start || position >= cell->end)
    {
      cell->start = position;
      while (cell->start > 0 && !is_after_line_end (self, cell->start))
        cell->start--;
      cell->end = position + 1;
      while (cell->end < self->n_bytes && !is_after_line_end (self, cell->end))
        cell->end++;
    }

  return cell;
}

static gsize
find_cell_start (AscSegmenter *self, AscSegmentKind kind, gsize position)
{
  g_assert (position < self->n_bytes);

  switch (kind)
    {
    case ASC_SEGMENT_GRAPHEME:
      return find_icu_start (self, kind, position);
    case ASC_SEGMENT_WORD:
      return find_word_start (self, position);
    case ASC_SEGMENT_SENTENCE:
      return find_sentence_start (self, position);
    case ASC_SEGMENT_PARAGRAPH:
      return find_paragraph (self, position)->start;
    default:
      g_assert_not_reached ();
    }
}

/* @start must be where a cell starts. */
static gsize
find_cell_end (AscSegmenter *self, AscSegmentKind kind, gsize start)
{
  g_assert (start < self->n_bytes);

  switch (kind)
    {
    case ASC_SEGMENT_GRAPHEME:
      return find_icu_end (self, kind, start);
    case ASC_SEGMENT_WORD:
      return find_word_end (self, start);
    case ASC_SEGMENT_SENTENCE:
      return find_sentence_end (self, start);
    case ASC_SEGMENT_PARAGRAPH:
      return find_paragraph (self, start)->end;
    default:
      g_assert_not_reached ();
    }
}

/* The cell that holds the character at @position, which must not be the end of the text. */
static Cell
find_cell (AscSegmenter *self, AscSegmentKind kind, gsize position)
{
  gsize start = find_cell_start (self, kind, position);

  return (Cell) { start, find_cell_end (self, kind, start) };
}

/* Makes a segment of a cell: FALSE when there is only white space. */
static gboolean
trim_cell (AscSegmenter *self, AscSegmentKind kind, Cell *cell)
{
  if (kind == ASC_SEGMENT_GRAPHEME)
    return TRUE;

  while (cell->start < cell->end && is_white_space_at (self, cell->start))
    cell->start = asc_next_char (self->utf8, cell->start);
  while (cell->end > cell->start
         && is_white_space_at (self, asc_prev_char (self->utf8, cell->end)))
    cell->end = asc_prev_char (self->utf8, cell->end);

  return cell->start < cell->end;
}

static gboolean
give_segment (AscSegmenter *self, const Cell *cell, AscSpan *segment)
{
  if (segment != NULL)
    {
      guint start = to_chars (self, cell->start);

      *segment = ASC_SPAN (start, to_chars (self, cell->end));
    }
  return TRUE;
}

/* --- Public --- */

/**
 * asc_segmenter_new:
 * @text: a text
 * @language: (nullable): the text's language as a BCP 47 tag, or %NULL when it is not known
 *
 * Makes a segmenter. Costs nothing: breaks are looked for where they are asked for.
 *
 * Returns: (transfer full): a new segmenter
 */
AscSegmenter *
asc_segmenter_new (AscText *text, const char *language)
{
  AscSegmenter *self;
  char          locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode    status = U_ZERO_ERROR;

  g_return_val_if_fail (text != NULL, NULL);

  if (language != NULL)
    uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    locale[0] = '\0';

  self = g_atomic_rc_box_new0 (AscSegmenter);
  self->text = asc_text_ref (text);
  self->utf8 = asc_text_get_utf8 (text);
  self->n_bytes = asc_text_get_n_bytes (text);
  self->language = g_strdup (language);
  self->locale = g_strdup (locale);
  self->rules.utf8 = self->utf8;
  self->rules.n_bytes = self->n_bytes;
  self->rules.language = asc_word_lists_language (language);
  return self;
}

/**
 * asc_segmenter_ref:
 * @self: a segmenter
 *
 * Returns: (transfer full): @self with one more reference
 */
AscSegmenter *
asc_segmenter_ref (AscSegmenter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * asc_segmenter_unref:
 * @self: (transfer full): a segmenter
 *
 * Drops a reference.
 */
void
asc_segmenter_unref (AscSegmenter *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, asc_segmenter_clear);
}

/**
 * asc_segmenter_get_text:
 * @self: a segmenter
 *
 * Returns: (transfer none): the text it segments
 */
AscText *
asc_segmenter_get_text (AscSegmenter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * asc_segmenter_get_language:
 * @self: a segmenter
 *
 * Returns: (transfer none) (nullable): the language as given to asc_segmenter_new()
 */
const char *
asc_segmenter_get_language (AscSegmenter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * asc_segmenter_get_rules_name:
 *
 * Segments change with the version of Unicode and of our word lists, so whoever writes them into a
 * file also writes this.
 *
 * Returns: (transfer none): name and version of the rules, e.g. "icu-76.1-uax29+abbr1"
 */
const char *
asc_segmenter_get_rules_name (void)
{
  static char *name = NULL;

  if (g_once_init_enter_pointer (&name))
    {
      UVersionInfo version;
      char         icu[U_MAX_VERSION_STRING_LENGTH];

      u_getVersion (version);
      u_versionToString (version, icu);
      g_once_init_leave_pointer (&name,
                                 g_strdup_printf ("icu-%s-uax29+abbr%u", icu, RULES_VERSION));
    }

  return name;
}

/**
 * asc_segmenter_segment_at:
 * @self: a segmenter
 * @kind: what to look for
 * @offset: a position in code points
 * @segment: (out caller-allocates) (optional): the segment that holds @offset, else the one that
 *   ends there
 *
 * Returns: whether there is one; @segment is untouched when there is none
 */
gboolean
asc_segmenter_segment_at (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment)
{
  gsize position;
  Cell  cell;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind < N_KINDS, FALSE);

  if (offset > asc_text_get_length (self->text))
    return FALSE;

  position = to_bytes (self, offset);
  if (position < self->n_bytes)
    {
      cell = find_cell (self, kind, position);
      if (trim_cell (self, kind, &cell) && cell.start <= position && position < cell.end)
        return give_segment (self, &cell, segment);
    }
  if (position > 0)
    {
      cell = find_cell (self, kind, asc_prev_char (self->utf8, position));
      if (trim_cell (self, kind, &cell) && cell.end == position)
        return give_segment (self, &cell, segment);
    }

  return FALSE;
}

/**
 * asc_segmenter_next_segment:
 * @self: a segmenter
 * @kind: what to look for
 * @offset: a position in code points
 * @segment: (out caller-allocates) (optional): the first segment that starts at or after @offset
 *
 * Returns: whether there is one; @segment is untouched when there is none
 */
gboolean
asc_segmenter_next_segment (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment)
{
  gsize position, from;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind < N_KINDS, FALSE);

  position = to_bytes (self, offset);
  from = position < self->n_bytes ? find_cell_start (self, kind, position) : position;
  while (from < self->n_bytes)
    {
      Cell cell = { from, find_cell_end (self, kind, from) };

      from = cell.end;
      if (trim_cell (self, kind, &cell) && cell.start >= position)
        return give_segment (self, &cell, segment);
    }

  return FALSE;
}

/**
 * asc_segmenter_prev_segment:
 * @self: a segmenter
 * @kind: what to look for
 * @offset: a position in code points
 * @segment: (out caller-allocates) (optional): the last segment that ends at or before @offset
 *
 * Returns: whether there is one; @segment is untouched when there is none
 */
gboolean
asc_segmenter_prev_segment (AscSegmenter *self, AscSegmentKind kind, guint offset, AscSpan *segment)
{
  gsize position, from;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind < N_KINDS, FALSE);

  position = from = to_bytes (self, offset);
  while (from > 0)
    {
      Cell cell = find_cell (self, kind, asc_prev_char (self->utf8, from));

      from = cell.start;
      if (trim_cell (self, kind, &cell) && cell.end <= position)
        return give_segment (self, &cell, segment);
    }

  return FALSE;
}

/**
 * asc_segmenter_get_segments:
 * @self: a segmenter
 * @kind: what to list
 * @n_segments: (out): how many there are
 *
 * Lists all segments of a kind. The first call reads the whole text; the list is kept.
 *
 * Returns: (transfer none) (array length=n_segments): the segments in ascending order
 */
const AscSpan *
asc_segmenter_get_segments (AscSegmenter *self, AscSegmentKind kind, gsize *n_segments)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < N_KINDS, NULL);
  g_return_val_if_fail (n_segments != NULL, NULL);

  if (self->segments[kind] == NULL)
    {
      g_autoptr (GArray) segments = g_array_new (TRUE, FALSE, sizeof (AscSpan));
      gsize              position = 0;

      while (position < self->n_bytes)
        {
          Cell    cell = { position, find_cell_end (self, kind, position) };
          AscSpan segment;

          position = cell.end;
          if (trim_cell (self, kind, &cell))
            {
              give_segment (self, &cell, &segment);
              g_array_append_val (segments, segment);
            }
        }
      self->segments[kind] = g_array_steal (segments, &self->n_segments[kind]);
    }

  *n_segments = self->n_segments[kind];
  return self->segments[kind];
}

/**
 * asc_segmenter_tidy_selection:
 * @self: a segmenter
 * @selection: what was selected; what lies past the end of the text is left out
 * @tidy: (out caller-allocates) (optional): @selection without the white space at its ends, which
 *   are then moved outwards to grapheme boundaries, so that no annotation holds half an emoji
 *
 * Returns: whether anything is left; @tidy is untouched when not
 */
gboolean
asc_segmenter_tidy_selection (AscSegmenter *self, const AscSpan *selection, AscSpan *tidy)
{
  Cell cell;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (selection != NULL, FALSE);

  cell.start = to_bytes (self, selection->start);
  cell.end = to_bytes (self, selection->end);
  if (!trim_cell (self, ASC_SEGMENT_WORD, &cell))
    return FALSE;

  cell.start = find_cell (self, ASC_SEGMENT_GRAPHEME, cell.start).start;
  cell.end = find_cell (self, ASC_SEGMENT_GRAPHEME, asc_prev_char (self->utf8, cell.end)).end;
  return give_segment (self, &cell, tidy);
}
