/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What converting positions and finding segments costs in a text of 10 MB.
 *
 *   bench-offsets [SECONDS]    measures each thing for that long (0, the default: once, on a small
 *   text, to keep the program alive)
 *
 * Figures drift with the machine: what counts is the ratio to GLib's function that walks from the
 * start, measured in the same run. Processor time of the thread, the best of several rounds.
 */
#include "asc-name-finder.h"
#include "asc-quotations.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_POSITIONS 65536 /* more than caches remember */

typedef struct
{
  AscText          *text;
  const AscOffsets *offsets;
  AscSegmenter     *segmenter;
  const char       *utf8;
  guint             positions[N_POSITIONS]; /* in code points */
  guint             i;
  guint             sum;                    /* so that no call is optimised away */
} Bench;

typedef void (*BenchFunc) (Bench *bench);

static double seconds;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static guint
next_position (Bench *bench)
{
  return bench->positions[bench->i++ % N_POSITIONS];
}

/* Seconds a call. */
static double
measure (Bench *bench, BenchFunc func)
{
  double best = G_MAXDOUBLE, start = now ();
  guint  n_calls = 1;

  do
    {
      double round_start = now (), elapsed;

      for (guint i = 0; i < n_calls; i++)
        func (bench);
      elapsed = now () - round_start;
      best = MIN (best, elapsed / n_calls);
      /* Rounds long enough for the clock, short enough that some are undisturbed. */
      if (elapsed < 0.002 && n_calls < G_MAXUINT / 2)
        n_calls *= 2;
    }
  while (now () - start < seconds);

  return best;
}

static void
chars_to_bytes (Bench *bench)
{
  bench->sum += (guint) asc_offsets_chars_to_bytes (bench->offsets, next_position (bench));
}

static void
naive_chars_to_bytes (Bench *bench)
{
  bench->sum += (guint) (g_utf8_offset_to_pointer (bench->utf8, next_position (bench)) - bench->utf8);
}

static void
bytes_to_chars (Bench *bench)
{
  bench->sum += asc_offsets_bytes_to_chars (bench->offsets, next_position (bench));
}

static void
naive_bytes_to_chars (Bench *bench)
{
  bench->sum += (guint) g_utf8_pointer_to_offset (bench->utf8, bench->utf8 + next_position (bench));
}

static void
chars_to_utf16 (Bench *bench)
{
  bench->sum += asc_offsets_chars_to_utf16 (bench->offsets, next_position (bench));
}

static void
utf16_to_chars (Bench *bench)
{
  bench->sum += asc_offsets_utf16_to_chars (bench->offsets, next_position (bench));
}

static void
build (Bench *bench)
{
  g_autoptr (AscOffsets) offsets = asc_offsets_new (bench->utf8, asc_text_get_n_bytes (bench->text));

  bench->sum += asc_offsets_get_n_chars (offsets);
}

static void
naive_build (Bench *bench)
{
  bench->sum += (guint) g_utf8_strlen (bench->utf8, (gssize) asc_text_get_n_bytes (bench->text));
}

static void
find_at (Bench *bench, AscSegmentKind kind)
{
  AscSpan segment = { 0 };

  asc_segmenter_segment_at (bench->segmenter, kind, next_position (bench), &segment);
  bench->sum += segment.start;
}

static void
grapheme_at (Bench *bench)
{
  find_at (bench, ASC_SEGMENT_GRAPHEME);
}

static void
word_at (Bench *bench)
{
  find_at (bench, ASC_SEGMENT_WORD);
}

static void
sentence_at (Bench *bench)
{
  find_at (bench, ASC_SEGMENT_SENTENCE);
}

static void
paragraph_at (Bench *bench)
{
  find_at (bench, ASC_SEGMENT_PARAGRAPH);
}

static void
tidy (Bench *bench)
{
  guint   start = next_position (bench);
  AscSpan span = { 0 };

  asc_segmenter_tidy_selection (bench->segmenter, &ASC_SPAN (start, start + 40), &span);
  bench->sum += span.start;
}

