/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-store.h"

#include "asc-actor-register-private.h"
#include "asc-annotation-set-private.h"
#include "asc-json-writer.h"
#include "property.h"

static gboolean
chance (GRand *rand,
        int    one_in)
{
  return g_rand_int_range (rand, 0, one_in) == 0;
}

/* NULL now and then. */
static char *
random_string (GRand *rand)
{
  return chance (rand, 3) ? NULL : property_text_new (rand, 6);
}

static char *
random_name (GRand      *rand,
             const char *prefix)
{
  return g_strdup_printf ("%s%s%u", prefix, chance (rand, 2) ? "-" : "_", g_rand_int_range (rand, 0, 10000));
}

static GStrv
random_strings (GRand *rand)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  if (chance (rand, 2))
    return NULL;
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    g_strv_builder_take (strings, property_text_new (rand, 5));
  return g_strv_builder_end (strings);
}

static void
write_random_value (AscJsonWriter *writer,
                    const char    *member,
                    GRand         *rand,
                    int            depth)
{
  g_autofree char *string = property_text_new (rand, 5);
  g_autoptr (JsonNode) number = json_node_init_double (json_node_alloc (), g_rand_double_range (rand, -1e9, 1e9));
  g_autoptr (JsonNode) null = json_node_init_null (json_node_alloc ());

  switch (g_rand_int_range (rand, 0, depth > 0 ? 7 : 5))
    {
    case 0:
      asc_json_writer_string (writer, member, string);
      break;
    case 1:
      asc_json_writer_integer (writer, member, (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)));
      break;
    case 2:
      asc_json_writer_boolean (writer, member, chance (rand, 2));
      break;
    case 3:
      asc_json_writer_node (writer, member, number);
      break;
    case 4:
      asc_json_writer_node (writer, member, null);
      break;
    case 5:
      asc_json_writer_begin_array (writer, member, ASC_JSON_COMPACT);
      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        write_random_value (writer, NULL, rand, depth - 1);
      asc_json_writer_end_array (writer);
      break;
    default:
      asc_json_writer_begin_object (writer, member, ASC_JSON_COMPACT);
      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        {
          g_autofree char *name = g_strdup_printf ("%s %d", string, i);

          write_random_value (writer, name, rand, depth - 1);
        }
      asc_json_writer_end_object (writer);
    }
}

/* Unknown members: a JSON object's text, NULL mostly. */
static char *
random_extra (GRand *rand)
{
  g_autoptr (AscJsonWriter) writer = asc_json_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (!chance (rand, 4))
    return NULL;

  asc_json_writer_begin_object (writer, NULL, ASC_JSON_COMPACT);
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("x/~%d\"", i);

      write_random_value (writer, name, rand, 3);
    }
  asc_json_writer_end_object (writer);
  bytes = asc_json_writer_finish (writer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static AscAttributes *
random_attributes (GRand *rand)
{
  g_autoptr (AscAttributes) attributes = asc_attributes_new ();

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *name = random_name (rand, "a");
      g_autofree char *string = property_text_new (rand, 4);
      g_auto (GStrv) strings = random_strings (rand);
      g_autoptr (AscAttributes) before = g_steal_pointer (&attributes);
      GVariant *value;

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0: value = g_variant_new_string (string); break;
        case 1: value = g_variant_new_int64 ((gint64) g_rand_int (rand) - G_MAXINT); break;
        case 2: value = g_variant_new_boolean (chance (rand, 2)); break;
        default: value = g_variant_new_strv ((const char * const *) strings, strings != NULL ? -1 : 0);
        }
      attributes = asc_attributes_with (before, name, value);
    }
  return g_steal_pointer (&attributes);
}

static AscSpanSet *
random_spans (GRand *rand,
              guint  length)
{
  AscSpan spans[4];
  int n = chance (rand, 3) ? g_rand_int_range (rand, 1, 5) : 1;

  for (int i = 0; i < n; i++)
    {
      guint start = g_rand_int_range (rand, 0, length), most = chance (rand, 4) ? length : 8;

      spans[i].start = start;
      spans[i].end = start + g_rand_int_range (rand, 1, MIN (length - start, most) + 1);
    }
  return asc_span_set_new (spans, n);
}

