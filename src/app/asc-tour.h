/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AscTour: the program run by itself, behind hidden options of the command line:
 *
 *   --tour FOLDER        opens the sample (or the articles given), annotates, waits until it is saved, exports, leaves a picture and says where all is
 *   --screenshot FILE    opens the sample (or the project given) and leaves a picture
 *   --action NAME        activates an action before the picture: "app.preferences"
 *   --size WIDTHxHEIGHT, --dark, --light, --high-contrast   for either
 *
 * Where there is no display, `./dev run` makes the tour; the pictures of the README and the metainfo are made with the other. */
#pragma once

#include "asc-window.h"

G_BEGIN_DECLS

#define ASC_TYPE_TOUR (asc_tour_get_type ())
G_DECLARE_FINAL_TYPE (AscTour, asc_tour, ASC, TOUR, GObject)

void     asc_tour_add_options      (GApplication *application);
AscTour *asc_tour_new_from_options (GVariantDict *options);   /* NULL when none of them was given; before GTK starts */
/* Does it all in @window, then ends the application. @files: what was given beside the options. */
void     asc_tour_begin            (AscTour *self, AscWindow *window, GFile **files, int n_files);
int      asc_tour_get_exit_status  (AscTour *self);

G_END_DECLS
