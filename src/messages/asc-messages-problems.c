/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems of files as sentences: what is wrong, where, and what to do about it. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-messages.h"

/* What a file of a project holds, told by its place, because what to do depends on it. */
typedef enum
{
  KIND_OTHER,
  KIND_PROJECT,
  KIND_CODEBOOK,
  KIND_ACTORS,
  KIND_ARTICLE,
  KIND_ANNOTATIONS,
} FileKind;

static FileKind
kind_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_name = g_path_get_basename (folder);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autofree char *above_name = g_path_get_basename (above);

  if (g_str_equal (name, "project.json"))
    return KIND_PROJECT;
  if (g_str_equal (name, "codebook.json"))
    return KIND_CODEBOOK;
  if (g_str_equal (name, "actors.json"))
    return KIND_ACTORS;
  if (g_str_equal (folder_name, "articles"))
    return KIND_ARTICLE;
  if (g_str_equal (above_name, "annotations"))
    return KIND_ANNOTATIONS;

  return KIND_OTHER;
}

/* "…at line 3, column 7" and "…at /labels/2": the words that follow a file's name, with the space before them. */
static char *
place_of (const AscProblem *problem)
{
  if (problem->line > 0 && problem->column > 0)
    /* Translators: a place in a file; keep the space at the beginning. */
    return g_strdup_printf (_(" at line %u, column %u"), problem->line, problem->column);
  if (problem->line > 0)
    /* Translators: a place in a file; keep the space at the beginning. */
    return g_strdup_printf (_(" at line %u"), problem->line);
  if (problem->pointer != NULL && *problem->pointer != '\0')
    /* Translators: a place in a JSON file, %s such as “/annotations/3/label”; keep the space at the beginning. */
    return g_strdup_printf (_(" at %s"), problem->pointer);

  return g_strdup ("");
}

/* Until a file that could not be read at all is put right. */
static const char *
until_repaired (FileKind kind)
{
  switch (kind)
    {
    case KIND_CODEBOOK:
      return _("Fix it in a text editor or restore it from a backup; the default codebook is used until then.");
    case KIND_ACTORS:
      return _("Fix it in a text editor or restore it from a backup; the actor register cannot be used until then.");
    case KIND_PROJECT:
      return _("Fix it in a text editor or restore it from a backup; the project cannot be opened fully until then.");
    case KIND_ARTICLE:
      return _("Fix it in a text editor or restore it from a backup; the article has no title and details until then.");
    case KIND_ANNOTATIONS:
      return _("Fix it in a text editor or restore it from a backup; the annotations in it cannot be shown until then, and the file is left as it is.");
    case KIND_OTHER:
    default:
      return _("Fix it in a text editor or restore it from a backup.");
    }
}

static const char *
for_newer (FileKind kind)
{
  if (kind == KIND_ANNOTATIONS)
    return _("Update Ascribe to edit it; until then it is only shown, and never written.");

  return _("Update Ascribe to use it; it is left as it is.");
}

