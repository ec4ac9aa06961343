/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-claims-table.h"

/* A role that multiplies rows: "source" leads to "actor", whose columns are actor_id, actor_text … */
typedef struct
{
  char      *relation;
  char      *prefix;       /* the target label's name */
  GPtrArray *attributes;   /* (element-type AscAttributeDefinition) of the target label */
} Role;

struct _AscClaimsTable
{
  gboolean   wide;
  char      *claim;             /* the claim label; NULL when the codebook has no relation */
  GPtrArray *attributes;        /* (element-type AscAttributeDefinition) of the claim label */
  GStrv      decisions;         /* "no-source": attributes that are no definitions */
  GPtrArray *roles;             /* (element-type Role) */
  GStrv      lists;             /* other relations from claims */
  GPtrArray *all_attributes;    /* (element-type utf8) names, of all labels */
  GStrv      claim_columns;
  GStrv      span_columns;
};

static void
role_free (gpointer data)
{
  Role *self = data;

  g_free (self->relation);
  g_free (self->prefix);
  g_ptr_array_unref (self->attributes);
  g_free (self);
}

static void
clear_cell (gpointer data)
{
  g_free (((AscCell *) data)->text);
}

static GPtrArray *
list_attributes (AscLabel *label)
{
  GPtrArray *attributes = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *definitions = asc_label_get_attributes (label);

  for (guint i = 0; i < g_list_model_get_n_items (definitions); i++)
    g_ptr_array_add (attributes, g_list_model_get_item (definitions, i));

  return attributes;
}

/* ---- columns ---- */

/* "no-source" → "no_source". (transfer full) */
static char *
column_name (const char *prefix,
             const char *name)
{
  char *column = prefix != NULL ? g_strdup_printf ("%s_%s", prefix, name) : g_strdup (name);

  return g_strdelimit (column, "-", '_');
}

/* What an attribute of a role is called: formats of the field say "entity" for the link to the register. */
static const char *
role_attribute_name (AscAttributeDefinition *definition)
{
  return asc_attribute_definition_get_kind (definition) == ASC_ATTRIBUTE_ACTOR ? "entity" : asc_attribute_definition_get_name (definition);
}

/* Takes @name; one that is there already gets a number. */
static void
add_column (GPtrArray *columns,
            char      *name)
{
  g_autofree char *wanted = name;
  g_autofree char *column = g_strdup (wanted);

  for (guint i = 2; g_ptr_array_find_with_equal_func (columns, column, g_str_equal, NULL); i++)
    {
      g_free (column);
      column = g_strdup_printf ("%s_%u", wanted, i);
    }
  g_ptr_array_add (columns, g_steal_pointer (&column));
}

static void
add_columns (GPtrArray          *columns,
             const char * const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    add_column (columns, g_strdup (names[i]));
}

static GStrv
end_columns (GPtrArray *columns)
{
  g_ptr_array_add (columns, NULL);

  return (GStrv) g_ptr_array_free (columns, FALSE);
}

static GStrv
make_claim_columns (AscClaimsTable *self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  static const char * const first[] = { "doc_id", "annotator", "claim_id", "claim_text", "claim_start", "claim_end", "claim_spans", NULL };
  static const char * const last[] = { "claim_note", "doc_title", "doc_source", "doc_published", "doc_sha256", NULL };
  static const char * const of_role[] = { "id", "text", "start", "end", NULL };

  add_columns (columns, first);
  for (guint i = 0; i < self->attributes->len; i++)
    add_column (columns, column_name (NULL, asc_attribute_definition_get_name (g_ptr_array_index (self->attributes, i))));
  for (gsize i = 0; self->decisions[i] != NULL; i++)
    add_column (columns, column_name (NULL, self->decisions[i]));

  for (guint i = 0; i < self->roles->len; i++)
    {
      Role *role = g_ptr_array_index (self->roles, i);

      for (gsize j = 0; of_role[j] != NULL; j++)
        add_column (columns, column_name (role->prefix, of_role[j]));
      for (guint j = 0; j < role->attributes->len; j++)
        add_column (columns, column_name (role->prefix, role_attribute_name (g_ptr_array_index (role->attributes, j))));
    }

  for (gsize i = 0; self->lists[i] != NULL; i++)
    {
      add_column (columns, column_name (self->lists[i], "ids"));
      add_column (columns, column_name (self->lists[i], "texts"));
    }
  add_columns (columns, last);

  return end_columns (columns);
}