static void
name_at (Bench *bench)
{
  AscSpan span = { 0 };

  asc_name_finder_at (bench->segmenter, next_position (bench), &span);
  bench->sum += span.start;
}

static void
list_words (Bench *bench)
{
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (bench->text, "en");
  gsize                    n;

  asc_segmenter_get_segments (segmenter, ASC_SEGMENT_WORD, &n);
  bench->sum += (guint) n;
}

static void
list_sentences (Bench *bench)
{
  g_autoptr (AscSegmenter) segmenter = asc_segmenter_new (bench->text, "en");
  gsize                    n;

  asc_segmenter_get_segments (segmenter, ASC_SEGMENT_SENTENCE, &n);
  bench->sum += (guint) n;
}

static void
find_quotations (Bench *bench)
{
  g_autoptr (AscQuotations) quotations = asc_quotations_new (bench->text);
  gsize                     n;

  asc_quotations_get (quotations, &n);
  bench->sum += (guint) n;
}

static void
compare (Bench *bench, const char *name, BenchFunc func, BenchFunc naive)
{
  double time = measure (bench, func);

  if (naive != NULL)
    {
      double naive_time = measure (bench, naive);

      printf ("%-24s %12.0f ns   naive %12.0f ns   ratio %.6f\n", name, time * 1e9, naive_time * 1e9, time / naive_time);
    }
  else
    printf ("%-24s %12.0f ns\n", name, time * 1e9);
}

int
main (int argc, char *argv[])
{
  static const char        line[] = "王志胜7月4日表示，这两名官员具有双重身份。👨‍🚒 Dr. Wang Zhisheng of the U.S. stated on July 4 that “the "
                                    "plan” is dead. 他说：“计划已死。”然后走了😀。 Ärger über die Größe.\n";
  g_autoptr (GString)      utf8 = g_string_new (NULL);
  g_autoptr (GRand)        rand = g_rand_new_with_seed (1);
  g_autoptr (AscText)      text = NULL;
  g_autoptr (AscSegmenter) segmenter = NULL;
  Bench                    bench = { 0 };

  seconds = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 0;
  while (utf8->len < (seconds > 0 ? 10000000 : 10000))
    g_string_append (utf8, line);

  text = asc_text_new (utf8->str, (gssize) utf8->len);
  segmenter = asc_segmenter_new (text, "en");
  bench.text = text;
  bench.segmenter = segmenter;
  bench.offsets = asc_text_get_offsets (text);
  bench.utf8 = asc_text_get_utf8 (text);
  for (guint i = 0; i < N_POSITIONS; i++)
    bench.positions[i] = (guint) g_rand_int_range (rand, 0, (gint32) asc_text_get_length (text));

  printf ("%.1f MB, %u code points; processor time of one call\n", (double) utf8->len / 1e6, asc_text_get_length (text));
  compare (&bench, "build", build, naive_build);
  compare (&bench, "code points to bytes", chars_to_bytes, naive_chars_to_bytes);
  compare (&bench, "bytes to code points", bytes_to_chars, naive_bytes_to_chars);
  compare (&bench, "code points to UTF-16", chars_to_utf16, NULL);
  compare (&bench, "UTF-16 to code points", utf16_to_chars, NULL);
  compare (&bench, "grapheme at", grapheme_at, NULL);
  compare (&bench, "word at", word_at, NULL);
  compare (&bench, "sentence at", sentence_at, NULL);
  compare (&bench, "paragraph at", paragraph_at, NULL);
  compare (&bench, "tidy selection", tidy, NULL);
  compare (&bench, "name at", name_at, NULL);
  compare (&bench, "all words", list_words, NULL);
  compare (&bench, "all sentences", list_sentences, NULL);
  compare (&bench, "all quotations", find_quotations, NULL);

  return bench.sum == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
