/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits on both sides of a merge. Apart: each side's work is there exactly. On top of each other: nothing is lost, nothing is
 * inconsistent, and the sides may be swapped when nothing was in conflict. */
#include "../unit/store/set-notation.h"
#include <string.h>

#include "asc-annotation-file.h"
#include "asc-annotation-merge.h"
#include "asc-annotation-set-private.h"
#include "property.h"

#define TEXT_LENGTH 120
#define N_ROUNDS    400

/* Whose part of the world: ids end in an even or an odd digit, or all do. */
typedef enum
{
  EVEN,
  ODD,
  ALL,
} Part;

static GRand *rng;
static guint  next_id;

static gboolean
is_in (const char *id,
       Part        part)
{
  gboolean is_odd = (id[strlen (id) - 1] - '0') % 2 != 0;

  return part == ALL || is_odd == (part == ODD);
}

static guint
below (guint end)
{
  return (guint) g_rand_int_range (rng, 0, (gint32) end);
}

/* In parts, spans start at even or odd places, so that the sides never mark the same; else there are so few places that they often do. */
static AscSpanSet *
random_spans (Part part)
{
  guint start = below (TEXT_LENGTH - 12) / 2 * 2 + (part == ODD);
  AscSpan spans[] = { { start, start + 1 + below (4) }, { start + 6, start + 7 + below (3) } };

  if (part == ALL)
    return asc_span_set_new_single (start / 8 * 8, start / 8 * 8 + 4);
  return asc_span_set_new (spans, 1 + below (2));
}

static void
put (AscAnnotationSet *set,
     AscAnnotation    *annotation)
{
  AscAnnotation *same = asc_annotation_set_find_same (set, asc_annotation_get_label (annotation), asc_annotation_get_spans (annotation));

  if (same == NULL || g_str_equal (asc_annotation_get_id (same), asc_annotation_get_id (annotation)))
    asc_annotation_set_put (set, annotation);
}

static void
add (AscAnnotationSet *set,
     Part              part)
{
  static const char * const labels[] = { "claim", "actor", "date" };
  g_autoptr (AscSpanSet) spans = random_spans (part);
  g_autofree char *id = NULL;
  g_autoptr (AscAnnotation) annotation = NULL;

  while (id == NULL || !is_in (id, part))
    {
      g_free (id);
      id = g_strdup_printf ("n%u", next_id++);
    }
  annotation = asc_annotation_new (id, labels[below (3)], spans);
  put (set, annotation);
}

static AscAnnotation *
any (AscAnnotationSet *set,
     Part              part)
{
  for (guint i = 0; i < 20 && asc_annotation_set_get_n (set) > 0; i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (set, below (asc_annotation_set_get_n (set)));

      if (is_in (asc_annotation_get_id (annotation), part))
        return annotation;
    }
  return NULL;
}

static void
change (AscAnnotationSet *set,
        AscAnnotation    *old,
        Part              part)
{
  g_autoptr (AscAnnotation) new = NULL;
  g_autoptr (AscSpanSet) spans = NULL;
  g_autoptr (AscAttributes) attributes = NULL;
  g_autofree char *value = g_strdup_printf ("v%u", below (5));

  switch (below (4))
    {
    case 0:
      new = asc_annotation_with_label (old, below (2) == 0 ? "claim" : "cue");
      break;
    case 1:
      spans = random_spans (part);
      new = asc_annotation_with_spans (old, spans, NULL);
      break;
    case 2:
      attributes = asc_attributes_with_string (asc_annotation_get_attributes (old), below (2) == 0 ? "x" : "y", value);
      new = asc_annotation_with_attributes (old, attributes);
      break;
    default:
      new = asc_annotation_with_note (old, value);
    }
  put (set, new);
}

static void
relate (AscAnnotationSet *set,
        Part              part)
{
  AscAnnotation *from = any (set, part), *to = any (set, part);
  g_autofree char *id = NULL;
  g_autoptr (AscRelation) relation = NULL;
  g_autoptr (GPtrArray) there = NULL;

  if (from == NULL || to == NULL || from == to)
    return;
  there = asc_annotation_set_relations_from (set, asc_annotation_get_id (from));
  for (guint i = 0; i < there->len; i++)
    {
      if (g_str_equal (asc_relation_get_to (g_ptr_array_index (there, i)), asc_annotation_get_id (to)))
        return;
    }
  id = g_strdup_printf ("r%s", asc_annotation_get_id (from));
  if (asc_annotation_set_lookup_relation (set, id) != NULL)
    return;
  relation = asc_relation_new (id, "source", asc_annotation_get_id (from), asc_annotation_get_id (to));
  asc_annotation_set_put_relation (set, relation);
}

