/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "suggest-fixture.h"

static void
add_label (GPtrArray *labels, const char *name, gunichar key, AscForm form, AscTakes takes)
{
  AscLabelValues values = { .name = (char *) name, .key = key, .form = form, .takes = takes, .color = (char *) "blue" };

  g_ptr_array_add (labels, asc_label_new (&values, NULL));
}

void
fixture_init (Fixture *self, const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscCodebook) codebook = NULL;
  AscArticleMeta meta = { .id = (char *) "a", .title = (char *) "A", .published = (char *) "2024-07-06", .language = (char *) "en" };
  const char *claim[] = { "claim", NULL }, *actor[] = { "actor", NULL }, *date[] = { "date", NULL };

  add_label (labels, "claim", 'c', ASC_FORM_BRACKET, ASC_TAKES_SENTENCE);
  add_label (labels, "actor", 'a', ASC_FORM_PILL, ASC_TAKES_NAME);
  add_label (labels, "date", 'd', ASC_FORM_UNDERLINE, ASC_TAKES_DATE);
  self->source = asc_relation_type_new ("source", NULL, NULL, claim, actor, 0, TRUE, NULL);
  self->uttered = asc_relation_type_new ("uttered", NULL, NULL, claim, date, 1, TRUE, NULL);
  g_ptr_array_add (types, g_object_ref (self->source));
  g_ptr_array_add (types, g_object_ref (self->uttered));
  codebook = asc_codebook_new ("Test", 1, labels, types, NULL);

  self->text = asc_text_new (text, -1);
  self->article = asc_article_new_full (&meta, self->text);
  self->project = asc_project_new ("Test", codebook);
  self->history = asc_history_new ();
  self->set = asc_annotation_set_new (self->article, "mia");
  self->annotator = asc_annotator_new (self->project, self->history, self->set);
}

void
fixture_clear (Fixture *self)
{
  g_clear_object (&self->annotator);
  g_clear_object (&self->set);
  g_clear_object (&self->history);
  g_clear_object (&self->project);
  g_clear_object (&self->article);
  g_clear_object (&self->source);
  g_clear_object (&self->uttered);
  g_clear_pointer (&self->text, asc_text_unref);
}

AscSpan
fixture_span (Fixture *self, const char *quote)
{
  AscSpan span = { 0, 0 };
  guint n_hits = 0;

  g_assert_true (asc_text_find_nearest (self->text, quote, 0, &span, &n_hits));
  g_assert_cmpuint (n_hits, ==, 1);
  return span;
}

AscAnnotation *
fixture_annotate (Fixture *self, const char *label, const char *quote)
{
  AscSpan span = fixture_span (self, quote);
  AscAnnotation *annotation =
    asc_annotator_annotate (self->annotator,
                            asc_codebook_lookup_label (asc_project_get_codebook (self->project), label),
                            &span, span.start, NULL);

  g_assert_nonnull (annotation);
  return annotation;
}
