/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-graphml-exporter.h"

#include <glib/gi18n.h>

#include "asc-claims-table.h"

/* Nodes are actors and what is claimed; an edge is one claim of one actor:
 *
 *   actor:wang-zhisheng  ──stance, date, text …──▶  concept:corruption        claims of one category are one node …
 *   mention:a1:mia:k3f9  ───────────────────────▶  claim:a1:mia:p0q1         … those without any, each for itself
 *
 * Whoever the register does not know is a node for each mention: two mentions of "she" are not one person. */
struct _AscGraphmlExporter
{
  GObject                 parent_instance;

  const AscExportContext *context;
  GOutputStream          *output;
  AscClaimsTable         *table;
  const char             *claim;             /* label; NULL: the codebook has no relations */
  const char             *source;            /* relation to actors */
  const char             *actor_attribute;
  const char             *date;              /* relation to dates */
  const char             *date_attribute;
  char                   *concept;           /* attribute that groups claims; NULL: none does */
  GPtrArray              *attributes;        /* (element-type utf8) of claims, with a key each */
  GHashTable             *nodes;             /* (element-type utf8) a set: actors and concepts that are written */
  guint64                 n_edges;
};

static void asc_graphml_exporter_iface_init (AscExporterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AscGraphmlExporter, asc_graphml_exporter, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ASC_TYPE_EXPORTER, asc_graphml_exporter_iface_init))

static const AscFormatOption options[] = {
  { "concept", N_("Attribute that groups claims, or “none”"), NULL },
  { NULL, NULL, NULL }
};

static const struct { const char *id; const char *for_what; const char *name; const char *type; } keys[] = {
  { "n0", "node", "label", "string" },
  { "n1", "node", "kind", "string" },
  { "n2", "node", "type", "string" },
  { "e0", "edge", "weight", "double" },
  { "e1", "edge", "relation", "string" },
  { "e2", "edge", "article", "string" },
  { "e3", "edge", "coder", "string" },
  { "e4", "edge", "published", "string" },
  { "e5", "edge", "date", "string" },
  { "e6", "edge", "claim", "string" },
  { "e7", "edge", "text", "string" },
  { "e8", "edge", "start", "int" },
  { "e9", "edge", "end", "int" },
};

static void
read_codebook (AscGraphmlExporter     *self,
               const AscExportContext *context)
{
  const char *chosen = asc_export_options_get_format_option (context->options, "concept");
  AscLabel *label;
  GListModel *definitions;

  if (self->table != NULL)
    return;

  self->table = asc_claims_table_new (context->codebook, FALSE);
  self->claim = asc_claims_table_get_claim_label (self->table);
  self->source = asc_claims_table_get_role (self->table, ASC_ATTRIBUTE_ACTOR, &self->actor_attribute);
  self->date = asc_claims_table_get_role (self->table, ASC_ATTRIBUTE_DATE, &self->date_attribute);
  if (chosen != NULL && !g_str_equal (chosen, "none"))
    self->concept = g_strdup (chosen);

  label = self->claim != NULL ? asc_codebook_lookup_label (context->codebook, self->claim) : NULL;
  definitions = label != NULL ? asc_label_get_attributes (label) : NULL;
  for (guint i = 0; definitions != NULL && i < g_list_model_get_n_items (definitions); i++)
    {
      g_autoptr (AscAttributeDefinition) definition = g_list_model_get_item (definitions, i);

      g_ptr_array_add (self->attributes, g_strdup (asc_attribute_definition_get_name (definition)));
      if (chosen == NULL && self->concept == NULL && asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_MULTI_CHOICE)
        self->concept = g_strdup (asc_attribute_definition_get_name (definition));
    }
}

/* ---- XML ---- */

static void
append_escaped (GString    *xml,
                const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append (xml, escaped);
}

/* A value that is not there is not written. */
static void
append_data (GString    *xml,
             const char *key,
             const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (xml, "<data key=\"%s\">", key);
  append_escaped (xml, value);
  g_string_append (xml, "</data>");
}

static void
append_number (GString    *xml,
               const char *key,
               guint       number)
{
  g_string_append_printf (xml, "<data key=\"%s\">%u</data>", key, number);
}

