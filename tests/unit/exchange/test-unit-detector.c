/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-unit-detector.h"

/* Fixture B: the emoji comes first, so that every unit gives another offset. */
#define TEXT "😀 Dr. Wang Zhisheng stated on July 4."

static const AscOffsetConvention code_points = { ASC_OFFSET_CODE_POINTS, FALSE };

static void
test_to_span (void)
{
  static const struct { AscOffsetConvention convention; AscRange range; gboolean fits; AscSpan span; } cases[] = {
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 2, 19 }, TRUE, { 2, 19 } },
    { { ASC_OFFSET_UTF16, FALSE }, { 3, 20 }, TRUE, { 2, 19 } },
    { { ASC_OFFSET_BYTES, FALSE }, { 5, 22 }, TRUE, { 2, 19 } },
    { { ASC_OFFSET_CODE_POINTS, TRUE }, { 2, 18 }, TRUE, { 2, 19 } },
    { { ASC_OFFSET_UTF16, TRUE }, { 3, 19 }, TRUE, { 2, 19 } },
    { { ASC_OFFSET_UTF16, FALSE }, { 1, 20 }, FALSE, { 0, 0 } },      /* inside the emoji */
    { { ASC_OFFSET_BYTES, FALSE }, { 2, 22 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 2, 200 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { -1, 3 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 3, 3 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 5, 3 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 0, 37 }, TRUE, { 0, 37 } },   /* to the end */
    { { ASC_OFFSET_CODE_POINTS, TRUE }, { 0, 36 }, TRUE, { 0, 37 } },
    { { ASC_OFFSET_CODE_POINTS, TRUE }, { 0, 37 }, FALSE, { 0, 0 } },
    { { ASC_OFFSET_CODE_POINTS, FALSE }, { 0, G_MAXINT64 }, FALSE, { 0, 0 } },
  };
  g_autoptr (AscText) text = asc_text_new (TEXT, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AscSpan span = { 77, 77 };

      g_assert_cmpint (asc_offset_convention_to_span (cases[i].convention, text, &cases[i].range, &span), ==, cases[i].fits);
      g_assert_cmpuint (span.start, ==, cases[i].fits ? cases[i].span.start : 77);
      g_assert_cmpuint (span.end, ==, cases[i].fits ? cases[i].span.end : 77);
    }
}

static void
test_fits (void)
{
  g_autoptr (AscText) text = asc_text_new ("One  two\nthree; four", -1);
  static const struct { AscRange ranges[2]; gsize n; const char *quote; gboolean fits; } cases[] = {
    { { { 0, 8 } }, 1, "One  two", TRUE },
    { { { 0, 8 } }, 1, "One two", TRUE },
    { { { 5, 14 } }, 1, "two three", TRUE },
    { { { 5, 14 } }, 1, "twothree", FALSE },
    { { { 0, 8 } }, 1, "One two three", FALSE },
    { { { 0, 3 } }, 1, "One two", FALSE },
    { { { 0, 3 }, { 9, 14 } }, 2, "One three", TRUE },
    { { { 5, 8 }, { 9, 14 } }, 2, "two three", TRUE },
    { { { 0, 3 }, { 9, 14 } }, 2, "One", FALSE },
    { { { 16, 20 } }, 1, "four", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AscWitness witness = { cases[i].ranges, cases[i].n, cases[i].quote };

      g_assert_cmpint (asc_offset_convention_fits (code_points, text, &witness), ==, cases[i].fits);
    }
}

static void
test_detect (void)
{
  static const AscRange in_units[][2] = {
    { { 2, 19 }, { 30, 36 } },
    { { 3, 20 }, { 31, 37 } },
    { { 5, 22 }, { 33, 39 } },
  };
  g_autoptr (AscText) text = asc_text_new (TEXT, -1);

  for (guint unit = 0; unit < G_N_ELEMENTS (in_units); unit++)
    for (int inclusive = 0; inclusive <= 1; inclusive++)
      {
        AscRange ranges[2] = { in_units[unit][0], in_units[unit][1] };
        AscWitness witnesses[3] = { { &ranges[0], 1, "Dr. Wang Zhisheng" }, { &ranges[1], 1, "July 4" }, { &ranges[0], 1, NULL } };
        gsize n_fitting;
        gsize n_witnesses;
        AscOffsetConvention found;

        ranges[0].end -= inclusive;
        ranges[1].end -= inclusive;
        found = asc_unit_detector_detect (code_points, text, witnesses, 3, &n_fitting, &n_witnesses);
        g_assert_cmpint (found.unit, ==, unit);
        g_assert_cmpint (found.inclusive, ==, inclusive);
        g_assert_cmpuint (n_fitting, ==, 2);
        g_assert_cmpuint (n_witnesses, ==, 2);
      }
}

/* Without a witness, or with a tie, the format is believed. */
static void
test_nominal_wins (void)
{
  const AscOffsetConvention utf16 = { ASC_OFFSET_UTF16, FALSE };
  g_autoptr (AscText) plain = asc_text_new ("No emoji at all", -1);
  AscRange range = { 3, 8 };
  AscWitness witness = { &range, 1, "emoji" };
  AscWitness liar = { &range, 1, "nonsense" };
  gsize n_fitting;
  gsize n_witnesses;

  g_assert_cmpint (asc_unit_detector_detect (utf16, plain, &witness, 1, &n_fitting, &n_witnesses).unit, ==, ASC_OFFSET_UTF16);
  g_assert_cmpuint (n_fitting, ==, 1);
  g_assert_cmpint (asc_unit_detector_detect (utf16, plain, &liar, 1, &n_fitting, &n_witnesses).unit, ==, ASC_OFFSET_UTF16);
  g_assert_cmpuint (n_fitting, ==, 0);
  g_assert_cmpint (asc_unit_detector_detect (code_points, plain, NULL, 0, &n_fitting, &n_witnesses).unit, ==, ASC_OFFSET_CODE_POINTS);
  g_assert_cmpuint (n_witnesses, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unit-detector/to-span", test_to_span);
  g_test_add_func ("/unit-detector/fits", test_fits);
  g_test_add_func ("/unit-detector/detect", test_detect);
  g_test_add_func ("/unit-detector/nominal-wins", test_nominal_wins);

  return g_test_run ();
}
