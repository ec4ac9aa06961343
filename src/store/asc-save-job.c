/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-save-job.h"

#include <string.h>

#include "asc-file-io.h"
#include "asc-json-reader.h"
#include "asc-snapshots.h"

static void
tell (AscSaveJob *self,
      GError     *error)
{
  const AscProblem *problem = asc_problem_from_error (error);

  if (problem != NULL)
    g_ptr_array_add (self->problems, asc_problem_copy (problem));
}

/* The ids of annotations in a file, also of those its reader sets apart ("orphans"): every id of an array but "relations". */
static GHashTable *
annotation_ids (GBytes *bytes)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GList) members = NULL;
  JsonNode *root;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return ids;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return ids;

  members = json_object_get_members (json_node_get_object (root));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (root), l->data);
      JsonArray *array;

      if (g_str_equal (l->data, "relations") || !JSON_NODE_HOLDS_ARRAY (member))
        continue;
      array = json_node_get_array (member);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);
          const char *id = JSON_NODE_HOLDS_OBJECT (element)
                             ? json_object_get_string_member_with_default (json_node_get_object (element), "id", NULL)
                             : NULL;

          if (id != NULL)
            g_hash_table_add (ids, g_strdup (id));
        }
    }
  return ids;
}

/* The last net, under all that is meant to keep annotations: it compares the bytes that are there with the bytes that would replace
 * them, whatever the models say. */
static gboolean
drops_many (AscSaveJob *self,
            GBytes     *there,
            GBytes     *new)
{
  g_autoptr (GHashTable) ids = annotation_ids (there);
  g_autoptr (GHashTable) kept = NULL;
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (ids) <= ASC_SAVE_MANY)
    return FALSE;

  kept = annotation_ids (new);
  self->n_on_disk = g_hash_table_size (ids);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (kept, id))
        g_ptr_array_add (self->dropped, g_strdup (id));
    }
  return self->dropped->len > ASC_SAVE_MANY && self->dropped->len > self->n_on_disk / 2;
}

static void
put_copies_away (AscSaveJob *self)
{
  for (guint i = 0; i < self->copies->len; i++)
    {
      GFile *copy = g_ptr_array_index (self->copies, i);
      g_autofree char *name = g_file_get_basename (copy);
      g_autoptr (GFile) target = g_file_get_child (self->document->snapshots, name);

      g_file_make_directory_with_parents (self->document->snapshots, NULL, NULL);
      g_file_move (copy, target, G_FILE_COPY_BACKUP, NULL, NULL, NULL, NULL);
    }
}

/* A newer program's file is left alone. What the coder did since goes beside it. */
static void
save_beside (AscSaveJob *self,
             GBytes     *ours)
{
  g_autoptr (GFile) kept = NULL;

  self->newer = TRUE;
  if (self->mode == ASC_SAVE_LOOK)
    return;
  g_clear_error (&self->error);
  kept = asc_file_io_keep_aside (self->document->file, "unsaved", ours, &self->error);
  if (kept != NULL)
    {
      g_autofree char *name = g_file_get_basename (kept);

      g_ptr_array_add (self->problems, asc_problem_new (ASC_STORE_ERROR_NEWER, self->document->path, NULL,
                                                        "the changes are in %s", name));
    }
}

/* FALSE: leave the file alone, self->error may say why. Otherwise @final is what to write. */
static gboolean
bring_together (AscSaveJob *self,
                GBytes     *ours,
                GBytes     *theirs,
                GBytes    **final)
{
  g_autoptr (GError) error = NULL;

  self->merged = self->document->kind->merge (self->document, self->frozen, self->base, theirs, self->problems, &error);
  if (self->merged != NULL)
    {
      g_clear_pointer (final, g_bytes_unref);
      *final = self->document->kind->write (self->merged);
      return TRUE;
    }
  if (g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NEWER))
    {
      tell (self, error);
      save_beside (self, ours);
      return FALSE;
    }
  self->readable = FALSE;
  tell (self, error);
  return TRUE;
}

static gboolean
set_aside (AscSaveJob *self,
           GBytes     *theirs)
{
  g_autoptr (GFile) kept = asc_file_io_keep_aside (self->document->file, "broken", theirs, &self->error);

  return kept != NULL;
}

