/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-json-repair.h"

#include <string.h>

/* The four digits after "\u", or -1. */
static int
parse_unit (const char *p,
            const char *end)
{
  int unit = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return -1;

  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }

  return unit;
}

GBytes *
asc_json_repair (GBytes *bytes)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  const char *end = start + size;
  g_autoptr (GByteArray) repaired = NULL;
  const char *p = start;

  while (p < end && (p = memchr (p, '\\', (gsize) (end - p))) != NULL)
    {
      int unit = parse_unit (p, end);

      if (unit < 0)
        {
          p += 2;   /* another escape; "\\" must not begin one with its second half */
          continue;
        }
      if (unit >= 0xD800 && unit < 0xDC00)
        {
          int low = parse_unit (p + 6, end);

          if (low >= 0xDC00 && low < 0xE000)
            {
              p += 12;
              continue;
            }
        }
      if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
        {
          if (repaired == NULL)
            {
              repaired = g_byte_array_sized_new ((guint) size);
              g_byte_array_append (repaired, (const guint8 *) start, (guint) size);
            }
          memcpy (repaired->data + (p - start), "\\ufffd", 6);
        }
      p += 6;
    }

  return repaired != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&repaired)) : g_bytes_ref (bytes);
}
