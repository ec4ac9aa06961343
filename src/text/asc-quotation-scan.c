/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-quotation-scan.h"

#include "asc-chars.h"

#include <string.h>

#define SINGLE_LOW     0x201A /* ‚ */
#define SINGLE_LEFT    0x2018 /* ‘ */
#define SINGLE_RIGHT   0x2019 /* ’ */
#define SINGLE_HIGH_9  0x201B /* ‛ */
#define DOUBLE_LOW     0x201E /* „ */
#define DOUBLE_LEFT    0x201C /* “ */
#define DOUBLE_RIGHT   0x201D /* ” */
#define DOUBLE_HIGH_9  0x201F /* ‟ */
#define GUILLEMETS_L   0x00AB /* « */
#define GUILLEMETS_R   0x00BB /* » */
#define GUILLEMET_L    0x2039 /* ‹ */
#define GUILLEMET_R    0x203A /* › */

/* A mark, seen with its neighbours. A text in a script without spaces leaves both ways open. */
typedef struct
{
  gunichar mark;
  guint    offset;
  gboolean can_open;
  gboolean can_close;
  gboolean is_weak;        /* a single mark that looks like a possessive: "the students’ union" */
  gboolean closes_later;   /* such a mark, and the next mark can close a single quotation as well */
} Mark;

/* A quotation that is not closed yet. */
typedef struct
{
  gunichar mark;
  guint    start;
  guint    cut;    /* where the same mark opened again directly inside, 0 when it did not */
} Opening;

typedef struct
{
  AscText *text;
  GArray  *quotations;
  GArray  *reopenings;
  GArray  *stack;  /* of Opening, innermost last */
  guint    paragraph_end; /* of the last one that was not blank, without its last white space */
} Scan;

/* How sure it is that a mark closes what another opened. */
typedef enum
{
  CLOSES_NEVER,
  CLOSES_ALWAYS,         /* whatever its neighbours are */
  CLOSES_UNLESS_OPENING, /* unless its neighbours say that it can only open */
  CLOSES_IF_CLOSING,     /* only when they say that it can only close */
} Closing;

static Closing
get_closing (gunichar opening, gunichar mark)
{
  switch (opening)
    {
    case DOUBLE_LEFT:
      return mark == DOUBLE_RIGHT ? CLOSES_ALWAYS
             : mark == '"'        ? CLOSES_UNLESS_OPENING
             : mark == opening    ? CLOSES_IF_CLOSING
                                  : CLOSES_NEVER;
    case DOUBLE_LOW:
      return mark == DOUBLE_RIGHT                       ? CLOSES_ALWAYS
             : mark == DOUBLE_LEFT || mark == '"'       ? CLOSES_UNLESS_OPENING
                                                        : CLOSES_NEVER;
    case DOUBLE_HIGH_9:
      return mark == DOUBLE_RIGHT ? CLOSES_ALWAYS : CLOSES_NEVER;
    case DOUBLE_RIGHT:
      return mark == opening ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case '"':
      return mark == opening || mark == DOUBLE_RIGHT ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case GUILLEMETS_L:
      return mark == GUILLEMETS_R ? CLOSES_ALWAYS : CLOSES_NEVER;
    case GUILLEMETS_R:
      return mark == GUILLEMETS_L || mark == opening ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case GUILLEMET_L:
      return mark == GUILLEMET_R ? CLOSES_ALWAYS : CLOSES_NEVER;
    case GUILLEMET_R:
      return mark == GUILLEMET_L || mark == opening ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0xFE41: /* ﹁ */
    case 0xFE43: /* ﹃ */
    case 0xFF62: /* ｢ */
      return mark == opening + 1 ? CLOSES_ALWAYS : CLOSES_NEVER;
    case 0x301D: /* 〝 */
      return mark == 0x301E || mark == 0x301F ? CLOSES_ALWAYS : CLOSES_NEVER;
    case SINGLE_LEFT:
    case SINGLE_HIGH_9:
      return mark == SINGLE_RIGHT || mark == '\'' ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case SINGLE_LOW:
      return mark == SINGLE_LEFT || mark == SINGLE_RIGHT ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    case '\'':
      return mark == opening || mark == SINGLE_RIGHT ? CLOSES_UNLESS_OPENING : CLOSES_NEVER;
    default:
      return CLOSES_NEVER;
    }
}

static gboolean
is_single (gunichar c)
{
  return c == '\'' || (c >= SINGLE_LEFT && c <= SINGLE_HIGH_9);
}

static gboolean
is_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == GUILLEMETS_L || c == GUILLEMETS_R
         || (c >= 0x2018 && c <= 0x201F) || c == GUILLEMET_L || c == GUILLEMET_R
         || (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F)
         || (c >= 0xFE41 && c <= 0xFE44) || c == 0xFF02 || c == 0xFF62 || c == 0xFF63;
}

