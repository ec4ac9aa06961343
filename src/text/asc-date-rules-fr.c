/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French: the rules. Articles stay inside, as in "la semaine dernière"; prepositions outside, except where they tell the
 * direction ("il y a deux ans", "dans trois semaines"). */
#include "asc-date-language-fr.h"

const AscDateMacro asc_date_macros_fr[] = {
  { "pos", "((début|fin|courant) | mi - | (le|au|la|à la)? (début|milieu|fin|cours) (de|du|de la|de l'|des|d'))" },
  { "about", "(environ | près de | près d' | plus de | plus d' | moins de | moins d' | au moins | presque | quelque | à peine | au bout de | une)" },
  { "num", "(NUM | VAGUE | une dizaine (de|d') @number=10000 | une vingtaine (de|d') @number=20000 | une quinzaine (de|d') @number=15000 | "
           "une trentaine (de|d') @number=30000 | une centaine (de|d') @number=100000)" },
  { "length", "($num ADJ? UNIT (FRACTION)? | une demi - (heure @unit=hour | journée @unit=day) @number=500 | un demi - siècle @unit=century @number=500)" },
  { "rel", "(dernier @rel=last | dernière @rel=last | passé @rel=last | passée @rel=last | prochain @rel=next | prochaine @rel=next | "
           "suivant @rel=following | suivante @rel=following | précédent @rel=previous | précédente @rel=previous | en cours @rel=this)" },
  { "yearrel", "(l' année (dernière|passée) @year_rel=last | l' an (dernier|passé) @year_rel=last | l' an prochain @year_rel=next | "
               "l' année prochaine @year_rel=next | cette année @year_rel=this)" },
  { "ofyear", "(de)? (YEAR | $yearrel)" },
  { "monthday", "(WEEKDAY (,|le)? le?)? DAY MONTH" },
  { "date", "($monthday $ofyear?)" },
  { "daydate", "(le? $date | WEEKDAY $rel? | DAYREL)" },
  { "clock", "(HOUR -? h (+MIN | MIN)? | HOUR +: +MIN | HOUR (heure|heures) (MIN | et demie @minute=30 | et quart @minute=15)? | HOURWORD (heure|heures) | CLOCKWORD) ((,)? (ZONE | heure locale | \\( ZONE \\)))?" },
  { NULL },
};

