/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-role-suggester.h"

#include "asc-cue-lexicon.h"
#include "asc-mention.h"
#include "asc-name-finder.h"

/* Words that may stand between a cue and the one who said it: "said Foreign Minister Anna Berg", "Berg, 54, said". */
#define MAX_WORDS_TO_CUE 4

/* What is looked at for one claim. All spans in code points. */
typedef struct
{
  AscAnnotator    *annotator;
  AscSegmenter    *segmenter;
  AscText         *text;
  const char      *language;
  AscAnnotation   *claim;
  AscRelationType *type;
  AscSpan          sentence;     /* all sentences that the claim's hull touches */
  AscSpan          paragraph;    /* likewise */
  AscSpan          before;       /* the paragraph before, empty when there is none */
  GArray          *cues;         /* (element-type AscSpan) of the sentence, outside the claim */
  GPtrArray       *candidates;   /* (element-type AscRoleCandidate) */
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static AscSpan
segments_around (AscSegmenter *segmenter, AscSegmentKind kind, guint start, guint end)
{
  AscSpan first = ASC_SPAN (start, end), last = first;

  asc_segmenter_segment_at (segmenter, kind, start, &first);
  if (end > start)
    asc_segmenter_segment_at (segmenter, kind, end - 1, &last);
  return ASC_SPAN (MIN (first.start, start), MAX (last.end, end));
}

static gboolean
inside_claim (Search *self, const AscSpan *span)
{
  AscSpanSet *spans = asc_annotation_get_spans (self->claim);

  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    {
      const AscSpan *own = asc_span_set_get_span (spans, i);

      if (own->start <= span->start && span->end <= own->end)
        return TRUE;
    }
  return FALSE;
}

static guint
gap (const AscSpan *one, const AscSpan *other)
{
  if (one->end <= other->start)
    return other->start - one->end;
  if (other->end <= one->start)
    return one->start - other->end;
  return 0;
}

static guint
count_words_between (Search *self, const AscSpan *one, const AscSpan *other)
{
  guint from = MIN (one->end, other->end), to = MAX (one->start, other->start), n = 0;
  AscSpan word;

  while (from < to && n <= MAX_WORDS_TO_CUE &&
         asc_segmenter_next_segment (self->segmenter, ASC_SEGMENT_WORD, from, &word) && word.end <= to)
    {
      if (g_unichar_isalnum (asc_text_char_at (self->text, word.start)))
        n++;
      from = word.end;
    }
  return n;
}

static gboolean
is_beside_cue (Search *self, const AscSpan *span)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      if (count_words_between (self, span, &g_array_index (self->cues, AscSpan, i)) <= MAX_WORDS_TO_CUE)
        return TRUE;
    }
  return FALSE;
}

static guint
distance_to_claim (Search *self, const AscSpan *span)
{
  AscSpanSet *spans = asc_annotation_get_spans (self->claim);
  guint nearest = G_MAXUINT;

  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    nearest = MIN (nearest, gap (span, asc_span_set_get_span (spans, i)));
  return nearest;
}