/* A character of a script that puts no spaces between words, or its punctuation. */
static gboolean
is_unspaced (gunichar c)
{
  int line_break;

  if (c < 0x0E00)
    return FALSE;

  line_break = u_getIntPropertyValue ((UChar32) c, UCHAR_LINE_BREAK);
  return line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_COMPLEX_CONTEXT
         || line_break == U_LB_CONDITIONAL_JAPANESE_STARTER || (c >= 0x3000 && c <= 0x303F)
         || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

/* What an opening mark may follow without a space. */
static gboolean
is_before_opening (gunichar c)
{
  GUnicodeType type;

  if (c == 0 || asc_char_is_white_space (c) || is_mark (c))
    return TRUE;

  type = g_unichar_type (c);
  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION || c == '/'
         || c == ':' || is_unspaced (c);
}

/* Words that start with an apostrophe: "’90s", "’em", "’t". */
static gboolean
is_elision (const char *word)
{
  static const char *const words[] = {
    "em", "til", "till", "tis", "twas", "twill", "cause", "cos", "bout", "round", "neath", "ere",
    "n", "k", "s", "t",
  };
  gsize length = 0;

  if (g_unichar_isdigit (g_utf8_get_char (word)))
    return TRUE;

  while (g_ascii_isalpha (word[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;

  return FALSE;
}

/* @at: the mark in the text; @before: the character before it, 0 at the start of the paragraph. */
static Mark
look_at_mark (const char *at, guint offset, gunichar before)
{
  const char *next = g_utf8_next_char (at);
  gunichar    after = g_utf8_get_char (next);
  Mark        mark = { .mark = g_utf8_get_char (at), .offset = offset };
  gboolean    spaced_before = before == 0 || asc_char_is_white_space (before);
  gboolean    spaced_after = after == 0 || asc_char_is_white_space (after);

  if (mark.mark == 0xFF02) /* full-width " */
    mark.mark = '"';

  mark.can_open = !spaced_after && is_before_opening (before);
  mark.can_close = !spaced_before
                   && (!g_unichar_isalnum (after) || is_unspaced (after)
                       || (g_unichar_type (before) == G_UNICODE_OTHER_PUNCTUATION
                           && !is_mark (before)));

  if (is_single (mark.mark))
    {
      if (mark.mark == SINGLE_RIGHT || is_elision (next))
        mark.can_open = FALSE;
      mark.is_weak = mark.can_close && strchr ("sSxXzZ", (int) MIN (before, 0x7F)) != NULL
                     && spaced_after && after != 0
                     && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (next)));
    }

  return mark;
}

/* --- Pairing --- */

static void
add_quotation (Scan *scan, const Opening *opening, guint inner_end, guint outer_end)
{
  AscQuotation quotation = {
    .outer = ASC_SPAN (opening->start, outer_end),
    .inner = ASC_SPAN (opening->start + 1, inner_end),
  };

  if (inner_end > opening->start + 1)
    g_array_append_val (scan->quotations, quotation);
}

static void
open_quotation (Scan *scan, const Mark *mark)
{
  Opening opening = { .mark = mark->mark, .start = mark->offset };

  if (scan->stack->len > 0)
    {
      Opening *around = &g_array_index (scan->stack, Opening, scan->stack->len - 1);

      if (around->mark == mark->mark && around->cut == 0)
        around->cut = mark->offset;
    }
  g_array_append_val (scan->stack, opening);
}

/* Closes the innermost quotation that @mark can close; what was open inside it was no quotation. */
static gboolean
close_quotation (Scan *scan, const Mark *mark)
{
  for (guint i = scan->stack->len; i > 0; i--)
    {
      Opening *opening = &g_array_index (scan->stack, Opening, i - 1);
      Closing  closing = get_closing (opening->mark, mark->mark);

      if ((closing == CLOSES_UNLESS_OPENING && mark->can_open && !mark->can_close)
          || (closing == CLOSES_IF_CLOSING && (mark->can_open || !mark->can_close)))
        closing = CLOSES_NEVER;
      /* Between letters a straight mark is none: Hebrew acronyms are written with it. */
      if (mark->mark == '"' && !mark->can_open && !mark->can_close)
        closing = CLOSES_NEVER;

      if (closing != CLOSES_NEVER)
        {
          add_quotation (scan, opening, mark->offset, mark->offset + 1);
          g_array_set_size (scan->stack, i - 1);
          return TRUE;
        }
      /* An apostrophe must not reach through a quotation that is open. */
      if (is_single (mark->mark) && !is_single (opening->mark))
        return FALSE;
    }

  return FALSE;
}

static void
take_mark (Scan *scan, const Mark *mark)
{
  gboolean opens;

  if (is_single (mark->mark))
    {
      if (mark->can_close && !mark->closes_later && close_quotation (scan, mark))
        return;
      if (mark->can_open && mark->mark != SINGLE_RIGHT)
        open_quotation (scan, mark);
      return;
    }

  if (close_quotation (scan, mark))
    return;

  switch (mark->mark)
    {
    case DOUBLE_LEFT:
    case DOUBLE_LOW:
    case DOUBLE_HIGH_9:
    case GUILLEMETS_L:
    case GUILLEMET_L:
      opens = mark->can_open || !mark->can_close;
      break;
    case '"':
      opens = mark->can_open;
      break;
    case DOUBLE_RIGHT:
    case GUILLEMETS_R:
    case GUILLEMET_R:
      opens = mark->can_open && !mark->can_close;
      break;
    default:
      opens = get_closing (mark->mark, mark->mark + 1) == CLOSES_ALWAYS;
    }

  if (opens)
    open_quotation (scan, mark);
}

/* Ends what is open at the end of a paragraph. @reopening: the first mark of the next one when that
 * starts with a mark. Returns whether @reopening opened the outermost quotation again. */
static gboolean
end_paragraph (Scan *scan, const Mark *reopening)
{
  Opening  continued = { 0 };
  gboolean continues = FALSE, is_outermost = TRUE;

  for (guint i = 0; i < scan->stack->len; i++)
    {
      Opening *opening = &g_array_index (scan->stack, Opening, i);
      guint    end = opening->cut != 0 ? opening->cut : scan->paragraph_end;

      if (is_single (opening->mark))
        continue;

      if (is_outermost && opening->cut == 0 && reopening != NULL
          && (reopening->mark == opening->mark
              || (opening->mark == GUILLEMETS_L && reopening->mark == GUILLEMETS_R)
              || (opening->mark == DOUBLE_LEFT && reopening->mark == DOUBLE_RIGHT)))
        {
          AscSpan gap = ASC_SPAN (scan->paragraph_end, reopening->offset + 1);

          g_array_append_val (scan->reopenings, gap);
          continued = *opening;
          continues = TRUE;
        }
      else
        add_quotation (scan, opening, end, end);
      is_outermost = FALSE;
    }

  g_array_set_size (scan->stack, 0);
  if (continues)
    g_array_append_val (scan->stack, continued);
  return continues;
}

/* Tells plural possessives from closing marks: one is no closing mark when a better one follows. */
static void
look_ahead (GArray *marks)
{
  for (guint i = 0; i + 1 < marks->len; i++)
    {
      Mark       *mark = &g_array_index (marks, Mark, i);
      const Mark *next = &g_array_index (marks, Mark, i + 1);

      mark->closes_later = mark->is_weak && is_single (next->mark) && next->can_close;
    }
}

static int
compare_quotations (gconstpointer a, gconstpointer b)
{
  const AscQuotation *one = a, *other = b;

  return asc_span_compare (&one->outer, &other->outer);
}

static void
set_depths (GArray *quotations)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < quotations->len; i++)
    {
      AscQuotation *quotation = &g_array_index (quotations, AscQuotation, i);

      while (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) <= quotation->outer.start)
        g_array_set_size (ends, ends->len - 1);
      quotation->depth = ends->len;
      g_array_append_val (ends, quotation->outer.end);
    }
}

