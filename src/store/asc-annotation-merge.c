/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-merge.h"

#include <string.h>

#include "asc-annotation-file.h"
#include "asc-annotation-set-private.h"
#include "asc-json-merge.h"
#include "asc-json-writer.h"

typedef enum
{
  PICK_OURS,
  PICK_THEIRS,
  PICK_NEITHER,
} Pick;

typedef struct
{
  AscAnnotationSet *base;       /* NULL: not known */
  AscAnnotationSet *ours;
  AscAnnotationSet *theirs;
  GHashTable       *annotations;/* id → AscAnnotation, both owned */
  GHashTable       *relations;  /* id → AscRelation, both owned */
  GHashTable       *renamed;    /* id of a duplicate → id of what it became; both owned */
  GPtrArray        *lost;       /* AscAnnotation: their side of conflicts */
  GPtrArray        *lost_relations;
  GPtrArray        *conflicts;  /* char *; NULL: nobody asks */
} Merge;

/* The rule of every three-way decision. */
static Pick
pick (gboolean ours_is_theirs,
      gboolean ours_is_base,
      gboolean theirs_is_base)
{
  if (ours_is_theirs || theirs_is_base)
    return PICK_OURS;
  return ours_is_base ? PICK_THEIRS : PICK_NEITHER;
}

static Pick
pick_string (const char *base,
             const char *ours,
             const char *theirs)
{
  return pick (g_strcmp0 (ours, theirs) == 0, g_strcmp0 (ours, base) == 0, g_strcmp0 (theirs, base) == 0);
}

static gboolean
same_value (GVariant *one,
            GVariant *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_variant_equal (one, other);
}

static gboolean
same_annotation (AscAnnotation *one,
                 AscAnnotation *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one == other || asc_annotation_equal (one, other);
}

static gboolean
same_relation (AscRelation *one,
               AscRelation *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one == other || asc_relation_equal (one, other);
}

static void
report (Merge      *merge,
        const char *kind,
        const char *id)
{
  if (merge->conflicts != NULL)
    g_ptr_array_add (merge->conflicts, g_strconcat ("/", kind, id != NULL ? "/" : NULL, id, NULL));
}

static AscAttributes *
merge_attributes (AscAttributes *base,
                  AscAttributes *ours,
                  AscAttributes *theirs,
                  gboolean      *conflict)
{
  g_autoptr (AscAttributes) merged = asc_attributes_ref (ours);
  const AscAttributes *sides[] = { ours, theirs };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      for (guint i = 0; i < asc_attributes_get_n (sides[side]); i++)
        {
          const char *name = asc_attributes_get_name (sides[side], i);
          GVariant *old = base != NULL ? asc_attributes_get (base, name) : NULL;
          GVariant *mine = asc_attributes_get (ours, name);
          GVariant *other = asc_attributes_get (theirs, name);

          switch (pick (same_value (mine, other), same_value (mine, old), same_value (other, old)))
            {
            case PICK_THEIRS:
              {
                AscAttributes *next = asc_attributes_with (merged, name, other);

                asc_attributes_unref (merged);
                merged = next;
              }
              break;
            case PICK_NEITHER:
              *conflict = TRUE;
              break;
            case PICK_OURS:
            default:
              break;
            }
        }
    }
  return g_steal_pointer (&merged);
}

