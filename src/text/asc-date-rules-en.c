/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English: the rules. How news writes dates (AP style, British papers), with the extents of TimeML: determiners, modifiers
 * ("early", "more than") and what belongs to the noun inside; prepositions outside; no expression inside another.
 *
 * Among rules that match the same words, the first counts; a longer match always wins.
 */
#include "asc-date-language-en.h"

#define PREPOSITIONS "in since by until till from to of for during after before through throughout between around about within on"

const AscDateMacro asc_date_macros_en[] = {
  /* early 2016, the end of March */
  { "pos", "(the? (early|late|mid|later|earlier) (in|on|-)? | the (beginning|start|end|middle|close|turn|rest|remainder|first part|"
           "latter part|first half|second half|latter half) of | the (early|late|latter|middle|first|last) "
           "(part|parts|days|weeks|months|years|half|stages) of)" },
  { "about", "(about|around|approximately|roughly|nearly|almost|some|circa|at least|at most|(more|less|fewer|longer|greater) than|"
             "over|under|up to|no (more|less|fewer|longer|later) than|just (over|under|(more|less) than)?|(well|slightly|a little) "
             "(over|under|(more|less) than)|as (much|many|long|little|few) as|only|another|an additional|the|those|these|all|both|every bit of)" },
  { "num", "(NUM | (a|an) @number=one | VAGUE | a dozen @number=12000 | half a dozen @number=6000 | (a|one) hundred @number=100000 | (a|one) thousand @number=1000000)" },
  /* two more years, a year and a half, five years and three months, half an hour */
  { "length", "($num -? ADJ? ADJ? UNIT (FRACTION | and? NUM:number2 UNIT:unit2)? | half (a|an) UNIT1 @number=500 | (a|the)? half - UNIT1 @number=500)" },
  { "shiftable", "($num ADJ? UNIT (FRACTION | and? NUM:number2 UNIT:unit2)? | half (a|an) UNIT1 @number=500 | UNITS @number=-1)" },

  { "ampm", "(am @ampm=0 | a +. +m +.? @ampm=0 | pm @ampm=12 | p +. +m +.? @ampm=12 | +a @ampm=0 | +p @ampm=12)" },
  { "zone", "(ZONE | ZONE (\\+|-) DIGITS @zone=1 | \\( ZONE ((\\+|-) DIGITS @zone=1)? \\) | local time | (eastern|pacific|central|mountain|"
            "london|moscow|beijing|tokyo|paris|baghdad|kabul|jerusalem|cairo|damascus|washington|sydney|delhi|brussels|berlin|"
            "rome|athens|seoul|pyongyang|manila|jakarta|kiev|kyiv|new york|hong kong) (standard|daylight|summer)? time)" },
  { "clock", "(HOUR12 (+: +MIN (+: +SEC)?)? $ampm | HOUR12 +. +MIN $ampm | HOUR +: +MIN (+: +SEC)? | HOURWORD $ampm | "
             "HHMM $zone | HHMM (hours|hrs) | (HOUR12|HOURWORD) o +'clock | CLOCKWORD | 12 (noon @hour=12 | midnight @hour=24) | half past (HOURWORD|HOUR12) @minute=30) $zone?" },
  { "inpart", "in the PART" },
  { "part", "((early|late|mid)? -? PART)" },

  { "year", "(YEAR | ' +YEAR2 @digits=2)" },
  { "ofyear", "((,|of|in)? YEAR | ' +YEAR2 @digits=2 | (,|of)? (the|that)? REL:year_rel ADJ? year)" },
  /* Friday, March 22, 2013; Friday 22 March; the 22nd of March last year */
  { "monthday", "(WEEKDAY ,? (the|on)?)? (MONTH the? DAY | the? DAY of? MONTH)" },
  { "date", "($monthday $ofyear?)" },
  { "weekday", "(REL? WEEKDAY | WEEKDAY of? REL:week_rel week | REL:week_rel week on? WEEKDAY)" },
  { "daydate", "($date | $weekday | DAYREL)" },
  { NULL },
};

