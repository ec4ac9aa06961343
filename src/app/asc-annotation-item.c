/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-annotation-item.h"

struct _AscAnnotationItem
{
  GObject        parent_instance;

  AscAnnotation *annotation;
};

enum
{
  PROP_0,
  PROP_ANNOTATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AscAnnotationItem, asc_annotation_item, G_TYPE_OBJECT)

static void
asc_annotation_item_finalize (GObject *object)
{
  g_object_unref (ASC_ANNOTATION_ITEM (object)->annotation);

  G_OBJECT_CLASS (asc_annotation_item_parent_class)->finalize (object);
}

static void
asc_annotation_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ANNOTATION:
      g_value_set_object (value, ASC_ANNOTATION_ITEM (object)->annotation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotation_item_class_init (AscAnnotationItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = asc_annotation_item_finalize;
  object_class->get_property = asc_annotation_item_get_property;

  properties[PROP_ANNOTATION] = g_param_spec_object ("annotation", NULL, NULL, ASC_TYPE_ANNOTATION,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_annotation_item_init (AscAnnotationItem *self)
{
}

/**
 * asc_annotation_item_new:
 * @annotation: an annotation
 *
 * Returns: (transfer full): its place in a list
 */
AscAnnotationItem *
asc_annotation_item_new (AscAnnotation *annotation)
{
  AscAnnotationItem *self;

  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);

  self = g_object_new (ASC_TYPE_ANNOTATION_ITEM, NULL);
  self->annotation = g_object_ref (annotation);
  return self;
}

/**
 * asc_annotation_item_get_annotation:
 * @self: an item
 *
 * Returns: (transfer none): the annotation as it is now
 */
AscAnnotation *
asc_annotation_item_get_annotation (AscAnnotationItem *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION_ITEM (self), NULL);

  return self->annotation;
}

/**
 * asc_annotation_item_set_annotation:
 * @self: an item
 * @annotation: the new object of the same id
 */
void
asc_annotation_item_set_annotation (AscAnnotationItem *self, AscAnnotation *annotation)
{
  g_return_if_fail (ASC_IS_ANNOTATION_ITEM (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));
  g_return_if_fail (g_str_equal (asc_annotation_get_id (annotation), asc_annotation_get_id (self->annotation)));

  if (g_set_object (&self->annotation, annotation))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATION]);
}