/* Everything that is not about the content: files that are absent, forbidden, full or of the wrong sort. */
static char *
file_sentence (const AscProblem *problem,
               const char       *path,
               const char       *detail)
{
  switch (problem->code)
    {
    case ASC_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” is not there. Check whether it was moved, renamed or deleted."), path);
    case ASC_STORE_ERROR_UNREADABLE:
      return g_strdup_printf (_("“%s” cannot be read%s. Check that you have permission to read it and that its disk or network folder is connected."),
                              path, detail);
    case ASC_STORE_ERROR_UNWRITABLE:
      return g_strdup_printf (_("“%s” cannot be written%s. Get permission to write there, or use another folder; what is there already was left as it is."),
                              path, detail);
    case ASC_STORE_ERROR_NO_SPACE:
      return g_strdup_printf (_("There is no space left to write “%s”. Make room on that disk and try again; what is there already was left as it is."),
                              path);
    case ASC_STORE_ERROR_TOO_LARGE:
      return g_strdup_printf (_("“%s” is too large%s. Split it into smaller files."), path, detail);
    case ASC_STORE_ERROR_EMPTY:
      return g_strdup_printf (_("“%s” is empty. Check that it was copied or downloaded completely."), path);
    case ASC_STORE_ERROR_NOT_TEXT:
      return g_strdup_printf (_("“%s” is not a text file that can be read%s. Save it as plain text in UTF-8 and try again."), path, detail);
    case ASC_STORE_ERROR_EXISTS:
      return g_strdup_printf (_("“%s” exists already%s and is not overwritten. Choose another name, or move it away first."), path, detail);
    case ASC_STORE_ERROR_CHANGED_ON_DISK:
      return g_strdup_printf (_("“%s” was changed by another program. Both versions are kept; compare them before you go on."), path);
    case ASC_STORE_ERROR_MANY_DROPPED:
      return g_strdup_printf (_("Saving “%s” would drop many annotations that are in the file%s. Nothing was written; check whether this is what you want."),
                              path, detail);
    default:
      return NULL;
    }
}

static char *
content_sentence (const AscProblem *problem,
                  const char       *path,
                  const char       *place,
                  const char       *detail)
{
  FileKind kind = kind_of (path);

  switch (problem->code)
    {
    case ASC_STORE_ERROR_SYNTAX:
      /* Translators: %s are the file, the place in it (“ at line 3, column 7” or nothing), and what to do. */
      return g_strdup_printf (_("The file “%s” is not valid JSON%s. %s"), path, place, until_repaired (kind));
    case ASC_STORE_ERROR_FORMAT:
      if (*place == '\0')
        return g_strdup_printf (_("The file “%s” is not what it should be%s. %s"), path, detail, until_repaired (kind));
      if (kind == KIND_OTHER)
        return g_strdup_printf (_("The file “%s” has something unexpected%s%s. It was passed over; fix it in a text editor."), path, place, detail);
      return g_strdup_printf (_("The file “%s” has something unexpected%s%s. It is kept but not used; fix it in a text editor."), path, place, detail);
    case ASC_STORE_ERROR_NEWER:
      return g_strdup_printf (_("The file “%s” was written by a newer version of Ascribe. %s"), path, for_newer (kind));
    case ASC_STORE_ERROR_TEXT_CHANGED:
      return g_strdup_printf (_("The text that “%s” belongs to was changed outside Ascribe%s. Restore the text from a backup, or check the annotations that no longer fit."),
                              path, detail);
    case ASC_STORE_ERROR_ORPHANED:
      return g_strdup_printf (_("An annotation in “%s” does not fit the text any more%s%s. It is kept in the file but not shown; mark the passage again, or restore the text."),
                              path, place, detail);
    case ASC_STORE_ERROR_REANCHORED:
      return g_strdup_printf (_("An annotation in “%s” was found at another place in the text and moved there%s%s. Check that it is right."),
                              path, place, detail);
    case ASC_STORE_ERROR_OUT_OF_TEXT:
      return g_strdup_printf (_("An annotation in “%s” lies beyond the end of the text%s%s. Restore the text from a backup, or mark the passage again."),
                              path, place, detail);
    case ASC_STORE_ERROR_DUPLICATE:
      return g_strdup_printf (_("The file “%s” has something twice%s%s. Only one of the two is used; remove the other in a text editor."), path, place, detail);
    case ASC_STORE_ERROR_DANGLING:
      return g_strdup_printf (_("The file “%s” refers to something that is not there%s%s. Restore what is missing, or remove the reference."),
                              path, place, detail);
    case ASC_STORE_ERROR_UNKNOWN_LABEL:
      return g_strdup_printf (_("The file “%s” uses something that the codebook does not have%s%s. It is kept; add it to the codebook, or change the annotation."),
                              path, place, detail);
    default:
      return NULL;
    }
}

