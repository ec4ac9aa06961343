/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Autosave, and what goes wrong with disks and other programs. */
#define _GNU_SOURCE /* syscall */
#include "store-fixture.h"

#include "asc-project-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TEXT "Ferrer said on Tuesday that a fee will be charged. Brandt denied this.\n"
#define FILE_NAME "annotations/mia/a.json"
#define HEAD "{\"format\": \"ascribe-annotations/1\", \"article\": \"a\", \"text_sha256\": \"%s\", " \
             "\"offset_unit\": \"codepoint\", \"coder\": \"mia\", \"state\": \"reading\", \"read_to\": 0, "

/* ---- a disk that fails: GLib's calls of write() come here first ---- */

static int failing_errno;

ssize_t
write (int         fd,
       const void *data,
       size_t      n_bytes)
{
  struct stat status;

  if (g_atomic_int_get (&failing_errno) != 0 && fd > 2 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    {
      errno = g_atomic_int_get (&failing_errno);
      return -1;
    }
  return syscall (SYS_write, fd, data, n_bytes);
}

/* Root may write anywhere; then nothing here would be read-only. */
static void
drop_root_override (void)
{
  struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
  struct __user_cap_data_struct sets[2] = { { 0 } };

  if (syscall (SYS_capget, &header, sets) != 0)
    return;
  sets[0].effective &= ~(1u << CAP_DAC_OVERRIDE);
  sets[0].permitted &= ~(1u << CAP_DAC_OVERRIDE);
  sets[0].inheritable = 0;
  syscall (SYS_capset, &header, sets);
}

static gboolean
is_saved (gpointer store)
{
  return !asc_project_store_get_saving (store);
}

static gboolean
is_in_file (StoreFixture *fixture,
            const char   *id)
{
  g_autofree char *content = fixture_read (fixture, FILE_NAME);
  g_autofree char *needle = g_strdup_printf ("\"id\": \"%s\"", id);

  return content != NULL && strstr (content, needle) != NULL;
}

#define assert_in_file(fixture, id)     g_assert_true (is_in_file (fixture, id))
#define assert_not_in_file(fixture, id) g_assert_false (is_in_file (fixture, id))

static void
flush (AscProjectStore *store)
{
  g_autoptr (GError) error = NULL;

  asc_project_store_flush (store, &error);
  g_assert_no_error (error);
  g_assert_false (asc_project_store_get_saving (store));
}

/* A file of annotations as another program would write it: @annotations is the inside of the array. */
static void
write_other (StoreFixture *fixture,
             const char   *name,
             const char   *annotations,
             const char   *rest)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, TEXT, -1);
  g_autofree char *head = g_strdup_printf (HEAD, sha256);
  g_autofree char *content = g_strconcat (head, "\"annotations\": [", annotations, "], \"relations\": []", rest, "}", NULL);

  fixture_write (fixture, name, content);
}

static void
count (gpointer source,
       gpointer data)
{
  *(guint *) data += 1;
}

/* ---- */

static void
test_saves (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) again = NULL;
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  AscAnnotation *annotation, *same;
  guint n_saved = 0;

  g_signal_connect (store, "saved", G_CALLBACK (count), &n_saved);

  annotation = fixture_annotate (store, set, "k1", "claim", 28, 49);
  g_assert_true (asc_project_store_get_saving (store));
  g_assert_false (fixture_exists (fixture, FILE_NAME));
  fixture_wait (is_saved, store);
  g_assert_cmpuint (n_saved, ==, 1);
  assert_in_file (fixture, "k1");
  g_assert_cmpuint (asc_article_get_n_annotations (asc_annotation_set_get_article (set)), ==, 1);

  /* The same again after closing and opening, to the byte. */
  first = fixture_read (fixture, FILE_NAME);
  again = fixture_open (fixture);
  {
    g_autoptr (AscAnnotationSet) reread = fixture_load (again, "a", "mia");

    same = asc_annotation_set_lookup (reread, "k1");
    g_assert_true (asc_annotation_equal (annotation, same));
    g_assert_cmpint (asc_annotation_get_modified (annotation), ==, asc_annotation_get_modified (same));
    fixture_annotate (again, reread, "k2", "actor", 0, 6);
    g_assert_true (asc_history_undo (asc_project_store_get_history (again)));
    flush (again);
  }
  second = fixture_read (fixture, FILE_NAME);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

