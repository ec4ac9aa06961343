/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random projects, codebooks, actors, articles and annotations, with everything their files can carry, for tests that write and read them. */
#pragma once

#include "asc-annotation-set.h"
#include "asc-project.h"

AscArticle       *random_article_new        (GRand *rand);
AscAnnotationSet *random_annotation_set_new (GRand *rand, AscArticle *article, guint max_annotations);
AscCodebook      *random_codebook_new       (GRand *rand);
AscActorRegister *random_actors_new         (GRand *rand);
AscProject       *random_project_new        (GRand *rand);
