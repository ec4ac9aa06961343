/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-store-files FOLDER: files of all five kinds, with random content and with the unusable and orphaned members that
 * reading damaged ones leaves. */
#include "asc-actor-file.h"
#include "asc-annotation-file.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-project-file.h"
#include "property.h"
#include "random-store.h"

#define N_ROUNDS 60

static void
save (const char *folder,
      const char *kind,
      guint       n,
      GBytes     *bytes)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.json", kind, n);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

/* The annotations as they are after the text was replaced: some found again, most orphans. */
static GBytes *
write_orphaned (GBytes     *bytes,
                AscArticle *article)
{
  g_autoptr (AscArticle) other = asc_article_new (asc_article_get_id (article));
  g_autoptr (AscText) text = asc_text_new ("the word No etc, the Word 42 and the end.", -1);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscAnnotationSet) set = NULL;

  asc_article_set_text (other, text);
  set = asc_annotation_file_parse (bytes, "x", other, "coder", problems, NULL);
  return asc_annotation_file_write (set);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = property_rand_new ();
  const char * const *names = asc_codebook_file_list_builtin ();

  if (argc != 2)
    return 2;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (AscArticle) article = random_article_new (rand);
      g_autoptr (AscAnnotationSet) set = random_annotation_set_new (rand, article, 30);
      g_autoptr (AscCodebook) codebook = random_codebook_new (rand);
      g_autoptr (AscActorRegister) actors = random_actors_new (rand);
      g_autoptr (AscProject) project = random_project_new (rand);
      g_autoptr (GBytes) annotations = asc_annotation_file_write (set);
      g_autoptr (GBytes) orphaned = write_orphaned (annotations, article);
      g_autoptr (GBytes) article_bytes = asc_article_file_write (asc_article_get_meta (article));
      g_autoptr (GBytes) codebook_bytes = asc_codebook_file_write (codebook);
      g_autoptr (GBytes) actor_bytes = asc_actor_file_write (actors);
      g_autoptr (GBytes) project_bytes = asc_project_file_write (project);

      save (argv[1], "annotations", i, annotations);
      save (argv[1], "annotations", N_ROUNDS + i, orphaned);
      save (argv[1], "article", i, article_bytes);
      save (argv[1], "codebook", i, codebook_bytes);
      save (argv[1], "actors", i, actor_bytes);
      save (argv[1], "project", i, project_bytes);
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (AscCodebook) codebook = asc_codebook_file_builtin (names[i]);
      g_autoptr (GBytes) bytes = asc_codebook_file_write (codebook);

      save (argv[1], "codebook", N_ROUNDS + i, bytes);
    }
  return 0;
}
