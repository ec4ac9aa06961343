/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-session.h"

#include <glib/gi18n.h>

#include "asc-role-actors.h"

struct _AscSession
{
  GObject           parent_instance;

  AscProjectStore  *store;
  AscArticle       *article;
  AscAnnotationSet *set;
  AscAnnotator     *annotator;
  AscProposals     *proposals;       /* for the selected annotation; NULL when nothing can be changed */
  AscAnnotation    *selected;
  AscAnnotation    *hovered;
  AscAnnotation    *relating;
  AscRelationType  *relating_type;
  char             *topic;
  GHashTable       *lit;             /* ids of the far ends, borrowed by nobody: (element-type utf8) */

  GCancellable     *loading;         /* of the running load, NULL when none runs */
  GError           *load_error;
  char             *select_when_loaded; /* an annotation's id: undo went to another article */
  gboolean          stepping;        /* inside undo or redo */

  GSignalGroup     *store_signals;
  GSignalGroup     *history_signals;
  GSignalGroup     *set_signals;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_ARTICLE,
  PROP_SET,
  PROP_ANNOTATOR,
  PROP_SELECTED,
  PROP_HOVERED,
  PROP_RELATING,
  PROP_RELATING_TYPE,
  PROP_TOPIC,
  PROP_LOADING,
  N_PROPS
};

enum
{
  LIT_CHANGED,
  PROPOSALS_CHANGED,
  REVEAL,
  PROBLEM,
  NOTICE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscSession, asc_session, G_TYPE_OBJECT)

static void
collect_far_ends (AscSession *self, AscAnnotation *annotation, GHashTable *lit)
{
  const char *id;
  g_autoptr (GPtrArray) from = NULL, to = NULL;

  if (annotation == NULL)
    return;

  id = asc_annotation_get_id (annotation);
  from = asc_annotation_set_relations_from (self->set, id);
  to = asc_annotation_set_relations_to (self->set, id);
  for (guint i = 0; i < from->len; i++)
    g_hash_table_add (lit, g_strdup (asc_relation_get_to (g_ptr_array_index (from, i))));
  for (guint i = 0; i < to->len; i++)
    g_hash_table_add (lit, g_strdup (asc_relation_get_from (g_ptr_array_index (to, i))));
}

static gboolean
same_keys (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer       key;

  if (g_hash_table_size (one) != g_hash_table_size (other))
    return FALSE;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!g_hash_table_contains (other, key))
        return FALSE;
    }
  return TRUE;
}

static void
update_lit (AscSession *self)
{
  g_autoptr (GHashTable) lit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->set != NULL)
    {
      collect_far_ends (self, self->selected, lit);
      collect_far_ends (self, self->hovered, lit);
      collect_far_ends (self, self->relating, lit);
    }

  if (same_keys (lit, self->lit))
    return;

  g_hash_table_unref (self->lit);
  self->lit = g_steal_pointer (&lit);
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static void
on_proposals_changed (AscSession *self)
{
  g_signal_emit (self, signals[PROPOSALS_CHANGED], 0);
}

/* Nothing is proposed for what is a suggestion itself. */
static void
update_proposals (AscSession *self)
{
  AscAnnotation *claim = self->selected;

  if (self->proposals == NULL)
    return;
  if (claim != NULL && asc_annotation_get_origin (claim) == ASC_ORIGIN_SUGGESTED)
    claim = NULL;
  asc_proposals_set_claim (self->proposals, claim);
}

