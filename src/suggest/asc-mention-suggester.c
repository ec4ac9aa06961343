/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-mention-suggester.h"

#include <string.h>

/* The needles for one annotation: its own text, and what its actor is called. Longest first, so that "Anna Berg" is found before "Berg". */
static GPtrArray *
collect_needles (AscAnnotator *annotator, AscAnnotation *annotation)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func (g_free);
  AscText *text = asc_segmenter_get_text (asc_annotator_get_segmenter (annotator));
  AscSpanSet *spans = asc_annotation_get_spans (annotation);
  AscActorRegister *actors = asc_project_get_actors (asc_annotator_get_project (annotator));
  const char *id = asc_attributes_get_string (asc_annotation_get_attributes (annotation), "actor");
  AscActor *actor = id ? asc_actor_register_lookup (actors, id) : NULL;

  if (asc_span_set_get_n_spans (spans) == 1)
    g_ptr_array_add (needles, asc_text_slice (text, asc_span_set_get_span (spans, 0)));
  if (actor)
    {
      const AscActorValues *values = asc_actor_get_values (actor);

      g_ptr_array_add (needles, g_strdup (values->name));
      for (guint i = 0; values->aliases && values->aliases[i]; i++)
        g_ptr_array_add (needles, g_strdup (values->aliases[i]));
    }
  return needles;
}

/* Letters and digits on both sides of an edge mean that it cuts a word in two. Scripts without spaces have no such edges to respect. */
static gboolean
joins (gunichar before, gunichar after)
{
  GUnicodeScript script = g_unichar_get_script (after);

  if (script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA ||
      script == G_UNICODE_SCRIPT_THAI)
    return FALSE;
  return g_unichar_isalnum (before) && g_unichar_isalnum (after);
}

static gboolean
is_whole (const char *start, const char *found, gsize n_bytes)
{
  gunichar first = g_utf8_get_char (found);
  const char *end = found + n_bytes;
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  if (found > start && joins (g_utf8_get_char (g_utf8_prev_char (found)), first))
    return FALSE;
  return !*end || !joins (last, g_utf8_get_char (end));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return asc_span_compare (a, b);
}

static gboolean
is_taken (AscAnnotator *annotator, const char *label, const AscSpan *span)
{
  g_autoptr (GPtrArray) there = asc_annotation_set_query (asc_annotator_get_set (annotator), span);

  for (guint i = 0; i < there->len; i++)
    {
      if (strcmp (asc_annotation_get_label (g_ptr_array_index (there, i)), label) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * asc_mention_suggester_find:
 * @annotator: of the annotation's set
 * @annotation: what was annotated
 *
 * Returns: (transfer full) (element-type AscSpan): its other mentions that nobody has annotated with this label, ascending
 */
GArray *
asc_mention_suggester_find (AscAnnotator *annotator, AscAnnotation *annotation)
{
  g_autoptr (GPtrArray) needles = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  const AscOffsets *offsets;
  AscText *text;
  guint end = 0;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), mentions);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), mentions);

  text = asc_segmenter_get_text (asc_annotator_get_segmenter (annotator));
  offsets = asc_text_get_offsets (text);
  needles = collect_needles (annotator, annotation);
  for (guint i = 0; i < needles->len; i++)
    {
      const char *needle = g_ptr_array_index (needles, i);
      const char *start = asc_text_get_utf8 (text);
      gsize n_bytes = strlen (needle);

      if (n_bytes == 0)
        continue;
      for (const char *at = strstr (start, needle); at; at = strstr (at + n_bytes, needle))
        {
          AscSpan span = ASC_SPAN (asc_offsets_bytes_to_chars (offsets, at - start),
                                   asc_offsets_bytes_to_chars (offsets, at - start + n_bytes));

          if (is_whole (start, at, n_bytes))
            g_array_append_val (all, span);
        }
    }

  /* Canonical order puts the longer of two that start together first, and the earlier of two that cross. */
  g_array_sort (all, compare_spans);
  for (guint i = 0; i < all->len; i++)
    {
      const AscSpan *span = &g_array_index (all, AscSpan, i);

      if (span->start >= end && !is_taken (annotator, asc_annotation_get_label (annotation), span))
        {
          g_array_append_val (mentions, *span);
          end = span->end;
        }
    }
  return mentions;
}

/**
 * asc_mention_suggester_accept:
 * @annotator: of the annotation's set
 * @annotation: what was annotated
 * @mention: where else it is mentioned
 * @squash_key: (nullable): joins what is accepted one after another to one step
 *
 * What the words at @mention say by themselves (kind of a name, value of a date) is filled in from them; who it is, is taken from @annotation.
 *
 * Returns: (transfer none) (nullable): the annotation that is there now; %NULL when the set is read-only
 */
AscAnnotation *
asc_mention_suggester_accept (AscAnnotator *annotator, AscAnnotation *annotation, const AscSpan *mention, const char *squash_key)
{
  AscHistory *history;
  AscAnnotation *made = NULL;
  AscLabel *label;
  gboolean existed = FALSE;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);
  g_return_val_if_fail (mention != NULL, NULL);

  history = asc_annotator_get_history (annotator);
  label = asc_codebook_lookup_label (asc_project_get_codebook (asc_annotator_get_project (annotator)), asc_annotation_get_label (annotation));
  if (!label)
    return NULL;

  asc_history_begin (history, ASC_ACTION_ACCEPT, asc_annotation_get_label (annotation), squash_key);
  made = asc_annotator_annotate (annotator, label, mention, mention->end, &existed);
  if (made && !existed)
    {
      GVariant *actor = asc_attributes_get (asc_annotation_get_attributes (annotation), "actor");
      g_autoptr (AscAttributes) attributes = actor ? asc_attributes_with (asc_annotation_get_attributes (made), "actor", actor)
                                                   : asc_attributes_ref (asc_annotation_get_attributes (made));
      g_autoptr (AscAnnotation) same = asc_annotation_with_attributes (made, attributes);
      g_autoptr (AscAnnotation) accepted = asc_annotation_with_origin (same, ASC_ORIGIN_ACCEPTED);

      asc_history_put_annotation (history, asc_annotator_get_set (annotator), accepted);
      made = asc_annotation_set_lookup (asc_annotator_get_set (annotator), asc_annotation_get_id (accepted));
    }
  asc_history_end (history);
  return made;
}
