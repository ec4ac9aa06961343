/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-actor-register-private.h"

#include "asc-id.h"

#include <string.h>

/* An actor with what its place and the searches are computed from. */
typedef struct
{
  AscActor *actor;
  char     *collation;   /* of the name: the order of the list */
  GStrv     folded;      /* its name, then its aliases, by asc_actor_fold_name() */
  GStrv     searched;    /* the same without accents */
} Entry;

struct _AscActorRegister
{
  GObject     parent_instance;

  GPtrArray  *entries;   /* (element-type Entry) owned; by collation, then id */
  GHashTable *by_id;     /* borrowed id → borrowed Entry */
  GHashTable *by_name;   /* owned folded name → GPtrArray of borrowed Entry, in no order */
  char       *extra;
};

static void asc_actor_register_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscActorRegister, asc_actor_register, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      asc_actor_register_list_model_init))

/* How well an actor fits what is typed; smaller is better. */
enum
{
  FIT_NAME,        /* the name begins with it */
  FIT_ALIAS,       /* an alias does */
  FIT_WORD,        /* a later word of one does */
  FIT_SUBSTRING,
  FIT_NONE,
};

/* @folded without its combining marks, so that "Muller" finds "Müller". */
static char *
strip_accents (const char *folded)
{
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  GString         *stripped = g_string_sized_new (strlen (folded));

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (stripped, c);
    }
  return g_string_free_and_steal (stripped);
}

static Entry *
entry_new (AscActor *actor)
{
  const AscActorValues *values = asc_actor_get_values (actor);
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) searched = g_strv_builder_new ();
  Entry *entry = g_new0 (Entry, 1);

  entry->actor = g_object_ref (actor);
  entry->collation = g_utf8_collate_key (values->name, -1);

  for (int i = -1; i < 0 || (values->aliases != NULL && values->aliases[i] != NULL); i++)
    {
      char *name = asc_actor_fold_name (i < 0 ? values->name : values->aliases[i]);

      g_strv_builder_take (folded, name);
      g_strv_builder_take (searched, strip_accents (name));
    }
  entry->folded = g_strv_builder_end (folded);
  entry->searched = g_strv_builder_end (searched);
  return entry;
}

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->actor);
  g_free (entry->collation);
  g_strfreev (entry->folded);
  g_strfreev (entry->searched);
  g_free (entry);
}

static int
entry_compare (const Entry *a,
               const Entry *b)
{
  int order = strcmp (a->collation, b->collation);

  return order != 0 ? order : strcmp (asc_actor_get_id (a->actor), asc_actor_get_id (b->actor));
}

