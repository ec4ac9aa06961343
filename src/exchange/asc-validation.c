/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parsing a file finds what is wrong with it alone; here is what one file says of another: hashes and lengths, labels and attributes of the
 * codebook, actors of the register, coders, and which annotations a relation may join.
 */
#include "asc-validation.h"

#include "asc-file-io.h"
#include "asc-json-reader.h"

/* The layer being checked. Annotations and relations have no place of their own, so pointers are looked up in the file, and only when something is wrong. */
typedef struct
{
  AscCorpus        *corpus;
  AscCodebook      *codebook;
  AscActorRegister *actors;
  GPtrArray        *problems;
  AscAnnotationSet *set;
  const char       *path;
  GHashTable       *places;   /* (element-type utf8 utf8) id → "/annotations/3"; NULL until needed */
} Check;

static void
collect_places (AscJsonReader *reader,
                const char    *member,
                GHashTable    *places)
{
  if (!asc_json_reader_has (reader, member) || !asc_json_reader_enter_array (reader, member))
    return;

  for (guint i = 0; i < asc_json_reader_get_n (reader); i++)
    {
      const char *id;

      if (!asc_json_reader_enter_object_element (reader, i))
        continue;
      id = asc_json_reader_get_string (reader, "id");
      if (id != NULL)
        g_hash_table_insert (places, g_strdup (id), g_strdup_printf ("/%s/%u", member, i));
      asc_json_reader_leave (reader);
    }
  asc_json_reader_leave (reader);
}

static const char *
place_of (Check      *check,
          const char *id)
{
  const char *place;

  if (check->places == NULL)
    {
      g_autoptr (GFile) file = g_file_resolve_relative_path (asc_corpus_get_folder (check->corpus), check->path);
      g_autoptr (GBytes) bytes = asc_file_io_read (file, ASC_JSON_MAX_BYTES, NULL, NULL);
      g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_autoptr (AscJsonReader) reader = bytes != NULL ? asc_json_reader_new (bytes, check->path, known, NULL) : NULL;

      check->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (reader != NULL)
        {
          collect_places (reader, "annotations", check->places);
          collect_places (reader, "relations", check->places);
        }
    }

  place = g_hash_table_lookup (check->places, id);

  return place != NULL ? place : "";
}

static void
report (Check             *check,
        AscStoreErrorCode  code,
        const char        *id,
        const char        *member,
        const char        *detail)
{
  g_autofree char *pointer = g_strconcat (place_of (check, id), "/", member, NULL);

  g_ptr_array_add (check->problems, asc_problem_new (code, check->path, pointer, "%s", detail));
}

/* "no-source" is the decision that there is none; it belongs to the relation type, not to the label. */
static gboolean
is_decision (AscCodebook *codebook,
             const char  *label,
             const char  *attribute)
{
  AscRelationType *type = asc_codebook_lookup_none (codebook, attribute);

  return type != NULL && g_strv_contains (asc_relation_type_get_from_labels (type), label);
}

static void
check_attribute (Check         *check,
                 AscAnnotation *annotation,
                 AscLabel      *label,
                 const char    *name,
                 GVariant      *value)
{
  const char *id = asc_annotation_get_id (annotation);
  AscAttributeDefinition *definition = asc_label_lookup_attribute (label, name);
  g_autofree char *member = g_strconcat ("attributes/", name, NULL);
  g_autofree char *printed = NULL;

  if (definition == NULL)
    {
      if (!is_decision (check->codebook, asc_label_get_name (label), name))
        report (check, ASC_STORE_ERROR_UNKNOWN_LABEL, id, member, name);
      return;
    }

  if (!asc_attribute_definition_accepts (definition, value))
    {
      printed = g_variant_print (value, FALSE);
      report (check, ASC_STORE_ERROR_UNKNOWN_LABEL, id, member, printed);
    }
  else if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_ACTOR
           && asc_actor_register_lookup (check->actors, g_variant_get_string (value, NULL)) == NULL)
    report (check, ASC_STORE_ERROR_DANGLING, id, member, g_variant_get_string (value, NULL));
}

