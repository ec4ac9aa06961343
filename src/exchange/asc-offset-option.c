/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-offset-option.h"

const char * const asc_offset_choices[] = { "code-points", "utf-16", NULL };

gboolean
asc_offset_option_is_utf16 (AscExportOptions *options)
{
  return g_strcmp0 (asc_export_options_get_format_option (options, "offsets"), "utf-16") == 0;
}

guint
asc_offset_option_convert (gboolean  utf16,
                           AscText  *text,
                           guint     offset)
{
  return utf16 ? asc_offsets_chars_to_utf16 (asc_text_get_offsets (text), offset) : offset;
}

void
asc_offset_option_warn (const AscExportLayer *layer,
                        AscLossReport        *losses)
{
  AscText *text = asc_article_get_text (layer->article);

  if (asc_offsets_has_astral (asc_text_get_offsets (text)) && layer->annotations->len > 0)
    asc_loss_report_add (losses, ASC_LOSS_OFFSET_UNIT, asc_article_get_id (layer->article), layer->coder, NULL,
                         asc_offset_option_is_utf16 (layer->context->options) ? "utf-16" : "code-points");
}
