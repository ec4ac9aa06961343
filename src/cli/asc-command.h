/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscCommand: one command of the command line. A command is one file, asc-command-<name>.c, and one line in asc-cli.c.
 *
 * Results go to standard output, everything else to standard error. Messages are sentences of src/messages.
 */
#pragma once

#include <gio/gio.h>

#include "asc-json-writer.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

/* What a command returns to the shell. */
typedef enum
{
  ASC_EXIT_DONE = 0,
  ASC_EXIT_FINDINGS = 1,   /* done, with losses or findings */
  ASC_EXIT_USAGE = 2,
  ASC_EXIT_BAD_INPUT = 3,
} AscExit;

typedef struct
{
  const char *name;        /* "export" */
  const char *arguments;   /* N_() "PROJECT -o FILE" */
  const char *summary;     /* N_() one line, what it does */
  const char *description; /* N_() what --help says after the options; NULL for nothing */
  AscExit  (* run) (int argc, char **argv);
} AscCommand;

extern const AscCommand asc_command_new;
extern const AscCommand asc_command_import;
extern const AscCommand asc_command_export;
extern const AscCommand asc_command_validate;
extern const AscCommand asc_command_stats;
extern const AscCommand asc_command_formats;

/* Parses options and arguments; says what is wrong and returns FALSE when they are. @arguments: at least @n_min of them, at most @n_max. */
gboolean asc_command_parse          (const AscCommand *command, const GOptionEntry *entries, int argc, char **argv,
                                     guint n_min, guint n_max, GStrv *arguments);
/* A wrong use: the message and where to find help. Returns ASC_EXIT_USAGE. */
AscExit  asc_command_usage          (const AscCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
void     asc_command_say            (const char *format, ...) G_GNUC_PRINTF (1, 2);   /* a line on standard error */
/* Says @error. Returns ASC_EXIT_BAD_INPUT. */
AscExit  asc_command_fail           (const GError *error);
/* Says each problem as a sentence, at most @max of them. */
void     asc_command_say_problems   (GPtrArray *problems, guint max);
void     asc_command_write_problems (AscJsonWriter *writer, const char *member, GPtrArray *problems);
/* Prints the complete JSON value of @writer on standard output, or on standard error. */
void     asc_command_print_json     (AscJsonWriter *writer, gboolean to_error);

G_END_DECLS