static gboolean
replace (AscSaveJob *self,
         GBytes     *theirs,
         GBytes     *final)
{
  g_autoptr (GError) snapshot_error = NULL;

  if (theirs != NULL && self->document->kind->counts_annotations && !self->drop_allowed && drops_many (self, theirs, final))
    {
      g_autoptr (AscProblem) problem = asc_problem_new (ASC_STORE_ERROR_MANY_DROPPED, self->document->path, NULL,
                                                        "%u of %u", self->dropped->len, self->n_on_disk);

      asc_problem_to_error (problem, &self->error);
      return FALSE;
    }
  if (theirs != NULL && !self->readable && !set_aside (self, theirs))
    return FALSE;
  if (theirs != NULL && self->readable && self->snapshot_due)
    {
      asc_snapshots_keep (self->document->snapshots, theirs, &snapshot_error);
      self->snapshot_tried = TRUE;
    }
  if (!asc_file_io_write (self->document->file, final, ASC_FILE_IO_DURABLE, &self->error))
    return FALSE;
  /* The work of now goes before the work of then: no snapshot is no reason not to write. */
  if (snapshot_error != NULL)
    tell (self, snapshot_error);
  return TRUE;
}

static void
run_locked (AscSaveJob *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) ours = NULL;
  g_autoptr (GBytes) final = NULL;

  theirs = asc_file_io_read (self->document->file, ASC_JSON_MAX_BYTES, NULL, &error);
  if (theirs == NULL && !g_error_matches (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND))
    {
      self->error = g_steal_pointer (&error);
      return;
    }
  if (!self->base_known && theirs != NULL)
    self->base = g_bytes_ref (theirs);

  ours = self->document->kind->write (self->frozen);
  final = g_bytes_ref (ours);
  if (asc_file_io_equal (theirs, ours))
    {
      self->seen = g_bytes_ref (ours);
      self->readable = TRUE;
      put_copies_away (self);
      return;
    }

  self->readable = !self->broken;
  if (theirs != NULL && !asc_file_io_equal (theirs, self->base))
    {
      self->readable = TRUE;
      if (!bring_together (self, ours, theirs, &final))
        return;
    }

  /* A file that went is no change to take in: programs that replace a file may take it away first, and the coder still has it all. */
  if (self->mode == ASC_SAVE_LOOK)
    {
      GBytes *seen = theirs != NULL && self->readable ? theirs : self->base;

      self->seen = seen != NULL ? g_bytes_ref (seen) : NULL;
      return;
    }

  if (!asc_file_io_equal (theirs, final) && !replace (self, theirs, final))
    return;
  self->written = TRUE;
  self->readable = TRUE;
  self->seen = g_bytes_ref (final);
  put_copies_away (self);
}

/**
 * asc_save_job_new:
 * @document: what to save or look at; its model is frozen here
 * @mode: whether to write
 *
 * Returns: (transfer full): a job for a worker
 */
AscSaveJob *
asc_save_job_new (AscDocument *document,
                  AscSaveMode  mode)
{
  AscSaveJob *self = g_new0 (AscSaveJob, 1);
  gint64 now = g_get_monotonic_time ();

  self->document = asc_document_ref (document);
  self->mode = mode;
  self->frozen = document->kind->freeze (document);
  self->base = document->base != NULL ? g_bytes_ref (document->base) : NULL;
  self->base_known = document->base_known;
  self->broken = document->broken;
  self->drop_allowed = document->drop_allowed;
  self->snapshot_due = document->snapshot_time == 0
                       || now - document->snapshot_time >= ASC_SNAPSHOTS_SECONDS * G_USEC_PER_SEC;
  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  if (mode == ASC_SAVE_WRITE)
    g_ptr_array_extend (self->copies, document->copies, (GCopyFunc) g_object_ref, NULL);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  return self;
}

/**
 * asc_save_job_free:
 * @self: (transfer full): a job that no worker has
 */
void
asc_save_job_free (AscSaveJob *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->frozen, self->document->kind->unfreeze);
  g_clear_pointer (&self->merged, self->document->kind->unfreeze);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->seen, g_bytes_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  asc_document_unref (self->document);
  g_free (self);
}

/**
 * asc_save_job_run:
 * @self: a job
 *
 * Does it, in whatever thread this is called.
 */
void
asc_save_job_run (AscSaveJob *self)
{
  g_autoptr (GFile) folder = NULL;
  int lock;

  g_return_if_fail (self != NULL);

  folder = g_file_get_parent (self->document->file);
  lock = asc_file_io_lock (folder);
  run_locked (self);
  asc_file_io_unlock (lock);
}
