/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotator.h"

#include "asc-mention.h"
#include "asc-name-finder.h"

/* The names by which the default codebook's attributes are filled in by themselves; a label that has no such attribute is left alone. */
#define ATTRIBUTE_VALUE    "value"
#define ATTRIBUTE_TYPE     "type"
#define ATTRIBUTE_RESOLVED "resolved"
#define ATTRIBUTE_KIND     "kind"
#define ATTRIBUTE_ACTOR    "actor"

struct _AscAnnotator
{
  GObject           parent_instance;

  AscProject       *project;
  AscHistory       *history;
  AscAnnotationSet *set;
  AscText          *text;

  /* Made when first needed. */
  AscSegmenter     *segmenter;
  AscQuotations    *quotations;
  AscDateFinder    *date_finder;
};

G_DEFINE_FINAL_TYPE (AscAnnotator, asc_annotator, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROJECT,
  PROP_HISTORY,
  PROP_SET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_language (AscAnnotator *self)
{
  const char *language = asc_article_get_language (asc_annotation_set_get_article (self->set));

  return language != NULL ? language : asc_project_get_language (self->project);
}

static const char *
get_published (AscAnnotator *self)
{
  return asc_article_get_published (asc_annotation_set_get_article (self->set));
}

/* The annotation as the set holds it now: callers may hold the object of before an edit. */
static AscAnnotation *
current (AscAnnotator  *self,
         AscAnnotation *annotation)
{
  return asc_annotation_set_lookup (self->set, asc_annotation_get_id (annotation));
}

static AscLabel *
label_of (AscAnnotator  *self,
          AscAnnotation *annotation)
{
  return asc_codebook_lookup_label (asc_project_get_codebook (self->project),
                                    asc_annotation_get_label (annotation));
}

/* @attributes with @name, when @label has such an attribute and takes that value. */
static void
fill (AscAttributes **attributes,
      AscLabel       *label,
      const char     *name,
      const char     *value)
{
  g_autoptr (GVariant)    variant = g_variant_ref_sink (g_variant_new_string (value));
  AscAttributeDefinition *definition = asc_label_lookup_attribute (label, name);
  AscAttributes          *filled;

  if (definition == NULL || !asc_attribute_definition_accepts (definition, variant))
    return;

  filled = asc_attributes_with (*attributes, name, variant);
  asc_attributes_unref (*attributes);
  *attributes = filled;
}

static void
empty (AscAttributes **attributes,
       const char     *name)
{
  AscAttributes *emptied = asc_attributes_with (*attributes, name, NULL);

  asc_attributes_unref (*attributes);
  *attributes = emptied;
}

/* What a date expression says, in place of what was read from it before. */
static void
fill_date (AscAnnotator   *self,
           AscAttributes **attributes,
           AscLabel       *label,
           AscSpanSet     *spans)
{
  const AscSpan            hull =
    ASC_SPAN (asc_span_set_get_start (spans), asc_span_set_get_end (spans));
  g_autoptr (AscDateMatch) match =
    asc_date_finder_resolve (asc_annotator_get_date_finder (self), self->text, get_published (self),
                             &hull);

  empty (attributes, ATTRIBUTE_VALUE);
  empty (attributes, ATTRIBUTE_TYPE);
  if (match != NULL && match->value != NULL)
    {
      fill (attributes, label, ATTRIBUTE_VALUE, match->value);
      fill (attributes, label, ATTRIBUTE_TYPE, asc_date_type_to_string (match->type));
      fill (attributes, label, ATTRIBUTE_RESOLVED, "rule");
    }
  else
    fill (attributes, label, ATTRIBUTE_RESOLVED, "none");
}

static void
fill_actor (AscAnnotator   *self,
            AscAttributes **attributes,
            AscLabel       *label,
            AscSpanSet     *spans)
{
  g_auto (GStrv)   quote = asc_text_quote (self->text, spans);
  g_autofree char *mention = g_strjoinv (" ", quote);
  const char      *kind = asc_mention_kind (mention);
  AscActor        *actor = NULL;

  if (asc_attributes_get (*attributes, ATTRIBUTE_KIND) == NULL)
    fill (attributes, label, ATTRIBUTE_KIND, kind);

  if (asc_attributes_get (*attributes, ATTRIBUTE_ACTOR) == NULL && !g_str_equal (kind, "pronoun"))
    actor = asc_actor_register_find_called (asc_project_get_actors (self->project), mention);
  if (actor != NULL)
    fill (attributes, label, ATTRIBUTE_ACTOR, asc_actor_get_id (actor));
}

/* The attributes that follow from what a label's annotation stands on. What the coder typed stays. */
static AscAttributes *
filled_in (AscAnnotator  *self,
           AscAttributes *attributes,
           AscLabel      *label,
           AscSpanSet    *spans)
{
  AscAttributes *filled = asc_attributes_ref (attributes);

  switch (asc_label_get_values (label)->takes)
    {
    case ASC_TAKES_DATE:
      if (g_strcmp0 (asc_attributes_get_string (filled, ATTRIBUTE_RESOLVED), "typed") != 0)
        fill_date (self, &filled, label, spans);
      break;
    case ASC_TAKES_NAME:
      fill_actor (self, &filled, label, spans);
      break;
    case ASC_TAKES_SENTENCE:
    case ASC_TAKES_WORD:
      break;
    default:
      g_assert_not_reached ();
    }
  return filled;
}

static gboolean
is_word (AscAnnotator  *self,
         const AscSpan *span)
{
  for (guint i = span->start; i < span->end; i++)
    {
      if (g_unichar_isalnum (asc_text_char_at (self->text, i)))
        return TRUE;
    }
  return FALSE;
}

/* The word at @offset; at a mark that follows a word, that word. */
static gboolean
word_at (AscAnnotator *self,
         guint         offset,
         AscSpan      *word)
{
  AscSegmenter *segmenter = asc_annotator_get_segmenter (self);
  AscSpan       found;

  if ((asc_segmenter_segment_at (segmenter, ASC_SEGMENT_WORD, offset, &found) &&
       is_word (self, &found)) ||
      (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_WORD, offset, &found) &&
       found.end == offset &&
       is_word (self, &found)))
    {
      *word = found;
      return TRUE;
    }
  return FALSE;
}