/* Both sides have it, changed differently. NULL when a member is in conflict. */
static AscAnnotation *
merge_members (AscAnnotation *base,
               AscAnnotation *ours,
               AscAnnotation *theirs)
{
  g_autoptr (AscAttributes) attributes = NULL;
  g_autofree char *extra = NULL;
  gboolean conflict = FALSE;
  guint n_extra_conflicts = 0;
  AscSpanSet *our_spans = asc_annotation_get_spans (ours);
  AscSpanSet *their_spans = asc_annotation_get_spans (theirs);
  AscSpanSet *base_spans = base != NULL ? asc_annotation_get_spans (base) : NULL;
  Pick label, spans, note, origin;

  label = pick_string (base != NULL ? asc_annotation_get_label (base) : NULL,
                       asc_annotation_get_label (ours), asc_annotation_get_label (theirs));
  spans = pick (asc_span_set_equal (our_spans, their_spans),
                base_spans != NULL && asc_span_set_equal (our_spans, base_spans),
                base_spans != NULL && asc_span_set_equal (their_spans, base_spans));
  note = pick_string (base != NULL ? asc_annotation_get_note (base) : NULL,
                      asc_annotation_get_note (ours), asc_annotation_get_note (theirs));
  origin = pick (asc_annotation_get_origin (ours) == asc_annotation_get_origin (theirs),
                 base != NULL && asc_annotation_get_origin (ours) == asc_annotation_get_origin (base),
                 base != NULL && asc_annotation_get_origin (theirs) == asc_annotation_get_origin (base));
  attributes = merge_attributes (base != NULL ? asc_annotation_get_attributes (base) : NULL,
                                 asc_annotation_get_attributes (ours), asc_annotation_get_attributes (theirs), &conflict);
  extra = asc_json_merge_extra (base != NULL ? asc_annotation_get_extra (base) : NULL,
                                asc_annotation_get_extra (ours), asc_annotation_get_extra (theirs), &n_extra_conflicts);

  if (conflict || n_extra_conflicts > 0 || label == PICK_NEITHER || spans == PICK_NEITHER
      || note == PICK_NEITHER || origin == PICK_NEITHER)
    return NULL;

  return g_object_new (ASC_TYPE_ANNOTATION,
                       "id", asc_annotation_get_id (ours),
                       "label", asc_annotation_get_label (label == PICK_OURS ? ours : theirs),
                       "spans", spans == PICK_OURS ? our_spans : their_spans,
                       "quote", asc_annotation_get_quote (spans == PICK_OURS ? ours : theirs),
                       "attributes", attributes,
                       "note", asc_annotation_get_note (note == PICK_OURS ? ours : theirs),
                       "origin", (int) asc_annotation_get_origin (origin == PICK_OURS ? ours : theirs),
                       "modified", MAX (asc_annotation_get_modified (ours), asc_annotation_get_modified (theirs)),
                       "extra", extra,
                       NULL);
}

/* NULL: it is to be absent. */
static AscAnnotation *
merge_annotation (Merge         *merge,
                  AscAnnotation *base,
                  AscAnnotation *ours,
                  AscAnnotation *theirs)
{
  AscAnnotation *merged;

  if (ours != NULL && theirs != NULL && same_annotation (ours, theirs))
    return g_object_ref (asc_annotation_get_modified (theirs) > asc_annotation_get_modified (ours) ? theirs : ours);

  switch (pick (FALSE, same_annotation (ours, base), same_annotation (theirs, base)))
    {
    case PICK_OURS:
      return ours != NULL ? g_object_ref (ours) : NULL;
    case PICK_THEIRS:
      return theirs != NULL ? g_object_ref (theirs) : NULL;
    case PICK_NEITHER:
    default:
      break;
    }

  if (ours == NULL || theirs == NULL)
    return g_object_ref (ours != NULL ? ours : theirs);

  merged = merge_members (base, ours, theirs);
  if (merged != NULL)
    return merged;

  g_ptr_array_add (merge->lost, g_object_ref (theirs));
  report (merge, "annotations", asc_annotation_get_id (ours));
  return g_object_ref (ours);
}

static void
merge_annotations_of (Merge            *merge,
                      AscAnnotationSet *side)
{
  for (guint i = 0; i < asc_annotation_set_get_n (side); i++)
    {
      const char *id = asc_annotation_get_id (asc_annotation_set_get_nth (side, i));
      AscAnnotation *merged;

      if (g_hash_table_contains (merge->annotations, id))
        continue;
      merged = merge_annotation (merge,
                                 merge->base != NULL ? asc_annotation_set_lookup (merge->base, id) : NULL,
                                 asc_annotation_set_lookup (merge->ours, id),
                                 asc_annotation_set_lookup (merge->theirs, id));
      if (merged != NULL)
        g_hash_table_insert (merge->annotations, g_strdup (id), merged);
    }
}

