/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscDocument: one file of a project and the model it mirrors: what it held when last seen, and whether the model has changes that are not
 * in it. What differs between the five files is in AscDocumentKind.
 *
 * The main thread owns a document. A worker reads only kind, file, path and snapshots, which never change, and works on what
 * was frozen: an immutable copy that takes the main thread no longer than to reference what it holds.
 */
#pragma once

#include "asc-history.h"
#include "asc-store-error.h"

G_BEGIN_DECLS

typedef struct _AscDocument AscDocument;

typedef struct
{
  gpointer       (*freeze)   (AscDocument *self);                           /* main thread */
  GDestroyNotify   unfreeze;
  GBytes        *(*write)    (gpointer frozen);                             /* worker: canonical bytes */
  /* Worker: what another program wrote (@theirs) together with ours, frozen; NULL with @error when @theirs cannot be read. */
  gpointer       (*merge)    (AscDocument *self, gpointer frozen, GBytes *base, GBytes *theirs, GPtrArray *problems, GError **error);
  /* Main thread: brings into the model, through the history, what the merge found beyond @frozen. The model may have gone on since. */
  void           (*take_in)  (AscDocument *self, gpointer frozen, gpointer merged);
  gboolean         counts_annotations;                                      /* a write that drops many is refused */
} AscDocumentKind;

struct _AscDocument
{
  const AscDocumentKind *kind;
  GFile                 *file;
  char                  *path;           /* for people */
  GFile                 *snapshots;      /* folder */

  AscHistory            *history;
  AscProject            *project;
  GObject               *model;          /* borrowed; NULL when it went */
  GObject               *held;           /* the model while the file is behind it, else NULL */
  AscArticle            *article;        /* annotations: whose */
  AscArticle            *shadow;         /* annotations: a copy of the article that only workers use */

  GBytes                *base;           /* the file when last read or written; NULL: not there */
  gboolean               base_known;     /* FALSE: not looked at yet; what is there first counts as seen */
  gboolean               broken;         /* what is in the file could not be read: it is set aside before it is replaced */
  gboolean               newer;          /* a newer program's file: never written */
  gboolean               dirty;
  gboolean               in_flight;
  gboolean               look;           /* the file seems to have changed: look when nothing is in flight */
  gboolean               drop_allowed;
  GHashTable            *removed;        /* annotations: ids that this session took away, on purpose */
  GPtrArray             *copies;         /* GFile: conflict copies that are in the model now, to be put away once it is saved */
  int                    failed_code;    /* of the problem told last, -1 for none: the same one is told once */
  gint64                 snapshot_time;  /* monotonic, µs; 0: none in this session */
};

AscDocument *asc_document_new   (const AscDocumentKind *kind, GFile *file, GFile *snapshots, GObject *model, AscProject *project, AscHistory *history);
AscDocument *asc_document_ref   (AscDocument *self);
void         asc_document_unref (AscDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscDocument, asc_document_unref)

/* The five kinds. Model: AscAnnotationSet, AscActorRegister, AscProject (codebook.json, project.json), AscArticle. */
extern const AscDocumentKind asc_annotation_document;
extern const AscDocumentKind asc_actor_document;
extern const AscDocumentKind asc_codebook_document;
extern const AscDocumentKind asc_project_document;
extern const AscDocumentKind asc_article_document;

G_END_DECLS
