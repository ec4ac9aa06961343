/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-encoding.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#define MIN_CONFIDENCE 40
#define MIN_LEAD 15
#define MULTIBYTE_PER_INVALID 4
#define MAX_DETECTED_BYTES (256 * 1024)   /* more does not make the detector surer */

typedef struct
{
  const char *detected;   /* ICU's detector */
  const char *converter;  /* ICU's converter */
  const char *note;
  gboolean    is_latin;   /* easily taken for one another when the text is short */
} Encoding;

static const Encoding windows_1252 = { "windows-1252", "windows-1252", "encoding:windows-1252", TRUE };

static const Encoding encodings[] = {
  { "windows-1252", "windows-1252", "encoding:windows-1252", TRUE },
  { "ISO-8859-1", "windows-1252", "encoding:windows-1252", TRUE },
  { "windows-1250", "windows-1250", "encoding:windows-1250", TRUE },
  { "ISO-8859-2", "ISO-8859-2", "encoding:iso-8859-2", TRUE },
  { "windows-1254", "windows-1254", "encoding:windows-1254", TRUE },
  { "ISO-8859-9", "windows-1254", "encoding:windows-1254", TRUE },
  { "windows-1251", "windows-1251", "encoding:windows-1251", FALSE },
  { "KOI8-R", "KOI8-R", "encoding:koi8-r", FALSE },
  { "ISO-8859-5", "ISO-8859-5", "encoding:iso-8859-5", FALSE },
  { "windows-1253", "windows-1253", "encoding:windows-1253", FALSE },
  { "ISO-8859-7", "ISO-8859-7", "encoding:iso-8859-7", FALSE },
  { "windows-1255", "windows-1255", "encoding:windows-1255", FALSE },
  { "ISO-8859-8", "windows-1255", "encoding:windows-1255", FALSE },
  { "ISO-8859-8-I", "windows-1255", "encoding:windows-1255", FALSE },
  { "windows-1256", "windows-1256", "encoding:windows-1256", FALSE },
  { "ISO-8859-6", "ISO-8859-6", "encoding:iso-8859-6", FALSE },
  { "GB18030", "GB18030", "encoding:gb18030", FALSE },
  { "Big5", "Big5", "encoding:big5", FALSE },
  { "Shift_JIS", "windows-31j", "encoding:shift_jis", FALSE },
  { "EUC-JP", "EUC-JP", "encoding:euc-jp", FALSE },
  { "EUC-KR", "windows-949", "encoding:euc-kr", FALSE },
  { "ISO-2022-JP", "ISO-2022-JP", "encoding:iso-2022-jp", FALSE },
  { "ISO-2022-KR", "ISO-2022-KR", "encoding:iso-2022-kr", FALSE },
};

/* Longest first: the BOM of UTF-32LE begins like that of UTF-16LE. */
static const struct
{
  const char *bom;
  gsize       length;
  const char *converter;   /* NULL: UTF-8 */
  const char *note;
} boms[] = {
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE", "encoding:utf-32be" },
  { "\xFF\xFE\x00\x00", 4, "UTF-32LE", "encoding:utf-32le" },
  { "\xEF\xBB\xBF", 3, NULL, NULL },
  { "\xFE\xFF", 2, "UTF-16BE", "encoding:utf-16be" },
  { "\xFF\xFE", 2, "UTF-16LE", "encoding:utf-16le" },
};

static const struct { const char *start; gsize length; } binaries[] = {
  { "%PDF-", 5 },
  { "PK\x03\x04", 4 },                      /* ZIP: DOCX, ODT, EPUB */
  { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 },  /* OLE: DOC */
  { "{\\rtf", 5 },
  { "\x89PNG\r\n\x1A\n", 8 },
  { "\xFF\xD8\xFF", 3 },                    /* JPEG */
  { "GIF8", 4 },
  { "\x1F\x8B\x08", 3 },                    /* gzip */
  { "7z\xBC\xAF\x27\x1C", 6 },
  { "\x7F" "ELF", 4 },
};

static gboolean
starts_with (const char *data,
             gsize       n_bytes,
             const char *start,
             gsize       length)
{
  return n_bytes >= length && memcmp (data, start, length) == 0;
}