/* What nobody holds any more is saved all the same, and so is what is pending when the store goes. */
static void
test_saves_when_let_go (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscAnnotationSet *set = fixture_load (store, "a", "mia");

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  asc_history_clear (asc_project_store_get_history (store));
  g_object_unref (set);
  flush (store);
  assert_in_file (fixture, "k1");

  set = fixture_load (store, "a", "mia");
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 1);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  g_object_unref (set);
  g_clear_object (&store);
  assert_in_file (fixture, "k1");
  assert_in_file (fixture, "k2");
}

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_set_object (&((Answer *) data)->result, result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->result != NULL;
}

static void
test_flush_async (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  Answer clean = { NULL }, dirty = { NULL };
  g_autoptr (GError) error = NULL;

  asc_project_store_flush_async (store, on_answer, &clean);
  fixture_wait (is_answered, &clean);
  g_assert_true (asc_project_store_flush_finish (store, clean.result, &error));

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  asc_project_store_flush_async (store, on_answer, &dirty);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  fixture_wait (is_answered, &dirty);
  g_assert_true (asc_project_store_flush_finish (store, dirty.result, &error));
  assert_in_file (fixture, "k1");
  assert_in_file (fixture, "k2");
  g_object_unref (clean.result);
  g_object_unref (dirty.result);
}

static void
test_saves_the_rest (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) again = NULL;
  AscProject *project = asc_project_store_get_project (store);
  AscHistory *history = asc_project_store_get_history (store);
  AscCodebook *codebook = asc_project_get_codebook (project);
  AscActorValues values = { .id = (char *) "ferrer", .name = (char *) "Nadia Ferrer" };
  g_autoptr (AscActor) actor = asc_actor_new (&values);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AscCodebook) smaller = NULL;
  AscArticle *article = asc_project_lookup_article (project, "a");
  g_autoptr (AscArticleMeta) meta = asc_article_meta_copy (asc_article_get_meta (article));

  g_ptr_array_add (labels, g_object_ref (asc_codebook_lookup_label (codebook, "actor")));
  smaller = asc_codebook_new ("Small", 2, labels, NULL, NULL);
  g_set_str (&meta->outlet, "Herald");

  g_assert_true (asc_history_put_actor (history, asc_project_get_actors (project), actor));
  g_assert_true (asc_history_set_codebook (history, project, smaller));
  g_assert_true (asc_history_set_article_meta (history, article, meta));
  asc_project_set_name (project, "Renamed");
  flush (store);
  g_clear_object (&store);

  again = fixture_open (fixture);
  project = asc_project_store_get_project (again);
  g_assert_cmpstr (asc_project_get_name (project), ==, "Renamed");
  g_assert_cmpstr (asc_codebook_get_name (asc_project_get_codebook (project)), ==, "Small");
  g_assert_nonnull (asc_actor_register_lookup (asc_project_get_actors (project), "ferrer"));
  {
    g_autoptr (AscAnnotationSet) set = fixture_load (again, "a", "mia");

    g_assert_cmpstr (asc_article_get_meta (asc_annotation_set_get_article (set))->outlet, ==, "Herald");
  }
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

/* Who opens a project is named in it once they work, not before. */
static void
test_lists_coder (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autofree char *before = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *after = NULL;

  g_clear_object (&made);
  before = fixture_read (fixture, "project.json");
  store = asc_project_store_open (fixture->folder, "otto", NULL, NULL, NULL);
  set = fixture_load (store, "a", "otto");
  flush (store);
  opened = fixture_read (fixture, "project.json");
  g_assert_cmpstr (before, ==, opened);
  fixture_annotate (store, set, NULL, "claim", 28, 49);
  flush (store);
  after = fixture_read (fixture, "project.json");
  g_assert_nonnull (strstr (after, "\"otto\""));
  g_assert_nonnull (strstr (after, "\"mia\""));
}

