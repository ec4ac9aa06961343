/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-pattern.h"

#include <string.h>

#include "asc-date-number.h"
#include "asc-date-program.h"
#include "asc-date-vocabulary.h"

/* ---- compiling ---------------------------------------------------------------------------------------- */

typedef struct
{
  AscDateLanguage *language;
  AscDateProgram  *program;
  const char      *at;
  guint            depth; /* of macros */
} Compiler;

static guint compile_alternatives (Compiler *self, guint next);

static guint
add_node (Compiler *self, Node node)
{
  g_array_append_val (self->program->nodes, node);
  return self->program->nodes->len - 1;
}

static void
skip_blanks (Compiler *self)
{
  while (*self->at == ' ')
    self->at++;
}

/* The next element: up to a blank or a character that means something. A backslash takes the next as it is. */
static char *
take_element (Compiler *self)
{
  GString *element = g_string_new (NULL);

  while (*self->at != '\0' && strchr (" ()|[]?", *self->at) == NULL)
    {
      if (*self->at == '\\' && self->at[1] != '\0')
        self->at++;
      g_string_append_c (element, *self->at++);
    }
  if (element->len == 0)
    g_error ("date rule %s: nothing to read at “%s”", self->program->rule->name, self->at);
  return g_string_free_and_steal (element);
}

static guint
compile_macro (Compiler *self, const char *name, guint next)
{
  Compiler inner = *self;
  guint first;

  inner.at = asc_date_vocabulary_macro (self->language->tables, name);
  inner.depth++;
  if (inner.at == NULL || inner.depth > 8)
    g_error ("date rule %s: no macro $%s", self->program->rule->name, name);
  first = compile_alternatives (&inner, next);
  if (*inner.at != '\0')
    g_error ("date macro $%s: left over: “%s”", name, inner.at);
  return first;
}

static guint
compile_set (Compiler *self, const char *text, guint next)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  Node node = { .op = OP_SET, .next = next };

  if (g_strv_length (parts) != 2 || !asc_date_vocabulary_slot (parts[0], &node.slot) ||
      !asc_date_vocabulary_value (parts[1], &node.value))
    g_error ("date rule %s: @%s is no assignment", self->program->rule->name, text);
  return add_node (self, node);
}

static guint
compile_class (Compiler *self, char *text, gboolean glued, guint next)
{
  Node node = { .op = OP_CLASS, .glued = glued, .next = next };
  char *colon = strchr (text, ':'), *end = text + strlen (text) - 1;
  gboolean thrown_away = *end == '!';

  if (thrown_away)
    *end = '\0';
  if (colon != NULL)
    *colon++ = '\0';
  if (!asc_date_vocabulary_class (text, &node.class, &node.slot))
    g_error ("date rule %s: no class %s", self->program->rule->name, text);
  if (colon != NULL && !asc_date_vocabulary_slot (colon, &node.slot))
    g_error ("date rule %s: no slot %s", self->program->rule->name, colon);
  if (thrown_away)
    node.slot = ASC_SLOT_NONE;
  return add_node (self, node);
}

/* One element, leading to the node @next. Patterns are compiled from the last element to the first, see compile_sequence(). */
static guint
compile_element (Compiler *self, const char *text, guint next)
{
  g_autofree char *copy = g_strdup (text);
  char *element = copy;
  gboolean glued = FALSE;

  if (element[0] == '@')
    return compile_set (self, element + 1, next);
  if (element[0] == '$')
    return compile_macro (self, element + 1, next);
  if (element[0] == '+' && element[1] != '\0')
    {
      glued = TRUE;
      element++;
    }
  if (g_ascii_isupper (element[0]))
    return compile_class (self, element, glued, next);
  return add_node (self, (Node) {
    .op = OP_WORD,
    .glued = glued,
    .word = asc_date_language_intern (self->language, element, strlen (element)),
    .next = next,
  });
}

