/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns over tokens: compiling and matching.
 *
 *   march            the word, in any case; also a mark: , . : / ( as \( and \)
 *   MONTH            a class (AscDateClass); what it is worth goes into the class's slot
 *   MONTH!           … and is thrown away
 *   REL:year_rel     … goes into another slot
 *   +MONTH           glued to what stands before (a word may always be glued, a number only with the plus)
 *   (a b | c)  x?    groups, alternatives, options
 *   $name            a macro of the language, or of all languages
 *   @slot=value      sets a slot
 *   [ … ]            the expression; what stands outside is only looked at. Without brackets, all of it.
 *                    A second (third) pair makes a second expression: "from [ 5 ] to [ 7 May ]". It starts with the slots of
 *                    the first, and gives the first those that it lacks.
 *
 * AscDateRule's @before and @after are lists of words, and of <start> <end> (of the sentence), <number>, <capital> (a word with
 * a capital), <word> (another word), <mark>, <money>.
 *
 * A pattern has no loops, so that matching ends; the longest way through it wins.
 */
#pragma once

#include "asc-date-token.h"

G_BEGIN_DECLS

#define ASC_DATE_MAX_EXPRESSIONS 3

typedef struct
{
  const AscDateRule *rule;
  guint              n_expressions;
  guint              start[ASC_DATE_MAX_EXPRESSIONS]; /* tokens */
  guint              end[ASC_DATE_MAX_EXPRESSIONS];
  AscDateForm        form[ASC_DATE_MAX_EXPRESSIONS];
} AscDateParse;

AscDateProgram *asc_date_program_new   (AscDateLanguage *language, const AscDateRule *rule);

/* The longest match that starts at token @at. @strict: the conditions on what stands around count. */
gboolean        asc_date_program_match (const AscDateProgram *self, const GArray *tokens, guint at, gboolean strict, AscDateParse *parse);

AscDateWord    *asc_date_language_intern (AscDateLanguage *self, const char *text, gsize n_bytes);

G_END_DECLS
