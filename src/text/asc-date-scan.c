/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-scan.h"

#include "asc-date-pattern.h"
#include "asc-date-resolve.h"
#include "asc-date-tense.h"
#include "asc-edtf.h"

typedef struct
{
  const AscDateLanguage *language;
  const char            *utf8;
  gboolean               strict;
  GArray                *tokens;       /* AscDateToken */
  GArray                *readings;     /* Reading, of the token at hand */
  AscDateParse           parses[2];    /* of the first of them, and room for the next */
  GPtrArray             *matches;      /* AscDateMatch* */
  AscDateContext         context;
  guint                  mention_age;  /* sentences */
} Scanner;

/* One way to read the tokens at a place. */
typedef struct
{
  guint rule;
  guint end;
} Reading;

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  const Reading *first = a, *second = b;

  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return first->rule < second->rule ? -1 : first->rule > second->rule;
}

/* The rules that the token at a place and the one after it leave possible. */
static AscDateRuleSet
possible_rules (const Scanner *self, guint at)
{
  const AscDateToken *token = &g_array_index (self->tokens, AscDateToken, at), *next = at + 1 < self->tokens->len ? token + 1 : NULL;
  AscDateRuleSet rules = { { 0 } };

  if (token->word == NULL && token->kind != ASC_TOKEN_NUMBER)
    return rules;
  for (guint i = 0; i < G_N_ELEMENTS (rules.bits); i++)
    {
      guint64 starts = token->word != NULL ? token->word->starts.bits[i] : 0, seconds = self->language->single.bits[i];

      if (token->kind == ASC_TOKEN_NUMBER)
        starts |= self->language->number_starts.bits[i];
      if (next != NULL && next->word != NULL)
        seconds |= next->word->seconds.bits[i];
      if (next != NULL && next->kind == ASC_TOKEN_NUMBER)
        seconds |= self->language->number_seconds.bits[i];
      rules.bits[i] = starts & seconds;
    }
  return rules;
}

/* All rules that match at a token, longest first; among equals, the order of the table. Returns how the first reads. */
static const AscDateParse *
find_readings (Scanner *self, guint at)
{
  AscDateRuleSet rules = possible_rules (self, at);
  Reading best = { 0 };
  guint free_parse = 0;

  g_array_set_size (self->readings, 0);
  for (guint block = 0; block < G_N_ELEMENTS (rules.bits); block++)
    for (guint64 bits = rules.bits[block]; bits != 0; bits &= bits - 1)
      {
        guint rule = block * 64 + (guint) __builtin_ctzll (bits);
        AscDateParse *parse = &self->parses[free_parse];
        Reading reading;

        if (!asc_date_program_match (g_ptr_array_index (self->language->programs, rule), self->tokens, at, self->strict, parse))
          continue;
        reading = (Reading) { rule, parse->end[parse->n_expressions - 1] };
        g_array_append_val (self->readings, reading);
        if (self->readings->len == 1 || compare_readings (&reading, &best) < 0)
          {
            best = reading;
            free_parse = 1 - free_parse;
          }
      }
  if (self->readings->len > 1)
    g_array_sort (self->readings, compare_readings);
  return &self->parses[1 - free_parse];
}

static void
remember (Scanner *self, const AscDateForm *form, const AscDateMeaning *meaning)
{
  if (!meaning->has_point || meaning->point.grain > ASC_UNIT_YEAR)
    return;
  self->context.has_mentioned = TRUE;
  self->context.mentioned = meaning->point;
  self->context.mentioned_here = TRUE;
  self->context.mentioned_year = asc_date_form_has (form, ASC_SLOT_YEAR) || (self->context.mentioned_year && self->mention_age == 0);
  self->mention_age = 0;
}

static GStrv
valid_candidates (const AscDateMeaning *meaning)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; meaning->candidates[i] != NULL; i++)
    if (asc_edtf_is_valid (meaning->candidates[i]))
      {
        g_strv_builder_add (builder, meaning->candidates[i]);
        n++;
      }
  return n > 0 ? g_strv_builder_end (builder) : NULL;
}

