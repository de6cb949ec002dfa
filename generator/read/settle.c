/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/settle.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/near.h"
#include "base/path.h"
#include "model/origin.h"
#include "read/locale.h"
#include "read/settings.h"
#include "read/yaml.h"

static int
load_yaml(struct arena *a, struct source *src, struct str file, const struct value **out, struct diags *d)
{
	*out = NULL;
	if (fs_read(a, file.p, &src->bytes) < 0) {
		src->bytes = STR_EMPTY;
		if (errno == EFBIG)
			diag_add(d, DIAG_FILE_TOO_LARGE, src, (struct span){ 0 }, "more than 64 MB");
		else
			diag_add(d, DIAG_FILE_UNREADABLE, src, (struct span){ 0 }, "%s", strerror(errno));
		return -1;
	}
	*out = yaml_read(a, src, src->bytes, 1, d);
	return *out ? 0 : -1;
}

/* Pages rest on what was read, which may be something else than when the file was looked at. */
static void
note_bytes(const struct site *site, const struct source *src, bool there)
{
	struct origin *o = map_get(&site->origins, src->path);

	if (o)
		o->hash = there ? hash_bytes(src->bytes) : 0;
}

const struct value *
settle_data(struct site *site, struct str path, struct str file, struct source *src, struct diags *d)
{
	const struct value *v;
	int rc;

	src->path = path;
	rc = load_yaml(&site->arena, src, file, &v, d);
	note_bytes(site, src, src->bytes.n > 0 || rc == 0);
	if (rc < 0 || v->kind == VALUE_NULL)
		return NULL;
	if (v->kind == VALUE_MAP)
		return v;
	diag_note(d,
	    diag_add(d, DIAG_SETTING_VALUE, src, v->at, "the file holds %s, not a map", value_kind_name(v->kind)),
	    "write each name with a colon behind it, and what belongs to it in indented lines below");
	return NULL;
}

/* The texts of a list, or of one text; anything else is diagnosed and left out. */
static size_t
texts_of(struct arena *a, const struct value *v, const struct source *src, const struct value ***out, struct diags *d)
{
	size_t n = 0, all = v == NULL ? 0 : v->kind == VALUE_LIST ? v->n : 1;

	*out = ARENA_ARRAY(a, const struct value *, all);
	for (size_t i = 0; i < all; i++) {
		const struct value *item = v->kind == VALUE_LIST ? &v->as.items[i] : v;

		if (item->kind == VALUE_LIST || item->kind == VALUE_MAP || item->text.n == 0)
			diag_add(d, DIAG_SETTING_VALUE, src, item->at, "a language tag is wanted here, such as `nb`");
		else
			(*out)[n++] = item;
	}
	return n;
}

static bool
well_formed(struct str tag)
{
	if (tag.n < 2 || tag.n > 35)
		return false;
	for (size_t i = 0; i < tag.n; i++) {
		char c = tag.p[i];

		if (!((c >= 'a' && c <= 'z') || (i >= 3 && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) ||
			(i >= 2 && c == '-' && i + 1 < tag.n)))
			return false;
	}
	return true;
}

/* Tags that differ in case only are one language, and would want one folder. */
static bool
is_there(const struct site *site, struct str tag)
{
	for (size_t i = 0; i < site->nlanguages; i++) {
		struct str other = site->languages[i].tag;

		if (other.n == tag.n && strncasecmp(other.p, tag.p, tag.n) == 0)
			return true;
	}
	return false;
}

/* Other systems write `nb_NO`. */
static void
tell_tag(const struct site *site, const struct value *tag, struct diags *d)
{
	struct diag *g =
	    diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, tag->at, "`%.*s` is no language tag", STR_ARG(tag->text));
	size_t line = str_find(tag->text, '_');

	if (line < tag->text.n)
		diag_note(d, g, "write `%.*s-%.*s`, with a hyphen", (int)line, tag->text.p,
		    (int)(tag->text.n - line - 1), tag->text.p + line + 1);
}