static void
remove_with_relations (AscAnnotationSet *set,
                       AscAnnotation    *annotation)
{
  g_autoptr (AscAnnotation) keep = g_object_ref (annotation);
  const char *id = asc_annotation_get_id (annotation);
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (asc_relation_get_from (relation), id) || g_str_equal (asc_relation_get_to (relation), id))
        g_ptr_array_add (ids, g_strdup (asc_relation_get_id (relation)));
    }
  for (guint i = 0; i < ids->len; i++)
    asc_annotation_set_remove_relation (set, g_ptr_array_index (ids, i));
  asc_annotation_set_remove (set, id);
}

static void
edit (AscAnnotationSet *set,
      Part              part)
{
  AscAnnotation *annotation = any (set, part);

  switch (below (5))
    {
    case 0:
    case 1:
      add (set, part);
      break;
    case 2:
      if (annotation != NULL)
        change (set, annotation, part);
      break;
    case 3:
      if (annotation != NULL)
        remove_with_relations (set, annotation);
      break;
    default:
      relate (set, part);
    }
}

static AscAnnotationSet *
copy (AscAnnotationSet *set)
{
  AscAnnotationSet *other = asc_annotation_set_new (asc_annotation_set_get_article (set), "mia");
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    asc_annotation_set_put (other, asc_annotation_set_get_nth (set, i));
  for (guint i = 0; i < relations->len; i++)
    asc_annotation_set_put_relation (other, g_ptr_array_index (relations, i));
  return other;
}

/* What of @set belongs to a part, as text. */
static char *
part_of (AscAnnotationSet *set,
         Part              part)
{
  g_autoptr (AscAnnotationSet) only = copy (set);

  for (guint i = asc_annotation_set_get_n (only); i > 0; i--)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (only, i - 1);

      if (!is_in (asc_annotation_get_id (annotation), part))
        remove_with_relations (only, annotation);
    }
  return notation_write (only);
}

static AscAnnotationSet *
random_base (AscArticle *article,
             gboolean    in_parts)
{
  AscAnnotationSet *set = asc_annotation_set_new (article, "mia");

  for (guint i = below (25); i > 0; i--)
    add (set, in_parts ? (i % 2 == 0 ? EVEN : ODD) : ALL);
  for (guint i = below (10); i > 0; i--)
    relate (set, in_parts ? (i % 2 == 0 ? EVEN : ODD) : ALL);
  return set;
}

static void
test_apart (void)
{
  g_autoptr (AscArticle) article = notation_article (TEXT_LENGTH);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (AscAnnotationSet) base = random_base (article, TRUE);
      g_autoptr (AscAnnotationSet) ours = copy (base);
      g_autoptr (AscAnnotationSet) theirs = copy (base);
      g_autoptr (AscAnnotationSet) merged = NULL;
      g_autoptr (AscAnnotationSet) swapped = NULL;
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *our_part = NULL;
      g_autofree char *their_part = NULL;
      g_autofree char *merged_ours = NULL;
      g_autofree char *merged_theirs = NULL;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      for (guint i = below (15); i > 0; i--)
        edit (ours, EVEN);
      for (guint i = below (15); i > 0; i--)
        edit (theirs, ODD);
      merged = asc_annotation_merge (base, ours, theirs, conflicts);
      swapped = asc_annotation_merge (base, theirs, ours, conflicts);
      g_assert_cmpuint (conflicts->len, ==, 0);

      our_part = part_of (ours, EVEN);
      their_part = part_of (theirs, ODD);
      merged_ours = part_of (merged, EVEN);
      merged_theirs = part_of (merged, ODD);
      g_assert_cmpstr (merged_ours, ==, our_part);
      g_assert_cmpstr (merged_theirs, ==, their_part);
      one = notation_write (merged);
      other = notation_write (swapped);
      g_assert_cmpstr (one, ==, other);
    }
}

