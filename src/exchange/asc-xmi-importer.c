/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-xmi-importer.h"

#include <glib/gi18n.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "asc-file-io.h"
#include "asc-xmi-types.h"

#define MAX_BYTES (256 * 1024 * 1024)

ASC_DEFINE_IMPORTER (AscXmiImporter, asc_xmi_importer)

/* A feature structure. What it is about may stand after it, so all of them are collected first. */
typedef struct
{
  char  *type;       /* "io.github.ascribe.Span" */
  guint  line;
  char **features;   /* name, value, name, value … */
} Structure;

typedef struct
{
  const char       *path;
  GPtrArray        *problems;
  GPtrArray        *structures;   /* (element-type Structure) */
  char             *text;         /* of the first sofa that has one */
  char             *sofa;         /* its id */
  AscImportArticle *article;
  AscImportLayer   *layer;
  GHashTable       *keys;         /* (element-type utf8 utf8) xmi:id → key of the annotation */
  GHashTable       *ignored;      /* (element-type utf8 guint) type → how many were passed over */
} Reading;

static void
structure_free (gpointer data)
{
  Structure *self = data;

  g_free (self->type);
  g_strfreev (self->features);
  g_free (self);
}

static const char *
get (const Structure *structure,
     const char      *feature)
{
  for (gsize i = 0; structure->features[i] != NULL; i += 2)
    if (g_str_equal (structure->features[i], feature))
      return structure->features[i + 1];

  return NULL;
}

static void
report (Reading           *reading,
        AscStoreErrorCode  code,
        guint              line,
        const char        *detail)
{
  AscProblem *problem = asc_problem_new (code, reading->path, NULL, "%s", detail);

  problem->line = line;
  g_ptr_array_add (reading->problems, problem);
}

/* ---- the file ---- */

/* "http:///org/example/claims.ecore" and "Span" → "org.example.claims.Span" */
static char *
type_of (xmlTextReader *xml)
{
  const char *namespace = (const char *) xmlTextReaderConstNamespaceUri (xml);
  const char *name = (const char *) xmlTextReaderConstLocalName (xml);
  g_autofree char *package = NULL;

  if (namespace == NULL || !g_str_has_prefix (namespace, "http:///") || !g_str_has_suffix (namespace, ".ecore"))
    return g_strdup (name);

  package = g_strndup (namespace + strlen ("http:///"), strlen (namespace) - strlen ("http:///.ecore"));
  g_strdelimit (package, "/", '.');

  return g_strconcat (package, ".", name, NULL);
}

static Structure *
read_structure (xmlTextReader *xml,
                GStrvBuilder  *features)
{
  Structure *structure = g_new0 (Structure, 1);

  structure->type = type_of (xml);
  /* The parser itself is further on already. */
  structure->line = (guint) MAX (xmlGetLineNo (xmlTextReaderCurrentNode (xml)), 0);
  while (xmlTextReaderMoveToNextAttribute (xml) == 1)
    {
      if (xmlTextReaderIsNamespaceDecl (xml) == 1)
        continue;
      /* xmi:id is no feature of the type, which may have an "id" of its own. */
      g_strv_builder_add (features, g_str_equal (xmlTextReaderConstName (xml), "xmi:id") ? "xmi:id" : (const char *) xmlTextReaderConstLocalName (xml));
      g_strv_builder_add (features, (const char *) xmlTextReaderConstValue (xml));
    }
  xmlTextReaderMoveToElement (xml);

  return structure;
}

static void
take_sofa (Reading         *reading,
           const Structure *sofa)
{
  const char *text = get (sofa, "sofaString");

  if (text == NULL)
    return;
  if (reading->text != NULL)
    {
      report (reading, ASC_STORE_ERROR_FORMAT, sofa->line, get (sofa, "sofaID") != NULL ? get (sofa, "sofaID") : "sofa");
      return;
    }
  reading->text = g_strdup (text);
  reading->sofa = g_strdup (get (sofa, "xmi:id"));
}

/* Depth 1 is a feature structure, depth 2 a value of one of its arrays. */
static int
read_structures (Reading       *reading,
                 xmlTextReader *xml)
{
  g_autoptr (GStrvBuilder) features = NULL;
  Structure *structure = NULL;
  int status;

  while ((status = xmlTextReaderRead (xml)) == 1)
    {
      int type = xmlTextReaderNodeType (xml);
      int depth = xmlTextReaderDepth (xml);

      if (type == XML_READER_TYPE_ELEMENT && depth == 1)
        {
          gboolean is_empty = xmlTextReaderIsEmptyElement (xml) == 1;

          features = g_strv_builder_new ();
          structure = read_structure (xml, features);
          g_ptr_array_add (reading->structures, structure);
          if (!is_empty)
            continue;
        }
      else if (type == XML_READER_TYPE_ELEMENT && depth == 2 && features != NULL)
        {
          xmlChar *value = xmlTextReaderReadString (xml);

          g_strv_builder_add (features, (const char *) xmlTextReaderConstLocalName (xml));
          g_strv_builder_add (features, value != NULL ? (const char *) value : "");
          xmlFree (value);
          continue;
        }
      else if (type != XML_READER_TYPE_END_ELEMENT || depth != 1)
        continue;

      if (structure != NULL && features != NULL)
        structure->features = g_strv_builder_end (features);
      g_clear_pointer (&features, g_strv_builder_unref);
    }
  if (features != NULL)
    structure->features = g_strv_builder_end (features);

  return status;
}

