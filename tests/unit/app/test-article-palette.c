/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "asc-article-palette.h"
#include "asc-label.h"

static const char *const names[] = { ASC_LABEL_COLORS };

typedef struct
{
  double red, green, blue;   /* linear light */
} Light;

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* What is seen of @color over @below, both in sRGB as GTK blends them. */
static GdkRGBA
over (const GdkRGBA *color, const GdkRGBA *below)
{
  float a = color->alpha;

  return (GdkRGBA) { color->red * a + below->red * (1 - a), color->green * a + below->green * (1 - a), color->blue * a + below->blue * (1 - a), 1 };
}

static Light
light_of (const GdkRGBA *color)
{
  return (Light) { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
}

/* WCAG 2.2, "contrast ratio" and "relative luminance". */
static double
contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  Light  a = light_of (one), b = light_of (other);
  double first = 0.2126 * a.red + 0.7152 * a.green + 0.0722 * a.blue + 0.05;
  double second = 0.2126 * b.red + 0.7152 * b.green + 0.0722 * b.blue + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/* Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009: the matrices
 * for severity 1.0, on linear light. */
static const double deficiencies[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },   /* protanopia */
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },    /* deuteranopia */
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },   /* tritanopia */
};
static const char *const deficiency_names[] = { "none", "protanopia", "deuteranopia", "tritanopia" };

static double
lab_part (double t)
{
  return t > 216. / 24389 ? cbrt (t) : (24389. / 27 * t + 16) / 116;
}

/* CIE L*a*b* under D65, of what an eye with the deficiency @m sees. */
static void
to_lab (const GdkRGBA *color, const double *m, double lab[3])
{
  Light  l = light_of (color);
  double r = CLAMP (m[0] * l.red + m[1] * l.green + m[2] * l.blue, 0, 1);
  double g = CLAMP (m[3] * l.red + m[4] * l.green + m[5] * l.blue, 0, 1);
  double b = CLAMP (m[6] * l.red + m[7] * l.green + m[8] * l.blue, 0, 1);
  double x = lab_part ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  double y = lab_part (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = lab_part ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

/* CIE 1976: 2.3 is a just noticeable difference. */
static double
difference (const GdkRGBA *one, const GdkRGBA *other, const double *m)
{
  double a[3], b[3];

  to_lab (one, m, a);
  to_lab (other, m, b);
  return sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
}

/* libadwaita's view background and foreground. */
static void
get_page (AscScheme scheme, GdkRGBA *background, GdkRGBA *text)
{
  gboolean dark = scheme == ASC_SCHEME_DARK || scheme == ASC_SCHEME_HIGH_CONTRAST_DARK;

  gdk_rgba_parse (background, dark ? "#1d1d20" : "#ffffff");
  *text = dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 6 / 255.f, 0.8f };
  if (!dark && scheme == ASC_SCHEME_HIGH_CONTRAST)
    text->alpha = 1;
  *text = over (text, background);
}

static void
test_text_contrast (void)
{
  for (AscScheme scheme = 0; scheme < ASC_N_SCHEMES; scheme++)
    {
      GdkRGBA page, text;

      get_page (scheme, &page, &text);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          const AscLabelColors *colors = asc_article_palette_lookup (names[i], scheme);
          GdkRGBA               soft = over (&colors->soft, &page);

          g_assert_cmpfloat (contrast (&text, &soft), >=, 4.5);
          /* An actor in a claim, in another claim. */
          for (guint j = 0; j < G_N_ELEMENTS (names); j++)
            {
              const AscLabelColors *inner = asc_article_palette_lookup (names[j], scheme);
              GdkRGBA               twice = over (&inner->soft, &soft), thrice = over (&inner->strong, &twice);

              g_assert_cmpfloat (contrast (&text, &thrice), >=, 4.5);
            }
        }
    }
}

static void
test_line_contrast (void)
{
  for (AscScheme scheme = 0; scheme < ASC_N_SCHEMES; scheme++)
    {
      GdkRGBA page, text;

      get_page (scheme, &page, &text);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          double ratio = contrast (&asc_article_palette_lookup (names[i], scheme)->line, &page);

          g_test_message ("%s in scheme %d: %.2f : 1", names[i], scheme, ratio);
          g_assert_cmpfloat (ratio, >=, scheme >= ASC_SCHEME_HIGH_CONTRAST ? 4.5 : 3);
        }
    }
}

static void
test_colour_blind (void)
{
  for (AscScheme scheme = 0; scheme < ASC_N_SCHEMES; scheme++)
    {
      for (guint d = 0; d < G_N_ELEMENTS (deficiencies); d++)
        {
          double least = G_MAXDOUBLE;
          guint  one = 0, other = 0;

          for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            {
              for (guint j = i + 1; j < G_N_ELEMENTS (names); j++)
                {
                  double distance = difference (&asc_article_palette_lookup (names[i], scheme)->line,
                                                &asc_article_palette_lookup (names[j], scheme)->line, deficiencies[d]);

                  if (distance < least)
                    {
                      least = distance;
                      one = i;
                      other = j;
                    }
                }
            }
          g_test_message ("scheme %d, %s: least difference %.1f, of %s and %s", scheme, deficiency_names[d], least, names[one], names[other]);
          /* Five just noticeable differences. */
          g_assert_cmpfloat (least, >=, 12);
        }
    }
}

/* The labels of the default codebook are told apart with ease. */
static void
test_colour_blind_defaults (void)
{
  static const char *const defaults[] = { "amber", "blue", "green", "purple" };

  for (AscScheme scheme = 0; scheme < ASC_N_SCHEMES; scheme++)
    {
      for (guint d = 0; d < G_N_ELEMENTS (deficiencies); d++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
            {
              for (guint j = i + 1; j < G_N_ELEMENTS (defaults); j++)
                {
                  double distance = difference (&asc_article_palette_lookup (defaults[i], scheme)->line,
                                                &asc_article_palette_lookup (defaults[j], scheme)->line, deficiencies[d]);

                  g_test_message ("scheme %d, %s: %s and %s differ by %.1f", scheme, deficiency_names[d], defaults[i], defaults[j], distance);
                  g_assert_cmpfloat (distance, >=, 18);
                }
            }
        }
    }
}

static void
test_unknown (void)
{
  g_assert_true (asc_article_palette_lookup (NULL, ASC_SCHEME_DARK) == asc_article_palette_lookup ("slate", ASC_SCHEME_DARK));
  g_assert_true (asc_article_palette_lookup ("mauve", ASC_SCHEME_DARK) == asc_article_palette_lookup ("slate", ASC_SCHEME_DARK));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-palette/text-contrast", test_text_contrast);
  g_test_add_func ("/article-palette/line-contrast", test_line_contrast);
  g_test_add_func ("/article-palette/colour-blind", test_colour_blind);
  g_test_add_func ("/article-palette/colour-blind-defaults", test_colour_blind_defaults);
  g_test_add_func ("/article-palette/unknown", test_unknown);

  return g_test_run ();
}