/**
 * asc_messages_problem:
 * @problem: something wrong with a file
 *
 * Returns: (transfer full): what is wrong, in which file and where, and what to do about it
 */
char *
asc_messages_problem (const AscProblem *problem)
{
  const char *path;
  g_autofree char *place = NULL;
  g_autofree char *detail = NULL;
  char *sentence;

  g_return_val_if_fail (problem != NULL, g_strdup (""));

  path = problem->path != NULL ? problem->path : "";
  place = place_of (problem);
  detail = problem->detail != NULL && *problem->detail != '\0' ? g_strdup_printf (" (%s)", problem->detail) : g_strdup ("");

  sentence = file_sentence (problem, path, detail);
  if (sentence == NULL)
    sentence = content_sentence (problem, path, place, detail);
  if (sentence == NULL)
    sentence = g_strdup_printf (_("Something is wrong with “%s”%s%s."), path, place, detail);

  return sentence;
}

static const char *
finding_text (AscStoreErrorCode code)
{
  switch (code)
    {
    case ASC_STORE_ERROR_NOT_FOUND:
      return _("is not there");
    case ASC_STORE_ERROR_UNREADABLE:
      return _("cannot be read");
    case ASC_STORE_ERROR_UNWRITABLE:
      return _("cannot be written");
    case ASC_STORE_ERROR_NO_SPACE:
      return _("no space left");
    case ASC_STORE_ERROR_TOO_LARGE:
      return _("too large");
    case ASC_STORE_ERROR_EMPTY:
      return _("empty");
    case ASC_STORE_ERROR_NOT_TEXT:
      return _("not a text file");
    case ASC_STORE_ERROR_SYNTAX:
      return _("not valid JSON");
    case ASC_STORE_ERROR_FORMAT:
      return _("not what it should be");
    case ASC_STORE_ERROR_NEWER:
      return _("written by a newer version of Ascribe");
    case ASC_STORE_ERROR_TEXT_CHANGED:
      return _("the text was changed");
    case ASC_STORE_ERROR_ORPHANED:
      return _("the quote is not in the text any more");
    case ASC_STORE_ERROR_REANCHORED:
      return _("the quote is at another place in the text");
    case ASC_STORE_ERROR_OUT_OF_TEXT:
      return _("beyond the end of the text");
    case ASC_STORE_ERROR_DUPLICATE:
      return _("is there twice");
    case ASC_STORE_ERROR_DANGLING:
      return _("refers to something that is not there");
    case ASC_STORE_ERROR_UNKNOWN_LABEL:
      return _("not in the codebook");
    case ASC_STORE_ERROR_EXISTS:
      return _("exists already");
    case ASC_STORE_ERROR_CHANGED_ON_DISK:
      return _("changed by another program");
    case ASC_STORE_ERROR_MANY_DROPPED:
      return _("would drop many annotations");
    default:
      return _("something is wrong");
    }
}

/**
 * asc_messages_finding:
 * @problem: something wrong with a file
 *
 * Returns: (transfer full): what is wrong, without the file and without what to do
 */
char *
asc_messages_finding (const AscProblem *problem)
{
  const char *text;

  g_return_val_if_fail (problem != NULL, g_strdup (""));

  text = finding_text (problem->code);
  if (problem->detail == NULL || *problem->detail == '\0')
    return g_strdup (text);

  return g_strdup_printf ("%s (%s)", text, problem->detail);
}

/**
 * asc_messages_error:
 * @error: an error
 *
 * Returns: (transfer full): the sentence for people
 */
char *
asc_messages_error (const GError *error)
{
  const AscProblem *problem;

  g_return_val_if_fail (error != NULL, g_strdup (""));

  problem = asc_problem_from_error (error);
  if (problem != NULL)
    return asc_messages_problem (problem);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Cancelled."));

  return g_strdup (error->message);
}
