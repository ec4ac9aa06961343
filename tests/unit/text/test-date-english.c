/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-cases.h"

static void
test_absolute (void)
{
  static const DateCase cases[] = {
    { "The treaty was signed on March 5, 1998, in Oslo.", "March 5, 1998 DATE 1998-03-05" },
    { "It opened Friday, 14 June 2019.", "Friday, 14 June 2019 DATE 2019-06-14" },
    { "The deal of the 3rd of May 2001 failed.", "the 3rd of May 2001 DATE 2001-05-03" },
    { "He retired in September 2004.", "September 2004 DATE 2004-09" },
    { "Prices have doubled since 1995.", "1995 DATE 1995" },
    { "The class of '98 met.", "'98 DATE 1998" },
    { "Filed 2011-07-09 and 2011-07-09T14:30:00Z.", "2011-07-09 DATE 2011-07-09 | 2011-07-09T14:30:00Z TIME 2011-07-09T14:30:00Z" },
    { "On 4/23/2012 and 23/4/2012 it rained.", "4/23/2012 DATE 2012-04-23 | 23/4/2012 DATE 2012-04-23" },
    { "Since 9/11 and the Sept. 11 attacks.", "9/11 DATE 2001-09-11 | Sept. 11 DATE 2001-09-11" },
    { "Nobody was born on February 30, 2012.", "February DATE 2013-02 | 2012 DATE 2012" },
    { "It fell in 44 BC.", "44 BC DATE -0043" },
  };

  CHECK ("en", cases);
}

static void
test_partial (void)
{
  static const DateCase cases[] = {
    { "He was arrested on Feb. 27.", "Feb. 27 DATE 2013-02-27" },
    { "He was arrested on Dec. 27.", "Dec. 27 DATE 2012-12-27" },
    { "The court will rule on June 27.", "June 27 DATE 2013-06-27" },
    { "Exports fell in November.", "November DATE 2012-11" },
    { "The exhibition will open in November.", "November DATE 2013-11" },
    { "It lasted until Monday, Dec. 31.", "Monday, Dec. 31 DATE 2012-12-31" },
    { "He was hired on March 3, 2009, and left on April 10.", "March 3, 2009 DATE 2009-03-03 | April 10 DATE 2009-04-10" },
    { "She came back on the 4th.", "the 4th DATE 2013-03-04" },
  };

  CHECK ("en", cases);
}

static void
test_weekdays (void)
{
  static const DateCase cases[] = {
    { "The minister said Tuesday that nothing was wrong.", "Tuesday DATE 2013-03-19" },
    { "The minister will speak on Tuesday.", "Tuesday DATE 2013-03-26" },
    { "On Friday, he resigned.", "Friday DATE 2013-03-22" },
    { "They are expected to vote Wednesday.", "Wednesday DATE 2013-03-27" },
    { "He told reporters Wednesday that talks would resume Monday.", "Wednesday DATE 2013-03-20 | Monday DATE 2013-03-25" },
    { "The shops won't open before Tuesday.", "Tuesday DATE 2013-03-26" },
    { "The fair ends Sunday.", "Sunday DATE 2013-03-24" },
    { "Last Monday and next Thursday.", "Last Monday DATE 2013-03-18 | next Thursday DATE 2013-03-28" },
    { "It began on Tuesday of last week.", "Tuesday of last week DATE 2013-03-12" },
    { "She left a week ago Tuesday.", "a week ago Tuesday DATE 2013-03-12" },
    { "They spoke late Thursday.", "late Thursday DATE 2013-03-21" },
    { "They were to meet by Monday.", "Monday DATE 2013-03-25" },
  };

  CHECK ("en", cases);
}

static void
test_relative (void)
{
  static const DateCase cases[] = {
    { "He met her yesterday and will call tomorrow.", "yesterday DATE 2013-03-21 | tomorrow DATE 2013-03-23" },
    { "It happened the day before yesterday.", "the day before yesterday DATE 2013-03-20" },
    { "Last week it rose; next month it will fall.", "Last week DATE 2013-W11 | next month DATE 2013-04" },
    { "Earlier this year she sold it.", "Earlier this year DATE 2013" },
    { "Late last year he moved.", "Late last year DATE 2012" },
    { "It was built two years ago.", "two years ago DATE 2011" },
    { "She died three weeks ago.", "three weeks ago DATE 2013-W09" },
    { "He called about ten days ago.", "about ten days ago DATE 2013-03-12" },
    { "Several years ago, it burned.", "Several years ago DATE PAST_REF" },
    { "A year ago today, they won.", "A year ago today DATE 2012-03-22" },
    { "Two and a half years ago it closed.", "Two and a half years ago DATE 2010-09" },
    { "They will be back in two weeks' time.", "two weeks' time DATE 2013-W14" },
    { "Three months from now all will differ.", "Three months from now DATE 2013-06" },
    { "In the weekend's games, last weekend and this weekend.", "last weekend DATE 2013-W11-WE | this weekend DATE 2013-W12-WE" },
  };

  CHECK ("en", cases);
}

