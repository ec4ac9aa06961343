/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole job in a real window: from the welcome page to what is on the disk. */
#include "config.h"

#include <glib/gi18n.h>

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "asc-annotation-card.h"
#include "asc-article-row.h"
#include "asc-attribute-row.h"
#include "asc-inspector.h"
#include "asc-problems-dialog.h"
#include "asc-relation-chip.h"
#include "asc-role-picker.h"
#include "asc-settings.h"
#include "asc-sidebar.h"
#include "asc-welcome-page.h"

/* The button of this name, which is freed. */
static gpointer
find_button (gpointer widget, char *name)
{
  gpointer button = window_fixture_find (widget, GTK_TYPE_BUTTON, name);

  g_free (name);
  return button;
}

static char *
dump (AscSession *session)
{
  AscAnnotationSet     *set = asc_session_get_set (session);
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);
  GString              *text = g_string_new (asc_state_to_string (asc_annotation_set_get_state (set)));

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation   *annotation = asc_annotation_set_get_nth (set, i);
      g_autofree char *quote = g_strjoinv ("|", (GStrv) asc_annotation_get_quote (annotation));

      g_string_append_printf (text, "\n%s %s %u-%u %s %s", asc_annotation_get_id (annotation), asc_annotation_get_label (annotation),
                              asc_annotation_get_start (annotation), asc_annotation_get_end (annotation), quote,
                              asc_annotation_get_note (annotation) ? asc_annotation_get_note (annotation) : "");
    }
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      g_string_append_printf (text, "\n%s %s→%s", asc_relation_get_relation_type (relation), asc_relation_get_from (relation),
                              asc_relation_get_to (relation));
    }
  return g_string_free (text, FALSE);
}

static guint
find_offset (AscSession *session, const char *quote)
{
  AscSpan hit;

  if (!asc_text_find_nearest (asc_article_get_text (asc_session_get_article (session)), quote, 0, &hit, NULL))
    g_error ("no “%s”", quote);
  return hit.start;
}

static AscAnnotation *
find_annotation (AscSession *session, const char *label, const char *quote)
{
  AscAnnotationSet *set = asc_session_get_set (session);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, i);

      if (g_str_equal (asc_annotation_get_label (annotation), label)
          && g_strcmp0 (asc_annotation_get_quote (annotation)[0], quote) == 0)
        return annotation;
    }
  return NULL;
}

static void
test_welcome (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (900, 700);

  g_assert_nonnull (window_fixture_find (fixture->window, ASC_TYPE_WELCOME_PAGE, NULL));
  g_assert_null (window_fixture_find (fixture->window, ASC_TYPE_SIDEBAR, NULL));
  /* Nothing that needs a project may be started. */
  window_fixture_activate (fixture, "win.export");
  window_fixture_activate (fixture, "win.go-to");
  window_fixture_activate (fixture, "win.undo");
  g_assert_null (window_fixture_get_dialog (fixture));
}

static void
test_open_and_close (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  g_assert_null (window_fixture_find (fixture->window, ASC_TYPE_WELCOME_PAGE, NULL));
  g_assert_cmpuint (window_fixture_count (fixture->window, ASC_TYPE_ARTICLE_ROW), ==, 6);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Norvik passes wind law – Sample");
  g_assert_cmpuint (window_fixture_count (fixture->window, ASC_TYPE_ANNOTATION_CARD), >, 2);
  ui_screenshot (GTK_WIDGET (fixture->window), "window");

  window_fixture_activate (fixture, "win.next-article");
  window_fixture_settle (fixture);
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-03-05-ferry-fee");
  window_fixture_activate (fixture, "win.previous-article");
  window_fixture_settle (fixture);
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-02-19-wind-law");
}

