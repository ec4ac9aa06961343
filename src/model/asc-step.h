/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscStep: what one step of a history changed: values before and after, of which it knows no more than how to keep and compare
 * them. Putting them in place is for asc-history.c alone. */
#pragma once

#include "asc-history.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_CHANGE_ANNOTATION,   /* AscAnnotationSet: AscAnnotation */
  ASC_CHANGE_RELATION,     /* AscAnnotationSet: AscRelation */
  ASC_CHANGE_STATE,        /* AscAnnotationSet: AscProgress */
  ASC_CHANGE_ACTOR,        /* AscActorRegister: AscActor */
  ASC_CHANGE_CODEBOOK,     /* AscProject: AscCodebook */
  ASC_CHANGE_META,         /* AscArticle: AscArticleMeta */
} AscChangeKind;

typedef struct
{
  AscState state;
  guint    read_to;
} AscProgress;

/* "This place of the model held before, now it holds after"; NULL: nothing. All owned. */
typedef struct
{
  AscChangeKind kind;
  GObject      *model;
  gpointer      before;
  gpointer      after;
} AscChange;

typedef struct
{
  AscAction  action;
  char      *subject;
  char      *squash_key;
  gint64     time;         /* of the last change, monotonic, microseconds */
  GArray    *changes;      /* (element-type AscChange) in the order they were made */
} AscStep;

gboolean    asc_change_value_equal (AscChangeKind kind, gconstpointer a, gconstpointer b);
AscChange   asc_change_make        (AscChangeKind kind, gpointer model, gconstpointer before, gconstpointer after);   /* copies */
void        asc_change_clear       (AscChange *change);
const char *asc_change_get_place   (const AscChange *change);   /* id of what it is about; "" where a model has one such place */

AscStep    *asc_step_new           (AscAction action, const char *subject, const char *squash_key);
void        asc_step_free          (AscStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscStep, asc_step_free)

/* Takes the values of @change, which was made. TRUE: it took back what the last one did and neither is in the step any more; @undone
 * (transfer full) is both in one: its after is in place now, its before is the equal value that was there first. */
gboolean    asc_step_add           (AscStep *step, AscChange *change, AscChange *undone);
/* What it was about, to be shown. (transfer full) (nullable) */
void        asc_step_describe      (const AscStep *step, AscAnnotationSet **set, char **annotation_id);

G_END_DECLS
