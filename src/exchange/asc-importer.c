/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-importer.h"

G_DEFINE_INTERFACE (AscImporter, asc_importer, G_TYPE_OBJECT)

static gboolean
asc_importer_default_sniff (AscImporter *self,
                            const char  *name,
                            GBytes      *start)
{
  return asc_importer_takes (self, name);
}

static void
asc_importer_default_init (AscImporterInterface *iface)
{
  iface->sniff = asc_importer_default_sniff;
}

const char *
asc_importer_get_name (AscImporter *self)
{
  g_return_val_if_fail (ASC_IS_IMPORTER (self), NULL);

  return ASC_IMPORTER_GET_IFACE (self)->name;
}

/**
 * asc_importer_get_title:
 * @self: an importer
 *
 * Returns: (transfer none): the format's name for people, untranslated
 */
const char *
asc_importer_get_title (AscImporter *self)
{
  g_return_val_if_fail (ASC_IS_IMPORTER (self), NULL);

  return ASC_IMPORTER_GET_IFACE (self)->title;
}

gboolean
asc_importer_takes (AscImporter *self,
                    const char  *name)
{
  const char * const *extensions;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (ASC_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  extensions = ASC_IMPORTER_GET_IFACE (self)->extensions;
  lower = g_ascii_strdown (name, -1);
  for (gsize i = 0; extensions[i] != NULL; i++)
    if (g_str_has_suffix (lower, extensions[i]))
      return TRUE;

  return FALSE;
}

/**
 * asc_importer_start_has:
 * @start: the first bytes of a file
 * @word: what a format always has
 *
 * Returns: whether @word is among them
 */
gboolean
asc_importer_start_has (GBytes     *start,
                        const char *word)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (start != NULL && word != NULL, FALSE);

  data = g_bytes_get_data (start, &size);
  return g_strstr_len (data, (gssize) size, word) != NULL;
}

gboolean
asc_importer_sniff (AscImporter *self,
                    const char  *name,
                    GBytes      *start)
{
  g_return_val_if_fail (ASC_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (name != NULL && start != NULL, FALSE);

  return ASC_IMPORTER_GET_IFACE (self)->sniff (self, name, start);
}

gboolean
asc_importer_sniff_file (AscImporter  *self,
                         GFile        *file,
                         GCancellable *cancellable)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GBytes) start = NULL;

  g_return_val_if_fail (ASC_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  input = g_file_read (file, cancellable, NULL);
  if (input != NULL)
    start = g_input_stream_read_bytes (G_INPUT_STREAM (input), ASC_IMPORTER_START_BYTES, cancellable, NULL);

  return start != NULL && asc_importer_sniff (self, name, start);
}

/**
 * asc_importer_read:
 * @self: an importer
 * @file: a file
 * @path: what it is called in problems
 * @func: (scope call): gets each article
 * @user_data: for @func
 * @problems: (element-type AscProblem): gets what could not be read
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: whether the file was read to its end
 */
gboolean
asc_importer_read (AscImporter    *self,
                   GFile          *file,
                   const char     *path,
                   AscImportFunc   func,
                   gpointer        user_data,
                   GPtrArray      *problems,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_return_val_if_fail (ASC_IS_IMPORTER (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (path != NULL && func != NULL && problems != NULL, FALSE);

  return ASC_IMPORTER_GET_IFACE (self)->read (self, file, path, func, user_data, problems, cancellable, error);
}
