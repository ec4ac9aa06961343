/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-number.h"

#define ONE 1000 /* thousandths */

/* No number of a text that is a date or a length of time is larger; keeps the arithmetic from overflowing. */
#define MAX_NUMBER (G_GINT64_CONSTANT (1000000000000) * ONE)

static const AscDateToken *
token_at (const GArray *tokens, guint at)
{
  return at < tokens->len ? &g_array_index (tokens, AscDateToken, at) : NULL;
}

static gboolean
is_mark (const AscDateToken *token, const char *text)
{
  return token != NULL && token->kind == ASC_TOKEN_MARK && token->word != NULL && g_str_equal (token->word->text, text);
}

static guint
n_digits (const AscDateToken *token)
{
  return (guint) (token->end - token->start);
}

static gboolean
is_glued_number (const AscDateToken *token)
{
  return token != NULL && token->kind == ASC_TOKEN_NUMBER && token->glued;
}

/* "1,500", "3.5", "20": groups of three after a comma are thousands, anything after a point is a fraction. */
static guint
read_digits (const GArray *tokens, guint at, gint64 *thousandths)
{
  const AscDateToken *token = token_at (tokens, at);
  gint64 number = token->number;
  guint n = 1;

  if (number < 0 || n_digits (token) > 12)
    return 0;
  while (n_digits (token) <= 3 && is_mark (token_at (tokens, at + n), ",") && token_at (tokens, at + n)->glued &&
         is_glued_number (token_at (tokens, at + n + 1)) && n_digits (token_at (tokens, at + n + 1)) == 3 &&
         number < G_GINT64_CONSTANT (1000000000))
    {
      number = number * 1000 + token_at (tokens, at + n + 1)->number;
      n += 2;
    }
  *thousandths = number * ONE;
  if ((is_mark (token_at (tokens, at + n), ".") || is_mark (token_at (tokens, at + n), ",")) &&
      token_at (tokens, at + n)->glued && is_glued_number (token_at (tokens, at + n + 1)))
    {
      const AscDateToken *fraction = token_at (tokens, at + n + 1);
      static const gint64 scale[] = { 0, 100, 10, 1 };

      if (n_digits (fraction) <= 3)
        {
          *thousandths += fraction->number * scale[n_digits (fraction)];
          n += 2;
        }
    }
  return n;
}

/* "twenty-one", "two hundred and five", "quatre-vingt-dix-sept": tens take what is smaller, hundreds and more multiply. */
static guint
read_words (const GArray *tokens, guint at, gint64 *thousandths)
{
  gint64 total = 0, group = 0, last = 0;
  guint n = 0;

  for (guint i = at; i < tokens->len && n < 12;)
    {
      const AscDateToken *token = token_at (tokens, i);
      const AscDateReading *reading = NULL;
      guint n_words = 1;

      if (n > 0 && is_mark (token, "-") && token->glued && (token = token_at (tokens, i + 1)) != NULL && token->glued)
        n_words = 2;
      if (token == NULL || token->kind != ASC_TOKEN_WORD || token->word == NULL)
        break;
      for (guint k = 0; k < token->word->readings->len && reading == NULL; k++)
        {
          const AscDateReading *candidate = &g_array_index (token->word->readings, AscDateReading, k);
          gboolean here = candidate->class == ASC_CLASS_NUMWORD;

          for (guint m = 0; m < candidate->n_more && here; m++)
            here = i + n_words + m < tokens->len && token_at (tokens, i + n_words + m)->word == candidate->more[m];
          if (here)
            reading = candidate;
        }
      if (reading == NULL)
        break;
      if (reading->value >= 100)
        {
          if (reading->value == 100)
            group = MAX (group, 1) * 100;
          else
            {
              total += MAX (group, 1) * reading->value;
              group = 0;
            }
        }
      else if (n == 0 || last >= 100 || (last >= 20 && last % 10 == 0 && reading->value < (last == 60 || last == 80 ? 20 : 10)) ||
               (last == 10 && reading->value < 10 && n_words == 2))
        group += reading->value;
      else
        break;
      if (total > MAX_NUMBER / ONE / 1000)
        return 0;
      last = reading->value;
      i += n_words + reading->n_more;
      n = i - at;
    }
  *thousandths = (total + group) * ONE;
  return n;
}

