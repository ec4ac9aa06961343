/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

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
assert_selection (UiFixture *fixture, const char *expected)
{
  AscText         *text = asc_article_get_text (asc_session_get_article (fixture->session));
  AscSpan          span;
  g_autofree char *selected = asc_article_view_get_selection (fixture->view, &span) ? asc_text_slice (text, &span) : NULL;

  g_assert_cmpstr (selected, ==, expected);
}

static void
assert_status_has (UiFixture *fixture, const char *expected, gboolean has)
{
  g_autofree char *status = NULL;

  g_object_get (fixture->view, "status", &status, NULL);
  if ((strstr (status, expected) != NULL) != has)
    g_error ("“%s” in the status line “%s”: expected %s", expected, status, has ? "yes" : "no");
}

static void
assert_announced (UiFixture *fixture, const char *expected)
{
  g_autofree char *announcement = NULL;

  g_object_get (fixture->view, "announcement", &announcement, NULL);
  g_assert_cmpstr (announcement, ==, expected);
}

/* The words are said as the program would in the language of the test; they are freed. */
static void
assert_announced_words (UiFixture *fixture, char *words)
{
  assert_announced (fixture, words);
  g_free (words);
}

static void
assert_announced_quote_and (UiFixture *fixture, const char *label, const char *quote, char *rest)
{
  g_autofree char *said = g_strdup_printf (_("%1$s: “%2$s”"), label, quote);

  assert_announced_words (fixture, g_strconcat (said, rest, NULL));
  g_free (rest);
}

static void
assert_announced_quote (UiFixture *fixture, const char *label, const char *quote)
{
  assert_announced_quote_and (fixture, label, quote, NULL);
}

static void
on_notice (AscSession *session, const char *message, GString *notices)
{
  g_string_append_printf (notices, "%s\n", message);
}

static GString *
watch_notices (UiFixture *fixture)
{
  GString *notices = g_string_new (NULL);

  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), notices);
  return notices;
}

static void
assert_noticed (GString *notices, const char *expected)
{
  g_autofree char *line = *expected != '\0' ? g_strdup_printf ("%s\n", g_dgettext (NULL, expected)) : g_strdup ("");

  g_assert_cmpstr (notices->str, ==, line);
  g_string_set_size (notices, 0);
}

static void
test_make (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  g_autoptr (GString)   notices = watch_notices (fixture);

  ui_fixture_select (fixture, "Le Monde ");
  ui_press (fixture, "a");
  assert_dump (fixture, "actor[Le Monde]");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "Le Monde").end);
  assert_selection (fixture, NULL);
  assert_selected (fixture, asc_annotation_set_get_nth (ui_fixture_get_set (fixture), 0));

  ui_fixture_caret_in (fixture, "July 2");
  ui_press (fixture, "d");
  assert_dump (fixture, "actor[Le Monde]; date[July 2]");
  g_assert_cmpstr (asc_attributes_get_string (asc_annotation_get_attributes (asc_session_get_selected (fixture->session)), "value"), ==, "2024-07-02");

  ui_fixture_caret_in (fixture, "They held");
  ui_press (fixture, "c");
  assert_dump (fixture, "actor[Le Monde]; date[July 2]; claim[They held diplomatic liaison officer status in France.]");
  assert_noticed (notices, "");

  /* The same again is the one that is there. */
  ui_press (fixture, "Tab");
  ui_fixture_select (fixture, "Le Monde");
  ui_press (fixture, "a");
  assert_dump (fixture, "actor[Le Monde]; date[July 2]; claim[They held diplomatic liaison officer status in France.]");
  assert_selected (fixture, asc_annotation_set_get_nth (ui_fixture_get_set (fixture), 0));
  g_string_set_size (notices, 0);

  /* Enter is the last label again. */
  ui_fixture_select (fixture, "Dr. Wang Zhisheng");
  assert_status_has (fixture, C_("key", "Accept"), TRUE);
  ui_press (fixture, "Return");
  assert_dump (fixture, "actor[Le Monde]; date[July 2]; claim[They held diplomatic liaison officer status in France.]; actor[Dr. Wang Zhisheng]");

  ui_fixture_select (fixture, "\n\n");
  ui_press (fixture, "c");
  assert_noticed (notices, "Nothing to annotate here");
}

