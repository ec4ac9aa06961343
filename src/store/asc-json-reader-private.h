/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "asc-json-reader.h"

G_BEGIN_DECLS

JsonNode *asc_json_reader_get_current   (AscJsonReader *self);
void      asc_json_reader_mark_rejected (AscJsonReader *self, const char *member);
void      asc_json_reader_reject_type   (AscJsonReader *self, const char *member, const char *expected, JsonNode *node);

G_END_DECLS
