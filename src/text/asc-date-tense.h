/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tense around an expression: whether "Friday" is the last one or the next one. */
#pragma once

#include "asc-date-token.h"

G_BEGIN_DECLS

/* What the verb nearest to tokens [@start, @end) tells: the one before, else the one after. */
AscDateTense asc_date_tense_near (const AscDateLanguage *language, const char *utf8, const GArray *tokens, guint start, guint end);

G_END_DECLS
