/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-project-file.h"

#include <string.h>

#include "asc-json-reader.h"
#include "asc-json-writer.h"

#define FORMAT_KIND "ascribe-project"
#define FORMAT_VERSION 1
#define MAX_CODER_BYTES 128

static const char * const known_members[] = {
  "format", "name", "language", "coders", "gold_coder", "boundaries", NULL,
};

/**
 * asc_project_file_is_coder:
 * @name: a coder's name
 *
 * Returns: whether it can be the name of a folder under annotations/
 */
gboolean
asc_project_file_is_coder (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (*name == '\0' || *name == '.' || strlen (name) > MAX_CODER_BYTES)
    return FALSE;

  for (const char *at = name; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == 0x7F || *at == '/' || *at == '\\')
      return FALSE;
  return TRUE;
}

static GStrv
read_coders (AscJsonReader *reader)
{
  g_autoptr (GStrvBuilder) coders = NULL;
  g_autoptr (GHashTable) seen = NULL;

  if (!asc_json_reader_enter_array (reader, "coders"))
    return NULL;

  coders = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      const char *coder = asc_json_reader_element_string (reader, i);
      g_autofree char *token = g_strdup_printf ("%u", i);

      if (coder != NULL && !asc_project_file_is_coder (coder))
        {
          asc_json_reader_report (reader, ASC_STORE_ERROR_FORMAT, token, "\"%s\" cannot be a folder", coder);
          coder = NULL;
        }
      if (coder == NULL)
        asc_json_reader_keep (reader, "unusable_coders", asc_json_reader_element_node (reader, i));
      else if (!g_hash_table_add (seen, (gpointer) coder))
        asc_json_reader_report (reader, ASC_STORE_ERROR_DUPLICATE, token, "\"%s\" is there twice", coder);
      else
        g_strv_builder_add (coders, coder);
    }
  asc_json_reader_leave (reader);

  return g_strv_builder_end (coders);
}

/**
 * asc_project_file_parse:
 * @bytes: the content of a project.json
 * @path: the file, for people
 * @project: the project to fill
 * @problems: (element-type AscProblem): gets what is wrong
 * @error: what asc_json_reader_new() gives, %ASC_STORE_ERROR_FORMAT or `NEWER`
 *
 * Sets name, language, coders, gold coder, boundaries and extra members; the coder at work is no matter of the file.
 *
 * Returns: whether the file could be read; @project is untouched when not
 */
gboolean
asc_project_file_parse (GBytes      *bytes,
                        const char  *path,
                        AscProject  *project,
                        GPtrArray   *problems,
                        GError     **error)
{
  g_autoptr (AscJsonReader) reader = NULL;
  g_auto (GStrv) coders = NULL;
  g_autofree char *extra = NULL;
  AscBoundaryPolicy boundaries = ASC_BOUNDARY_NONE;
  const char *gold, *edges;
  guint version;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, FALSE);
  g_return_val_if_fail (ASC_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  reader = asc_json_reader_new (bytes, path, problems, error);
  if (reader == NULL ||
      !asc_json_reader_check_format (reader, FORMAT_KIND, FORMAT_VERSION, &version, error))
    return FALSE;

  asc_project_set_name (project, asc_json_reader_require_string (reader, "name"));
  asc_project_set_language (project, asc_json_reader_get_string (reader, "language"));
  coders = read_coders (reader);
  if (coders != NULL)
    asc_project_set_coders (project, (const char * const *) coders);
  gold = asc_json_reader_get_string (reader, "gold_coder");
  if (gold != NULL && !asc_project_file_is_coder (gold))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "gold_coder", "\"%s\" cannot be a folder", gold);
  else
    asc_project_set_gold_coder (project, gold);

  edges = asc_json_reader_get_string (reader, "boundaries");
  if (edges != NULL && !asc_boundary_policy_from_string (edges, &boundaries))
    asc_json_reader_reject (reader, ASC_STORE_ERROR_FORMAT, "boundaries", "\"%s\" is no policy for boundaries", edges);
  asc_project_set_boundaries (project, boundaries);

  extra = asc_json_reader_take_extra (reader, known_members);
  asc_project_set_extra (project, extra);
  return TRUE;
}

/**
 * asc_project_file_write:
 * @project: a project
 *
 * Returns: (transfer full): the content of a project.json
 */
GBytes *
asc_project_file_write (AscProject *project)
{
  g_autoptr (AscJsonWriter) writer = NULL;

  g_return_val_if_fail (ASC_IS_PROJECT (project), NULL);

  writer = asc_json_writer_new ();
  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", FORMAT_KIND "/" G_STRINGIFY (FORMAT_VERSION));
  asc_json_writer_string (writer, "name", asc_project_get_name (project));
  asc_json_writer_string (writer, "language", asc_project_get_language (project));
  asc_json_writer_strings (writer, "coders", asc_project_get_coders (project));
  asc_json_writer_string (writer, "gold_coder", asc_project_get_gold_coder (project));
  if (asc_project_get_boundaries (project) != ASC_BOUNDARY_NONE)
    asc_json_writer_string (writer, "boundaries", asc_boundary_policy_to_string (asc_project_get_boundaries (project)));
  asc_json_writer_extra (writer, asc_project_get_extra (project));
  asc_json_writer_end_object (writer);
  return asc_json_writer_finish (writer);
}