static char *
make_head (AscGraphmlExporter *self)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                               "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (xml, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].id, keys[i].for_what, keys[i].name, keys[i].type);
  for (guint i = 0; i < self->attributes->len; i++)
    {
      const char *name = g_ptr_array_index (self->attributes, i);
      gboolean is_taken = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (keys); j++)
        is_taken = is_taken || g_str_equal (keys[j].name, name);
      g_string_append_printf (xml, "  <key id=\"a%u\" for=\"edge\" attr.name=\"%s%s\" attr.type=\"string\"/>\n", i, is_taken ? "claim_" : "", name);
    }
  g_string_append (xml, "  <graph id=\"claims\" edgedefault=\"directed\">\n");

  return g_string_free_and_steal (xml);
}

static void
append_node (GString    *xml,
             const char *id,
             const char *label,
             const char *kind,
             const char *type)
{
  g_string_append (xml, "    <node id=\"");
  append_escaped (xml, id);
  g_string_append (xml, "\">");
  append_data (xml, "n0", label);
  append_data (xml, "n1", kind);
  append_data (xml, "n2", type);
  g_string_append (xml, "</node>\n");
}

/* ---- a layer ---- */

typedef struct
{
  const AscExportLayer *layer;
  GHashTable           *annotations;   /* (element-type utf8 AscAnnotation) id → annotation */
  GString              *xml;
} Writing;

static char *
quote_of (AscAnnotation *annotation)
{
  return g_strjoinv (" … ", (GStrv) asc_annotation_get_quote (annotation));
}

static char *
own_id (const Writing *writing,
        const char    *kind,
        AscAnnotation *annotation)
{
  return g_strdup_printf ("%s:%s:%s:%s", kind, asc_article_get_id (writing->layer->article), writing->layer->coder, asc_annotation_get_id (annotation));
}

/* The node of who is mentioned, written when it is new. (transfer full) */
static char *
put_actor (AscGraphmlExporter *self,
           Writing            *writing,
           AscAnnotation      *mention)
{
  const char *id = asc_attributes_get_string (asc_annotation_get_attributes (mention), self->actor_attribute);
  AscActor *actor = id != NULL ? asc_actor_register_lookup (self->context->actors, id) : NULL;
  g_autofree char *node = id != NULL ? g_strconcat ("actor:", id, NULL) : own_id (writing, "mention", mention);
  g_autofree char *quote = quote_of (mention);

  if (g_hash_table_add (self->nodes, g_strdup (node)))
    append_node (writing->xml, node, actor != NULL ? asc_actor_get_name (actor) : quote, "actor",
                 actor != NULL ? asc_actor_get_values (actor)->type : NULL);

  return g_steal_pointer (&node);
}

/* The nodes of what is claimed: one for each value of the attribute that groups them. (element-type utf8) (transfer full) */
static GPtrArray *
put_claim (AscGraphmlExporter *self,
           Writing            *writing,
           AscAnnotation      *claim)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_free);
  GVariant *value = self->concept != NULL ? asc_attributes_get (asc_annotation_get_attributes (claim), self->concept) : NULL;
  g_auto (GStrv) concepts = value != NULL ? asc_exporter_value_strings (value) : NULL;

  for (gsize i = 0; concepts != NULL && concepts[i] != NULL; i++)
    {
      char *node = g_strconcat ("concept:", concepts[i], NULL);

      if (g_hash_table_add (self->nodes, g_strdup (node)))
        append_node (writing->xml, node, concepts[i], "concept", NULL);
      g_ptr_array_add (nodes, node);
    }
  if (nodes->len == 0)
    {
      g_autofree char *quote = quote_of (claim);
      char *node = own_id (writing, "claim", claim);

      append_node (writing->xml, node, quote, "claim", NULL);
      g_ptr_array_add (nodes, node);
    }

  return nodes;
}

