/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a file of any of the five kinds and writing it again, for tests over folders of files. */
#pragma once

#include "asc-actor-file.h"
#include "asc-annotation-file.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-project-file.h"

/* The kind is what @file begins with: "annotations", "codebook", "actors", "article", "project". NULL when it is refused. */
G_GNUC_UNUSED static GBytes *
store_kind_rewrite (const char  *file,
                    GBytes      *bytes,
                    AscText     *text,
                    GPtrArray   *problems,
                    GError     **error)
{
  if (g_str_has_prefix (file, "annotations"))
    {
      g_autoptr (AscArticle) article = asc_article_new ("article");
      g_autoptr (AscAnnotationSet) set = NULL;

      asc_article_set_text (article, text);
      set = asc_annotation_file_parse (bytes, file, article, "mia", problems, error);
      if (set != NULL)
        asc_annotation_set_check_consistency (set);
      return set != NULL ? asc_annotation_file_write (set) : NULL;
    }
  if (g_str_has_prefix (file, "codebook"))
    {
      g_autoptr (AscCodebook) codebook = asc_codebook_file_parse (bytes, file, problems, error);

      return codebook != NULL ? asc_codebook_file_write (codebook) : NULL;
    }
  if (g_str_has_prefix (file, "actors"))
    {
      g_autoptr (AscActorRegister) actors = asc_actor_register_new ();

      return asc_actor_file_parse (bytes, file, actors, problems, error) ? asc_actor_file_write (actors) : NULL;
    }
  if (g_str_has_prefix (file, "article"))
    {
      g_autoptr (AscArticleMeta) meta = asc_article_file_parse (bytes, file, "article", problems, error);

      return meta != NULL ? asc_article_file_write (meta) : NULL;
    }
  if (g_str_has_prefix (file, "project"))
    {
      g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
      g_autoptr (AscProject) project = asc_project_new ("x", codebook);

      return asc_project_file_parse (bytes, file, project, problems, error) ? asc_project_file_write (project) : NULL;
    }
  g_assert_not_reached ();
}