static void
test_mentioned (void)
{
  static const DateCase cases[] = {
    { "He left on May 5, 2010. The next day he was found. Two days later he died.",
      "May 5, 2010 DATE 2010-05-05 | The next day DATE 2010-05-06 | Two days later DATE 2010-05-08" },
    { "She won in 1990. The following year she lost; that year it snowed.",
      "1990 DATE 1990 | The following year DATE 1991 | that year DATE 1991" },
    { "They met on Oct. 3, 2011, and again a week earlier.", "Oct. 3, 2011 DATE 2011-10-03 | a week earlier DATE 2011-W39" },
    { "In February sales rose from a year earlier.", "February DATE 2013-02 | a year earlier DATE 2012-02" },
    { "Profit in the third quarter of 2012 beat the year-ago period.", "the third quarter of 2012 DATE 2012-Q3 | the year-ago period DATE 2011-Q3" },
    { "On July 4, 2008, he rose at 6 a.m. and ate.", "July 4, 2008 DATE 2008-07-04 | 6 a.m. TIME 2008-07-04T06:00" },
    { "He left in 1990. A. B. C. D. E. F. It rained. It poured. It froze. It hailed. It snowed. The following year he was back.",
      "1990 DATE 1990 | The following year DATE 2014" },
  };

  CHECK ("en", cases);
}

static void
test_ranges (void)
{
  static const DateCase cases[] = {
    { "The fair ran from May 5 to May 7.", "May 5 DATE 2013-05-05 | May 7 DATE 2013-05-07" },
    { "It ran May 5-7, 2012.", "May 5 DATE 2012-05-05 | 7, 2012 DATE 2012-05-07" },
    { "Between 5 and 7 May 2012.", "5 DATE 2012-05-05 | 7 May 2012 DATE 2012-05-07" },
    { "From 1999 to 2003 he ran it.", "1999 DATE 1999 | 2003 DATE 2003" },
    { "In the 1898-99 season.", "1898 DATE 1898 | 99 DATE 1899" },
    { "From October to December 2011.", "October DATE 2011-10 | December 2011 DATE 2011-12" },
    { "It takes two to three years.", "two DURATION P2Y | three years DURATION P3Y" },
    { "Open between 9 and 11 a.m.", "9 TIME 2013-03-22T09:00 | 11 a.m. TIME 2013-03-22T11:00" },
  };

  CHECK ("en", cases);
}

static void
test_times (void)
{
  static const DateCase cases[] = {
    { "He rang at 10:15 a.m. on Tuesday.", "10:15 a.m. on Tuesday TIME 2013-03-19T10:15" },
    { "The flight left Monday at 7 p.m. local time.", "Monday at 7 p.m. local time TIME 2013-03-18T19:00" },
    { "At 1430 GMT it stopped.", "1430 GMT TIME 2013-03-22T14:30Z" },
    { "It began at noon and ended at midnight Thursday.", "noon TIME 2013-03-22T12:00 | midnight Thursday TIME 2013-03-21T24:00" },
    { "They met on Friday night and this morning.", "Friday night TIME 2013-03-22TNI | this morning TIME 2013-03-22TMO" },
    { "Last night the bridge fell; tonight it is closed.", "Last night TIME 2013-03-21TNI | tonight TIME 2013-03-22TNI" },
    { "On the evening of Nov. 22, 1963.", "the evening of Nov. 22, 1963 TIME 1963-11-22TEV" },
    { "In the early hours of Sunday police came.", "the early hours of Sunday TIME 2013-03-17TMO" },
    { "He came in the afternoon.", "the afternoon TIME 2013-03-22TAF" },
    { "At 12 a.m. and at 12:30 p.m. it rang.", "12 a.m. TIME 2013-03-22T00:00 | 12:30 p.m. TIME 2013-03-22T12:30" },
  };

  CHECK ("en", cases);
}

static void
test_lengths (void)
{
  static const DateCase cases[] = {
    { "He served more than three months.", "more than three months DURATION P3M" },
    { "A two-year contract and a 90-minute talk.", "A two-year DURATION P2Y | a 90-minute DURATION PT90M" },
    { "Over the past two years it grew.", "the past two years DURATION P2Y" },
    { "It took an hour and a half.", "an hour and a half DURATION PT1.5H" },
    { "He waited half an hour for it.", "half an hour DURATION PT30M" },
    { "It went on for years.", "years DURATION PXY" },
    { "In the next few days more will come.", "the next few days DURATION PXD" },
    { "For two decades and a century it stood.", "two decades DURATION P2DE | a century DURATION P1CE" },
    { "After 1,500 years and six straight days.", "1,500 years DURATION P1500Y | six straight days DURATION P6D" },
    { "A month-long siege lasted all day.", "A month-long DURATION P1M | all day DURATION P1D" },
    { "Within 24 hours, twenty-one days and 2½ years.", "24 hours DURATION PT24H | twenty-one days DURATION P21D | 2½ years DURATION P2.5Y" },
  };

  CHECK ("en", cases);
}

