/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to do about an annotation: decide on a suggestion, relate what the codebook expects to be related, fill in what it requires. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-codebook.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_TODO_NONE,
  ASC_TODO_SUGGESTION,  /* nobody has accepted or rejected it */
  ASC_TODO_RELATION,    /* an expected relation is missing and it was not decided that there is none */
  ASC_TODO_ATTRIBUTE,   /* a required attribute has no value */
} AscTodo;

/* Whether it was decided that there is none of @type from @annotation. */
gboolean       asc_todo_is_none    (AscAnnotation *annotation, AscRelationType *type);
/* Whether that is decided, or a relation of @type from @annotation is there. */
gboolean       asc_todo_is_decided (AscAnnotationSet *set, AscAnnotation *annotation, AscRelationType *type);
/* The first thing to do about @annotation; @missing (may be NULL): name of the relation type or attribute, owned by @codebook. */
AscTodo        asc_todo_find     (AscAnnotationSet *set, AscCodebook *codebook, AscAnnotation *annotation, const char **missing);
/* Reading order, as asc_annotation_set_next (): the nearest annotation with something to do. (nullable) (transfer none) */
AscAnnotation *asc_todo_next     (AscAnnotationSet *set, AscCodebook *codebook, AscAnnotation *after, guint offset);
AscAnnotation *asc_todo_previous (AscAnnotationSet *set, AscCodebook *codebook, AscAnnotation *before, guint offset);

G_END_DECLS
