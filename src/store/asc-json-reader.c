/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-reader-private.h"

#include <string.h>

#include "asc-json-scanner.h"
#include "asc-json-writer.h"

/* Where the reader stands: the root, or one step down from the frame below. */
typedef struct
{
  JsonNode   *node;      /* borrowed from the tree */
  char       *token;     /* member name or index; NULL at the root */
  GHashTable *rejected;  /* (element-type char*): members with an unusable value; NULL when there are none */
  JsonObject *kept;      /* arrays of asc_json_reader_keep(); NULL when there are none */
} Frame;

struct _AscJsonReader
{
  JsonParser *parser;
  char       *path;
  GPtrArray  *problems;  /* borrowed */
  GArray     *frames;    /* (element-type Frame): never empty */
};

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_free (frame->token);
  g_clear_pointer (&frame->rejected, g_hash_table_unref);
  g_clear_pointer (&frame->kept, json_object_unref);
}

static Frame *
top (AscJsonReader *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static void
push (AscJsonReader *self,
      JsonNode      *node,
      char          *token)
{
  Frame frame = { .node = node, .token = token };

  g_array_append_val (self->frames, frame);
}

static const char *
type_name (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return "an object";
  if (JSON_NODE_HOLDS_ARRAY (node))
    return "an array";
  if (JSON_NODE_HOLDS_NULL (node))
    return "null";
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "a string";
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return "a boolean";
  return "a number";
}

static void
add_problem (AscJsonReader     *self,
             AscStoreErrorCode  code,
             const char        *member,
             const char        *detail)
{
  g_autofree char *pointer = asc_json_reader_pointer (self, member);

  g_ptr_array_add (self->problems, asc_problem_new (code, self->path, pointer, "%s", detail));
}

static gboolean
enter (AscJsonReader *self,
       const char    *token,
       JsonNode      *node,
       JsonNodeType   type)
{
  if (node == NULL)
    return FALSE;

  if (json_node_get_node_type (node) != type)
    {
      asc_json_reader_reject_type (self, token, type == JSON_NODE_OBJECT ? "an object" : "an array", node);
      return FALSE;
    }

  push (self, node, g_strdup (token));
  return TRUE;
}

static gboolean
is_blank (const char *text,
          gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/*< private >
 * asc_json_reader_get_current:
 * @self: a reader
 *
 * Returns: (transfer none): the object or array it stands on
 */
JsonNode *
asc_json_reader_get_current (AscJsonReader *self)
{
  return top (self)->node;
}

/*< private >
 * asc_json_reader_mark_rejected:
 * @self: a reader that stands on an object
 * @member: a member whose value cannot be used, which was reported
 *
 * asc_json_reader_take_extra() keeps the value as "unusable_<member>".
 */
void
asc_json_reader_mark_rejected (AscJsonReader *self,
                               const char    *member)
{
  Frame *frame = top (self);

  if (frame->rejected == NULL)
    frame->rejected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (frame->rejected, g_strdup (member));
}

/*< private >
 * asc_json_reader_reject_type:
 * @self: a reader
 * @member: a member or index of where it stands
 * @expected: "a string", "an array"
 * @node: its value
 *
 * Reports that the value has another type than expected, and keeps it.
 */
void
asc_json_reader_reject_type (AscJsonReader *self,
                             const char    *member,
                             const char    *expected,
                             JsonNode      *node)
{
  g_autofree char *detail = g_strdup_printf ("%s instead of %s", type_name (node), expected);

  add_problem (self, ASC_STORE_ERROR_FORMAT, member, detail);
  asc_json_reader_mark_rejected (self, member);
}

/**
 * asc_json_reader_new:
 * @bytes: the content of a file
 * @path: the file, for people
 * @problems: (element-type AscProblem): gets what is found while reading; borrowed
 * @error: %ASC_STORE_ERROR_TOO_LARGE, `EMPTY`, `SYNTAX` (with line and column), `DUPLICATE` (a member twice) or `FORMAT`
 *   (a number that cannot be held)
 *
 * Checks the whole text strictly (RFC 8259; a BOM is tolerated) and makes a reader that stands on the root.
 *
 * Returns: (transfer full) (nullable): a reader
 */
AscJsonReader *
asc_json_reader_new (GBytes      *bytes,
                     const char  *path,
                     GPtrArray   *problems,
                     GError     **error)
{
  g_autoptr (AscJsonScanner) scanner = NULL;
  g_autoptr (AscProblem) problem = NULL;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) parse_error = NULL;
  AscJsonReader *self;
  AscJsonToken token;
  const char *text;
  gsize n_bytes;

  g_return_val_if_fail (bytes != NULL && path != NULL && problems != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > ASC_JSON_MAX_BYTES)
    {
      problem = asc_problem_new (ASC_STORE_ERROR_TOO_LARGE, path, NULL,
                                 "%" G_GSIZE_FORMAT " bytes, at most %d are read", n_bytes,
                                 ASC_JSON_MAX_BYTES);
      asc_problem_to_error (problem, error);
      return NULL;
    }
  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }
  if (is_blank (text, n_bytes))
    {
      problem = asc_problem_new (ASC_STORE_ERROR_EMPTY, path, NULL, NULL);
      asc_problem_to_error (problem, error);
      return NULL;
    }

  scanner = asc_json_scanner_new (text, n_bytes);
  do
    token = asc_json_scanner_next (scanner);
  while (token != ASC_JSON_TOKEN_END && token != ASC_JSON_TOKEN_ERROR);
  if (token == ASC_JSON_TOKEN_ERROR)
    {
      problem = asc_json_scanner_get_problem (scanner, path);
      asc_problem_to_error (problem, error);
      return NULL;
    }

  parser = json_parser_new_immutable ();
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, n_bytes, &parse_error))
    {
      problem = asc_problem_new (ASC_STORE_ERROR_SYNTAX, path, NULL, "%s", parse_error->message);
      asc_problem_to_error (problem, error);
      return NULL;
    }

  self = g_new0 (AscJsonReader, 1);
  self->parser = g_steal_pointer (&parser);
  self->path = g_strdup (path);
  self->problems = problems;
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->frames, frame_clear);
  push (self, json_parser_get_root (self->parser), NULL);
  return self;
}

