/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscExportOptions: what the dialog and the command line choose for an export. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_EXPORT_CODER,       /* one coder: @coder */
  ASC_EXPORT_GOLD,        /* the gold coder's */
  ASC_EXPORT_EACH_CODER,  /* each coder as a layer of its own */
} AscExportCoders;

GType asc_export_coders_get_type (void) G_GNUC_CONST;
#define ASC_TYPE_EXPORT_CODERS (asc_export_coders_get_type ())

#define ASC_TYPE_EXPORT_OPTIONS (asc_export_options_get_type ())
G_DECLARE_FINAL_TYPE (AscExportOptions, asc_export_options, ASC, EXPORT_OPTIONS, GObject)

/* Properties (read-write): coders, coder, include-suggested (default FALSE), include-imported (TRUE), all-states (FALSE: done, done without claims and reading;
 * TRUE: unread as well; never set-aside), as-folder (FALSE: a format that can be a file or a folder is written as a file), and a GVariant dictionary (a{ss}) "format-options" for what one format alone knows. */
AscExportOptions *asc_export_options_new            (void);
AscExportCoders   asc_export_options_get_coders     (AscExportOptions *self);
const char       *asc_export_options_get_coder      (AscExportOptions *self);
gboolean          asc_export_options_get_include_suggested (AscExportOptions *self);
gboolean          asc_export_options_get_include_imported  (AscExportOptions *self);
gboolean          asc_export_options_get_all_states (AscExportOptions *self);
gboolean          asc_export_options_get_as_folder  (AscExportOptions *self);
const char       *asc_export_options_get_format_option (AscExportOptions *self, const char *name);   /* (nullable) */
void              asc_export_options_set_format_option (AscExportOptions *self, const char *name, const char *value);

G_END_DECLS