/* The place of @entry, or where it would be. */
static guint
entry_place (AscActorRegister *self,
             const Entry      *entry)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (entry_compare (g_ptr_array_index (self->entries, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
link_names (AscActorRegister *self,
            Entry            *entry)
{
  for (guint i = 0; entry->folded[i] != NULL; i++)
    {
      GPtrArray *called = g_hash_table_lookup (self->by_name, entry->folded[i]);

      if (called == NULL)
        {
          called = g_ptr_array_new ();
          g_hash_table_insert (self->by_name, g_strdup (entry->folded[i]), called);
        }
      if (!g_ptr_array_find (called, entry, NULL))
        g_ptr_array_add (called, entry);
    }
}

static void
unlink_names (AscActorRegister *self,
              Entry            *entry)
{
  for (guint i = 0; entry->folded[i] != NULL; i++)
    {
      GPtrArray *called = g_hash_table_lookup (self->by_name, entry->folded[i]);

      if (called != NULL && g_ptr_array_remove_fast (called, entry) && called->len == 0)
        g_hash_table_remove (self->by_name, entry->folded[i]);
    }
}

static guint
entry_fit (const Entry *entry,
           const char  *typed)
{
  guint best = FIT_NONE;

  for (guint i = 0; entry->searched[i] != NULL; i++)
    {
      const char *hit = strstr (entry->searched[i], typed);

      if (hit == entry->searched[i])
        best = MIN (best, i == 0 ? FIT_NAME : FIT_ALIAS);

      for (; hit != NULL && best > FIT_WORD; hit = strstr (hit + 1, typed))
        {
          gunichar before = hit > entry->searched[i] ? g_utf8_get_char (g_utf8_prev_char (hit)) : 0;

          best = MIN (best, g_unichar_isalnum (before) ? FIT_SUBSTRING : FIT_WORD);
        }
    }
  return best;
}

static GType
asc_actor_register_get_item_type (GListModel *model)
{
  return ASC_TYPE_ACTOR;
}

static guint
asc_actor_register_get_n_items (GListModel *model)
{
  return ASC_ACTOR_REGISTER (model)->entries->len;
}

static gpointer
asc_actor_register_get_item (GListModel *model,
                             guint       position)
{
  AscActorRegister *self = ASC_ACTOR_REGISTER (model);
  Entry            *entry;

  if (position >= self->entries->len)
    return NULL;

  entry = g_ptr_array_index (self->entries, position);
  return g_object_ref (entry->actor);
}

static void
asc_actor_register_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = asc_actor_register_get_item_type;
  iface->get_n_items = asc_actor_register_get_n_items;
  iface->get_item = asc_actor_register_get_item;
}

static void
asc_actor_register_finalize (GObject *object)
{
  AscActorRegister *self = ASC_ACTOR_REGISTER (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (asc_actor_register_parent_class)->finalize (object);
}

static void
asc_actor_register_class_init (AscActorRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_actor_register_finalize;
}

static void
asc_actor_register_init (AscActorRegister *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * asc_actor_register_new:
 *
 * Returns: (transfer full): a register without actors
 */
AscActorRegister *
asc_actor_register_new (void)
{
  return g_object_new (ASC_TYPE_ACTOR_REGISTER, NULL);
}

/**
 * asc_actor_register_lookup:
 * @self: a register
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the actor with @id
 */
AscActor *
asc_actor_register_lookup (AscActorRegister *self,
                           const char       *id)
{
  Entry *entry;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (self) && id != NULL, NULL);

  entry = g_hash_table_lookup (self->by_id, id);
  return entry != NULL ? entry->actor : NULL;
}

/**
 * asc_actor_register_find_called:
 * @self: a register
 * @name: a name as it is written
 *
 * Looks in an index, so it may be asked for every mention. Of several, one whose name it is comes before one whose alias it is,
 * then the list's order decides.
 *
 * Returns: (transfer none) (nullable): an actor with that name or alias
 */
AscActor *
asc_actor_register_find_called (AscActorRegister *self,
                                const char       *name)
{
  g_autofree char *folded = NULL;
  GPtrArray       *called;
  Entry           *best = NULL;
  gboolean         best_by_name = FALSE;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (self) && name != NULL, NULL);

  folded = asc_actor_fold_name (name);
  called = *folded != '\0' ? g_hash_table_lookup (self->by_name, folded) : NULL;

  for (guint i = 0; called != NULL && i < called->len; i++)
    {
      Entry   *entry = g_ptr_array_index (called, i);
      gboolean by_name = g_str_equal (entry->folded[0], folded);

      if (best == NULL || by_name > best_by_name ||
          (by_name == best_by_name && entry_compare (entry, best) < 0))
        {
          best = entry;
          best_by_name = by_name;
        }
    }
  return best != NULL ? best->actor : NULL;
}

/**
 * asc_actor_register_search:
 * @self: a register
 * @typed: what has been typed so far; case and accents don't matter
 * @max: most actors to return
 *
 * The best matches first: those whose name begins with @typed, then an alias, then a later word of either, then those that
 * hold it anywhere. With nothing typed, the first of the list.
 *
 * Returns: (transfer container) (element-type AscActor): the actors
 */
GPtrArray *
asc_actor_register_search (AscActorRegister *self,
                           const char       *typed,
                           guint             max)
{
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;
  GPtrArray       *fitting[FIT_NONE];
  GPtrArray       *found;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (self) && typed != NULL, NULL);

  folded = asc_actor_fold_name (typed);
  wanted = strip_accents (folded);

  for (guint fit = 0; fit < FIT_NONE; fit++)
    fitting[fit] = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len && fitting[FIT_NAME]->len < max; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      guint  fit = entry_fit (entry, wanted);

      if (fit < FIT_NONE)
        g_ptr_array_add (fitting[fit], entry->actor);
    }

  found = g_ptr_array_new ();
  for (guint fit = 0; fit < FIT_NONE; fit++)
    {
      for (guint i = 0; i < fitting[fit]->len && found->len < max; i++)
        g_ptr_array_add (found, g_ptr_array_index (fitting[fit], i));
      g_ptr_array_unref (fitting[fit]);
    }
  return found;
}