/* When a claim was made. (transfer full) (nullable) */
static char *
date_of (AscGraphmlExporter *self,
         Writing            *writing,
         AscAnnotation      *claim)
{
  g_autoptr (GStrvBuilder) dates = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < writing->layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (writing->layer->relations, i);
      AscAnnotation *date;
      const char *value;

      if (g_strcmp0 (asc_relation_get_relation_type (relation), self->date) != 0
          || !g_str_equal (asc_relation_get_from (relation), asc_annotation_get_id (claim)))
        continue;
      date = g_hash_table_lookup (writing->annotations, asc_relation_get_to (relation));
      value = asc_attributes_get_string (asc_annotation_get_attributes (date), self->date_attribute);
      if (value != NULL)
        g_strv_builder_add (dates, value);
    }
  strings = g_strv_builder_end (dates);

  return strings[0] != NULL ? g_strjoinv (";", strings) : NULL;
}

static void
append_edge (AscGraphmlExporter *self,
             Writing            *writing,
             const char         *actor,
             const char         *node,
             AscAnnotation      *claim)
{
  AscAttributes *attributes = asc_annotation_get_attributes (claim);
  g_autofree char *date = date_of (self, writing, claim);
  g_autofree char *quote = quote_of (claim);
  GString *xml = writing->xml;

  g_string_append_printf (xml, "    <edge id=\"e%" G_GUINT64_FORMAT "\" source=\"", self->n_edges++);
  append_escaped (xml, actor);
  g_string_append (xml, "\" target=\"");
  append_escaped (xml, node);
  g_string_append (xml, "\">");
  append_data (xml, "e0", "1.0");
  append_data (xml, "e1", self->source);
  append_data (xml, "e2", asc_article_get_id (writing->layer->article));
  append_data (xml, "e3", writing->layer->coder);
  append_data (xml, "e4", asc_article_get_published (writing->layer->article));
  append_data (xml, "e5", date);
  append_data (xml, "e6", asc_annotation_get_id (claim));
  append_data (xml, "e7", quote);
  append_number (xml, "e8", asc_annotation_get_start (claim));
  append_number (xml, "e9", asc_annotation_get_end (claim));
  for (guint i = 0; i < self->attributes->len; i++)
    {
      GVariant *value = asc_attributes_get (attributes, g_ptr_array_index (self->attributes, i));
      g_auto (GStrv) values = value != NULL ? asc_exporter_value_strings (value) : NULL;
      g_autofree char *joined = values != NULL ? g_strjoinv (";", values) : NULL;
      g_autofree char *key = g_strdup_printf ("a%u", i);

      append_data (xml, key, joined);
    }
  g_string_append (xml, "</edge>\n");
}

static void
append_claim (AscGraphmlExporter *self,
              Writing            *writing,
              AscAnnotation      *claim)
{
  g_autoptr (GPtrArray) nodes = put_claim (self, writing, claim);

  for (guint i = 0; i < writing->layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (writing->layer->relations, i);
      g_autofree char *actor = NULL;

      if (g_strcmp0 (asc_relation_get_relation_type (relation), self->source) != 0
          || !g_str_equal (asc_relation_get_from (relation), asc_annotation_get_id (claim)))
        continue;
      actor = put_actor (self, writing, g_hash_table_lookup (writing->annotations, asc_relation_get_to (relation)));
      for (guint j = 0; j < nodes->len; j++)
        append_edge (self, writing, actor, g_ptr_array_index (nodes, j), claim);
    }
}

/* ---- losses ---- */

static gboolean
is_carried (AscGraphmlExporter *self,
            AscAnnotation      *annotation,
            const char         *attribute)
{
  if (g_strcmp0 (asc_annotation_get_label (annotation), self->claim) == 0)
    return g_ptr_array_find_with_equal_func (self->attributes, attribute, g_str_equal, NULL);

  return g_strcmp0 (attribute, self->actor_attribute) == 0 || g_strcmp0 (attribute, self->date_attribute) == 0;
}

