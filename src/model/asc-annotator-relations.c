/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The annotator's rules for relations. */
#include "asc-annotator.h"

/* How far apart the two nearest spans of two annotations are; 0 when they touch or overlap. */
static guint
text_distance (AscAnnotation *one,
               AscAnnotation *other)
{
  const AscSpan *a, *b;
  gsize          n_a, n_b, i = 0, j = 0;
  guint          distance = G_MAXUINT;

  a = asc_span_set_get_spans (asc_annotation_get_spans (one), &n_a);
  b = asc_span_set_get_spans (asc_annotation_get_spans (other), &n_b);
  while (i < n_a && j < n_b)
    {
      if (a[i].end <= b[j].start)
        distance = MIN (distance, b[j].start - a[i].end);
      else if (b[j].end <= a[i].start)
        distance = MIN (distance, a[i].start - b[j].end);
      else
        return 0;

      if (a[i].end < b[j].end)
        i++;
      else
        j++;
    }
  return distance;
}

/* A relation that could be made. */
typedef struct
{
  AscRelationType *type;
  AscAnnotation   *from;
  AscAnnotation   *to;
  AscRelation     *replaces;   /* (nullable): @from may have only one of @type */
} Possible;

static gboolean
allows (AscRelationType *type,
        AscAnnotation   *from,
        AscAnnotation   *to)
{
  return asc_relation_type_allows (type, asc_annotation_get_label (from),
                                   asc_annotation_get_label (to));
}

/* How many relations of @type go from @from, whether one of them goes to @to, and the last of them. */
static guint
count_relations (AscAnnotator    *self,
                 AscRelationType *type,
                 AscAnnotation   *from,
                 AscAnnotation   *to,
                 gboolean        *joined,
                 AscRelation    **last)
{
  g_autoptr (GPtrArray) there =
    asc_annotation_set_relations_from (asc_annotator_get_set (self), asc_annotation_get_id (from));
  guint n = 0;

  *joined = FALSE;
  *last = NULL;
  for (guint i = 0; i < there->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (there, i);

      if (!g_str_equal (asc_relation_get_relation_type (relation),
                        asc_relation_type_get_name (type)))
        continue;
      *joined |= g_str_equal (asc_relation_get_to (relation), asc_annotation_get_id (to));
      *last = relation;
      n++;
    }
  return n;
}

/* What joins two annotations: @type, or the first of the codebook that their labels allow, in the direction they allow. FALSE when
 * there is none, it joins them already, or there are as many as there may be. */
static gboolean
may_relate (AscAnnotator    *self,
            AscRelationType *type,
            AscAnnotation   *one,
            AscAnnotation   *other,
            Possible        *possible)
{
  GListModel      *types =
    asc_codebook_get_relation_types (asc_project_get_codebook (asc_annotator_get_project (self)));
  AscRelationType *chosen = NULL;
  AscAnnotation   *from, *to;
  AscRelation     *last;
  gboolean         joined;
  guint            n, max;

  if (one == other)
    return FALSE;

  n = type == NULL ? g_list_model_get_n_items (types) : 1;
  for (guint i = 0; i < n && chosen == NULL; i++)
    {
      g_autoptr (AscRelationType) listed =
        type == NULL ? g_list_model_get_item (types, i) : g_object_ref (type);

      if (allows (listed, one, other) || allows (listed, other, one))
        chosen = listed;
    }
  if (chosen == NULL)
    return FALSE;

  from = allows (chosen, one, other) ? one : other;
  to = from == one ? other : one;
  count_relations (self, chosen, to, from, &joined, &last);
  if (joined)
    return FALSE;
  n = count_relations (self, chosen, from, to, &joined, &last);
  max = asc_relation_type_get_max (chosen);
  if (joined || (max > 1 && n >= max))
    return FALSE;

  *possible = (Possible) { chosen, from, to, max == 1 ? last : NULL };
  return TRUE;
}

/**
 * asc_annotator_relate:
 * @self: an annotator
 * @one: an annotation of the set
 * @other: another
 * @type: (nullable): a relation type, or `NULL` for the first of the codebook that may join them
 *
 * Joins two annotations, from @one to @other when their labels allow that, else the other way. A type of which there may be one only
 * replaces the one that is there; the decision that there is none ("no-<type>") is withdrawn. All in one step.
 *
 * Returns: (transfer none) (nullable): the relation; `NULL` when none may be made, or it is there already
 */