static GStrv
make_span_columns (AscClaimsTable *self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  static const char * const first[] = { "doc_id", "annotator", "span_id", "label", "text", "start", "end", "spans", NULL };
  static const char * const last[] = { "note", "doc_title", "doc_source", "doc_published", "doc_sha256", NULL };

  add_columns (columns, first);
  for (guint i = 0; i < self->all_attributes->len; i++)
    add_column (columns, column_name ("attribute", g_ptr_array_index (self->all_attributes, i)));
  add_columns (columns, last);

  return end_columns (columns);
}

/* ---- what the codebook says ---- */

static gboolean
has_role_for (AscClaimsTable *self,
              const char     *label)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (g_str_equal (((Role *) g_ptr_array_index (self->roles, i))->prefix, label))
      return TRUE;

  return FALSE;
}

static void
read_relations (AscClaimsTable *self,
                AscCodebook    *codebook)
{
  GListModel *types = asc_codebook_get_relation_types (codebook);
  g_autoptr (GStrvBuilder) decisions = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) lists = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (AscRelationType) type = g_list_model_get_item (types, i);
      const char * const *from = asc_relation_type_get_from_labels (type);
      const char * const *to = asc_relation_type_get_to_labels (type);
      AscLabel *target = to[0] != NULL && to[1] == NULL ? asc_codebook_lookup_label (codebook, to[0]) : NULL;

      if (self->claim == NULL)
        self->claim = g_strdup (from[0]);
      if (self->claim == NULL || !g_strv_contains (from, self->claim))
        continue;

      if (asc_relation_type_get_expected (type))
        g_strv_builder_add (decisions, asc_relation_type_get_none_attribute (type));
      if (target != NULL && !g_str_equal (to[0], self->claim) && !has_role_for (self, to[0]))
        {
          Role *role = g_new0 (Role, 1);

          role->relation = g_strdup (asc_relation_type_get_name (type));
          role->prefix = g_strdup (to[0]);
          role->attributes = list_attributes (target);
          g_ptr_array_add (self->roles, role);
        }
      else
        g_strv_builder_add (lists, asc_relation_type_get_name (type));
    }

  self->decisions = g_strv_builder_end (decisions);
  self->lists = g_strv_builder_end (lists);
}

static void
read_attributes (AscClaimsTable *self,
                 AscCodebook    *codebook)
{
  GListModel *labels = asc_codebook_get_labels (codebook);
  AscLabel *claim = self->claim != NULL ? asc_codebook_lookup_label (codebook, self->claim) : NULL;

  self->attributes = claim != NULL ? list_attributes (claim) : g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (AscLabel) label = g_list_model_get_item (labels, i);
      g_autoptr (GPtrArray) attributes = list_attributes (label);

      for (guint j = 0; j < attributes->len; j++)
        {
          const char *name = asc_attribute_definition_get_name (g_ptr_array_index (attributes, j));

          if (!g_ptr_array_find_with_equal_func (self->all_attributes, name, g_str_equal, NULL))
            g_ptr_array_add (self->all_attributes, g_strdup (name));
        }
    }
  for (gsize i = 0; self->decisions[i] != NULL; i++)
    g_ptr_array_add (self->all_attributes, g_strdup (self->decisions[i]));
}

AscClaimsTable *
asc_claims_table_new (AscCodebook *codebook,
                      gboolean     wide)
{
  AscClaimsTable *self;

  g_return_val_if_fail (ASC_IS_CODEBOOK (codebook), NULL);

  self = g_new0 (AscClaimsTable, 1);
  self->wide = wide;
  self->roles = g_ptr_array_new_with_free_func (role_free);
  self->all_attributes = g_ptr_array_new_with_free_func (g_free);
  read_relations (self, codebook);
  read_attributes (self, codebook);
  self->claim_columns = make_claim_columns (self);
  self->span_columns = make_span_columns (self);

  return self;
}

void
asc_claims_table_free (AscClaimsTable *self)
{
  g_free (self->claim);
  g_ptr_array_unref (self->attributes);
  g_strfreev (self->decisions);
  g_ptr_array_unref (self->roles);
  g_strfreev (self->lists);
  g_ptr_array_unref (self->all_attributes);
  g_strfreev (self->claim_columns);
  g_strfreev (self->span_columns);
  g_free (self);
}

