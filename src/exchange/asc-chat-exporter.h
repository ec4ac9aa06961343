/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscChatExporter: chat JSON Lines for fine-tuning language models: the article as the question, its claims as a JSON answer; as a folder, with ids and the answer's JSON
 * Schema beside.
 */
#pragma once

#include "asc-exporter.h"

G_BEGIN_DECLS

#define ASC_TYPE_CHAT_EXPORTER (asc_chat_exporter_get_type ())
G_DECLARE_FINAL_TYPE (AscChatExporter, asc_chat_exporter, ASC, CHAT_EXPORTER, GObject)

G_END_DECLS
