/* SPDX-License-Identifier: GPL-3.0-or-later */
/* German: the rules. Articles and prepositions stay outside, except where the preposition tells the direction ("vor zwei
 * Jahren", "in drei Wochen"). */
#include "asc-date-language-de.h"

const AscDateMacro asc_date_macros_de[] = {
  { "pos", "(anfang | mitte | ende | (zu)? beginn (des|der)? | (der|im|am)? (anfang|ende|mitte) (des|der))" },
  { "about", "(rund | etwa | ungefähr | circa | knapp | fast | gut | mehr als | weniger als | mindestens | höchstens | über | bis zu | kaum)" },
  { "num", "(NUM | VAGUE | anderthalb @number=1500 | eineinhalb @number=1500 | (einem|einer|ein) halben @number=500)" },
  { "length", "($num ADJ? UNIT (und NUM:number2 UNIT:unit2)? | (ein|eine|einer|einem)? (halbe|halben|halbes) UNIT1 @number=500)" },
  { "year", "(im|in|des|dem)? (jahr|jahre|jahres)? YEAR" },
  { "ofyear", "(YEAR | (des)? REL:year_rel (jahres|jahrs))" },
  { "monthday", "(WEEKDAY ,? (den|dem|der)?)? DAYORD MONTH" },
  { "numeric", "(DAYN +. +MON +. (+YEAR | +YEAR2 @digits=2)? | DAYN +. +MON +. YEAR)" },
  { "date", "($monthday $ofyear? | (WEEKDAY ,? (den|dem|der)?)? $numeric)" },
  { "daydate", "($date | REL? WEEKDAY | DAYREL)" },
  { "clock", "(HOUR (+: +MIN | +. +MIN)? uhr ZONE? | HOUR +: +MIN (+: +SEC)? (ZONE)? | HOURWORD uhr | CLOCKWORD | halb HOURWORD! uhr?)" },
  { "jährig", "(+jährige|+jährigen|+jähriger|+jähriges|+jährigem)" },
  { "monatig", "(+monatige|+monatigen|+monatiger|+monatiges|+monatigem)" },
  { "wöchig", "(+wöchige|+wöchigen|+wöchiger|+wöchiges|+wöchigem)" },
  { "tägig", "(+tägige|+tägigen|+tägiger|+tägiges|+tägigem)" },
  { "stündig", "(+stündige|+stündigen|+stündiger|+stündiges|+stündigem)" },
  { "minütig", "(+minütige|+minütigen|+minütiger|+minütiges|+minütigem)" },
  { "ig", "($jährig @unit=year | $monatig @unit=month | $wöchig @unit=week | $tägig @unit=day | $stündig @unit=hour | $minütig @unit=minute)" },
  { NULL },
};