const char * const *
asc_claims_table_get_claim_columns (AscClaimsTable *self)
{
  return (const char * const *) self->claim_columns;
}

const char * const *
asc_claims_table_get_span_columns (AscClaimsTable *self)
{
  return (const char * const *) self->span_columns;
}

/* ---- cells ---- */

static GArray *
new_row (void)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (AscCell));

  g_array_set_clear_func (row, clear_cell);

  return row;
}

static void
add_text (GArray     *row,
          const char *text)
{
  AscCell cell = { g_strdup (text), 0, FALSE };

  g_array_append_val (row, cell);
}

static void
add_number (GArray *row,
            gint64  number)
{
  AscCell cell = { NULL, number, TRUE };

  g_array_append_val (row, cell);
}

static void
add_nothing (GArray *row,
             guint   n)
{
  for (guint i = 0; i < n; i++)
    add_text (row, NULL);
}

/* Pieces of an annotation with an ellipsis between. (transfer full) */
static char *
joined_quote (AscAnnotation *annotation)
{
  return g_strjoinv (" … ", (GStrv) asc_annotation_get_quote (annotation));
}

/* "1-15;49-75" */
static char *
spans_to_string (AscAnnotation *annotation)
{
  g_autoptr (GString) string = g_string_new (NULL);
  gsize n;
  const AscSpan *spans = asc_span_set_get_spans (asc_annotation_get_spans (annotation), &n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (string, "%s%u-%u", i > 0 ? ";" : "", spans[i].start, spans[i].end);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static void
add_value (GArray     *row,
           GVariant   *value)
{
  if (value == NULL)
    add_text (row, NULL);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    add_number (row, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    add_text (row, g_variant_get_boolean (value) ? "true" : "false");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **strings = g_variant_get_strv (value, NULL);
      g_autofree char *joined = g_strjoinv (";", (GStrv) strings);

      add_text (row, joined);
    }
  else
    add_text (row, g_variant_get_string (value, NULL));
}

static void
add_attribute (GArray        *row,
               AscAnnotation *annotation,
               const char    *name)
{
  add_value (row, asc_attributes_get (asc_annotation_get_attributes (annotation), name));
}

static void
add_article (GArray     *row,
             AscArticle *article)
{
  const AscArticleMeta *meta = asc_article_get_meta (article);

  add_text (row, meta->title);
  add_text (row, meta->outlet);
  add_text (row, meta->published);
  add_text (row, asc_text_get_sha256 (asc_article_get_text (article)));
}

/* ---- claims ---- */

/* A layer with its annotations by id, and its relations by the annotation they begin at. */
typedef struct
{
  const AscExportLayer *layer;
  GHashTable           *annotations;   /* (element-type utf8 AscAnnotation) */
  GHashTable           *relations;     /* (element-type utf8 GPtrArray) */
} Index;

static void
index_init (Index                *self,
            const AscExportLayer *layer)
{
  self->layer = layer;
  self->annotations = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < layer->annotations->len; i++)
    g_hash_table_insert (self->annotations, (gpointer) asc_annotation_get_id (g_ptr_array_index (layer->annotations, i)),
                         g_ptr_array_index (layer->annotations, i));

  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      GPtrArray *from = g_hash_table_lookup (self->relations, asc_relation_get_from (relation));

      if (from == NULL)
        {
          from = g_ptr_array_new ();
          g_hash_table_insert (self->relations, (gpointer) asc_relation_get_from (relation), from);
        }
      g_ptr_array_add (from, relation);
    }
}

