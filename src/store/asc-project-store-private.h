/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of AscProjectStore share: -open (folder → project), -load (articles and sets), -summary (rows of lists), -save
 * (autosave), -watch (changes from outside), -import (new articles), -create (new projects). */
#pragma once

#include "asc-project-store.h"
#include "asc-save-queue.h"

G_BEGIN_DECLS

struct _AscProjectStore
{
  GObject          parent_instance;

  GFile           *folder;
  AscProject      *project;
  AscHistory      *history;
  gboolean         read_only;

  /* Documents. Every one is in by_path; those whose model is alive are in by_model too, but codebook.json, which shares the project's model. */
  GHashTable      *by_path;        /* path in the folder, "annotations/mia/x.json" (owned) → AscDocument (owned) */
  GHashTable      *by_model;       /* GObject (borrowed) → AscDocument (borrowed) */
  AscDocument     *codebook_document;
  AscDocument     *project_document;
  GHashTable      *text_users;     /* AscArticle (owned) → number of sets and loads that need its text */

  /* Saving. */
  AscSaveQueue    *queue;
  GPtrArray       *pending;        /* AscDocument (owned): dirty or to be looked at, in the order of the first change */
  GPtrArray       *failed;         /* AscDocument (owned): dirty, and the last write of it failed */
  guint            n_in_flight;
  guint            save_timer;     /* source id: dispatches what is pending */
  guint            retry_timer;    /* source id: after a failure */
  guint            retry_ms;
  gboolean         saving;
  GError          *last_error;     /* of the flush that is going on */
  GPtrArray       *flushes;        /* GTask: whom to tell when nothing is pending any more */
  AscCodebook     *seen_codebook;  /* (borrowed) the one that codebook.json holds or is about to */
  gboolean         coder_listed;   /* project.json names the coder */

  GHashTable      *copies;         /* coder (owned) → GPtrArray of names: conflict copies in the coder's folder; absent: not looked yet */

  /* Summaries. */
  GQueue           summaries;      /* AscSummary (owned): asked for and not begun, the latest first */
  GHashTable      *summary_ids;    /* ids of articles (owned) whose summary was asked for and has not come */
  guint            n_summaries;    /* threads at work */

  /* Watching. */
  GHashTable      *monitors;       /* path in the folder → GFileMonitor */
  GPtrArray       *looks;          /* AscDocument (owned): seem to have changed */
  guint            look_timer;
  gboolean         guidelines_changed;
  gboolean         articles_changed; /* a text appeared in articles/ */
};

typedef enum
{
  ASC_STORE_ANNOTATIONS,
  ASC_STORE_ACTORS,
  ASC_STORE_CODEBOOK,
  ASC_STORE_PROJECT,
  ASC_STORE_ARTICLE,
} AscStoreFile;

/* What was read of a project folder, in any thread; asc_project_store_new_opened() makes the store of it on the main thread. */
typedef struct
{
  GFile      *folder;
  AscProject *project;
  gboolean    read_only;
  GBytes     *project_bytes;    /* NULL: no such file */
  GBytes     *codebook_bytes;
  GBytes     *actor_bytes;
  gboolean    project_broken;
  gboolean    codebook_broken;
  gboolean    actors_broken;
  gboolean    coder_listed;     /* project.json names the coder */
  GPtrArray  *problems;         /* AscProblem */
} AscOpening;

/* -open */
AscOpening      *asc_opening_read                    (GFile *folder, const char *coder, GCancellable *cancellable, GError **error);
void             asc_opening_free                    (AscOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscOpening, asc_opening_free)
GPtrArray       *asc_opening_list_articles           (GFile *folder, GPtrArray *problems, GCancellable *cancellable);  /* ids */

/* the object */
AscProjectStore *asc_project_store_new_opened        (AscOpening *opening);
GFile           *asc_project_store_file              (AscProjectStore *self, AscStoreFile which, const char *coder, const char *article);
AscDocument     *asc_project_store_document          (AscProjectStore *self, AscStoreFile which, const char *coder, AscArticle *article, GObject *model);
AscDocument     *asc_project_store_find_document     (AscProjectStore *self, AscStoreFile which, const char *coder, const char *article);
void             asc_project_store_drop_document     (AscProjectStore *self, AscDocument *document);
void             asc_project_store_emit_problem      (AscProjectStore *self, const AscProblem *problem);
void             asc_project_store_emit_saved        (AscProjectStore *self);
void             asc_project_store_set_saving        (AscProjectStore *self, gboolean saving);

/* -load */
void             asc_project_store_leave_text        (AscProjectStore *self, AscArticle *article);
AscArticleMeta  *asc_store_read_meta                 (GFile *file, const char *id, GBytes **bytes, gboolean *broken, GPtrArray *problems, GCancellable *cancellable);

/* -summary */
void             asc_project_store_update_summary    (AscProjectStore *self, AscAnnotationSet *set);
void             asc_project_store_stop_summaries    (AscProjectStore *self);

/* -save */
void             asc_project_store_start_saving      (AscProjectStore *self);
void             asc_project_store_stop_saving       (AscProjectStore *self);
void             asc_project_store_mark              (AscProjectStore *self, AscDocument *document);
void             asc_project_store_dispatch          (AscProjectStore *self);
void             asc_project_store_look              (AscProjectStore *self, AscDocument *document);

/* -import */
void             asc_project_store_find_articles     (AscProjectStore *self);   /* those that another program put into the folder */

/* -watch */
void             asc_project_store_watch             (AscProjectStore *self, const char *folder);   /* path in the project's folder, "" for itself */
void             asc_project_store_stop_watching     (AscProjectStore *self);
/* Whether @name is what a synchronising program calls its version of "<id><ending>" when two met; @id NULL: of anything. */
gboolean         asc_store_is_conflict_copy          (const char *name, const char *id, const char *ending);

G_END_DECLS
