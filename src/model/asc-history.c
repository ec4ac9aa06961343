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

struct _AscHistory
{
  GObject     parent_instance;

  GPtrArray  *steps;         /* (element-type AscStep): those that can be undone, then redone */
  guint       n_done;
  gboolean    may_squash;    /* the last thing that happened was the last step, not an undo */
  char       *session;       /* squash key of steps that are joined whatever the time between */

  AscStep       *open;          /* between begin and end */
  guint       depth;
  gboolean    aborted;
  GPtrArray  *models;        /* owned: what the open step changed; sets have a batch open */
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

/* Puts the value before or after the change in its place. */
static void
change_apply (const AscChange *change,
              gboolean      undo)
{
  gpointer value = undo ? change->before : change->after;

  switch (change->kind)
    {
    case ASC_CHANGE_ANNOTATION:
      if (value != NULL)
        asc_annotation_set_put (ASC_ANNOTATION_SET (change->model), value);
      else
        asc_annotation_set_remove (ASC_ANNOTATION_SET (change->model),
                                   asc_change_get_place (change));
      break;
    case ASC_CHANGE_RELATION:
      if (value != NULL)
        asc_annotation_set_put_relation (ASC_ANNOTATION_SET (change->model), value);
      else
        asc_annotation_set_remove_relation (ASC_ANNOTATION_SET (change->model),
                                            asc_change_get_place (change));
      break;
    case ASC_CHANGE_STATE:
      asc_annotation_set_set_state (ASC_ANNOTATION_SET (change->model),
                                    ((AscProgress *) value)->state,
                                    ((AscProgress *) value)->read_to);
      break;
    case ASC_CHANGE_ACTOR:
      if (value != NULL)
        asc_actor_register_put (ASC_ACTOR_REGISTER (change->model), value);
      else
        asc_actor_register_remove (ASC_ACTOR_REGISTER (change->model),
                                   asc_change_get_place (change));
      break;
    case ASC_CHANGE_CODEBOOK:
      asc_project_set_codebook (ASC_PROJECT (change->model), value);
      break;
    case ASC_CHANGE_META:
      asc_article_set_meta (ASC_ARTICLE (change->model), value);
      break;
    default:
      g_assert_not_reached ();
    }
}

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
emit_stepped (AscHistory    *self,
              const AscStep *step,
              gboolean       undone)
{
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autofree char *annotation_id = NULL;
  g_autofree char *subject = g_strdup (step->subject);
  AscAction        action = step->action;

  asc_step_describe (step, &set, &annotation_id);
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

/* Adds to @step a change that was made. When that left a place with a value equal to the one it had at first, the very one is put
 * back. */
static void
add_change (AscStep   *step,
            AscChange *change)
{
  AscChange undone;

  if (!asc_step_add (step, change, &undone))
    return;

  if (undone.before != NULL)
    change_apply (&undone, TRUE);
  asc_change_clear (&undone);
}

/* Joins @step to the last one when both are of one piece. */
static gboolean
squash (AscHistory *self,
        AscStep    *step)
{
  AscStep *last;

  if (!self->may_squash || self->n_done == 0 || step->squash_key == NULL)
    return FALSE;

  last = g_ptr_array_index (self->steps, self->n_done - 1);
  if (g_strcmp0 (last->squash_key, step->squash_key) != 0)
    return FALSE;
  if (step->time - last->time > SQUASH_TIME && g_strcmp0 (self->session, step->squash_key) != 0)
    return FALSE;

  for (guint i = 0; i < step->changes->len; i++)
    add_change (last, &g_array_index (step->changes, AscChange, i));
  g_array_set_clear_func (step->changes, NULL);
  g_array_set_size (step->changes, 0);
  last->time = step->time;
  return TRUE;
}

static void
close_step (AscHistory *self)
{
  g_autoptr (AscStep) step = g_steal_pointer (&self->open);
  AscStep *told = NULL;
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
  g_free (self->session);

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
                  G_TYPE_NONE, 5, G_TYPE_BOOLEAN, ASC_TYPE_ACTION, G_TYPE_STRING,
                  ASC_TYPE_ANNOTATION_SET, G_TYPE_STRING);
}

static void
asc_history_init (AscHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_step_free);
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
 * asc_history_may_change: (skip)
 * @self: a history
 *
 * Returns: whether a change may be made; not after an abort, until the outermost step ends
 */
gboolean
asc_history_may_change (AscHistory *self)
{
  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  return !self->aborted;
}

/**
 * asc_history_make_change: (skip)
 * @self: a history with an open step
 * @kind: what is changed
 * @model: where
 * @before: (nullable): what its place holds; copied
 * @after: (nullable): what it is to hold; copied
 */
void
asc_history_make_change (AscHistory   *self,
                         AscChangeKind kind,
                         gpointer      model,
                         gconstpointer before,
                         gconstpointer after)
{
  AscChange change;

  g_return_if_fail (ASC_IS_HISTORY (self) && G_IS_OBJECT (model));
  g_return_if_fail (self->depth > 0 && !self->aborted);

  change = asc_change_make (kind, model, before, after);
  join_model (self, model);
  change_apply (&change, FALSE);
  add_change (self->open, &change);
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

  self->open = asc_step_new (action, subject, squash_key);
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
    change_apply (&g_array_index (changes, AscChange, i - 1), TRUE);
  g_array_set_size (changes, 0);

  self->aborted = TRUE;
  asc_history_end (self);
}

/**
 * asc_history_set_session:
 * @self: a history
 * @squash_key: (nullable): key of the steps that are one from now on, however long the pauses between them; `NULL` ends that
 *
 * For what is one act to people but takes its time. The end separates: a later step is joined to none of the session's.
 */
void
asc_history_set_session (AscHistory *self,
                         const char *squash_key)
{
  g_return_if_fail (ASC_IS_HISTORY (self));

  if (g_set_str (&self->session, squash_key))
    self->may_squash = FALSE;
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
  AscStep *step;
  gboolean could_redo;

  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  if (self->depth > 0 || !asc_history_get_can_undo (self))
    return FALSE;

  could_redo = asc_history_get_can_redo (self);
  step = g_ptr_array_index (self->steps, --self->n_done);
  self->may_squash = FALSE;
  for (guint i = step->changes->len; i > 0; i--)
    {
      const AscChange *change = &g_array_index (step->changes, AscChange, i - 1);

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
  AscStep *step;
  gboolean could_undo;

  g_return_val_if_fail (ASC_IS_HISTORY (self), FALSE);

  if (self->depth > 0 || !asc_history_get_can_redo (self))
    return FALSE;

  could_undo = asc_history_get_can_undo (self);
  step = g_ptr_array_index (self->steps, self->n_done++);
  self->may_squash = FALSE;
  for (guint i = 0; i < step->changes->len; i++)
    {
      const AscChange *change = &g_array_index (step->changes, AscChange, i);

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
  AscStep *step = possible ? g_ptr_array_index (self->steps, i) : NULL;

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
