/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "model/site.h"

/*
 * A theme: templates, and files in assets/ that are published as they are, under a
 * name with their hash. The sheets in style/ are one asset, `theme.css`: joined in order of their names, unless
 * assets/ has a whole one. What the site's theme lacks comes from the theme `default`: the site's own
 * copy of it, then the built-in one.
 */
struct theme_asset {
	struct str name; /* "theme.css", "fonts/text.woff2": as templates say it */
	struct str out;  /* below the output folder: "assets/theme-0123456789abcdef.css" */
	struct str bytes;
};

struct theme {
	struct theme_asset *v; /* sorted by name, in the arena */
	size_t n;
};

/*
 * theme_load(site, a, t, d): all assets of the site's theme. -1 where the theme does not exist or a file
 * cannot be read (diagnosed); ${t} holds what there is.
 */
int theme_load(const struct site *site, struct arena *a, struct theme *t, struct diags *d);

/* theme_find(t, name): the asset, or NULL. */
const struct theme_asset *theme_find(const struct theme *t, struct str name);

/*
 * theme_template(site, a, name, path, bytes): the template ${name} ("partials/nav.html") and its path, as shown.
 * -1 with errno: ENOENT where no theme has it, EINVAL where it is no name of a template.
 */
int theme_template(const struct site *site, struct arena *a, struct str name, struct str *path, struct str *bytes);

/* theme_names(site, a, n): what can be asked for by theme_template(), assets included, in ${a}. */
struct str *theme_names(const struct site *site, struct arena *a, size_t *n);

/* theme_near(site, a, name): the template whose name is nearest to ${name}; empty where none is near. */
struct str theme_near(const struct site *site, struct arena *a, struct str name);

#endif
