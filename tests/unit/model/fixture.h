/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the model work on: an article, the claim frame in small, and a shadow of a list that only believes signals. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-codebook.h"

static inline AscArticle *
fixture_article (const char *utf8)
{
  const AscArticleMeta meta = { .id = (char *) "article", .title = (char *) "Title", .published = (char *) "2024-07-06",
                                .language = (char *) "en" };
  g_autoptr (AscText)  text = asc_text_new (utf8, -1);

  g_assert_nonnull (text);
  return asc_article_new_full (&meta, text);
}

/* An article of @length times "x". */
static inline AscArticle *
fixture_long_article (guint length)
{
  g_autofree char *utf8 = g_strnfill (length, 'x');

  return fixture_article (utf8);
}

static inline AscAnnotation *
fixture_annotation (const char *id,
                    const char *label,
                    guint       start,
                    guint       end)
{
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (start, end);

  return asc_annotation_new (id, label, spans);
}

static inline AscAttributeDefinition *
fixture_attribute (const char      *name,
                   AscAttributeKind kind,
                   const char      *choices)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv)        names = g_strsplit (choices, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      AscChoice *choice = g_new0 (AscChoice, 1);

      choice->name = names[i];
      g_ptr_array_add (set, choice);
    }
  return asc_attribute_definition_new (name, NULL, NULL, kind, FALSE, set, NULL);
}

static inline AscLabel *
fixture_label (const char *name,
               gunichar    key,
               AscTakes    takes,
               GPtrArray  *attributes)
{
  const AscLabelValues values = { .name = (char *) name, .color = (char *) "amber", .key = key, .takes = takes };

  return asc_label_new (&values, attributes);
}

static inline AscCodebook *
fixture_codebook (void)
{
  static const char *const claim[] = { "claim", NULL }, *const actor[] = { "actor", NULL }, *const date[] = { "date", NULL };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) of_claim = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) of_actor = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) of_date = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (of_claim, fixture_attribute ("stance", ASC_ATTRIBUTE_CHOICE, "support oppose"));
  g_ptr_array_add (of_claim, fixture_attribute ("paraphrase", ASC_ATTRIBUTE_TEXT, ""));
  g_ptr_array_add (of_claim, fixture_attribute ("no-source", ASC_ATTRIBUTE_FLAG, ""));
  g_ptr_array_add (of_actor, fixture_attribute ("actor", ASC_ATTRIBUTE_ACTOR, ""));
  g_ptr_array_add (of_actor, fixture_attribute ("kind", ASC_ATTRIBUTE_CHOICE, "name description pronoun"));
  g_ptr_array_add (of_date, fixture_attribute ("value", ASC_ATTRIBUTE_DATE, ""));
  g_ptr_array_add (of_date, fixture_attribute ("type", ASC_ATTRIBUTE_CHOICE, "DATE TIME DURATION SET"));
  g_ptr_array_add (of_date, fixture_attribute ("resolved", ASC_ATTRIBUTE_CHOICE, "rule typed none"));

  g_ptr_array_add (labels, fixture_label ("claim", 'c', ASC_TAKES_SENTENCE, of_claim));
  g_ptr_array_add (labels, fixture_label ("actor", 'a', ASC_TAKES_NAME, of_actor));
  g_ptr_array_add (labels, fixture_label ("date", 'd', ASC_TAKES_DATE, of_date));
  g_ptr_array_add (labels, fixture_label ("cue", 'v', ASC_TAKES_WORD, NULL));

  g_ptr_array_add (relations, asc_relation_type_new ("source", NULL, NULL, claim, actor, 0, TRUE, NULL));
  g_ptr_array_add (relations, asc_relation_type_new ("addressee", NULL, NULL, claim, actor, 2, FALSE, NULL));
  g_ptr_array_add (relations, asc_relation_type_new ("uttered", NULL, NULL, claim, date, 1, TRUE, NULL));
  g_ptr_array_add (relations, asc_relation_type_new ("quoted-in", NULL, NULL, claim, claim, 1, FALSE, NULL));

  return asc_codebook_new ("test", 1, labels, relations, NULL);
}

/* A copy of a list that is kept by its items-changed alone. */
typedef struct
{
  GListModel *model;
  GPtrArray  *items;
  guint       n_signals;
} Shadow;

static inline void
shadow_changed (GListModel *model,
                guint       position,
                guint       n_removed,
                guint       n_added,
                gpointer    user_data)
{
  Shadow *shadow = user_data;

  g_assert_cmpuint (n_removed + n_added, >, 0);
  g_assert_cmpuint (position + n_removed, <=, shadow->items->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (shadow->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (shadow->items, position + i, g_list_model_get_item (model, position + i));
  shadow->n_signals++;
}

static inline Shadow *
shadow_new (gpointer model)
{
  Shadow *shadow = g_new0 (Shadow, 1);

  shadow->model = g_object_ref (model);
  shadow->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (shadow->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (shadow_changed), shadow);
  return shadow;
}

static inline void
shadow_check (Shadow *shadow)
{
  g_assert_cmpuint (g_list_model_get_n_items (shadow->model), ==, shadow->items->len);
  for (guint i = 0; i < shadow->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shadow->model, i);

      g_assert_true (item == shadow->items->pdata[i]);
    }
}

static inline void
shadow_free (Shadow *shadow)
{
  g_signal_handlers_disconnect_by_data (shadow->model, shadow);
  g_object_unref (shadow->model);
  g_ptr_array_unref (shadow->items);
  g_free (shadow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shadow, shadow_free)

/* Counts what a signal tells, whatever its arguments: connect swapped. */
static inline void
count_up (guint *n)
{
  (*n)++;
}

/* Gives up the last reference, and makes sure it was. */
#define assert_finalize(object) \
  G_STMT_START { \
    gpointer _gone = (object); \
    g_object_add_weak_pointer (_gone, &_gone); \
    g_object_unref (_gone); \
    g_assert_null (_gone); \
  } G_STMT_END
