/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the window: the list of articles, the list of annotations, find, go to, the editors of a card. */
#include "config.h"

#include <glib/gi18n.h>

#include "window-fixture.h"

#include "asc-actor-picker.h"
#include "asc-annotation-card.h"
#include "asc-article-row.h"
#include "asc-choice-picker.h"
#include "asc-find-bar.h"
#include "asc-inspector.h"
#include "asc-settings.h"
#include "asc-sidebar.h"
#include "asc-todo-page.h"

static void
type_into (gpointer entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static guint
count_articles (WindowFixture *fixture)
{
  return window_fixture_count (window_fixture_find (fixture->window, ASC_TYPE_SIDEBAR, NULL), ASC_TYPE_ARTICLE_ROW);
}

typedef struct
{
  WindowFixture *fixture;
  guint          n;
} Expected;

static gboolean
has_articles (gpointer data)
{
  Expected *expected = data;

  return count_articles (expected->fixture) == expected->n;
}

static void
wait_articles (WindowFixture *fixture, guint n)
{
  Expected expected = { fixture, n };

  ui_wait_until (has_articles, &expected);
}

static void
test_sidebar (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  GtkWidget                *sidebar, *search;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  sidebar = window_fixture_find (fixture->window, ASC_TYPE_SIDEBAR, NULL);
  search = window_fixture_find (sidebar, GTK_TYPE_SEARCH_ENTRY, NULL);
  wait_articles (fixture, 6);

  type_into (search, "FERRY");
  wait_articles (fixture, 1);
  /* What is on screen stays on screen, whatever the list shows. */
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-02-19-wind-law");
  type_into (search, "no such article");
  wait_articles (fixture, 0);
  type_into (search, "");
  wait_articles (fixture, 6);

  g_object_set (sidebar, "state-filter", "done-no-claims", NULL);
  wait_articles (fixture, 1);
  g_object_set (sidebar, "state-filter", "", NULL);
  wait_articles (fixture, 6);
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-02-19-wind-law");
}

static gboolean
says_three (gpointer data)
{
  g_autofree char *expected = g_strdup_printf (ngettext ("%u of %u article done", "%u of %u articles done", 6), 3, 6);

  return g_str_equal (adw_window_title_get_subtitle (data), expected);
}

/* The number of articles done follows what is done. */
static void
test_tally (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  AdwWindowTitle           *title;

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  title = window_fixture_find (window_fixture_find (fixture->window, ASC_TYPE_SIDEBAR, NULL), ADW_TYPE_WINDOW_TITLE, NULL);
  window_fixture_activate (fixture, "win.done");
  ui_wait_until (says_three, title);
}

static void
test_all (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  GtkWidget                *inspector, *search;
  GtkDropDown              *label;
  guint                     n_all, n_actors;

  g_settings_set_string (asc_settings_get_default (), "inspector-page", "all");
  window_fixture_open_sample (fixture, "2025-03-10-water-plan");
  inspector = window_fixture_find (fixture->window, ASC_TYPE_INSPECTOR, NULL);
  n_all = window_fixture_count (inspector, ASC_TYPE_ANNOTATION_CARD);
  g_assert_cmpuint (n_all, ==, asc_annotation_set_get_n (asc_session_get_set (fixture->session)));

  label = window_fixture_find (inspector, GTK_TYPE_DROP_DOWN, _("Label"));
  g_assert_nonnull (label);
  gtk_drop_down_set_selected (label, 2);
  window_fixture_settle (fixture);
  n_actors = window_fixture_count (inspector, ASC_TYPE_ANNOTATION_CARD);
  g_assert_cmpuint (n_actors, ==, asc_annotation_set_count_label (asc_session_get_set (fixture->session), "actor"));

  search = window_fixture_find (inspector, GTK_TYPE_SEARCH_ENTRY, NULL);
  type_into (search, "nothing is called so");
  window_fixture_settle (fixture);
  while (window_fixture_count (inspector, ASC_TYPE_ANNOTATION_CARD) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_settings_reset (asc_settings_get_default (), "inspector-page");
}

static void
test_todo (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  GtkWidget                *page;
  GtkListView              *list;

  g_settings_set_string (asc_settings_get_default (), "inspector-page", "to-do");
  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  asc_article_view_set_caret (window_fixture_get_view (fixture),
                              asc_text_get_length (asc_article_get_text (asc_session_get_article (fixture->session))) - 60);
  window_fixture_press (fixture, "c");
  window_fixture_settle (fixture);
  page = window_fixture_find (fixture->window, ASC_TYPE_TODO_PAGE, NULL);
  list = window_fixture_find (page, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_nonnull (list);

  /* A click on it goes there. */
  asc_session_set_selected (fixture->session, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_nonnull (asc_session_get_selected (fixture->session));
  g_assert_cmpstr (asc_annotation_get_label (asc_session_get_selected (fixture->session)), ==, "claim");
  g_settings_reset (asc_settings_get_default (), "inspector-page");
}

static void
test_find (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  GtkWidget                *bar;
  AscSpan                   first, second;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  asc_article_view_set_caret (window_fixture_get_view (fixture), 0);
  window_fixture_activate (fixture, "win.find");
  window_fixture_settle (fixture);
  bar = window_fixture_find (fixture->window, ASC_TYPE_FIND_BAR, NULL);
  type_into (window_fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL), "THE ");
  while (!asc_article_view_get_selection (window_fixture_get_view (fixture), &first))
    g_main_context_iteration (NULL, TRUE);
  window_fixture_activate (fixture, "win.find-next");
  g_assert_true (asc_article_view_get_selection (window_fixture_get_view (fixture), &second));
  g_assert_cmpuint (second.start, >, first.start);
  window_fixture_activate (fixture, "win.find-previous");
  g_assert_true (asc_article_view_get_selection (window_fixture_get_view (fixture), &second));
  g_assert_cmpuint (second.start, ==, first.start);

  /* A hit is annotated by a label's key. */
  window_fixture_press (fixture, "a");
  g_assert_cmpstr (asc_annotation_get_label (asc_session_get_selected (fixture->session)), ==, "actor");
}

static void
test_go_to (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  AdwDialog                *dialog;
  GtkWidget                *entry;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  window_fixture_activate (fixture, "win.go-to");
  window_fixture_settle (fixture);
  dialog = window_fixture_get_dialog (fixture);
  entry = window_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  type_into (entry, "night ellmark");
  while (window_fixture_count (dialog, ASC_TYPE_ARTICLE_ROW) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-03-17-night-buses");
  window_fixture_settle (fixture);
}

static AscAnnotation *
find_label (AscSession *session, const char *label)
{
  AscAnnotationSet *set = asc_session_get_set (session);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      if (g_str_equal (asc_annotation_get_label (asc_annotation_set_get_nth (set, i)), label))
        return asc_annotation_set_get_nth (set, i);
    }
  return NULL;
}

/* A name that the register does not have: actor and link are one step. */
static void
test_actor (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  AscActorRegister         *actors;
  AscAnnotation            *actor;
  AscHistory               *history;
  AscActorPicker           *picker;
  guint                     n_steps, n_actors;
  g_autofree char          *id = NULL;
  const char               *linked;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  actors = asc_project_get_actors (asc_session_get_project (fixture->session));
  history = asc_session_get_history (fixture->session);
  actor = find_label (fixture->session, "actor");
  id = g_strdup (asc_annotation_get_id (actor));
  asc_session_reveal (fixture->session, actor);
  window_fixture_settle (fixture);
  picker = window_fixture_find (fixture->window, ASC_TYPE_ACTOR_PICKER, NULL);
  g_assert_nonnull (picker);

  n_steps = asc_history_get_n_steps (history);
  n_actors = g_list_model_get_n_items (G_LIST_MODEL (actors));
  g_signal_emit_by_name (picker, "named", "Ada Byron");
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, n_steps + 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, n_actors + 1);
  actor = asc_annotation_set_lookup (asc_session_get_set (fixture->session), id);
  linked = asc_attributes_get_string (asc_annotation_get_attributes (actor), "actor");
  g_assert_cmpstr (asc_actor_get_name (asc_actor_register_lookup (actors, linked)), ==, "Ada Byron");
  window_fixture_settle (fixture);

  asc_session_undo (fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (actors)), ==, n_actors);
  window_fixture_settle (fixture);
}

static void
on_changed (gpointer data)
{
  (*(guint *) data)++;
}

/* Values that the codebook does not have stay, behind those it has. */
static void
test_choices (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  static const char *const  values[] = { "unheard-of", "economy", NULL };
  AscLabel                 *claim;
  GtkWidget                *picker;
  guint                     n_changes = 0;
  const char *const        *now;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  claim = asc_codebook_lookup_label (asc_project_get_codebook (asc_session_get_project (fixture->session)), "claim");
  picker = g_object_ref_sink (asc_choice_picker_new (asc_label_lookup_attribute (claim, "category")));
  g_signal_connect_swapped (picker, "changed", G_CALLBACK (on_changed), &n_changes);
  asc_choice_picker_set_values (ASC_CHOICE_PICKER (picker), values);
  g_assert_cmpuint (n_changes, ==, 0);
  now = asc_choice_picker_get_values (ASC_CHOICE_PICKER (picker));
  g_assert_cmpuint (g_strv_length ((GStrv) now), ==, 2);
  g_assert_true (g_strv_contains (now, "unheard-of"));
  g_object_unref (picker);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_settings_set_string (asc_settings_get_default (), "coder-name", "mia");

  g_test_add_func ("/panes/sidebar", test_sidebar);
  g_test_add_func ("/panes/tally", test_tally);
  g_test_add_func ("/panes/all", test_all);
  g_test_add_func ("/panes/to-do", test_todo);
  g_test_add_func ("/panes/find", test_find);
  g_test_add_func ("/panes/go-to", test_go_to);
  g_test_add_func ("/panes/actor", test_actor);
  g_test_add_func ("/panes/choices", test_choices);
  return g_test_run ();
}
