/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-scanner.h"

#include <math.h>
#include <string.h>

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,   /* just after "[" */
  EXPECT_MEMBER,         /* after "," in an object */
  EXPECT_MEMBER_OR_END,  /* just after "{" */
  EXPECT_COMMA_OR_END,   /* after a value in a container */
  EXPECT_NOTHING,        /* after the root value */
} Expect;

/* An open container. */
typedef struct
{
  gboolean    is_object;
  gboolean    has_child;  /* @index or @member say where the scanner stands */
  guint       index;
  const char *member;     /* owned by @members */
  GHashTable *members;    /* (element-type char* char*): names seen so far, owned; NULL in an array */
} Frame;

struct _AscJsonScanner
{
  const char        *text;
  const char        *end;
  const char        *at;
  Expect             expect;
  Frame              frames[ASC_JSON_MAX_DEPTH];
  guint              n_frames;
  GString           *string;
  AscStoreErrorCode  error_code;
  const char        *error_at;
  char              *error_detail;   /* not NULL: the scanner has stopped */
};

static AscJsonToken G_GNUC_PRINTF (4, 5)
fail (AscJsonScanner    *self,
      AscStoreErrorCode  code,
      const char        *at,
      const char        *format,
      ...)
{
  va_list args;

  g_assert (self->error_detail == NULL);

  va_start (args, format);
  self->error_detail = g_strdup_vprintf (format, args);
  va_end (args);
  self->error_code = code;
  self->error_at = at;
  return ASC_JSON_TOKEN_ERROR;
}

static AscJsonToken
fail_at_character (AscJsonScanner *self,
                   const char     *expected)
{
  gunichar c;

  if (self->at >= self->end)
    return fail (self, ASC_STORE_ERROR_SYNTAX, self->at, "the file ends where %s is expected",
                 expected);

  c = g_utf8_get_char_validated (self->at, self->end - self->at);
  if (c != (gunichar) -1 && c != (gunichar) -2 && g_unichar_isprint (c))
    {
      char shown[7] = "";

      g_unichar_to_utf8 (c, shown);
      return fail (self, ASC_STORE_ERROR_SYNTAX, self->at, "\"%s\" where %s is expected", shown,
                   expected);
    }

  return fail (self, ASC_STORE_ERROR_SYNTAX, self->at, "byte 0x%02x where %s is expected",
               (guchar) *self->at, expected);
}

