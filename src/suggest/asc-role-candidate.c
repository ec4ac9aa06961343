/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-role-candidate.h"

G_DEFINE_BOXED_TYPE (AscRoleCandidate, asc_role_candidate, asc_role_candidate_copy, asc_role_candidate_free)

/**
 * asc_role_candidate_new:
 * @annotation: (nullable): the annotation it is
 * @label: (nullable): with no @annotation, the label that would be made
 * @span: where it stands, in code points
 * @rank: why it is likely
 * @distance: code points between it and the claim
 *
 * Returns: (transfer full): a candidate
 */
AscRoleCandidate *
asc_role_candidate_new (AscAnnotation *annotation,
                        const char    *label,
                        const AscSpan *span,
                        AscRank        rank,
                        guint          distance)
{
  AscRoleCandidate *self;

  g_return_val_if_fail (annotation != NULL || label != NULL, NULL);
  g_return_val_if_fail (span != NULL, NULL);

  self = g_new0 (AscRoleCandidate, 1);
  g_set_object (&self->annotation, annotation);
  self->label = g_strdup (label);
  self->span = *span;
  self->rank = rank;
  self->distance = distance;
  return self;
}

/**
 * asc_role_candidate_copy:
 * @self: a candidate
 *
 * Returns: (transfer full): a copy
 */
AscRoleCandidate *
asc_role_candidate_copy (const AscRoleCandidate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return asc_role_candidate_new (self->annotation, self->label, &self->span, self->rank, self->distance);
}

/**
 * asc_role_candidate_free:
 * @self: (transfer full): a candidate
 */
void
asc_role_candidate_free (AscRoleCandidate *self)
{
  g_clear_object (&self->annotation);
  g_free (self->label);
  g_free (self);
}

/**
 * asc_role_candidate_compare:
 * @self: a candidate
 * @other: another
 *
 * By rank, then the nearer one, then what is annotated already, then the earlier one.
 *
 * Returns: less than 0 when @self is the likelier
 */
int
asc_role_candidate_compare (const AscRoleCandidate *self, const AscRoleCandidate *other)
{
  if (self->rank != other->rank)
    return self->rank < other->rank ? -1 : 1;
  if (self->distance != other->distance)
    return self->distance < other->distance ? -1 : 1;
  if (!self->annotation != !other->annotation)
    return self->annotation ? -1 : 1;
  return asc_span_compare (&self->span, &other->span);
}
