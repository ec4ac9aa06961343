/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-project.h"

#include "asc-id.h"

#include <string.h>

struct _AscProject
{
  GObject           parent_instance;

  char             *name;
  char             *language;
  char             *coder;
  char             *gold_coder;
  AscBoundaryPolicy boundaries;
  GStrv             coders;         /* never NULL */
  char             *guidelines;
  char             *extra;
  AscCodebook      *codebook;
  AscActorRegister *actors;
  GListStore       *articles;       /* of AscArticle by id, strcmp() order */
  GHashTable       *by_id;          /* borrowed id → borrowed AscArticle */
  GHashTable       *taken_ids;      /* set of owned ids, lower case, as file systems may do */
};

G_DEFINE_FINAL_TYPE (AscProject, asc_project, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_LANGUAGE,
  PROP_CODER,
  PROP_GOLD_CODER,
  PROP_BOUNDARIES,
  PROP_CODERS,
  PROP_CODEBOOK,
  PROP_ACTORS,
  PROP_ARTICLES,
  PROP_GUIDELINES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (asc_article_get_id (*(AscArticle * const *) a),
                 asc_article_get_id (*(AscArticle * const *) b));
}

/* The place of the article with @id, or where it would be. */
static guint
article_place (AscProject *self,
               const char *id)
{
  guint low = 0, high = g_list_model_get_n_items (G_LIST_MODEL (self->articles));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (AscArticle) article =
        g_list_model_get_item (G_LIST_MODEL (self->articles), middle);

      if (strcmp (asc_article_get_id (article), id) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
asc_project_finalize (GObject *object)
{
  AscProject *self = ASC_PROJECT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->coder, g_free);
  g_clear_pointer (&self->gold_coder, g_free);
  g_clear_pointer (&self->coders, g_strfreev);
  g_clear_pointer (&self->guidelines, g_free);
  g_clear_pointer (&self->extra, g_free);
  g_clear_object (&self->codebook);
  g_clear_object (&self->actors);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->taken_ids, g_hash_table_unref);
  g_clear_object (&self->articles);

  G_OBJECT_CLASS (asc_project_parent_class)->finalize (object);
}

