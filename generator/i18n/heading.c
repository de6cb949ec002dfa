/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/heading.h"

#include "base/buf.h"
#include "localise/formulas.h"

/* gettext writes regions as POSIX does: fa_AF. */
static void
put_language(struct buf *b, struct str lang)
{
	BUF_LIT(b, "Language: ");
	for (size_t i = 0; i < lang.n; i++)
		buf_chr(b, lang.p[i] == '-' ? '_' : lang.p[i]);
	buf_chr(b, '\n');
}

struct str
heading_new(struct arena *a, struct str project, struct str lang)
{
	struct buf b = BUF_INIT;
	struct str out;

	buf_fmt(&b, "Project-Id-Version: %.*s\n", STR_ARG(project));
	BUF_LIT(&b, "Report-Msgid-Bugs-To: \nPO-Revision-Date: \nLast-Translator: \nLanguage-Team: \n");
	put_language(&b, lang);
	BUF_LIT(&b, "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n");
	if (formulas_of(lang)[0] != '\0')
		buf_fmt(&b, "Plural-Forms: %s\n", formulas_of(lang));
	BUF_LIT(&b, "X-Generator: Pensum\n");
	out = arena_str(a, buf_view(&b));
	buf_free(&b);
	return out;
}