AscArticle *
random_article_new (GRand *rand)
{
  g_autofree char *utf8 = property_text_new (rand, 200);
  g_autoptr (AscText) text = asc_text_new (utf8, -1);
  g_autoptr (AscArticleMeta) meta = g_new0 (AscArticleMeta, 1);

  meta->id = random_name (rand, "article");
  meta->title = random_string (rand);
  meta->outlet = random_string (rand);
  meta->author = random_string (rand);
  meta->published = chance (rand, 2) ? g_strdup ("2024-07-06") : NULL;
  meta->url = random_string (rand);
  meta->language = chance (rand, 2) ? g_strdup ("en") : NULL;
  meta->edition = random_string (rand);
  meta->sha256 = g_strdup (asc_text_get_sha256 (text));
  meta->length = asc_text_get_length (text);
  meta->normalised = random_strings (rand);
  meta->original_name = random_string (rand);
  meta->imported = chance (rand, 2) ? g_strdup ("2026-08-26T10:00:00Z") : NULL;
  meta->extra = random_extra (rand);
  return asc_article_new_full (meta, text);
}

AscAnnotationSet *
random_annotation_set_new (GRand      *rand,
                           AscArticle *article,
                           guint       max_annotations)
{
  AscAnnotationSet *set = asc_annotation_set_new (article, "coder");
  guint length = asc_text_get_length (asc_article_get_text (article));
  guint n = length > 0 ? g_rand_int_range (rand, 0, max_annotations + 1) : 0;
  g_autofree char *set_extra = random_extra (rand);

  asc_annotation_set_begin_batch (set);
  asc_annotation_set_set_state (set, g_rand_int_range (rand, 0, ASC_STATE_SET_ASIDE + 1),
                                g_rand_int_range (rand, 0, length + 1));
  asc_annotation_set_set_extra (set, set_extra);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscSpanSet) spans = random_spans (rand, length);
      g_autoptr (AscAttributes) attributes = random_attributes (rand);
      g_autoptr (AscAnnotation) annotation = NULL;
      g_autofree char *id = g_strdup_printf ("%c%u.x", chance (rand, 2) ? 'a' : 'Z', i);
      g_autofree char *note = random_string (rand), *extra = random_extra (rand);
      const char *label = chance (rand, 2) ? "claim" : "actor_X-1";

      if (asc_annotation_set_find_same (set, label, spans) != NULL)
        continue;
      annotation = g_object_new (ASC_TYPE_ANNOTATION, "id", id, "label", label, "spans", spans, "attributes", attributes,
                                 "note", note, "origin", g_rand_int_range (rand, 0, ASC_ORIGIN_IMPORTED + 1),
                                 "modified", (gint64) g_rand_int_range (rand, -G_MAXINT, G_MAXINT), "extra", extra, NULL);
      asc_annotation_set_put (set, annotation);
    }

  n = asc_annotation_set_get_n (set);
  for (guint i = 0; n > 0 && i < n; i++)
    {
      AscAnnotation *from = asc_annotation_set_get_nth (set, g_rand_int_range (rand, 0, n));
      AscAnnotation *to = asc_annotation_set_get_nth (set, g_rand_int_range (rand, 0, n));
      g_autofree char *id = g_strdup_printf ("r%u", i), *type = g_strdup_printf ("type-%u", i % 7);
      g_autofree char *extra = random_extra (rand);
      g_autoptr (GPtrArray) present = asc_annotation_set_relations_from (set, asc_annotation_get_id (from));
      g_autoptr (AscRelation) relation = NULL;
      gboolean is_there = FALSE;

      for (guint j = 0; j < present->len; j++)
        is_there |= g_str_equal (asc_relation_get_relation_type (present->pdata[j]), type) &&
                    g_str_equal (asc_relation_get_to (present->pdata[j]), asc_annotation_get_id (to));
      if (is_there)
        continue;
      relation = asc_relation_new_full (id, type, asc_annotation_get_id (from), asc_annotation_get_id (to), extra);
      asc_annotation_set_put_relation (set, relation);
    }
  asc_annotation_set_end_batch (set);
  return set;
}

static void
add_choices (GRand      *rand,
             GPtrArray  *choices,
             const char *parent,
             int         depth)
{
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      AscChoice *choice = g_new0 (AscChoice, 1);

      choice->name = g_strdup_printf ("%u.v", choices->len);
      choice->display_name = random_string (rand);
      choice->description = random_string (rand);
      choice->parent = g_strdup (parent);
      choice->extra = random_extra (rand);
      g_ptr_array_add (choices, choice);
      if (depth > 0)
        add_choices (rand, choices, choice->name, depth - 1);
    }
}

static void
choice_free (gpointer data)
{
  AscChoice *choice = data;

  g_free (choice->name);
  g_free (choice->display_name);
  g_free (choice->description);
  g_free (choice->parent);
  g_free (choice->extra);
  g_free (choice);
}

