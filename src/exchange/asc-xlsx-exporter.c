/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-xlsx-exporter.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "asc-claims-table.h"

/* What Excel takes: UTF-16 units in a cell, rows in a sheet. */
#define MAX_CELL 32767
#define MAX_ROWS 1048576

/* A table goes on in another sheet when one is full. */
typedef struct
{
  const char         *name;
  const char * const *columns;
  lxw_worksheet      *worksheet;
  lxw_row_t           next_row;
  guint               n_sheets;
} Sheet;

struct _AscXlsxExporter
{
  GObject         parent_instance;

  AscClaimsTable *table;
  GOutputStream  *output;
  char           *path;       /* libxlsxwriter writes a file, which is copied at the end */
  lxw_workbook   *workbook;
  lxw_format     *bold;
  Sheet           claims;
  Sheet           spans;
  gint64          last_change;
};

static void asc_xlsx_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscXlsxExporter, asc_xlsx_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_xlsx_exporter_iface_init))

static const char * const layout_choices[] = { "rows", "wide", NULL };

static const AscFormatOption options[] = {
  { "layout", N_("A claim with several sources"), layout_choices },
  { NULL, NULL, NULL }
};

static void
ensure_table (AscXlsxExporter        *self,
              const AscExportContext *context)
{
  const char *layout = asc_export_options_get_format_option (context->options, "layout");

  if (self->table == NULL)
    self->table = asc_claims_table_new (context->codebook, g_strcmp0 (layout, "wide") == 0);
}

/* The bytes of @text that fit into a cell with an ellipsis after them; its length when all of it fits. */
static gsize
fitting_bytes (const char *text)
{
  gsize units = 0;
  const char *cut = text;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) >= 0x10000 ? 2 : 1;
      if (units <= MAX_CELL - 1)
        cut = g_utf8_next_char (p);
    }

  return (gsize) ((units <= MAX_CELL ? p : cut) - text);
}

static gboolean
fail (lxw_error   code,
      GError    **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, lxw_strerror (code));

  return FALSE;
}

static gboolean
begin_sheet (AscXlsxExporter  *self,
             Sheet            *sheet,
             GError          **error)
{
  g_autofree char *name = sheet->n_sheets == 0 ? g_strdup (sheet->name) : g_strdup_printf ("%s %u", sheet->name, sheet->n_sheets + 1);

  sheet->worksheet = workbook_add_worksheet (self->workbook, name);
  if (sheet->worksheet == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);

  sheet->n_sheets++;
  worksheet_freeze_panes (sheet->worksheet, 1, 0);
  for (gsize i = 0; sheet->columns[i] != NULL; i++)
    worksheet_write_string (sheet->worksheet, 0, (lxw_col_t) i, sheet->columns[i], self->bold);
  sheet->next_row = 1;

  return TRUE;
}

static gboolean
write_rows (AscXlsxExporter  *self,
            Sheet            *sheet,
            GPtrArray        *rows,
            GError          **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GArray *row = g_ptr_array_index (rows, i);

      if (sheet->next_row == MAX_ROWS && !begin_sheet (self, sheet, error))
        return FALSE;

      for (guint j = 0; j < row->len; j++)
        {
          const AscCell *cell = &g_array_index (row, AscCell, j);
          lxw_error code = LXW_NO_ERROR;

          if (cell->is_number)
            code = worksheet_write_number (sheet->worksheet, sheet->next_row, (lxw_col_t) j, (double) cell->number, NULL);
          else if (cell->text != NULL && *cell->text != '\0')
            {
              gsize n_bytes = fitting_bytes (cell->text);
              g_autofree char *text = g_strndup (cell->text, n_bytes);
              g_autofree char *cut = cell->text[n_bytes] != '\0' ? g_strconcat (text, "…", NULL) : NULL;

              code = worksheet_write_string (sheet->worksheet, sheet->next_row, (lxw_col_t) j, cut != NULL ? cut : text, NULL);
            }
          if (!fail (code, error))
            return FALSE;
        }
      sheet->next_row++;
    }

  return TRUE;
}

static void
count_long_cells (const AscExportLayer *layer,
                  AscLossReport        *losses)
{
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      g_autofree char *quote = g_strjoinv (" … ", (GStrv) asc_annotation_get_quote (annotation));

      if (quote[fitting_bytes (quote)] != '\0')
        asc_loss_report_add (losses, ASC_LOSS_CHARACTER, asc_article_get_id (layer->article), layer->coder, asc_annotation_get_id (annotation), "32767");
    }
}

