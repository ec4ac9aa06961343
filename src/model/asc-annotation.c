/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation.h"

#include "asc-enum.h"
#include "asc-id.h"

#include <string.h>

G_DEFINE_ENUM_TYPE (AscOrigin, asc_origin,
                    G_DEFINE_ENUM_VALUE (ASC_ORIGIN_MANUAL, "manual"),
                    G_DEFINE_ENUM_VALUE (ASC_ORIGIN_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (ASC_ORIGIN_SUGGESTED, "suggested"),
                    G_DEFINE_ENUM_VALUE (ASC_ORIGIN_IMPORTED, "imported"))

struct _AscAnnotation
{
  GObject        parent_instance;

  char          *id;
  char          *label;        /* interned GRefString: few labels, many annotations */
  AscSpanSet    *spans;
  GStrv          quote;        /* NULL: not yet known */
  AscAttributes *attributes;
  char          *note;
  char          *extra;
  gint64         modified;
  AscOrigin      origin;
};

G_DEFINE_FINAL_TYPE (AscAnnotation, asc_annotation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  PROP_SPANS,
  PROP_QUOTE,
  PROP_ATTRIBUTES,
  PROP_NOTE,
  PROP_ORIGIN,
  PROP_MODIFIED,
  PROP_EXTRA,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gint64
now_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static const char *
not_empty (const char *string)
{
  return string != NULL && *string != '\0' ? string : NULL;
}

/* A copy that shares what it can; the caller changes the one field it wants before anybody else sees it. */
static AscAnnotation *
annotation_copy (AscAnnotation *self)
{
  return g_object_new (ASC_TYPE_ANNOTATION,
                       "id", self->id,
                       "label", self->label,
                       "spans", self->spans,
                       "quote", self->quote,
                       "attributes", self->attributes,
                       "note", self->note,
                       "origin", self->origin,
                       "modified", now_seconds (),
                       "extra", self->extra,
                       NULL);
}

static void
asc_annotation_constructed (GObject *object)
{
  AscAnnotation *self = ASC_ANNOTATION (object);

  G_OBJECT_CLASS (asc_annotation_parent_class)->constructed (object);

  g_return_if_fail (self->label != NULL);
  g_return_if_fail (self->spans != NULL);

  if (self->id == NULL)
    self->id = asc_id_new ();
  if (self->attributes == NULL)
    self->attributes = asc_attributes_new ();
}

static void
asc_annotation_finalize (GObject *object)
{
  AscAnnotation *self = ASC_ANNOTATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_ref_string_release);
  g_clear_pointer (&self->spans, asc_span_set_unref);
  g_clear_pointer (&self->quote, g_strfreev);
  g_clear_pointer (&self->attributes, asc_attributes_unref);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_annotation_parent_class)->finalize (object);
}

