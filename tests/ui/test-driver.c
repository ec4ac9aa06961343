/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article view driven as by a person: pointer and keys go through the display (xdotool), not through the view's functions. */
#include "ui-fixture.h"

static const char article[] =
  "Ministers and their words\n"
  "\n"
  "According to Le Monde, the two expelled officials held dual roles in national security and diplomacy, and left on July 2.\n"
  "\n"
  "“We will leave,” said Anna Berg. “And we will not come back.”\n";

static void
drive (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
on_drove (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* The main loop turns meanwhile, as it does for a person. */
static void
drive (const char *format, ...)
{
  va_list                 args;
  g_autofree char        *arguments = NULL;
  g_autofree char        *command = NULL;
  g_auto (GStrv)          argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError)      error = NULL;
  gboolean                done = FALSE;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strconcat ("xdotool ", arguments, NULL);
  argv = g_strsplit (command, " ", -1);
  process = g_subprocess_newv ((const char * const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_drove, &done);
  ui_wait_until (is_true, &done);
}

static UiFixture *
show_article (void)
{
  UiFixture *fixture = ui_fixture_new ("Ministers and their words", article, "en");

  ui_fixture_show_view (fixture, 800, 600);
  drive ("mousemove 790 590");
  ui_settle (fixture);
  return fixture;
}

/* Where a character is on the screen: its left edge, the middle of its row. The window is the display's only one, at its corner. */
static void
locate (UiFixture *fixture, guint offset, int *x, int *y)
{
  GtkTextView     *view = GTK_TEXT_VIEW (fixture->view);
  GtkTextIter      iter;
  GdkRectangle     place;
  graphene_point_t point;
  double           surface_x, surface_y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y + place.height / 2, x, y);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (fixture->window), &GRAPHENE_POINT_INIT (*x, *y), &point));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &surface_x, &surface_y);
  *x = (int) (point.x + surface_x);
  *y = (int) (point.y + surface_y);
}

static void
move_to (UiFixture *fixture, const char *quote)
{
  int x, y;

  locate (fixture, ui_fixture_find (fixture, quote).start, &x, &y);
  drive ("mousemove %d %d mousemove %d %d", x + 6, y, x + 3, y);
}

static void
click (UiFixture *fixture, const char *quote)
{
  int x, y;

  locate (fixture, ui_fixture_find (fixture, quote).start, &x, &y);
  drive ("mousemove %d %d click 1", x + 3, y);
}

typedef struct
{
  UiFixture  *fixture;
  const char *expected;
} Expectation;

static gboolean
is_dumped (gpointer data)
{
  Expectation     *expectation = data;
  g_autofree char *dump = ui_fixture_dump (expectation->fixture);

  return g_str_equal (dump, expectation->expected);
}

static void
wait_for_dump (UiFixture *fixture, const char *expected)
{
  ui_wait_until (is_dumped, &(Expectation) { fixture, expected });
}

static gboolean
is_selected (gpointer data)
{
  Expectation     *expectation = data;
  AscSpan          span;
  g_autofree char *selected = NULL;

  if (!asc_article_view_get_selection (expectation->fixture->view, &span))
    return expectation->expected == NULL;
  selected = asc_text_slice (asc_article_get_text (asc_session_get_article (expectation->fixture->session)), &span);
  return g_strcmp0 (selected, expectation->expected) == 0;
}

static void
wait_for_selection (UiFixture *fixture, const char *expected)
{
  ui_wait_until (is_selected, &(Expectation) { fixture, expected });
}

static gboolean
is_annotation_selected (gpointer data)
{
  Expectation   *expectation = data;
  AscAnnotation *selected = asc_session_get_selected (expectation->fixture->session);

  return g_strcmp0 (selected != NULL ? asc_annotation_get_quote (selected)[0] : NULL, expectation->expected) == 0;
}

static void
wait_for_annotation (UiFixture *fixture, const char *quote)
{
  ui_wait_until (is_annotation_selected, &(Expectation) { fixture, quote });
}

