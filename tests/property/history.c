/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits through a history. Whatever they were: each undo and redo brings back exactly what was there, each list tells its changes
 * exactly, and nothing is ever inconsistent. */
#include "../unit/model/fixture.h"
#include "asc-history-private.h"
#include "property.h"

#define TEXT_LENGTH 400
#define N_EDITS 600

static GRand *rng;
static gint64 now_usec;

static gint64
fake_clock (void)
{
  return now_usec;
}

typedef struct
{
  AscProject       *project;
  AscAnnotationSet *set;
  AscHistory       *history;
  GPtrArray        *dumps;         /* what was there when so many steps could be undone */
  Shadow           *annotations;
  Shadow           *actors;
  GHashTable       *by_signal;     /* id → AscAnnotation, by annotation-changed alone */
  GHashTable       *relations_by_signal;
} World;

static void
on_changed (gpointer  model,
            gpointer  before,
            gpointer  after,
            gpointer  user_data)
{
  GHashTable *shadow = user_data;
  gpointer    value = after != NULL ? after : before;
  const char *id = ASC_IS_ANNOTATION (value) ? asc_annotation_get_id (value) : asc_relation_get_id (value);

  g_assert_true (before != after);
  g_assert_true (g_hash_table_lookup (shadow, id) == before);
  if (after != NULL)
    g_hash_table_replace (shadow, g_strdup (id), g_object_ref (after));
  else
    g_hash_table_remove (shadow, id);
}

static void
dump_annotation (GString       *dump,
                 AscAnnotation *annotation)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  g_autofree char *quote = g_strjoinv ("|", (GStrv) asc_annotation_get_quote (annotation));

  g_string_append_printf (dump, "%p %s %s", annotation, asc_annotation_get_id (annotation),
                          asc_annotation_get_label (annotation));
  for (guint i = 0; i < asc_span_set_get_n_spans (asc_annotation_get_spans (annotation)); i++)
    {
      const AscSpan *span = asc_span_set_get_span (asc_annotation_get_spans (annotation), i);

      g_string_append_printf (dump, " [%u %u]", span->start, span->end);
    }
  for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
    {
      g_autofree char *value = g_variant_print (asc_attributes_get_nth (attributes, i), TRUE);

      g_string_append_printf (dump, " %s=%s", asc_attributes_get_name (attributes, i), value);
    }
  g_string_append_printf (dump, " “%s” note=%s\n", quote, asc_annotation_get_note (annotation));
}

/* All that a history can change, to the pointer. */
static char *
dump_world (World *world)
{
  GString *dump = g_string_new (NULL);
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (world->set);
  AscArticle *article = asc_annotation_set_get_article (world->set);

  for (guint i = 0; i < asc_annotation_set_get_n (world->set); i++)
    dump_annotation (dump, asc_annotation_set_get_nth (world->set, i));
  for (guint i = 0; i < relations->len; i++)
    g_string_append_printf (dump, "%p %s %s→%s\n", relations->pdata[i],
                            asc_relation_get_relation_type (relations->pdata[i]),
                            asc_relation_get_from (relations->pdata[i]), asc_relation_get_to (relations->pdata[i]));
  for (guint i = 0; i < world->actors->items->len; i++)
    g_string_append_printf (dump, "%p %s\n", world->actors->items->pdata[i],
                            asc_actor_get_name (world->actors->items->pdata[i]));
  g_string_append_printf (dump, "state %d %u\ncodebook %p\ntitle %s\n", asc_annotation_set_get_state (world->set),
                          asc_annotation_set_get_read_to (world->set), asc_project_get_codebook (world->project),
                          asc_article_get_title (article));
  return g_string_free_and_steal (dump);
}

static void
check_world (World *world)
{
  GHashTableIter iter;
  gpointer       id, value;

  asc_annotation_set_check_consistency (world->set);
  shadow_check (world->annotations);
  shadow_check (world->actors);

  g_assert_cmpuint (g_hash_table_size (world->by_signal), ==, asc_annotation_set_get_n (world->set));
  g_hash_table_iter_init (&iter, world->by_signal);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_assert_true (asc_annotation_set_lookup (world->set, id) == value);
  g_hash_table_iter_init (&iter, world->relations_by_signal);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_assert_true (asc_annotation_set_lookup_relation (world->set, id) == value);
}

static AscSpanSet *
random_spans (void)
{
  AscSpan spans[3];
  guint   n = g_rand_boolean (rng) ? 1 : g_rand_int_range (rng, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      spans[i].start = g_rand_int_range (rng, 0, TEXT_LENGTH);
      spans[i].end = MIN (TEXT_LENGTH, spans[i].start + (guint) g_rand_int_range (rng, 1, 60));
    }
  return asc_span_set_new (spans, n);
}

