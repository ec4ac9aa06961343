/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-article.h"

static void
attribute_free (gpointer data)
{
  AscImportAttribute *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static void
annotation_free (gpointer data)
{
  AscImportAnnotation *self = data;

  g_free (self->key);
  g_free (self->label);
  g_array_unref (self->ranges);
  g_free (self->quote);
  g_ptr_array_unref (self->attributes);
  g_free (self->note);
  g_free (self->pointer);
  g_free (self);
}

void
asc_import_relation_free (AscImportRelation *self)
{
  g_free (self->type);
  g_free (self->from);
  g_free (self->to);
  g_free (self->pointer);
  g_free (self);
}

static void
layer_free (gpointer data)
{
  AscImportLayer *self = data;

  g_free (self->coder);
  g_ptr_array_unref (self->annotations);
  g_ptr_array_unref (self->relations);
  g_free (self);
}

static void
actor_free (gpointer data)
{
  AscImportActor *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

AscImportArticle *
asc_import_article_new (const char *path,
                        const char *id,
                        GBytes     *text)
{
  AscImportArticle *self;
  AscArticleMeta meta = { .id = (char *) id };

  g_return_val_if_fail (path != NULL && text != NULL, NULL);

  self = g_new0 (AscImportArticle, 1);
  self->path = g_strdup (path);
  self->text = text;
  self->meta = asc_article_meta_copy (&meta);
  self->layers = g_ptr_array_new_with_free_func (layer_free);
  self->actors = g_ptr_array_new_with_free_func (actor_free);

  return self;
}

void
asc_import_article_free (AscImportArticle *self)
{
  g_free (self->path);
  g_bytes_unref (self->text);
  asc_article_meta_free (self->meta);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->actors);
  g_free (self);
}

AscImportLayer *
asc_import_article_get_layer (AscImportArticle *self,
                              const char       *coder)
{
  AscImportLayer *layer;

  for (guint i = 0; i < self->layers->len; i++)
    {
      layer = g_ptr_array_index (self->layers, i);
      if (g_strcmp0 (layer->coder, coder) == 0)
        return layer;
    }

  layer = g_new0 (AscImportLayer, 1);
  layer->coder = g_strdup (coder);
  layer->state = ASC_STATE_DONE;
  layer->annotations = g_ptr_array_new_with_free_func (annotation_free);
  layer->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_import_relation_free);
  g_ptr_array_add (self->layers, layer);

  return layer;
}

void
asc_import_article_add_actor (AscImportArticle *self,
                              const char       *id,
                              const char       *name)
{
  AscImportActor *actor = g_new0 (AscImportActor, 1);

  actor->id = g_strdup (id);
  actor->name = g_strdup (name);
  g_ptr_array_add (self->actors, actor);
}

AscImportAnnotation *
asc_import_layer_add (AscImportLayer *self,
                      const char     *key,
                      const char     *label)
{
  AscImportAnnotation *annotation = g_new0 (AscImportAnnotation, 1);

  annotation->key = g_strdup (key);
  annotation->label = g_strdup (label);
  annotation->ranges = g_array_new (FALSE, FALSE, sizeof (AscRange));
  annotation->attributes = g_ptr_array_new_with_free_func (attribute_free);
  g_ptr_array_add (self->annotations, annotation);

  return annotation;
}

/**
 * asc_import_layer_lookup:
 * @self: a layer
 * @key: what the file calls an annotation
 *
 * Looks from the last one on, because what follows an annotation in a file is mostly about it.
 *
 * Returns: (transfer none) (nullable): the annotation
 */
AscImportAnnotation *
asc_import_layer_lookup (AscImportLayer *self,
                         const char     *key)
{
  for (guint i = self->annotations->len; i > 0; i--)
    {
      AscImportAnnotation *annotation = g_ptr_array_index (self->annotations, i - 1);

      if (g_strcmp0 (annotation->key, key) == 0)
        return annotation;
    }

  return NULL;
}

AscImportRelation *
asc_import_layer_relate (AscImportLayer *self,
                         const char     *type,
                         const char     *from,
                         const char     *to)
{
  AscImportRelation *relation = g_new0 (AscImportRelation, 1);

  relation->type = g_strdup (type);
  relation->from = g_strdup (from);
  relation->to = g_strdup (to);
  g_ptr_array_add (self->relations, relation);

  return relation;
}

void
asc_import_annotation_add_range (AscImportAnnotation *self,
                                 gint64               start,
                                 gint64               end)
{
  AscRange range = { start, end };

  g_array_append_val (self->ranges, range);
}

void
asc_import_annotation_add_attribute (AscImportAnnotation *self,
                                     const char          *name,
                                     const char          *value)
{
  AscImportAttribute *attribute = g_new0 (AscImportAttribute, 1);

  attribute->name = g_strdup (name);
  attribute->value = g_strdup (value);
  g_ptr_array_add (self->attributes, attribute);
}
