/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens of a sentence, as the date patterns need them: "10:30pm", "1990s" and "mid-1995" fall into pieces that are
 * marked as glued; "year's" into "year" and "'s"; in a language with elision "l'été" into "l'" and "été". */
#pragma once

#include "asc-date-language.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_TOKEN_WORD,
  ASC_TOKEN_NUMBER, /* a run of ASCII digits */
  ASC_TOKEN_MARK,   /* one character of anything else */
} AscDateTokenKind;

typedef struct
{
  gsize              start;      /* bytes of the text */
  gsize              end;
  gint64             number;     /* of a NUMBER; -1 when it has more than 15 digits */
  const AscDateWord *word;       /* what the language's tables know of it, or NULL */
  AscDateTokenKind   kind : 8;
  guint              glued : 1;  /* nothing between it and the token before */
  guint              upper : 1;  /* first letter is a capital */
  guint              caps : 1;   /* all letters are capitals, two at least */
  guint              line : 1;   /* a line end before it */
} AscDateToken;

/* Reads the sentence of @utf8[@from, @to) that starts at @from into @tokens (element type AscDateToken, emptied before).
 * Returns where the next one starts; @to at the end. */
gsize asc_date_tokens_read (const AscDateLanguage *language, const char *utf8, gsize from, gsize to, GArray *tokens);

G_END_DECLS
