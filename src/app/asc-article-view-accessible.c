/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-view-private.h"

#include <glib/gi18n.h>

#include "asc-announce.h"

/* Quotes are shortened to this when they are said or shown in passing. */
#define MAX_QUOTE_CHARS 160

static const char *
get_label_name (AscArticleView *self, AscAnnotation *annotation)
{
  AscCodebook *codebook = asc_article_view_get_codebook (self);
  AscLabel    *label = codebook != NULL ? asc_codebook_lookup_label (codebook, asc_annotation_get_label (annotation)) : NULL;

  return label != NULL ? asc_label_get_display_name (label) : asc_annotation_get_label (annotation);
}

static char *
get_quote (AscArticleView *self, AscAnnotation *annotation, glong max_chars)
{
  g_auto (GStrv)   parts = asc_text_quote (self->text, asc_annotation_get_spans (annotation));
  g_autofree char *joined = g_strjoinv (" … ", parts);
  g_autofree char *start = NULL;

  g_strdelimit (joined, "\n", ' ');
  if (g_utf8_strlen (joined, -1) <= max_chars)
    return g_steal_pointer (&joined);

  start = g_utf8_substring (joined, 0, max_chars);
  return g_strconcat (start, "…", NULL);
}

static void
add_roles (AscArticleView *self, AscAnnotation *annotation, GString *text)
{
  AscCodebook          *codebook = asc_article_view_get_codebook (self);
  const char           *id = asc_annotation_get_id (annotation);
  g_autoptr (GPtrArray) from = asc_annotation_set_relations_from (self->set, id);
  g_autoptr (GPtrArray) to = asc_annotation_set_relations_to (self->set, id);

  for (guint i = 0; i < from->len + to->len; i++)
    {
      gboolean         outgoing = i < from->len;
      AscRelation     *relation = outgoing ? g_ptr_array_index (from, i) : g_ptr_array_index (to, i - from->len);
      AscAnnotation   *far = asc_annotation_set_lookup (self->set, outgoing ? asc_relation_get_to (relation) : asc_relation_get_from (relation));
      AscRelationType *type = codebook != NULL ? asc_codebook_lookup_relation (codebook, asc_relation_get_relation_type (relation)) : NULL;
      const char      *role = type != NULL ? asc_relation_type_get_display_name (type) : asc_relation_get_relation_type (relation);
      g_autofree char *quote = NULL;

      if (far == NULL)
        continue;
      quote = get_quote (self, far, MAX_QUOTE_CHARS / 3);
      if (outgoing)
        /* Translators: a role of a claim and who or what plays it: "source: Dr. Wang" */
        g_string_append_printf (text, _("; %1$s: %2$s"), role, quote);
      else
        /* Translators: of what this is a role: "source of “the two officials held…”" */
        g_string_append_printf (text, _("; %1$s of “%2$s”"), role, quote);
    }
}

/* What it stands in, and what stands in it. */
static void
add_neighbours (AscArticleView *self, AscAnnotation *annotation, GString *text)
{
  const AscSpan         hull = { asc_annotation_get_start (annotation), asc_annotation_get_end (annotation) };
  g_autoptr (GPtrArray) around = asc_annotation_set_query (self->set, &hull);
  guint                 n_inside = 0;

  for (guint i = 0; i < around->len; i++)
    {
      AscAnnotation *other = g_ptr_array_index (around, i);
      AscSpan        its = { asc_annotation_get_start (other), asc_annotation_get_end (other) };

      if (other == annotation)
        continue;
      if (its.start <= hull.start && its.end >= hull.end)
        /* Translators: %s is a label such as "Claim" */
        g_string_append_printf (text, _("; in a %s"), get_label_name (self, other));
      else if (its.start >= hull.start && its.end <= hull.end)
        n_inside++;
      else
        g_string_append_printf (text, _("; crosses a %s"), get_label_name (self, other));
    }
  if (n_inside > 0)
    g_string_append_printf (text, ngettext ("; %u annotation in it", "; %u annotations in it", n_inside), n_inside);
}

/**
 * asc_article_view_describe:
 * @self: a view
 * @annotation: an annotation of the set
 *
 * Returns: (transfer full): label, quote, roles and neighbours of @annotation in one translated line
 */
