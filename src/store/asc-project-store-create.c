/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New projects: empty, the sample, and the default one of a user. */
#include "asc-project-store-private.h"

#include <string.h>

#include "asc-actor-file.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-file-io.h"
#include "asc-project-file.h"
#include "asc-store-resources.h"

#define SAMPLE_PATH "/io/github/ascribe/Ascribe/sample/"

/* Git is not to touch the line ends of a text, nor to carry the snapshots and what a power cut left half written. */
static const struct
{
  const char *name;
  const char *content;
} git_files[] = {
  { ".gitattributes", "articles/*.txt -text\n" },
  { ".gitignore", ".snapshots/\n*.json.??????\n" },
};

static gboolean
write_if_missing (GFile       *folder,
                  const char  *name,
                  GBytes      *bytes,
                  GError     **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, name);

  return g_file_query_exists (file, NULL) || asc_file_io_write (file, bytes, ASC_FILE_IO_DURABLE, error);
}

/* FALSE with EXISTS when there is a project in @folder. */
static gboolean
check_is_free (GFile   *folder,
               GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "project.json");
  g_autofree char *path = NULL;
  g_autoptr (AscProblem) problem = NULL;

  if (!g_file_query_exists (file, NULL))
    return TRUE;
  path = asc_file_io_path (file);
  problem = asc_problem_new (ASC_STORE_ERROR_EXISTS, path, NULL, NULL);
  asc_problem_to_error (problem, error);
  return FALSE;
}

