/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-enum.h"

/**
 * asc_enum_to_string:
 * @type: a registered enumeration
 * @value: one of its values
 *
 * Returns: (nullable): the static nick of @value, or `NULL` when @type has no such value
 */
const char *
asc_enum_to_string (GType type,
                    int   value)
{
  const GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  found = g_enum_get_value (g_type_class_get (type), value);
  return found != NULL ? found->value_nick : NULL;
}

/**
 * asc_enum_from_string:
 * @type: a registered enumeration
 * @string: (nullable): a nick
 * @value: (out): the value; untouched when there is none
 *
 * Returns: whether @string is a nick of @type
 */
gboolean
asc_enum_from_string (GType       type,
                      const char *string,
                      int        *value)
{
  const GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  found = string != NULL ? g_enum_get_value_by_nick (g_type_class_get (type), string) : NULL;
  /* GLib 2.90 looks nicks up without regard to case, files are exact. */
  if (found == NULL || !g_str_equal (found->value_nick, string))
    return FALSE;

  *value = found->value;
  return TRUE;
}
