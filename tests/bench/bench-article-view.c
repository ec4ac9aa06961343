/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article view against a plain GtkTextView with the same text, font and margins, in one run. Figures are milliseconds of the main thread's
 * CPU, so that waiting for the frame clock or for another program does not count; medians, unless said.
 *
 * A frame is everything from the change to the end of the paint that shows it: layout, snapshot and rendering. Work in the background that gives
 * way to a frame (GTK's laying out of lines nobody sees, the loading of the rest of a long text) is not counted in frames, neither of the plain
 * view nor of ours: it fills the time until the display is ready for the next one. How long one piece of it keeps a frame waiting is a row of its own.
 */
#include <malloc.h>
#include <time.h>

#include "../ui/ui-fixture.h"

#define WIDTH  900
#define HEIGHT 1000

typedef struct
{
  guint n_chars;
  guint n_annotations;
  guint n_rounds;   /* of first frames */
  guint n_pages;
} Size;

typedef struct
{
  GtkWindow     *window;
  GtkWidget     *scroller;
  GtkTextView   *view;
  GdkFrameClock *clock;
} Shown;

static gboolean measuring;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
allocated (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1e6;
}

/* ---- text and annotations -------------------------------------------------------------------------------- */

static char *
make_text (guint n_chars)
{
  static const char *const words[] = {
    "the", "minister", "said", "that", "of", "officials", "deterioration", "a", "government", "in", "Paris", "would", "not", "to", "security",
    "Élysée", "on", "Tuesday", "relations", "and", "it", "expelled", "diplomatic", "with", "for", "Dr.", "Wang", "who", "had", "been", "“never”",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GString          *text = g_string_new ("An article\n\n");
  guint             chars = 12, n_words = 0, n_sentences = 0;

  while (chars < n_chars)
    {
      const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
      const char *after = " ";

      if (++n_words > 12 && g_rand_int_range (rand, 0, 8) == 0)
        {
          n_words = 0;
          after = ++n_sentences % 4 == 0 ? ".\n\n" : ". ";
        }
      g_string_append_printf (text, "%s%s", word, after);
      chars += g_utf8_strlen (word, -1) + strlen (after);
    }
  return g_string_free (text, FALSE);
}

static AscAnnotation *
make_annotation (GRand *rand, guint n_chars)
{
  static const struct { const char *label; guint least, most; } kinds[] = {
    { "actor", 4, 25 }, { "actor", 4, 25 }, { "claim", 60, 220 }, { "date", 5, 12 }, { "actor", 10, 40 }, { "claim", 40, 120 },
  };
  guint                  kind = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));
  guint                  start = g_rand_int_range (rand, 0, n_chars - 700);
  guint                  length = g_rand_int_range (rand, kinds[kind].least, kinds[kind].most);
  AscSpan                spans[2] = { ASC_SPAN (start, start + length), ASC_SPAN (0, 0) };
  g_autoptr (AscSpanSet) set = NULL;

  if (kind == 2 && g_rand_int_range (rand, 0, 5) == 0)
    spans[1] = ASC_SPAN (start + length + 18, start + length + 80);
  set = asc_span_set_new (spans, 2);
  return asc_annotation_new (NULL, kinds[kind].label, set);
}

static void
annotate (UiFixture *fixture, guint n_annotations, guint seed)
{
  AscAnnotationSet *set = ui_fixture_get_set (fixture);
  AscHistory       *history = asc_session_get_history (fixture->session);
  guint             n_chars = asc_text_get_length (asc_article_get_text (asc_annotation_set_get_article (set)));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
  while (asc_annotation_set_get_n (set) < n_annotations)
    {
      g_autoptr (AscAnnotation) annotation = make_annotation (rand, n_chars);

      asc_history_put_annotation (history, set, annotation);
    }
  asc_history_end (history);
}

/* ---- windows --------------------------------------------------------------------------------------------- */

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* One turn of the main loop, taken apart to know how urgent what it does is; returns how long that took. */
static double
turn (int *priority)
{
  static GArray *fds = NULL;
  GMainContext  *context = g_main_context_default ();
  int            timeout, n;
  double         start;

  if (fds == NULL)
    fds = g_array_new (FALSE, FALSE, sizeof (GPollFD));
  if (!g_main_context_acquire (context))
    g_error ("the main loop is somebody else's");
  g_main_context_prepare (context, priority);
  while ((n = g_main_context_query (context, *priority, &timeout, (GPollFD *) fds->data, fds->len)) > (int) fds->len)
    g_array_set_size (fds, n);
  g_poll ((GPollFD *) fds->data, n, timeout);
  start = now ();
  if (g_main_context_check (context, *priority, (GPollFD *) fds->data, n))
    g_main_context_dispatch (context);
  g_main_context_release (context);
  return now () - start;
}

