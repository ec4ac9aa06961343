/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Label Studio's labeling configuration out of a codebook. */
#pragma once

#include "asc-codebook.h"

G_BEGIN_DECLS

/* @with_pieces: annotations in several pieces are joined by the relation "same_span". (transfer full) */
char *asc_label_studio_config_make    (AscCodebook *codebook, gboolean with_pieces);
/* What the control of an attribute is called: "label" and "text" are taken. (transfer full) */
char *asc_label_studio_config_control (const char *attribute);

G_END_DECLS
