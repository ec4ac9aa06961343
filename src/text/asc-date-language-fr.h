/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French: words and rules are in two files. */
#pragma once

#include "asc-date-language.h"

G_BEGIN_DECLS

extern const AscDateMacro asc_date_macros_fr[];
extern const AscDateRule asc_date_rules_fr[];

G_END_DECLS