static void
read_languages(struct site *site, struct diags *d)
{
	const struct value **tags;
	size_t n = texts_of(&site->arena, site->language_list, &site->src, &tags, d);
	struct catalogue *english = NULL;

	site->languages = ARENA_ARRAY(&site->arena, struct language, n);
	for (size_t i = 0; i < n; i++) {
		struct language *l = &site->languages[site->nlanguages];
		struct str tag = tags[i]->text;

		if (!well_formed(tag)) {
			tell_tag(site, tags[i], d);
			continue;
		}
		if (is_there(site, tag)) {
			diag_add(d, DIAG_SETTING_VALUE, &site->src, tags[i]->at, "`%.*s` is there twice", STR_ARG(tag));
			continue;
		}
		l->tag = tag;
		l->dir = STR("ltr");
		l->autonym = tag;
		l->index = site->nlanguages;
		l->ui = locale_read(&site->arena, site->config->root, tag, &english, &site->src, tags[i]->at, d);
		if (l->ui)
			site->nlanguages++;
	}
	catalogue_free(english);
}

/* Each stands in a chain once: whoever walks it counts on no more than all languages. */
static bool
in_chain(const struct language *l, struct str tag)
{
	for (size_t i = 0; i < l->nchain; i++)
		if (str_eq(l->chain[i], tag))
			return true;
	return false;
}

/* What stands in for a language where it has no text: as `fallback:` says. */
static void
read_chains(struct site *site, struct diags *d)
{
	const struct value *map = site->fallback;

	for (size_t i = 0; map && map->kind == VALUE_MAP && i < map->n; i++) {
		const struct value_entry *e = &map->as.entries[i];
		struct language *l = site_language(site, e->key);
		const struct value **tags;
		size_t n = texts_of(&site->arena, &e->value, &site->src, &tags, d);

		if (l == NULL) {
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, e->key_at, "`%.*s` is not in `languages`",
			    STR_ARG(e->key));
			continue;
		}
		l->chain = ARENA_ARRAY(&site->arena, struct str, n);
		for (size_t k = 0; k < n; k++) {
			if (site_language(site, tags[k]->text) == NULL)
				diag_add(d, DIAG_LANGUAGE_UNKNOWN, &site->src, tags[k]->at,
				    "`%.*s` is not in `languages`", STR_ARG(tags[k]->text));
			else if (!in_chain(l, tags[k]->text))
				l->chain[l->nchain++] = tags[k]->text;
		}
	}
	if (map && map->kind != VALUE_MAP)
		diag_add(d, DIAG_SETTING_VALUE, &site->src, map->at,
		    "a map from a language to a list of languages is wanted here");
}

static void
check_base_url(struct site *site, struct diags *d)
{
	struct str url = site->base_url;
	const struct value *v = value_get(site->settings, "base-url");

	if (url.n == 0)
		return;
	if ((!str_starts(url, "https://") && !str_starts(url, "http://")) || str_find(url, ' ') < url.n ||
	    str_find(url, '?') < url.n || str_find(url, '#') < url.n) {
		diag_add(d, DIAG_SETTING_VALUE, &site->src, v->at,
		    "`%.*s` is no address such as `https://example.org/course/`", STR_ARG(url));
		site->base_url = STR_EMPTY;
	} else if (!str_ends(url, "/")) {
		site->base_url = arena_fmt(&site->arena, "%.*s/", STR_ARG(url));
	}
}

static bool
is_exit(struct str url)
{
	return str_starts(url, "https://") && url.n > 12 && str_find(url, ' ') == url.n && str_find(url, '"') == url.n;
}

/* One address that is none, and there is no exit: that is told for each page that needs one. */
static void
check_exit(struct site *site, struct diags *d)
{
	const struct value *v = site->exit;
	bool map = v && v->kind == VALUE_MAP;

	for (size_t i = 0; v && i < (map ? v->n : 1); i++) {
		const struct value *one = map ? &v->as.entries[i].value : v;

		if (is_exit(one->text))
			continue;
		diag_add(d, DIAG_SETTING_VALUE, &site->src, one->at,
		    "`%.*s` is no address such as `https://www.yr.no/`", STR_ARG(one->text));
		site->exit = NULL;
	}
}

static void
check_html(struct site *site, struct diags *d)
{
	const struct value *v = value_get(site->settings, "html");

	site->html_safe = str_is(site->html, "safe");
	if (v && !site->html_safe && !str_is(site->html, "off"))
		diag_add(d, DIAG_SETTING_VALUE, &site->src, v->at, "`%.*s`; `off` or `safe` is wanted here",
		    STR_ARG(site->html));
}