static void
test_carve (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  ui_fixture_select (fixture, "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”");
  ui_press (fixture, "c");
  assert_dump (fixture, "claim[We will leave, | And we will not come back.]");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "not come back.").end);
  ui_press (fixture, "<Control>z");
  assert_dump (fixture, "claim[“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”]");
  ui_press (fixture, "<Control>z");
  assert_dump (fixture, "");
  ui_press (fixture, "<Control><Shift>z <Control><Shift>z");
  assert_dump (fixture, "claim[We will leave, | And we will not come back.]");
}

static void
test_walk (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  g_autoptr (GString)   notices = watch_notices (fixture);
  AscAnnotation        *outer, *inner, *last;

  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_Tab, 0)); /* nothing to walk: the focus moves on */

  outer = ui_fixture_annotate (fixture, "claim", "the director and deputy director of the CCP’s Ministry of State Security in Paris were asked to leave the country");
  inner = ui_fixture_annotate (fixture, "actor", "CCP’s Ministry of State Security");
  last = ui_fixture_annotate (fixture, "date", "July 4");
  ui_press (fixture, "Tab");
  assert_selected (fixture, outer);
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, asc_annotation_get_end (outer));
  ui_press (fixture, "Tab");
  assert_selected (fixture, inner);
  assert_announced_quote_and (fixture, "Actor", "CCP’s Ministry of State Security", g_strdup_printf (_("; in a %s"), "Claim"));
  ui_press (fixture, "Tab");
  assert_selected (fixture, last);
  assert_noticed (notices, "");
  ui_press (fixture, "Tab");
  assert_selected (fixture, last);
  g_assert_nonnull (strstr (notices->str, _("That was the last annotation. Ctrl+Tab leaves the text.")));
  ui_press (fixture, "<Shift>Tab <Shift>Tab");
  assert_selected (fixture, outer);
  assert_announced_quote_and (fixture, "Claim",
                              "the director and deputy director of the CCP’s Ministry of State Security in Paris were asked to leave the country",
                              g_strdup_printf (ngettext ("; %u annotation in it", "; %u annotations in it", 1), 1));

  /* Cycling what is stacked. */
  ui_fixture_caret_in (fixture, "Ministry of State");
  ui_press (fixture, "o");
  assert_selected (fixture, inner);
  ui_press (fixture, "o");
  assert_selected (fixture, outer);
  ui_press (fixture, "Escape");
  assert_selected (fixture, NULL);
  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_Escape, 0));
}

static void
test_caret_selects (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscAnnotation        *claim = ui_fixture_annotate (fixture, "claim", "Le Monde on July 2");
  AscAnnotation        *date = ui_fixture_annotate (fixture, "date", "July 2");

  ui_fixture_caret_in (fixture, " Le Monde");
  asc_article_view_set_caret (fixture->view, ui_fixture_find (fixture, "newspaper Le Monde").start);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 2, FALSE);
  assert_selected (fixture, NULL);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 10, FALSE);
  assert_selected (fixture, claim);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 11, FALSE);
  assert_selected (fixture, claim); /* stays: the caret is still in it */
  ui_press (fixture, "Escape");
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  assert_selected (fixture, date);
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 30, FALSE);
  assert_selected (fixture, date); /* its next fragment may be here */
  g_signal_emit_by_name (fixture->view, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 5, TRUE);
  assert_selected (fixture, date);
}