static void
asc_graphml_exporter_prepare (AscExporter          *exporter,
                              const AscExportLayer *layer,
                              AscLossReport        *losses)
{
  AscGraphmlExporter *self = ASC_GRAPHML_EXPORTER (exporter);
  const char *article = asc_article_get_id (layer->article);

  read_codebook (self, layer->context);
  asc_exporter_prepare_by_carries (asc_exporter_get_carries (exporter) | ASC_CARRIES_RELATIONS, layer, losses);
  asc_claims_table_count_losses (self->table, layer, losses);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      AscAttributes *attributes = asc_annotation_get_attributes (annotation);

      for (guint j = 0; j < asc_attributes_get_n (attributes); j++)
        if (!is_carried (self, annotation, asc_attributes_get_name (attributes, j)))
          asc_loss_report_add (losses, ASC_LOSS_ATTRIBUTE, article, layer->coder, asc_annotation_get_id (annotation), asc_attributes_get_name (attributes, j));
    }
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      const char *type = asc_relation_get_relation_type (relation);
      AscAnnotation *from = asc_annotation_set_lookup (layer->set, asc_relation_get_from (relation));

      /* From others than claims: counted already. */
      if (g_strcmp0 (type, self->source) != 0 && g_strcmp0 (type, self->date) != 0
          && from != NULL && g_strcmp0 (asc_annotation_get_label (from), self->claim) == 0)
        asc_loss_report_add (losses, ASC_LOSS_RELATION, article, layer->coder, asc_relation_get_id (relation), type);
    }
}

static gboolean
asc_graphml_exporter_begin (AscExporter             *exporter,
                            const AscExportContext  *context,
                            GOutputStream           *output,
                            GFile                   *folder,
                            GError                 **error)
{
  AscGraphmlExporter *self = ASC_GRAPHML_EXPORTER (exporter);
  g_autofree char *head = NULL;

  self->context = context;
  read_codebook (self, context);
  g_set_object (&self->output, output);
  head = make_head (self);

  return asc_exporter_write_string (output, head, error);
}

static gboolean
asc_graphml_exporter_write (AscExporter           *exporter,
                            const AscExportLayer  *layer,
                            GError               **error)
{
  AscGraphmlExporter *self = ASC_GRAPHML_EXPORTER (exporter);
  g_autoptr (GHashTable) annotations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) xml = g_string_new (NULL);
  Writing writing = { layer, annotations, xml };

  for (guint i = 0; i < layer->annotations->len; i++)
    g_hash_table_insert (annotations, (gpointer) asc_annotation_get_id (g_ptr_array_index (layer->annotations, i)), g_ptr_array_index (layer->annotations, i));
  for (guint i = 0; i < layer->annotations->len; i++)
    if (g_strcmp0 (asc_annotation_get_label (g_ptr_array_index (layer->annotations, i)), self->claim) == 0)
      append_claim (self, &writing, g_ptr_array_index (layer->annotations, i));

  return asc_exporter_write_string (self->output, xml->str, error);
}

static gboolean
asc_graphml_exporter_end (AscExporter  *exporter,
                          GError      **error)
{
  return asc_exporter_write_string (ASC_GRAPHML_EXPORTER (exporter)->output, "  </graph>\n</graphml>\n", error);
}

static void
asc_graphml_exporter_iface_init (AscExporterInterface *iface)
{
  iface->name = "graphml";
  iface->title = N_("GraphML network of actors and claims");
  iface->extension = ".graphml";
  iface->carries = ASC_CARRIES_NESTED | ASC_CARRIES_OVERLAPPING | ASC_CARRIES_DISCONTINUOUS | ASC_CARRIES_ATTRIBUTES
                   | ASC_CARRIES_ACTORS | ASC_CARRIES_SEVERAL_CODERS;
  iface->options = options;
  iface->prepare = asc_graphml_exporter_prepare;
  iface->begin = asc_graphml_exporter_begin;
  iface->write = asc_graphml_exporter_write;
  iface->end = asc_graphml_exporter_end;
}

static void
asc_graphml_exporter_finalize (GObject *object)
{
  AscGraphmlExporter *self = ASC_GRAPHML_EXPORTER (object);

  g_clear_object (&self->output);
  g_clear_pointer (&self->table, asc_claims_table_free);
  g_clear_pointer (&self->concept, g_free);
  g_clear_pointer (&self->attributes, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);

  G_OBJECT_CLASS (asc_graphml_exporter_parent_class)->finalize (object);
}

static void
asc_graphml_exporter_class_init (AscGraphmlExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_graphml_exporter_finalize;
}

static void
asc_graphml_exporter_init (AscGraphmlExporter *self)
{
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}