static void
asc_annotation_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AscAnnotation *self = ASC_ANNOTATION (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SPANS:
      g_value_set_boxed (value, self->spans);
      break;
    case PROP_QUOTE:
      g_value_set_boxed (value, asc_annotation_get_quote (self));
      break;
    case PROP_ATTRIBUTES:
      g_value_set_boxed (value, self->attributes);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_ORIGIN:
      g_value_set_enum (value, self->origin);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, self->modified);
      break;
    case PROP_EXTRA:
      g_value_set_string (value, self->extra);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotation_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AscAnnotation *self = ASC_ANNOTATION (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      if (g_value_get_string (value) != NULL)
        self->label = g_ref_string_new_intern (g_value_get_string (value));
      break;
    case PROP_SPANS:
      self->spans = g_value_dup_boxed (value);
      break;
    case PROP_QUOTE:
      self->quote = g_value_dup_boxed (value);
      break;
    case PROP_ATTRIBUTES:
      self->attributes = g_value_dup_boxed (value);
      break;
    case PROP_NOTE:
      self->note = g_strdup (not_empty (g_value_get_string (value)));
      break;
    case PROP_ORIGIN:
      self->origin = g_value_get_enum (value);
      break;
    case PROP_MODIFIED:
      self->modified = g_value_get_int64 (value);
      break;
    case PROP_EXTRA:
      self->extra = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_annotation_class_init (AscAnnotationClass *klass)
{
  GObjectClass    *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = asc_annotation_constructed;
  object_class->finalize = asc_annotation_finalize;
  object_class->get_property = asc_annotation_get_property;
  object_class->set_property = asc_annotation_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_SPANS] = g_param_spec_boxed ("spans", NULL, NULL, ASC_TYPE_SPAN_SET, flags);
  properties[PROP_QUOTE] = g_param_spec_boxed ("quote", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_ATTRIBUTES] =
    g_param_spec_boxed ("attributes", NULL, NULL, ASC_TYPE_ATTRIBUTES, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_ORIGIN] =
    g_param_spec_enum ("origin", NULL, NULL, ASC_TYPE_ORIGIN, ASC_ORIGIN_MANUAL, flags);
  /* Seconds since 1970, UTC; 0: not known. */
  properties[PROP_MODIFIED] =
    g_param_spec_int64 ("modified", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_EXTRA] = g_param_spec_string ("extra", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_annotation_init (AscAnnotation *self)
{
}

/**
 * asc_origin_to_string:
 * @origin: an origin
 *
 * Returns: its name in files
 */
const char *
asc_origin_to_string (AscOrigin origin)
{
  return asc_enum_to_string (ASC_TYPE_ORIGIN, origin);
}

/**
 * asc_origin_from_string:
 * @string: (nullable): a name from a file
 * @origin: (out): the origin; untouched when @string is none
 *
 * Returns: whether @string names an origin
 */
gboolean
asc_origin_from_string (const char *string,
                        AscOrigin  *origin)
{
  int value;

  g_return_val_if_fail (origin != NULL, FALSE);

  if (!asc_enum_from_string (ASC_TYPE_ORIGIN, string, &value))
    return FALSE;

  *origin = value;
  return TRUE;
}

/**
 * asc_annotation_new:
 * @id: (nullable): an id, or `NULL` for a new one
 * @label: name of a label
 * @spans: what it covers
 *
 * Makes an annotation by hand of the coder, modified now, without attributes or quote.
 *
 * Returns: (transfer full): the annotation
 */
AscAnnotation *
asc_annotation_new (const char *id,
                    const char *label,
                    AscSpanSet *spans)
{
  g_return_val_if_fail (label != NULL && spans != NULL, NULL);

  return g_object_new (ASC_TYPE_ANNOTATION,
                       "id", id,
                       "label", label,
                       "spans", spans,
                       "modified", now_seconds (),
                       NULL);
}

/**
 * asc_annotation_get_id:
 * @self: an annotation
 *
 * Returns: its id, unique in its set
 */
const char *
asc_annotation_get_id (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->id;
}

/**
 * asc_annotation_get_label:
 * @self: an annotation
 *
 * Returns: the name of its label, which the codebook may not have
 */
const char *
asc_annotation_get_label (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->label;
}

/**
 * asc_annotation_get_spans:
 * @self: an annotation
 *
 * Returns: (transfer none): what it covers
 */
AscSpanSet *
asc_annotation_get_spans (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->spans;
}

/**
 * asc_annotation_get_start:
 * @self: an annotation
 *
 * Returns: start of its hull, in code points
 */
guint
asc_annotation_get_start (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), 0);

  return asc_span_set_get_start (self->spans);
}

/**
 * asc_annotation_get_end:
 * @self: an annotation
 *
 * Returns: end of its hull, in code points
 */
guint
asc_annotation_get_end (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), 0);

  return asc_span_set_get_end (self->spans);
}

/**
 * asc_annotation_get_quote:
 * @self: an annotation
 *
 * Returns: (array zero-terminated=1): the text of each span; empty when not yet known
 */
const char * const *
asc_annotation_get_quote (AscAnnotation *self)
{
  static const char * const empty[] = { NULL };

  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->quote != NULL ? (const char * const *) self->quote : empty;
}

/**
 * asc_annotation_get_attributes:
 * @self: an annotation
 *
 * Returns: (transfer none): its attributes
 */
AscAttributes *
asc_annotation_get_attributes (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->attributes;
}

/**
 * asc_annotation_get_note:
 * @self: an annotation
 *
 * Returns: (nullable): the coder's note, never empty
 */
const char *
asc_annotation_get_note (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->note;
}

/**
 * asc_annotation_get_origin:
 * @self: an annotation
 *
 * Returns: where it came from
 */
AscOrigin
asc_annotation_get_origin (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), ASC_ORIGIN_MANUAL);

  return self->origin;
}

/**
 * asc_annotation_get_modified:
 * @self: an annotation
 *
 * Returns: when it was last edited, in seconds since 1970 UTC; 0 when not known
 */
gint64
asc_annotation_get_modified (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), 0);

  return self->modified;
}

/**
 * asc_annotation_get_extra:
 * @self: an annotation
 *
 * Returns: (nullable): JSON object text of members this version does not know
 */
const char *
asc_annotation_get_extra (AscAnnotation *self)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  return self->extra;
}

/**
 * asc_annotation_with_label:
 * @self: an annotation
 * @label: name of a label
 *
 * Returns: (transfer full): a copy labelled @label
 */
