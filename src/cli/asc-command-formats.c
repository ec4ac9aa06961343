/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe formats: what can be exported and imported, and what each format carries. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-command.h"
#include "asc-exporter-registry.h"
#include "asc-importer-registry.h"

static const struct { AscCarries flag; const char *name; } carries[] = {
  { ASC_CARRIES_NESTED, "nested" },
  { ASC_CARRIES_OVERLAPPING, "overlapping" },
  { ASC_CARRIES_DISCONTINUOUS, "discontinuous" },
  { ASC_CARRIES_RELATIONS, "relations" },
  { ASC_CARRIES_ATTRIBUTES, "attributes" },
  { ASC_CARRIES_NOTES, "notes" },
  { ASC_CARRIES_ACTORS, "actors" },
  { ASC_CARRIES_SEVERAL_CODERS, "several-coders" },
};

static void
write_options (AscJsonWriter         *writer,
               const AscFormatOption *options)
{
  asc_json_writer_begin_object (writer, "options", ASC_JSON_COMPACT);
  for (gsize i = 0; options != NULL && options[i].name != NULL; i++)
    {
      const char * const any[] = { NULL };

      asc_json_writer_strings (writer, options[i].name, options[i].choices != NULL ? options[i].choices : any);
    }
  asc_json_writer_end_object (writer);
}

static void
write_exporter (AscJsonWriter *writer,
                AscExporter   *exporter)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (carries); i++)
    if (asc_exporter_get_carries (exporter) & carries[i].flag)
      g_strv_builder_add (names, carries[i].name);
  strings = g_strv_builder_end (names);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  asc_json_writer_string (writer, "name", asc_exporter_get_name (exporter));
  asc_json_writer_string (writer, "title", _(asc_exporter_get_title (exporter)));
  asc_json_writer_string (writer, "extension", asc_exporter_get_extension (exporter));
  asc_json_writer_boolean (writer, "folder", asc_exporter_get_folder (exporter));
  asc_json_writer_strings (writer, "carries", (const char * const *) strings);
  write_options (writer, asc_exporter_get_options (exporter));
  asc_json_writer_end_object (writer);
}

static void
print_json (GListModel *exporters,
            GListModel *importers)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_begin_array (writer, "export", ASC_JSON_LINES);
  for (guint i = 0; i < g_list_model_get_n_items (exporters); i++)
    {
      g_autoptr (AscExporter) exporter = g_list_model_get_item (exporters, i);

      write_exporter (writer, exporter);
    }
  asc_json_writer_end_array (writer);

  asc_json_writer_begin_array (writer, "import", ASC_JSON_LINES);
  for (guint i = 0; i < g_list_model_get_n_items (importers); i++)
    {
      g_autoptr (AscImporter) importer = g_list_model_get_item (importers, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "name", asc_importer_get_name (importer));
      asc_json_writer_string (writer, "title", _(asc_importer_get_title (importer)));
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
  asc_json_writer_end_object (writer);

  asc_command_print_json (writer, FALSE);
}

static void
print_text (GListModel *exporters,
            GListModel *importers)
{
  g_print ("%s\n", _("Export:"));
  for (guint i = 0; i < g_list_model_get_n_items (exporters); i++)
    {
      g_autoptr (AscExporter) exporter = g_list_model_get_item (exporters, i);

      g_print ("  %-14s %s\n", asc_exporter_get_name (exporter), _(asc_exporter_get_title (exporter)));
    }

  g_print ("\n%s\n", _("Import:"));
  for (guint i = 0; i < g_list_model_get_n_items (importers); i++)
    {
      g_autoptr (AscImporter) importer = g_list_model_get_item (importers, i);

      g_print ("  %-14s %s\n", asc_importer_get_name (importer), _(asc_importer_get_title (importer)));
    }
}

static AscExit
run_formats (int    argc,
             char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GListModel) exporters = NULL;
  g_autoptr (GListModel) importers = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_formats, entries, argc, argv, 0, 0, &arguments))
    return ASC_EXIT_USAGE;

  exporters = asc_exporter_registry_get_all ();
  importers = asc_importer_registry_get_all ();
  if (json)
    print_json (exporters, importers);
  else
    print_text (exporters, importers);

  return ASC_EXIT_DONE;
}

const AscCommand asc_command_formats = {
  .name = "formats",
  .arguments = "",
  .summary = N_("List the formats of export and import"),
  .run = run_formats,
};
