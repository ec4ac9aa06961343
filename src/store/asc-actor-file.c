/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-actor-file.h"

#include "asc-actor-register-private.h"
#include "asc-id.h"
#include "asc-json-reader.h"
#include "asc-json-writer.h"

#define FORMAT_KIND "ascribe-actors"
#define FORMAT_VERSION 1

static void
role_free (gpointer data)
{
  asc_actor_role_free (data);
}

static GPtrArray *
read_roles (AscJsonReader *reader)
{
  static const char * const known[] = { "name", "from", "to", NULL };
  g_autoptr (GPtrArray) roles = NULL;

  if (!asc_json_reader_enter_array (reader, "roles"))
    return NULL;

  roles = g_ptr_array_new_with_free_func (role_free);
  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      JsonNode *node = asc_json_reader_element_node (reader, i);
      AscActorRole *role;

      if (!asc_json_reader_enter_object_element (reader, i))
        {
          asc_json_reader_keep (reader, "unusable_roles", node);
          continue;
        }
      if (asc_json_reader_require_string (reader, "name") == NULL)
        {
          asc_json_reader_leave (reader);
          asc_json_reader_keep (reader, "unusable_roles", node);
          continue;
        }

      role = g_new0 (AscActorRole, 1);
      role->name = g_strdup (asc_json_reader_get_string (reader, "name"));
      role->from = g_strdup (asc_json_reader_get_string (reader, "from"));
      role->to = g_strdup (asc_json_reader_get_string (reader, "to"));
      role->extra = asc_json_reader_take_extra (reader, known);
      asc_json_reader_leave (reader);
      g_ptr_array_add (roles, role);
    }
  asc_json_reader_leave (reader);

  return roles->len > 0 ? g_steal_pointer (&roles) : NULL;
}

/* NULL when it cannot be used; reported. */
static AscActor *
read_actor (AscJsonReader *reader,
            const char    *new_id)
{
  static const char * const known[] = {
    "id", "name", "type", "aliases", "external_id", "roles", "note", NULL,
  };
  g_autoptr (GPtrArray) roles = NULL;
  g_auto (GStrv) aliases = NULL;
  g_autofree char *extra = NULL;
  AscActorValues values;
  const char *id, *name;

  id = asc_json_reader_require_string (reader, "id");
  name = asc_json_reader_require_string (reader, "name");
  if (id != NULL && !asc_id_is_valid (id))
    {
      asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, "id", "not an id");
      id = NULL;
    }
  if (id == NULL || name == NULL)
    return NULL;

  aliases = asc_json_reader_get_strings (reader, "aliases");
  roles = read_roles (reader);
  values = (AscActorValues) {
    .id = (char *) (new_id != NULL ? new_id : id),
    .name = (char *) name,
    .type = (char *) asc_json_reader_get_string (reader, "type"),
    .aliases = aliases,
    .external_id = (char *) asc_json_reader_get_string (reader, "external_id"),
    .roles = roles,
    .note = (char *) asc_json_reader_get_string (reader, "note"),
  };
  values.extra = extra = asc_json_reader_take_extra (reader, known);
  return asc_actor_new (&values);
}

/* "wang-2": not random, so that reading the same file twice gives the same. */
static char *
free_id (GHashTable *by_id,
         const char *id)
{
  for (guint i = 2;; i++)
    {
      g_autofree char *candidate = g_strdup_printf ("%.100s-%u", id, i);

      if (!g_hash_table_contains (by_id, candidate))
        return g_steal_pointer (&candidate);
    }
}

/* The actor of the object the reader stands on, into the register. FALSE when it must be kept as it is. */
static gboolean
put_actor (AscJsonReader    *reader,
           JsonNode         *node,
           GHashTable       *by_id,
           AscActorRegister *actors)
{
  g_autoptr (AscActor) actor = NULL;
  g_autofree char *new_id = NULL;
  const char *id = NULL;

  if (json_object_has_member (json_node_get_object (node), "id") &&
      JSON_NODE_HOLDS_VALUE (json_object_get_member (json_node_get_object (node), "id")))
    id = json_object_get_string_member (json_node_get_object (node), "id");

  if (id != NULL && g_hash_table_contains (by_id, id))
    {
      asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, "id", "the id \"%s\" is there twice", id);
      if (json_node_equal (g_hash_table_lookup (by_id, id), node))
        return TRUE;
      new_id = free_id (by_id, id);
    }

  actor = read_actor (reader, new_id);
  if (actor == NULL)
    return FALSE;

  g_hash_table_insert (by_id, g_strdup (asc_actor_get_id (actor)), node);
  asc_actor_register_put (actors, actor);
  return TRUE;
}