/* Until the next frame is on the screen; returns what was done for it. */
static double
wait_frame (Shown *shown)
{
  gboolean painted = FALSE;
  double   spent = 0;
  gulong   handler = g_signal_connect (shown->clock, "after-paint", G_CALLBACK (on_after_paint), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (shown->view));
  while (!painted)
    {
      int    priority;
      double time = turn (&priority);

      /* G_MAXINT: nothing was due, and what came is no work in the background, which is always due. */
      if (painted || priority < GTK_TEXT_VIEW_PRIORITY_VALIDATE - 1 || priority == G_MAXINT)
        spent += time;
    }
  g_signal_handler_disconnect (shown->clock, handler);
  return spent;
}

/* @since: when the change began. */
static double
time_frame (Shown *shown, double since)
{
  double change = now () - since;

  return change + wait_frame (shown);
}

static gboolean
on_low_idle (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing is left to lay out or to load; returns the longest turn of the main loop. */
static double
settle (void)
{
  gboolean idle = FALSE;
  double   longest = 0;

  g_idle_add_full (G_PRIORITY_LOW, on_low_idle, &idle, NULL);
  while (!idle)
    {
      int    priority;
      double time = turn (&priority);

      longest = MAX (longest, time);
    }
  return longest;
}

/* Returns how long that took until the first frame. */
static double
show (Shown *shown, GtkWidget *view)
{
  double start = now ();

  shown->window = GTK_WINDOW (gtk_window_new ());
  shown->scroller = gtk_scrolled_window_new ();
  shown->view = GTK_TEXT_VIEW (view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (shown->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (shown->scroller), view);
  gtk_window_set_child (shown->window, shown->scroller);
  gtk_window_set_default_size (shown->window, WIDTH, HEIGHT);
  gtk_window_present (shown->window);
  shown->clock = gtk_widget_get_frame_clock (GTK_WIDGET (shown->window));
  return time_frame (shown, start);
}

static void
destroy (Shown *shown)
{
  gtk_window_destroy (shown->window);
  settle ();
}

static GtkWidget *
make_plain (UiFixture *fixture)
{
  GtkWidget   *view = gtk_text_view_new ();
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  AscText     *text = asc_article_get_text (asc_session_get_article (fixture->session));

  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (text_view), FALSE);
  gtk_text_view_set_editable (text_view, FALSE);
  gtk_text_view_set_wrap_mode (text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (text_view, (WIDTH - 680) / 2);
  gtk_text_view_set_right_margin (text_view, (WIDTH - 680) / 2);
  gtk_text_view_set_pixels_inside_wrap (text_view, 4);
  gtk_text_view_set_pixels_above_lines (text_view, 2);
  gtk_text_view_set_pixels_below_lines (text_view, 2);
  gtk_widget_set_name (view, "plain");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text_view), asc_text_get_utf8 (text), asc_text_get_n_bytes (text));
  return view;
}

static GtkWidget *
make_view (UiFixture *fixture, gboolean ours)
{
  return ours ? asc_article_view_new (fixture->session) : make_plain (fixture);
}

/* ---- figures --------------------------------------------------------------------------------------------- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
quantile (GArray *values, double q)
{
  g_assert (values->len > 0);

  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((values->len - 1) * q + 0.5));
}

static void
add (GArray *values, double value)
{
  g_array_append_val (values, value);
}

#define VALUES(name) g_autoptr (GArray) name = g_array_new (FALSE, FALSE, sizeof (double))

static void
report (const char *what, double plain, double ours, const char *budget)
{
  if (!measuring)
    return;

  if (plain > 0)
    printf ("  %-46s %9.2f %9.2f   × %-6.2f %s\n", what, plain, ours, ours / plain, budget);
  else
    printf ("  %-46s %9s %9.2f   %8s %s\n", what, "", ours, "", budget);
}

/* ---- what is measured ------------------------------------------------------------------------------------ */

