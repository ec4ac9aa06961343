/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store's files share. */
#pragma once

#include "asc-store-error.h"

static inline GPtrArray *
problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

static inline GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static inline void
assert_bytes_equal_text (GBytes     *bytes,
                         const char *text)
{
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (written, ==, text);
}

static inline void
assert_problem (GPtrArray         *problems,
                guint              i,
                AscStoreErrorCode  code,
                const char        *pointer)
{
  const AscProblem *problem;

  g_assert_cmpuint (i, <, problems->len);
  problem = g_ptr_array_index (problems, i);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_cmpstr (asc_store_error_code_to_string (problem->code), ==, asc_store_error_code_to_string (code));
  g_assert_nonnull (problem->path);
  g_assert_nonnull (problem->detail);
}

/* With what was found in the message, for there should be nothing. */
static inline void
assert_no_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GError) error = NULL;

      asc_problem_to_error (g_ptr_array_index (problems, i), &error);
      g_assert_no_error (error);
    }
}