/* NULL when @strict and something does not decode. */
static GString *
convert (const char *data,
         gsize       n_bytes,
         const char *converter_name,
         gboolean    strict)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (converter_name, &status);
  g_autofree UChar *utf16 = NULL;
  g_autoptr (GString) utf8 = NULL;
  int32_t n_utf16, n_utf8;

  g_return_val_if_fail (U_SUCCESS (status), NULL);

  ucnv_setToUCallBack (converter, strict ? UCNV_TO_U_CALLBACK_STOP : UCNV_TO_U_CALLBACK_SUBSTITUTE,
                       NULL, NULL, NULL, &status);
  utf16 = g_new (UChar, n_bytes + 1);
  n_utf16 = ucnv_toUChars (converter, utf16, n_bytes + 1, data, n_bytes, &status);
  ucnv_close (converter);
  if (U_FAILURE (status))
    return NULL;

  utf8 = g_string_sized_new (n_utf16 * 3 + 1);
  u_strToUTF8WithSub (utf8->str, utf8->allocated_len, &n_utf8, utf16, n_utf16, 0xFFFD, NULL, &status);
  if (U_FAILURE (status))
    return NULL;

  g_string_set_size (utf8, n_utf8);
  return g_steal_pointer (&utf8);
}

/* The end of the valid UTF-8 from @at, where U+0000 counts as valid. */
static const char *
valid_until (const char *at,
             const char *end)
{
  while (!g_utf8_validate_len (at, end - at, &at) && *at == '\0')
    at++;
  return at;
}

static void
count_utf8 (const char *data,
            gsize       n_bytes,
            gsize      *n_multibyte,
            gsize      *n_invalid)
{
  const char *end = data + n_bytes;

  *n_multibyte = *n_invalid = 0;
  for (const char *at = data; at < end; at++)
    {
      const char *stop = valid_until (at, end);

      for (; at < stop; at++)
        *n_multibyte += (guchar) *at >= 0xC0;
      if (stop < end)
        (*n_invalid)++;
    }
}

/* Every malformed byte becomes U+FFFD. */
static GString *
repair_utf8 (const char *data,
             gsize       n_bytes)
{
  GString *utf8 = g_string_sized_new (n_bytes + 1);
  const char *end = data + n_bytes;

  for (const char *at = data; at < end; at++)
    {
      const char *stop = valid_until (at, end);

      g_string_append_len (utf8, at, stop - at);
      if (stop < end)
        g_string_append (utf8, "\uFFFD");
      at = stop;
    }
  return utf8;
}

static gboolean
has_odd_controls (const char *data,
                  gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) data[i] < 0x20 && (data[i] == '\0' || strchr ("\t\n\v\f\r\x1B", data[i]) == NULL))
      return TRUE;
  return FALSE;
}

/* How often white space and the marks of Chinese and Japanese text stand in one byte order. */
static gsize
count_utf16_spaces (const guchar *data,
                    gsize         n_bytes,
                    guint         high)
{
  gsize n = 0;

  for (gsize i = 0; i + 1 < n_bytes; i += 2)
    {
      guint unit = data[i + high] << 8 | data[i + 1 - high];

      if (unit == 0x20 || unit == 0x0A || unit == 0x0D || (unit >= 0x3000 && unit <= 0x3002))
        n++;
    }
  return n;
}

/* "UTF-16LE", "UTF-16BE" or NULL. In the wrong order a space is U+2000 and a line end U+0A00, which no text is full of. */
static const char *
detect_utf16 (const char *data,
              gsize       n_bytes)
{
  gsize n_le, n_be;

  if (n_bytes % 2 != 0 || !has_odd_controls (data, n_bytes))
    return NULL;

  n_le = count_utf16_spaces ((const guchar *) data, n_bytes, 1);
  n_be = count_utf16_spaces ((const guchar *) data, n_bytes, 0);
  if (MAX (n_le, n_be) * 400 < n_bytes || MAX (n_le, n_be) < 10 * MIN (n_le, n_be))
    return NULL;
  return n_le > n_be ? "UTF-16LE" : "UTF-16BE";
}