static void
skip_white_space (AscJsonScanner *self)
{
  while (self->at < self->end && strchr (" \t\n\r", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
read_hex4 (const char *at,
           const char *end,
           gunichar   *value)
{
  *value = 0;
  if (end - at < 4)
    return FALSE;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;
      *value = *value * 16 + digit;
    }
  return TRUE;
}

/* Stands on the "u" of an escape. Half of a surrogate pair alone, and U+0000, which json-glib would cut the string at, are refused. */
static gboolean
read_unicode_escape (AscJsonScanner *self)
{
  const char *escape = self->at - 1;
  gunichar c, low;

  if (!read_hex4 (self->at + 1, self->end, &c))
    {
      fail (self, ASC_STORE_ERROR_SYNTAX, escape, "\\u without four hexadecimal digits");
      return FALSE;
    }
  self->at += 5;

  if (c == 0)
    {
      fail (self, ASC_STORE_ERROR_SYNTAX, escape, "U+0000 in a string");
      return FALSE;
    }
  if (c >= 0xDC00 && c <= 0xDFFF)
    {
      fail (self, ASC_STORE_ERROR_SYNTAX, escape, "lone surrogate \\u%04x", c);
      return FALSE;
    }
  if (c >= 0xD800 && c <= 0xDBFF)
    {
      if (self->end - self->at < 6 || self->at[0] != '\\' || self->at[1] != 'u' ||
          !read_hex4 (self->at + 2, self->end, &low) || low < 0xDC00 || low > 0xDFFF)
        {
          fail (self, ASC_STORE_ERROR_SYNTAX, escape, "lone surrogate \\u%04x", c);
          return FALSE;
        }
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      self->at += 6;
    }

  g_string_append_unichar (self->string, c);
  return TRUE;
}

/* Stands on the opening quote; decodes to self->string. */
static gboolean
read_string (AscJsonScanner *self)
{
  const char *opening = self->at++;

  g_string_truncate (self->string, 0);
  for (;;)
    {
      const char *run = self->at;

      while (self->at < self->end && (guchar) *self->at >= 0x20 && *self->at != '"' &&
             *self->at != '\\')
        self->at++;
      g_string_append_len (self->string, run, self->at - run);

      if (self->at >= self->end)
        {
          fail (self, ASC_STORE_ERROR_SYNTAX, opening, "a string that does not end");
          return FALSE;
        }
      if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }
      if (*self->at != '\\')
        {
          fail (self, ASC_STORE_ERROR_SYNTAX, self->at, "control character 0x%02x in a string",
                (guchar) *self->at);
          return FALSE;
        }

      self->at++;
      if (self->at < self->end && *self->at == 'u')
        {
          if (!read_unicode_escape (self))
            return FALSE;
        }
      else
        {
          static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
          const char *escape;

          escape = self->at < self->end && *self->at != '\0' ? strchr (escapes, *self->at) : NULL;
          if (escape == NULL)
            {
              fail (self, ASC_STORE_ERROR_SYNTAX, self->at - 1, "an escape JSON does not have");
              return FALSE;
            }
          g_string_append_c (self->string, meant[escape - escapes]);
          self->at++;
        }
    }
}

static gboolean
skip_digits (AscJsonScanner *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > first;
}

static AscJsonToken
read_number (AscJsonScanner *self)
{
  const char *first = self->at;
  gboolean is_double = FALSE;
  g_autofree char *number = NULL;

  if (*self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (!skip_digits (self))
    return fail_at_character (self, "a digit");

  if (self->at < self->end && *self->at == '.')
    {
      is_double = TRUE;
      self->at++;
      if (!skip_digits (self))
        return fail_at_character (self, "a digit");
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      is_double = TRUE;
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!skip_digits (self))
        return fail_at_character (self, "a digit");
    }
  if (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '.'))
    return fail_at_character (self, "the end of a number");

  number = g_strndup (first, self->at - first);
  if (is_double && !isfinite (g_ascii_strtod (number, NULL)))
    return fail (self, ASC_STORE_ERROR_FORMAT, first, "a number too large to be held");
  if (!is_double &&
      !g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL))
    return fail (self, ASC_STORE_ERROR_FORMAT, first, "an integer beyond 64 bits");

  return is_double ? ASC_JSON_TOKEN_DOUBLE : ASC_JSON_TOKEN_INTEGER;
}

static AscJsonToken
read_word (AscJsonScanner *self)
{
  static const struct { const char *word; AscJsonToken token; } words[] = {
    { "true", ASC_JSON_TOKEN_TRUE },
    { "false", ASC_JSON_TOKEN_FALSE },
    { "null", ASC_JSON_TOKEN_NULL },
  };
  const char *first = self->at;

  while (self->at < self->end && (g_ascii_isalnum (*self->at) || *self->at == '_'))
    self->at++;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (self->at - first) == strlen (words[i].word) &&
        memcmp (first, words[i].word, strlen (words[i].word)) == 0)
      return words[i].token;

  self->at = first;
  return fail_at_character (self, "a value");
}

static AscJsonToken
open_container (AscJsonScanner *self,
                gboolean        is_object)
{
  Frame *frame;

  if (self->n_frames == ASC_JSON_MAX_DEPTH)
    return fail (self, ASC_STORE_ERROR_SYNTAX, self->at, "nested deeper than %d",
                 ASC_JSON_MAX_DEPTH);

  self->at++;
  frame = &self->frames[self->n_frames++];
  *frame = (Frame) { .is_object = is_object };
  if (is_object)
    frame->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expect = is_object ? EXPECT_MEMBER_OR_END : EXPECT_VALUE_OR_END;
  return is_object ? ASC_JSON_TOKEN_BEGIN_OBJECT : ASC_JSON_TOKEN_BEGIN_ARRAY;
}

