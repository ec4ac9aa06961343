/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-text-importer.h"

#include <unicode/ucnv.h>

#include "store-test.h"

/* @expected NULL: the code of an error, told by asc_store_error_code_to_string, stands in @notes. */
static void
assert_clean (const char *data,
              gsize       n_data,
              const char *expected,
              const char *notes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_data);
  g_autoptr (GPtrArray) normalised = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *joined = NULL;
  gsize n_bytes = 0;

  text = asc_text_importer_clean (bytes, "x.txt", &n_bytes, normalised, &error);
  if (expected == NULL)
    {
      g_assert_null (text);
      g_assert_nonnull (error);
      g_assert_cmpstr (asc_store_error_code_to_string (error->code), ==, notes);
      g_assert_cmpuint (normalised->len, ==, 0);
      return;
    }

  g_assert_no_error (error);
  g_ptr_array_add (normalised, NULL);
  joined = g_strjoinv (" ", (char **) normalised->pdata);
  g_assert_cmpstr (joined, ==, notes);
  g_assert_cmpmem (text, n_bytes, expected, strlen (expected));
  g_assert_true (g_utf8_validate (text, n_bytes, NULL));
}

#define ASSERT_CLEAN(data, expected, notes) assert_clean ((data), sizeof (data) - 1, (expected), (notes))

static void
test_hygiene (void)
{
  ASSERT_CLEAN ("plain\n", "plain\n", "");
  ASSERT_CLEAN ("no line end", "no line end", "");
  ASSERT_CLEAN ("\xEF\xBB\xBF" "a", "a", "bom");
  ASSERT_CLEAN ("\xEF\xBB\xBF\xEF\xBB\xBF" "a", "\uFEFF" "a", "bom");
  ASSERT_CLEAN ("a\xEF\xBB\xBF" "b", "a\uFEFF" "b", "");
  ASSERT_CLEAN ("a\r\nb\r\n", "a\nb\n", "crlf");
  ASSERT_CLEAN ("a\rb\r", "a\nb\n", "cr");
  ASSERT_CLEAN ("a\r\r\nb\n\r\n", "a\n\nb\n\n", "crlf cr");
  ASSERT_CLEAN ("tab\there, form\ffeed, vertical\vtab, a b c d e f g h", "tab\there, formfeed, verticaltab, a b c d e f g h", "controls");
  ASSERT_CLEAN ("one NUL\0 in a text that is long enough to be one", "one NUL in a text that is long enough to be one", "controls");
  ASSERT_CLEAN ("bell\a and escape\x1B and unit\x1F in a longer text for balance of the parts in it", "bell and escape and unit in a longer text for balance of the parts in it", "controls");
  ASSERT_CLEAN ("a\uFFFF" "b\uFFFE" "c and so on and on and on", "abc and so on and on and on", "controls");
  ASSERT_CLEAN ("a\uFFFD\uFFFC" "b", "a\uFFFD\uFFFC" "b", "");
  /* Nothing else is touched: no NFC, no squeezing, no other marks, no other line ends. */
  ASSERT_CLEAN ("e\u0301 \u00A0\u202F  “x” ‘y’ \u2028\u2029\xC2\x85\x7F \u200B\u00AD ﬁ ½ \n\n\n end  \n",
                "e\u0301 \u00A0\u202F  “x” ‘y’ \u2028\u2029\xC2\x85\x7F \u200B\u00AD ﬁ ½ \n\n\n end  \n", "");
  ASSERT_CLEAN ("😀 👨‍🚒 王志胜 العربية", "😀 👨‍🚒 王志胜 العربية", "");
}

static void
test_refused (void)
{
  g_autofree char *large = g_malloc (ASC_TEXT_MAX_BYTES + 1);

  assert_clean ("", 0, NULL, "empty");
  ASSERT_CLEAN (" \n\t\r\n\u00A0\u2003\u2028 ", NULL, "empty");
  ASSERT_CLEAN ("\xEF\xBB\xBF", NULL, "empty");
  ASSERT_CLEAN ("\xFF\xFE\x20\x00\x0A\x00", NULL, "empty");
  ASSERT_CLEAN ("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj", NULL, "not-text");
  ASSERT_CLEAN ("PK\x03\x04 and the rest of a document", NULL, "not-text");
  ASSERT_CLEAN ("{\\rtf1\\ansi Hello}", NULL, "not-text");
  ASSERT_CLEAN ("\x89PNG\r\n\x1A\n....", NULL, "not-text");
  ASSERT_CLEAN ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", NULL, "not-text");

  memset (large, 'a', ASC_TEXT_MAX_BYTES + 1);
  assert_clean (large, ASC_TEXT_MAX_BYTES + 1, NULL, "too-large");
  /* Small enough as it is, too large as UTF-8. */
  memset (large, 0xE9, ASC_TEXT_MAX_BYTES);
  assert_clean (large, ASC_TEXT_MAX_BYTES, NULL, "too-large");
}