static void
asc_project_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AscProject *self = ASC_PROJECT (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CODER:
      g_value_set_string (value, self->coder);
      break;
    case PROP_GOLD_CODER:
      g_value_set_string (value, self->gold_coder);
      break;
    case PROP_BOUNDARIES:
      g_value_set_enum (value, self->boundaries);
      break;
    case PROP_CODERS:
      g_value_set_boxed (value, self->coders);
      break;
    case PROP_CODEBOOK:
      g_value_set_object (value, self->codebook);
      break;
    case PROP_ACTORS:
      g_value_set_object (value, self->actors);
      break;
    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;
    case PROP_GUIDELINES:
      g_value_set_string (value, self->guidelines);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_project_class_init (AscProjectClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = asc_project_finalize;
  object_class->get_property = asc_project_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_CODER] = g_param_spec_string ("coder", NULL, NULL, NULL, flags);
  properties[PROP_GOLD_CODER] = g_param_spec_string ("gold-coder", NULL, NULL, NULL, flags);
  properties[PROP_BOUNDARIES] = g_param_spec_enum ("boundaries", NULL, NULL, ASC_TYPE_BOUNDARY_POLICY, ASC_BOUNDARY_NONE, flags);
  properties[PROP_CODERS] = g_param_spec_boxed ("coders", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_CODEBOOK] =
    g_param_spec_object ("codebook", NULL, NULL, ASC_TYPE_CODEBOOK, flags);
  properties[PROP_ACTORS] =
    g_param_spec_object ("actors", NULL, NULL, ASC_TYPE_ACTOR_REGISTER, flags);
  properties[PROP_ARTICLES] =
    g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_GUIDELINES] = g_param_spec_string ("guidelines", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_project_init (AscProject *self)
{
  self->coders = g_new0 (char *, 1);
  self->actors = asc_actor_register_new ();
  self->articles = g_list_store_new (ASC_TYPE_ARTICLE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->taken_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * asc_project_new:
 * @name: (nullable): what people call it
 * @codebook: its codebook
 *
 * Returns: (transfer full): a project without articles and coders
 */
AscProject *
asc_project_new (const char  *name,
                 AscCodebook *codebook)
{
  AscProject *self;

  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), NULL);

  self = g_object_new (ASC_TYPE_PROJECT, NULL);
  self->name = g_strdup (name);
  self->codebook = g_object_ref (codebook);
  return self;
}

/**
 * asc_project_get_name:
 * @self: a project
 *
 * Returns: (nullable): what people call it
 */
const char *
asc_project_get_name (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->name;
}

/**
 * asc_project_get_language:
 * @self: a project
 *
 * Returns: (nullable): the language of articles that don't say theirs, BCP 47
 */
const char *
asc_project_get_language (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->language;
}

/**
 * asc_project_get_coder:
 * @self: a project
 *
 * Returns: (nullable): the coder who works now
 */
const char *
asc_project_get_coder (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->coder;
}

/**
 * asc_project_get_gold_coder:
 * @self: a project
 *
 * Returns: (nullable): the coder under whose name the final version is kept
 */
const char *
asc_project_get_gold_coder (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->gold_coder;
}

/**
 * asc_project_get_coders:
 * @self: a project
 *
 * Returns: (array zero-terminated=1): all coders
 */
const char * const *
asc_project_get_coders (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return (const char * const *) self->coders;
}

/**
 * asc_project_get_guidelines:
 * @self: a project
 *
 * Returns: (nullable): how to annotate, Markdown
 */
const char *
asc_project_get_guidelines (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->guidelines;
}

/**
 * asc_project_get_extra:
 * @self: a project
 *
 * Returns: (nullable): JSON object text of members of the file this version does not know
 */
const char *
asc_project_get_extra (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->extra;
}

/**
 * asc_project_get_codebook:
 * @self: a project
 *
 * Returns: (transfer none): its codebook
 */
AscCodebook *
asc_project_get_codebook (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->codebook;
}

/**
 * asc_project_get_actors:
 * @self: a project
 *
 * Returns: (transfer none): its actor register
 */
AscActorRegister *
asc_project_get_actors (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return self->actors;
}

/**
 * asc_project_get_articles:
 * @self: a project
 *
 * Returns: (transfer none): a list of [class@Article] by id
 */
GListModel *
asc_project_get_articles (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * asc_project_lookup_article:
 * @self: a project
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the article with @id
 */
AscArticle *
asc_project_lookup_article (AscProject *self,
                            const char *id)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * asc_project_free_article_id:
 * @self: a project
 * @title: title of an article to be
 *
 * Returns: (transfer full): an id made from @title that no article has, whatever its case
 */
char *
asc_project_free_article_id (AscProject *self,
                             const char *title)
{
  g_autofree char *stem = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ASC_IS_PROJECT (self) && title != NULL, NULL);

  stem = asc_id_from_title (title, "article");
  id = g_strdup (stem);
  for (guint i = 2;; i++)
    {
      g_autofree char *lower = g_ascii_strdown (id, -1);

      if (!g_hash_table_contains (self->taken_ids, lower) &&
          !g_hash_table_contains (self->by_id, id))
        return g_steal_pointer (&id);

      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }
}

/**
 * asc_project_set_name:
 * @self: a project
 * @name: (nullable): what people call it
 */
void
asc_project_set_name (AscProject *self,
                      const char *name)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * asc_project_set_language:
 * @self: a project
 * @language: (nullable): the language of articles that don't say theirs, BCP 47
 */
void
asc_project_set_language (AscProject *self,
                          const char *language)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (g_set_str (&self->language, language))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * asc_project_set_coder:
 * @self: a project
 * @coder: (nullable): who works now; added to the coders when new
 */
void
asc_project_set_coder (AscProject *self,
                       const char *coder)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (!g_set_str (&self->coder, coder))
    return;

  if (coder != NULL && !g_strv_contains ((const char * const *) self->coders, coder))
    {
      g_autoptr (GStrvBuilder) coders = g_strv_builder_new ();

      g_strv_builder_addv (coders, (const char **) self->coders);
      g_strv_builder_add (coders, coder);
      g_strfreev (self->coders);
      self->coders = g_strv_builder_end (coders);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODERS]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODER]);
}

/**
 * asc_project_set_gold_coder:
 * @self: a project
 * @coder: (nullable): the coder under whose name the final version is kept
 */
void
asc_project_set_gold_coder (AscProject *self,
                            const char *coder)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (g_set_str (&self->gold_coder, coder))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GOLD_CODER]);
}

/**
 * asc_project_set_coders:
 * @self: a project
 * @coders: (nullable) (array zero-terminated=1): all coders
 */
