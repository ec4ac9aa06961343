/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-layer-names.h"

struct _AscLayerNames
{
  GHashTable *coders;   /* (element-type utf8) a set */
};

/**
 * asc_layer_names_new:
 *
 * Returns: (transfer full): names for no layer yet
 */
AscLayerNames *
asc_layer_names_new (void)
{
  AscLayerNames *self = g_new0 (AscLayerNames, 1);

  self->coders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
asc_layer_names_free (AscLayerNames *self)
{
  g_hash_table_unref (self->coders);
  g_free (self);
}

/**
 * asc_layer_names_add:
 * @self: the names
 * @layer: one that will be written
 *
 * Whether there are several coders is known when all layers were added.
 */
void
asc_layer_names_add (AscLayerNames        *self,
                     const AscExportLayer *layer)
{
  g_return_if_fail (self != NULL && layer != NULL);

  g_hash_table_add (self->coders, g_strdup (layer->coder));
}

static gboolean
has_several (AscLayerNames *self)
{
  return g_hash_table_size (self->coders) > 1;
}

/**
 * asc_layer_names_document:
 * @self: the names
 * @layer: a layer
 *
 * Returns: (transfer full): the article's id, with the coder after a colon where there are several
 */
char *
asc_layer_names_document (AscLayerNames        *self,
                          const AscExportLayer *layer)
{
  const char *article;

  g_return_val_if_fail (self != NULL && layer != NULL, NULL);

  article = asc_article_get_id (layer->article);
  return has_several (self) ? g_strdup_printf ("%s:%s", article, layer->coder) : g_strdup (article);
}

/**
 * asc_layer_names_path:
 * @self: the names
 * @layer: a layer
 * @extension: with its dot
 *
 * Returns: (transfer full): a relative path, in a folder of the coder's where there are several
 */
char *
asc_layer_names_path (AscLayerNames        *self,
                      const AscExportLayer *layer,
                      const char           *extension)
{
  const char *article;

  g_return_val_if_fail (self != NULL && layer != NULL && extension != NULL, NULL);

  article = asc_article_get_id (layer->article);
  return has_several (self) ? g_strdup_printf ("%s/%s%s", layer->coder, article, extension) : g_strconcat (article, extension, NULL);
}
