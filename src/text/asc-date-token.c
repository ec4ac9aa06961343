/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-token.h"

#include <string.h>

/* A sentence longer than this is cut: text without full stops must not cost memory or time. */
#define MAX_TOKENS 2000

/* A line of this length (bytes) that ends without a full stop was wrapped, so the sentence goes on in the next. */
#define WRAPPED_MIN 40
#define WRAPPED_MAX 100

static inline gunichar
char_at (const char *p, const char *end, const char **next)
{
  if ((guchar) *p < 0x80)
    {
      *next = p + 1;
      return (guchar) *p;
    }
  *next = g_utf8_next_char (p);
  if (*next > end)
    *next = end;
  return g_utf8_get_char (p);
}

static inline gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : (g_unichar_isalpha (c) || g_unichar_ismark (c));
}

static inline gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace ((char) c) : g_unichar_isspace (c);
}

static inline gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static inline gboolean
is_upper (gunichar c)
{
  return c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c);
}

static inline gboolean
is_lower (gunichar c)
{
  return c < 0x80 ? g_ascii_islower ((char) c) : g_unichar_islower (c);
}

/* Dashes are one mark, and quotation marks that serve as apostrophes another. */
static const char *
mark_name (gunichar c, const char *p, gsize *n_bytes)
{
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
    {
      *n_bytes = 1;
      return "-";
    }
  if (c == 0x2018 || c == 0x2019 || c == '`')
    {
      *n_bytes = 1;
      return "'";
    }
  return p;
}

/* The end of a word that starts at @p. "year's" ends before the "'s"; with elision "l'" takes the apostrophe along. */
static const char *
word_end (const char *p, const char *end, gboolean elision, guint *n_letters, gboolean *caps)
{
  const char *next;
  gunichar c;

  *n_letters = 0;
  *caps = TRUE;
  while (p < end && is_letter (c = char_at (p, end, &next)))
    {
      *caps = *caps && !is_lower (c);
      (*n_letters)++;
      p = next;
    }
  if (elision && p < end && is_apostrophe (char_at (p, end, &next)) && next < end && is_letter (char_at (next, end, &(const char *) { NULL })))
    p = next;
  return p;
}

static AscDateToken *
add_token (GArray *tokens, AscDateTokenKind kind, const char *utf8, const char *p, const char *end)
{
  AscDateToken *token, *previous;

  g_array_set_size (tokens, tokens->len + 1);
  token = &g_array_index (tokens, AscDateToken, tokens->len - 1);
  previous = tokens->len > 1 ? token - 1 : NULL;
  *token = (AscDateToken) {
    .kind = kind,
    .start = (gsize) (p - utf8),
    .end = (gsize) (end - utf8),
    .glued = previous != NULL && previous->end == (gsize) (p - utf8),
  };
  return token;
}

/* A word that no table has may be two of them: "Montagabend". It becomes two tokens, glued. */
static void
split_compound (const AscDateLanguage *language, const char *utf8, GArray *tokens)
{
  AscDateToken token = g_array_index (tokens, AscDateToken, tokens->len - 1);
  gsize length = token.end - token.start;

  for (const char *const *tail = language->tables->compound_tails; tail != NULL && *tail != NULL; tail++)
    {
      gsize n_tail = strlen (*tail);
      const AscDateWord *head, *word;

      if (length <= n_tail + 2 || g_ascii_strncasecmp (utf8 + token.end - n_tail, *tail, n_tail) != 0)
        continue;
      head = asc_date_language_lookup (language, utf8 + token.start, length - n_tail);
      word = asc_date_language_lookup (language, utf8 + token.end - n_tail, n_tail);
      if (head == NULL || word == NULL || head->readings->len == 0)
        continue;
      g_array_index (tokens, AscDateToken, tokens->len - 1).end = token.end - n_tail;
      g_array_index (tokens, AscDateToken, tokens->len - 1).word = head;
      add_token (tokens, ASC_TOKEN_WORD, utf8, utf8 + token.end - n_tail, utf8 + token.end)->word = word;
      return;
    }
}