/**
 * asc_json_reader_free:
 * @self: (transfer full): a reader
 */
void
asc_json_reader_free (AscJsonReader *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->frames);
  g_object_unref (self->parser);
  g_free (self->path);
  g_free (self);
}

/**
 * asc_json_reader_get_root:
 * @self: a reader
 *
 * Returns: (transfer none): the root value
 */
JsonNode *
asc_json_reader_get_root (AscJsonReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return json_parser_get_root (self->parser);
}

/**
 * asc_json_reader_check_format:
 * @self: a reader that stands on the root
 * @kind: what "format" must name, such as "ascribe-annotations"
 * @newest: the newest version that is understood
 * @version: (out): the version of the file, 0 when it has none
 * @error: %ASC_STORE_ERROR_FORMAT or `NEWER`
 *
 * Returns: whether the file is of this kind and no newer version
 */
gboolean
asc_json_reader_check_format (AscJsonReader  *self,
                              const char     *kind,
                              guint           newest,
                              guint          *version,
                              GError        **error)
{
  g_autoptr (AscProblem) problem = NULL;
  JsonNode *root, *node;
  const char *format = NULL;
  guint64 number = 0;

  g_return_val_if_fail (self != NULL && kind != NULL && version != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *version = 0;
  root = asc_json_reader_get_root (self);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, self->path, "", "%s instead of an object",
                                 type_name (root));
      asc_problem_to_error (problem, error);
      return FALSE;
    }

  node = json_object_get_member (json_node_get_object (root), "format");
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    format = json_node_get_string (node);

  if (format != NULL && g_str_has_prefix (format, kind) && format[strlen (kind)] == '/' &&
      format[strlen (kind) + 1] != '0' &&
      g_ascii_string_to_unsigned (format + strlen (kind) + 1, 10, 1, G_MAXINT, &number, NULL))
    *version = number;

  if (*version == 0)
    problem = asc_problem_new (ASC_STORE_ERROR_FORMAT, self->path, "/format",
                               "\"%s\" instead of \"%s/%u\"", format != NULL ? format : "", kind,
                               newest);
  else if (*version > newest)
    problem = asc_problem_new (ASC_STORE_ERROR_NEWER, self->path, "/format",
                               "version %u, up to %u is understood", *version, newest);

  if (problem == NULL)
    return TRUE;
  asc_problem_to_error (problem, error);
  return FALSE;
}

/**
 * asc_json_reader_enter_object:
 * @self: a reader that stands on an object
 * @member: the member to go down to
 *
 * Returns: whether the member is an object; the reader stands on it then, until asc_json_reader_leave()
 */
