/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The attributes of a label in codebook.json ⇄ AscAttributeDefinition. Value sets nest in the file as people write them:
 *   {"name": "economy", "values": [{"name": "taxes"}, {"name": "wages"}]} */
#pragma once

#include "asc-attribute-definition.h"
#include "asc-json-reader.h"
#include "asc-json-writer.h"

G_BEGIN_DECLS

/* The usable ones of the member "attributes" of the object @reader stands on; the others are reported and kept among its extra members as "unusable_attributes".
 * (transfer full) (element-type AscAttributeDefinition) */
GPtrArray *asc_attribute_definitions_read  (AscJsonReader *reader);
void       asc_attribute_definitions_write (AscJsonWriter *writer, GListModel *attributes);

G_END_DECLS
