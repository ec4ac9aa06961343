/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscSplitFiles: the files of a data set folder, one a split: "data/spans-train.jsonl", or "data/spans.jsonl" without splits. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _AscSplitFiles AscSplitFiles;

/* @stem: "data/spans"; @extension: ".jsonl". */
AscSplitFiles *asc_split_files_new   (GFile *folder, const char *stem, const char *extension);
void           asc_split_files_free  (AscSplitFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscSplitFiles, asc_split_files_free)

/* The file of a split, made when its first row comes. "dev" is called "validation", as Hugging Face does. (transfer none) */
GOutputStream *asc_split_files_open  (AscSplitFiles *self, const char *split, GError **error);
/* Closes all; when there is none, an empty file without a split is made. */
gboolean       asc_split_files_close (AscSplitFiles *self, GError **error);
/* The splits that have a file, in the order people expect; empty without splits. (transfer full) */
GStrv          asc_split_files_list  (AscSplitFiles *self);

G_END_DECLS
