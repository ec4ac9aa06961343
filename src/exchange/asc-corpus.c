/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-corpus.h"

#include "asc-actor-file.h"
#include "asc-annotation-file.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-file-io.h"
#include "asc-id.h"
#include "asc-json-reader.h"
#include "asc-project-file.h"
#include "asc-text-importer.h"

struct _AscCorpus
{
  GObject     parent_instance;

  GFile      *folder;
  AscProject *project;
  GStrv       articles;    /* sorted by strcmp */
  GStrv       coders;      /* sorted by strcmp */
  GPtrArray  *layers;      /* (element-type GStrv), one a coder: sorted article ids */
};

G_DEFINE_FINAL_TYPE (AscCorpus, asc_corpus, G_TYPE_OBJECT)

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Binary search; the lists have up to a hundred thousand ids. */
static gboolean
sorted_contains (GStrv       strings,
                 const char *string,
                 guint      *position)
{
  gsize low = 0;
  gsize high = g_strv_length (strings);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = strcmp (strings[middle], string);

      if (order == 0)
        {
          if (position != NULL)
            *position = (guint) middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/* As asc_file_io_read(), with @path in the problem. */
static GBytes *
read_bytes (AscCorpus     *self,
            const char    *path,
            gsize          max_bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->folder, path);
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes = asc_file_io_read (file, max_bytes, cancellable, &local_error);

  if (bytes != NULL)
    return bytes;

  if (asc_problem_from_error (local_error) == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    {
      g_autoptr (AscProblem) problem = asc_problem_copy (asc_problem_from_error (local_error));

      g_set_str (&problem->path, path);
      asc_problem_to_error (problem, error);
    }

  return NULL;
}

/* The names in @path that are @type, without @suffix, sorted. A folder that is not there is empty. */
static GStrv
list_names (AscCorpus     *self,
            const char    *path,
            GFileType      type,
            const char    *suffix,
            GPtrArray     *problems,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFile) folder = g_file_resolve_relative_path (self->folder, path);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  while (enumerator != NULL)
    {
      GFileInfo *info;
      const char *name;

      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, &local_error) || info == NULL)
        break;

      name = g_file_info_get_name (info);
      if (g_file_info_get_file_type (info) != type || !g_str_has_suffix (name, suffix) || name[0] == '.')
        continue;

      {
        g_autofree char *id = g_strndup (name, strlen (name) - strlen (suffix));

        if (asc_id_is_valid (id))
          g_ptr_array_add (names, g_steal_pointer (&id));
        else
          {
            g_autofree char *display = g_filename_display_name (name);
            g_autofree char *where = g_build_filename (path, display, NULL);

            g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, where, NULL, "file name"));
          }
      }
    }

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (local_error != NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_ptr_array_add (problems, asc_store_error_from_gio (local_error, path, FALSE));

  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* project.json is what makes a folder a project, so it alone is an error; codebook and actors are problems, with a stand-in. */
static gboolean
read_project (AscCorpus     *self,
              GPtrArray     *problems,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFile) project_file = g_file_get_child (self->folder, "project.json");
  g_autoptr (GBytes) project_bytes = asc_file_io_read (project_file, ASC_JSON_MAX_BYTES, cancellable, error);
  g_autoptr (GBytes) codebook_bytes = NULL;
  g_autoptr (GBytes) actor_bytes = NULL;
  g_autoptr (AscCodebook) codebook = NULL;
  g_autoptr (GError) codebook_error = NULL;
  g_autoptr (GError) actor_error = NULL;

  if (project_bytes == NULL)
    return FALSE;

  codebook_bytes = read_bytes (self, "codebook.json", ASC_JSON_MAX_BYTES, cancellable, &codebook_error);
  if (codebook_bytes != NULL)
    codebook = asc_codebook_file_parse (codebook_bytes, "codebook.json", problems, &codebook_error);
  if (codebook == NULL)
    {
      g_ptr_array_add (problems, asc_store_error_from_gio (codebook_error, "codebook.json", FALSE));
      codebook = asc_codebook_file_default ();
    }

  self->project = asc_project_new ("", codebook);
  if (!asc_project_file_parse (project_bytes, "project.json", self->project, problems, error))
    return FALSE;

  actor_bytes = read_bytes (self, "actors.json", ASC_JSON_MAX_BYTES, cancellable, &actor_error);
  if (actor_bytes != NULL)
    asc_actor_file_parse (actor_bytes, "actors.json", asc_project_get_actors (self->project), problems, &actor_error);
  if (actor_error != NULL && !g_error_matches (actor_error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
    g_ptr_array_add (problems, asc_store_error_from_gio (actor_error, "actors.json", FALSE));

  return TRUE;
}

static void
asc_corpus_finalize (GObject *object)
{
  AscCorpus *self = ASC_CORPUS (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->project);
  g_clear_pointer (&self->articles, g_strfreev);
  g_clear_pointer (&self->coders, g_strfreev);
  g_clear_pointer (&self->layers, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_corpus_parent_class)->finalize (object);
}

static void
asc_corpus_class_init (AscCorpusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_corpus_finalize;
}

static void
asc_corpus_init (AscCorpus *self)
{
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/**
 * asc_corpus_open:
 * @folder: a project folder
 * @problems: (element-type AscProblem): gets what is wrong with the project's own files and names
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Reads project, codebook and register, and lists articles and layers; no article is read.
 *
 * Returns: (transfer full) (nullable): the corpus; %NULL with an error of %ASC_STORE_ERROR when @folder is no project
 */
AscCorpus *
asc_corpus_open (GFile         *folder,
                 GPtrArray     *problems,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (AscCorpus) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  self = g_object_new (ASC_TYPE_CORPUS, NULL);
  self->folder = g_object_ref (folder);

  if (!read_project (self, problems, cancellable, error))
    return NULL;

  self->articles = list_names (self, "articles", G_FILE_TYPE_REGULAR, ".txt", problems, cancellable, error);
  if (self->articles == NULL)
    return NULL;

  self->coders = list_names (self, "annotations", G_FILE_TYPE_DIRECTORY, "", problems, cancellable, error);
  if (self->coders == NULL)
    return NULL;

  for (gsize i = 0; self->coders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename ("annotations", self->coders[i], NULL);
      GStrv names = list_names (self, path, G_FILE_TYPE_REGULAR, ".json", problems, cancellable, error);

      if (names == NULL)
        return NULL;
      g_ptr_array_add (self->layers, names);
    }

  return g_steal_pointer (&self);
}

GFile *
asc_corpus_get_folder (AscCorpus *self)
{
  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);

  return self->folder;
}

AscProject *
asc_corpus_get_project (AscCorpus *self)
{
  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);

  return self->project;
}

const char * const *
asc_corpus_get_articles (AscCorpus *self)
{
  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);

  return (const char * const *) self->articles;
}

