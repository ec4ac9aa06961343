/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui-fixture.h"

#include "asc-key-map.h"

static const char article[] =
  "Minister visits\n"
  "\n"
  "Berg spoke on Monday. Bergen listened. Then Berg left, and Berg was gone.\n"
  "\n"
  "“Berg,” they said, “is gone.”\n";

static void
on_notice (AscSession *session, const char *message, char **last)
{
  g_set_str (last, message);
}

static UiFixture *
show_article (void)
{
  UiFixture *fixture = ui_fixture_new ("Minister visits", article, "en");

  ui_fixture_show_view (fixture, 700, 500);
  ui_fixture_caret_in (fixture, "Berg spoke");
  ui_press (fixture, "a");
  return fixture;
}

static void
assert_dump (UiFixture *fixture, const char *expected)
{
  g_autofree char *dump = ui_fixture_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_status_begins (UiFixture *fixture, const char *expected)
{
  g_autofree char *status = NULL;

  g_object_get (fixture->view, "status", &status, NULL);
  if (!g_str_has_prefix (status, expected))
    g_error ("the status line is “%s”, not “%s…”", status, expected);
}

static void
assert_mention (UiFixture *fixture, guint nth, guint n)
{
  g_autofree char *words = g_strdup_printf (_("Mention %1$u of %2$u"), nth, n);

  assert_status_begins (fixture, words);
}

static guint
get_n_steps (UiFixture *fixture)
{
  return asc_history_get_n_steps (asc_session_get_history (fixture->session));
}

static void
test_one_by_one (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  g_autofree char      *keys = NULL, *status = NULL;
  guint                 n_steps = get_n_steps (fixture);
  AscAnnotation        *made;

  ui_press (fixture, "m");
  assert_mention (fixture, 1, 3);
  /* Keys are called as GTK calls them in this language. */
  keys = g_strdup_printf ("\u00a0%s   A\u00a0%s   ", C_("key", "Reject"), C_("key", "Accept All"));
  g_object_get (fixture->view, "status", &status, NULL);
  g_assert_nonnull (strstr (status, keys));
  g_assert_true (g_str_has_suffix (status, C_("key", "Done")));
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "Berg left").start + 4);
  ui_settle (fixture);
  ui_screenshot (fixture->scroller, "mentions");
  assert_dump (fixture, "actor[Berg]");

  ui_press (fixture, "Return");
  assert_dump (fixture, "actor[Berg]; actor[Berg]");
  made = asc_annotation_set_get_nth (ui_fixture_get_set (fixture), 1);
  g_assert_cmpint (asc_annotation_get_origin (made), ==, ASC_ORIGIN_ACCEPTED);
  assert_mention (fixture, 2, 3);
  ui_press (fixture, "BackSpace");
  assert_mention (fixture, 3, 3);
  assert_dump (fixture, "actor[Berg]; actor[Berg]");
  ui_press (fixture, "Return");
  assert_status_begins (fixture, "Tab");
  assert_dump (fixture, "actor[Berg]; actor[Berg]; actor[Berg]");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, ui_fixture_find (fixture, "Berg,”").start + 4);

  /* What was rejected is asked for again next time; what was accepted was one step. */
  g_assert_cmpuint (get_n_steps (fixture), ==, n_steps + 1);
  ui_press (fixture, "m");
  assert_mention (fixture, 1, 1);
  ui_press (fixture, "Escape <Control>z");
  assert_dump (fixture, "actor[Berg]");
  ui_press (fixture, "<Control><Shift>z");
  assert_dump (fixture, "actor[Berg]; actor[Berg]; actor[Berg]");
}

static void
test_all (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  guint                 n_steps = get_n_steps (fixture);

  ui_press (fixture, "m Tab Tab");
  assert_mention (fixture, 3, 3);
  ui_press (fixture, "Tab");
  assert_mention (fixture, 1, 3);
  ui_press (fixture, "<Shift>Tab Return");
  assert_dump (fixture, "actor[Berg]; actor[Berg]");
  ui_press (fixture, "a");
  assert_dump (fixture, "actor[Berg]; actor[Berg]; actor[Berg]; actor[Berg]");
  g_assert_cmpuint (get_n_steps (fixture), ==, n_steps + 1);
  ui_press (fixture, "<Control>z");
  assert_dump (fixture, "actor[Berg]");
}

