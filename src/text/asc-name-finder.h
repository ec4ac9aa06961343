/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscNameFinder: the name at a place, by a stated rule and no more: the longest run of capitalised
 * words around it, with the particles (de, van, bin, al-, of the …) between them and the titles
 * (Dr., Mr.) before; in scripts without capitals, the word. */
#pragma once

#include "asc-segmenter.h"

G_BEGIN_DECLS

gboolean asc_name_finder_at (AscSegmenter *segmenter, guint offset, AscSpan *name);

G_END_DECLS
