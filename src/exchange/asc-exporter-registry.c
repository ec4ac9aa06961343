/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-exporter-registry.h"

#include "asc-brat-exporter.h"
#include "asc-chat-exporter.h"
#include "asc-conll-exporter.h"
#include "asc-conll-table-exporter.h"
#include "asc-csv-exporter.h"
#include "asc-doccano-exporter.h"
#include "asc-docred-exporter.h"
#include "asc-dygie-exporter.h"
#include "asc-gliner-exporter.h"
#include "asc-graphml-exporter.h"
#include "asc-label-studio-exporter.h"
#include "asc-parquet-exporter.h"
#include "asc-spans-exporter.h"
#include "asc-tokens-exporter.h"
#include "asc-w3c-exporter.h"
#include "asc-xlsx-exporter.h"
#include "asc-xmi-exporter.h"

typedef GType (* GetType) (void);

/* In the order of the dialog. A new format is one line here. */
static const GetType exporters[] = {
  asc_spans_exporter_get_type,
  asc_parquet_exporter_get_type,
  asc_tokens_exporter_get_type,
  asc_conll_exporter_get_type,
  asc_conll_table_exporter_get_type,
  asc_brat_exporter_get_type,
  asc_label_studio_exporter_get_type,
  asc_doccano_exporter_get_type,
  asc_w3c_exporter_get_type,
  asc_xmi_exporter_get_type,
  asc_csv_exporter_get_type,
  asc_xlsx_exporter_get_type,
  asc_chat_exporter_get_type,
  asc_gliner_exporter_get_type,
  asc_dygie_exporter_get_type,
  asc_docred_exporter_get_type,
  asc_graphml_exporter_get_type,
};

/**
 * asc_exporter_registry_get_all:
 *
 * Returns: (transfer full): a list of one new #AscExporter of each format
 */
GListModel *
asc_exporter_registry_get_all (void)
{
  GListStore *list = g_list_store_new (ASC_TYPE_EXPORTER);

  for (gsize i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autoptr (AscExporter) exporter = g_object_new (exporters[i] (), NULL);

      g_list_store_append (list, exporter);
    }

  return G_LIST_MODEL (list);
}

/**
 * asc_exporter_registry_new:
 * @name: a format's name, "spans"
 *
 * Returns: (transfer full) (nullable): a new exporter; %NULL for an unknown name
 */
AscExporter *
asc_exporter_registry_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (exporters); i++)
    {
      g_autoptr (AscExporter) exporter = g_object_new (exporters[i] (), NULL);

      if (g_str_equal (asc_exporter_get_name (exporter), name))
        return g_steal_pointer (&exporter);
    }

  return NULL;
}
