/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project with claims, actors and dates over one text, in memory. */
#pragma once

#include "asc-annotator.h"

typedef struct
{
  AscText          *text;
  AscArticle       *article;
  AscProject       *project;
  AscHistory       *history;
  AscAnnotationSet *set;
  AscAnnotator     *annotator;
  AscRelationType  *source;
  AscRelationType  *uttered;
} Fixture;

void           fixture_init     (Fixture *self, const char *text);
void           fixture_clear    (Fixture *self);
AscSpan        fixture_span     (Fixture *self, const char *quote);            /* of its only place */
AscAnnotation *fixture_annotate (Fixture *self, const char *label, const char *quote);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)