static gboolean
rank_of (Search *self, const AscSpan *span, AscRank *rank)
{
  if (self->sentence.start <= span->start && span->end <= self->sentence.end)
    *rank = is_beside_cue (self, span) ? ASC_RANK_CUE : ASC_RANK_SENTENCE;
  else if (span->end > self->sentence.end)
    return FALSE;                       /* what comes only later was not yet said when the reader got here */
  else if (span->start >= self->paragraph.start)
    *rank = ASC_RANK_PARAGRAPH;
  else if (span->start >= self->before.start && span->end <= self->before.end)
    *rank = ASC_RANK_EARLIER;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_annotated (Search *self, const char *label, const AscSpan *span)
{
  g_autoptr (GPtrArray) there = asc_annotation_set_query (asc_annotator_get_set (self->annotator), span);

  for (guint i = 0; i < there->len; i++)
    {
      if (g_strcmp0 (asc_annotation_get_label (g_ptr_array_index (there, i)), label) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_annotations (Search *self)
{
  AscSpan range = ASC_SPAN (MIN (self->before.start, self->paragraph.start), self->sentence.end);
  g_autoptr (GPtrArray) there = asc_annotation_set_query (asc_annotator_get_set (self->annotator), &range);

  for (guint i = 0; i < there->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (there, i);
      AscSpan span = ASC_SPAN (asc_annotation_get_start (annotation), asc_annotation_get_end (annotation));
      AscRank rank;

      if (annotation != self->claim && asc_annotation_get_origin (annotation) != ASC_ORIGIN_SUGGESTED &&
          asc_relation_type_allows (self->type, asc_annotation_get_label (self->claim), asc_annotation_get_label (annotation)) &&
          !inside_claim (self, &span) && rank_of (self, &span, &rank))
        g_ptr_array_add (self->candidates,
                         asc_role_candidate_new (annotation, NULL, &span, rank, distance_to_claim (self, &span)));
    }
}

static void
add_place (Search *self, AscLabel *label, const AscSpan *span)
{
  const char *name = asc_label_get_name (label);
  AscRank rank;

  if (!inside_claim (self, span) && !is_annotated (self, name, span) && rank_of (self, span, &rank))
    g_ptr_array_add (self->candidates, asc_role_candidate_new (NULL, name, span, rank, distance_to_claim (self, span)));
}

/* A name right before or after a cue of the sentence, as the name finder sees it. */
static void
add_names (Search *self, AscLabel *label)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      const AscSpan *cue = &g_array_index (self->cues, AscSpan, i);
      AscSpan word, name;

      if (asc_segmenter_prev_segment (self->segmenter, ASC_SEGMENT_WORD, cue->start, &word) &&
          word.start >= self->sentence.start && g_unichar_isupper (asc_text_char_at (self->text, word.start)) &&
          asc_name_finder_at (self->segmenter, word.start, &name))
        add_place (self, label, &name);
      if (asc_segmenter_next_segment (self->segmenter, ASC_SEGMENT_WORD, cue->end, &word) &&
          word.end <= self->sentence.end && g_unichar_isupper (asc_text_char_at (self->text, word.start)) &&
          asc_name_finder_at (self->segmenter, word.start, &name))
        add_place (self, label, &name);
    }
}

static void
add_dates (Search *self, AscLabel *label)
{
  AscDateFinder *finder = asc_annotator_get_date_finder (self->annotator);
  const char *anchor = asc_article_get_published (asc_annotation_set_get_article (asc_annotator_get_set (self->annotator)));
  AscSpan word;

  for (guint at = self->sentence.start;
       at < self->sentence.end &&
       asc_segmenter_next_segment (self->segmenter, ASC_SEGMENT_WORD, at, &word) && word.end <= self->sentence.end;)
    {
      g_autoptr (AscDateMatch) match = asc_date_finder_at (finder, self->text, anchor, word.start);

      if (match && match->type != ASC_DATE_TYPE_DURATION && match->type != ASC_DATE_TYPE_SET)
        add_place (self, label, &match->span);
      at = match ? MAX (match->span.end, word.end) : word.end;
    }
}

static void
add_places (Search *self)
{
  AscCodebook *codebook = asc_project_get_codebook (asc_annotator_get_project (self->annotator));
  const char * const *labels = asc_relation_type_get_to_labels (self->type);

  for (guint i = 0; labels && labels[i]; i++)
    {
      AscLabel *label = asc_codebook_lookup_label (codebook, labels[i]);

      if (!label)
        continue;
      if (asc_label_get_values (label)->takes == ASC_TAKES_NAME)
        add_names (self, label);
      else if (asc_label_get_values (label)->takes == ASC_TAKES_DATE)
        add_dates (self, label);
    }
}

static void
search_init (Search *self, AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type)
{
  AscArticle *article = asc_annotation_set_get_article (asc_annotator_get_set (annotator));
  guint start = asc_annotation_get_start (claim), end = asc_annotation_get_end (claim);
  AscSpan line;

  self->annotator = annotator;
  self->segmenter = asc_annotator_get_segmenter (annotator);
  self->text = asc_segmenter_get_text (self->segmenter);
  self->language = asc_article_get_language (article);
  if (!self->language)
    self->language = asc_project_get_language (asc_annotator_get_project (annotator));
  self->claim = claim;
  self->type = type;
  self->sentence = segments_around (self->segmenter, ASC_SEGMENT_SENTENCE, start, end);
  self->paragraph = segments_around (self->segmenter, ASC_SEGMENT_PARAGRAPH, start, end);
  self->before = ASC_SPAN (self->paragraph.start, self->paragraph.start);
  if (asc_segmenter_prev_segment (self->segmenter, ASC_SEGMENT_PARAGRAPH, self->paragraph.start, &line))
    self->before = line;
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_role_candidate_free);
  self->cues = asc_cue_lexicon_find_in (self->segmenter, self->language, &self->sentence);

  /* A cue inside the claim ("… that he said nothing") is part of what was claimed. */
  for (guint i = self->cues->len; i > 0; i--)
    {
      if (inside_claim (self, &g_array_index (self->cues, AscSpan, i - 1)))
        g_array_remove_index (self->cues, i - 1);
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  return asc_role_candidate_compare (*(AscRoleCandidate * const *) a, *(AscRoleCandidate * const *) b);
}

/**
 * asc_role_suggester_suggest:
 * @annotator: of the claim's set
 * @claim: the claim
 * @type: the role
 * @max: at most so many
 *
 * Returns: (transfer full) (element-type AscRoleCandidate): who or when, the likeliest first
 */
GPtrArray *
asc_role_suggester_suggest (AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type, guint max)
{
  g_auto (Search) search = { 0 };

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (claim), NULL);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);

  search_init (&search, annotator, claim, type);
  add_annotations (&search);
  add_places (&search);
  g_ptr_array_sort (search.candidates, compare_candidates);

  /* A name beside two cues comes twice. */
  for (guint i = search.candidates->len; i > 1; i--)
    {
      AscRoleCandidate *one = g_ptr_array_index (search.candidates, i - 2);
      AscRoleCandidate *other = g_ptr_array_index (search.candidates, i - 1);

      if (one->annotation == other->annotation && asc_span_equal (&one->span, &other->span))
        g_ptr_array_remove_index (search.candidates, i - 1);
    }
  if (search.candidates->len > max)
    g_ptr_array_set_size (search.candidates, max);
  return g_steal_pointer (&search.candidates);
}

