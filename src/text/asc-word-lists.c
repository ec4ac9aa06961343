/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-word-lists.h"

#include "asc-chars.h"

#include <string.h>

#define MAX_WORD_BYTES 64

/* The rows as tables: language → (word → flags, as a pointer). Made once, never freed. */
static GHashTable *
get_tables (void)
{
  static GHashTable *tables = NULL;

  if (g_once_init_enter_pointer (&tables))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (const AscWordListRow *row = asc_word_lists_rows; row->language != NULL; row++)
        {
          GHashTable   *table = g_hash_table_lookup (made, row->language);
          g_auto (GStrv) words = g_strsplit (row->words, " ", -1);

          if (table == NULL)
            {
              table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
              g_hash_table_insert (made, (gpointer) row->language, table);
            }
          for (guint i = 0; words[i] != NULL; i++)
            {
              guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (table, words[i])) | row->flags;

              g_hash_table_insert (table, g_strdup (words[i]), GUINT_TO_POINTER (flags));
            }
        }
      g_once_init_leave_pointer (&tables, made);
    }

  return tables;
}

static AscWordFlags
lookup_exact (const char *language, const char *word)
{
  GHashTable *tables = get_tables ();

  return GPOINTER_TO_UINT (g_hash_table_lookup (g_hash_table_lookup (tables, language), word))
         | GPOINTER_TO_UINT (g_hash_table_lookup (g_hash_table_lookup (tables, "*"), word));
}

const char *
asc_word_lists_language (const char *tag)
{
  g_autofree char *primary = NULL;
  gpointer         language;

  if (tag == NULL)
    return "en";

  primary = g_ascii_strdown (tag, (gssize) strcspn (tag, "-_"));
  if (g_hash_table_lookup_extended (get_tables (), primary, &language, NULL))
    return language;
  return "en";
}

gboolean
asc_word_lists_has_ordinals (const char *language)
{
  g_assert (language != NULL);

  return g_strv_contains (asc_word_lists_ordinal_languages, language);
}

gboolean
asc_word_lists_capitalises_nouns (const char *language)
{
  g_assert (language != NULL);

  return g_strv_contains (asc_word_lists_noun_languages, language);
}

AscWordFlags
asc_word_lists_lookup (const char *language, const char *word, gsize n_bytes)
{
  char             exact[MAX_WORD_BYTES];
  g_autofree char *lower = NULL;
  AscWordFlags     flags;

  g_assert (language != NULL);
  g_assert (word != NULL);

  if (n_bytes == 0 || n_bytes >= sizeof exact)
    return ASC_WORD_PLAIN;

  memcpy (exact, word, n_bytes);
  exact[n_bytes] = '\0';
  flags = lookup_exact (language, exact);

  lower = g_utf8_strdown (exact, (gssize) n_bytes);
  if (strcmp (lower, exact) != 0)
    {
      AscWordFlags lower_flags = lookup_exact (language, lower);

      /* "US" is not "us", nor "IT" "it". */
      if (asc_char_is_capital (g_utf8_get_char (g_utf8_next_char (exact))))
        lower_flags &= ASC_WORD_ABBREVIATIONS;
      flags |= lower_flags;
    }

  return flags;
}

gboolean
asc_word_lists_is_initials (const char *word, gsize n_bytes)
{
  gboolean letter_next = TRUE;
  guint    n_letters = 0;

  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (letter_next ? !g_unichar_isalpha (c) : c != '.')
        return FALSE;
      n_letters += letter_next;
      letter_next = !letter_next;
    }

  return !letter_next && n_letters >= 2;
}

gboolean
asc_word_lists_is_abbreviation (const char *language,
                                const char *word,
                                gsize       n_bytes,
                                gboolean    before_number)
{
  AscWordFlags flags = asc_word_lists_lookup (language, word, n_bytes);

  return (flags & (ASC_WORD_ABBREVIATION_BEFORE_WORD | ASC_WORD_ABBREVIATION_ANYWHERE)) != 0
         || (before_number && (flags & ASC_WORD_ABBREVIATION_BEFORE_NUMBER) != 0)
         || asc_word_lists_is_initials (word, n_bytes);
}
