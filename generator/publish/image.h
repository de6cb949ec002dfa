/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PUBLISH_IMAGE_H
#define PUBLISH_IMAGE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * image_size(head, w, h): width and height in CSS pixels of a PNG, JPEG (turned as its EXIF data says), GIF,
 * WebP or SVG, told by its first bytes ${head} alone. False, with both 0, where they cannot be known. Any bytes are safe.
 */
bool image_size(struct str head, int *w, int *h);

#endif