static AscAnnotation *
random_annotation (World *world)
{
  guint n = asc_annotation_set_get_n (world->set);

  return n > 0 ? asc_annotation_set_get_nth (world->set, g_rand_int_range (rng, 0, n)) : NULL;
}

static void
edit_annotation (World         *world,
                 AscAnnotation *annotation)
{
  static const char *const      labels[] = { "claim", "actor", "date" };
  g_autoptr (AscAnnotation)     edited = NULL;
  g_autoptr (AscAttributes)     attributes = NULL;
  g_autoptr (AscSpanSet)        spans = NULL;
  g_autofree char              *note = NULL;

  switch (g_rand_int_range (rng, 0, 4))
    {
    case 0:
      edited = asc_annotation_with_label (annotation, labels[g_rand_int_range (rng, 0, 3)]);
      break;
    case 1:
      spans = random_spans ();
      edited = asc_annotation_with_spans (annotation, spans, NULL);
      break;
    case 2:
      attributes = asc_attributes_with (asc_annotation_get_attributes (annotation), "stance",
                                        g_rand_boolean (rng) ? g_variant_new_string ("support") : NULL);
      edited = asc_annotation_with_attributes (annotation, attributes);
      break;
    default:
      note = g_strdup_printf ("%d", g_rand_int_range (rng, 0, 3));
      edited = asc_annotation_with_note (annotation, note);
    }
  asc_history_put_annotation (world->history, world->set, edited);
}

static void
edit (World *world)
{
  static const char *const  types[] = { "source", "uttered" };
  g_autoptr (AscSpanSet)    spans = random_spans ();
  g_autoptr (AscAnnotation) made = asc_annotation_new (NULL, g_rand_boolean (rng) ? "claim" : "actor", spans);
  g_autoptr (AscRelation)   relation = NULL;
  g_autoptr (GPtrArray)     relations = NULL;
  g_autofree char          *name = g_strdup_printf ("Actor %d", g_rand_int_range (rng, 0, 8));
  AscAnnotation            *one = random_annotation (world), *other = random_annotation (world);

  switch (g_rand_int_range (rng, 0, 12))
    {
    case 0: case 1: case 2:
      asc_history_put_annotation (world->history, world->set, made);
      break;
    case 3: case 4: case 5:
      if (one != NULL)
        edit_annotation (world, one);
      break;
    case 6:
      if (one != NULL)
        asc_history_remove_annotation (world->history, world->set, asc_annotation_get_id (one));
      break;
    case 7: case 8:
      if (one != NULL)
        {
          relation = asc_relation_new (NULL, types[g_rand_int_range (rng, 0, 2)], asc_annotation_get_id (one),
                                       asc_annotation_get_id (other));
          asc_history_put_relation (world->history, world->set, relation);
        }
      break;
    case 9:
      relations = asc_annotation_set_get_relations (world->set);
      if (relations->len > 0)
        {
          AscRelation *gone = relations->pdata[g_rand_int_range (rng, 0, relations->len)];

          asc_history_remove_relation (world->history, world->set, asc_relation_get_id (gone));
        }
      break;
    case 10:
      asc_history_set_state (world->history, world->set, g_rand_int_range (rng, 0, 5),
                             g_rand_int_range (rng, 0, 2 * TEXT_LENGTH));
      break;
    default:
      {
        const AscActorValues values = { .id = name, .name = g_rand_boolean (rng) ? name : (char *) "Somebody" };
        g_autoptr (AscActor) actor = asc_actor_new (&values);
        AscArticle          *article = asc_annotation_set_get_article (world->set);
        g_autoptr (AscArticleMeta) meta = asc_article_meta_copy (asc_article_get_meta (article));

        g_set_str (&meta->title, name);
        if (g_rand_boolean (rng))
          asc_history_put_actor (world->history, asc_project_get_actors (world->project), actor);
        else if (g_rand_boolean (rng))
          asc_history_remove_actor (world->history, asc_project_get_actors (world->project), name);
        else
          asc_history_set_article_meta (world->history, article, meta);
      }
    }
}

/* Many edits in one step, of which some look at the list in between and some are taken back. */
static void
edit_many (World *world)
{
  gboolean is_nested = g_rand_boolean (rng);

  asc_history_begin (world->history, ASC_ACTION_BULK, NULL, g_rand_boolean (rng) ? "bulk" : NULL);
  if (is_nested)
    asc_history_begin (world->history, ASC_ACTION_ADD, NULL, NULL);
  for (guint i = g_rand_int_range (rng, 1, 30); i > 0; i--)
    edit (world);
  if (is_nested)
    {
      if (g_rand_int_range (rng, 0, 4) == 0)
        asc_history_abort (world->history);
      else
        asc_history_end (world->history);
      edit (world);
    }
  if (g_rand_int_range (rng, 0, 4) == 0)
    asc_history_abort (world->history);
  else
    asc_history_end (world->history);
}

