/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-command.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "asc-messages.h"

static void
say_line (const char *line)
{
  g_printerr ("ascribe: %s\n", line);
}

/**
 * asc_command_parse:
 * @command: the command
 * @entries: its options
 * @argc: number of @argv
 * @argv: the command's name and what follows it
 * @n_min: fewest arguments
 * @n_max: most arguments
 * @arguments: (out) (transfer full): what is no option, as file names
 *
 * Returns: whether the command can go on; --help does not return
 */
gboolean
asc_command_parse (const AscCommand   *command,
                   const GOptionEntry *entries,
                   int                 argc,
                   char              **argv,
                   guint               n_min,
                   guint               n_max,
                   GStrv              *arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_(command->arguments));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = NULL;
  g_autofree char *name = g_strconcat ("ascribe ", command->name, NULL);
  const GOptionEntry remaining[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_set_prgname (name);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, remaining, NULL);
  g_option_context_set_summary (context, _(command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _(command->description));

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      asc_command_usage (command, "%s", error->message);
      return FALSE;
    }

  if (rest == NULL)
    rest = g_new0 (char *, 1);
  if (g_strv_length (rest) < n_min)
    {
      asc_command_usage (command, _("Something is missing: ascribe %s %s"), command->name, _(command->arguments));
      return FALSE;
    }
  if (g_strv_length (rest) > n_max)
    {
      asc_command_usage (command, _("“%s” is one argument too many."), rest[n_max]);
      return FALSE;
    }

  *arguments = g_steal_pointer (&rest);

  return TRUE;
}

AscExit
asc_command_usage (const AscCommand *command,
                   const char       *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  say_line (message);
  g_printerr (_("Try “ascribe %s --help”."), command->name);
  g_printerr ("\n");

  return ASC_EXIT_USAGE;
}

void
asc_command_say (const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  say_line (message);
}

AscExit
asc_command_fail (const GError *error)
{
  g_autofree char *sentence = asc_messages_error (error);

  say_line (sentence);

  return ASC_EXIT_BAD_INPUT;
}

void
asc_command_say_problems (GPtrArray *problems,
                          guint      max)
{
  for (guint i = 0; i < problems->len && i < max; i++)
    {
      g_autofree char *sentence = asc_messages_problem (g_ptr_array_index (problems, i));

      say_line (sentence);
    }

  if (problems->len > max)
    asc_command_say (ngettext ("… and %u more problem. “ascribe validate” lists them all.",
                               "… and %u more problems. “ascribe validate” lists them all.", problems->len - max),
                     problems->len - max);
}

/**
 * asc_command_write_problems:
 * @writer: a writer
 * @member: (nullable): the name of the array
 * @problems: (element-type AscProblem): problems
 *
 * An array of objects with the members file, pointer, line, column, code, detail and message; of place and detail what is known.
 */
void
asc_command_write_problems (AscJsonWriter *writer,
                            const char    *member,
                            GPtrArray     *problems)
{
  asc_json_writer_begin_array (writer, member, ASC_JSON_LINES);
  for (guint i = 0; i < problems->len; i++)
    {
      const AscProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *sentence = asc_messages_problem (problem);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "file", problem->path);
      asc_json_writer_string (writer, "pointer", problem->pointer);
      if (problem->line > 0)
        asc_json_writer_integer (writer, "line", problem->line);
      if (problem->column > 0)
        asc_json_writer_integer (writer, "column", problem->column);
      asc_json_writer_string (writer, "code", asc_store_error_code_to_string (problem->code));
      asc_json_writer_string (writer, "detail", problem->detail);
      asc_json_writer_string (writer, "message", sentence);
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
}

void
asc_command_print_json (AscJsonWriter *writer,
                        gboolean       to_error)
{
  g_autoptr (GBytes) bytes = asc_json_writer_finish (writer);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  fwrite (data, 1, size, to_error ? stderr : stdout);
}
