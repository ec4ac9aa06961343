/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-store-files [ANNOTATIONS…]: what writing, peeking at and reading a file of annotations costs: in its text, in one with
 * a word put in front (all are found again) and in another one (all are lost). Half of the quotes are there once, half are
 * the same name. Prints milliseconds. */
#include <stdlib.h>

#include "asc-annotation-file.h"

#define BLOCK_CHARS 108
#define FILLER_CHARS 74

/* Two annotations a block: "Wang Zhisheng" and "he said number 00042". */
static char *
text_new (guint       n_blocks,
          const char *before)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (text, "Wang Zhisheng he said number %05u%*s", i, FILLER_CHARS, ".\n");
  return g_string_free (text, FALSE);
}

static char *
file_new (guint n_blocks)
{
  GString *file = g_string_new ("{\"format\": \"ascribe-annotations/1\", \"article\": \"bench\", \"text_sha256\": \"0\", "
                                "\"offset_unit\": \"codepoint\", \"coder\": \"mia\", \"state\": \"done\", \"annotations\": [");

  for (guint i = 0; i < n_blocks; i++)
    {
      guint at = i * BLOCK_CHARS;

      g_string_append_printf (file,
                              "%s\n{\"id\": \"a%u\", \"label\": \"actor\", \"spans\": [[%u, %u]], \"quote\": [\"Wang Zhisheng\"], "
                              "\"attributes\": {\"kind\": \"name\"}, \"origin\": \"manual\", \"modified\": \"2026-08-26T10:00:00Z\"},"
                              "\n{\"id\": \"c%u\", \"label\": \"claim\", \"spans\": [[%u, %u]], \"quote\": [\"he said number %05u\"], "
                              "\"attributes\": {\"stance\": \"oppose\"}, \"origin\": \"manual\", \"modified\": \"2026-08-26T10:00:00Z\"}",
                              i > 0 ? "," : "", i, at, at + 13, i, at + 14, at + 34, i);
    }
  g_string_append (file, "\n]}\n");
  return g_string_free (file, FALSE);
}

static AscAnnotationSet *
read_file (GBytes     *bytes,
           const char *utf8,
           double     *milliseconds,
           guint      *n_problems)
{
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (AscArticle) article = asc_article_new ("bench");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  AscAnnotationSet *set;
  gint64 start;

  asc_article_set_text (article, text);
  start = g_get_monotonic_time ();
  set = asc_annotation_file_parse (bytes, "bench.json", article, "mia", problems, NULL);
  *milliseconds = (g_get_monotonic_time () - start) / 1000.0;
  *n_problems = problems->len;
  return set;
}

static void
measure (guint n)
{
  guint n_blocks = MAX (n / 2, 1), n_problems, n_peeked;
  g_autofree char *same = text_new (n_blocks, ""), *shifted = text_new (n_blocks, "Lately "), *other = g_strnfill (1000, 'x');
  g_autofree char *file = file_new (n_blocks);
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file)), written = NULL;
  g_autoptr (AscAnnotationSet) set = NULL, moved = NULL, lost = NULL;
  double read_ms, moved_ms, lost_ms, write_ms, peek_ms;
  AscState state;
  gint64 start;

  set = read_file (bytes, same, &read_ms, &n_problems);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 2 * n_blocks);
  moved = read_file (bytes, shifted, &moved_ms, &n_problems);
  g_assert_cmpuint (asc_annotation_set_get_n (moved), ==, 2 * n_blocks);
  lost = read_file (bytes, other, &lost_ms, &n_problems);
  g_assert_cmpuint (asc_annotation_set_get_n (lost), ==, 0);

  start = g_get_monotonic_time ();
  written = asc_annotation_file_write (set);
  write_ms = (g_get_monotonic_time () - start) / 1000.0;
  start = g_get_monotonic_time ();
  g_assert_true (asc_annotation_file_peek (written, &state, &n_peeked));
  peek_ms = (g_get_monotonic_time () - start) / 1000.0;

  g_print ("%7u annotations, %6.2f MB: write %8.2f, peek %8.2f, read %8.2f, moved %8.2f, lost %8.2f ms\n", 2 * n_blocks,
           g_bytes_get_size (written) / 1e6, write_ms, peek_ms, read_ms, moved_ms, lost_ms);
}

int
main (int argc, char *argv[])
{
  if (argc == 1)
    measure (100);
  for (int i = 1; i < argc; i++)
    measure (atoi (argv[i]));
  return 0;
}
