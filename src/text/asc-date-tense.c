/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-tense.h"

#include <string.h>

/* How far a verb may be away (tokens). */
#define REACH 30

/* "will be held", "is being held": so many words before a participle are looked at for what makes it none of the past. */
#define AUXILIARY_REACH 3

static gboolean
is_word (const AscDateToken *token, const char *text)
{
  return text != NULL && token->word != NULL && g_str_equal (token->word->text, text);
}

static gboolean
ends_with_one_of (const char *text, gsize n_bytes, const char *const *endings)
{
  for (; endings != NULL && *endings != NULL; endings++)
    {
      gsize n = strlen (*endings);

      if (n_bytes > n + 1 && memcmp (text + n_bytes - n, *endings, n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the tables say of a word; "won't" is told from "won" by the word after it. */
static const AscDateReading *
tense_reading (const GArray *tokens, guint at)
{
  const AscDateToken *token = &g_array_index (tokens, AscDateToken, at);

  for (guint i = 0; token->word != NULL && i < token->word->readings->len; i++)
    {
      const AscDateReading *reading = &g_array_index (token->word->readings, AscDateReading, i);

      if (reading->class == ASC_CLASS_TENSE && (reading->n_more == 0 || (at + 1 < tokens->len && token[1].word == reading->more[0])))
        return reading;
    }
  return NULL;
}

static AscDateTense
tense_of_word (const AscDateLanguage *language, const char *utf8, const GArray *tokens, guint at, gboolean adjacent)
{
  const AscDateToken *token = &g_array_index (tokens, AscDateToken, at);
  const AscDateReading *reading;
  const char *text = utf8 + token->start;
  gsize n_bytes = token->end - token->start;

  if (token->kind != ASC_TOKEN_WORD)
    return ASC_TENSE_NONE;
  reading = tense_reading (tokens, at);
  if (reading != NULL)
    return adjacent || !(reading->flags & ASC_LEXEME_BARE) ? (AscDateTense) reading->value : ASC_TENSE_NONE;
  if (token->upper)
    return ASC_TENSE_NONE;
  if (ends_with_one_of (text, n_bytes, language->tables->future_endings))
    return ASC_TENSE_FUTURE; /* first: "serait" ends like "était" */
  if (ends_with_one_of (text, n_bytes, language->tables->past_endings))
    return ASC_TENSE_PAST;
  return ASC_TENSE_NONE;
}

/* A participle is of the past only when nothing before it says otherwise. */
static AscDateTense
tense_of_group (const AscDateLanguage *language, const char *utf8, const GArray *tokens, guint at, AscDateTense tense)
{
  if (tense != ASC_TENSE_PAST)
    return tense;
  for (guint i = at, n = 0; i > 0 && n < AUXILIARY_REACH; i--, n++)
    {
      const AscDateToken *token = &g_array_index (tokens, AscDateToken, i - 1);
      AscDateTense before;

      if (token->kind == ASC_TOKEN_MARK)
        break;
      if (n < 2 && is_word (token, language->tables->infinitive))
        return ASC_TENSE_FUTURE;
      before = tense_of_word (language, utf8, tokens, i - 1, FALSE);
      if (before != ASC_TENSE_NONE)
        return before;
    }
  return tense;
}

/* "plans to sell": what governs the infinitive decides; nothing by itself when that is unknown. */
static AscDateTense
tense_at (const AscDateLanguage *language, const char *utf8, const GArray *tokens, guint at)
{
  const AscDateToken *token = &g_array_index (tokens, AscDateToken, at);

  if (is_word (token, language->tables->infinitive))
    return ASC_TENSE_NONE;
  return tense_of_group (language, utf8, tokens, at, tense_of_word (language, utf8, tokens, at, FALSE));
}

AscDateTense
asc_date_tense_near (const AscDateLanguage *language, const char *utf8, const GArray *tokens, guint start, guint end)
{
  AscDateTense tense;

  if (start > 0)
    {
      tense = tense_of_word (language, utf8, tokens, start - 1, TRUE);
      if (tense != ASC_TENSE_NONE && tense_of_word (language, utf8, tokens, start - 1, FALSE) == ASC_TENSE_NONE)
        return tense;
    }
  for (guint i = start, n = 0; i > 0 && n < REACH; i--, n++)
    {
      tense = tense_at (language, utf8, tokens, i - 1);
      if (tense != ASC_TENSE_NONE)
        return tense;
    }
  for (guint i = end; i < tokens->len && i < end + REACH; i++)
    {
      tense = tense_at (language, utf8, tokens, i);
      if (tense != ASC_TENSE_NONE)
        return tense;
    }
  return ASC_TENSE_NONE;
}
