/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-cli.h"

#include <glib/gi18n.h>
#include <signal.h>

#include "asc-command.h"

/* In the order of --help: as a project grows. */
static const AscCommand * const commands[] = {
  &asc_command_new,
  &asc_command_import,
  &asc_command_export,
  &asc_command_validate,
  &asc_command_stats,
  &asc_command_formats,
};

static const AscCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  return NULL;
}

static gboolean
is_help (const char *argument)
{
  return g_str_equal (argument, "--help") || g_str_equal (argument, "-h") || g_str_equal (argument, "-?");
}

static void
print_help (void)
{
  g_print ("%s\n  ascribe [%s | %s…]\n  ascribe %s\n\n%s\n", _("Usage:"), _("PROJECT"), _("FILE"), _("COMMAND [OPTION…] …"),
           _("Annotate who claimed what, and when, in news articles. Without a command the window opens."));
  g_print ("\n%s\n", _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
  g_print ("\n%s\n", _("Options:"));
  g_print ("  %-10s %s\n", "--help", _("Show this, or the help of a command"));
  g_print ("  %-10s %s\n", "--version", _("Show the version"));
  g_print ("\n%s\n", _("Exit status: 0 done, 1 done with losses or findings, 2 wrong use, 3 bad input."));
}

/**
 * asc_cli_is_command:
 * @argc: number of @argv
 * @argv: the program's arguments
 *
 * A file that is called like a command is opened as “./export”.
 *
 * Returns: whether asc_cli_main() should run instead of the window
 */
gboolean
asc_cli_is_command (int    argc,
                    char **argv)
{
  if (argc < 2)
    return FALSE;

  return find_command (argv[1]) != NULL || is_help (argv[1]) || g_str_equal (argv[1], "--version");
}

/**
 * asc_cli_main:
 * @argc: number of @argv
 * @argv: the program's arguments
 *
 * Returns: the exit status
 */
int
asc_cli_main (int    argc,
              char **argv)
{
  const AscCommand *command;

  /* A file size limit is an error to report, not a reason to die half-way. */
  signal (SIGXFSZ, SIG_IGN);

  if (argc < 2 || is_help (argv[1]))
    {
      print_help ();
      return argc < 2 ? ASC_EXIT_USAGE : ASC_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("ascribe %s\n", ASC_VERSION);
      return ASC_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_("ascribe: “%s” is no command. Try “ascribe --help”."), argv[1]);
      g_printerr ("\n");
      return ASC_EXIT_USAGE;
    }

  return command->run (argc - 1, argv + 1);
}
