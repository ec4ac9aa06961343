/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "asc-hover-card.h"

#include "asc-annotation-words.h"
#include "asc-messages.h"
#include "asc-relation-chip.h"
#include "asc-todo.h"

#define MAX_QUOTE_CHARS 240

struct _AscHoverCard
{
  GtkPopover  parent_instance;

  GtkLabel   *kind;
  GtkLabel   *quote;
  GtkGrid    *facts;

  AscSession *session;
  char       *color_class;
  int         n_rows;
};

G_DEFINE_FINAL_TYPE (AscHoverCard, asc_hover_card, GTK_TYPE_POPOVER)

static void
clear_facts (AscHoverCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_grid_remove (self->facts, child);
  self->n_rows = 0;
}

static void
add_fact (AscHoverCard *self, const char *caption, GtkWidget *value)
{
  GtkWidget *label = gtk_label_new (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (self->facts, label, 0, self->n_rows, 1, 1);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (self->facts, value, 1, self->n_rows++, 1, 1);
}

static const char *
get_choice_words (AscAttributeDefinition *definition, const char *name)
{
  const AscChoice *choice = asc_attribute_definition_lookup_choice (definition, name);

  return choice != NULL && choice->display_name != NULL ? choice->display_name : name;
}

/* NULL when there is nothing to say of it. */
static char *
describe_value (AscHoverCard *self, AscAttributeDefinition *definition, GVariant *value)
{
  if (value == NULL)
    return NULL;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **names = g_variant_get_strv (value, NULL);

      for (guint i = 0; names[i] != NULL; i++)
        names[i] = get_choice_words (definition, names[i]);
      return names[0] != NULL ? g_strjoinv (", ", (char **) names) : NULL;
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value) ? g_strdup (C_("attribute", "Yes")) : NULL;
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_print (value, FALSE);

  if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_DATE)
    return asc_messages_format_date (g_variant_get_string (value, NULL));
  if (asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_ACTOR)
    {
      AscProject *project = asc_session_get_project (self->session);
      AscActor   *actor = asc_actor_register_lookup (asc_project_get_actors (project), g_variant_get_string (value, NULL));

      if (actor != NULL)
        return g_strdup (asc_actor_get_name (actor));
    }
  return g_strdup (get_choice_words (definition, g_variant_get_string (value, NULL)));
}

static void
add_attributes (AscHoverCard *self, AscAnnotation *annotation, AscLabel *label)
{
  GListModel *definitions = asc_label_get_attributes (label);

  for (guint i = 0; i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);
      GVariant        *value = asc_attributes_get (asc_annotation_get_attributes (annotation), asc_attribute_definition_get_name (definition));
      g_autofree char *words = describe_value (self, definition, value);
      GtkWidget       *text;

      if (words == NULL)
        continue;
      text = gtk_label_new (words);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 34);
      add_fact (self, asc_attribute_definition_get_display_name (definition), text);
    }
}

static void
add_role (AscHoverCard *self, AscRelation *relation, gboolean outgoing)
{
  AscAnnotationSet *set = asc_session_get_set (self->session);
  AscCodebook      *codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  AscAnnotation    *far = asc_annotation_set_lookup (set, outgoing ? asc_relation_get_to (relation) : asc_relation_get_from (relation));
  AscRelationType  *type = asc_codebook_lookup_relation (codebook, asc_relation_get_relation_type (relation));
  const char       *role = type != NULL ? asc_relation_type_get_display_name (type) : asc_relation_get_relation_type (relation);
  g_autofree char  *caption = NULL;
  GtkWidget        *chip, *button;

  if (far == NULL)
    return;

  /* Translators: of what this is a role: “Source of” */
  caption = outgoing ? g_strdup (role) : g_strdup_printf (_("%s of"), role);
  chip = asc_relation_chip_new (self->session, relation, far, FALSE);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  for (button = gtk_widget_get_first_child (chip); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_set_focus_on_click (button, FALSE);
    }
  add_fact (self, caption, chip);
}