static void
add_match (Scanner *self, const AscDateParse *parse, guint expression, AscDateMeaning *meaning)
{
  const AscDateToken *tokens = (const AscDateToken *) (gpointer) self->tokens->data;
  AscDateMatch *match = g_new0 (AscDateMatch, 1);

  match->span = ASC_SPAN (tokens[parse->start[expression]].start, tokens[parse->end[expression] - 1].end);
  match->type = meaning->type;
  match->value = g_steal_pointer (&meaning->value);
  match->rule = parse->rule->name;
  match->candidates = valid_candidates (meaning);
  g_ptr_array_add (self->matches, match);
}

/* Takes a reading. FALSE when it means nothing ("31 June"). */
static gboolean
take (Scanner *self, const AscDateParse *parse)
{
  gboolean taken = FALSE;

  if (parse->rule->kind == ASC_KIND_NOTHING)
    return TRUE;
  for (guint e = 0; e < parse->n_expressions; e++)
    {
      AscDateMeaning meaning;

      if (parse->end[e] <= parse->start[e])
        continue;
      self->context.tense = ASC_TENSE_NONE;
      if (parse->rule->kind == ASC_KIND_DATE || parse->rule->kind == ASC_KIND_UNIT)
        self->context.tense = asc_date_tense_near (self->language, self->utf8, self->tokens, parse->start[e], parse->end[e]);
      asc_date_resolve (&parse->form[e], parse->rule->kind, &self->context, &meaning);
      if (asc_edtf_is_valid (meaning.value)) /* not so 30 February, or a year after 9999 */
        {
          remember (self, &parse->form[e], &meaning);
          add_match (self, parse, e, &meaning);
          taken = TRUE;
        }
      asc_date_meaning_clear (&meaning);
    }
  return taken;
}

/* Reads the expression that starts at a token. Returns where to go on. */
static guint
scan_token (Scanner *self, guint at)
{
  const AscDateParse *parse = find_readings (self, at);

  for (guint i = 0; i < self->readings->len; i++)
    {
      const Reading *reading = &g_array_index (self->readings, Reading, i);

      if (i > 0)
        {
          asc_date_program_match (g_ptr_array_index (self->language->programs, reading->rule), self->tokens, at, self->strict, &self->parses[0]);
          parse = &self->parses[0];
        }
      if (take (self, parse))
        return MAX (at + 1, reading->end);
    }
  return at + 1;
}

static void
scan_sentence (Scanner *self)
{
  self->context.mentioned_here = FALSE;
  for (guint at = 0; at < self->tokens->len;)
    at = scan_token (self, at);
  if (++self->mention_age > ASC_DATE_MENTION_SENTENCES)
    self->context.has_mentioned = FALSE;
}

/**
 * asc_date_scan:
 * @language: the tables
 * @utf8: a text
 * @from_bytes: where a sentence starts
 * @until_bytes: sentences that start here or later are left out
 * @n_bytes: where the text ends
 * @anchor: (nullable): the article's date
 * @strict: whether words that mean other things as well need company
 * @matches: (element-type AscDateMatch): where the expressions go, with spans in bytes
 */
void
asc_date_scan (const AscDateLanguage *language, const char *utf8, gsize from_bytes, gsize until_bytes, gsize n_bytes,
               const char *anchor, gboolean strict, GPtrArray *matches)
{
  Scanner self;

  self.language = language;
  self.utf8 = utf8;
  self.strict = strict;
  self.matches = matches;
  self.mention_age = 0;
  self.tokens = g_array_new (FALSE, FALSE, sizeof (AscDateToken));
  self.readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  asc_date_context_set_anchor (&self.context, anchor);
  while (from_bytes < until_bytes)
    {
      from_bytes = asc_date_tokens_read (language, utf8, from_bytes, n_bytes, self.tokens);
      scan_sentence (&self);
    }
  g_array_unref (self.readings);
  g_array_unref (self.tokens);
}