static void
check_annotation (Check         *check,
                  AscAnnotation *annotation)
{
  AscLabel *label = asc_codebook_lookup_label (check->codebook, asc_annotation_get_label (annotation));
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);

  if (label == NULL)
    {
      report (check, ASC_STORE_ERROR_UNKNOWN_LABEL, asc_annotation_get_id (annotation), "label", asc_annotation_get_label (annotation));
      return;
    }

  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    check_attribute (check, annotation, label, asc_attributes_get_name (attributes, i), asc_attributes_get_nth (attributes, i));
}

static guint
count_same_type (Check       *check,
                 AscRelation *relation)
{
  g_autoptr (GPtrArray) others = asc_annotation_set_relations_from (check->set, asc_relation_get_from (relation));
  guint n = 0;

  for (guint i = 0; i < others->len; i++)
    if (g_str_equal (asc_relation_get_relation_type (g_ptr_array_index (others, i)), asc_relation_get_relation_type (relation)))
      n++;

  return n;
}

static void
check_relation (Check       *check,
                AscRelation *relation)
{
  const char *id = asc_relation_get_id (relation);
  const char *name = asc_relation_get_relation_type (relation);
  AscRelationType *type = asc_codebook_lookup_relation (check->codebook, name);
  AscAnnotation *from = asc_annotation_set_lookup (check->set, asc_relation_get_from (relation));
  AscAnnotation *to = asc_annotation_set_lookup (check->set, asc_relation_get_to (relation));

  if (type == NULL)
    report (check, ASC_STORE_ERROR_UNKNOWN_LABEL, id, "type", name);
  else if (!asc_relation_type_allows (type, asc_annotation_get_label (from), asc_annotation_get_label (to)))
    {
      g_autofree char *ends = g_strdup_printf ("%s: %s → %s", name, asc_annotation_get_label (from), asc_annotation_get_label (to));

      report (check, ASC_STORE_ERROR_UNKNOWN_LABEL, id, "type", ends);
    }
  else if (asc_relation_type_get_max (type) > 0 && count_same_type (check, relation) > asc_relation_type_get_max (type))
    {
      g_autofree char *limit = g_strdup_printf ("%s: at most %u", name, asc_relation_type_get_max (type));

      report (check, ASC_STORE_ERROR_FORMAT, id, "type", limit);
    }
}

static void
check_layer (AscCorpus  *corpus,
             AscArticle *article,
             const char *coder,
             GPtrArray  *problems)
{
  AscProject *project = asc_corpus_get_project (corpus);
  g_autofree char *path = g_strdup_printf ("annotations/%s/%s.json", coder, asc_article_get_id (article));
  g_autoptr (GError) error = NULL;
  g_autoptr (AscAnnotationSet) set = asc_corpus_read_layer (corpus, article, coder, problems, &error);
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GHashTable) places = NULL;
  Check check = { corpus, asc_project_get_codebook (project), asc_project_get_actors (project), problems, set, path, NULL };

  if (set == NULL)
    {
      g_ptr_array_add (problems, asc_store_error_from_gio (error, path, FALSE));
      return;
    }

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    check_annotation (&check, asc_annotation_set_get_nth (set, i));

  relations = asc_annotation_set_get_relations (set);
  for (guint i = 0; i < relations->len; i++)
    check_relation (&check, g_ptr_array_index (relations, i));

  places = check.places;
}

/* What import would have cleaned away: a text that has it was edited by another program. */
static const char *
find_dirt (AscText *text)
{
  const char *utf8 = asc_text_get_utf8 (text);

  if (g_str_has_prefix (utf8, "\xEF\xBB\xBF"))
    return "BOM";

  for (const char *p = utf8; *p != '\0'; p++)
    {
      if (*p == '\r')
        return "CR";
      if ((guchar) *p < 0x20 && *p != '\t' && *p != '\n')
        return "control character";
    }

  return NULL;
}

