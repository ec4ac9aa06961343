/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-attributes.h"

#include <string.h>

typedef struct
{
  char     *name;
  GVariant *value;
} Entry;

struct _AscAttributes
{
  gatomicrefcount ref_count;
  guint           n;
  Entry           entries[];   /* by name, strcmp() order */
};

G_DEFINE_BOXED_TYPE (AscAttributes, asc_attributes, asc_attributes_ref, asc_attributes_unref)

static AscAttributes *
attributes_alloc (guint n)
{
  AscAttributes *self = g_malloc0 (sizeof (AscAttributes) + n * sizeof (Entry));

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  return self;
}

/* The place of @name, or where it would be. */
static gboolean
attributes_find (const AscAttributes *self,
                 const char          *name,
                 guint               *place)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = strcmp (self->entries[middle].name, name);

      if (order == 0)
        {
          *place = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *place = low;
  return FALSE;
}

static void
entry_init (Entry      *entry,
            const char *name,
            GVariant   *value)
{
  entry->name = g_strdup (name);
  entry->value = g_variant_ref_sink (value);
}

static gboolean
value_is_allowed (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ||
         g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY) ||
         g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) ||
         g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Entry *) a)->name, ((const Entry *) b)->name);
}

/**
 * asc_attributes_new:
 *
 * Returns: (transfer full): the set without attributes; it is always the same one
 */
AscAttributes *
asc_attributes_new (void)
{
  static AscAttributes *empty;

  if (g_once_init_enter_pointer (&empty))
    g_once_init_leave_pointer (&empty, attributes_alloc (0));

  return asc_attributes_ref (empty);
}

/**
 * asc_attributes_new_full:
 * @names: (array length=n): names, in any order, each once
 * @values: (array length=n): a value for each; floating references are taken
 * @n: how many
 *
 * Makes a set at once, for a reader of files: with [method@Attributes.with] one by one it would cost the square of @n.
 *
 * Returns: (transfer full): the set
 */
AscAttributes *
asc_attributes_new_full (const char * const *names,
                         GVariant * const   *values,
                         guint               n)
{
  AscAttributes *self;

  g_return_val_if_fail (n == 0 || (names != NULL && values != NULL), NULL);

  if (n == 0)
    return asc_attributes_new ();

  self = attributes_alloc (n);
  for (guint i = 0; i < n; i++)
    {
      g_warn_if_fail (value_is_allowed (values[i]));
      entry_init (&self->entries[i], names[i], values[i]);
    }

  qsort (self->entries, n, sizeof (Entry), compare_names);
  for (guint i = 1; i < n; i++)
    g_warn_if_fail (!g_str_equal (self->entries[i - 1].name, self->entries[i].name));

  return self;
}

/**
 * asc_attributes_ref:
 * @self: attributes
 *
 * Returns: (transfer full): @self
 */
AscAttributes *
asc_attributes_ref (AscAttributes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * asc_attributes_unref:
 * @self: (transfer full): attributes
 */
void
asc_attributes_unref (AscAttributes *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->entries[i].name);
      g_variant_unref (self->entries[i].value);
    }
  g_free (self);
}

/**
 * asc_attributes_get_n:
 * @self: attributes
 *
 * Returns: how many there are
 */
guint
asc_attributes_get_n (const AscAttributes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * asc_attributes_get_name:
 * @self: attributes
 * @i: a place below [method@Attributes.get_n]
 *
 * Returns: the name at place @i; names are sorted
 */
const char *
asc_attributes_get_name (const AscAttributes *self,
                         guint                i)
{
  g_return_val_if_fail (self != NULL && i < self->n, NULL);

  return self->entries[i].name;
}

/**
 * asc_attributes_get_nth:
 * @self: attributes
 * @i: a place below [method@Attributes.get_n]
 *
 * Returns: (transfer none): the value at place @i
 */
GVariant *
asc_attributes_get_nth (const AscAttributes *self,
                        guint                i)
{
  g_return_val_if_fail (self != NULL && i < self->n, NULL);

  return self->entries[i].value;
}

/**
 * asc_attributes_get:
 * @self: attributes
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the value of @name
 */
GVariant *
asc_attributes_get (const AscAttributes *self,
                    const char          *name)
{
  guint place;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return attributes_find (self, name, &place) ? self->entries[place].value : NULL;
}

/**
 * asc_attributes_get_string:
 * @self: attributes
 * @name: a name
 *
 * Returns: (nullable): the value of @name when it is a string
 */
const char *
asc_attributes_get_string (const AscAttributes *self,
                           const char          *name)
{
  GVariant *value = asc_attributes_get (self, name);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return NULL;

  return g_variant_get_string (value, NULL);
}

/**
 * asc_attributes_equal:
 * @self: attributes
 * @other: others
 *
 * Returns: whether both have the same names with the same values
 */
gboolean
asc_attributes_equal (const AscAttributes *self,
                      const AscAttributes *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->n != other->n)
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (!g_str_equal (self->entries[i].name, other->entries[i].name) ||
          !g_variant_equal (self->entries[i].value, other->entries[i].value))
        return FALSE;
    }
  return TRUE;
}

/**
 * asc_attributes_with:
 * @self: attributes
 * @name: a name
 * @value: (nullable): a value of type `s`, `as`, `x` or `b`, whose floating reference is taken; `NULL` removes @name
 *
 * Returns: (transfer full): the attributes with @name set to @value; @self itself when that changes nothing
 */
AscAttributes *
asc_attributes_with (AscAttributes *self,
                     const char    *name,
                     GVariant      *value)
{
  g_autoptr (GVariant) owned = NULL;
  AscAttributes *copy;
  gboolean       found;
  guint          place, n_before;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (value == NULL || value_is_allowed (value), NULL);

  if (value != NULL)
    owned = g_variant_ref_sink (value);

  found = attributes_find (self, name, &place);
  if (found ? owned != NULL && g_variant_equal (self->entries[place].value, owned) : owned == NULL)
    return asc_attributes_ref (self);

  if (owned == NULL && self->n == 1)
    return asc_attributes_new ();

  copy = attributes_alloc (self->n - (found ? 1 : 0) + (owned != NULL ? 1 : 0));
  for (guint i = 0; i < place; i++)
    entry_init (&copy->entries[i], self->entries[i].name, self->entries[i].value);

  n_before = place;
  if (owned != NULL)
    entry_init (&copy->entries[n_before++], name, owned);

  for (guint i = place + (found ? 1 : 0); i < self->n; i++)
    entry_init (&copy->entries[n_before++], self->entries[i].name, self->entries[i].value);

  g_assert (n_before == copy->n);
  return copy;
}

/**
 * asc_attributes_with_string:
 * @self: attributes
 * @name: a name
 * @value: (nullable): a string; `NULL` or "" removes @name
 *
 * Returns: (transfer full): the attributes with @name set to @value
 */
AscAttributes *
asc_attributes_with_string (AscAttributes *self,
                            const char    *name,
                            const char    *value)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return asc_attributes_with (self, name, value != NULL && *value != '\0'
                              ? g_variant_new_string (value) : NULL);
}
