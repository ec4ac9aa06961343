/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-import-convert.h"

#include "asc-text-importer.h"

/* The text as the offsets may have counted it. Cleaning only drops characters and turns a lone CR into LF, so both are walked side by side. */
typedef struct
{
  AscText *text;
  guint   *to_clean;   /* for each code point, and the end: its place in the clean text; NULL when it is the clean text */
} Variant;

static void
variant_clear (gpointer data)
{
  Variant *self = data;

  asc_text_unref (self->text);
  g_free (self->to_clean);
}

static guint *
map_to_clean (AscText *raw,
              AscText *clean)
{
  const char *p = asc_text_get_utf8 (raw);
  const char *q = asc_text_get_utf8 (clean);
  guint *map = g_new (guint, asc_text_get_length (raw) + 1);
  guint position = 0;
  guint i = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      gunichar c = g_utf8_get_char (p);
      gunichar d = *q != '\0' ? g_utf8_get_char (q) : 0;

      map[i] = position;
      if (c == d || (c == '\r' && p[1] != '\n' && d == '\n'))
        {
          position++;
          q = g_utf8_next_char (q);
        }
    }
  map[i] = position;

  return map;
}

static void
add_variant (GArray     *variants,
             const char *utf8,
             gsize       n_bytes,
             AscText    *clean)
{
  Variant variant;

  if (n_bytes == asc_text_get_n_bytes (clean) && memcmp (utf8, asc_text_get_utf8 (clean), n_bytes) == 0)
    return;

  variant.text = asc_text_new (utf8, (gssize) n_bytes);
  if (variant.text == NULL)
    return;

  variant.to_clean = map_to_clean (variant.text, clean);
  g_array_append_val (variants, variant);
}

/* The likeliest first: as it is without a byte order mark, with it, and clean. */
static GArray *
make_variants (GBytes  *bytes,
               AscText *clean)
{
  GArray *variants = g_array_new (FALSE, FALSE, sizeof (Variant));
  gsize n_bytes;
  const char *raw = g_bytes_get_data (bytes, &n_bytes);
  Variant as_is = { asc_text_ref (clean), NULL };

  g_array_set_clear_func (variants, variant_clear);
  if (n_bytes > 0 && g_utf8_validate (raw, (gssize) n_bytes, NULL))
    {
      if (n_bytes >= 3 && memcmp (raw, "\xEF\xBB\xBF", 3) == 0)
        add_variant (variants, raw + 3, n_bytes - 3, clean);
      add_variant (variants, raw, n_bytes, clean);
    }
  g_array_append_val (variants, as_is);

  return variants;
}

static GArray *
list_witnesses (AscImportArticle *source)
{
  GArray *witnesses = g_array_new (FALSE, FALSE, sizeof (AscWitness));

  for (guint i = 0; i < source->layers->len; i++)
    {
      AscImportLayer *layer = g_ptr_array_index (source->layers, i);

      for (guint j = 0; j < layer->annotations->len; j++)
        {
          AscImportAnnotation *annotation = g_ptr_array_index (layer->annotations, j);
          AscWitness witness = { (const AscRange *) (void *) annotation->ranges->data, annotation->ranges->len, annotation->quote };

          g_array_append_val (witnesses, witness);
        }
    }

  return witnesses;
}

static gboolean
all_fit (const Variant       *variant,
         GArray              *witnesses,
         AscOffsetConvention  convention)
{
  for (guint i = 0; i < witnesses->len; i++)
    {
      const AscWitness *witness = &g_array_index (witnesses, AscWitness, i);

      if (witness->quote != NULL && !asc_offset_convention_fits (convention, variant->text, witness))
        return FALSE;
    }

  return TRUE;
}

