/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every widget of the window and of each dialog: whatever the keyboard can get to must say what it is. */
#include "config.h"

#include <glib/gi18n.h>

#include "window-fixture.h"

#include "asc-about.h"
#include "asc-inspector.h"
#include "asc-key-hints.h"
#include "asc-settings.h"
#include "asc-sidebar.h"

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && has_text (child))
        return TRUE;
    }
  return FALSE;
}

/* Roles that take their name from what is in them (WAI-ARIA 1.2, "name from: content"). */
static gboolean
is_named_by_content (GtkWidget *widget)
{
  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LABEL:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_OPTION:
    case GTK_ACCESSIBLE_ROLE_TAB:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
      return has_text (widget);
    default:
      return FALSE;
    }
}

static gboolean
has_name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || (tooltip != NULL && *tooltip != '\0') || is_named_by_content (widget);
}

/* The part of an entry, a list or a button that takes the focus is called like the whole. */
static gboolean
whole_has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TEXT (widget))
    {
      while (parent != NULL && !GTK_IS_EDITABLE (parent))
        parent = gtk_widget_get_parent (parent);
      return parent != NULL && (has_name (parent) || ADW_IS_PREFERENCES_ROW (parent));
    }
  /* Rows of preferences name what is in them. */
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW) != NULL
      && (!GTK_IS_BUTTON (widget) || GTK_IS_SPIN_BUTTON (parent)))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW))) != '\0';
  /* The chosen item that a drop-down shows is one of its list, but nobody gets into it. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return has_name (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN));
  if (GTK_IS_BUTTON (widget) && (GTK_IS_MENU_BUTTON (parent) || ADW_IS_SPLIT_BUTTON (parent)))
    return has_name (parent);
  return FALSE;
}

static gboolean
is_list_of_group (GtkWidget *list)
{
  GtkWidget *first = gtk_widget_get_first_child (list);

  return ADW_IS_PREFERENCES_ROW (first) && gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP) != NULL;
}

static gboolean
needs_name (GtkWidget *widget)
{
  /* Containers that only scroll take the focus for the arrow keys. */
  return gtk_widget_get_focusable (widget) && gtk_widget_get_sensitive (widget) && !GTK_IS_SCROLLED_WINDOW (widget)
         && !GTK_IS_VIEWPORT (widget) && !GTK_IS_WINDOW (widget)
         /* libadwaita's own sheet around a dialog, which has its title. */
         && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo")
         /* The list that libadwaita puts rows of a group into; the group need not have a title. */
         && !(GTK_IS_LIST_BOX (widget) && is_list_of_group (widget));
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      g_string_prepend (path, G_OBJECT_TYPE_NAME (w));
      g_string_prepend (path, "/");
    }
  return g_string_free (path, FALSE);
}

static guint
check (GtkWidget *widget, guint *n_failed)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (needs_name (widget))
    {
      n++;
      if (!has_name (widget) && !whole_has_name (widget))
        {
          g_autofree char *path = describe (widget);

          g_test_message ("no accessible name: %s", path);
          (*n_failed)++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check (child, n_failed);
  return n;
}

static void
assert_named (gpointer widget, guint at_least)
{
  guint n_failed = 0;
  guint n = check (widget, &n_failed);

  g_assert_cmpuint (n, >=, at_least);
  if (n_failed > 0)
    g_test_fail_printf ("%u of %u focusable widgets have no name", n_failed, n);
}

static void
test_welcome (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (900, 700);

  assert_named (fixture->window, 4);
}

static void
test_window (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1300, 1000);
  static const char *const  pages[] = { "claims", "all", "to-do" };
  AscAnnotationSet         *set;

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  set = asc_session_get_set (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_settings_set_string (asc_settings_get_default (), "inspector-page", pages[i]);
      /* One of each label is opened. */
      for (guint j = 0; j < MIN (4, asc_annotation_set_get_n (set)); j++)
        {
          asc_session_reveal (fixture->session, asc_annotation_set_get_nth (set, j));
          window_fixture_settle (fixture);
          assert_named (fixture->window, 20);
        }
    }
  g_settings_reset (asc_settings_get_default (), "inspector-page");

  window_fixture_activate (fixture, "win.find");
  window_fixture_settle (fixture);
  assert_named (fixture->window, 20);
}

static void
test_narrow (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (360, 600);

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  window_fixture_settle (fixture);
  assert_named (fixture->window, 6);
}

static void
test_dialog (gconstpointer data)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1100, 900);
  const char               *action = data;
  AdwDialog                *dialog;

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  if (g_str_has_prefix (action, "app."))
    g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action + strlen ("app."), NULL);
  else
    window_fixture_activate (fixture, action);
  window_fixture_settle (fixture);
  dialog = window_fixture_get_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), !=, "");
  ui_screenshot (GTK_WIDGET (fixture->window), action);
  assert_named (dialog, 1);
  adw_dialog_force_close (dialog);
}

static void
test_roles (void)
{
  g_autoptr (WindowFixture) fixture = window_fixture_new (1300, 900);

  window_fixture_open_sample (fixture, "2025-03-05-ferry-fee");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (window_fixture_find (fixture->window, ASC_TYPE_KEY_HINTS, NULL)),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_nonnull (window_fixture_find (fixture->window, GTK_TYPE_LIST_VIEW, _("Articles")));
  g_assert_nonnull (window_fixture_find (fixture->window, GTK_TYPE_LIST_VIEW, _("Annotations")));
  g_assert_nonnull (window_fixture_find (fixture->window, GTK_TYPE_TEXT_VIEW, _("Article text")));
}

int
main (int argc, char *argv[])
{
  static const char *const dialogs[] = { "win.export", "win.new-project", "win.go-to", "win.article-properties", "win.problems",
                                         "app.preferences", "app.shortcuts", "app.guide", "app.about" };

  ui_init (&argc, &argv);
  g_settings_set_string (asc_settings_get_default (), "coder-name", "mia");

  g_test_add_func ("/names/welcome", test_welcome);
  g_test_add_func ("/names/window", test_window);
  g_test_add_func ("/names/narrow", test_narrow);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/names/dialog/%s", dialogs[i]);

      g_test_add_data_func (path, dialogs[i], test_dialog);
    }
  g_test_add_func ("/names/roles", test_roles);
  return g_test_run ();
}
