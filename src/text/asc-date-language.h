/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDateLanguage: what the date machinery knows of a language.
 *
 * A language is an AscDateTables: lexemes (words and phrases with a class and a value), macros and rules (patterns over words
 * and classes). asc_date_language_get() compiles the tables once and keeps them for the life of the process; everything is
 * read-only from then on and may be used from several threads.
 */
#pragma once

#include "asc-date-form.h"

G_BEGIN_DECLS

/* What a pattern element written in capitals stands for. The second column of the lists in asc-date-pattern.c names the slot. */
typedef enum
{
  /* of the lexicon */
  ASC_CLASS_NONE,
  ASC_CLASS_MONTH,
  ASC_CLASS_MONTHL,    /* a MONTH that can stand alone */
  ASC_CLASS_WEEKDAY,
  ASC_CLASS_WEEKDAYL,
  ASC_CLASS_SEASON,
  ASC_CLASS_WEEKDAYS,  /* Fridays */
  ASC_CLASS_PART,      /* of a day */
  ASC_CLASS_PARTS,     /* mornings */
  ASC_CLASS_HOLIDAY,
  ASC_CLASS_UNIT,      /* singular or plural */
  ASC_CLASS_UNITS,     /* plural only */
  ASC_CLASS_UNIT1,     /* singular only */
  ASC_CLASS_UNITA,     /* singular, and those that a length is rarely told in (quarter) */
  ASC_CLASS_UNITADJ,   /* daily, weekly */
  ASC_CLASS_REL,       /* last, this, next; value ASC_DATE_REL() */
  ASC_CLASS_DAYREL,    /* today, yesterday */
  ASC_CLASS_ORD,       /* first, 2nd: words and digits; -1 last */
  ASC_CLASS_VAGUE,     /* several, a few */
  ASC_CLASS_ADJ,       /* what may stand between number and unit: straight, consecutive */
  ASC_CLASS_ZONE,      /* time zone */
  ASC_CLASS_DECADEWORD,/* eighties: 8 */
  ASC_CLASS_CLOCKWORD, /* noon, midnight: minutes */
  ASC_CLASS_PRESENT,   /* now */
  ASC_CLASS_PAST,      /* recently */
  ASC_CLASS_FUTURE,
  ASC_CLASS_NUMWORD,   /* twelve, twenty; hundred and more multiply */
  ASC_CLASS_FRACTION,  /* "and a half": thousandths */
  ASC_CLASS_TENSE,     /* verbs, AscDateTense */
  ASC_CLASS_STOP,      /* its full stop ends no sentence: Mr., Gen. */
  /* of numbers */
  ASC_CLASS_DAY,       /* 1–31 in digits, or an ordinal */
  ASC_CLASS_DAYN,      /* 1–31 in one or two digits */
  ASC_CLASS_DAYORD,    /* an ordinal of 1–31 */
  ASC_CLASS_DAY2,      /* 01–31 in two digits */
  ASC_CLASS_MON,       /* 1–12 in digits */
  ASC_CLASS_MON2,      /* 01–12 in two digits */
  ASC_CLASS_YEAR,      /* 1000–2199, or in words */
  ASC_CLASS_YEAR2,     /* two digits */
  ASC_CLASS_YEARN,     /* any year of one to four digits, for "44 BC" */
  ASC_CLASS_DECADE,    /* 1980: 198 */
  ASC_CLASS_DECADE2,   /* 80: 8 */
  ASC_CLASS_QUARTERN,  /* 1–4 */
  ASC_CLASS_WEEKN,     /* 1–53 */
  ASC_CLASS_HOUR,      /* 0–24 */
  ASC_CLASS_HOUR12,    /* 1–12 */
  ASC_CLASS_HOURWORD,  /* one–twelve */
  ASC_CLASS_MIN,       /* 00–59 in two digits */
  ASC_CLASS_SEC,
  ASC_CLASS_HHMM,      /* 1430: hour and minute in four digits */
  ASC_CLASS_YMD,       /* 20240704 */
  ASC_CLASS_NUM,       /* any cardinal, digits or words, fractions as well */
  ASC_CLASS_DIGITS,    /* digits, no slot */
  ASC_N_CLASSES
} AscDateClass;

