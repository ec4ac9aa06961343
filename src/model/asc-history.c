/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-history-private.h"

#include "asc-actor-register-private.h"
#include "asc-annotation-set-private.h"

#define SQUASH_TIME G_USEC_PER_SEC

G_DEFINE_ENUM_TYPE (AscAction, asc_action,
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_ADD, "add"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_REMOVE, "remove"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_LABEL, "change-label"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_SPANS, "change-spans"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_ATTRIBUTE, "change-attribute"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_NOTE, "change-note"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_RELATE, "relate"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_UNRELATE, "unrelate"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_STATE, "change-state"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_ACTOR, "change-actor"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_MERGE_ACTORS, "merge-actors"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_CODEBOOK, "change-codebook"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_CHANGE_ARTICLE, "change-article"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_ACCEPT, "accept"),
                    G_DEFINE_ENUM_VALUE (ASC_ACTION_BULK, "bulk"))

typedef enum
{
  CHANGE_ANNOTATION,   /* AscAnnotationSet: AscAnnotation */
  CHANGE_RELATION,     /* AscAnnotationSet: AscRelation */
  CHANGE_STATE,        /* AscAnnotationSet: Progress */
  CHANGE_ACTOR,        /* AscActorRegister: AscActor */
  CHANGE_CODEBOOK,     /* AscProject: AscCodebook */
  CHANGE_META,         /* AscArticle: AscArticleMeta */
} ChangeKind;

typedef struct
{
  AscState state;
  guint    read_to;
} Progress;

/* "This place of the model held before, now it holds after"; NULL: nothing. */
typedef struct
{
  ChangeKind kind;
  GObject   *model;
  gpointer   before;
  gpointer   after;
} Change;

typedef struct
{
  AscAction  action;
  char      *subject;
  char      *squash_key;
  gint64     time;         /* of the last change, monotonic */
  GArray    *changes;      /* (element-type Change) in the order they were made */
} Step;

struct _AscHistory
{
  GObject     parent_instance;

  GPtrArray  *steps;         /* (element-type Step): first those that can be undone, then those that can be redone */
  guint       n_done;
  gboolean    may_squash;    /* the last thing that happened was the last step, not an undo */

  Step       *open;          /* between begin and end */
  guint       depth;
  gboolean    aborted;
  GPtrArray  *models;        /* owned: those that the open step, undo or redo changed; sets have a batch open */
  GHashTable *model_set;     /* the same */

  AscClock    clock;
};

