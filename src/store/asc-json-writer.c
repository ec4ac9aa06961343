/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-writer.h"

#include <math.h>
#include <string.h>

/* An open object or array. */
typedef struct
{
  gboolean is_object;
  gboolean is_lined;  /* each child on a line of its own */
  gboolean is_empty;
  GArray  *keys;      /* (element-type Key): the members written so far; NULL in an array */
} Frame;

/* A member's name as it stands in the text, quotes included. */
typedef struct
{
  gsize start;
  gsize length;
} Key;

struct _AscJsonWriter
{
  GString *text;
  GArray  *frames;  /* (element-type Frame) */
};

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->keys, g_array_unref);
}

static void
append_string (GString    *text,
               const char *value)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  while (*value != '\0')
    {
      const char *run = value;
      gunichar c;

      /* Plain ASCII and lead bytes that cannot begin U+0080–U+009F, U+2028 or U+2029 are copied in runs. */
      while ((guchar) *value >= 0x20 && *value != '"' && *value != '\\' && *value != 0x7F &&
             (guchar) *value != 0xC2 && (guchar) *value != 0xE2)
        value++;
      g_string_append_len (text, run, value - run);
      if (*value == '\0')
        break;

      c = g_utf8_get_char (value);
      switch (c)
        {
        case '"': g_string_append (text, "\\\""); break;
        case '\\': g_string_append (text, "\\\\"); break;
        case '\b': g_string_append (text, "\\b"); break;
        case '\f': g_string_append (text, "\\f"); break;
        case '\n': g_string_append (text, "\\n"); break;
        case '\r': g_string_append (text, "\\r"); break;
        case '\t': g_string_append (text, "\\t"); break;
        default:
          if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
            g_string_append_printf (text, "\\u%04x", c);
          else
            g_string_append_unichar (text, c);
        }
      value = g_utf8_next_char (value);
    }
  g_string_append_c (text, '"');
}

/* The shortest form that reads back as the same number, always with a point or an exponent, so that it stays a double. */
static void
append_double (GString *text,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (value));

  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (text, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (text, ".0");
}

static Frame *
top (AscJsonWriter *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static void
indent (AscJsonWriter *self,
        guint          levels)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < levels; i++)
    g_string_append (self->text, "  ");
}

/* What stands before a value: the comma, the line, the name. */
static void
begin_value (AscJsonWriter *self,
             const char    *member)
{
  Frame *frame = top (self);

  g_assert (frame != NULL || self->text->len == 0);
  g_assert ((member != NULL) == (frame != NULL && frame->is_object));

  if (frame == NULL)
    return;

  if (!frame->is_empty)
    g_string_append (self->text, frame->is_lined ? "," : ", ");
  if (frame->is_lined)
    indent (self, self->frames->len);
  frame->is_empty = FALSE;

  if (member != NULL)
    {
      Key key = { .start = self->text->len };

      append_string (self->text, member);
      key.length = self->text->len - key.start;
      g_array_append_val (frame->keys, key);
      g_string_append (self->text, ": ");
    }
}

static gboolean
has_member (AscJsonWriter *self,
            const char    *member)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  const Frame *frame = top (self);

  append_string (wanted, member);
  for (guint i = 0; i < frame->keys->len; i++)
    {
      const Key *key = &g_array_index (frame->keys, Key, i);

      if (key->length == wanted->len &&
          memcmp (self->text->str + key->start, wanted->str, wanted->len) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
begin_container (AscJsonWriter *self,
                 const char    *member,
                 AscJsonLayout  layout,
                 gboolean       is_object)
{
  Frame *outer, frame = { .is_object = is_object, .is_empty = TRUE };

  begin_value (self, member);
  outer = top (self);
  /* Within one line everything is on that line. */
  frame.is_lined = layout == ASC_JSON_LINES && (outer == NULL || outer->is_lined);
  if (is_object)
    frame.keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_string_append_c (self->text, is_object ? '{' : '[');
  g_array_append_val (self->frames, frame);
}

static void
end_container (AscJsonWriter *self,
               gboolean       is_object)
{
  const Frame *frame = top (self);

  g_assert (frame != NULL && frame->is_object == is_object);

  if (frame->is_lined && !frame->is_empty)
    indent (self, self->frames->len - 1);
  g_string_append_c (self->text, is_object ? '}' : ']');
  g_array_set_size (self->frames, self->frames->len - 1);
}

static void
write_node (AscJsonWriter *self,
            const char    *member,
            JsonNode      *node,
            AscJsonLayout  layout)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      {
        JsonObjectIter iter;
        const char *name;
        JsonNode *child;

        asc_json_writer_begin_object (self, member, ASC_JSON_COMPACT);
        json_object_iter_init_ordered (&iter, json_node_get_object (node));
        while (json_object_iter_next_ordered (&iter, &name, &child))
          write_node (self, name, child, ASC_JSON_COMPACT);
        asc_json_writer_end_object (self);
        break;
      }

    case JSON_NODE_ARRAY:
      {
        JsonArray *array = json_node_get_array (node);

        asc_json_writer_begin_array (self, member, layout);
        for (guint i = 0; i < json_array_get_length (array); i++)
          write_node (self, NULL, json_array_get_element (array, i), ASC_JSON_COMPACT);
        asc_json_writer_end_array (self);
        break;
      }

    case JSON_NODE_NULL:
      begin_value (self, member);
      g_string_append (self->text, "null");
      break;

    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        asc_json_writer_string (self, member, json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        asc_json_writer_boolean (self, member, json_node_get_boolean (node));
      else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
        {
          begin_value (self, member);
          append_double (self->text, json_node_get_double (node));
        }
      else
        asc_json_writer_integer (self, member, json_node_get_int (node));
    }
}

/* An array of objects or arrays. */
static gboolean
holds_containers (JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element) || JSON_NODE_HOLDS_ARRAY (element))
        return TRUE;
    }
  return FALSE;
}

