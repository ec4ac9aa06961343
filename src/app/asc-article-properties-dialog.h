/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscArticlePropertiesDialog: an article's metadata. What was typed becomes one step of the history when the dialog closes. */
#pragma once

#include <adwaita.h>

#include "asc-history.h"

G_BEGIN_DECLS

#define ASC_TYPE_ARTICLE_PROPERTIES_DIALOG (asc_article_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AscArticlePropertiesDialog, asc_article_properties_dialog, ASC, ARTICLE_PROPERTIES_DIALOG, AdwDialog)

AdwDialog *asc_article_properties_dialog_new (AscHistory *history, AscArticle *article);

G_END_DECLS
