/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscImportArticle: an article and its annotations as they stand in a foreign file: nothing converted, nothing judged. An importer fills it;
 * AscImportRun cleans the text, finds out what the offsets count, maps the names to the codebook and puts the result into the project.
 *
 * Plain structs, because one thread makes them and another takes them. Strings are owned; NULL where the format has nothing.
 */
#pragma once

#include "asc-article.h"
#include "asc-unit-detector.h"

G_BEGIN_DECLS

/* Names that stand for the label's own attribute of a kind, whatever it is called: the link to the register, and the value of a date. */
#define ASC_IMPORT_ACTOR "@actor"
#define ASC_IMPORT_DATE "@date"

typedef struct
{
  char *name;
  char *value;   /* as text; several attributes of one name are the values of one */
} AscImportAttribute;

typedef struct
{
  char      *key;          /* what relations call it, one in its layer */
  char      *label;
  GArray    *ranges;       /* (element-type AscRange) */
  char      *quote;        /* fragments joined by one space */
  GPtrArray *attributes;   /* (element-type AscImportAttribute) */
  char      *note;
  char      *pointer;      /* where it stands in the file, for problems … */
  guint      line;         /* … by JSON pointer or by line */
} AscImportAnnotation;

typedef struct
{
  char  *type;
  char  *from;
  char  *to;
  char  *pointer;
  guint  line;
} AscImportRelation;

typedef struct
{
  char      *coder;         /* NULL: the one who imports */
  AscState   state;         /* ASC_STATE_DONE unless the format knows better */
  GPtrArray *annotations;   /* (element-type AscImportAnnotation) */
  GPtrArray *relations;     /* (element-type AscImportRelation) */
} AscImportLayer;

/* An actor the file names, for ids that the register does not have. */
typedef struct
{
  char *id;
  char *name;
} AscImportActor;

typedef struct
{
  char                *path;         /* the file, for problems */
  GBytes              *text;         /* raw: encoding and newlines are cleaned later, and offsets follow */
  AscArticleMeta      *meta;         /* what the file says; its id is the wanted one, NULL for one made of the title */
  AscOffsetConvention  convention;   /* what the format says */
  gboolean             joins_lines;  /* ranges with nothing but white space and a line break between them are one: the format cuts them there */
  GPtrArray           *layers;       /* (element-type AscImportLayer) */
  GPtrArray           *actors;       /* (element-type AscImportActor) */
} AscImportArticle;

/* @id: (nullable): the wanted id, any text; @text: taken. (transfer full) */
AscImportArticle    *asc_import_article_new           (const char *path, const char *id, GBytes *text);
void                 asc_import_article_free          (AscImportArticle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscImportArticle, asc_import_article_free)
/* The layer of @coder, made when it is not there. (transfer none) */
AscImportLayer      *asc_import_article_get_layer     (AscImportArticle *self, const char *coder);
void                 asc_import_article_add_actor     (AscImportArticle *self, const char *id, const char *name);

/* (transfer none) */
AscImportAnnotation *asc_import_layer_add             (AscImportLayer *self, const char *key, const char *label);
AscImportAnnotation *asc_import_layer_lookup          (AscImportLayer *self, const char *key);
void                 asc_import_relation_free         (AscImportRelation *self);
AscImportRelation   *asc_import_layer_relate          (AscImportLayer *self, const char *type, const char *from, const char *to);
void                 asc_import_annotation_add_range  (AscImportAnnotation *self, gint64 start, gint64 end);
void                 asc_import_annotation_add_attribute (AscImportAnnotation *self, const char *name, const char *value);

G_END_DECLS
