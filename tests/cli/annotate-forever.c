/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annotate-forever FOLDER PREFIX: the process that test-kill.py kills. It opens a project and annotates its article "a" through the
 * history, the way the window does, every few milliseconds, until somebody ends it. On standard output, a line each:
 *
 *   + ID TIME    put an annotation (TIME: monotonic, in µs)
 *   - ID TIME    removed it
 *   saved        all of the above is on the disk
 *   problem …    the store told of one
 *
 * Ids begin with PREFIX, and so do label and ids of what it removes: two of these on one project do not touch each other's.
 */
#include <stdio.h>
#include <stdlib.h>

#include "asc-project-store.h"

#define MAX_OWN       60   /* then as many go as come */
#define MAX_PAUSE_MS  12
#define MAX_REST_MS   300  /* now and then, so that everything is saved for a moment */

typedef struct
{
  AscProjectStore  *store;
  AscAnnotationSet *set;
  const char       *prefix;
  GPtrArray        *own;     /* char * */
  guint64           n_made;
} Work;

static void
tell (const char *what,
      const char *id)
{
  if (id != NULL)
    printf ("%s %s %" G_GINT64_FORMAT "\n", what, id, g_get_monotonic_time ());
  else
    printf ("%s\n", what);
  fflush (stdout);
}

static void
on_saved (AscProjectStore *store)
{
  tell ("saved", NULL);
}

static void
on_problem (AscProjectStore *store,
            AscProblem      *problem)
{
  g_autofree char *line = g_strdup_printf ("problem %d %s %s", problem->code, problem->path,
                                           problem->detail != NULL ? problem->detail : "");

  tell (line, NULL);
}

static void
add (Work *work)
{
  AscText *text = asc_article_get_text (asc_annotation_set_get_article (work->set));
  guint length = asc_text_get_length (text);
  guint start = g_random_int_range (0, length - 1);
  guint end = start + 1 + g_random_int_range (0, MIN (length - start - 1, 80) + 1);
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (start, MIN (end, length));
  g_autofree char *id = g_strdup_printf ("%s%" G_GINT64_FORMAT "x%" G_GUINT64_FORMAT, work->prefix, g_get_monotonic_time (),
                                         work->n_made++);
  g_autoptr (AscAnnotation) annotation = asc_annotation_new (id, work->prefix, spans);

  if (!asc_history_put_annotation (asc_project_store_get_history (work->store), work->set, annotation))
    return;
  tell ("+", id);
  g_ptr_array_add (work->own, g_steal_pointer (&id));
}

static void
remove_one (Work *work)
{
  guint i = g_random_int_range (0, work->own->len);
  const char *id = g_ptr_array_index (work->own, i);

  if (asc_history_remove_annotation (asc_project_store_get_history (work->store), work->set, id))
    tell ("-", id);
  g_ptr_array_remove_index_fast (work->own, i);
}

static gboolean
work_on (gpointer data)
{
  Work *work = data;

  if (work->own->len > 0 && (work->own->len >= MAX_OWN || g_random_int_range (0, 4) == 0))
    remove_one (work);
  else
    add (work);
  g_timeout_add (g_random_int_range (0, g_random_int_range (0, 10) == 0 ? MAX_REST_MS : MAX_PAUSE_MS), work_on, work);
  return G_SOURCE_REMOVE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Work work = { NULL };

  if (argc != 3)
    return EXIT_FAILURE;

  folder = g_file_new_for_commandline_arg (argv[1]);
  work.prefix = argv[2];
  work.own = g_ptr_array_new_with_free_func (g_free);
  work.store = asc_project_store_open (folder, "mia", NULL, NULL, &error);
  if (work.store != NULL)
    work.set = asc_project_store_load (work.store, asc_project_lookup_article (asc_project_store_get_project (work.store), "a"),
                                       "mia", NULL, &error);
  if (work.set == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < asc_annotation_set_get_n (work.set); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (work.set, i);

      if (g_str_equal (asc_annotation_get_label (annotation), work.prefix))
        g_ptr_array_add (work.own, g_strdup (asc_annotation_get_id (annotation)));
    }
  g_signal_connect (work.store, "saved", G_CALLBACK (on_saved), NULL);
  g_signal_connect (work.store, "problem", G_CALLBACK (on_problem), NULL);
  work_on (&work);
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}
