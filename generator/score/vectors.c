/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/vectors.h"

#include <assert.h>

#include "base/json.h"
#include "base/jsonread.h"
#include "base/stock.h"
#include "score/notation.h"
#include "score/scored.h"
#include "score/vectortypes.h"

/* A run over a list. */
struct run {
	struct arena arena;
	struct buf line;
	FILE *f;
	bool settling;
	size_t errors;
};

/* -- lines -- */

static void
put_line(struct run *r)
{
	buf_chr(&r->line, '\n');
	fwrite(r->line.p, 1, r->line.n, r->f);
	buf_reset(&r->line);
}

static void
put_id(struct buf *b, const struct jvalue *vector)
{
	const struct jvalue *id = jsonread_get(vector, "id");

	BUF_LIT(b, "{\"id\": ");
	if (id != NULL && id->kind == JSON_STRING)
		json_string(b, id->text);
	else
		BUF_LIT(b, "null");
}

static void
put_error(struct run *r, const struct jvalue *vector, struct str what)
{
	r->errors++;
	if (r->settling)
		buf_chr(&r->line, '=');
	put_id(&r->line, vector);
	BUF_LIT(&r->line, ", \"error\": ");
	json_string(&r->line, what);
	buf_chr(&r->line, '}');
	put_line(r);
}

static void
put_number(struct buf *b, const char *key, const struct exact *x)
{
	buf_fmt(b, ", \"%s\": ", key);
	if (x == NULL) {
		BUF_LIT(b, "null");
		return;
	}
	buf_chr(b, '"');
	exact_write(b, x);
	buf_chr(b, '"');
}

static void
put_result(struct run *r, const struct jvalue *vector, const struct scoring *s)
{
	put_id(&r->line, vector);
	put_number(&r->line, "score", s->score);
	put_number(&r->line, "max", s->max);
	if (s->extra != NULL) {
		buf_fmt(&r->line, ", \"%.*s\": ", STR_ARG(s->extra->key));
		jsonread_write(&r->line, s->extra);
	}
	buf_chr(&r->line, '}');
	put_line(r);
}

static void
put_settled(struct run *r, const struct jvalue *vector, const struct scoring *s)
{
	put_id(&r->line, vector);
	BUF_LIT(&r->line, ", \"type\": ");
	json_string(&r->line, s->type);
	BUF_LIT(&r->line, ", \"question\": ");
	jsonread_write(&r->line, s->question);
	BUF_LIT(&r->line, ", \"scoring\": ");
	jsonread_write(&r->line, s->rule);
	BUF_LIT(&r->line, ", \"response\": ");
	jsonread_write(&r->line, s->response);
	buf_chr(&r->line, '}');
	put_line(r);
}

/* -- vectors -- */

static void
take(void *ctx, struct jvalue *vector, const struct json_fault *fault)
{
	struct run *r = ctx;
	struct exacts numbers = EXACTS_INIT;
	struct scoring s = { .arena = &r->arena, .numbers = &numbers, .error = STR_EMPTY };

	if (ferror(r->f))
		return; /* nobody reads on */
	if (fault != NULL)
		s.error =
		    arena_fmt(&r->arena, "line %u, column %u: %.*s", fault->line, fault->col, STR_ARG(fault->what));
	else if (notation_read(vector, &s))
		scored_result(&s); /* before others score it, too: what takes too long here does so there */
	if (s.error.n > 0)
		put_error(r, vector, s.error);
	else if (r->settling)
		put_settled(r, vector, &s);
	else
		put_result(r, vector, &s);
	exact_end(&numbers);
}

static size_t
run(struct run *r, struct str json)
{
	struct json_fault fault;

	if (jsonread_each(&r->arena, json, vectortypes_unread, take, r, &fault) < 0)
		put_error(r, NULL,
		    arena_fmt(&r->arena, "line %u, column %u: %.*s", fault.line, fault.col, STR_ARG(fault.what)));
	buf_free(&r->line);
	arena_free(&r->arena);
	return r->errors;
}

size_t
vectors_score(struct str json, FILE *f)
{
	struct run r = { .f = f };

	return run(&r, json);
}

size_t
vectors_settle(struct str json, FILE *f)
{
	struct run r = { .f = f, .settling = true };

	return run(&r, json);
}

void
vectors_fault(FILE *f, struct str what)
{
	struct run r = { .f = f };

	put_error(&r, NULL, what);
	buf_free(&r.line);
}

/* -- the script -- */

void
vectors_script(struct buf *b)
{
	/* Callee first; the last one begins. */
	static const char *const pieces[] = { "numbers", "answers", "choice", "choicerules", "choicecredits", "text",
		"typos", "patterns", "number", "rounding", "gap", "distinct", "pairs", "pairrules", "paircredits",
		"order", "orderrules", "longest", "branching", "hotspot", "unscored", "trying", "tries", "grade",
		"summing", "banding", "totals", "shuffle", "vectors" };

	BUF_LIT(b, "/* SPDX-License-Identifier: MIT */\n(function () {\n'use strict';\n\n");
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct buf path = BUF_INIT;
		const struct stock_file *file;

		buf_fmt(&path, "generator/score/js/engine/%s.js", pieces[i]);
		file = stock_builtin(buf_view(&path));
		assert(file != NULL && "a piece of the engine that is not embedded");
		buf_str(b, file->bytes);
		buf_chr(b, '\n');
		buf_free(&path);
	}
	BUF_LIT(b, "})();\n");
}
