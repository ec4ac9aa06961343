/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-set-private.h"

#include "asc-annotation-table.h"
#include "asc-change-log.h"
#include "asc-relation-table.h"

struct _AscAnnotationSet
{
  GObject             parent_instance;

  AscArticle         *article;
  char               *coder;
  AscState            state;
  guint               read_to;
  gboolean            read_only;
  char               *extra;

  AscAnnotationTable *annotations;
  AscRelationTable   *relations;

  /* The open batch. */
  guint               depth;
  AscChangeLog       *annotation_log;
  AscChangeLog       *relation_log;
  guint               n_relations_before;
};

static void asc_annotation_set_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscAnnotationSet, asc_annotation_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      asc_annotation_set_list_model_init))

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_CODER,
  PROP_STATE,
  PROP_READ_TO,
  PROP_READ_ONLY,
  PROP_N_RELATIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ANNOTATION_CHANGED,
  RELATION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changes (AscAnnotationSet *self,
              GPtrArray        *changes,
              guint             signal)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const AscLogged *change = g_ptr_array_index (changes, i);

      g_signal_emit (self, signal, 0, change->before, change->after);
    }
}

static gpointer
lookup_annotation (gpointer    table,
                   const char *id)
{
  return asc_annotation_table_lookup (table, id);
}

static gpointer
lookup_relation (gpointer    table,
                 const char *id)
{
  return asc_relation_table_lookup (table, id);
}

static GType
asc_annotation_set_get_item_type (GListModel *model)
{
  return ASC_TYPE_ANNOTATION;
}

static guint
asc_annotation_set_get_n_items (GListModel *model)
{
  return asc_annotation_set_get_n (ASC_ANNOTATION_SET (model));
}

static gpointer
asc_annotation_set_get_item (GListModel *model,
                             guint       position)
{
  AscAnnotation *annotation = asc_annotation_set_get_nth (ASC_ANNOTATION_SET (model), position);

  return annotation != NULL ? g_object_ref (annotation) : NULL;
}

static void
asc_annotation_set_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = asc_annotation_set_get_item_type;
  iface->get_n_items = asc_annotation_set_get_n_items;
  iface->get_item = asc_annotation_set_get_item;
}

static void
asc_annotation_set_finalize (GObject *object)
{
  AscAnnotationSet *self = ASC_ANNOTATION_SET (object);

  g_clear_pointer (&self->annotation_log, asc_change_log_free);
  g_clear_pointer (&self->relation_log, asc_change_log_free);
  g_clear_pointer (&self->relations, asc_relation_table_free);
  g_clear_pointer (&self->annotations, asc_annotation_table_free);
  g_clear_object (&self->article);
  g_clear_pointer (&self->coder, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_annotation_set_parent_class)->finalize (object);
}

static void
asc_annotation_set_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AscAnnotationSet *self = ASC_ANNOTATION_SET (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_CODER:
      g_value_set_string (value, self->coder);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_READ_TO:
      g_value_set_uint (value, self->read_to);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_N_RELATIONS:
      g_value_set_uint (value, asc_relation_table_get_n (self->relations));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotation_set_class_init (AscAnnotationSetClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_annotation_set_finalize;
  object_class->get_property = asc_annotation_set_get_property;

  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, ASC_TYPE_ARTICLE, flags);
  properties[PROP_CODER] = g_param_spec_string ("coder", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, ASC_TYPE_STATE, ASC_STATE_UNREAD, flags);
  properties[PROP_READ_TO] = g_param_spec_uint ("read-to", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_N_RELATIONS] =
    g_param_spec_uint ("n-relations", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AscAnnotationSet::annotation-changed:
   * @self: the set
   * @before: (nullable): what was there; `NULL` when it was added
   * @after: (nullable): what is there now; `NULL` when it was removed
   *
   * Once for each annotation a change or batch changed, after #GListModel::items-changed.
   */
  signals[ANNOTATION_CHANGED] =
    g_signal_new ("annotation-changed", ASC_TYPE_ANNOTATION_SET, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, ASC_TYPE_ANNOTATION, ASC_TYPE_ANNOTATION);

  /**
   * AscAnnotationSet::relation-changed:
   * @self: the set
   * @before: (nullable): what was there; `NULL` when it was added
   * @after: (nullable): what is there now; `NULL` when it was removed
   *
   * Once for each relation a change or batch changed.
   */
  signals[RELATION_CHANGED] =
    g_signal_new ("relation-changed", ASC_TYPE_ANNOTATION_SET, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 2, ASC_TYPE_RELATION, ASC_TYPE_RELATION);
}

static void
asc_annotation_set_init (AscAnnotationSet *self)
{
  self->annotations = asc_annotation_table_new ();
  self->relations = asc_relation_table_new ();
  self->annotation_log = asc_change_log_new ();
  self->relation_log = asc_change_log_new ();
}

/**
 * asc_annotation_set_new:
 * @article: an article
 * @coder: whose annotations they are
 *
 * Returns: (transfer full): an empty set
 */
AscAnnotationSet *
asc_annotation_set_new (AscArticle *article,
                        const char *coder)
{
  AscAnnotationSet *self;

  g_return_val_if_fail (ASC_IS_ARTICLE (article) && coder != NULL, NULL);

  self = g_object_new (ASC_TYPE_ANNOTATION_SET, NULL);
  self->article = g_object_ref (article);
  self->coder = g_strdup (coder);
  return self;
}

/**
 * asc_annotation_set_get_article:
 * @self: a set
 *
 * Returns: (transfer none): the article it is on
 */
AscArticle *
asc_annotation_set_get_article (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  return self->article;
}

/**
 * asc_annotation_set_get_coder:
 * @self: a set
 *
 * Returns: whose annotations they are
 */
const char *
asc_annotation_set_get_coder (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  return self->coder;
}

/**
 * asc_annotation_set_get_state:
 * @self: a set
 *
 * Returns: how far the coder is with the article
 */
AscState
asc_annotation_set_get_state (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), ASC_STATE_UNREAD);

  return self->state;
}