static gboolean
passage_at (AscAnnotator *self,
            guint         offset,
            AscSpan      *passage)
{
  AscSegmenter *segmenter = asc_annotator_get_segmenter (self);
  AscQuotation  quotation;

  if (asc_quotations_at (asc_annotator_get_quotations (self), offset, &quotation) &&
      !asc_span_is_empty (&quotation.inner) &&
      asc_segmenter_tidy_selection (segmenter, &quotation.inner, passage))
    return TRUE;

  return asc_segmenter_segment_at (segmenter, ASC_SEGMENT_SENTENCE, offset, passage);
}

static void
asc_annotator_finalize (GObject *object)
{
  AscAnnotator *self = ASC_ANNOTATOR (object);

  g_clear_pointer (&self->date_finder, asc_date_finder_unref);
  g_clear_pointer (&self->quotations, asc_quotations_unref);
  g_clear_pointer (&self->segmenter, asc_segmenter_unref);
  g_clear_pointer (&self->text, asc_text_unref);
  g_clear_object (&self->set);
  g_clear_object (&self->history);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (asc_annotator_parent_class)->finalize (object);
}

static void
asc_annotator_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AscAnnotator *self = ASC_ANNOTATOR (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SET:
      g_value_set_object (value, self->set);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotator_class_init (AscAnnotatorClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_annotator_finalize;
  object_class->get_property = asc_annotator_get_property;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, ASC_TYPE_PROJECT, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, ASC_TYPE_HISTORY, flags);
  properties[PROP_SET] = g_param_spec_object ("set", NULL, NULL, ASC_TYPE_ANNOTATION_SET, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_annotator_init (AscAnnotator *self)
{
}

/**
 * asc_annotator_new:
 * @project: the project
 * @history: the project's history
 * @set: a set on an article whose text has been read
 *
 * Returns: (transfer full): an annotator
 */
AscAnnotator *
asc_annotator_new (AscProject       *project,
                   AscHistory       *history,
                   AscAnnotationSet *set)
{
  AscAnnotator *self;
  AscText      *text;

  g_return_val_if_fail (ASC_IS_PROJECT (project) && ASC_IS_HISTORY (history) &&
                        ASC_IS_ANNOTATION_SET (set), NULL);

  text = asc_article_get_text (asc_annotation_set_get_article (set));
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (ASC_TYPE_ANNOTATOR, NULL);
  self->project = g_object_ref (project);
  self->history = g_object_ref (history);
  self->set = g_object_ref (set);
  self->text = asc_text_ref (text);
  return self;
}

/**
 * asc_annotator_get_set:
 * @self: an annotator
 *
 * Returns: (transfer none): the set it works on
 */
AscAnnotationSet *
asc_annotator_get_set (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  return self->set;
}

/**
 * asc_annotator_get_project:
 * @self: an annotator
 *
 * Returns: (transfer none): the project whose codebook and actors it works by
 */
AscProject *
asc_annotator_get_project (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  return self->project;
}

/**
 * asc_annotator_get_history:
 * @self: an annotator
 *
 * Returns: (transfer none): the history its changes go through
 */
AscHistory *
asc_annotator_get_history (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  return self->history;
}

/**
 * asc_annotator_get_segmenter:
 * @self: an annotator
 *
 * Returns: (transfer none): the segmenter of the text
 */
AscSegmenter *
asc_annotator_get_segmenter (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  if (self->segmenter == NULL)
    self->segmenter = asc_segmenter_new (self->text, get_language (self));
  return self->segmenter;
}

/**
 * asc_annotator_get_quotations:
 * @self: an annotator
 *
 * Returns: (transfer none): the quoted passages of the text
 */
const AscQuotations *
asc_annotator_get_quotations (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  if (self->quotations == NULL)
    self->quotations = asc_quotations_new (self->text);
  return self->quotations;
}

/**
 * asc_annotator_get_date_finder:
 * @self: an annotator
 *
 * Returns: (transfer none): the date finder of the text's language
 */
AscDateFinder *
asc_annotator_get_date_finder (AscAnnotator *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), NULL);

  if (self->date_finder == NULL)
    self->date_finder = asc_date_finder_new (get_language (self));
  return self->date_finder;
}

