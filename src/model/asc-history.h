/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscHistory: the one gate for every change of a project, and its undo and redo.
 *
 * Models are made of immutable values, so a change is "this place held @before, now it holds @after", and undo puts @before back.
 * Changes between begin and end are one step. A step whose squash key equals the last step's and that comes within a second of it
 * is joined to it (typing a note); within a session of that key, however long the pause (moving an edge). A step that changed nothing is not
 * recorded.
 */
#pragma once

#include "asc-annotation-set.h"
#include "asc-project.h"

G_BEGIN_DECLS

/* What a step did, for the undo button and toast; the words for it are in src/messages. */
typedef enum
{
  ASC_ACTION_ADD,           /* subject: a label name */
  ASC_ACTION_REMOVE,
  ASC_ACTION_CHANGE_LABEL,
  ASC_ACTION_CHANGE_SPANS,
  ASC_ACTION_CHANGE_ATTRIBUTE, /* subject: attribute name */
  ASC_ACTION_CHANGE_NOTE,
  ASC_ACTION_RELATE,        /* subject: relation type */
  ASC_ACTION_UNRELATE,
  ASC_ACTION_CHANGE_STATE,  /* subject: state */
  ASC_ACTION_CHANGE_ACTOR,
  ASC_ACTION_MERGE_ACTORS,
  ASC_ACTION_CHANGE_CODEBOOK,
  ASC_ACTION_CHANGE_ARTICLE,
  ASC_ACTION_ACCEPT,        /* suggestions */
  ASC_ACTION_BULK,
} AscAction;

GType       asc_action_get_type           (void) G_GNUC_CONST;
#define ASC_TYPE_ACTION (asc_action_get_type ())

#define ASC_TYPE_HISTORY (asc_history_get_type ())
G_DECLARE_FINAL_TYPE (AscHistory, asc_history, ASC, HISTORY, GObject)

/* Properties: can-undo, can-redo, busy. Signals:
 *   "changed" (GObject *model): model is the AscAnnotationSet, AscActorRegister, AscProject or AscArticle that changed; once a step and
 *             model; on do, undo and redo. Autosave listens here.
 *   "stepped" (gboolean undone, AscAction action, const char *subject, AscAnnotationSet *set or NULL, const char *annotation_id or NULL): after
 *             each step, undo or redo, with what to show. */
AscHistory *asc_history_new               (void);

void        asc_history_begin             (AscHistory *self, AscAction action, const char *subject, const char *squash_key); /* nests: the outermost names the step */
void        asc_history_end               (AscHistory *self);
void        asc_history_abort             (AscHistory *self);   /* takes back what the open step did, records nothing */
void        asc_history_set_session       (AscHistory *self, const char *squash_key);   /* NULL: ends */

/* Each is a step of its own unless between begin and end. FALSE, and nothing changed, when the set is read-only, a span lies outside the text,
 * or (put) an identical annotation is there already. The quote is filled in from the text. */
gboolean    asc_history_put_annotation    (AscHistory *self, AscAnnotationSet *set, AscAnnotation *annotation);
gboolean    asc_history_remove_annotation (AscHistory *self, AscAnnotationSet *set, const char *id);   /* and its relations */
gboolean    asc_history_put_relation      (AscHistory *self, AscAnnotationSet *set, AscRelation *relation); /* both ends must exist; no duplicates */
gboolean    asc_history_remove_relation   (AscHistory *self, AscAnnotationSet *set, const char *id);
gboolean    asc_history_set_state         (AscHistory *self, AscAnnotationSet *set, AscState state, guint read_to);
gboolean    asc_history_put_actor         (AscHistory *self, AscActorRegister *actors, AscActor *actor);
gboolean    asc_history_remove_actor      (AscHistory *self, AscActorRegister *actors, const char *id);
gboolean    asc_history_set_codebook      (AscHistory *self, AscProject *project, AscCodebook *codebook);
gboolean    asc_history_set_article_meta  (AscHistory *self, AscArticle *article, const AscArticleMeta *meta);

gboolean    asc_history_undo              (AscHistory *self);
gboolean    asc_history_redo              (AscHistory *self);
gboolean    asc_history_get_can_undo      (AscHistory *self);
gboolean    asc_history_get_can_redo      (AscHistory *self);
AscAction   asc_history_get_undo_action   (AscHistory *self, const char **subject);
AscAction   asc_history_get_redo_action   (AscHistory *self, const char **subject);
guint       asc_history_get_n_steps       (AscHistory *self);
void        asc_history_clear             (AscHistory *self);

G_END_DECLS