/**
 * asc_annotation_set_get_read_to:
 * @self: a set
 *
 * Returns: how far the coder has read, in code points; 0 when not begun
 */
guint
asc_annotation_set_get_read_to (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), 0);

  return self->read_to;
}

/**
 * asc_annotation_set_get_read_only:
 * @self: a set
 *
 * Returns: whether it may not be changed, because a newer version wrote its file
 */
gboolean
asc_annotation_set_get_read_only (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), TRUE);

  return self->read_only;
}

/**
 * asc_annotation_set_get_extra:
 * @self: a set
 *
 * Returns: (nullable): JSON object text of members of the file this version does not know, and of what found no place
 */
const char *
asc_annotation_set_get_extra (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  return self->extra;
}

/**
 * asc_annotation_set_get_n:
 * @self: a set
 *
 * Returns: how many annotations it has
 */
guint
asc_annotation_set_get_n (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), 0);

  return asc_annotation_table_get_n (self->annotations);
}

/**
 * asc_annotation_set_get_nth:
 * @self: a set
 * @position: a place in canonical order
 *
 * Returns: (transfer none) (nullable): the annotation there, `NULL` beyond the end
 */
AscAnnotation *
asc_annotation_set_get_nth (AscAnnotationSet *self,
                            guint             position)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  return asc_annotation_list_get_nth (asc_annotation_table_get_list (self->annotations), position);
}

/**
 * asc_annotation_set_lookup:
 * @self: a set
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the annotation with @id
 */
AscAnnotation *
asc_annotation_set_lookup (AscAnnotationSet *self,
                           const char       *id)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL, NULL);

  return asc_annotation_table_lookup (self->annotations, id);
}

/**
 * asc_annotation_set_get_position:
 * @self: a set
 * @id: an id
 * @position: (out): the place of the annotation with @id; untouched when there is none
 *
 * Returns: whether there is one
 */
gboolean
asc_annotation_set_get_position (AscAnnotationSet *self,
                                 const char       *id,
                                 guint            *position)
{
  AscAnnotation *annotation;

  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), FALSE);
  g_return_val_if_fail (id != NULL && position != NULL, FALSE);

  annotation = asc_annotation_table_lookup (self->annotations, id);
  if (annotation == NULL)
    return FALSE;

  *position = asc_annotation_list_get_place (asc_annotation_table_get_list (self->annotations), annotation);
  return TRUE;
}

/**
 * asc_annotation_set_find_same:
 * @self: a set
 * @label: name of a label
 * @spans: what it covers
 *
 * Returns: (transfer none) (nullable): the annotation with that label on these spans, of which there is at most one
 */
AscAnnotation *
asc_annotation_set_find_same (AscAnnotationSet *self,
                              const char       *label,
                              AscSpanSet       *spans)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);
  g_return_val_if_fail (label != NULL && spans != NULL, NULL);

  return asc_annotation_table_find_same (self->annotations, label, spans);
}

/**
 * asc_annotation_set_query:
 * @self: a set
 * @range: a range, in code points
 *
 * Returns: (transfer container) (element-type AscAnnotation): the annotations of which a span overlaps @range, canonical order
 */
GPtrArray *
asc_annotation_set_query (AscAnnotationSet *self,
                          const AscSpan    *range)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && range != NULL, NULL);

  return asc_annotation_table_query (self->annotations, range);
}

/**
 * asc_annotation_set_count_label:
 * @self: a set
 * @label: name of a label
 *
 * Returns: how many annotations have that label
 */
