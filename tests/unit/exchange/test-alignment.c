/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-alignment.h"

#include "exchange-fixture.h"

/* The aligned tokens of a label: "Dr. Wang|he". */
static char *
label_tokens (AscAlignment *alignment,
              LayerFixture *fixture,
              const char   *label)
{
  AscText *text = asc_article_get_text (fixture->layer.article);
  guint n_tokens;
  const AscSpan *tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  guint n;
  const AscAlignedSpan *spans = asc_alignment_get_label (alignment, label, &n);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      AscSpan hull = { tokens[spans[i].first].start, tokens[spans[i].last].end };
      g_autofree char *slice = asc_text_slice (text, &hull);

      g_assert_cmpuint (spans[i].first, <=, spans[i].last);
      g_assert_true (i == 0 || spans[i - 1].last < spans[i].first);
      g_string_append_printf (result, "%s%s", i > 0 ? "|" : "", slice);
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static void
assert_aligned (LayerFixture        *fixture,
                AscAlignmentOptions  options,
                const char          *label,
                const char          *expected,
                const char          *rows)
{
  g_autoptr (AscAlignment) alignment = asc_alignment_new (&fixture->layer, &options);
  g_autofree char *tokens = label_tokens (alignment, fixture, label);
  g_autofree char *tsv = asc_alignment_to_tsv (alignment);
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 13);
      g_string_append_printf (found, "%s%s %s %s", i > 0 ? "; " : "", cells[2], cells[7], cells[8]);
    }

  g_assert_cmpstr (tokens, ==, expected);
  g_assert_cmpstr (found->str, ==, rows);
}

static void
test_tokens (void)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "Dr. Wang said: “I don’t.” He’s 5.4% happy.");
  g_autoptr (AscAlignment) alignment = asc_alignment_new (&fixture->layer, &options);
  guint n_tokens;
  guint n_sentences;
  const AscSpan *tokens = asc_alignment_get_tokens (alignment, &n_tokens);
  const AscTokenRange *sentences = asc_alignment_get_sentences (alignment, &n_sentences);

  g_assert_cmpuint (tokens[0].end, ==, 3);   /* "Dr." */
  g_assert_cmpuint (n_sentences, ==, 2);
  g_assert_cmpuint (sentences[0].first, ==, 0);
  g_assert_cmpuint (sentences[0].end, ==, sentences[1].first);
  g_assert_cmpuint (sentences[1].end, ==, n_tokens);
}

static void
test_sentences_hold_annotations (void)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One is here. Two is there. Three is gone.");
  g_autoptr (AscAlignment) alignment = NULL;
  guint n_sentences;

  layer_fixture_annotate (fixture, "c1", "claim", "here. Two is", NULL);
  alignment = asc_alignment_new (&fixture->layer, &options);
  asc_alignment_get_sentences (alignment, &n_sentences);
  g_assert_cmpuint (n_sentences, ==, 2);
}

static void
test_modes (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "The two officials held roles.");

  layer_fixture_annotate (fixture, "c1", "claim", "wo officials hel", NULL);
  assert_aligned (fixture, (AscAlignmentOptions) { .mode = ASC_ALIGN_EXPAND }, "claim", "two officials held", "c1 SUBTOKEN_START EXPANDED");
  assert_aligned (fixture, (AscAlignmentOptions) { .mode = ASC_ALIGN_CONTRACT }, "claim", "officials", "c1 SUBTOKEN_START CONTRACTED");
  assert_aligned (fixture, (AscAlignmentOptions) { .mode = ASC_ALIGN_STRICT }, "claim", "", "c1 SUBTOKEN_START DROPPED");
  assert_aligned (fixture, (AscAlignmentOptions) { .split_tokens = TRUE }, "claim", "wo officials hel", "");
}

static void
test_modes_in_one_token (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "officials");

  layer_fixture_annotate (fixture, "c1", "claim", "ffici", NULL);
  assert_aligned (fixture, (AscAlignmentOptions) { .mode = ASC_ALIGN_EXPAND }, "claim", "officials", "c1 SUBTOKEN_START EXPANDED");
  assert_aligned (fixture, (AscAlignmentOptions) { .mode = ASC_ALIGN_CONTRACT }, "claim", "", "c1 SUBTOKEN_START DROPPED");
}

static void
test_white_space (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One two   three");

  layer_fixture_annotate (fixture, "c1", "claim", " two ", NULL);
  layer_fixture_annotate (fixture, "c2", "claim", "  ", NULL);
  assert_aligned (fixture, (AscAlignmentOptions) { 0 }, "claim", "two", "c1 WHITESPACE_EDGE KEPT; c2 NO_TOKEN DROPPED");
}