/* Parts of a sequence are collected as text ranges first, as the graph is built from its end. */
static guint
compile_sequence (Compiler *self, guint next)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *end;

  skip_blanks (self);
  while (*self->at != '\0' && *self->at != '|' && *self->at != ')')
    {
      const char *start = self->at;

      if (*self->at == '(')
        {
          int depth = 0;

          do
            {
              if (*self->at == '\0')
                g_error ("date rule %s: unbalanced", self->program->rule->name);
              if (*self->at == '\\')
                self->at++;
              else if (*self->at == '(')
                depth++;
              else if (*self->at == ')')
                depth--;
              self->at++;
            }
          while (depth > 0);
        }
      else if (*self->at == '[' || *self->at == ']')
        self->at++;
      else
        g_free (take_element (self));
      if (*self->at == '?')
        self->at++;
      g_ptr_array_add (parts, g_strndup (start, (gsize) (self->at - start)));
      skip_blanks (self);
    }
  end = self->at;
  for (guint i = parts->len; i > 0; i--)
    {
      char *part = g_ptr_array_index (parts, i - 1);
      gsize length = strlen (part);
      gboolean option = length > 1 && part[length - 1] == '?';
      guint first;

      if (option)
        part[length - 1] = '\0';
      if (part[0] == '(')
        {
          Compiler inner = *self;

          inner.at = part + 1;
          first = compile_alternatives (&inner, next);
        }
      else if (part[0] == '[')
        first = add_node (self, (Node) { .op = OP_OPEN, .next = next });
      else if (part[0] == ']')
        first = add_node (self, (Node) { .op = OP_CLOSE, .next = next });
      else
        {
          Compiler inner = *self;
          g_autofree char *element = NULL;

          inner.at = part;
          element = take_element (&inner);
          first = compile_element (self, element, next);
        }
      next = option ? add_node (self, (Node) { .op = OP_SPLIT, .next = first, .other = next }) : first;
    }
  self->at = end;
  return next;
}

/* Ways in order, as a tree: most of it can be left aside at once when none of its ways can come. */
static guint
split (Compiler *self, const guint *ways, guint n_ways)
{
  Node node = { .op = OP_SPLIT };

  if (n_ways == 1)
    return ways[0];
  node.next = split (self, ways, n_ways / 2);
  node.other = split (self, ways + n_ways / 2, n_ways - n_ways / 2);
  return add_node (self, node);
}

static guint
compile_alternatives (Compiler *self, guint next)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (guint));
  guint way = compile_sequence (self, next);

  g_array_append_val (ways, way);
  while (*self->at == '|')
    {
      self->at++;
      way = compile_sequence (self, next);
      g_array_append_val (ways, way);
    }
  return split (self, (const guint *) (gpointer) ways->data, ways->len);
}

static void
compile_condition (AscDateLanguage *language, const AscDateRule *rule, const char *text, Condition *condition)
{
  g_auto (GStrv) words = NULL;

  condition->words = g_ptr_array_new ();
  if (text == NULL)
    return;
  condition->present = TRUE;
  condition->negative = text[0] == '!';
  words = g_strsplit (text + (condition->negative ? 1 : 0), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      AscDateNeighbour kind;

      if (words[i][0] == '\0')
        continue;
      if (words[i][0] != '<' || words[i][1] == '\0')
        g_ptr_array_add (condition->words, asc_date_language_intern (language, words[i], strlen (words[i])));
      else if (asc_date_vocabulary_neighbour (words[i], &kind))
        condition->kinds |= 1u << kind;
      else
        g_error ("date rule %s: no neighbour %s", rule->name, words[i]);
    }
}

/**
 * asc_date_program_new:
 * @language: the language, whose words the pattern's are added to
 * @rule: a rule
 *
 * Compiles a rule. A mistake in a table is a mistake in the program: it ends it.
 *
 * Returns: (transfer full): the program
 */
AscDateProgram *
asc_date_program_new (AscDateLanguage *language, const AscDateRule *rule)
{
  AscDateProgram *self = g_new0 (AscDateProgram, 1);
  Compiler compiler = { language, self, rule->pattern, 0 };
  gboolean bracketed = strchr (rule->pattern, '[') != NULL;
  guint next;

  self->rule = rule;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  next = add_node (&compiler, (Node) { .op = OP_ACCEPT });
  if (!bracketed)
    next = add_node (&compiler, (Node) { .op = OP_CLOSE, .next = next });
  self->first = compile_alternatives (&compiler, next);
  if (*compiler.at != '\0')
    g_error ("date rule %s: left over: “%s”", rule->name, compiler.at);
  if (!bracketed)
    self->first = add_node (&compiler, (Node) { .op = OP_OPEN, .next = self->first });
  compile_condition (language, rule, rule->before, &self->before);
  compile_condition (language, rule, rule->after, &self->after);
  return self;
}

/* ---- matching ----------------------------------------------------------------------------------------- */

