/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-run.h"

#include "asc-corpus.h"
#include "asc-importer-registry.h"
#include "exchange-fixture.h"

#define TEXT "😀 Dr. Wang said they left."

typedef struct
{
  GFile           *folder;
  AscProjectStore *store;
  AscImportRun    *run;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (AscImporter) importer = asc_importer_registry_new ("text");
  g_autoptr (GError) error = NULL;

  fixture->folder = copy_golden_project ("demo");
  fixture->store = asc_project_store_open (fixture->folder, "anna", NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->run = asc_import_run_new (fixture->store, importer, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->run);
  g_object_unref (fixture->store);
  remove_tree (fixture->folder);
  g_object_unref (fixture->folder);
}

static AscImportArticle *
new_source (const char *id,
            const char *text)
{
  return asc_import_article_new ("in/file", id, g_bytes_new (text, strlen (text)));
}

static AscImportAnnotation *
add (AscImportLayer *layer,
     const char     *key,
     const char     *label,
     const char     *quote,
     gint64          start,
     gint64          end)
{
  AscImportAnnotation *annotation = asc_import_layer_add (layer, key, label);

  annotation->quote = g_strdup (quote);
  asc_import_annotation_add_range (annotation, start, end);

  return annotation;
}

/* What is on disk afterwards. (transfer full) */
static AscAnnotationSet *
read_back (Fixture    *fixture,
           const char *article,
           const char *coder)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (AscCorpus) corpus = asc_corpus_open (fixture->folder, problems, NULL, NULL);
  g_autoptr (AscArticle) read = asc_corpus_read_article (corpus, article, problems, NULL);
  AscAnnotationSet *set = asc_corpus_read_layer (corpus, read, coder, problems, NULL);

  g_assert_cmpuint (problems->len, ==, 0);

  return set;
}

static void
test_annotations (Fixture       *fixture,
                  gconstpointer  data)
{
  AscImportArticle *source = new_source ("new one", TEXT);
  AscImportLayer *layer = asc_import_article_get_layer (source, NULL);
  AscImportAnnotation *annotation;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GError) error = NULL;
  const AscImportSummary *summary;

  /* UTF-16 where code points are promised. */
  annotation = add (layer, "T1", "Actor", "Dr. Wang", 3, 11);
  asc_import_annotation_add_attribute (annotation, "actor", "dr-wang");
  add (layer, "T2", "Claim", "they left", 17, 26);
  add (layer, "T3", "Claim", "they left", 17, 26);
  add (layer, "T4", "PLACE", "nowhere", 0, 3);
  asc_import_layer_relate (layer, "Source", "T2", "T1");
  asc_import_layer_relate (layer, "Source", "T3", "T1");
  asc_import_layer_relate (layer, "Source", "T2", "T4");
  asc_import_article_add_actor (source, "dr-wang", "Wang");

  g_assert_true (asc_import_run_add_article (fixture->run, source, &error));
  g_assert_true (asc_import_run_finish (fixture->run, &error));
  g_assert_no_error (error);

  summary = asc_import_run_get_summary (fixture->run);
  g_assert_cmpuint (summary->n_articles, ==, 1);
  g_assert_cmpuint (summary->n_annotations, ==, 2);
  g_assert_cmpuint (summary->n_relations, ==, 1);
  g_assert_cmpuint (summary->n_other_units, ==, 1);
  g_assert_cmpuint (summary->n_lost, ==, 4);   /* T3 is T2 again, T4 is nowhere, and so two relations fall away */
  g_assert_cmpuint (asc_import_run_get_problems (fixture->run)->len, ==, 4);

  set = read_back (fixture, "new-one", "anna");
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 2);
  g_assert_cmpint (asc_annotation_set_get_state (set), ==, ASC_STATE_DONE);
  g_assert_cmpstr (asc_annotation_get_label (asc_annotation_set_lookup (set, "T1")), ==, "actor");
  g_assert_cmpstr (asc_annotation_get_quote (asc_annotation_set_lookup (set, "T1"))[0], ==, "Dr. Wang");
  g_assert_cmpint (asc_annotation_get_origin (asc_annotation_set_lookup (set, "T1")), ==, ASC_ORIGIN_IMPORTED);
  relations = asc_annotation_set_get_relations (set);
  g_assert_cmpstr (asc_relation_get_relation_type (g_ptr_array_index (relations, 0)), ==, "source");
  g_assert_cmpstr (asc_actor_get_name (asc_actor_register_lookup (asc_project_get_actors (asc_project_store_get_project (fixture->store)), "dr-wang")), ==, "Wang");
}

