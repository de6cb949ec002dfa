/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/keyfile.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/json.h"
#include "score/asked.h"
#include "score/members.h"

enum { FORMAT = 1 };

/* ${key} is what marks are made of: as jsonread_write() has it, so that blanks in a file do not matter. */
static uint64_t
hash_of(const struct jvalue *key)
{
	struct buf b = BUF_INIT;
	uint64_t h;

	jsonread_write(&b, key);
	h = hash_bytes(buf_view(&b));
	buf_free(&b);
	return h;
}

/* The low half, which a code has room for. */
static uint32_t
mark_of(const struct jvalue *key)
{
	return (uint32_t)hash_of(key);
}

/* -- writing -- */

static void
write_hints(struct buf *b, const struct question *q)
{
	members_key(b, "hints");
	buf_chr(b, '[');
	for (size_t i = 0; i < q->nhints; i++) {
		members_next(b);
		buf_chr(b, '"');
		ratio_write(b, q->hints[i].penalty);
		buf_chr(b, '"');
	}
	buf_chr(b, ']');
}

/* The page knows hints by number only where one costs something (script.c). */
static bool
paid_hints(const struct question *q)
{
	for (size_t i = 0; i < q->nhints; i++)
		if (q->hints[i].penalty.num != 0)
			return true;
	return false;
}

static void
write_question(struct buf *b, const struct question *q)
{
	members_next(b);
	buf_chr(b, '{');
	members_text(b, "id", q->id);
	members_next(b);
	asked_write(b, q);
	members_exact(b, "points", q->points);
	members_number(b, "tries", q->tries);
	members_exact(b, "penalty", q->penalty);
	if (paid_hints(q))
		write_hints(b, q);
	buf_chr(b, '}');
}

static void
write_key(struct buf *b, const struct keyfile_sheet *s)
{
	buf_chr(b, '{');
	members_text(b, "course", s->course);
	members_text(b, "quiz", s->quiz);
	members_text(b, "language", s->language);
	if (s->settings->has_pass) {
		members_exact(b, "pass", s->settings->pass);
		members_flag(b, "inPoints", s->settings->pass_in_points);
	}
	members_number(b, "attempts", s->settings->attempts);
	members_flag(b, "draws", s->settings->ndraws > 0);
	members_key(b, "questions");
	buf_chr(b, '[');
	for (size_t i = 0; i < s->nquestions; i++)
		write_question(b, s->questions[i]);
	BUF_LIT(b, "]}");
}

struct keyfile_paper_text
keyfile_seal(struct arena *a, struct str title, struct str json)
{
	struct keyfile_paper_text made = { 0 };
	struct buf b = BUF_INIT;
	struct json_fault fault = { 0 };
	const struct jvalue *key = jsonread_parse(a, json, &fault);

	assert(key && "a key that is no JSON");
	snprintf(made.mark, sizeof made.mark, "%08x", (unsigned)mark_of(key));
	buf_chr(&b, '{');
	members_text(&b, "mark", str_of(made.mark));
	members_text(&b, "title", title);
	members_key(&b, "key");
	jsonread_write(&b, key);
	buf_chr(&b, '}');
	made.json = arena_str(a, buf_view(&b));
	buf_free(&b);
	return made;
}

struct keyfile_paper_text
keyfile_paper(struct arena *a, const struct keyfile_sheet *sheet)
{
	struct buf b = BUF_INIT;
	struct keyfile_paper_text made;

	write_key(&b, sheet);
	made = keyfile_seal(a, sheet->title, buf_view(&b));
	buf_free(&b);
	return made;
}

static int
by_text(const void *a, const void *b)
{
	const struct keyfile_paper_text *x = a, *y = b;
	int order = strcmp(x->mark, y->mark);

	return order != 0 ? order : str_cmp(x->json, y->json);
}

/* A page that is shown in place of a missing translation has the paper of the page that it shows. */
static bool
repeats(const struct keyfile_paper_text *papers, size_t i)
{
	return i > 0 && strcmp(papers[i].mark, papers[i - 1].mark) == 0;
}