static void
asc_xlsx_exporter_prepare (AscExporter          *exporter,
                           const AscExportLayer *layer,
                           AscLossReport        *losses)
{
  AscXlsxExporter *self = ASC_XLSX_EXPORTER (exporter);

  count_long_cells (layer, losses);
  for (guint i = 0; i < layer->annotations->len; i++)
    self->last_change = MAX (self->last_change, asc_annotation_get_modified (g_ptr_array_index (layer->annotations, i)));
}

static gboolean
asc_xlsx_exporter_begin (AscExporter             *exporter,
                         const AscExportContext  *context,
                         GOutputStream           *output,
                         GFile                   *folder,
                         GError                 **error)
{
  AscXlsxExporter *self = ASC_XLSX_EXPORTER (exporter);
  lxw_workbook_options workbook_options = { .constant_memory = LXW_TRUE };
  lxw_doc_properties properties = { 0 };
  int descriptor;

  ensure_table (self, context);
  g_set_object (&self->output, output);
  descriptor = g_file_open_tmp ("ascribe-XXXXXX.xlsx", &self->path, error);
  if (descriptor < 0)
    return FALSE;
  g_close (descriptor, NULL);

  self->workbook = workbook_new_opt (self->path, &workbook_options);
  if (self->workbook == NULL)
    return fail (LXW_ERROR_MEMORY_MALLOC_FAILED, error);

  /* The same project gives the same bytes: the time is that of the last annotation. */
  properties.title = context->project_name;
  properties.created = (time_t) MAX (self->last_change, 1);
  workbook_set_properties (self->workbook, &properties);
  self->bold = workbook_add_format (self->workbook);
  format_set_bold (self->bold);

  self->claims = (Sheet) { .name = "claims", .columns = asc_claims_table_get_claim_columns (self->table) };
  self->spans = (Sheet) { .name = "spans", .columns = asc_claims_table_get_span_columns (self->table) };

  return begin_sheet (self, &self->claims, error) && begin_sheet (self, &self->spans, error);
}

static gboolean
asc_xlsx_exporter_write (AscExporter           *exporter,
                         const AscExportLayer  *layer,
                         GError               **error)
{
  AscXlsxExporter *self = ASC_XLSX_EXPORTER (exporter);
  g_autoptr (GPtrArray) claims = asc_claims_table_make_claim_rows (self->table, layer);
  g_autoptr (GPtrArray) spans = asc_claims_table_make_span_rows (self->table, layer);

  return write_rows (self, &self->claims, claims, error) && write_rows (self, &self->spans, spans, error);
}

static gboolean
asc_xlsx_exporter_end (AscExporter  *exporter,
                       GError      **error)
{
  AscXlsxExporter *self = ASC_XLSX_EXPORTER (exporter);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) input = NULL;
  lxw_error code = workbook_close (self->workbook);

  self->workbook = NULL;
  if (!fail (code, error))
    return FALSE;

  input = g_file_read (file, NULL, error);

  return input != NULL && g_output_stream_splice (self->output, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) >= 0;
}

static void
asc_xlsx_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "xlsx";
  iface->title = N_("Claims table as a workbook, for Excel and LibreOffice");
  iface->extension = ".xlsx";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_RELATIONS
                   | ASC_CARRIES_ATTRIBUTES | ASC_CARRIES_NOTES | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_xlsx_exporter_prepare;
  iface->begin = asc_xlsx_exporter_begin;
  iface->write = asc_xlsx_exporter_write;
  iface->end = asc_xlsx_exporter_end;
}

static void
asc_xlsx_exporter_finalize (GObject *object)
{
  AscXlsxExporter *self = ASC_XLSX_EXPORTER (object);

  if (self->workbook != NULL)
    workbook_close (self->workbook);   /* there is no other way to free one */
  if (self->path != NULL)
    g_remove (self->path);
  g_clear_pointer (&self->table, asc_claims_table_free);
  g_clear_object (&self->output);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (asc_xlsx_exporter_parent_class)->finalize (object);
}

static void
asc_xlsx_exporter_class_init (AscXlsxExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_xlsx_exporter_finalize;
}

static void
asc_xlsx_exporter_init (AscXlsxExporter *self)
{
}
