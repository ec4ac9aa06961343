/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscExporter: one export format. A format is one file that implements this interface and one line in asc-exporter-registry.c.
 *
 * Order of calls: asc_exporter_prepare () for each layer (counts losses, writes nothing, may remember what it needs to know of the whole corpus); then
 * begin, write for each layer, end. All of them come from one thread at a time, layers by article id and then by coder. An exporter object is
 * good for one such sequence. One article is in memory at a time. AscExportRun (asc-export-run.h) drives it for the dialog and the
 * command line, with the offset self-check: what an exporter gets is right, so it only converts.
 */
#pragma once

#include "asc-annotation-set.h"
#include "asc-codebook.h"
#include "asc-actor-register.h"
#include "asc-export-options.h"
#include "asc-loss-report.h"

G_BEGIN_DECLS

typedef enum
{
  ASC_CARRIES_NESTED        = 1 << 0,
  ASC_CARRIES_OVERLAPPING   = 1 << 1,
  ASC_CARRIES_DISCONTINUOUS = 1 << 2,
  ASC_CARRIES_RELATIONS     = 1 << 3,
  ASC_CARRIES_ATTRIBUTES    = 1 << 4,
  ASC_CARRIES_NOTES         = 1 << 5,
  ASC_CARRIES_ACTORS        = 1 << 6,
  ASC_CARRIES_SEVERAL_CODERS = 1 << 7,
} AscCarries;

/* An option that one format alone knows: a choice of the dialog, and of --option NAME=VALUE. */
typedef struct
{
  const char         *name;      /* "align" */
  const char         *title;     /* N_() string */
  const char * const *choices;   /* NULL-terminated, the first is the default; NULL: any text */
} AscFormatOption;

#define ASC_TYPE_EXPORTER (asc_exporter_get_type ())
G_DECLARE_INTERFACE (AscExporter, asc_exporter, ASC, EXPORTER, GObject)

/* What is the same for the whole export. */
typedef struct
{
  const char       *project_name;
  const char       *language;     /* BCP 47, or NULL */
  const char       *gold_coder;   /* or NULL */
  AscCodebook      *codebook;
  AscActorRegister *actors;
  AscExportOptions *options;
  gboolean          as_folder;    /* the output will be a folder */
} AscExportContext;

/* One layer of one article as an exporter gets it: @annotations and @relations are already filtered by origin. */
typedef struct
{
  const AscExportContext *context;
  AscArticle       *article;      /* text loaded */
  const char       *coder;
  AscState          state;
  AscAnnotationSet *set;
  GPtrArray        *annotations;  /* (element-type AscAnnotation) canonical order */
  GPtrArray        *relations;    /* (element-type AscRelation) canonical order, both ends in @annotations */
  const char       *split;        /* "train", "dev", "test", or NULL */
} AscExportLayer;

struct _AscExporterInterface
{
  GTypeInterface parent_iface;

  const char *name;         /* on the command line: "spans" */
  const char *title;        /* N_() string for the dialog */
  const char *extension;    /* ".jsonl"; NULL when the output can only be a folder */
  gboolean    folder;       /* the output can be a folder */
  AscCarries  carries;
  const AscFormatOption *options;   /* the last has no name; NULL: none */

  /* Adds what this format cannot carry of @layer to @losses. Default: by @carries. */
  void     (* prepare) (AscExporter *self, const AscExportLayer *layer, AscLossReport *losses);
  /* @output: the stream for a single file; NULL and @folder set (it exists, and is empty) when the output is a folder. */
  gboolean (* begin)   (AscExporter *self, const AscExportContext *context, GOutputStream *output, GFile *folder, GError **error);
  gboolean (* write)   (AscExporter *self, const AscExportLayer *layer, GError **error);
  gboolean (* end)     (AscExporter *self, GError **error);
};

const char *asc_exporter_get_name      (AscExporter *self);
const char *asc_exporter_get_title     (AscExporter *self);
const char *asc_exporter_get_extension (AscExporter *self);
gboolean    asc_exporter_get_folder    (AscExporter *self);
AscCarries  asc_exporter_get_carries   (AscExporter *self);
const AscFormatOption *asc_exporter_get_options (AscExporter *self);   /* (nullable), the last has no name */
/* FALSE with @error of G_OPTION_ERROR when @options sets one that the format does not have, or not to one of its choices. */
gboolean    asc_exporter_check_options (AscExporter *self, AscExportOptions *options, GError **error);
void        asc_exporter_prepare       (AscExporter *self, const AscExportLayer *layer, AscLossReport *losses);
gboolean    asc_exporter_begin         (AscExporter *self, const AscExportContext *context, GOutputStream *output, GFile *folder, GError **error);
gboolean    asc_exporter_write         (AscExporter *self, const AscExportLayer *layer, GError **error);
gboolean    asc_exporter_end           (AscExporter *self, GError **error);

/* What most formats lose by what they carry; a prepare of a format's own may call it for the part it doesn't count itself. */
void           asc_exporter_prepare_by_carries (AscCarries carries, const AscExportLayer *layer, AscLossReport *losses);

/* For folder formats: a new file at a relative @path, its folders made, buffered. Closing it is the exporter's. (transfer full) */
GOutputStream *asc_exporter_create_file (GFile *folder, const char *path, GError **error);
/* The same for a file that is all there already: written and closed. */
gboolean       asc_exporter_write_file (GFile *folder, const char *path, const char *content, GError **error);
gboolean       asc_exporter_write_string (GOutputStream *output, const char *string, GError **error);
gboolean       asc_exporter_write_bytes (GOutputStream *output, GBytes *bytes, GError **error);

/* An attribute's values as text, one for each of a list: "true", "3". (transfer full) */
GStrv          asc_exporter_value_strings (GVariant *value);
/* The first attribute of an annotation's label that is a link to the register; NULL when there is none. */
const char    *asc_exporter_actor_attribute (const AscExportLayer *layer, AscAnnotation *annotation);

G_END_DECLS
