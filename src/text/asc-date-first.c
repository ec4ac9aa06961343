/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-first.h"

#include <string.h>

#include "asc-date-program.h"
#include "asc-date-vocabulary.h"

typedef struct
{
  AscDateLanguage *language;
  gsize            n_blocks;                 /* of 64 words */
  AscDateFirst    *empty;
  AscDateFirst    *of_class[ASC_N_CLASSES];  /* what something of a class can start with */
  AscDateFirst    *after_class[ASC_N_CLASSES]; /* what its second token can be */
} Sets;

static gsize
set_size (const Sets *self)
{
  return sizeof (AscDateFirst) + self->n_blocks * sizeof (guint64);
}

static AscDateFirst *
set_new (const Sets *self)
{
  return g_malloc0 (set_size (self));
}

static void
set_add (AscDateFirst *set, const AscDateWord *word)
{
  set->words[word->id / 64] |= G_GUINT64_CONSTANT (1) << (word->id % 64);
}

static void
set_join (const Sets *self, AscDateFirst *set, const AscDateFirst *other)
{
  set->number = set->number || other->number;
  for (gsize i = 0; i < self->n_blocks; i++)
    set->words[i] |= other->words[i];
}

/* The one set with this content; takes @set. A GBytes as key, as sets have no length of their own. */
static const AscDateFirst *
set_intern (Sets *self, AscDateFirst *set)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (set, set_size (self));
  GBytes *known = g_hash_table_lookup (self->language->sets, bytes);

  if (known == NULL)
    {
      known = g_bytes_ref (bytes);
      g_hash_table_add (self->language->sets, known);
    }
  return g_bytes_get_data (known, NULL);
}

static const AscDateFirst *
set_union (Sets *self, const AscDateFirst *a, const AscDateFirst *b)
{
  AscDateFirst *set;

  if (a == b)
    return a;
  set = set_new (self);
  set_join (self, set, a);
  set_join (self, set, b);
  return set_intern (self, set);
}

/* A phrase goes on with its second word, an abbreviation with a full stop, a number with many things. */
static void
compute_class (Sets *self, AscDateClass class)
{
  static const char *const in_numbers[] = { "-", ",", "." };
  AscDateFirst *of = set_new (self), *after = set_new (self);
  gboolean numbers = asc_date_vocabulary_of_numbers (class);

  of->number = after->number = numbers;
  for (guint i = 0; numbers && i < G_N_ELEMENTS (in_numbers); i++)
    set_add (after, g_hash_table_lookup (self->language->words, in_numbers[i]));
  for (guint id = 0; id < self->language->by_id->len; id++)
    {
      const AscDateWord *word = g_ptr_array_index (self->language->by_id, id);

      if (asc_date_vocabulary_may_start (word, class))
        set_add (of, word);
      for (guint i = 0; i < word->readings->len; i++)
        {
          const AscDateReading *reading = &g_array_index (word->readings, AscDateReading, i);
          gboolean of_number = numbers && (reading->class == ASC_CLASS_NUMWORD || reading->class == ASC_CLASS_FRACTION ||
                                           reading->class == ASC_CLASS_ORD);

          if (of_number)
            set_add (after, word);
          if (!of_number && !asc_date_vocabulary_fits (reading, class))
            continue;
          if (reading->n_more > 0)
            set_add (after, reading->more[0]);
          if (reading->flags & ASC_LEXEME_ABBR)
            set_add (after, g_hash_table_lookup (self->language->words, "."));
        }
    }
  self->of_class[class] = of;
  self->after_class[class] = after;
}

static const AscDateFirst *
copy_of (Sets *self, const AscDateFirst *set)
{
  return set_union (self, set, self->empty);
}

static void
compute_node (Sets *self, Node *node, const Node *next, const Node *other)
{
  switch (node->op)
    {
    case OP_ACCEPT:
      node->first = node->second = self->empty;
      node->can_end = node->can_end_after_one = TRUE;
      break;
    case OP_WORD:
      {
        AscDateFirst *set = set_new (self);

        set_add (set, node->word);
        node->first = set_intern (self, set);
        node->second = next->first;
        node->can_end_after_one = next->can_end;
      }
      break;
    case OP_CLASS:
      node->first = copy_of (self, self->of_class[node->class]);
      node->second = set_union (self, next->first, self->after_class[node->class]);
      node->can_end_after_one = next->can_end;
      break;
    case OP_SPLIT:
      node->first = set_union (self, next->first, other->first);
      node->second = set_union (self, next->second, other->second);
      node->can_end = next->can_end || other->can_end;
      node->can_end_after_one = next->can_end_after_one || other->can_end_after_one;
      break;
    case OP_SET:
    case OP_OPEN:
    case OP_CLOSE:
    default:
      node->first = next->first;
      node->second = next->second;
      node->can_end = next->can_end;
      node->can_end_after_one = next->can_end_after_one;
      break;
    }
}

static void
set_bit (AscDateRuleSet *set, guint index)
{
  set->bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

/* Notes the rule with all that can be the first or the second token of a match. */
static void
index_program (Sets *self, const AscDateProgram *program, guint index)
{
  const Node *first = &g_array_index (program->nodes, Node, program->first);
  AscDateLanguage *language = self->language;

  if (first->can_end)
    g_error ("date rule %s: can be empty", program->rule->name);
  for (guint id = 0; id < language->by_id->len; id++)
    {
      AscDateWord *word = g_ptr_array_index (language->by_id, id);

      if (first->first->words[id / 64] >> (id % 64) & 1)
        set_bit (&word->starts, index);
      if (first->second->words[id / 64] >> (id % 64) & 1)
        set_bit (&word->seconds, index);
      if (g_ascii_isdigit (word->text[0]) && (first->first->words[id / 64] >> (id % 64) & 1))
        set_bit (&language->number_starts, index);
    }
  if (first->first->number)
    set_bit (&language->number_starts, index);
  if (first->second->number)
    set_bit (&language->number_seconds, index);
  if (first->can_end_after_one)
    set_bit (&language->single, index);
}

/**
 * asc_date_first_compute:
 * @language: a language, all of whose rules are compiled
 *
 * A node leads only to nodes with smaller numbers, so one pass over a program is enough.
 */
void
asc_date_first_compute (AscDateLanguage *language)
{
  Sets self = { .language = language, .n_blocks = language->by_id->len / 64 + 1 };

  g_assert (language->programs->len <= ASC_DATE_MAX_RULES);

  language->sets = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  self.empty = set_new (&self);
  for (AscDateClass class = ASC_CLASS_NONE; class < ASC_N_CLASSES; class++)
    compute_class (&self, class);
  for (guint i = 0; i < language->programs->len; i++)
    {
      AscDateProgram *program = g_ptr_array_index (language->programs, i);

      for (guint k = 0; k < program->nodes->len; k++)
        {
          Node *node = &g_array_index (program->nodes, Node, k);

          compute_node (&self, node, &g_array_index (program->nodes, Node, node->next), &g_array_index (program->nodes, Node, node->other));
        }
      index_program (&self, program, i);
    }
  for (AscDateClass class = ASC_CLASS_NONE; class < ASC_N_CLASSES; class++)
    {
      g_free (self.of_class[class]);
      g_free (self.after_class[class]);
    }
}