/* ---- annotations ---- */

/* What every text has, of any annotation tool: no annotations of people. */
static gboolean
is_segmentation (const char *type)
{
  return g_str_has_prefix (type, "uima.") || g_str_has_prefix (type, "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.")
         || g_str_has_prefix (type, "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.");
}

static gboolean
is_relation (const Structure *structure)
{
  return get (structure, "Governor") != NULL && get (structure, "Dependent") != NULL;
}

static const char *
short_name (const char *type)
{
  const char *dot = strrchr (type, '.');

  return dot != NULL ? dot + 1 : type;
}

/* The feature that says what kind of thing it is; NULL: its type does. */
static const char *
label_feature (const Structure *structure)
{
  static const char * const candidates[] = { "label", "value", "DependencyType", "entity", NULL };

  for (gsize i = 0; candidates[i] != NULL; i++)
    if (get (structure, candidates[i]) != NULL && *get (structure, candidates[i]) != '\0')
      return candidates[i];

  return NULL;
}

static void
take_features (AscImportAnnotation *annotation,
               const Structure     *structure,
               const char          *label)
{
  static const char * const own[] = { "xmi:id", "id", "sofa", "begin", "end", NULL };

  for (gsize i = 0; structure->features[i] != NULL; i += 2)
    {
      const char *name = structure->features[i];
      const char *value = structure->features[i + 1];
      g_autofree char *attribute = NULL;

      if (g_strv_contains (own, name) || g_strcmp0 (name, label) == 0)
        continue;
      if (g_str_equal (name, "note") && annotation->note == NULL)
        {
          annotation->note = g_strdup (value);
          continue;
        }
      attribute = g_str_equal (name, "identifier") ? g_strdup (ASC_IMPORT_ACTOR) : asc_xmi_types_attribute (name);
      asc_import_annotation_add_attribute (annotation, attribute, value);
    }
}

/* Pieces of one annotation have its id. */
static void
take_span (Reading         *reading,
           const Structure *structure)
{
  gboolean ours = g_str_equal (structure->type, ASC_XMI_PACKAGE ".Span");
  const char *number = get (structure, "xmi:id");
  const char *key = ours && get (structure, "id") != NULL ? get (structure, "id") : number;
  const char *label = label_feature (structure);
  AscImportAnnotation *annotation = ours && key != NULL ? asc_import_layer_lookup (reading->layer, key) : NULL;
  gint64 begin;
  gint64 end;

  if (!g_ascii_string_to_signed (get (structure, "begin"), 10, 0, G_MAXINT, &begin, NULL)
      || !g_ascii_string_to_signed (get (structure, "end"), 10, 0, G_MAXINT, &end, NULL))
    {
      report (reading, ASC_STORE_ERROR_FORMAT, structure->line, "begin, end");
      return;
    }

  if (annotation == NULL)
    {
      annotation = asc_import_layer_add (reading->layer, key, label != NULL ? get (structure, label) : short_name (structure->type));
      annotation->line = structure->line;
    }
  take_features (annotation, structure, label);
  asc_import_annotation_add_range (annotation, begin, end);
  if (number != NULL && key != NULL)
    g_hash_table_insert (reading->keys, g_strdup (number), g_strdup (key));
}

static void
take_relation (Reading         *reading,
               const Structure *structure)
{
  const char *label = label_feature (structure);
  const char *from = g_hash_table_lookup (reading->keys, get (structure, "Governor"));
  const char *to = g_hash_table_lookup (reading->keys, get (structure, "Dependent"));

  if (from == NULL || to == NULL)
    report (reading, ASC_STORE_ERROR_DANGLING, structure->line, structure->type);
  else
    asc_import_layer_relate (reading->layer, label != NULL ? get (structure, label) : short_name (structure->type), from, to)->line = structure->line;
}

static void
ignore (Reading         *reading,
        const Structure *structure)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (reading->ignored, structure->type));

  g_hash_table_insert (reading->ignored, g_strdup (structure->type), GUINT_TO_POINTER (n + 1));
}

