/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-date-language.h"
const AscDateTables asc_date_tables_de = { .tag = "de" };