static void
value_ended (AscJsonScanner *self)
{
  self->expect = self->n_frames > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static AscJsonToken
close_container (AscJsonScanner *self)
{
  Frame *frame = &self->frames[--self->n_frames];

  self->at++;
  g_clear_pointer (&frame->members, g_hash_table_unref);
  value_ended (self);
  return frame->is_object ? ASC_JSON_TOKEN_END_OBJECT : ASC_JSON_TOKEN_END_ARRAY;
}

static AscJsonToken
read_value (AscJsonScanner *self)
{
  AscJsonToken token;

  if (self->n_frames > 0 && !self->frames[self->n_frames - 1].is_object)
    {
      Frame *frame = &self->frames[self->n_frames - 1];

      frame->index = frame->has_child ? frame->index + 1 : 0;
      frame->has_child = TRUE;
    }

  if (self->at >= self->end)
    return fail_at_character (self, "a value");
  if (*self->at == '{' || *self->at == '[')
    return open_container (self, *self->at == '{');

  if (*self->at == '"')
    token = read_string (self) ? ASC_JSON_TOKEN_STRING : ASC_JSON_TOKEN_ERROR;
  else if (*self->at == '-' || g_ascii_isdigit (*self->at))
    token = read_number (self);
  else
    token = read_word (self);

  if (token != ASC_JSON_TOKEN_ERROR)
    value_ended (self);
  return token;
}

static AscJsonToken
read_member (AscJsonScanner *self)
{
  Frame *frame = &self->frames[self->n_frames - 1];
  const char *first = self->at;
  char *name;

  if (self->at >= self->end || *self->at != '"')
    return fail_at_character (self, "a member name in double quotes");
  if (!read_string (self))
    return ASC_JSON_TOKEN_ERROR;

  name = g_strdup (self->string->str);
  frame->has_child = TRUE;
  if (g_hash_table_contains (frame->members, name))
    {
      frame->member = g_hash_table_lookup (frame->members, name);
      g_free (name);
      return fail (self, ASC_STORE_ERROR_DUPLICATE, first, "the member \"%s\" is there twice",
                   frame->member);
    }
  g_hash_table_insert (frame->members, name, name);
  frame->member = name;

  skip_white_space (self);
  if (self->at >= self->end || *self->at != ':')
    return fail_at_character (self, "\":\"");
  self->at++;
  self->expect = EXPECT_VALUE;
  return ASC_JSON_TOKEN_MEMBER;
}

/**
 * asc_json_scanner_new:
 * @text: (array length=n_bytes): the text, without BOM; borrowed
 * @n_bytes: its size
 *
 * Returns: (transfer full): a scanner before the first token
 */
AscJsonScanner *
asc_json_scanner_new (const char *text,
                      gsize       n_bytes)
{
  AscJsonScanner *self;
  const char *invalid;

  g_return_val_if_fail (text != NULL || n_bytes == 0, NULL);

  self = g_new0 (AscJsonScanner, 1);
  self->text = self->at = text != NULL ? text : "";
  self->end = self->text + n_bytes;
  self->expect = EXPECT_VALUE;
  self->string = g_string_new (NULL);

  if (!g_utf8_validate_len (self->text, n_bytes, &invalid))
    fail (self, ASC_STORE_ERROR_SYNTAX, invalid, "not UTF-8 text: byte 0x%02x", (guchar) *invalid);
  return self;
}

/**
 * asc_json_scanner_free:
 * @self: (transfer full): a scanner
 */
void
asc_json_scanner_free (AscJsonScanner *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_frames; i++)
    g_clear_pointer (&self->frames[i].members, g_hash_table_unref);
  g_string_free (self->string, TRUE);
  g_free (self->error_detail);
  g_free (self);
}

