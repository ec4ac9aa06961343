/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page and dialog in the language of the locale, on a wide and on a small screen: no text is cut off, the window mirrors
 * where people read from the right, and (with ASC_TEST_PSEUDO, see check-translations.py) no text is hidden from translators. */
#include "config.h"

#include <glib/gi18n.h>

#include <string.h>

#include "window-fixture.h"

#include "asc-article-row.h"
#include "asc-inspector.h"
#include "asc-key-hints.h"
#include "asc-relation-chip.h"
#include "asc-settings.h"
#include "asc-sidebar.h"
#include "asc-window-private.h"

static const char *const dialogs[] = { "win.export", "win.new-project", "win.go-to", "win.article-properties", "win.problems",
                                       "app.preferences", "app.shortcuts", "app.guide" };

/* 360 pixels, the least that libadwaita asks for, and the frame that a window has where nothing composes shadows. */
#define NARROW 370

/* What may end in an ellipsis: what people wrote themselves, which has no greatest length, the line of keys, the title between the
 * buttons of a header bar, and what stands in an empty entry. */
static gboolean
may_be_shortened (GtkWidget *label)
{
  return gtk_widget_has_css_class (label, "facts") || gtk_widget_get_ancestor (label, GTK_TYPE_CENTER_BOX) != NULL
         || GTK_IS_TEXT (gtk_widget_get_parent (label))
         || gtk_widget_get_ancestor (label, ASC_TYPE_ARTICLE_ROW) != NULL || gtk_widget_get_ancestor (label, ASC_TYPE_KEY_HINTS) != NULL
         || gtk_widget_get_ancestor (label, ASC_TYPE_RELATION_CHIP) != NULL
         || gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL;
}

static const char *
find_fault (GtkWidget *widget, GtkWidget *root)
{
  PangoLayout    *layout = gtk_label_get_layout (GTK_LABEL (widget));
  graphene_rect_t bounds;
  int             height;

  if (pango_layout_is_ellipsized (layout) && !may_be_shortened (widget))
    return "shortened";
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (height > gtk_widget_get_height (widget))
    return "cut off below";
  if (!gtk_widget_compute_bounds (widget, root, &bounds))
    return NULL;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (root) + 1)
    return "beyond the edge of the window";
  return NULL;
}

/* What may be without brackets in the language made of brackets: what the project says, and what has no words. Passages in several
 * pieces are shown with “…” between them, and long ones end in it. */
static gboolean
is_data (const char *text, const char *project)
{
  g_auto (GStrv) pieces = g_strsplit (text, "…", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char    *piece = g_strstrip (pieces[i]);
      gboolean has_word = FALSE;

      for (const char *p = piece; *p != '\0' && !has_word; p++)
        has_word = g_ascii_isalpha (p[0]) && g_ascii_isalpha (p[1]);
      if (g_str_has_prefix (piece, "“") && g_utf8_strchr (piece + strlen ("“"), -1, 0x201c) != NULL)
        piece += strlen ("“");
      /* Paths, and the title that libadwaita gives its own dialog. */
      if (*piece == '/' || g_str_equal (piece, g_dgettext ("libadwaita", "Preferences")))
        continue;
      if (has_word && strstr (project, piece) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_key (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (w), "GtkShortcutLabel") || gtk_widget_has_css_class (w, "keycap"))
        return TRUE;
    }
  return FALSE;
}

static guint
check (GtkWidget *widget, GtkWidget *root, const char *project)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));
      const char *fault = project ? NULL : find_fault (widget, root);

      if (project != NULL && strstr (text, "⟦") == NULL && !is_data (text, project) && !is_key (widget))
        fault = "not translatable";
      if (fault != NULL)
        {
          GtkWidget *parent = gtk_widget_get_parent (widget);

          g_test_message ("%s: “%s” in %s in %s", fault, text, G_OBJECT_TYPE_NAME (parent),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (parent)));
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check (child, root, project);
  return n;
}

/* All that the sample's files say, as one text. */
static void
append_folder (GString *all, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        append_folder (all, child);
      else if (g_file_get_contents (child, &text, NULL, NULL))
        g_string_append (all, text);
    }
}