guint
asc_annotation_set_count_label (AscAnnotationSet *self,
                                const char       *label)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && label != NULL, 0);

  return asc_annotation_table_count_label (self->annotations, label);
}

/**
 * asc_annotation_set_lookup_relation:
 * @self: a set
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the relation with @id
 */
AscRelation *
asc_annotation_set_lookup_relation (AscAnnotationSet *self,
                                    const char       *id)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL, NULL);

  return asc_relation_table_lookup (self->relations, id);
}

/**
 * asc_annotation_set_get_relations:
 * @self: a set
 *
 * Returns: (transfer container) (element-type AscRelation): all relations, canonical order
 */
GPtrArray *
asc_annotation_set_get_relations (AscAnnotationSet *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self), NULL);

  return asc_relation_table_all (self->relations);
}

/**
 * asc_annotation_set_relations_from:
 * @self: a set
 * @id: id of an annotation
 *
 * Returns: (transfer container) (element-type AscRelation): the relations that go from it, canonical order
 */
GPtrArray *
asc_annotation_set_relations_from (AscAnnotationSet *self,
                                   const char       *id)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL, NULL);

  return asc_relation_table_from (self->relations, id);
}

/**
 * asc_annotation_set_relations_to:
 * @self: a set
 * @id: id of an annotation
 *
 * Returns: (transfer container) (element-type AscRelation): the relations that go to it, canonical order
 */
GPtrArray *
asc_annotation_set_relations_to (AscAnnotationSet *self,
                                 const char       *id)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL, NULL);

  return asc_relation_table_to (self->relations, id);
}

/* ---- the mutators: see asc-annotation-set-private.h ---- */

/**
 * asc_annotation_set_begin_batch: (skip)
 * @self: a set
 */
void
asc_annotation_set_begin_batch (AscAnnotationSet *self)
{
  g_return_if_fail (ASC_IS_ANNOTATION_SET (self));

  if (self->depth++ > 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->n_relations_before = asc_relation_table_get_n (self->relations);
}

/**
 * asc_annotation_set_end_batch: (skip)
 * @self: a set
 */
void
asc_annotation_set_end_batch (AscAnnotationSet *self)
{
  g_autoptr (AscAnnotationSet) keep = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  AscListChange change;

  g_return_if_fail (ASC_IS_ANNOTATION_SET (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  /* The batch is put away before anybody hears of it: a handler may begin another. */
  keep = g_object_ref (self);
  annotations = asc_change_log_take (self->annotation_log, lookup_annotation, self->annotations);
  relations = asc_change_log_take (self->relation_log, lookup_relation, self->relations);

  if (self->n_relations_before != asc_relation_table_get_n (self->relations))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RELATIONS]);
  if (asc_annotation_list_take_change (asc_annotation_table_get_list (self->annotations), &change))
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.n_removed,
                                change.n_added);
  emit_changes (self, annotations, signals[ANNOTATION_CHANGED]);
  emit_changes (self, relations, signals[RELATION_CHANGED]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * asc_annotation_set_put: (skip)
 * @self: a set
 * @annotation: an annotation whose spans lie in the text and that [method@AnnotationSet.find_same] finds no other of
 */
void
asc_annotation_set_put (AscAnnotationSet *self,
                        AscAnnotation    *annotation)
{
  g_autoptr (AscAnnotation) quoted = NULL;
  AscAnnotation *before, *same;
  const char    *id;
  AscText       *text;

  g_return_if_fail (ASC_IS_ANNOTATION_SET (self) && ASC_IS_ANNOTATION (annotation));

  text = asc_article_get_text (self->article);
  id = asc_annotation_get_id (annotation);
  same = asc_annotation_set_find_same (self, asc_annotation_get_label (annotation),
                                       asc_annotation_get_spans (annotation));
  g_return_if_fail (text != NULL);
  g_return_if_fail (asc_annotation_get_end (annotation) <= asc_text_get_length (text));
  g_return_if_fail (same == NULL || g_str_equal (asc_annotation_get_id (same), id));

  quoted = asc_annotation_set_quoted (self, annotation);
  before = asc_annotation_table_lookup (self->annotations, id);
  if (before == quoted)
    return;

  asc_annotation_set_begin_batch (self);
  asc_change_log_note (self->annotation_log, id, before);
  if (before != NULL)
    asc_annotation_table_remove (self->annotations, before);
  asc_annotation_table_add (self->annotations, quoted);
  asc_annotation_set_end_batch (self);
}

/**
 * asc_annotation_set_remove: (skip)
 * @self: a set
 * @id: id of an annotation without relations, which may not be there
 */
void
asc_annotation_set_remove (AscAnnotationSet *self,
                           const char       *id)
{
  AscAnnotation *annotation;

  g_return_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL);
  g_return_if_fail (!asc_relation_table_joins (self->relations, id));

  annotation = asc_annotation_table_lookup (self->annotations, id);
  if (annotation == NULL)
    return;

  asc_annotation_set_begin_batch (self);
  asc_change_log_note (self->annotation_log, id, annotation);
  asc_annotation_table_remove (self->annotations, annotation);
  asc_annotation_set_end_batch (self);
}

/**
 * asc_annotation_set_put_relation: (skip)
 * @self: a set
 * @relation: a relation between two annotations of @self
 *
 * Adds @relation, or puts it in the place of the one with its id.
 */
void
asc_annotation_set_put_relation (AscAnnotationSet *self,
                                 AscRelation      *relation)
{
  AscRelation *before;
  const char  *id;

  g_return_if_fail (ASC_IS_ANNOTATION_SET (self) && ASC_IS_RELATION (relation));
  g_return_if_fail (asc_annotation_set_lookup (self, asc_relation_get_from (relation)) != NULL);
  g_return_if_fail (asc_annotation_set_lookup (self, asc_relation_get_to (relation)) != NULL);

  id = asc_relation_get_id (relation);
  before = asc_relation_table_lookup (self->relations, id);
  if (before == relation)
    return;

  asc_annotation_set_begin_batch (self);
  asc_change_log_note (self->relation_log, id, before);
  if (before != NULL)
    asc_relation_table_remove (self->relations, before);
  asc_relation_table_add (self->relations, relation);
  asc_annotation_set_end_batch (self);
}

/**
 * asc_annotation_set_remove_relation: (skip)
 * @self: a set
 * @id: id of a relation, which may not be there
 */
void
asc_annotation_set_remove_relation (AscAnnotationSet *self,
                                    const char       *id)
{
  AscRelation *relation;

  g_return_if_fail (ASC_IS_ANNOTATION_SET (self) && id != NULL);

  relation = asc_relation_table_lookup (self->relations, id);
  if (relation == NULL)
    return;

  asc_annotation_set_begin_batch (self);
  asc_change_log_note (self->relation_log, id, relation);
  asc_relation_table_remove (self->relations, relation);
  asc_annotation_set_end_batch (self);
}

/**
 * asc_annotation_set_set_state: (skip)
 * @self: a set
 * @state: how far the coder is with the article
 * @read_to: how far the coder has read, in code points
 */
void
asc_annotation_set_set_state (AscAnnotationSet *self,
                              AscState          state,
                              guint             read_to)
{
  g_return_if_fail (ASC_IS_ANNOTATION_SET (self));

  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (self->read_to != read_to)
    {
      self->read_to = read_to;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_TO]);
    }
}