/* "and a half" after a number, and "½". */
static guint
read_fraction (const GArray *tokens, guint at, gint64 *thousandths)
{
  const AscDateToken *token = token_at (tokens, at);

  if (token == NULL || token->word == NULL)
    return 0;
  for (guint k = 0; k < token->word->readings->len; k++)
    {
      const AscDateReading *reading = &g_array_index (token->word->readings, AscDateReading, k);
      guint i = at + 1, m = 0;

      if (reading->class != ASC_CLASS_FRACTION)
        continue;
      for (; m < reading->n_more && i < tokens->len; m++, i++)
        {
          if (is_mark (token_at (tokens, i), "-"))
            i++;
          if (i >= tokens->len || token_at (tokens, i)->word != reading->more[m])
            break;
        }
      if (m == reading->n_more)
        {
          *thousandths = reading->value;
          return i - at;
        }
    }
  return 0;
}

guint
asc_date_number_read (const GArray *tokens, guint at, gint64 *thousandths)
{
  const AscDateToken *token = token_at (tokens, at);
  gint64 fraction = 0;
  guint n, n_fraction;

  if (token == NULL || token->kind == ASC_TOKEN_MARK)
    return 0;
  if (token->kind == ASC_TOKEN_NUMBER)
    {
      n = read_digits (tokens, at, thousandths);
      if (n > 0)
        {
          const AscDateToken *next = token_at (tokens, at + n);
          const AscDateReading *factor = next != NULL && next->word != NULL ? asc_date_word_reading (next->word, ASC_CLASS_NUMWORD) : NULL;

          if (factor != NULL && factor->value >= 1000 && *thousandths <= MAX_NUMBER / factor->value) /* "65 million" */
            {
              *thousandths *= factor->value;
              n++;
            }
        }
    }
  else
    n = read_words (tokens, at, thousandths);
  if (n == 0)
    return 0;
  n_fraction = is_mark (token_at (tokens, at + n), "-") ? read_fraction (tokens, at + n + 1, &fraction) : 0;
  if (n_fraction > 0)
    n_fraction++;
  else
    n_fraction = read_fraction (tokens, at + n, &fraction);
  *thousandths += fraction;
  return n + n_fraction;
}

static guint
in_range (const AscDateToken *token, gint64 low, gint64 high, guint min_digits, guint max_digits, gint64 *value)
{
  if (token->kind != ASC_TOKEN_NUMBER || token->number < low || token->number > high ||
      n_digits (token) < min_digits || n_digits (token) > max_digits)
    return 0;
  *value = token->number;
  return 1;
}

/* An ordinal: a word of the tables ("twenty - first" as well), or digits with an ending that is an ORD reading without value 1–99. */
static guint
read_ordinal (const GArray *tokens, guint at, gint64 *value)
{
  const AscDateToken *token = token_at (tokens, at);
  const AscDateReading *reading;

  if (token->kind == ASC_TOKEN_NUMBER)
    {
      const AscDateToken *ending = token_at (tokens, at + 1);

      if (token->number < 1 || token->number > 99 || ending == NULL || !ending->glued || ending->word == NULL)
        return 0;
      reading = asc_date_word_reading (ending->word, ASC_CLASS_ORD);
      if (reading == NULL || reading->value != 0)
        return 0;
      *value = token->number;
      return 2;
    }
  if (token->word == NULL)
    return 0;
  reading = asc_date_word_reading (token->word, ASC_CLASS_ORD);
  if (reading != NULL && reading->value != 0)
    {
      *value = reading->value;
      return 1;
    }
  reading = asc_date_word_reading (token->word, ASC_CLASS_NUMWORD);
  if (reading != NULL && reading->value >= 20 && reading->value < 100)
    {
      const AscDateToken *unit = token_at (tokens, at + 1);
      guint n = 2;
      const AscDateReading *ordinal;

      if (is_mark (unit, "-"))
        unit = token_at (tokens, at + n++);
      ordinal = unit != NULL && unit->word != NULL ? asc_date_word_reading (unit->word, ASC_CLASS_ORD) : NULL;
      if (ordinal != NULL && ordinal->value > 0 && ordinal->value < 10)
        {
          *value = reading->value + ordinal->value;
          return n;
        }
    }
  return 0;
}