static const Encoding *
find_encoding (const char *detected)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_str_equal (encodings[i].detected, detected))
      return &encodings[i];
  return NULL;
}

/* What ICU takes the data for, or NULL. */
static const Encoding *
detect (const char *data,
        gsize       n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  const Encoding *best = NULL;
  int32_t n_matches = 0, best_confidence = 0, western_confidence = 0;

  ucsdet_setText (detector, data, MIN (n_bytes, MAX_DETECTED_BYTES), &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n_matches; i++)
    {
      const Encoding *encoding = find_encoding (ucsdet_getName (matches[i], &status));
      int32_t confidence = ucsdet_getConfidence (matches[i], &status);

      if (encoding == NULL)
        continue;
      if (best == NULL)
        {
          best = encoding;
          best_confidence = confidence;
        }
      if (g_str_equal (encoding->converter, windows_1252.converter))
        western_confidence = MAX (western_confidence, confidence);
    }
  ucsdet_close (detector);

  if (best == NULL || best_confidence < MIN_CONFIDENCE)
    return NULL;
  if (best->is_latin && best_confidence - western_confidence < MIN_LEAD)
    return &windows_1252;
  return best;
}

/**
 * asc_encoding_decode:
 * @data: (array length=n_bytes): the bytes of a file
 * @n_bytes: how many
 * @notes: (element-type utf8): gets static strings that say how it was read
 *
 * See the head of asc-encoding.h for the rule. U+0000 and other controls are kept.
 *
 * Returns: (transfer full) (nullable): the characters in UTF-8; %NULL when it is no text
 */
GString *
asc_encoding_decode (const char *data,
                     gsize       n_bytes,
                     GPtrArray  *notes)
{
  const Encoding *encoding = NULL;
  const char *utf16;
  gsize n_multibyte, n_invalid;

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (notes != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (boms); i++)
    if (starts_with (data, n_bytes, boms[i].bom, boms[i].length))
      {
        if (boms[i].converter != NULL)
          {
            g_ptr_array_add (notes, (gpointer) boms[i].note);
            return convert (data, n_bytes, boms[i].converter, FALSE);
          }
        count_utf8 (data, n_bytes, &n_multibyte, &n_invalid);
        if (n_invalid > 0)
          g_ptr_array_add (notes, (gpointer) "invalid-utf8");
        return repair_utf8 (data, n_bytes);
      }
  for (guint i = 0; i < G_N_ELEMENTS (binaries); i++)
    if (starts_with (data, n_bytes, binaries[i].start, binaries[i].length))
      return NULL;

  utf16 = detect_utf16 (data, n_bytes);
  if (utf16 != NULL)
    {
      g_ptr_array_add (notes, (gpointer) (g_str_equal (utf16, "UTF-16LE") ? "encoding:utf-16le" : "encoding:utf-16be"));
      return convert (data, n_bytes, utf16, FALSE);
    }

  count_utf8 (data, n_bytes, &n_multibyte, &n_invalid);
  if (n_invalid == 0 && n_multibyte == 0 && memchr (data, '\x1B', n_bytes) != NULL)
    {
      encoding = detect (data, n_bytes);
      if (encoding != NULL && !g_str_has_prefix (encoding->detected, "ISO-2022"))
        encoding = NULL;
    }
  else if (n_invalid > 0 && n_multibyte < MULTIBYTE_PER_INVALID * n_invalid)
    {
      encoding = detect (data, n_bytes);
      if (encoding == NULL)
        encoding = &windows_1252;
    }

  if (encoding != NULL)
    {
      GString *converted = convert (data, n_bytes, encoding->converter, TRUE);

      if (converted == NULL)
        {
          encoding = &windows_1252;
          converted = convert (data, n_bytes, encoding->converter, FALSE);
        }
      g_ptr_array_add (notes, (gpointer) encoding->note);
      return converted;
    }

  if (n_invalid > 0)
    g_ptr_array_add (notes, (gpointer) "invalid-utf8");
  return repair_utf8 (data, n_bytes);
}
