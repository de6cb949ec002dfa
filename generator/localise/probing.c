/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/probing.h"

#include "base/json.h"
#include "base/jsonread.h"
#include "localise/probes.h"

struct run {
	struct arena arena;
	struct buf line, result;
	FILE *f;
	size_t errors;
};

static void
put_line(struct run *r, const struct jvalue *vector, const char *key, struct str json)
{
	const struct jvalue *id = jsonread_get(vector, "id");

	BUF_LIT(&r->line, "{\"id\": ");
	if (id && id->kind == JSON_STRING)
		json_string(&r->line, id->text);
	else if (id && id->kind == JSON_NUMBER)
		buf_str(&r->line, id->text);
	else
		BUF_LIT(&r->line, "null");
	buf_fmt(&r->line, ", \"%s\": ", key);
	buf_str(&r->line, json);
	BUF_LIT(&r->line, "}\n");
	fwrite(r->line.p, 1, r->line.n, r->f);
	buf_reset(&r->line);
}

static void
put_error(struct run *r, const struct jvalue *vector, struct str what)
{
	r->errors++;
	buf_reset(&r->result);
	json_string(&r->result, what);
	put_line(r, vector, "error", buf_view(&r->result));
}

static struct str
fault_text(struct run *r, const struct json_fault *fault)
{
	return arena_fmt(&r->arena, "line %u, column %u: %.*s", fault->line, fault->col, STR_ARG(fault->what));
}

static void
take(void *ctx, struct jvalue *vector, const struct json_fault *fault)
{
	struct run *r = ctx;
	struct probe p = { .arena = &r->arena, .vector = vector, .result = &r->result };

	if (ferror(r->f))
		return; /* nobody reads on */
	buf_reset(&r->result);
	if (fault)
		put_error(r, vector, fault_text(r, fault));
	else if (!probes_ask(&p))
		put_error(r, vector, p.error);
	else
		put_line(r, vector, "result", buf_view(&r->result));
}

static void
end(struct run *r)
{
	buf_free(&r->line);
	buf_free(&r->result);
	arena_free(&r->arena);
}

size_t
probing_run(struct str json, FILE *f)
{
	struct run r = { .f = f };
	struct json_fault fault;

	if (jsonread_each(&r.arena, json, 0, take, &r, &fault) < 0)
		put_error(&r, 0, fault_text(&r, &fault));
	end(&r);
	return r.errors;
}

void
probing_fault(FILE *f, struct str what)
{
	struct run r = { .f = f };

	put_error(&r, 0, what);
	end(&r);
}