/* Which variant and convention most quotes agree with. What the format says is tried on every variant before another unit is thought of. */
static const Variant *
choose_variant (AscImportArticle    *source,
                GArray              *variants,
                GArray              *witnesses,
                AscOffsetConvention *convention)
{
  const Variant *best = NULL;
  gsize best_fitting = 0;

  for (guint i = 0; i < variants->len; i++)
    if (all_fit (&g_array_index (variants, Variant, i), witnesses, source->convention))
      return &g_array_index (variants, Variant, i);

  for (guint i = 0; i < variants->len; i++)
    {
      const Variant *variant = &g_array_index (variants, Variant, i);
      gsize n_fitting;
      gsize n_witnesses;
      AscOffsetConvention found = asc_unit_detector_detect (source->convention, variant->text, (const AscWitness *) (void *) witnesses->data,
                                                            witnesses->len, &n_fitting, &n_witnesses);

      if (best == NULL || n_fitting > best_fitting)
        {
          best = variant;
          best_fitting = n_fitting;
          *convention = found;
        }
      if (n_fitting == n_witnesses)
        break;
    }

  return best;
}

/* Whether only white space with a line break is between two spans. */
static gboolean
is_line_gap (AscText *text,
             guint    start,
             guint    end)
{
  gboolean has_break = FALSE;

  for (guint i = start; i < end; i++)
    {
      gunichar c = asc_text_char_at (text, i);

      if (!g_unichar_isspace (c) && c != 0x85)
        return FALSE;
      has_break = has_break || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

  return has_break;
}

static AscSpanSet *
to_spans (AscImportArticle    *source,
          AscImportAnnotation *annotation,
          const Variant       *variant,
          AscOffsetConvention  convention,
          AscText             *clean)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AscSpan));

  for (guint i = 0; i < annotation->ranges->len; i++)
    {
      AscSpan span;

      if (!asc_offset_convention_to_span (convention, variant->text, &g_array_index (annotation->ranges, AscRange, i), &span))
        return NULL;
      if (variant->to_clean != NULL)
        span = ASC_SPAN (variant->to_clean[span.start], variant->to_clean[span.end]);

      if (source->joins_lines && spans->len > 0)
        {
          AscSpan *last = &g_array_index (spans, AscSpan, spans->len - 1);

          if (last->end < span.start && is_line_gap (clean, last->end, span.start))
            {
              last->end = span.end;
              continue;
            }
        }
      g_array_append_val (spans, span);
    }

  return spans->len > 0 ? asc_span_set_new ((const AscSpan *) (void *) spans->data, spans->len) : NULL;
}

static void
report (AscImportArticle    *source,
        AscImportAnnotation *annotation,
        AscStoreErrorCode    code,
        GPtrArray           *problems)
{
  AscProblem *problem = asc_problem_new (code, source->path, annotation->pointer, "%s “%s”",
                                         annotation->key != NULL ? annotation->key : annotation->label,
                                         annotation->quote != NULL ? annotation->quote : "");

  problem->line = annotation->line;
  g_ptr_array_add (problems, problem);
}

/* An annotation whose offsets are wrong but whose quote stands in the text once. */
static AscSpanSet *
find_by_quote (AscImportAnnotation *annotation,
               AscText             *clean)
{
  AscSpan hit;
  guint n_hits;
  gint64 near = annotation->ranges->len > 0 ? g_array_index (annotation->ranges, AscRange, 0).start : 0;

  if (annotation->quote == NULL
      || !asc_text_find_nearest (clean, annotation->quote, (guint) CLAMP (near, 0, asc_text_get_length (clean)), &hit, &n_hits)
      || n_hits != 1)
    return NULL;

  return asc_span_set_new (&hit, 1);
}

