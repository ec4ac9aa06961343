/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of AscArticleView share:
 *   asc-article-view.c             class, properties, text, caret, scrolling
 *   asc-article-view-look.c        fonts, line height, the column
 *   asc-article-view-drawing.c     annotations under the text
 *   asc-article-view-keys.c        keys and actions to commands
 *   asc-article-view-commands.c    what commands do
 *   asc-article-view-edges.c       the state in which an edge is taken
 *   asc-article-view-relate.c      the state in which the far end of a relation is looked for
 *   asc-article-view-mentions.c    the state in which other mentions are gone through, and their ghosts
 *   asc-article-view-proposals.c   what is proposed for the roles of the selected claim: ghosts, and the state in which one is changed
 *   asc-article-view-mouse.c       clicks, handles, hovering, context menu, key events
 *   asc-article-view-hover.c       the card of what the pointer is on
 *   asc-article-view-accessible.c  what assistive technology is told
 */
#pragma once

#include "asc-annotation-painter.h"
#include "asc-article-view.h"
#include "asc-key-map.h"

G_BEGIN_DECLS

struct _AscArticleView
{
  GtkTextView           parent_instance;

  AscSession           *session;
  GSignalGroup         *session_signals;
  GSignalGroup         *set_signals;
  GSignalGroup         *project_signals;
  AscAnnotationSet     *set;
  AscText              *text;
  GtkTextBuffer        *buffer;           /* (unowned): the parent's */

  /* The text is put in slice by slice; offsets below loaded_chars can be gone to. */
  gsize                 loaded_bytes;
  guint                 loaded_chars;
  guint                 load_source;
  GtkTextTag           *title_tag;
  GtkTextTag           *nudge_tag;        /* applied and removed where the layout should be validated first */
  GtkTextMark          *scroll_mark;

  /* Look */
  double                zoom;
  AscReadingFont        font;
  double                line_height;
  int                   column_width;
  GtkCssProvider       *css;
  int                   allocated_width;
  gboolean              narrow;

  /* Drawing */
  AscAnnotationPainter *painter;
  GHashTable           *lines;            /* paragraph number to AscLineGeometry */
  AscSpan              *hits;
  guint                 n_hits;
  guint                 current_hit;

  /* State of the keys */
  AscKeyState           key_state;
  guint                 edge_fragment;
  gboolean              edge_at_end;
  char                 *squash_key;       /* one undo step a session of moving an edge or of accepting mentions */
  guint                 n_sessions;
  GPtrArray            *targets;          /* (element-type AscAnnotation) nearest first, while relating */
  GHashTable           *target_ids;       /* (element-type utf8) of them */
  guint                 candidate;        /* index in targets */
  char                 *mentioned;        /* id of what other mentions are gone through of */
  GPtrArray            *ghosts;           /* (element-type AscAnnotation) of them, ascending, in no set; NULL for none */
  guint                 ghost;            /* index in ghosts */
  guint                 n_ghosts_at_first;
  guint                 n_accepted;
  char                 *last_accepted;    /* its id */
  guint                 proposal;         /* index of the one being changed */
  gboolean              walking;          /* Tab led to what is selected, and goes on from it */
  char                 *last_label;       /* what Enter makes again */
  AscCommand            last_command;     /* what "." repeats; NONE with last_made: making last_label */
  gboolean              last_made;
  char                 *last_target;      /* id of the far end that was last related to */
  GArray               *jumps;            /* (element-type guint) carets to go back to */
  gboolean              moving_caret;     /* we move it: it selects nothing by that */

  /* Pointer */
  gboolean              pressing;
  gboolean              dragging_edge;
  double                press_x;
  double                press_y;
  double                pointer_x;
  double                pointer_y;
  gboolean              pointer_rests;    /* it has not moved since the text scrolled */
  GSignalGroup         *scroll_signals;
  GtkWidget            *hover_card;       /* (unowned): child of the parent */
  GtkEventControllerMotion *card_motion;  /* (unowned): of the card */
  char                 *carded;           /* id of whose card it is */
  guint                 hover_source;     /* the card is about to appear or to go */
  GtkWidget            *menu;             /* (unowned): child */

  char                 *status;
  char                 *announcement;
};

/* text and caret */
void     asc_article_view_ensure_loaded      (AscArticleView *self, guint offset);
void     asc_article_view_get_iter           (AscArticleView *self, GtkTextIter *iter, guint offset);
/* Selects @annotation, puts the caret to its end and shows it. */
void     asc_article_view_go_to_annotation   (AscArticleView *self, AscAnnotation *annotation);
void     asc_article_view_push_jump          (AscArticleView *self);
gboolean asc_article_view_is_writable        (AscArticleView *self);
AscCodebook *asc_article_view_get_codebook   (AscArticleView *self);
void     asc_article_view_state_changed      (AscArticleView *self);   /* recomputes status and enabled actions */

