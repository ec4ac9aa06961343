/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner behind AscDateFinder: works on UTF-8 bytes, so that no offset is converted for text without dates. */
#pragma once

#include "asc-date-finder.h"

G_BEGIN_DECLS

/* Appends the expressions of @utf8[@from_bytes, @to_bytes) to @matches (element type AscDateMatch*). Their spans are bytes. */
void asc_date_scan (const char *language, const char *utf8, gsize from_bytes, gsize to_bytes, const char *anchor,
                    GPtrArray *matches);

G_END_DECLS
