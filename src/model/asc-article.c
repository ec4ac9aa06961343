/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-article.h"

#include "asc-enum.h"

G_DEFINE_ENUM_TYPE (AscState, asc_state,
                    G_DEFINE_ENUM_VALUE (ASC_STATE_UNREAD, "unread"),
                    G_DEFINE_ENUM_VALUE (ASC_STATE_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (ASC_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (ASC_STATE_DONE_NO_CLAIMS, "done-no-claims"),
                    G_DEFINE_ENUM_VALUE (ASC_STATE_SET_ASIDE, "set-aside"))

G_DEFINE_BOXED_TYPE (AscArticleMeta, asc_article_meta, asc_article_meta_copy, asc_article_meta_free)

struct _AscArticle
{
  GObject         parent_instance;

  AscArticleMeta *meta;            /* never NULL; only the id until it is loaded */
  gboolean        loaded;
  AscText        *text;            /* NULL until read */

  gboolean        has_summary;
  AscState        state;
  guint           n_annotations;
};

G_DEFINE_FINAL_TYPE (AscArticle, asc_article, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_OUTLET,
  PROP_AUTHOR,
  PROP_PUBLISHED,
  PROP_LANGUAGE,
  PROP_TEXT,
  PROP_STATE,
  PROP_N_ANNOTATIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
asc_article_constructed (GObject *object)
{
  AscArticle *self = ASC_ARTICLE (object);

  G_OBJECT_CLASS (asc_article_parent_class)->constructed (object);

  g_return_if_fail (self->meta->id != NULL);
}

static void
asc_article_finalize (GObject *object)
{
  AscArticle *self = ASC_ARTICLE (object);

  g_clear_pointer (&self->meta, asc_article_meta_free);
  g_clear_pointer (&self->text, asc_text_unref);

  G_OBJECT_CLASS (asc_article_parent_class)->finalize (object);
}

static void
asc_article_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AscArticle *self = ASC_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->meta->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, asc_article_get_title (self));
      break;
    case PROP_OUTLET:
      g_value_set_string (value, self->meta->outlet);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->meta->author);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->meta->published);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->meta->language);
      break;
    case PROP_TEXT:
      g_value_set_boxed (value, self->text);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_N_ANNOTATIONS:
      g_value_set_uint (value, self->n_annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AscArticle *self = ASC_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->meta->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_article_class_init (AscArticleClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = asc_article_constructed;
  object_class->finalize = asc_article_finalize;
  object_class->get_property = asc_article_get_property;
  object_class->set_property = asc_article_set_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_boxed ("text", NULL, NULL, ASC_TYPE_TEXT, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, ASC_TYPE_STATE, ASC_STATE_UNREAD, flags);
  properties[PROP_N_ANNOTATIONS] =
    g_param_spec_uint ("n-annotations", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_article_init (AscArticle *self)
{
  self->meta = g_new0 (AscArticleMeta, 1);
}

/**
 * asc_article_meta_copy:
 * @meta: metadata
 *
 * Returns: (transfer full): a deep copy
 */
AscArticleMeta *
asc_article_meta_copy (const AscArticleMeta *meta)
{
  AscArticleMeta *copy;

  g_return_val_if_fail (meta != NULL, NULL);

  copy = g_new (AscArticleMeta, 1);
  copy->id = g_strdup (meta->id);
  copy->title = g_strdup (meta->title);
  copy->outlet = g_strdup (meta->outlet);
  copy->author = g_strdup (meta->author);
  copy->published = g_strdup (meta->published);
  copy->url = g_strdup (meta->url);
  copy->language = g_strdup (meta->language);
  copy->edition = g_strdup (meta->edition);
  copy->sha256 = g_strdup (meta->sha256);
  copy->length = meta->length;
  copy->normalised = g_strdupv (meta->normalised);
  copy->original_name = g_strdup (meta->original_name);
  copy->imported = g_strdup (meta->imported);
  copy->extra = g_strdup (meta->extra);
  return copy;
}

/**
 * asc_article_meta_free:
 * @meta: (transfer full): metadata on the heap
 */
void
asc_article_meta_free (AscArticleMeta *meta)
{
  g_return_if_fail (meta != NULL);

  g_free (meta->id);
  g_free (meta->title);
  g_free (meta->outlet);
  g_free (meta->author);
  g_free (meta->published);
  g_free (meta->url);
  g_free (meta->language);
  g_free (meta->edition);
  g_free (meta->sha256);
  g_strfreev (meta->normalised);
  g_free (meta->original_name);
  g_free (meta->imported);
  g_free (meta->extra);
  g_free (meta);
}

static gboolean
strv_equal0 (GStrv a,
             GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

/**
 * asc_article_meta_equal:
 * @meta: metadata
 * @other: other metadata
 *
 * Returns: whether every value is the same
 */
gboolean
asc_article_meta_equal (const AscArticleMeta *meta,
                        const AscArticleMeta *other)
{
  g_return_val_if_fail (meta != NULL && other != NULL, FALSE);

  return g_strcmp0 (meta->id, other->id) == 0 &&
         g_strcmp0 (meta->title, other->title) == 0 &&
         g_strcmp0 (meta->outlet, other->outlet) == 0 &&
         g_strcmp0 (meta->author, other->author) == 0 &&
         g_strcmp0 (meta->published, other->published) == 0 &&
         g_strcmp0 (meta->url, other->url) == 0 &&
         g_strcmp0 (meta->language, other->language) == 0 &&
         g_strcmp0 (meta->edition, other->edition) == 0 &&
         g_strcmp0 (meta->sha256, other->sha256) == 0 &&
         meta->length == other->length &&
         strv_equal0 (meta->normalised, other->normalised) &&
         g_strcmp0 (meta->original_name, other->original_name) == 0 &&
         g_strcmp0 (meta->imported, other->imported) == 0 &&
         g_strcmp0 (meta->extra, other->extra) == 0;
}

/**
 * asc_article_new:
 * @id: its id in the project: the file names' stem
 *
 * Makes an article of which nothing has been read yet.
 *
 * Returns: (transfer full): an article
 */
AscArticle *
asc_article_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (ASC_TYPE_ARTICLE, "id", id, NULL);
}

/**
 * asc_article_new_full:
 * @meta: its metadata; copied
 * @text: (nullable): its text
 *
 * Returns: (transfer full): an article
 */
AscArticle *
asc_article_new_full (const AscArticleMeta *meta,
                      AscText              *text)
{
  AscArticle *self;

  g_return_val_if_fail (meta != NULL && meta->id != NULL, NULL);

  self = asc_article_new (meta->id);
  asc_article_set_meta (self, meta);
  asc_article_set_text (self, text);
  return self;
}

/**
 * asc_article_get_id:
 * @self: an article
 *
 * Returns: its id
 */
const char *
asc_article_get_id (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->meta->id;
}

/**
 * asc_article_get_meta:
 * @self: an article
 *
 * Returns: (transfer none): its metadata, valid until it is replaced
 */
const AscArticleMeta *
asc_article_get_meta (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->meta;
}

/**
 * asc_article_is_loaded:
 * @self: an article
 *
 * Returns: whether its metadata was read
 */
gboolean
asc_article_is_loaded (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), FALSE);

  return self->loaded;
}

/**
 * asc_article_get_title:
 * @self: an article
 *
 * Returns: its title, or its id when it has none
 */
const char *
asc_article_get_title (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->meta->title != NULL && *self->meta->title != '\0'
         ? self->meta->title : self->meta->id;
}

/**
 * asc_article_get_published:
 * @self: an article
 *
 * Returns: (nullable): when it was published, EDTF
 */
const char *
asc_article_get_published (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->meta->published;
}

/**
 * asc_article_get_language:
 * @self: an article
 *
 * Returns: (nullable): its language, BCP 47
 */
const char *
asc_article_get_language (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->meta->language;
}

/**
 * asc_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): its text, `NULL` until it is read
 */
AscText *
asc_article_get_text (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), NULL);

  return self->text;
}

