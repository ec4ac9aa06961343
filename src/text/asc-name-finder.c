/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-name-finder.h"

#include "asc-chars.h"
#include "asc-word-lists.h"

/* How many words to each side are looked at: no name is longer, a headline in capitals may be. */
#define MAX_TOKENS_ASIDE 32
/* Longer than the second syllable of a Korean or Chinese given name: "Kim Jong-un", "Tsai
 * Ing-wen". */
#define MAX_SYLLABLE_CHARS 5

/* The flags of what may stand inside a name in lower case. */
#define SMALL_WORDS \
  (ASC_WORD_PARTICLE | ASC_WORD_PARTICLE_FIRST | ASC_WORD_OF | ASC_WORD_ARTICLE)

typedef enum
{
  TOKEN_OTHER,
  TOKEN_CAPITAL,    /* a word with a capital letter in it */
  TOKEN_SMALL,      /* a lower-case word that may stand inside a name */
  TOKEN_SYLLABLE,   /* a lower-case word right after a hyphen */
  TOKEN_HYPHEN,
  TOKEN_AMPERSAND,
  TOKEN_STOP,       /* the full stop of an initial */
} TokenKind;

typedef struct
{
  AscSpan      span;
  TokenKind    kind;
  AscWordFlags flags;
  gboolean     is_word;
  gboolean     is_glued;       /* nothing between it and the token before */
  gboolean     is_possessive;  /* span is already without the ’s */
  gboolean     is_capitalised; /* its first letter is a capital */
  guint        n_elided;       /* length of "l’" in "l’Élysée" */
} Token;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static Token
read_token (AscText *text, const char *language, AscSpan span)
{
  Token           token = { .span = span };
  g_autofree char *word = NULL;
  gunichar        first = asc_text_char_at (text, span.start);
  gunichar        before = span.start > 0 ? asc_text_char_at (text, span.start - 1) : ' ';
  gboolean        has_capital = FALSE, is_cased = FALSE;

  token.is_glued = !asc_char_is_white_space (before);
  token.is_capitalised = asc_char_is_capital (first);

  if (asc_span_length (&span) > 2 && is_apostrophe (asc_text_char_at (text, span.end - 2))
      && g_unichar_tolower (asc_text_char_at (text, span.end - 1)) == 's')
    {
      token.is_possessive = TRUE;
      token.span.end -= 2;
    }

  word = asc_text_slice (text, &token.span);
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      token.is_word |= asc_char_is_word (c);
      has_capital |= asc_char_is_capital (c);
      is_cased |= asc_char_is_cased (c);
      if (is_apostrophe (c) && token.n_elided == 0
          && (asc_word_lists_lookup (language, word, (gsize) (p - word)) & ASC_WORD_ELISION) != 0)
        token.n_elided = (guint) g_utf8_pointer_to_offset (word, p) + 1;
    }
  token.flags = asc_word_lists_lookup (language, word, strlen (word));

  if (has_capital)
    token.kind = TOKEN_CAPITAL;
  else if (is_cased && is_hyphen (before))
    token.kind = TOKEN_SYLLABLE;
  else if (token.flags & SMALL_WORDS)
    token.kind = TOKEN_SMALL;
  else if (asc_span_length (&span) == 1 && is_hyphen (first) && token.is_glued)
    token.kind = TOKEN_HYPHEN;
  else if (first == '&')
    token.kind = TOKEN_AMPERSAND;
  else if (first == '.' && asc_char_is_capital (before)
           && (span.start < 2 || !asc_char_is_word (asc_text_char_at (text, span.start - 2))))
    token.kind = TOKEN_STOP;

  return token;
}

/* The tokens around @word that may be in one name with it, in order; @word is at @index. @before:
 * the one before them, which decides whether the first is capitalised only because a sentence
 * starts; no word when there is none in the sentence. */
static GArray *
collect_tokens (AscSegmenter  *segmenter,
                const char    *language,
                const AscSpan *word,
                guint         *index,
                Token         *before)
{
  AscText *text = asc_segmenter_get_text (segmenter);
  GArray  *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  Token    token = read_token (text, language, *word);
  AscSpan  sentence = *word, span = *word;

  *before = (Token) { .kind = TOKEN_OTHER };
  asc_segmenter_segment_at (segmenter, ASC_SEGMENT_SENTENCE, word->start, &sentence);
  g_array_append_val (tokens, token);

  while (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_WORD, span.start, &span)
         && span.start >= sentence.start)
    {
      token = read_token (text, language, span);
      if (token.kind == TOKEN_OTHER || tokens->len > MAX_TOKENS_ASIDE)
        {
          *before = token;
          break;
        }
      g_array_prepend_val (tokens, token);
    }

  *index = tokens->len - 1;
  span = *word;
  while (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_WORD, span.end, &span)
         && span.end <= sentence.end && tokens->len <= *index + MAX_TOKENS_ASIDE)
    {
      token = read_token (text, language, span);
      if (token.kind == TOKEN_OTHER)
        break;
      g_array_append_val (tokens, token);
    }

  return tokens;
}

static const Token *
get_token (GArray *tokens, guint i)
{
  static const Token none = { .kind = TOKEN_OTHER };

  return i < tokens->len ? &g_array_index (tokens, Token, i) : &none;
}

static gboolean
is_small_word (GArray *tokens, guint i, AscWordFlags flag)
{
  const Token *token = get_token (tokens, i);

  return token->kind == TOKEN_SMALL && (token->flags & flag) != 0;
}

/* After particles that start at @i, maybe joined to it by a hyphen: the index of the capitalised
 * word, or 0. */