static void
set_annotation (AscSession *self, AscAnnotation **place, AscAnnotation *annotation, int prop)
{
  if (!g_set_object (place, annotation))
    return;

  if (prop == PROP_SELECTED)
    update_proposals (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  update_lit (self);
}

/* Objects are immutable: an edit puts another object with the same id in the old one's place. */
static void
follow (AscSession *self, AscAnnotation **place, AscAnnotation *before, AscAnnotation *after, int prop)
{
  if (*place != NULL && before != NULL
      && g_str_equal (asc_annotation_get_id (*place), asc_annotation_get_id (before)))
    set_annotation (self, place, after, prop);
}

static void
on_annotation_changed (AscSession *self, AscAnnotation *before, AscAnnotation *after)
{
  follow (self, &self->selected, before, after, PROP_SELECTED);
  follow (self, &self->hovered, before, after, PROP_HOVERED);
  follow (self, &self->relating, before, after, PROP_RELATING);
}

static void
on_relation_changed (AscSession *self)
{
  update_lit (self);
}

static void
on_problem (AscSession *self, AscProblem *problem)
{
  g_signal_emit (self, signals[PROBLEM], 0, problem);
}

static void
on_stepped (AscSession       *self,
            gboolean          undone,
            AscAction         action,
            const char       *subject,
            AscAnnotationSet *set,
            const char       *annotation_id)
{
  AscAnnotation *annotation;

  update_proposals (self);
  if (!self->stepping || set == NULL)
    return;

  if (set != self->set)
    {
      asc_session_open_article (self, asc_annotation_set_get_article (set));
      g_set_str (&self->select_when_loaded, annotation_id);
      return;
    }

  annotation = annotation_id ? asc_annotation_set_lookup (set, annotation_id) : NULL;
  if (annotation != NULL)
    asc_session_reveal (self, annotation);
}

/* Takes everything of the last article away, in the order that no watcher sees an annotation without its set. */
static void
clear_article (AscSession *self)
{
  if (self->loading != NULL)
    {
      g_cancellable_cancel (self->loading);
      g_clear_object (&self->loading);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }
  g_clear_error (&self->load_error);
  g_clear_pointer (&self->select_when_loaded, g_free);

  asc_session_set_relating (self, NULL);
  asc_session_set_hovered (self, NULL);
  asc_session_set_selected (self, NULL);
  g_signal_group_set_target (self->set_signals, NULL);
  g_clear_object (&self->proposals);
  if (g_set_object (&self->annotator, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATOR]);
  if (g_set_object (&self->set, NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
}

static void
report_all (AscSession *self, GPtrArray *problems)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    g_signal_emit (self, signals[PROBLEM], 0, g_ptr_array_index (problems, i));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AscSession)       self = user_data;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GPtrArray)        problems = NULL;
  g_autoptr (GError)           error = NULL;
  AscAnnotation               *annotation = NULL;

  set = asc_project_store_load_finish (ASC_PROJECT_STORE (source), result, &problems, &error);
  if (self->loading == NULL || self->loading != g_task_get_cancellable (G_TASK (result)))
    return; /* another article is on its way, or none is wanted any more */

  g_clear_object (&self->loading);
  if (set == NULL)
    {
      self->load_error = g_steal_pointer (&error);
      report_all (self, problems);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
      return;
    }

  self->set = g_steal_pointer (&set);
  self->annotator = asc_annotator_new (asc_session_get_project (self), asc_session_get_history (self), self->set);
  if (!asc_annotation_set_get_read_only (self->set))
    {
      self->proposals = asc_proposals_new (self->annotator);
      g_signal_connect_object (self->proposals, "changed", G_CALLBACK (on_proposals_changed), self, G_CONNECT_SWAPPED);
    }
  g_signal_group_set_target (self->set_signals, self->set);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATOR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);

  report_all (self, problems);
  if (self->select_when_loaded != NULL)
    annotation = asc_annotation_set_lookup (self->set, self->select_when_loaded);
  g_clear_pointer (&self->select_when_loaded, g_free);
  if (annotation != NULL)
    asc_session_reveal (self, annotation);
}

static gboolean
open_neighbour (AscSession *self, int step)
{
  GListModel           *articles;
  g_autoptr (AscArticle) neighbour = NULL;
  guint                 n;

  if (self->store == NULL || self->article == NULL)
    return FALSE;

  articles = asc_project_get_articles (asc_session_get_project (self));
  n = g_list_model_get_n_items (articles);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      if (article != self->article)
        continue;
      if ((step < 0 && i == 0) || (step > 0 && i + 1 >= n))
        return FALSE;
      neighbour = g_list_model_get_item (articles, i + step);
      asc_session_open_article (self, neighbour);
      return TRUE;
    }
  return FALSE;
}