void
keyfile_write(struct buf *b, struct str course, struct keyfile_paper_text *papers, size_t n, char version[17])
{
	struct buf marks = BUF_INIT;

	if (n > 0)
		qsort(papers, n, sizeof *papers, by_text);
	for (size_t i = 0; i < n; i++)
		if (!repeats(papers, i))
			buf_cstr(&marks, papers[i].mark);
	hash_hex(hash_bytes(buf_view(&marks)), version);
	buf_free(&marks);
	buf_chr(b, '{');
	members_number(b, "pensumKey", FORMAT);
	members_text(b, "course", course);
	members_text(b, "version", str_of(version));
	members_key(b, "papers");
	buf_chr(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (repeats(papers, i))
			continue;
		buf_cstr(b, i ? ",\n" : "\n");
		buf_str(b, papers[i].json);
	}
	BUF_LIT(b, "\n]}\n");
}

/* -- reading -- */

/* A member of that kind; else a sentence in *why. */
static const struct jvalue *
need(const struct jvalue *map, const char *name, enum jvalue_kind kind, struct buf *why)
{
	const struct jvalue *v = jsonread_get(map, name);

	if (v != NULL && v->kind == kind)
		return v;
	if (why->n == 0)
		buf_fmt(
		    why, "line %u: `%s` should be %s", (unsigned)(v ? v->line : map->line), name, jsonread_kind(kind));
	return NULL;
}

static struct str
need_text(const struct jvalue *map, const char *name, struct buf *why)
{
	const struct jvalue *v = need(map, name, JSON_STRING, why);

	return v ? v->text : STR_EMPTY;
}

/* A whole number from 0 that is small; absent: 0. */
static int
need_count(const struct jvalue *map, const char *name, struct buf *why)
{
	const struct jvalue *v = jsonread_get(map, name);
	int x = 0;

	if (v == NULL)
		return 0;
	for (size_t i = 0; i < v->text.n; i++)
		x = x < 100000 && v->text.p[i] >= '0' && v->text.p[i] <= '9' ? 10 * x + (v->text.p[i] - '0') : -1;
	if (v->kind == JSON_NUMBER && x >= 0)
		return x;
	if (why->n == 0)
		buf_fmt(why, "line %u: `%s` should be a whole number", (unsigned)v->line, name);
	return 0;
}

/* An exact number from 0. */
static struct str
need_exact(const struct jvalue *map, const char *name, struct buf *why)
{
	struct str text = need_text(map, name, why);
	struct exacts all = EXACTS_INIT;
	const struct exact *x = why->n == 0 ? exact_parse(&all, text) : NULL;

	if (why->n == 0 && (x == NULL || exact_sign(x) < 0))
		buf_fmt(why, "line %u: `%s` should be a number from 0, as \"1/2\"", (unsigned)map->line, name);
	exact_end(&all);
	return text;
}

static bool
is_true(const struct jvalue *v)
{
	return v != NULL && v->kind == JSON_BOOL && str_is(v->text, "true");
}

static struct keyfile_question
read_question(struct arena *a, const struct jvalue *v, struct buf *why)
{
	struct keyfile_question q = { 0 };
	const struct jvalue *hints = jsonread_get(v, "hints");

	q.id = need_text(v, "id", why);
	q.type = need_text(v, "type", why);
	q.question = need(v, "question", JSON_MAP, why);
	q.scoring = need(v, "scoring", JSON_MAP, why);
	q.points = need_exact(v, "points", why);
	q.penalty = need_exact(v, "penalty", why);
	q.tries = need_count(v, "tries", why);
	if (hints != NULL && hints->kind == JSON_LIST) {
		q.hints = ARENA_ARRAY(a, struct str, hints->n + 1);
		for (const struct jvalue *h = hints->first; h != NULL; h = h->next)
			q.hints[q.nhints++] = h->kind == JSON_STRING ? h->text : STR("0");
	}
	return q;
}

