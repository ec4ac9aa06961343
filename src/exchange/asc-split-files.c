/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-split-files.h"

#include "asc-exporter.h"

struct _AscSplitFiles
{
  GFile      *folder;
  char       *stem;
  char       *extension;
  GHashTable *outputs;   /* (element-type utf8 GOutputStream) split, "" for none → its file */
};

AscSplitFiles *
asc_split_files_new (GFile      *folder,
                     const char *stem,
                     const char *extension)
{
  AscSplitFiles *self = g_new0 (AscSplitFiles, 1);

  self->folder = g_object_ref (folder);
  self->stem = g_strdup (stem);
  self->extension = g_strdup (extension);
  self->outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
asc_split_files_free (AscSplitFiles *self)
{
  g_object_unref (self->folder);
  g_free (self->stem);
  g_free (self->extension);
  g_hash_table_unref (self->outputs);
  g_free (self);
}

GOutputStream *
asc_split_files_open (AscSplitFiles  *self,
                      const char     *split,
                      GError        **error)
{
  const char *key = split == NULL ? "" : g_str_equal (split, "dev") ? "validation" : split;
  GOutputStream *output = g_hash_table_lookup (self->outputs, key);
  g_autofree char *path = NULL;

  if (output != NULL)
    return output;

  path = g_strconcat (self->stem, *key != '\0' ? "-" : "", key, self->extension, NULL);
  output = asc_exporter_create_file (self->folder, path, error);
  if (output != NULL)
    g_hash_table_insert (self->outputs, g_strdup (key), output);

  return output;
}

gboolean
asc_split_files_close (AscSplitFiles  *self,
                       GError        **error)
{
  GHashTableIter iter;
  gpointer output;

  if (g_hash_table_size (self->outputs) == 0 && asc_split_files_open (self, NULL, error) == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->outputs);
  while (g_hash_table_iter_next (&iter, NULL, &output))
    if (!g_output_stream_close (output, NULL, error))
      return FALSE;

  return TRUE;
}

GStrv
asc_split_files_list (AscSplitFiles *self)
{
  static const char * const order[] = { "train", "validation", "test" };
  g_autoptr (GStrvBuilder) used = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_hash_table_contains (self->outputs, order[i]))
      g_strv_builder_add (used, order[i]);

  return g_strv_builder_end (used);
}
