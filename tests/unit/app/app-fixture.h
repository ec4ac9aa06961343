/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set with the default codebook, in memory. */
#pragma once

#include "asc-codebook-file.h"
#include "asc-history.h"

typedef struct
{
  AscProject       *project;
  AscHistory       *history;
  AscAnnotationSet *set;
} AppFixture;

static inline void
app_fixture_init (AppFixture *self)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_file_default ();
  g_autoptr (GString)     words = g_string_new (NULL);
  g_autoptr (AscText)     text = NULL;
  g_autoptr (AscArticle)  article = NULL;
  AscArticleMeta          meta = { .id = (char *) "article" };

  for (guint i = 0; i < 500; i++)
    g_string_append (words, "word ");
  text = asc_text_new (words->str, -1);
  article = asc_article_new_full (&meta, text);
  self->project = asc_project_new ("Test", codebook);
  self->history = asc_history_new ();
  self->set = asc_annotation_set_new (article, "mia");
}

static inline void
app_fixture_clear (AppFixture *self)
{
  g_object_unref (self->set);
  g_object_unref (self->history);
  g_object_unref (self->project);
}

static inline AscAnnotation *
app_fixture_add (AppFixture *self, const char *label, guint start, guint end)
{
  g_autoptr (AscSpanSet)    spans = asc_span_set_new_single (start, end);
  g_autoptr (AscAnnotation) annotation = asc_annotation_new (NULL, label, spans);

  if (!asc_history_put_annotation (self->history, self->set, annotation))
    return NULL;
  return asc_annotation_set_lookup (self->set, asc_annotation_get_id (annotation));
}