G_DEFINE_FINAL_TYPE (AscHistory, asc_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- changes ---- */

static void
value_free (ChangeKind kind,
            gpointer   value)
{
  if (value == NULL)
    return;

  switch (kind)
    {
    case CHANGE_STATE:
      g_free (value);
      break;
    case CHANGE_META:
      asc_article_meta_free (value);
      break;
    case CHANGE_ANNOTATION:
    case CHANGE_RELATION:
    case CHANGE_ACTOR:
    case CHANGE_CODEBOOK:
      g_object_unref (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gpointer
value_copy (ChangeKind kind,
            gpointer   value)
{
  if (value == NULL)
    return NULL;

  switch (kind)
    {
    case CHANGE_STATE:
      return g_memdup2 (value, sizeof (Progress));
    case CHANGE_META:
      return asc_article_meta_copy (value);
    case CHANGE_ANNOTATION:
    case CHANGE_RELATION:
    case CHANGE_ACTOR:
    case CHANGE_CODEBOOK:
      return g_object_ref (value);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
value_equal (ChangeKind kind,
             gpointer   a,
             gpointer   b)
{
  if (a == NULL || b == NULL)
    return a == b;

  switch (kind)
    {
    case CHANGE_ANNOTATION:
      return asc_annotation_equal (a, b);
    case CHANGE_RELATION:
      return asc_relation_equal (a, b);
    case CHANGE_STATE:
      return ((Progress *) a)->state == ((Progress *) b)->state && ((Progress *) a)->read_to == ((Progress *) b)->read_to;
    case CHANGE_ACTOR:
      return asc_actor_equal (a, b);
    case CHANGE_CODEBOOK:
      return a == b;
    case CHANGE_META:
      return asc_article_meta_equal (a, b);
    default:
      g_assert_not_reached ();
    }
}

/* Which place of its model a change is about; "" where there is only one. */
static const char *
change_place (const Change *change)
{
  gpointer value = change->after != NULL ? change->after : change->before;

  switch (change->kind)
    {
    case CHANGE_ANNOTATION:
      return asc_annotation_get_id (value);
    case CHANGE_RELATION:
      return asc_relation_get_id (value);
    case CHANGE_ACTOR:
      return asc_actor_get_id (value);
    case CHANGE_STATE:
    case CHANGE_CODEBOOK:
    case CHANGE_META:
      return "";
    default:
      g_assert_not_reached ();
    }
}

static gboolean
change_same_place (const Change *a,
                   const Change *b)
{
  return a->kind == b->kind && a->model == b->model && g_str_equal (change_place (a), change_place (b));
}

static void
change_clear (gpointer item)
{
  Change *change = item;

  value_free (change->kind, change->before);
  value_free (change->kind, change->after);
  g_object_unref (change->model);
}

/* Puts the value before or after the change in its place. */
static void
change_apply (const Change *change,
              gboolean      undo)
{
  gpointer value = undo ? change->before : change->after;

  switch (change->kind)
    {
    case CHANGE_ANNOTATION:
      if (value != NULL)
        asc_annotation_set_put (ASC_ANNOTATION_SET (change->model), value);
      else
        asc_annotation_set_remove (ASC_ANNOTATION_SET (change->model), change_place (change));
      break;
    case CHANGE_RELATION:
      if (value != NULL)
        asc_annotation_set_put_relation (ASC_ANNOTATION_SET (change->model), value);
      else
        asc_annotation_set_remove_relation (ASC_ANNOTATION_SET (change->model), change_place (change));
      break;
    case CHANGE_STATE:
      asc_annotation_set_set_state (ASC_ANNOTATION_SET (change->model), ((Progress *) value)->state,
                                    ((Progress *) value)->read_to);
      break;
    case CHANGE_ACTOR:
      if (value != NULL)
        asc_actor_register_put (ASC_ACTOR_REGISTER (change->model), value);
      else
        asc_actor_register_remove (ASC_ACTOR_REGISTER (change->model), change_place (change));
      break;
    case CHANGE_CODEBOOK:
      asc_project_set_codebook (ASC_PROJECT (change->model), value);
      break;
    case CHANGE_META:
      asc_article_set_meta (ASC_ARTICLE (change->model), value);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* ---- steps ---- */

static Step *
step_new (AscAction   action,
          const char *subject,
          const char *squash_key)
{
  Step *step = g_new0 (Step, 1);

  step->action = action;
  step->subject = g_strdup (subject);
  step->squash_key = g_strdup (squash_key);
  step->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (step->changes, change_clear);
  return step;
}

static void
step_free (Step *step)
{
  g_free (step->subject);
  g_free (step->squash_key);
  g_array_unref (step->changes);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

/* Adds a change that was made. A change of the place that the last one was about is joined to it, and when the place then holds
 * what it held before, that very value is put back and neither was. Others are left as they are: to skip what was between
 * could pass through a state that may not be, such as the same annotation twice. */
static void
step_add (Step   *step,
          Change *change)
{
  Change *last = NULL;

  if (step->changes->len > 0)
    last = &g_array_index (step->changes, Change, step->changes->len - 1);
  if (last == NULL || !change_same_place (last, change))
    {
      g_array_append_val (step->changes, *change);
      return;
    }

  value_free (change->kind, change->before);
  value_free (last->kind, last->after);
  last->after = change->after;
  g_object_unref (change->model);

  if (value_equal (last->kind, last->before, last->after))
    {
      if (last->before != NULL)
        change_apply (last, TRUE);
      g_array_set_size (step->changes, step->changes->len - 1);
    }
}

/* What a step was about, to be shown. */
static void
step_describe (Step              *step,
               AscAnnotationSet **set,
               char             **annotation_id)
{
  const Change *told = NULL;

  for (guint i = 0; i < step->changes->len; i++)
    {
      const Change *change = &g_array_index (step->changes, Change, i);

      if (change->kind <= CHANGE_STATE && (told == NULL || change->kind < told->kind))
        told = change;
      if (change->kind == CHANGE_ANNOTATION)
        break;
    }

  *set = NULL;
  *annotation_id = NULL;
  if (told == NULL)
    return;

  *set = g_object_ref (ASC_ANNOTATION_SET (told->model));
  if (told->kind == CHANGE_ANNOTATION)
    *annotation_id = g_strdup (change_place (told));
  else if (told->kind == CHANGE_RELATION)
    *annotation_id = g_strdup (asc_relation_get_from (told->after != NULL ? told->after : told->before));
}

/* ---- the history ---- */

/* @model is about to change: its batch is open until emit_changed (). */
static void
join_model (AscHistory *self,
            GObject    *model)
{
  if (!g_hash_table_add (self->model_set, model))
    return;

  g_ptr_array_add (self->models, g_object_ref (model));
  if (ASC_IS_ANNOTATION_SET (model))
    asc_annotation_set_begin_batch (ASC_ANNOTATION_SET (model));
}

/* Ends the batches, and tells of each model that it changed. All that is ours was put in order before: a handler may make a step. */
static void
emit_changed (AscHistory *self,
              gboolean    changed)
{
  g_autoptr (GPtrArray) models = g_steal_pointer (&self->models);

  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove_all (self->model_set);

  for (guint i = 0; i < models->len; i++)
    {
      if (ASC_IS_ANNOTATION_SET (models->pdata[i]))
        asc_annotation_set_end_batch (models->pdata[i]);
    }
  for (guint i = 0; changed && i < models->len; i++)
    g_signal_emit (self, signals[CHANGED], 0, models->pdata[i]);
}

/* Tells everybody of a step that was made, undone or redone. */
static void
emit_stepped (AscHistory *self,
              Step       *step,
              gboolean    undone)
{
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autofree char *annotation_id = NULL;
  g_autofree char *subject = g_strdup (step->subject);
  AscAction        action = step->action;

  step_describe (step, &set, &annotation_id);
  emit_changed (self, TRUE);
  g_signal_emit (self, signals[STEPPED], 0, undone, action, subject, set, annotation_id);
}

/* Notifies of what is not any more as it was when @could_undo and @could_redo were asked. */
static void
notify_possible (AscHistory *self,
                 gboolean    could_undo,
                 gboolean    could_redo)
{
  if (could_undo != asc_history_get_can_undo (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (could_redo != asc_history_get_can_redo (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* Makes a change in the open step. Takes copies. */
static void
make_change (AscHistory *self,
             ChangeKind  kind,
             gpointer    model,
             gpointer    before,
             gpointer    after)
{
  Change change = { kind, g_object_ref (model), value_copy (kind, before), value_copy (kind, after) };

  g_assert (self->depth > 0 && !self->aborted);

  join_model (self, model);
  change_apply (&change, FALSE);
  step_add (self->open, &change);
}

/* Joins @step to the last one when both are of one piece. */
static gboolean
squash (AscHistory *self,
        Step       *step)
{
  Step *last;

  if (!self->may_squash || self->n_done == 0 || step->squash_key == NULL)
    return FALSE;

  last = g_ptr_array_index (self->steps, self->n_done - 1);
  if (g_strcmp0 (last->squash_key, step->squash_key) != 0 || step->time - last->time > SQUASH_TIME)
    return FALSE;

  for (guint i = 0; i < step->changes->len; i++)
    step_add (last, &g_array_index (step->changes, Change, i));
  g_array_set_clear_func (step->changes, NULL);
  g_array_set_size (step->changes, 0);
  last->time = step->time;
  return TRUE;
}

static void
close_step (AscHistory *self)
{
  g_autoptr (Step) step = g_steal_pointer (&self->open);
  Step    *told = NULL;
  gboolean could_undo, could_redo, was_aborted;

  was_aborted = self->aborted;
  self->aborted = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  if (was_aborted || step->changes->len == 0)
    {
      emit_changed (self, FALSE);
      return;
    }

  could_undo = asc_history_get_can_undo (self);
  could_redo = asc_history_get_can_redo (self);
  g_ptr_array_set_size (self->steps, self->n_done);
  step->time = self->clock ();

  if (!squash (self, step))
    {
      g_ptr_array_add (self->steps, g_steal_pointer (&step));
      self->n_done++;
    }
  self->may_squash = TRUE;

  told = g_ptr_array_index (self->steps, self->n_done - 1);
  if (told->changes->len == 0)
    {
      g_ptr_array_set_size (self->steps, --self->n_done);
      self->may_squash = FALSE;
      emit_changed (self, TRUE);
    }
  else
    emit_stepped (self, told, FALSE);
  notify_possible (self, could_undo, could_redo);
}

static gboolean
may_change_set (AscHistory       *self,
                AscAnnotationSet *set)
{
  return !self->aborted && !asc_annotation_set_get_read_only (set);
}

/* What an edit of an annotation by itself is called. */
static AscAction
edit_action (AscAnnotation *before,
             AscAnnotation *after,
             const char   **subject)
{
  AscAttributes *old = asc_annotation_get_attributes (before), *new = asc_annotation_get_attributes (after);

  *subject = asc_annotation_get_label (after);
  if (!g_str_equal (asc_annotation_get_label (before), asc_annotation_get_label (after)))
    return ASC_ACTION_CHANGE_LABEL;
  if (!asc_span_set_equal (asc_annotation_get_spans (before), asc_annotation_get_spans (after)))
    return ASC_ACTION_CHANGE_SPANS;
  if (g_strcmp0 (asc_annotation_get_note (before), asc_annotation_get_note (after)) != 0)
    return ASC_ACTION_CHANGE_NOTE;

  for (guint i = 0; i < asc_attributes_get_n (new) + asc_attributes_get_n (old); i++)
    {
      const char *name = i < asc_attributes_get_n (new)
                         ? asc_attributes_get_name (new, i)
                         : asc_attributes_get_name (old, i - asc_attributes_get_n (new));
      GVariant   *a = asc_attributes_get (old, name), *b = asc_attributes_get (new, name);

      if (a == NULL || b == NULL || !g_variant_equal (a, b))
        {
          *subject = name;
          return ASC_ACTION_CHANGE_ATTRIBUTE;
        }
    }
  return ASC_ACTION_ACCEPT;
}

static void
asc_history_dispose (GObject *object)
{
  AscHistory *self = ASC_HISTORY (object);

  if (self->depth > 0)
    {
      self->depth = 1;
      asc_history_abort (self);
    }
  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;

  G_OBJECT_CLASS (asc_history_parent_class)->dispose (object);
}

static void
asc_history_finalize (GObject *object)
{
  AscHistory *self = ASC_HISTORY (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->model_set, g_hash_table_unref);
  g_clear_pointer (&self->models, g_ptr_array_unref);

  G_OBJECT_CLASS (asc_history_parent_class)->finalize (object);
}

static void
asc_history_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AscHistory *self = ASC_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, asc_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, asc_history_get_can_redo (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->depth > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_history_class_init (AscHistoryClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = asc_history_dispose;
  object_class->finalize = asc_history_finalize;
  object_class->get_property = asc_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  /* A step is open. */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AscHistory::changed:
   * @self: the history
   * @model: an [class@AnnotationSet], [class@ActorRegister], [class@Project] or [class@Article]
   *
   * Once for each model that a step, undo or redo changed.
   */
  signals[CHANGED] =
    g_signal_new ("changed", ASC_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_OBJECT);

  /**
   * AscHistory::stepped:
   * @self: the history
   * @undone: whether the step was undone
   * @action: what the step does
   * @subject: (nullable): see [enum@Action]
   * @set: (nullable): where it was
   * @annotation_id: (nullable): the annotation it was about; of a relation, the one it goes from
   *
   * After each step, undo and redo.
   */
  signals[STEPPED] =
    g_signal_new ("stepped", ASC_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 5, G_TYPE_BOOLEAN, ASC_TYPE_ACTION, G_TYPE_STRING, ASC_TYPE_ANNOTATION_SET,
                  G_TYPE_STRING);
}

static void
asc_history_init (AscHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->model_set = g_hash_table_new (NULL, NULL);
  self->clock = g_get_monotonic_time;
}

/**
 * asc_history_new:
 *
 * Returns: (transfer full): a history in which nothing has happened
 */
AscHistory *
asc_history_new (void)
{
  return g_object_new (ASC_TYPE_HISTORY, NULL);
}

/**
 * asc_history_set_clock: (skip)
 * @self: a history
 * @clock: tells the time
 */
void
asc_history_set_clock (AscHistory *self,
                       AscClock    clock)
{
  g_return_if_fail (ASC_IS_HISTORY (self) && clock != NULL);

  self->clock = clock;
}

/**
 * asc_history_begin:
 * @self: a history
 * @action: what the step does
 * @subject: (nullable): see [enum@Action]
 * @squash_key: (nullable): joins the step to the last one when that has the same key and is not a second old
 *
 * Begins a step. Nests: the outermost names the step.
 */
void
asc_history_begin (AscHistory *self,
                   AscAction   action,
                   const char *subject,
                   const char *squash_key)
{
  g_return_if_fail (ASC_IS_HISTORY (self));

  if (self->depth++ > 0)
    return;

  self->open = step_new (action, subject, squash_key);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * asc_history_end:
 * @self: a history with an open step
 *
 * Ends what the last [method@History.begin] began.
 */
void
asc_history_end (AscHistory *self)
{
  g_return_if_fail (ASC_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth == 0)
    close_step (self);
}

/**
 * asc_history_abort:
 * @self: a history with an open step
 *
 * In place of [method@History.end]: takes back all that the open step did. When begins are nested, no more is done until the
 * outermost ends, and nothing is recorded.
 */
void
asc_history_abort (AscHistory *self)
{
  GArray *changes;

  g_return_if_fail (ASC_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  changes = self->open->changes;
  for (guint i = changes->len; i > 0; i--)
    change_apply (&g_array_index (changes, Change, i - 1), TRUE);
  g_array_set_size (changes, 0);

  self->aborted = TRUE;
  asc_history_end (self);
}

/**
 * asc_history_put_annotation:
 * @self: a history
 * @set: a set
 * @annotation: an annotation; its quote is filled in from the text
 *
 * Adds @annotation, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there; not when the set is read-only, the text not read, a span outside it, or another annotation
 *   with that label and those spans there already
 */
gboolean
asc_history_put_annotation (AscHistory       *self,
                            AscAnnotationSet *set,
                            AscAnnotation    *annotation)
{
  g_autoptr (AscAnnotation) after = NULL;
  g_autoptr (AscAnnotation) before = NULL;
  AscAnnotation *same;
  AscText       *text;
  AscAction      action = ASC_ACTION_ADD;
  const char    *subject;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), FALSE);

  text = asc_article_get_text (asc_annotation_set_get_article (set));
  if (!may_change_set (self, set) || text == NULL ||
      asc_annotation_get_end (annotation) > asc_text_get_length (text))
    return FALSE;

  same = asc_annotation_set_find_same (set, asc_annotation_get_label (annotation), asc_annotation_get_spans (annotation));
  if (same != NULL && !g_str_equal (asc_annotation_get_id (same), asc_annotation_get_id (annotation)))
    return FALSE;

  after = asc_annotation_set_quoted (set, annotation);
  subject = asc_annotation_get_label (after);
  g_set_object (&before, asc_annotation_set_lookup (set, asc_annotation_get_id (after)));
  if (before != NULL)
    {
      if (asc_annotation_equal (before, after))
        return TRUE;
      action = edit_action (before, after, &subject);
    }

  asc_history_begin (self, action, subject, NULL);
  make_change (self, CHANGE_ANNOTATION, set, before, after);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_annotation:
 * @self: a history
 * @set: a set
 * @id: id of an annotation
 *
 * Removes an annotation and, in the same step, its relations.
 *
 * Returns: whether it was removed; not when the set is read-only or has none with @id
 */
gboolean
asc_history_remove_annotation (AscHistory       *self,
                               AscAnnotationSet *set,
                               const char       *id)
{
  g_autoptr (AscAnnotation) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_annotation_set_lookup (set, id));
  if (!may_change_set (self, set) || before == NULL)
    return FALSE;

  id = asc_annotation_get_id (before);
  asc_history_begin (self, ASC_ACTION_REMOVE, asc_annotation_get_label (before), NULL);
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (GPtrArray) relations =
        pass == 0 ? asc_annotation_set_relations_from (set, id) : asc_annotation_set_relations_to (set, id);

      for (guint i = 0; i < relations->len; i++)
        make_change (self, CHANGE_RELATION, set, relations->pdata[i], NULL);
    }
  make_change (self, CHANGE_ANNOTATION, set, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_put_relation:
 * @self: a history
 * @set: a set
 * @relation: a relation
 *
 * Adds @relation, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there; not when the set is read-only, has not both ends, both are one, or another relation of that
 *   type between them is there already
 */
gboolean
asc_history_put_relation (AscHistory       *self,
                          AscAnnotationSet *set,
                          AscRelation      *relation)
{
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (AscRelation) before = NULL;
  const char *from, *to, *type;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (ASC_IS_RELATION (relation), FALSE);

  from = asc_relation_get_from (relation);
  to = asc_relation_get_to (relation);
  type = asc_relation_get_relation_type (relation);
  if (!may_change_set (self, set) || g_str_equal (from, to) ||
      asc_annotation_set_lookup (set, from) == NULL || asc_annotation_set_lookup (set, to) == NULL)
    return FALSE;

  siblings = asc_annotation_set_relations_from (set, from);
  for (guint i = 0; i < siblings->len; i++)
    {
      AscRelation *sibling = g_ptr_array_index (siblings, i);

      if (g_str_equal (asc_relation_get_to (sibling), to) &&
          g_str_equal (asc_relation_get_relation_type (sibling), type) &&
          !g_str_equal (asc_relation_get_id (sibling), asc_relation_get_id (relation)))
        return FALSE;
    }

  g_set_object (&before, asc_annotation_set_lookup_relation (set, asc_relation_get_id (relation)));
  if (before != NULL && asc_relation_equal (before, relation))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_RELATE, type, NULL);
  make_change (self, CHANGE_RELATION, set, before, relation);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_relation:
 * @self: a history
 * @set: a set
 * @id: id of a relation
 *
 * Returns: whether it was removed; not when the set is read-only or has none with @id
 */
gboolean
asc_history_remove_relation (AscHistory       *self,
                             AscAnnotationSet *set,
                             const char       *id)
{
  g_autoptr (AscRelation) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_annotation_set_lookup_relation (set, id));
  if (!may_change_set (self, set) || before == NULL)
    return FALSE;

  asc_history_begin (self, ASC_ACTION_UNRELATE, asc_relation_get_relation_type (before), NULL);
  make_change (self, CHANGE_RELATION, set, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_state:
 * @self: a history
 * @set: a set
 * @state: how far the coder is with the article
 * @read_to: how far the coder has read, in code points; cut to the length of the text
 *
 * Returns: whether it is so; not when the set is read-only
 */
gboolean
asc_history_set_state (AscHistory       *self,
                       AscAnnotationSet *set,
                       AscState          state,
                       guint             read_to)
{
  Progress before, after;
  AscText *text;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (asc_state_to_string (state) != NULL, FALSE);

  if (!may_change_set (self, set))
    return FALSE;

  text = asc_article_get_text (asc_annotation_set_get_article (set));
  before = (Progress) { asc_annotation_set_get_state (set), asc_annotation_set_get_read_to (set) };
  after = (Progress) { state, text != NULL ? MIN (read_to, asc_text_get_length (text)) : read_to };
  if (value_equal (CHANGE_STATE, &before, &after))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_STATE, asc_state_to_string (state), NULL);
  make_change (self, CHANGE_STATE, set, &before, &after);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_put_actor:
 * @self: a history
 * @actors: a register
 * @actor: an actor
 *
 * Adds @actor, or puts it in the place of the one with its id.
 *
 * Returns: whether it is there
 */
gboolean
asc_history_put_actor (AscHistory       *self,
                       AscActorRegister *actors,
                       AscActor         *actor)
{
  g_autoptr (AscActor) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ACTOR_REGISTER (actors), FALSE);
  g_return_val_if_fail (ASC_IS_ACTOR (actor), FALSE);

  if (self->aborted)
    return FALSE;

  g_set_object (&before, asc_actor_register_lookup (actors, asc_actor_get_id (actor)));
  if (before != NULL && asc_actor_equal (before, actor))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ACTOR, asc_actor_get_name (actor), NULL);
  make_change (self, CHANGE_ACTOR, actors, before, actor);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_remove_actor:
 * @self: a history
 * @actors: a register
 * @id: id of an actor
 *
 * Returns: whether it was removed; not when there is none with @id
 */
gboolean
asc_history_remove_actor (AscHistory       *self,
                          AscActorRegister *actors,
                          const char       *id)
{
  g_autoptr (AscActor) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ACTOR_REGISTER (actors), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_set_object (&before, asc_actor_register_lookup (actors, id));
  if (self->aborted || before == NULL)
    return FALSE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ACTOR, asc_actor_get_name (before), NULL);
  make_change (self, CHANGE_ACTOR, actors, before, NULL);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_codebook:
 * @self: a history
 * @project: a project
 * @codebook: its new codebook
 *
 * Returns: whether it is there
 */
gboolean
asc_history_set_codebook (AscHistory  *self,
                          AscProject  *project,
                          AscCodebook *codebook)
{
  g_autoptr (AscCodebook) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), FALSE);

  if (self->aborted)
    return FALSE;

  g_set_object (&before, asc_project_get_codebook (project));
  if (before == codebook)
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_CODEBOOK, asc_codebook_get_name (codebook), NULL);
  make_change (self, CHANGE_CODEBOOK, project, before, codebook);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_set_article_meta:
 * @self: a history
 * @article: an article
 * @meta: its new metadata, with the same id
 *
 * Returns: whether it is there
 */
gboolean
asc_history_set_article_meta (AscHistory           *self,
                              AscArticle           *article,
                              const AscArticleMeta *meta)
{
  g_autoptr (AscArticleMeta) before = NULL;

  g_return_val_if_fail (ASC_IS_HISTORY (self) && ASC_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (meta != NULL && g_strcmp0 (meta->id, asc_article_get_id (article)) == 0, FALSE);

  if (self->aborted)
    return FALSE;

  before = asc_article_meta_copy (asc_article_get_meta (article));
  if (asc_article_meta_equal (before, meta))
    return TRUE;

  asc_history_begin (self, ASC_ACTION_CHANGE_ARTICLE, asc_article_get_title (article), NULL);
  make_change (self, CHANGE_META, article, before, (gpointer) meta);
  asc_history_end (self);
  return TRUE;
}

/**
 * asc_history_undo:
 * @self: a history
 *
 * Returns: whether a step was undone; not while one is open
 */
gboolean
asc_history_undo (AscHistory *self)
{
  Step    *step;
  gboolean could_redo;

  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  if (self->depth > 0 || !asc_history_get_can_undo (self))
    return FALSE;

  could_redo = asc_history_get_can_redo (self);
  step = g_ptr_array_index (self->steps, --self->n_done);
  self->may_squash = FALSE;
  for (guint i = step->changes->len; i > 0; i--)
    {
      const Change *change = &g_array_index (step->changes, Change, i - 1);

      join_model (self, change->model);
      change_apply (change, TRUE);
    }

  emit_stepped (self, step, TRUE);
  notify_possible (self, TRUE, could_redo);
  return TRUE;
}

/**
 * asc_history_redo:
 * @self: a history
 *
 * Returns: whether a step was done again; not while one is open
 */
gboolean
asc_history_redo (AscHistory *self)
{
  Step    *step;
  gboolean could_undo;

  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  if (self->depth > 0 || !asc_history_get_can_redo (self))
    return FALSE;

  could_undo = asc_history_get_can_undo (self);
  step = g_ptr_array_index (self->steps, self->n_done++);
  self->may_squash = FALSE;
  for (guint i = 0; i < step->changes->len; i++)
    {
      const Change *change = &g_array_index (step->changes, Change, i);

      join_model (self, change->model);
      change_apply (change, FALSE);
    }

  emit_stepped (self, step, FALSE);
  notify_possible (self, could_undo, TRUE);
  return TRUE;
}

/**
 * asc_history_get_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
asc_history_get_can_undo (AscHistory *self)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  return self->n_done > 0;
}

/**
 * asc_history_get_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
asc_history_get_can_redo (AscHistory *self)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  return self->n_done < self->steps->len;
}

static AscAction
describe (AscHistory  *self,
          guint        i,
          gboolean     possible,
          const char **subject)
{
  Step *step = possible ? g_ptr_array_index (self->steps, i) : NULL;

  if (subject != NULL)
    *subject = step != NULL ? step->subject : NULL;
  return step != NULL ? step->action : ASC_ACTION_BULK;
}

/**
 * asc_history_get_undo_action:
 * @self: a history that can undo
 * @subject: (out) (optional) (nullable) (transfer none): see [enum@Action]; valid until the history changes
 *
 * Returns: what the step does that undo would undo
 */
AscAction
asc_history_get_undo_action (AscHistory  *self,
                             const char **subject)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), ASC_ACTION_BULK);

  return describe (self, self->n_done - 1, self->n_done > 0, subject);
}

/**
 * asc_history_get_redo_action:
 * @self: a history that can redo
 * @subject: (out) (optional) (nullable) (transfer none): see [enum@Action]; valid until the history changes
 *
 * Returns: what the step does that redo would do
 */
AscAction
asc_history_get_redo_action (AscHistory  *self,
                             const char **subject)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), ASC_ACTION_BULK);

  return describe (self, self->n_done, self->n_done < self->steps->len, subject);
}

/**
 * asc_history_get_n_steps:
 * @self: a history
 *
 * Returns: how many steps can be undone
 */
guint
asc_history_get_n_steps (AscHistory *self)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), 0);

  return self->n_done;
}

/**
 * asc_history_clear:
 * @self: a history without an open step
 *
 * Forgets all steps; the models stay as they are.
 */
void
asc_history_clear (AscHistory *self)
{
  gboolean could_undo, could_redo;

  g_return_if_fail (ASC_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0);

  could_undo = asc_history_get_can_undo (self);
  could_redo = asc_history_get_can_redo (self);
  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;
  self->may_squash = FALSE;
  notify_possible (self, could_undo, could_redo);
}