/**
 * asc_annotator_span_at:
 * @self: an annotator
 * @label: a label
 * @offset: where the caret stands, in code points
 * @span: (out): what the label's key would take; untouched when there is nothing
 *
 * A label that takes sentences takes the innermost quoted passage at the caret, without its marks, and outside of
 * quotation marks the sentence. One that takes names takes the name, and where there is none the word, so that pronouns are one
 * key as well. One that takes dates takes the date expression and nothing else.
 *
 * Returns: whether there is something to take
 */
gboolean
asc_annotator_span_at (AscAnnotator *self,
                       AscLabel     *label,
                       guint         offset,
                       AscSpan      *span)
{
  AscSpan  taken = { 0, 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_LABEL (label), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  offset = MIN (offset, asc_text_get_length (self->text));
  switch (asc_label_get_values (label)->takes)
    {
    case ASC_TAKES_SENTENCE:
      found = passage_at (self, offset, &taken);
      break;
    case ASC_TAKES_NAME:
      found = asc_name_finder_at (asc_annotator_get_segmenter (self), offset, &taken) ||
              word_at (self, offset, &taken);
      break;
    case ASC_TAKES_DATE:
      {
        g_autoptr (AscDateMatch) match =
          asc_date_finder_at (asc_annotator_get_date_finder (self), self->text,
                              get_published (self), offset);

        found = match != NULL;
        if (found)
          taken = match->span;
        break;
      }
    case ASC_TAKES_WORD:
      found = word_at (self, offset, &taken);
      break;
    default:
      g_assert_not_reached ();
    }

  return found && asc_segmenter_tidy_selection (asc_annotator_get_segmenter (self), &taken, span);
}

/**
 * asc_annotator_annotate:
 * @self: an annotator
 * @label: a label
 * @selection: (nullable): what is selected, which is trimmed of white space and widened to whole graphemes; `NULL` or empty: what
 *   stands at @caret
 * @caret: where the caret stands, in code points
 * @existed: (out) (optional): whether the annotation was there already
 *
 * Makes an annotation in one step; the first in an unread article sets the article's state to reading.
 *
 * Returns: (transfer none) (nullable): the annotation; `NULL` when there is nothing to take or the set is read-only
 */
AscAnnotation *
asc_annotator_annotate (AscAnnotator  *self,
                        AscLabel      *label,
                        const AscSpan *selection,
                        guint          caret,
                        gboolean      *existed)
{
  g_autoptr (AscSpanSet)    spans = NULL;
  g_autoptr (AscAttributes) none = NULL;
  g_autoptr (AscAttributes) attributes = NULL;
  g_autoptr (AscAnnotation) bare = NULL;
  g_autoptr (AscAnnotation) annotation = NULL;
  AscAnnotation *same;
  AscSpan        span;
  const char    *name;
  gboolean       done;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_LABEL (label), NULL);

  if (existed != NULL)
    *existed = FALSE;

  if (selection != NULL && !asc_span_is_empty (selection))
    {
      if (!asc_segmenter_tidy_selection (asc_annotator_get_segmenter (self), selection, &span))
        return NULL;
    }
  else if (!asc_annotator_span_at (self, label, caret, &span))
    return NULL;

  name = asc_label_get_name (label);
  spans = asc_span_set_new_single (span.start, span.end);
  same = asc_annotation_set_find_same (self->set, name, spans);
  if (same != NULL)
    {
      if (existed != NULL)
        *existed = TRUE;
      return same;
    }

  none = asc_attributes_new ();
  attributes = filled_in (self, none, label, spans);
  bare = asc_annotation_new (NULL, name, spans);
  annotation = asc_annotation_with_attributes (bare, attributes);

  asc_history_begin (self->history, ASC_ACTION_ADD, name, NULL);
  done = asc_history_put_annotation (self->history, self->set, annotation);
  if (done && asc_annotation_set_get_state (self->set) == ASC_STATE_UNREAD)
    asc_history_set_state (self->history, self->set, ASC_STATE_READING,
                           asc_annotation_set_get_read_to (self->set));
  asc_history_end (self->history);

  return done ? current (self, annotation) : NULL;
}