AscAnnotation *
asc_annotation_with_label (AscAnnotation *self,
                           const char    *label)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && label != NULL, NULL);

  copy = annotation_copy (self);
  g_ref_string_release (copy->label);
  copy->label = g_ref_string_new_intern (label);
  return copy;
}

/**
 * asc_annotation_with_spans:
 * @self: an annotation
 * @spans: what the copy covers
 * @quote: (nullable) (array zero-terminated=1): its text, one string a span, or `NULL` when not known
 *
 * Returns: (transfer full): a copy on @spans
 */
AscAnnotation *
asc_annotation_with_spans (AscAnnotation      *self,
                           AscSpanSet         *spans,
                           const char * const *quote)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && spans != NULL, NULL);

  copy = annotation_copy (self);
  asc_span_set_unref (copy->spans);
  copy->spans = asc_span_set_ref (spans);
  g_strfreev (copy->quote);
  copy->quote = g_strdupv ((GStrv) quote);
  return copy;
}

/**
 * asc_annotation_with_attributes:
 * @self: an annotation
 * @attributes: attributes
 *
 * Returns: (transfer full): a copy with @attributes
 */
AscAnnotation *
asc_annotation_with_attributes (AscAnnotation *self,
                                AscAttributes *attributes)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && attributes != NULL, NULL);

  copy = annotation_copy (self);
  asc_attributes_unref (copy->attributes);
  copy->attributes = asc_attributes_ref (attributes);
  return copy;
}

/**
 * asc_annotation_with_note:
 * @self: an annotation
 * @note: (nullable): a note; `NULL` or "" for none
 *
 * Returns: (transfer full): a copy with @note
 */
AscAnnotation *
asc_annotation_with_note (AscAnnotation *self,
                          const char    *note)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  copy = annotation_copy (self);
  g_set_str (&copy->note, not_empty (note));
  return copy;
}

/**
 * asc_annotation_with_origin:
 * @self: an annotation
 * @origin: where the copy comes from
 *
 * Returns: (transfer full): a copy with @origin
 */
AscAnnotation *
asc_annotation_with_origin (AscAnnotation *self,
                            AscOrigin      origin)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self), NULL);

  copy = annotation_copy (self);
  copy->origin = origin;
  return copy;
}

/**
 * asc_annotation_with_quote:
 * @self: an annotation
 * @quote: (array zero-terminated=1): the text of each span
 *
 * Returns: (transfer full): a copy that knows its text; the time of the last edit stays
 */
AscAnnotation *
asc_annotation_with_quote (AscAnnotation      *self,
                           const char * const *quote)
{
  AscAnnotation *copy;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && quote != NULL, NULL);

  copy = annotation_copy (self);
  g_strfreev (copy->quote);
  copy->quote = g_strdupv ((GStrv) quote);
  copy->modified = self->modified;
  return copy;
}

/**
 * asc_annotation_equal:
 * @self: an annotation
 * @other: another
 *
 * Returns: whether everything but the time of the last edit is the same
 */
gboolean
asc_annotation_equal (AscAnnotation *self,
                      AscAnnotation *other)
{
  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && ASC_IS_ANNOTATION (other), FALSE);

  return self == other ||
         (g_str_equal (self->id, other->id) &&
          g_str_equal (self->label, other->label) &&
          asc_span_set_equal (self->spans, other->spans) &&
          g_strv_equal (asc_annotation_get_quote (self), asc_annotation_get_quote (other)) &&
          asc_attributes_equal (self->attributes, other->attributes) &&
          g_strcmp0 (self->note, other->note) == 0 &&
          self->origin == other->origin &&
          g_strcmp0 (self->extra, other->extra) == 0);
}

/**
 * asc_annotation_compare:
 * @self: an annotation
 * @other: another
 *
 * Canonical order, of files and lists: by start of the hull, then longest hull, then id.
 *
 * Returns: negative, 0 or positive as @self comes before, is, or comes after @other
 */
int
asc_annotation_compare (AscAnnotation *self,
                        AscAnnotation *other)
{
  AscSpan a, b;
  int     order;

  g_return_val_if_fail (ASC_IS_ANNOTATION (self) && ASC_IS_ANNOTATION (other), 0);

  a = ASC_SPAN (asc_span_set_get_start (self->spans), asc_span_set_get_end (self->spans));
  b = ASC_SPAN (asc_span_set_get_start (other->spans), asc_span_set_get_end (other->spans));
  order = asc_span_compare (&a, &b);
  return order != 0 ? order : strcmp (self->id, other->id);
}
