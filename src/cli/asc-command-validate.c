/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe validate: everything that is wrong with a project. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-command.h"
#include "asc-messages.h"
#include "asc-validation.h"

/* "codebook.json:3:7: not valid JSON" and "annotations/mia/a.json: /annotations/3/label: not in the codebook (clame)", as compilers do. */
static void
print_finding (const AscProblem *problem)
{
  g_autofree char *finding = asc_messages_finding (problem);

  if (problem->line > 0)
    g_print ("%s:%u:%u: %s\n", problem->path, problem->line, problem->column, finding);
  else if (problem->pointer != NULL && *problem->pointer != '\0')
    g_print ("%s: %s: %s\n", problem->path, problem->pointer, finding);
  else
    g_print ("%s: %s\n", problem->path, finding);
}

static void
print_json (AscCorpus *corpus,
            GPtrArray *problems)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_boolean (writer, "valid", problems->len == 0);
  asc_json_writer_integer (writer, "articles", g_strv_length ((GStrv) asc_corpus_get_articles (corpus)));
  asc_command_write_problems (writer, "findings", problems);
  asc_json_writer_end_object (writer);

  asc_command_print_json (writer, FALSE);
}

static AscExit
run_validate (int    argc,
              char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (AscCorpus) corpus = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_validate, entries, argc, argv, 1, 1, &arguments))
    return ASC_EXIT_USAGE;

  folder = g_file_new_for_commandline_arg (arguments[0]);
  corpus = asc_corpus_open (folder, problems, NULL, &error);
  if (corpus == NULL || !asc_validation_run (corpus, problems, NULL, &error))
    return asc_command_fail (error);

  if (json)
    print_json (corpus, problems);
  else
    g_ptr_array_foreach (problems, (GFunc) print_finding, NULL);

  return problems->len > 0 ? ASC_EXIT_FINDINGS : ASC_EXIT_DONE;
}

const AscCommand asc_command_validate = {
  .name = "validate",
  .arguments = N_("PROJECT"),
  .summary = N_("Check every file of a project"),
  .description = N_("Each finding is a line “file: place: what is wrong”; the place is a JSON pointer, or a line and column."),
  .run = run_validate,
};
