/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticlePalette: the values behind the colour names of a codebook (ASC_LABEL_COLORS), for each look of the desktop. A line colour stands out
 * from the page by 3 : 1 at least (4.5 : 1 in high contrast), and no two are taken for one another by the colour-blind. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_SCHEME_LIGHT,
  ASC_SCHEME_DARK,
  ASC_SCHEME_HIGH_CONTRAST,
  ASC_SCHEME_HIGH_CONTRAST_DARK,
} AscScheme;

#define ASC_N_SCHEMES 4

/**
 * AscLabelColors:
 * @line: brackets, underlines, outlines, marks of the overview
 * @soft: the fill of a long annotation, under text
 * @strong: the fill of a short one
 */
typedef struct
{
  GdkRGBA line;
  GdkRGBA soft;
  GdkRGBA strong;
} AscLabelColors;

AscScheme             asc_article_palette_get_scheme (AdwStyleManager *manager);
/* @color: a name of ASC_LABEL_COLORS; any other, and NULL, is "slate". */
const AscLabelColors *asc_article_palette_lookup     (const char *color, AscScheme scheme);
/* Style classes for widgets: ".label-amber" and so on set the colour of text, and with ".label-fill" the background. */
char                 *asc_article_palette_to_css     (AscScheme scheme);

G_END_DECLS
