/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation.h"
#include "asc-id.h"
#include "fixture.h"

static void
test_new (void)
{
  g_autoptr (AscAnnotation) annotation = fixture_annotation (NULL, "claim", 3, 9);
  g_autoptr (AscAnnotation) other = fixture_annotation (NULL, "claim", 3, 9);

  g_assert_true (asc_id_is_valid (asc_annotation_get_id (annotation)));
  g_assert_cmpstr (asc_annotation_get_id (annotation), !=, asc_annotation_get_id (other));
  g_assert_cmpstr (asc_annotation_get_label (annotation), ==, "claim");
  g_assert_cmpuint (asc_annotation_get_start (annotation), ==, 3);
  g_assert_cmpuint (asc_annotation_get_end (annotation), ==, 9);
  g_assert_null (asc_annotation_get_quote (annotation)[0]);
  g_assert_cmpuint (asc_attributes_get_n (asc_annotation_get_attributes (annotation)), ==, 0);
  g_assert_null (asc_annotation_get_note (annotation));
  g_assert_cmpint (asc_annotation_get_origin (annotation), ==, ASC_ORIGIN_MANUAL);
  g_assert_cmpint (asc_annotation_get_modified (annotation), >, 0);
  g_assert_null (asc_annotation_get_extra (annotation));
}

static AscAnnotation *
full_annotation (void)
{
  static const char *const  quote[] = { "one", "two", NULL };
  const AscSpan             spans[] = { { 10, 13 }, { 20, 23 } };
  g_autoptr (AscSpanSet)    set = asc_span_set_new (spans, 2);
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  g_autoptr (AscAttributes) attributes = asc_attributes_with_string (none, "stance", "oppose");

  return g_object_new (ASC_TYPE_ANNOTATION, "id", "k3f9x2ma", "label", "claim", "spans", set, "quote", quote,
                       "attributes", attributes, "note", "a note", "origin", ASC_ORIGIN_IMPORTED,
                       "modified", (gint64) 1234, "extra", "{\"x\":1}", NULL);
}

static void
test_properties (void)
{
  g_autoptr (AscAnnotation) annotation = full_annotation ();
  g_autoptr (AscSpanSet)    spans = NULL;
  g_autoptr (AscAttributes) attributes = NULL;
  g_autofree char          *id = NULL;
  g_autofree char          *label = NULL;
  g_autofree char          *note = NULL;
  g_autofree char          *extra = NULL;
  g_auto (GStrv)            quote = NULL;
  AscOrigin                 origin;
  gint64                    modified;

  g_object_get (annotation, "id", &id, "label", &label, "spans", &spans, "quote", &quote, "attributes", &attributes,
                "note", &note, "origin", &origin, "modified", &modified, "extra", &extra, NULL);
  g_assert_cmpstr (id, ==, "k3f9x2ma");
  g_assert_cmpstr (label, ==, "claim");
  g_assert_cmpuint (asc_span_set_get_n_spans (spans), ==, 2);
  g_assert_cmpstr (quote[1], ==, "two");
  g_assert_cmpstr (asc_attributes_get_string (attributes, "stance"), ==, "oppose");
  g_assert_cmpstr (note, ==, "a note");
  g_assert_cmpint (origin, ==, ASC_ORIGIN_IMPORTED);
  g_assert_cmpint (modified, ==, 1234);
  g_assert_cmpstr (extra, ==, "{\"x\":1}");
}

