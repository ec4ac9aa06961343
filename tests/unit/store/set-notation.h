/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annotation sets as a line of text, for tests:
 *
 *   "a:claim:0-5+8-9{note=x,stance=oppose} b:actor:10-15 r=source:a>b @reading/12"
 *
 * In {} "note" is the note, all others are attributes. Order and white space do not matter when read; written it is canonical. */
#pragma once

#include "asc-annotation-set.h"

AscAnnotationSet *notation_read  (AscArticle *article, const char *notation);
char             *notation_write (AscAnnotationSet *set);
AscArticle       *notation_article (guint length);   /* "a" with a text of so many characters */
