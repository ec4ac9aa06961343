/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscWordLists: what is known about words of the languages of news: abbreviations, the small words
 * sentences start with, the particles of names. The words are in asc-word-lists-data.c. Not for
 * other layers.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_WORD_PLAIN = 0,
  ASC_WORD_ABBREVIATION_BEFORE_WORD = 1 << 0,   /* never ends a sentence: "Dr.", "vs.", "e.g." */
  ASC_WORD_ABBREVIATION_BEFORE_NUMBER = 1 << 1, /* an abbreviation only when a number follows: "No. 5" */
  ASC_WORD_ABBREVIATION_ANYWHERE = 1 << 2,      /* may also end a sentence: "Inc.", "etc.", "Jan." */
  ASC_WORD_FUNCTION = 1 << 3,                   /* capitalised only because a sentence starts: "The", "Despite" */
  ASC_WORD_PARTICLE = 1 << 4,                   /* small word between the parts of a name: "de", "von", "bin" */
  ASC_WORD_PARTICLE_FIRST = 1 << 5,             /* one that a name may start with: "von der Leyen", "al-Assad" */
  ASC_WORD_OF = 1 << 6,                         /* joins the name of an office or institution: "of", "für" */
  ASC_WORD_ARTICLE = 1 << 7,                    /* may follow that: "of the" */
  ASC_WORD_INSTITUTION = 1 << 8,                /* office or institution that goes on with "of": "Ministry" */
  ASC_WORD_ELISION = 1 << 9,                    /* shortened before a vowel, no part of the name after it: "l’Élysée" */
  ASC_WORD_SUFFIX = 1 << 10,                    /* makes an adjective of a name: "Trump-era" */
} AscWordFlags;

#define ASC_WORD_ABBREVIATIONS \
  (ASC_WORD_ABBREVIATION_BEFORE_WORD | ASC_WORD_ABBREVIATION_BEFORE_NUMBER | ASC_WORD_ABBREVIATION_ANYWHERE)

/* One row of the data: words of a language, separated by spaces. "*" is every language. Words of
 * the abbreviation lists are written as they stand in a text, without the last full stop; a
 * lower-case word stands for its capitalised forms too. */
typedef struct
{
  const char  *language;
  AscWordFlags flags;
  const char  *words;
} AscWordListRow;

extern const AscWordListRow asc_word_lists_rows[];
/* Languages that write ordinals with a full stop: "am 4. Juli", and that capitalise every noun.
 * NULL-terminated. */
extern const char *const    asc_word_lists_ordinal_languages[];
extern const char *const    asc_word_lists_noun_languages[];

/* The language whose lists serve a BCP 47 tag: its primary subtag, or "en" when there is no list
 * for that. A static string. */
const char  *asc_word_lists_language     (const char *tag);
gboolean     asc_word_lists_has_ordinals (const char *language);
gboolean     asc_word_lists_capitalises_nouns (const char *language);
AscWordFlags asc_word_lists_lookup       (const char *language, const char *word, gsize n_bytes);

/* Whether the @n_bytes before a full stop are an abbreviation to which the stop belongs: in a list,
 * or single letters between full stops ("U.S", "J.K"). @before_number: a number follows. */
gboolean     asc_word_lists_is_abbreviation (const char *language, const char *word, gsize n_bytes, gboolean before_number);
gboolean     asc_word_lists_is_initials  (const char *word, gsize n_bytes);

G_END_DECLS