static void
first_frames (UiFixture *fixture, const Size *size)
{
  VALUES (plain);
  VALUES (ours);
  double longest[2] = { 0, 0 }, memory[2] = { 0, 0 };

  for (guint round = 0; round < size->n_rounds; round++)
    {
      for (guint i = 0; i < 2; i++)
        {
          Shown  shown;
          double     before = allocated (), start = now (), block;
          GtkWidget *view = make_view (fixture, i);
          double     made = now () - start;

          add (i ? ours : plain, made + show (&shown, view));

          /* Settling: line heights, and the rest of a long text. */
          block = settle ();
          longest[i] = MAX (longest[i], block);
          memory[i] = allocated () - before;
          destroy (&shown);
        }
    }
  report ("first frame", quantile (plain, 0.5), quantile (ours, 0.5), "≤ 1.15 ×");
  report ("longest block while settling", longest[0], longest[1], "≤ 50");
  report ("memory of text and view, MB", memory[0], memory[1], "+ 5 MB");
}

/* Right after load: the text is in, hardly a line of it is laid out. */
static void
cold_jumps (UiFixture *fixture, const Size *size)
{
  AscText *text = asc_article_get_text (asc_session_get_article (fixture->session));
  AscSpan  end = ASC_SPAN (asc_text_get_length (text) - 300, asc_text_get_length (text) - 200);
  VALUES (cold);

  for (guint round = 0; round < size->n_rounds; round++)
    {
      Shown        shown;
      GtkTextIter  iter;
      GdkRectangle visible, location;
      double       start;

      show (&shown, make_view (fixture, TRUE));
      asc_article_view_set_caret (ASC_ARTICLE_VIEW (shown.view), asc_text_get_length (text));
      start = now ();
      asc_article_view_show_span (ASC_ARTICLE_VIEW (shown.view), &end);
      add (cold, time_frame (&shown, start));

      gtk_text_view_get_visible_rect (shown.view, &visible);
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (shown.view), &iter, end.start);
      gtk_text_view_get_iter_location (shown.view, &iter, &location);
      g_assert_cmpint (location.y, >=, visible.y);
      g_assert_cmpint (location.y, <, visible.y + visible.height);
      destroy (&shown);
    }
  report ("jump to the end right after load", 0, quantile (cold, 0.5), "≤ 25");
}

static void
scroll (Shown *shown, double step, guint n, GArray *times)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (shown->scroller));

  gtk_adjustment_set_value (adjustment, 0);
  wait_frame (shown);
  for (guint i = 0; i < n; i++)
    {
      double start = now ();

      if (gtk_adjustment_get_value (adjustment) + step > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        gtk_adjustment_set_value (adjustment, 0);
      else
        gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      add (times, time_frame (shown, start));
    }
}

static void
jump (Shown *shown, gboolean ours, guint n, GArray *times)
{
  GtkTextBuffer    *buffer = gtk_text_view_get_buffer (shown->view);
  guint             length = gtk_text_buffer_get_char_count (buffer);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      guint  offset = g_rand_int_range (rand, 0, length);
      double start = now ();

      if (ours)
        asc_article_view_show_span (ASC_ARTICLE_VIEW (shown->view), &ASC_SPAN (offset, offset));
      else
        {
          GtkTextIter iter;

          gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
          gtk_text_buffer_place_cursor (buffer, &iter);
          gtk_text_view_scroll_to_mark (shown->view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.33);
        }
      add (times, time_frame (shown, start));
    }
}

/* The first frame after the width changes; widths alternate. */
static void
rewrap (Shown *shown, guint n, GArray *times)
{
  for (guint i = 0; i < n; i++)
    {
      double start;

      gtk_widget_set_margin_end (shown->scroller, i % 2 ? 0 : 400);
      start = now ();
      add (times, time_frame (shown, start));
      settle ();
    }
}

/* Adding, changing, undoing and removing, each with the frame that shows it. */
static void
edit (UiFixture *fixture, Shown *shown, guint n, GArray *times[4])
{
  AscHistory       *history = asc_session_get_history (fixture->session);
  AscAnnotationSet *set = ui_fixture_get_set (fixture);
  GdkRectangle      visible;
  GtkTextIter       iter;
  guint             top;

  gtk_text_view_get_visible_rect (shown->view, &visible);
  gtk_text_view_get_iter_at_location (shown->view, &iter, visible.x + 200, visible.y + 200);
  top = gtk_text_iter_get_offset (&iter);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscSpanSet)    spans = asc_span_set_new_single (top + i * 17, top + i * 17 + 13);
      g_autoptr (AscSpanSet)    longer = asc_span_set_new_single (top + i * 17, top + i * 17 + 15);
      g_autoptr (AscAnnotation) made = asc_annotation_new (NULL, "actor", spans);
      g_autoptr (AscAnnotation) changed = asc_annotation_with_spans (made, longer, NULL);

      for (guint act = 0; act < 4; act++)
        {
          double start = now ();

          if (act < 2)
            asc_history_put_annotation (history, set, act == 0 ? made : changed);
          else if (act == 2)
            asc_history_undo (history);
          else
            asc_history_remove_annotation (history, set, asc_annotation_get_id (made));
          add (times[act], time_frame (shown, start));
        }
    }
}

