/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of characters, and steps through UTF-8, that the text layer's scanners share. Not for other
 * layers. */
#pragma once

#include <glib.h>
#include <unicode/uchar.h>

G_BEGIN_DECLS

/* White_Space=yes of the Unicode Character Database. */
static inline gboolean
asc_char_is_white_space (gunichar c)
{
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace ((UChar32) c);
}

/* What ends a paragraph, as in GTK. */
static inline gboolean
asc_char_is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029;
}

static inline gboolean
asc_char_is_cased (gunichar c)
{
  return g_unichar_isupper (c) || g_unichar_islower (c) || g_unichar_istitle (c);
}

static inline gboolean
asc_char_is_capital (gunichar c)
{
  return g_unichar_isupper (c) || g_unichar_istitle (c);
}

static inline gboolean
asc_char_is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The character that starts at @position, 0 at the end. */
static inline gunichar
asc_char_at (const char *utf8, gsize n_bytes, gsize position)
{
  return position < n_bytes ? g_utf8_get_char (utf8 + position) : 0;
}

/* The character that ends at @position, 0 at the start. */
static inline gunichar
asc_char_before (const char *utf8, gsize position)
{
  return position > 0 ? g_utf8_get_char (g_utf8_prev_char (utf8 + position)) : 0;
}

static inline gsize
asc_next_char (const char *utf8, gsize position)
{
  return position + (gsize) g_utf8_skip[(guchar) utf8[position]];
}

static inline gsize
asc_prev_char (const char *utf8, gsize position)
{
  return (gsize) (g_utf8_prev_char (utf8 + position) - utf8);
}

G_END_DECLS
