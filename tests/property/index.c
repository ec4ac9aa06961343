/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index against a look at each annotation, while annotations come and go. */
#include "../unit/model/fixture.h"
#include "asc-index.h"
#include "property.h"

#define TEXT_LENGTH 3000
#define N_EDITS     6000

static GRand *rng;

/* Mostly short, now and then as long as the text, some of several spans; ends often fall together. */
static AscAnnotation *
random_annotation (void)
{
  AscSpan spans[4];
  guint   n = g_rand_int_range (rng, 0, 6) == 0 ? g_rand_int_range (rng, 2, 5) : 1;

  for (guint i = 0; i < n; i++)
    {
      guint longest = g_rand_int_range (rng, 0, 40) == 0 ? TEXT_LENGTH : 30;

      spans[i].start = (guint) g_rand_int_range (rng, 0, TEXT_LENGTH / 5) * 5;
      spans[i].end = spans[i].start + (guint) g_rand_int_range (rng, 1, (gint32) longest);
    }

  g_autoptr (AscSpanSet) set = asc_span_set_new (spans, n);

  return asc_annotation_new (NULL, "claim", set);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return asc_annotation_compare (*(AscAnnotation * const *) a, *(AscAnnotation * const *) b);
}

typedef struct
{
  guint   n;
  AscSpan last;
  char   *last_id;
  AscSpan range;
} Visit;

static void
visit (AscAnnotation *annotation,
       const AscSpan *span,
       gpointer       user_data)
{
  Visit *visit = user_data;

  g_assert_true (asc_span_overlaps (span, &visit->range));
  if (visit->n++ > 0)
    {
      int order = asc_span_compare (&visit->last, span);

      g_assert_true (order < 0 || (order == 0 && g_strcmp0 (visit->last_id, asc_annotation_get_id (annotation)) < 0));
    }
  visit->last = *span;
  g_set_str (&visit->last_id, asc_annotation_get_id (annotation));
}

static void
check_query (AscIndex  *index,
             GPtrArray *annotations)
{
  guint                 start = (guint) g_rand_int_range (rng, 0, TEXT_LENGTH + 100);
  const AscSpan         range = ASC_SPAN (start, start + (guint) g_rand_int_range (rng, 1, 400));
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = asc_index_query (index, &range);
  Visit                 visited = { .range = range };
  guint                 n_spans = 0;

  for (guint i = 0; i < annotations->len; i++)
    {
      gsize          n;
      const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotations->pdata[i]), &n);
      gboolean       overlaps = FALSE;

      for (gsize j = 0; j < n; j++)
        {
          overlaps |= asc_span_overlaps (&spans[j], &range);
          n_spans += asc_span_overlaps (&spans[j], &range);
        }
      if (overlaps)
        g_ptr_array_add (expected, annotations->pdata[i]);
    }
  g_ptr_array_sort (expected, compare);

  g_assert_cmpuint (found->len, ==, expected->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (found->pdata[i] == expected->pdata[i]);

  asc_index_foreach_overlapping (index, &range, visit, &visited);
  g_assert_cmpuint (visited.n, ==, n_spans);
  g_free (visited.last_id);
}

static void
test_like_a_linear_scan (void)
{
  g_autoptr (AscIndex)  index = asc_index_new ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_EDITS; i++)
    {
      /* It grows, shrinks to almost nothing, and grows again. */
      gboolean grow = g_rand_int_range (rng, 0, 10) < ((i / 1500) % 2 == 0 ? 8 : 1);

      if (grow || annotations->len == 0)
        {
          AscAnnotation *annotation = random_annotation ();

          asc_index_insert (index, annotation);
          g_ptr_array_add (annotations, annotation);
        }
      else
        {
          guint place = (guint) g_rand_int_range (rng, 0, (gint32) annotations->len);

          g_assert_true (asc_index_remove (index, annotations->pdata[place]));
          g_ptr_array_remove_index_fast (annotations, place);
        }

      if (i % 7 == 0)
        {
          asc_index_check_consistency (index);
          check_query (index, annotations);
        }
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rng = property_rand_new ();
  g_test_add_func ("/index/like-a-linear-scan", test_like_a_linear_scan);
  result = g_test_run ();
  g_rand_free (rng);
  return result;
}