/* A tenth of the article's annotations more in one step, its save, and its undo: each is one block of the main loop. */
static void
bulk (UiFixture *fixture, Shown *shown, guint n, double times[3])
{
  AscHistory       *history = asc_session_get_history (fixture->session);
  AscAnnotationSet *set = ui_fixture_get_set (fixture);
  double            start = now (), block;

  annotate (fixture, asc_annotation_set_get_n (set) + n, 5);
  times[0] = now () - start;
  block = settle ();
  times[0] = MAX (times[0], block);

  /* What saving takes of the main loop. */
  start = now ();
  asc_project_store_flush_async (fixture->store, NULL, NULL);
  times[2] = now () - start;
  while (asc_project_store_get_saving (fixture->store))
    {
      int priority;

      block = turn (&priority);
      times[2] = MAX (times[2], block);
    }

  start = now ();
  asc_history_undo (history);
  times[1] = now () - start;
  block = settle ();
  times[1] = MAX (times[1], block);
  wait_frame (shown);
}

/* Keys as a coder presses them; each with the longest block it causes. */
static void
type_keys (Shown *shown, guint n, GArray *times)
{
  static const guint keys[] = { GDK_KEY_w, GDK_KEY_w, GDK_KEY_a, GDK_KEY_bracketright, GDK_KEY_Right, GDK_KEY_Return, GDK_KEY_Tab, GDK_KEY_o, GDK_KEY_Tab, GDK_KEY_c, GDK_KEY_Delete };

  for (guint i = 0; i < n; i++)
    {
      double start = now (), pressed, block;

      asc_article_view_handle_key (ASC_ARTICLE_VIEW (shown->view), keys[i % G_N_ELEMENTS (keys)], 0);
      pressed = now () - start;
      gtk_widget_queue_draw (GTK_WIDGET (shown->view));
      block = settle ();
      add (times, MAX (pressed, block));
    }
}

/* A frame without any change. */
static void
redraw (Shown *shown, guint n, GArray *times)
{
  for (guint i = 0; i < n; i++)
    add (times, time_frame (shown, now ()));
}

static void
walk (Shown *shown, gboolean back, guint n, GArray *times)
{
  for (guint i = 0; i < n; i++)
    {
      double start = now ();

      asc_article_view_handle_key (ASC_ARTICLE_VIEW (shown->view), GDK_KEY_Tab, back ? GDK_SHIFT_MASK : 0);
      add (times, time_frame (shown, start));
    }
}

