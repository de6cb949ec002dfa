/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/keyleaks.h"

#include <string.h>

static size_t
find(struct str s, const char *word)
{
	const char *at = memmem(s.p, s.n, word, strlen(word));

	return at ? (size_t)(at - s.p) : s.n;
}

static bool
has(struct str s, const char *word)
{
	return find(s, word) < s.n;
}

/* One question of the script's data, on a line of its own. */
static bool
is_covered(struct str line)
{
	if (has(line, "\"sealed\":\""))
		return !has(line, "\"question\":");
	return has(line, "\"question\":{\"options\":[") && has(line, "\"key\":\"") && !has(line, "\"correct\"") &&
	    !has(line, "\"credit");
}

static struct str
line_of(struct str script, struct str id)
{
	struct buf begin = BUF_INIT;
	struct str line;

	buf_fmt(&begin, "{\"id\":\"%.*s\",\"hash\":\"", STR_ARG(id));
	line = str_sub(script, find(script, begin.p), script.n);
	line.n = str_find(line, '\n');
	buf_free(&begin);
	return line;
}

static void
tell(const struct body *body, struct str id, const char *where, struct diags *d)
{
	diag_add(d, DIAG_LEAK, &body->src, (struct span){ 0 }, "the key of the question `%.*s` is in clear in its %s",
	    STR_ARG(id), where);
}

/* The id of the question whose form begins last in ${html}. */
static struct str
question_in(struct str html)
{
	static const char mark[] = "data-question=\"";
	struct str id = STR_EMPTY;

	for (size_t at; (at = find(html, mark)) < html.n;) {
		html = str_sub(html, at + sizeof mark - 1, html.n);
		id = str_sub(html, 0, str_find(html, '"'));
	}
	return id;
}

static void
look_in_page(const struct body *body, struct str html, struct diags *d)
{
	static const char mark[] = " data-answers";
	struct str rest = html;

	for (size_t at; (at = find(rest, mark)) < rest.n;) {
		rest = str_sub(rest, at + sizeof mark - 1, rest.n);
		if (!str_starts(rest, " data-sealed=\""))
			tell(body, question_in(str_sub(html, 0, (size_t)(rest.p - html.p))), "page", d);
	}
}

void
keyleaks_check(const struct body *body, struct str html, struct str script, struct diags *d)
{
	if (body->salt.n == 0)
		return;
	for (size_t i = 0; body_asked(body, i); i++) {
		struct str id = body_asked(body, i)->id, line = line_of(script, id);

		if (line.n > 0 && !is_covered(line))
			tell(body, id, "script", d);
	}
	look_in_page(body, html, d);
}
