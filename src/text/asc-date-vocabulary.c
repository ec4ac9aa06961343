/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-vocabulary.h"

#include <stdlib.h>
#include <string.h>

static const struct
{
  const char  *name;
  AscDateClass class;
  AscDateSlot  slot;
} classes[] = {
  { "MONTH", ASC_CLASS_MONTH, ASC_SLOT_MONTH },
  { "MONTHL", ASC_CLASS_MONTHL, ASC_SLOT_MONTH },
  { "WEEKDAYL", ASC_CLASS_WEEKDAYL, ASC_SLOT_WEEKDAY },
  { "WEEKDAY", ASC_CLASS_WEEKDAY, ASC_SLOT_WEEKDAY },
  { "SEASON", ASC_CLASS_SEASON, ASC_SLOT_SEASON },
  { "WEEKDAYS", ASC_CLASS_WEEKDAYS, ASC_SLOT_WEEKDAY },
  { "PARTS", ASC_CLASS_PARTS, ASC_SLOT_PART },
  { "UNITA", ASC_CLASS_UNITA, ASC_SLOT_UNIT },
  { "PART", ASC_CLASS_PART, ASC_SLOT_PART },
  { "HOLIDAY", ASC_CLASS_HOLIDAY, ASC_SLOT_HOLIDAY },
  { "UNIT", ASC_CLASS_UNIT, ASC_SLOT_UNIT },
  { "UNITS", ASC_CLASS_UNITS, ASC_SLOT_UNIT },
  { "UNIT1", ASC_CLASS_UNIT1, ASC_SLOT_UNIT },
  { "UNITADJ", ASC_CLASS_UNITADJ, ASC_SLOT_UNIT },
  { "REL", ASC_CLASS_REL, ASC_SLOT_REL },
  { "DAYREL", ASC_CLASS_DAYREL, ASC_SLOT_DAY_SHIFT },
  { "ORD", ASC_CLASS_ORD, ASC_SLOT_ORDINAL },
  { "VAGUE", ASC_CLASS_VAGUE, ASC_SLOT_NUMBER },
  { "ADJ", ASC_CLASS_ADJ, ASC_SLOT_NONE },
  { "ZONE", ASC_CLASS_ZONE, ASC_SLOT_ZONE },
  { "DECADEWORD", ASC_CLASS_DECADEWORD, ASC_SLOT_YEAR },
  { "CLOCKWORD", ASC_CLASS_CLOCKWORD, ASC_SLOT_HOUR },
  { "PRESENT", ASC_CLASS_PRESENT, ASC_SLOT_REF },
  { "PAST", ASC_CLASS_PAST, ASC_SLOT_REF },
  { "FUTURE", ASC_CLASS_FUTURE, ASC_SLOT_REF },
  { "FRACTION", ASC_CLASS_FRACTION, ASC_SLOT_NUMBER2 },
  { "DAY", ASC_CLASS_DAY, ASC_SLOT_DAY },
  { "DAYN", ASC_CLASS_DAYN, ASC_SLOT_DAY },
  { "DAYORD", ASC_CLASS_DAYORD, ASC_SLOT_DAY },
  { "DAY2", ASC_CLASS_DAY2, ASC_SLOT_DAY },
  { "MON", ASC_CLASS_MON, ASC_SLOT_MONTH },
  { "MON2", ASC_CLASS_MON2, ASC_SLOT_MONTH },
  { "YEAR", ASC_CLASS_YEAR, ASC_SLOT_YEAR },
  { "YEAR2", ASC_CLASS_YEAR2, ASC_SLOT_YEAR },
  { "YEARN", ASC_CLASS_YEARN, ASC_SLOT_YEAR },
  { "DECADE", ASC_CLASS_DECADE, ASC_SLOT_YEAR },
  { "DECADE2", ASC_CLASS_DECADE2, ASC_SLOT_YEAR },
  { "QUARTERN", ASC_CLASS_QUARTERN, ASC_SLOT_QUARTER },
  { "WEEKN", ASC_CLASS_WEEKN, ASC_SLOT_WEEK },
  { "HOUR", ASC_CLASS_HOUR, ASC_SLOT_HOUR },
  { "HOUR12", ASC_CLASS_HOUR12, ASC_SLOT_HOUR },
  { "HOURWORD", ASC_CLASS_HOURWORD, ASC_SLOT_HOUR },
  { "MIN", ASC_CLASS_MIN, ASC_SLOT_MINUTE },
  { "SEC", ASC_CLASS_SEC, ASC_SLOT_SECOND },
  { "HHMM", ASC_CLASS_HHMM, ASC_SLOT_HOUR },
  { "YMD", ASC_CLASS_YMD, ASC_SLOT_YEAR },
  { "NUM", ASC_CLASS_NUM, ASC_SLOT_NUMBER },
  { "DIGITS", ASC_CLASS_DIGITS, ASC_SLOT_NONE },
};