static void
merge_relations_of (Merge            *merge,
                    AscAnnotationSet *side)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (side);

  for (guint i = 0; i < relations->len; i++)
    {
      const char *id = asc_relation_get_id (g_ptr_array_index (relations, i));
      AscRelation *base = merge->base != NULL ? asc_annotation_set_lookup_relation (merge->base, id) : NULL;
      AscRelation *ours = asc_annotation_set_lookup_relation (merge->ours, id);
      AscRelation *theirs = asc_annotation_set_lookup_relation (merge->theirs, id);
      AscRelation *merged = NULL;

      if (g_hash_table_contains (merge->relations, id))
        continue;
      switch (pick (same_relation (ours, theirs), same_relation (ours, base), same_relation (theirs, base)))
        {
        case PICK_OURS:
          merged = ours;
          break;
        case PICK_THEIRS:
          merged = theirs;
          break;
        case PICK_NEITHER:
        default:
          merged = ours != NULL ? ours : theirs;
          if (ours != NULL && theirs != NULL)
            {
              g_ptr_array_add (merge->lost_relations, g_object_ref (theirs));
              report (merge, "relations", id);
            }
        }
      if (merged != NULL)
        g_hash_table_insert (merge->relations, g_strdup (id), g_object_ref (merged));
    }
}

/* One side removed an annotation that the other side has just related: it stays. */
static void
restore_end (Merge      *merge,
             const char *id)
{
  AscAnnotationSet *sides[] = { merge->ours, merge->theirs, merge->base };

  for (guint i = 0; i < G_N_ELEMENTS (sides) && !g_hash_table_contains (merge->annotations, id); i++)
    {
      AscAnnotation *annotation = sides[i] != NULL ? asc_annotation_set_lookup (sides[i], id) : NULL;

      if (annotation != NULL)
        g_hash_table_insert (merge->annotations, g_strdup (id), g_object_ref (annotation));
    }
}

static void
restore_ends (Merge *merge)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, merge->relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    {
      restore_end (merge, asc_relation_get_from (relation));
      restore_end (merge, asc_relation_get_to (relation));
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
sorted_ids (GHashTable *table)
{
  GPtrArray *ids = g_hash_table_get_keys_as_ptr_array (table);

  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

static char *
place_of (AscAnnotation *annotation)
{
  GString *place = g_string_new (asc_annotation_get_label (annotation));
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    g_string_append_printf (place, " %u-%u", spans[i].start, spans[i].end);
  return g_string_free_and_steal (place);
}

/* A set never holds an annotation twice: both sides marking the same words is the usual case of a merge. */
static void
join_duplicates (Merge *merge)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* → id */
  g_autoptr (GPtrArray) ids = sorted_ids (merge->annotations);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      AscAnnotation *annotation = g_hash_table_lookup (merge->annotations, id);
      g_autofree char *place = place_of (annotation);
      const char *kept_id = g_hash_table_lookup (places, place);
      AscAnnotation *kept, *joined;

      if (kept_id == NULL)
        {
          g_hash_table_insert (places, g_steal_pointer (&place), g_strdup (id));
          continue;
        }
      kept = g_hash_table_lookup (merge->annotations, kept_id);
      joined = merge_annotation (merge, NULL, kept, annotation);
      g_hash_table_insert (merge->renamed, g_strdup (id), g_strdup (kept_id));
      g_hash_table_insert (merge->annotations, g_strdup (kept_id), joined);
      g_hash_table_remove (merge->annotations, id);
    }
}