static GPtrArray *
random_definitions (GRand *rand)
{
  GPtrArray *definitions = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
      g_autofree char *name = g_strdup_printf ("attribute-%d", i);
      g_autofree char *display_name = random_string (rand), *description = random_string (rand), *extra = random_extra (rand);
      AscAttributeKind kind = g_rand_int_range (rand, 0, ASC_ATTRIBUTE_FLAG + 1);

      if (kind == ASC_ATTRIBUTE_CHOICE || kind == ASC_ATTRIBUTE_MULTI_CHOICE)
        add_choices (rand, choices, NULL, 3);
      g_ptr_array_add (definitions, asc_attribute_definition_new (name, display_name, description, kind, chance (rand, 2),
                                                                  choices, extra));
    }
  return definitions;
}

AscCodebook *
random_codebook_new (GRand *rand)
{
  static const char * const colors[] = { ASC_LABEL_COLORS };
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = random_string (rand), *codebook_extra = random_extra (rand);

  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    {
      g_autoptr (GPtrArray) definitions = random_definitions (rand);
      g_autofree char *display_name = random_string (rand), *description = random_string (rand), *extra = random_extra (rand);
      g_auto (GStrv) examples = random_strings (rand);
      AscLabelValues values = {
        .name = g_strdup_printf ("label_%d", i),
        .display_name = display_name,
        .description = description,
        .examples = examples,
        .color = chance (rand, 2) ? (char *) colors[g_rand_int_range (rand, 0, G_N_ELEMENTS (colors))] : NULL,
        .key = chance (rand, 3) ? 0 : (gunichar) ('a' + i),
        .form = g_rand_int_range (rand, 0, ASC_FORM_BOX + 1),
        .takes = g_rand_int_range (rand, 0, ASC_TAKES_WORD + 1),
        .hidden = chance (rand, 3),
        .extra = extra,
      };

      g_ptr_array_add (names, values.name);
      g_ptr_array_add (labels, asc_label_new (&values, definitions));
    }

  for (int i = names->len > 0 ? g_rand_int_range (rand, 0, 5) : 0; i > 0; i--)
    {
      const char *from[] = { names->pdata[g_rand_int_range (rand, 0, names->len)], NULL };
      const char *to[] = { names->pdata[0], names->len > 1 ? names->pdata[1] : NULL, NULL };
      g_autofree char *display_name = random_string (rand), *description = random_string (rand), *extra = random_extra (rand);
      g_autofree char *relation = g_strdup_printf ("relation-%d", i);

      g_ptr_array_add (relations, asc_relation_type_new (relation, display_name, description, from, to,
                                                         g_rand_int_range (rand, 0, 3), chance (rand, 2), extra));
    }
  return asc_codebook_new (name, g_rand_int_range (rand, 1, 1000), labels, relations, codebook_extra);
}

AscActorRegister *
random_actors_new (GRand *rand)
{
  AscActorRegister *actors = asc_actor_register_new ();
  g_autofree char *register_extra = random_extra (rand);

  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    {
      g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) asc_actor_role_free);
      g_autofree char *id = g_strdup_printf ("%c%d", "aBz9"[i % 4], i), *text = property_text_new (rand, 6);
      g_autofree char *name = g_strdup_printf ("%s %d", text, i), *type = random_string (rand), *external = random_string (rand);
      g_autofree char *note = random_string (rand), *extra = random_extra (rand);
      g_auto (GStrv) aliases = random_strings (rand);
      g_autoptr (AscActor) actor = NULL;
      AscActorValues values = { id, name, type, aliases, external, note, roles, extra };

      for (int j = g_rand_int_range (rand, 0, 3); j > 0; j--)
        {
          AscActorRole *role = g_new0 (AscActorRole, 1);

          role->name = property_text_new (rand, 4);
          role->from = random_string (rand);
          role->to = random_string (rand);
          role->extra = random_extra (rand);
          g_ptr_array_add (roles, role);
        }
      actor = asc_actor_new (&values);
      asc_actor_register_put (actors, actor);
    }
  asc_actor_register_set_extra (actors, register_extra);
  return actors;
}

AscProject *
random_project_new (GRand *rand)
{
  g_autoptr (AscCodebook) codebook = random_codebook_new (rand);
  g_autofree char *name = property_text_new (rand, 6), *extra = random_extra (rand);
  g_autoptr (AscProject) project = asc_project_new (name, codebook);
  const char *coders[] = { "mia", chance (rand, 2) ? "Jörg Müller" : NULL, NULL };

  asc_project_set_coders (project, coders);
  asc_project_set_language (project, chance (rand, 2) ? "en" : NULL);
  asc_project_set_gold_coder (project, chance (rand, 2) ? "gold" : NULL);
  asc_project_set_extra (project, extra);
  return g_steal_pointer (&project);
}
