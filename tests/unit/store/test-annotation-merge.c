/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-annotation-merge.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "asc-annotation-set-private.h"
#include "set-notation.h"

typedef struct
{
  const char *name;
  const char *base;       /* NULL: not known */
  const char *ours;
  const char *theirs;
  const char *merged;     /* canonical but for the state, when that is "@unread/0" */
  const char *conflicts;  /* comma-separated; NULL: none, and then the sides may be swapped */
} Case;

static const Case cases[] = {
  { "nothing", "a:claim:0-5", "a:claim:0-5", "a:claim:0-5", "a:claim:0-5", NULL },
  { "both-add", "", "a:claim:0-5", "b:actor:6-9", "a:claim:0-5 b:actor:6-9", NULL },
  { "one-removes", "a:claim:0-5 b:actor:6-9", "b:actor:6-9", "a:claim:0-5 b:actor:6-9", "b:actor:6-9", NULL },
  { "both-remove", "a:claim:0-5", "", "", "", NULL },
  { "one-changes-label", "a:claim:0-5", "a:actor:0-5", "a:claim:0-5", "a:actor:0-5", NULL },
  { "both-change-alike", "a:claim:0-5", "a:actor:0-5", "a:actor:0-5", "a:actor:0-5", NULL },
  { "label-and-spans", "a:claim:0-5", "a:actor:0-5", "a:claim:0-7+9-10", "a:actor:0-7+9-10", NULL },
  { "two-attributes", "a:claim:0-5{x=1,y=1}", "a:claim:0-5{x=2,y=1}", "a:claim:0-5{x=1,y=2}", "a:claim:0-5{x=2,y=2}", NULL },
  { "attribute-added-and-removed", "a:claim:0-5{x=1}", "a:claim:0-5{x=1,y=2}", "a:claim:0-5", "a:claim:0-5{y=2}", NULL },
  { "note-and-attribute", "a:claim:0-5", "a:claim:0-5{note=n}", "a:claim:0-5{x=1}", "a:claim:0-5{note=n,x=1}", NULL },
  { "removed-and-changed", "a:claim:0-5", "", "a:actor:0-5", "a:actor:0-5", NULL },
  { "same-attribute", "a:claim:0-5{x=1}", "a:claim:0-5{x=2}", "a:claim:0-5{x=3}", "a:claim:0-5{x=2}", "/annotations/a" },
  { "same-label", "a:claim:0-5", "a:actor:0-5", "a:date:0-5", "a:actor:0-5", "/annotations/a" },
  { "same-spans", "a:claim:0-5", "a:claim:0-6", "a:claim:0-7", "a:claim:0-6", "/annotations/a" },
  { "same-id-added", "", "a:claim:0-5", "a:date:0-5", "a:claim:0-5", "/annotations/a" },
  { "identical-added", "", "b:claim:0-5", "a:claim:0-5", "a:claim:0-5", NULL },
  { "identical-added-attributes", "", "b:claim:0-5{x=1}", "a:claim:0-5{y=2}", "a:claim:0-5{x=1,y=2}", NULL },
  { "became-identical", "a:claim:0-5 b:actor:6-9", "a:claim:0-5 b:claim:6-9", "a:claim:6-9 b:actor:6-9", "a:claim:6-9", NULL },
  { "identical-and-related", "", "b:claim:0-5 c:actor:6-9 r=source:b>c", "a:claim:0-5 d:actor:6-9 s=source:a>d",
    "a:claim:0-5 c:actor:6-9 r=source:a>c", NULL },
  { "both-relate", "a:claim:0-5 b:actor:6-9 c:date:6-9",
    "a:claim:0-5 b:actor:6-9 c:date:6-9 r=source:a>b", "a:claim:0-5 b:actor:6-9 c:date:6-9 s=uttered:a>c",
    "a:claim:0-5 b:actor:6-9 c:date:6-9 r=source:a>b s=uttered:a>c", NULL },
  { "both-relate-alike", "a:claim:0-5 b:actor:6-9", "a:claim:0-5 b:actor:6-9 r=source:a>b", "a:claim:0-5 b:actor:6-9 s=source:a>b",
    "a:claim:0-5 b:actor:6-9 r=source:a>b", NULL },
  { "relation-removed", "a:claim:0-5 b:actor:6-9 r=source:a>b", "a:claim:0-5 b:actor:6-9", "a:claim:0-5 b:actor:6-9 r=source:a>b",
    "a:claim:0-5 b:actor:6-9", NULL },
  { "end-removed-with-relation", "a:claim:0-5 b:actor:6-9 r=source:a>b", "a:claim:0-5", "a:claim:0-5{x=1} b:actor:6-9 r=source:a>b",
    "a:claim:0-5{x=1}", NULL },
  { "end-removed-and-related", "a:claim:0-5 b:actor:6-9", "a:claim:0-5", "a:claim:0-5 b:actor:6-9 r=source:a>b",
    "a:claim:0-5 b:actor:6-9 r=source:a>b", NULL },
  { "relation-changed-twice", "a:claim:0-5 b:actor:6-9 r=source:a>b", "a:claim:0-5 b:actor:6-9 r=cue:a>b",
    "a:claim:0-5 b:actor:6-9 r=addressee:a>b", "a:claim:0-5 b:actor:6-9 r=cue:a>b", "/relations/r" },
  { "swapped", "a:claim:0-5 b:claim:6-9", "a:claim:6-9 b:claim:0-5", "a:claim:0-5 b:claim:6-9 c:date:1-2",
    "b:claim:0-5 c:date:1-2 a:claim:6-9", NULL },
  { "no-base", NULL, "a:claim:0-5 b:actor:6-9", "a:claim:0-5 c:date:6-9", "a:claim:0-5 b:actor:6-9 c:date:6-9", NULL },
  { "no-base-conflict", NULL, "a:claim:0-5{x=1}", "a:claim:0-5{x=2}", "a:claim:0-5{x=1}", "/annotations/a" },
  { "state-one", "@reading/3", "@done/3", "@reading/3", "@done/3", NULL },
  { "state-both", "@reading/3", "@done/3", "@set-aside/3", "@done/3", "/state" },
  { "read-to-both", "@reading/3", "@reading/8", "@reading/5", "@reading/8", NULL },
  { "state-and-read-to", "@reading/3", "@done/3", "@reading/7", "@done/7", NULL },
};

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
join (GPtrArray *strings)
{
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);
  return g_strjoinv (",", (char **) strings->pdata);
}