/* Random bytes of every length are no text, or text: never anything else. */
static void
test_noise (void)
{
  guint n_text = 0;

  for (guint i = 0; i < 500; i++)
    {
      guint n = g_test_rand_int_range (1, 2000);
      g_autofree char *data = g_malloc (n);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gsize n_bytes;

      for (guint j = 0; j < n; j++)
        data[j] = g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (data, n);
      text = asc_text_importer_clean (bytes, "noise", &n_bytes, NULL, &error);
      if (text == NULL)
        g_assert_true (error->domain == ASC_STORE_ERROR);
      else
        {
          g_assert_true (g_utf8_validate (text, n_bytes, NULL));
          n_text += n > 200;
        }
    }
  g_assert_cmpuint (n_text, <, 5);
}

static void
test_paragraphs (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append_c (text, 'x');
  assert_clean (text->str, text->len, text->str, "");
  g_string_append_c (text, 'x');
  assert_clean (text->str, text->len, text->str, "long-paragraph");
}

static void
test_unicode_encodings (void)
{
  static const char text[] = "“Grüße,” sagte er.\nЭто 😀 王。\n";
  static const struct { const char *converter, *bom, *notes; gsize n_bom; } cases[] = {
    { "UTF-16LE", "\xFF\xFE", "encoding:utf-16le bom", 2 },
    { "UTF-16BE", "\xFE\xFF", "encoding:utf-16be bom", 2 },
    { "UTF-32LE", "\xFF\xFE\0\0", "encoding:utf-32le bom", 4 },
    { "UTF-32BE", "\0\0\xFE\xFF", "encoding:utf-32be bom", 4 },
    { "UTF-16LE", "", "encoding:utf-16le", 0 },
    { "UTF-16BE", "", "encoding:utf-16be", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char data[512];
      UErrorCode status = U_ZERO_ERROR;
      int32_t n;

      memcpy (data, cases[i].bom, cases[i].n_bom);
      n = ucnv_convert (cases[i].converter, "UTF-8", data + cases[i].n_bom, sizeof data - cases[i].n_bom,
                        text, strlen (text), &status);
      g_assert_true (U_SUCCESS (status));
      assert_clean (data, cases[i].n_bom + n, text, cases[i].notes);
    }

  /* Spaces alone tell the byte order, too. */
  ASSERT_CLEAN ("o\0n\0e\0 \0l\0i\0n\0e\0", "one line", "encoding:utf-16le");
  ASSERT_CLEAN ("\0o\0n\0e\0 \0l\0i\0n\0e", "one line", "encoding:utf-16be");
  /* Half a surrogate pair, and half a unit at the end. */
  ASSERT_CLEAN ("\xFF\xFE" "a\0\x3D\xD8" "b\0", "a\uFFFD" "b", "encoding:utf-16le bom");
  ASSERT_CLEAN ("\xFF\xFE" "a\0b", "a\uFFFD", "encoding:utf-16le bom");
  /* Cut in the middle of a character, and a few bytes of another encoding among many of this. */
  ASSERT_CLEAN ("ä ö ü ß é à “cut” \xE2\x80", "ä ö ü ß é à “cut” \uFFFD\uFFFD", "invalid-utf8");
}

/* What ICU can tell, and the fallback. */
static void
test_legacy_encodings (void)
{
  static const struct { const char *converter, *note, *text; } cases[] = {
    { "windows-1252", "windows-1252", "Die Bundesregierung hat am Dienstag beschlossen, die Übergangsfrist für größere Unternehmen zu verlängern. „Wir müssen die Änderungen prüfen“, sagte der Minister." },
    { "ISO-8859-1", "windows-1252", "Le ministre a déclaré mardi que la réforme serait présentée avant l'été. L'opposition a dénoncé une décision prise à la hâte." },
    { "windows-1252", "windows-1252", "El ministro declaró el martes que la reforma será presentada antes del verano. «Nunca estuvimos tan cerca», añadió el señor Núñez." },
    { "windows-1252", "windows-1252", "O ministro declarou na terça-feira que a reforma será apresentada à Assembleia antes do verão. “Não há razão para preocupação”, acrescentou." },
    { "windows-1252", "windows-1252", "The café’s owner said on Tuesday that the reform would come. “We have never been so close,” she added." },
    { "windows-1250", "windows-1250", "Minister oświadczył we wtorek, że reforma zostanie przedstawiona przed końcem roku. „Nigdy nie byliśmy tak blisko porozumienia” – dodał, podkreślając." },
    { "ISO-8859-2", "iso-8859-2", "Ministr v úterý prohlásil, že reforma bude předložena před koncem roku. Opozice rozhodnutí kritizovala jako příliš uspěchané." },
    { "windows-1251", "windows-1251", "Министр заявил во вторник, что реформа будет представлена до конца года. «Мы никогда не были так близки к соглашению», — добавил он." },
    { "KOI8-R", "koi8-r", "Министр заявил во вторник, что реформа будет представлена до конца года. Оппозиция раскритиковала решение как слишком поспешное." },
    { "ISO-8859-5", "iso-8859-5", "Министр заявил во вторник, что реформа будет представлена до конца года. Оппозиция раскритиковала решение как слишком поспешное." },
    { "ISO-8859-7", "iso-8859-7", "Ο υπουργός δήλωσε την Τρίτη ότι η μεταρρύθμιση θα παρουσιαστεί πριν από το τέλος του έτους." },
    { "windows-1254", "windows-1254", "Bakan salı günü yaptığı açıklamada, reformun yıl sonundan önce sunulacağını söyledi. “Bir anlaşmaya hiç bu kadar yakın olmamıştık” diye ekledi." },
    { "windows-1255", "windows-1255", "השר הודיע ביום שלישי כי הרפורמה תוצג לפני סוף השנה. האופוזיציה מתחה ביקורת על ההחלטה." },
    { "windows-1256", "windows-1256", "أعلن الوزير يوم الثلاثاء أن الإصلاح سيعرض قبل نهاية العام. وانتقدت المعارضة القرار." },
    { "Shift_JIS", "shift_jis", "大臣は火曜日、改革案を年内に提出すると発表した。「合意にこれほど近づいたことはない」と述べた。" },
    { "EUC-JP", "euc-jp", "大臣は火曜日、改革案を年内に提出すると発表した。「合意にこれほど近づいたことはない」と述べた。" },
    { "ISO-2022-JP", "iso-2022-jp", "大臣は火曜日、改革案を年内に提出すると発表した。" },
    { "GB18030", "gb18030", "部长周二宣布，改革方案将在年底前提出。他补充说：“我们从未如此接近达成协议”。" },
    { "Big5", "big5", "部長週二宣布，改革方案將在年底前提出。他補充說：「我們從未如此接近達成協議」。" },
    { "EUC-KR", "euc-kr", "장관은 화요일 개혁안이 연말 전에 제출될 것이라고 발표했다. 야당은 이 결정을 비판했다." },
    { "windows-1252", "windows-1252", "Café" },
    { "windows-1252", "windows-1252", "Le ministre a déclar" },  /* likelier to be Romanian, but not by much */
    { "windows-1252", "windows-1252", "ÄÖÜ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char data[1024];
      UErrorCode status = U_ZERO_ERROR;
      int32_t n = ucnv_convert (cases[i].converter, "UTF-8", data, sizeof data, cases[i].text, -1, &status);
      g_autofree char *note = g_strconcat ("encoding:", cases[i].note, NULL);

      g_assert_true (U_SUCCESS (status));
      assert_clean (data, n, cases[i].text, note);
    }
}

static void
assert_title (const char *text,
              const char *name,
              const char *title,
              const char *id)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscArticle) article = asc_text_importer_import (bytes, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (asc_article_get_title (article), ==, title);
  g_assert_cmpstr (asc_article_get_id (article), ==, id);
  /* The line stays in the text. */
  g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (article)), ==, text);
}

