/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importer-fixture.h"

#include <glib/gstdio.h>

#include "asc-importer-registry.h"

static void
print_annotation (GString             *out,
                  AscImportLayer      *layer,
                  AscImportAnnotation *annotation)
{
  g_string_append_printf (out, "%s: %s %s", layer->coder != NULL ? layer->coder : "-", annotation->key != NULL ? annotation->key : "-", annotation->label);
  for (guint i = 0; i < annotation->ranges->len; i++)
    {
      AscRange *range = &g_array_index (annotation->ranges, AscRange, i);

      g_string_append_printf (out, "%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, i > 0 ? "," : " ", range->start, range->end);
    }
  if (annotation->quote != NULL)
    g_string_append_printf (out, " “%s”", annotation->quote);
  for (guint i = 0; i < annotation->attributes->len; i++)
    {
      AscImportAttribute *attribute = g_ptr_array_index (annotation->attributes, i);

      g_string_append_printf (out, "%s%s=%s%s", i > 0 ? ", " : " {", attribute->name, attribute->value,
                              i + 1 == annotation->attributes->len ? "}" : "");
    }
  if (annotation->note != NULL)
    g_string_append_printf (out, " (%s)", annotation->note);
  g_string_append_c (out, '\n');
}

static gboolean
print_article (AscImportArticle *article,
               gpointer          user_data,
               GError          **error)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s|", article->meta->id != NULL ? article->meta->id : "-");
  g_string_append_len (out, g_bytes_get_data (article->text, NULL), (gssize) g_bytes_get_size (article->text));
  g_string_append (out, "|\n");
  for (guint i = 0; i < article->layers->len; i++)
    {
      AscImportLayer *layer = g_ptr_array_index (article->layers, i);

      for (guint j = 0; j < layer->annotations->len; j++)
        print_annotation (out, layer, g_ptr_array_index (layer->annotations, j));
      for (guint j = 0; j < layer->relations->len; j++)
        {
          AscImportRelation *relation = g_ptr_array_index (layer->relations, j);

          g_string_append_printf (out, "%s(%s, %s)\n", relation->type, relation->from, relation->to);
        }
    }
  asc_import_article_free (article);

  return TRUE;
}

char *
import_text (const char         *importer_name,
             const char         *name,
             const char         *content,
             const char * const *beside)
{
  g_autoptr (AscImporter) importer = asc_importer_registry_new (importer_name);
  g_autofree char *folder = g_dir_make_tmp ("ascribe-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  for (gsize i = 0; beside != NULL && beside[i] != NULL; i += 2)
    {
      g_autofree char *other = g_build_filename (folder, beside[i], NULL);

      g_assert_true (g_file_set_contents (other, beside[i + 1], -1, NULL));
    }

  if (!asc_importer_read (importer, file, name, print_article, out, problems, NULL, &error))
    g_ptr_array_add (problems, asc_store_error_from_gio (error, name, FALSE));
  for (guint i = 0; i < problems->len; i++)
    {
      AscProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (out, "! %s", asc_store_error_code_to_string (problem->code));
      if (problem->line > 0)
        g_string_append_printf (out, " %u", problem->line);
      if (problem->pointer != NULL)
        g_string_append_printf (out, " %s", problem->pointer);
      g_string_append_c (out, '\n');
    }

  for (gsize i = 0; beside != NULL && beside[i] != NULL; i += 2)
    {
      g_autofree char *other = g_build_filename (folder, beside[i], NULL);

      g_remove (other);
    }
  g_remove (path);
  g_remove (folder);

  return g_string_free_and_steal (out);
}
