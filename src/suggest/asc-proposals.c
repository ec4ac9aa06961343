/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-proposals.h"

#include "asc-todo.h"

/* More than anybody steps through. */
#define MAX_CANDIDATES 12

struct _AscProposals
{
  GObject        parent_instance;

  AscAnnotator  *annotator;
  AscAnnotation *claim;       /* may be NULL */
  GPtrArray     *proposals;   /* (element-type AscProposal) in the codebook's order */
  GHashTable    *dismissed;   /* (element-type utf8) names of roles of @claim */
};

enum
{
  PROP_0,
  PROP_CLAIM,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return ASC_TYPE_PROPOSAL;
}

static guint
get_n_items (GListModel *model)
{
  return ASC_PROPOSALS (model)->proposals->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AscProposals *self = ASC_PROPOSALS (model);

  return position < self->proposals->len ? g_object_ref (g_ptr_array_index (self->proposals, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AscProposals, asc_proposals, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
on_choice (AscProposals *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The choice that was on show before, when its candidate is still there. */
static void
keep_choice (AscProposal *fresh, AscProposal *old)
{
  const AscRoleCandidate *chosen = asc_proposal_get_chosen (old);

  for (guint i = 0; i < asc_proposal_get_n_candidates (fresh); i++)
    {
      if (asc_span_equal (&asc_proposal_get_candidate (fresh, i)->span, &chosen->span))
        {
          asc_proposal_set_choice (fresh, i);
          return;
        }
    }
}

static void
propose (AscProposals *self, gboolean same_claim)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->proposals);
  AscCodebook *codebook = asc_project_get_codebook (asc_annotator_get_project (self->annotator));
  g_autoptr (GPtrArray) types = NULL;

  self->proposals = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->claim)
    types = asc_codebook_relations_from (codebook, asc_annotation_get_label (self->claim));
  for (guint i = 0; types && i < types->len; i++)
    {
      AscRelationType *type = g_ptr_array_index (types, i);
      g_autoptr (GPtrArray) candidates = NULL;
      AscProposal *proposal;

      if (!asc_relation_type_get_expected (type) || g_hash_table_contains (self->dismissed, asc_relation_type_get_name (type))
          || asc_todo_is_decided (asc_annotator_get_set (self->annotator), self->claim, type))
        continue;
      candidates = asc_role_suggester_suggest (self->annotator, self->claim, type, MAX_CANDIDATES);
      if (candidates->len == 0)
        continue;
      proposal = asc_proposal_new (type, g_steal_pointer (&candidates));
      for (guint j = 0; same_claim && j < old->len; j++)
        {
          AscProposal *before = g_ptr_array_index (old, j);
          if (g_strcmp0 (asc_relation_type_get_name (asc_proposal_get_relation_type (before)),
                         asc_relation_type_get_name (type)) == 0)
            keep_choice (proposal, before);
        }
      g_signal_connect_object (proposal, "notify::choice", G_CALLBACK (on_choice), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->proposals, proposal);
    }

  if (old->len || self->proposals->len)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->proposals->len);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
asc_proposals_finalize (GObject *object)
{
  AscProposals *self = ASC_PROPOSALS (object);

  g_clear_object (&self->annotator);
  g_clear_object (&self->claim);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_hash_table_unref);
  G_OBJECT_CLASS (asc_proposals_parent_class)->finalize (object);
}