static void
test_title (void)
{
  g_autoptr (GString) longest = g_string_new (NULL), longer = NULL;

  assert_title ("A Title\n\nText.\n", "file.txt", "A Title", "a-title");
  assert_title ("\n \n  A Title \n \t\nText.\n", "file.txt", "A Title", "a-title");
  assert_title ("A Title\nText.\n", "file.txt", "file", "file");
  assert_title ("A Title\n", "file.txt", "file", "file");
  assert_title ("A Title\n\n", "file.txt", "A Title", "a-title");
  assert_title ("A Title", "some/folder/The File.en.txt", "The File.en", "the-file-en");
  assert_title ("x", ".hidden", ".hidden", "hidden");
  assert_title ("x", "no extension", "no extension", "no-extension");
  assert_title ("x", "ends.", "ends.", "ends");
  assert_title ("x", "…", "…", "article");

  for (guint i = 0; i < 200; i++)
    g_string_append (longest, "é");
  longer = g_string_new (longest->str);
  g_string_append (longest, "\n\nx\n");
  g_string_append (longer, "é\n\nx\n");
  {
    g_autoptr (GBytes) fits = bytes_of (longest->str), too_long = bytes_of (longer->str);
    g_autoptr (AscArticle) one = asc_text_importer_import (fits, "f.txt", NULL);
    g_autoptr (AscArticle) other = asc_text_importer_import (too_long, "f.txt", NULL);

    g_assert_cmpint (g_utf8_strlen (asc_article_get_title (one), -1), ==, 200);
    g_assert_cmpstr (asc_article_get_title (other), ==, "f");
  }
}

