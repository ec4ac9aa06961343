/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers made in memory, for tests of what takes one. */
#pragma once

#include "asc-exporter.h"

typedef struct
{
  AscExportContext context;
  AscExportLayer   layer;
} LayerFixture;

/* An article @id with @text in the claim frame, of coder "anna", done, without annotations. */
LayerFixture  *layer_fixture_new      (const char *id, const char *text);
void           layer_fixture_free     (LayerFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayerFixture, layer_fixture_free)

/* Annotations must come in canonical order. @quote: what is annotated, its first occurrence; "a|b" are two pieces. @attributes: "name=value;name=value" or NULL. */
AscAnnotation *layer_fixture_annotate (LayerFixture *self, const char *id, const char *label, const char *quote, const char *attributes);
void           layer_fixture_relate   (LayerFixture *self, const char *id, const char *type, const char *from, const char *to);

/* What @exporter writes of the layer as a single file. @losses: gets what is lost. (transfer full) */
GBytes        *layer_fixture_export   (LayerFixture *self, const char *exporter, AscLossReport *losses);

/* A project folder under g_test_get_dir's build folder that is removed at the end: a copy of tests/golden/projects/@name. (transfer full) */
GFile         *copy_golden_project    (const char *name);
void           remove_tree            (GFile *folder);
char          *read_text              (GFile *folder, const char *path);
void           write_text             (GFile *folder, const char *path, const char *text);
