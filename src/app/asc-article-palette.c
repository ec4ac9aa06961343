/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-palette.h"

#include "asc-label.h"

static const char *const names[] = { ASC_LABEL_COLORS };

/* Chosen so that no two are nearer than 12 (CIE 1976), and of the first four than 18, to any kind of colour blindness, as the test computes it;
 * else as near to GNOME's palette as that lets them be. Order of the columns: light, dark, high contrast, high contrast dark. */
static const guint32 lines[G_N_ELEMENTS (names)][ASC_N_SCHEMES] = {
  { 0xb66e01, 0xf4c34c, 0x824e05, 0xffdb8a }, /* amber */
  { 0x2e77da, 0xa6c6ff, 0x22469c, 0xc4d7ff }, /* blue */
  { 0x0b744d, 0x72d6a3, 0x003e24, 0xb4fed9 }, /* green */
  { 0x7a399d, 0xa57fd2, 0x491363, 0xae9edf }, /* purple */
  { 0xcb2e27, 0xff7c6d, 0x7e0900, 0xffbdb2 }, /* red */
  { 0x0796a4, 0x6be2ee, 0x0c626c, 0x9affff }, /* teal */
  { 0xe158a0, 0xfca8d4, 0x960f5b, 0xd996ab }, /* pink */
  { 0x5f3210, 0xad7b4a, 0x3d1700, 0xcbab82 }, /* brown */
  { 0x3e4c5d, 0x9da4ae, 0x202a37, 0xcecfd2 }, /* slate */
};

/* Alpha of the fills: soft, strong. Text on an actor in a claim in a claim still has 4.5 : 1. */
static const float alphas[ASC_N_SCHEMES][2] = {
  { 0.16f, 0.22f },
  { 0.17f, 0.23f },
  { 0.12f, 0.18f },
  { 0.14f, 0.19f },
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
