/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-dataset-card.h"

struct _AscDatasetCard
{
  guint       n_rows;
  GHashTable *languages;    /* (element-type utf8) a set */
  GHashTable *labels;       /* (element-type utf8 guint) label → annotations */
  GHashTable *relations;    /* (element-type utf8 guint) relation type → relations */
  GHashTable *coders;       /* (element-type utf8 guint) coder → rows */
  GString    *configs;      /* YAML */
  GString    *features;     /* YAML */
  GString    *texts;        /* Markdown */
};

static void
count_one (GHashTable *counts,
           const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

  g_hash_table_replace (counts, g_strdup (name), GUINT_TO_POINTER (n + 1));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* The names a table of counts has beyond those of @known, sorted, after them. */
static GList *
other_names (GHashTable *counts,
             GHashTable *known)
{
  GList *names = g_list_sort (g_hash_table_get_keys (counts), compare_names);

  for (GList *l = names; l != NULL && known != NULL;)
    {
      GList *next = l->next;

      if (g_hash_table_contains (known, l->data))
        names = g_list_delete_link (names, l);
      l = next;
    }

  return names;
}

static void
append_row (GString    *markdown,
            const char *name,
            GHashTable *counts,
            const char *description)
{
  g_string_append_printf (markdown, "| `%s` | %u |", name, GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)));
  if (description != NULL)
    {
      g_autoptr (GString) cell = g_string_new (description);

      g_string_replace (cell, "|", "\\|", 0);
      g_string_replace (cell, "\n", " ", 0);
      g_string_append_printf (markdown, " %s |", cell->str);
    }
  g_string_append_c (markdown, '\n');
}

/* Labels in the codebook's order, then those it lacks. */
static void
append_labels (AscDatasetCard *self,
               AscCodebook    *codebook,
               GString        *markdown)
{
  GListModel *labels = asc_codebook_get_labels (codebook);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) others = NULL;
  guint n = g_list_model_get_n_items (labels);

  g_string_append (markdown, "| label | annotations | description |\n|---|--:|---|\n");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      g_hash_table_add (known, (gpointer) asc_label_get_name (label));
      append_row (markdown, asc_label_get_name (label), self->labels, asc_label_get_values (label)->description != NULL ? asc_label_get_values (label)->description : "");
    }

  others = other_names (self->labels, known);
  for (GList *l = others; l != NULL; l = l->next)
    append_row (markdown, l->data, self->labels, "not in the codebook");
}

static void
append_counts (GString    *markdown,
               const char *heading,
               GHashTable *counts)
{
  g_autoptr (GList) names = other_names (counts, NULL);

  if (names == NULL)
    return;

  g_string_append_printf (markdown, "\n%s\n|---|--:|\n", heading);
  for (GList *l = names; l != NULL; l = l->next)
    append_row (markdown, l->data, counts, NULL);
}

static const char *
size_category (guint n_rows)
{
  if (n_rows < 1000)
    return "n<1K";
  if (n_rows < 10000)
    return "1K<n<10K";
  if (n_rows < 100000)
    return "10K<n<100K";
  if (n_rows < 1000000)
    return "100K<n<1M";

  return "1M<n<10M";
}

static void
append_languages (AscDatasetCard         *self,
                  const AscExportContext *context,
                  GString                *yaml)
{
  g_autoptr (GList) languages = other_names (self->languages, NULL);

  if (languages == NULL && context->language == NULL)
    return;

  g_string_append (yaml, "language:\n");
  if (languages == NULL)
    {
      g_autofree char *quoted = asc_dataset_card_quote (context->language);

      g_string_append_printf (yaml, "- %s\n", quoted);
    }
  for (GList *l = languages; l != NULL; l = l->next)
    {
      g_autofree char *quoted = asc_dataset_card_quote (l->data);

      g_string_append_printf (yaml, "- %s\n", quoted);
    }
}