#define MAX_CAPTURES 32

typedef struct
{
  AscDateSlot slot;
  guint       expression;
  gint64      value;
} Capture;

typedef struct
{
  const AscDateProgram *program;
  const GArray         *tokens;
  gboolean              strict;
  Capture               captures[MAX_CAPTURES];
  guint                 n_captures;
  guint                 marks[2 * ASC_DATE_MAX_EXPRESSIONS];
  guint                 n_marks;
  guint                 best_end;   /* of the last expression; 0: none yet */
  guint                 best_total; /* of all that was looked at */
  AscDateParse         *parse;
} Matcher;

static const AscDateToken *
token_at (const Matcher *self, guint at)
{
  return at < self->tokens->len ? &g_array_index (self->tokens, AscDateToken, at) : NULL;
}

static gboolean
is_alnum (const AscDateToken *token)
{
  return token != NULL && token->kind != ASC_TOKEN_MARK;
}

/* "A380", "5th7": a token that is glued to a letter or digit before it is part of something else. "'s" is not. */
static gboolean
is_inside_word (const Matcher *self, guint at)
{
  const AscDateToken *token = token_at (self, at);

  return at > 0 && token != NULL && token->glued && is_alnum (token) && is_alnum (token - 1) &&
         !(token->word != NULL && token->word->text[0] == '\'');
}

static gboolean
meets (const Matcher *self, const Condition *condition, guint at, gboolean outside)
{
  const AscDateToken *token = outside ? NULL : token_at (self, at);
  gboolean met = FALSE;

  if (!condition->present)
    return TRUE;
  if (condition->kinds != 0)
    met = (condition->kinds & asc_date_vocabulary_kinds (token, at == 0)) != 0;
  if (!met && token != NULL && token->word != NULL)
    met = g_ptr_array_find (condition->words, token->word, NULL);
  return met != condition->negative;
}

/* The numbers 5 of "3.5 May" and "1-5 May 7", and of "$5", are not days. */
static gboolean
is_number_apart (const Matcher *self, guint start, guint end)
{
  const AscDateToken *first = token_at (self, start), *last = token_at (self, end - 1), *mark;

  if (first->kind == ASC_TOKEN_NUMBER && start > 0 && first->glued)
    {
      mark = first - 1;
      if (mark->kind == ASC_TOKEN_MARK && mark->word != NULL && strchr (".,/:-#$", mark->word->text[0]) != NULL && start > 1 &&
          mark->glued && is_alnum (mark - 1))
        return FALSE;
      if (asc_date_vocabulary_kinds (mark, FALSE) & (1u << ASC_NEIGHBOUR_MONEY))
        return FALSE;
    }
  if (last->kind == ASC_TOKEN_NUMBER && end + 1 < self->tokens->len)
    {
      mark = token_at (self, end);
      if (mark->kind == ASC_TOKEN_MARK && mark->glued && mark->word != NULL && (mark + 1)->glued && is_alnum (mark + 1) &&
          (mark->word->text[0] == '-' || ((mark + 1)->kind == ASC_TOKEN_NUMBER && strchr (".,/:", mark->word->text[0]) != NULL)))
        return FALSE;
    }
  return TRUE;
}

static void
take_slot (AscDateForm *to, const AscDateForm *from, AscDateSlot slot)
{
  if (to->slot[slot] == ASC_DATE_UNSET)
    to->slot[slot] = from->slot[slot];
}