/* Who has no actor yet and is called by a name becomes one of the register. */
static AscAnnotation *
register_actor (AscAnnotator *annotator, AscLabel *label, AscAnnotation *annotation)
{
  AscActorRegister *actors = asc_project_get_actors (asc_annotator_get_project (annotator));
  AscHistory *history = asc_annotator_get_history (annotator);
  g_autofree char *name = g_strjoinv (" ", (GStrv) asc_annotation_get_quote (annotation));
  GListModel *definitions = asc_label_get_attributes (label);

  if (asc_label_get_values (label)->takes != ASC_TAKES_NAME || !g_str_equal (asc_mention_kind (name), "name"))
    return annotation;

  for (guint i = 0; i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      const char *attribute = asc_attribute_definition_get_name (definition);
      g_autofree char *id = NULL;
      g_autoptr (AscActor) actor = NULL;
      g_autoptr (AscAttributes) attributes = NULL;
      g_autoptr (AscAnnotation) linked = NULL;
      AscActorValues values = { 0 };

      if (asc_attribute_definition_get_kind (definition) != ASC_ATTRIBUTE_ACTOR
          || asc_attributes_get (asc_annotation_get_attributes (annotation), attribute))
        continue;
      values.id = id = asc_actor_register_free_id (actors, name);
      values.name = name;
      actor = asc_actor_new (&values);
      attributes = asc_attributes_with (asc_annotation_get_attributes (annotation), attribute, g_variant_new_string (id));
      linked = asc_annotation_with_attributes (annotation, attributes);
      if (asc_history_put_actor (history, actors, actor))
        asc_history_put_annotation (history, asc_annotator_get_set (annotator), linked);
      break;
    }
  return asc_annotation_set_lookup (asc_annotator_get_set (annotator), asc_annotation_get_id (annotation));
}

/* The place of the text as an annotation that was accepted, linked to the register. */
static AscAnnotation *
annotate_place (AscAnnotator *annotator, const AscRoleCandidate *candidate)
{
  AscCodebook *codebook = asc_project_get_codebook (asc_annotator_get_project (annotator));
  AscLabel *label = asc_codebook_lookup_label (codebook, candidate->label);
  AscAnnotationSet *set = asc_annotator_get_set (annotator);
  g_autoptr (AscAnnotation) accepted = NULL;
  AscAnnotation *annotation;
  gboolean existed;

  annotation = label ? asc_annotator_annotate (annotator, label, &candidate->span, candidate->span.start, &existed) : NULL;
  if (!annotation || existed)
    return annotation;

  accepted = asc_annotation_with_origin (annotation, ASC_ORIGIN_ACCEPTED);
  asc_history_put_annotation (asc_annotator_get_history (annotator), set, accepted);
  return register_actor (annotator, label, asc_annotation_set_lookup (set, asc_annotation_get_id (accepted)));
}

/**
 * asc_role_suggester_accept:
 * @annotator: of the claim's set
 * @claim: the claim
 * @type: the role
 * @candidate: from asc_role_suggester_suggest()
 *
 * Makes the relation, and before that the annotation when the candidate is a place of the text only: its origin is "accepted", and a
 * name that the register does not know becomes an actor of it. One step of the history, or part of the one that is open.
 *
 * Returns: (transfer none) (nullable): the relation; NULL when it may not be or is there already
 */
AscRelation *
asc_role_suggester_accept (AscAnnotator           *annotator,
                           AscAnnotation          *claim,
                           AscRelationType        *type,
                           const AscRoleCandidate *candidate)
{
  AscHistory *history;
  AscAnnotation *annotation;
  AscRelation *relation = NULL;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION (claim), NULL);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);
  g_return_val_if_fail (candidate != NULL, NULL);

  history = asc_annotator_get_history (annotator);
  asc_history_begin (history, ASC_ACTION_ACCEPT, asc_relation_type_get_name (type), NULL);
  annotation = candidate->annotation;
  if (!annotation)
    annotation = annotate_place (annotator, candidate);
  if (annotation)
    relation = asc_annotator_relate (annotator, claim, annotation, type);
  asc_history_end (history);

  return relation;
}