gboolean
asc_json_reader_enter_object (AscJsonReader *self,
                              const char    *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, FALSE);

  return enter (self, member, asc_json_reader_get_node (self, member), JSON_NODE_OBJECT);
}

/**
 * asc_json_reader_enter_array:
 * @self: a reader that stands on an object
 * @member: the member to go down to
 *
 * Returns: whether the member is an array; the reader stands on it then, until asc_json_reader_leave()
 */
gboolean
asc_json_reader_enter_array (AscJsonReader *self,
                             const char    *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, FALSE);

  return enter (self, member, asc_json_reader_get_node (self, member), JSON_NODE_ARRAY);
}

/**
 * asc_json_reader_enter_object_element:
 * @self: a reader that stands on an array
 * @i: which element
 *
 * Returns: whether the element is an object; the reader stands on it then, until asc_json_reader_leave()
 */
gboolean
asc_json_reader_enter_object_element (AscJsonReader *self,
                                      guint          i)
{
  char token[16];

  g_return_val_if_fail (self != NULL, FALSE);

  g_snprintf (token, sizeof token, "%u", i);
  return enter (self, token, asc_json_reader_element_node (self, i), JSON_NODE_OBJECT);
}

/**
 * asc_json_reader_enter_array_element:
 * @self: a reader that stands on an array
 * @i: which element
 *
 * Returns: whether the element is an array; the reader stands on it then, until asc_json_reader_leave()
 */
gboolean
asc_json_reader_enter_array_element (AscJsonReader *self,
                                     guint          i)
{
  char token[16];

  g_return_val_if_fail (self != NULL, FALSE);

  g_snprintf (token, sizeof token, "%u", i);
  return enter (self, token, asc_json_reader_element_node (self, i), JSON_NODE_ARRAY);
}

/**
 * asc_json_reader_leave:
 * @self: a reader below the root
 *
 * Goes back up to where it stood before the last enter.
 */
void
asc_json_reader_leave (AscJsonReader *self)
{
  g_return_if_fail (self != NULL && self->frames->len > 1);

  g_array_set_size (self->frames, self->frames->len - 1);
}

/**
 * asc_json_reader_get_n:
 * @self: a reader
 *
 * Returns: the number of elements of the array it stands on, 0 on an object
 */
guint
asc_json_reader_get_n (AscJsonReader *self)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, 0);

  node = top (self)->node;
  return JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

/* "unusable_state", or "unusable_state_2" where an earlier one is kept already. */
static char *
free_name (JsonObject *object,
           const char *member)
{
  char *name = g_strdup_printf ("unusable_%s", member);

  for (guint i = 2; json_object_has_member (object, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("unusable_%s_%u", member, i);
    }
  return name;
}

/**
 * asc_json_reader_take_extra:
 * @self: a reader that stands on an object
 * @known: (array zero-terminated=1): the members the caller reads and writes
 *
 * What must be written back unchanged: the unknown members in the order of the file, then rejected values of known members
 * as "unusable_<member>", then what asc_json_reader_keep() was given. Call it when the object has been read.
 *
 * Returns: (transfer full) (nullable): JSON object text for asc_json_writer_extra(); %NULL when there is nothing
 */
char *
asc_json_reader_take_extra (AscJsonReader      *self,
                            const char * const *known)
{
  g_autoptr (JsonObject) extra = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (AscJsonWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const Frame *frame;
  JsonObject *object;
  JsonObjectIter iter;
  const char *name, *text;
  JsonNode *node;
  gsize n_bytes;

  g_return_val_if_fail (self != NULL && known != NULL, NULL);

  frame = top (self);
  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (frame->node), NULL);

  extra = json_object_new ();
  object = json_node_get_object (frame->node);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (known, name))
      json_object_set_member (extra, name, json_node_copy (node));

  if (frame->rejected != NULL)
    {
      json_object_iter_init_ordered (&iter, object);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        if (g_hash_table_contains (frame->rejected, name) && g_strv_contains (known, name))
          {
            g_autofree char *kept_name = free_name (extra, name);

            json_object_set_member (extra, kept_name, json_node_copy (node));
          }
    }

  if (frame->kept != NULL)
    {
      json_object_iter_init_ordered (&iter, frame->kept);
      while (json_object_iter_next_ordered (&iter, &name, &node))
        {
          JsonNode *present = json_object_get_member (extra, name);
          g_autoptr (JsonArray) both = json_array_new ();

          /* What an earlier load kept under this name comes first. */
          if (present != NULL && JSON_NODE_HOLDS_ARRAY (present))
            for (guint i = 0; i < json_array_get_length (json_node_get_array (present)); i++)
              json_array_add_element (both, json_node_copy (json_array_get_element (
                                                              json_node_get_array (present), i)));
          else if (present != NULL)
            json_array_add_element (both, json_node_copy (present));
          for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
            json_array_add_element (both, json_node_copy (json_array_get_element (
                                                            json_node_get_array (node), i)));
          json_object_set_array_member (extra, name, g_steal_pointer (&both));
        }
    }

  if (json_object_get_size (extra) == 0)
    return NULL;

  root = json_node_alloc ();
  json_node_init_object (root, extra);
  writer = asc_json_writer_new ();
  asc_json_writer_node (writer, NULL, root);
  bytes = asc_json_writer_finish (writer);
  text = g_bytes_get_data (bytes, &n_bytes);
  return g_strndup (text, n_bytes - 1);
}

