/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define ID_LENGTH        8
#define MAX_LENGTH       128
#define MAX_TITLE_LENGTH 60
#define MAX_TITLE_CHARS  200

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * asc_id_new:
 *
 * Makes an id of eight random characters of `[a-z0-9]`, the first a letter. The randomness is the
 * system's, not that of a generator seeded in this process: ids made on two machines at the same
 * moment must not be the same.
 *
 * Returns: (transfer full): a new id
 */
char *
asc_id_new (void)
{
  char  *id = g_new0 (char, ID_LENGTH + 1);
  guchar bytes[64];
  gsize  n_bytes = 0;

  for (guint i = 0; i < ID_LENGTH;)
    {
      /* Letters come first in the alphabet. Bytes above the largest multiple are thrown away: no
       * character is likelier. */
      guint n_characters = i == 0 ? 26 : 36;

      if (n_bytes == 0)
        {
          if (getentropy (bytes, sizeof bytes) != 0)
            g_error ("The system has no random source: %s", g_strerror (errno));
          n_bytes = sizeof bytes;
        }

      n_bytes--;
      if (bytes[n_bytes] < 256 / n_characters * n_characters)
        id[i++] = alphabet[bytes[n_bytes] % n_characters];
    }

  return id;
}

/**
 * asc_id_is_valid:
 * @id: (nullable): a string from a file
 *
 * Returns: whether @id may be an id: it matches `^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$`, so that it
 *   can be part of a file name
 */
gboolean
asc_id_is_valid (const char *id)
{
  gsize length;

  if (id == NULL || !g_ascii_isalnum (id[0]))
    return FALSE;

  length = strspn (id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
  return id[length] == '\0' && length <= MAX_LENGTH;
}

/* @title in ASCII: accents dropped, other scripts transliterated as far as ICU can. */
static char *
to_ascii (const char *title)
{
  static GMutex           mutex;
  static UTransliterator *transliterator = NULL; /* making one takes milliseconds */
  glong                   n_chars = MIN (g_utf8_strlen (title, -1), MAX_TITLE_CHARS);
  g_autofree char        *start = g_utf8_substring (title, 0, n_chars);
  UChar                   text[MAX_TITLE_CHARS * 16];
  char                    utf8[MAX_TITLE_CHARS * 48];
  int32_t                 length, limit;
  UErrorCode              status = U_ZERO_ERROR;

  u_strFromUTF8 (text, G_N_ELEMENTS (text), &length, start, -1, &status);

  g_mutex_lock (&mutex);
  if (transliterator == NULL)
    {
      UErrorCode open_status = U_ZERO_ERROR;

      transliterator = utrans_openU (u"Any-Latin; Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, NULL,
                                     &open_status);
    }
  limit = length;
  if (transliterator != NULL)
    utrans_transUChars (transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  g_mutex_unlock (&mutex);

  u_strToUTF8 (utf8, sizeof utf8, NULL, text, length, &status);
  return g_strdup (U_SUCCESS (status) ? utf8 : start);
}

/**
 * asc_id_from_title:
 * @title: a title for people, valid UTF-8
 * @fallback: (nullable): what to return when nothing of @title can be in an id; %NULL for a random
 *   id
 *
 * Makes a file name people recognise: "France expels …" → "france-expels". Not unique: the caller
 * sees to that.
 *
 * Returns: (transfer full): a valid id of at most 60 characters, cut at a word where that is
 *   possible
 */
char *
asc_id_from_title (const char *title, const char *fallback)
{
  g_autofree char *ascii = NULL;
  char             id[MAX_TITLE_LENGTH + 2];
  gsize            length = 0, end_of_word = 0;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (title, -1, NULL), NULL);

  ascii = to_ascii (title);
  /* One character more than fits, to see whether the last word is whole. */
  for (const char *c = ascii; *c != '\0' && length <= MAX_TITLE_LENGTH; c++)
    {
      if (g_ascii_isalnum (*c))
        id[length++] = g_ascii_tolower (*c);
      else if (length > 0 && id[length - 1] != '-' && *c != '\'')
        {
          end_of_word = length;
          id[length++] = '-';
        }
    }

  if (length > MAX_TITLE_LENGTH)
    length = end_of_word > MAX_TITLE_LENGTH / 2 ? end_of_word : MAX_TITLE_LENGTH;
  while (length > 0 && id[length - 1] == '-')
    length--;
  id[length] = '\0';

  if (length > 0)
    return g_strdup (id);
  return fallback != NULL ? g_strdup (fallback) : asc_id_new ();
}
