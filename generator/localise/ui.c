/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "localise/ui.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "base/unicode.h"
#include "localise/bidi.h"
#include "localise/numeral.h"
#include "localise/plural.h"

const struct message *
ui_find(const struct language *lang, struct str key)
{
	return lang->ui ? map_get(&lang->ui->messages, key) : 0;
}

/* A key that no locale has is our bug: locale_read() refuses languages that lack one of ours. */
static const struct message *
find(const struct language *lang, const char *key)
{
	const struct message *m = ui_find(lang, str_of(key));

	assert(m && "a string of the interface that no locale has");
	return m;
}

struct str
ui_text(const struct language *lang, const char *key)
{
	const struct message *m = find(lang, key);

	return m ? m->forms[PLURAL_OTHER] : str_of(key);
}

static const struct ui_arg *
find_arg(struct str name, const struct ui_arg *args, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, args[i].name))
			return &args[i];
	return 0;
}

/* Appends ${text} up to the next argument that is known, and that; returns the place behind. */
static size_t
put_piece(struct buf *b, const struct language *lang, struct str text, size_t at, const struct ui_arg *args, size_t n)
{
	size_t mark = at + str_find(str_sub(text, at, text.n), '%'), end;
	const struct ui_arg *arg = 0;

	buf_str(b, str_sub(text, at, mark));
	if (mark + 1 >= text.n || text.p[mark + 1] != '{') {
		buf_str(b, str_sub(text, mark, mark + 1));
		return mark + 1;
	}
	end = mark + str_find(str_sub(text, mark, text.n), '}');
	arg = find_arg(str_sub(text, mark + 2, end), args, n);
	if (arg && end < text.n)
		bidi_put(b, lang, arg->value);
	else
		buf_str(b, str_sub(text, mark, end + 1));
	return end + 1;
}

static struct str
fill(struct arena *a, const struct language *lang, struct str text, const struct ui_arg *args, size_t n)
{
	struct buf b = BUF_INIT;
	struct str filled;

	for (size_t at = 0; at < text.n;)
		at = put_piece(&b, lang, text, at, args, n);
	filled = arena_str(a, buf_view(&b));
	buf_free(&b);
	return filled;
}

struct str
ui_format(struct arena *a, const struct language *lang, const char *key, const struct ui_arg *args, size_t n)
{
	return fill(a, lang, ui_text(lang, key), args, n);
}

/* A small number needs no grouping: only the digits of the language. */
static struct str
small_number(struct arena *a, const struct language *lang, int64_t n)
{
	struct buf b = BUF_INIT;
	struct str s;
	int64_t unit = n >= 100 ? 100 : n >= 10 ? 10 : 1;

	for (; unit > 0; unit /= 10)
		unicode_put(&b, lang->zero + (uint32_t)(n / unit % 10));
	s = arena_str(a, buf_view(&b));
	buf_free(&b);
	return s;
}

/* Numbers below it are digits and nothing else in every language: whatever parts larger ones, does so from the fourth digit on. */
enum { UNPARTED = 1000 };

struct str
ui_number(struct arena *a, const struct language *lang, int64_t n)
{
	return lang->zero != 0 && n >= 0 && n < UNPARTED ? small_number(a, lang, n) : numeral_whole(a, lang->tag, n);
}

struct str
ui_count(struct arena *a, const struct language *lang, const char *key, int64_t count)
{
	const struct message *m = find(lang, key);
	bool kept = lang->zero != 0 && count >= 0 && count < LANGUAGE_COUNTED;
	struct ui_arg arg = { "count", ui_number(a, lang, count) };
	struct str form =
	    m ? m->forms[kept ? (enum plural)lang->plurals[count] : plural_of(lang->tag, count)] : STR_EMPTY;

	if (m && !form.n)
		form = m->forms[PLURAL_OTHER];
	return fill(a, lang, form, &arg, 1);
}

/* -- plural forms against CLDR -- */

static unsigned
forms_of(const struct message *m)
{
	unsigned forms = 0;

	for (int i = 0; i < PLURALS; i++)
		if (m->forms[i].n)
			forms |= 1u << i;
	return forms;
}

static struct str
form_names(struct arena *a, unsigned forms)
{
	struct str names = STR_EMPTY;

	for (int i = 0; i < PLURALS; i++)
		if (forms & (1u << i))
			names = arena_fmt(a, "%.*s%s%s", STR_ARG(names), names.n ? ", " : "", catalogue_plurals[i]);
	return names;
}

static void
refuse(const struct message *m, unsigned want, struct diags *d)
{
	struct arena scratch = ARENA_INIT;
	unsigned have = forms_of(m);
	struct diag *g;

	g = diag_add(d, DIAG_LOCALE_PLURAL, m->src, m->at, "`%.*s`", STR_ARG(m->key));
	if (want & ~have)
		diag_note(d, g, "it lacks: %.*s", STR_ARG(form_names(&scratch, want & ~have)));
	if (have & ~want)
		diag_note(d, g, "the language does not have: %.*s", STR_ARG(form_names(&scratch, have & ~want)));
	arena_free(&scratch);
}

bool
ui_check(const struct catalogue *c, struct diags *d)
{
	unsigned want = plural_forms(c->lang);
	bool fine = true;

	for (size_t i = 0; i < c->messages.n; i++) {
		const struct message *m = c->messages.v[i].value;

		if (!m->plural || forms_of(m) == want)
			continue;
		refuse(m, want, d);
		fine = false;
	}
	return fine;
}
