/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-document.h"

#include "asc-file-io.h"

static void
asc_document_clear (gpointer data)
{
  AscDocument *self = data;

  g_clear_object (&self->file);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->snapshots);
  g_clear_object (&self->history);
  g_clear_object (&self->project);
  g_clear_object (&self->held);
  g_clear_object (&self->article);
  g_clear_object (&self->shadow);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
}

/**
 * asc_document_new:
 * @kind: which of the files it is
 * @file: where
 * @snapshots: the folder of its earlier versions
 * @model: (transfer none): what it mirrors; whoever made the document tells it when the model goes
 * @project: the project
 * @history: the gate that changes from outside go through
 *
 * Returns: (transfer full): a new document that has seen no file yet
 */
AscDocument *
asc_document_new (const AscDocumentKind *kind,
                  GFile                 *file,
                  GFile                 *snapshots,
                  GObject               *model,
                  AscProject            *project,
                  AscHistory            *history)
{
  AscDocument *self = g_atomic_rc_box_new0 (AscDocument);

  self->kind = kind;
  self->file = g_object_ref (file);
  self->path = asc_file_io_path (file);
  self->snapshots = g_object_ref (snapshots);
  self->model = model;
  self->project = g_object_ref (project);
  self->history = g_object_ref (history);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->copies = g_ptr_array_new_with_free_func (g_object_unref);
  self->failed_code = -1;
  return self;
}

AscDocument *
asc_document_ref (AscDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
asc_document_unref (AscDocument *self)
{
  g_atomic_rc_box_release_full (self, asc_document_clear);
}
