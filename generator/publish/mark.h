/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_MARK_H
#define PUBLISH_MARK_H

#include <stdbool.h>

#include "base/str.h"

/*
 * How a published file says that Pensum made it, for when the manifest is lost. What cannot be read says nothing.
 */

/* mark_page(file): an HTML file with our generator mark in its first 4 kB. */
bool mark_page(const char *file);

/* mark_any(file): such a page, or a file with the word Pensum in its first line (sitemap, robots, scripts). */
bool mark_any(const char *file);

/* mark_asset(file, path): "assets/NAME-<16 hexadecimal digits>.EXT" where the digits are the hash of the bytes. */
bool mark_asset(const char *file, struct str path);

#endif