static const char *const slots[ASC_N_SLOTS] = {
  [ASC_SLOT_NONE] = "none",
  [ASC_SLOT_YEAR] = "year",
  [ASC_SLOT_DIGITS] = "digits",
  [ASC_SLOT_ERA] = "era",
  [ASC_SLOT_SEASON] = "season",
  [ASC_SLOT_QUARTER] = "quarter",
  [ASC_SLOT_HALF] = "half",
  [ASC_SLOT_MONTH] = "month",
  [ASC_SLOT_WEEK] = "week",
  [ASC_SLOT_DAY] = "day",
  [ASC_SLOT_WEEKDAY] = "weekday",
  [ASC_SLOT_WEEKEND] = "weekend",
  [ASC_SLOT_HOLIDAY] = "holiday",
  [ASC_SLOT_PART] = "part",
  [ASC_SLOT_HOUR] = "hour",
  [ASC_SLOT_MINUTE] = "minute",
  [ASC_SLOT_SECOND] = "second",
  [ASC_SLOT_AMPM] = "ampm",
  [ASC_SLOT_ZONE] = "zone",
  [ASC_SLOT_DAY_SHIFT] = "day_shift",
  [ASC_SLOT_REL] = "rel",
  [ASC_SLOT_YEAR_REL] = "year_rel",
  [ASC_SLOT_MONTH_REL] = "month_rel",
  [ASC_SLOT_WEEK_REL] = "week_rel",
  [ASC_SLOT_NUMBER] = "number",
  [ASC_SLOT_UNIT] = "unit",
  [ASC_SLOT_NUMBER2] = "number2",
  [ASC_SLOT_UNIT2] = "unit2",
  [ASC_SLOT_SHIFT] = "shift",
  [ASC_SLOT_BASE] = "base",
  [ASC_SLOT_ORDINAL] = "ordinal",
  [ASC_SLOT_REF] = "ref",
  [ASC_SLOT_TENSE] = "tense",
};

static const struct
{
  const char *name;
  gint64      value;
} values[] = {
  { "last", ASC_DATE_REL (ASC_BASE_ANCHOR, -1) },
  { "this", ASC_DATE_REL (ASC_BASE_ANCHOR, 0) },
  { "next", ASC_DATE_REL (ASC_BASE_ANCHOR, 1) },
  { "after-next", ASC_DATE_REL (ASC_BASE_ANCHOR, 2) },
  { "before-last", ASC_DATE_REL (ASC_BASE_ANCHOR, -2) },
  { "previous", ASC_DATE_REL (ASC_BASE_MENTIONED, -1) },
  { "same", ASC_DATE_REL (ASC_BASE_MENTIONED, 0) },
  { "following", ASC_DATE_REL (ASC_BASE_MENTIONED, 1) },
  { "anchor", ASC_BASE_ANCHOR },
  { "mentioned", ASC_BASE_MENTIONED },
  { "one", 1000 },
  { "day", ASC_UNIT_DAY },
  { "night", ASC_UNIT_NIGHT },
  { "week", ASC_UNIT_WEEK },
  { "weekend", ASC_UNIT_WEEKEND },
  { "month", ASC_UNIT_MONTH },
  { "quarter", ASC_UNIT_QUARTER },
  { "year", ASC_UNIT_YEAR },
  { "hour", ASC_UNIT_HOUR },
  { "minute", ASC_UNIT_MINUTE },
  { "decade", ASC_UNIT_DECADE },
  { "century", ASC_UNIT_CENTURY },
  { "morning", ASC_PART_MORNING },
  { "midday", ASC_PART_MIDDAY },
  { "afternoon", ASC_PART_AFTERNOON },
  { "evening", ASC_PART_EVENING },
  { "tonight", ASC_PART_NIGHT },
  { "past", ASC_REF_PAST },
  { "present", ASC_REF_PRESENT },
  { "future", ASC_REF_FUTURE },
  { "winter", ASC_SEASON_WINTER },
};

static const char *const neighbours[] = {
  [ASC_NEIGHBOUR_START] = "<start>", [ASC_NEIGHBOUR_END] = "<end>",   [ASC_NEIGHBOUR_NUMBER] = "<number>",
  [ASC_NEIGHBOUR_CAPITAL] = "<capital>", [ASC_NEIGHBOUR_WORD] = "<word>", [ASC_NEIGHBOUR_MARK] = "<mark>",
  [ASC_NEIGHBOUR_MONEY] = "<money>", [ASC_NEIGHBOUR_CAPS] = "<caps>",
};

gboolean
asc_date_vocabulary_class (const char *name, AscDateClass *class, AscDateSlot *slot)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].name, name))
      {
        *class = classes[i].class;
        *slot = classes[i].slot;
        return TRUE;
      }
  return FALSE;
}