static void
test_nesting (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "one two three four five six");

  layer_fixture_annotate (fixture, "c1", "claim", "one two three", NULL);
  layer_fixture_annotate (fixture, "c2", "claim", "two", NULL);
  layer_fixture_annotate (fixture, "c3", "claim", "three four", NULL);
  layer_fixture_annotate (fixture, "a1", "actor", "two", NULL);
  layer_fixture_annotate (fixture, "c4", "claim", "five", NULL);
  assert_aligned (fixture, (AscAlignmentOptions) { .nesting = ASC_NESTING_OUTERMOST }, "claim", "one two three|five",
                  "c3 OVERLAP DROPPED; c2 OVERLAP DROPPED");
  assert_aligned (fixture, (AscAlignmentOptions) { .nesting = ASC_NESTING_INNERMOST }, "claim", "two|three four|five",
                  "c1 OVERLAP DROPPED");
  assert_aligned (fixture, (AscAlignmentOptions) { 0 }, "actor", "two", "");
}

static void
test_flat (void)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "the two officials held dual roles");
  g_autoptr (AscAlignment) alignment = NULL;
  const AscAlignedSpan *spans;
  guint n;

  layer_fixture_annotate (fixture, "c1", "claim", "the two officials held dual roles", NULL);
  layer_fixture_annotate (fixture, "a1", "actor", "the two officials", NULL);
  alignment = asc_alignment_new (&fixture->layer, &options);
  spans = asc_alignment_get_flat (alignment, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (asc_annotation_get_id (spans[0].annotation), ==, "a1");
  g_assert_cmpuint (asc_alignment_get_n_rows (alignment), ==, 1);
}

static void
test_pieces (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "“Go,” he said, “now.”");

  layer_fixture_annotate (fixture, "c1", "claim", "Go|now", NULL);
  assert_aligned (fixture, (AscAlignmentOptions) { .pieces = ASC_PIECES_HULL }, "claim", "Go,” he said, “now", "c1 DISCONTINUOUS HULL");
  assert_aligned (fixture, (AscAlignmentOptions) { .pieces = ASC_PIECES_FRAGMENTS }, "claim", "Go|now", "c1 DISCONTINUOUS SPLIT");
}

static void
test_losses (void)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "“Go,” he said, “now.”");
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();
  g_autoptr (AscAlignment) alignment = NULL;
  guint n;

  layer_fixture_annotate (fixture, "c1", "claim", "Go|now", NULL);
  layer_fixture_annotate (fixture, "c2", "claim", "sai", NULL);
  layer_fixture_annotate (fixture, "c3", "claim", ", ", NULL);
  alignment = asc_alignment_new (&fixture->layer, &options);
  asc_alignment_get_label (alignment, "claim", &n);
  asc_alignment_get_label (alignment, "claim", &n);   /* once is enough */
  asc_alignment_add_losses (alignment, losses);

  g_assert_cmpuint (asc_loss_report_get_count (losses, ASC_LOSS_DISCONTINUOUS), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (losses, ASC_LOSS_ALIGNMENT), ==, 1);
  g_assert_cmpuint (asc_loss_report_get_count (losses, ASC_LOSS_NESTED), ==, 2);
  g_assert_cmpuint (asc_loss_report_get_total (losses), ==, 4);
}

static void
test_options (void)
{
  g_autoptr (AscExportOptions) export_options = asc_export_options_new ();
  AscAlignmentOptions options;

  asc_export_options_set_format_option (export_options, "align", "contract");
  asc_export_options_set_format_option (export_options, "nesting", "innermost");
  asc_export_options_set_format_option (export_options, "pieces", "fragments");
  asc_export_options_set_format_option (export_options, "split-tokens", "yes");
  options = asc_alignment_options_read (export_options);
  g_assert_cmpint (options.mode, ==, ASC_ALIGN_CONTRACT);
  g_assert_cmpint (options.nesting, ==, ASC_NESTING_INNERMOST);
  g_assert_cmpint (options.pieces, ==, ASC_PIECES_FRAGMENTS);
  g_assert_true (options.split_tokens);
}

static void
test_empty (void)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", " ");
  g_autoptr (AscAlignment) alignment = asc_alignment_new (&fixture->layer, &options);
  guint n;

  asc_alignment_get_tokens (alignment, &n);
  g_assert_cmpuint (n, ==, 0);
  asc_alignment_get_sentences (alignment, &n);
  g_assert_cmpuint (n, ==, 0);
  asc_alignment_get_label (alignment, "claim", &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment/tokens", test_tokens);
  g_test_add_func ("/alignment/sentences-hold-annotations", test_sentences_hold_annotations);
  g_test_add_func ("/alignment/modes", test_modes);
  g_test_add_func ("/alignment/modes-in-one-token", test_modes_in_one_token);
  g_test_add_func ("/alignment/white-space", test_white_space);
  g_test_add_func ("/alignment/nesting", test_nesting);
  g_test_add_func ("/alignment/flat", test_flat);
  g_test_add_func ("/alignment/pieces", test_pieces);
  g_test_add_func ("/alignment/losses", test_losses);
  g_test_add_func ("/alignment/options", test_options);
  g_test_add_func ("/alignment/empty", test_empty);

  return g_test_run ();
}
