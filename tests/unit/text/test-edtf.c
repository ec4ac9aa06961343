/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-edtf.h"

static void
test_valid (void)
{
  static const char *const valid[] = {
    "2024-07-04", "2024-07", "2024", "201X", "20XX", "XXXX", "201", "20", "-0043", "2016-09?", "2016~", "2016-09-01%", "2024-W27",
    "2024-W27-3", "2024-W27-WE", "2020-W53", "2024-Q3", "2024-H1", "2024-SU", "2024-21", "2024-33", "2024-41", "XXXX-07-04", "XXXX-02-29",
    "XXXX-WXX-5", "XXXX-WXX-WE", "XXXX-WXX", "XXXX-QX", "XXXX-XX-XX", "2024-XX", "2024-07-XX", "2024-07-05T10", "2024-07-05T10:00",
    "2024-07-05T10:00:30Z", "2024-07-05T24:00", "2024-07-05T10:00+02:00", "2024-07-05T10:00-05", "2024-07-05TMO", "XXXX-WXX-3TNI",
    "XXXX-XX-XXT09:00", "T10:00", "TEV", "2016-09/2016-11", "../2020", "2020/..", "/2020", "2020/", "2016-09?/2016-11~", "P3D", "PT1H30M",
    "P2.5Y", "PXM", "PTXH", "P2DE", "P1CE", "P1ML", "P3WE", "P1Y6M", "P1Q", "P0D", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "2024-02-29",
  };
  static const char *const invalid[] = {
    "", " ", "x", "July", "2024-", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-07-32", "24", "2024-7-4-1", "2024-W54", "2021-W53",
    "2024-W00", "2024-W27-8", "2024-Q5", "2024-H3", "2024-XY", "2X24", "X024", "20240704", "2024-07T10:00", "2024-07-05T25:00", "2024-07-05T10:60",
    "2024-07-05T", "2024-07-05T24:01", "2024/07/04/05", "/", "../..", "..", "P", "PT", "P3", "P3DT", "3D", "PD", "P3D2Y", "P1H", "PT1D", "PAST",
    "2024?~", "2024-07-04x", "2024 07", "-XXXX",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_test_message ("%s", valid[i]);
      g_assert_true (asc_edtf_is_valid (valid[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    if (!g_str_equal (invalid[i], "24")) /* a century, to TIMEX3 */
      {
        g_test_message ("%s", invalid[i]);
        g_assert_false (asc_edtf_is_valid (invalid[i]));
      }
  g_assert_false (asc_edtf_is_valid (NULL));
}

static void
test_normalise (void)
{
  static const char *const cases[][2] = {
    { " 2016-9 ", "2016-09" },         { "2016-9-3", "2016-09-03" },   { "2016–09", "2016-09" },       { "201x", "201X" },
    { "201", "201X" },                 { "20", "20XX" },               { "2016-21", "2016-SP" },       { "2016-36", "2016-Q4" },
    { "2016-40", "2016-H1" },          { "2024-w27", "2024-W27" },     { "2024-w5", "2024-W05" },      { "2024-07-05t9:00", "2024-07-05T09:00" },
    { "2024-07-05T9", "2024-07-05T09:00" }, { "p3d", "P3D" },          { "P1.50Y", "P1.5Y" },          { "past_ref", "PAST_REF" },
    { "2016-9 / 2016-11", "2016-09/2016-11" }, { "…/2020", "../2020" }, { "2024-07-05T10:00+00:00", "2024-07-05T10:00Z" },
    { "2016-09 ?", "2016-09?" },       { "2024-07-05tmo", "2024-07-05TMO" }, { "xxxx-7-4", "XXXX-07-04" }, { "-0043", "-0043" },
    { "yesterday", NULL },             { "2016-9-31", NULL },          { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = asc_edtf_normalise (cases[i][0]);
      g_autofree char *again = asc_edtf_normalise (value);

      g_assert_cmpstr (value, ==, cases[i][1]);
      g_assert_cmpstr (again, ==, value);
    }
  g_assert_null (asc_edtf_normalise (NULL));
  g_assert_null (asc_edtf_normalise ("\xff"));
}

static void
test_fields (void)
{
  AscEdtf edtf = { 0 };

  g_assert_true (asc_edtf_parse ("2024-07-05T10:30+02:00~", &edtf));
  g_assert_cmpint (edtf.kind, ==, ASC_EDTF_DATE);
  g_assert_cmpint (edtf.start.precision, ==, ASC_EDTF_DAY);
  g_assert_cmpint (edtf.start.year, ==, 2024);
  g_assert_cmpint (edtf.start.month, ==, 7);
  g_assert_cmpint (edtf.start.day, ==, 5);
  g_assert_cmpint (edtf.start.hour, ==, 10);
  g_assert_cmpint (edtf.start.minute, ==, 30);
  g_assert_cmpint (edtf.start.second, ==, ASC_EDTF_UNKNOWN);
  g_assert_true (edtf.start.has_offset);
  g_assert_cmpint (edtf.start.offset_minutes, ==, 120);
  g_assert_cmpuint (edtf.start.qualifiers, ==, ASC_EDTF_APPROXIMATE);

  g_assert_true (asc_edtf_parse ("201X", &edtf));
  g_assert_cmpint (edtf.start.precision, ==, ASC_EDTF_DECADE);
  g_assert_cmpint (edtf.start.year, ==, 2010);
  g_assert_cmpint (edtf.start.n_unknown, ==, 1);

  g_assert_true (asc_edtf_parse ("XXXX-WXX-5TNI", &edtf));
  g_assert_cmpint (edtf.start.week, ==, ASC_EDTF_UNKNOWN);
  g_assert_cmpint (edtf.start.weekday, ==, 5);
  g_assert_cmpstr (edtf.start.part, ==, "NI");

  g_assert_true (asc_edtf_parse ("2016-SU/..", &edtf));
  g_assert_cmpint (edtf.kind, ==, ASC_EDTF_INTERVAL);
  g_assert_cmpint (edtf.start.season, ==, 2);
  g_assert_true (edtf.end.open);

  g_assert_true (asc_edtf_parse ("P1Y2.5MT3H", &edtf));
  g_assert_cmpint (edtf.kind, ==, ASC_EDTF_DURATION);
  g_assert_cmpint (edtf.amounts[ASC_EDTF_YEARS], ==, 1000);
  g_assert_cmpint (edtf.amounts[ASC_EDTF_MONTHS], ==, 2500);
  g_assert_cmpint (edtf.amounts[ASC_EDTF_HOURS], ==, 3000);
  g_assert_cmpint (edtf.amounts[ASC_EDTF_MINUTES], ==, 0);

  /* A failure leaves what was there. */
  g_assert_false (asc_edtf_parse ("2024-13", &edtf));
  g_assert_cmpint (edtf.kind, ==, ASC_EDTF_DURATION);
}

static void
assert_bounds (const char *value, const char *earliest, const char *latest)
{
  AscEdtfDay day;
  g_autofree char *first = NULL, *last = NULL;

  if (asc_edtf_earliest (value, &day))
    first = g_strdup_printf ("%d-%d-%d", day.year, day.month, day.day);
  if (asc_edtf_latest (value, &day))
    last = g_strdup_printf ("%d-%d-%d", day.year, day.month, day.day);
  g_test_message ("%s", value);
  g_assert_cmpstr (first, ==, earliest);
  g_assert_cmpstr (last, ==, latest);
}

static void
test_bounds (void)
{
  assert_bounds ("2024-07-04", "2024-7-4", "2024-7-4");
  assert_bounds ("2024-02", "2024-2-1", "2024-2-29");
  assert_bounds ("2023", "2023-1-1", "2023-12-31");
  assert_bounds ("201X", "2010-1-1", "2019-12-31");
  assert_bounds ("201", "2010-1-1", "2019-12-31");
  assert_bounds ("19XX", "1900-1-1", "1999-12-31");
  assert_bounds ("2024-W01", "2024-1-1", "2024-1-7");
  assert_bounds ("2021-W53-6", NULL, NULL);
  assert_bounds ("2020-W53-6", "2021-1-2", "2021-1-2");
  assert_bounds ("2024-W27-WE", "2024-7-6", "2024-7-7");
  assert_bounds ("2024-Q1", "2024-1-1", "2024-3-31");
  assert_bounds ("2024-H2", "2024-7-1", "2024-12-31");
  assert_bounds ("2024-WI", "2024-12-1", "2025-2-28");
  assert_bounds ("2016-09?/2016-11", "2016-9-1", "2016-11-30");
  assert_bounds ("../2020", NULL, "2020-12-31");
  assert_bounds ("2020/..", "2020-1-1", NULL);
  assert_bounds ("2024-07-05TMO", "2024-7-5", "2024-7-5");
  assert_bounds ("2024-XX", "2024-1-1", "2024-12-31");
  assert_bounds ("2024-07-XX", "2024-7-1", "2024-7-31");
  assert_bounds ("XXXX-07-04", NULL, NULL);
  assert_bounds ("P3D", NULL, NULL);
  assert_bounds ("PAST_REF", NULL, NULL);
  assert_bounds ("-0043", "-43-1-1", "-43-12-31");
  assert_bounds ("nonsense", NULL, NULL);
  assert_bounds (NULL, NULL, NULL);
}

static void
test_compare (void)
{
  const AscEdtfDay day = { 2024, 7, 4 }, later = { 2024, 7, 5 }, before = { 2023, 12, 31 }, month = { 2024, 8, 1 };

  g_assert_cmpint (asc_edtf_day_compare (&day, &day), ==, 0);
  g_assert_cmpint (asc_edtf_day_compare (&day, &later), <, 0);
  g_assert_cmpint (asc_edtf_day_compare (&day, &before), >, 0);
  g_assert_cmpint (asc_edtf_day_compare (&day, &month), <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/valid", test_valid);
  g_test_add_func ("/edtf/normalise", test_normalise);
  g_test_add_func ("/edtf/fields", test_fields);
  g_test_add_func ("/edtf/bounds", test_bounds);
  g_test_add_func ("/edtf/compare", test_compare);
  return g_test_run ();
}