static guint
skip_particles (GArray *tokens, guint i)
{
  guint first = i;

  while (is_small_word (tokens, i, ASC_WORD_PARTICLE))
    i++;
  if (i > first && get_token (tokens, i)->kind == TOKEN_HYPHEN)
    i++;

  return i > first && get_token (tokens, i)->kind == TOKEN_CAPITAL ? i : 0;
}

/* "of", maybe with an article, from @i on: the index of the capitalised word after it, or 0. */
static guint
skip_of (GArray *tokens, guint i)
{
  if (!is_small_word (tokens, i, ASC_WORD_OF))
    return 0;

  i++;
  while (is_small_word (tokens, i, ASC_WORD_ARTICLE))
    i++;

  return get_token (tokens, i)->kind == TOKEN_CAPITAL ? i : 0;
}

/* The index of the token with which a name from @first to @last goes on, or 0. */
static guint
find_continuation (GArray *tokens, guint first, guint last, gboolean joins_particles)
{
  const Token *end = get_token (tokens, last), *next = get_token (tokens, last + 1);
  const Token *after = get_token (tokens, last + 2);
  guint        i;

  if (end->is_possessive)
    return 0;

  switch (next->kind)
    {
    case TOKEN_CAPITAL:
      return next->is_glued ? 0 : last + 1;

    case TOKEN_STOP:
      return after->kind == TOKEN_CAPITAL && asc_span_length (&end->span) == 1 ? last + 2 : 0;

    case TOKEN_AMPERSAND:
      return after->kind == TOKEN_CAPITAL ? last + 2 : 0;

    case TOKEN_HYPHEN:
      if (after->kind == TOKEN_CAPITAL && after->is_glued)
        return last + 2;
      if (after->kind == TOKEN_SYLLABLE && last > first
          && asc_span_length (&after->span) <= MAX_SYLLABLE_CHARS
          && (after->flags & (ASC_WORD_SUFFIX | ASC_WORD_FUNCTION)) == 0)
        return last + 2;
      return 0;

    case TOKEN_SMALL:
      i = joins_particles ? skip_particles (tokens, last + 1) : 0;
      if (i == 0 && (last == first || (end->flags & ASC_WORD_INSTITUTION) != 0))
        i = skip_of (tokens, last + 1);
      return i;

    default:
      return 0;
    }
}

/* Looks for the name that holds the token at @index, reading names from the left as they come. */
static gboolean
find_name (GArray *tokens, guint index, const Token *before, const char *language, AscSpan *name)
{
  guint i = 0;

  while (i <= index)
    {
      const Token *previous = i > 0 ? get_token (tokens, i - 1) : before;
      const Token *token = get_token (tokens, i);
      guint        first = i, last = i, next, n_elided = 0;
      gboolean     joins_particles;

      i++;
      if (token->kind == TOKEN_SMALL && (token->flags & ASC_WORD_PARTICLE_FIRST) != 0)
        {
          last = skip_particles (tokens, first);
          if (last == 0)
            continue;
        }
      else if (token->kind != TOKEN_CAPITAL
               || (!previous->is_word && (token->flags & ASC_WORD_FUNCTION) != 0))
        continue;
      else if (!previous->is_word || !token->is_capitalised)
        n_elided = token->n_elided; /* but not of "chez L’Oréal" */

      /* Where every noun has a capital, "der Rücktritt von Merkel" looks like "Ursula von der
       * Leyen" but for the article. */
      joins_particles = !asc_word_lists_capitalises_nouns (language)
                        || (previous->flags & ASC_WORD_ARTICLE) == 0;
      while ((next = find_continuation (tokens, first, last, joins_particles)) != 0)
        last = next;

      if (first <= index && index <= last)
        {
          *name = ASC_SPAN (token->span.start + n_elided, get_token (tokens, last)->span.end);
          return TRUE;
        }
      i = last + 1;
    }

  return FALSE;
}

/**
 * asc_name_finder_at:
 * @segmenter: segmenter of a text
 * @offset: a position in code points, inside or at either edge of a word
 * @name: (out caller-allocates): the name there
 *
 * Finds the name at a place, by rule and without a model:
 *
 * - The longest run of words with a capital letter, in one sentence, with nothing between them but
 *   white space, hyphens, "&", the stops of initials and particles ("de", "von der", "bin", "al-").
 *   Titles are such words ("Dr. Wang Zhisheng").
 * - "of" and "of the" join when one capitalised word is before them or an office or institution
 *   ("University of …").
 * - The possessive ’s ends a name and is no part of it; so is an elided article before it
 *   ("l’Élysée").
 * - A function word which is capitalised because a sentence, quotation or bracket starts ("The
 *   Ministry") is no part of it.
 * - In a script without capitals, and at a lower-case word, number or function word, it is that
 *   word alone.
 *
 * Returns: whether there is a word at @offset; @name is untouched when there is none
 */
gboolean
asc_name_finder_at (AscSegmenter *segmenter, guint offset, AscSpan *name)
{
  AscText    *text;
  const char *language;
  AscSpan     word, previous;
  Token       token, before;
  guint       index;

  g_return_val_if_fail (segmenter != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  text = asc_segmenter_get_text (segmenter);
  language = asc_word_lists_language (asc_segmenter_get_language (segmenter));
  if (!asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, offset, &word))
    return FALSE;

  token = read_token (text, language, word);
  /* "Wang|, who": the mark after the caret is not meant. */
  if (!token.is_word && word.start == offset
      && asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_WORD, offset, &previous)
      && previous.end == offset)
    {
      word = previous;
      token = read_token (text, language, word);
    }

  if (token.kind != TOKEN_OTHER)
    {
      g_autoptr (GArray) tokens = collect_tokens (segmenter, language, &word, &index, &before);

      if (find_name (tokens, index, &before, language, name))
        return TRUE;
    }
  if (!token.is_word)
    return FALSE;

  *name = token.span;
  return TRUE;
}
