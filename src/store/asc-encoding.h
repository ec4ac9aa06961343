/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding a text file has, and its characters as UTF-8.
 *
 * The rule, first that holds:
 *  1. a BOM of UTF-8, UTF-16 or UTF-32;
 *  2. the first bytes of a well-known binary format: no text;
 *  3. bytes no 8-bit text has (NUL and other controls), and white space that makes sense as UTF-16 in one byte order: UTF-16;
 *  4. escape sequences that ICU takes for ISO-2022-JP or -KR: that;
 *  5. valid UTF-8, or at least four well-formed multi-byte characters for each malformed byte: UTF-8, with U+FFFD for these;
 *  6. what ICU's detector is at least 40 % sure of and which decodes without an error; but windows-1252, when another alphabet of Latin
 *     letters is not 15 % likelier than it;
 *  7. windows-1252.
 * The ISO encodings are read as the Windows ones that contain them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The characters of @data, U+0000 among them where it is in the data, with a BOM if there is one. @notes: (element-type char*) gets static strings: "encoding:koi8-r"
 * for all but UTF-8, "invalid-utf8". NULL when it is no text. (transfer full) */
GString *asc_encoding_decode (const char *data, gsize n_bytes, GPtrArray *notes);

G_END_DECLS
