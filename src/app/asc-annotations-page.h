/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAnnotationsPage: a page of the inspector: annotations as cards in reading order, the selected one open. Either those that have roles
 * (claims), or all, with a filter by label and by text. */
#pragma once

#include <adwaita.h>

#include "asc-annotation-item-list.h"
#include "asc-session.h"

G_BEGIN_DECLS

#define ASC_TYPE_ANNOTATIONS_PAGE (asc_annotations_page_get_type ())
G_DECLARE_FINAL_TYPE (AscAnnotationsPage, asc_annotations_page, ASC, ANNOTATIONS_PAGE, AdwBin)

/* Properties: claims (gboolean, construct-only): only annotations whose label has relations to others. */
void     asc_annotations_page_set_session (AscAnnotationsPage *self, AscSession *session, AscAnnotationItemList *items);
/* Whether to filter a piece at a time, so that many annotations block nothing. */
void     asc_annotations_page_set_incremental (AscAnnotationsPage *self, gboolean incremental);
/* Puts the keyboard into the selected annotation's card; FALSE when it is not here. */
gboolean asc_annotations_page_focus       (AscAnnotationsPage *self);
/* Opens the search for who has a role on the selected annotation's card. */
void       asc_annotations_page_search_actor (AscAnnotationsPage *self, const char *relation_type, const char *typed);

G_END_DECLS
