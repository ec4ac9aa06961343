/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDateEntry: the value of a date: typed (ISO 8601, EDTF), stepped through its candidates with ↑ and ↓, shown in words and with how it was found.
 * What is no date is told and never saved. */
#pragma once

#include <adwaita.h>

#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_DATE_ENTRY (asc_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (AscDateEntry, asc_date_entry, ASC, DATE_ENTRY, AdwBin)

/* Signal "edited" (const char *value): a valid value, or "" for none. */
GtkWidget *asc_date_entry_new  (AscSession *session);
void       asc_date_entry_show (AscDateEntry *self, AscAnnotation *annotation, const char *value);

G_END_DECLS
