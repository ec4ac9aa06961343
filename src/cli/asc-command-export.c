/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe export: annotations as training data or for another program. */
#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "asc-command.h"
#include "asc-corpus.h"
#include "asc-export-run.h"
#include "asc-exporter-registry.h"
#include "asc-messages.h"

/* What is said on a terminal; --json has everything. */
#define MAX_PROBLEMS 10

typedef struct
{
  char      *format;
  char      *output;
  char      *coder;
  gboolean   gold;
  gboolean   each_coder;
  gboolean   include_suggested;
  gboolean   without_imported;
  gboolean   all_states;
  gboolean   folder;
  GStrv      options;
  gboolean   strict;
  gboolean   dry_run;
  gboolean   json;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->format);
  g_free (self->output);
  g_free (self->coder);
  g_strfreev (self->options);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
is_stdout (const Arguments *arguments)
{
  return g_strcmp0 (arguments->output, "-") == 0;
}

/* "what=how" of --option. */
static gboolean
set_format_options (AscExportOptions *options,
                    GStrv             assignments)
{
  for (gsize i = 0; assignments != NULL && assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        {
          asc_command_usage (&asc_command_export, _("“%s” is not of the form NAME=VALUE."), assignments[i]);
          return FALSE;
        }
      name = g_strndup (assignments[i], (gsize) (equals - assignments[i]));
      asc_export_options_set_format_option (options, name, equals + 1);
    }

  return TRUE;
}

/* Without a choice, everything there is when the format tells coders apart; else the gold coder, else the only one. */
static gboolean
choose_coders (const Arguments  *arguments,
               AscExporter      *exporter,
               AscCorpus        *corpus,
               AscExportOptions *options)
{
  const char *gold = asc_project_get_gold_coder (asc_corpus_get_project (corpus));
  const char * const *coders = asc_corpus_get_coders (corpus);
  g_autofree char *names = g_strjoinv (", ", (GStrv) coders);
  AscExportCoders chosen = ASC_EXPORT_CODER;
  const char *coder = arguments->coder;

  if (arguments->each_coder)
    chosen = ASC_EXPORT_EACH_CODER;
  else if (arguments->gold)
    {
      chosen = ASC_EXPORT_GOLD;
      coder = gold;
      if (gold == NULL)
        {
          asc_command_usage (&asc_command_export, _("The project names no gold coder. Choose one of its coders with --coder: %s"), names);
          return FALSE;
        }
    }
  else if (coder == NULL && (asc_exporter_get_carries (exporter) & ASC_CARRIES_SEVERAL_CODERS))
    chosen = ASC_EXPORT_EACH_CODER;
  else if (coder == NULL && gold != NULL && asc_corpus_get_layers (corpus, gold) != NULL)
    {
      chosen = ASC_EXPORT_GOLD;
      coder = gold;
    }
  else if (coder == NULL && g_strv_length ((GStrv) coders) <= 1)
    {
      chosen = ASC_EXPORT_EACH_CODER;
    }

  if (chosen != ASC_EXPORT_EACH_CODER && coder == NULL)
    {
      asc_command_usage (&asc_command_export, _("The project has several coders. Choose with --coder, --gold or --each-coder: %s"), names);
      return FALSE;
    }
  if (chosen != ASC_EXPORT_EACH_CODER && asc_corpus_get_layers (corpus, coder) == NULL)
    {
      asc_command_usage (&asc_command_export, _("There are no annotations of “%s”. The project has: %s"), coder, names);
      return FALSE;
    }
  if (chosen == ASC_EXPORT_EACH_CODER && !(asc_exporter_get_carries (exporter) & ASC_CARRIES_SEVERAL_CODERS)
      && g_strv_length ((GStrv) coders) > 1)
    {
      asc_command_usage (&asc_command_export, _("The format “%s” holds one coder. Choose with --coder or --gold: %s"),
                         asc_exporter_get_name (exporter), names);
      return FALSE;
    }

  g_object_set (options, "coders", chosen, "coder", arguments->coder, NULL);

  return TRUE;
}

static guint
count_losses (AscLossReport *losses)
{
  guint n = 0;

  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    if (!asc_loss_is_warning (loss))
      n += asc_loss_report_get_count (losses, loss);

  return n;
}

static void
say_losses (AscLossReport *losses)
{
  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    {
      guint count = asc_loss_report_get_count (losses, loss);
      g_autofree char *line = NULL;

      if (count == 0)
        continue;
      line = asc_messages_loss (loss, count);
      asc_command_say ("%s", line);
    }
}

