/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that patterns use: of classes, slots, values and neighbours. */
#pragma once

#include "asc-date-token.h"

G_BEGIN_DECLS

/* What a token is to a rule's conditions. */
typedef enum
{
  ASC_NEIGHBOUR_START,   /* nothing before */
  ASC_NEIGHBOUR_END,     /* nothing after */
  ASC_NEIGHBOUR_NUMBER,
  ASC_NEIGHBOUR_CAPITAL, /* a word with a capital that does not start the sentence */
  ASC_NEIGHBOUR_WORD,    /* a word without a capital */
  ASC_NEIGHBOUR_MARK,    /* full stop, comma, bracket …; money is not */
  ASC_NEIGHBOUR_MONEY,
  ASC_NEIGHBOUR_CAPS,    /* a word of capitals only */
} AscDateNeighbour;

gboolean    asc_date_vocabulary_class     (const char *name, AscDateClass *class, AscDateSlot *slot);
gboolean    asc_date_vocabulary_slot      (const char *name, AscDateSlot *slot);
gboolean    asc_date_vocabulary_value     (const char *name, gint64 *value);
gboolean    asc_date_vocabulary_neighbour (const char *name, AscDateNeighbour *neighbour);
const char *asc_date_vocabulary_macro     (const AscDateTables *tables, const char *name);

/* Whether asc_date_number_class() reads the class. */
gboolean    asc_date_vocabulary_of_numbers (AscDateClass class);
/* Whether a reading is one of a class, or of the part of it that the class stands for. */
gboolean    asc_date_vocabulary_fits      (const AscDateReading *reading, AscDateClass class);
/* Whether a word can be the first of something of the class. */
gboolean    asc_date_vocabulary_may_start  (const AscDateWord *word, AscDateClass class);
/* The 1 << AscDateNeighbour of a token; NULL: there is none. */
guint       asc_date_vocabulary_kinds      (const AscDateToken *token, gboolean at_start);

G_END_DECLS
