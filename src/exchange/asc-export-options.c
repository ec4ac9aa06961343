/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asc-export-options.h"

struct _AscExportOptions
{
  GObject          parent_instance;

  AscExportCoders  coders;
  char            *coder;
  gboolean         include_suggested;
  gboolean         include_imported;
  gboolean         all_states;
  gboolean         as_folder;
  GHashTable      *format_options;   /* (element-type utf8 utf8) */
};

enum
{
  PROP_0,
  PROP_CODERS,
  PROP_CODER,
  PROP_INCLUDE_SUGGESTED,
  PROP_INCLUDE_IMPORTED,
  PROP_ALL_STATES,
  PROP_AS_FOLDER,
  PROP_FORMAT_OPTIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (AscExportCoders, asc_export_coders,
                    G_DEFINE_ENUM_VALUE (ASC_EXPORT_CODER, "coder"),
                    G_DEFINE_ENUM_VALUE (ASC_EXPORT_GOLD, "gold"),
                    G_DEFINE_ENUM_VALUE (ASC_EXPORT_EACH_CODER, "each-coder"))

G_DEFINE_FINAL_TYPE (AscExportOptions, asc_export_options, G_TYPE_OBJECT)

static GVariant *
format_options_to_variant (AscExportOptions *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autofree gpointer *names = NULL;
  guint n_names;

  names = g_hash_table_get_keys_as_array (self->format_options, &n_names);
  for (guint i = 0; i < n_names; i++)
    g_variant_builder_add (&builder, "{ss}", names[i], g_hash_table_lookup (self->format_options, names[i]));

  return g_variant_builder_end (&builder);
}

static void
set_format_options (AscExportOptions *self,
                    GVariant         *variant)
{
  GVariantIter iter;
  char *name;
  char *value;

  g_hash_table_remove_all (self->format_options);
  if (variant == NULL)
    return;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{ss}", &name, &value))
    g_hash_table_insert (self->format_options, name, value);
}

static void
asc_export_options_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AscExportOptions *self = ASC_EXPORT_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_CODERS:
      g_value_set_enum (value, self->coders);
      break;
    case PROP_CODER:
      g_value_set_string (value, self->coder);
      break;
    case PROP_INCLUDE_SUGGESTED:
      g_value_set_boolean (value, self->include_suggested);
      break;
    case PROP_INCLUDE_IMPORTED:
      g_value_set_boolean (value, self->include_imported);
      break;
    case PROP_ALL_STATES:
      g_value_set_boolean (value, self->all_states);
      break;
    case PROP_AS_FOLDER:
      g_value_set_boolean (value, self->as_folder);
      break;
    case PROP_FORMAT_OPTIONS:
      g_value_set_variant (value, format_options_to_variant (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_boolean (AscExportOptions *self,
             gboolean         *member,
             gboolean          value,
             guint             prop_id)
{
  if (*member == value)
    return;

  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
asc_export_options_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AscExportOptions *self = ASC_EXPORT_OPTIONS (object);

  switch (prop_id)
    {
    case PROP_CODERS:
      if (self->coders != (AscExportCoders) g_value_get_enum (value))
        {
          self->coders = g_value_get_enum (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_CODER:
      if (g_set_str (&self->coder, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_INCLUDE_SUGGESTED:
      set_boolean (self, &self->include_suggested, g_value_get_boolean (value), prop_id);
      break;
    case PROP_INCLUDE_IMPORTED:
      set_boolean (self, &self->include_imported, g_value_get_boolean (value), prop_id);
      break;
    case PROP_ALL_STATES:
      set_boolean (self, &self->all_states, g_value_get_boolean (value), prop_id);
      break;
    case PROP_AS_FOLDER:
      set_boolean (self, &self->as_folder, g_value_get_boolean (value), prop_id);
      break;
    case PROP_FORMAT_OPTIONS:
      set_format_options (self, g_value_get_variant (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
asc_export_options_finalize (GObject *object)
{
  AscExportOptions *self = ASC_EXPORT_OPTIONS (object);

  g_clear_pointer (&self->coder, g_free);
  g_clear_pointer (&self->format_options, g_hash_table_unref);

  G_OBJECT_CLASS (asc_export_options_parent_class)->finalize (object);
}

static void
asc_export_options_class_init (AscExportOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = asc_export_options_get_property;
  object_class->set_property = asc_export_options_set_property;
  object_class->finalize = asc_export_options_finalize;

  properties[PROP_CODERS] = g_param_spec_enum ("coders", NULL, NULL, ASC_TYPE_EXPORT_CODERS, ASC_EXPORT_CODER, flags);
  properties[PROP_CODER] = g_param_spec_string ("coder", NULL, NULL, NULL, flags);
  properties[PROP_INCLUDE_SUGGESTED] = g_param_spec_boolean ("include-suggested", NULL, NULL, FALSE, flags);
  properties[PROP_INCLUDE_IMPORTED] = g_param_spec_boolean ("include-imported", NULL, NULL, TRUE, flags);
  properties[PROP_ALL_STATES] = g_param_spec_boolean ("all-states", NULL, NULL, FALSE, flags);
  properties[PROP_AS_FOLDER] = g_param_spec_boolean ("as-folder", NULL, NULL, FALSE, flags);
  properties[PROP_FORMAT_OPTIONS] = g_param_spec_variant ("format-options", NULL, NULL, G_VARIANT_TYPE ("a{ss}"), NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
asc_export_options_init (AscExportOptions *self)
{
  self->include_imported = TRUE;
  self->format_options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

AscExportOptions *
asc_export_options_new (void)
{
  return g_object_new (ASC_TYPE_EXPORT_OPTIONS, NULL);
}

AscExportCoders
asc_export_options_get_coders (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), ASC_EXPORT_CODER);

  return self->coders;
}

/**
 * asc_export_options_get_coder:
 * @self: options
 *
 * Returns: (transfer none) (nullable): whose annotations are exported with %ASC_EXPORT_CODER
 */
const char *
asc_export_options_get_coder (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), NULL);

  return self->coder;
}

gboolean
asc_export_options_get_include_suggested (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), FALSE);

  return self->include_suggested;
}

gboolean
asc_export_options_get_include_imported (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), FALSE);

  return self->include_imported;
}

gboolean
asc_export_options_get_all_states (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), FALSE);

  return self->all_states;
}

gboolean
asc_export_options_get_as_folder (AscExportOptions *self)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), FALSE);

  return self->as_folder;
}

/**
 * asc_export_options_get_format_option:
 * @self: options
 * @name: an option that the format documents
 *
 * Returns: (transfer none) (nullable): its value; %NULL when it was not set
 */
const char *
asc_export_options_get_format_option (AscExportOptions *self,
                                      const char       *name)
{
  g_return_val_if_fail (ASC_IS_EXPORT_OPTIONS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_hash_table_lookup (self->format_options, name);
}

/**
 * asc_export_options_set_format_option:
 * @self: options
 * @name: an option that the format documents
 * @value: (nullable): its value, %NULL to unset it
 */
void
asc_export_options_set_format_option (AscExportOptions *self,
                                      const char       *name,
                                      const char       *value)
{
  g_return_if_fail (ASC_IS_EXPORT_OPTIONS (self));
  g_return_if_fail (name != NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->format_options, name), value) == 0)
    return;

  if (value != NULL)
    g_hash_table_insert (self->format_options, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->format_options, name);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORMAT_OPTIONS]);
}
