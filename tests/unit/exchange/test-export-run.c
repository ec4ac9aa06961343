/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run, with its reader of layers and its target. */
#include "asc-export-run.h"

#include "asc-exporter-registry.h"
#include "exchange-fixture.h"

static AscExportRun *
new_run (GFile            *folder,
         AscExportOptions *options)
{
  g_autoptr (AscExporter) exporter = asc_exporter_registry_new ("spans");

  return asc_export_run_new (folder, exporter, options);
}

static AscExportOptions *
each_coder (void)
{
  AscExportOptions *options = asc_export_options_new ();

  g_object_set (options, "coders", ASC_EXPORT_EACH_CODER, NULL);

  return options;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              gpointer    data)
{
  double fraction;

  g_object_get (object, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  (*(guint *) data)++;
}

static void
test_write (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("awkward");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) run = new_run (folder, options);
  g_autoptr (AscLossReport) losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_notified = 0;
  double fraction;

  g_signal_connect (run, "notify::fraction", G_CALLBACK (count_notify), &n_notified);
  losses = asc_export_run_prepare (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (asc_loss_report_get_total (losses), ==, 0);
  g_assert_true (asc_export_run_write (run, output, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_notified, >=, 2);

  text = read_text (folder, "out.jsonl");
  g_assert_cmpuint (count_lines (text), ==, 3);
  g_assert_cmpuint (asc_export_run_get_n_articles (run), ==, 2);
  g_assert_cmpuint (asc_export_run_get_n_annotations (run), ==, 9);
  g_assert_cmpuint (asc_export_run_get_n_left_out (run, ASC_STATE_SET_ASIDE), ==, 1);
  g_assert_cmpuint (asc_export_run_get_problems (run)->len, ==, 0);
  g_object_get (run, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 1);

  g_assert_finalize_object (g_steal_pointer (&run));
  remove_tree (folder);
}

static void
test_one_coder (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("awkward");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autoptr (AscExportOptions) options = asc_export_options_new ();
  g_autoptr (AscExportRun) unnamed = new_run (folder, options);
  g_autoptr (AscExportRun) run = NULL;
  g_autoptr (AscExportRun) gold = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  /* There are two, and nobody said which. */
  g_assert_false (asc_export_run_write (unnamed, output, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_object_set (options, "coders", ASC_EXPORT_GOLD, NULL);
  gold = new_run (folder, options);
  g_assert_true (asc_export_run_write (gold, output, NULL, &error));
  text = read_text (folder, "out.jsonl");
  g_assert_nonnull (strstr (text, "\"annotator\": \"ben\""));
  g_assert_null (strstr (text, "\"annotator\": \"anna\""));

  remove_tree (folder);
}

static void
test_mismatch_stops (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autofree char *layer = read_text (folder, "annotations/anna/demo-M.json");
  g_autoptr (GString) damaged = g_string_new (layer);
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) run = new_run (folder, options);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_string_replace (damaged, "[\"July 4\"]", "[\"July 5\"]", 1), ==, 1);
  write_text (folder, "annotations/anna/demo-M.json", damaged->str);
  write_text (folder, "out.jsonl", "precious");

  g_assert_false (asc_export_run_write (run, output, NULL, &error));
  g_assert_error (error, ASC_STORE_ERROR, ASC_STORE_ERROR_ORPHANED);
  g_assert_cmpstr (asc_problem_from_error (error)->path, ==, "annotations/anna/demo-M.json");
  text = read_text (folder, "out.jsonl");
  g_assert_cmpstr (text, ==, "precious");

  remove_tree (folder);
}

static void
test_cancel (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) run = new_run (folder, options);
  g_autoptr (AscLossReport) losses = asc_export_run_prepare (run, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (asc_export_run_write (run, output, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (output, NULL));

  remove_tree (folder);
}

static void
test_stream (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) file = g_file_get_child (folder, "out.jsonl");
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) to_stream = new_run (folder, options);
  g_autoptr (AscExportRun) to_file = new_run (folder, options);
  g_autofree char *text = NULL;

  g_assert_true (asc_export_run_write_stream (to_stream, output, NULL, NULL));
  g_assert_true (asc_export_run_write (to_file, file, NULL, NULL));
  text = read_text (folder, "out.jsonl");
  g_assert_cmpmem (text, strlen (text), g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)));

  remove_tree (folder);
}

typedef struct
{
  GMainLoop *loop;
  GFile     *output;
  guint      n_notified;
  GThread   *thread;
} Async;

static void
on_progress (GObject    *object,
             GParamSpec *pspec,
             gpointer    data)
{
  Async *async = data;

  g_assert_true (g_thread_self () == async->thread);
  async->n_notified++;
}

static void
on_written (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Async *async = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (asc_export_run_write_finish (ASC_EXPORT_RUN (object), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (async->loop);
}

static void
on_prepared (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  Async *async = data;
  g_autoptr (AscLossReport) losses = asc_export_run_prepare_finish (ASC_EXPORT_RUN (object), result, NULL);

  g_assert_nonnull (losses);
  asc_export_run_write_async (ASC_EXPORT_RUN (object), async->output, NULL, on_written, async);
}

static void
test_async (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) run = new_run (folder, options);
  g_autofree char *text = NULL;
  Async async = { loop, output, 0, g_thread_self () };

  g_signal_connect (run, "notify::fraction", G_CALLBACK (on_progress), &async);
  asc_export_run_prepare_async (run, NULL, on_prepared, &async);
  g_main_loop_run (loop);
  g_assert_cmpuint (async.n_notified, >, 0);

  text = read_text (folder, "out.jsonl");
  g_assert_cmpuint (count_lines (text), ==, 3);
  remove_tree (folder);
}

/* Many more layers than are read ahead, and the order is that of their names. */
static void
test_order (void)
{
  g_autoptr (GFile) folder = copy_golden_project ("demo");
  g_autoptr (GFile) output = g_file_get_child (folder, "out.jsonl");
  g_autofree char *article = read_text (folder, "articles/demo-A.txt");
  g_autofree char *layer = read_text (folder, "annotations/anna/demo-A.json");
  g_autoptr (AscExportOptions) options = each_coder ();
  g_autoptr (AscExportRun) run = NULL;
  g_autofree char *text = NULL;
  const char *place;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("n-%03u", i);
      g_autofree char *text_path = g_strdup_printf ("articles/%s.txt", id);
      g_autofree char *layer_path = g_strdup_printf ("annotations/anna/%s.json", id);
      g_autoptr (GString) own = g_string_new (layer);

      g_string_replace (own, "demo-A", id, 1);
      write_text (folder, text_path, article);
      write_text (folder, layer_path, own->str);
    }

  run = new_run (folder, options);
  g_assert_true (asc_export_run_write (run, output, NULL, NULL));
  text = read_text (folder, "out.jsonl");
  g_assert_cmpuint (count_lines (text), ==, 103);
  place = text;
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *start = g_strdup_printf ("{\"id\": \"n-%03u\"", i);

      place = strstr (place, start);
      g_assert_nonnull (place);
    }

  remove_tree (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-run/write", test_write);
  g_test_add_func ("/export-run/one-coder", test_one_coder);
  g_test_add_func ("/export-run/mismatch-stops", test_mismatch_stops);
  g_test_add_func ("/export-run/cancel", test_cancel);
  g_test_add_func ("/export-run/stream", test_stream);
  g_test_add_func ("/export-run/async", test_async);
  g_test_add_func ("/export-run/order", test_order);

  return g_test_run ();
}
