/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the date tables share: a sentence, and what must be found in it, all of it. */
#pragma once

#include "asc-date-finder.h"

/* @expected: "words TYPE value", separated by " | "; empty for nothing. */
typedef struct
{
  const char *sentence;
  const char *expected;
} DateCase;

static char *
found_in (const char *language, const char *anchor, const char *sentence)
{
  g_autoptr (AscText) text = asc_text_new (sentence, -1);
  g_autoptr (AscDateFinder) finder = asc_date_finder_new (language);
  g_autoptr (GPtrArray) matches = asc_date_finder_find (finder, text, anchor);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const AscDateMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *words = asc_text_slice (text, &match->span);

      g_string_append_printf (found, "%s%s %s %s", i > 0 ? " | " : "", words, asc_date_type_to_string (match->type), match->value);
    }
  return g_string_free_and_steal (found);
}

static void
check_cases (const char *language, const char *anchor, const DateCase *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *found = found_in (language, anchor, cases[i].sentence);

      g_test_message ("%s", cases[i].sentence);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

#define CHECK(language, cases) check_cases (language, "2013-03-22", cases, G_N_ELEMENTS (cases)) /* a Friday */
