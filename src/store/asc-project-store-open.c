/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: a folder → a project. Reads what is small; articles are only listed. */
#include "asc-project-store-private.h"

#include <string.h>

#include "asc-actor-file.h"
#include "asc-codebook-file.h"
#include "asc-file-io.h"
#include "asc-id.h"
#include "asc-json-reader.h"
#include "asc-project-file.h"

#define GUIDELINES_MAX_BYTES (4 * 1024 * 1024)

/* Parses @bytes into @opening->project; FALSE with @error when nothing can be made of it. */
typedef gboolean (*ParseFunc) (AscOpening *opening, GBytes *bytes, const char *path, GError **error);

static void
tell (AscOpening   *self,
      const GError *error,
      const char   *path)
{
  g_ptr_array_add (self->problems, asc_store_error_from_gio (error, path, FALSE));
}

static gboolean
parse_project (AscOpening  *self,
               GBytes      *bytes,
               const char  *path,
               GError     **error)
{
  return asc_project_file_parse (bytes, path, self->project, self->problems, error);
}

static gboolean
parse_codebook (AscOpening  *self,
                GBytes      *bytes,
                const char  *path,
                GError     **error)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_parse (bytes, path, self->problems, error);

  if (codebook == NULL)
    return FALSE;
  asc_project_set_codebook (self->project, codebook);
  return TRUE;
}

static gboolean
parse_actors (AscOpening  *self,
              GBytes      *bytes,
              const char  *path,
              GError     **error)
{
  return asc_actor_file_parse (bytes, path, asc_project_get_actors (self->project), self->problems, error);
}

/* One of the three files beside articles/. Whatever is wrong with it, the rest is usable: @broken says that it must not be
 * overwritten as if it had been read. FALSE when it is missing. */
static gboolean
read_file (AscOpening    *self,
           const char    *name,
           ParseFunc      parse,
           GBytes       **bytes,
           gboolean      *broken,
           GCancellable  *cancellable)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (GError) error = NULL;

  *bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, cancellable, &error);
  if (g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
    return FALSE;

  if (error == NULL && parse (self, *bytes, path, &error))
    return TRUE;

  *broken = TRUE;
  tell (self, error, path);
  if (g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NEWER))
    self->read_only = TRUE;
  return TRUE;
}

static void
tell_missing (AscOpening *self,
              const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);
  g_autofree char *path = asc_file_io_path (file);

  g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_NOT_FOUND, path, NULL, NULL));
}

static void
read_guidelines (AscOpening   *self,
                 GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, "guidelines.md");
  g_autofree char *path = asc_file_io_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = asc_file_io_read (file, GUIDELINES_MAX_BYTES, cancellable, &error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      if (!g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
        tell (self, error, path);
      return;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_utf8_validate_len (text, g_bytes_get_size (bytes), NULL))
    asc_project_set_guidelines (self->project, text);
  else
    g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_NOT_TEXT, path, NULL, "not valid UTF-8"));
}

/**
 * asc_opening_list_articles:
 * @folder: the project's folder
 * @problems: (nullable): gets what is in articles/ and cannot be an article
 * @cancellable: (nullable): stops it
 *
 * Only the folder is read, no file: ten thousand articles take milliseconds.
 *
 * Returns: (transfer full) (element-type utf8): the ids, sorted
 */
GPtrArray *
asc_opening_list_articles (GFile        *folder,
                           GPtrArray    *problems,
                           GCancellable *cancellable)
{
  g_autoptr (GFile) articles = g_file_get_child (folder, "articles");
  g_autoptr (GPtrArray) names = asc_file_io_list (articles, cancellable);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *id = NULL;
      AscStoreErrorCode code;

      if (name[0] == '.' || !g_str_has_suffix (name, ".txt"))
        continue;
      id = g_strndup (name, strlen (name) - strlen (".txt"));
      if (asc_store_is_conflict_copy (name, NULL, ".txt"))
        code = ASC_STORE_ERROR_CHANGED_ON_DISK;
      else if (!asc_id_is_valid (id))
        code = ASC_STORE_ERROR_FORMAT;
      else
        {
          g_ptr_array_add (ids, g_steal_pointer (&id));
          continue;
        }

      if (problems != NULL)
        {
          g_autoptr (GFile) file = g_file_get_child (articles, name);
          g_autofree char *path = asc_file_io_path (file);

          g_ptr_array_add (problems, asc_problem_new (code, path, NULL, code == ASC_STORE_ERROR_FORMAT
                                                                          ? "the name is not [A-Za-z0-9][A-Za-z0-9._-]*.txt"
                                                                          : "a conflict copy of an article's text is not used"));
        }
    }
  return ids;
}

