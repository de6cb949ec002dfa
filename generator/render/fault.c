/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/near.h"
#include "base/unicode.h"
#include "render/fault.h"
#include "render/view.h"

/* One line, whatever was put into an error message. */
static struct str
one_line(struct arena *a, struct str s)
{
	struct str r = arena_str(a, str_sub(s, 0, 400));
	char *p = (char *)(uintptr_t)r.p;

	for (size_t i = 0; i < r.n; i++)
		if ((unsigned char)p[i] < ' ' || p[i] == 0x7f)
			p[i] = ' ';
	return r;
}

/* Lua puts "page.html:12: " in front of a message; the diagnostic has a place of its own. */
static struct str
without_place(struct str s, const char *where, int line)
{
	char prefix[LUA_IDSIZE + 16];
	size_t n = (size_t)snprintf(prefix, sizeof prefix, "%s:%d: ", where, line);

	return n < sizeof prefix && str_starts(s, prefix) ? str_sub(s, n, s.n) : s;
}

/* How many levels the stack has; lua_getstack() walks, so that counting one by one would take for ever on a deep one. */
static int
levels(lua_State *L)
{
	lua_Debug ar;
	int lo = 0, hi = 1;

	while (lua_getstack(L, hi, &ar)) {
		lo = hi;
		hi *= 2;
	}
	while (hi - lo > 1) {
		int mid = lo + (hi - lo) / 2;

		if (lua_getstack(L, mid, &ar))
			lo = mid;
		else
			hi = mid;
	}
	return hi;
}

enum { INNER = 60, OUTER = 150 }; /* levels of a stack that are looked at, at its two ends */

/* The templates on the stack, innermost first, each once for each time it was entered. */
static void
trace(lua_State *L, struct lua *l, struct str *message)
{
	struct fault *f = &l->fault;
	int n = levels(L);
	lua_Debug ar;

	f->nchain = 0;
	for (int level = 0; level < n; level++) {
		if (level == INNER && n > INNER + OUTER)
			level = n - OUTER;
		if (!lua_getstack(L, level, &ar))
			return;
		lua_getinfo(L, "Sl", &ar);
		if (ar.source[0] != '@')
			continue;
		if (!f->nchain && message)
			*message = without_place(*message, ar.short_src, ar.currentline);
		if (f->nchain && str_is(f->chain[f->nchain - 1].name, ar.source + 1))
			continue;
		if (f->nchain == sizeof f->chain / sizeof *f->chain)
			return;
		f->chain[f->nchain++] = (struct trace){ arena_str(&l->scratch, str_of(ar.source + 1)), ar.currentline };
	}
}

int
fault_handler(lua_State *L)
{
	struct lua *l = state_of(L);
	struct fault *f = &l->fault;
	struct str message = lua_type(L, 1) == LUA_TSTRING ? state_str(L, 1) : STR("error() was given no text");

	trace(L, l, f->set ? NULL : &message);
	if (!f->set) {
		f->set = true;
		f->code = DIAG_TEMPLATE_RUN;
		f->message = one_line(&l->scratch, message);
	}
	if (f->nchain && !f->name.n) {
		f->name = f->chain[0].name;
		f->at.line = f->chain[0].line > 0 ? (uint32_t)f->chain[0].line : 0;
	}
	return 1;
}

/* -- what the compiler says -- */

static struct str
text_field(lua_State *L, struct arena *a, const char *name)
{
	struct str s = STR_EMPTY;

	lua_getfield(L, -1, name);
	if (lua_type(L, -1) == LUA_TSTRING)
		s = one_line(a, state_str(L, -1));
	lua_pop(L, 1);
	return s;
}

static uint32_t
number_field(lua_State *L, const char *name)
{
	lua_Integer k;

	lua_getfield(L, -1, name);
	k = lua_tointeger(L, -1);
	lua_pop(L, 1);
	return k > 0 && k < INT32_MAX ? (uint32_t)k : 0;
}

/* The nearest of ${names} to ${word}, both fields of the error. */
static struct str
nearest(struct lua *l)
{
	lua_State *L = l->L;
	struct str best;
	struct near n;

	near_begin(&n, text_field(L, &l->scratch, "word"));
	if (lua_getfield(L, -1, "names") == LUA_TTABLE) {
		for (lua_Integer k = 1; lua_rawgeti(L, -1, k) == LUA_TSTRING; k++) {
			near_try(&n, state_str(L, -1));
			lua_pop(L, 1);
		}
		lua_pop(L, 1);
	}
	best = arena_str(&l->scratch, near_best(&n));
	lua_pop(L, 1);
	return best;
}

