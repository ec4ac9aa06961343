/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-tags.h"

#define N_IOB2 2
#define N_IOBES 4

const char * const asc_tag_scheme_choices[] = { "iob2", "iobes", NULL };

AscTagScheme
asc_tag_scheme_read (AscExportOptions *options)
{
  return g_strcmp0 (asc_export_options_get_format_option (options, "scheme"), "iobes") == 0 ? ASC_TAGS_IOBES : ASC_TAGS_IOB2;
}

GStrv
asc_tags_list_labels (AscCodebook *codebook)
{
  GListModel *labels = asc_codebook_get_labels (codebook);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);

      g_strv_builder_add (names, asc_label_get_name (label));
    }

  return g_strv_builder_end (names);
}

static guint
parts_of (AscTagScheme scheme)
{
  return scheme == ASC_TAGS_IOBES ? N_IOBES : N_IOB2;
}

guint
asc_tags_get_n_classes (AscTagScheme        scheme,
                        const char * const *labels)
{
  return 1 + parts_of (scheme) * g_strv_length ((GStrv) labels);
}

/* Parts: 0 B, 1 I, 2 E, 3 S. */
static guint
part_of (AscTagScheme scheme,
         guint        token,
         guint        first,
         guint        last)
{
  if (scheme == ASC_TAGS_IOBES && first == last)
    return 3;
  if (token == first)
    return 0;
  if (scheme == ASC_TAGS_IOBES && token == last)
    return 2;

  return 1;
}

guint *
asc_tags_make (AscTagScheme          scheme,
               const char * const   *labels,
               const AscAlignedSpan *spans,
               guint                 n_spans,
               guint                 n)
{
  guint *tags = g_new0 (guint, n);

  for (guint i = 0; i < n_spans; i++)
    {
      const char *label = asc_annotation_get_label (spans[i].annotation);
      guint number = 0;

      while (labels[number] != NULL && !g_str_equal (labels[number], label))
        number++;
      if (labels[number] == NULL)
        continue;

      for (guint token = spans[i].first; token <= spans[i].last; token++)
        tags[token] = 1 + number * parts_of (scheme) + part_of (scheme, token, spans[i].first, spans[i].last);
    }

  return tags;
}

char *
asc_tags_to_string (AscTagScheme        scheme,
                    const char * const *labels,
                    guint               tag)
{
  static const char prefixes[] = "BIES";
  guint n_parts = parts_of (scheme);

  if (tag == 0)
    return g_strdup ("O");

  return g_strdup_printf ("%c-%s", prefixes[(tag - 1) % n_parts], labels[(tag - 1) / n_parts]);
}

void
asc_tags_count_unknown_labels (const AscExportLayer *layer,
                               AscLossReport        *losses)
{
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const char *label = asc_annotation_get_label (annotation);

      if (asc_codebook_lookup_label (layer->context->codebook, label) == NULL)
        asc_loss_report_add (losses, ASC_LOSS_LABEL, asc_article_get_id (layer->article), layer->coder, asc_annotation_get_id (annotation), label);
    }
}
