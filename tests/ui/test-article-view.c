/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

static const char article[] =
  "France Expels Chinese State Security Officials, Expert says it Sets a Precedent\n"
  "\n"
  "According to a report from French newspaper Le Monde on July 2, the director and deputy director of the CCP’s Ministry of State "
  "Security in Paris were asked to leave the country. They held diplomatic liaison officer status in France.\n"
  "\n"
  "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”\n"
  "\n"
  "Dr. Wang Zhisheng of the Sino-Pacific Security Exchange Association stated on July 4 that the two expelled CCP officials held dual roles "
  "in national security and diplomacy. He emphasized the importance of understanding their responsibilities.\n";

static const char title[] = "France Expels Chinese State Security Officials, Expert says it Sets a Precedent";

static UiFixture *
show_article (void)
{
  UiFixture *fixture = ui_fixture_new (title, article, "en");

  ui_fixture_show_view (fixture, 900, 700);
  return fixture;
}

static void
assert_dump (UiFixture *fixture, const char *expected)
{
  g_autofree char *dump = ui_fixture_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_selected (UiFixture *fixture, AscAnnotation *expected)
{
  AscAnnotation *selected = asc_session_get_selected (fixture->session);

  g_assert_cmpstr (selected ? asc_annotation_get_id (selected) : NULL, ==, expected ? asc_annotation_get_id (expected) : NULL);
}

static void
test_text (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  GtkTextBuffer        *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  g_autofree char      *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, article);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (fixture->view)));
  g_assert_true (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (fixture->view)));
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, 0);
  ui_screenshot (fixture->scroller, "text");
}

static void
test_make (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscSpan               span = ui_fixture_find (fixture, "Le Monde");

  asc_article_view_select_span (fixture->view, &span);
  ui_press (fixture, "a");
  assert_dump (fixture, "actor 125-133");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, 133);
  g_assert_false (asc_article_view_get_selection (fixture->view, NULL));
  assert_selected (fixture, asc_annotation_set_get_nth (ui_fixture_get_set (fixture), 0));

  asc_article_view_set_caret (fixture->view, ui_fixture_find (fixture, "July 2").start + 1);
  ui_press (fixture, "d");
  assert_dump (fixture, "actor 125-133; date 137-143");
  ui_settle (fixture);
  ui_screenshot (fixture->scroller, "make");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/article-view/text", test_text);
  g_test_add_func ("/article-view/make", test_make);

  return g_test_run ();
}
