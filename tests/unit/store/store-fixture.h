/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a folder that goes with the test, files in it, and waiting in the main loop for something to be so. */
#pragma once

#include "asc-project-store.h"

typedef struct
{
  char      *path;       /* a new, empty folder */
  GFile     *folder;
  GPtrArray *problems;   /* AscProblem */
} StoreFixture;

#define STORE_TEST(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

void              store_fixture_set_up    (StoreFixture *fixture, gconstpointer data);
void              store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

GFile            *fixture_file    (StoreFixture *fixture, const char *name);
char             *fixture_read    (StoreFixture *fixture, const char *name);          /* NULL: not there */
void              fixture_write   (StoreFixture *fixture, const char *name, const char *content);
gboolean          fixture_exists  (StoreFixture *fixture, const char *name);
GPtrArray        *fixture_list    (StoreFixture *fixture, const char *folder);        /* names, sorted */
guint             fixture_count   (StoreFixture *fixture, AscStoreErrorCode code);    /* problems of a code */
AscProblem       *fixture_find    (StoreFixture *fixture, AscStoreErrorCode code);

AscProjectStore  *fixture_create  (StoreFixture *fixture, const char *text);          /* a project "p" of coder "mia" with an article "a" */
AscProjectStore  *fixture_open    (StoreFixture *fixture);                            /* the same again; its problems are collected */
AscAnnotationSet *fixture_load    (AscProjectStore *store, const char *article, const char *coder);
AscAnnotation    *fixture_annotate (AscProjectStore *store, AscAnnotationSet *set, const char *id, const char *label, guint start, guint end);

typedef gboolean (*Condition) (gpointer data);
void              fixture_wait    (Condition condition, gpointer data);               /* aborts after half a minute */