static void
test_grow (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  ui_fixture_caret_in (fixture, "leave,”");
  ui_press (fixture, "w");
  assert_selection (fixture, "leave");
  ui_press (fixture, "w");
  assert_selection (fixture, "We will leave,");
  ui_press (fixture, "w");
  assert_selection (fixture, "“We will leave,”");
  ui_press (fixture, "w w w");
  assert_selection (fixture, "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”");
  ui_press (fixture, "w");
  assert_selection (fixture, "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”");
  ui_press (fixture, "<Shift>w <Shift>w <Shift>w <Shift>w <Shift>w");
  assert_selection (fixture, NULL);
}

static void
test_edges (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscHistory           *history = asc_session_get_history (fixture->session);
  guint                 n_steps;

  ui_fixture_annotate (fixture, "actor", "French newspaper Le Monde");
  ui_press (fixture, "Tab");
  n_steps = asc_history_get_n_steps (history);
  ui_press (fixture, "bracketleft");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "French newspaper").start);
  assert_status_has (fixture, C_("key", "By word"), TRUE);
  ui_press (fixture, "Right");
  assert_dump (fixture, "actor[newspaper Le Monde]");
  ui_press (fixture, "<Shift>Right <Shift>Right");
  assert_dump (fixture, "actor[wspaper Le Monde]");
  ui_press (fixture, "Left");
  assert_dump (fixture, "actor[newspaper Le Monde]");
  ui_press (fixture, "Right bracketright Left");
  assert_dump (fixture, "actor[Le]");
  ui_press (fixture, "Left Left Left Left");
  assert_dump (fixture, "actor[L]"); /* never empty */
  ui_press (fixture, "Right Right Right");
  assert_dump (fixture, "actor[Le Monde on]");
  ui_press (fixture, "Left Return");
  assert_dump (fixture, "actor[Le Monde]");
  assert_status_has (fixture, C_("key", "By word"), FALSE);
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "Le Monde").end);

  /* One step for all of it. */
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, n_steps + 1);
  ui_press (fixture, "<Control>z");
  assert_dump (fixture, "actor[French newspaper Le Monde]");

  /* Another key leaves the edge and does what it always does. */
  ui_press (fixture, "bracketleft Delete");
  assert_dump (fixture, "");
}

static void
test_edges_of_fragments (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscSpan               one = ui_fixture_find (fixture, "We will leave,");
  AscSpan               other = ui_fixture_find (fixture, "And we will not come back.");
  g_autofree char      *spans = g_strdup_printf ("%u-%u %u-%u", one.start, one.end, other.start, other.end);

  ui_fixture_annotate (fixture, "claim", spans);
  ui_press (fixture, "Tab bracketleft bracketleft Right Return");
  assert_dump (fixture, "claim[We will leave, | we will not come back.]");
  ui_press (fixture, "bracketright bracketright Left Left Escape");
  assert_dump (fixture, "claim[We will | we will not come back.]");
}

static void
test_edges_right_to_left (void)
{
  g_autoptr (UiFixture) fixture = ui_fixture_new ("x", "قال الرئيس الفرنسي إن بلاده لن تقبل\n", "ar");

  ui_fixture_show_view (fixture, 600, 400);
  ui_fixture_annotate (fixture, "actor", "الرئيس الفرنسي");
  ui_press (fixture, "Tab bracketright Left"); /* to the left is onwards */
  assert_dump (fixture, "actor[الرئيس الفرنسي إن]");
  ui_press (fixture, "Right Right Return");
  assert_dump (fixture, "actor[الرئيس]");
}