static const char *
read_word (const AscDateLanguage *language, const char *utf8, const char *p, const char *end, GArray *tokens)
{
  const char *after;
  AscDateToken *token;
  gboolean caps;
  guint n_letters;

  after = word_end (p, end, language->tables->elision, &n_letters, &caps);
  token = add_token (tokens, ASC_TOKEN_WORD, utf8, p, after);
  token->upper = is_upper (char_at (p, end, &(const char *) { NULL }));
  token->caps = caps && n_letters > 1;
  token->word = asc_date_language_lookup (language, p, (gsize) (after - p));
  if (token->word == NULL && language->tables->compound_tails != NULL)
    split_compound (language, utf8, tokens);
  return after;
}

static const char *
read_number (const AscDateLanguage *language, const char *utf8, const char *p, const char *end, GArray *tokens)
{
  AscDateToken *token;
  const char *after = p;
  gint64 number = 0;

  while (after < end && is_digit ((guchar) *after))
    {
      number = after - p < 15 ? number * 10 + (*after - '0') : -1;
      after++;
    }
  token = add_token (tokens, ASC_TOKEN_NUMBER, utf8, p, after);
  token->number = number;
  if (after - p <= 2) /* some phrases have numbers: "9/11" */
    token->word = asc_date_language_lookup (language, p, (gsize) (after - p));
  return after;
}

static const char *
read_mark (const AscDateLanguage *language, const char *utf8, const char *p, const char *end, GArray *tokens)
{
  const char *next, *name;
  gunichar c = char_at (p, end, &next);
  AscDateToken *token;
  gsize n_bytes;

  /* "'s", "'clock": one token, unless a quotation starts here. */
  if (!language->tables->elision && is_apostrophe (c) && tokens->len > 0 && next < end &&
      g_array_index (tokens, AscDateToken, tokens->len - 1).end == (gsize) (p - utf8) &&
      g_array_index (tokens, AscDateToken, tokens->len - 1).kind != ASC_TOKEN_MARK &&
      is_letter (char_at (next, end, &(const char *) { NULL })))
    {
      guint n_letters;
      gboolean caps;
      char buffer[16] = "'";

      p = word_end (next, end, FALSE, &n_letters, &caps);
      token = add_token (tokens, ASC_TOKEN_WORD, utf8, utf8 + g_array_index (tokens, AscDateToken, tokens->len - 1).end, p);
      if ((gsize) (p - next) < sizeof buffer - 1)
        {
          memcpy (buffer + 1, next, (gsize) (p - next));
          token->word = asc_date_language_lookup (language, buffer, 1 + (gsize) (p - next));
        }
      return p;
    }
  n_bytes = (gsize) (next - p);
  name = mark_name (c, p, &n_bytes);
  token = add_token (tokens, ASC_TOKEN_MARK, utf8, p, next);
  token->word = asc_date_language_lookup (language, name, n_bytes);
  return next;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0x201C || c == 0xBB;
}

static gboolean
has_class (const AscDateToken *token, AscDateClass class)
{
  return token->word != NULL && asc_date_word_reading (token->word, class) != NULL;
}

static gboolean
is_abbreviation (const AscDateToken *token)
{
  if (token->word != NULL)
    for (guint i = 0; i < token->word->readings->len; i++)
      if (g_array_index (token->word->readings, AscDateReading, i).flags & ASC_LEXEME_ABBR)
        return TRUE;
  return FALSE;
}

