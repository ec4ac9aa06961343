/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-date-entry.h"

#include "asc-annotation-words.h"
#include "asc-edtf.h"
#include "asc-messages.h"

/* Of the expression, in the line that says how its value was found. */
#define MAX_CHARS 40

struct _AscDateEntry
{
  AdwBin         parent_instance;

  GtkEntry      *entry;
  GtkLabel      *words;
  GtkLabel      *found;

  AscSession    *session;
  AscAnnotation *annotation;
  char          *value;        /* as it is saved, NULL for none */
  GPtrArray     *candidates;   /* (element-type utf8) what the text may mean, the likeliest first */
  char          *how;          /* how the value was found, in words */
  gboolean       showing;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscDateEntry, asc_date_entry, ADW_TYPE_BIN)

static void
set_line (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
update_lines (AscDateEntry *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = asc_edtf_normalise (typed);
  g_autofree char *words = NULL, *found = NULL;
  gboolean         wrong = value == NULL && *typed != '\0';
  guint            position = 0;

  words = wrong ? g_strdup (_("Not a date. Write 2024-07-04, 2024-07, 2016-09?, 2024-W27, 2024-Q3, 198X, 2016-09/2016-11 or P3D."))
                : asc_messages_format_date (value ? value : "");
  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  set_line (self->words, words);

  if (value != NULL && self->candidates->len > 1
      && g_ptr_array_find_with_equal_func (self->candidates, value, g_str_equal, &position))
    /* Translators: how a date's value was found, and which of how many readings it is, with the keys that step through them. */
    found = g_strdup_printf (_("%s · ↑↓ reading %u of %u"), self->how, position + 1, self->candidates->len);
  else if (self->candidates->len > 1)
    found = g_strdup_printf (_("%s · ↑↓ other readings"), self->how);
  else
    found = g_strdup (self->how);
  set_line (self->found, found);
}

static void
on_changed (AscDateEntry *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = asc_edtf_normalise (typed);

  if (self->showing)
    return;

  update_lines (self);
  if (value != NULL || *typed == '\0')
    g_signal_emit (self, signals[EDITED], 0, value ? value : "");
}

/* What was typed in another way is written as it is saved. */
static void
on_done (AscDateEntry *self)
{
  g_autofree char *value = asc_edtf_normalise (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (value == NULL || g_str_equal (value, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
  self->showing = FALSE;
}

static gboolean
on_key (AscDateEntry *self, guint key, guint code, GdkModifierType modifiers)
{
  const char *now = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint       n = self->candidates->len, position;

  if ((key != GDK_KEY_Up && key != GDK_KEY_Down) || n == 0)
    return GDK_EVENT_PROPAGATE;

  if (!g_ptr_array_find_with_equal_func (self->candidates, now, g_str_equal, &position))
    position = key == GDK_KEY_Down ? n - 1 : 0;
  position = (position + (key == GDK_KEY_Down ? 1 : n - 1)) % n;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_ptr_array_index (self->candidates, position));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return GDK_EVENT_STOP;
}

static AscDateMatch *
resolve (AscDateEntry *self, const char *anchor)
{
  AscAnnotator *annotator = asc_session_get_annotator (self->session);
  AscText      *text = asc_article_get_text (asc_session_get_article (self->session));
  AscSpan       span = ASC_SPAN (asc_annotation_get_start (self->annotation), asc_annotation_get_end (self->annotation));

  return annotator != NULL ? asc_date_finder_resolve (asc_annotator_get_date_finder (annotator), text, anchor, &span) : NULL;
}

/* “last Tuesday”, from the article’s date */
static char *
describe_rule (AscDateEntry *self, AscDateMatch *match, const char *published)
{
  g_autofree char         *quote = asc_annotation_words_quote (self->annotation, MAX_CHARS);
  g_autoptr (AscDateMatch) alone = resolve (self, NULL);

  if (alone != NULL && g_strcmp0 (alone->value, match->value) == 0)
    /* Translators: %s is a date expression of the text: “July 4, 2024”, as it is written. */
    return g_strdup_printf (published ? _("“%s”, as it is written") : _("“%s”; the article has no date to count from"), quote);
  /* Translators: how the value of a date expression was found: “last Tuesday”, from the article’s date. */
  return g_strdup_printf (_("“%s”, from the article’s date"), quote);
}

/* How the value was found, and what else the text may mean. Only where the annotation stands on a date itself. */
static void
find (AscDateEntry *self)
{
  AscProject              *project = asc_session_get_project (self->session);
  AscLabel                *label = asc_codebook_lookup_label (asc_project_get_codebook (project), asc_annotation_get_label (self->annotation));
  const char              *resolved = asc_attributes_get_string (asc_annotation_get_attributes (self->annotation), "resolved");
  const char              *published = asc_article_get_published (asc_session_get_article (self->session));
  g_autoptr (AscDateMatch) match = NULL;

  g_ptr_array_set_size (self->candidates, 0);
  g_clear_pointer (&self->how, g_free);
  if (label == NULL || asc_label_get_values (label)->takes != ASC_TAKES_DATE)
    {
      self->how = g_strdup ("");
      return;
    }

  match = resolve (self, published);
  if (match != NULL && match->value != NULL)
    {
      g_ptr_array_add (self->candidates, g_strdup (match->value));
      for (guint i = 0; match->candidates != NULL && match->candidates[i] != NULL; i++)
        g_ptr_array_add (self->candidates, g_strdup (match->candidates[i]));
    }

  if (self->value == NULL)
    self->how = g_strdup (_("No value was found: type one"));
  else if (g_strcmp0 (resolved, "typed") == 0)
    self->how = g_strdup (_("Typed"));
  else if (match != NULL && g_strcmp0 (match->value, self->value) == 0)
    self->how = describe_rule (self, match, published);
  else
    self->how = g_strdup ("");
}

static void
asc_date_entry_dispose (GObject *object)
{
  AscDateEntry *self = ASC_DATE_ENTRY (object);

  /* The entry loses the focus when it goes. */
  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_DATE_ENTRY);
  g_clear_object (&self->session);
  g_clear_object (&self->annotation);

  G_OBJECT_CLASS (asc_date_entry_parent_class)->dispose (object);
}

static void
asc_date_entry_finalize (GObject *object)
{
  AscDateEntry *self = ASC_DATE_ENTRY (object);

  g_free (self->value);
  g_free (self->how);
  g_ptr_array_unref (self->candidates);

  G_OBJECT_CLASS (asc_date_entry_parent_class)->finalize (object);
}

static gboolean
asc_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ASC_DATE_ENTRY (widget)->entry));
}