AscRelation *
asc_annotator_relate (AscAnnotator    *self,
                      AscAnnotation   *one,
                      AscAnnotation   *other,
                      AscRelationType *type)
{
  g_autoptr (AscRelation) relation = NULL;
  const char       *decision;
  AscAnnotationSet *set;
  AscHistory       *history;
  Possible          possible;
  gboolean          done = TRUE;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (one) &&
                        ASC_IS_ANNOTATION (other), NULL);
  g_return_val_if_fail (type == NULL || ASC_IS_RELATION_TYPE (type), NULL);

  set = asc_annotator_get_set (self);
  history = asc_annotator_get_history (self);
  one = asc_annotation_set_lookup (set, asc_annotation_get_id (one));
  other = asc_annotation_set_lookup (set, asc_annotation_get_id (other));
  if (one == NULL || other == NULL || !may_relate (self, type, one, other, &possible))
    return NULL;

  relation = asc_relation_new (NULL, asc_relation_type_get_name (possible.type),
                               asc_annotation_get_id (possible.from),
                               asc_annotation_get_id (possible.to));
  decision = asc_relation_type_get_none_attribute (possible.type);

  asc_history_begin (history, ASC_ACTION_RELATE, asc_relation_type_get_name (possible.type), NULL);
  if (possible.replaces != NULL)
    done = asc_history_remove_relation (history, set, asc_relation_get_id (possible.replaces));
  if (done && asc_attributes_get (asc_annotation_get_attributes (possible.from), decision) != NULL)
    {
      g_autoptr (AscAttributes) attributes =
        asc_attributes_with (asc_annotation_get_attributes (possible.from), decision, NULL);
      g_autoptr (AscAnnotation) undecided =
        asc_annotation_with_attributes (possible.from, attributes);

      done = asc_history_put_annotation (history, set, undecided);
    }
  done = done && asc_history_put_relation (history, set, relation);
  if (done)
    asc_history_end (history);
  else
    asc_history_abort (history);

  return done ? asc_annotation_set_lookup_relation (set, asc_relation_get_id (relation)) : NULL;
}

/**
 * asc_annotator_unrelate:
 * @self: an annotator
 * @relation: a relation of the set
 *
 * Returns: whether it was there and is gone
 */
gboolean
asc_annotator_unrelate (AscAnnotator *self,
                        AscRelation  *relation)
{
  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_RELATION (relation), FALSE);

  return asc_history_remove_relation (asc_annotator_get_history (self),
                                      asc_annotator_get_set (self),
                                      asc_relation_get_id (relation));
}

typedef struct
{
  AscAnnotation *annotation;
  guint          distance;
} Target;

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const Target *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return asc_annotation_compare (one->annotation, other->annotation);
}

/**
 * asc_annotator_relation_targets:
 * @self: an annotator
 * @annotation: an annotation of the set
 * @type: (nullable): a relation type, or `NULL` for any of the codebook
 *
 * Returns: (transfer container) (element-type AscAnnotation): all that [method@Annotator.relate] would join to it, nearest in
 *   the text first, then canonical order
 */
GPtrArray *
asc_annotator_relation_targets (AscAnnotator    *self,
                                AscAnnotation   *annotation,
                                AscRelationType *type)
{
  g_autoptr (GArray) targets = NULL;
  AscAnnotationSet *set;
  AscAnnotation    *now;
  GPtrArray        *found;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (self) && ASC_IS_ANNOTATION (annotation), NULL);
  g_return_val_if_fail (type == NULL || ASC_IS_RELATION_TYPE (type), NULL);

  found = g_ptr_array_new ();
  set = asc_annotator_get_set (self);
  now = asc_annotation_set_lookup (set, asc_annotation_get_id (annotation));
  if (now == NULL)
    return found;

  targets = g_array_new (FALSE, FALSE, sizeof (Target));
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *other = asc_annotation_set_get_nth (set, i);
      Possible       possible;

      if (may_relate (self, type, now, other, &possible))
        g_array_append_val (targets, ((Target) { other, text_distance (now, other) }));
    }

  g_array_sort (targets, compare_targets);
  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (found, g_array_index (targets, Target, i).annotation);
  return found;
}