/* Each copy differs in what it says and in nothing else, and the original in nothing. */
static void
test_copies (void)
{
  static const char *const  new_quote[] = { "moved", NULL };
  g_autoptr (AscAnnotation) annotation = full_annotation ();
  g_autoptr (AscAnnotation) untouched = full_annotation ();
  g_autoptr (AscSpanSet)    spans = asc_span_set_new_single (1, 6);
  g_autoptr (AscAttributes) none = asc_attributes_new ();
  AscAnnotation            *copies[6];

  copies[0] = asc_annotation_with_label (annotation, "actor");
  copies[1] = asc_annotation_with_spans (annotation, spans, new_quote);
  copies[2] = asc_annotation_with_attributes (annotation, none);
  copies[3] = asc_annotation_with_note (annotation, "");
  copies[4] = asc_annotation_with_origin (annotation, ASC_ORIGIN_ACCEPTED);
  copies[5] = asc_annotation_with_quote (annotation, new_quote);

  g_assert_cmpstr (asc_annotation_get_label (copies[0]), ==, "actor");
  g_assert_true (asc_annotation_get_spans (copies[1]) == spans);
  g_assert_cmpstr (asc_annotation_get_quote (copies[1])[0], ==, "moved");
  g_assert_true (asc_annotation_get_attributes (copies[2]) == none);
  g_assert_null (asc_annotation_get_note (copies[3]));
  g_assert_cmpint (asc_annotation_get_origin (copies[4]), ==, ASC_ORIGIN_ACCEPTED);
  g_assert_cmpint (asc_annotation_get_modified (copies[5]), ==, 1234);

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_assert_false (asc_annotation_equal (annotation, copies[i]));
      g_assert_cmpstr (asc_annotation_get_id (copies[i]), ==, "k3f9x2ma");
      g_assert_cmpstr (asc_annotation_get_extra (copies[i]), ==, "{\"x\":1}");
      if (i != 5)
        g_assert_cmpint (asc_annotation_get_modified (copies[i]), >, 1234);
      g_object_unref (copies[i]);
    }
  g_assert_true (asc_annotation_equal (annotation, untouched));
  g_assert_cmpint (asc_annotation_get_modified (annotation), ==, 1234);
}

static void
test_equal_ignores_time (void)
{
  g_autoptr (AscAnnotation) annotation = full_annotation ();
  g_autoptr (AscAnnotation) later = asc_annotation_with_label (annotation, "claim");

  g_assert_cmpint (asc_annotation_get_modified (later), !=, asc_annotation_get_modified (annotation));
  g_assert_true (asc_annotation_equal (annotation, later));
}

static void
test_canonical_order (void)
{
  g_autoptr (AscAnnotation) first = fixture_annotation ("b", "claim", 1, 2);
  g_autoptr (AscAnnotation) longest = fixture_annotation ("z", "claim", 3, 9);
  g_autoptr (AscAnnotation) a = fixture_annotation ("a", "claim", 3, 5);
  g_autoptr (AscAnnotation) b = fixture_annotation ("b", "actor", 3, 5);
  AscAnnotation            *order[] = { first, longest, a, b };

  for (guint i = 0; i < 4; i++)
    {
      for (guint j = 0; j < 4; j++)
        {
          int compared = asc_annotation_compare (order[i], order[j]);

          g_assert_cmpint ((compared > 0) - (compared < 0), ==, (i > j) - (i < j));
        }
    }
}

static void
test_origin_names (void)
{
  AscOrigin origin = ASC_ORIGIN_ACCEPTED;

  g_assert_cmpstr (asc_origin_to_string (ASC_ORIGIN_SUGGESTED), ==, "suggested");
  g_assert_true (asc_origin_from_string ("imported", &origin));
  g_assert_cmpint (origin, ==, ASC_ORIGIN_IMPORTED);
  g_assert_false (asc_origin_from_string ("Imported", &origin));
  g_assert_false (asc_origin_from_string (NULL, &origin));
  g_assert_cmpint (origin, ==, ASC_ORIGIN_IMPORTED);
  g_assert_null (asc_origin_to_string (99));
}

static void
test_finalize (void)
{
  assert_finalize (full_annotation ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation/new", test_new);
  g_test_add_func ("/annotation/properties", test_properties);
  g_test_add_func ("/annotation/copies", test_copies);
  g_test_add_func ("/annotation/equal-ignores-time", test_equal_ignores_time);
  g_test_add_func ("/annotation/canonical-order", test_canonical_order);
  g_test_add_func ("/annotation/origin-names", test_origin_names);
  g_test_add_func ("/annotation/finalize", test_finalize);
  return g_test_run ();
}
