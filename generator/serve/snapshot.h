/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVE_SNAPSHOT_H
#define SERVE_SNAPSHOT_H

#include <stdbool.h>

#include "base/str.h"
#include "serve/sources.h"

/*
 * What the sources of a site look like from outside: names, sizes, times. For places of which the system does not tell what changes. A file
 * that is younger than the clocks of file systems are fine is read, since a second change may bear the same time.
 */
struct snapshot;

/* snapshot_open(root): as they are now. ${root} must live as long. */
struct snapshot *snapshot_open(struct str root);

/* snapshot_look(s, names): looks again; whether something differs from the last time. Adds the names of what was changed, added or removed. */
bool snapshot_look(struct snapshot *s, struct sources_changed *names);

void snapshot_close(struct snapshot *s); /* NULL is harmless */

#endif
