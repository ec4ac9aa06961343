/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscActor: one actor of the register. Immutable. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;    /* "foreign minister" */
  char *from;    /* EDTF or NULL */
  char *to;
  char *extra;   /* JSON object text of unknown members, or NULL */
} AscActorRole;

typedef struct
{
  char      *id;
  char      *name;
  char      *type;          /* "person", "organisation", "place", "group", or the project's own; NULL: not said */
  GStrv      aliases;       /* may be NULL */
  char      *external_id;   /* Wikidata QID as text */
  char      *note;
  GPtrArray *roles;         /* (element-type AscActorRole) may be NULL */
  char      *extra;
} AscActorValues;

#define ASC_TYPE_ACTOR (asc_actor_get_type ())
G_DECLARE_FINAL_TYPE (AscActor, asc_actor, ASC, ACTOR, GObject)

AscActor             *asc_actor_new         (const AscActorValues *values);   /* copies; @id NULL: made from the name */
const AscActorValues *asc_actor_get_values  (AscActor *self);
const char           *asc_actor_get_id      (AscActor *self);
const char           *asc_actor_get_name    (AscActor *self);
gboolean              asc_actor_equal       (AscActor *self, AscActor *other);
gboolean              asc_actor_is_called   (AscActor *self, const char *name);  /* name or alias, case folded, white space squeezed */
char                 *asc_actor_fold_name   (const char *name);   /* what is_called compares; "" when nothing but white space */
AscActorRole         *asc_actor_role_copy   (const AscActorRole *role);
void                  asc_actor_role_free   (AscActorRole *role);

G_END_DECLS
