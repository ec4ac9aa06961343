/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-markdown-box.h"

struct _AscMarkdownBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (AscMarkdownBox, asc_markdown_box, GTK_TYPE_BOX)

static void
asc_markdown_box_class_init (AscMarkdownBoxClass *klass)
{
}

static void
asc_markdown_box_init (AscMarkdownBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static GtkLabel *
add_label (GtkBox *box, const char *line, const char *style_class)
{
  GtkWidget       *label = gtk_label_new (NULL);
  g_autofree char *markup = asc_markdown_to_pango (line);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_item (AscMarkdownBox *self, const char *bullet, const char *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (bullet);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_box_append (GTK_BOX (row), mark);
  add_label (GTK_BOX (row), line, NULL);
  gtk_box_append (GTK_BOX (self), row);
}

/* "| a | b |"; the line of dashes below the heads is layout. */
static void
add_table_row (GtkGrid *grid, const char *line, int row)
{
  g_autofree char *inside = g_strdup (line + 1);
  g_auto (GStrv)   cells = NULL;

  if (g_str_has_suffix (inside, "|"))
    inside[strlen (inside) - 1] = '\0';
  cells = g_strsplit (inside, "|", -1);
  for (int i = 0; cells[i] != NULL; i++)
    {
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_label_set_yalign (add_label (GTK_BOX (cell), g_strstrip (cells[i]), row == 0 ? "heading" : NULL), 0);
      gtk_grid_attach (grid, cell, i, row, 1, 1);
    }
}

static void
add_table (AscMarkdownBox *self, char **lines, guint n)
{
  GtkWidget *grid = gtk_grid_new ();
  int        row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < n; i++)
    {
      if (strspn (lines[i], "|-: ") < strlen (lines[i]))
        add_table_row (GTK_GRID (grid), lines[i], row++);
    }
  gtk_box_append (GTK_BOX (self), grid);
}

static void
flush (AscMarkdownBox *self, GString *paragraph, const char *bullet)
{
  if (paragraph->len == 0)
    return;

  if (bullet != NULL)
    add_item (self, bullet, paragraph->str);
  else
    add_label (GTK_BOX (self), paragraph->str, NULL);
  g_string_truncate (paragraph, 0);
}

/* "1. " → 3, "- " → 2, else 0; *@bullet gets what stands before the item. */
static gsize
match_item (const char *line, char **bullet)
{
  const char *p = line;

  if ((*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
    {
      g_set_str (bullet, "•");
      return 2;
    }
  while (g_ascii_isdigit (*p))
    p++;
  if (p > line && p - line <= 3 && *p == '.' && p[1] == ' ')
    {
      g_free (*bullet);
      *bullet = g_strndup (line, p - line + 1);
      return p - line + 2;
    }
  return 0;
}

static gsize
match_heading (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && line[level] == ' ' ? level : 0;
}

/**
 * asc_markdown_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
asc_markdown_box_new (void)
{
  return g_object_new (ASC_TYPE_MARKDOWN_BOX, NULL);
}

/**
 * asc_markdown_box_set_text:
 * @self: a box
 * @markdown: what to show
 */
void
asc_markdown_box_set_text (AscMarkdownBox *self, const char *markdown)
{
  static const char *const classes[] = { "title-1", "title-2", "title-3", "title-4", "heading", "heading" };
  g_auto (GStrv)           lines = NULL;
  g_autoptr (GString)      paragraph = g_string_new (NULL);
  g_autofree char         *bullet = NULL;
  GtkWidget               *child;

  g_return_if_fail (ASC_IS_MARKDOWN_BOX (self));
  g_return_if_fail (markdown != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  lines = g_strsplit (markdown, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char      *line = g_strchomp (lines[i]);
      const char      *text = line + strspn (line, " \t");
      g_autofree char *next = NULL;
      gsize            skip = match_item (text, &next);
      gsize            level = match_heading (line);

      guint            n_table = 0;

      while (lines[i + n_table] != NULL && lines[i + n_table][0] == '|')
        n_table++;
      if (*text == '\0' || skip > 0 || level > 0 || n_table > 1)
        {
          flush (self, paragraph, bullet);
          g_clear_pointer (&bullet, g_free);
        }
      if (n_table > 1)
        {
          add_table (self, lines + i, n_table);
          i += n_table - 1;
          continue;
        }
      if (level > 0)
        add_label (GTK_BOX (self), line + level + 1, classes[level - 1]);
      else if (*text != '\0')
        {
          if (skip > 0)
            bullet = g_steal_pointer (&next);
          if (paragraph->len > 0)
            g_string_append_c (paragraph, ' ');
          g_string_append (paragraph, text + skip);
        }
    }
  flush (self, paragraph, bullet);
}

/* The end of what begins with @mark at @p, or NULL: a lone star is a star. */
static const char *
find_end (const char *p, const char *mark)
{
  const char *end = strstr (p + strlen (mark), mark);

  return end != NULL && end > p + strlen (mark) && !g_ascii_isspace (p[strlen (mark)]) ? end : NULL;
}

/**
 * asc_markdown_to_pango:
 * @line: Markdown of one paragraph
 *
 * Returns: (transfer full): Pango markup; always well-formed
 */
char *
asc_markdown_to_pango (const char *line)
{
  static const struct
  {
    const char *mark;
    const char *tag;
  } spans[] = { { "**", "b" }, { "__", "b" }, { "`", "tt" }, { "*", "i" } };
  GString    *markup = g_string_new (NULL);
  const char *p = line;

  g_return_val_if_fail (line != NULL, g_string_free_and_steal (markup));

  while (*p != '\0')
    {
      const char *end = NULL;
      gsize       i;

      for (i = 0; i < G_N_ELEMENTS (spans) && end == NULL; i++)
        {
          if (g_str_has_prefix (p, spans[i].mark))
            end = find_end (p, spans[i].mark);
        }
      if (end != NULL)
        {
          gsize            length = strlen (spans[i - 1].mark);
          g_autofree char *inside = g_markup_escape_text (p + length, end - p - length);

          g_string_append_printf (markup, "<%s>%s</%s>", spans[i - 1].tag, inside, spans[i - 1].tag);
          p = end + length;
        }
      else
        {
          const char      *next = g_utf8_next_char (p);
          g_autofree char *escaped = g_markup_escape_text (p, next - p);

          g_string_append (markup, escaped);
          p = next;
        }
    }
  return g_string_free_and_steal (markup);
}
