/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe new: an empty project. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-command.h"
#include "asc-codebook-file.h"
#include "asc-file-io.h"
#include "asc-id.h"
#include "asc-json-reader.h"
#include "asc-project-store.h"

#define MAX_PROBLEMS 10

/* A codebook that comes with the program, or one of the user's. NULL with @error. */
static AscCodebook *
read_codebook (const char  *name,
               GPtrArray   *problems,
               GError     **error)
{
  AscCodebook *builtin = asc_codebook_file_builtin (name);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = NULL;

  if (builtin != NULL)
    return builtin;

  bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, NULL, error);

  return bytes != NULL ? asc_codebook_file_parse (bytes, name, problems, error) : NULL;
}

static AscExit
run_new (int    argc,
         char **argv)
{
  g_autofree char *name = NULL;
  g_autofree char *codebook_name = NULL;
  g_autofree char *coder = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (AscCodebook) codebook = NULL;
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Name of the project; without it, the folder’s"), N_("NAME") },
    { "codebook", 0, 0, G_OPTION_ARG_FILENAME, &codebook_name, N_("claims (if nothing else is said), ner, polnear, or a codebook.json"), N_("CODEBOOK") },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &coder, N_("Who annotates; without it, your user name"), N_("NAME") },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_new, entries, argc, argv, 1, 1, &arguments))
    return ASC_EXIT_USAGE;

  folder = g_file_new_for_commandline_arg (arguments[0]);
  if (name == NULL)
    {
      g_autofree char *basename = g_file_get_basename (folder);

      name = g_filename_display_name (basename);
    }
  if (coder != NULL && !asc_id_is_valid (coder))
    return asc_command_usage (&asc_command_new, _("“%s” cannot be a coder’s name: use letters, digits, “.”, “_” and “-”."), coder);

  codebook = read_codebook (codebook_name != NULL ? codebook_name : "claims", problems, &error);
  if (codebook == NULL)
    return asc_command_fail (error);
  if (problems->len > 0)
    {
      asc_command_say_problems (problems, MAX_PROBLEMS);
      return ASC_EXIT_BAD_INPUT;
    }

  store = asc_project_store_create (folder, name, coder, codebook, &error);
  if (store == NULL || !asc_project_store_flush (store, &error))
    return asc_command_fail (error);

  return ASC_EXIT_DONE;
}

const AscCommand asc_command_new = {
  .name = "new",
  .arguments = N_("FOLDER"),
  .summary = N_("Make an empty project"),
  .run = run_new,
};
