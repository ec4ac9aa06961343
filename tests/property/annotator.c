/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random gestures on random texts. Whatever is selected: an annotation never holds half a grapheme and never begins or ends with white
 * space, and undoing all leaves nothing. */
#include "../unit/model/fixture.h"
#include "asc-annotator.h"
#include "property.h"

#define N_TEXTS    120
#define N_GESTURES 60

static GRand *rng;

static gboolean
is_boundary (AscSegmenter *segmenter,
             guint         offset)
{
  AscText *text = asc_segmenter_get_text (segmenter);
  AscSpan  grapheme;

  if (offset == 0 || offset == asc_text_get_length (text))
    return TRUE;
  g_assert_true (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_GRAPHEME, offset, &grapheme));
  return grapheme.start == offset;
}

/* A space that carries an accent is a character like any other. */
static gboolean
is_white_space (AscSegmenter *segmenter,
                guint         offset)
{
  AscText *text = asc_segmenter_get_text (segmenter);
  AscSpan  grapheme;

  g_assert_true (asc_segmenter_segment_at (segmenter, ASC_SEGMENT_GRAPHEME, offset, &grapheme));
  for (guint i = grapheme.start; i < grapheme.end; i++)
    {
      if (!g_unichar_isspace (asc_text_char_at (text, i)))
        return FALSE;
    }
  return TRUE;
}

static void
check_spans (AscAnnotator  *annotator,
             AscAnnotation *annotation)
{
  AscSegmenter  *segmenter = asc_annotator_get_segmenter (annotator);
  AscText       *text = asc_segmenter_get_text (segmenter);
  gsize          n;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpuint (spans[i].start, <, spans[i].end);
      g_assert_cmpuint (spans[i].end, <=, asc_text_get_length (text));
      g_assert_true (is_boundary (segmenter, spans[i].start));
      g_assert_true (is_boundary (segmenter, spans[i].end));
      g_assert_false (is_white_space (segmenter, spans[i].start));
      g_assert_false (is_white_space (segmenter, spans[i].end - 1));
      g_assert_true (asc_text_matches (text, &spans[i], asc_annotation_get_quote (annotation)[i]));
    }
}

static guint
random_offset (AscText *text)
{
  return (guint) g_rand_int_range (rng, 0, (gint32) asc_text_get_length (text) + 3);
}

static AscAnnotation *
random_annotation (AscAnnotationSet *set)
{
  guint n = asc_annotation_set_get_n (set);

  return n > 0 ? asc_annotation_set_get_nth (set, (guint) g_rand_int_range (rng, 0, (gint32) n)) : NULL;
}

static void
gesture (AscAnnotator *annotator,
         AscLabel     *label,
         AscText      *text)
{
  AscAnnotationSet         *set = asc_annotator_get_set (annotator);
  g_autoptr (AscAnnotation) one = random_annotation (set);
  g_autoptr (AscAnnotation) other = random_annotation (set);
  guint                     start = random_offset (text), end = start + (guint) g_rand_int_range (rng, 0, 12);
  AscAnnotation            *made;
  gboolean                  existed;

  if (one != NULL)
    {
      g_object_ref (one);
      g_object_ref (other);
    }

  switch (one != NULL ? g_rand_int_range (rng, 0, 9) : 0)
    {
    case 0: case 1: case 2:
      made = asc_annotator_annotate (annotator, label, &ASC_SPAN (start, end), start, &existed);
      if (made != NULL)
        g_assert_true (asc_annotation_set_lookup (set, asc_annotation_get_id (made)) == made);
      break;
    case 3:
      asc_annotator_annotate (annotator, label, NULL, start, NULL);
      break;
    case 4: case 5:
      {
        const AscSpan          piece = ASC_SPAN (start, MIN (MAX (end, start + 1), asc_text_get_length (text)));
        g_autoptr (AscSpanSet) spans = NULL;

        if (asc_span_is_empty (&piece))
          break;
        spans = g_rand_boolean (rng) ? asc_span_set_union (asc_annotation_get_spans (one), &piece)
                                     : asc_span_set_subtract (asc_annotation_get_spans (one), &piece);
        if (spans != NULL)
          asc_annotator_set_spans (annotator, one, spans, g_rand_boolean (rng) ? "edge" : NULL);
        break;
      }
    case 6:
      asc_annotator_relate (annotator, one, other, NULL);
      break;
    case 7:
      asc_annotator_set_label (annotator, one, label);
      break;
    default:
      asc_annotator_remove (annotator, one);
    }
}

static void
test_random_gestures (void)
{
  g_autoptr (AscCodebook) codebook = fixture_codebook ();
  g_autoptr (AscProject)  project = asc_project_new ("p", codebook);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char             *utf8 = property_text_new (rng, 60);
      g_autoptr (AscArticle)       article = fixture_article (utf8);
      g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
      g_autoptr (AscHistory)       history = asc_history_new ();
      g_autoptr (AscAnnotator)     annotator = asc_annotator_new (project, history, set);
      AscText                     *text = asc_article_get_text (article);

      for (guint j = 0; j < N_GESTURES; j++)
        {
          g_autoptr (AscLabel) label =
            g_list_model_get_item (asc_codebook_get_labels (codebook), (guint) g_rand_int_range (rng, 0, 4));

          gesture (annotator, label, text);
          for (guint k = 0; k < asc_annotation_set_get_n (set); k++)
            check_spans (annotator, asc_annotation_set_get_nth (set, k));
          asc_annotation_set_check_consistency (set);
        }

      while (asc_history_undo (history))
        ;
      g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
      g_assert_cmpint (asc_annotation_set_get_state (set), ==, ASC_STATE_UNREAD);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rng = property_rand_new ();
  g_test_add_func ("/annotator/random-gestures", test_random_gestures);
  result = g_test_run ();
  g_rand_free (rng);
  return result;
}
