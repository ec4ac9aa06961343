/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-tags.h"

#include "exchange-fixture.h"

static char *
tag_all (LayerFixture *fixture,
         AscTagScheme  scheme)
{
  static const AscAlignmentOptions options = { 0 };
  g_autoptr (AscAlignment) alignment = asc_alignment_new (&fixture->layer, &options);
  g_auto (GStrv) labels = asc_tags_list_labels (fixture->context.codebook);
  const char * const *names = (const char * const *) labels;
  guint n_tokens;
  guint n_spans;
  const AscAlignedSpan *spans = asc_alignment_get_flat (alignment, &n_spans);
  g_autofree guint *tags = NULL;
  g_autoptr (GString) result = g_string_new (NULL);

  asc_alignment_get_tokens (alignment, &n_tokens);
  tags = asc_tags_make (scheme, names, spans, n_spans, n_tokens);
  for (guint i = 0; i < n_tokens; i++)
    {
      g_autofree char *tag = asc_tags_to_string (scheme, names, tags[i]);

      g_assert_cmpuint (tags[i], <, asc_tags_get_n_classes (scheme, names));
      g_string_append_printf (result, "%s%s", i > 0 ? " " : "", tag);
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static void
test_schemes (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One two three four five");
  g_autofree char *iob2 = NULL;
  g_autofree char *iobes = NULL;

  layer_fixture_annotate (fixture, "c1", "claim", "One two three", NULL);
  layer_fixture_annotate (fixture, "d1", "date", "four", NULL);
  layer_fixture_annotate (fixture, "x1", "unheard", "five", NULL);
  iob2 = tag_all (fixture, ASC_TAGS_IOB2);
  iobes = tag_all (fixture, ASC_TAGS_IOBES);
  g_assert_cmpstr (iob2, ==, "B-claim I-claim I-claim B-date O");
  g_assert_cmpstr (iobes, ==, "B-claim I-claim E-claim S-date O");
}

/* The numbers are the codebook's, whatever is annotated. */
static void
test_numbers (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One");
  g_auto (GStrv) labels = asc_tags_list_labels (fixture->context.codebook);
  const char * const *names = (const char * const *) labels;
  static const char * const expected[] = { "O", "B-claim", "I-claim", "B-actor", "I-actor", "B-date", "I-date", "B-cue", "I-cue" };

  g_assert_cmpuint (asc_tags_get_n_classes (ASC_TAGS_IOB2, names), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (asc_tags_get_n_classes (ASC_TAGS_IOBES, names), ==, 17);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = asc_tags_to_string (ASC_TAGS_IOB2, names, i);

      g_assert_cmpstr (name, ==, expected[i]);
    }
}

static void
test_unknown_labels (void)
{
  g_autoptr (LayerFixture) fixture = layer_fixture_new ("a", "One two");
  g_autoptr (AscLossReport) losses = asc_loss_report_new ();

  layer_fixture_annotate (fixture, "c1", "claim", "One", NULL);
  layer_fixture_annotate (fixture, "x1", "unheard", "two", NULL);
  asc_tags_count_unknown_labels (&fixture->layer, losses);
  g_assert_cmpuint (asc_loss_report_get_count (losses, ASC_LOSS_LABEL), ==, 1);
  g_assert_cmpstr (asc_loss_report_get_item (losses, 0)->detail, ==, "unheard");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tags/schemes", test_schemes);
  g_test_add_func ("/tags/numbers", test_numbers);
  g_test_add_func ("/tags/unknown-labels", test_unknown_labels);

  return g_test_run ();
}
