/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brat's annotation.conf and visual.conf out of a codebook. */
#pragma once

#include "asc-codebook.h"

G_BEGIN_DECLS

char *asc_brat_configuration_annotation (AscCodebook *codebook);   /* annotation.conf (transfer full) */
char *asc_brat_configuration_visual     (AscCodebook *codebook);   /* visual.conf (transfer full) */

G_END_DECLS
