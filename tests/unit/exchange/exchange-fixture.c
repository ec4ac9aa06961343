/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include <string.h>

#include "asc-codebook-file.h"
#include "asc-exporter-registry.h"

LayerFixture *
layer_fixture_new (const char *id,
                   const char *text)
{
  LayerFixture *self = g_new0 (LayerFixture, 1);
  AscArticleMeta meta = { .id = (char *) id, .language = (char *) "en" };
  g_autoptr (AscText) article_text = asc_text_new (text, -1);

  self->context.project_name = "Test";
  self->context.codebook = asc_codebook_file_default ();
  self->context.actors = asc_actor_register_new ();
  self->context.options = asc_export_options_new ();
  self->layer.context = &self->context;
  self->layer.article = asc_article_new_full (&meta, article_text);
  self->layer.coder = "anna";
  self->layer.state = ASC_STATE_DONE;
  self->layer.annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->layer.relations = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
layer_fixture_free (LayerFixture *self)
{
  g_object_unref (self->context.codebook);
  g_object_unref (self->context.actors);
  g_object_unref (self->context.options);
  g_object_unref (self->layer.article);
  g_ptr_array_unref (self->layer.annotations);
  g_ptr_array_unref (self->layer.relations);
  g_free (self);
}

static AscAttributes *
parse_attributes (const char *string)
{
  AscAttributes *attributes = asc_attributes_new ();
  g_auto (GStrv) pairs = g_strsplit (string != NULL ? string : "", ";", -1);

  for (gsize i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      char *equals = strchr (pairs[i], '=');
      AscAttributes *with;

      *equals = '\0';
      with = asc_attributes_with_string (attributes, pairs[i], equals + 1);
      asc_attributes_unref (attributes);
      attributes = with;
    }

  return attributes;
}

AscAnnotation *
layer_fixture_annotate (LayerFixture *self,
                        const char   *id,
                        const char   *label,
                        const char   *quote,
                        const char   *attributes)
{
  AscText *text = asc_article_get_text (self->layer.article);
  const char *utf8 = asc_text_get_utf8 (text);
  g_auto (GStrv) quotes = g_strsplit (quote, "|", -1);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  g_autoptr (AscSpanSet) span_set = NULL;
  g_autoptr (AscAttributes) parsed = parse_attributes (attributes);
  AscAnnotation *annotation;

  for (gsize i = 0; quotes[i] != NULL; i++)
    {
      const char *found = strstr (utf8, quotes[i]);
      AscSpan span;

      g_assert_nonnull (found);
      span.start = (guint) g_utf8_pointer_to_offset (utf8, found);
      span.end = span.start + (guint) g_utf8_strlen (quotes[i], -1);
      g_array_append_val (spans, span);
    }
  span_set = asc_span_set_new ((const AscSpan *) (void *) spans->data, spans->len);

  annotation = g_object_new (ASC_TYPE_ANNOTATION, "id", id, "label", label, "spans", span_set, "quote", quotes, "attributes", parsed, NULL);
  g_ptr_array_add (self->layer.annotations, annotation);

  return annotation;
}

void
layer_fixture_relate (LayerFixture *self,
                      const char   *id,
                      const char   *type,
                      const char   *from,
                      const char   *to)
{
  g_ptr_array_add (self->layer.relations, asc_relation_new (id, type, from, to));
}

GBytes *
layer_fixture_export (LayerFixture  *self,
                      const char    *name,
                      AscLossReport *losses)
{
  g_autoptr (AscExporter) exporter = asc_exporter_registry_new (name);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (asc_exporter_check_options (exporter, self->context.options, &error));
  asc_exporter_prepare (exporter, &self->layer, losses);
  asc_exporter_begin (exporter, &self->context, output, NULL, &error);
  g_assert_no_error (error);
  asc_exporter_write (exporter, &self->layer, &error);
  g_assert_no_error (error);
  asc_exporter_end (exporter, &error);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, NULL);
  g_assert_finalize_object (g_steal_pointer (&exporter));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

static void
copy_tree (GFile *from,
           GFile *to)
{
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *child;

  g_assert_true (g_file_make_directory (to, NULL, NULL));
  children = g_file_enumerate_children (from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      g_autoptr (GFile) place = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        copy_tree (child, place);
      else
        g_assert_true (g_file_copy (child, place, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
    }
}

GFile *
copy_golden_project (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "tests", "golden", "projects", name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autofree char *folder = g_dir_make_tmp ("ascribe-XXXXXX", NULL);
  GFile *copy = g_file_new_build_filename (folder, "project", NULL);

  copy_tree (source, copy);

  return copy;
}

static void
delete_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    delete_tree (child);
  g_file_delete (file, NULL, NULL);
}

/* With the folder that copy_golden_project() made around it. */
void
remove_tree (GFile *folder)
{
  g_autoptr (GFile) parent = g_file_get_parent (folder);

  delete_tree (parent);
}

char *
read_text (GFile      *folder,
           const char *path)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);

  return text;
}

void
write_text (GFile      *folder,
            const char *path,
            const char *text)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
}
