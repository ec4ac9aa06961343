/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A compiled pattern, for asc-date-pattern.c, which makes and runs it, and asc-date-first.c, which makes it fast. */
#pragma once

#include "asc-date-first.h"
#include "asc-date-pattern.h"

G_BEGIN_DECLS

/* A graph of nodes without loops; SPLIT tries @next, then @other. A node only leads to nodes with smaller numbers. */
typedef enum { OP_WORD, OP_CLASS, OP_SET, OP_SPLIT, OP_OPEN, OP_CLOSE, OP_ACCEPT } Op;

typedef struct
{
  Op                  op;
  AscDateClass        class;
  AscDateSlot         slot;
  gboolean            glued;
  gint64              value;
  const AscDateWord  *word;
  guint               next;
  guint               other;
  const AscDateFirst *first;             /* what the next token can be, from here on */
  const AscDateFirst *second;            /* and the one after it */
  gboolean            can_end;           /* nothing more need come */
  gboolean            can_end_after_one;
} Node;

/* What may stand before or after: words, and kinds of token. */
typedef struct
{
  gboolean   present;
  gboolean   negative;
  guint      kinds; /* 1 << AscDateNeighbour */
  GPtrArray *words; /* const AscDateWord* */
} Condition;

struct _AscDateProgram
{
  const AscDateRule *rule;
  GArray            *nodes; /* Node */
  guint              first;
  Condition          before;
  Condition          after;
};

G_END_DECLS