static void
check_article (AscArticle *article,
               GPtrArray  *problems)
{
  const AscArticleMeta *meta = asc_article_get_meta (article);
  AscText *text = asc_article_get_text (article);
  g_autofree char *text_path = g_strdup_printf ("articles/%s.txt", meta->id);
  g_autofree char *meta_path = g_strdup_printf ("articles/%s.json", meta->id);
  const char *dirt = find_dirt (text);

  if (asc_text_get_length (text) == 0)
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_EMPTY, text_path, NULL, NULL));
  if (dirt != NULL)
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, text_path, NULL, "%s", dirt));
  if (meta->sha256 == NULL)
    return;

  if (!g_str_equal (meta->sha256, asc_text_get_sha256 (text)))
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_TEXT_CHANGED, meta_path, "/sha256", "%s", asc_text_get_sha256 (text)));
  else if (meta->length != asc_text_get_length (text))
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_FORMAT, meta_path, "/length", "%u, not %u",
                                                asc_text_get_length (text), meta->length));
}

/* Files that stand alone: metadata without a text, annotations on an article that is not there, names that differ only in case. */
static void
check_names (AscCorpus *corpus,
             GPtrArray *problems)
{
  const char * const *articles = asc_corpus_get_articles (corpus);
  const char * const *coders = asc_corpus_get_coders (corpus);
  const char * const *listed = asc_project_get_coders (asc_corpus_get_project (corpus));
  const char *gold = asc_project_get_gold_coder (asc_corpus_get_project (corpus));
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; articles[i] != NULL; i++)
    if (!g_hash_table_add (folded, g_utf8_casefold (articles[i], -1)))
      {
        g_autofree char *path = g_strdup_printf ("articles/%s.txt", articles[i]);

        g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_DUPLICATE, path, NULL, "%s", articles[i]));
      }

  if (gold != NULL && !g_strv_contains (listed, gold) && !g_strv_contains (coders, gold))
    g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_DANGLING, "project.json", "/gold_coder", "%s", gold));

  for (gsize i = 0; coders[i] != NULL; i++)
    {
      const char * const *layers = asc_corpus_get_layers (corpus, coders[i]);

      for (gsize j = 0; layers[j] != NULL; j++)
        if (!asc_corpus_has_article (corpus, layers[j]))
          {
            g_autofree char *path = g_strdup_printf ("annotations/%s/%s.json", coders[i], layers[j]);

            g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_DANGLING, path, "/article", "%s", layers[j]));
          }
    }
}

static void
check_metadata_without_text (AscCorpus *corpus,
                             GPtrArray *problems)
{
  g_autoptr (GFile) folder = g_file_get_child (asc_corpus_get_folder (corpus), "articles");
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, NULL) && info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *id = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      id = g_strndup (name, strlen (name) - strlen (".json"));
      if (!asc_corpus_has_article (corpus, id))
        {
          g_autofree char *display = g_filename_display_name (name);
          g_autofree char *path = g_strconcat ("articles/", display, NULL);

          g_ptr_array_add (problems, asc_problem_new (ASC_STORE_ERROR_DANGLING, path, NULL, "%s.txt", id));
        }
    }
}

/**
 * asc_validation_run:
 * @corpus: an open corpus; what opening it found is not repeated
 * @problems: (element-type AscProblem): gets what is wrong
 * @cancellable: (nullable): to stop
 * @error: return location
 *
 * Returns: %FALSE only when it was cancelled
 */
gboolean
asc_validation_run (AscCorpus     *corpus,
                    GPtrArray     *problems,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const char * const *articles;
  const char * const *coders;

  g_return_val_if_fail (ASC_IS_CORPUS (corpus), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  articles = asc_corpus_get_articles (corpus);
  coders = asc_corpus_get_coders (corpus);
  check_names (corpus, problems);
  check_metadata_without_text (corpus, problems);

  for (gsize i = 0; articles[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("articles/%s.txt", articles[i]);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (AscArticle) article = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      article = asc_corpus_read_article (corpus, articles[i], problems, &local_error);
      if (article == NULL)
        {
          g_ptr_array_add (problems, asc_store_error_from_gio (local_error, path, FALSE));
          continue;
        }

      check_article (article, problems);
      for (gsize j = 0; coders[j] != NULL; j++)
        if (asc_corpus_has_layer (corpus, articles[i], coders[j]))
          check_layer (corpus, article, coders[j], problems);
    }

  return TRUE;
}