static void
convert_annotation (AscConvertedArticle *self,
                    AscImportArticle    *source,
                    AscImportAnnotation *annotation,
                    const Variant       *variant,
                    AscOffsetConvention  convention,
                    GPtrArray           *problems)
{
  AscText *clean = asc_article_get_text (self->article);
  AscWitness witness = { (const AscRange *) (void *) annotation->ranges->data, annotation->ranges->len, annotation->quote };
  AscSpanSet *spans = NULL;

  if (annotation->quote == NULL || asc_offset_convention_fits (convention, variant->text, &witness))
    spans = to_spans (source, annotation, variant, convention, clean);
  else
    {
      spans = find_by_quote (annotation, clean);
      if (spans != NULL)
        {
          self->n_moved++;
          report (source, annotation, ASC_STORE_ERROR_REANCHORED, problems);
        }
    }

  if (spans == NULL)
    {
      self->n_lost++;
      report (source, annotation, annotation->quote != NULL ? ASC_STORE_ERROR_ORPHANED : ASC_STORE_ERROR_OUT_OF_TEXT, problems);
    }
  g_ptr_array_add (self->spans, spans);
}

static char *
choose (const char *theirs,
        const char *ours)
{
  return g_strdup (theirs != NULL && *theirs != '\0' ? theirs : ours);
}

static void
append_normalised (AscArticleMeta     *meta,
                   const char * const *more)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  if (more == NULL)
    return;

  if (meta->normalised != NULL)
    g_strv_builder_addv (all, (const char **) meta->normalised);
  g_strv_builder_addv (all, (const char **) more);
  g_strfreev (meta->normalised);
  meta->normalised = g_strv_builder_end (all);
}

/* What the file says, over what the text importer found. */
static AscArticle *
make_article (AscImportArticle *source,
              AscArticle       *imported)
{
  const AscArticleMeta *found = asc_article_get_meta (imported);
  const AscArticleMeta *said = source->meta;
  g_autoptr (AscArticleMeta) meta = asc_article_meta_copy (found);

#define TAKE(member) G_STMT_START { g_free (meta->member); meta->member = choose (said->member, found->member); } G_STMT_END
  TAKE (id);
  TAKE (title);
  TAKE (outlet);
  TAKE (author);
  TAKE (published);
  TAKE (url);
  TAKE (language);
  TAKE (edition);
  TAKE (original_name);
#undef TAKE
  append_normalised (meta, (const char * const *) said->normalised);

  return asc_article_new_full (meta, asc_article_get_text (imported));
}

/**
 * asc_import_convert:
 * @source: an article as it stands in a file
 * @problems: (element-type AscProblem): gets what was moved or lost
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the article in our terms; %NULL when its text cannot be read
 */
AscConvertedArticle *
asc_import_convert (AscImportArticle  *source,
                    GPtrArray         *problems,
                    GError           **error)
{
  g_autofree char *name = g_path_get_basename (source->path);
  g_autoptr (AscArticle) imported = asc_text_importer_import (source->text, name, error);
  g_autoptr (GArray) variants = NULL;
  g_autoptr (GArray) witnesses = NULL;
  AscConvertedArticle *self;
  AscOffsetConvention convention = source->convention;
  const Variant *variant;

  if (imported == NULL)
    return NULL;

  self = g_new0 (AscConvertedArticle, 1);
  self->article = make_article (source, imported);
  self->spans = g_ptr_array_new ();

  variants = make_variants (source->text, asc_article_get_text (self->article));
  witnesses = list_witnesses (source);
  variant = choose_variant (source, variants, witnesses, &convention);
  self->other_unit = convention.unit != source->convention.unit || convention.inclusive != source->convention.inclusive;

  for (guint i = 0; i < source->layers->len; i++)
    {
      AscImportLayer *layer = g_ptr_array_index (source->layers, i);

      for (guint j = 0; j < layer->annotations->len; j++)
        convert_annotation (self, source, g_ptr_array_index (layer->annotations, j), variant, convention, problems);
    }

  return self;
}

void
asc_converted_article_free (AscConvertedArticle *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    if (g_ptr_array_index (self->spans, i) != NULL)
      asc_span_set_unref (g_ptr_array_index (self->spans, i));

  g_object_unref (self->article);
  g_ptr_array_unref (self->spans);
  g_free (self);
}