static void
index_clear (Index *self)
{
  g_hash_table_unref (self->annotations);
  g_hash_table_unref (self->relations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

/* What a relation leads to from @claim. (transfer container) (element-type AscAnnotation) */
static GPtrArray *
targets_of (const Index   *index,
            AscAnnotation *claim,
            const char    *relation)
{
  GPtrArray *targets = g_ptr_array_new ();
  GPtrArray *from = g_hash_table_lookup (index->relations, asc_annotation_get_id (claim));

  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      AscRelation *candidate = g_ptr_array_index (from, i);

      if (g_str_equal (asc_relation_get_relation_type (candidate), relation))
        g_ptr_array_add (targets, g_hash_table_lookup (index->annotations, asc_relation_get_to (candidate)));
    }

  return targets;
}

static void
add_role (GArray        *row,
          const Role    *role,
          AscAnnotation *target)
{
  g_autofree char *quote = NULL;

  if (target == NULL)
    {
      add_nothing (row, 4 + role->attributes->len);
      return;
    }

  quote = joined_quote (target);
  add_text (row, asc_annotation_get_id (target));
  add_text (row, quote);
  add_number (row, asc_annotation_get_start (target));
  add_number (row, asc_annotation_get_end (target));
  for (guint i = 0; i < role->attributes->len; i++)
    add_attribute (row, target, asc_attribute_definition_get_name (g_ptr_array_index (role->attributes, i)));
}

static char *
cell_to_string (const AscCell *cell)
{
  return cell->is_number ? g_strdup_printf ("%" G_GINT64_FORMAT, cell->number) : g_strdup (cell->text != NULL ? cell->text : "");
}

/* All targets of a role in its cells, with semicolons between. */
static void
add_wide_role (GArray     *row,
               const Role *role,
               GPtrArray  *targets)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_columns = 4 + role->attributes->len;

  for (guint i = 0; i < targets->len; i++)
    {
      GArray *part = new_row ();

      add_role (part, role, g_ptr_array_index (targets, i));
      g_ptr_array_add (parts, part);
    }

  for (guint column = 0; column < n_columns; column++)
    {
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint i = 0; i < parts->len; i++)
        {
          g_autofree char *cell = cell_to_string (&g_array_index ((GArray *) g_ptr_array_index (parts, i), AscCell, column));

          g_string_append_printf (joined, "%s%s", i > 0 ? ";" : "", cell);
        }
      add_text (row, parts->len > 0 ? joined->str : NULL);
    }
}

static void
add_lists (AscClaimsTable *self,
           const Index    *index,
           AscAnnotation  *claim,
           GArray         *row)
{
  for (gsize i = 0; self->lists[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) targets = targets_of (index, claim, self->lists[i]);
      g_autoptr (GString) ids = g_string_new (NULL);
      g_autoptr (GString) texts = g_string_new (NULL);

      for (guint j = 0; j < targets->len; j++)
        {
          g_autofree char *quote = joined_quote (g_ptr_array_index (targets, j));

          g_string_append_printf (ids, "%s%s", j > 0 ? ";" : "", asc_annotation_get_id (g_ptr_array_index (targets, j)));
          g_string_append_printf (texts, "%s%s", j > 0 ? "; " : "", quote);
        }
      add_text (row, targets->len > 0 ? ids->str : NULL);
      add_text (row, targets->len > 0 ? texts->str : NULL);
    }
}

static GArray *
begin_claim_row (AscClaimsTable       *self,
                 const AscExportLayer *layer,
                 AscAnnotation        *claim)
{
  GArray *row = new_row ();
  g_autofree char *quote = joined_quote (claim);
  g_autofree char *spans = spans_to_string (claim);

  add_text (row, asc_article_get_id (layer->article));
  add_text (row, layer->coder);
  add_text (row, asc_annotation_get_id (claim));
  add_text (row, quote);
  add_number (row, asc_annotation_get_start (claim));
  add_number (row, asc_annotation_get_end (claim));
  add_text (row, spans);
  for (guint i = 0; i < self->attributes->len; i++)
    add_attribute (row, claim, asc_attribute_definition_get_name (g_ptr_array_index (self->attributes, i)));
  for (gsize i = 0; self->decisions[i] != NULL; i++)
    add_attribute (row, claim, self->decisions[i]);

  return row;
}