static void
say_left_out (AscExportRun *run)
{
  guint n_unread = asc_export_run_get_n_left_out (run, ASC_STATE_UNREAD);
  guint n_set_aside = asc_export_run_get_n_left_out (run, ASC_STATE_SET_ASIDE);

  if (asc_export_run_get_n_articles (run) == 0)
    asc_command_say (_("There is nothing to export: nobody has begun to annotate."));
  if (n_unread > 0)
    asc_command_say (ngettext ("%u unread article is left out; --all-states takes it too",
                               "%u unread articles are left out; --all-states takes them too", n_unread), n_unread);
  if (n_set_aside > 0)
    asc_command_say (ngettext ("%u article that was set aside is left out",
                               "%u articles that were set aside are left out", n_set_aside), n_set_aside);
}

static void
write_losses (AscJsonWriter *writer,
              AscLossReport *losses)
{
  asc_json_writer_begin_object (writer, "losses", ASC_JSON_COMPACT);
  for (guint loss = 0; loss < ASC_N_LOSSES; loss++)
    if (asc_loss_report_get_count (losses, loss) > 0)
      asc_json_writer_integer (writer, asc_loss_to_string (loss), asc_loss_report_get_count (losses, loss));
  asc_json_writer_end_object (writer);

  asc_json_writer_begin_array (writer, "items", ASC_JSON_LINES);
  for (guint i = 0; i < asc_loss_report_get_n_items (losses); i++)
    {
      const AscLossItem *item = asc_loss_report_get_item (losses, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "loss", asc_loss_to_string (item->loss));
      asc_json_writer_string (writer, "article", item->article);
      asc_json_writer_string (writer, "coder", item->coder);
      asc_json_writer_string (writer, "annotation", item->annotation);
      asc_json_writer_string (writer, "detail", item->detail);
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
}

static void
print_summary (const Arguments *arguments,
               AscExportRun    *run,
               AscLossReport   *losses,
               gboolean         is_written)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "format", arguments->format);
  asc_json_writer_string (writer, "output", arguments->output);
  asc_json_writer_boolean (writer, "written", is_written);
  asc_json_writer_integer (writer, "articles", asc_export_run_get_n_articles (run));
  asc_json_writer_integer (writer, "annotations", asc_export_run_get_n_annotations (run));
  asc_json_writer_begin_object (writer, "left_out", ASC_JSON_COMPACT);
  asc_json_writer_integer (writer, asc_state_to_string (ASC_STATE_UNREAD), asc_export_run_get_n_left_out (run, ASC_STATE_UNREAD));
  asc_json_writer_integer (writer, asc_state_to_string (ASC_STATE_SET_ASIDE), asc_export_run_get_n_left_out (run, ASC_STATE_SET_ASIDE));
  asc_json_writer_end_object (writer);
  write_losses (writer, losses);
  asc_command_write_problems (writer, "problems", asc_export_run_get_problems (run));
  asc_json_writer_end_object (writer);

  asc_command_print_json (writer, is_stdout (arguments));
}

static gboolean
write_output (const Arguments  *arguments,
              AscExportRun     *run,
              GError          **error)
{
  if (is_stdout (arguments))
    {
      g_autoptr (GOutputStream) standard_output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (standard_output, 1 << 16);

      return asc_export_run_write_stream (run, buffered, NULL, error);
    }
  else
    {
      g_autoptr (GFile) destination = g_file_new_for_commandline_arg (arguments->output);

      return asc_export_run_write (run, destination, NULL, error);
    }
}

static AscExit
export_project (const Arguments  *arguments,
                GFile            *folder,
                AscExporter      *exporter,
                AscExportOptions *options)
{
  g_autoptr (AscExportRun) run = asc_export_run_new (folder, exporter, options);
  g_autoptr (AscLossReport) losses = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_findings;
  gboolean is_written;

  losses = asc_export_run_prepare (run, NULL, &error);
  if (losses == NULL)
    {
      asc_command_say (_("Nothing was exported."));
      return asc_command_fail (error);
    }

  has_findings = count_losses (losses) > 0 || asc_export_run_get_problems (run)->len > 0;
  is_written = !arguments->dry_run && !(arguments->strict && has_findings);
  if (is_written && !write_output (arguments, run, &error))
    {
      asc_command_say (_("Nothing was exported."));
      return asc_command_fail (error);
    }

  if (!arguments->json)
    {
      say_losses (losses);
      say_left_out (run);
      asc_command_say_problems (asc_export_run_get_problems (run), MAX_PROBLEMS);
      if (!is_written && !arguments->dry_run)
        asc_command_say (_("Nothing was exported, because of --strict."));
    }
  else
    print_summary (arguments, run, losses, is_written);

  return has_findings ? ASC_EXIT_FINDINGS : ASC_EXIT_DONE;
}