static int
by_id(const void *a, const void *b)
{
	return str_cmp(((const struct keyfile_question *)a)->id, ((const struct keyfile_question *)b)->id);
}

static void
read_questions(struct arena *a, const struct jvalue *list, struct keyfile_paper *p, struct buf *why)
{
	p->questions = ARENA_ARRAY(a, struct keyfile_question, list->n + 1);
	for (const struct jvalue *v = list->first; v != NULL && why->n == 0; v = v->next)
		p->questions[p->nquestions++] = read_question(a, v, why);
	if (why->n > 0 || p->nquestions == 0)
		return;
	qsort(p->questions, p->nquestions, sizeof *p->questions, by_id);
	for (size_t i = 1; i < p->nquestions; i++)
		if (str_eq(p->questions[i].id, p->questions[i - 1].id) && why->n == 0)
			buf_fmt(why, "line %u: question `%.*s` is there twice", (unsigned)list->line,
			    STR_ARG(p->questions[i].id));
}

static void
read_paper(struct keyfiles *k, const struct jvalue *v, struct str version, struct buf *why)
{
	struct keyfile_paper p = { .version = version, .pass = STR_EMPTY };
	struct str mark = need_text(v, "mark", why);
	const struct jvalue *key = need(v, "key", JSON_MAP, why), *list;
	char hex[9];

	p.title = need_text(v, "title", why);
	if (key == NULL)
		return;
	p.course = need_text(key, "course", why);
	p.quiz = need_text(key, "quiz", why);
	p.language = need_text(key, "language", why);
	if (jsonread_get(key, "pass") != NULL)
		p.pass = need_exact(key, "pass", why);
	p.pass_in_points = is_true(jsonread_get(key, "inPoints"));
	p.draws = is_true(jsonread_get(key, "draws"));
	p.attempts = need_count(key, "attempts", why);
	list = need(key, "questions", JSON_LIST, why);
	if (list != NULL)
		read_questions(k->arena, list, &p, why);
	if (why->n > 0)
		return;
	p.mark = mark_of(key);
	snprintf(hex, sizeof hex, "%08x", (unsigned)p.mark);
	if (!str_is(mark, hex)) {
		buf_fmt(why,
		    "line %u: this paper was changed after the build wrote it, so codes cannot be scored with it",
		    (unsigned)v->line);
		return;
	}
	p.place = k->papers.n;
	if (keyfile_find(k, p.mark) == NULL)
		VEC_PUSH(&k->papers, p);
}

int
keyfile_read(struct keyfiles *k, struct str bytes, struct buf *why)
{
	struct json_fault fault = { 0 };
	const struct jvalue *root = jsonread_parse(k->arena, bytes, &fault), *papers;
	struct buf wrong = BUF_INIT;
	struct str version;
	int rc;

	if (root == NULL)
		buf_fmt(&wrong, "line %u: %.*s", (unsigned)fault.line, STR_ARG(fault.what));
	else if (jsonread_get(root, "pensumKey") == NULL)
		buf_cstr(&wrong, "this is JSON, but no key file");
	else if (need_count(root, "pensumKey", &wrong) != FORMAT && wrong.n == 0)
		buf_cstr(&wrong, "a newer Pensum wrote this key file");
	if (wrong.n == 0) {
		version = need_text(root, "version", &wrong);
		papers = need(root, "papers", JSON_LIST, &wrong);
		for (const struct jvalue *v = papers ? papers->first : NULL; v != NULL && wrong.n == 0; v = v->next)
			read_paper(k, v, version, &wrong);
	}
	buf_str(why, buf_view(&wrong));
	rc = wrong.n > 0 ? -1 : 0;
	buf_free(&wrong);
	return rc;
}

const struct keyfile_paper *
keyfile_find(const struct keyfiles *k, uint32_t mark)
{
	for (size_t i = 0; i < k->papers.n; i++)
		if (k->papers.v[i].mark == mark)
			return &k->papers.v[i];
	return NULL;
}

void
keyfile_free(struct keyfiles *k)
{
	VEC_FREE(&k->papers);
}
