/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascribe stats: how much there is, by coder, label and state. */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-command.h"
#include "asc-corpus.h"
#include "asc-messages.h"

#define MAX_PROBLEMS 10

typedef struct
{
  char       *coder;
  guint       n_states[ASC_STATE_SET_ASIDE + 1];   /* articles */
  GHashTable *labels;      /* (element-type utf8 guint) */
  GHashTable *relations;   /* (element-type utf8 guint) */
} CoderCounts;

static void
coder_counts_free (gpointer data)
{
  CoderCounts *self = data;

  g_free (self->coder);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->relations);
  g_free (self);
}

static CoderCounts *
coder_counts_new (const char *coder)
{
  CoderCounts *self = g_new0 (CoderCounts, 1);

  self->coder = g_strdup (coder);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static void
count_one (GHashTable *counts,
           const char *name)
{
  g_hash_table_replace (counts, g_strdup (name), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
}

static void
count_set (CoderCounts      *counts,
           AscAnnotationSet *set)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);

  counts->n_states[asc_annotation_set_get_state (set)]++;
  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    count_one (counts->labels, asc_annotation_get_label (asc_annotation_set_get_nth (set, i)));
  for (guint i = 0; i < relations->len; i++)
    count_one (counts->relations, asc_relation_get_relation_type (g_ptr_array_index (relations, i)));
}

/* Every layer once. What cannot be read is among @problems and not in the counts. */
static GPtrArray *
count_corpus (AscCorpus *corpus,
              GPtrArray *problems,
              guint64   *n_chars)
{
  const char * const *articles = asc_corpus_get_articles (corpus);
  const char * const *coders = asc_corpus_get_coders (corpus);
  GPtrArray *all = g_ptr_array_new_with_free_func (coder_counts_free);

  for (gsize j = 0; coders[j] != NULL; j++)
    g_ptr_array_add (all, coder_counts_new (coders[j]));

  for (gsize i = 0; articles[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/%s.txt", articles[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (AscArticle) article = asc_corpus_read_article (corpus, articles[i], problems, &error);

      if (article == NULL)
        {
          g_ptr_array_add (problems, asc_store_error_from_gio (error, path, FALSE));
          continue;
        }

      *n_chars += asc_text_get_length (asc_article_get_text (article));
      for (gsize j = 0; coders[j] != NULL; j++)
        {
          g_autoptr (GError) layer_error = NULL;
          g_autoptr (AscAnnotationSet) set = asc_corpus_read_layer (corpus, article, coders[j], problems, &layer_error);

          if (set != NULL)
            count_set (g_ptr_array_index (all, j), set);
          else
            g_ptr_array_add (problems, asc_store_error_from_gio (layer_error, path, FALSE));
        }
    }

  return all;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_counts (AscJsonWriter *writer,
              const char    *member,
              GHashTable    *counts)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (counts), compare_names);

  asc_json_writer_begin_object (writer, member, ASC_JSON_COMPACT);
  for (GList *l = names; l != NULL; l = l->next)
    asc_json_writer_integer (writer, l->data, GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)));
  asc_json_writer_end_object (writer);
}

static void
print_json (AscCorpus *corpus,
            GPtrArray *all,
            GPtrArray *problems,
            guint64    n_chars)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  AscProject *project = asc_corpus_get_project (corpus);

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_LINES);
  asc_json_writer_string (writer, "name", asc_project_get_name (project));
  asc_json_writer_integer (writer, "articles", g_strv_length ((GStrv) asc_corpus_get_articles (corpus)));
  asc_json_writer_integer (writer, "characters", (gint64) n_chars);
  asc_json_writer_integer (writer, "actors", g_list_model_get_n_items (G_LIST_MODEL (asc_project_get_actors (project))));
  asc_json_writer_begin_array (writer, "coders", ASC_JSON_LINES);
  for (guint i = 0; i < all->len; i++)
    {
      const CoderCounts *counts = g_ptr_array_index (all, i);

      asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
      asc_json_writer_string (writer, "coder", counts->coder);
      asc_json_writer_begin_object (writer, "states", ASC_JSON_COMPACT);
      for (guint state = 0; state <= ASC_STATE_SET_ASIDE; state++)
        asc_json_writer_integer (writer, asc_state_to_string (state), counts->n_states[state]);
      asc_json_writer_end_object (writer);
      write_counts (writer, "labels", counts->labels);
      write_counts (writer, "relations", counts->relations);
      asc_json_writer_end_object (writer);
    }
  asc_json_writer_end_array (writer);
  asc_command_write_problems (writer, "problems", problems);
  asc_json_writer_end_object (writer);

  asc_command_print_json (writer, FALSE);
}

static void
print_counts (GHashTable *counts,
              const char * (* name_of) (AscCodebook *codebook, const char *name),
              AscCodebook *codebook)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (counts), compare_names);

  for (GList *l = names; l != NULL; l = l->next)
    g_print ("  %8u  %s\n", GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)), name_of (codebook, l->data));
}

static void
print_text (AscCorpus *corpus,
            GPtrArray *all,
            guint64    n_chars)
{
  AscProject *project = asc_corpus_get_project (corpus);
  AscCodebook *codebook = asc_project_get_codebook (project);
  guint n_articles = g_strv_length ((GStrv) asc_corpus_get_articles (corpus));
  g_autofree char *chars = g_strdup_printf ("%" G_GUINT64_FORMAT, n_chars);

  g_print ("%s\n", asc_project_get_name (project));
  g_print (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_print (", ");
  /* Translators: %s is a number. */
  g_print (ngettext ("%s character", "%s characters", (gulong) n_chars), chars);
  g_print ("\n");

  for (guint i = 0; i < all->len; i++)
    {
      const CoderCounts *counts = g_ptr_array_index (all, i);

      g_print ("\n%s\n", counts->coder);
      for (guint state = 0; state <= ASC_STATE_SET_ASIDE; state++)
        if (counts->n_states[state] > 0)
          g_print ("  %8u  %s\n", counts->n_states[state], asc_messages_state (state));
      print_counts (counts->labels, asc_messages_label, codebook);
      print_counts (counts->relations, asc_messages_relation, codebook);
    }
}

static AscExit
run_stats (int    argc,
           char **argv)
{
  gboolean json = FALSE;
  guint64 n_chars = 0;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (AscCorpus) corpus = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!asc_command_parse (&asc_command_stats, entries, argc, argv, 1, 1, &arguments))
    return ASC_EXIT_USAGE;

  folder = g_file_new_for_commandline_arg (arguments[0]);
  corpus = asc_corpus_open (folder, problems, NULL, &error);
  if (corpus == NULL)
    return asc_command_fail (error);

  all = count_corpus (corpus, problems, &n_chars);
  if (json)
    print_json (corpus, all, problems, n_chars);
  else
    {
      print_text (corpus, all, n_chars);
      asc_command_say_problems (problems, MAX_PROBLEMS);
    }

  return problems->len > 0 ? ASC_EXIT_FINDINGS : ASC_EXIT_DONE;
}

const AscCommand asc_command_stats = {
  .name = "stats",
  .arguments = N_("PROJECT"),
  .summary = N_("Count articles, annotations and relations by coder, label and state"),
  .run = run_stats,
};
