/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-color.h"

const char *
asc_color_to_hex (const char *name)
{
  static const struct { const char *name; const char *hex; } colors[] = {
    { "amber", "#f8d98a" },
    { "blue", "#a9cdf5" },
    { "green", "#b3e0b0" },
    { "purple", "#d3bdf0" },
    { "red", "#f5b3ad" },
    { "teal", "#a5dedb" },
    { "pink", "#f4bddb" },
    { "brown", "#dcc4ac" },
    { "slate", "#c4ccd6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    if (g_strcmp0 (colors[i].name, name) == 0)
      return colors[i].hex;

  return "#d8d8d8";
}
