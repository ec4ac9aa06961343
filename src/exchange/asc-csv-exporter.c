/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-csv-exporter.h"

#include <glib/gi18n.h>

#include "asc-claims-table.h"

#define BOM "\xEF\xBB\xBF"

struct _AscCsvExporter
{
  GObject         parent_instance;

  AscClaimsTable *table;
  gboolean        is_safe;          /* formulas are made harmless */
  gboolean        is_single_line;   /* line ends in cells are marked */
  gboolean        is_spans;         /* the single file is the table of spans */
  GOutputStream  *claims_output;    /* NULL: not written */
  GOutputStream  *spans_output;
};

static void asc_csv_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscCsvExporter, asc_csv_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_csv_exporter_iface_init))

static const char * const table_choices[] = { "claims", "spans", NULL };
static const char * const layout_choices[] = { "rows", "wide", NULL };
static const char * const lines_choices[] = { "keep", "mark", NULL };
static const char * const formulas_choices[] = { "keep", "guard", NULL };

static const AscFormatOption options[] = {
  { "table", N_("Rows are"), table_choices },
  { "layout", N_("A claim with several sources"), layout_choices },
  { "lines", N_("Line ends inside cells"), lines_choices },
  { "formulas", N_("Cells that a spreadsheet would compute"), formulas_choices },
  { NULL, NULL, NULL }
};

static gboolean
is_chosen (AscExportOptions *export_options,
           const char       *name,
           const char       *value)
{
  return g_strcmp0 (asc_export_options_get_format_option (export_options, name), value) == 0;
}

static void
read_options (AscCsvExporter         *self,
              const AscExportContext *context)
{
  if (self->table == NULL)
    self->table = asc_claims_table_new (context->codebook, is_chosen (context->options, "layout", "wide"));
  self->is_safe = is_chosen (context->options, "formulas", "guard");
  self->is_single_line = is_chosen (context->options, "lines", "mark");
  self->is_spans = is_chosen (context->options, "table", "spans");
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",\"\r\n") != NULL || (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

static void
append_text (AscCsvExporter *self,
             GString        *csv,
             const char     *text)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  /* Only on request: to R and pandas the apostrophe is a character. */
  if (self->is_safe && text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL)
    g_string_append_c (cell, '\'');
  g_string_append (cell, text);
  if (self->is_single_line)
    g_string_replace (cell, "\n", " ⏎ ", 0);

  if (!needs_quotes (cell->str))
    {
      g_string_append (csv, cell->str);
      return;
    }
  g_string_replace (cell, "\"", "\"\"", 0);
  g_string_append_printf (csv, "\"%s\"", cell->str);
}

static gboolean
write_header (AscCsvExporter      *self,
              GOutputStream       *output,
              const char * const  *columns,
              GError             **error)
{
  g_autoptr (GString) csv = g_string_new (BOM);

  for (gsize i = 0; columns[i] != NULL; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (csv, "\r\n");

  return asc_exporter_write_string (output, csv->str, error);
}

static gboolean
write_rows (AscCsvExporter  *self,
            GOutputStream   *output,
            GPtrArray       *rows,
            GError         **error)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        {
          const AscCell *cell = &g_array_index (row, AscCell, j);

          if (j > 0)
            g_string_append_c (csv, ',');
          if (cell->is_number)
            g_string_append_printf (csv, "%" G_GINT64_FORMAT, cell->number);
          else if (cell->text != NULL)
            append_text (self, csv, cell->text);
        }
      g_string_append (csv, "\r\n");
    }

  return asc_exporter_write_string (output, csv->str, error);
}

static void
asc_csv_exporter_prepare (AscExporter          *exporter,
                          const AscExportLayer *layer,
                          AscLossReport        *losses)
{
  AscCsvExporter *self = ASC_CSV_EXPORTER (exporter);

  read_options (self, layer->context);
  if (layer->context->as_folder)
    asc_exporter_prepare_by_carries (~0u, layer, losses);
  else if (self->is_spans)
    asc_exporter_prepare_by_carries (~0u & ~ASC_CARRIES_RELATIONS, layer, losses);
  else
    asc_claims_table_count_losses (self->table, layer, losses);
}

static gboolean
asc_csv_exporter_begin (AscExporter             *exporter,
                        const AscExportContext  *context,
                        GOutputStream           *output,
                        GFile                   *folder,
                        GError                 **error)
{
  AscCsvExporter *self = ASC_CSV_EXPORTER (exporter);

  read_options (self, context);
  if (folder != NULL)
    {
      self->claims_output = asc_exporter_create_file (folder, "claims.csv", error);
      self->spans_output = self->claims_output != NULL ? asc_exporter_create_file (folder, "spans.csv", error) : NULL;
      if (self->spans_output == NULL)
        return FALSE;
    }
  else
    g_set_object (self->is_spans ? &self->spans_output : &self->claims_output, output);

  return (self->claims_output == NULL || write_header (self, self->claims_output, asc_claims_table_get_claim_columns (self->table), error))
         && (self->spans_output == NULL || write_header (self, self->spans_output, asc_claims_table_get_span_columns (self->table), error));
}

static gboolean
asc_csv_exporter_write (AscExporter           *exporter,
                        const AscExportLayer  *layer,
                        GError               **error)
{
  AscCsvExporter *self = ASC_CSV_EXPORTER (exporter);
  g_autoptr (GPtrArray) claims = self->claims_output != NULL ? asc_claims_table_make_claim_rows (self->table, layer) : NULL;
  g_autoptr (GPtrArray) spans = self->spans_output != NULL ? asc_claims_table_make_span_rows (self->table, layer) : NULL;

  return (claims == NULL || write_rows (self, self->claims_output, claims, error))
         && (spans == NULL || write_rows (self, self->spans_output, spans, error));
}

static gboolean
asc_csv_exporter_end (AscExporter  *exporter,
                      GError      **error)
{
  AscCsvExporter *self = ASC_CSV_EXPORTER (exporter);

  /* A single file is closed by whoever opened it. */
  return self->claims_output == NULL || self->spans_output == NULL
         || (g_output_stream_close (self->claims_output, NULL, error) && g_output_stream_close (self->spans_output, NULL, error));
}

static void
asc_csv_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "csv";
  iface->title = N_("Claims table as CSV, for R, Stata and pandas");
  iface->extension = ".csv";
  iface->folder = TRUE;
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_csv_exporter_prepare;
  iface->begin = asc_csv_exporter_begin;
  iface->write = asc_csv_exporter_write;
  iface->end = asc_csv_exporter_end;
}

static void
asc_csv_exporter_finalize (GObject *object)
{
  AscCsvExporter *self = ASC_CSV_EXPORTER (object);

  g_clear_pointer (&self->table, asc_claims_table_free);
  g_clear_object (&self->claims_output);
  g_clear_object (&self->spans_output);

  G_OBJECT_CLASS (asc_csv_exporter_parent_class)->finalize (object);
}

static void
asc_csv_exporter_class_init (AscCsvExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_csv_exporter_finalize;
}

static void
asc_csv_exporter_init (AscCsvExporter *self)
{
}
