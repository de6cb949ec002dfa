/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliffread.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/xmlin.h"
#include "i18n/xliffdom.h"

/* -- codes -- */

struct code {
	struct str text, end; /* end: of a pair */
};

/* What codes of one unit stand for. */
struct codes {
	struct arena *a;
	struct map data;   /* id of <data> → struct str * */
	struct map source; /* id of a code in the source → struct code * */
	bool target;       /* the target is being read, whose codes may be known by those of the source */
	bool plain;        /* data is being read: were codes in it, few lines could stand for more than fits anywhere */
	struct str trouble;
};

enum { LONGEST_TEXT = 1 << 20 }; /* of a unit: the same data can be named again and again */

static void read_words(struct codes *c, const xmlNode *parent, struct buf *b);

/* <cp hex="001B"/>: a character that XML has no way to write. */
static void
put_character(struct codes *c, const xmlNode *n, struct buf *b)
{
	struct str hex = xliffdom_attribute(c->a, n, "hex");
	unsigned long ch = hex.n > 0 && hex.n <= 6 ? strtoul(hex.p, NULL, 16) : 0;

	if (ch == 0 || ch > 0x10ffff || (ch >= 0xd800 && ch <= 0xdfff))
		c->trouble = arena_fmt(c->a, "there is no character `%.*s`", STR_ARG(hex));
	else
		unicode_put(b, (uint32_t)ch);
}

static struct str
data_of(struct codes *c, const xmlNode *n)
{
	struct buf b = BUF_INIT;
	struct str s;

	c->plain = true;
	read_words(c, n, &b);
	c->plain = false;
	s = arena_str(c->a, buf_view(&b));
	buf_free(&b);
	return s;
}

static void
read_data(struct codes *c, const xmlNode *unit)
{
	const xmlNode *all = xliffdom_child(unit, "originalData");

	for (const xmlNode *n = all ? all->children : NULL; n; n = n->next) {
		struct str *s;

		if (!xliffdom_is(n, "data"))
			continue;
		s = ARENA_NEW(c->a, struct str);
		*s = data_of(c, n);
		map_add(&c->data, xliffdom_attribute(c->a, n, "id"), s);
	}
}

/* The code of the source that this one is, or was copied from. */
static const struct code *
known(struct codes *c, const xmlNode *n)
{
	static const char *const names[] = { "id", "startRef", "copyOf" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str id = xliffdom_attribute(c->a, n, names[i]);
		const struct code *code = id.n > 0 ? map_get(&c->source, id) : NULL;

		if (code)
			return code;
	}
	return NULL;
}

/* What stands for ${n}, by the data that it names; by the code of the source where it names none. */
static struct str
resolve(struct codes *c, const xmlNode *n, const char *reference, bool end)
{
	struct str name = xliffdom_attribute(c->a, n, reference);
	const struct str *data = name.n > 0 ? map_get(&c->data, name) : NULL;
	const struct code *code = data ? NULL : known(c, n);

	if (data)
		return *data;
	if (code)
		return end ? code->end : code->text;
	c->trouble = arena_fmt(c->a, "nothing tells what `<%s id=\"%.*s\">` stands for", (const char *)n->name,
	    STR_ARG(xliffdom_attribute(c->a, n, "id")));
	return STR_EMPTY;
}

static void
remember(struct codes *c, const xmlNode *n, struct str text, struct str end)
{
	struct code *code;

	if (c->target)
		return;
	code = ARENA_NEW(c->a, struct code);
	*code = (struct code){ text, end };
	map_add(&c->source, xliffdom_attribute(c->a, n, "id"), code);
}

static void
read_element(struct codes *c, const xmlNode *n, struct buf *b)
{
	if (xliffdom_is(n, "cp")) {
		put_character(c, n, b);
	} else if (c->plain) {
		read_words(c, n, b);
	} else if (b->n > LONGEST_TEXT) {
		c->trouble = STR("with its codes it is longer than a message can be");
	} else if (xliffdom_is(n, "ph")) {
		struct str text = resolve(c, n, "dataRef", false);

		remember(c, n, text, STR_EMPTY);
		buf_str(b, text);
	} else if (xliffdom_is(n, "pc")) {
		struct str text = resolve(c, n, "dataRefStart", false), end = resolve(c, n, "dataRefEnd", true);

		remember(c, n, text, end);
		buf_str(b, text);
		read_words(c, n, b);
		buf_str(b, end);
	} else if (xliffdom_is(n, "sc")) {
		buf_str(b, resolve(c, n, "dataRef", false));
	} else if (xliffdom_is(n, "ec")) {
		buf_str(b, resolve(c, n, "dataRef", true));
	} else {
		read_words(c, n, b); /* a mark of the tool around words */
	}
}

/* The parser bounds how deep it goes. */
static void
read_words(struct codes *c, const xmlNode *parent, struct buf *b)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
			buf_cstr(b, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE)
			read_element(c, n, b);
	}
}

/* -- units -- */

/* The translator's remarks are notes on the target. */
static void
read_notes(struct arena *a, const xmlNode *unit, struct xliffunit *u)
{
	const xmlNode *notes = xliffdom_child(unit, "notes");

	u->note = u->previous = STR_EMPTY;
	for (const xmlNode *n = notes ? notes->children : NULL; n; n = n->next) {
		if (!xliffdom_is(n, "note"))
			continue;
		if (str_is(xliffdom_attribute(a, n, "category"), "previous"))
			u->previous = xliffdom_content(a, n);
		else if (str_is(xliffdom_attribute(a, n, "appliesTo"), "target"))
			u->note = arena_fmt(a, "%.*s%.*s\n", STR_ARG(u->note), STR_ARG(xliffdom_content(a, n)));
	}
}

