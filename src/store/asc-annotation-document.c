/* SPDX-License-Identifier: GPL-3.0-or-later */
/* annotations/<coder>/<article>.json as a document. */
#include "asc-document.h"

#include "asc-annotation-file.h"
#include "asc-annotation-merge.h"
#include "asc-annotation-set-private.h"

/* The values of a set at one moment. The set is made of them only in the worker: its index costs the main thread nothing. */
typedef struct
{
  AscArticle       *shadow;
  char             *coder;
  GPtrArray        *annotations;
  GPtrArray        *relations;
  AscState          state;
  guint             read_to;
  char             *extra;
  AscAnnotationSet *set;  /* NULL until a worker needs it */
} Frozen;

static void
frozen_free (gpointer data)
{
  Frozen *frozen = data;

  g_clear_object (&frozen->shadow);
  g_clear_pointer (&frozen->coder, g_free);
  g_clear_pointer (&frozen->annotations, g_ptr_array_unref);
  g_clear_pointer (&frozen->relations, g_ptr_array_unref);
  g_clear_pointer (&frozen->extra, g_free);
  g_clear_object (&frozen->set);
  g_free (frozen);
}

static gpointer
freeze (AscDocument *self)
{
  AscAnnotationSet *set = ASC_ANNOTATION_SET (self->model);
  AscArticle *article = asc_annotation_set_get_article (set);
  guint n = asc_annotation_set_get_n (set);
  Frozen *frozen = g_new0 (Frozen, 1);

  if (self->shadow == NULL)
    self->shadow = asc_article_new_full (asc_article_get_meta (article), asc_article_get_text (article));

  frozen->shadow = g_object_ref (self->shadow);
  frozen->coder = g_strdup (asc_annotation_set_get_coder (set));
  frozen->annotations = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (frozen->annotations, g_object_ref (asc_annotation_set_get_nth (set, i)));
  frozen->relations = asc_annotation_set_get_relations (set);
  g_ptr_array_foreach (frozen->relations, (GFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (frozen->relations, g_object_unref);
  frozen->state = asc_annotation_set_get_state (set);
  frozen->read_to = asc_annotation_set_get_read_to (set);
  frozen->extra = g_strdup (asc_annotation_set_get_extra (set));
  return frozen;
}

static AscAnnotationSet *
thaw (Frozen *frozen)
{
  if (frozen->set != NULL)
    return frozen->set;

  frozen->set = asc_annotation_set_new (frozen->shadow, frozen->coder);
  asc_annotation_set_begin_batch (frozen->set);
  for (guint i = 0; i < frozen->annotations->len; i++)
    asc_annotation_set_put (frozen->set, g_ptr_array_index (frozen->annotations, i));
  for (guint i = 0; i < frozen->relations->len; i++)
    asc_annotation_set_put_relation (frozen->set, g_ptr_array_index (frozen->relations, i));
  asc_annotation_set_end_batch (frozen->set);
  asc_annotation_set_set_state (frozen->set, frozen->state, frozen->read_to);
  asc_annotation_set_set_extra (frozen->set, frozen->extra);
  return frozen->set;
}

static GBytes *
write_frozen (gpointer frozen)
{
  return asc_annotation_file_write (thaw (frozen));
}

static gpointer
merge (AscDocument *self,
       gpointer     data,
       GBytes      *base_bytes,
       GBytes      *their_bytes,
       GPtrArray   *problems,
       GError     **error)
{
  Frozen *frozen = data;
  Frozen *merged;
  g_autoptr (AscAnnotationSet) base = NULL;
  g_autoptr (AscAnnotationSet) theirs = NULL;
  g_autoptr (GPtrArray) told_before = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);

  theirs = asc_annotation_file_parse (their_bytes, self->path, frozen->shadow, frozen->coder, problems, error);
  if (theirs == NULL)
    return NULL;
  if (asc_annotation_set_get_read_only (theirs))
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_NEWER, self->path, "/format", NULL);

      asc_problem_to_error (problem, error);
      return NULL;
    }
  if (base_bytes != NULL)
    base = asc_annotation_file_parse (base_bytes, self->path, frozen->shadow, frozen->coder, told_before, NULL);

  merged = g_new0 (Frozen, 1);
  merged->shadow = g_object_ref (frozen->shadow);
  merged->set = asc_annotation_merge (base, thaw (frozen), theirs, conflicts);
  for (guint i = 0; i < conflicts->len; i++)
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_CHANGED_ON_DISK, self->path, g_ptr_array_index (conflicts, i),
                                                "changed here and there; theirs is kept under \"conflicts\""));
  return merged;
}

static void
take_in (AscDocument *self,
         gpointer     frozen,
         gpointer     merged)
{
  AscAnnotationSet *live = ASC_ANNOTATION_SET (self->model);
  g_autoptr (AscAnnotationSet) target = NULL;

  /* The coder has gone on while the worker merged: their edits since then are "ours". */
  target = asc_annotation_merge (thaw (frozen), live, ((Frozen *) merged)->set, NULL);
  asc_annotation_merge_take_in (self->history, live, target);
}

const AscDocumentKind asc_annotation_document = {
  .freeze = freeze,
  .unfreeze = frozen_free,
  .write = write_frozen,
  .merge = merge,
  .take_in = take_in,
  .counts_annotations = TRUE,
};