static void
test_fragments (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  g_autoptr (GString)   notices = watch_notices (fixture);

  ui_fixture_annotate (fixture, "claim", "We will leave,");
  ui_press (fixture, "Tab");
  assert_status_has (fixture, C_("key", "Add"), FALSE);
  ui_fixture_select (fixture, "And we will not come back.");
  assert_status_has (fixture, C_("key", "Add"), TRUE);
  ui_press (fixture, "plus");
  assert_dump (fixture, "claim[We will leave, | And we will not come back.]");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "not come back.").end);

  ui_fixture_select (fixture, " not ");
  ui_press (fixture, "<Shift>minus"); /* however the keyboard writes it */
  assert_dump (fixture, "claim[We will leave, | And we will | come back.]");
  ui_fixture_select (fixture, "Le Monde");
  ui_press (fixture, "minus");
  assert_noticed (notices, "That is no part of it");
  ui_fixture_select (fixture, "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”");
  ui_press (fixture, "minus");
  assert_noticed (notices, "Nothing would be left of it");
}

static void
test_relate (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscAnnotationSet     *set = ui_fixture_get_set (fixture);
  AscAnnotation        *claim = ui_fixture_annotate (fixture, "claim", "the two expelled CCP officials held dual roles in national security and diplomacy");
  AscAnnotation        *far = ui_fixture_annotate (fixture, "actor", "Le Monde");
  AscAnnotation        *near = ui_fixture_annotate (fixture, "actor", "Sino-Pacific Security Exchange Association");
  AscAnnotation        *date = ui_fixture_annotate (fixture, "date", "July 4");
  g_autoptr (GPtrArray) relations = NULL;
  g_autofree char      *described = NULL, *said = NULL, *role = NULL;

  asc_session_set_selected (fixture->session, claim);
  ui_press (fixture, "r");
  g_assert_true (asc_session_get_relating (fixture->session) == claim);
  assert_status_has (fixture, C_("key", "Relate"), TRUE);
  assert_announced_quote (fixture, "Date", "July 4");
  ui_press (fixture, "Tab");
  assert_announced_quote (fixture, "Actor", "Sino-Pacific Security Exchange Association");
  ui_press (fixture, "a");
  assert_announced_quote (fixture, "Actor", "Le Monde"); /* the next of that label */
  ui_press (fixture, "a Return");
  g_assert_null (asc_session_get_relating (fixture->session));
  assert_selected (fixture, claim);
  relations = asc_annotation_set_get_relations (set);
  g_assert_cmpuint (relations->len, ==, 1);
  g_assert_cmpstr (asc_relation_get_to (g_ptr_array_index (relations, 0)), ==, asc_annotation_get_id (near));
  g_assert_true (asc_session_is_lit (fixture->session, near));
  g_assert_false (asc_session_is_lit (fixture->session, far));
  described = asc_article_view_describe (fixture->view, claim);
  said = g_strdup_printf (_("%1$s: “%2$s”"), "Claim",
                          "the two expelled CCP officials held dual roles in national security and diplomacy");
  role = g_strdup_printf (_("; %1$s: %2$s"), "Source", "Sino-Pacific Security Exchange Association");
  g_assert_true (g_str_has_prefix (described, said));
  g_assert_cmpstr (described + strlen (said), ==, role);

  ui_press (fixture, "r Escape");
  g_assert_null (asc_session_get_relating (fixture->session));

  /* From the far end, and "." with the same far end again. */
  asc_session_set_selected (fixture->session, date);
  ui_press (fixture, "r Return");
  g_clear_pointer (&relations, g_ptr_array_unref);
  relations = asc_annotation_set_get_relations (set);
  g_assert_cmpuint (relations->len, ==, 2);
}

static void
test_todo (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscAnnotator         *annotator = asc_session_get_annotator (fixture->session);
  AscAnnotation        *claim = ui_fixture_annotate (fixture, "claim", "They held diplomatic liaison officer status in France.");
  AscAnnotation        *ghost = ui_fixture_annotate_as (fixture, "actor", "Sino-Pacific Security Exchange Association", ASC_ORIGIN_SUGGESTED);
  AscAnnotation        *actor = ui_fixture_annotate (fixture, "actor", "Le Monde");
  AscAnnotation        *date = ui_fixture_annotate (fixture, "date", "July 2");
  g_autofree char      *id = g_strdup (asc_annotation_get_id (claim));

  ui_press (fixture, "n");
  assert_selected (fixture, claim);
  ui_press (fixture, "n");
  assert_selected (fixture, ghost);
  ui_press (fixture, "<Shift>n");
  assert_selected (fixture, claim);

  /* A claim with what it is expected to have, or with the decision that there is none, is done. */
  asc_annotator_relate (annotator, claim, actor, NULL);
  asc_annotator_relate (annotator, claim, date, NULL);
  asc_article_view_set_caret (fixture->view, 0);
  asc_session_set_selected (fixture->session, NULL);
  ui_press (fixture, "n");
  assert_selected (fixture, ghost);
}

