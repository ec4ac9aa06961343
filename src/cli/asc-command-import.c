/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe import: articles, and other programs' annotations, into a project. */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "asc-command.h"
#include "asc-id.h"
#include "asc-import-run.h"
#include "asc-importer-registry.h"
#include "asc-messages.h"
#include "asc-text-importer.h"

#define MAX_PROBLEMS 20

/* One text, no longer than a file may be. */
static AscImportArticle *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  const gsize step = 1 << 16;

  for (;;)
    {
      g_autoptr (GBytes) bytes = g_input_stream_read_bytes (input, step, NULL, error);

      if (bytes == NULL)
        return NULL;
      if (g_bytes_get_size (bytes) == 0)
        break;
      g_output_stream_write_bytes (memory, bytes, NULL, NULL);
      if (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)) > ASC_TEXT_MAX_BYTES)
        break;   /* the text importer says that it is too large */
    }

  g_output_stream_close (memory, NULL, NULL);

  /* Translators: what is read from a pipe is called this in messages. */
  return asc_import_article_new (_("standard input"), NULL, g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory)));
}

static AscImporter *
choose_importer (const char *format,
                 const char *first)
{
  g_autoptr (GFile) file = NULL;
  AscImporter *importer;

  if (format != NULL)
    {
      importer = asc_importer_registry_new (format);
      if (importer == NULL)
        asc_command_usage (&asc_command_import, _("There is no format “%s”; “ascribe formats” lists them."), format);
      return importer;
    }
  if (g_str_equal (first, "-"))
    return asc_importer_registry_new ("text");

  file = g_file_new_for_commandline_arg (first);
  importer = asc_importer_registry_guess (file, NULL);

  /* A file that is not there, or of no known kind, gets its message when it is read as text. */
  return importer != NULL ? importer : asc_importer_registry_new ("text");
}

static void
say_summary (const AscImportSummary *summary)
{
  g_print (ngettext ("%u new article", "%u new articles", summary->n_articles), summary->n_articles);
  if (summary->n_known_articles > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u article that was there", "%u articles that were there", summary->n_known_articles), summary->n_known_articles);
    }
  if (summary->n_annotations > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u annotation", "%u annotations", summary->n_annotations), summary->n_annotations);
    }
  if (summary->n_relations > 0)
    {
      g_print (", ");
      g_print (ngettext ("%u relation", "%u relations", summary->n_relations), summary->n_relations);
    }
  g_print ("\n");

  if (summary->n_other_units > 0)
    asc_command_say (ngettext ("In %u article positions are not counted as the format says; the quotes told how",
                               "In %u articles positions are not counted as the format says; the quotes told how",
                               summary->n_other_units), summary->n_other_units);
  if (summary->n_lost > 0)
    asc_command_say (ngettext ("%u annotation or relation did not come", "%u annotations or relations did not come", summary->n_lost),
                     summary->n_lost);
}

static void
print_json (const AscImportSummary *summary,
            GPtrArray              *problems)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_integer (writer, "files", summary->n_files);
  asc_json_writer_integer (writer, "articles", summary->n_articles);
  asc_json_writer_integer (writer, "known_articles", summary->n_known_articles);
  asc_json_writer_integer (writer, "annotations", summary->n_annotations);
  asc_json_writer_integer (writer, "relations", summary->n_relations);
  asc_json_writer_integer (writer, "other_units", summary->n_other_units);
  asc_json_writer_integer (writer, "moved", summary->n_moved);
  asc_json_writer_integer (writer, "lost", summary->n_lost);
  asc_command_write_problems (writer, "problems", problems);
  asc_json_writer_end_object (writer);

  asc_command_print_json (writer, FALSE);
}

static gboolean
import_files (AscImportRun  *run,
              GStrv          files,
              GError       **error)
{
  for (gsize i = 0; files[i] != NULL; i++)
    {
      if (g_str_equal (files[i], "-"))
        {
          AscImportArticle *article = read_standard_input (error);

          if (article == NULL || !asc_import_run_add_article (run, article, error))
            return FALSE;
        }
      else
        {
          g_autoptr (GFile) file = g_file_new_for_commandline_arg (files[i]);

          if (!asc_import_run_add (run, file, NULL, error))
            return FALSE;
        }
    }

  return asc_import_run_finish (run, error);
}

static AscExit
run_import (int    argc,
            char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *coder = NULL;
  gboolean json = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AscImporter) importer = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscImportRun) run = NULL;
  g_autoptr (GError) error = NULL;
  const AscImportSummary *summary;
  GPtrArray *problems;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("Format; without it, what the first file looks like"), N_("FORMAT") },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &coder, N_("Whose the annotations are where the file does not say; without it, yours"), N_("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print a summary as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_import, entries, argc, argv, 2, G_MAXUINT, &arguments))
    return ASC_EXIT_USAGE;
  if (coder != NULL && !asc_id_is_valid (coder))
    return asc_command_usage (&asc_command_import, _("“%s” cannot be a coder’s name: use letters, digits, “.”, “_” and “-”."), coder);

  importer = choose_importer (format, arguments[1]);
  if (importer == NULL)
    return ASC_EXIT_USAGE;

  folder = g_file_new_for_commandline_arg (arguments[0]);
  store = asc_project_store_open (folder, NULL, NULL, NULL, &error);
  if (store == NULL)
    return asc_command_fail (error);

  run = asc_import_run_new (store, importer, coder);
  if (!import_files (run, arguments + 1, &error))
    return asc_command_fail (error);

  summary = asc_import_run_get_summary (run);
  problems = asc_import_run_get_problems (run);
  if (json)
    print_json (summary, problems);
  else
    {
      say_summary (summary);
      asc_command_say_problems (problems, MAX_PROBLEMS);
    }

  if (summary->n_articles + summary->n_known_articles == 0 && problems->len > 0)
    return ASC_EXIT_BAD_INPUT;

  return problems->len > 0 ? ASC_EXIT_FINDINGS : ASC_EXIT_DONE;
}

const AscCommand asc_command_import = {
  .name = "import",
  .arguments = N_("PROJECT FILE…"),
  .summary = N_("Add articles, and other programs’ annotations, to a project"),
  .description = N_("A FILE may be a folder, of which every file of the format is read, or - for a text on standard input. Annotations\n"
                    "that a coder has already are never overwritten. What could not be read is listed, and the exit status is 1."),
  .run = run_import,
};