static void
check (AscAnnotationSet *base,
       AscAnnotationSet *ours,
       AscAnnotationSet *theirs,
       const char       *expected,
       const char       *expected_conflicts)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = notation_write (ours);
  g_autoptr (AscAnnotationSet) merged = asc_annotation_merge (base, ours, theirs, conflicts);
  g_autofree char *notation = notation_write (merged);
  g_autofree char *full = g_strconcat (expected, strchr (expected, '@') != NULL ? "" : *expected != '\0' ? " @unread/0" : "@unread/0", NULL);
  g_autofree char *joined = join (conflicts);
  g_autofree char *after = notation_write (ours);
  g_autofree char *taken_in = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (AscHistory) history = asc_history_new ();
  gboolean changed;

  asc_annotation_set_check_consistency (merged);
  g_assert_cmpstr (notation, ==, full);
  g_assert_cmpstr (joined, ==, expected_conflicts != NULL ? expected_conflicts : "");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (asc_annotation_set_get_extra (merged) != NULL, ==, expected_conflicts != NULL);

  /* As one step, that goes away as one step. */
  changed = asc_annotation_merge_take_in (history, ours, merged);
  taken_in = notation_write (ours);
  g_assert_cmpstr (taken_in, ==, notation);
  asc_annotation_set_check_consistency (ours);
  g_assert_cmpint (changed, ==, !g_str_equal (before, taken_in));
  g_assert_cmpuint (asc_history_get_n_steps (history), ==, changed ? 1 : 0);
  g_assert_false (asc_annotation_merge_take_in (history, ours, merged));
  if (changed)
    g_assert_true (asc_history_undo (history));
  undone = notation_write (ours);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (AscArticle) article = notation_article (40);
  g_autoptr (AscAnnotationSet) base = one->base != NULL ? notation_read (article, one->base) : NULL;
  g_autoptr (AscAnnotationSet) ours = notation_read (article, one->ours);
  g_autoptr (AscAnnotationSet) theirs = notation_read (article, one->theirs);

  check (base, ours, theirs, one->merged, one->conflicts);
  if (one->conflicts == NULL)
    check (base, theirs, ours, one->merged, NULL);
}