/**
 * asc_annotation_set_set_read_only: (skip)
 * @self: a set
 * @read_only: whether it may not be changed
 */
void
asc_annotation_set_set_read_only (AscAnnotationSet *self,
                                  gboolean          read_only)
{
  g_return_if_fail (ASC_IS_ANNOTATION_SET (self));

  read_only = !!read_only;
  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/**
 * asc_annotation_set_set_extra: (skip)
 * @self: a set
 * @extra: (nullable): JSON object text
 */
void
asc_annotation_set_set_extra (AscAnnotationSet *self,
                              const char       *extra)
{
  g_return_if_fail (ASC_IS_ANNOTATION_SET (self));

  g_set_str (&self->extra, extra);
}

/**
 * asc_annotation_set_check_consistency:
 * @self: a set
 *
 * Aborts when an invariant is broken; for tests.
 */
void
asc_annotation_set_check_consistency (AscAnnotationSet *self)
{
  g_autoptr (GPtrArray) relations = NULL;
  AscText *text;

  g_assert_true (ASC_IS_ANNOTATION_SET (self));

  asc_annotation_table_check_consistency (self->annotations);
  text = asc_article_get_text (self->article);
  for (guint i = 0; i < asc_annotation_set_get_n (self); i++)
    {
      AscAnnotation      *annotation = asc_annotation_set_get_nth (self, i);
      const char * const *quote = asc_annotation_get_quote (annotation);
      const AscSpan      *spans;
      gsize               n_spans;

      spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);
      g_assert_cmpuint (spans[n_spans - 1].end, <=, asc_text_get_length (text));
      g_assert_cmpuint (g_strv_length ((GStrv) quote), ==, n_spans);
      for (gsize j = 0; j < n_spans; j++)
        g_assert_true (asc_text_matches (text, &spans[j], quote[j]));
    }

  asc_relation_table_check_consistency (self->relations);
  relations = asc_relation_table_all (self->relations);
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      g_assert_nonnull (asc_annotation_set_lookup (self, asc_relation_get_from (relation)));
      g_assert_nonnull (asc_annotation_set_lookup (self, asc_relation_get_to (relation)));
    }
}