static void
check_publish(struct site *site, struct diags *d)
{
	static const struct str ways[] = { STR_INIT("exchange"), STR_INIT("in-place") };
	const struct value *v = value_get(site->settings, "publish");
	struct near near;
	struct diag *g;

	site->in_place = str_eq(site->publish, ways[1]);
	if (!v || site->in_place || str_eq(site->publish, ways[0]))
		return;
	g = diag_add(d, DIAG_SETTING_VALUE, &site->src, v->at, "`%.*s`; `exchange` or `in-place` is wanted here",
	    STR_ARG(site->publish));
	near_begin(&near, site->publish);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		near_try(&near, ways[i]);
	if (near_best(&near).n > 0)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(near_best(&near)));
}

int
settle_site(struct site *site, struct diags *d)
{
	struct str file = path_join(&site->arena, site->config->root, STR("site.yaml"));

	site->src.path = STR("site.yaml");
	site->theme = STR("default");
	if (fs_kind(file.p) == FS_NONE) {
		diag_add(d, DIAG_SITE_MISSING, NULL, (struct span){ 0, 0, 0 }, "no site.yaml in `%.*s`",
		    STR_ARG(site->config->root));
		return -1;
	}
	if (load_yaml(&site->arena, &site->src, file, &site->settings, d) < 0)
		return -1;
	site->search = true;
	settings_read(&site->arena, &site_settings, site, site->settings, &site->src, d);
	check_base_url(site, d);
	check_exit(site, d);
	check_html(site, d);
	check_publish(site, d);
	read_languages(site, d);
	read_chains(site, d);
	return site->nlanguages > 0 ? 0 : -1;
}

static bool
has_language(const struct course *c, const struct language *l)
{
	for (size_t i = 0; i < c->nlanguages; i++)
		if (c->languages[i] == l)
			return true;
	return false;
}

static void
course_languages(struct site *site, struct course *c, struct diags *d)
{
	const struct value **tags;
	size_t n = texts_of(&site->arena, c->language_list, &c->src, &tags, d);

	c->languages = ARENA_ARRAY(&site->arena, struct language *, n + site->nlanguages);
	for (size_t i = 0; i < n; i++) {
		struct language *l = site_language(site, tags[i]->text);

		if (l == NULL)
			diag_add(d, DIAG_LANGUAGE_UNKNOWN, &c->src, tags[i]->at,
			    "`%.*s` is not among the languages of site.yaml", STR_ARG(tags[i]->text));
		else if (has_language(c, l))
			diag_add(d, DIAG_SETTING_VALUE, &c->src, tags[i]->at, "`%.*s` is there twice", STR_ARG(l->tag));
		else
			c->languages[c->nlanguages++] = l;
	}
	for (size_t i = 0; c->language_list == NULL && i < site->nlanguages; i++)
		c->languages[c->nlanguages++] = &site->languages[i];
}

static void
source_language(struct site *site, struct course *c, struct diags *d)
{
	const struct value *v = value_get(c->settings, "language");
	bool listed = false;

	c->source_lang = c->language.n > 0 ? c->language
	    : c->nlanguages > 0            ? c->languages[0]->tag
					   : site->languages[0].tag;
	for (size_t i = 0; i < c->nlanguages; i++)
		listed = listed || str_eq(c->languages[i]->tag, c->source_lang);
	if (listed)
		return;
	if (v)
		diag_add(d, DIAG_LANGUAGE_UNKNOWN, &c->src, v->at,
		    "the source language `%.*s` is not among the course's languages", STR_ARG(c->source_lang));
	c->source_lang = c->nlanguages > 0 ? c->languages[0]->tag : site->languages[0].tag;
}

bool
settle_course(struct site *site, struct course *c, struct str file, struct diags *d)
{
	int rc = load_yaml(&site->arena, &c->src, file, &c->settings, d);

	note_bytes(site, &c->src, c->src.bytes.n > 0 || rc == 0);
	if (rc < 0)
		return false;
	settings_read(&site->arena, &course_settings, c, c->settings, &c->src, d);
	course_languages(site, c, d);
	source_language(site, c, d);
	return c->nlanguages > 0;
}
