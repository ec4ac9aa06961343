/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-merge.h"

#include <string.h>

static gboolean
same (JsonNode *one,
      JsonNode *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return json_node_equal (one, other);
}

/* "id" or "name" when every element is an object that has it as a string, each another one. */
static const char *
key_of (JsonArray *array)
{
  static const char * const keys[] = { "id", "name" };
  guint n = json_array_get_length (array);

  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      guint i;

      for (i = 0; i < n; i++)
        {
          JsonNode *element = json_array_get_element (array, i);
          JsonNode *value;

          if (!JSON_NODE_HOLDS_OBJECT (element))
            break;
          value = json_object_get_member (json_node_get_object (element), keys[k]);
          if (value == NULL || json_node_get_value_type (value) != G_TYPE_STRING
              || !g_hash_table_add (seen, (char *) json_node_get_string (value)))
            break;
        }
      if (i == n)
        return keys[k];
    }
  return NULL;
}

static gboolean
all_strings (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
        return FALSE;
    }
  return TRUE;
}

/* key → element (borrowed). A string is its own key. */
static GHashTable *
index_array (JsonArray  *array,
             const char *key)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_hash_table_insert (index,
                           (char *) (key != NULL ? json_object_get_string_member (json_node_get_object (element), key)
                                                 : json_node_get_string (element)),
                           element);
    }
  return index;
}

static void
merge_elements (JsonArray  *from,
                const char *key,
                GHashTable *base,
                GHashTable *ours,
                GHashTable *theirs,
                GHashTable *done,
                JsonArray  *merged,
                guint      *n_conflicts)
{
  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      JsonNode *element = json_array_get_element (from, i);
      const char *id = key != NULL ? json_object_get_string_member (json_node_get_object (element), key)
                                   : json_node_get_string (element);
      JsonNode *result;

      if (!g_hash_table_add (done, (char *) id))
        continue;
      result = asc_json_merge (g_hash_table_lookup (base, id), g_hash_table_lookup (ours, id),
                               g_hash_table_lookup (theirs, id), n_conflicts);
      if (result != NULL)
        json_array_add_element (merged, result);
    }
}

/* NULL when the arrays have no keys to go by. Our order, then what is new on their side. */
static JsonNode *
merge_arrays (JsonNode *base_node,
              JsonArray *ours,
              JsonArray *theirs,
              guint     *n_conflicts)
{
  JsonArray *base = base_node != NULL && JSON_NODE_HOLDS_ARRAY (base_node) ? json_node_get_array (base_node) : NULL;
  g_autoptr (GHashTable) base_index = NULL;
  g_autoptr (GHashTable) our_index = NULL;
  g_autoptr (GHashTable) their_index = NULL;
  g_autoptr (GHashTable) done = NULL;
  JsonArray *merged;
  JsonNode *node;
  const char *key = NULL;

  if (!all_strings (ours) || !all_strings (theirs) || (base != NULL && !all_strings (base)))
    {
      key = json_array_get_length (ours) > 0 ? key_of (ours) : key_of (theirs);
      if (key == NULL || g_strcmp0 (key, key_of (theirs)) != 0
          || (base != NULL && json_array_get_length (base) > 0 && g_strcmp0 (key, key_of (base)) != 0))
        return NULL;
    }

  base_index = index_array (base, key);
  our_index = index_array (ours, key);
  their_index = index_array (theirs, key);
  done = g_hash_table_new (g_str_hash, g_str_equal);
  merged = json_array_new ();
  merge_elements (ours, key, base_index, our_index, their_index, done, merged, n_conflicts);
  merge_elements (theirs, key, base_index, our_index, their_index, done, merged, n_conflicts);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, merged);
  return node;
}

static void
merge_members (JsonObject *from,
               JsonObject *base,
               JsonObject *ours,
               JsonObject *theirs,
               JsonObject *merged,
               GHashTable *done,
               guint      *n_conflicts)
{
  g_autoptr (GList) names = json_object_get_members (from);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonNode *result;

      if (!g_hash_table_add (done, (char *) name))
        continue;
      result = asc_json_merge (base != NULL ? json_object_get_member (base, name) : NULL,
                               json_object_get_member (ours, name), json_object_get_member (theirs, name), n_conflicts);
      if (result != NULL)
        json_object_set_member (merged, name, result);
    }
}

static JsonNode *
merge_objects (JsonNode   *base_node,
               JsonObject *ours,
               JsonObject *theirs,
               guint      *n_conflicts)
{
  JsonObject *base = base_node != NULL && JSON_NODE_HOLDS_OBJECT (base_node) ? json_node_get_object (base_node) : NULL;
  JsonObject *merged = json_object_new ();
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  merge_members (ours, base, ours, theirs, merged, done, n_conflicts);
  merge_members (theirs, base, ours, theirs, merged, done, n_conflicts);
  json_node_take_object (node, merged);
  return node;
}