static void
asc_session_dispose (GObject *object)
{
  AscSession *self = ASC_SESSION (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->set_signals);
  g_clear_object (&self->relating_type);
  g_clear_object (&self->relating);
  g_clear_object (&self->hovered);
  g_clear_object (&self->selected);
  g_clear_object (&self->proposals);
  g_clear_object (&self->annotator);
  g_clear_object (&self->set);
  g_clear_object (&self->article);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (asc_session_parent_class)->dispose (object);
}

static void
asc_session_finalize (GObject *object)
{
  AscSession *self = ASC_SESSION (object);

  g_hash_table_unref (self->lit);
  g_clear_error (&self->load_error);
  g_free (self->select_when_loaded);
  g_free (self->topic);

  G_OBJECT_CLASS (asc_session_parent_class)->finalize (object);
}

static void
asc_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscSession *self = ASC_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_SET:
      g_value_set_object (value, self->set);
      break;
    case PROP_ANNOTATOR:
      g_value_set_object (value, self->annotator);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_HOVERED:
      g_value_set_object (value, self->hovered);
      break;
    case PROP_RELATING:
      g_value_set_object (value, self->relating);
      break;
    case PROP_RELATING_TYPE:
      g_value_set_object (value, self->relating_type);
      break;
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscSession *self = ASC_SESSION (object);

  switch (prop_id)
    {
    case PROP_STORE:
      asc_session_set_store (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      asc_session_set_selected (self, g_value_get_object (value));
      break;
    case PROP_HOVERED:
      asc_session_set_hovered (self, g_value_get_object (value));
      break;
    case PROP_TOPIC:
      asc_session_set_topic (self, g_value_get_string (value));
      break;
    case PROP_RELATING:
      asc_session_set_relating (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_session_class_init (AscSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = asc_session_dispose;
  object_class->finalize = asc_session_finalize;
  object_class->get_property = asc_session_get_property;
  object_class->set_property = asc_session_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, ASC_TYPE_PROJECT_STORE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, ASC_TYPE_ARTICLE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SET] = g_param_spec_object ("set", NULL, NULL, ASC_TYPE_ANNOTATION_SET,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ANNOTATOR] = g_param_spec_object ("annotator", NULL, NULL, ASC_TYPE_ANNOTATOR,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ASC_TYPE_ANNOTATION,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOVERED] = g_param_spec_object ("hovered", NULL, NULL, ASC_TYPE_ANNOTATION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RELATING] = g_param_spec_object ("relating", NULL, NULL, ASC_TYPE_ANNOTATION,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RELATING_TYPE] = g_param_spec_object ("relating-type", NULL, NULL, ASC_TYPE_RELATION_TYPE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LIT_CHANGED] = g_signal_new ("lit-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROPOSALS_CHANGED] = g_signal_new ("proposals-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, ASC_TYPE_ANNOTATION);
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
asc_session_init (AscSession *self)
{
  self->lit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->store_signals = g_signal_group_new (ASC_TYPE_PROJECT_STORE);
  g_signal_group_connect_swapped (self->store_signals, "problem", G_CALLBACK (on_problem), self);
  self->history_signals = g_signal_group_new (ASC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "stepped", G_CALLBACK (on_stepped), self);
  self->set_signals = g_signal_group_new (ASC_TYPE_ANNOTATION_SET);
  g_signal_group_connect_swapped (self->set_signals, "annotation-changed", G_CALLBACK (on_annotation_changed), self);
  g_signal_group_connect_swapped (self->set_signals, "relation-changed", G_CALLBACK (on_relation_changed), self);
}

/**
 * asc_session_new:
 *
 * Returns: (transfer full): a session with nothing open
 */
AscSession *
asc_session_new (void)
{
  return g_object_new (ASC_TYPE_SESSION, NULL);
}

/**
 * asc_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the open project's store
 */
AscProjectStore *
asc_session_get_store (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * asc_session_set_store:
 * @self: a session
 * @store: (nullable): what to work on
 *
 * Closes the article on screen; what was pending in the old store is saved by the store itself.
 */
void
asc_session_set_store (AscSession *self, AscProjectStore *store)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (store == NULL || ASC_IS_PROJECT_STORE (store));

  if (self->store == store)
    return;

  asc_session_open_article (self, NULL);
  g_signal_group_set_target (self->store_signals, store);
  g_signal_group_set_target (self->history_signals, store ? asc_project_store_get_history (store) : NULL);
  g_set_object (&self->store, store);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * asc_session_get_project:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the open project
 */
AscProject *
asc_session_get_project (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->store ? asc_project_store_get_project (self->store) : NULL;
}

/**
 * asc_session_get_history:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the open project's history
 */
AscHistory *
asc_session_get_history (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->store ? asc_project_store_get_history (self->store) : NULL;
}

/**
 * asc_session_get_article:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the article on screen, perhaps still loading
 */
AscArticle *
asc_session_get_article (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->article;
}

/**
 * asc_session_get_set:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the annotations on screen, once they are read
 */
AscAnnotationSet *
asc_session_get_set (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->set;
}

/**
 * asc_session_get_annotator:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the annotator of asc_session_get_set()
 */
AscAnnotator *
asc_session_get_annotator (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->annotator;
}

/**
 * asc_session_get_proposals:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is proposed for the selected annotation
 */
AscProposals *
asc_session_get_proposals (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->proposals;
}

/**
 * asc_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected annotation
 */
AscAnnotation *
asc_session_get_selected (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->selected;
}

/**
 * asc_session_set_selected:
 * @self: a session
 * @annotation: (nullable): an annotation of the set
 */
void
asc_session_set_selected (AscSession *self, AscAnnotation *annotation)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (annotation == NULL || self->set != NULL);

  set_annotation (self, &self->selected, annotation, PROP_SELECTED);
}

/**
 * asc_session_get_hovered:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is under the pointer, in the text or the inspector
 */
AscAnnotation *
asc_session_get_hovered (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->hovered;
}

/**
 * asc_session_set_hovered:
 * @self: a session
 * @annotation: (nullable): an annotation of the set
 */
void
asc_session_set_hovered (AscSession *self, AscAnnotation *annotation)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (annotation == NULL || self->set != NULL);

  set_annotation (self, &self->hovered, annotation, PROP_HOVERED);
}

/**
 * asc_session_get_relating:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the annotation from which a relation is being made
 */
AscAnnotation *
asc_session_get_relating (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->relating;
}

/**
 * asc_session_set_relating:
 * @self: a session
 * @annotation: (nullable): an annotation of the set
 *
 * Begins (or, with %NULL, ends) making a relation of any type that may.
 */
void
asc_session_set_relating (AscSession *self, AscAnnotation *annotation)
{
  asc_session_relate (self, annotation, NULL);
}

/**
 * asc_session_relate:
 * @self: a session
 * @annotation: (nullable): an annotation of the set
 * @type: (nullable): the one type of relation that is wanted
 *
 * Begins making a relation from @annotation.
 */
void
asc_session_relate (AscSession *self, AscAnnotation *annotation, AscRelationType *type)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (annotation == NULL || self->set != NULL);
  g_return_if_fail (type == NULL || annotation != NULL);

  /* The type first: who hears of the annotation asks for it. */
  if (g_set_object (&self->relating_type, type))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RELATING_TYPE]);
  set_annotation (self, &self->relating, annotation, PROP_RELATING);
}

