/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscLabel: one label of a codebook. Immutable. */
#pragma once

#include <gio/gio.h>

#include "asc-attribute-definition.h"

G_BEGIN_DECLS

/* How an annotation is drawn, so that kinds differ without colour. */
typedef enum
{
  ASC_FORM_BRACKET,    /* soft fill with edge brackets: claims */
  ASC_FORM_PILL,       /* stronger rounded fill: actors */
  ASC_FORM_UNDERLINE,  /* dotted underline: dates */
  ASC_FORM_WAVE,       /* thin wavy underline: cues */
  ASC_FORM_BOX,        /* thin outline */
} AscForm;

GType       asc_form_get_type     (void) G_GNUC_CONST;
#define ASC_TYPE_FORM (asc_form_get_type ())
const char *asc_form_to_string   (AscForm form);   /* "bracket", "pill", "underline", "wave", "box" */
gboolean    asc_form_from_string (const char *string, AscForm *form);

/* What the key takes when nothing is selected. */
typedef enum
{
  ASC_TAKES_SENTENCE,  /* the quoted passage at the caret, else the sentence */
  ASC_TAKES_NAME,
  ASC_TAKES_DATE,
  ASC_TAKES_WORD,
} AscTakes;

GType       asc_takes_get_type     (void) G_GNUC_CONST;
#define ASC_TYPE_TAKES (asc_takes_get_type ())
const char *asc_takes_to_string   (AscTakes takes);   /* "sentence", "name", "date", "word" */
gboolean    asc_takes_from_string (const char *string, AscTakes *takes);

/* Names of colours, not values: the style has a light, a dark and a high-contrast value for each, told apart by the colour-blind. */
#define ASC_LABEL_COLORS "amber", "blue", "green", "purple", "red", "teal", "pink", "brown", "slate"

#define ASC_TYPE_LABEL (asc_label_get_type ())
G_DECLARE_FINAL_TYPE (AscLabel, asc_label, ASC, LABEL, GObject)

/* Plain struct of values for making one; strings may be NULL but @name. */
typedef struct
{
  char     *name;          /* ^[A-Za-z][A-Za-z0-9_-]{0,63}$ */
  char     *display_name;
  char     *description;
  GStrv     examples;
  char     *color;         /* one of ASC_LABEL_COLORS */
  gunichar  key;           /* lower-case letter, 0 for none */
  AscForm   form;
  AscTakes  takes;
  gboolean  hidden;        /* not in the bar: "off in the simplest set-up" */
  char     *extra;
} AscLabelValues;

/* @attributes: (element-type AscAttributeDefinition), may be NULL. Properties (read-only): name, display-name, description, color, key, form, takes, hidden, attributes. */
AscLabel               *asc_label_new              (const AscLabelValues *values, GPtrArray *attributes);
const AscLabelValues   *asc_label_get_values       (AscLabel *self);
const char             *asc_label_get_name         (AscLabel *self);
const char             *asc_label_get_display_name (AscLabel *self);   /* the name when there is none */
GListModel             *asc_label_get_attributes   (AscLabel *self);   /* of AscAttributeDefinition (transfer none) */
AscAttributeDefinition *asc_label_lookup_attribute (AscLabel *self, const char *name);
AscAttributeDefinition *asc_label_find_attribute_of_kind (AscLabel *self, AscAttributeKind kind);

G_END_DECLS