/* What can be told wrong before anything is read. */
static gboolean
check_arguments (Arguments *arguments)
{
  guint n_choices = (arguments->coder != NULL) + arguments->gold + arguments->each_coder;

  if (arguments->format == NULL)
    asc_command_usage (&asc_command_export, _("Which format? Choose with --format; “ascribe formats” lists them."));
  else if (arguments->output == NULL && !arguments->dry_run)
    asc_command_usage (&asc_command_export, _("Where to? Name a file with -o, or - for standard output."));
  else if (n_choices > 1)
    asc_command_usage (&asc_command_export, _("Only one of --coder, --gold and --each-coder makes sense."));
  else
    return TRUE;

  return FALSE;
}

/* "out/", or a folder that is there. */
static gboolean
names_folder (const char *output)
{
  return output != NULL && (g_str_has_suffix (output, G_DIR_SEPARATOR_S) || g_file_test (output, G_FILE_TEST_IS_DIR));
}

static AscExit
run_export (int    argc,
            char **argv)
{
  g_auto (Arguments) arguments = { NULL };
  g_auto (GStrv) rest = NULL;
  g_autoptr (AscExporter) exporter = NULL;
  g_autoptr (AscExportOptions) options = asc_export_options_new ();
  g_autoptr (GFile) folder = NULL;
  g_autoptr (AscCorpus) corpus = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format, N_("Format; “ascribe formats” lists them"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, N_("File or folder to write, - for standard output"), N_("FILE") },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &arguments.coder, N_("Export the annotations of one coder"), N_("NAME") },
    { "gold", 0, 0, G_OPTION_ARG_NONE, &arguments.gold, N_("Export the gold coder’s annotations"), NULL },
    { "each-coder", 0, 0, G_OPTION_ARG_NONE, &arguments.each_coder, N_("Export each coder’s annotations as a layer of its own"), NULL },
    { "include-suggested", 0, 0, G_OPTION_ARG_NONE, &arguments.include_suggested, N_("Also export suggestions that nobody has decided on"), NULL },
    { "without-imported", 0, 0, G_OPTION_ARG_NONE, &arguments.without_imported, N_("Leave out annotations that came with a file"), NULL },
    { "all-states", 0, 0, G_OPTION_ARG_NONE, &arguments.all_states, N_("Also export articles that are unread"), NULL },
    { "folder", 0, 0, G_OPTION_ARG_NONE, &arguments.folder, N_("Write a folder where the format can be a file or a folder"), NULL },
    { "option", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.options, N_("Set an option of the format"), N_("NAME=VALUE") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &arguments.strict, N_("Write nothing when anything would be lost"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &arguments.dry_run, N_("Only say what would be lost"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &arguments.json, N_("Print a summary as JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_export, entries, argc, argv, 1, 1, &rest) || !check_arguments (&arguments)
      || !set_format_options (options, arguments.options))
    return ASC_EXIT_USAGE;

  exporter = asc_exporter_registry_new (arguments.format);
  if (exporter == NULL)
    return asc_command_usage (&asc_command_export, _("There is no format “%s”; “ascribe formats” lists them."), arguments.format);
  if (is_stdout (&arguments) && (asc_exporter_get_extension (exporter) == NULL || arguments.folder))
    return asc_command_usage (&asc_command_export, _("The format “%s” is a folder and cannot be written to standard output."), arguments.format);

  if (!asc_exporter_check_options (exporter, options, &error))
    return asc_command_usage (&asc_command_export, _("The format “%s” does not know this option or value. %s"), arguments.format, error->message);

  g_object_set (options,
                "include-suggested", arguments.include_suggested,
                "include-imported", !arguments.without_imported,
                "all-states", arguments.all_states,
                "as-folder", arguments.folder || names_folder (arguments.output),
                NULL);

  folder = g_file_new_for_commandline_arg (rest[0]);
  corpus = asc_corpus_open (folder, problems, NULL, &error);
  if (corpus == NULL)
    return asc_command_fail (error);
  if (!choose_coders (&arguments, exporter, corpus, options))
    return ASC_EXIT_USAGE;

  return export_project (&arguments, folder, exporter, options);
}

const AscCommand asc_command_export = {
  .name = "export",
  .arguments = N_("PROJECT"),
  .summary = N_("Export annotations as training data or for another program"),
  .description = N_("Without a choice of coder, a format that tells coders apart gets each of them, and another one the gold coder’s\n"
                    "annotations, or those of the only coder. What the format cannot carry is listed, and the exit status is 1."),
  .run = run_export,
};