/* By keyboard alone: claim, source, date, relations, undo, redo, done; then another window shows the same. */
static void
test_whole_job (void)
{
  g_autofree char *before = NULL, *after = NULL, *path = NULL, *json = NULL, *folder = NULL;

  {
    g_autoptr (WindowFixture)  fixture = window_fixture_new (1200, 800);
    g_autoptr (GError)         error = NULL;
    g_autofree char           *empty = NULL, *undone = NULL;
    AscArticleView            *view;
    AscAnnotation             *claim;
    g_autoptr (GPtrArray)      relations = NULL;
    guint                      n_steps = 0;

    window_fixture_open_sample (fixture, "2025-03-15-school-lunch");
    view = window_fixture_get_view (fixture);
    empty = dump (fixture->session);

    /* The claim of the sentence at the caret. */
    asc_article_view_set_caret (view, asc_text_get_length (asc_article_get_text (asc_session_get_article (fixture->session))) - 3);
    window_fixture_press (fixture, "c");
    claim = asc_session_get_selected (fixture->session);
    g_assert_nonnull (claim);
    g_assert_cmpstr (asc_annotation_get_label (claim), ==, "claim");

    /* Its word before as an actor; related from the claim by R, Tab and Enter. */
    asc_article_view_set_caret (view, 1);
    window_fixture_press (fixture, "a");
    g_assert_cmpstr (asc_annotation_get_label (asc_session_get_selected (fixture->session)), ==, "actor");
    asc_session_set_selected (fixture->session, claim);
    window_fixture_press (fixture, "r Return");
    relations = asc_annotation_set_relations_from (asc_session_get_set (fixture->session), asc_annotation_get_id (claim));
    g_assert_cmpuint (relations->len, ==, 1);
    window_fixture_settle (fixture);
    g_assert_cmpuint (window_fixture_count (fixture->window, ASC_TYPE_RELATION_CHIP), >=, 1);

    before = dump (fixture->session);
    while (asc_session_undo (fixture->session))
      n_steps++;
    g_assert_cmpuint (n_steps, >=, 3);
    undone = dump (fixture->session);
    g_assert_cmpstr (undone, ==, empty);
    while (asc_session_redo (fixture->session))
      n_steps--;
    g_assert_cmpuint (n_steps, ==, 0);
    g_clear_pointer (&undone, g_free);
    undone = dump (fixture->session);
    g_assert_cmpstr (undone, ==, before);

    window_fixture_activate (fixture, "win.done");
    window_fixture_settle (fixture);
    g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-03-17-night-buses");
    window_fixture_open_article (fixture, "2025-03-15-school-lunch");
    g_assert_cmpint (asc_annotation_set_get_state (asc_session_get_set (fixture->session)), ==, ASC_STATE_DONE);
    g_free (before);
    before = dump (fixture->session);

    /* Closing saves; the folder is kept for the second window. */
    path = window_fixture_path (fixture, "sample/annotations/mia/2025-03-15-school-lunch.json");
    folder = g_strdup (fixture->folder);
    g_free (fixture->folder);
    fixture->folder = g_strdup ("/tmp/ascribe-window-nothing");
  }

  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, "\"state\": \"done\""));
  {
    g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
    g_autoptr (GError)        error = NULL;
    g_autofree char          *again = NULL;

    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    fixture->folder = g_steal_pointer (&folder);
    window_fixture_open_sample (fixture, "2025-03-15-school-lunch");
    after = dump (fixture->session);
    g_assert_cmpstr (after, ==, before);
    /* Only looking writes nothing. */
    asc_project_store_flush (asc_session_get_store (fixture->session), &error);
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &again, NULL, NULL));
    g_assert_cmpstr (again, ==, json);
  }
}

static void
test_card (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  AscHistory               *history;
  AscAnnotation            *claim;
  AscAnnotationCard        *card;
  GtkTextView              *note;
  GtkDropDown              *stance = NULL;
  guint                     n_steps;
  const char               *id;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  history = asc_session_get_history (fixture->session);
  claim = find_annotation (fixture->session, "claim", "a turning point");
  g_assert_nonnull (claim);
  id = asc_annotation_get_id (claim);
  asc_session_reveal (fixture->session, claim);
  window_fixture_settle (fixture);

  card = window_fixture_find (fixture->window, ASC_TYPE_ANNOTATION_CARD, NULL);
  while (card != NULL && !asc_annotation_card_is_open (card))
    {
      GtkWidget *next = gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (card)));

      card = next ? window_fixture_find (next, ASC_TYPE_ANNOTATION_CARD, NULL) : NULL;
    }
  g_assert_nonnull (card);
  g_assert_cmpuint (window_fixture_count (card, ASC_TYPE_ATTRIBUTE_ROW), ==, 5);

  /* A note is typed letter by letter: one step, and the field is not replaced under the hands. */
  note = window_fixture_find (card, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (note);
  gtk_widget_grab_focus (GTK_WIDGET (note));
  n_steps = asc_history_get_n_steps (history);
  for (const char *p = "unsure"; *p != '\0'; p++)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (note), p, 1);
  window_fixture_settle (fixture);
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, n_steps + 1);
  g_assert_true (window_fixture_find (card, GTK_TYPE_TEXT_VIEW, NULL) == (gpointer) note);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (note)));
  claim = asc_annotation_set_lookup (asc_session_get_set (fixture->session), id);
  g_assert_cmpstr (asc_annotation_get_note (claim), ==, "unsure");
  g_assert_true (asc_session_get_selected (fixture->session) == claim);

  /* A choice from the list; undo shows the old one. */
  stance = window_fixture_find (card, GTK_TYPE_DROP_DOWN, "Stance");
  g_assert_nonnull (stance);
  gtk_drop_down_set_selected (stance, 2);
  claim = asc_annotation_set_lookup (asc_session_get_set (fixture->session), id);
  g_assert_cmpstr (asc_attributes_get_string (asc_annotation_get_attributes (claim), "stance"), ==, "oppose");
  asc_session_undo (fixture->session);
  window_fixture_settle (fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (window_fixture_find (card, GTK_TYPE_DROP_DOWN, "Stance")), !=, 2);

  /* Removing it, from the card's button; the toast's action brings it back. */
  g_signal_emit_by_name (find_button (card, g_strdup_printf (_("Remove %s"), "Claim")), "clicked");
  g_assert_null (asc_annotation_set_lookup (asc_session_get_set (fixture->session), id));
  window_fixture_settle (fixture);
  window_fixture_activate (fixture, "win.undo");
  g_assert_nonnull (asc_annotation_set_lookup (asc_session_get_set (fixture->session), id));
  window_fixture_settle (fixture);
}

