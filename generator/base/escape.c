/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/escape.h"

#include "base/sixteen.h"

/* Bytes that need work, one bit a context: the loops below copy everything else in runs. */
enum { HTML = 1, JSON = 2, URL = 4, PART = 8, ALL = HTML | JSON | URL | PART };

static const unsigned char work[256] = {
	[0] = ALL,
	[1 ... 0x1f] = JSON | URL | PART,
	[' '] = URL | PART,
	['!'] = PART,
	['"'] = ALL,
	['#' ... '%'] = PART,
	['&'] = ALL,
	['\''] = HTML | URL | PART,
	['(' ... ','] = PART,
	['/'] = PART,
	[':' ... ';'] = PART,
	['<'] = ALL,
	['='] = PART,
	['>'] = ALL,
	['?' ... '@'] = PART,
	['['] = PART,
	['\\'] = JSON | URL | PART,
	[']'] = PART,
	['^'] = URL | PART,
	['`'] = URL | PART,
	['{' ... '}'] = URL | PART,
	[0x7f] = JSON | URL | PART,
	[0x80 ... 0xe1] = URL | PART,
	[0xe2] = JSON | URL | PART /* U+2028 begins so */,
	[0xe3 ... 0xff] = URL | PART,
};

/* run(s, from, mask): end of the run of bytes from ${from} that need no work. */
static size_t
run(struct str s, size_t from, unsigned mask)
{
	while (from < s.n && !(work[(unsigned char)s.p[from]] & mask))
		from++;
	return from;
}

/* Which of sixteen bytes mean something in HTML: one bit apart are `&` and `'`, and `<` and `>`. */
static inline sixteen
html_work(sixteen v)
{
	return (sixteen)((v | 1) == '\'') | (sixteen)((v | 2) == '>') | (sixteen)(v == '"') | (sixteen)(v == 0);
}

/* Which of them cannot stand in a URL as they are. */
static inline sixteen
url_work(sixteen v)
{
	return html_work(v) | (sixteen)(v - '!' > '~' - '!') | (sixteen)(v == '\\') | (sixteen)(v == '^') |
	    (sixteen)(v == '`') | (sixteen)(v - '{' <= '}' - '{');
}

/* long_run(s, from, mask, find): run(), sixteen bytes at once. The last ones are looked at together with those before them. */
static inline size_t
long_run(struct str s, size_t from, unsigned mask, sixteen (*find)(sixteen))
{
	for (; s.n - from >= sizeof(sixteen); from += sizeof(sixteen)) {
		sixteen found = find(sixteen_at(s.p + from));

		if (sixteen_any(found))
			return from + sixteen_first(found);
	}
	if (s.n >= sizeof(sixteen) && !sixteen_any(find(sixteen_at(s.p + s.n - sizeof(sixteen)))))
		return s.n;
	return run(s, from, mask);
}

static void
html_char(struct buf *b, char c)
{
	switch (c) {
	case '&': BUF_LIT(b, "&amp;"); break;
	case '<': BUF_LIT(b, "&lt;"); break;
	case '>': BUF_LIT(b, "&gt;"); break;
	case '"': BUF_LIT(b, "&quot;"); break;
	case '\'': BUF_LIT(b, "&#39;"); break;
	default: BUF_LIT(b, "\xef\xbf\xbd"); break;
	}
}

void
escape_html(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = long_run(s, i, HTML, html_work);

		buf_put(b, s.p + i, end - i);
		if (end == s.n)
			return;
		html_char(b, s.p[end]);
		i = end;
	}
}

static void
json_char(struct buf *b, unsigned char c)
{
	switch (c) {
	case '"': BUF_LIT(b, "\\\""); break;
	case '\\': BUF_LIT(b, "\\\\"); break;
	case '\n': BUF_LIT(b, "\\n"); break;
	case '\r': BUF_LIT(b, "\\r"); break;
	case '\t': BUF_LIT(b, "\\t"); break;
	default: buf_fmt(b, "\\u%04x", (unsigned)c); break;
	}
}

void
escape_json(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = run(s, i, JSON);

		buf_put(b, s.p + i, end - i);
		if (end == s.n)
			return;
		i = end;
		if ((unsigned char)s.p[i] != 0xe2) {
			json_char(b, (unsigned char)s.p[i]);
		} else if (s.n - i >= 3 && (unsigned char)s.p[i + 1] == 0x80 &&
		    ((unsigned char)s.p[i + 2] | 1) == 0xa9) {
			buf_fmt(b, "\\u202%c", (unsigned char)s.p[i + 2] == 0xa8 ? '8' : '9');
			i += 2;
		} else {
			buf_chr(b, s.p[i]);
		}
	}
}

static void
percent(struct buf *b, unsigned char c)
{
	static const char hex[] = "0123456789ABCDEF";
	char e[3] = { '%', hex[c >> 4], hex[c & 15] };

	buf_put(b, e, 3);
}

void
escape_url(struct buf *b, struct str s, bool colon)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = long_run(s, i, URL, url_work);
		struct str part = str_sub(s, i, end);

		for (size_t at; colon && (at = str_find(part, ':')) < part.n; part = str_sub(part, at + 1, part.n)) {
			buf_put(b, part.p, at);
			percent(b, ':');
		}
		buf_str(b, part);
		if (end == s.n)
			return;
		if (s.p[end] == '&' || s.p[end] == '\'')
			html_char(b, s.p[end]);
		else
			percent(b, (unsigned char)s.p[end]);
		i = end;
	}
}

void
escape_url_from(struct buf *b, size_t at)
{
	struct str whole = buf_view(b);
	struct buf tail = BUF_INIT;

	at = long_run(whole, at, URL, url_work);
	if (at >= whole.n)
		return; /* nearly always */
	buf_str(&tail, str_sub(whole, at, whole.n));
	b->n = at;
	escape_url(b, buf_view(&tail), false);
	buf_free(&tail);
}

void
escape_component(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = run(s, i, PART);

		buf_put(b, s.p + i, end - i);
		if (end == s.n)
			return;
		percent(b, (unsigned char)s.p[end]);
		i = end;
	}
}

bool
escape_scheme_ok(struct str url)
{
	static const char *const ok[] = { "http", "https", "mailto", "tel", "sms" };
	char low[8];
	size_t n = 0;

	/* A scheme is letters, digits, `+-.` (RFC 3986, 3.1). Blanks that a browser would strip come out encoded. */
	while (n < url.n && url.p[n] != ':' && url.p[n] != '/' && url.p[n] != '?' && url.p[n] != '#' && url.p[n])
		n++;
	if (n == url.n || url.p[n] != ':')
		return true;
	if (n >= sizeof low)
		return false;
	for (size_t i = 0; i < n; i++)
		low[i] = (char)(url.p[i] >= 'A' && url.p[i] <= 'Z' ? url.p[i] + 32 : url.p[i]);
	for (size_t i = 0; i < sizeof ok / sizeof *ok; i++)
		if (strlen(ok[i]) == n && !memcmp(ok[i], low, n))
			return true;
	return false;
}