static void
add_claim_rows (AscClaimsTable *self,
                const Index    *index,
                AscAnnotation  *claim,
                GPtrArray      *rows)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_combinations = 1;

  for (guint i = 0; i < self->roles->len; i++)
    {
      GPtrArray *of_role = targets_of (index, claim, ((Role *) g_ptr_array_index (self->roles, i))->relation);

      g_ptr_array_add (targets, of_role);
      if (!self->wide)
        n_combinations *= MAX (of_role->len, 1);
    }

  for (guint combination = 0; combination < n_combinations; combination++)
    {
      GArray *row = begin_claim_row (self, index->layer, claim);
      guint rest = combination;
      guint divisor = n_combinations;

      for (guint i = 0; i < self->roles->len; i++)
        {
          const Role *role = g_ptr_array_index (self->roles, i);
          GPtrArray *of_role = g_ptr_array_index (targets, i);

          if (self->wide)
            {
              add_wide_role (row, role, of_role);
              continue;
            }
          divisor /= MAX (of_role->len, 1);
          add_role (row, role, of_role->len > 0 ? g_ptr_array_index (of_role, rest / divisor) : NULL);
          rest %= divisor;
        }
      add_lists (self, index, claim, row);
      add_text (row, asc_annotation_get_note (claim));
      add_article (row, index->layer->article);
      g_assert (row->len == g_strv_length (self->claim_columns));
      g_ptr_array_add (rows, row);
    }
}

const char *
asc_claims_table_get_claim_label (AscClaimsTable *self)
{
  return self->claim;
}

const char *
asc_claims_table_get_role (AscClaimsTable    *self,
                           AscAttributeKind   kind,
                           const char       **attribute)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      Role *role = g_ptr_array_index (self->roles, i);

      for (guint j = 0; j < role->attributes->len; j++)
        if (asc_attribute_definition_get_kind (g_ptr_array_index (role->attributes, j)) == kind)
          {
            *attribute = asc_attribute_definition_get_name (g_ptr_array_index (role->attributes, j));
            return role->relation;
          }
    }

  return NULL;
}

GPtrArray *
asc_claims_table_make_claim_rows (AscClaimsTable       *self,
                                  const AscExportLayer *layer)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_auto (Index) index;

  index_init (&index, layer);
  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);

      if (g_strcmp0 (asc_annotation_get_label (annotation), self->claim) == 0)
        add_claim_rows (self, &index, annotation, rows);
    }

  return rows;
}

GPtrArray *
asc_claims_table_make_span_rows (AscClaimsTable       *self,
                                 const AscExportLayer *layer)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      GArray *row = new_row ();
      g_autofree char *quote = joined_quote (annotation);
      g_autofree char *spans = spans_to_string (annotation);

      add_text (row, asc_article_get_id (layer->article));
      add_text (row, layer->coder);
      add_text (row, asc_annotation_get_id (annotation));
      add_text (row, asc_annotation_get_label (annotation));
      add_text (row, quote);
      add_number (row, asc_annotation_get_start (annotation));
      add_number (row, asc_annotation_get_end (annotation));
      add_text (row, spans);
      for (guint j = 0; j < self->all_attributes->len; j++)
        add_attribute (row, annotation, g_ptr_array_index (self->all_attributes, j));
      add_text (row, asc_annotation_get_note (annotation));
      add_article (row, layer->article);
      g_assert (row->len == g_strv_length (self->span_columns));
      g_ptr_array_add (rows, row);
    }

  return rows;
}

void
asc_claims_table_count_losses (AscClaimsTable       *self,
                               const AscExportLayer *layer,
                               AscLossReport        *losses)
{
  const char *article = asc_article_get_id (layer->article);
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Index) index;

  index_init (&index, layer);
  for (guint i = 0; i < layer->relations->len; i++)
    {
      AscRelation *relation = g_ptr_array_index (layer->relations, i);
      AscAnnotation *from = g_hash_table_lookup (index.annotations, asc_relation_get_from (relation));

      if (g_strcmp0 (asc_annotation_get_label (from), self->claim) == 0)
        g_hash_table_add (placed, (gpointer) asc_relation_get_to (relation));
      else
        asc_loss_report_add (losses, ASC_LOSS_RELATION, article, layer->coder, asc_relation_get_id (relation), asc_relation_get_relation_type (relation));
    }

  for (guint i = 0; i < layer->annotations->len; i++)
    {
      AscAnnotation *annotation = g_ptr_array_index (layer->annotations, i);
      const char *id = asc_annotation_get_id (annotation);

      if (g_strcmp0 (asc_annotation_get_label (annotation), self->claim) != 0 && !g_hash_table_contains (placed, id))
        asc_loss_report_add (losses, ASC_LOSS_LABEL, article, layer->coder, id, asc_annotation_get_label (annotation));
    }
}
