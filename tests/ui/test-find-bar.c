/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-find-bar.h"
#include "asc-overview-ruler.h"
#include "ui-fixture.h"

static void
assert_dump (UiFixture *fixture, const char *expected)
{
  g_autofree char *dump = ui_fixture_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

static gboolean
has_hits (gpointer data)
{
  guint n;

  asc_article_view_get_hits (data, &n);
  return n > 0;
}

/* The selected text is looked for, from its end on: the entry takes the display's one selection. One match is annotated, then all, which is one step. */
static void
test_annotate (void)
{
  g_autoptr (UiFixture) fixture = ui_fixture_new ("x", "Paris is large. PARIS is old. In Paris, Paris is home.\n", "en");
  AscFindBar           *bar = g_object_ref_sink (g_object_new (ASC_TYPE_FIND_BAR, NULL));
  AscOverviewRuler     *ruler = g_object_ref_sink (g_object_new (ASC_TYPE_OVERVIEW_RULER, NULL));
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget            *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  ui_fixture_show_view (fixture, 600, 300);
  g_object_ref (fixture->scroller);
  gtk_window_set_child (fixture->window, box);
  gtk_widget_set_hexpand (fixture->scroller, TRUE);
  gtk_widget_set_vexpand (row, TRUE);
  gtk_box_append (GTK_BOX (row), fixture->scroller);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (ruler));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_box_append (GTK_BOX (box), row);
  g_object_unref (fixture->scroller);
  asc_find_bar_set_view (bar, fixture->view, fixture->session);
  asc_overview_ruler_set_view (ruler, fixture->view, fixture->session);

  ui_fixture_select (fixture, "Paris");
  asc_find_bar_begin (bar);
  ui_wait_until (has_hits, fixture->view);
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.annotate-hit", "s", "actor");
  assert_dump (fixture, "actor[PARIS]");
  gtk_widget_activate_action (GTK_WIDGET (bar), "find.annotate-all", "s", "actor");
  assert_dump (fixture, "actor[Paris]; actor[PARIS]; actor[Paris]; actor[Paris]");
  ui_settle (fixture);
  ui_screenshot (box, "find");
  asc_session_undo (fixture->session);
  assert_dump (fixture, "actor[PARIS]");
  g_object_unref (bar);
  g_object_unref (ruler);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/find-bar/annotate", test_annotate);

  return g_test_run ();
}
