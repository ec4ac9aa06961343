/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an annotation is called in lists, chips and messages. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-project.h"

G_BEGIN_DECLS

/* Its text, fragments joined by an ellipsis, white space squeezed, at most @max characters. (transfer full) */
char *asc_annotation_words_quote (AscAnnotation *annotation, guint max);
/* What it stands for: an actor's name in the register, a date's value in words; else the quote. (transfer full) */
char *asc_annotation_words_name  (AscAnnotation *annotation, AscProject *project, guint max);

G_END_DECLS
