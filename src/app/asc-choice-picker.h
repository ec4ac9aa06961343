/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscChoicePicker: several of a nested set of choices: what is chosen as chips, the rest in a tree to tick. */
#pragma once

#include <adwaita.h>

#include "asc-attribute-definition.h"

G_BEGIN_DECLS

#define ASC_TYPE_CHOICE_PICKER (asc_choice_picker_get_type ())
G_DECLARE_FINAL_TYPE (AscChoicePicker, asc_choice_picker, ASC, CHOICE_PICKER, AdwBin)

/* Signals: "changed": the user ticked or removed something. */
GtkWidget          *asc_choice_picker_new        (AscAttributeDefinition *definition);
const char * const *asc_choice_picker_get_values (AscChoicePicker *self);                         /* in the codebook's order, unknown ones last */
void                asc_choice_picker_set_values (AscChoicePicker *self, const char * const *values);  /* NULL: none */

G_END_DECLS