AscDatasetCard *
asc_dataset_card_new (void)
{
  AscDatasetCard *self = g_new0 (AscDatasetCard, 1);

  self->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->coders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->configs = g_string_new (NULL);
  self->features = g_string_new (NULL);
  self->texts = g_string_new (NULL);

  return self;
}

void
asc_dataset_card_free (AscDatasetCard *self)
{
  g_hash_table_unref (self->languages);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->coders);
  g_string_free (self->configs, TRUE);
  g_string_free (self->features, TRUE);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

void
asc_dataset_card_count (AscDatasetCard       *self,
                        const AscExportLayer *layer)
{
  const char *language = asc_article_get_language (layer->article);

  self->n_rows++;
  count_one (self->coders, layer->coder);
  if (language != NULL)
    g_hash_table_add (self->languages, g_strdup (language));
  for (guint i = 0; i < layer->annotations->len; i++)
    count_one (self->labels, asc_annotation_get_label (g_ptr_array_index (layer->annotations, i)));
  for (guint i = 0; i < layer->relations->len; i++)
    count_one (self->relations, asc_relation_get_relation_type (g_ptr_array_index (layer->relations, i)));
}

void
asc_dataset_card_set_n_rows (AscDatasetCard *self,
                             guint           n_rows)
{
  self->n_rows = n_rows;
}

void
asc_dataset_card_add_config (AscDatasetCard     *self,
                             const char         *name,
                             const char * const *splits,
                             const char         *features)
{
  g_string_append_printf (self->configs, "- config_name: %s\n", name);
  if (self->features->len == 0)
    g_string_append (self->configs, "  default: true\n");
  g_string_append (self->configs, "  data_files:\n");
  if (splits[0] == NULL)
    g_string_append_printf (self->configs, "  - {split: train, path: data/%s.jsonl}\n", name);
  for (gsize i = 0; splits[i] != NULL; i++)
    g_string_append_printf (self->configs, "  - {split: %s, path: data/%s-%s.jsonl}\n", splits[i], name, splits[i]);

  g_string_append_printf (self->features, "- config_name: %s\n  features:\n%s", name, features);
}

void
asc_dataset_card_add_text (AscDatasetCard *self,
                           const char     *markdown)
{
  g_string_append_printf (self->texts, "\n%s\n", markdown);
}

/**
 * asc_dataset_card_write:
 * @self: a card
 * @context: the export
 * @folder: where README.md goes
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
asc_dataset_card_write (AscDatasetCard         *self,
                        const AscExportContext *context,
                        GFile                  *folder,
                        GError                **error)
{
  g_autofree char *name = asc_dataset_card_quote (context->project_name);
  g_autoptr (GString) card = g_string_new (NULL);

  g_string_append_printf (card, "---\npretty_name: %s\n", name);
  append_languages (self, context, card);
  g_string_append_printf (card, "license: other\nsize_categories:\n- %s\ntask_categories:\n- token-classification\n"
                                "task_ids:\n- named-entity-recognition\nannotations_creators:\n- expert-generated\n",
                          size_category (self->n_rows));
  g_string_append_printf (card, "configs:\n%sdataset_info:\n%s---\n\n", self->configs->str, self->features->str);

  g_string_append_printf (card, "# %s\n\n", context->project_name);
  g_string_append_printf (card, "%u rows, annotated with the codebook “%s”, revision %u.\n\n", self->n_rows,
                          asc_codebook_get_name (context->codebook), asc_codebook_get_revision (context->codebook));
  append_labels (self, context->codebook, card);
  append_counts (card, "| relation | number |", self->relations);
  append_counts (card, "| annotator | rows |", self->coders);
  g_string_append (card, self->texts->str);

  return asc_exporter_write_file (folder, "README.md", card->str, error);
}

char *
asc_dataset_card_quote (const char *value)
{
  g_autoptr (GString) quoted = g_string_new ("'");

  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\'')
        g_string_append_c (quoted, '\'');
      g_string_append_c (quoted, *p == '\n' ? ' ' : *p);
    }
  g_string_append_c (quoted, '\'');

  return g_string_free_and_steal (g_steal_pointer (&quoted));
}
