/* SPDX-License-Identifier: GPL-3.0-or-later */
/* project.json ⇄ the scalar properties of AscProject. */
#pragma once

#include "asc-project.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

gboolean asc_project_file_parse (GBytes *bytes, const char *path, AscProject *project, GPtrArray *problems, GError **error);
/* A coder's name is the name of a folder. */
gboolean asc_project_file_is_coder (const char *name);
GBytes  *asc_project_file_write (AscProject *project);

G_END_DECLS
