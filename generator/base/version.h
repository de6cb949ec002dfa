/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

/* The Makefile says it; this is for compiling by hand. */
#ifndef PENSUM_VERSION
#define PENSUM_VERSION "0.1.0"
#endif

#endif
