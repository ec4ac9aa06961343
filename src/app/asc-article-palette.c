/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-palette.h"

#include "asc-label.h"

static const char *const names[] = { ASC_LABEL_COLORS };

/* Chosen so that neighbours in the list differ in lightness as well as in hue, which is what is left to see by without red or green.
 * Order of the columns: light, dark, high contrast, high contrast dark. */
static const guint32 lines[G_N_ELEMENTS (names)][ASC_N_SCHEMES] = {
  { 0xb36b00, 0xf5c04d, 0x6e3f00, 0xffd98a }, /* amber */
  { 0x1a66c2, 0x82b5f2, 0x0b3d85, 0xbad8ff }, /* blue */
  { 0x1b8058, 0x77dba8, 0x074f33, 0xaff5d0 }, /* green */
  { 0x7b3aa0, 0xc79bea, 0x4d1a6b, 0xe3ccff }, /* purple */
  { 0xd0342c, 0xff7b6b, 0x8a0c08, 0xffb3a8 }, /* red */
  { 0x0b95a5, 0x46c4d6, 0x00505c, 0x7deaf7 }, /* teal */
  { 0xe0559f, 0xffb0d8, 0x93105a, 0xffd0e8 }, /* pink */
  { 0x5f3413, 0xb98559, 0x442003, 0xe0b48c }, /* brown */
  { 0x3e4c5e, 0xa3afbf, 0x232e3d, 0xd5dde8 }, /* slate */
};

/* Alpha of the fills: soft, strong. Below what would bring text on two overlapping fills under 7 : 1. */
static const float alphas[ASC_N_SCHEMES][2] = {
  { 0.16f, 0.20f },
  { 0.20f, 0.28f },
  { 0.10f, 0.14f },
  { 0.18f, 0.26f },
};

static GdkRGBA
unpack (guint32 rgb, float alpha)
{
  return (GdkRGBA) {
    .red = ((rgb >> 16) & 0xff) / 255.f,
    .green = ((rgb >> 8) & 0xff) / 255.f,
    .blue = (rgb & 0xff) / 255.f,
    .alpha = alpha,
  };
}

/* Light fills are brighter than the lines: amber at 16 % looks like dirt, the sun at 30 % like a marker pen. */
static guint32
fill_of (guint i, AscScheme scheme)
{
  return i == 0 && scheme == ASC_SCHEME_LIGHT ? 0xf2b200 : lines[i][scheme];
}

static const AscLabelColors *
get_table (AscScheme scheme)
{
  static AscLabelColors table[ASC_N_SCHEMES][G_N_ELEMENTS (names)];
  static gsize          made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint s = 0; s < ASC_N_SCHEMES; s++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            {
              table[s][i].line = unpack (lines[i][s], 1.f);
              table[s][i].soft = unpack (fill_of (i, s), alphas[s][0]);
              table[s][i].strong = unpack (fill_of (i, s), alphas[s][1]);
            }
        }
      g_once_init_leave (&made, 1);
    }
  return table[scheme];
}

/**
 * asc_article_palette_get_scheme:
 * @manager: the style manager
 *
 * Returns: which set of colours fits the desktop now
 */
AscScheme
asc_article_palette_get_scheme (AdwStyleManager *manager)
{
  gboolean dark;

  g_return_val_if_fail (ADW_IS_STYLE_MANAGER (manager), ASC_SCHEME_LIGHT);

  dark = adw_style_manager_get_dark (manager);
  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ASC_SCHEME_HIGH_CONTRAST_DARK : ASC_SCHEME_HIGH_CONTRAST;
  return dark ? ASC_SCHEME_DARK : ASC_SCHEME_LIGHT;
}

/**
 * asc_article_palette_lookup:
 * @color: (nullable): a name of `ASC_LABEL_COLORS`
 * @scheme: the look of the desktop
 *
 * Returns: (transfer none): the colours; those of "slate" for an unknown name
 */
const AscLabelColors *
asc_article_palette_lookup (const char *color, AscScheme scheme)
{
  const AscLabelColors *table;

  g_return_val_if_fail (scheme < ASC_N_SCHEMES, NULL);

  table = get_table (scheme);
  for (guint i = 0; color != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (color, names[i]))
        return &table[i];
    }
  return &table[G_N_ELEMENTS (names) - 1];
}

/**
 * asc_article_palette_to_css:
 * @scheme: the look of the desktop
 *
 * Returns: (transfer full): style classes that give widgets the colours of the article
 */
char *
asc_article_palette_to_css (AscScheme scheme)
{
  const AscLabelColors *table;
  GString              *css = g_string_new (NULL);

  g_return_val_if_fail (scheme < ASC_N_SCHEMES, NULL);

  table = get_table (scheme);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = gdk_rgba_to_string (&table[i].line);
      g_autofree char *strong = gdk_rgba_to_string (&table[i].strong);

      g_string_append_printf (css,
                              ".label-%s { color: %s; }\n"
                              ".label-fill.label-%s { color: inherit; background-color: %s; border-color: %s; }\n",
                              names[i], line, names[i], strong, line);
    }
  return g_string_free (css, FALSE);
}
