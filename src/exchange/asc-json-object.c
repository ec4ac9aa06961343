/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-object.h"

JsonNode *
asc_json_object_node (JsonObject *object,
                      const char *member)
{
  return object != NULL && member != NULL && json_object_has_member (object, member) ? json_object_get_member (object, member) : NULL;
}

JsonObject *
asc_json_object_object (JsonObject *object,
                        const char *member)
{
  return asc_json_node_object (asc_json_object_node (object, member));
}

JsonArray *
asc_json_object_array (JsonObject *object,
                       const char *member)
{
  JsonNode *node = asc_json_object_node (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
asc_json_object_string (JsonObject *object,
                        const char *member)
{
  return asc_json_node_string (asc_json_object_node (object, member));
}

gboolean
asc_json_object_integer (JsonObject *object,
                         const char *member,
                         gint64     *value)
{
  return asc_json_node_integer (asc_json_object_node (object, member), value);
}

JsonObject *
asc_json_node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
asc_json_node_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

gboolean
asc_json_node_integer (JsonNode *node,
                       gint64   *value)
{
  double real;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;

  /* 2^53: beyond it a double is no exact integer, and far beyond it no gint64 at all. */
  real = json_node_get_double (node);
  if (!(real >= -9007199254740992.0 && real <= 9007199254740992.0) || real != (double) (gint64) real)
    return FALSE;
  *value = (gint64) real;

  return TRUE;
}

char *
asc_json_node_to_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));

  return json_to_string (node, FALSE);
}

JsonObject *
asc_json_array_object (JsonArray *array,
                       guint      i)
{
  return asc_json_node_object (json_array_get_element (array, i));
}
