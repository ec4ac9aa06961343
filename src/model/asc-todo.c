/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-todo.h"

#include "asc-edtf.h"
#include "asc-mention.h"

/* The default codebook's names of what dates a claim, and of how an actor is mentioned. A codebook without them has no such warnings. */
#define RELATION_UTTERED "uttered"
#define ATTRIBUTE_KIND "kind"
#define KIND_PRONOUN "pronoun"

static gboolean
has_type (GPtrArray *relations, AscRelationType *type)
{
  for (guint i = 0; i < relations->len; i++)
    if (g_str_equal (asc_relation_get_relation_type (g_ptr_array_index (relations, i)), asc_relation_type_get_name (type)))
      return TRUE;
  return FALSE;
}

/**
 * asc_todo_is_none:
 * @annotation: an annotation
 * @type: a relation type
 *
 * Returns: whether it was decided that there is no relation of @type from @annotation
 */
gboolean
asc_todo_is_none (AscAnnotation *annotation, AscRelationType *type)
{
  GVariant *value;

  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), FALSE);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), FALSE);

  value = asc_attributes_get (asc_annotation_get_attributes (annotation), asc_relation_type_get_none_attribute (type));
  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/**
 * asc_todo_is_decided:
 * @set: the annotations
 * @annotation: one of them
 * @type: a relation type
 *
 * Returns: whether a relation of @type goes from @annotation, or it was decided that there is none
 */
gboolean
asc_todo_is_decided (AscAnnotationSet *set, AscAnnotation *annotation, AscRelationType *type)
{
  g_autoptr (GPtrArray) relations = NULL;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), FALSE);

  if (asc_todo_is_none (annotation, type))
    return TRUE;

  relations = asc_annotation_set_relations_from (set, asc_annotation_get_id (annotation));
  return has_type (relations, type);
}

static const char *
find_missing_relation (AscAnnotationSet *set, AscCodebook *codebook, AscAnnotation *annotation)
{
  g_autoptr (GPtrArray) types = asc_codebook_relations_from (codebook, asc_annotation_get_label (annotation));
  g_autoptr (GPtrArray) relations = NULL;

  for (guint i = 0; i < types->len; i++)
    {
      AscRelationType *type = g_ptr_array_index (types, i);

      if (!asc_relation_type_get_expected (type) || asc_todo_is_none (annotation, type))
        continue;
      if (relations == NULL)
        relations = asc_annotation_set_relations_from (set, asc_annotation_get_id (annotation));
      if (!has_type (relations, type))
        return asc_relation_type_get_name (type);
    }
  return NULL;
}

static const char *
find_missing_attribute (AscCodebook *codebook, AscAnnotation *annotation)
{
  AscLabel   *label = asc_codebook_lookup_label (codebook, asc_annotation_get_label (annotation));
  GListModel *definitions;

  if (label == NULL)
    return NULL;

  definitions = asc_label_get_attributes (label);
  for (guint i = 0; i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      const char                        *name = asc_attribute_definition_get_name (definition);

      if (asc_attribute_definition_get_required (definition)
          && asc_attributes_get (asc_annotation_get_attributes (annotation), name) == NULL)
        return name;
    }
  return NULL;
}

/* The value of the first attribute of @kind that @annotation's label has; @has says whether there is such an attribute. */
static const char *
get_value_of_kind (AscCodebook      *codebook,
                   AscAnnotation    *annotation,
                   AscAttributeKind  kind,
                   gboolean         *has)
{
  AscLabel               *label = asc_codebook_lookup_label (codebook, asc_annotation_get_label (annotation));
  AscAttributeDefinition *definition = label != NULL ? asc_label_find_attribute_of_kind (label, kind) : NULL;

  *has = definition != NULL;
  if (definition == NULL)
    return NULL;
  return asc_attributes_get_string (asc_annotation_get_attributes (annotation),
                                    asc_attribute_definition_get_name (definition));
}

