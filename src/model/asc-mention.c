/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-mention.h"

#include <string.h>

/* English, German and French: personal, possessive, reflexive, relative and demonstrative ones that stand for somebody.
 * Case folded, sorted by language; a word that is a pronoun in one of them counts in all. */
static const char *const pronouns[] = {
  "i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "yourselves", "he",
  "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "we", "us",
  "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves", "themself", "one",
  "who", "whom", "whose", "which", "that", "this", "these", "those", "someone", "somebody",
  "everyone", "everybody", "nobody", "no one", "anyone", "anybody",

  "ich", "mich", "mir", "mein", "meine", "du", "dich", "dir", "dein", "deine", "er", "ihn", "ihm",
  "sein", "seine", "sie", "ihr", "ihre", "ihnen", "es", "wir", "uns", "unser", "unsere", "euch",
  "euer", "eure", "man", "sich", "wer", "wen", "wem", "der", "die", "das", "den", "dem", "dessen",
  "deren", "denen", "dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene", "jenen",
  "derjenige", "diejenige", "diejenigen", "derselbe", "dieselbe", "jemand", "niemand", "welcher",
  "welche", "letzterer", "letztere", "ersterer", "erstere",

  "je", "j'", "moi", "tu", "toi", "te", "il", "elle", "lui", "on", "nous", "vous", "ils", "elles",
  "eux", "leur", "leurs", "le", "la", "les", "l'", "se", "soi", "qui", "que", "dont", "lequel",
  "laquelle", "lesquels", "lesquelles", "ce", "ceci", "cela", "ça", "celui", "celle", "ceux",
  "celles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "lui-même", "elle-même", "eux-mêmes",
  "elles-mêmes", "quelqu'un", "personne",
};

/* They begin a name as well as a description, and say nothing about which: "The Guardian", "the minister". */
static const char *const determiners[] = {
  "the", "a", "an",
  "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
  "le", "la", "les", "l'", "un", "une", "des", "du", "de",
};

static gboolean
is_listed (const char *const *list,
           gsize              n,
           const char        *folded)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (list[i], folded))
        return TRUE;
    }
  return FALSE;
}

/* Case folded, with straight apostrophes and no white space at the ends. */
static char *
fold (const char *words,
      gssize      n_bytes)
{
  g_autofree char    *folded = g_utf8_casefold (words, n_bytes);
  g_autoptr (GString) straight = g_string_new (folded);

  g_string_replace (straight, "’", "'", 0);
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&straight)));
}

/**
 * asc_mention_kind:
 * @mention: the words of a mention
 *
 * A pronoun is one of a list for English, German and French. A name is what begins, after an article if there is one, with a capital,
 * a digit, or a letter of a script without capitals. Everything else is a description.
 *
 * Returns: the value of the attribute `kind` of the default codebook
 */
const char *
asc_mention_kind (const char *mention)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (mention != NULL, NULL);

  folded = fold (mention, -1);
  if (is_listed (pronouns, G_N_ELEMENTS (pronouns), folded))
    return "pronoun";

  for (const char *word = mention; *word != '\0';)
    {
      const char *end = word;
      g_autofree char *article = NULL;
      gunichar    first;

      /* An elided article ends with its apostrophe: "l’Élysée". */
      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        {
          gunichar c = g_utf8_get_char (end);

          end = g_utf8_next_char (end);
          if (c == '\'' || c == 0x2019)
            break;
        }

      article = fold (word, end - word);
      first = g_utf8_get_char (word);
      if (!g_unichar_isalnum (first))
        {
          word = g_utf8_next_char (word);
          continue;
        }
      if (*end == '\0' || !is_listed (determiners, G_N_ELEMENTS (determiners), article))
        return g_unichar_isupper (first) || g_unichar_istitle (first) ||
               g_unichar_isdigit (first) ||
               !g_unichar_islower (first)
               ? "name"
               : "description";
      word = end;
    }
  return "description";
}
