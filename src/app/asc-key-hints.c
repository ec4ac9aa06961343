/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-key-hints.h"

#define SPACING 12

struct _AscKeyHints
{
  GtkWidget  parent_instance;

  char      *status;
};

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscKeyHints, asc_key_hints, GTK_TYPE_WIDGET)

static void
add_hint (AscKeyHints *self, const char *key, const char *meaning)
{
  GtkWidget *hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;

  if (key != NULL)
    {
      label = gtk_label_new (key);
      gtk_widget_add_css_class (label, "keycap");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (hint), label);
    }
  label = gtk_label_new (meaning);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (hint), label);
  gtk_widget_set_parent (hint, GTK_WIDGET (self));
}

static void
remove_hints (AscKeyHints *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
asc_key_hints_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* At the end of the line, in order; the last ones are left out when there is no room. */
static void
asc_key_hints_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      used = 0, x;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      if (used > 0)
        natural += SPACING;
      gtk_widget_set_child_visible (child, used + natural <= width);
      if (used + natural > width)
        width = 0; /* nothing after it either: hints out of order confuse */
      else
        used += natural;
    }

  x = gtk_widget_get_width (widget) - used;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_get_child_visible (child))
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { rtl ? gtk_widget_get_width (widget) - x - natural : x, 0, natural, height },
                                -1);
      x += natural + SPACING;
    }
}

static void
asc_key_hints_dispose (GObject *object)
{
  remove_hints (ASC_KEY_HINTS (object));

  G_OBJECT_CLASS (asc_key_hints_parent_class)->dispose (object);
}

static void
asc_key_hints_finalize (GObject *object)
{
  g_free (ASC_KEY_HINTS (object)->status);

  G_OBJECT_CLASS (asc_key_hints_parent_class)->finalize (object);
}

static void
asc_key_hints_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, ASC_KEY_HINTS (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_key_hints_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      asc_key_hints_set_status (ASC_KEY_HINTS (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_key_hints_class_init (AscKeyHintsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = asc_key_hints_dispose;
  object_class->finalize = asc_key_hints_finalize;
  object_class->get_property = asc_key_hints_get_property;
  object_class->set_property = asc_key_hints_set_property;
  widget_class->measure = asc_key_hints_measure;
  widget_class->size_allocate = asc_key_hints_size_allocate;

  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_css_name (widget_class, "keyhints");
}

static void
asc_key_hints_init (AscKeyHints *self)
{
}

/**
 * asc_key_hints_set_status:
 * @self: hints
 * @status: (nullable): keys and what they do
 */
void
asc_key_hints_set_status (AscKeyHints *self, const char *status)
{
  g_auto (GStrv) hints = NULL;

  g_return_if_fail (ASC_IS_KEY_HINTS (self));

  if (!g_set_str (&self->status, status))
    return;

  remove_hints (self);
  hints = g_strsplit (status ? status : "", "  ", -1);
  for (guint i = 0; hints[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (hints[i]), "\u00a0", 2);

      if (words[0] == NULL || *words[0] == '\0')
        continue;
      add_hint (self, words[1] ? words[0] : NULL, words[1] ? words[1] : words[0]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, status ? status : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}