static const char *
end_of (Merge      *merge,
        const char *id)
{
  const char *renamed = g_hash_table_lookup (merge->renamed, id);

  return renamed != NULL ? renamed : id;
}

static void
put_relations (Merge            *merge,
               AscAnnotationSet *set)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ids = sorted_ids (merge->relations);

  for (guint i = 0; i < ids->len; i++)
    {
      AscRelation *relation = g_hash_table_lookup (merge->relations, g_ptr_array_index (ids, i));
      const char *type = asc_relation_get_relation_type (relation);
      const char *from = end_of (merge, asc_relation_get_from (relation));
      const char *to = end_of (merge, asc_relation_get_to (relation));
      g_autoptr (AscRelation) moved = NULL;

      if (g_str_equal (from, to) || !g_hash_table_add (seen, g_strjoin (" ", type, from, to, NULL)))
        continue;
      if (g_str_equal (from, asc_relation_get_from (relation)) && g_str_equal (to, asc_relation_get_to (relation)))
        moved = g_object_ref (relation);
      else
        moved = asc_relation_new_full (asc_relation_get_id (relation), type, from, to, asc_relation_get_extra (relation));
      asc_annotation_set_put_relation (set, moved);
    }
}

static void
merge_state (Merge            *merge,
             AscAnnotationSet *set,
             gboolean         *state_lost)
{
  AscState base = merge->base != NULL ? asc_annotation_set_get_state (merge->base) : ASC_STATE_UNREAD;
  AscState ours = asc_annotation_set_get_state (merge->ours);
  AscState theirs = asc_annotation_set_get_state (merge->theirs);
  guint base_read = merge->base != NULL ? asc_annotation_set_get_read_to (merge->base) : 0;
  guint our_read = asc_annotation_set_get_read_to (merge->ours);
  guint their_read = asc_annotation_set_get_read_to (merge->theirs);
  Pick state = pick (ours == theirs, ours == base, theirs == base);
  Pick read = pick (our_read == their_read, our_read == base_read, their_read == base_read);

  /* How far the text was read is a mark that only moves on. */
  asc_annotation_set_set_state (set, state == PICK_THEIRS ? theirs : ours,
                                read == PICK_OURS ? our_read : read == PICK_THEIRS ? their_read : MAX (our_read, their_read));
  *state_lost = state == PICK_NEITHER;
  if (*state_lost)
    report (merge, "state", NULL);
}

/* As they would stand in the file. */
static void
append_annotations (JsonArray        *conflicts,
                    AscAnnotationSet *like,
                    GPtrArray        *annotations)
{
  /* Two of them may be identical, which no set may hold: a set for each. */
  for (guint i = 0; i < annotations->len; i++)
    {
      g_autoptr (AscAnnotationSet) set = asc_annotation_set_new (asc_annotation_set_get_article (like),
                                                                 asc_annotation_set_get_coder (like));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonArray *written;

      asc_annotation_set_put (set, g_ptr_array_index (annotations, i));
      bytes = asc_annotation_file_write (set);
      if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
        g_return_if_reached ();
      written = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "annotations");
      for (guint j = 0; j < json_array_get_length (written); j++)
        {
          JsonObject *entry = json_object_new ();

          json_object_set_member (entry, "annotation", json_node_copy (json_array_get_element (written, j)));
          json_array_add_object_element (conflicts, entry);
        }
    }
}

static void
append_relations (JsonArray *conflicts,
                  GPtrArray *relations)
{
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);
      JsonObject *entry = json_object_new ();
      JsonObject *values = json_object_new ();

      json_object_set_string_member (values, "id", asc_relation_get_id (relation));
      json_object_set_string_member (values, "type", asc_relation_get_relation_type (relation));
      json_object_set_string_member (values, "from", asc_relation_get_from (relation));
      json_object_set_string_member (values, "to", asc_relation_get_to (relation));
      json_object_set_object_member (entry, "relation", values);
      json_array_add_object_element (conflicts, entry);
    }
}