static void
add_roles (AscHoverCard *self, AscAnnotation *annotation)
{
  AscAnnotationSet     *set = asc_session_get_set (self->session);
  AscCodebook          *codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  const char           *id = asc_annotation_get_id (annotation);
  g_autoptr (GPtrArray) from = asc_annotation_set_relations_from (set, id);
  g_autoptr (GPtrArray) to = asc_annotation_set_relations_to (set, id);
  GListModel           *types = asc_codebook_get_relation_types (codebook);

  for (guint i = 0; i < from->len; i++)
    add_role (self, g_ptr_array_index (from, i), TRUE);
  for (guint i = 0; i < to->len; i++)
    add_role (self, g_ptr_array_index (to, i), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);

      if (asc_todo_is_none (annotation, type))
        {
          GtkWidget *none = gtk_label_new (C_("role", "None"));

          gtk_label_set_xalign (GTK_LABEL (none), 0);
          add_fact (self, asc_relation_type_get_display_name (type), none);
        }
    }
}

static void
asc_hover_card_dispose (GObject *object)
{
  AscHoverCard *self = ASC_HOVER_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASC_TYPE_HOVER_CARD);
  g_clear_object (&self->session);
  g_clear_pointer (&self->color_class, g_free);

  G_OBJECT_CLASS (asc_hover_card_parent_class)->dispose (object);
}

static void
asc_hover_card_class_init (AscHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = asc_hover_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ascribe/Ascribe/ui/asc-hover-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AscHoverCard, kind);
  gtk_widget_class_bind_template_child (widget_class, AscHoverCard, quote);
  gtk_widget_class_bind_template_child (widget_class, AscHoverCard, facts);
}

static void
asc_hover_card_init (AscHoverCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * asc_hover_card_new:
 * @session: what the window works on
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
asc_hover_card_new (AscSession *session)
{
  AscHoverCard *self;

  g_return_val_if_fail (ASC_IS_SESSION (session), NULL);

  self = g_object_new (ASC_TYPE_HOVER_CARD, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * asc_hover_card_set_annotation:
 * @self: a card
 * @annotation: an annotation of the session's set
 */
void
asc_hover_card_set_annotation (AscHoverCard *self, AscAnnotation *annotation)
{
  AscCodebook     *codebook;
  AscLabel        *label;
  const char      *name, *color;
  g_autofree char *quote = NULL;
  g_autofree char *quoted = NULL;

  g_return_if_fail (ASC_IS_HOVER_CARD (self));
  g_return_if_fail (ASC_IS_ANNOTATION (annotation));
  g_return_if_fail (asc_session_get_set (self->session) != NULL);

  codebook = asc_project_get_codebook (asc_session_get_project (self->session));
  label = asc_codebook_lookup_label (codebook, asc_annotation_get_label (annotation));
  name = label != NULL ? asc_label_get_display_name (label) : asc_annotation_get_label (annotation);
  color = label != NULL ? asc_label_get_values (label)->color : NULL;

  if (self->color_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->kind), self->color_class);
  g_free (self->color_class);
  self->color_class = g_strconcat ("label-", color != NULL ? color : "slate", NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->kind), self->color_class);

  if (asc_annotation_get_origin (annotation) == ASC_ORIGIN_SUGGESTED)
    {
      /* Translators: %s is a label such as "Claim" */
      g_autofree char *suggested = g_strdup_printf (_("%s, suggested"), name);

      gtk_label_set_label (self->kind, suggested);
    }
  else
    gtk_label_set_label (self->kind, name);
  quote = asc_annotation_words_quote (annotation, MAX_QUOTE_CHARS);
  quoted = g_strdup_printf (_("“%s”"), quote);
  gtk_label_set_label (self->quote, quoted);

  clear_facts (self);
  if (label != NULL)
    add_attributes (self, annotation, label);
  add_roles (self, annotation);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), self->n_rows > 0);
}
