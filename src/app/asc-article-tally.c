/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asc-article-tally.h"

/* The worker threads are shared with the article being opened, which must not wait behind a thousand summaries. */
#define READ_AT_ONCE 8
#define READ_EVERY_MS 30

struct _AscArticleTally
{
  GObject          parent_instance;

  AscProjectStore *store;
  GCancellable    *cancellable;
  guint            n;
  guint            n_done;
  guint            next;       /* where to go on reading summaries */
  guint            reader;     /* source id */
  guint            counter;    /* source id */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AscArticleTally, asc_article_tally, G_TYPE_OBJECT)

static GListModel *
get_articles (AscArticleTally *self)
{
  return asc_project_get_articles (asc_project_store_get_project (self->store));
}

static gboolean
count (gpointer user_data)
{
  AscArticleTally *self = user_data;
  GListModel      *articles = get_articles (self);

  self->counter = 0;
  self->n = g_list_model_get_n_items (articles);
  self->n_done = 0;
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);
      AscState               state = asc_article_get_state (article);

      if (state == ASC_STATE_DONE || state == ASC_STATE_DONE_NO_CLAIMS)
        self->n_done++;
    }
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Many articles change in a row when a project is read: they are counted once. */
static void
queue_count (AscArticleTally *self)
{
  if (self->counter == 0)
    self->counter = g_idle_add (count, self);
}

static gboolean
read_some (gpointer user_data)
{
  AscArticleTally *self = user_data;
  GListModel      *articles = get_articles (self);
  guint            n = g_list_model_get_n_items (articles);
  guint            started = 0;

  while (self->next < n && started < READ_AT_ONCE)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, self->next++);

      if (asc_article_has_summary (article))
        continue;
      asc_project_store_load_summary_async (self->store, article, self->cancellable);
      started++;
    }
  if (self->next < n)
    return G_SOURCE_CONTINUE;

  self->reader = 0;
  return G_SOURCE_REMOVE;
}

static void
on_articles_changed (AscArticleTally *self, guint position, guint removed, guint added, GListModel *articles)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      /* An article taken out and put back by undo must not be heard twice. */
      g_signal_handlers_disconnect_by_func (article, queue_count, self);
      g_signal_connect_object (article, "notify::state", G_CALLBACK (queue_count), self, G_CONNECT_SWAPPED);
    }
  self->next = MIN (self->next, position);
  if (self->reader == 0)
    self->reader = g_timeout_add_full (G_PRIORITY_LOW, READ_EVERY_MS, read_some, self, NULL);
  queue_count (self);
}

static void
forget_store (AscArticleTally *self)
{
  GListModel *articles;
  guint       n;

  g_clear_handle_id (&self->reader, g_source_remove);
  g_clear_handle_id (&self->counter, g_source_remove);
  if (self->store == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  articles = get_articles (self);
  g_signal_handlers_disconnect_by_func (articles, on_articles_changed, self);
  n = g_list_model_get_n_items (articles);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AscArticle) article = g_list_model_get_item (articles, i);

      g_signal_handlers_disconnect_by_func (article, queue_count, self);
    }
  g_clear_object (&self->store);
}

static void
asc_article_tally_dispose (GObject *object)
{
  forget_store (ASC_ARTICLE_TALLY (object));

  G_OBJECT_CLASS (asc_article_tally_parent_class)->dispose (object);
}

static void
asc_article_tally_class_init (AscArticleTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = asc_article_tally_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
asc_article_tally_init (AscArticleTally *self)
{
}

/**
 * asc_article_tally_new:
 *
 * Returns: (transfer full): a tally of nothing
 */
AscArticleTally *
asc_article_tally_new (void)
{
  return g_object_new (ASC_TYPE_ARTICLE_TALLY, NULL);
}

/**
 * asc_article_tally_set_store:
 * @self: a tally
 * @store: (nullable): the project to count
 */
void
asc_article_tally_set_store (AscArticleTally *self, AscProjectStore *store)
{
  GListModel *articles;

  g_return_if_fail (ASC_IS_ARTICLE_TALLY (self));

  if (self->store == store)
    return;

  forget_store (self);
  self->n = self->n_done = self->next = 0;
  if (store == NULL)
    return;

  self->store = g_object_ref (store);
  self->cancellable = g_cancellable_new ();
  articles = get_articles (self);
  g_signal_connect_object (articles, "items-changed", G_CALLBACK (on_articles_changed), self, G_CONNECT_SWAPPED);
  on_articles_changed (self, 0, 0, g_list_model_get_n_items (articles), articles);
}

/**
 * asc_article_tally_get_n:
 * @self: a tally
 *
 * Returns: number of articles
 */
guint
asc_article_tally_get_n (AscArticleTally *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE_TALLY (self), 0);

  return self->n;
}

/**
 * asc_article_tally_get_n_done:
 * @self: a tally
 *
 * Returns: number of articles that are done, with or without claims, as far as is known yet
 */
guint
asc_article_tally_get_n_done (AscArticleTally *self)
{
  g_return_val_if_fail (ASC_IS_ARTICLE_TALLY (self), 0);

  return self->n_done;
}