/**
 * asc_session_get_relating_type:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the type asked for in asc_session_relate()
 */
AscRelationType *
asc_session_get_relating_type (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->relating_type;
}

/**
 * asc_session_get_topic:
 * @self: a session
 *
 * Returns: (nullable): name of the label that is asked about
 */
const char *
asc_session_get_topic (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->topic;
}

/**
 * asc_session_set_topic:
 * @self: a session
 * @label: (nullable): name of a label
 */
void
asc_session_set_topic (AscSession *self, const char *label)
{
  g_return_if_fail (ASC_IS_SESSION (self));

  if (g_set_str (&self->topic, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOPIC]);
}

/**
 * asc_session_get_loading:
 * @self: a session
 *
 * Returns: whether the article is being read
 */
gboolean
asc_session_get_loading (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);

  return self->loading != NULL;
}

/**
 * asc_session_get_load_error:
 * @self: a session
 *
 * Returns: (nullable): why the current article could not be read
 */
const GError *
asc_session_get_load_error (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), NULL);

  return self->load_error;
}

/**
 * asc_session_open_article:
 * @self: a session
 * @article: (nullable): an article of the open project
 *
 * Reads @article and its annotations in a thread and then makes them current. A later call cancels an earlier one.
 */
void
asc_session_open_article (AscSession *self, AscArticle *article)
{
  AscProject *project;

  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (article == NULL || self->store != NULL);

  if (article != NULL && article == self->article && self->load_error == NULL)
    return;

  clear_article (self);
  if (article != NULL)
    {
      project = asc_project_store_get_project (self->store);
      self->loading = g_cancellable_new ();
      asc_project_store_load_async (self->store, article, asc_project_get_coder (project),
                                    self->loading, on_loaded, g_object_ref (self));
    }

  if (g_set_object (&self->article, article))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
  if (self->loading != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * asc_session_open_next:
 * @self: a session
 *
 * Returns: %FALSE at the end of the project's list
 */
gboolean
asc_session_open_next (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);

  return open_neighbour (self, 1);
}

/**
 * asc_session_open_previous:
 * @self: a session
 *
 * Returns: %FALSE at the start of the project's list
 */
gboolean
asc_session_open_previous (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);

  return open_neighbour (self, -1);
}