/**
 * asc_article_set_meta:
 * @self: an article
 * @meta: metadata of the same id; copied
 *
 * Replaces the metadata. For the store, which reads late, and for [class@History].
 */
void
asc_article_set_meta (AscArticle           *self,
                      const AscArticleMeta *meta)
{
  g_autoptr (AscArticleMeta) before = NULL;
  AscArticleMeta *after;

  g_return_if_fail (ASC_IS_ARTICLE (self));
  g_return_if_fail (meta != NULL);
  g_return_if_fail (g_strcmp0 (meta->id, self->meta->id) == 0);

  after = asc_article_meta_copy (meta);
  before = g_steal_pointer (&self->meta);

  /* The very same string: who finds articles by their id borrows it. */
  g_free (after->id);
  after->id = g_steal_pointer (&before->id);

  self->meta = after;
  self->loaded = TRUE;

  if (g_strcmp0 (before->title, after->title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (g_strcmp0 (before->outlet, after->outlet) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTLET]);
  if (g_strcmp0 (before->author, after->author) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTHOR]);
  if (g_strcmp0 (before->published, after->published) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISHED]);
  if (g_strcmp0 (before->language, after->language) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * asc_article_set_text:
 * @self: an article
 * @text: (nullable): its text
 *
 * For the store, which reads late. Whoever holds an [class@AnnotationSet] of the article relies on its text.
 */
void
asc_article_set_text (AscArticle *self,
                      AscText    *text)
{
  g_return_if_fail (ASC_IS_ARTICLE (self));

  if (self->text == text)
    return;

  g_clear_pointer (&self->text, asc_text_unref);
  if (text != NULL)
    self->text = asc_text_ref (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * asc_state_to_string:
 * @state: a state
 *
 * Returns: its name in files
 */
const char *
asc_state_to_string (AscState state)
{
  return asc_enum_to_string (ASC_TYPE_STATE, state);
}

/**
 * asc_state_from_string:
 * @string: (nullable): a name from a file
 * @state: (out): the state; untouched when @string is none
 *
 * Returns: whether @string names a state
 */
gboolean
asc_state_from_string (const char *string,
                       AscState   *state)
{
  int value;

  g_return_val_if_fail (state != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_STATE, string, &value))
    return FALSE;

  *state = value;
  return TRUE;
}

/**
 * asc_article_get_state:
 * @self: an article
 *
 * Returns: how far the current coder is
 */
AscState
asc_article_get_state (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), ASC_STATE_UNREAD);

  return self->state;
}

/**
 * asc_article_get_n_annotations:
 * @self: an article
 *
 * Returns: how many annotations the current coder has made
 */
guint
asc_article_get_n_annotations (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), 0);

  return self->n_annotations;
}

/**
 * asc_article_has_summary:
 * @self: an article
 *
 * Returns: whether state and number of annotations are known
 */
gboolean
asc_article_has_summary (AscArticle *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE (self), FALSE);

  return self->has_summary;
}

/**
 * asc_article_set_summary:
 * @self: an article
 * @state: how far the current coder is
 * @n_annotations: how many annotations the current coder has made
 *
 * Tells lists what an annotation set, which may not be in memory, says about the article.
 */
void
asc_article_set_summary (AscArticle *self,
                         AscState    state,
                         guint       n_annotations)
{
  AscState state_before;
  guint    n_before;

  g_return_if_fail (ASC_IS_ARTICLE (self));

  state_before = self->state;
  n_before = self->n_annotations;
  self->has_summary = TRUE;
  self->state = state;
  self->n_annotations = n_annotations;

  if (state_before != state)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (n_before != n_annotations)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANNOTATIONS]);
}
