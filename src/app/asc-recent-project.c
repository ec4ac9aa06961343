/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-recent-project.h"

#include "asc-settings.h"

#define MAX_RECENT 12

struct _AscRecentProject
{
  GObject parent_instance;

  GFile  *folder;
  char   *name;
};

G_DEFINE_FINAL_TYPE (AscRecentProject, asc_recent_project, G_TYPE_OBJECT)

static void
asc_recent_project_finalize (GObject *object)
{
  AscRecentProject *self = ASC_RECENT_PROJECT (object);

  g_clear_object (&self->folder);
  g_free (self->name);

  G_OBJECT_CLASS (asc_recent_project_parent_class)->finalize (object);
}

static void
asc_recent_project_class_init (AscRecentProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = asc_recent_project_finalize;
}

static void
asc_recent_project_init (AscRecentProject *self)
{
}

/**
 * asc_recent_project_new:
 * @folder: the project's folder
 * @name: the project's name
 *
 * Returns: (transfer full): an entry of the list
 */
AscRecentProject *
asc_recent_project_new (GFile *folder, const char *name)
{
  AscRecentProject *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (ASC_TYPE_RECENT_PROJECT, NULL);
  self->folder = g_object_ref (folder);
  self->name = g_strdup (name);
  return self;
}

/**
 * asc_recent_project_get_folder:
 * @self: an entry
 *
 * Returns: (transfer none): the project's folder
 */
GFile *
asc_recent_project_get_folder (AscRecentProject *self)
{
  g_return_val_if_fail (ASC_IS_RECENT_PROJECT (self), NULL);

  return self->folder;
}

/**
 * asc_recent_project_get_name:
 * @self: an entry
 *
 * Returns: the project's name when it was last open
 */
const char *
asc_recent_project_get_name (AscRecentProject *self)
{
  g_return_val_if_fail (ASC_IS_RECENT_PROJECT (self), NULL);

  return self->name;
}

/**
 * asc_recent_project_dup_place:
 * @self: an entry
 *
 * Returns: (transfer full): the folder as people write it, with a tilde for their home
 */
char *
asc_recent_project_dup_place (AscRecentProject *self)
{
  g_autofree char *path = NULL;
  const char      *home = g_get_home_dir ();

  g_return_val_if_fail (ASC_IS_RECENT_PROJECT (self), NULL);

  path = g_file_get_parse_name (self->folder);
  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

/* ---- the list ---- */

static GListStore *recent;

static void
save (void)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  guint                    n = g_list_model_get_n_items (G_LIST_MODEL (recent));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscRecentProject) entry = g_list_model_get_item (G_LIST_MODEL (recent), i);
      g_autofree char             *uri = g_file_get_uri (entry->folder);

      g_variant_builder_add (&builder, "(ss)", uri, entry->name);
    }
  g_settings_set_value (asc_settings_get_default (), "recent-projects", g_variant_builder_end (&builder));
}

static void
take_out (GFile *folder)
{
  guint i = 0;

  while (i < g_list_model_get_n_items (G_LIST_MODEL (recent)))
    {
      g_autoptr (AscRecentProject) entry = g_list_model_get_item (G_LIST_MODEL (recent), i);

      if (g_file_equal (entry->folder, folder))
        g_list_store_remove (recent, i);
      else
        i++;
    }
}

/**
 * asc_recent_projects_get_default:
 *
 * Returns: (transfer none): the projects last opened, newest first
 */
GListModel *
asc_recent_projects_get_default (void)
{
  if (recent == NULL)
    {
      g_autoptr (GVariant) saved = g_settings_get_value (asc_settings_get_default (), "recent-projects");
      GVariantIter         iter;
      const char          *uri, *name;

      recent = g_list_store_new (ASC_TYPE_RECENT_PROJECT);
      g_variant_iter_init (&iter, saved);
      while (g_variant_iter_next (&iter, "(&s&s)", &uri, &name))
        {
          g_autoptr (GFile)            folder = g_file_new_for_uri (uri);
          g_autoptr (AscRecentProject) entry = asc_recent_project_new (folder, name);

          g_list_store_append (recent, entry);
        }
    }
  return G_LIST_MODEL (recent);
}

/**
 * asc_recent_projects_add:
 * @folder: a project's folder
 * @name: its name
 *
 * Puts the project first, forgetting the oldest when there are too many.
 */
void
asc_recent_projects_add (GFile *folder, const char *name)
{
  g_autoptr (AscRecentProject) entry = NULL;

  g_return_if_fail (G_IS_FILE (folder));

  asc_recent_projects_get_default ();
  entry = asc_recent_project_new (folder, name);
  take_out (folder);
  g_list_store_insert (recent, 0, entry);
  while (g_list_model_get_n_items (G_LIST_MODEL (recent)) > MAX_RECENT)
    g_list_store_remove (recent, MAX_RECENT);
  save ();
}

/**
 * asc_recent_projects_remove:
 * @folder: a project's folder
 */
void
asc_recent_projects_remove (GFile *folder)
{
  g_return_if_fail (G_IS_FILE (folder));

  asc_recent_projects_get_default ();
  take_out (folder);
  save ();
}
