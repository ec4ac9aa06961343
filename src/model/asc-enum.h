/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the model's enumerations in files are the nicks of their registered types; these convert. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

const char *asc_enum_to_string   (GType type, int value);                          /* NULL when out of range */
gboolean    asc_enum_from_string (GType type, const char *string, int *value);     /* @value untouched on FALSE */

G_END_DECLS
