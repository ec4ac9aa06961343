/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSentenceRules: which of the sentence breaks of Unicode's UAX #29 really end a sentence. Not
 * for other layers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASC_SENTENCE_NO_BREAK G_MAXSIZE

/* A text in bytes and the language of its word lists. Borrows everything. */
typedef struct
{
  const char *utf8;
  gsize       n_bytes;
  const char *language;
} AscSentenceRules;

/* Where the break that UAX #29 sees at @boundary really is: there, a little later, or nowhere
 * (ASC_SENTENCE_NO_BREAK). Looks only at the text near @boundary; a later boundary never gives an
 * earlier break. */
gsize asc_sentence_rules_place (const AscSentenceRules *self, gsize boundary);

G_END_DECLS