static void
test_known_article (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = read_text (fixture->folder, "articles/demo-B.txt");
  AscImportArticle *source = new_source ("demo-B", text);
  AscImportArticle *other = new_source ("demo-B", "Another text under the same name.");
  g_autoptr (AscAnnotationSet) ben = NULL;
  g_autoptr (AscAnnotationSet) anna = NULL;
  g_autoptr (GError) error = NULL;
  const AscImportSummary *summary = asc_import_run_get_summary (fixture->run);

  add (asc_import_article_get_layer (source, "ben"), "b1", "claim", "Dr. Wang", 2, 10);
  add (asc_import_article_get_layer (source, "anna"), "x1", "claim", "Dr. Wang", 2, 10);
  g_assert_true (asc_import_run_add_article (fixture->run, source, &error));
  g_assert_true (asc_import_run_add_article (fixture->run, other, &error));
  g_assert_true (asc_import_run_finish (fixture->run, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (summary->n_known_articles, ==, 1);
  g_assert_cmpuint (summary->n_articles, ==, 1);
  g_assert_cmpuint (summary->n_annotations, ==, 1);
  g_assert_cmpuint (summary->n_lost, ==, 1);   /* anna has her own there */
  ben = read_back (fixture, "demo-B", "ben");
  anna = read_back (fixture, "demo-B", "anna");
  g_assert_cmpuint (asc_annotation_set_get_n (ben), ==, 1);
  g_assert_cmpuint (asc_annotation_set_get_n (anna), ==, 4);
  g_clear_object (&ben);
  ben = read_back (fixture, "demo-B-2", "ben");
  g_assert_cmpuint (asc_annotation_set_get_n (ben), ==, 0);
}

static void
test_codebook_grows (Fixture       *fixture,
                     gconstpointer  data)
{
  AscImportArticle *source = new_source ("x", "Paris is big.");
  AscImportLayer *layer = asc_import_article_get_layer (source, "Zoë B.");
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autofree char *codebook = NULL;

  asc_import_annotation_add_attribute (add (layer, "1", "LOC", "Paris", 0, 5), "size", "big");
  g_assert_true (asc_import_run_add_article (fixture->run, source, NULL));
  g_assert_true (asc_import_run_finish (fixture->run, NULL));

  set = read_back (fixture, "x", "zoe-b");
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 1);
  codebook = read_text (fixture->folder, "codebook.json");
  g_assert_nonnull (strstr (codebook, "\"LOC\""));
  g_assert_nonnull (strstr (codebook, "\"size\""));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u", i);
      AscImportArticle *source = new_source (id, "Some text.");

      add (asc_import_article_get_layer (source, NULL), NULL, "claim", "text", 5, 9);
      g_assert_true (asc_import_run_add_article (fixture->run, source, NULL));
    }
  g_assert_true (asc_import_run_finish (fixture->run, NULL));

  g_assert_cmpuint (asc_import_run_get_summary (fixture->run)->n_articles, ==, 150);
  g_assert_cmpuint (asc_import_run_get_summary (fixture->run)->n_annotations, ==, 150);
}

static void
test_guess (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) text = g_file_resolve_relative_path (fixture->folder, "articles/demo-A.txt");
  g_autoptr (GFile) articles = g_file_get_child (fixture->folder, "articles");
  g_autoptr (GFile) gone = g_file_get_child (fixture->folder, "gone");
  g_autoptr (AscImporter) for_text = asc_importer_registry_guess (text, NULL);
  g_autoptr (AscImporter) for_folder = asc_importer_registry_guess (articles, NULL);

  g_assert_cmpstr (asc_importer_get_name (for_text), ==, "text");
  g_assert_cmpstr (asc_importer_get_name (for_folder), ==, "text");
  g_assert_null (asc_importer_registry_guess (gone, NULL));
  g_assert_null (asc_importer_registry_new ("no such format"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/import-run/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("annotations", test_annotations);
  ADD ("known-article", test_known_article);
  ADD ("codebook-grows", test_codebook_grows);
  ADD ("many", test_many);
  ADD ("guess", test_guess);
#undef ADD

  return g_test_run ();
}
