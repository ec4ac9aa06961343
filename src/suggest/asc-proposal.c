/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-proposal.h"

struct _AscProposal
{
  GObject          parent_instance;

  AscRelationType *type;
  GPtrArray       *candidates;   /* (element-type AscRoleCandidate), never empty */
  guint            choice;       /* < candidates->len */
};

enum
{
  PROP_0,
  PROP_RELATION_TYPE,
  PROP_CHOICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscProposal, asc_proposal, G_TYPE_OBJECT)

static void
asc_proposal_finalize (GObject *object)
{
  AscProposal *self = ASC_PROPOSAL (object);

  g_clear_object (&self->type);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  G_OBJECT_CLASS (asc_proposal_parent_class)->finalize (object);
}

static void
asc_proposal_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AscProposal *self = ASC_PROPOSAL (object);

  switch (prop_id)
    {
    case PROP_RELATION_TYPE:
      g_value_set_object (value, self->type);
      break;
    case PROP_CHOICE:
      g_value_set_uint (value, self->choice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_proposal_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AscProposal *self = ASC_PROPOSAL (object);

  switch (prop_id)
    {
    case PROP_CHOICE:
      asc_proposal_set_choice (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_proposal_class_init (AscProposalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = asc_proposal_finalize;
  object_class->get_property = asc_proposal_get_property;
  object_class->set_property = asc_proposal_set_property;

  properties[PROP_RELATION_TYPE] = g_param_spec_object ("relation-type", NULL, NULL, ASC_TYPE_RELATION_TYPE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOICE] = g_param_spec_uint ("choice", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_proposal_init (AscProposal *self)
{
}

/**
 * asc_proposal_new:
 * @type: the role
 * @candidates: (transfer full) (element-type AscRoleCandidate): at least one, the likeliest first
 *
 * Returns: (transfer full): a proposal that shows the likeliest
 */
AscProposal *
asc_proposal_new (AscRelationType *type, GPtrArray *candidates)
{
  AscProposal *self;

  g_return_val_if_fail (ASC_IS_RELATION_TYPE (type), NULL);
  g_return_val_if_fail (candidates != NULL && candidates->len > 0, NULL);

  self = g_object_new (ASC_TYPE_PROPOSAL, NULL);
  self->type = g_object_ref (type);
  self->candidates = candidates;
  return self;
}

/**
 * asc_proposal_get_relation_type:
 * @self: a proposal
 *
 * Returns: (transfer none): the role it is for
 */
AscRelationType *
asc_proposal_get_relation_type (AscProposal *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSAL (self), NULL);

  return self->type;
}

/**
 * asc_proposal_get_n_candidates:
 * @self: a proposal
 *
 * Returns: how many candidates there are, at least one
 */
guint
asc_proposal_get_n_candidates (AscProposal *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSAL (self), 0);

  return self->candidates->len;
}

/**
 * asc_proposal_get_candidate:
 * @self: a proposal
 * @i: which, the likeliest is 0
 *
 * Returns: (transfer none): a candidate
 */
const AscRoleCandidate *
asc_proposal_get_candidate (AscProposal *self, guint i)
{
  g_return_val_if_fail (ASC_IS_PROPOSAL (self), NULL);
  g_return_val_if_fail (i < self->candidates->len, NULL);

  return g_ptr_array_index (self->candidates, i);
}

/**
 * asc_proposal_get_choice:
 * @self: a proposal
 *
 * Returns: the number of the candidate on show
 */
guint
asc_proposal_get_choice (AscProposal *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSAL (self), 0);

  return self->choice;
}

/**
 * asc_proposal_set_choice:
 * @self: a proposal
 * @choice: the number of a candidate; past the last one it begins again
 *
 * Shows another candidate.
 */
void
asc_proposal_set_choice (AscProposal *self, guint choice)
{
  g_return_if_fail (ASC_IS_PROPOSAL (self));

  choice %= self->candidates->len;
  if (choice == self->choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

/**
 * asc_proposal_get_chosen:
 * @self: a proposal
 *
 * Returns: (transfer none): the candidate on show
 */
const AscRoleCandidate *
asc_proposal_get_chosen (AscProposal *self)
{
  g_return_val_if_fail (ASC_IS_PROPOSAL (self), NULL);

  return g_ptr_array_index (self->candidates, self->choice);
}