static void
test_ends (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  g_autofree char      *words = NULL, *key = gtk_accelerator_get_label (GDK_KEY_Right, 0);
  g_autofree char      *notice = NULL;
  guint                 end = ui_fixture_find (fixture, "Berg spoke").start + 4;

  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), &notice);

  /* Escape goes back; another key ends it and does what it always does; so does selecting something else. */
  ui_press (fixture, "m Escape");
  g_assert_cmpuint (asc_article_view_get_caret (fixture->view), ==, end);
  ui_press (fixture, "m bracketleft");
  words = g_strdup_printf ("%s\u00a0%s", key, C_("key", "By word"));
  assert_status_begins (fixture, words);
  ui_press (fixture, "Escape m");
  asc_session_set_selected (fixture->session, NULL);
  assert_status_begins (fixture, "Tab");
  assert_dump (fixture, "actor[Berg]");

  ui_fixture_caret_in (fixture, "Monday");
  ui_press (fixture, "d");
  g_assert_null (notice);
  ui_press (fixture, "m");
  g_assert_cmpstr (notice, ==, _("There are no other mentions of it"));
  assert_status_begins (fixture, "Tab");
}

/* A codebook that takes W, M and N for its labels: the commands are there with Alt, and the status line says so. */
static void
test_letters_of_the_codebook (void)
{
  g_autoptr (UiFixture)   fixture = show_article ();
  g_autofree char        *words = NULL, *key = gtk_accelerator_get_label (GDK_KEY_Tab, 0);
  AscProject             *project = asc_session_get_project (fixture->session);
  g_autoptr (GPtrArray)   labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscCodebook) codebook = NULL;
  const AscLabelValues    values[] = {
    { .name = (char *) "actor", .key = 'a', .takes = ASC_TAKES_NAME, .form = ASC_FORM_PILL },
    { .name = (char *) "word", .key = 'w', .takes = ASC_TAKES_WORD },
    { .name = (char *) "measure", .key = 'm', .takes = ASC_TAKES_WORD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ptr_array_add (labels, asc_label_new (&values[i], NULL));
  codebook = asc_codebook_new ("letters", 1, labels, NULL, NULL);
  g_assert_true (asc_history_set_codebook (asc_session_get_history (fixture->session), project, codebook));

  words = g_strdup_printf ("%s\u00a0%s   R\u00a0%s   Alt+M\u00a0%s", key, C_("key", "Next"), C_("key", "Relate"), C_("key", "Mentions"));
  assert_status_begins (fixture, words);
  ui_fixture_caret_in (fixture, "listened");
  ui_press (fixture, "w");
  assert_dump (fixture, "actor[Berg]; word[listened]");
  ui_fixture_caret_in (fixture, "Monday");
  ui_press (fixture, "m");
  assert_dump (fixture, "actor[Berg]; measure[Monday]; word[listened]");
  ui_press (fixture, "Escape <Alt>w");
  g_assert_true (asc_article_view_get_selection (fixture->view, NULL));
  ui_press (fixture, "<Shift>Tab <Shift>Tab <Alt>m");
  assert_mention (fixture, 1, 3);
  g_assert_cmpint (asc_key_map_lookup (ASC_KEYS_READING, codebook, GDK_KEY_n, GDK_ALT_MASK), ==, ASC_COMMAND_NONE);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/mentions/one-by-one", test_one_by_one);
  g_test_add_func ("/mentions/all", test_all);
  g_test_add_func ("/mentions/ends", test_ends);
  g_test_add_func ("/mentions/letters-of-the-codebook", test_letters_of_the_codebook);

  return g_test_run ();
}