static void
asc_date_entry_class_init (AscDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_date_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = asc_date_entry_finalize;
  widget_class->grab_focus = asc_date_entry_grab_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AscDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, AscDateEntry, words);
  gtk_widget_class_bind_template_child (widget_class, AscDateEntry, found);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
asc_date_entry_init (AscDateEntry *self)
{
  self->candidates = g_ptr_array_new_with_free_func (g_free);
  self->how = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value of the date"), -1);
}

/**
 * asc_date_entry_new:
 * @session: what the window works on
 *
 * Returns: (transfer floating): an entry that shows nothing yet
 */
GtkWidget *
asc_date_entry_new (AscSession *session)
{
  AscDateEntry *self;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);

  self = g_object_new (ASC_TYPE_DATE_ENTRY, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * asc_date_entry_show:
 * @self: an entry
 * @annotation: whose date it is
 * @value: (nullable): the value, %NULL for none
 */
void
asc_date_entry_show (AscDateEntry *self, AscAnnotation *annotation, const char *value)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (ASC_IS_DATE_ENTRY (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));

  g_set_object (&self->annotation, annotation);
  g_set_str (&self->value, value);
  find (self);

  /* What says the same in another way is not written over while somebody types. */
  typed = asc_edtf_normalise (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (g_strcmp0 (typed, value) != 0)
    {
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), value ? value : "");
      self->showing = FALSE;
    }
  update_lines (self);
}
