/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/explain.h"

#include "base/message.h"
#include "base/near.h"
#include "base/unicode.h"

enum { COLUMNS = 80 };

/* Words of one paragraph, as many on a line as fit. */
static void
wrap(FILE *f, struct str para)
{
	size_t column = 0;

	while (para.n > 0) {
		struct str word = str_cut(&para, ' ');
		size_t width = unicode_width(word);

		if (word.n == 0)
			continue;
		if (column > 0 && column + 1 + width > COLUMNS) {
			fputc('\n', f);
			column = 0;
		}
		fprintf(f, "%s%.*s", column > 0 ? " " : "", STR_ARG(word));
		column += width + (column > 0);
	}
	fputc('\n', f);
}

void
explain_code(FILE *f, enum diag_code code)
{
	const struct diag_info *info = diag_info(code);
	struct str rest = str_of(info->explain);

	fprintf(f, "%s (%s): %s\n\n", info->name, message_level(info->level), info->sentence);
	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');

		if (line.n == 0 || line.p[0] == ' ')
			fprintf(f, "%.*s\n", STR_ARG(line)); /* an example stays as it is */
		else
			wrap(f, line);
	}
}

void
explain_all(FILE *f)
{
	for (int code = 0; code < DIAG_CODES; code++) {
		const struct diag_info *info = diag_info((enum diag_code)code);

		fprintf(f, "%-22s %s\n", info->name, info->sentence);
	}
}

struct str
explain_near(struct str name)
{
	struct near near;

	near_begin(&near, name);
	for (int code = 0; code < DIAG_CODES; code++)
		near_try(&near, str_of(diag_info((enum diag_code)code)->name));
	return near_best(&near);
}
