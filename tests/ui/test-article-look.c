/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-fixture.h"

static const char article[] =
  "France Expels Chinese State Security Officials, Expert says it Sets a Precedent\n"
  "\n"
  "According to a report from French newspaper Le Monde on July 2, the director and deputy director of the CCP’s Ministry of State "
  "Security in Paris were asked to leave the country. They held diplomatic liaison officer status in France, possessed official passports, "
  "and enjoyed diplomatic immunity.\n"
  "\n"
  "“We will leave,” said Dr. Wang Zhisheng. “And we will not come back.”\n"
  "\n"
  "Dr. Wang Zhisheng of the Sino-Pacific Security Exchange Association stated on July 4 that the two expelled CCP officials held dual roles "
  "in national security and diplomacy. He emphasized the importance of understanding the responsibilities of military officials operating in "
  "foreign countries, pointing out that their actions expanding into arrests in host countries go beyond their designated duties and constitute "
  "a flagrant overreach.\n"
  "\n"
  "Dr. Feng Chongyi, Associate Professor at the University of Technology Sydney, noted that France’s willingness to take such action despite not "
  "wanting to antagonize the CCP demonstrates a deterioration in bilateral relations linked to domestic political changes within France.\n";

static const char title[] = "France Expels Chinese State Security Officials, Expert says it Sets a Precedent";

static const struct
{
  const char *label;
  const char *quote;
} scene[] = {
  { "actor", "Expert" }, { "claim", "it Sets a Precedent" }, { "actor", "French newspaper Le Monde" }, { "date", "July 2" },
  { "claim", "the director and deputy director of the CCP’s Ministry of State Security in Paris were asked to leave the country" },
  { "actor", "the director and deputy director of the CCP’s Ministry of State Security in Paris" },
  { "actor", "CCP’s Ministry of State Security" }, { "actor", "Paris" }, { "actor", "Dr. Wang Zhisheng" },
  { "actor", "Sino-Pacific Security Exchange Association" }, { "date", "July 4" },
  { "claim", "the two expelled CCP officials held dual roles in national security and diplomacy" },
  { "claim", "their actions expanding into arrests in host countries go beyond their designated duties and constitute a flagrant overreach" },
  { "actor", "Dr. Feng Chongyi" }, { "cue", "noted that" },
  { "claim", "France’s willingness to take such action despite not wanting to antagonize the CCP demonstrates a deterioration in bilateral relations" },
  { "claim", "deterioration in bilateral relations linked to domestic political changes" },
  { "actor", "the CCP" }, { "cue", "pointing out that" }, { "cue", "stated" },
};

static void
annotate_scene (UiFixture *fixture)
{
  AscSpan          one = ui_fixture_find (fixture, "We will leave,");
  AscSpan          other = ui_fixture_find (fixture, "And we will not come back.");
  g_autofree char *spans = g_strdup_printf ("%u-%u %u-%u", one.start, one.end, other.start, other.end);

  for (guint i = 0; i < G_N_ELEMENTS (scene); i++)
    ui_fixture_annotate (fixture, scene[i].label, scene[i].quote);
  ui_fixture_annotate (fixture, "claim", spans);
  ui_fixture_annotate_as (fixture, "actor", "University of Technology Sydney", ASC_ORIGIN_SUGGESTED);
  ui_fixture_annotate_as (fixture, "claim", "They held diplomatic liaison officer status in France, possessed official passports, and enjoyed diplomatic immunity", ASC_ORIGIN_SUGGESTED);
}

static AscAnnotation *
find_annotation (UiFixture *fixture, const char *label, const char *quote)
{
  AscSpan               span = ui_fixture_find (fixture, quote);
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (span.start, span.end);

  return asc_annotation_set_find_same (ui_fixture_get_set (fixture), label, spans);
}

static void
test_scene (gconstpointer data)
{
  const char            *name = data;
  AdwStyleManager       *manager = adw_style_manager_get_default ();
  g_autoptr (UiFixture)  fixture = ui_fixture_new (title, article, "en");
  AscAnnotation         *claim, *actor, *date;

  annotate_scene (fixture);
  adw_style_manager_set_color_scheme (manager, strstr (name, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_fixture_show_view (fixture, strstr (name, "narrow") ? 360 : 860, 760);
  claim = find_annotation (fixture, "claim", "the two expelled CCP officials held dual roles in national security and diplomacy");
  actor = find_annotation (fixture, "actor", "Dr. Wang Zhisheng");
  date = find_annotation (fixture, "date", "July 4");
  asc_annotator_relate (asc_session_get_annotator (fixture->session), claim, actor, NULL);
  asc_annotator_relate (asc_session_get_annotator (fixture->session), claim, date, NULL);
  asc_session_set_selected (fixture->session, claim);
  asc_session_set_hovered (fixture->session, find_annotation (fixture, "actor", "Dr. Feng Chongyi"));
  ui_settle (fixture);
  ui_screenshot (fixture->scroller, name);
}

static void
test_relating (void)
{
  g_autoptr (UiFixture) fixture = ui_fixture_new (title, article, "en");

  annotate_scene (fixture);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_fixture_show_view (fixture, 860, 760);
  asc_session_set_selected (fixture->session, find_annotation (fixture, "claim", "the two expelled CCP officials held dual roles in national security and diplomacy"));
  ui_press (fixture, "r Tab");
  ui_settle (fixture);
  ui_screenshot (fixture->scroller, "relating");
}

static void
test_right_to_left (void)
{
  static const char arabic[] =
    "باريس تطرد مسؤولين بعد تحقيق\n\n"
    "قال الرئيس الفرنسي Emmanuel Macron في 2 يوليو 2024 إن بلاده «لن تقبل أي تدخل أجنبي» في شؤونها، وأضاف أن صحيفة Le Monde نشرت التقرير "
    "الذي يتحدث عن 7 أشخاص حاولوا إعادة المعارض الصيني قسراً إلى بلاده عبر مطار شارل ديغول.\n\n"
    "A left-to-right line with עברית וגם English and العربية in the middle of it, long enough to be broken into two rows on the screen.\n";
  g_autoptr (UiFixture) fixture = ui_fixture_new ("باريس تطرد مسؤولين بعد تحقيق", arabic, "ar");
  AscAnnotation        *claim;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  ui_fixture_annotate (fixture, "actor", "الرئيس الفرنسي Emmanuel Macron");
  ui_fixture_annotate (fixture, "date", "2 يوليو 2024");
  claim = ui_fixture_annotate (fixture, "claim", "لن تقبل أي تدخل أجنبي» في شؤونها، وأضاف أن صحيفة Le Monde نشرت التقرير الذي يتحدث عن 7 أشخاص");
  ui_fixture_annotate (fixture, "actor", "Le Monde");
  ui_fixture_annotate (fixture, "claim", "with עברית וגם English and العربية in the");
  ui_fixture_annotate (fixture, "actor", "וגם English");
  ui_fixture_show_view (fixture, 700, 420);
  asc_session_set_selected (fixture->session, claim);
  ui_settle (fixture);
  ui_screenshot (fixture->scroller, "right-to-left");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);

  g_test_add_data_func ("/article-look/light", "light", test_scene);
  g_test_add_data_func ("/article-look/dark", "dark", test_scene);
  g_test_add_data_func ("/article-look/narrow", "narrow", test_scene);
  g_test_add_func ("/article-look/relating", test_relating);
  g_test_add_func ("/article-look/right-to-left", test_right_to_left);

  return g_test_run ();
}