static void
test_sets (void)
{
  static const DateCase cases[] = {
    { "They vote every four years.", "every four years SET P4Y" },
    { "They meet every Friday and on Sundays.", "every Friday SET XXXX-WXX-5 | Sundays SET XXXX-WXX-7" },
    { "Twice a week it pumps 300 barrels a day.", "Twice a week SET P1W | a day SET P1D" },
    { "The daily flight costs $5 a month.", "daily SET P1D | a month SET P1M" },
    { "Each summer and every morning.", "Each summer SET XXXX-SU | every morning SET XXXX-XX-XXTMO" },
    { "It is worth $40 per year.", "per year SET P1Y" },
    { "The Daily Mail said so.", "" },
  };

  CHECK ("en", cases);
}

static void
test_seasons_and_more (void)
{
  static const DateCase cases[] = {
    { "In the summer of 2010 and last spring.", "the summer of 2010 DATE 2010-SU | last spring DATE 2012-SP" },
    { "The fourth quarter was weak.", "The fourth quarter DATE 2012-Q4" },
    { "Third-quarter results and Q2 2011.", "Third-quarter DATE 2012-Q3 | Q2 2011 DATE 2011-Q2" },
    { "In the first half of 2012.", "the first half of 2012 DATE 2012-H1" },
    { "In the late 1980s and the '60s.", "the late 1980s DATE 198 | the '60s DATE 196" },
    { "A 19th-century house of the twentieth century.", "19th-century DATE 18 | the twentieth century DATE 19" },
    { "For fiscal 2012 and fiscal year 2014.", "fiscal 2012 DATE 2012 | fiscal year 2014 DATE 2014" },
    { "By the end of 2015 and early 2016.", "the end of 2015 DATE 2015 | early 2016 DATE 2016" },
    { "On Christmas Eve 2010 and Thanksgiving 2011.", "Christmas Eve 2010 DATE 2010-12-24 | Thanksgiving 2011 DATE 2011-11-24" },
    { "Easter 2012, Labor Day 2012 and Good Friday 2012.", "Easter 2012 DATE 2012-04-08 | Labor Day 2012 DATE 2012-09-03 | Good Friday 2012 DATE 2012-04-06" },
    { "The last Friday of March 2012.", "The last Friday of March 2012 DATE 2012-03-30" },
  };

  CHECK ("en", cases);
}

static void
test_vague (void)
{
  static const DateCase cases[] = {
    { "It is now closed and currently empty.", "now DATE PRESENT_REF | currently DATE PRESENT_REF" },
    { "He recently left; in recent years, it grew.", "recently DATE PAST_REF | recent years DATE PAST_REF" },
    { "In the past, and in the future.", "the past DATE PAST_REF | the future DATE FUTURE_REF" },
    { "In the coming weeks, more.", "the coming weeks DATE FUTURE_REF" },
    { "Now that he is gone, the now-defunct bank.", "" },
  };

  CHECK ("en", cases);
}

static void
test_nothing (void)
{
  static const DateCase cases[] = {
    { "He may march on the second floor.", "" },
    { "Theresa May met the troops; March for Our Lives.", "" },
    { "May I ask? The Sun sat.", "" },
    { "The 26-year-old man is 26 years old.", "" },
    { "Call (202) 555-2013 or 555-1998.", "" },
    { "A Boeing 747 and an A380 cost $2000; 2000 people saw flight 1989.", "" },
    { "In her early 20s she won 3-2 and 60-39.", "" },
    { "Person of the Year, and year after year.", "" },
    { "It will fall, then spring back.", "" },
    { "Section 1983 of version 2.2013.4.", "" },
  };

  CHECK ("en", cases);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-english/absolute", test_absolute);
  g_test_add_func ("/date-english/partial", test_partial);
  g_test_add_func ("/date-english/weekdays", test_weekdays);
  g_test_add_func ("/date-english/relative", test_relative);
  g_test_add_func ("/date-english/mentioned", test_mentioned);
  g_test_add_func ("/date-english/ranges", test_ranges);
  g_test_add_func ("/date-english/times", test_times);
  g_test_add_func ("/date-english/lengths", test_lengths);
  g_test_add_func ("/date-english/sets", test_sets);
  g_test_add_func ("/date-english/seasons-and-more", test_seasons_and_more);
  g_test_add_func ("/date-english/vague", test_vague);
  g_test_add_func ("/date-english/nothing", test_nothing);
  return g_test_run ();
}
