/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-boundary-policy.h"

#include "asc-enum.h"

G_DEFINE_ENUM_TYPE (AscBoundaryPolicy, asc_boundary_policy,
                    G_DEFINE_ENUM_VALUE (ASC_BOUNDARY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ASC_BOUNDARY_TRIMMED, "trimmed"),
                    G_DEFINE_ENUM_VALUE (ASC_BOUNDARY_WORDS, "words"),
                    G_DEFINE_ENUM_VALUE (ASC_BOUNDARY_TOKENS, "tokens"))

/**
 * asc_boundary_policy_to_string:
 * @policy: a policy
 *
 * Returns: its name in files
 */
const char *
asc_boundary_policy_to_string (AscBoundaryPolicy policy)
{
  return asc_enum_to_string (ASC_TYPE_BOUNDARY_POLICY, policy);
}

/**
 * asc_boundary_policy_from_string:
 * @string: (nullable): a name from a file
 * @policy: (out): the policy; untouched when @string is none
 *
 * Returns: whether @string names a policy
 */
gboolean
asc_boundary_policy_from_string (const char        *string,
                                 AscBoundaryPolicy *policy)
{
  int value;

  g_return_val_if_fail (policy != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_BOUNDARY_POLICY, string, &value))
    return FALSE;

  *policy = value;
  return TRUE;
}

static gboolean
has_words_without_spaces (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Letters or digits on both sides: a word is cut, but for scripts in which that is seen by a dictionary only. */
static gboolean
cuts_word (AscText *text,
           guint    offset)
{
  gunichar before, after;

  if (offset == 0 || offset >= asc_text_get_length (text))
    return FALSE;

  before = asc_text_char_at (text, offset - 1);
  after = asc_text_char_at (text, offset);
  return g_unichar_isalnum (before) && g_unichar_isalnum (after) && !has_words_without_spaces (after);
}

static gboolean
is_trimmed (AscText       *text,
            const AscSpan *span,
            gboolean       of_punctuation)
{
  gunichar edges[2];

  if (asc_span_is_empty (span))
    return TRUE;

  edges[0] = asc_text_char_at (text, span->start);
  edges[1] = asc_text_char_at (text, span->end - 1);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      if (g_unichar_isspace (edges[i]) || (of_punctuation && g_unichar_ispunct (edges[i])))
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_boundary_policy_allows:
 * @policy: a policy
 * @text: a text
 * @span: a span of it, in code points
 *
 * Returns: whether both edges are where @policy lets them be
 */
gboolean
asc_boundary_policy_allows (AscBoundaryPolicy  policy,
                            AscText           *text,
                            const AscSpan     *span)
{
  g_return_val_if_fail (text != NULL && span != NULL, TRUE);

  switch (policy)
    {
    case ASC_BOUNDARY_TRIMMED:
      return is_trimmed (text, span, TRUE);
    case ASC_BOUNDARY_WORDS:
    case ASC_BOUNDARY_TOKENS:
      return is_trimmed (text, span, policy == ASC_BOUNDARY_WORDS) &&
             !cuts_word (text, span->start) && !cuts_word (text, span->end);
    case ASC_BOUNDARY_NONE:
    default:
      return TRUE;
    }
}