static GtkWidget *
find_child (gpointer widget, const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_menu (gpointer data)
{
  GtkWidget *menu = find_child (((UiFixture *) data)->view, "GtkPopoverMenu");

  return menu != NULL && gtk_widget_get_mapped (menu);
}

static gboolean
has_no_menu (gpointer data)
{
  return !has_menu (data);
}

static gboolean
has_card (gpointer data)
{
  GtkWidget *card = find_child (((UiFixture *) data)->window, "AscHoverCard");

  return card != NULL && gtk_widget_get_mapped (card);
}

static gboolean
has_no_card (gpointer data)
{
  return !has_card (data);
}

static gboolean
is_light (gpointer data)
{
  return asc_session_get_hovered (((UiFixture *) data)->session) != NULL;
}

static void
test_clicks (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  int                   x0, y0, x1, y1;

  locate (fixture, ui_fixture_find (fixture, "the two").start, &x0, &y0);
  locate (fixture, ui_fixture_find (fixture, "the two expelled officials").end, &x1, &y1);
  drive ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d mouseup 1", x0, y0, (x0 + x1) / 2, y0, x1, y1);
  wait_for_selection (fixture, "the two expelled officials");
  drive ("key a");
  wait_for_dump (fixture, "actor[the two expelled officials]");

  ui_fixture_select (fixture, "“We will leave,” said Anna Berg. “And we will not come back.”");

  /* Carved out, which is a step of its own. */
  drive ("key c");
  wait_for_dump (fixture, "actor[the two expelled officials]; claim[We will leave, | And we will not come back.]");
  drive ("key ctrl+z");
  wait_for_dump (fixture, "actor[the two expelled officials]; claim[“We will leave,” said Anna Berg. “And we will not come back.”]");

  click (fixture, "expelled");
  wait_for_annotation (fixture, "the two expelled officials");
  click (fixture, "diplomacy");
  wait_for_annotation (fixture, NULL);
}

static void
test_handles (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscHistory           *history = asc_session_get_history (fixture->session);
  guint                 n_steps;
  int                   x0, y0, x1, y1;

  ui_fixture_annotate (fixture, "claim", "officials held dual roles");
  click (fixture, "held");
  wait_for_annotation (fixture, "officials held dual roles");
  ui_settle (fixture);
  n_steps = asc_history_get_n_steps (history);

  /* The knob of the end hangs below the row. */
  locate (fixture, ui_fixture_find (fixture, "officials held dual roles").end, &x0, &y0);
  locate (fixture, ui_fixture_find (fixture, "security and").end, &x1, &y1);
  drive ("mousemove %d %d mousedown 1", x0 + 1, y0 + 9);
  drive ("mousemove %d %d mousemove %d %d", x0 + 40, y0, x1, y1);
  wait_for_dump (fixture, "claim[officials held dual roles in national security and]");
  locate (fixture, ui_fixture_find (fixture, "in national").end, &x1, &y1);
  drive ("mousemove %d %d mouseup 1", x1, y1);
  wait_for_dump (fixture, "claim[officials held dual roles in national]");
  ui_settle (fixture);
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, n_steps + 1);
  drive ("key ctrl+z");
  wait_for_dump (fixture, "claim[officials held dual roles]");
}

static void
test_menu (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  ui_fixture_annotate (fixture, "actor", "Le Monde");
  move_to (fixture, "Monde");
  drive ("click 3");
  ui_wait_until (has_menu, fixture);
  wait_for_annotation (fixture, "Le Monde");
  ui_settle (fixture);
  ui_screenshot (find_child (fixture->view, "GtkPopoverMenu"), "menu");
  drive ("key m"); /* Re_move, by its mnemonic: what a letter does in the text it does not in the menu */
  ui_wait_until (has_no_menu, fixture);
  wait_for_dump (fixture, "");
}