/* What is there is what is remembered for this number of steps. */
static void
assert_as_before (World *world)
{
  g_autofree char *dump = dump_world (world);

  g_assert_cmpstr (dump, ==, world->dumps->pdata[asc_history_get_n_steps (world->history)]);
}

static void
remember (World   *world,
          guint    n_before,
          gboolean may_squash)
{
  guint n = asc_history_get_n_steps (world->history);
  char *dump = dump_world (world);

  /* A step that was not recorded left everything as it was, what can be redone too. */
  g_assert_cmpuint (n, <=, n_before + 1);
  if (n == n_before && n < world->dumps->len && (asc_history_get_can_redo (world->history) || !may_squash))
    g_assert_cmpstr (dump, ==, world->dumps->pdata[n]);
  if (asc_history_get_can_redo (world->history))
    {
      g_assert_cmpuint (n, ==, n_before);
      g_free (dump);
      return;
    }
  g_ptr_array_set_size (world->dumps, n);
  g_ptr_array_add (world->dumps, dump);
}

static void
type_note (World *world)
{
  AscAnnotation   *annotation = random_annotation (world);
  g_autofree char *id = annotation != NULL ? g_strdup (asc_annotation_get_id (annotation)) : NULL;

  for (guint i = g_rand_int_range (rng, 1, 5); annotation != NULL && i > 0; i--)
    {
      g_autoptr (AscAnnotation) edited = NULL;
      g_autofree char *key = g_strdup_printf ("note:%s", id);
      g_autofree char *note = g_strdup_printf ("%d", g_rand_int_range (rng, 0, 3));
      guint            n_before = asc_history_get_n_steps (world->history);

      edited = asc_annotation_with_note (annotation, note);
      asc_history_begin (world->history, ASC_ACTION_CHANGE_NOTE, NULL, key);
      asc_history_put_annotation (world->history, world->set, edited);
      asc_history_end (world->history);
      remember (world, n_before, TRUE);
      annotation = asc_annotation_set_lookup (world->set, id);
      now_usec += g_rand_int_range (rng, 0, 1200000);
    }
}

static void
world_init (World *world)
{
  g_autoptr (AscArticle)  article = fixture_long_article (TEXT_LENGTH);
  g_autoptr (AscCodebook) codebook = fixture_codebook ();

  world->project = asc_project_new ("test", codebook);
  world->set = asc_annotation_set_new (article, "mia");
  world->history = asc_history_new ();
  asc_history_set_clock (world->history, fake_clock);
  world->dumps = g_ptr_array_new_with_free_func (g_free);
  world->annotations = shadow_new (world->set);
  world->actors = shadow_new (asc_project_get_actors (world->project));
  world->by_signal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  world->relations_by_signal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_signal_connect (world->set, "annotation-changed", G_CALLBACK (on_changed), world->by_signal);
  g_signal_connect (world->set, "relation-changed", G_CALLBACK (on_changed), world->relations_by_signal);
}

static void
world_clear (World *world)
{
  g_clear_pointer (&world->dumps, g_ptr_array_unref);
  g_clear_pointer (&world->annotations, shadow_free);
  g_clear_pointer (&world->actors, shadow_free);
  assert_finalize (world->history);
  assert_finalize (world->set);
  assert_finalize (world->project);
  g_clear_pointer (&world->by_signal, g_hash_table_unref);
  g_clear_pointer (&world->relations_by_signal, g_hash_table_unref);
}

static void
test_undo_is_exact (void)
{
  World world = { NULL };

  world_init (&world);
  remember (&world, 0, FALSE);

  for (guint i = 0; i < N_EDITS; i++)
    {
      guint n_before = asc_history_get_n_steps (world.history);

      now_usec += g_rand_int_range (rng, 0, 3000000);
      switch (g_rand_int_range (rng, 0, 10))
        {
        case 0: case 1:
          if (asc_history_undo (world.history))
            assert_as_before (&world);
          else
            g_assert_cmpuint (n_before, ==, 0);
          break;
        case 2:
          if (asc_history_redo (world.history))
            assert_as_before (&world);
          break;
        case 3:
          edit_many (&world);
          remember (&world, n_before, TRUE);
          break;
        case 4:
          type_note (&world);
          break;
        default:
          edit (&world);
          remember (&world, n_before, FALSE);
        }
      check_world (&world);
    }

  for (guint round = 0; round < 2; round++)
    {
      while (asc_history_undo (world.history))
        assert_as_before (&world);
      g_assert_cmpuint (asc_history_get_n_steps (world.history), ==, 0);
      check_world (&world);
      while (asc_history_redo (world.history))
        assert_as_before (&world);
      check_world (&world);
    }
  world_clear (&world);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  rng = property_rand_new ();
  g_test_add_func ("/history/undo-is-exact", test_undo_is_exact);
  result = g_test_run ();
  g_rand_free (rng);
  return result;
}
