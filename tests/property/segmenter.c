/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Segments found near a place against the list of all segments, and what is always true of that
 * list. */
#include "asc-segmenter.h"

#include "asc-chars.h"
#include "property.h"

static const char *const languages[] = { NULL, "en", "de", "fr", "zh", "th", "ar", "x-bad-tag" };

static gboolean
is_white_space (AscText *text, guint offset)
{
  return asc_char_is_white_space (asc_text_char_at (text, offset));
}

static void
check_list (AscText *text, AscSegmentKind kind, const AscSpan *segments, gsize n_segments)
{
  guint covered = 0;

  for (gsize i = 0; i < n_segments; i++)
    {
      g_assert_cmpuint (segments[i].start, <, segments[i].end);
      g_assert_cmpuint (segments[i].start, >=, covered);
      g_assert_cmpuint (segments[i].end, <=, asc_text_get_length (text));

      /* What is between segments is white space, of graphemes nothing; what is inside a word is
       * none. */
      for (; covered < segments[i].start; covered++)
        g_assert_true (kind != ASC_SEGMENT_GRAPHEME && is_white_space (text, covered));
      for (guint j = segments[i].start; kind == ASC_SEGMENT_WORD && j < segments[i].end; j++)
        g_assert_false (is_white_space (text, j));
      if (kind != ASC_SEGMENT_GRAPHEME)
        {
          g_assert_false (is_white_space (text, segments[i].start));
          g_assert_false (is_white_space (text, segments[i].end - 1));
        }
      for (guint j = segments[i].start; kind == ASC_SEGMENT_SENTENCE && j < segments[i].end; j++)
        g_assert_false (asc_char_is_line_end (asc_text_char_at (text, j)));
      covered = segments[i].end;
    }
  for (; covered < asc_text_get_length (text); covered++)
    g_assert_true (kind != ASC_SEGMENT_GRAPHEME && is_white_space (text, covered));
}

/* What a linear search of the list says. */
static gboolean
naive_at (const AscSpan *segments, gsize n_segments, guint offset, AscSpan *segment)
{
  for (gsize i = 0; i < n_segments; i++)
    if (asc_span_contains (&segments[i], offset))
      {
        *segment = segments[i];
        return TRUE;
      }
  for (gsize i = 0; i < n_segments; i++)
    if (segments[i].end == offset)
      {
        *segment = segments[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
naive_next (const AscSpan *segments, gsize n_segments, guint offset, AscSpan *segment)
{
  for (gsize i = 0; i < n_segments; i++)
    if (segments[i].start >= offset)
      {
        *segment = segments[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
naive_prev (const AscSpan *segments, gsize n_segments, guint offset, AscSpan *segment)
{
  for (gsize i = n_segments; i > 0; i--)
    if (segments[i - 1].end <= offset)
      {
        *segment = segments[i - 1];
        return TRUE;
      }
  return FALSE;
}

static void
check_same (gboolean found, const AscSpan *segment, gboolean expected, const AscSpan *expected_segment,
            const char *what, AscSegmentKind kind, guint offset, const char *text)
{
  if (found == expected && (!found || asc_span_equal (segment, expected_segment)))
    return;

  g_error ("%s of kind %d at %u: %s [%u, %u) but in the list %s [%u, %u) of \"%s\"", what, kind, offset,
           found ? "found" : "not found", segment->start, segment->end,
           expected ? "found" : "not found", expected_segment->start, expected_segment->end, text);
}

static void
test_near_as_far (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 400; round++)
    {
      g_autofree char         *utf8 = property_text_new (rand, 60);
      g_autoptr (AscText)      text = asc_text_new (utf8, -1);
      const char              *language = languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))];
      g_autoptr (AscSegmenter) whole = asc_segmenter_new (text, language);

      for (AscSegmentKind kind = ASC_SEGMENT_GRAPHEME; kind <= ASC_SEGMENT_PARAGRAPH; kind++)
        {
          gsize          n;
          const AscSpan *all = asc_segmenter_get_segments (whole, kind, &n);

          check_list (text, kind, all, n);
          for (int i = 0; i < 12; i++)
            {
              /* A new one each time, so that nothing is known of what is before the place. */
              g_autoptr (AscSegmenter) near = asc_segmenter_new (text, language);
              guint                    offset = (guint) g_rand_int_range (rand, 0, (int) asc_text_get_length (text) + 2);
              AscSpan                  segment = { 0 }, expected = { 0 };
              gboolean                 found;

              found = asc_segmenter_segment_at (near, kind, offset, &segment);
              check_same (found, &segment, naive_at (all, n, offset, &expected), &expected, "at", kind, offset, utf8);
              found = asc_segmenter_next_segment (near, kind, offset, &segment);
              check_same (found, &segment, naive_next (all, n, offset, &expected), &expected, "next", kind, offset, utf8);
              found = asc_segmenter_prev_segment (near, kind, offset, &segment);
              check_same (found, &segment, naive_prev (all, n, offset, &expected), &expected, "prev", kind, offset, utf8);
            }
        }
    }
}

static void
test_tidy (void)
{
  g_autoptr (GRand) rand = property_rand_new ();

  for (int round = 0; round < 2000; round++)
    {
      g_autofree char         *utf8 = property_text_new (rand, 30);
      g_autoptr (AscText)      text = asc_text_new (utf8, -1);
      g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (text, "en");
      int                      length = (int) asc_text_get_length (text);
      AscSpan                  selection, tidy, again;
      gsize                    n;
      const AscSpan           *graphemes = asc_segmenter_get_segments (segmenter, ASC_SEGMENT_GRAPHEME, &n);
      gboolean                 is_start = FALSE, is_end = FALSE, has_more = FALSE;

      selection.start = (guint) g_rand_int_range (rand, 0, length + 1);
      selection.end = (guint) g_rand_int_range (rand, (int) selection.start, length + 3);
      for (guint i = selection.start; i < MIN (selection.end, (guint) length); i++)
        has_more |= !is_white_space (text, i);

      g_assert_cmpint (asc_segmenter_tidy_selection (segmenter, &selection, &tidy), ==, has_more);
      if (!has_more)
        continue;

      for (gsize i = 0; i < n; i++)
        {
          is_start |= graphemes[i].start == tidy.start;
          is_end |= graphemes[i].end == tidy.end;
        }
      g_assert_true (is_start && is_end);
      g_assert_true (asc_segmenter_tidy_selection (segmenter, &tidy, &again));
      g_assert_true (asc_span_equal (&tidy, &again));
      for (guint i = selection.start; i < MIN (selection.end, (guint) length); i++)
        g_assert_true (asc_span_contains (&tidy, i) || is_white_space (text, i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segmenter/near-as-far", test_near_as_far);
  g_test_add_func ("/segmenter/tidy", test_tidy);
  return g_test_run ();
}