static void
test_accept (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscAnnotation        *ghost = ui_fixture_annotate_as (fixture, "actor", "Le Monde", ASC_ORIGIN_SUGGESTED);
  g_autofree char      *id = g_strdup (asc_annotation_get_id (ghost));

  ui_press (fixture, "n");
  assert_announced_words (fixture, g_strdup_printf (_("Suggested %1$s: “%2$s”"), "Actor", "Le Monde"));
  ui_press (fixture, "Return");
  g_assert_cmpint (asc_annotation_get_origin (asc_session_get_selected (fixture->session)), ==, ASC_ORIGIN_ACCEPTED);
  ui_press (fixture, "<Control>z");
  g_assert_cmpint (asc_annotation_get_origin (asc_annotation_set_lookup (ui_fixture_get_set (fixture), id)), ==, ASC_ORIGIN_SUGGESTED);
}

static void
test_remove_and_repeat (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  ui_fixture_caret_in (fixture, "July 2");
  ui_press (fixture, "d");
  ui_fixture_caret_in (fixture, "July 4");
  ui_press (fixture, "period");
  assert_dump (fixture, "date[July 2]; date[July 4]");
  ui_press (fixture, "Delete");
  assert_dump (fixture, "date[July 2]");
  assert_announced_words (fixture, g_strdup_printf (_("%s removed"), "Date"));
  assert_selected (fixture, NULL);
  ui_press (fixture, "<Shift>Tab period");
  assert_dump (fixture, "");
  ui_press (fixture, "BackSpace"); /* nothing there: no text goes either */
  ui_press (fixture, "<Control>z <Control>z");
  assert_dump (fixture, "date[July 2]; date[July 4]");
}

static void
test_letters (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  /* Letters with modifiers are not the codebook's; Caps Lock is no modifier. */
  ui_fixture_caret_in (fixture, "July 2");
  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_c, GDK_CONTROL_MASK));
  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_Page_Down, 0));
  g_assert_false (asc_article_view_handle_key (fixture->view, GDK_KEY_Left, 0));
  assert_dump (fixture, "");
  g_assert_true (asc_article_view_handle_key (fixture->view, GDK_KEY_D, GDK_LOCK_MASK));
  assert_dump (fixture, "date[July 2]");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/article-view/text", test_text);
  g_test_add_func ("/article-view/make", test_make);
  g_test_add_func ("/article-view/carve", test_carve);
  g_test_add_func ("/article-view/walk", test_walk);
  g_test_add_func ("/article-view/caret-selects", test_caret_selects);
  g_test_add_func ("/article-view/grow", test_grow);
  g_test_add_func ("/article-view/edges", test_edges);
  g_test_add_func ("/article-view/edges-of-fragments", test_edges_of_fragments);
  g_test_add_func ("/article-view/edges-right-to-left", test_edges_right_to_left);
  g_test_add_func ("/article-view/fragments", test_fragments);
  g_test_add_func ("/article-view/relate", test_relate);
  g_test_add_func ("/article-view/to-do", test_todo);
  g_test_add_func ("/article-view/accept", test_accept);
  g_test_add_func ("/article-view/remove-and-repeat", test_remove_and_repeat);
  g_test_add_func ("/article-view/letters", test_letters);

  return g_test_run ();
}