/* What one expression of a range leaves to the other: "[ 5 ] to [ 7 May 2013 ]", "[ two ] or [ three years ago ]". */
static void
take_missing (AscDateForm *to, const AscDateForm *from)
{
  gboolean within_year = asc_date_form_has (to, ASC_SLOT_MONTH) || asc_date_form_has (to, ASC_SLOT_DAY) ||
                         asc_date_form_has (to, ASC_SLOT_SEASON) || asc_date_form_has (to, ASC_SLOT_QUARTER);

  if (within_year && !asc_date_form_has (to, ASC_SLOT_YEAR) && !asc_date_form_has (to, ASC_SLOT_YEAR_REL))
    {
      take_slot (to, from, ASC_SLOT_YEAR);
      take_slot (to, from, ASC_SLOT_DIGITS);
      take_slot (to, from, ASC_SLOT_ERA);
      take_slot (to, from, ASC_SLOT_YEAR_REL);
    }
  if (asc_date_form_has (to, ASC_SLOT_DAY))
    take_slot (to, from, ASC_SLOT_MONTH);
  if (asc_date_form_has (to, ASC_SLOT_NUMBER) && !asc_date_form_has (to, ASC_SLOT_UNIT))
    {
      take_slot (to, from, ASC_SLOT_UNIT);
      take_slot (to, from, ASC_SLOT_SHIFT);
      take_slot (to, from, ASC_SLOT_BASE);
    }
  if (asc_date_form_has (to, ASC_SLOT_HOUR))
    {
      take_slot (to, from, ASC_SLOT_AMPM);
      take_slot (to, from, ASC_SLOT_ZONE);
      if (!asc_date_form_has (to, ASC_SLOT_DAY) && !asc_date_form_has (to, ASC_SLOT_WEEKDAY))
        for (AscDateSlot slot = ASC_SLOT_YEAR; slot <= ASC_SLOT_HOLIDAY; slot++)
          take_slot (to, from, slot);
      take_slot (to, from, ASC_SLOT_DAY_SHIFT);
    }
  if (asc_date_form_has (to, ASC_SLOT_WEEKDAY) && asc_date_form_has (from, ASC_SLOT_WEEKDAY))
    take_slot (to, from, ASC_SLOT_PART);
}

static void
fill_forms (Matcher *self)
{
  AscDateParse *parse = self->parse;

  parse->n_expressions = self->n_marks / 2;
  for (guint e = 0; e < parse->n_expressions; e++)
    {
      parse->start[e] = self->marks[2 * e];
      parse->end[e] = self->marks[2 * e + 1];
      for (guint s = 0; s < ASC_N_SLOTS; s++)
        parse->form[e].slot[s] = ASC_DATE_UNSET;
      for (guint i = 0; i < self->n_captures; i++)
        if (self->captures[i].expression == e)
          parse->form[e].slot[self->captures[i].slot] = self->captures[i].value;
    }
  for (guint e = parse->n_expressions; e > 1; e--)
    take_missing (&parse->form[e - 2], &parse->form[e - 1]);
  for (guint e = 1; e < parse->n_expressions; e++)
    take_missing (&parse->form[e], &parse->form[e - 1]);
}

/* "two days and three weeks" are two lengths: the second unit of one is smaller. */
static gboolean
units_descend (const Matcher *self)
{
  gint64 unit = 0, unit2 = 0;

  for (guint i = 0; i < self->n_captures; i++)
    if (self->captures[i].slot == ASC_SLOT_UNIT)
      unit = self->captures[i].value;
    else if (self->captures[i].slot == ASC_SLOT_UNIT2)
      unit2 = self->captures[i].value;
  return unit2 == 0 || unit2 < unit;
}

static void
accept (Matcher *self, guint at)
{
  guint end, start;

  if (self->n_marks < 2 || self->n_marks % 2 != 0)
    return;
  start = self->marks[0];
  end = self->marks[self->n_marks - 1];
  if (end < self->best_end || (end == self->best_end && at <= self->best_total) || end <= start)
    return;
  if (is_inside_word (self, start) || is_inside_word (self, end) || !units_descend (self))
    return;
  if (self->strict && !(is_number_apart (self, start, end) && meets (self, &self->program->before, start - 1, start == 0) &&
                        meets (self, &self->program->after, end, end >= self->tokens->len)))
    return;
  self->best_end = end;
  self->best_total = at;
  fill_forms (self);
}

/* Whether the two tokens that come can be what the pattern goes on with; most ways through one end here. */
static inline gboolean
can_come (const Matcher *self, const Node *node, guint at)
{
  const AscDateToken *token = token_at (self, at);

  if (node->can_end)
    return TRUE;
  if (token == NULL || !asc_date_first_allows (node->first, token))
    return FALSE;
  return node->can_end_after_one || (at + 1 < self->tokens->len && asc_date_first_allows (node->second, token + 1));
}

static void run (Matcher *self, guint node_index, guint at);

static void
capture (Matcher *self, const Node *node, gint64 value)
{
  /* Outside the brackets, what is told counts for the expression before, or for the first. */
  guint expression = self->n_marks % 2 == 1 || self->n_marks == 0 ? self->n_marks / 2 : self->n_marks / 2 - 1;

  if (node->slot != ASC_SLOT_NONE && self->n_captures < MAX_CAPTURES)
    self->captures[self->n_captures++] = (Capture) { node->slot, expression, value };
}

