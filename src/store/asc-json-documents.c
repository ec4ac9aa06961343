/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actors.json, codebook.json, project.json and articles/<article>.json as documents: small files that are merged as JSON. */
#include "asc-document.h"

#include <string.h>

#include "asc-actor-file.h"
#include "asc-actor-register-private.h"
#include "asc-article-file.h"
#include "asc-codebook-file.h"
#include "asc-json-merge.h"
#include "asc-project-file.h"

/* What is frozen is the bytes. Codebook, project and metadata are small enough to write them on the main thread, and so is
 * a register of some thousand actors (5 ms). */

static GBytes *
write_frozen (gpointer frozen)
{
  return g_bytes_ref (frozen);
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
}

/* Both sides as JSON. */
static GBytes *
merge_json (AscDocument *self,
            GBytes      *base,
            GBytes      *ours,
            GBytes      *theirs,
            GPtrArray   *problems,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) merged = NULL;
  guint n_conflicts = 0;

  merged = asc_json_merge_bytes (base, ours, theirs, &n_conflicts, &local_error);
  if (merged == NULL)
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_SYNTAX, self->path, NULL, "%s", local_error->message);

      asc_problem_to_error (problem, error);
      return NULL;
    }
  if (n_conflicts > 0 && problems != NULL)
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_CHANGED_ON_DISK, self->path, NULL,
                                                "%u places were changed here and there", n_conflicts));
  return g_steal_pointer (&merged);
}

/* @merged together with what the model went on to since @frozen. NULL when nothing is to be taken in. */
static GBytes *
catch_up (AscDocument *self,
          gpointer     frozen,
          gpointer     merged)
{
  g_autoptr (GBytes) live = self->kind->freeze (self);
  g_autoptr (GBytes) both = NULL;

  if (g_bytes_equal (live, merged))
    return NULL;
  if (g_bytes_equal (live, frozen))
    return g_bytes_ref (merged);
  return merge_json (self, frozen, live, merged, NULL, NULL);
}

/* ---- actors.json ---- */

static gpointer
freeze_actors (AscDocument *self)
{
  return asc_actor_file_write (ASC_ACTOR_REGISTER (self->model));
}

static gpointer
merge_actors (AscDocument *self,
              gpointer     frozen,
              GBytes      *base,
              GBytes      *theirs,
              GPtrArray   *problems,
              GError     **error)
{
  g_autoptr (AscActorRegister) checked = asc_actor_register_new ();
  g_autoptr (AscActorRegister) actors = asc_actor_register_new ();
  g_autoptr (GBytes) merged = NULL;

  if (!asc_actor_file_parse (theirs, self->path, checked, problems, error))
    return NULL;
  merged = merge_json (self, base, frozen, theirs, problems, error);
  if (merged == NULL || !asc_actor_file_parse (merged, self->path, actors, problems, error))
    return NULL;
  return asc_actor_file_write (actors);
}

static void
remove_missing_actors (AscDocument      *self,
                       AscActorRegister *actors,
                       AscActorRegister *target)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (actors)); i++)
    {
      g_autoptr (AscActor) actor = g_list_model_get_item (G_LIST_MODEL (actors), i);

      if (asc_actor_register_lookup (target, asc_actor_get_id (actor)) == NULL)
        g_ptr_array_add (gone, g_steal_pointer (&actor));
    }
  for (guint i = 0; i < gone->len; i++)
    asc_history_remove_actor (self->history, actors, asc_actor_get_id (g_ptr_array_index (gone, i)));
}

static void
take_in_actors (AscDocument *self,
                gpointer     frozen,
                gpointer     merged)
{
  AscActorRegister *actors = ASC_ACTOR_REGISTER (self->model);
  g_autoptr (AscActorRegister) target = asc_actor_register_new ();
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = catch_up (self, frozen, merged);

  if (bytes == NULL || !asc_actor_file_parse (bytes, self->path, target, problems, NULL))
    return;

  asc_history_begin (self->history, ASC_ACTION_BULK, NULL, NULL);
  remove_missing_actors (self, actors, target);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (target)); i++)
    {
      g_autoptr (AscActor) actor = g_list_model_get_item (G_LIST_MODEL (target), i);
      AscActor *old = asc_actor_register_lookup (actors, asc_actor_get_id (actor));

      if (old == NULL || !asc_actor_equal (old, actor))
        asc_history_put_actor (self->history, actors, actor);
    }
  asc_history_end (self->history);
  asc_actor_register_set_extra (actors, asc_actor_register_get_extra (target));
}

/* ---- codebook.json ---- */

static gpointer
freeze_codebook (AscDocument *self)
{
  return asc_codebook_file_write (asc_project_get_codebook (ASC_PROJECT (self->model)));
}

