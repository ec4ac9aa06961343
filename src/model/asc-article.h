/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticle: one article's metadata and, once read, its immutable text. */
#pragma once

#include "asc-text.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE (asc_article_get_type ())
G_DECLARE_FINAL_TYPE (AscArticle, asc_article, ASC, ARTICLE, GObject)

/**
 * AscArticleMeta:
 *
 * A plain struct of values, so that making an article from a file or a dialog needs no fifteen setters. Every string may be NULL
 * but @id. @length in code points; 0 with @sha256 NULL when no metadata file is there.
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *outlet;
  char  *author;
  char  *published;      /* EDTF, e.g. "2024-07-06" */
  char  *url;
  char  *language;       /* BCP 47 */
  char  *edition;
  char  *sha256;
  guint  length;
  GStrv  normalised;     /* what was changed at import: "bom", "crlf", "cr", "controls", "invalid-utf8", "encoding:windows-1252" … */
  char  *original_name;  /* file name it was imported from */
  char  *imported;       /* time, UTC, RFC 3339 */
  char  *extra;          /* JSON object text of unknown members */
} AscArticleMeta;

#define ASC_TYPE_ARTICLE_META (asc_article_meta_get_type ())
GType           asc_article_meta_get_type (void) G_GNUC_CONST;
AscArticleMeta *asc_article_meta_copy  (const AscArticleMeta *meta);
void            asc_article_meta_free  (AscArticleMeta *meta);
gboolean        asc_article_meta_equal (const AscArticleMeta *meta, const AscArticleMeta *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AscArticleMeta, asc_article_meta_free)

/* Properties: id (construct-only); title, outlet, author, published, language, (all read-only, notify when the metadata is replaced);
 * text (AscText, NULL until read); state, n-annotations (a summary for lists, filled by whoever knows). */
AscArticle           *asc_article_new           (const char *id);
AscArticle           *asc_article_new_full      (const AscArticleMeta *meta, AscText *text);
const char           *asc_article_get_id        (AscArticle *self);
const AscArticleMeta *asc_article_get_meta      (AscArticle *self);
gboolean              asc_article_is_loaded     (AscArticle *self);        /* metadata was read */
const char           *asc_article_get_title     (AscArticle *self);        /* the id when there is none */
const char           *asc_article_get_published (AscArticle *self);        /* (nullable) */
const char           *asc_article_get_language  (AscArticle *self);        /* (nullable) */
AscText              *asc_article_get_text      (AscArticle *self);        /* (nullable) (transfer none) */

/* For the store, which reads late, and for AscHistory, the gate of metadata edits. */
void                  asc_article_set_meta      (AscArticle *self, const AscArticleMeta *meta);
void                  asc_article_set_text      (AscArticle *self, AscText *text);

typedef enum
{
  ASC_STATE_UNREAD,
  ASC_STATE_READING,
  ASC_STATE_DONE,
  ASC_STATE_DONE_NO_CLAIMS,
  ASC_STATE_SET_ASIDE,
} AscState;

const char *asc_state_to_string   (AscState state);      /* "unread", "reading", "done", "done-no-claims", "set-aside" */
gboolean    asc_state_from_string (const char *string, AscState *state);
GType       asc_state_get_type    (void) G_GNUC_CONST;
#define ASC_TYPE_STATE (asc_state_get_type ())

AscState    asc_article_get_state         (AscArticle *self);   /* of the current coder */
guint       asc_article_get_n_annotations (AscArticle *self);
gboolean    asc_article_has_summary       (AscArticle *self);
void        asc_article_set_summary       (AscArticle *self, AscState state, guint n_annotations);

G_END_DECLS