/**
 * asc_actor_register_free_id:
 * @self: a register
 * @name: the name of an actor to be
 *
 * Returns: (transfer full): an id made from @name that no actor has
 */
char *
asc_actor_register_free_id (AscActorRegister *self,
                            const char       *name)
{
  g_autofree char *stem = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (self) && name != NULL, NULL);

  stem = asc_id_from_title (name, "actor");
  id = g_strdup (stem);
  for (guint i = 2; g_hash_table_contains (self->by_id, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }
  return g_steal_pointer (&id);
}

/**
 * asc_actor_register_get_extra:
 * @self: a register
 *
 * Returns: (nullable): JSON object text of members of the file this version does not know
 */
const char *
asc_actor_register_get_extra (AscActorRegister *self)
{
  g_return_val_if_fail (ASC_IS_ACTOR_REGISTER (self), NULL);

  return self->extra;
}

/* ---- the mutators: see asc-actor-register-private.h ---- */

/**
 * asc_actor_register_put: (skip)
 * @self: a register
 * @actor: an actor
 *
 * Adds @actor, or puts it in the place of the one with its id.
 */
void
asc_actor_register_put (AscActorRegister *self,
                        AscActor         *actor)
{
  Entry *entry, *before;
  guint  to, from;

  g_return_if_fail (ASC_IS_ACTOR_REGISTER (self) && ASC_IS_ACTOR (actor));

  before = g_hash_table_lookup (self->by_id, asc_actor_get_id (actor));
  if (before != NULL && before->actor == actor)
    return;

  entry = entry_new (actor);
  if (before == NULL)
    {
      to = entry_place (self, entry);
      g_ptr_array_insert (self->entries, to, entry);
      g_hash_table_insert (self->by_id, (gpointer) asc_actor_get_id (actor), entry);
      link_names (self, entry);
      g_list_model_items_changed (G_LIST_MODEL (self), to, 0, 1);
      return;
    }

  from = entry_place (self, before);
  unlink_names (self, before);
  g_hash_table_replace (self->by_id, (gpointer) asc_actor_get_id (actor), entry);
  link_names (self, entry);
  g_ptr_array_remove_index (self->entries, from);
  to = entry_place (self, entry);
  g_ptr_array_insert (self->entries, to, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (from, to),
                              MAX (from, to) - MIN (from, to) + 1,
                              MAX (from, to) - MIN (from, to) + 1);
}

/**
 * asc_actor_register_remove: (skip)
 * @self: a register
 * @id: id of an actor, which may not be there
 */
void
asc_actor_register_remove (AscActorRegister *self,
                           const char       *id)
{
  Entry *entry;
  guint  place;

  g_return_if_fail (ASC_IS_ACTOR_REGISTER (self) && id != NULL);

  entry = g_hash_table_lookup (self->by_id, id);
  if (entry == NULL)
    return;

  place = entry_place (self, entry);
  unlink_names (self, entry);
  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->entries, place);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 0);
}

/**
 * asc_actor_register_set_extra: (skip)
 * @self: a register
 * @extra: (nullable): JSON object text of members of the file this version does not know
 */
void
asc_actor_register_set_extra (AscActorRegister *self,
                              const char       *extra)
{
  g_return_if_fail (ASC_IS_ACTOR_REGISTER (self));

  g_set_str (&self->extra, extra);
}