const char * const *
asc_corpus_get_coders (AscCorpus *self)
{
  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);

  return (const char * const *) self->coders;
}

/**
 * asc_corpus_get_layers:
 * @self: a corpus
 * @coder: a coder
 *
 * Returns: (transfer none) (nullable): the ids of the articles that @coder has a file for, sorted; %NULL for a coder without a folder
 */
const char * const *
asc_corpus_get_layers (AscCorpus  *self,
                       const char *coder)
{
  guint i;

  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);
  g_return_val_if_fail (coder != NULL, NULL);

  return sorted_contains (self->coders, coder, &i) ? g_ptr_array_index (self->layers, i) : NULL;
}

gboolean
asc_corpus_has_article (AscCorpus  *self,
                        const char *article)
{
  g_return_val_if_fail (ASC_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (article != NULL, FALSE);

  return sorted_contains (self->articles, article, NULL);
}

gboolean
asc_corpus_has_layer (AscCorpus  *self,
                      const char *article,
                      const char *coder)
{
  guint i;

  g_return_val_if_fail (ASC_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (article != NULL && coder != NULL, FALSE);

  return sorted_contains (self->coders, coder, &i) && sorted_contains (g_ptr_array_index (self->layers, i), article, NULL);
}

/**
 * asc_corpus_read_article:
 * @self: a corpus
 * @article: the id of one of its articles
 * @problems: (element-type AscProblem): gets what is wrong with the metadata
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the article with its text; %NULL when the text cannot be read
 */
AscArticle *
asc_corpus_read_article (AscCorpus   *self,
                         const char  *article,
                         GPtrArray   *problems,
                         GError     **error)
{
  g_autofree char *text_path = NULL;
  g_autofree char *meta_path = NULL;
  g_autoptr (GBytes) text_bytes = NULL;
  g_autoptr (GBytes) meta_bytes = NULL;
  g_autoptr (AscText) text = NULL;
  g_autoptr (AscArticleMeta) meta = NULL;
  g_autoptr (GError) meta_error = NULL;

  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);
  g_return_val_if_fail (article != NULL && problems != NULL, NULL);

  text_path = g_strdup_printf ("articles/%s.txt", article);
  meta_path = g_strdup_printf ("articles/%s.json", article);

  text_bytes = read_bytes (self, text_path, ASC_TEXT_MAX_BYTES, NULL, error);
  if (text_bytes == NULL)
    return NULL;

  text = asc_text_new_bytes (text_bytes);
  if (text == NULL)
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_NOT_TEXT, text_path, NULL, "UTF-8");

      asc_problem_to_error (problem, error);
      return NULL;
    }

  meta_bytes = read_bytes (self, meta_path, ASC_JSON_MAX_BYTES, NULL, &meta_error);
  if (meta_bytes != NULL)
    meta = asc_article_file_parse (meta_bytes, meta_path, article, problems, &meta_error);
  if (meta == NULL)
    {
      AscArticle *bare = asc_article_new (article);

      g_ptr_array_add (problems, asc_store_error_from_gio (meta_error, meta_path, FALSE));
      asc_article_set_text (bare, text);
      return bare;
    }

  return asc_article_new_full (meta, text);
}

/**
 * asc_corpus_read_layer:
 * @self: a corpus
 * @article: an article with its text
 * @coder: a coder
 * @problems: (element-type AscProblem): gets what is wrong with the file, such as quotes that do not fit the text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the annotations of @coder on @article; %NULL when nothing of the file can be read
 */
AscAnnotationSet *
asc_corpus_read_layer (AscCorpus   *self,
                       AscArticle  *article,
                       const char  *coder,
                       GPtrArray   *problems,
                       GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (ASC_IS_CORPUS (self), NULL);
  g_return_val_if_fail (ASC_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (coder != NULL && problems != NULL, NULL);

  if (!asc_corpus_has_layer (self, asc_article_get_id (article), coder))
    return asc_annotation_set_new (article, coder);

  path = g_strdup_printf ("annotations/%s/%s.json", coder, asc_article_get_id (article));
  bytes = read_bytes (self, path, ASC_JSON_MAX_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;

  return asc_annotation_file_parse (bytes, path, article, coder, problems, error);
}