/**
 * asc_session_is_lit:
 * @self: a session
 * @annotation: an annotation of the set
 *
 * Returns: whether @annotation is the far end of a relation of the selected, hovered or relating one
 */
gboolean
asc_session_is_lit (AscSession *self, AscAnnotation *annotation)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), FALSE);

  return g_hash_table_contains (self->lit, asc_annotation_get_id (annotation));
}

/**
 * asc_session_reveal:
 * @self: a session
 * @annotation: an annotation of the set
 *
 * Selects @annotation and asks the view to show it.
 */
void
asc_session_reveal (AscSession *self, AscAnnotation *annotation)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));

  asc_session_set_selected (self, annotation);
  g_signal_emit (self, signals[REVEAL], 0, annotation);
}

/**
 * asc_session_notice:
 * @self: a session
 * @translated: a short message for people
 */
void
asc_session_notice (AscSession *self, const char *translated)
{
  g_return_if_fail (ASC_IS_SESSION (self));
  g_return_if_fail (translated != NULL);

  g_signal_emit (self, signals[NOTICE], 0, translated);
}

/**
 * asc_session_give_role:
 * @self: a session
 * @type: a role of the selected annotation
 * @actor: who gets it
 *
 * Relates the selected annotation to the nearest mention of @actor, which is annotated for that when nobody has yet: one step.
 *
 * Returns: whether there is such a relation now that was not there before
 */
gboolean
asc_session_give_role (AscSession *self, AscRelationType *type, AscActor *actor)
{
  g_autoptr (AscRoleCandidate) mention = NULL;
  g_autofree char             *words = NULL;

  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->annotator != NULL && self->selected != NULL, FALSE);

  mention = asc_role_actors_mention (self->annotator, self->selected, type, actor);
  if (mention != NULL && asc_role_suggester_accept (self->annotator, self->selected, type, mention) != NULL)
    return TRUE;

  /* Translators: %s is an actor's name. */
  words = mention == NULL ? g_strdup_printf (_("%s is not mentioned in this article"), asc_actor_get_name (actor))
                          : g_strdup (_("These cannot be related, or are already"));
  asc_session_notice (self, words);
  return FALSE;
}

static gboolean
step (AscSession *self, gboolean (*func) (AscHistory *history))
{
  AscHistory *history = asc_session_get_history (self);
  gboolean    stepped;

  if (history == NULL)
    return FALSE;

  self->stepping = TRUE;
  stepped = func (history);
  self->stepping = FALSE;
  return stepped;
}

/**
 * asc_session_undo:
 * @self: a session
 *
 * Takes the last step back, opens the article it was in and selects what it touched.
 *
 * Returns: %FALSE when there is nothing to undo
 */
gboolean
asc_session_undo (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);

  return step (self, asc_history_undo);
}

/**
 * asc_session_redo:
 * @self: a session
 *
 * Does the last undone step again, opens the article it was in and selects what it touched.
 *
 * Returns: %FALSE when there is nothing to redo
 */
gboolean
asc_session_redo (AscSession *self)
{
  g_return_val_if_fail (ASC_IS_SESSION (self), FALSE);

  return step (self, asc_history_redo);
}
