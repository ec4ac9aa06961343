/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscAttributeDefinition: one attribute that annotations of a label may have. Immutable. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ASC_ATTRIBUTE_CHOICE,        /* one of the values: "s" */
  ASC_ATTRIBUTE_MULTI_CHOICE,  /* several: "as" */
  ASC_ATTRIBUTE_TEXT,          /* "s" */
  ASC_ATTRIBUTE_NUMBER,        /* integer: "x" */
  ASC_ATTRIBUTE_DATE,          /* ISO 8601 / EDTF: "s" */
  ASC_ATTRIBUTE_ACTOR,         /* id in the register: "s" */
  ASC_ATTRIBUTE_FLAG,          /* "b" */
} AscAttributeKind;

GType       asc_attribute_kind_get_type     (void) G_GNUC_CONST;
#define ASC_TYPE_ATTRIBUTE_KIND (asc_attribute_kind_get_type ())
const char *asc_attribute_kind_to_string   (AscAttributeKind kind);   /* "choice", "multi-choice", "text", "number", "date", "actor", "flag" */
gboolean    asc_attribute_kind_from_string (const char *string, AscAttributeKind *kind);

/* A value of a choice. Sets nest: @parent is the name of the value above, or NULL. */
typedef struct
{
  char *name;
  char *display_name;
  char *description;
  char *parent;
  char *extra;    /* JSON object text of unknown members, or NULL */
} AscChoice;

#define ASC_TYPE_ATTRIBUTE_DEFINITION (asc_attribute_definition_get_type ())
G_DECLARE_FINAL_TYPE (AscAttributeDefinition, asc_attribute_definition, ASC, ATTRIBUTE_DEFINITION, GObject)

/* @choices: (element-type AscChoice) copied; may be NULL. */
AscAttributeDefinition *asc_attribute_definition_new              (const char *name, const char *display_name, const char *description,
                                                                   AscAttributeKind kind, gboolean required, GPtrArray *choices, const char *extra);
const char             *asc_attribute_definition_get_name         (AscAttributeDefinition *self);
const char             *asc_attribute_definition_get_display_name (AscAttributeDefinition *self);
const char             *asc_attribute_definition_get_description  (AscAttributeDefinition *self);
AscAttributeKind        asc_attribute_definition_get_kind         (AscAttributeDefinition *self);
gboolean                asc_attribute_definition_get_required     (AscAttributeDefinition *self);
guint                   asc_attribute_definition_get_n_choices    (AscAttributeDefinition *self);
const AscChoice        *asc_attribute_definition_get_choice       (AscAttributeDefinition *self, guint i);
const AscChoice        *asc_attribute_definition_lookup_choice    (AscAttributeDefinition *self, const char *name);
const char             *asc_attribute_definition_get_extra        (AscAttributeDefinition *self);
/* Whether @value has this kind's type and, for a choice, is in the set. A value that is not is kept and flagged, never dropped. */
gboolean                asc_attribute_definition_accepts          (AscAttributeDefinition *self, GVariant *value);

G_END_DECLS