/* Adds to the array "conflicts" of @extra what is not in it yet. */
static char *
extra_with_conflicts (const char *extra,
                      JsonArray  *added)
{
  g_autoptr (JsonNode) root = json_from_string (extra != NULL ? extra : "{}", NULL);
  JsonObject *object;
  JsonArray *conflicts;

  g_assert (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
  object = json_node_get_object (root);
  if (json_object_has_member (object, "conflicts") && JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, "conflicts")))
    conflicts = json_array_ref (json_object_get_array_member (object, "conflicts"));
  else
    conflicts = json_array_new ();

  for (guint i = 0; i < json_array_get_length (added); i++)
    {
      JsonNode *node = json_array_get_element (added, i);
      gboolean known = FALSE;

      for (guint j = 0; j < json_array_get_length (conflicts) && !known; j++)
        known = json_node_equal (json_array_get_element (conflicts, j), node);
      if (!known)
        json_array_add_element (conflicts, json_node_copy (node));
    }
  json_object_set_array_member (object, "conflicts", conflicts);
  return json_to_string (root, FALSE);
}

static void
merge_extra (Merge            *merge,
             AscAnnotationSet *set,
             gboolean          state_lost)
{
  g_autoptr (JsonArray) added = json_array_new ();
  g_autofree char *extra = NULL;
  guint n_conflicts = 0;

  extra = asc_json_merge_extra (merge->base != NULL ? asc_annotation_set_get_extra (merge->base) : NULL,
                                asc_annotation_set_get_extra (merge->ours),
                                asc_annotation_set_get_extra (merge->theirs), &n_conflicts);
  append_annotations (added, merge->ours, merge->lost);
  append_relations (added, merge->lost_relations);
  if (state_lost)
    {
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "state", asc_state_to_string (asc_annotation_set_get_state (merge->theirs)));
      json_array_add_object_element (added, entry);
    }
  if (json_array_get_length (added) > 0)
    {
      char *with_conflicts = extra_with_conflicts (extra, added);

      g_free (extra);
      extra = with_conflicts;
    }
  asc_annotation_set_set_extra (set, extra);
}

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->annotations, g_hash_table_unref);
  g_clear_pointer (&merge->relations, g_hash_table_unref);
  g_clear_pointer (&merge->renamed, g_hash_table_unref);
  g_clear_pointer (&merge->lost, g_ptr_array_unref);
  g_clear_pointer (&merge->lost_relations, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/**
 * asc_annotation_merge:
 * @base: (nullable): what both sides come from
 * @ours: our version
 * @theirs: the other version
 * @conflicts: (nullable) (element-type utf8): gets the place of each conflict
 *
 * Returns: (transfer full): a new set, of the article and coder of @ours
 */
AscAnnotationSet *
asc_annotation_merge (AscAnnotationSet *base,
                      AscAnnotationSet *ours,
                      AscAnnotationSet *theirs,
                      GPtrArray        *conflicts)
{
  g_auto (Merge) merge = { .base = base, .ours = ours, .theirs = theirs, .conflicts = conflicts };
  g_autoptr (AscAnnotationSet) set = NULL;
  gboolean state_lost;
  GHashTableIter iter;
  gpointer annotation;

  g_return_val_if_fail (base == NULL || ASC_IS_ANNOTATION_SET (base), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (ours), NULL);
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (theirs), NULL);

  merge.annotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  merge.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  merge.renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  merge.lost = g_ptr_array_new_with_free_func (g_object_unref);
  merge.lost_relations = g_ptr_array_new_with_free_func (g_object_unref);

  merge_annotations_of (&merge, ours);
  merge_annotations_of (&merge, theirs);
  merge_relations_of (&merge, ours);
  merge_relations_of (&merge, theirs);
  restore_ends (&merge);
  join_duplicates (&merge);

  set = asc_annotation_set_new (asc_annotation_set_get_article (ours), asc_annotation_set_get_coder (ours));
  asc_annotation_set_begin_batch (set);
  g_hash_table_iter_init (&iter, merge.annotations);
  while (g_hash_table_iter_next (&iter, NULL, &annotation))
    asc_annotation_set_put (set, annotation);
  put_relations (&merge, set);
  asc_annotation_set_end_batch (set);
  merge_state (&merge, set, &state_lost);
  merge_extra (&merge, set, state_lost);
  return g_steal_pointer (&set);
}