static void
asc_proposals_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscProposals *self = ASC_PROPOSALS (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_proposals_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscProposals *self = ASC_PROPOSALS (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      asc_proposals_set_claim (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_proposals_class_init (AscProposalsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = asc_proposals_finalize;
  object_class->get_property = asc_proposals_get_property;
  object_class->set_property = asc_proposals_set_property;

  properties[PROP_CLAIM] = g_param_spec_object ("claim", NULL, NULL, ASC_TYPE_ANNOTATION,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AscProposals::changed:
   *
   * The proposals, or which candidate one of them shows, changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
asc_proposals_init (AscProposals *self)
{
  self->proposals = g_ptr_array_new_with_free_func (g_object_unref);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * asc_proposals_new:
 * @annotator: of the set whose claims are looked at
 *
 * Returns: (transfer full): an empty list
 */
AscProposals *
asc_proposals_new (AscAnnotator *annotator)
{
  AscProposals *self;

  g_return_val_if_fail (ASC_IS_ANNOTATOR (annotator), NULL);

  self = g_object_new (ASC_TYPE_PROPOSALS, NULL);
  self->annotator = g_object_ref (annotator);
  return self;
}

/**
 * asc_proposals_get_annotator:
 * @self: the proposals
 *
 * Returns: (transfer none): what they are accepted through
 */
AscAnnotator *
asc_proposals_get_annotator (AscProposals *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSALS (self), NULL);

  return self->annotator;
}

/**
 * asc_proposals_get_claim:
 * @self: the proposals
 *
 * Returns: (transfer none) (nullable): the claim they are for
 */
AscAnnotation *
asc_proposals_get_claim (AscProposals *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSALS (self), NULL);

  return self->claim;
}

/**
 * asc_proposals_set_claim:
 * @self: the proposals
 * @claim: (nullable): a claim of the annotator's set
 *
 * Looks for candidates for the undecided roles of @claim. Called again with the same claim (or its newer version) it looks afresh and
 * keeps the choices that are still possible.
 */
void
asc_proposals_set_claim (AscProposals *self, AscAnnotation *claim)
{
  gboolean same_claim;

  g_return_if_fail (ASC_IS_PROPOSALS (self));
  g_return_if_fail (claim == NULL || ASC_IS_ANNOTATION (claim));

  same_claim = claim && self->claim &&
               g_strcmp0 (asc_annotation_get_id (claim), asc_annotation_get_id (self->claim)) == 0;
  if (!same_claim)
    g_hash_table_remove_all (self->dismissed);
  if (g_set_object (&self->claim, claim))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIM]);
  propose (self, same_claim);
}

/**
 * asc_proposals_lookup:
 * @self: the proposals
 * @relation_type: name of a role
 *
 * Returns: (transfer none) (nullable): what is proposed for it
 */
AscProposal *
asc_proposals_lookup (AscProposals *self, const char *relation_type)
{
  g_return_val_if_fail (ASC_IS_PROPOSALS (self), NULL);

  for (guint i = 0; i < self->proposals->len; i++)
    {
      AscProposal *proposal = g_ptr_array_index (self->proposals, i);

      if (g_strcmp0 (asc_relation_type_get_name (asc_proposal_get_relation_type (proposal)), relation_type) == 0)
        return proposal;
    }
  return NULL;
}

/**
 * asc_proposals_get_ghost:
 * @self: the proposals
 * @i: from 0
 * @span: (out caller-allocates): where the candidate on show of the i-th proposal stands, in code points
 *
 * Returns: whether there is an i-th proposal
 */
gboolean
asc_proposals_get_ghost (AscProposals *self, guint i, AscSpan *span)
{
  g_return_val_if_fail (ASC_IS_PROPOSALS (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (i >= self->proposals->len)
    return FALSE;
  *span = asc_proposal_get_chosen (g_ptr_array_index (self->proposals, i))->span;
  return TRUE;
}

/**
 * asc_proposals_accept:
 * @self: the proposals
 * @proposal: one of them
 *
 * The candidate on show becomes the role's value: one step of the history.
 *
 * Returns: whether anything changed
 */
gboolean
asc_proposals_accept (AscProposals *self, AscProposal *proposal)
{
  g_autoptr (AscProposal) owned = NULL;
  AscRelation *relation;

  g_return_val_if_fail (ASC_IS_PROPOSALS (self), FALSE);
  g_return_val_if_fail (ASC_IS_PROPOSAL (proposal), FALSE);
  g_return_val_if_fail (self->claim != NULL, FALSE);

  /* Who hears of the step may look afresh before it is over here. */
  owned = g_object_ref (proposal);
  relation = asc_role_suggester_accept (self->annotator, self->claim, asc_proposal_get_relation_type (proposal),
                                        asc_proposal_get_chosen (proposal));
  asc_proposals_set_claim (self, self->claim);
  return relation != NULL;
}

/**
 * asc_proposals_accept_all:
 * @self: the proposals
 *
 * Accepts every proposal as it is on show: one step of the history.
 *
 * Returns: whether anything changed
 */
gboolean
asc_proposals_accept_all (AscProposals *self)
{
  g_autoptr (GPtrArray) all = NULL;
  AscHistory *history;
  gboolean changed = FALSE;

  g_return_val_if_fail (ASC_IS_PROPOSALS (self), FALSE);

  if (!self->claim || self->proposals->len == 0)
    return FALSE;

  all = g_ptr_array_ref (self->proposals);
  history = asc_annotator_get_history (self->annotator);
  asc_history_begin (history, ASC_ACTION_ACCEPT, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      AscProposal *proposal = g_ptr_array_index (all, i);

      if (asc_role_suggester_accept (self->annotator, self->claim, asc_proposal_get_relation_type (proposal),
                                     asc_proposal_get_chosen (proposal)))
        changed = TRUE;
    }
  asc_history_end (history);
  asc_proposals_set_claim (self, self->claim);
  return changed;
}

/**
 * asc_proposals_decide_none:
 * @self: the proposals
 * @type: the role
 *
 * Decides that the claim has nothing in this role ("no source"): its none attribute becomes true. It is a value of its own, so that
 * "nobody looked" and "there is none" stay apart.
 *
 * Returns: whether anything changed
 */
gboolean
asc_proposals_decide_none (AscProposals *self, AscRelationType *type)
{
  AscAnnotation *claim;

  g_return_val_if_fail (ASC_IS_PROPOSALS (self), FALSE);
  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), FALSE);
  g_return_val_if_fail (self->claim != NULL, FALSE);

  claim = asc_annotation_set_lookup (asc_annotator_get_set (self->annotator), asc_annotation_get_id (self->claim));
  if (!claim || !asc_annotator_set_attribute (self->annotator, claim, asc_relation_type_get_none_attribute (type),
                                    g_variant_new_boolean (TRUE)))
    return FALSE;
  asc_proposals_set_claim (self, asc_annotation_set_lookup (asc_annotator_get_set (self->annotator),
                                                            asc_annotation_get_id (claim)));
  return TRUE;
}

/**
 * asc_proposals_dismiss:
 * @self: the proposals
 * @proposal: one of them
 *
 * The role of this claim is left open, and nothing more is proposed for it while the claim is looked at.
 */
void
asc_proposals_dismiss (AscProposals *self, AscProposal *proposal)
{
  g_return_if_fail (ASC_IS_PROPOSALS (self));
  g_return_if_fail (ASC_IS_PROPOSAL (proposal));

  g_hash_table_add (self->dismissed, g_strdup (asc_relation_type_get_name (asc_proposal_get_relation_type (proposal))));
  propose (self, TRUE);
}

/**
 * asc_proposals_get_undecided:
 * @self: the proposals
 *
 * Returns: (transfer none) (nullable): the first role that is expected of the claim and not decided
 */
AscRelationType *
asc_proposals_get_undecided (AscProposals *self)
{
  g_autoptr (GPtrArray) types = NULL;

  g_return_val_if_fail (ASC_IS_PROPOSALS (self), NULL);

  if (!self->claim)
    return NULL;
  types = asc_codebook_relations_from (asc_project_get_codebook (asc_annotator_get_project (self->annotator)),
                                       asc_annotation_get_label (self->claim));
  for (guint i = 0; i < types->len; i++)
    {
      AscRelationType *type = g_ptr_array_index (types, i);

      if (asc_relation_type_get_expected (type) && !asc_todo_is_decided (asc_annotator_get_set (self->annotator), self->claim, type))
        return type;
    }
  return NULL;
}