static void
test_snapshots (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *first = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  g_assert_false (fixture_exists (fixture, ".snapshots/mia"));
  first = fixture_read (fixture, FILE_NAME);

  for (guint i = 0; i < 3; i++)
    {
      fixture_annotate (store, set, NULL, "actor", i, 6);
      flush (store);
    }
  names = fixture_list (fixture, ".snapshots/mia/a");
  g_assert_cmpuint (names->len, ==, 1);
  name = g_build_filename (".snapshots/mia/a", g_ptr_array_index (names, 0), NULL);
  kept = fixture_read (fixture, name);
  g_assert_cmpstr (kept, ==, first);
}

/* A broken file is kept beside when its thing is changed after all. */
static void
test_keeps_broken (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GPtrArray) names = NULL;
  AscActorValues values = { .id = (char *) "x", .name = (char *) "X" };
  g_autoptr (AscActor) actor = asc_actor_new (&values);
  guint n_kept = 0;

  g_clear_object (&made);
  fixture_write (fixture, "actors.json", "{\"format\": \"ascribe-actors/1\", \"actors\": [{]}");
  fixture_write (fixture, FILE_NAME, "<<<<<<< HEAD\n");
  store = fixture_open (fixture);
  set = fixture_load (store, "a", "mia");
  fixture_annotate (store, set, "k1", "claim", 28, 49);
  g_assert_true (asc_history_put_actor (asc_project_store_get_history (store),
                                        asc_project_get_actors (asc_project_store_get_project (store)), actor));
  flush (store);
  assert_in_file (fixture, "k1");

  names = fixture_list (fixture, "annotations/mia");
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_str_has_prefix (name, "a.json.broken-"))
        {
          g_autofree char *path = g_build_filename ("annotations/mia", name, NULL);
          g_autofree char *content = fixture_read (fixture, path);

          g_assert_cmpstr (content, ==, "<<<<<<< HEAD\n");
          n_kept++;
        }
    }
  g_assert_cmpuint (n_kept, ==, 1);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, ".");
  for (guint i = 0; i < names->len; i++)
    n_kept += g_str_has_prefix (g_ptr_array_index (names, i), "actors.json.broken-");
  g_assert_cmpuint (n_kept, ==, 2);

  /* Once: the new file is whole. */
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, "annotations/mia");
  g_assert_cmpuint (names->len, ==, 2);
}

/* ---- disks ---- */

static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  data)
{
  static const struct
  {
    int               error;
    AscStoreErrorCode code;
  } cases[] = {
    { ENOSPC, ASC_STORE_ERROR_NO_SPACE },
    { EIO, ASC_STORE_ERROR_UNWRITABLE },
  };
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);

  store->retry_ms = 20;
  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = fixture_read (fixture, FILE_NAME);
      g_autofree char *during = NULL;
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (GPtrArray) names = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_set_size (fixture->problems, 0);
      g_atomic_int_set (&failing_errno, cases[i].error);
      fixture_annotate (store, set, id, "actor", i, 6);
      g_assert_false (asc_project_store_flush (store, &error));
      g_assert_error (error, ASC_STORE_ERROR, (int) cases[i].code);
      g_clear_error (&error);
      g_assert_false (asc_project_store_flush (store, &error));
      g_assert_true (asc_project_store_get_saving (store));
      during = fixture_read (fixture, FILE_NAME);
      g_assert_cmpstr (during, ==, before);

      /* Told once, with the file. */
      g_assert_cmpuint (fixture_count (fixture, cases[i].code), ==, 1);
      g_assert_cmpstr (fixture_find (fixture, cases[i].code)->path, ==, path);

      /* Tried again by itself, with the next change or after some seconds. */
      g_atomic_int_set (&failing_errno, 0);
      fixture_wait (is_saved, store);
      assert_in_file (fixture, id);
      names = fixture_list (fixture, "annotations/mia");
      g_assert_cmpuint (names->len, ==, 1);
    }
}