static JsonNode *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data != NULL ? data : "", n_bytes, error))
    return NULL;
  return json_parser_steal_root (parser);
}

/* A member that is missing and one that was emptied are the same for an object of extra members. */
static JsonNode *
parse_extra (const char *extra)
{
  g_autoptr (GBytes) bytes = extra != NULL ? g_bytes_new_static (extra, strlen (extra)) : g_bytes_new_static ("{}", 2);

  return parse (bytes, NULL);
}

/**
 * asc_json_merge:
 * @base: (nullable): what both sides come from
 * @ours: (nullable): our side
 * @theirs: (nullable): their side
 * @n_conflicts: (inout): counts the places that both sides changed differently
 *
 * Three-way merge after diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), on trees: a place that one side left as
 * it was takes the other side's value.
 *
 * Returns: (transfer full) (nullable): the merged value; %NULL when it is to be absent
 */
JsonNode *
asc_json_merge (JsonNode *base,
                JsonNode *ours,
                JsonNode *theirs,
                guint    *n_conflicts)
{
  JsonNode *merged = NULL;

  g_return_val_if_fail (n_conflicts != NULL, NULL);

  if (same (ours, theirs) || same (base, theirs))
    return ours != NULL ? json_node_copy (ours) : NULL;
  if (same (base, ours))
    return theirs != NULL ? json_node_copy (theirs) : NULL;

  /* Removed here, changed there: nothing is dropped. */
  if (ours == NULL || theirs == NULL)
    return json_node_copy (ours != NULL ? ours : theirs);

  if (JSON_NODE_HOLDS_OBJECT (ours) && JSON_NODE_HOLDS_OBJECT (theirs))
    return merge_objects (base, json_node_get_object (ours), json_node_get_object (theirs), n_conflicts);
  if (JSON_NODE_HOLDS_ARRAY (ours) && JSON_NODE_HOLDS_ARRAY (theirs))
    merged = merge_arrays (base, json_node_get_array (ours), json_node_get_array (theirs), n_conflicts);
  if (merged != NULL)
    return merged;

  *n_conflicts += 1;
  return json_node_copy (ours);
}

/**
 * asc_json_merge_bytes:
 * @base: (nullable): text of the common ancestor
 * @ours: our text
 * @theirs: their text
 * @n_conflicts: (inout): counts the places that both sides changed differently
 * @error: a JSON error when @ours or @theirs is no JSON
 *
 * Returns: (transfer full) (nullable): the merged JSON, in no canonical layout
 */
GBytes *
asc_json_merge_bytes (GBytes  *base,
                      GBytes  *ours,
                      GBytes  *theirs,
                      guint   *n_conflicts,
                      GError **error)
{
  g_autoptr (JsonNode) base_node = NULL;
  g_autoptr (JsonNode) our_node = NULL;
  g_autoptr (JsonNode) their_node = NULL;
  g_autoptr (JsonNode) merged = NULL;
  char *text;

  g_return_val_if_fail (ours != NULL && theirs != NULL, NULL);

  our_node = parse (ours, error);
  if (our_node == NULL)
    return NULL;
  their_node = parse (theirs, error);
  if (their_node == NULL)
    return NULL;
  base_node = base != NULL ? parse (base, NULL) : NULL;

  merged = asc_json_merge (base_node, our_node, their_node, n_conflicts);
  text = json_to_string (merged, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

/**
 * asc_json_merge_extra:
 * @base: (nullable): text of an object
 * @ours: (nullable): text of an object
 * @theirs: (nullable): text of an object
 * @n_conflicts: (inout): counts the places that both sides changed differently
 *
 * Returns: (transfer full) (nullable): the merged object's text, %NULL when it has no members
 */
char *
asc_json_merge_extra (const char *base,
                      const char *ours,
                      const char *theirs,
                      guint      *n_conflicts)
{
  g_autoptr (JsonNode) base_node = NULL;
  g_autoptr (JsonNode) our_node = NULL;
  g_autoptr (JsonNode) their_node = NULL;
  g_autoptr (JsonNode) merged = NULL;

  if (g_strcmp0 (ours, theirs) == 0 || g_strcmp0 (base, theirs) == 0)
    return g_strdup (ours);
  if (g_strcmp0 (base, ours) == 0)
    return g_strdup (theirs);

  base_node = parse_extra (base);
  our_node = parse_extra (ours);
  their_node = parse_extra (theirs);
  merged = asc_json_merge (base_node, our_node, their_node, n_conflicts);
  if (merged == NULL || !JSON_NODE_HOLDS_OBJECT (merged)
      || json_object_get_size (json_node_get_object (merged)) == 0)
    return NULL;
  return json_to_string (merged, FALSE);
}
