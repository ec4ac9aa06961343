/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codebook names colours; other programs want values: light enough to be the ground of black text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "amber" → "#f8d98a"; grey for NULL and unknown names. */
const char *asc_color_to_hex (const char *name);

G_END_DECLS
