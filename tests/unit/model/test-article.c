/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

static void
test_before_it_is_read (void)
{
  g_autoptr (AscArticle) article = asc_article_new ("2024-07-06-expulsion");

  g_assert_cmpstr (asc_article_get_id (article), ==, "2024-07-06-expulsion");
  g_assert_cmpstr (asc_article_get_title (article), ==, "2024-07-06-expulsion");
  g_assert_false (asc_article_is_loaded (article));
  g_assert_null (asc_article_get_text (article));
  g_assert_null (asc_article_get_published (article));
  g_assert_false (asc_article_has_summary (article));
  g_assert_cmpint (asc_article_get_state (article), ==, ASC_STATE_UNREAD);
}

static void
test_notify (void)
{
  g_autoptr (AscArticle) article = asc_article_new ("a");
  g_autoptr (AscText)    text = asc_text_new ("text", -1);
  AscArticleMeta         meta = { .id = (char *) "a", .title = (char *) "T", .language = (char *) "de" };
  guint                  n_title = 0, n_language = 0, n_outlet = 0, n_text = 0, n_state = 0, n_count = 0;

  g_signal_connect_swapped (article, "notify::title", G_CALLBACK (count_up), &n_title);
  g_signal_connect_swapped (article, "notify::language", G_CALLBACK (count_up), &n_language);
  g_signal_connect_swapped (article, "notify::outlet", G_CALLBACK (count_up), &n_outlet);
  g_signal_connect_swapped (article, "notify::text", G_CALLBACK (count_up), &n_text);
  g_signal_connect_swapped (article, "notify::state", G_CALLBACK (count_up), &n_state);
  g_signal_connect_swapped (article, "notify::n-annotations", G_CALLBACK (count_up), &n_count);

  asc_article_set_meta (article, &meta);
  asc_article_set_meta (article, &meta);
  meta.language = (char *) "fr";
  asc_article_set_meta (article, &meta);
  g_assert_true (asc_article_is_loaded (article));
  g_assert_cmpuint (n_title, ==, 1);
  g_assert_cmpuint (n_language, ==, 2);
  g_assert_cmpuint (n_outlet, ==, 0);

  asc_article_set_text (article, text);
  asc_article_set_text (article, text);
  g_assert_cmpuint (n_text, ==, 1);

  asc_article_set_summary (article, ASC_STATE_DONE, 3);
  asc_article_set_summary (article, ASC_STATE_DONE, 4);
  g_assert_cmpuint (n_state, ==, 1);
  g_assert_cmpuint (n_count, ==, 2);
  g_assert_true (asc_article_has_summary (article));
}

/* Setting its own metadata, as an editor may, must not read what it has freed. */
static void
test_set_own_meta (void)
{
  g_autoptr (AscArticle) article = fixture_article ("text");

  asc_article_set_meta (article, asc_article_get_meta (article));
  g_assert_cmpstr (asc_article_get_title (article), ==, "Title");
}

static void
test_meta_copy_is_equal (void)
{
  char                *normalised[] = { (char *) "bom", (char *) "crlf", NULL };
  const AscArticleMeta meta = { .id = (char *) "a", .title = (char *) "b", .outlet = (char *) "c", .author = (char *) "d",
                                .published = (char *) "e", .url = (char *) "f", .language = (char *) "g",
                                .edition = (char *) "h", .sha256 = (char *) "i", .length = 5, .normalised = normalised,
                                .original_name = (char *) "j", .imported = (char *) "k", .extra = (char *) "l" };

  for (guint i = 0; i < 13; i++)
    {
      g_autoptr (AscArticleMeta) copy = asc_article_meta_copy (&meta);
      char **strings[] = { &copy->id, &copy->title, &copy->outlet, &copy->author, &copy->published, &copy->url,
                           &copy->language, &copy->edition, &copy->sha256, &copy->normalised[1], &copy->original_name,
                           &copy->imported, &copy->extra };

      g_assert_true (asc_article_meta_equal (&meta, copy));
      g_set_str (strings[i], "other");
      g_assert_false (asc_article_meta_equal (&meta, copy));
    }
}

static void
test_state_names (void)
{
  AscState state = ASC_STATE_UNREAD;

  for (int i = ASC_STATE_UNREAD; i <= ASC_STATE_SET_ASIDE; i++)
    {
      g_assert_true (asc_state_from_string (asc_state_to_string (i), &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_cmpstr (asc_state_to_string (ASC_STATE_DONE_NO_CLAIMS), ==, "done-no-claims");
  g_assert_false (asc_state_from_string ("finished", &state));
}

static void
test_finalize (void)
{
  assert_finalize (fixture_article ("text"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/before-it-is-read", test_before_it_is_read);
  g_test_add_func ("/article/notify", test_notify);
  g_test_add_func ("/article/set-own-meta", test_set_own_meta);
  g_test_add_func ("/article/meta-copy-is-equal", test_meta_copy_is_equal);
  g_test_add_func ("/article/state-names", test_state_names);
  g_test_add_func ("/article/finalize", test_finalize);
  return g_test_run ();
}
