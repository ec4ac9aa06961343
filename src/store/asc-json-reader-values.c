/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscJsonReader: the typed getters. */
#include "asc-json-reader-private.h"

#include <math.h>

/* Doubles that hold a whole number exactly. */
#define MAX_EXACT_DOUBLE 9007199254740992.0

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* 3 and 3.0: some programs write every number as a double. */
static gboolean
node_integer (JsonNode *node,
              gint64   *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      double number = json_node_get_double (node);

      if (fabs (number) > MAX_EXACT_DOUBLE || number != floor (number))
        return FALSE;
      *value = (gint64) number;
      return TRUE;
    }
  return FALSE;
}

/* One element among the problems of the array it stands on, or one member. */
static gboolean
check_integer (AscJsonReader *self,
               const char    *member,
               JsonNode      *node,
               gint64         minimum,
               gint64         maximum,
               gint64        *value)
{
  gint64 number;

  if (!node_integer (node, &number))
    {
      asc_json_reader_reject_type (self, member, "an integer", node);
      return FALSE;
    }
  if (number < minimum || number > maximum)
    {
      asc_json_reader_reject (self, ASC_STORE_ERROR_FORMAT, member,
                              "%" G_GINT64_FORMAT " is not from %" G_GINT64_FORMAT
                              " to %" G_GINT64_FORMAT, number, minimum, maximum);
      return FALSE;
    }
  *value = number;
  return TRUE;
}

static void
report_missing (AscJsonReader *self,
                const char    *member)
{
  asc_json_reader_report (self, ASC_STORE_ERROR_FORMAT, NULL, "the member \"%s\" is missing", member);
}

/**
 * asc_json_reader_has:
 * @self: a reader
 * @member: a name
 *
 * Returns: whether the object it stands on has the member and it is not null
 */
gboolean
asc_json_reader_has (AscJsonReader *self,
                     const char    *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, FALSE);

  return asc_json_reader_get_node (self, member) != NULL;
}

/**
 * asc_json_reader_require_string:
 * @self: a reader
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the string; %NULL, reported, when it is missing or no string
 */
const char *
asc_json_reader_require_string (AscJsonReader *self,
                                const char    *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  if (asc_json_reader_get_node (self, member) == NULL)
    {
      report_missing (self, member);
      return NULL;
    }
  return asc_json_reader_get_string (self, member);
}

/**
 * asc_json_reader_get_string:
 * @self: a reader
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the string; %NULL when absent, and, reported, when it is no string
 */
const char *
asc_json_reader_get_string (AscJsonReader *self,
                            const char    *member)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  node = asc_json_reader_get_node (self, member);
  if (node == NULL)
    return NULL;
  if (!is_string (node))
    {
      asc_json_reader_reject_type (self, member, "a string", node);
      return NULL;
    }
  return json_node_get_string (node);
}

/**
 * asc_json_reader_get_boolean:
 * @self: a reader
 * @member: a name
 * @fallback: what to return when it is absent or no boolean
 *
 * Returns: the boolean
 */
gboolean
asc_json_reader_get_boolean (AscJsonReader *self,
                             const char    *member,
                             gboolean       fallback)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && member != NULL, fallback);

  node = asc_json_reader_get_node (self, member);
  if (node == NULL)
    return fallback;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      asc_json_reader_reject_type (self, member, "a boolean", node);
      return fallback;
    }
  return json_node_get_boolean (node);
}

/**
 * asc_json_reader_get_integer:
 * @self: a reader
 * @member: a name
 * @minimum: the least value
 * @maximum: the greatest value
 * @fallback: what to return when it is absent, no integer or out of range
 *
 * A double that holds a whole number counts as an integer.
 *
 * Returns: the integer
 */
gint64
asc_json_reader_get_integer (AscJsonReader *self,
                             const char    *member,
                             gint64         minimum,
                             gint64         maximum,
                             gint64         fallback)
{
  JsonNode *node;
  gint64 value = fallback;

  g_return_val_if_fail (self != NULL && member != NULL, fallback);

  node = asc_json_reader_get_node (self, member);
  if (node != NULL)
    check_integer (self, member, node, minimum, maximum, &value);
  return value;
}