/* look */
void     asc_article_view_init_look          (AscArticleView *self);
void     asc_article_view_dispose_look       (AscArticleView *self);
void     asc_article_view_update_font        (AscArticleView *self);
void     asc_article_view_update_spacing     (AscArticleView *self);
void     asc_article_view_update_margins     (AscArticleView *self, int width);
int      asc_article_view_get_column         (AscArticleView *self);   /* pixels at the zoom now */
void     asc_article_view_tag_title          (AscArticleView *self);

/* drawing */
void     asc_article_view_init_drawing       (AscArticleView *self);
void     asc_article_view_finalize_drawing   (AscArticleView *self);
void     asc_article_view_update_painter     (AscArticleView *self);
void     asc_article_view_forget_lines       (AscArticleView *self);   /* width, font or everything changed */
void     asc_article_view_forget_annotation  (AscArticleView *self, AscAnnotation *annotation);
void     asc_article_view_snapshot_layer     (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot);
/* Whether a handle of the selected annotation is at a place (widget coordinates). */
gboolean asc_article_view_find_handle        (AscArticleView *self, double x, double y, gboolean *at_end);

/* commands */
gboolean asc_article_view_can                (AscArticleView *self, AscCommand command);
gboolean asc_article_view_run                (AscArticleView *self, AscCommand command);
void     asc_article_view_make               (AscArticleView *self, AscLabel *label);
AscAnnotation *asc_article_view_get_current  (AscArticleView *self);   /* selected, or what stands at the caret */
void     asc_article_view_install_actions    (GtkWidgetClass *widget_class);

/* one step for all that is done with self->squash_key, until the end */
void     asc_article_view_begin_session      (AscArticleView *self, const char *what);
void     asc_article_view_end_session        (AscArticleView *self);

/* edges */
gboolean asc_article_view_take_edge          (AscArticleView *self, gboolean at_end);
void     asc_article_view_leave_edge         (AscArticleView *self);
gboolean asc_article_view_move_edge          (AscArticleView *self, gboolean to_right, gboolean by_character);
gboolean asc_article_view_move_edge_to       (AscArticleView *self, guint offset);

/* relating */
void     asc_article_view_update_targets     (AscArticleView *self);
gboolean asc_article_view_step_target        (AscArticleView *self, int step, const char *label);
gboolean asc_article_view_take_target        (AscArticleView *self, AscAnnotation *target);
gboolean asc_article_view_is_target          (AscArticleView *self, AscAnnotation *annotation);
AscAnnotation *asc_article_view_get_candidate (AscArticleView *self);

/* other mentions */
gboolean asc_article_view_begin_mentions     (AscArticleView *self);
void     asc_article_view_leave_mentions     (AscArticleView *self);
gboolean asc_article_view_step_mention       (AscArticleView *self, int step);
gboolean asc_article_view_accept_mention     (AscArticleView *self, guint index);
gboolean asc_article_view_accept_mentions    (AscArticleView *self);
gboolean asc_article_view_reject_mention     (AscArticleView *self);
gboolean asc_article_view_find_ghost         (AscArticleView *self, guint offset, guint *index);
void     asc_article_view_add_mention_count  (AscArticleView *self, GString *status);

/* proposals */
void     asc_article_view_update_proposals   (AscArticleView *self);
gboolean asc_article_view_has_proposals      (AscArticleView *self);
AscRelationType *asc_article_view_get_open_role (AscArticleView *self);
gboolean asc_article_view_step_proposal      (AscArticleView *self, int step);
void     asc_article_view_leave_proposals    (AscArticleView *self);
gboolean asc_article_view_step_candidate     (AscArticleView *self, int step);
gboolean asc_article_view_accept_proposals   (AscArticleView *self);
gboolean asc_article_view_dismiss_proposal   (AscArticleView *self);
gboolean asc_article_view_decide_none        (AscArticleView *self);
gboolean asc_article_view_can_pick_actor     (AscArticleView *self);
gboolean asc_article_view_pick_actor         (AscArticleView *self, guint number);
gboolean asc_article_view_search_actor       (AscArticleView *self, const char *typed);
void     asc_article_view_draw_line_ghosts   (AscArticleView *self, AscLineGeometry *geometry, int top, GtkSnapshot *snapshot);

/* pointer */
void     asc_article_view_init_mouse         (AscArticleView *self);
void     asc_article_view_dispose_mouse      (AscArticleView *self);
void     asc_article_view_popup_at_caret     (GtkWidget *widget, const char *action, GVariant *parameter);

/* hovering */
void     asc_article_view_hover              (AscArticleView *self, AscAnnotation *annotation);
void     asc_article_view_hide_card          (AscArticleView *self);
void     asc_article_view_dispose_hover      (AscArticleView *self);

/* assistive technology */
void     asc_article_view_accessible_text_init (GtkAccessibleTextInterface *iface);
void     asc_article_view_announce           (AscArticleView *self, const char *message);

G_END_DECLS