static void
take_structures (Reading *reading)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reading->structures->len; i++)
      {
        const Structure *structure = g_ptr_array_index (reading->structures, i);
        gboolean is_annotation = get (structure, "begin") != NULL && get (structure, "end") != NULL;

        if (is_segmentation (structure->type) || g_str_equal (structure->type, ASC_XMI_PACKAGE ".Document"))
          continue;
        if (!is_annotation || g_strcmp0 (get (structure, "sofa"), reading->sofa) != 0)
          {
            if (pass == 0)
              ignore (reading, structure);
          }
        else if (pass == 1 && is_relation (structure))
          take_relation (reading, structure);
        else if (pass == 0 && !is_relation (structure))
          take_span (reading, structure);
      }
}

/* One problem for each type, for there may be thousands. */
static void
report_ignored (Reading *reading)
{
  g_autoptr (GList) types = g_list_sort (g_hash_table_get_keys (reading->ignored), (GCompareFunc) strcmp);

  for (GList *l = types; l != NULL; l = l->next)
    {
      g_autofree char *detail = g_strdup_printf ("%s (%u)", (const char *) l->data, GPOINTER_TO_UINT (g_hash_table_lookup (reading->ignored, l->data)));

      report (reading, ASC_STORE_ERROR_FORMAT, 0, detail);
    }
}

static void
begin_article (Reading *reading,
               GFile   *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *id = NULL;
  const char *coder = NULL;
  const char *language = NULL;
  AscState state = ASC_STATE_DONE;

  for (guint i = 0; i < reading->structures->len; i++)
    {
      const Structure *structure = g_ptr_array_index (reading->structures, i);

      if (g_str_equal (structure->type, ASC_XMI_PACKAGE ".Document"))
        {
          id = get (structure, "id");
          coder = get (structure, "coder");
          if (get (structure, "state") != NULL)
            asc_state_from_string (get (structure, "state"), &state);
        }
      else if (g_str_has_suffix (structure->type, ".DocumentMetaData") && id == NULL)
        id = get (structure, "documentId") != NULL ? get (structure, "documentId") : get (structure, "documentTitle");
      if (g_strcmp0 (get (structure, "language"), "x-unspecified") != 0 && get (structure, "language") != NULL && language == NULL
          && (g_str_has_suffix (structure->type, ".DocumentAnnotation") || g_str_has_suffix (structure->type, ".DocumentMetaData")))
        language = get (structure, "language");
    }

  if (strrchr (name, '.') != NULL)
    *strrchr (name, '.') = '\0';
  reading->article = asc_import_article_new (reading->path, id != NULL ? id : name, g_bytes_new (reading->text, strlen (reading->text)));
  reading->article->meta->language = g_strdup (language);
  reading->article->convention.unit = ASC_OFFSET_UTF16;
  reading->layer = asc_import_article_get_layer (reading->article, coder);
  reading->layer->state = state;
}

static gboolean
parse (Reading  *reading,
       GBytes   *bytes,
       GError  **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlTextReader *xml = xmlReaderForMemory (data, (int) size, NULL, NULL,
                                           XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  int status = xml != NULL ? read_structures (reading, xml) : -1;
  guint line = xml != NULL ? (guint) MAX (xmlTextReaderGetParserLineNumber (xml), 0) : 0;

  if (xml != NULL)
    xmlFreeTextReader (xml);
  for (guint i = 0; i < reading->structures->len && status == 0; i++)
    {
      const Structure *structure = g_ptr_array_index (reading->structures, i);

      if (g_str_equal (structure->type, "uima.cas.Sofa"))
        take_sofa (reading, structure);
    }

  if (status != 0 || reading->text == NULL)
    {
      g_autoptr (AscProblem) problem = asc_problem_new (status != 0 ? ASC_STORE_ERROR_SYNTAX : ASC_STORE_ERROR_FORMAT, reading->path, NULL,
                                                        "%s", status != 0 ? "XML" : "sofaString");

      problem->line = status != 0 ? line : 0;
      asc_problem_to_error (problem, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
asc_xmi_importer_read (AscImporter    *importer,
                       GFile          *file,
                       const char     *path,
                       AscImportFunc   func,
                       gpointer        user_data,
                       GPtrArray      *problems,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GBytes) bytes = asc_file_io_read (file, MAX_BYTES, cancellable, error);
  g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (structure_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .path = path, .problems = problems, .structures = structures, .keys = keys, .ignored = ignored };
  gboolean done = FALSE;

  if (bytes != NULL && parse (&reading, bytes, error))
    {
      begin_article (&reading, file);
      take_structures (&reading);
      report_ignored (&reading);
      done = func (reading.article, user_data, error);
    }
  g_free (reading.text);
  g_free (reading.sofa);

  return done;
}

static void
asc_xmi_importer_iface_init (AscImporterInterface *iface)
{
  static const char * const extensions[] = { ".xmi", NULL };

  iface->name = "xmi";
  iface->title = N_("UIMA CAS XMI");
  iface->extensions = extensions;
  iface->read = asc_xmi_importer_read;
}
