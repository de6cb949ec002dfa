/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/contact.h"

#include "base/escape.h"
#include "localise/bidi.h"
#include "localise/typography.h"
#include "localise/ui.h"
#include "render/dated.h"
#include "render/html.h"
#include "render/region.h"
#include "render/wording.h"

/* -- what is known -- */

/* A number as `tel:` takes it (RFC 3966): digits, and a plus in front. */
static struct str
dialled(struct arena *a, struct str phone)
{
	struct buf b = BUF_INIT;
	struct str number;

	for (size_t i = 0; i < phone.n; i++)
		if ((phone.p[i] >= '0' && phone.p[i] <= '9') || (phone.p[i] == '+' && b.n == 0))
			buf_chr(&b, phone.p[i]);
	number = arena_str(a, buf_view(&b));
	buf_free(&b);
	return number;
}

/* What is read. Numbers and addresses are copied: they stay as they were written. */
static struct str
words(struct render *r, const struct value *v, const char *key)
{
	const struct language *lang = r->out->lang;

	return typography_text(r->arena, lang, site_local(value_get(v, key), lang));
}

static struct contact_view *
read_contact(struct render *r, struct str role, const struct value *v)
{
	struct contact_view *c = ARENA_NEW(r->arena, struct contact_view);
	const struct language *lang = r->out->lang;
	const struct value *until = value_get(v, "valid-until");

	c->role = role;
	c->name = words(r, v, "name");
	c->phone = site_local(value_get(v, "phone"), lang);
	c->number = dialled(r->arena, c->phone);
	c->email = site_local(value_get(v, "email"), lang);
	c->url = site_local(value_get(v, "url"), lang);
	c->address = words(r, v, "address");
	c->hours = words(r, v, "hours");
	c->note = words(r, v, "note");
	c->source = words(r, v, "source");
	c->valid_until = until ? dated_long(r, lang->tag, until->text) : STR_EMPTY;
	if (c->name.n == 0)
		c->name = role;
	return c;
}

/* NULL where there is no such role. */
static struct contact_view *
find(struct render *r, struct str role)
{
	const struct value *v = region_entry(r->site->contacts, role);

	facts_note(r->facts, FACT_FILE, STR("content/data/contacts.yaml"));
	return v ? read_contact(r, role, v) : NULL;
}

struct contact_view *
contact_help(struct render *r)
{
	const struct value *all = r->site->contacts;

	facts_note(r->facts, FACT_FILE, STR("content/data/contacts.yaml"));
	for (size_t i = 0; all && all->kind == VALUE_MAP && i < all->n; i++) {
		struct contact_view *c = read_contact(r, all->as.entries[i].key, &all->as.entries[i].value);

		if (c->number.n > 0)
			return c;
	}
	return NULL;
}

static bool
reachable(const struct contact_view *c)
{
	return c->phone.n > 0 || c->email.n > 0 || c->url.n > 0 || c->address.n > 0;
}

/* -- how it is shown -- */

/* Numbers and addresses run from left to right in every language. */
static void
write_link(const struct render *r, struct buf *b, const char *scheme, struct str target, struct str words)
{
	BUF_LIT(b, "<a href=\"");
	buf_cstr(b, scheme);
	escape_url(b, target, false);
	buf_cstr(b, bidi_rtl(r->out->lang) ? "\" dir=\"ltr\">" : "\">");
	escape_html(b, words);
	BUF_LIT(b, "</a>");
}

static void
write_phone(const struct render *r, struct buf *b, const struct contact_view *c)
{
	if (c->number.n > 0)
		write_link(r, b, "tel:", c->number, c->phone);
	else
		escape_html(b, c->phone);
}

/* Names and places are often in another language than the page, and nobody says in which. */
static void
write_words(const struct render *r, struct buf *b, struct str text)
{
	bool apart = bidi_apart(r->out->lang, text);

	if (apart)
		BUF_LIT(b, "<bdi>");
	escape_html(b, text);
	if (apart)
		BUF_LIT(b, "</bdi>");
}

static void
row(const struct render *r, struct buf *b, const char *key, struct str words)
{
	if (words.n == 0)
		return;
	BUF_LIT(b, "<div><dt>");
	escape_html(b, wording_text(r, key));
	BUF_LIT(b, "</dt><dd>");
	write_words(r, b, words);
	BUF_LIT(b, "</dd></div>\n");
}

static void
linked_row(const struct render *r, struct buf *b, const char *key, const char *scheme, struct str target)
{
	if (target.n == 0)
		return;
	BUF_LIT(b, "<div><dt>");
	escape_html(b, wording_text(r, key));
	BUF_LIT(b, "</dt><dd>");
	write_link(r, b, scheme, target, target);
	BUF_LIT(b, "</dd></div>\n");
}

static void
details(const struct render *r, struct buf *b, const struct contact_view *c)
{
	if (c->email.n + c->url.n + c->address.n + c->hours.n == 0)
		return;
	BUF_LIT(b, "<dl>\n");
	linked_row(r, b, "contact-email", "mailto:", c->email);
	if (escape_scheme_ok(c->url))
		linked_row(r, b, "contact-web", "", c->url);
	row(r, b, "contact-address", c->address);
	row(r, b, "contact-hours", c->hours);
	BUF_LIT(b, "</dl>\n");
}

static void
write_until(struct render *r, struct buf *b, const struct contact_view *c)
{
	struct ui_arg date = { "date", c->valid_until };

	if (!reachable(c) || c->valid_until.n == 0)
		return;
	BUF_LIT(b, "<p class=\"contact-until\">");
	escape_html(b, ui_format(r->arena, r->out->lang, "contact-valid-until", &date, 1));
	BUF_LIT(b, "</p>\n");
}

static void
card(struct render *r, struct buf *b, const struct contact_view *c)
{
	BUF_LIT(b, "<p class=\"contact-name\">");
	write_words(r, b, c->name);
	BUF_LIT(b, "</p>\n");
	if (c->phone.n > 0) {
		BUF_LIT(b, "<p class=\"contact-phone\">");
		write_phone(r, b, c);
		BUF_LIT(b, "</p>\n");
	} else if (!reachable(c)) {
		BUF_LIT(b, "<p class=\"contact-empty\">");
		escape_html(b, wording_text(r, "contact-empty"));
		BUF_LIT(b, "</p>\n");
	}
	if (c->note.n > 0) {
		BUF_LIT(b, "<p class=\"contact-note\">");
		write_words(r, b, c->note);
		BUF_LIT(b, "</p>\n");
	}
	details(r, b, c);
	write_until(r, b, c);
}

void
contact_render(struct render *r, struct buf *b, const struct node *n)
{
	const struct contact_view *c = find(r, attrs_value(n->attrs, "role"));

	if (c == NULL)
		return;
	BUF_LIT(b, "<div");
	html_attrs(r, b, n->attrs, reachable(c) ? "contact" : "contact contact-open");
	wording_lang(r, b);
	BUF_LIT(b, ">\n");
	card(r, b, c);
	BUF_LIT(b, "</div>\n");
}

void
contact_role(struct render *r, struct buf *b, const struct node *n)
{
	const struct contact_view *c = find(r, attrs_value(n->attrs, "role"));

	if (n->first || c == NULL)
		html_inlines(r, b, n);
	else
		wording_element(r, b, "span", "contact-name", c->name);
	if (c == NULL || c->phone.n + c->email.n == 0)
		return;
	BUF_LIT(b, " (");
	if (c->phone.n > 0)
		write_phone(r, b, c);
	else
		write_link(r, b, "mailto:", c->email, c->email);
	BUF_LIT(b, ")");
}