static gpointer
merge_codebook (AscDocument *self,
                gpointer     frozen,
                GBytes      *base,
                GBytes      *theirs,
                GPtrArray   *problems,
                GError     **error)
{
  g_autoptr (AscCodebook) checked = NULL;
  g_autoptr (AscCodebook) codebook = NULL;
  g_autoptr (GBytes) merged = NULL;

  checked = asc_codebook_file_parse (theirs, self->path, problems, error);
  if (checked == NULL)
    return NULL;
  merged = merge_json (self, base, frozen, theirs, problems, error);
  codebook = merged != NULL ? asc_codebook_file_parse (merged, self->path, problems, error) : NULL;
  return codebook != NULL ? asc_codebook_file_write (codebook) : NULL;
}

static void
take_in_codebook (AscDocument *self,
                  gpointer     frozen,
                  gpointer     merged)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = catch_up (self, frozen, merged);
  g_autoptr (AscCodebook) codebook = NULL;

  if (bytes != NULL)
    codebook = asc_codebook_file_parse (bytes, self->path, problems, NULL);
  if (codebook != NULL)
    asc_history_set_codebook (self->history, ASC_PROJECT (self->model), codebook);
}

/* ---- project.json ---- */

static gpointer
freeze_project (AscDocument *self)
{
  return asc_project_file_write (ASC_PROJECT (self->model));
}

static gpointer
merge_project (AscDocument *self,
               gpointer     frozen,
               GBytes      *base,
               GBytes      *theirs,
               GPtrArray   *problems,
               GError     **error)
{
  g_autoptr (AscCodebook) codebook = asc_codebook_new (NULL, 0, NULL, NULL, NULL);
  g_autoptr (AscProject) checked = asc_project_new (NULL, codebook);
  g_autoptr (AscProject) project = asc_project_new (NULL, codebook);
  g_autoptr (GBytes) merged = NULL;

  if (!asc_project_file_parse (theirs, self->path, checked, problems, error))
    return NULL;
  merged = merge_json (self, base, frozen, theirs, problems, error);
  if (merged == NULL || !asc_project_file_parse (merged, self->path, project, problems, error))
    return NULL;
  return asc_project_file_write (project);
}

static void
take_in_project (AscDocument *self,
                 gpointer     frozen,
                 gpointer     merged)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = catch_up (self, frozen, merged);

  if (bytes != NULL)
    asc_project_file_parse (bytes, self->path, ASC_PROJECT (self->model), problems, NULL);
}

/* ---- articles/<article>.json ---- */

static gpointer
freeze_article (AscDocument *self)
{
  return asc_article_file_write (asc_article_get_meta (ASC_ARTICLE (self->model)));
}

/* The id of an article is its file's name: "2024-07-06-expulsion.json". */
static char *
article_id (AscDocument *self)
{
  g_autofree char *name = g_file_get_basename (self->file);

  return g_strndup (name, strlen (name) - strlen (".json"));
}

static gpointer
merge_article (AscDocument *self,
               gpointer     frozen,
               GBytes      *base,
               GBytes      *theirs,
               GPtrArray   *problems,
               GError     **error)
{
  g_autofree char *id = article_id (self);
  g_autoptr (AscArticleMeta) checked = NULL;
  g_autoptr (AscArticleMeta) meta = NULL;
  g_autoptr (GBytes) merged = NULL;

  checked = asc_article_file_parse (theirs, self->path, id, problems, error);
  if (checked == NULL)
    return NULL;
  merged = merge_json (self, base, frozen, theirs, problems, error);
  meta = merged != NULL ? asc_article_file_parse (merged, self->path, id, problems, error) : NULL;
  return meta != NULL ? asc_article_file_write (meta) : NULL;
}

static void
take_in_article (AscDocument *self,
                 gpointer     frozen,
                 gpointer     merged)
{
  g_autofree char *id = article_id (self);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = catch_up (self, frozen, merged);
  g_autoptr (AscArticleMeta) meta = NULL;

  if (bytes != NULL)
    meta = asc_article_file_parse (bytes, self->path, id, problems, NULL);
  if (meta != NULL)
    asc_history_set_article_meta (self->history, ASC_ARTICLE (self->model), meta);
}

#define DOCUMENT(what)                           \
  {                                              \
    .freeze = freeze_##what,                     \
    .unfreeze = (GDestroyNotify) g_bytes_unref,  \
    .write = write_frozen,                       \
    .merge = merge_##what,                       \
    .take_in = take_in_##what,                   \
  }

const AscDocumentKind asc_actor_document = DOCUMENT (actors);
const AscDocumentKind asc_codebook_document = DOCUMENT (codebook);
const AscDocumentKind asc_project_document = DOCUMENT (project);
const AscDocumentKind asc_article_document = DOCUMENT (article);