char *
asc_article_view_describe (AscArticleView *self, AscAnnotation *annotation)
{
  GString         *text;
  g_autofree char *quote = NULL;

  g_return_val_if_fail (ASC_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);
  g_return_val_if_fail (self->set != NULL, NULL);

  text = g_string_new (NULL);
  quote = get_quote (self, annotation, MAX_QUOTE_CHARS);
  if (asc_annotation_get_origin (annotation) == ASC_ORIGIN_SUGGESTED)
    /* Translators: a suggested annotation: label and quote */
    g_string_append_printf (text, _("Suggested %1$s: “%2$s”"), get_label_name (self, annotation), quote);
  else
    /* Translators: an annotation: label and quote */
    g_string_append_printf (text, _("%1$s: “%2$s”"), get_label_name (self, annotation), quote);
  add_roles (self, annotation, text);
  add_neighbours (self, annotation, text);
  return g_string_free (text, FALSE);
}

/**
 * asc_article_view_announce:
 * @self: a view
 * @message: translated
 *
 * Says @message to assistive technology.
 */
void
asc_article_view_announce (AscArticleView *self, const char *message)
{
  asc_announce (GTK_WIDGET (self), message);
  g_set_str (&self->announcement, message);
  g_object_notify (G_OBJECT (self), "announcement");
}

/* ---- attributes of the text ------------------------------------------------------------------------------ */

/* How far around @offset the same annotations reach: the run that attributes are told of. */
static void
narrow_run (AscSpanSet *spans, guint offset, AscSpan *run)
{
  gsize          n;
  const AscSpan *each = asc_span_set_get_spans (spans, &n);

  for (gsize i = 0; i < n; i++)
    {
      const guint edges[2] = { each[i].start, each[i].end };

      for (guint j = 0; j < 2; j++)
        {
          if (edges[j] <= offset)
            run->start = MAX (run->start, edges[j]);
          else
            run->end = MIN (run->end, edges[j]);
        }
    }
}

static char *
color_to_string (const GdkRGBA *color)
{
  return g_strdup_printf ("%u,%u,%u", (guint) (color->red * 65535), (guint) (color->green * 65535), (guint) (color->blue * 65535));
}

/* Own drawing says nothing to a screen reader: kinds are told as text attributes, which it reads out on its attributes key. Asked of the index,
 * not of tags, so that they are right for all of the text and cost nothing while scrolling. */
static gboolean
get_attributes (GtkAccessibleText *accessible, guint offset, gsize *n_ranges, GtkAccessibleTextRange **ranges, char ***names, char ***values)
{
  AscArticleView            *self = ASC_ARTICLE_VIEW (accessible);
  g_autoptr (GPtrArray)      around = NULL;
  g_autoptr (GStrvBuilder)   name_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder)   value_builder = g_strv_builder_new ();
  g_autoptr (GString)        labels = g_string_new (NULL);
  AscAnnotation             *shortest = NULL;
  AscSpan                    run;
  GtkTextIter                iter, end;

  *n_ranges = 0;
  *ranges = NULL;
  *names = NULL;
  *values = NULL;
  if (self->set == NULL)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  end = iter;
  gtk_text_iter_set_line_offset (&iter, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  run = ASC_SPAN (gtk_text_iter_get_offset (&iter), gtk_text_iter_get_offset (&end));

  around = asc_annotation_set_query (self->set, &run);
  for (guint i = 0; i < around->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (around, i);
      AscSpanSet    *spans = asc_annotation_get_spans (annotation);

      narrow_run (spans, offset, &run);
      if (!asc_span_set_contains (spans, offset))
        continue;
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? "; " : "", get_label_name (self, annotation));
      if (shortest == NULL || asc_span_set_get_length (spans) <= asc_span_set_get_length (asc_annotation_get_spans (shortest)))
        shortest = annotation;
    }
  if (shortest == NULL)
    return FALSE;

  g_strv_builder_add (name_builder, "annotation");
  g_strv_builder_add (value_builder, labels->str);
  g_strv_builder_add (name_builder, GTK_ACCESSIBLE_ATTRIBUTE_BACKGROUND);
  g_strv_builder_take (value_builder, color_to_string (&asc_annotation_painter_get_colors (self->painter, asc_annotation_get_label (shortest))->line));
  if (asc_annotation_get_origin (shortest) == ASC_ORIGIN_SUGGESTED)
    {
      g_strv_builder_add (name_builder, "suggested");
      g_strv_builder_add (value_builder, "true");
    }
  if (shortest == asc_session_get_selected (self->session))
    {
      g_strv_builder_add (name_builder, "selected");
      g_strv_builder_add (value_builder, "true");
    }

  *names = g_strv_builder_end (name_builder);
  *values = g_strv_builder_end (value_builder);
  *n_ranges = g_strv_length (*names);
  *ranges = g_new (GtkAccessibleTextRange, *n_ranges);
  for (gsize i = 0; i < *n_ranges; i++)
    (*ranges)[i] = (GtkAccessibleTextRange) { .start = run.start, .length = asc_span_length (&run) };
  return TRUE;
}

void
asc_article_view_accessible_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_attributes = get_attributes;
}