const AscDateRule asc_date_rules_fr[] = {
  /* ---- what only looks like a date ---- */
  { "age", ASC_KIND_NOTHING, "(âgé|âgée|âgés|âgées) (de|d') $num UNIT | $num ans et plus", NULL, NULL },

  /* ---- times of day ---- */
  { "date-time", ASC_KIND_DATE, "$daydate PART!? (à|,|vers|dès)? $clock", NULL, NULL },
  { "time-date", ASC_KIND_DATE, "$clock ,? (le|ce)? $daydate", NULL, NULL },
  { "time", ASC_KIND_DATE, "$clock", NULL, NULL },
  { "time-part", ASC_KIND_DATE, "HOUR (heure|heures) (du|de l') PART", NULL, NULL },
  { "date-part", ASC_KIND_DATE, "$daydate (au|dans la|en)? PART", NULL, NULL },
  { "part-of-date", ASC_KIND_DATE, "(la|le|l')? PART (du|de) $daydate | (la)? nuit @part=tonight (de|du) WEEKDAY! à WEEKDAY", NULL, NULL },
  { "rel-part", ASC_KIND_DATE, "(ce matin @part=morning | cet après - midi @part=afternoon | ce soir @part=evening | cette nuit @part=tonight) @day_shift=0 | "
    "la nuit dernière @part=tonight @day_shift=-1", NULL, NULL },
  { "part", ASC_KIND_DATE, "(le|la|l')? PART", "dans en au", "!de" },

  /* ---- days ---- */
  { "day-month-year", ASC_KIND_DATE, "le? $date", NULL, NULL },
  { "day-range", ASC_KIND_DATE, "[ DAY ] (-|au|et) (le)? [ DAY MONTH $ofyear? ]", NULL, NULL },
  { "date-range", ASC_KIND_DATE, "[ $monthday ] (-|au|et) (le)? [ $monthday $ofyear? ]", NULL, NULL },
  { "relative-day", ASC_KIND_DATE, "DAYREL", NULL, NULL },
  { "weekday", ASC_KIND_DATE, "(le|ce)? WEEKDAYL", NULL, NULL },
  { "weekday-related", ASC_KIND_DATE, "(le)? WEEKDAYL $rel", NULL, NULL },
  { "holiday", ASC_KIND_DATE, "(le|la|l')? HOLIDAY ($ofyear | $rel)?", NULL, NULL },

  /* ---- months and more ---- */
  { "month-year", ASC_KIND_DATE, "$pos? (le mois de)? MONTH $ofyear", NULL, NULL },
  { "month", ASC_KIND_DATE, "$pos? ((le)? mois (de|d'))? MONTHL", NULL, NULL },
  { "month-short", ASC_KIND_DATE, "MONTH", "en depuis", NULL },
  { "month-related", ASC_KIND_DATE, "$pos? (en)? MONTH $rel", NULL, NULL },
  { "month-range", ASC_KIND_DATE, "[ MONTHL ] (-|à|et) [ MONTH YEAR? ]", NULL, NULL },
  { "season-year", ASC_KIND_DATE, "$pos? (le|l')? SEASON $ofyear", NULL, NULL },
  { "season-related", ASC_KIND_DATE, "$pos? (le|l')? SEASON $rel | (ce|cet) SEASON @rel=this", NULL, NULL },
  { "season", ASC_KIND_DATE, "$pos? (le|l')? (printemps @season=1 | automne @season=3 | hiver @season=4)", NULL, NULL },
  { "season-summer", ASC_KIND_DATE, "$pos? l' été @season=2", NULL, NULL },
  { "season-summer-in", ASC_KIND_DATE, "été @season=2", "en", NULL },
  { "quarter", ASC_KIND_DATE, "(le)? ORD:quarter trimestre $ofyear?", NULL, NULL },
  { "half-year", ASC_KIND_DATE, "(le)? ORD:half semestre $ofyear?", NULL, NULL },
  { "year-named", ASC_KIND_DATE, "$pos? (l')? année YEAR", NULL, NULL },
  { "year-positioned", ASC_KIND_DATE, "$pos YEAR", NULL, NULL },
  { "year-range", ASC_KIND_DATE, "[ YEAR ] (-|à|et|/) [ (YEAR | +YEAR2 @digits=5) ]", NULL, "!% euros" },
  { "year", ASC_KIND_DATE, "YEAR", "!$ € numéro route", "!% euros dollars personnes hommes soldats kilomètres mètres morts tonnes emplois salariés habitants mots pages points pour" },
  { "decade", ASC_KIND_DATE, "$pos? (les|des)? années (DECADE | DECADE2) @digits=3", NULL, NULL },
  { "century", ASC_KIND_DATE, "$pos? (le|au)? ORD:year siècle @digits=1", NULL, NULL },

  /* ---- dernier, ce, prochain ---- */
  { "unit-related", ASC_KIND_UNIT, "$pos? (le|la|l')? UNITA $rel | $pos? (ce|cet|cette) UNITA (- ci)? @rel=this", NULL, NULL },
  { "unit-positioned", ASC_KIND_UNIT, "$pos (le|la|l')? UNITA @rel=same", NULL, NULL },
  { "unit-before", ASC_KIND_UNIT, "la veille @unit=day @rel=previous | le lendemain @unit=day @rel=following | l' avant - veille @unit=day @rel=before-last", NULL, NULL },

  /* ---- il y a, dans, plus tard ---- */
  { "ago", ASC_KIND_SHIFT, "il y a $about? $length @shift=-1", NULL, NULL },
  { "from-now", ASC_KIND_SHIFT, "dans $about? $length @shift=1", NULL, NULL },
  { "earlier", ASC_KIND_SHIFT, "$about? $length (plus tôt|auparavant) @shift=-1 @base=mentioned", NULL, NULL },
  { "later", ASC_KIND_SHIFT, "$about? $length plus tard @shift=1 @base=mentioned", NULL, NULL },

  /* ---- sets ---- */
  { "every", ASC_KIND_SET, "chaque UNIT | (tous|toutes) les NUM? UNIT", NULL, NULL },
  { "every-day", ASC_KIND_SET, "chaque (WEEKDAY PART? | MONTH | SEASON | PART) | tous les (WEEKDAYS|PARTS)", NULL, NULL },
  { "adjective", ASC_KIND_SET, "UNITADJ", "!le un", NULL },
  { "times-per", ASC_KIND_SET, "NUM! fois par UNITA | par UNITA", NULL, NULL },

  /* ---- lengths ---- */
  { "length", ASC_KIND_DURATION, "$about? $length", NULL, NULL },
  { "length-past", ASC_KIND_DURATION, "(les|des|ces|aux)? (NUM|VAGUE) (derniers|dernières|prochains|prochaines|premiers|premières|dernier|prochain) UNIT | (les|ces) (derniers|dernières|prochains|prochaines) UNITS @number=-1", NULL, NULL },
  { "length-range", ASC_KIND_DURATION, "[ NUM ] (-|à|ou) [ NUM UNIT ]", NULL, NULL },
  { "length-bare", ASC_KIND_DURATION, "(des)? UNITS @number=-1", "depuis pendant durant", NULL },

  /* ---- vague ---- */
  { "present", ASC_KIND_REF, "PRESENT", NULL, NULL },
  { "present-adjective", ASC_KIND_REF, "(actuel|actuelle|actuels|actuelles) @ref=present", NULL, NULL },
  { "past", ASC_KIND_REF, "PAST | (récent|récente|récents|récentes) @ref=past", NULL, NULL },
  { "future", ASC_KIND_REF, "FUTURE", NULL, NULL },
  { NULL },
};