static gboolean
make_folder (GFile       *folder,
             const char  *name,
             GError     **error)
{
  g_autoptr (GFile) child = g_file_get_child (folder, name);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (AscProblem) problem = NULL;

  if (g_file_make_directory_with_parents (child, NULL, &local_error)
      || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  path = asc_file_io_path (child);
  problem = asc_store_error_from_gio (local_error, path, TRUE);
  asc_problem_to_error (problem, error);
  return FALSE;
}

static gboolean
write_git_files (GFile   *folder,
                 GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (git_files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (git_files[i].content, strlen (git_files[i].content));

      if (!write_if_missing (folder, git_files[i].name, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_project_store_create:
 * @folder: where; made with its parents when it is not there
 * @name: the project's name
 * @coder: (nullable): as in asc_project_store_open()
 * @codebook: (nullable): its codebook; %NULL for the claim frame
 * @error: EXISTS when there is a project, UNWRITABLE, NO_SPACE
 *
 * Makes a project and opens it. project.json is written last, so that a project that is half made is none and can be made again.
 *
 * Returns: (transfer full) (nullable): the open project
 */
AscProjectStore *
asc_project_store_create (GFile        *folder,
                          const char   *name,
                          const char   *coder,
                          AscCodebook  *codebook,
                          GError      **error)
{
  g_autoptr (AscCodebook) default_codebook = NULL;
  g_autoptr (AscProject) project = NULL;
  g_autofree char *default_coder = NULL;
  g_autoptr (GBytes) codebook_bytes = NULL;
  g_autoptr (GBytes) actor_bytes = NULL;
  g_autoptr (GBytes) project_bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (codebook == NULL || ASC_IS_CODEBOOK (codebook), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (codebook == NULL)
    codebook = default_codebook = asc_codebook_file_default ();
  if (coder == NULL)
    coder = default_coder = asc_project_store_default_coder ();
  project = asc_project_new (name, codebook);
  asc_project_set_coder (project, coder);
  codebook_bytes = asc_codebook_file_write (codebook);
  actor_bytes = asc_actor_file_write (asc_project_get_actors (project));
  project_bytes = asc_project_file_write (project);

  if (!check_is_free (folder, error)
      || !make_folder (folder, "articles", error)
      || !make_folder (folder, "annotations", error)
      || !write_git_files (folder, error)
      || !write_if_missing (folder, "codebook.json", codebook_bytes, error)
      || !write_if_missing (folder, "actors.json", actor_bytes, error)
      || !write_if_missing (folder, "project.json", project_bytes, error))
    return NULL;
  return asc_project_store_open (folder, coder, NULL, NULL, error);
}

/* ---- the sample ---- */

static GBytes *
sample_bytes (const char *path)
{
  g_autofree char *full = g_strconcat (SAMPLE_PATH, path, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (asc_store_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_steal_pointer (&bytes);
}

static AscArticle *
sample_article (const char *id)
{
  g_autofree char *text_path = g_strconcat ("articles/", id, ".txt", NULL);
  g_autofree char *meta_path = g_strconcat ("articles/", id, ".json", NULL);
  g_autoptr (GBytes) text_bytes = sample_bytes (text_path);
  g_autoptr (GBytes) meta_bytes = sample_bytes (meta_path);
  g_autoptr (AscText) text = asc_text_new_bytes (text_bytes);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscArticleMeta) meta = asc_article_file_parse (meta_bytes, meta_path, id, problems, NULL);

  return asc_article_new_full (meta, text);
}

/* "annotations/<sample coder>/<id>.json" becomes the user's: it is their own sample to work on. */
static gboolean
write_sample_annotations (GFile       *folder,
                          const char  *path,
                          const char  *coder,
                          GError     **error)
{
  g_autoptr (GBytes) bytes = sample_bytes (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (".json"));
  g_autofree char *target = g_strconcat ("annotations/", coder, "/", name, NULL);
  g_autoptr (AscArticle) article = sample_article (id);
  g_autoptr (AscAnnotationSet) set = asc_annotation_file_parse (bytes, path, article, coder, problems, NULL);
  g_autoptr (GBytes) own = asc_annotation_file_write (set);

  return write_if_missing (folder, target, own, error);
}

static gboolean
write_sample_folder (GFile       *folder,
                     const char  *path,
                     const char  *coder,
                     GError     **error)
{
  g_autofree char *full = g_strconcat (SAMPLE_PATH, path, NULL);
  g_auto (GStrv) children = g_resource_enumerate_children (asc_store_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autofree char *child = g_strconcat (path, children[i], NULL);
      gboolean done;

      if (g_str_has_suffix (child, "/"))
        {
          done = write_sample_folder (folder, child, coder, error);
        }
      else if (g_str_equal (child, "project.json"))
        {
          done = TRUE;
        }
      else if (g_str_has_prefix (child, "annotations/"))
        {
          done = write_sample_annotations (folder, child, coder, error);
        }
      else
        {
          g_autoptr (GBytes) bytes = sample_bytes (child);

          done = write_if_missing (folder, child, bytes, error);
        }
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sample_project (GFile       *folder,
                      const char  *coder,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = sample_bytes ("project.json");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (AscProject) project = asc_project_new (NULL, codebook);
  g_autoptr (GBytes) codebook_bytes = asc_codebook_file_write (codebook);
  g_autoptr (GBytes) own = NULL;

  if (!asc_project_file_parse (bytes, "project.json", project, problems, NULL))
    g_return_val_if_reached (FALSE);
  asc_project_set_coder (project, coder);
  own = asc_project_file_write (project);
  return write_if_missing (folder, "codebook.json", codebook_bytes, error)
         && write_if_missing (folder, "project.json", own, error);
}

/**
 * asc_project_store_create_sample:
 * @folder: where; made with its parents when it is not there
 * @coder: (nullable): as in asc_project_store_open(); the sample's annotations become theirs
 * @error: EXISTS when there is a project, UNWRITABLE, NO_SPACE
 *
 * Copies the sample project that is part of the program to a folder, with the claim frame as its codebook, and opens it.
 *
 * Returns: (transfer full) (nullable): the open project
 */
AscProjectStore *
asc_project_store_create_sample (GFile       *folder,
                                 const char  *coder,
                                 GError     **error)
{
  g_autofree char *default_coder = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (coder == NULL)
    coder = default_coder = asc_project_store_default_coder ();
  g_return_val_if_fail (asc_project_file_is_coder (coder), NULL);

  if (!check_is_free (folder, error)
      || !write_git_files (folder, error)
      || !write_sample_folder (folder, "", coder, error)
      || !write_sample_project (folder, coder, error))
    return NULL;
  return asc_project_store_open (folder, coder, NULL, NULL, error);
}

/**
 * asc_project_store_open_default:
 * @name: what to call it when it is made
 * @coder: (nullable): as in asc_project_store_open()
 * @problems: (nullable) (element-type AscProblem): gets what is wrong with the files and could be passed over
 * @error: as in asc_project_store_open() and asc_project_store_create()
 *
 * Opens the project for texts that come without one, `$XDG_DATA_HOME/ascribe/My Articles`, and makes it first when it is not there.
 *
 * Returns: (transfer full) (nullable): the open project
 */
AscProjectStore *
asc_project_store_open_default (const char  *name,
                                const char  *coder,
                                GPtrArray   *problems,
                                GError     **error)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "ascribe", "My Articles", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_get_child (folder, "project.json");

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_file_query_exists (file, NULL))
    return asc_project_store_open (folder, coder, problems, NULL, error);
  return asc_project_store_create (folder, name, coder, NULL, error);
}