void
asc_project_set_coders (AscProject         *self,
                        const char * const *coders)
{
  static const char * const none[] = { NULL };

  g_return_if_fail (ASC_IS_PROJECT (self));

  if (coders == NULL)
    coders = none;
  if (g_strv_equal ((const char * const *) self->coders, coders))
    return;

  g_strfreev (self->coders);
  self->coders = g_strdupv ((GStrv) coders);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODERS]);
}

/**
 * asc_project_set_guidelines:
 * @self: a project
 * @guidelines: (nullable): how to annotate, Markdown
 */
void
asc_project_set_guidelines (AscProject *self,
                            const char *guidelines)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (g_set_str (&self->guidelines, guidelines))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GUIDELINES]);
}

/**
 * asc_project_set_extra:
 * @self: a project
 * @extra: (nullable): JSON object text of members of the file this version does not know
 */
void
asc_project_set_extra (AscProject *self,
                       const char *extra)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  g_set_str (&self->extra, extra);
}

/**
 * asc_project_set_codebook:
 * @self: a project
 * @codebook: a codebook
 */
void
asc_project_set_codebook (AscProject  *self,
                          AscCodebook *codebook)
{
  g_return_if_fail (ASC_IS_PROJECT (self));
  g_return_if_fail (ASC_IS_CODEBOOK (codebook));

  if (g_set_object (&self->codebook, codebook))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODEBOOK]);
}

/**
 * asc_project_add_articles:
 * @self: a project
 * @articles: (element-type AscArticle): articles in any order; one whose id is there already is left out
 *
 * Adds articles in one change of the list.
 */
void
asc_project_add_articles (AscProject *self,
                          GPtrArray  *articles)
{
  g_autoptr (GPtrArray) come = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  guint first, last, next = 0;

  g_return_if_fail (ASC_IS_PROJECT (self));
  g_return_if_fail (articles != NULL);

  come = g_ptr_array_new ();
  for (guint i = 0; i < articles->len; i++)
    {
      AscArticle *article = g_ptr_array_index (articles, i);
      const char *id = asc_article_get_id (article);

      if (g_hash_table_contains (self->by_id, id))
        continue;

      g_hash_table_insert (self->by_id, (gpointer) id, article);
      g_hash_table_add (self->taken_ids, g_ascii_strdown (id, -1));
      g_ptr_array_add (come, article);
    }
  if (come->len == 0)
    return;

  /* The stretch of the list between the first and the last newcomer is merged and spliced in as one. */
  g_ptr_array_sort (come, compare_articles);
  first = article_place (self, asc_article_get_id (g_ptr_array_index (come, 0)));
  last = article_place (self, asc_article_get_id (g_ptr_array_index (come, come->len - 1)));

  merged = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = first; i < last; i++)
    {
      g_autoptr (AscArticle) old = g_list_model_get_item (G_LIST_MODEL (self->articles), i);

      while (compare_articles (&g_ptr_array_index (come, next), &old) < 0)
        g_ptr_array_add (merged, g_object_ref (g_ptr_array_index (come, next++)));
      g_ptr_array_add (merged, g_steal_pointer (&old));
    }
  while (next < come->len)
    g_ptr_array_add (merged, g_object_ref (g_ptr_array_index (come, next++)));

  g_list_store_splice (self->articles, first, last - first, merged->pdata, merged->len);
}

/**
 * asc_project_remove_article:
 * @self: a project
 * @id: id of an article, which may not be there
 */
void
asc_project_remove_article (AscProject *self,
                            const char *id)
{
  g_autofree char *lower = NULL;
  guint            place;

  g_return_if_fail (ASC_IS_PROJECT (self) && id != NULL);

  if (!g_hash_table_contains (self->by_id, id))
    return;

  place = article_place (self, id);
  lower = g_ascii_strdown (id, -1);
  g_hash_table_remove (self->taken_ids, lower);
  g_hash_table_remove (self->by_id, id);
  g_list_store_remove (self->articles, place);
}

/**
 * asc_project_get_boundaries:
 * @self: a project
 *
 * Returns: where the edges of annotations may lie
 */
AscBoundaryPolicy
asc_project_get_boundaries (AscProject *self)
{
  g_return_val_if_fail (ASC_IS_PROJECT (self), ASC_BOUNDARY_NONE);

  return self->boundaries;
}

/**
 * asc_project_set_boundaries:
 * @self: a project
 * @boundaries: where the edges of annotations may lie
 */
void
asc_project_set_boundaries (AscProject        *self,
                            AscBoundaryPolicy  boundaries)
{
  g_return_if_fail (ASC_IS_PROJECT (self));

  if (self->boundaries == boundaries)
    return;
  self->boundaries = boundaries;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOUNDARIES]);
}