static void
list_articles (AscOpening   *self,
               GCancellable *cancellable)
{
  g_autoptr (GPtrArray) ids = asc_opening_list_articles (self->folder, self->problems, cancellable);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_full (ids->len, g_object_unref);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (articles, asc_article_new (g_ptr_array_index (ids, i)));
  asc_project_add_articles (self->project, articles);
}

/* Who has a folder under annotations/ is a coder, whether project.json names them or not: folders merge by dropping them together. */
static void
list_coders (AscOpening   *self,
             GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_get_child (self->folder, "annotations");
  g_autoptr (GPtrArray) names = asc_file_io_list (folder, cancellable);
  g_autoptr (GStrvBuilder) coders = g_strv_builder_new ();
  const char * const *listed = asc_project_get_coders (self->project);
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (coders, (const char **) listed);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GFile) child = g_file_get_child (folder, name);

      if (asc_project_file_is_coder (name) && !g_strv_contains (listed, name)
          && g_file_query_file_type (child, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
        g_strv_builder_add (coders, name);
    }
  all = g_strv_builder_end (coders);
  asc_project_set_coders (self->project, (const char * const *) all);
}

static gboolean
check_folder (AscOpening    *self,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *path = asc_file_io_path (self->folder);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AscProblem) problem = NULL;

  info = g_file_query_info (self->folder, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (info == NULL)
    problem = asc_store_error_from_gio (local_error, path, FALSE);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, path, NULL, "not a folder");
  if (problem != NULL)
    {
      asc_problem_to_error (problem, error);
      return FALSE;
    }

  self->read_only = g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
                    && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
  return TRUE;
}

/* A folder without project.json is a project still when it has articles: project.json may be what got lost. */
static gboolean
check_is_project (AscOpening *self,
                  GError    **error)
{
  g_autoptr (GFile) articles = g_file_get_child (self->folder, "articles");
  g_autofree char *path = NULL;
  g_autoptr (AscProblem) problem = NULL;

  if (g_file_query_file_type (articles, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      tell_missing (self, "project.json");
      return TRUE;
    }
  path = asc_file_io_path (self->folder);
  problem = asc_problem_new (ASC_STORE_ERROR_NOT_FOUND, path, NULL, "no project.json and no articles");
  asc_problem_to_error (problem, error);
  return FALSE;
}

/**
 * asc_opening_read:
 * @folder: the project's folder
 * @coder: who works
 * @cancellable: (nullable): stops it
 * @error: NOT_FOUND when it is no project, UNREADABLE, FORMAT when @coder is no valid id
 *
 * Reads a project in any thread.
 *
 * Returns: (transfer full) (nullable): what was read
 */
AscOpening *
asc_opening_read (GFile         *folder,
                  const char    *coder,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (AscOpening) self = g_new0 (AscOpening, 1);
  g_autoptr (AscCodebook) codebook = NULL;
  g_autofree char *name = NULL;

  self->folder = g_object_ref (folder);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  if (!asc_project_file_is_coder (coder))
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, coder, NULL, "a coder's name is the name of a folder");

      asc_problem_to_error (problem, error);
      return NULL;
    }
  if (!check_folder (self, cancellable, error))
    return NULL;

  codebook = asc_codebook_file_default ();
  self->project = asc_project_new (NULL, codebook);
  if (!read_file (self, "project.json", parse_project, &self->project_bytes, &self->project_broken, cancellable)
      && !check_is_project (self, error))
    return NULL;
  if (asc_project_get_name (self->project) == NULL)
    {
      name = g_file_get_basename (folder);
      asc_project_set_name (self->project, name);
    }
  self->coder_listed = g_strv_contains (asc_project_get_coders (self->project), coder);

  if (!read_file (self, "codebook.json", parse_codebook, &self->codebook_bytes, &self->codebook_broken, cancellable))
    tell_missing (self, "codebook.json");
  read_file (self, "actors.json", parse_actors, &self->actor_bytes, &self->actors_broken, cancellable);
  read_guidelines (self, cancellable);
  list_articles (self, cancellable);
  list_coders (self, cancellable);
  asc_project_set_coder (self->project, coder);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * asc_opening_free:
 * @self: (transfer full): what was read
 */
void
asc_opening_free (AscOpening *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->folder);
  g_clear_object (&self->project);
  g_clear_pointer (&self->project_bytes, g_bytes_unref);
  g_clear_pointer (&self->codebook_bytes, g_bytes_unref);
  g_clear_pointer (&self->actor_bytes, g_bytes_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}
