/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRecentProject: a project that was opened before, for the welcome page. Immutable. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASC_TYPE_RECENT_PROJECT (asc_recent_project_get_type ())
G_DECLARE_FINAL_TYPE (AscRecentProject, asc_recent_project, ASC, RECENT_PROJECT, GObject)

AscRecentProject *asc_recent_project_new             (GFile *folder, const char *name);
GFile            *asc_recent_project_get_folder      (AscRecentProject *self);
const char       *asc_recent_project_get_name        (AscRecentProject *self);
/* The folder for people: "~/Documents/expulsions". (transfer full) */
char             *asc_recent_project_dup_place       (AscRecentProject *self);

/* The list, newest first, kept in the settings. */
GListModel       *asc_recent_projects_get_default    (void);   /* of AscRecentProject (transfer none) */
void              asc_recent_projects_add            (GFile *folder, const char *name);
void              asc_recent_projects_remove         (GFile *folder);

G_END_DECLS
