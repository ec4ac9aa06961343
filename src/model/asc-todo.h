/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to do about an annotation: decide on a suggestion, relate what the codebook expects to be related, fill in what it requires, and
 * look again at what cannot be right. It warns and never blocks. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-project.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_TODO_NONE,
  ASC_TODO_SUGGESTION,  /* nobody has accepted or rejected it */
  ASC_TODO_RELATION,    /* an expected relation is missing and it was not decided that there is none */
  ASC_TODO_ATTRIBUTE,   /* a required attribute has no value */
  ASC_TODO_LATE,        /* uttered after the article was published */
  ASC_TODO_ACTOR,       /* a pronoun of which nobody said whom it means */
  ASC_TODO_EDGES,       /* an edge lies where the project does not want it */
} AscTodo;

/* Whether it was decided that there is none of @type from @annotation. */
gboolean       asc_todo_is_none    (AscAnnotation *annotation, AscRelationType *type);
/* Whether that is decided, or a relation of @type from @annotation is there. */
gboolean       asc_todo_is_decided (AscAnnotationSet *set, AscAnnotation *annotation, AscRelationType *type);
/* The first thing to do about @annotation; @missing (may be NULL): name of the relation type or attribute, owned by the codebook. */
AscTodo        asc_todo_find     (AscAnnotationSet *set, AscProject *project, AscAnnotation *annotation, const char **missing);
/* Reading order, as asc_annotation_set_next (): the nearest annotation with something to do. (nullable) (transfer none) */
AscAnnotation *asc_todo_next     (AscAnnotationSet *set, AscProject *project, AscAnnotation *after, guint offset);
AscAnnotation *asc_todo_previous (AscAnnotationSet *set, AscProject *project, AscAnnotation *before, guint offset);

G_END_DECLS