/* Whether the tokens so far end a sentence, given what comes after the white space. */
static gboolean
ends_sentence (const char *utf8, const GArray *tokens, gunichar next_char, gboolean at_line_end)
{
  guint i = tokens->len;
  const AscDateToken *token = NULL, *before;
  gunichar c = 0;

  while (i > 0)
    {
      token = &g_array_index (tokens, AscDateToken, --i);
      if (token->kind != ASC_TOKEN_MARK)
        return FALSE;
      c = g_utf8_get_char (utf8 + token->start);
      if (!is_closing (c))
        break;
    }
  if (c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F)
    return TRUE;
  if (c != '.')
    return FALSE;
  if (is_lower (next_char) && !at_line_end)
    return FALSE;
  before = i > 0 && token->glued ? token - 1 : NULL;
  if (before != NULL && before->kind == ASC_TOKEN_NUMBER && has_class (token, ASC_CLASS_ORD))
    return before->number < 0 || before->number > 99; /* "am 5. Mai" */
  if (before == NULL || before->kind != ASC_TOKEN_WORD)
    return TRUE;
  if (has_class (before, ASC_CLASS_STOP))
    return FALSE;
  if (before->end - before->start == 1 && !at_line_end)
    return FALSE; /* an initial, or "p.m.": a sentence too long does less harm than one too short */
  if (is_abbreviation (before) && is_digit (next_char))
    return FALSE;
  return TRUE;
}

/* Whether a line end goes on the sentence: the line was wrapped. */
static gboolean
is_wrapped (const char *utf8, gsize from, gsize line_end, gunichar next_char)
{
  gsize start = line_end;

  while (start > from && utf8[start - 1] != '\n' && line_end - start <= WRAPPED_MAX)
    start--;
  if (is_lower (next_char))
    return TRUE;
  return line_end - start >= WRAPPED_MIN && line_end - start <= WRAPPED_MAX;
}

/* Skips white space. FALSE when the sentence ends there. */
static gboolean
skip_space (const char *utf8, gsize from, const char **at, const char *end, GArray *tokens, gboolean *line)
{
  const char *p = *at, *next, *first_line_end = NULL;
  guint n_lines = 0;
  gunichar c;

  while (p < end && is_space (c = char_at (p, end, &next)))
    {
      if (c == '\n' || c == 0x2028 || c == 0x2029)
        {
          first_line_end = first_line_end != NULL ? first_line_end : p;
          n_lines++;
        }
      p = next;
    }
  *at = p;
  *line = n_lines > 0;
  if (tokens->len == 0)
    return TRUE;
  if (p >= end || n_lines > 1 || tokens->len >= MAX_TOKENS)
    return FALSE;
  c = char_at (p, end, &next);
  if (ends_sentence (utf8, tokens, c, n_lines > 0))
    return FALSE;
  return n_lines == 0 || is_wrapped (utf8, from, (gsize) (first_line_end - utf8), c);
}

/**
 * asc_date_tokens_read:
 * @language: the language's tables
 * @utf8: a text
 * @from: where the sentence starts, in bytes
 * @to: where the text ends, in bytes
 * @tokens: (element-type AscDateToken): emptied, then filled
 *
 * Reads one sentence. What a sentence is only matters for looking around (tense, dates mentioned before): an
 * expression that runs over a sentence end is lost, one that has too much around it is not.
 *
 * Returns: where the next sentence starts, in bytes
 */
gsize
asc_date_tokens_read (const AscDateLanguage *language, const char *utf8, gsize from, gsize to, GArray *tokens)
{
  const char *p = utf8 + from, *end = utf8 + to, *next;
  gboolean line = FALSE;

  g_array_set_size (tokens, 0);
  while (p < end)
    {
      gunichar c = char_at (p, end, &next);
      guint n_before = tokens->len;

      if (is_space (c))
        {
          if (!skip_space (utf8, from, &p, end, tokens, &line))
            break;
          continue;
        }
      if (is_digit (c))
        p = read_number (language, utf8, p, end, tokens);
      else if (is_letter (c))
        p = read_word (language, utf8, p, end, tokens);
      else
        p = read_mark (language, utf8, p, end, tokens);
      g_array_index (tokens, AscDateToken, n_before).line = line;
      line = FALSE;
      if (tokens->len >= 2 * MAX_TOKENS)
        break;
    }
  return (gsize) (p - utf8);
}
