/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the next token can be: for each place in each pattern the set of words, so that a pattern is left as soon as a token
 * does not fit. Computed once, when all words of a language are known. */
#pragma once

#include "asc-date-token.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean number;  /* any number */
  guint64  words[]; /* bits, by id of the word */
} AscDateFirst;

static inline gboolean
asc_date_first_allows (const AscDateFirst *self, const AscDateToken *token)
{
  if (token->kind == ASC_TOKEN_NUMBER && self->number)
    return TRUE;
  return token->word != NULL && (self->words[token->word->id / 64] >> (token->word->id % 64) & 1) != 0;
}

/* Fills in the sets of all programs, and by them the rules that each word can start. */
void asc_date_first_compute (AscDateLanguage *language);

G_END_DECLS