gboolean
asc_date_vocabulary_slot (const char *name, AscDateSlot *slot)
{
  for (guint i = 0; i < ASC_N_SLOTS; i++)
    if (g_strcmp0 (slots[i], name) == 0)
      {
        *slot = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
asc_date_vocabulary_value (const char *name, gint64 *value)
{
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].name, name))
      {
        *value = values[i].value;
        return TRUE;
      }
  *value = g_ascii_strtoll (name, &end, 10);
  return end != name && *end == '\0';
}

gboolean
asc_date_vocabulary_neighbour (const char *name, AscDateNeighbour *neighbour)
{
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (g_str_equal (neighbours[i], name))
      {
        *neighbour = i;
        return TRUE;
      }
  return FALSE;
}

const char *
asc_date_vocabulary_macro (const AscDateTables *tables, const char *name)
{
  for (const AscDateMacro *macro = tables->macros; macro != NULL && macro->name != NULL; macro++)
    if (g_str_equal (macro->name, name))
      return macro->pattern;
  return NULL;
}

gboolean
asc_date_vocabulary_of_numbers (AscDateClass class)
{
  return class >= ASC_CLASS_DAY || class == ASC_CLASS_ORD;
}

/* What a class that reads numbers can start with besides digits. */
static gboolean
number_may_start (const AscDateWord *word, AscDateClass class)
{
  switch (class)
    {
    case ASC_CLASS_DAY:
    case ASC_CLASS_DAYORD:
    case ASC_CLASS_ORD:
      return asc_date_word_reading (word, ASC_CLASS_ORD) != NULL || asc_date_word_reading (word, ASC_CLASS_NUMWORD) != NULL;
    case ASC_CLASS_YEAR:
    case ASC_CLASS_HOURWORD:
    case ASC_CLASS_NUM:
      for (guint i = 0; i < word->readings->len; i++)
        if (g_array_index (word->readings, AscDateReading, i).class == ASC_CLASS_NUMWORD)
          return TRUE;
      return FALSE;
    default:
      return FALSE;
    }
}

/* UNIT is any unit, UNITS only plural ones; MONTH any month, MONTHL only one that needs no company. */
gboolean
asc_date_vocabulary_fits (const AscDateReading *reading, AscDateClass class)
{
  switch (class)
    {
    case ASC_CLASS_UNIT:
      return reading->class == ASC_CLASS_UNIT && !(reading->flags & ASC_LEXEME_BARE);
    case ASC_CLASS_UNITS:
      return reading->class == ASC_CLASS_UNIT && (reading->flags & ASC_LEXEME_PLURAL) && !(reading->flags & ASC_LEXEME_BARE);
    case ASC_CLASS_UNIT1:
      return reading->class == ASC_CLASS_UNIT && !(reading->flags & (ASC_LEXEME_PLURAL | ASC_LEXEME_BARE));
    case ASC_CLASS_UNITA:
      return reading->class == ASC_CLASS_UNIT && !(reading->flags & ASC_LEXEME_PLURAL);
    case ASC_CLASS_MONTHL:
      return reading->class == ASC_CLASS_MONTH && !(reading->flags & (ASC_LEXEME_ABBR | ASC_LEXEME_BARE));
    case ASC_CLASS_WEEKDAYL:
      return reading->class == ASC_CLASS_WEEKDAY && !(reading->flags & (ASC_LEXEME_ABBR | ASC_LEXEME_BARE));
    default:
      return reading->class == class;
    }
}

static gboolean
is_money (const AscDateToken *token)
{
  static const char *const signs[] = { "$", "#", "€", "£", "¥", NULL };

  return token->word != NULL && g_strv_contains (signs, token->word->text);
}

gboolean
asc_date_vocabulary_may_start (const AscDateWord *word, AscDateClass class)
{
  if (asc_date_vocabulary_of_numbers (class))
    return number_may_start (word, class);
  for (guint i = 0; i < word->readings->len; i++)
    if (asc_date_vocabulary_fits (&g_array_index (word->readings, AscDateReading, i), class))
      return TRUE;
  return FALSE;
}

guint
asc_date_vocabulary_kinds (const AscDateToken *token, gboolean at_start)
{
  if (token == NULL)
    return 1u << ASC_NEIGHBOUR_START | 1u << ASC_NEIGHBOUR_END;
  switch (token->kind)
    {
    case ASC_TOKEN_NUMBER:
      return 1u << ASC_NEIGHBOUR_NUMBER;
    case ASC_TOKEN_WORD:
      return (token->upper && !at_start ? 1u << ASC_NEIGHBOUR_CAPITAL : 0) | (token->upper ? 0 : 1u << ASC_NEIGHBOUR_WORD) |
             (token->caps ? 1u << ASC_NEIGHBOUR_CAPS : 0);
    case ASC_TOKEN_MARK:
    default:
      return is_money (token) ? 1u << ASC_NEIGHBOUR_MONEY : 1u << ASC_NEIGHBOUR_MARK;
    }
}