void
fault_compile(struct lua *l, const struct template_file *t)
{
	lua_State *L = l->L;
	struct fault *f = &l->fault;
	struct str file = text_field(L, &l->scratch, "file");

	f->set = true;
	f->code = DIAG_TEMPLATE_SYNTAX;
	f->name = file.n ? file : t->name;
	f->message = text_field(L, &l->scratch, "message");
	f->at = (struct span){ number_field(L, "line"), number_field(L, "col"), number_field(L, "len") };
	f->hint = nearest(l);
	f->missing = text_field(L, &l->scratch, "missing");
	if (f->missing.n) {
		f->code = DIAG_TEMPLATE_MISSING;
		f->hint = theme_near(l->site, &l->scratch, f->missing);
	}
	lua_pop(L, 1);
}

void
fault_keep(struct lua *l, struct template_file *t)
{
	struct fault *f = t->broken = ARENA_NEW(&l->arena, struct fault);

	*f = l->fault;
	f->nchain = 0;
	f->name = arena_str(&l->arena, f->name);
	f->message = arena_str(&l->arena, f->message);
	f->hint = arena_str(&l->arena, f->hint);
	f->missing = arena_str(&l->arena, f->missing);
}

void
fault_again(struct lua *l, const struct template_file *t)
{
	l->fault = *t->broken;
}

void
fault_missing(struct lua *l, const struct template_file *t)
{
	struct fault *f = &l->fault;

	f->set = true;
	f->missing = t->name;
	if (t->state == TEMPLATE_MISSING) {
		f->code = DIAG_TEMPLATE_MISSING;
		f->message = arena_fmt(&l->scratch, "`%.*s`", STR_ARG(t->name));
		f->hint = theme_near(l->site, &l->scratch, t->name);
	} else {
		f->code = DIAG_FILE_UNREADABLE;
		f->message = arena_fmt(&l->scratch, "`%.*s`: %s", STR_ARG(t->src.path), strerror(t->error));
	}
}

bool
fault_bytes(struct lua *l, const struct template_file *t)
{
	struct fault *f = &l->fault;
	struct str bytes = t->src.bytes, before;
	size_t bad = str_find(bytes, '\0');

	f->code = DIAG_NUL_BYTE;
	if (bad == bytes.n) {
		if (unicode_valid(bytes, &bad))
			return true;
		f->code = DIAG_UTF8_INVALID;
	}
	f->set = true;
	f->name = t->name;
	f->at = (struct span){ 1, 1, 1 };
	for (before = str_sub(bytes, 0, bad); str_find(before, '\n') < before.n; f->at.line++)
		str_cut(&before, '\n');
	f->at.col += (uint32_t)before.n;
	f->message = arena_fmt(&l->scratch, "byte 0x%02x", (unsigned)(unsigned char)bytes.p[bad]);
	return false;
}

/* -- the diagnostic -- */

/* The word that the message names in backticks, where the line has it once. */
static void
find_column(struct fault *f, struct str text)
{
	struct str line = STR_EMPTY, word = f->message;
	const char *a, *b;

	for (uint32_t k = 1; k <= f->at.line; k++)
		line = str_cut(&text, '\n');
	word = str_sub(word, str_find(word, '`') + 1, word.n);
	word = str_sub(word, 0, str_find(word, '`'));
	if (!word.n || !line.n)
		return;
	a = memmem(line.p, line.n, word.p, word.n);
	if (!a)
		return;
	b = memmem(a + 1, line.n - (size_t)(a + 1 - line.p), word.p, word.n);
	if (b)
		return;
	f->at.col = (uint32_t)(a - line.p) + 1;
	f->at.len = (uint32_t)word.n;
}

static void
note_chain(struct diags *d, struct diag *g, const struct fault *f)
{
	size_t first = f->nchain && str_eq(f->chain[0].name, f->name) ? 1 : 0;

	for (size_t i = first; i < f->nchain; i++)
		diag_note(d, g, "called from %.*s, line %d", STR_ARG(f->chain[i].name), f->chain[i].line);
}

void
fault_report(struct lua *l, const char *name, int status, struct diags *d)
{
	struct fault *f = &l->fault;
	const struct template_file *t;
	struct diag *g;

	if (!f->set) { /* no memory was left even for the message */
		*f = (struct fault){ .set = true,
			.code = DIAG_TEMPLATE_RUN,
			.name = str_of(name),
			.missing = STR_EMPTY,
			.hint = STR_EMPTY };
		f->message = status == LUA_ERRMEM ? STR("too much memory: templates may use 64 MB")
						  : STR("an error in an error");
	}
	if (!f->name.n)
		f->name = str_of(name);
	t = map_get(&l->templates, f->name);
	if (t && f->at.line && !f->at.col)
		find_column(f, t->src.bytes);
	g = diag_add(d, f->code, t ? &t->src : NULL, f->at, "%.*s", STR_ARG(f->message));
	if (f->hint.n)
		diag_note(d, g, "did you mean `%.*s`?", STR_ARG(f->hint));
	note_chain(d, g, f);
	if (f->code == DIAG_TEMPLATE_RUN && l->call->content.n)
		diag_note(d, g, "while rendering %.*s", STR_ARG(l->call->content));
}
