/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscProject: what a project folder holds, as objects: codebook, actor register, coders and the list of articles. It does not read or
 * write files (the store does) and holds no annotations (AscAnnotationSet does, one per article and coder, while needed). */
#pragma once

#include <gio/gio.h>

#include "asc-actor-register.h"
#include "asc-article.h"
#include "asc-boundary-policy.h"
#include "asc-codebook.h"

G_BEGIN_DECLS

#define ASC_TYPE_PROJECT (asc_project_get_type ())
G_DECLARE_FINAL_TYPE (AscProject, asc_project, ASC, PROJECT, GObject)

/* Properties: name, language, coder (the one who works now), gold-coder, boundaries, coders (GStrv), codebook, actors, articles (GListModel), guidelines. */
AscProject       *asc_project_new            (const char *name, AscCodebook *codebook);
const char       *asc_project_get_name       (AscProject *self);
const char       *asc_project_get_language   (AscProject *self);     /* default language, (nullable) */
const char       *asc_project_get_coder      (AscProject *self);
const char       *asc_project_get_gold_coder (AscProject *self);     /* (nullable) */
const char * const *asc_project_get_coders   (AscProject *self);
const char       *asc_project_get_guidelines (AscProject *self);     /* Markdown, (nullable) */
AscBoundaryPolicy asc_project_get_boundaries (AscProject *self);     /* where edges may lie */
const char       *asc_project_get_extra      (AscProject *self);
AscCodebook      *asc_project_get_codebook   (AscProject *self);
AscActorRegister *asc_project_get_actors     (AscProject *self);
GListModel       *asc_project_get_articles   (AscProject *self);     /* of AscArticle, by id */
AscArticle       *asc_project_lookup_article (AscProject *self, const char *id);
/* An article id nobody has, ignoring case. (transfer full) */
char             *asc_project_free_article_id (AscProject *self, const char *title);

/* For the store's reader and the history; not for widgets. */
void              asc_project_set_name       (AscProject *self, const char *name);
void              asc_project_set_language   (AscProject *self, const char *language);
void              asc_project_set_coder      (AscProject *self, const char *coder);   /* added to the coders when new */
void              asc_project_set_gold_coder (AscProject *self, const char *coder);
void              asc_project_set_coders     (AscProject *self, const char * const *coders);
void              asc_project_set_guidelines (AscProject *self, const char *guidelines);
void              asc_project_set_boundaries (AscProject *self, AscBoundaryPolicy boundaries);
void              asc_project_set_extra      (AscProject *self, const char *extra);
void              asc_project_set_codebook   (AscProject *self, AscCodebook *codebook);
void              asc_project_add_articles   (AscProject *self, GPtrArray *articles); /* one items-changed */
void              asc_project_remove_article (AscProject *self, const char *id);

G_END_DECLS