/**
 * asc_json_reader_pointer:
 * @self: a reader
 * @member: (nullable): a member or index of where it stands
 *
 * Returns: (transfer full): the JSON pointer (RFC 6901); "" for the root
 */
char *
asc_json_reader_pointer (AscJsonReader *self,
                         const char    *member)
{
  GString *pointer;

  g_return_val_if_fail (self != NULL, NULL);

  pointer = g_string_new (NULL);
  for (guint i = 1; i < self->frames->len; i++)
    asc_json_pointer_append (pointer, g_array_index (self->frames, Frame, i).token);
  if (member != NULL)
    asc_json_pointer_append (pointer, member);
  return g_string_free (pointer, FALSE);
}

/**
 * asc_json_reader_get_n_problems:
 * @self: a reader
 *
 * Returns: the length of the list of problems it was made with
 */
guint
asc_json_reader_get_n_problems (AscJsonReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->problems->len;
}

/**
 * asc_json_reader_report:
 * @self: a reader
 * @code: what kind of problem
 * @member: (nullable): the member it is about; %NULL: the object it stands on
 * @detail_format: printf format of the technical part
 * @...: its arguments
 *
 * Adds a problem to the list.
 */
void
asc_json_reader_report (AscJsonReader     *self,
                        AscStoreErrorCode  code,
                        const char        *member,
                        const char        *detail_format,
                        ...)
{
  g_autofree char *detail = NULL;
  va_list args;

  g_return_if_fail (self != NULL && detail_format != NULL);

  va_start (args, detail_format);
  detail = g_strdup_vprintf (detail_format, args);
  va_end (args);
  add_problem (self, code, member, detail);
}

/**
 * asc_json_reader_reject:
 * @self: a reader that stands on an object
 * @code: what kind of problem
 * @member: a member
 * @detail_format: printf format of the technical part
 * @...: its arguments
 *
 * For a value that has the right type but cannot be used; asc_json_reader_take_extra() keeps it as "unusable_<member>".
 */
void
asc_json_reader_reject (AscJsonReader     *self,
                        AscStoreErrorCode  code,
                        const char        *member,
                        const char        *detail_format,
                        ...)
{
  g_autofree char *detail = NULL;
  va_list args;

  g_return_if_fail (self != NULL && member != NULL && detail_format != NULL);

  va_start (args, detail_format);
  detail = g_strdup_vprintf (detail_format, args);
  va_end (args);
  add_problem (self, code, member, detail);
  asc_json_reader_mark_rejected (self, member);
}

/**
 * asc_json_reader_keep:
 * @self: a reader that stands on an object, or on an array in it
 * @name: a member of the object's extra ones, an array
 * @node: what is added to it; copied
 *
 * For elements that cannot be used but must not be lost.
 */
void
asc_json_reader_keep (AscJsonReader *self,
                      const char    *name,
                      JsonNode      *node)
{
  Frame *frame;

  g_return_if_fail (self != NULL && name != NULL && node != NULL);

  frame = top (self);
  if (JSON_NODE_HOLDS_ARRAY (frame->node) && self->frames->len > 1)
    frame--;
  if (frame->kept == NULL)
    frame->kept = json_object_new ();
  if (!json_object_has_member (frame->kept, name))
    json_object_set_array_member (frame->kept, name, json_array_new ());
  json_array_add_element (json_object_get_array_member (frame->kept, name), json_node_copy (node));
}
