/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text-file-importer.h"

#include <glib/gi18n.h>

#include "asc-file-io.h"
#include "asc-text-importer.h"

ASC_DEFINE_IMPORTER (AscTextFileImporter, asc_text_file_importer)

static gboolean
asc_text_file_importer_read (AscImporter    *importer,
                             GFile          *file,
                             const char     *path,
                             AscImportFunc   func,
                             gpointer        user_data,
                             GPtrArray      *problems,
                             GCancellable   *cancellable,
                             GError        **error)
{
  GBytes *bytes = asc_file_io_read (file, ASC_TEXT_MAX_BYTES, cancellable, error);

  return bytes != NULL && func (asc_import_article_new (path, NULL, bytes), user_data, error);
}

static void
asc_text_file_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".txt", NULL };

  iface->name = "text";
  iface->title = N_("Plain text");
  iface->extensions = extensions;
  iface->read = asc_text_file_importer_read;
}
