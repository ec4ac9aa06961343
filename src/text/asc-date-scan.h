/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner behind AscDateFinder: sentence by sentence over UTF-8 bytes, so that no offset is converted for text without
 * dates. Time and memory are linear in the text. */
#pragma once

#include "asc-date-finder.h"
#include "asc-date-language.h"

G_BEGIN_DECLS

/* A date mentioned more sentences ago than this is no longer what "the next day" refers to. */
#define ASC_DATE_MENTION_SENTENCES 4

/* Appends the expressions of the sentences that start in @utf8[@from_bytes, @until_bytes) to @matches (element type AscDateMatch*).
 * Their spans are bytes. @n_bytes: where the text ends. @strict: as text is read; otherwise as somebody reads it who knows
 * that it is a date ("may"). */
void asc_date_scan (const AscDateLanguage *language, const char *utf8, gsize from_bytes, gsize until_bytes, gsize n_bytes,
                    const char *anchor, gboolean strict, GPtrArray *matches);

G_END_DECLS