/**
 * asc_annotator_set_label:
 * @self: an annotator
 * @annotation: an annotation of the set
 * @label: its new label
 *
 * Attributes and relations that the new label has no use for are kept; those it fills in by itself are filled in.
 *
 * Returns: whether it has that label now
 */
gboolean
asc_annotator_set_label (AscAnnotator  *self,
                         AscAnnotation *annotation,
                         AscLabel      *label)
{
  g_autoptr (AscAttributes) attributes = NULL;
  g_autoptr (AscAnnotation) labelled = NULL;
  g_autoptr (AscAnnotation) filled = NULL;
  AscAnnotation *now;
  gboolean       done;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation) &&
                        ASC_IS_LABEL (label), FALSE);

  now = current (self, annotation);
  if (now == NULL)
    return FALSE;
  if (g_str_equal (asc_annotation_get_label (now), asc_label_get_name (label)))
    return TRUE;

  attributes =
    filled_in (self, asc_annotation_get_attributes (now), label, asc_annotation_get_spans (now));
  labelled = asc_annotation_with_label (now, asc_label_get_name (label));
  filled = asc_annotation_with_attributes (labelled, attributes);

  asc_history_begin (self->history, ASC_ACTION_CHANGE_LABEL, asc_label_get_name (label), NULL);
  done = asc_history_put_annotation (self->history, self->set, filled);
  asc_history_end (self->history);
  return done;
}

