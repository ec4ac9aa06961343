/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-notation.h"

#include <stdlib.h>
#include <string.h>

#include "asc-annotation-set-private.h"

AscArticle *
notation_article (guint length)
{
  g_autofree char *content = g_strnfill (length, 'x');
  g_autoptr (AscText) text = asc_text_new (content, -1);
  AscArticleMeta meta = { .id = (char *) "a" };

  return asc_article_new_full (&meta, text);
}

static AscSpanSet *
read_spans (const char *notation)
{
  g_auto (GStrv) parts = g_strsplit (notation, "+", -1);
  g_autofree AscSpan *spans = g_new0 (AscSpan, g_strv_length (parts));
  guint n = 0;

  for (; parts[n] != NULL; n++)
    {
      char *end;

      spans[n].start = strtoul (parts[n], &end, 10);
      g_assert_cmpint (*end, ==, '-');
      spans[n].end = strtoul (end + 1, &end, 10);
      g_assert_cmpint (*end, ==, '\0');
    }
  return asc_span_set_new (spans, n);
}

static void
read_annotation (AscAnnotationSet *set,
                 const char       *notation)
{
  g_auto (GStrv) halves = g_strsplit (notation, "{", 2);
  g_auto (GStrv) parts = g_strsplit (halves[0], ":", 3);
  g_autoptr (AscSpanSet) spans = NULL;
  g_autoptr (AscAttributes) attributes = asc_attributes_new ();
  g_autoptr (AscAnnotation) annotation = NULL;
  g_autofree char *note = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  spans = read_spans (parts[2]);
  if (halves[1] != NULL)
    {
      g_auto (GStrv) members = NULL;

      g_assert_true (g_str_has_suffix (halves[1], "}"));
      halves[1][strlen (halves[1]) - 1] = '\0';
      members = g_strsplit (halves[1], ",", -1);
      for (guint i = 0; members[i] != NULL; i++)
        {
          g_auto (GStrv) member = g_strsplit (members[i], "=", 2);
          AscAttributes *next;

          if (g_str_equal (member[0], "note"))
            {
              g_set_str (&note, member[1]);
              continue;
            }
          next = asc_attributes_with_string (attributes, member[0], member[1]);
          asc_attributes_unref (attributes);
          attributes = next;
        }
    }
  annotation = g_object_new (ASC_TYPE_ANNOTATION, "id", parts[0], "label", parts[1], "spans", spans,
                             "attributes", attributes, "note", note, "modified", (gint64) 1, NULL);
  g_assert_null (asc_annotation_set_find_same (set, parts[1], spans));
  asc_annotation_set_put (set, annotation);
}

static void
read_relation (AscAnnotationSet *set,
               const char       *notation)
{
  g_auto (GStrv) parts = g_strsplit_set (notation, "=:>", 4);
  g_autoptr (AscRelation) relation = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  relation = asc_relation_new (parts[0], parts[1], parts[2], parts[3]);
  asc_annotation_set_put_relation (set, relation);
}

static void
read_state (AscAnnotationSet *set,
            const char       *notation)
{
  g_auto (GStrv) parts = g_strsplit (notation + 1, "/", 2);
  AscState state;

  g_assert_true (asc_state_from_string (parts[0], &state));
  asc_annotation_set_set_state (set, state, parts[1] != NULL ? strtoul (parts[1], NULL, 10) : 0);
}

AscAnnotationSet *
notation_read (AscArticle *article,
               const char *notation)
{
  AscAnnotationSet *set = asc_annotation_set_new (article, "mia");
  g_auto (GStrv) parts = g_strsplit (notation, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strpbrk (parts[i], ">") == NULL && *parts[i] != '@' && *parts[i] != '\0')
        read_annotation (set, parts[i]);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strpbrk (parts[i], ">") != NULL)
        read_relation (set, parts[i]);
      else if (*parts[i] == '@')
        read_state (set, parts[i]);
    }
  return set;
}

static void
write_annotation (GString       *notation,
                  AscAnnotation *annotation)
{
  AscAttributes *attributes = asc_annotation_get_attributes (annotation);
  const char *note = asc_annotation_get_note (annotation);
  gsize n_spans;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n_spans);

  g_string_append_printf (notation, "%s:%s:", asc_annotation_get_id (annotation), asc_annotation_get_label (annotation));
  for (gsize i = 0; i < n_spans; i++)
    g_string_append_printf (notation, "%s%u-%u", i > 0 ? "+" : "", spans[i].start, spans[i].end);
  if (note != NULL || asc_attributes_get_n (attributes) > 0)
    {
      g_string_append_c (notation, '{');
      if (note != NULL)
        g_string_append_printf (notation, "note=%s,", note);
      for (guint i = 0; i < asc_attributes_get_n (attributes); i++)
        g_string_append_printf (notation, "%s=%s,", asc_attributes_get_name (attributes, i),
                                g_variant_get_string (asc_attributes_get_nth (attributes, i), NULL));
      notation->str[notation->len - 1] = '}';
    }
  g_string_append_c (notation, ' ');
}

char *
notation_write (AscAnnotationSet *set)
{
  GString *notation = g_string_new (NULL);
  g_autoptr (GPtrArray) relations = asc_annotation_set_get_relations (set);

  for (guint i = 0; i < asc_annotation_set_get_n (set); i++)
    write_annotation (notation, asc_annotation_set_get_nth (set, i));
  for (guint i = 0; i < relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (relations, i);

      g_string_append_printf (notation, "%s=%s:%s>%s ", asc_relation_get_id (relation), asc_relation_get_relation_type (relation),
                              asc_relation_get_from (relation), asc_relation_get_to (relation));
    }
  g_string_append_printf (notation, "@%s/%u", asc_state_to_string (asc_annotation_set_get_state (set)),
                          asc_annotation_set_get_read_to (set));
  return g_string_free_and_steal (notation);
}