void
asc_quotation_scan (AscText *text, GArray *quotations, GArray *reopenings)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Opening));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Scan               scan = { text, quotations, reopenings, stack, 0 };
  const char        *p = asc_text_get_utf8 (text);
  guint              offset = 0;

  while (*p != '\0')
    {
      gunichar before = 0;
      guint    first = G_MAXUINT, end = 0, i = 0;

      /* One paragraph: its marks, and where it really starts and ends. Apostrophes between letters
       * are no marks. */
      g_array_set_size (marks, 0);
      for (; *p != '\0'; p = g_utf8_next_char (p), offset++)
        {
          gunichar c = g_utf8_get_char (p);

          if (asc_char_is_line_end (c))
            break;
          if (is_mark (c))
            {
              Mark mark = look_at_mark (p, offset, before);

              if (!is_single (c) || mark.can_open || mark.can_close)
                g_array_append_val (marks, mark);
            }
          if (!asc_char_is_white_space (c))
            {
              first = MIN (first, offset);
              end = offset + 1;
            }
          before = c;
        }

      if (first != G_MAXUINT)
        {
          const Mark *opening = marks->len > 0 ? &g_array_index (marks, Mark, 0) : NULL;

          if (end_paragraph (&scan, opening != NULL && opening->offset == first ? opening : NULL))
            i = 1;
          scan.paragraph_end = end;
          look_ahead (marks);
          for (; i < marks->len; i++)
            take_mark (&scan, &g_array_index (marks, Mark, i));
        }

      if (*p != '\0')
        {
          p = g_utf8_next_char (p);
          offset++;
        }
    }

  end_paragraph (&scan, NULL);
  g_array_sort (quotations, compare_quotations);
  set_depths (quotations);
}
