/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscRoleActors: actors of the register as a role of a claim: the recent ones that a digit picks, and where in the text one of them is mentioned. */
#pragma once

#include "asc-annotator.h"
#include "asc-role-candidate.h"

G_BEGIN_DECLS

/* Those mentioned last before the claim ends, the last one first, then those after it. (transfer full) (element-type AscActor) */
GPtrArray        *asc_role_actors_recent  (AscAnnotator *annotator, AscAnnotation *claim, guint max);
/* The mention of @actor to take: annotated or not yet, before the claim rather than after, the nearest. NULL: the text has none. (transfer full) */
AscRoleCandidate *asc_role_actors_mention (AscAnnotator *annotator, AscAnnotation *claim, AscRelationType *type, AscActor *actor);
/* Whether the role goes to a label that names actors. */
gboolean          asc_role_actors_fit     (AscAnnotator *annotator, AscRelationType *type);

G_END_DECLS