static void
scroll_and_edit (UiFixture *fixture, const Size *size)
{
  Shown plain, ours;
  VALUES (p_page);
  VALUES (v_page);
  VALUES (p_smooth);
  VALUES (v_smooth);
  VALUES (p_jump);
  VALUES (v_jump);
  VALUES (p_wrap);
  VALUES (v_wrap);
  VALUES (p_redraw);
  VALUES (v_redraw);
  VALUES (v_add);
  VALUES (v_change);
  VALUES (v_undo);
  VALUES (v_remove);
  VALUES (v_next);
  VALUES (v_previous);
  VALUES (v_keys);
  double steps[3];

  show (&plain, make_view (fixture, FALSE));
  show (&ours, make_view (fixture, TRUE));
  settle ();
  for (guint round = 0; round < 2; round++)
    {
      scroll (&plain, HEIGHT - 40, size->n_pages, p_page);
      scroll (&ours, HEIGHT - 40, size->n_pages, v_page);
      scroll (&plain, 40, size->n_pages, p_smooth);
      scroll (&ours, 40, size->n_pages, v_smooth);
      jump (&plain, FALSE, size->n_pages / 4 + 1, p_jump);
      jump (&ours, TRUE, size->n_pages / 4 + 1, v_jump);
      redraw (&plain, size->n_pages / 4 + 1, p_redraw);
      redraw (&ours, size->n_pages / 4 + 1, v_redraw);
    }
  edit (fixture, &ours, size->n_pages / 8 + 1, (GArray *[]) { v_add, v_change, v_undo, v_remove });
  walk (&ours, FALSE, size->n_pages / 4 + 1, v_next);
  walk (&ours, TRUE, size->n_pages / 4 + 1, v_previous);
  type_keys (&ours, size->n_pages / 4 + 1, v_keys);
  bulk (fixture, &ours, size->n_annotations / 10, steps);
  rewrap (&plain, MIN (size->n_pages, 6), p_wrap);
  rewrap (&ours, MIN (size->n_pages, 6), v_wrap);
  destroy (&plain);
  destroy (&ours);

  report ("page by page, median", quantile (p_page, 0.5), quantile (v_page, 0.5), "≤ 1.4 ×");
  report ("page by page, p95", quantile (p_page, 0.95), quantile (v_page, 0.95), "≤ 16");
  report ("smooth scrolling, median", quantile (p_smooth, 0.5), quantile (v_smooth, 0.5), "≤ 1.4 ×");
  report ("smooth scrolling, p95", quantile (p_smooth, 0.95), quantile (v_smooth, 0.95), "≤ 16");
  report ("jump anywhere", quantile (p_jump, 0.5), quantile (v_jump, 0.5), "≤ 25");
  report ("next annotation", 0, quantile (v_next, 0.5), "≤ 25");
  report ("previous annotation", 0, quantile (v_previous, 0.5), "≤ 25");
  report ("redraw without a change", quantile (p_redraw, 0.5), quantile (v_redraw, 0.5), "");
  report ("add one + frame", 0, quantile (v_add, 0.5), "≤ 3");
  report ("change one + frame", 0, quantile (v_change, 0.5), "≤ 3");
  report ("undo one + frame", 0, quantile (v_undo, 0.5), "≤ 3");
  report ("remove one + frame", 0, quantile (v_remove, 0.5), "≤ 3");
  report ("re-wrap, first frame", quantile (p_wrap, 0.5), quantile (v_wrap, 0.5), "");
  report ("longest block of a key, median", 0, quantile (v_keys, 0.5), "");
  report ("longest block of a key, longest", 0, quantile (v_keys, 1), "≤ 16");
  report ("longest block, a tenth more in one step", 0, steps[0], "≤ 50");
  report ("longest block, undo of that", 0, steps[1], "≤ 50");
  report ("longest block, save of that", 0, steps[2], "≤ 50");
}

static void
one_size (const Size *size)
{
  g_autofree char      *text = make_text (size->n_chars);
  g_autoptr (UiFixture) fixture = ui_fixture_new ("An article", text, "en");
  double                before = allocated (), memory;

  annotate (fixture, size->n_annotations, 2);
  memory = allocated () - before;
  asc_project_store_flush (fixture->store, NULL);
  settle ();

  if (measuring)
    printf ("\n%5u KB, %6u annotations %23s %9s %9s   ratio    budget\n", size->n_chars / 1000, size->n_annotations, "", "plain", "ours");
  first_frames (fixture, size);
  cold_jumps (fixture, size);
  scroll_and_edit (fixture, size);
  report ("memory of the annotations and their undo step, bytes each", 0, memory * 1e6 / size->n_annotations, "≤ 200");
}

static void
test_smoke (void)
{
  one_size (&(Size) { 10 * 1000, 100, 1, 3 });
}

int
main (int argc, char *argv[])
{
  static const Size sizes[] = {
    { 10 * 1000, 100, 9, 40 },
    { 100 * 1000, 1000, 9, 100 },
    { 1000 * 1000, 10 * 1000, 7, 100 },
    { 10 * 1000 * 1000, 100 * 1000, 5, 100 },
  };
  g_autoptr (GtkCssProvider) css = NULL;
  guint                     first = 0, n_sizes = G_N_ELEMENTS (sizes);

  for (int i = 1; i < argc; i++)
    {
      measuring |= g_str_equal (argv[i], "--measure");
      if (g_str_has_prefix (argv[i], "--sizes="))
        n_sizes = CLAMP (atoi (argv[i] + 8), 1, (int) G_N_ELEMENTS (sizes));
      if (g_str_has_prefix (argv[i], "--size="))
        {
          n_sizes = CLAMP (atoi (argv[i] + 7), 1, (int) G_N_ELEMENTS (sizes));
          first = n_sizes - 1;
        }
    }

  g_setenv ("GTK_A11Y", "none", FALSE); /* no screen reader listens: its bus would only make noise */
  ui_init (&argc, &argv);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (css, "textview#plain { font-family: \"Noto Serif\", serif; font-size: 116%; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  if (!measuring)
    {
      g_test_add_func ("/bench/article-view", test_smoke);
      return g_test_run ();
    }

  printf ("Milliseconds of the main thread, medians; %s renderer\n", g_getenv ("GSK_RENDERER") ? g_getenv ("GSK_RENDERER") : "default");
  for (guint i = first; i < n_sizes; i++)
    one_size (&sizes[i]);
  return 0;
}