static void
test_read_only_folder (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) again = NULL;
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (AscAnnotationSet) refused = NULL;
  g_autofree char *path = g_build_filename (fixture->path, "annotations", NULL);
  g_autoptr (AscSpanSet) spans = asc_span_set_new_single (0, 6);
  g_autoptr (AscAnnotation) annotation = asc_annotation_new (NULL, "actor", spans);
  g_autoptr (GError) error = NULL;

  /* A part of the project: the write fails, and succeeds when it may. */
  g_assert_cmpint (g_chmod (path, 0555), ==, 0);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("nothing is read-only for this user");
      return;
    }
  fixture_annotate (store, set, "k1", "claim", 28, 49);
  g_assert_false (asc_project_store_flush (store, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_UNWRITABLE);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_UNWRITABLE), ==, 1);
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
  flush (store);
  assert_in_file (fixture, "k1");
  g_clear_object (&set);
  g_clear_object (&store);

  /* The whole project: its sets take no changes. */
  g_assert_cmpint (g_chmod (fixture->path, 0555), ==, 0);
  again = fixture_open (fixture);
  g_assert_true (asc_project_store_get_read_only (again));
  refused = fixture_load (again, "a", "mia");
  g_assert_cmpuint (asc_annotation_set_get_n (refused), ==, 1);
  g_assert_false (asc_history_put_annotation (asc_project_store_get_history (again), refused, annotation));
  g_assert_cmpint (g_chmod (fixture->path, 0755), ==, 0);
}

/* A file that its owner protected is not replaced only because the folder may be written. */
static void
test_read_only_file (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("nothing is read-only for this user");
      return;
    }
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  g_assert_false (asc_project_store_flush (store, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_UNWRITABLE);
  assert_not_in_file (fixture, "k2");
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  flush (store);
  assert_in_file (fixture, "k2");
}

/* annotations/ is a file. */
static void
test_no_folder (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *path = g_build_filename (fixture->path, "annotations", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (path), ==, 0);
  fixture_write (fixture, "annotations", "in the way");
  fixture_annotate (store, set, "k1", "claim", 28, 49);
  g_assert_false (asc_project_store_flush (store, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  flush (store);
  assert_in_file (fixture, "k1");
}

/* A linked file stays a link. */
static void
test_link (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);
  g_autofree char *target = g_build_filename (fixture->path, "elsewhere.json", NULL);

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_in_file (fixture, "k2");
}

/* ---- other programs ---- */

#define THEIRS "{\"id\": \"t1\", \"label\": \"actor\", \"spans\": [[51, 57]], \"quote\": [\"Brandt\"]}"

static void
test_merges_on_write (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscHistory *history = asc_project_store_get_history (store);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");

  write_other (fixture, FILE_NAME, THEIRS, ", \"their_member\": 7");
  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  assert_in_file (fixture, "k1");
  assert_in_file (fixture, "t1");
  g_assert_nonnull (asc_annotation_set_lookup (set, "t1"));
  g_assert_nonnull (strstr (asc_annotation_set_get_extra (set), "their_member"));
  g_assert_cmpuint (fixture->problems->len, ==, 0);

  /* It came in as a step of its own. */
  g_assert_cmpint (asc_history_get_undo_action (history, NULL), ==, ASC_ACTION_BULK);
  g_assert_true (asc_history_undo (history));
  g_assert_null (asc_annotation_set_lookup (set, "t1"));
  g_assert_nonnull (asc_annotation_set_lookup (set, "k1"));
  flush (store);
  assert_not_in_file (fixture, "t1");
  g_assert_true (asc_history_redo (history));
  flush (store);
  assert_in_file (fixture, "t1");
}

static gboolean
has_theirs (gpointer set)
{
  return asc_annotation_set_lookup (set, "t1") != NULL;
}

static gboolean
lacks_theirs (gpointer set)
{
  return asc_annotation_set_lookup (set, "t1") == NULL;
}

static void
test_watches (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;

  write_other (fixture, FILE_NAME, "", "");
  store = fixture_open (fixture);
  set = fixture_load (store, "a", "mia");
  write_other (fixture, FILE_NAME, THEIRS, "");
  fixture_wait (has_theirs, set);
  write_other (fixture, FILE_NAME, "", "");
  fixture_wait (lacks_theirs, set);
  fixture_wait (is_saved, store);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

static gboolean
has_article_b (gpointer project)
{
  return asc_project_lookup_article (project, "b") != NULL;
}

static gboolean
has_actor_x (gpointer project)
{
  return asc_actor_register_lookup (asc_project_get_actors (project), "x") != NULL;
}

static void
test_watches_project (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscProject *project = asc_project_store_get_project (store);
  AscActorValues values = { .id = (char *) "y", .name = (char *) "Y" };
  g_autoptr (AscActor) actor = asc_actor_new (&values);
  g_autofree char *content = NULL;

  fixture_write (fixture, "articles/b.txt", "New from a colleague.\n");
  fixture_wait (has_article_b, project);

  /* The register is everybody's: both sides' actors stay. */
  g_assert_true (asc_history_put_actor (asc_project_store_get_history (store), asc_project_get_actors (project), actor));
  fixture_write (fixture, "actors.json", "{\"format\": \"ascribe-actors/1\", \"actors\": [{\"id\": \"x\", \"name\": \"X\"}]}");
  fixture_wait (has_actor_x, project);
  flush (store);
  content = fixture_read (fixture, "actors.json");
  g_assert_nonnull (strstr (content, "\"x\""));
  g_assert_nonnull (strstr (content, "\"y\""));
  g_assert_nonnull (asc_actor_register_lookup (asc_project_get_actors (project), "y"));
}

static void
test_conflict (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscHistory *history = asc_project_store_get_history (store);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (AscAnnotation) ours = NULL;
  g_autofree char *content = NULL;
  AscProblem *problem;

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  write_other (fixture, FILE_NAME, "{\"id\": \"k1\", \"label\": \"date\", \"spans\": [[28, 49]], \"quote\": [\"a fee will be charged\"]}", "");
  ours = asc_annotation_with_label (asc_annotation_set_lookup (set, "k1"), "actor");
  g_assert_true (asc_history_put_annotation (history, set, ours));
  flush (store);

  g_assert_cmpstr (asc_annotation_get_label (asc_annotation_set_lookup (set, "k1")), ==, "actor");
  problem = fixture_find (fixture, ASC_STORE_ERROR_CHANGED_ON_DISK);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->pointer, ==, "/annotations/k1");
  content = fixture_read (fixture, FILE_NAME);
  g_assert_nonnull (strstr (content, "\"conflicts\""));
  g_assert_nonnull (strstr (content, "\"date\""));
  g_assert_nonnull (strstr (content, "\"actor\""));

  /* Told once; the next save keeps it. */
  g_ptr_array_set_size (fixture->problems, 0);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  g_clear_pointer (&content, g_free);
  content = fixture_read (fixture, FILE_NAME);
  g_assert_nonnull (strstr (content, "\"conflicts\""));
}

/* Another program broke the file while it was open. */
static void
test_broken_meanwhile (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (GPtrArray) names = NULL;

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  fixture_write (fixture, FILE_NAME, "{\"format\": \"ascribe-anno");
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  assert_in_file (fixture, "k1");
  assert_in_file (fixture, "k2");
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_SYNTAX), ==, 1);
  names = fixture_list (fixture, "annotations/mia");
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (names, 1), "a.json.broken-"));
}