/* "nineteen ninety-five", "two thousand and five". */
static guint
read_year_words (const GArray *tokens, guint at, gint64 *value)
{
  gint64 first = 0, second = 0;
  guint n = read_words (tokens, at, &first), m;

  if (n == 0)
    return 0;
  first /= ONE;
  if (first >= 1900 && first <= 2100)
    {
      *value = first;
      return n >= 2 ? n : 0;
    }
  if (first < 16 || first > 20)
    return 0;
  m = read_words (tokens, at + n, &second);
  second /= ONE;
  if (m == 0 || second < 10 || second > 99)
    return 0;
  *value = first * 100 + second;
  return n + m;
}

guint
asc_date_number_class (const GArray *tokens, guint at, AscDateClass class, gint64 *value)
{
  const AscDateToken *token = token_at (tokens, at);
  guint n;

  if (token == NULL || token->kind == ASC_TOKEN_MARK)
    return 0;
  switch (class)
    {
    case ASC_CLASS_DAY:
    case ASC_CLASS_DAYORD:
      n = read_ordinal (tokens, at, value);
      if (n > 0)
        return *value >= 1 && *value <= 31 ? n : 0;
      return class == ASC_CLASS_DAY ? in_range (token, 1, 31, 1, 2, value) : 0;
    case ASC_CLASS_ORD:
      return read_ordinal (tokens, at, value);
    case ASC_CLASS_DAYN:
      return in_range (token, 1, 31, 1, 2, value);
    case ASC_CLASS_DAY2:
      return in_range (token, 1, 31, 2, 2, value);
    case ASC_CLASS_MON:
      return in_range (token, 1, 12, 1, 2, value);
    case ASC_CLASS_MON2:
      return in_range (token, 1, 12, 2, 2, value);
    case ASC_CLASS_YEAR:
      n = in_range (token, 1000, 2199, 4, 4, value);
      return n > 0 || token->kind == ASC_TOKEN_NUMBER ? n : read_year_words (tokens, at, value);
    case ASC_CLASS_YEAR2:
      return in_range (token, 0, 99, 2, 2, value);
    case ASC_CLASS_YEARN:
      return in_range (token, 1, 9999, 1, 4, value);
    case ASC_CLASS_DECADE:
      n = in_range (token, 1000, 2190, 4, 4, value);
      if (n == 0 || *value % 10 != 0)
        return 0;
      *value /= 10;
      return n;
    case ASC_CLASS_DECADE2:
      n = in_range (token, 0, 90, 2, 2, value);
      if (n == 0 || *value % 10 != 0)
        return 0;
      *value /= 10;
      return n;
    case ASC_CLASS_QUARTERN:
      return in_range (token, 1, 4, 1, 1, value);
    case ASC_CLASS_WEEKN:
      return in_range (token, 1, 53, 1, 2, value);
    case ASC_CLASS_HOUR:
      return in_range (token, 0, 24, 1, 2, value);
    case ASC_CLASS_HOUR12:
      return in_range (token, 1, 12, 1, 2, value);
    case ASC_CLASS_HOURWORD:
      if (token->kind != ASC_TOKEN_WORD || (n = read_words (tokens, at, value)) != 1)
        return 0;
      *value /= ONE;
      return *value >= 1 && *value <= 12 ? n : 0;
    case ASC_CLASS_MIN:
    case ASC_CLASS_SEC:
      return in_range (token, 0, 59, 2, 2, value);
    case ASC_CLASS_HHMM:
      n = in_range (token, 0, 2400, 4, 4, value);
      return n > 0 && *value % 100 < 60 ? n : 0;
    case ASC_CLASS_YMD:
      n = in_range (token, 19000101, 20991231, 8, 8, value);
      return n > 0 && *value / 100 % 100 >= 1 && *value / 100 % 100 <= 12 && *value % 100 >= 1 && *value % 100 <= 31 ? n : 0;
    case ASC_CLASS_NUM:
      return asc_date_number_read (tokens, at, value);
    case ASC_CLASS_DIGITS:
      return token->kind == ASC_TOKEN_NUMBER ? 1 : 0;
    default:
      return 0;
    }
}
