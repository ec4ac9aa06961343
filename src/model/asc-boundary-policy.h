/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscBoundaryPolicy: where the edges of annotations may lie in a project. It warns and never moves an edge. */
#pragma once

#include "asc-text.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_BOUNDARY_NONE,     /* anywhere */
  ASC_BOUNDARY_TRIMMED,  /* no white space and no punctuation at an edge */
  ASC_BOUNDARY_WORDS,    /* trimmed, and no word is cut */
  ASC_BOUNDARY_TOKENS,   /* no white space at an edge, and no word is cut; a punctuation mark is a token */
} AscBoundaryPolicy;

#define ASC_TYPE_BOUNDARY_POLICY (asc_boundary_policy_get_type ())
GType       asc_boundary_policy_get_type    (void) G_GNUC_CONST;
const char *asc_boundary_policy_to_string   (AscBoundaryPolicy policy);
gboolean    asc_boundary_policy_from_string (const char *string, AscBoundaryPolicy *policy);
/* Whether both edges of @span are where they may be. */
gboolean    asc_boundary_policy_allows      (AscBoundaryPolicy policy, AscText *text, const AscSpan *span);

G_END_DECLS