/* @spans made fit for an annotation, each by itself. */
static AscSpanSet *
tidy_spans (AscAnnotator *self,
            AscSpanSet   *spans)
{
  g_autoptr (GArray) tidied = g_array_new (FALSE, FALSE, sizeof (AscSpan));
  AscSegmenter      *segmenter = asc_annotator_get_segmenter (self);

  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    {
      AscSpan tidy;

      if (asc_segmenter_tidy_selection (segmenter, asc_span_set_get_span (spans, i), &tidy))
        g_array_append_val (tidied, tidy);
    }
  return tidied->len > 0
         ? asc_span_set_new ((const AscSpan *) (gpointer) tidied->data, tidied->len) : NULL;
}

/* When an edge is moved outwards by a character and that is white space, trimming would leave it where it was for ever: it goes on to
 * the end of the next grapheme that is not. */
static AscSpanSet *
step_over_white_space (AscAnnotator *self,
                       AscSpanSet   *before,
                       AscSpanSet   *wanted)
{
  AscSegmenter *segmenter = asc_annotator_get_segmenter (self);
  AscSpan       grown, next;
  guint         start = asc_span_set_get_start (wanted), end = asc_span_set_get_end (wanted);

  if (end > asc_span_set_get_end (before))
    {
      while (g_unichar_isspace (asc_text_char_at (self->text, end)))
        end++;
      if (asc_segmenter_next_segment (segmenter, ASC_SEGMENT_GRAPHEME, end, &next))
        end = next.end;
    }
  if (start < asc_span_set_get_start (before))
    {
      while (start > 0 && g_unichar_isspace (asc_text_char_at (self->text, start - 1)))
        start--;
      if (asc_segmenter_prev_segment (segmenter, ASC_SEGMENT_GRAPHEME, start, &next))
        start = next.start;
    }

  grown = ASC_SPAN (start, end);
  return asc_span_set_get_n_spans (wanted) == 1
         ? asc_span_set_new (&grown, 1) : asc_span_set_ref (wanted);
}

/**
 * asc_annotator_set_spans:
 * @self: an annotator
 * @annotation: an annotation of the set
 * @spans: what it covers from now on, tidied like a selection
 * @squash_key: (nullable): joins quick edits to one step
 *
 * A date that was read by rule is read again.
 *
 * Returns: whether it covers that now
 */
gboolean
asc_annotator_set_spans (AscAnnotator  *self,
                         AscAnnotation *annotation,
                         AscSpanSet    *spans,
                         const char    *squash_key)
{
  g_autoptr (AscSpanSet)    tidy = NULL;
  g_autoptr (AscAnnotation) moved = NULL;
  g_autoptr (AscAnnotation) filled = NULL;
  AscAnnotation *now;
  AscLabel      *label;
  gboolean       done;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation) &&
                        spans != NULL, FALSE);

  now = current (self, annotation);
  tidy = tidy_spans (self, spans);
  if (now == NULL || tidy == NULL)
    return FALSE;

  if (asc_span_set_equal (tidy, asc_annotation_get_spans (now)) &&
      !asc_span_set_equal (tidy, spans))
    {
      g_autoptr (AscSpanSet) over = step_over_white_space (self, tidy, spans);

      asc_span_set_unref (tidy);
      tidy = tidy_spans (self, over);
    }

  label = label_of (self, now);
  moved = asc_annotation_with_spans (now, tidy, NULL);
  if (label != NULL)
    {
      g_autoptr (AscAttributes) attributes =
        filled_in (self, asc_annotation_get_attributes (now), label, tidy);

      filled = asc_annotation_with_attributes (moved, attributes);
    }
  else
    filled = g_steal_pointer (&moved);

  asc_history_begin (self->history, ASC_ACTION_CHANGE_SPANS, asc_annotation_get_label (now),
                     squash_key);
  done = asc_history_put_annotation (self->history, self->set, filled);
  asc_history_end (self->history);
  return done;
}