/* All that the date can mean is after all that the article's date can mean. */
static gboolean
is_late (AscAnnotationSet *set,
         AscCodebook      *codebook,
         AscAnnotation    *annotation)
{
  const char *published = asc_article_get_published (asc_annotation_set_get_article (set));
  g_autoptr (GPtrArray) relations = NULL;
  AscEdtfDay last, first;

  if (!asc_edtf_latest (published, &last))
    return FALSE;

  relations = asc_annotation_set_relations_from (set, asc_annotation_get_id (annotation));
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation   *relation = g_ptr_array_index (relations, i);
      AscAnnotation *date;
      gboolean       has;

      if (!g_str_equal (asc_relation_get_relation_type (relation), RELATION_UTTERED))
        continue;
      date = asc_annotation_set_lookup (set, asc_relation_get_to (relation));
      if (date != NULL &&
          asc_edtf_earliest (get_value_of_kind (codebook, date, ASC_ATTRIBUTE_DATE, &has), &first) &&
          asc_edtf_day_compare (&first, &last) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_pronoun (AscAnnotation *annotation)
{
  const char *kind = asc_attributes_get_string (asc_annotation_get_attributes (annotation), ATTRIBUTE_KIND);
  g_autofree char *mention = NULL;

  if (kind != NULL)
    return g_str_equal (kind, KIND_PRONOUN);

  mention = g_strjoinv (" ", (GStrv) asc_annotation_get_quote (annotation));
  return g_str_equal (asc_mention_kind (mention), KIND_PRONOUN);
}

static gboolean
lacks_actor (AscCodebook   *codebook,
             AscAnnotation *annotation)
{
  gboolean    has;
  const char *actor = get_value_of_kind (codebook, annotation, ASC_ATTRIBUTE_ACTOR, &has);

  return has && actor == NULL && is_pronoun (annotation);
}

static gboolean
has_wrong_edges (AscAnnotationSet  *set,
                 AscBoundaryPolicy  policy,
                 AscAnnotation     *annotation)
{
  AscText    *text = asc_article_get_text (asc_annotation_set_get_article (set));
  AscSpanSet *spans = asc_annotation_get_spans (annotation);

  if (policy == ASC_BOUNDARY_NONE || text == NULL)
    return FALSE;

  for (guint i = 0; i < asc_span_set_get_n_spans (spans); i++)
    {
      if (!asc_boundary_policy_allows (policy, text, asc_span_set_get_span (spans, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * asc_todo_find:
 * @set: the annotations
 * @project: whose codebook says what they should have, and who says where edges may lie
 * @annotation: one of them
 * @missing: (out) (optional) (nullable) (transfer none): name of the relation type or attribute that is missing
 *
 * Returns: the first thing to do about @annotation
 */
AscTodo
asc_todo_find (AscAnnotationSet *set, AscProject *project, AscAnnotation *annotation, const char **missing)
{
  AscCodebook *codebook;
  const char *name;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), ASC_TODO_NONE);
  g_return_val_if_fail (ASC_IS_PROJECT (project), ASC_TODO_NONE);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), ASC_TODO_NONE);

  codebook = asc_project_get_codebook (project);
  if (missing != NULL)
    *missing = NULL;
  if (asc_annotation_get_origin (annotation) == ASC_ORIGIN_SUGGESTED)
    return ASC_TODO_SUGGESTION;

  name = find_missing_relation (set, codebook, annotation);
  if (name != NULL)
    {
      if (missing != NULL)
        *missing = name;
      return ASC_TODO_RELATION;
    }

  name = find_missing_attribute (codebook, annotation);
  if (name != NULL)
    {
      if (missing != NULL)
        *missing = name;
      return ASC_TODO_ATTRIBUTE;
    }

  if (is_late (set, codebook, annotation))
    return ASC_TODO_LATE;
  if (lacks_actor (codebook, annotation))
    return ASC_TODO_ACTOR;
  if (has_wrong_edges (set, asc_project_get_boundaries (project), annotation))
    return ASC_TODO_EDGES;
  return ASC_TODO_NONE;
}

/**
 * asc_todo_next:
 * @set: the annotations
 * @project: whose rules say what they should have
 * @after: (nullable): where to begin
 * @offset: where to begin when @after is %NULL, in code points
 *
 * Returns: (transfer none) (nullable): the next annotation in reading order with something to do
 */
AscAnnotation *
asc_todo_next (AscAnnotationSet *set, AscProject *project, AscAnnotation *after, guint offset)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), NULL);

  do
    after = asc_annotation_set_next (set, after, offset);
  while (after != NULL && asc_todo_find (set, project, after, NULL) == ASC_TODO_NONE);
  return after;
}

/**
 * asc_todo_previous:
 * @set: the annotations
 * @project: whose rules say what they should have
 * @before: (nullable): where to begin
 * @offset: where to begin when @before is %NULL, in code points
 *
 * Returns: (transfer none) (nullable): the previous annotation in reading order with something to do
 */
AscAnnotation *
asc_todo_previous (AscAnnotationSet *set, AscProject *project, AscAnnotation *before, guint offset)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), NULL);

  do
    before = asc_annotation_set_previous (set, before, offset);
  while (before != NULL && asc_todo_find (set, project, before, NULL) == ASC_TODO_NONE);
  return before;
}
