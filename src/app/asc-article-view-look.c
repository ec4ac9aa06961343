/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

/* Least space left and right of the column, in a narrow window and else. */
#define NARROW_WIDTH  500
#define NARROW_MARGIN 18
#define WIDE_MARGIN   40

static const char *const serif_families[] = { "Source Serif 4", "Source Serif Pro", "Noto Serif", "Charter", "DejaVu Serif", NULL };
static const char *const dyslexic_families[] = { "OpenDyslexic", "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Lexend", NULL };

GType
asc_reading_font_get_type (void)
{
  static gsize             type = 0;
  static const GEnumValue  values[] = {
    { ASC_READING_FONT_SERIF, "ASC_READING_FONT_SERIF", "serif" },
    { ASC_READING_FONT_SANS, "ASC_READING_FONT_SANS", "sans" },
    { ASC_READING_FONT_DYSLEXIC, "ASC_READING_FONT_DYSLEXIC", "dyslexic" },
    { 0, NULL, NULL }
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("AscReadingFont", values));
  return type;
}

static const char *
find_family (const char *const *families, PangoContext *context)
{
  PangoFontMap *map = pango_context_get_font_map (context);

  for (guint i = 0; families[i] != NULL; i++)
    {
      if (pango_font_map_get_family (map, families[i]) != NULL)
        return families[i];
    }
  return NULL;
}

/**
 * asc_reading_font_is_available:
 * @font: a kind of font
 * @context: where fonts are looked for
 *
 * Returns: whether a font of that kind is installed; the user's own sans and a serif always are
 */
gboolean
asc_reading_font_is_available (AscReadingFont font, PangoContext *context)
{
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), FALSE);

  return font != ASC_READING_FONT_DYSLEXIC || find_family (dyslexic_families, context) != NULL;
}

/* A little larger than the interface: text is read, labels are glanced at. */
void
asc_article_view_update_font (AscArticleView *self)
{
  PangoContext    *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char      *family = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *font = NULL;

  if (self->font == ASC_READING_FONT_SERIF)
    {
      family = find_family (serif_families, context);
      font = g_strdup_printf ("font-family: \"%s\", serif;", family != NULL ? family : "serif");
    }
  else if (self->font == ASC_READING_FONT_DYSLEXIC)
    {
      family = find_family (dyslexic_families, context);
      font = family != NULL ? g_strdup_printf ("font-family: \"%s\";", family) : NULL;
    }

  rule = g_strdup_printf ("textview.%s { font-size: %d%%; %s }",
                          gtk_widget_get_name (GTK_WIDGET (self)), (int) (116 * self->zoom + 0.5), font != NULL ? font : "");
  gtk_css_provider_load_from_string (self->css, rule);
  self->allocated_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The line height counts from the font's size, as in the web's CSS; the font's own height is there already. */
void
asc_article_view_update_spacing (AscArticleView *self)
{
  GtkTextView                 *view = GTK_TEXT_VIEW (self);
  PangoContext                *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription  *font = pango_context_get_font_description (context);
  PangoFontMetrics            *metrics = pango_context_get_metrics (context, font, NULL);
  double                       size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double                       height = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE;
  int                          gap;

  pango_font_metrics_unref (metrics);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.0;
  gap = MAX (0, (int) (self->line_height * size - height + 0.5));
  gtk_text_view_set_pixels_inside_wrap (view, gap);
  gtk_text_view_set_pixels_above_lines (view, gap / 2);
  gtk_text_view_set_pixels_below_lines (view, gap - gap / 2);
  asc_article_view_forget_lines (self);
  asc_article_view_update_painter (self);
}

int
asc_article_view_get_column (AscArticleView *self)
{
  return (int) (self->column_width * self->zoom + 0.5);
}

void
asc_article_view_update_margins (AscArticleView *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int          least = width < NARROW_WIDTH ? NARROW_MARGIN : WIDE_MARGIN;
  int          margin = MAX (least, (width - asc_article_view_get_column (self)) / 2);

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
  if ((width < NARROW_WIDTH) != self->narrow)
    {
      self->narrow = !self->narrow;
      g_object_set (self->title_tag, "scale", self->narrow ? 1.2 : 1.45, NULL);
    }
}

/* A first line that is the title looks like one. Without a title of its own an article is called by its id, which no first line is. */
void
asc_article_view_tag_title (AscArticleView *self)
{
  const char      *title = asc_article_get_title (asc_annotation_set_get_article (self->set));
  g_autofree char *line = NULL;
  GtkTextIter      start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_iter_get_slice (&start, &end);
  if (title == NULL || g_strcmp0 (g_strstrip (line), title) != 0)
    return;

  gtk_text_buffer_apply_tag (self->buffer, self->title_tag, &start, &end);
}

static void
update_title_tag (AscArticleView *self)
{
  g_autofree char                  *interface_font = NULL;
  g_autoptr (PangoFontDescription)  description = NULL;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-font-name", &interface_font, NULL);
  description = pango_font_description_from_string (interface_font != NULL ? interface_font : "sans");
  g_object_set (self->title_tag,
                "family", pango_font_description_get_family (description),
                "weight", 800,
                "scale", 1.45,
                NULL);
}

void
asc_article_view_init_look (AscArticleView *self)
{
  static guint     n_views = 0;
  g_autofree char *name = g_strdup_printf ("asc-article-view-%u", n_views++);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_widget_add_css_class (GTK_WIDGET (self), name);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-view");
  self->css = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self), 24);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), 48);
  update_title_tag (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-font-name",
                           G_CALLBACK (update_title_tag), self, G_CONNECT_SWAPPED);
  asc_article_view_update_font (self);
}

void
asc_article_view_dispose_look (AscArticleView *self)
{
  if (self->css == NULL)
    return;

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);
}