static void
capture_and_run (Matcher *self, const Node *node, gint64 value, guint at)
{
  guint n_before = self->n_captures;

  if (!can_come (self, &g_array_index (self->program->nodes, Node, node->next), at))
    return;
  capture (self, node, value);
  run (self, node->next, at);
  self->n_captures = n_before;
}

static gboolean
reading_fits (const Matcher *self, const AscDateReading *reading, const AscDateToken *token, guint at)
{
  if (!self->strict)
    return TRUE;
  if (reading->flags & ASC_LEXEME_CAPITAL)
    return token->upper;
  return !(reading->flags & ASC_LEXEME_SMALL) || !token->upper || token->caps || at == 0;
}

static void
run_class (Matcher *self, const Node *node, guint at)
{
  const AscDateToken *token = token_at (self, at);
  gint64 value = 0;
  guint n = 0;

  if (asc_date_vocabulary_of_numbers (node->class))
    {
      if (node->glued || !token->glued || at == 0 || !is_alnum (token - 1))
        n = asc_date_number_class (self->tokens, at, node->class, &value);
      if (n > 0)
        capture_and_run (self, node, value, at + n);
      return;
    }
  if (token->word == NULL)
    return;
  for (guint i = 0; i < token->word->readings->len; i++)
    {
      const AscDateReading *reading = &g_array_index (token->word->readings, AscDateReading, i);

      if (!asc_date_vocabulary_fits (reading, node->class) || !reading_fits (self, reading, token, at))
        continue;
      for (n = 0; n < reading->n_more; n++)
        if (at + 1 + n >= self->tokens->len || token_at (self, at + 1 + n)->word != reading->more[n])
          break;
      if (n < reading->n_more)
        continue;
      n = at + 1 + reading->n_more;
      if (reading->flags & ASC_LEXEME_ABBR)
        {
          const AscDateToken *dot = token_at (self, n);

          if (dot != NULL && dot->glued && dot->word != NULL && g_str_equal (dot->word->text, "."))
            {
              capture_and_run (self, node, reading->value, n + 1);
              continue;
            }
        }
      capture_and_run (self, node, reading->value, n);
    }
}

/* Walks the graph from a node that can come; only where two ways are open does it call itself. */
static void
run (Matcher *self, guint node_index, guint at)
{
  const Node *nodes = (const Node *) (gpointer) self->program->nodes->data, *node = &nodes[node_index];
  guint n_captures = self->n_captures, n_marks = self->n_marks;

  for (;;)
    {
      const AscDateToken *token = token_at (self, at);
      guint next = node->next;
      gboolean goes_on = TRUE;

      switch (node->op)
        {
        case OP_SPLIT:
          if (!can_come (self, &nodes[node->next], at))
            next = node->other;
          else if (can_come (self, &nodes[node->other], at))
            {
              run (self, node->next, at);
              next = node->other;
            }
          break;
        case OP_SET:
          capture (self, node, node->value);
          break;
        case OP_OPEN:
        case OP_CLOSE:
          goes_on = self->n_marks < G_N_ELEMENTS (self->marks);
          if (goes_on)
            self->marks[self->n_marks++] = at;
          break;
        case OP_WORD:
          goes_on = token->word == node->word && (token->glued || !node->glued);
          at++;
          break;
        case OP_CLASS:
          if (token->glued || !node->glued)
            run_class (self, node, at);
          goes_on = FALSE;
          break;
        case OP_ACCEPT:
        default:
          accept (self, at);
          goes_on = FALSE;
          break;
        }
      if (!goes_on || !can_come (self, &nodes[next], at))
        break;
      node = &nodes[next];
    }
  self->n_captures = n_captures;
  self->n_marks = n_marks;
}

gboolean
asc_date_program_match (const AscDateProgram *self, const GArray *tokens, guint at, gboolean strict, AscDateParse *parse)
{
  Matcher matcher;

  g_assert (at < tokens->len);

  parse->rule = self->rule;
  matcher.program = self;
  matcher.tokens = tokens;
  matcher.strict = strict;
  matcher.parse = parse;
  matcher.n_captures = matcher.n_marks = matcher.best_end = matcher.best_total = 0;
  if (can_come (&matcher, &g_array_index (self->nodes, Node, self->first), at))
    run (&matcher, self->first, at);
  return matcher.best_end > 0;
}
