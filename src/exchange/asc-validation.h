/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can be wrong with a project folder: the five kinds of file by themselves, and what they say of each other. */
#pragma once

#include "asc-corpus.h"

G_BEGIN_DECLS

/* Adds what is wrong to @problems (element-type AscProblem), in the order of the files. FALSE only when cancelled. */
gboolean asc_validation_run (AscCorpus *corpus, GPtrArray *problems, GCancellable *cancellable, GError **error);

G_END_DECLS
