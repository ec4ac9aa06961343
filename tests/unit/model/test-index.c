/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-index.h"
#include "fixture.h"

static char *
query (AscIndex *index,
       guint     start,
       guint     end)
{
  g_autoptr (GPtrArray) found = asc_index_query (index, &ASC_SPAN (start, end));
  GString              *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append (ids, asc_annotation_get_id (found->pdata[i]));
  return g_string_free_and_steal (ids);
}

static void
assert_query (AscIndex   *index,
              guint       start,
              guint       end,
              const char *expected)
{
  g_autofree char *ids = query (index, start, end);

  g_assert_cmpstr (ids, ==, expected);
}

static void
insert (AscIndex   *index,
        const char *id,
        guint       start,
        guint       end)
{
  g_autoptr (AscAnnotation) annotation = fixture_annotation (id, "claim", start, end);

  asc_index_insert (index, annotation);
}

static void
test_half_open (void)
{
  g_autoptr (AscIndex) index = asc_index_new ();

  insert (index, "a", 2, 5);
  assert_query (index, 0, 2, "");
  assert_query (index, 0, 3, "a");
  assert_query (index, 4, 9, "a");
  assert_query (index, 5, 9, "");
  assert_query (index, 3, 4, "a");
}

static void
test_order (void)
{
  g_autoptr (AscIndex) index = asc_index_new ();

  insert (index, "d", 2, 5);
  insert (index, "c", 2, 5);
  insert (index, "b", 2, 9);
  insert (index, "a", 0, 3);
  insert (index, "e", 3, 4);
  assert_query (index, 0, 20, "abcde");
  asc_index_check_consistency (index);
}

static void
test_discontinuous (void)
{
  const AscSpan             spans[] = { { 0, 2 }, { 10, 12 }, { 20, 22 } };
  g_autoptr (AscSpanSet)    set = asc_span_set_new (spans, 3);
  g_autoptr (AscAnnotation) holed = asc_annotation_new ("z", "claim", set);
  g_autoptr (AscIndex)      index = asc_index_new ();

  asc_index_insert (index, holed);
  insert (index, "a", 5, 11);
  g_assert_cmpuint (asc_index_get_n_spans (index), ==, 4);
  assert_query (index, 0, 30, "za");
  assert_query (index, 9, 21, "za");
  assert_query (index, 3, 9, "a");
  assert_query (index, 12, 20, "");

  g_assert_true (asc_index_remove (index, holed));
  g_assert_false (asc_index_remove (index, holed));
  g_assert_cmpuint (asc_index_get_n_spans (index), ==, 1);
  assert_query (index, 0, 30, "a");
}

/* Only the very annotation goes, not another with its id and spans. */
static void
test_remove_is_by_object (void)
{
  g_autoptr (AscIndex)      index = asc_index_new ();
  g_autoptr (AscAnnotation) copy = fixture_annotation ("a", "claim", 2, 5);

  insert (index, "a", 2, 5);
  g_assert_false (asc_index_remove (index, copy));
  g_assert_cmpuint (asc_index_get_n_spans (index), ==, 1);
}

/* Chunks fill, split, empty and merge, in and against the order, with a span over all of them. */
static void
test_chunks (void)
{
  g_autoptr (AscIndex)  index = asc_index_new ();
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (annotations, fixture_annotation ("all", "claim", 0, 100000));
  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (annotations, fixture_annotation (NULL, "claim", i * 10, i * 10 + 5));

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < annotations->len; i++)
        asc_index_insert (index, annotations->pdata[round == 0 ? i : annotations->len - 1 - i]);
      asc_index_check_consistency (index);

      for (guint at = 0; at < 9900; at += 1111)
        {
          g_autoptr (GPtrArray) found = asc_index_query (index, &ASC_SPAN (at - at % 10, at - at % 10 + 20));

          g_assert_cmpuint (found->len, ==, 3);
          g_assert_true (found->pdata[0] == annotations->pdata[0]);
        }

      for (guint i = 0; i < annotations->len; i++)
        {
          g_assert_true (asc_index_remove (index, annotations->pdata[(i * 577) % annotations->len]));
          if (i % 50 == 0)
            asc_index_check_consistency (index);
        }
      g_assert_cmpuint (asc_index_get_n_spans (index), ==, 0);
      asc_index_check_consistency (index);
    }
}

/* A full chunk is split wherever the newcomer goes. */
static void
test_split_at_every_place (void)
{
  for (guint place = 0; place <= 256; place++)
    {
      g_autoptr (AscIndex)      index = asc_index_new ();
      g_autoptr (AscAnnotation) last = fixture_annotation (NULL, "claim", place * 2, place * 2 + 1);
      g_autoptr (GPtrArray)     found = NULL;

      for (guint i = 0; i < 256; i++)
        {
          g_autoptr (AscAnnotation) annotation = fixture_annotation (NULL, "claim", i * 2 + 1, i * 2 + 2);

          asc_index_insert (index, annotation);
        }
      asc_index_insert (index, last);
      asc_index_check_consistency (index);
      found = asc_index_query (index, &ASC_SPAN (place * 2, place * 2 + 1));
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_true (found->pdata[0] == last);
    }
}

static void
test_holds_references (void)
{
  AscIndex      *index = asc_index_new ();
  AscAnnotation *annotation = fixture_annotation ("a", "claim", 0, 1);

  asc_index_insert (index, annotation);
  g_object_add_weak_pointer (G_OBJECT (annotation), (gpointer *) &annotation);
  g_object_unref (annotation);
  g_assert_nonnull (annotation);
  asc_index_free (index);
  g_assert_null (annotation);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/half-open", test_half_open);
  g_test_add_func ("/index/order", test_order);
  g_test_add_func ("/index/discontinuous", test_discontinuous);
  g_test_add_func ("/index/remove-is-by-object", test_remove_is_by_object);
  g_test_add_func ("/index/chunks", test_chunks);
  g_test_add_func ("/index/split-at-every-place", test_split_at_every_place);
  g_test_add_func ("/index/holds-references", test_holds_references);
  return g_test_run ();
}