/* Whether @merged has an annotation where @annotation is, or where the other side moved it. */
static gboolean
has_place (AscAnnotationSet *merged,
           AscAnnotation    *annotation,
           AscAnnotation    *moved)
{
  AscAnnotation *sides[] = { annotation, moved != NULL ? moved : annotation };

  for (guint label = 0; label < 2; label++)
    {
      for (guint spans = 0; spans < 2; spans++)
        {
          if (asc_annotation_set_find_same (merged, asc_annotation_get_label (sides[label]),
                                            asc_annotation_get_spans (sides[spans])) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* What @side did: none of it may be gone from @merged, unless it is reported as a conflict. */
static void
check_kept (AscAnnotationSet *base,
            AscAnnotationSet *side,
            AscAnnotationSet *other,
            AscAnnotationSet *merged,
            GPtrArray        *conflicts)
{
  for (guint i = 0; i < asc_annotation_set_get_n (side); i++)
    {
      AscAnnotation *annotation = asc_annotation_set_get_nth (side, i);
      const char *id = asc_annotation_get_id (annotation);
      AscAnnotation *old = asc_annotation_set_lookup (base, id);
      gboolean found;

      if (old != NULL && asc_annotation_equal (old, annotation))
        continue;
      /* By its id, or joined with one that says the same. */
      found = asc_annotation_set_lookup (merged, id) != NULL
              || has_place (merged, annotation, asc_annotation_set_lookup (other, id));
      for (guint j = 0; j < conflicts->len && !found; j++)
        found = g_str_has_suffix (g_ptr_array_index (conflicts, j), id);
      g_assert_true (found);
    }
}

static void
test_together (void)
{
  g_autoptr (AscArticle) article = notation_article (TEXT_LENGTH);
  guint n_swapped = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (AscAnnotationSet) base = random_base (article, FALSE);
      g_autoptr (AscAnnotationSet) ours = copy (base);
      g_autoptr (AscAnnotationSet) theirs = copy (base);
      g_autoptr (AscAnnotationSet) merged = NULL;
      g_autoptr (AscAnnotationSet) swapped = NULL;
      g_autoptr (AscAnnotationSet) again = NULL;
      g_autoptr (AscAnnotationSet) same = NULL;
      g_autoptr (AscAnnotationSet) reread = NULL;
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_problem_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AscHistory) history = asc_history_new ();
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      g_autofree char *repeated = NULL;
      g_autofree char *unchanged = NULL;
      g_autofree char *own = NULL;
      g_autofree char *from_file = NULL;
      g_autofree char *taken_in = NULL;

      for (guint i = below (15); i > 0; i--)
        edit (ours, ALL);
      for (guint i = below (15); i > 0; i--)
        edit (theirs, ALL);
      merged = asc_annotation_merge (base, ours, theirs, conflicts);
      asc_annotation_set_check_consistency (merged);
      check_kept (base, ours, theirs, merged, conflicts);
      check_kept (base, theirs, ours, merged, conflicts);
      one = notation_write (merged);

      if (conflicts->len == 0)
        {
          swapped = asc_annotation_merge (base, theirs, ours, NULL);
          other = notation_write (swapped);
          g_assert_cmpstr (one, ==, other);
          n_swapped++;
        }

      /* Merging what was merged already changes nothing; nor does a side that did nothing. */
      again = asc_annotation_merge (theirs, merged, theirs, NULL);
      repeated = notation_write (again);
      g_assert_cmpstr (repeated, ==, one);
      same = asc_annotation_merge (base, ours, base, NULL);
      unchanged = notation_write (same);
      own = notation_write (ours);
      g_assert_cmpstr (unchanged, ==, own);

      bytes = asc_annotation_file_write (merged);
      reread = asc_annotation_file_parse (bytes, "a.json", article, "mia", problems, NULL);
      g_assert_cmpuint (problems->len, ==, 0);
      from_file = notation_write (reread);
      g_assert_cmpstr (from_file, ==, one);

      asc_annotation_merge_take_in (history, ours, merged);
      taken_in = notation_write (ours);
      g_assert_cmpstr (taken_in, ==, one);
      asc_annotation_set_check_consistency (ours);
    }
  g_assert_cmpuint (n_swapped, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rng = property_rand_new ();

  g_test_add_func ("/property/annotation-merge/apart", test_apart);
  g_test_add_func ("/property/annotation-merge/together", test_together);

  status = g_test_run ();
  g_rand_free (rng);
  return status;
}
