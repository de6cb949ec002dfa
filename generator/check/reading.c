/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/reading.h"

#include <string.h>

#include "base/buf.h"
#include "base/unicode.h"

enum { ENOUGH = 100, LONG = 6, HARD = 45, HARD_AT_RISK = 40, LONG_SENTENCE = 20 };

/* Languages for which LIX has norms. */
static bool
has_norms(struct str lang)
{
	static const char *const tags[] = { "nb", "nn", "no", "sv", "da", "de", "en", "is" };

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (str_eq(str_sub(lang, 0, str_find(lang, '-')), str_of(tags[i])))
			return true;
	return false;
}

static bool
ends_sentence(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x061f || c == 0x06d4;
}

/* What ends without a mark is a sentence, too: an item of a list. Marks within a word or number end none. */
static void
count(struct reading *r, struct str text)
{
	size_t letters = 0, open = 0;
	bool mark = false;

	for (size_t at = 0; at <= text.n;) {
		uint32_t c = at < text.n ? unicode_next(text, &at) : (at++, ' ');

		if (unicode_is_letter(c) || (c >= '0' && c <= '9')) {
			letters++;
			mark = false;
		} else if (ends_sentence(c)) {
			mark = true;
		} else if (c == ' ' || c == '\n' || c == 0xa0) {
			r->words += letters > 0;
			open += letters > 0;
			r->long_words += letters > LONG;
			letters = 0;
			r->sentences += mark && open > 0;
			open = mark ? 0 : open;
			mark = false;
		}
	}
	r->sentences += open > 0;
}

/* Whether its words are read as sentences. */
static bool
is_prose(const struct node *n)
{
	return n->kind != NODE_TABLE && n->kind != NODE_CODE && n->kind != NODE_HEADING &&
	    !node_is_directive(n, "question") && !node_is_directive(n, "contact");
}

struct reading
reading_of(const struct body *body)
{
	const struct node *top = body->root, *n = top->first;
	struct reading r = { 0 };
	struct buf b = BUF_INIT;

	while (n) {
		if (n->kind == NODE_PARAGRAPH) {
			buf_reset(&b);
			node_plain(&b, n);
			count(&r, buf_view(&b));
		}
		n = is_prose(n) ? node_next_block(n, top) : node_past(n, top);
	}
	buf_free(&b);
	return r;
}

double
reading_lix(const struct reading *r)
{
	return r->words > 0 && r->sentences > 0
	    ? (double)r->words / (double)r->sentences + 100 * (double)r->long_words / (double)r->words
	    : 0;
}

void
reading_check(const struct body *body, struct diags *d)
{
	struct reading r = reading_of(body);
	bool at_risk = body->text->doc->texts[0]->meta.at_risk;
	double lix = reading_lix(&r), sentence = r.sentences > 0 ? (double)r.words / (double)r.sentences : 0;
	const struct span top = { 1, 0, 0 };

	if (r.words < ENOUGH)
		return;
	if (has_norms(body->text->lang) && lix > (at_risk ? HARD_AT_RISK : HARD))
		diag_note(d,
		    diag_add(d, DIAG_READING_HARD, &body->src, top,
			"LIX %.0f: %.1f words a sentence, %.0f %% long words", lix, sentence,
			100 * (double)r.long_words / (double)r.words),
		    "more than %d is hard: shorter sentences help most", at_risk ? HARD_AT_RISK : HARD);
	else if (!has_norms(body->text->lang) && sentence > LONG_SENTENCE)
		diag_note(d, diag_add(d, DIAG_READING_HARD, &body->src, top, "%.1f words a sentence", sentence),
		    "more than %d is hard to follow", LONG_SENTENCE);
}
