/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What needs no language: dates in digits. Every language has these rules after its own. */
#include "asc-date-language.h"

const AscDateRule asc_date_rules_any[] = {
  { "iso-date-time", ASC_KIND_DATE,
    "YEAR +- +MON2 +- +DAY2 (+t +HOUR | HOUR) +: +MIN (+: +SEC (+. +DIGITS)?)? (+z @zone=0 | (+\\+ | +-) +DIGITS (+: +DIGITS)?)?", NULL, NULL },
  { "iso-date", ASC_KIND_DATE, "YEAR +- +MON2 +- +DAY2", NULL, NULL },
  { "iso-week", ASC_KIND_DATE, "YEAR +- +w +WEEKN", NULL, NULL },
  { "iso-basic", ASC_KIND_DATE, "YMD @digits=8", NULL, NULL },
  { "numeric-ymd", ASC_KIND_DATE, "YEAR +/ +MON +/ +DAYN", NULL, NULL },
  { "numeric-dmy", ASC_KIND_DATE, "DAYN +/ +MON +/ +YEAR | DAYN +. +MON +. +YEAR | DAYN +- +MON +- +YEAR", NULL, NULL },
  { NULL },
};

const AscDateTables asc_date_tables_none = { .tag = "" };