/* A newer program wrote the file while it was open: it is left alone, and so is our work. */
static void
test_newer_meanwhile (StoreFixture  *fixture,
                      gconstpointer  data)
{
  static const char newer[] = "{\"format\": \"ascribe-annotations/99\", \"annotations\": []}";
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *content = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  fixture_write (fixture, FILE_NAME, newer);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  content = fixture_read (fixture, FILE_NAME);
  g_assert_cmpstr (content, ==, newer);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_NEWER), >=, 1);
  g_assert_true (asc_annotation_set_get_read_only (set));
  names = fixture_list (fixture, "annotations/mia");
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (names, 1), "a.json.unsaved-"));
  name = g_build_filename ("annotations/mia", g_ptr_array_index (names, 1), NULL);
  kept = fixture_read (fixture, name);
  g_assert_nonnull (strstr (kept, "\"k1\""));
  g_assert_nonnull (strstr (kept, "\"k2\""));
}

static void
test_removed_meanwhile (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  flush (store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  fixture_annotate (store, set, "k2", "actor", 0, 6);
  flush (store);
  assert_in_file (fixture, "k1");
  assert_in_file (fixture, "k2");
}

static gboolean
is_put_away (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_conflict_copy (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const char * const copies[] = {
    "annotations/mia/a.sync-conflict-20250401-120000-ABCDEF1.json",
    "annotations/mia/a (Mia's conflicted copy 2025-04-01).json",
  };
  g_autoptr (AscProjectStore) made = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) store = NULL;
  g_autoptr (AscAnnotationSet) set = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  Answer answer = { NULL };

  g_clear_object (&made);
  write_other (fixture, FILE_NAME, "{\"id\": \"o1\", \"label\": \"claim\", \"spans\": [[28, 49]], \"quote\": [\"a fee will be charged\"]}", "");
  write_other (fixture, copies[0], THEIRS, "");
  write_other (fixture, copies[1], "{\"id\": \"t2\", \"label\": \"date\", \"spans\": [[15, 22]], \"quote\": [\"Tuesday\"]}", "");
  /* Another article's, and what is no copy. */
  write_other (fixture, "annotations/mia/ab.sync-conflict-20250401-120000-ABCDEF1.json", "", "");
  write_other (fixture, "annotations/mia/a.json.orig", "", "");

  store = fixture_open (fixture);
  asc_project_store_load_async (store, asc_project_lookup_article (asc_project_store_get_project (store), "a"), "mia",
                                NULL, on_answer, &answer);
  fixture_wait (is_answered, &answer);
  set = asc_project_store_load_finish (store, answer.result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 3);
  flush (store);
  assert_in_file (fixture, "o1");
  assert_in_file (fixture, "t1");
  assert_in_file (fixture, "t2");

  names = fixture_list (fixture, "annotations/mia");
  g_assert_cmpuint (names->len, ==, 3);
  g_clear_pointer (&names, g_ptr_array_unref);
  names = fixture_list (fixture, ".snapshots/mia/a");
  g_assert_cmpuint (names->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, copies[i], NULL);

      fixture_wait (is_put_away, path);
    }
  g_object_unref (answer.result);
}