/**
 * asc_annotator_set_attribute:
 * @self: an annotator
 * @annotation: an annotation of the set
 * @name: name of an attribute
 * @value: (nullable): its value, whose floating reference is taken; `NULL` removes it
 *
 * What is typed into one field without a pause of a second is one step. A date's value is from then on "typed", and no rule
 * reads it again.
 *
 * Returns: whether it is so now
 */
gboolean
asc_annotator_set_attribute (AscAnnotator  *self,
                             AscAnnotation *annotation,
                             const char    *name,
                             GVariant      *value)
{
  g_autoptr (GVariant)      owned = NULL;
  g_autoptr (AscAnnotation) edited = NULL;
  g_autofree char          *squash_key = NULL;
  AscAttributeDefinition   *definition = NULL;
  AscAttributes            *attributes;
  AscAnnotation            *now;
  AscLabel                 *label;
  gboolean                  done;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation) &&
                        name != NULL, FALSE);

  if (value != NULL)
    owned = g_variant_ref_sink (value);
  now = current (self, annotation);
  if (now == NULL)
    return FALSE;

  attributes = asc_attributes_with (asc_annotation_get_attributes (now), name, owned);
  g_return_val_if_fail (attributes != NULL, FALSE);

  label = label_of (self, now);
  if (label != NULL)
    {
      definition = asc_label_lookup_attribute (label, name);
      if (asc_label_get_values (label)->takes == ASC_TAKES_DATE &&
          g_str_equal (name, ATTRIBUTE_VALUE) &&
          !asc_attributes_equal (attributes, asc_annotation_get_attributes (now)))
        fill (&attributes, label, ATTRIBUTE_RESOLVED, owned != NULL ? "typed" : "none");
    }
  edited = asc_annotation_with_attributes (now, attributes);
  asc_attributes_unref (attributes);

  if (definition != NULL && (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_TEXT ||
                             asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_NUMBER ||
                             asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_DATE))
    squash_key = g_strdup_printf ("attribute:%s:%s", asc_annotation_get_id (now), name);

  asc_history_begin (self->history, ASC_ACTION_CHANGE_ATTRIBUTE, name, squash_key);
  done = asc_history_put_annotation (self->history, self->set, edited);
  asc_history_end (self->history);
  return done;
}

/**
 * asc_annotator_set_note:
 * @self: an annotator
 * @annotation: an annotation of the set
 * @note: (nullable): its note; `NULL` or "" for none
 *
 * What is typed without a pause of a second is one step.
 *
 * Returns: whether it is so now
 */
gboolean
asc_annotator_set_note (AscAnnotator  *self,
                        AscAnnotation *annotation,
                        const char    *note)
{
  g_autoptr (AscAnnotation) edited = NULL;
  g_autofree char          *squash_key = NULL;
  AscAnnotation            *now;
  gboolean                  done;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation), FALSE);

  now = current (self, annotation);
  if (now == NULL)
    return FALSE;

  edited = asc_annotation_with_note (now, note);
  squash_key = g_strdup_printf ("note:%s", asc_annotation_get_id (now));
  asc_history_begin (self->history, ASC_ACTION_CHANGE_NOTE, asc_annotation_get_label (now),
                     squash_key);
  done = asc_history_put_annotation (self->history, self->set, edited);
  asc_history_end (self->history);
  return done;
}

/**
 * asc_annotator_remove:
 * @self: an annotator
 * @annotation: an annotation of the set
 *
 * Removes it and its relations, in one step.
 *
 * Returns: whether it was there and is gone
 */
gboolean
asc_annotator_remove (AscAnnotator  *self,
                      AscAnnotation *annotation)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation), FALSE);

  return asc_history_remove_annotation (self->history, self->set,
                                        asc_annotation_get_id (annotation));
}

/**
 * asc_annotator_set_state:
 * @self: an annotator
 * @state: how far the coder is with the article
 * @read_to: how far the coder has read, in code points
 *
 * Returns: whether it is so now
 */
gboolean
asc_annotator_set_state (AscAnnotator *self,
                         AscState      state,
                         guint         read_to)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self), FALSE);

  return asc_history_set_state (self->history, self->set, state, read_to);
}
