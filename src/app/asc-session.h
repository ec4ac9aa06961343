/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSession: what one window works on, without a widget: the open project, the article on screen, what is selected. Window, article view,
 * inspector and label bar all watch the one session of their window; none of them talks to another.
 */
#pragma once

#include "asc-annotator.h"
#include "asc-project-store.h"
#include "asc-proposals.h"

G_BEGIN_DECLS

#define ASC_TYPE_SESSION (asc_session_get_type ())
G_DECLARE_FINAL_TYPE (AscSession, asc_session, ASC, SESSION, GObject)

/* Properties:
 *   store      AscProjectStore, NULL when no project is open (read-write)
 *   article    AscArticle on screen, NULL for none (read-only: asc_session_open_article)
 *   set        AscAnnotationSet of it for the project's coder; changes after article, when text and annotations are read
 *   annotator  AscAnnotator of that set
 *   selected   AscAnnotation (read-write). Follows edits: after a change it is the new object of the same id, after a removal NULL
 *   hovered    AscAnnotation under the pointer, in text or inspector (read-write)
 *   relating   AscAnnotation from which a relation is being made, or NULL (read-write)
 *   relating-type  AscRelationType the relation must have, or NULL for any that may (asc_session_relate)
 *   topic      name of the label under the pointer, or NULL (read-write)
 *   loading    an article is being read
 * Signals:
 *   "lit-changed": what asc_session_is_lit () says changed (selection, hover, relations)
 *   "proposals-changed": what is proposed for the selected annotation, or which candidate is on show
 *   "reveal" (AscAnnotation *): scroll the text to it
 *   "problem" (AscProblem *): something to tell the user; forwarded from the store and from loading
 *   "notice" (const char *translated): a short message for a toast and the screen reader ("That is already annotated")
 */
AscSession       *asc_session_new              (void);
AscProjectStore  *asc_session_get_store        (AscSession *self);
void              asc_session_set_store        (AscSession *self, AscProjectStore *store);
AscProject       *asc_session_get_project      (AscSession *self);   /* (nullable) */
AscHistory       *asc_session_get_history      (AscSession *self);   /* (nullable) */
AscArticle       *asc_session_get_article      (AscSession *self);
AscAnnotationSet *asc_session_get_set          (AscSession *self);
AscAnnotator     *asc_session_get_annotator    (AscSession *self);
/* What is proposed for the undecided roles of the selected annotation; NULL while there is no set or it cannot be changed. */
AscProposals     *asc_session_get_proposals    (AscSession *self);
AscAnnotation    *asc_session_get_selected     (AscSession *self);
void              asc_session_set_selected     (AscSession *self, AscAnnotation *annotation);
AscAnnotation    *asc_session_get_hovered      (AscSession *self);
void              asc_session_set_hovered      (AscSession *self, AscAnnotation *annotation);
AscAnnotation    *asc_session_get_relating     (AscSession *self);
void              asc_session_set_relating     (AscSession *self, AscAnnotation *annotation);   /* any type */
AscRelationType  *asc_session_get_relating_type (AscSession *self);  /* (nullable) */
const char       *asc_session_get_topic        (AscSession *self);  /* (nullable) */
void              asc_session_set_topic        (AscSession *self, const char *label);
gboolean          asc_session_get_loading      (AscSession *self);
/* Why the current article could not be read; NULL while loading and when it was. */
const GError     *asc_session_get_load_error   (AscSession *self);

/* Reads the article and its set in a thread and then makes them current. NULL closes. A later call cancels an earlier one. */
void              asc_session_open_article     (AscSession *self, AscArticle *article);
/* The neighbour in the project's list; FALSE at the end. */
gboolean          asc_session_open_next        (AscSession *self);
gboolean          asc_session_open_previous    (AscSession *self);

/* Whether @annotation is the far end of a relation of the selected, hovered or relating one. */
gboolean          asc_session_is_lit           (AscSession *self, AscAnnotation *annotation);
void              asc_session_reveal           (AscSession *self, AscAnnotation *annotation);   /* selects it and asks the view to show it */
/* Starts making a relation of @type (NULL: any) from @annotation. */
void              asc_session_relate           (AscSession *self, AscAnnotation *annotation, AscRelationType *type);
/* The selected annotation gets @actor's nearest mention as @type; a notice says when the text has none. */
gboolean          asc_session_give_role        (AscSession *self, AscRelationType *type, AscActor *actor);
void              asc_session_notice           (AscSession *self, const char *translated);

/* Undo over everything: opens the article the step was in and selects what it touched. */
gboolean          asc_session_undo             (AscSession *self);
gboolean          asc_session_redo             (AscSession *self);

G_END_DECLS