/**
 * asc_json_scanner_next:
 * @self: a scanner
 *
 * Returns: the next token; %ASC_JSON_TOKEN_ERROR and %ASC_JSON_TOKEN_END come again and again
 */
AscJsonToken
asc_json_scanner_next (AscJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, ASC_JSON_TOKEN_ERROR);

  if (self->error_detail != NULL)
    return ASC_JSON_TOKEN_ERROR;

  skip_white_space (self);

  if (self->expect == EXPECT_COMMA_OR_END)
    {
      gboolean is_object = self->frames[self->n_frames - 1].is_object;

      if (self->at < self->end && *self->at == (is_object ? '}' : ']'))
        return close_container (self);
      if (self->at >= self->end || *self->at != ',')
        return fail_at_character (self, is_object ? "\",\" or \"}\"" : "\",\" or \"]\"");
      self->at++;
      skip_white_space (self);
      self->expect = is_object ? EXPECT_MEMBER : EXPECT_VALUE;
    }

  switch (self->expect)
    {
    case EXPECT_VALUE_OR_END:
      if (self->at < self->end && *self->at == ']')
        return close_container (self);
      return read_value (self);

    case EXPECT_MEMBER_OR_END:
      if (self->at < self->end && *self->at == '}')
        return close_container (self);
      return read_member (self);

    case EXPECT_MEMBER:
      return read_member (self);

    case EXPECT_NOTHING:
      if (self->at >= self->end)
        return ASC_JSON_TOKEN_END;
      return fail_at_character (self, "the end of the file");

    case EXPECT_VALUE:
      return read_value (self);

    case EXPECT_COMMA_OR_END:
    default:
      g_assert_not_reached ();
    }
}

/**
 * asc_json_scanner_get_depth:
 * @self: a scanner
 *
 * Returns: how many objects and arrays are open after the last token
 */
guint
asc_json_scanner_get_depth (AscJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_frames;
}

/**
 * asc_json_scanner_get_string:
 * @self: a scanner after %ASC_JSON_TOKEN_MEMBER or %ASC_JSON_TOKEN_STRING
 *
 * Returns: (transfer none): the name or string, decoded; valid until the next token
 */
const char *
asc_json_scanner_get_string (AscJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->string->str;
}

/**
 * asc_json_scanner_get_problem:
 * @self: a scanner after %ASC_JSON_TOKEN_ERROR
 * @path: the file, for people
 *
 * Lines end with LF; the column counts code points.
 *
 * Returns: (transfer full): what is wrong and where
 */
AscProblem *
asc_json_scanner_get_problem (AscJsonScanner *self,
                              const char     *path)
{
  g_autoptr (GString) pointer = NULL;
  AscProblem *problem;
  const char *line_start;

  g_return_val_if_fail (self != NULL && self->error_detail != NULL, NULL);

  pointer = g_string_new (NULL);
  for (guint i = 0; i < self->n_frames; i++)
    {
      const Frame *frame = &self->frames[i];
      char index[16];

      if (!frame->has_child)
        break;
      g_snprintf (index, sizeof index, "%u", frame->index);
      asc_json_pointer_append (pointer, frame->is_object ? frame->member : index);
    }

  problem = asc_problem_new (self->error_code, path, pointer->str, "%s", self->error_detail);
  problem->line = 1;
  line_start = self->text;
  for (const char *at = self->text; at < self->error_at; at++)
    if (*at == '\n')
      {
        problem->line++;
        line_start = at + 1;
      }
  problem->column = 1 + g_utf8_strlen (line_start, self->error_at - line_start);
  return problem;
}

/**
 * asc_json_pointer_append:
 * @pointer: a JSON pointer
 * @token: member name or index
 *
 * Goes one level down: appends "/" and @token, escaped as RFC 6901 says.
 */
void
asc_json_pointer_append (GString    *pointer,
                         const char *token)
{
  g_return_if_fail (pointer != NULL && token != NULL);

  g_string_append_c (pointer, '/');
  for (const char *at = token; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (pointer, "~0");
      else if (*at == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *at);
    }
}