static void
assert_legible (WindowFixture *fixture, gpointer part, const char *name)
{
  g_autofree char    *path = window_fixture_path (fixture, "sample");
  g_autoptr (GString) project = g_getenv ("ASC_TEST_PSEUDO") ? g_string_new ("Ascribe Sample ") : NULL;
  guint               n;

  if (project != NULL)
    {
      g_string_append (project, path);
      append_folder (project, path);
    }
  window_fixture_settle (fixture);
  n = check (part, part, project ? project->str : NULL);
  if (n > 0)
    {
      ui_screenshot (GTK_WIDGET (fixture->window), name);
      g_test_fail_printf ("%s: %u faults", name, n);
    }
}

static void
test_window (gconstpointer data)
{
  static const char *const  pages[] = { "claims", "all", "to-do" };
  int                       width = GPOINTER_TO_INT (data);
  g_autoptr (WindowFixture) fixture = window_fixture_new (width, 800);
  AscAnnotationSet         *set;

  assert_legible (fixture, fixture->window, "welcome");
  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  assert_legible (fixture, fixture->window, "article");
  asc_window_show_inspector (fixture->window, TRUE);
  set = asc_session_get_set (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_settings_set_string (asc_settings_get_default (), "inspector-page", pages[i]);
      assert_legible (fixture, fixture->window, pages[i]);
    }
  /* What the guidelines say is the project's. */
  if (g_getenv ("ASC_TEST_PSEUDO") == NULL)
    {
      g_settings_set_string (asc_settings_get_default (), "inspector-page", "guide");
      assert_legible (fixture, fixture->window, "guide");
    }
  g_settings_set_string (asc_settings_get_default (), "inspector-page", "all");
  for (guint i = 0; i < MIN (4, asc_annotation_set_get_n (set)); i++)
    {
      asc_session_reveal (fixture->session, asc_annotation_set_get_nth (set, i));
      assert_legible (fixture, fixture->window, "card");
    }
  g_settings_reset (asc_settings_get_default (), "inspector-page");
  window_fixture_activate (fixture, "win.find");
  assert_legible (fixture, fixture->window, "find");
}

static void
test_dialogs (gconstpointer data)
{
  int                       width = GPOINTER_TO_INT (data);
  g_autoptr (WindowFixture) fixture = window_fixture_new (width, 800);

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      AdwDialog *dialog;

      if (g_str_has_prefix (dialogs[i], "app."))
        g_action_group_activate_action (G_ACTION_GROUP (fixture->application), dialogs[i] + strlen ("app."), NULL);
      else
        window_fixture_activate (fixture, dialogs[i]);
      window_fixture_settle (fixture);
      dialog = window_fixture_get_dialog (fixture);
      g_assert_nonnull (dialog);
      /* The guide is a text by itself, in the user's language or in English. */
      if (g_getenv ("ASC_TEST_PSEUDO") == NULL || !g_str_equal (dialogs[i], "app.guide"))
        assert_legible (fixture, dialog, dialogs[i]);
      adw_dialog_force_close (dialog);
      window_fixture_settle (fixture);
    }
}

static float
get_x (WindowFixture *fixture, gpointer widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->window), &bounds));
  return bounds.origin.x;
}

/* The list of articles is where reading begins, the inspector where it ends. */
static void
test_direction (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1280, 800);
  gboolean                  rtl = g_str_has_prefix (g_getenv ("LC_ALL"), "ar");
  float                     articles, text, inspector;

  g_assert_cmpint (gtk_widget_get_default_direction (), ==, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  asc_window_show_inspector (fixture->window, TRUE);
  window_fixture_settle (fixture);
  ui_screenshot (GTK_WIDGET (fixture->window), "direction");
  articles = get_x (fixture, window_fixture_find (fixture->window, ASC_TYPE_SIDEBAR, NULL));
  text = get_x (fixture, window_fixture_get_view (fixture));
  inspector = get_x (fixture, window_fixture_find (fixture->window, ASC_TYPE_INSPECTOR, NULL));
  if (rtl)
    g_assert_true (inspector < text && text < articles);
  else
    g_assert_true (articles < text && text < inspector);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_settings_set_string (asc_settings_get_default (), "coder-name", "mia");

  g_test_add_data_func ("/language/window/wide", GINT_TO_POINTER (1280), test_window);
  g_test_add_data_func ("/language/window/narrow", GINT_TO_POINTER (NARROW), test_window);
  g_test_add_data_func ("/language/dialogs/wide", GINT_TO_POINTER (1280), test_dialogs);
  g_test_add_data_func ("/language/dialogs/narrow", GINT_TO_POINTER (NARROW), test_dialogs);
  g_test_add_func ("/language/direction", test_direction);
  return g_test_run ();
}