/* Their side of each conflict is in the file, as it would stand there. */
static void
test_keeps_theirs (void)
{
  g_autoptr (AscArticle) article = notation_article (40);
  g_autoptr (AscAnnotationSet) base = notation_read (article, "a:claim:0-5 b:actor:6-9 r=source:a>b @reading/0");
  g_autoptr (AscAnnotationSet) ours = notation_read (article, "a:claim:0-6 b:actor:6-9 r=cue:a>b @done/0");
  g_autoptr (AscAnnotationSet) theirs = notation_read (article, "a:claim:0-7{x=1} b:actor:6-9 r=addressee:a>b @set-aside/0");
  g_autoptr (AscAnnotationSet) merged = asc_annotation_merge (base, ours, theirs, NULL);
  g_autoptr (AscAnnotationSet) again = NULL;
  g_autoptr (JsonNode) extra = json_from_string (asc_annotation_set_get_extra (merged), NULL);
  JsonArray *conflicts = json_object_get_array_member (json_node_get_object (extra), "conflicts");
  JsonObject *annotation, *relation;

  g_assert_cmpuint (json_array_get_length (conflicts), ==, 3);
  annotation = json_object_get_object_member (json_array_get_object_element (conflicts, 0), "annotation");
  g_assert_cmpstr (json_object_get_string_member (annotation, "id"), ==, "a");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (annotation, "quote"), 0), ==, "xxxxxxx");
  relation = json_object_get_object_member (json_array_get_object_element (conflicts, 1), "relation");
  g_assert_cmpstr (json_object_get_string_member (relation, "type"), ==, "addressee");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (conflicts, 2), "state"), ==, "set-aside");

  /* The same conflict met again is kept once. */
  asc_annotation_set_set_extra (ours, asc_annotation_set_get_extra (merged));
  again = asc_annotation_merge (base, ours, theirs, NULL);
  g_assert_cmpstr (asc_annotation_set_get_extra (again), ==, asc_annotation_set_get_extra (merged));
}

static void
test_extra (void)
{
  g_autoptr (AscArticle) article = notation_article (40);
  g_autoptr (AscAnnotationSet) base = notation_read (article, "");
  g_autoptr (AscAnnotationSet) ours = notation_read (article, "");
  g_autoptr (AscAnnotationSet) theirs = notation_read (article, "");
  g_autoptr (AscAnnotationSet) merged = NULL;

  asc_annotation_set_set_extra (base, "{\"x\": 1, \"orphans\": [{\"id\": \"o1\"}]}");
  asc_annotation_set_set_extra (ours, "{\"x\": 1, \"orphans\": [{\"id\": \"o1\"}, {\"id\": \"o2\"}]}");
  asc_annotation_set_set_extra (theirs, "{\"x\": 2, \"y\": 3, \"orphans\": []}");
  merged = asc_annotation_merge (base, ours, theirs, NULL);
  g_assert_cmpstr (asc_annotation_set_get_extra (merged), ==, "{\"x\":2,\"orphans\":[{\"id\":\"o2\"}],\"y\":3}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/annotation-merge/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/annotation-merge/keeps-theirs", test_keeps_theirs);
  g_test_add_func ("/annotation-merge/extra", test_extra);

  return g_test_run ();
}