/**
 * asc_json_writer_new:
 *
 * Returns: (transfer full): an empty writer
 */
AscJsonWriter *
asc_json_writer_new (void)
{
  AscJsonWriter *self = g_new0 (AscJsonWriter, 1);

  self->text = g_string_sized_new (4096);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, frame_clear);
  return self;
}

/**
 * asc_json_writer_free:
 * @self: (transfer full): a writer
 */
void
asc_json_writer_free (AscJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->frames);
  g_free (self);
}

/**
 * asc_json_writer_begin_object:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @layout: whether its members stand one a line; within a compact container everything is compact
 */
void
asc_json_writer_begin_object (AscJsonWriter *self,
                              const char    *member,
                              AscJsonLayout  layout)
{
  g_return_if_fail (self != NULL);

  begin_container (self, member, layout, TRUE);
}

/**
 * asc_json_writer_end_object:
 * @self: a writer that stands in an object
 */
void
asc_json_writer_end_object (AscJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  end_container (self, TRUE);
}

/**
 * asc_json_writer_begin_array:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @layout: whether its elements stand one a line; within a compact container everything is compact
 */
void
asc_json_writer_begin_array (AscJsonWriter *self,
                             const char    *member,
                             AscJsonLayout  layout)
{
  g_return_if_fail (self != NULL);

  begin_container (self, member, layout, FALSE);
}

/**
 * asc_json_writer_end_array:
 * @self: a writer that stands in an array
 */
void
asc_json_writer_end_array (AscJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  end_container (self, FALSE);
}

/**
 * asc_json_writer_string:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @value: (nullable): a string; with %NULL nothing is written, not even the member
 *
 * What is not valid UTF-8 is written as U+FFFD.
 */
void
asc_json_writer_string (AscJsonWriter *self,
                        const char    *member,
                        const char    *value)
{
  g_return_if_fail (self != NULL);

  if (value == NULL)
    return;

  begin_value (self, member);
  append_string (self->text, value);
}

/**
 * asc_json_writer_integer:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @value: an integer
 */
void
asc_json_writer_integer (AscJsonWriter *self,
                         const char    *member,
                         gint64         value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, member);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * asc_json_writer_boolean:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @value: a boolean
 */
void
asc_json_writer_boolean (AscJsonWriter *self,
                         const char    *member,
                         gboolean       value)
{
  g_return_if_fail (self != NULL);

  begin_value (self, member);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * asc_json_writer_strings:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @values: (nullable) (array zero-terminated=1): strings; with %NULL nothing is written
 *
 * An array of strings on one line.
 */
void
asc_json_writer_strings (AscJsonWriter      *self,
                         const char         *member,
                         const char * const *values)
{
  g_return_if_fail (self != NULL);

  if (values == NULL)
    return;

  asc_json_writer_begin_array (self, member, ASC_JSON_COMPACT);
  for (gsize i = 0; values[i] != NULL; i++)
    asc_json_writer_string (self, NULL, values[i]);
  asc_json_writer_end_array (self);
}

/**
 * asc_json_writer_variant:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @value: an attribute's value, of type "s", "as", "x" or "b"
 */
void
asc_json_writer_variant (AscJsonWriter *self,
                         const char    *member,
                         GVariant      *value)
{
  g_return_if_fail (self != NULL && value != NULL);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    asc_json_writer_string (self, member, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    asc_json_writer_integer (self, member, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    asc_json_writer_boolean (self, member, g_variant_get_boolean (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **strings = g_variant_get_strv (value, NULL);

      asc_json_writer_strings (self, member, strings);
    }
  else
    g_return_if_reached ();
}

/**
 * asc_json_writer_node:
 * @self: a writer
 * @member: (nullable): the member's name when the open container is an object
 * @node: any JSON value
 */
void
asc_json_writer_node (AscJsonWriter *self,
                      const char    *member,
                      JsonNode      *node)
{
  g_return_if_fail (self != NULL && node != NULL);

  write_node (self, member, node, ASC_JSON_COMPACT);
}

/**
 * asc_json_writer_extra:
 * @self: a writer that stands in an object
 * @extra: (nullable): the text of a JSON object, as asc_json_reader_take_extra() gives it
 *
 * Writes the members of @extra into the open object. In a lined object an array of objects or arrays gets one element a
 * line, so that what is kept for later is as mergeable as the rest. A member that the object has already is left out: the
 * value the program knows is the newer one.
 */
void
asc_json_writer_extra (AscJsonWriter *self,
                       const char    *extra)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *child;

  g_return_if_fail (self != NULL && top (self) != NULL && top (self)->is_object);

  if (extra == NULL)
    return;

  root = json_from_string (extra, NULL);
  g_return_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root));

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &child))
    if (!has_member (self, name))
      write_node (self, name, child, holds_containers (child) ? ASC_JSON_LINES : ASC_JSON_COMPACT);
}

/**
 * asc_json_writer_finish:
 * @self: a writer whose root value is complete
 *
 * Returns: (transfer full): the text with a final newline; the writer is empty again
 */
GBytes *
asc_json_writer_finish (AscJsonWriter *self)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && self->frames->len == 0 && self->text->len > 0, NULL);

  g_string_append_c (self->text, '\n');
  bytes = g_string_free_to_bytes (self->text);
  self->text = g_string_sized_new (4096);
  return bytes;
}
