/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of mention an actor's words are, by a stated rule and no more. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *asc_mention_kind (const char *mention);   /* "pronoun", "name" or "description" */

G_END_DECLS