/* For the command line a copy is told about and left alone. */
static void
test_conflict_copy_told (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = NULL;
  AscArticle *article = asc_project_lookup_article (asc_project_store_get_project (store), "a");

  write_other (fixture, "annotations/mia/a (conflicted copy 2025-04-01 120000).json", THEIRS, "");
  set = asc_project_store_load (store, article, "mia", fixture->problems, NULL);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_CHANGED_ON_DISK), ==, 1);
  g_assert_cmpuint (asc_annotation_set_get_n (set), ==, 0);
  flush (store);
  g_assert_true (fixture_exists (fixture, "annotations/mia/a (conflicted copy 2025-04-01 120000).json"));
}

/* As if what is in the file had been read. */
static void
fixture_forget (AscProjectStore *store)
{
  AscDocument *document = asc_project_store_find_document (store, ASC_STORE_ANNOTATIONS, "mia", "a");

  g_clear_pointer (&document->base, g_bytes_unref);
  document->base = g_file_load_bytes (document->file, NULL, NULL, NULL);
}

static void
annotate_all (AscProjectStore  *store,
              AscAnnotationSet *set,
              guint             n)
{
  asc_history_begin (asc_project_store_get_history (store), ASC_ACTION_BULK, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);

      fixture_annotate (store, set, id, "actor", i, i + 5);
    }
  asc_history_end (asc_project_store_get_history (store));
}

/* Taking many away is an act like others; it is in the history. */
static void
test_many_removed (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  AscHistory *history = asc_project_store_get_history (store);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");

  annotate_all (store, set, 40);
  flush (store);
  g_assert_true (asc_history_undo (history));
  flush (store);
  g_assert_cmpuint (fixture->problems->len, ==, 0);
  assert_not_in_file (fixture, "m7");
  g_assert_true (asc_history_redo (history));
  flush (store);
  assert_in_file (fixture, "m7");
}

/* The model lost many annotations in another way than by the coder's acts. Only a mistake of ours can do that; here it is made on
 * purpose, past history and signals: the set is loaded while the file is away, and the store told that what is there has been seen. */