static gboolean
same_place (AscAnnotation *one,
            AscAnnotation *other)
{
  return g_str_equal (asc_annotation_get_label (one), asc_annotation_get_label (other))
         && asc_span_set_equal (asc_annotation_get_spans (one), asc_annotation_get_spans (other));
}

/* Annotations that go or move are taken out first: two that swap their places would otherwise be refused as duplicates. */
static void
take_out (AscHistory       *history,
          AscAnnotationSet *set,
          AscAnnotationSet *target)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    {
      AscAnnotation *old = asc_annotation_set_get_nth (set, i);
      AscAnnotation *new = asc_annotation_set_lookup (target, asc_annotation_get_id (old));

      if (new == NULL || !same_place (old, new))
        g_ptr_array_add (gone, g_object_ref (old));
    }
  for (guint i = 0; i < gone->len; i++)
    asc_history_remove_annotation (history, set, asc_annotation_get_id (g_ptr_array_index (gone, i)));
}

static void
take_out_relations (AscHistory       *history,
                    AscAnnotationSet *set,
                    AscAnnotationSet *target)
{
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);

  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *old = g_ptr_array_index (relations, i);

      if (!same_relation (old, asc_annotation_set_lookup_relation (target, asc_relation_get_id (old))))
        asc_history_remove_relation (history, set, asc_relation_get_id (old));
    }
}

/**
 * asc_annotation_merge_take_in:
 * @history: the gate
 * @set: the set people look at
 * @target: what it is to hold
 *
 * Brings a change from outside into the program. The extra members have no place in the history and are replaced.
 *
 * Returns: whether anything was different
 */
gboolean
asc_annotation_merge_take_in (AscHistory       *history,
                              AscAnnotationSet *set,
                              AscAnnotationSet *target)
{
  g_autoptr (GPtrArray) relations = NULL;
  guint n_steps;

  g_return_val_if_fail (ASC_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (set), FALSE);
  g_return_val_if_fail (ASC_IS_ANNOTATION_SET (target), FALSE);

  n_steps = asc_history_get_n_steps (history);
  asc_history_begin (history, ASC_ACTION_BULK, NULL, NULL);
  take_out_relations (history, set, target);
  take_out (history, set, target);
  for (guint i = 0; i < asc_annotation_set_get_n (target); i++)
    {
      AscAnnotation *new = asc_annotation_set_get_nth (target, i);

      if (!same_annotation (new, asc_annotation_set_lookup (set, asc_annotation_get_id (new))))
        asc_history_put_annotation (history, set, new);
    }
  relations = asc_annotation_set_get_relations (target);
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *new = g_ptr_array_index (relations, i);

      if (!same_relation (new, asc_annotation_set_lookup_relation (set, asc_relation_get_id (new))))
        asc_history_put_relation (history, set, new);
    }
  if (asc_annotation_set_get_state (set) != asc_annotation_set_get_state (target)
      || asc_annotation_set_get_read_to (set) != asc_annotation_set_get_read_to (target))
    asc_history_set_state (history, set, asc_annotation_set_get_state (target), asc_annotation_set_get_read_to (target));
  asc_history_end (history);

  if (g_strcmp0 (asc_annotation_set_get_extra (set), asc_annotation_set_get_extra (target)) != 0)
    asc_annotation_set_set_extra (set, asc_annotation_set_get_extra (target));
  return asc_history_get_n_steps (history) != n_steps;
}