/**
 * asc_json_reader_require_integer:
 * @self: a reader
 * @member: a name
 * @minimum: the least value
 * @maximum: the greatest value
 *
 * Returns: the integer; @minimum, reported, when it is missing, no integer or out of range
 */
gint64
asc_json_reader_require_integer (AscJsonReader *self,
                                 const char    *member,
                                 gint64         minimum,
                                 gint64         maximum)
{
  g_return_val_if_fail (self != NULL && member != NULL, minimum);

  if (asc_json_reader_get_node (self, member) == NULL)
    report_missing (self, member);
  return asc_json_reader_get_integer (self, member, minimum, maximum, minimum);
}

/**
 * asc_json_reader_get_strings:
 * @self: a reader
 * @member: a name
 *
 * An element that is no string is reported and left out; the whole array then stays among the extra members.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the strings; %NULL when absent
 */
GStrv
asc_json_reader_get_strings (AscJsonReader *self,
                             const char    *member)
{
  g_autoptr (GStrvBuilder) strings = NULL;
  gboolean whole = TRUE;

  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  if (!asc_json_reader_enter_array (self, member))
    return NULL;

  strings = g_strv_builder_new ();
  for (guint i = 0; i < asc_json_reader_get_n (self); i++)
    {
      const char *string = asc_json_reader_element_string (self, i);

      if (string != NULL)
        g_strv_builder_add (strings, string);
      else
        whole = FALSE;
    }
  asc_json_reader_leave (self);

  if (!whole)
    asc_json_reader_mark_rejected (self, member);
  return g_strv_builder_end (strings);
}

/**
 * asc_json_reader_get_node:
 * @self: a reader
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the member's value; %NULL when absent or null
 */
JsonNode *
asc_json_reader_get_node (AscJsonReader *self,
                          const char    *member)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && member != NULL, NULL);

  node = asc_json_reader_get_current (self);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  node = json_object_get_member (json_node_get_object (node), member);
  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * asc_json_reader_element_integer:
 * @self: a reader that stands on an array
 * @i: which element
 * @minimum: the least value
 * @maximum: the greatest value
 * @value: (out): the integer, untouched on failure
 *
 * Returns: whether the element is an integer in the range; reported when not
 */
gboolean
asc_json_reader_element_integer (AscJsonReader *self,
                                 guint          i,
                                 gint64         minimum,
                                 gint64         maximum,
                                 gint64        *value)
{
  JsonNode *node;
  char token[16];

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  node = asc_json_reader_element_node (self, i);
  if (node == NULL)
    return FALSE;

  g_snprintf (token, sizeof token, "%u", i);
  return check_integer (self, token, node, minimum, maximum, value);
}

/**
 * asc_json_reader_element_string:
 * @self: a reader that stands on an array
 * @i: which element
 *
 * Returns: (transfer none) (nullable): the string; %NULL, reported, when it is none
 */
const char *
asc_json_reader_element_string (AscJsonReader *self,
                                guint          i)
{
  JsonNode *node;
  char token[16];

  g_return_val_if_fail (self != NULL, NULL);

  node = asc_json_reader_element_node (self, i);
  if (node == NULL)
    return NULL;
  if (is_string (node))
    return json_node_get_string (node);

  g_snprintf (token, sizeof token, "%u", i);
  asc_json_reader_reject_type (self, token, "a string", node);
  return NULL;
}

/**
 * asc_json_reader_element_node:
 * @self: a reader that stands on an array
 * @i: which element
 *
 * Returns: (transfer none) (nullable): the element
 */
JsonNode *
asc_json_reader_element_node (AscJsonReader *self,
                              guint          i)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  node = asc_json_reader_get_current (self);
  if (!JSON_NODE_HOLDS_ARRAY (node) || i >= json_array_get_length (json_node_get_array (node)))
    return NULL;
  return json_array_get_element (json_node_get_array (node), i);
}