static struct str
read_sent(struct arena *a, const xmlNode *unit)
{
	for (const xmlNode *n = xliffdom_next(unit, unit); n; n = xliffdom_next(n, unit))
		if (strcmp((const char *)n->name, "meta") == 0 && str_is(xliffdom_attribute(a, n, "type"), "sent"))
			return str_trim(xliffdom_content(a, n));
	return STR_EMPTY;
}

/* A tool may have cut a unit into segments, and what is between them. */
static void
read_segments(struct codes *c, const xmlNode *unit, struct xliffunit *u)
{
	struct buf source = BUF_INIT, target = BUF_INIT;
	bool whole = true;

	u->done = true;
	for (const xmlNode *n = unit->children; n; n = n->next)
		if ((xliffdom_is(n, "segment") || xliffdom_is(n, "ignorable")) && xliffdom_child(n, "source"))
			read_words(c, xliffdom_child(n, "source"), &source);
	c->target = true;
	for (const xmlNode *n = unit->children; n; n = n->next) {
		bool segment = xliffdom_is(n, "segment");
		struct str state;

		if (!segment && !xliffdom_is(n, "ignorable"))
			continue;
		state = segment ? xliffdom_attribute(c->a, n, "state") : STR("final");
		u->done = u->done && state.n > 0 && !str_is(state, "initial");
		whole = whole && (!segment || xliffdom_child(n, "target"));
		if (xliffdom_child(n, "target"))
			read_words(c, xliffdom_child(n, "target"), &target);
		else if (!segment && xliffdom_child(n, "source"))
			read_words(c, xliffdom_child(n, "source"), &target);
	}
	u->source = arena_str(c->a, buf_view(&source));
	u->target = whole ? arena_str(c->a, buf_view(&target)) : STR_EMPTY;
	buf_free(&source);
	buf_free(&target);
}

static void
read_unit(struct arena *a, const xmlNode *n, struct xliffunit *u)
{
	struct codes c = { .a = a, .trouble = STR_EMPTY };

	u->id = xliffdom_attribute(a, n, "id");
	u->line = xmlin_line(n);
	u->sent = read_sent(a, n);
	read_notes(a, n, u);
	read_data(&c, n);
	read_segments(&c, n, u);
	u->trouble = c.trouble;
	map_free(&c.data);
	map_free(&c.source);
}

/* -- files -- */

static int
fault(const struct source *src, uint32_t line, struct diags *d, const char *what, struct str which)
{
	diag_add(d, DIAG_XLIFF_FILE, src, (struct span){ line, 0, 0 }, "%s `%.*s`", what, STR_ARG(which));
	return -1;
}

static int
read_file(struct arena *a, const struct source *src, const xmlNode *file, struct xlifffile *f, struct diags *d)
{
	struct map known = MAP_INIT;
	size_t n = 0;
	int rc = 0;

	f->original = xliffdom_attribute(a, file, "original");
	f->line = xmlin_line(file);
	for (const xmlNode *u = xliffdom_next(file, file); u; u = xliffdom_next(u, file))
		n += xliffdom_is(u, "unit");
	f->v = ARENA_ARRAY(a, struct xliffunit, n);
	for (const xmlNode *u = xliffdom_next(file, file); u && rc == 0; u = xliffdom_next(u, file)) {
		if (!xliffdom_is(u, "unit"))
			continue;
		read_unit(a, u, &f->v[f->n]);
		if (map_add(&known, f->v[f->n].id, f) != NULL)
			rc = fault(src, f->v[f->n].line, d, "it has two units", f->v[f->n].id);
		f->n++;
	}
	map_free(&known);
	return rc;
}

static int
read_files(struct arena *a, const struct source *src, const xmlNode *root, struct xliffdoc *out, struct diags *d)
{
	struct map known = MAP_INIT;
	size_t n = 0;
	int rc = 0;

	for (const xmlNode *f = root->children; f; f = f->next)
		n += xliffdom_is(f, "file");
	out->v = ARENA_ARRAY(a, struct xlifffile, n);
	for (const xmlNode *f = root->children; f && rc == 0; f = f->next) {
		if (!xliffdom_is(f, "file"))
			continue;
		rc = read_file(a, src, f, &out->v[out->n], d);
		if (rc == 0 && map_add(&known, out->v[out->n].original, out) != NULL)
			rc = fault(src, out->v[out->n].line, d, "it has two files", out->v[out->n].original);
		out->n++;
	}
	map_free(&known);
	return rc;
}

int
xliffread_all(struct arena *a, const struct source *src, struct xliffdoc *out, struct diags *d)
{
	xmlDocPtr doc = xliffdom_open(src, d);
	const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	int rc;

	*out = (struct xliffdoc){ .source_lang = STR_EMPTY, .target_lang = STR_EMPTY };
	if (root == NULL)
		return -1;
	out->source_lang = xliffdom_attribute(a, root, "srcLang");
	out->target_lang = xliffdom_attribute(a, root, "trgLang");
	out->line = xmlin_line(root);
	rc = read_files(a, src, root, out, d);
	xmlFreeDoc(doc);
	return rc;
}
