/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/front.h"

static struct str
without_end(struct str line)
{
	while (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t' || line.p[line.n - 1] == '\r'))
		line.n--;
	return line;
}

/* A line that was probably meant to close: `----`, ` ---`, `–––`, `—`. */
static bool
looks_closing(struct str line)
{
	size_t dashes = 0;

	line = str_trim(line);
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '-')
			dashes++;
		else if (i + 2 < line.n && str_is(str_sub(line, i, i + 2), "\xe2\x80") &&
		    (line.p[i + 2] == '\x93' || line.p[i + 2] == '\x94'))
			dashes += 2, i += 2;
		else
			return false;
	}
	return dashes > 1;
}

static void
refuse_open(const struct source *src, uint32_t near_line, struct diags *d)
{
	struct diag *g =
	    diag_add(d, DIAG_FRONT_OPEN, src, (struct span){ 1, 1, 3 }, "the second line `---` is missing");

	if (near_line)
		diag_note(d, g, "line %u looks like it; write exactly three hyphens at the very beginning",
		    (unsigned)near_line);
	else
		diag_note(d, g, "a line across the page that is no front matter may be written `***`");
}

bool
front_split(const struct source *src, struct front *out, struct diags *d)
{
	struct str rest = src->bytes, line;
	uint32_t number = 1, near_line = 0;
	const char *start;

	if (str_starts(rest, "\xef\xbb\xbf"))
		rest = str_sub(rest, 3, rest.n);
	*out = (struct front){ STR_EMPTY, 0, rest, 1, false };
	if (!str_is(without_end(str_cut(&rest, '\n')), "---"))
		return true;
	out->present = true;
	out->yaml_line = 2;
	start = rest.p;
	while (rest.n) {
		const char *at = rest.p;

		line = without_end(str_cut(&rest, '\n'));
		number++;
		if (str_is(line, "---") || str_is(line, "...")) {
			out->yaml = (struct str){ start, (size_t)(at - start) };
			out->body = rest;
			out->body_line = number + 1;
			return true;
		}
		if (!near_line && looks_closing(line))
			near_line = number;
	}
	refuse_open(src, near_line, d);
	return false;
}