const AscDateRule asc_date_rules_de[] = {
  /* ---- what only looks like a date ---- */
  { "age", ASC_KIND_NOTHING, "DIGITS - $jährig | NUM (jahre|monate) (alt|alte|alten|alter|altes)", NULL, NULL },

  /* ---- times of day ---- */
  { "date-time", ASC_KIND_DATE, "$daydate PART? (,|um|gegen|ab)? $clock", NULL, NULL },
  { "time-date", ASC_KIND_DATE, "$clock (am)? $daydate", NULL, NULL },
  { "time", ASC_KIND_DATE, "$clock (PARTS:part)?", NULL, NULL },
  { "date-part", ASC_KIND_DATE, "$daydate (am)? PART", NULL, NULL },
  { "part-of-date", ASC_KIND_DATE, "PART (des|vom) $date | nacht @part=tonight (zum|auf) REL? WEEKDAY", NULL, NULL },
  { "rel-part", ASC_KIND_DATE, "REL PART", NULL, NULL },
  { "part", ASC_KIND_DATE, "PART", "am zum gegen der", "!des" },

  /* ---- days ---- */
  { "day-month-year", ASC_KIND_DATE, "$date", NULL, NULL },
  { "day-range", ASC_KIND_DATE, "[ DAYORD ] (-|bis|und) (zum)? [ DAYORD MONTH $ofyear? ]", NULL, NULL },
  { "date-range", ASC_KIND_DATE, "[ $monthday ] (-|bis|und) (zum|dem)? [ $monthday $ofyear? ]", NULL, NULL },
  { "day-ordinal", ASC_KIND_DATE, "(der|dem|den)? DAYORD (MONTH)", NULL, NULL },
  { "relative-day", ASC_KIND_DATE, "DAYREL", NULL, NULL },
  { "weekday", ASC_KIND_DATE, "WEEKDAYL", NULL, NULL },
  { "weekday-related", ASC_KIND_DATE, "REL WEEKDAYL", NULL, NULL },
  { "weekday-of-week", ASC_KIND_DATE, "WEEKDAY (der)? REL:week_rel woche", NULL, NULL },
  { "holiday", ASC_KIND_DATE, "REL? HOLIDAY $ofyear?", NULL, NULL },

  /* ---- months and more ---- */
  { "month-year", ASC_KIND_DATE, "$pos? MONTH $ofyear", NULL, NULL },
  { "month", ASC_KIND_DATE, "$pos? MONTHL", NULL, NULL },
  { "month-related", ASC_KIND_DATE, "$pos? REL MONTH", NULL, NULL },
  { "month-range", ASC_KIND_DATE, "[ MONTHL ] (-|bis|und) [ MONTH YEAR? ]", NULL, NULL },
  { "season-year", ASC_KIND_DATE, "$pos? SEASON (des jahres)? $ofyear", NULL, NULL },
  { "season", ASC_KIND_DATE, "$pos? REL? SEASON", NULL, NULL },
  { "quarter", ASC_KIND_DATE, "ORD:quarter (quartal|quartals) $ofyear?", NULL, NULL },
  { "half-year", ASC_KIND_DATE, "ORD:half (halbjahr|halbjahres|halbjahrs|jahreshälfte) $ofyear?", NULL, NULL },
  { "year-named", ASC_KIND_DATE, "$pos? (jahr|jahre|jahres|geschäftsjahr|haushaltsjahr) YEAR", NULL, NULL },
  { "year-positioned", ASC_KIND_DATE, "$pos YEAR", NULL, NULL },
  { "year-range", ASC_KIND_DATE, "[ YEAR ] (-|bis|und|/) [ (YEAR | +YEAR2 @digits=5) ]", NULL, "!<capital> %" },
  { "year-pair", ASC_KIND_DATE, "(jahren|jahre) [ YEAR ] (und|bis|,) [ YEAR ]", NULL, NULL },
  { "year", ASC_KIND_DATE, "YEAR", NULL, "!<capital> % $ € prozent" },
  { "year-preposition", ASC_KIND_DATE, "YEAR", "seit bis von ab vor nach in anno", "!euro dollar menschen prozent mark % kilometer kilometern meter metern personen einwohner" },
  { "decade", ASC_KIND_DATE, "$pos? (der|die|den)? (frühen|späten)? DECADE -? +er -? (jahre|jahren)? @digits=3", NULL, NULL },
  { "decade-short", ASC_KIND_DATE, "$pos? (der|die|den)? (frühen|späten)? DECADE2 -? +er -? (jahre|jahren) @digits=3 | $pos? (der|die|den) (frühen|späten)? DECADEWORD -? (jahre|jahren) @digits=3", NULL, NULL },
  { "century", ASC_KIND_DATE, "$pos? (das|des|dem)? ORD:year (jahrhundert|jahrhunderts) @digits=1", NULL, NULL },

  /* ---- letzte, diese, nächste ---- */
  { "unit-related", ASC_KIND_UNIT, "$pos? REL UNITA", NULL, NULL },
  { "unit-positioned", ASC_KIND_UNIT, "(anfang|mitte|ende) (der|des) UNITA @rel=same | jahresende @unit=year @rel=this | jahresanfang @unit=year @rel=this | jahresbeginn @unit=year @rel=this", NULL, NULL },
  { "weekend", ASC_KIND_UNIT, "wochenende @unit=weekend @rel=same", "am das zum", NULL },
  { "unit-before", ASC_KIND_UNIT, "(tag|tags) (zuvor|davor) @unit=day @rel=previous | (tag|tags) danach @unit=day @rel=following | vorjahr @unit=year @rel=previous | "
    "vorjahres @unit=year @rel=previous | vormonat @unit=month @rel=previous | vorwoche @unit=week @rel=previous | folgejahr @unit=year @rel=following | vortag @unit=day @rel=previous", NULL, NULL },

  /* ---- vor, in, später ---- */
  { "ago", ASC_KIND_SHIFT, "vor $about? $num ADJ? UNIT @shift=-1 | vor (UNITS) @number=-1 @shift=-1", NULL, NULL },
  { "from-now", ASC_KIND_SHIFT, "in $about? $num ADJ? UNIT @shift=1", NULL, NULL },
  { "earlier", ASC_KIND_SHIFT, "$about? $num UNIT (zuvor|davor|vorher|früher) @shift=-1 @base=mentioned", NULL, NULL },
  { "later", ASC_KIND_SHIFT, "$about? $num UNIT (später|danach|darauf) @shift=1 @base=mentioned", NULL, NULL },

  /* ---- sets ---- */
  { "every", ASC_KIND_SET, "(jeden|jede|jedes|jeder|jedem) UNIT | alle (NUM|VAGUE) UNIT", NULL, NULL },
  { "every-day", ASC_KIND_SET, "(jeden|jede|jedes|jeder|jedem) (zweiten)? (WEEKDAY PART? | MONTH | SEASON | PART)", NULL, NULL },
  { "adjective", ASC_KIND_SET, "UNITADJ", NULL, NULL },
  { "weekdays", ASC_KIND_SET, "WEEKDAYS | PARTS", NULL, NULL },
  { "per", ASC_KIND_SET, "pro UNITA", NULL, NULL },

  /* ---- lengths ---- */
  { "length", ASC_KIND_DURATION, "$about? $length lang?", NULL, NULL },
  { "length-past", ASC_KIND_DURATION, "(REL!|ersten|letzten) $about? $length", NULL, NULL },
  { "length-adjective", ASC_KIND_DURATION, "NUM -? $ig | (mehrjährige|mehrjährigen|mehrjähriger|mehrjähriges) @unit=year @number=-1 | "
    "(mehrtägige|mehrtägigen|mehrtägiger|mehrtägiges) @unit=day @number=-1", NULL, NULL },
  { "length-range", ASC_KIND_DURATION, "[ NUM ] (-|bis|oder) [ NUM UNIT ]", NULL, NULL },
  { "length-bare", ASC_KIND_DURATION, "(jahrelang|jahrelange|jahrelangen) @unit=year @number=-1 | monatelang @unit=month @number=-1 | wochenlang @unit=week @number=-1 | "
    "tagelang @unit=day @number=-1 | stundenlang @unit=hour @number=-1 | jahrzehntelang @unit=decade @number=-1", NULL, NULL },
  { "length-seit", ASC_KIND_DURATION, "UNITS @number=-1", "seit über", NULL },

  /* ---- vague ---- */
  { "present", ASC_KIND_REF, "PRESENT", NULL, NULL },
  { "present-adjective", ASC_KIND_REF, "(aktuell|aktuelle|aktuellen|aktueller|aktuelles|derzeitige|derzeitigen|derzeitiger) @ref=present", NULL, NULL },
  { "past", ASC_KIND_REF, "PAST | (die|der)? vergangenheit @ref=past", NULL, NULL },
  { "future", ASC_KIND_REF, "FUTURE", NULL, NULL },
  { NULL },
};
