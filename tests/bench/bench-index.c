/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What finding the annotations of a page costs, against looking at each of them; and what a bulk edit costs.
 *
 *   bench-index              once, with few annotations, to keep the program alive
 *   bench-index --measure    with 100,000 and 1,000,000
 *
 * Figures drift with the machine: what counts are the ratios, of the same run. Processor time of the thread, the best of some rounds.
 * Wanted at 100,000: a query 500 times faster than the linear scan, an insert within 1 µs; ten thousand in one step within 50 ms.
 */
#include "asc-history.h"
#include "asc-index.h"

#include <stdio.h>
#include <time.h>

#define CHARS_PER_ANNOTATION 54     /* about 70 in an article of 3,800 */
#define PAGE_CHARS           2500
#define N_PAGES              4096

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
count (AscAnnotation *annotation,
       const AscSpan *span,
       gpointer       user_data)
{
  (*(guint *) user_data)++;
}

/* As in articles: most a few words, some a sentence or a paragraph; @long_share of a thousand as long as the text. */
static GPtrArray *
random_annotations (GRand *rand,
                    guint  n,
                    guint  long_share)
{
  GPtrArray *annotations = g_ptr_array_new_with_free_func (g_object_unref);
  guint      length = n * CHARS_PER_ANNOTATION;

  for (guint i = 0; i < n; i++)
    {
      guint start = (guint) g_rand_int_range (rand, 0, (gint32) length);
      guint words = (guint) g_rand_int_range (rand, 1, 20);
      guint size = (guint) g_rand_int_range (rand, 0, 5) == 0 ? words * 12 : words;

      if ((guint) g_rand_int_range (rand, 0, 1000) < long_share)
        start = 0, size = length;

      g_autoptr (AscSpanSet) spans = asc_span_set_new_single (start, MIN (start + size, length + 240));

      g_ptr_array_add (annotations, asc_annotation_new (NULL, "claim", spans));
    }
  return annotations;
}

static guint
scan_linearly (GPtrArray     *annotations,
               const AscSpan *range)
{
  guint n = 0;

  for (guint i = 0; i < annotations->len; i++)
    n += asc_span_set_overlaps (asc_annotation_get_spans (annotations->pdata[i]), range) ? 1 : 0;
  return n;
}

static gboolean
measure_index (guint n,
               guint long_share,
               guint n_rounds)
{
  g_autoptr (GRand)     rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) annotations = random_annotations (rand, n, long_share);
  g_autofree AscSpan   *pages = g_new (AscSpan, N_PAGES);
  double                insert = G_MAXDOUBLE, query = G_MAXDOUBLE, listed = G_MAXDOUBLE, scan = G_MAXDOUBLE;
  gboolean              agree = TRUE;

  for (guint i = 0; i < N_PAGES; i++)
    {
      pages[i].start = (guint) g_rand_int_range (rand, 0, (gint32) (n * CHARS_PER_ANNOTATION));
      pages[i].end = pages[i].start + PAGE_CHARS;
    }

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (AscIndex) index = asc_index_new ();
      double               start = now ();
      guint                found = 0;

      for (guint i = 0; i < n; i++)
        asc_index_insert (index, annotations->pdata[i]);
      insert = MIN (insert, (now () - start) / n);

      start = now ();
      for (guint i = 0; i < N_PAGES; i++)
        asc_index_foreach_overlapping (index, &pages[i], count, &found);
      query = MIN (query, (now () - start) / N_PAGES);

      start = now ();
      for (guint i = 0; i < N_PAGES; i++)
        g_ptr_array_unref (asc_index_query (index, &pages[i]));
      listed = MIN (listed, (now () - start) / N_PAGES);

      start = now ();
      for (guint i = 0; i < 8; i++)
        {
          guint in_index = 0, in_scan = scan_linearly (annotations, &pages[i]);

          asc_index_foreach_overlapping (index, &pages[i], count, &in_index);
          agree &= in_index == in_scan;
        }
      scan = MIN (scan, (now () - start) / 8);
    }

  printf ("%8u annotations, %2u‰ as long as the text: insert %6.3f µs  page %7.3f µs  as a list %7.3f µs  linear scan %9.1f µs  ratio %6.0f\n",
          n, long_share, insert * 1e6, query * 1e6, listed * 1e6, scan * 1e6, scan / query);
  return agree;
}

/* One step of many annotations through the history, into a set that has some already. */
static gboolean
measure_bulk (guint n_before,
              guint n,
              guint n_rounds)
{
  g_autoptr (GRand)     rand = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) annotations = random_annotations (rand, n_before + n, 0);
  g_autofree char      *utf8 = g_strnfill ((n_before + n) * CHARS_PER_ANNOTATION + 240, 'x');
  g_autoptr (AscText)   text = asc_text_new (utf8, -1);
  g_autoptr (AscArticle) article = asc_article_new ("article");
  double                put = G_MAXDOUBLE, undo = G_MAXDOUBLE, one = G_MAXDOUBLE;
  gboolean              right = TRUE;

  asc_article_set_text (article, text);
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (article, "mia");
      g_autoptr (AscHistory)       history = asc_history_new ();
      guint                        n_made, n_single = MIN (n, 100);
      double                       start;

      asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
      for (guint i = 0; i < n_before; i++)
        asc_history_put_annotation (history, set, annotations->pdata[i]);
      asc_history_end (history);
      n_made = asc_annotation_set_get_n (set);

      start = now ();
      asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
      for (guint i = n_before; i < n_before + n; i++)
        asc_history_put_annotation (history, set, annotations->pdata[i]);
      asc_history_end (history);
      put = MIN (put, now () - start);

      start = now ();
      asc_history_undo (history);
      undo = MIN (undo, now () - start);
      right &= asc_annotation_set_get_n (set) == n_made;
      asc_history_clear (history);

      start = now ();
      for (guint i = n_before; i < n_before + n_single; i++)
        asc_history_put_annotation (history, set, annotations->pdata[i]);
      one = MIN (one, (now () - start) / n_single);
    }

  printf ("%8u annotations, %u more in one step: %6.2f ms  undo %6.2f ms  one by itself %6.2f µs\n", n_before, n, put * 1e3,
          undo * 1e3, one * 1e6);
  return right;
}

int
main (int argc, char *argv[])
{
  gboolean measure = argc > 1 && g_str_equal (argv[1], "--measure");
  gboolean right = TRUE;

  if (measure)
    {
      right &= measure_index (100000, 0, 10);
      right &= measure_index (100000, 1, 10);
      right &= measure_index (1000000, 0, 3);
      right &= measure_bulk (0, 10000, 10);
      right &= measure_bulk (100000, 10000, 5);
    }
  else
    {
      right &= measure_index (1000, 1, 1);
      right &= measure_bulk (100, 100, 1);
    }
  return right ? 0 : 1;
}
