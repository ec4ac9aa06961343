/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscImporter: one format that is read. A format is one file that implements this interface and one line in asc-importer-registry.c.
 *
 * An importer only takes a file apart: for each article it calls back with an AscImportArticle, one at a time. What belongs to all formats (text
 * hygiene, what offsets count, names, what is there already) is done by AscImportRun. So that one bad article never blocks the rest, an importer adds
 * what it cannot read to the problems, with the line or JSON pointer, and goes on; it fails only when nothing more of the file can be read.
 */
#pragma once

#include "asc-import-article.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

#define ASC_IMPORTER_START_BYTES (64 * 1024)

#define ASC_TYPE_IMPORTER (asc_importer_get_type ())
G_DECLARE_INTERFACE (AscImporter, asc_importer, ASC, IMPORTER, GObject)

/* Takes @article. FALSE with @error stops the reading. */
typedef gboolean (* AscImportFunc) (AscImportArticle *article, gpointer user_data, GError **error);

struct _AscImporterInterface
{
  GTypeInterface parent_iface;

  const char         *name;         /* on the command line: "text" */
  const char         *title;        /* N_() string for the dialog */
  const char * const *extensions;   /* ".txt", NULL-terminated: which files of a folder it takes */

  /* Whether @start, the first ASC_IMPORTER_START_BYTES of a file, looks like this format. Default: by @extensions. */
  gboolean (* sniff) (AscImporter *self, const char *name, GBytes *start);
  /* @path: what the file is called in problems. In any thread. */
  gboolean (* read)  (AscImporter *self, GFile *file, const char *path, AscImportFunc func, gpointer user_data, GPtrArray *problems,
                      GCancellable *cancellable, GError **error);
};

/* The type of an importer, whose file then only has prefix_iface_init () and what it calls: none has a state of its own. */
#define ASC_DEFINE_IMPORTER(Type, prefix) \
  struct _##Type { GObject parent_instance; }; \
  static void prefix##_iface_init (AscImporterInterface *iface); \
  G_DEFINE_FINAL_TYPE_WITH_CODE (Type, prefix, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (ASC_TYPE_IMPORTER, prefix##_iface_init)) \
  static void prefix##_class_init (Type##Class *klass) { } \
  static void prefix##_init (Type *self) { }

const char *asc_importer_get_name  (AscImporter *self);
const char *asc_importer_get_title (AscImporter *self);
gboolean    asc_importer_takes     (AscImporter *self, const char *name);   /* by its extensions */
gboolean    asc_importer_sniff     (AscImporter *self, const char *name, GBytes *start);
gboolean    asc_importer_start_has (GBytes *start, const char *word);   /* for sniffing */
gboolean    asc_importer_sniff_file (AscImporter *self, GFile *file, GCancellable *cancellable);   /* FALSE too when it cannot be read */
gboolean    asc_importer_read      (AscImporter *self, GFile *file, const char *path, AscImportFunc func, gpointer user_data, GPtrArray *problems,
                                    GCancellable *cancellable, GError **error);

G_END_DECLS