static void
test_relation_from_card (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  g_autoptr (GPtrArray)     relations = NULL;
  AscAnnotation            *claim, *actor;
  AscRelationChip          *chip;
  GtkWidget                *button;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  claim = find_annotation (fixture->session, "claim", "a turning point");
  asc_session_reveal (fixture->session, claim);
  window_fixture_settle (fixture);

  /* The far end is lit while its chip is looked at, and a click goes there. */
  chip = window_fixture_find (fixture->window, ASC_TYPE_RELATION_CHIP, NULL);
  g_assert_nonnull (chip);
  relations = asc_annotation_set_relations_from (asc_session_get_set (fixture->session), asc_annotation_get_id (claim));
  actor = asc_annotation_set_lookup (asc_session_get_set (fixture->session), asc_relation_get_to (g_ptr_array_index (relations, 0)));
  g_assert_true (asc_session_is_lit (fixture->session, actor));

  /* Taken away on the card, and made again with the wanted type. */
  button = find_button (fixture->window, g_strdup_printf (_("Remove %s: %s"), "Source", "Aino Kallas"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (asc_session_is_lit (fixture->session, actor));
  window_fixture_settle (fixture);
  button = window_fixture_find (fixture->window, ASC_TYPE_ROLE_PICKER, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "choose-in-text");
  g_assert_true (asc_session_get_relating (fixture->session) == asc_annotation_set_lookup (asc_session_get_set (fixture->session), asc_annotation_get_id (claim)));
  g_assert_cmpstr (asc_relation_type_get_name (asc_session_get_relating_type (fixture->session)), ==, "source");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (window_fixture_get_view (fixture))));
  window_fixture_press (fixture, "Return");
  g_assert_null (asc_session_get_relating (fixture->session));
  g_clear_pointer (&relations, g_ptr_array_unref);
  relations = asc_annotation_set_relations_from (asc_session_get_set (fixture->session), asc_annotation_get_id (claim));
  g_assert_cmpstr (asc_relation_get_relation_type (g_ptr_array_index (relations, relations->len - 1)), !=, NULL);
  window_fixture_settle (fixture);
}

static void
test_no_source (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 1000);
  AscAnnotation            *claim;
  GVariant                 *value;
  GtkWidget                *button;
  const char               *id;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  asc_article_view_set_caret (window_fixture_get_view (fixture), find_offset (fixture->session, "Its author"));
  window_fixture_press (fixture, "c");
  claim = asc_session_get_selected (fixture->session);
  id = asc_annotation_get_id (claim);
  window_fixture_settle (fixture);
  button = find_button (fixture->window, g_strdup_printf (_("No %s"), "Source"));
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  claim = asc_annotation_set_lookup (asc_session_get_set (fixture->session), id);
  value = asc_attributes_get (asc_annotation_get_attributes (claim), "no-source");
  g_assert_nonnull (value);
  g_assert_true (g_variant_get_boolean (value));
  window_fixture_settle (fixture);
}

static void
test_narrow (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (360, 294);
  GtkWidget                *inspector;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  window_fixture_settle (fixture);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 362);
  inspector = window_fixture_find (fixture->window, ASC_TYPE_INSPECTOR, NULL);
  g_assert_null (inspector);
  ui_screenshot (GTK_WIDGET (fixture->window), "window-narrow");

  asc_session_reveal (fixture->session, find_annotation (fixture->session, "claim", "a turning point"));
  window_fixture_activate (fixture, "win.open-card");
  window_fixture_settle (fixture);
  g_assert_nonnull (window_fixture_find (fixture->window, ASC_TYPE_INSPECTOR, NULL));
  ui_screenshot (GTK_WIDGET (fixture->window), "window-narrow-card");

  /* Looking for a far end needs the text: the sheet goes. */
  window_fixture_activate (fixture, "win.focus-text");
  window_fixture_settle (fixture);
}