const AscDateRule asc_date_rules_en[] = {
  /* ---- what only looks like a date ---- */
  { "age", ASC_KIND_NOTHING, "$about? (a|an)? $num -? UNIT -? (old|olds|older|younger|young)", NULL, NULL },
  { "age-months", ASC_KIND_NOTHING, "$num UNITS of age", NULL, NULL },
  { "decade-of-life", ASC_KIND_NOTHING, "(his|her|their|my|our|your) (early|late|mid)? -? (DECADE2! +s | DECADEWORD!)", NULL, NULL },
  { "numbered", ASC_KIND_NOTHING, "(no|nos) +. YEAR", NULL, NULL },
  { "over-time", ASC_KIND_NOTHING, "UNIT1 (-|by|after|to|over|on|in) UNIT1", NULL, NULL },
  { "over-time-3", ASC_KIND_NOTHING, "UNIT1 - (to|over|on|in) - UNIT1", NULL, NULL },
  { "second-hand", ASC_KIND_NOTHING, "split second", NULL, NULL },
  { "theatre", ASC_KIND_NOTHING, "(opening|prime) (night|time)", NULL, NULL },
  { "title", ASC_KIND_NOTHING, "(man|woman|person|player|team|coach|book|song|album|film|word|car|photo|rookie) of the UNIT1", NULL, NULL },

  /* ---- times of day ---- */
  { "date-time", ASC_KIND_DATE, "$daydate (,|at|-|around|about|by|from)? (about|around|approximately|exactly)? $clock", NULL, NULL },
  { "time-date", ASC_KIND_DATE, "(about|around|approximately|shortly after|shortly before)? $clock ,? (on|of|this|-)? $daydate", NULL, NULL },
  { "date-part-time", ASC_KIND_DATE, "$daydate (early|late)? PART! ,? at $clock", NULL, NULL },
  { "time-part", ASC_KIND_DATE, "(HOUR12|HOURWORD) (+: +MIN)? (o +'clock)? in the PART", NULL, NULL },
  { "time-part-this", ASC_KIND_DATE, "$clock (this|that) PART", NULL, NULL },
  { "time", ASC_KIND_DATE, "$clock", NULL, "!% percent" },
  { "time-range", ASC_KIND_DATE, "[ (HOUR12|HOURWORD) (+: +MIN)? $ampm? ] (-|to|and|until) [ (HOUR12|HOURWORD) (+: +MIN)? $ampm $zone? ]", NULL, NULL },
  { "date-part", ASC_KIND_DATE, "(early|late|later|earlier)? $daydate ,? $part", NULL, NULL },
  { "part-of-date", ASC_KIND_DATE, "(the|early|late)? $part (of|on)? $daydate", NULL, NULL },
  { "part-next-narrative", ASC_KIND_DATE, "the (very)? next PART @rel=following", NULL, NULL },
  { "rel-part", ASC_KIND_DATE, "(the|early|late|later|earlier)? REL $part", NULL, NULL },
  { "early-hours", ASC_KIND_DATE, "(the)? (early|wee|small|predawn|pre -? dawn|early morning) (morning)? hours (of|on)? ($daydate | the morning)? @part=morning", NULL, NULL },
  { "tonight", ASC_KIND_DATE, "(later|late|early)? tonight @day_shift=0 @part=tonight", NULL, NULL },
  { "overnight", ASC_KIND_DATE, "overnight @part=tonight", "!the an its", "!bag stay train flight success rate rates delivery lending shipping" },
  { "part", ASC_KIND_DATE, "(the|early|late|mid)? -? (in the)? PART", "in by the during through early late of from until", "!of shift shifts show shows shows sky time club clubs school court life sun star" },
  { "part-dawn", ASC_KIND_DATE, "(dawn|daybreak) @part=morning", "at before by until since", "!of" },
  { "part-dusk", ASC_KIND_DATE, "(dusk|nightfall|sunset) @part=evening", "at before by until since", "!of" },
  { "part-night", ASC_KIND_DATE, "night @part=tonight", "at", NULL },

  /* ---- days ---- */
  { "september-11", ASC_KIND_DATE, "[ (sept .?|september) 11 @month=9 @day=11 @year=2001 ] ,? (terrorist|terror)? (attack|attacks|hijackers|terrorists|terrorist|hijackings)", NULL, NULL },
  { "nine-eleven", ASC_KIND_DATE, "9 +/ +11 @month=9 @day=11 @year=2001", NULL, NULL },
  { "month-day-year", ASC_KIND_DATE, "$date", NULL, "!% percent pct million billion" },
  { "month-day-range", ASC_KIND_DATE, "[ $monthday ] (-|to|and|through|until|till|or) the? [ DAY ((,|of|in)? YEAR)? ]", NULL, "!% percent pct million billion people years months weeks days hours minutes" },
  { "day-month-range", ASC_KIND_DATE, "the? [ DAY ] (-|to|and|through|until|till|or) the? [ DAY of? MONTH ((,|of)? YEAR)? ]", NULL, NULL },
  { "date-range", ASC_KIND_DATE, "[ $monthday ] (-|to|and|through|until|till) [ $monthday ((,|of)? YEAR)? ]", NULL, NULL },
  { "month-range", ASC_KIND_DATE, "[ MONTH ] (-|to|and|through|until|till|or|/) [ MONTH (of|,)? YEAR ]", NULL, NULL },
  { "numeric-mdy", ASC_KIND_DATE, "MON +/ +DAYN +/ +YEAR | MON +/ +DAYN +/ +YEAR2 @digits=2 | MON +- +DAYN +- +YEAR | MON2 +- +DAY2 +- +YEAR2 @digits=2", NULL, NULL },
  { "weekday-numeric", ASC_KIND_DATE, "WEEKDAY ,? MON +/ +DAYN", NULL, NULL },
  { "day-ordinal", ASC_KIND_DATE, "the DAYORD", "on", "<end> <mark> and in at to when he she they it" },
  { "day-of-month", ASC_KIND_DATE, "the DAYORD of (the month @month_rel=same | REL:month_rel month)", NULL, NULL },
  { "relative-day", ASC_KIND_DATE, "(early|late|later|earlier)? DAYREL", "!usa", "!show" },
  { "relative-day-year", ASC_KIND_SHIFT, "$num UNIT (ago @shift=-1 | from @shift=1) DAYREL", NULL, NULL },
  { "years-ago-this", ASC_KIND_SHIFT, "$num (year|years) @unit=year ago @shift=-1 ,? this (week @week_rel=this | month @month_rel=this)", NULL, NULL },
  { "weekday", ASC_KIND_DATE, "(the|early|late|later|earlier)? WEEKDAYL", NULL, NULL },
  { "weekday-short", ASC_KIND_DATE, "WEEKDAY", "on", NULL },
  { "weekday-related", ASC_KIND_DATE, "(the|early|late|later|earlier)? REL WEEKDAYL", NULL, NULL },
  { "weekday-of-week", ASC_KIND_DATE, "WEEKDAY (of|,)? REL:week_rel week | REL:week_rel week (,|on)? WEEKDAY", NULL, NULL },
  { "weekday-weeks", ASC_KIND_SHIFT, "(NUM | (a|an) @number=one) week (ago @shift=-1 | from @shift=1) (last|next|this)? WEEKDAY @unit=week", NULL, NULL },
  { "weekday-weeks-ago", ASC_KIND_SHIFT, "WEEKDAY ,? (NUM | (a|an) @number=one) (week|weeks) (ago @shift=-1 | from (now|today) @shift=1) @unit=week", NULL, NULL },
  { "holiday", ASC_KIND_DATE, "(REL | YEAR 's?)? HOLIDAY $ofyear? (weekend @weekend=1)?", NULL, NULL },
  { "holiday-the", ASC_KIND_DATE, "the HOLIDAY (weekend @weekend=1)", NULL, NULL },
  { "nth-of-month", ASC_KIND_DATE, "(the)? ORD (week | weekend | WEEKDAY) (of|in) MONTH $ofyear?", NULL, NULL },
  { "nth-week-of-month", ASC_KIND_DATE, "(the)? ORD (UNIT1) (of|in) (the|next|last|this)? (MONTH $ofyear? | YEAR)", NULL, NULL },

  /* ---- months and more ---- */
  { "month-year", ASC_KIND_DATE, "$pos? (MONTH (of|,|in|-)? YEAR | MONTH ' +YEAR2 @digits=2 | MONTH (of|,)? (the|that)? REL:year_rel ADJ? year)", NULL, NULL },
  { "month", ASC_KIND_DATE, "$pos? MONTHL", NULL, "!<capital>" },
  { "month-before-name", ASC_KIND_DATE, "$pos? MONTHL", PREPOSITIONS " last next this early late and", NULL },
  { "month-march", ASC_KIND_DATE, "$pos? (march @month=3)", PREPOSITIONS " last next this early late mid and or ,", "!on for against to of" },
  { "month-may", ASC_KIND_DATE, "$pos? (may @month=5)", PREPOSITIONS " last next this early late mid", NULL },
  { "month-positioned", ASC_KIND_DATE, "$pos MONTH", NULL, NULL },
  { "month-short", ASC_KIND_DATE, "MONTH", PREPOSITIONS, "!<number>" },
  { "month-related", ASC_KIND_DATE, "$pos? (the)? REL MONTH", NULL, NULL },
  { "month-pair", ASC_KIND_DATE, "[ MONTHL ] (-|to|and|through|until|or) [ MONTH ]", NULL, "!<number>" },
  { "season-year", ASC_KIND_DATE, "$pos? (the)? SEASON (of|,|in)? (YEAR | ' +YEAR2 @digits=2 | (the|that)? REL:year_rel ADJ? year)", NULL, NULL },
  { "year-season", ASC_KIND_DATE, "(the)? YEAR SEASON", NULL, NULL },
  { "season-related", ASC_KIND_DATE, "$pos? (the)? REL SEASON", NULL, NULL },
  { "season-the", ASC_KIND_DATE, "$pos? (the)? (summer @season=2 | autumn @season=3 | winter @season=4 | midsummer @season=2 | midwinter @season=4)", NULL,
    "!olympics olympic games palace camp camps school house solstice break holidays of" },
  { "season-spring", ASC_KIND_DATE, "(the)? SEASON", "in by since until during before after for over through last", "!of training break from 's" },
  { "season-positioned", ASC_KIND_DATE, "$pos (the)? SEASON", NULL, "!of training break from 's" },
  { "quarter-year", ASC_KIND_DATE, "$pos? (the)? ORD:quarter -? ADJ? quarter (,|of|in)? (ADJ|fiscal)? (year)? (YEAR | ' +YEAR2 @digits=2 | (the|that)? REL:year_rel ADJ? year | the ADJ? year)", NULL, NULL },
  { "year-quarter", ASC_KIND_DATE, "(the)? (YEAR | REL:year_rel year) 's? ORD:quarter -? ADJ? quarter", NULL, NULL },
  { "quarter", ASC_KIND_DATE, "$pos? (the|its|their|our)? (ADJ)? ORD:quarter -? ADJ? quarter", NULL, "!final finals of century" },
  { "quarter-final", ASC_KIND_NOTHING, "(the)? (ORD|NUM)? quarter -? (final|finals|finalist|finalists|century|mile|back)", NULL, NULL },
  { "quarter-code", ASC_KIND_DATE, "q +QUARTERN ((,|of)? YEAR)? | YEAR q +QUARTERN | QUARTERN +q ((,|of)? YEAR)?", NULL, NULL },
  { "half-year", ASC_KIND_DATE, "(the)? ORD:half -? half (,|of|in)? (fiscal)? (YEAR | (the|that)? REL:year_rel ADJ? year | the ADJ? year)", NULL, NULL },
  { "half-business", ASC_KIND_DATE, "(the)? [ ORD:half -? half ] (profit|profits|results|earnings|net|sales|revenue|revenues|loss|losses|income|figures|report|growth)", NULL, NULL },
  { "half-code", ASC_KIND_DATE, "h +1 @half=1 YEAR | h +2 @half=2 YEAR", NULL, NULL },
  { "week-code", ASC_KIND_DATE, "week WEEKN of YEAR | week WEEKN , YEAR", NULL, NULL },
  { "week-of", ASC_KIND_DATE, "the (week|weekend) (of|ending|ended|beginning) $date", NULL, NULL },
  { "year-modified", ASC_KIND_DATE, "$pos? (the)? (year|fiscal|calendar|academic|school|model|financial|tax) (fiscal|ended|of|ending)? (year)? $year", NULL, NULL },
  { "year-end-of", ASC_KIND_DATE, "(the)? (year -? end | yearend) $year | $year year -? end | (year -? end | yearend | year +'s end) @year_rel=this", NULL, NULL },
  { "year-positioned", ASC_KIND_DATE, "$pos $year", NULL, NULL },
  { "year-range", ASC_KIND_DATE, "[ YEAR ] (-|to|and|through|until|till|/) [ (YEAR | +YEAR2 @digits=5) ]", "!$ #", "!% percent" },
  { "year-era", ASC_KIND_DATE, "YEARN (bc|b +. +c +.?|bce) @era=1", NULL, NULL },
  { "year-era-ad", ASC_KIND_DATE, "(ad|a +. +d +.) YEARN | YEARN (ad|ce)", NULL, NULL },
  { "year", ASC_KIND_DATE, "YEAR", "!$ # flight room section route highway article no number page nasdaq points version boeing channel interstate resolution order law windows",
    "!% percent miles km kilometers kilometres meters metres feet foot inches tons tonnes pounds people troops soldiers points dollars euros votes jobs workers employees units barrels homes "
    "megawatts calories pages words hours minutes seconds days weeks months years degrees square street avenue road :" },
  { "year-short", ASC_KIND_DATE, "' +YEAR2 @digits=2", "in since of by until from and to class for summer spring fall winter", NULL },
  { "decade", ASC_KIND_DATE, "$pos? (the)? (early|late|mid)? -? DECADE (+s|+'s) @digits=3", NULL, NULL },
  { "decade-short", ASC_KIND_DATE, "($pos (the)? | the (early|late|mid)? -?) '? DECADE2 (+s|+'s) @digits=3 | ' +DECADE2 (+s|+'s) @digits=3", NULL, NULL },
  { "decade-word", ASC_KIND_DATE, "($pos (the)? | the (early|late|mid)? -?) DECADEWORD @digits=3", NULL, NULL },
  { "century", ASC_KIND_DATE, "$pos? (the)? (early|late|mid)? -? ORD:year -? century @digits=1 ((bc|b +. +c +.?|bce) @era=1)?", NULL, NULL },

  /* ---- last, this, next ---- */
  { "unit-related", ASC_KIND_UNIT, "$pos? REL ADJ? UNITA", NULL, NULL },
  { "unit-next-narrative", ASC_KIND_UNIT, "the (very)? next day @unit=day @rel=following", NULL, NULL },
  { "unit-related-the", ASC_KIND_UNIT, "$pos? (the|its|their|our) (REL | past @rel=last) ADJ? UNITA", NULL, NULL },
  { "unit-before-last", ASC_KIND_UNIT, "the UNITA before last @rel=before-last | the UNITA after next @rel=after-next", NULL, NULL },
  { "unit-past", ASC_KIND_DURATION, "$about? (the|this) (past|last) ADJ? UNIT1 (or (so|more))? @number=one", NULL, "!of in 's" },
  { "unit-coming", ASC_KIND_DURATION, "the (next|coming) ADJ? UNIT1 (or (so|more))? @number=one", "over in within during for through", NULL },
  { "unit-positioned", ASC_KIND_UNIT, "$pos (the|this|that) ADJ? UNITA @rel=same", NULL, NULL },
  { "unit-positioned-bare", ASC_KIND_UNIT, "(mid|later|earlier|early|late) in the ADJ? UNITA @rel=same", NULL, NULL },
  { "unit-mid", ASC_KIND_UNIT, "(midyear|mid - year) @unit=year @rel=this | (midweek|mid - week) @unit=week @rel=this | (midmonth|mid - month) @unit=month @rel=this", NULL, NULL },
  { "year-to", ASC_KIND_DURATION, "the (UNIT1) @number=one", NULL, "to through ahead since" },
  { "unit-the", ASC_KIND_UNIT, "the ADJ? UNITA @rel=same", "in for during of through throughout within earlier later end ending ended finish finished close closed over",
    "!to through ahead since that when he she it they we i you which after before of in who whose where ago earlier later 's" },
  { "this-time", ASC_KIND_SAME_LAST, "(this|the same) (time|period|point) (last|a|the previous|in the previous) year (ago|earlier|before)? @rel=last", NULL, NULL },
  { "same-period", ASC_KIND_SAME_LAST, "the same (period|time|quarter|month) (of|in|,)? ((the)? (previous|prior|preceding) year | last year | a year (ago|earlier|before)) @rel=last", NULL, NULL },
  { "year-ago", ASC_KIND_SAME_LAST, "(the|its)? year - (ago|earlier) (period|quarter|month|level|figure)? @rel=last", NULL, NULL },
  { "year-earlier", ASC_KIND_SAME_LAST, "(a|one) year (earlier|before) @rel=last", NULL, NULL },
  { "year-ago-compared", ASC_KIND_SAME_LAST, "(a|one) year ago @rel=last", "from than with to versus against", NULL },

  /* ---- so long ago, so much later ---- */
  { "ago", ASC_KIND_SHIFT, "$about? $shiftable (or (so|more))? ago @shift=-1", NULL, NULL },
  { "ago-back", ASC_KIND_SHIFT, "$about? $num UNITS back @shift=-1", NULL, "<end> <mark>" },
  { "from-now", ASC_KIND_SHIFT, "$about? $shiftable (or (so|more))? (from (now|today) | hence) @shift=1", NULL, NULL },
  { "in-time", ASC_KIND_SHIFT, "$shiftable (+'s|') time @shift=1", "in within", NULL },
  { "earlier", ASC_KIND_SHIFT, "$about? $shiftable (or (so|more))? (earlier|previously) @shift=-1 @base=mentioned", NULL, "!than" },
  { "later", ASC_KIND_SHIFT, "$about? $shiftable (or (so|more))? (later|afterward|afterwards|thereafter) @shift=1 @base=mentioned", NULL, "!than" },
  { "later-on", ASC_KIND_SHIFT, "$about? $shiftable on @shift=1 @base=mentioned", NULL, "<end> , ." },
  { "before", ASC_KIND_SHIFT, "$about? $shiftable before (that|then)? @shift=-1 @base=mentioned", NULL, "<end> . , ; \" )" },
  { "after", ASC_KIND_SHIFT, "$about? $shiftable after (that)? @shift=1 @base=mentioned", NULL, "<end> . , ; \" )" },
  { "unit-before", ASC_KIND_SHIFT, "the UNIT1 (before|earlier) @number=one @shift=-1 @base=mentioned", NULL, "<end> . , ; \" ) and but" },
  { "unit-after", ASC_KIND_SHIFT, "the UNIT1 (after|later) @number=one @shift=1 @base=mentioned", NULL, "<end> . , ; \" ) and but" },
  { "part-before", ASC_KIND_DATE, "the (night @part=tonight | evening @part=evening) before @rel=previous", NULL, NULL },

  /* ---- sets ---- */
  { "every", ASC_KIND_SET, "(every|each) (single|other @number=2000|few @number=-1|NUM)? ADJ? UNIT", NULL, NULL },
  { "every-day", ASC_KIND_SET, "(every|each) (other)? (WEEKDAY PART? | MONTH DAY? | SEASON | HOLIDAY | PART)", NULL, NULL },
  { "everyday", ASC_KIND_SET, "everyday @unit=day", NULL, NULL },
  { "times-a", ASC_KIND_SET, "(once|twice|thrice|NUM! times|several times|many times) (a|an|per|each|every) UNIT1", NULL, NULL },
  { "length-a", ASC_KIND_SET, "NUM! UNITS! (a|per|each|every) UNIT1", NULL, NULL },
  { "rate", ASC_KIND_SET, "(a|an) UNIT1", "percent % times million billion trillion thousand hundred dozen cents dollars euros pounds barrels tons tonnes people hours minutes days "
    "miles kilometers km mph gallons units shares copies visitors passengers flights cars vehicles points patients calls jobs bpd <number>", NULL },
  { "per", ASC_KIND_SET, "per UNITA", NULL, NULL },
  { "adjective", ASC_KIND_SET, "UNITADJ", NULL, NULL },
  { "weekdays", ASC_KIND_SET, "WEEKDAYS | WEEKDAY PARTS", NULL, NULL },
  { "weekdays-unit", ASC_KIND_SET, "weekends @unit=weekend | weekdays @unit=day", NULL, NULL },

  /* ---- lengths ---- */
  { "length", ASC_KIND_DURATION, "$about? $length (or (so|more))?", NULL, NULL },
  { "length-past", ASC_KIND_DURATION, "(about|around|nearly|almost|roughly|at least|most of|much of)? (the|these|those|its|his|her|their)? (past|last|next|first|final|coming|previous|following|preceding|remaining) $length (or (so|more))?", NULL, NULL },
  { "length-adjective", ASC_KIND_DURATION, "(the|a|an)? $num - UNIT1 (- long)? (period|stretch|span|term)?", NULL, NULL },
  { "length-range", ASC_KIND_DURATION, "$about? (between|from)? [ NUM ] -? (to|or|and|-) -? [ NUM -? UNIT ]", NULL, NULL },
  { "ago-range", ASC_KIND_SHIFT, "[ NUM ] (to|or) [ NUM UNITS ago ] @shift=-1", NULL, NULL },
  { "length-single", ASC_KIND_DURATION, "single - UNIT1 @number=one | (an|the|a)? (entire|whole|full) (ADJ)? UNIT1 @number=one | another ADJ? UNIT1 @number=one", NULL, NULL },
  { "length-all", ASC_KIND_DURATION, "all (day @unit=day | night @part=tonight @unit=night | week @unit=week | month @unit=month | year @unit=year) (long)? @number=one", NULL, NULL },
  { "length-long", ASC_KIND_DURATION, "(a|an|the|its|their)? UNIT1 - long @number=one | UNITS - long @number=-1 | weeklong @unit=week @number=one | daylong @unit=day @number=one | "
    "monthlong @unit=month @number=one | yearlong @unit=year @number=one | decadelong @unit=decade @number=one", NULL, NULL },
  { "length-multi", ASC_KIND_DURATION, "(multi -? UNIT1 | multiyear @unit=year | multiday @unit=day) @number=-1", NULL, NULL },
  { "length-bare", ASC_KIND_DURATION, "UNITS @number=-1", "for in within over after took take takes taken last lasted lasting lasts spent spend recent", NULL },
  { "length-bare-of", ASC_KIND_DURATION, "UNITS @number=-1", "!the of his her their its our your my office opening working light these those business happy", "of after before later earlier" },
  { "length-the", ASC_KIND_DURATION, "the UNITS @number=-1", "over through", NULL },
  { "length-the-before", ASC_KIND_DURATION, "the UNITS @number=-1", NULL, "before after following since leading immediately that" },

  /* ---- vague ---- */
  { "present", ASC_KIND_REF, "PRESENT", "!until", "!that -" },
  { "present-until", ASC_KIND_REF, "now @ref=present", "until", NULL },
  { "present-moment", ASC_KIND_REF, "(the moment|present|the present time) @ref=present", "at for", NULL },
  { "present-adjective", ASC_KIND_REF, "(the)? current @ref=present", NULL, NULL },
  { "past", ASC_KIND_REF, "PAST", NULL, NULL },
  { "past-adjective", ASC_KIND_REF, "(the|more|most)? recent UNITS! @ref=past | recent @ref=past", NULL, NULL },
  { "past-units", ASC_KIND_REF, "(the)? past UNITS! @ref=past", "in", NULL },
  { "past-the", ASC_KIND_REF, "the past @ref=past", "in of from into about", "<mark> <end> and but he she it they we i you has have had was were is are to as about that by on for when with than or who which because this" },
  { "future", ASC_KIND_REF, "FUTURE", NULL, NULL },
  { "future-units", ASC_KIND_REF, "(the)? (coming|upcoming) UNITS! @ref=future | UNITS! to come @ref=future | the UNITS! (ahead) @ref=future", NULL, NULL },
  { NULL },
};
