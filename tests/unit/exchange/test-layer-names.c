/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-layer-names.h"

static void
assert_names (AscLayerNames *names, const AscExportLayer *layer, const char *document, const char *path)
{
  g_autofree char *has_document = asc_layer_names_document (names, layer);
  g_autofree char *has_path = asc_layer_names_path (names, layer, ".ann");

  g_assert_cmpstr (has_document, ==, document);
  g_assert_cmpstr (has_path, ==, path);
}

/* The coder is named when there are two, and not because one wrote twice. */
static void
test_coders (void)
{
  g_autoptr (AscLayerNames) names = asc_layer_names_new ();
  g_autoptr (AscText)       text = asc_text_new ("Words.", -1);
  AscArticleMeta            meta = { .id = (char *) "harbour", .title = (char *) "Harbour" };
  g_autoptr (AscArticle)    article = asc_article_new_full (&meta, text);
  AscExportLayer            anna = { .article = article, .coder = "anna" }, ben = { .article = article, .coder = "ben" };

  asc_layer_names_add (names, &anna);
  asc_layer_names_add (names, &anna);
  assert_names (names, &anna, "harbour", "harbour.ann");

  asc_layer_names_add (names, &ben);
  assert_names (names, &anna, "harbour:anna", "anna/harbour.ann");
  assert_names (names, &ben, "harbour:ben", "ben/harbour.ann");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layer-names/coders", test_coders);
  return g_test_run ();
}
