/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-language.h"

#include <string.h>

#include "asc-date-first.h"
#include "asc-date-pattern.h"
#include "asc-date-vocabulary.h"

/* Longer words are in no table. */
#define MAX_WORD_BYTES 63

static AscDateWord *
word_new (const char *text)
{
  AscDateWord *self = g_new0 (AscDateWord, 1);

  self->text = g_strdup (text);
  self->readings = g_array_new (FALSE, FALSE, sizeof (AscDateReading));
  return self;
}

/* Small letters, independent of the locale. FALSE when too long. */
static gboolean
fold (const char *utf8, gsize n_bytes, char *buffer)
{
  gsize n = 0;

  for (const char *p = utf8, *end = utf8 + n_bytes; p < end;)
    {
      if ((guchar) *p < 0x80)
        {
          if (n >= MAX_WORD_BYTES)
            return FALSE;
          buffer[n++] = g_ascii_tolower (*p++);
        }
      else
        {
          if (n + 6 >= MAX_WORD_BYTES)
            return FALSE;
          gunichar c = g_unichar_tolower (g_utf8_get_char (p));
          n += (gsize) g_unichar_to_utf8 (c == 0x2019 ? '\'' : c, buffer + n);
          p = g_utf8_next_char (p);
        }
    }
  buffer[n] = '\0';
  return TRUE;
}

const AscDateWord *
asc_date_language_lookup (const AscDateLanguage *self, const char *utf8, gsize n_bytes)
{
  char buffer[MAX_WORD_BYTES + 1];

  if (n_bytes > MAX_WORD_BYTES || !fold (utf8, n_bytes, buffer))
    return NULL;
  return g_hash_table_lookup (self->words, buffer);
}

const AscDateReading *
asc_date_word_reading (const AscDateWord *self, AscDateClass class)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      const AscDateReading *reading = &g_array_index (self->readings, AscDateReading, i);

      if (reading->class == class && reading->n_more == 0)
        return reading;
    }
  return NULL;
}

/* The word of a text, made when there is none. */
AscDateWord *
asc_date_language_intern (AscDateLanguage *self, const char *text, gsize n_bytes)
{
  char buffer[MAX_WORD_BYTES + 1];
  AscDateWord *word;

  if (!fold (text, n_bytes, buffer))
    g_error ("date table word too long: %s", text);
  word = g_hash_table_lookup (self->words, buffer);
  if (word == NULL)
    {
      word = word_new (buffer);
      word->id = self->by_id->len;
      g_ptr_array_add (self->by_id, word);
      g_hash_table_insert (self->words, word->text, word);
    }
  return word;
}

static void
add_lexeme (AscDateLanguage *self, const AscDateLexeme *lexeme)
{
  g_auto (GStrv) parts = g_strsplit (lexeme->text, " ", -1);
  guint n_parts = g_strv_length (parts), i = 0;
  AscDateWord *word = asc_date_language_intern (self, parts[0], strlen (parts[0]));
  AscDateReading reading = { lexeme->class, lexeme->flags, lexeme->value, n_parts - 1, NULL };

  reading.more = g_new0 (const AscDateWord *, n_parts);
  for (guint k = 1; k < n_parts; k++)
    reading.more[k - 1] = asc_date_language_intern (self, parts[k], strlen (parts[k]));
  while (i < word->readings->len && g_array_index (word->readings, AscDateReading, i).n_more >= reading.n_more)
    i++;
  g_array_insert_val (word->readings, i, reading);
}

/* "ein" + "und" + "zwanzig" for a language that writes such numbers as one word. */
static void
add_joined_numbers (AscDateLanguage *self, const AscDateTables *tables)
{
  for (const AscDateLexeme *unit = tables->lexemes; unit->text != NULL; unit++)
    for (const AscDateLexeme *tens = tables->lexemes; tens->text != NULL; tens++)
      if (unit->class == ASC_CLASS_NUMWORD && tens->class == ASC_CLASS_NUMWORD && unit->value >= 1 && unit->value < 10 &&
          tens->value >= 20 && tens->value < 100)
        {
          g_autofree char *text = g_strconcat (unit->text, tables->number_joiner, tens->text, NULL);

          add_lexeme (self, &(AscDateLexeme) { text, ASC_CLASS_NUMWORD, unit->value + tens->value, 0 });
        }
}

static AscDateLanguage *
language_new (const AscDateTables *tables)
{
  static const char *const marks[] = { "$", "#", "€", "£", "¥", "%", ".", ",", ":", "/", "-", "'" };
  AscDateLanguage *self = g_new0 (AscDateLanguage, 1);
  const AscDateRule *lists[] = { tables->rules, asc_date_rules_any };

  self->tables = tables;
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_id = g_ptr_array_new ();
  self->programs = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    asc_date_language_intern (self, marks[i], strlen (marks[i]));
  for (const AscDateLexeme *lexeme = tables->lexemes; lexeme != NULL && lexeme->text != NULL; lexeme++)
    add_lexeme (self, lexeme);
  if (tables->number_joiner != NULL)
    add_joined_numbers (self, tables);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const AscDateRule *rule = lists[i]; rule != NULL && rule->name != NULL; rule++)
      g_ptr_array_add (self->programs, asc_date_program_new (self, rule));
  asc_date_first_compute (self); /* all words are known now */
  return self;
}

/* "de-AT" and "de_AT" are German. */
static gboolean
tag_fits (const char *tag, const char *language)
{
  gsize n = strlen (language);

  return g_ascii_strncasecmp (tag, language, n) == 0 && (tag[n] == '\0' || tag[n] == '-' || tag[n] == '_');
}

/**
 * asc_date_language_get:
 * @tag: (nullable): BCP 47 tag
 *
 * Returns: (transfer none): the compiled tables of the language
 */
const AscDateLanguage *
asc_date_language_get (const char *tag)
{
  static const AscDateTables *const tables[] = { &asc_date_tables_none, &asc_date_tables_en, &asc_date_tables_de, &asc_date_tables_fr };
  static gsize compiled[G_N_ELEMENTS (tables)];
  guint which = 0;

  for (guint i = 1; i < G_N_ELEMENTS (tables) && tag != NULL; i++)
    if (tag_fits (tag, tables[i]->tag))
      which = i;
  if (g_once_init_enter (&compiled[which]))
    g_once_init_leave (&compiled[which], (gsize) language_new (tables[which]));
  return (const AscDateLanguage *) compiled[which];
}