static void
test_meta (void)
{
  g_autoptr (GBytes) bytes = bytes_of ("\xEF\xBB\xBF" "Title\r\n\r\n😀 text\r\n");
  g_autoptr (GBytes) plain = bytes_of ("plain");
  g_autoptr (GError) error = NULL;
  g_autoptr (AscArticle) article = asc_text_importer_import (bytes, "/a/b/Story.TXT", &error);
  g_autoptr (AscArticle) other = asc_text_importer_import (plain, "plain", &error);
  g_autoptr (GDateTime) imported = NULL;
  const AscArticleMeta *meta;

  g_assert_no_error (error);
  meta = asc_article_get_meta (article);
  g_assert_cmpstr (asc_text_get_utf8 (asc_article_get_text (article)), ==, "Title\n\n😀 text\n");
  g_assert_cmpuint (meta->length, ==, 14);
  g_assert_cmpstr (meta->sha256, ==, asc_text_get_sha256 (asc_article_get_text (article)));
  g_assert_cmpstrv (meta->normalised, ((const char *[]) { "bom", "crlf", NULL }));
  g_assert_cmpstr (meta->original_name, ==, "Story.TXT");
  imported = g_date_time_new_from_iso8601 (meta->imported, NULL);
  g_assert_nonnull (imported);
  g_assert_true (g_str_has_suffix (meta->imported, "Z"));
  g_assert_null (meta->published);
  g_assert_null (asc_article_get_meta (other)->normalised);

  g_clear_object (&article);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = bytes_of ("  \n");
  article = asc_text_importer_import (bytes, "blank.txt", &error);
  g_assert_null (article);
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_EMPTY);
  g_assert_cmpstr (asc_problem_from_error (error)->path, ==, "blank.txt");
}

/* The article the design was made with, where it is there. */
static void
test_seed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ASC_SOURCE_ROOT"), "..", "shared", "seed-article.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AscArticle) article = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &content, &n_bytes, NULL))
    {
      g_test_skip ("not there");
      return;
    }

  bytes = g_bytes_new (content, n_bytes);
  article = asc_text_importer_import (bytes, "seed-article.txt", NULL);
  g_assert_cmpuint (asc_article_get_meta (article)->length, ==, 4807);
  g_assert_cmpstr (asc_article_get_title (article), ==,
                   "France Expels Chinese State Security Officials, Expert says it Sets a Precedent");
  g_assert_true (g_str_has_prefix (asc_article_get_id (article), "france-expels-chinese-state-security"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-importer/hygiene", test_hygiene);
  g_test_add_func ("/text-importer/refused", test_refused);
  g_test_add_func ("/text-importer/noise", test_noise);
  g_test_add_func ("/text-importer/paragraphs", test_paragraphs);
  g_test_add_func ("/text-importer/unicode-encodings", test_unicode_encodings);
  g_test_add_func ("/text-importer/legacy-encodings", test_legacy_encodings);
  g_test_add_func ("/text-importer/title", test_title);
  g_test_add_func ("/text-importer/meta", test_meta);
  g_test_add_func ("/text-importer/seed", test_seed);
  return g_test_run ();
}
