/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-importer-registry.h"

#include "asc-brat-importer.h"
#include "asc-conll-importer.h"
#include "asc-doccano-importer.h"
#include "asc-label-studio-importer.h"
#include "asc-spans-importer.h"
#include "asc-text-file-importer.h"
#include "asc-w3c-importer.h"
#include "asc-xmi-importer.h"

typedef GType (* GetType) (void);

/* In the order of the dialog, which is also the order of guessing: the more particular first, plain text last. A new format is one line here. */
static const GetType importers[] = {
  asc_w3c_importer_get_type,
  asc_doccano_importer_get_type,
  asc_spans_importer_get_type,
  asc_brat_importer_get_type,
  asc_xmi_importer_get_type,
  asc_label_studio_importer_get_type,
  asc_conll_importer_get_type,
  asc_text_file_importer_get_type,
};

/**
 * asc_importer_registry_get_all:
 *
 * Returns: (transfer full): a list of one new #AscImporter of each format
 */
GListModel *
asc_importer_registry_get_all (void)
{
  GListStore *list = g_list_store_new (ASC_TYPE_IMPORTER);

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      g_autoptr (AscImporter) importer = g_object_new (importers[i] (), NULL);

      g_list_store_append (list, importer);
    }

  return G_LIST_MODEL (list);
}

/**
 * asc_importer_registry_new:
 * @name: a format's name, "text"
 *
 * Returns: (transfer full) (nullable): a new importer; %NULL for an unknown name
 */
AscImporter *
asc_importer_registry_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      g_autoptr (AscImporter) importer = g_object_new (importers[i] (), NULL);

      if (g_str_equal (asc_importer_get_name (importer), name))
        return g_steal_pointer (&importer);
    }

  return NULL;
}

#define MAX_DEPTH 8

static gboolean looks_like (AscImporter *importer, GFile *file, guint depth, GCancellable *cancellable);

/* By the first file that it takes, here or further down. */
static gboolean
folder_looks_like (AscImporter  *importer,
                   GFile        *folder,
                   guint         depth,
                   GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                                    G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);

      if (name[0] != '.' && (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY || asc_importer_takes (importer, name))
          && looks_like (importer, child, depth + 1, cancellable))
        return TRUE;
    }

  return FALSE;
}

static gboolean
looks_like (AscImporter  *importer,
            GFile        *file,
            guint         depth,
            GCancellable *cancellable)
{
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return depth < MAX_DEPTH && folder_looks_like (importer, file, depth, cancellable);

  return asc_importer_sniff_file (importer, file, cancellable);
}

AscImporter *
asc_importer_registry_guess (GFile        *file,
                             GCancellable *cancellable)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      g_autoptr (AscImporter) importer = g_object_new (importers[i] (), NULL);

      if (looks_like (importer, file, 0, cancellable))
        return g_steal_pointer (&importer);
    }

  return NULL;
}