static gboolean
has_dialog (gpointer data)
{
  return window_fixture_get_dialog (data) != NULL;
}

static gboolean
has_nine (gpointer data)
{
  return g_list_model_get_n_items (data) == 9;
}

static void
test_import (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  g_autoptr (GPtrArray)     files = g_ptr_array_new_with_free_func (g_object_unref);
  static const struct
  {
    const char *name;
    const char *bytes;
    gssize      length;
  } inputs[] = {
    { "one.txt", "A first article\n\nIt says little.\n", -1 },
    { "two.txt", "\xef\xbb\xbf" "Zweiter\r\n\r\nMit \xc3\x84pfeln.\r\n", -1 },
    { "three.txt", "Caf\xe9 ferm\xe9\n\nencoded as in 1998\n", -1 },
    { "empty.txt", "", 0 },
    { "binary.txt", "\x7f" "ELF\0\0\0\1\2\3\0\0", 12 },
  };
  AscProject *project;

  window_fixture_open_sample (fixture, NULL);
  project = asc_session_get_project (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *path = window_fixture_path (fixture, inputs[i].name);

      g_assert_true (g_file_set_contents (path, inputs[i].bytes, inputs[i].length, NULL));
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  {
    g_autofree char *path = window_fixture_path (fixture, "not-there.txt");

    g_ptr_array_add (files, g_file_new_for_path (path));
  }

  asc_window_import (fixture->window, files);
  ui_wait_until (has_nine, asc_project_get_articles (project));
  /* What could not be imported is listed, each with its file. */
  ui_wait_until (has_dialog, fixture);
  window_fixture_settle (fixture);
  g_assert_true (ASC_IS_PROBLEMS_DIALOG (window_fixture_get_dialog (fixture)));
  g_assert_cmpuint (window_fixture_count (window_fixture_get_dialog (fixture), ADW_TYPE_ACTION_ROW), ==, 3);
  ui_screenshot (GTK_WIDGET (fixture->window), "window-import-problems");
  adw_dialog_force_close (window_fixture_get_dialog (fixture));
  g_assert_cmpstr (asc_article_get_title (asc_session_get_article (fixture->session)), ==, "A first article");

  /* The same file again is the same article. */
  g_ptr_array_set_size (files, 1);
  asc_window_import (fixture->window, files);
  window_fixture_settle (fixture);
  window_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (asc_project_get_articles (project)), ==, 9);
}

static void
test_problem (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  g_autofree char          *path = NULL, *contents = NULL;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  path = window_fixture_path (fixture, "sample/annotations/mia/2025-03-05-ferry-fee.json");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  contents[strlen (contents) / 2] = '\0';
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  asc_session_open_article (fixture->session, asc_project_lookup_article (asc_session_get_project (fixture->session), "2025-03-05-ferry-fee"));
  window_fixture_settle (fixture);
  window_fixture_settle (fixture);
  ui_screenshot (GTK_WIDGET (fixture->window), "window-problem");
  window_fixture_activate (fixture, "win.problems");
  window_fixture_settle (fixture);
  g_assert_true (ASC_IS_PROBLEMS_DIALOG (window_fixture_get_dialog (fixture)));
  adw_dialog_force_close (window_fixture_get_dialog (fixture));

  /* The others still open, and the broken file is as it was. */
  window_fixture_open_article (fixture, "2025-03-17-night-buses");
  {
    g_autofree char *now = NULL;

    g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
    g_assert_cmpstr (now, ==, contents);
  }
}

static void
test_undo_elsewhere (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1200, 800);
  g_autofree char          *before = NULL, *after = NULL;

  window_fixture_open_sample (fixture, "2025-02-19-wind-law");
  before = dump (fixture->session);
  asc_article_view_set_caret (window_fixture_get_view (fixture), find_offset (fixture->session, "on the other hand"));
  window_fixture_press (fixture, "c");
  window_fixture_open_article (fixture, "2025-03-17-night-buses");

  /* Undo goes to where the step was. */
  window_fixture_activate (fixture, "win.undo");
  window_fixture_settle (fixture);
  g_assert_cmpstr (asc_article_get_id (asc_session_get_article (fixture->session)), ==, "2025-02-19-wind-law");
  after = dump (fixture->session);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_settings_set_string (asc_settings_get_default (), "coder-name", "mia");

  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/open-and-close", test_open_and_close);
  g_test_add_func ("/window/whole-job", test_whole_job);
  g_test_add_func ("/window/card", test_card);
  g_test_add_func ("/window/relation-from-card", test_relation_from_card);
  g_test_add_func ("/window/no-source", test_no_source);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/problem", test_problem);
  g_test_add_func ("/window/undo-elsewhere", test_undo_elsewhere);
  return g_test_run ();
}
