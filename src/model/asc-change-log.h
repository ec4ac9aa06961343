/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscChangeLog: what a batch has done to which id, so that each is told once, at the end, as what it was before and is after. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _AscChangeLog AscChangeLog;

typedef struct
{
  char    *id;
  GObject *before;   /* (nullable): when it was first noted; NULL: was not there */
  GObject *after;    /* (nullable): when it was taken */
} AscLogged;

/* What an id holds now. (transfer none) (nullable) */
typedef gpointer (*AscLookupFunc) (gpointer table, const char *id);

AscChangeLog *asc_change_log_new  (void);
void          asc_change_log_free (AscChangeLog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscChangeLog, asc_change_log_free)

void          asc_change_log_note (AscChangeLog *self, const char *id, gpointer before);   /* before a change; only the first counts */
/* What was noted, in that order, without what is as it was. The log is empty then. (transfer full) (element-type AscLogged) */
GPtrArray    *asc_change_log_take (AscChangeLog *self, AscLookupFunc lookup, gpointer table);

G_END_DECLS