static void
test_card (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscAnnotation        *claim = ui_fixture_annotate (fixture, "claim", "the two expelled officials held dual roles in national security and diplomacy");
  AscAnnotation        *actor = ui_fixture_annotate (fixture, "actor", "Le Monde");
  GtkWidget            *chip;
  graphene_point_t      point;
  double                surface_x, surface_y;
  int                   x, y;

  g_assert_nonnull (asc_annotator_relate (asc_session_get_annotator (fixture->session), claim, actor, NULL));
  click (fixture, "diplomacy");
  wait_for_annotation (fixture, "the two expelled officials held dual roles in national security and diplomacy");

  /* It appears when the pointer stays, leaves the keyboard where it is, and goes when a key is pressed. */
  move_to (fixture, "dual");
  ui_wait_until (is_light, fixture);
  ui_wait_until (has_card, fixture);
  ui_settle (fixture);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view)));
  drive ("key Escape");
  ui_wait_until (has_no_card, fixture);
  wait_for_annotation (fixture, NULL);

  /* It stays while the pointer is on it, and a click on a role goes there. */
  move_to (fixture, "expelled");
  ui_wait_until (has_card, fixture);
  ui_settle (fixture);
  chip = find_child (find_child (fixture->window, "AscHoverCard"), "AscRelationChip");
  g_assert_nonnull (chip);
  g_assert_true (gtk_widget_compute_point (chip, GTK_WIDGET (gtk_widget_get_native (chip)), &GRAPHENE_POINT_INIT (12, 12), &point));
  gtk_native_get_surface_transform (gtk_widget_get_native (chip), &surface_x, &surface_y);
  x = (int) (point.x + surface_x) + gdk_popup_get_position_x (GDK_POPUP (gtk_native_get_surface (gtk_widget_get_native (chip))));
  y = (int) (point.y + surface_y) + gdk_popup_get_position_y (GDK_POPUP (gtk_native_get_surface (gtk_widget_get_native (chip))));
  drive ("mousemove %d %d", x + 6, y + 2);
  drive ("mousemove %d %d", x, y);
  ui_settle (fixture);
  g_assert_true (has_card (fixture));
  drive ("mousemove 700 500 mousemove 702 500");
  ui_wait_until (has_no_card, fixture);
}

static void
test_keys (void)
{
  g_autoptr (UiFixture) fixture = show_article ();
  AscHistory           *history = asc_session_get_history (fixture->session);
  guint                 n_steps;

  click (fixture, "Berg");
  drive ("key a");
  wait_for_dump (fixture, "actor[Anna Berg]");
  n_steps = asc_history_get_n_steps (history);
  drive ("key bracketright Left");
  wait_for_dump (fixture, "actor[Anna]");
  drive ("key shift+Left Right bracketleft shift+Right Escape");
  wait_for_dump (fixture, "actor[nna]");
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, n_steps + 1);
  drive ("key ctrl+z ctrl+shift+z ctrl+z");
  wait_for_dump (fixture, "actor[Anna Berg]");

  drive ("key w w w w");
  drive ("key shift+w");
  drive ("key Left o");
  drive ("key Tab space");
  drive ("key Delete");
  wait_for_dump (fixture, "");
}

/* A mention is accepted by a click on its ghost. */
static void
test_mentions (void)
{
  g_autoptr (UiFixture) fixture = show_article ();

  ui_fixture_select (fixture, "and");
  ui_press (fixture, "a");
  drive ("key m");
  ui_wait_until (is_dumped, &(Expectation) { fixture, "actor[and]" });
  ui_settle (fixture);
  click (fixture, "and left");
  wait_for_dump (fixture, "actor[and]; actor[and]");
  drive ("key Escape");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_func ("/driver/clicks", test_clicks);
  g_test_add_func ("/driver/handles", test_handles);
  g_test_add_func ("/driver/menu", test_menu);
  g_test_add_func ("/driver/card", test_card);
  g_test_add_func ("/driver/keys", test_keys);
  g_test_add_func ("/driver/mentions", test_mentions);

  return g_test_run ();
}