/* Flags of a lexeme. */
enum
{
  ASC_LEXEME_ABBR = 1 << 0,    /* an abbreviation: may be followed by a full stop */
  ASC_LEXEME_CAPITAL = 1 << 1, /* only with a capital */
  ASC_LEXEME_PLURAL = 1 << 2,
  ASC_LEXEME_BARE = 1 << 3,    /* means something else too often to stand alone: "may" */
  ASC_LEXEME_SMALL = 1 << 4,   /* not with a capital inside a sentence: "the Daily Mail" */
};

typedef struct
{
  const char  *text;  /* small letters, words separated by a space */
  AscDateClass class;
  gint64       value;
  guint        flags;
} AscDateLexeme;

typedef struct
{
  const char *name;
  const char *pattern;
} AscDateMacro;

/**
 * AscDateRule:
 * @name: what AscDateMatch.rule says
 * @kind: how the slots are read
 * @pattern: see asc-date-pattern.h
 * @before: (nullable): words one of which must stand before, or, after "!", must not; see asc-date-pattern.h
 * @after: (nullable): the same of what follows
 */
typedef struct
{
  const char *name;
  AscDateKind kind;
  const char *pattern;
  const char *before;
  const char *after;
} AscDateRule;

typedef struct
{
  const char          *tag;             /* BCP 47 */
  gboolean             elision;         /* "l'été" is two words */
  const char          *number_joiner;   /* (nullable): "und" of "einundzwanzig" */
  const char *const   *compound_tails;  /* (nullable): words that are also glued to another of the tables: "Montagabend" */
  const char *const   *past_endings;    /* (nullable): of verbs in the past tense */
  const char *const   *future_endings;  /* (nullable) */
  const char          *infinitive;      /* (nullable): "to": with a FUTURE word before it, the future */
  const AscDateLexeme *lexemes;         /* ends with a NULL text; as do the next three */
  const AscDateMacro  *macros;
  const AscDateRule   *rules;
} AscDateTables;

#define ASC_DATE_MAX_RULES 256

typedef struct { guint64 bits[ASC_DATE_MAX_RULES / 64]; } AscDateRuleSet;

typedef struct _AscDateWord AscDateWord;

typedef struct
{
  AscDateClass        class;
  guint               flags;
  gint64              value;
  guint               n_more;   /* further words of a phrase */
  const AscDateWord **more;
} AscDateReading;

/* A word that some table mentions. Two mentions of a word are one AscDateWord: compare pointers. */
struct _AscDateWord
{
  char           *text;
  GArray         *readings;  /* AscDateReading; longest phrases first */
  AscDateRuleSet  starts;    /* rules whose first token it can be */
  AscDateRuleSet  seconds;   /* and whose second */
  guint           id;        /* its place among the words of the language */
};

typedef struct _AscDateProgram AscDateProgram;

typedef struct
{
  const AscDateTables *tables;
  GHashTable          *words;          /* char* → AscDateWord* */
  GPtrArray           *by_id;          /* AscDateWord*, by id */
  GPtrArray           *programs;       /* AscDateProgram*, by rule */
  GHashTable          *sets;           /* the sets of words that programs test, each once; of asc-date-first.c */
  AscDateRuleSet       number_starts;  /* the same for any number */
  AscDateRuleSet       number_seconds;
  AscDateRuleSet       single;         /* rules that one token can be enough for */
} AscDateLanguage;

/* Tables of a language; one without gets what needs no language. Never NULL. */
const AscDateLanguage *asc_date_language_get    (const char *tag);

/* The word of @n_bytes of text in any case, or NULL when no table has it. */
const AscDateWord     *asc_date_language_lookup (const AscDateLanguage *self, const char *utf8, gsize n_bytes);

/* The first reading of a class, or NULL. Phrases don't count. */
const AscDateReading  *asc_date_word_reading    (const AscDateWord *self, AscDateClass class);

extern const AscDateTables asc_date_tables_none, asc_date_tables_en, asc_date_tables_de, asc_date_tables_fr;
extern const AscDateRule asc_date_rules_any[]; /* what every language has */

G_END_DECLS