static int
compare_ids (gconstpointer one,
             gconstpointer other)
{
  return g_strcmp0 (asc_actor_get_id (*(AscActor * const *) one),
                    asc_actor_get_id (*(AscActor * const *) other));
}

static void
write_actor (AscJsonWriter        *writer,
             const AscActorValues *values)
{
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "id", values->id);
  asc_json_writer_string (writer, "name", values->name);
  asc_json_writer_string (writer, "type", values->type);
  if (values->aliases != NULL && values->aliases[0] != NULL)
    asc_json_writer_strings (writer, "aliases", (const char * const *) values->aliases);
  asc_json_writer_string (writer, "external_id", values->external_id);
  if (values->roles != NULL && values->roles->len > 0)
    {
      asc_json_writer_begin_array (writer, "roles", ASC_JSON_COMPACT);
      for (guint i = 0; i < values->roles->len; i++)
        {
          const AscActorRole *role = g_ptr_array_index (values->roles, i);

          asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
          asc_json_writer_string (writer, "name", role->name);
          asc_json_writer_string (writer, "from", role->from);
          asc_json_writer_string (writer, "to", role->to);
          asc_json_writer_extra (writer, role->extra);
          asc_json_writer_end_object (writer);
        }
      asc_json_writer_end_array (writer);
    }
  asc_json_writer_string (writer, "note", values->note);
  asc_json_writer_extra (writer, values->extra);
  asc_json_writer_end_object (writer);
}

/**
 * asc_actor_file_parse:
 * @bytes: the content of an actors.json
 * @path: the file, for people
 * @actors: the register to fill
 * @problems: (element-type AscProblem): gets what is wrong
 * @error: what asc_json_reader_new() gives, %ASC_STORE_ERROR_FORMAT or `NEWER`
 *
 * An actor that cannot be used is reported and kept among the extra members as "unusable_actors". Of two with the same id
 * the second gets a new one.
 *
 * Returns: whether the file could be read
 */
gboolean
asc_actor_file_parse (GBytes            *bytes,
                      const char        *path,
                      AscActorRegister  *actors,
                      GPtrArray         *problems,
                      GError           **error)
{
  static const char * const known[] = { "format", "actors", NULL };
  g_autoptr (AscJsonReader) reader = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autofree char *extra = NULL;
  guint version;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, FALSE);
  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (actors), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  reader = asc_json_reader_new (bytes, path, problems, error);
  if (reader == NULL ||
      !asc_json_reader_check_format (reader, FORMAT_KIND, FORMAT_VERSION, &version, error))
    return FALSE;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (asc_json_reader_enter_array (reader, "actors"))
    {
      for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
        {
          JsonNode *node = asc_json_reader_element_node (reader, i);
          gboolean is_put = FALSE;

          if (asc_json_reader_enter_object_element (reader, i))
            {
              is_put = put_actor (reader, node, by_id, actors);
              asc_json_reader_leave (reader);
            }
          if (!is_put)
            asc_json_reader_keep (reader, "unusable_actors", node);
        }
      asc_json_reader_leave (reader);
    }

  extra = asc_json_reader_take_extra (reader, known);
  asc_actor_register_set_extra (actors, extra);
  return TRUE;
}

/**
 * asc_actor_file_write:
 * @actors: a register
 *
 * One actor a line, by id: the order of names differs from locale to locale.
 *
 * Returns: (transfer full): the content of an actors.json
 */
GBytes *
asc_actor_file_write (AscActorRegister *actors)
{
  g_autoptr (AscJsonWriter) writer = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (actors), NULL);

  sorted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (actors)); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (G_LIST_MODEL (actors), i));
  g_ptr_array_sort (sorted, compare_ids);

  writer = asc_json_writer_new ();
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", FORMAT_KIND "/" G_STRINGIFY (FORMAT_VERSION));
  asc_json_writer_begin_array (writer, "actors", ASC_JSON_LINES);
  for (guint i = 0; i < sorted->len; i++)
    write_actor (writer, asc_actor_get_values (g_ptr_array_index (sorted, i)));
  asc_json_writer_end_array (writer);
  asc_json_writer_extra (writer, asc_actor_register_get_extra (actors));
  asc_json_writer_end_object (writer);
  return asc_json_writer_finish (writer);
}
