/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-annotation-words.h"

#include "asc-messages.h"

/**
 * asc_annotation_words_quote:
 * @annotation: an annotation
 * @max: most characters
 *
 * Returns: (transfer full): its text on one line
 */
char *
asc_annotation_words_quote (AscAnnotation *annotation, guint max)
{
  const char * const *quote;
  GString            *words = g_string_new (NULL);
  guint               n = 0;

  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);

  quote = asc_annotation_get_quote (annotation);
  for (guint i = 0; quote != NULL && quote[i] != NULL; i++)
    {
      gboolean space = FALSE;

      if (i > 0)
        g_string_append (words, " … ");
      for (const char *p = quote[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isspace (c))
            {
              space = TRUE;
              continue;
            }
          if (n++ >= max)
            {
              g_string_append (words, "…");
              return g_string_free_and_steal (words);
            }
          if (space)
            g_string_append_c (words, ' ');
          space = FALSE;
          g_string_append_unichar (words, c);
        }
    }
  return g_string_free_and_steal (words);
}

/**
 * asc_annotation_words_name:
 * @annotation: an annotation
 * @project: its project
 * @max: most characters of a quote
 *
 * Returns: (transfer full): the actor's name, the date in words, or the quote
 */
char *
asc_annotation_words_name (AscAnnotation *annotation, AscProject *project, guint max)
{
  AscLabel      *label;
  AscAttributes *attributes;
  GListModel    *definitions;
  guint          n;

  g_return_val_if_fail (ASC_IS_ANNOTATION (annotation), NULL);
  g_return_val_if_fail (ASC_IS_PROJECT (project), NULL);

  label = asc_codebook_lookup_label (asc_project_get_codebook (project), asc_annotation_get_label (annotation));
  if (label == NULL)
    return asc_annotation_words_quote (annotation, max);

  attributes = asc_annotation_get_attributes (annotation);
  definitions = asc_label_get_attributes (label);
  n = g_list_model_get_n_items (definitions);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      const char                        *value = asc_attributes_get_string (attributes, asc_attribute_definition_get_name (definition));

      if (value == NULL)
        continue;
      if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_DATE)
        return asc_messages_format_date (value);
      if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_ACTOR)
        {
          AscActor *actor = asc_actor_register_lookup (asc_project_get_actors (project), value);

          if (actor != NULL)
            return g_strdup (asc_actor_get_name (actor));
        }
    }
  return asc_annotation_words_quote (annotation, max);
}