static void
test_many_dropped (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (AscProjectStore) store = fixture_create (fixture, TEXT);
  g_autoptr (AscAnnotationSet) set = fixture_load (store, "a", "mia");
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AscProblem) problem = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (others, "%s{\"id\": \"z%u\", \"label\": \"actor\", \"spans\": [[%u, %u]], \"quote\": [\"%.5s\"]}",
                            i > 0 ? ", " : "", i, i, i + 5, &TEXT[i]);
  write_other (fixture, FILE_NAME, others->str, "");
  fixture_forget (store);

  fixture_annotate (store, set, "k1", "claim", 28, 49);
  before = fixture_read (fixture, FILE_NAME);
  g_assert_false (asc_project_store_flush (store, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_MANY_DROPPED);
  content = fixture_read (fixture, FILE_NAME);
  g_assert_cmpstr (content, ==, before);
  g_assert_cmpuint (fixture_count (fixture, ASC_STORE_ERROR_MANY_DROPPED), ==, 1);
  g_assert_true (asc_project_store_get_saving (store));

  problem = asc_problem_copy (fixture_find (fixture, ASC_STORE_ERROR_MANY_DROPPED));
  asc_project_store_confirm_drop (store, problem);
  flush (store);
  assert_in_file (fixture, "k1");
  assert_not_in_file (fixture, "z7");
  names = fixture_list (fixture, ".snapshots/mia/a");
  g_assert_cmpuint (names->len, ==, 1);
}

/* Two windows of one coder: neither loses anything. */
static void
test_two_stores (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (AscProjectStore) one = fixture_create (fixture, TEXT);
  g_autoptr (AscProjectStore) other = fixture_open (fixture);
  g_autoptr (AscAnnotationSet) one_set = fixture_load (one, "a", "mia");
  g_autoptr (AscAnnotationSet) other_set = fixture_load (other, "a", "mia");

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *one_id = g_strdup_printf ("one%u", i);
      g_autofree char *other_id = g_strdup_printf ("other%u", i);

      fixture_annotate (one, one_set, one_id, "actor", i, i + 5);
      fixture_annotate (other, other_set, other_id, "date", i, i + 5);
      if (i % 3 == 0)
        flush (one);
      if (i % 4 == 0)
        flush (other);
    }
  flush (one);
  flush (other);
  flush (one);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *one_id = g_strdup_printf ("one%u", i);
      g_autofree char *other_id = g_strdup_printf ("other%u", i);

      assert_in_file (fixture, one_id);
      assert_in_file (fixture, other_id);
      g_assert_nonnull (asc_annotation_set_lookup (other_set, one_id));
    }
  g_assert_cmpuint (fixture->problems->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  drop_root_override ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  STORE_TEST ("/project-store/save/saves", test_saves);
  STORE_TEST ("/project-store/save/let-go", test_saves_when_let_go);
  STORE_TEST ("/project-store/save/flush-async", test_flush_async);
  STORE_TEST ("/project-store/save/the-rest", test_saves_the_rest);
  STORE_TEST ("/project-store/save/lists-coder", test_lists_coder);
  STORE_TEST ("/project-store/save/snapshots", test_snapshots);
  STORE_TEST ("/project-store/save/keeps-broken", test_keeps_broken);
  STORE_TEST ("/project-store/save/full-disk", test_full_disk);
  STORE_TEST ("/project-store/save/read-only-folder", test_read_only_folder);
  STORE_TEST ("/project-store/save/read-only-file", test_read_only_file);
  STORE_TEST ("/project-store/save/no-folder", test_no_folder);
  STORE_TEST ("/project-store/save/link", test_link);
  STORE_TEST ("/project-store/change/merges-on-write", test_merges_on_write);
  STORE_TEST ("/project-store/change/watches", test_watches);
  STORE_TEST ("/project-store/change/watches-project", test_watches_project);
  STORE_TEST ("/project-store/change/conflict", test_conflict);
  STORE_TEST ("/project-store/change/broken", test_broken_meanwhile);
  STORE_TEST ("/project-store/change/newer", test_newer_meanwhile);
  STORE_TEST ("/project-store/change/removed", test_removed_meanwhile);
  STORE_TEST ("/project-store/change/conflict-copy", test_conflict_copy);
  STORE_TEST ("/project-store/change/conflict-copy-told", test_conflict_copy_told);
  STORE_TEST ("/project-store/change/many-removed", test_many_removed);
  STORE_TEST ("/project-store/change/many-dropped", test_many_dropped);
  STORE_TEST ("/project-store/change/two-stores", test_two_stores);

  return g_test_run ();
}
