/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in a sequence of tokens, in digits and in words, and the classes of numbers that date patterns ask for. */
#pragma once

#include "asc-date-token.h"

G_BEGIN_DECLS

/* A cardinal in thousandths ("1,500", "2.5", "twenty-one", "two and a half"). Returns the number of tokens; 0 when there is none. */
guint asc_date_number_read  (const GArray *tokens, guint at, gint64 *thousandths);

/* A number of a class: 0 or the number of tokens. @value: what goes into the slot of the class. */
guint asc_date_number_class (const GArray *tokens, guint at, AscDateClass class, gint64 *value);

G_END_DECLS
