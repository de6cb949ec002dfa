/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/image.h"

#include <stdint.h>
#include <string.h>

/* No picture on a page is larger; what says so is broken. */
#define IMAGE_MAX 1000000u

/* Bytes ${at} to ${at} + ${n} as a number, big end first; 0 behind the end. */
static uint32_t
big(struct str s, size_t at, size_t n)
{
	uint32_t v = 0;

	if (at > s.n || n > s.n - at)
		return 0;
	for (size_t i = 0; i < n; i++)
		v = v << 8 | (unsigned char)s.p[at + i];
	return v;
}

static uint32_t
little(struct str s, size_t at, size_t n)
{
	uint32_t v = 0;

	if (at > s.n || n > s.n - at)
		return 0;
	for (size_t i = n; i-- > 0;)
		v = v << 8 | (unsigned char)s.p[at + i];
	return v;
}

static bool
has(struct str s, size_t at, const char *bytes, size_t n)
{
	return at <= s.n && n <= s.n - at && memcmp(s.p + at, bytes, n) == 0;
}

#define HAS(s, at, lit) has((s), (at), (lit), sizeof(lit) - 1)

static bool
take(uint32_t w, uint32_t h, int *to_w, int *to_h)
{
	if (w == 0 || h == 0 || w > IMAGE_MAX || h > IMAGE_MAX)
		return false;
	*to_w = (int)w;
	*to_h = (int)h;
	return true;
}

/* WebP container (RFC 9649): lossy, lossless, or extended with the size of the canvas. */
static bool
webp(struct str s, int *w, int *h)
{
	uint32_t bits;

	if (HAS(s, 12, "VP8X") && s.n >= 30)
		return take(little(s, 24, 3) + 1, little(s, 27, 3) + 1, w, h);
	if (HAS(s, 12, "VP8L") && s.n >= 25) {
		bits = little(s, 21, 4);
		return take((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, w, h);
	}
	if (HAS(s, 12, "VP8 ") && HAS(s, 23, "\x9d\x01\x2a"))
		return take(little(s, 26, 2) & 0x3fff, little(s, 28, 2) & 0x3fff, w, h);
	return false;
}

/* The EXIF orientation in an APP1 segment (TIFF 6.0, tag 274): 5 to 8 lie on their side. */
static bool
exif_on_side(struct str seg)
{
	uint32_t (*num)(struct str, size_t, size_t);
	struct str tiff = str_sub(seg, 6, seg.n);
	size_t at;

	if (!HAS(seg, 0, "Exif\0\0") || (!HAS(tiff, 0, "II") && !HAS(tiff, 0, "MM")))
		return false;
	num = tiff.p[0] == 'I' ? little : big;
	at = num(tiff, 4, 4);
	for (uint32_t n = num(tiff, at, 2), i = 0; i < n && at + 2 + 12 * (i + 1) <= tiff.n; i++)
		if (num(tiff, at + 2 + 12 * i, 2) == 274)
			return num(tiff, at + 2 + 12 * i + 8, 2) >= 5;
	return false;
}

/* JPEG (ITU-T T.81, annex B): marker segments up to the frame header. */
static bool
jpeg(struct str s, int *w, int *h)
{
	bool side = false;
	size_t at = 2;

	while (at + 4 <= s.n && (unsigned char)s.p[at] == 0xff) {
		unsigned mark = (unsigned char)s.p[at + 1];
		size_t len = big(s, at + 2, 2);

		if (mark == 0xff) { /* fill byte */
			at++;
			continue;
		}
		if (mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc)
			return side ? take(big(s, at + 5, 2), big(s, at + 7, 2), w, h)
				    : take(big(s, at + 7, 2), big(s, at + 5, 2), w, h);
		if (mark == 0xe1)
			side |= exif_on_side(str_sub(s, at + 4, at + 2 + len));
		if (len < 2)
			return false;
		at += 2 + len;
	}
	return false;
}

/* A decimal number without exponent; -1 where there is none. ${*at} moves behind it. */
static double
number(struct str s, size_t *at)
{
	double v = 0, unit = 1;
	size_t from = *at;

	for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at)
		v = v < IMAGE_MAX ? 10 * v + (s.p[*at] - '0') : v;
	if (*at < s.n && s.p[*at] == '.')
		for (++*at; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at)
			v += (s.p[*at] - '0') * (unit /= 10);
	return *at == from ? -1 : v;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The value of attribute ${name} in the start tag ${tag}, without its quotes; empty where there is none. */
static struct str
attribute(struct str tag, const char *name)
{
	size_t n = strlen(name), i = 1, end;
	char quote = '\0';

	for (; i < tag.n; i++) {
		if (quote != '\0') {
			quote = tag.p[i] == quote ? '\0' : quote;
			continue;
		}
		if (tag.p[i] == '"' || tag.p[i] == '\'')
			quote = tag.p[i];
		if (!blank(tag.p[i - 1]) || !has(tag, i, name, n))
			continue;
		for (end = i + n; end < tag.n && (blank(tag.p[end]) || tag.p[end] == '='); end++)
			continue;
		if (end == i + n || end >= tag.n || (tag.p[end] != '"' && tag.p[end] != '\''))
			continue;
		quote = tag.p[end];
		tag = str_sub(tag, end + 1, tag.n);
		return str_sub(tag, 0, str_find(tag, quote));
	}
	return STR_EMPTY;
}

/* A length in pixels, written as a bare number or with px; 0 where it is anything else. */
static uint32_t
pixels(struct str v)
{
	size_t at = 0;
	double n;

	v = str_trim(v);
	n = number(v, &at);
	v = str_sub(v, at, v.n);
	return n > 0 && (v.n == 0 || str_is(v, "px")) ? (uint32_t)(n + 0.5) : 0;
}

static bool
view_box(struct str v, int *w, int *h)
{
	double part[4] = { 0 };
	size_t at = 0;

	for (size_t i = 0; i < 4; i++) {
		while (at < v.n && (blank(v.p[at]) || v.p[at] == ',' || (i < 2 && (v.p[at] == '-' || v.p[at] == '+'))))
			at++;
		part[i] = number(v, &at);
		if (part[i] < 0)
			return false;
	}
	return take((uint32_t)(part[2] + 0.5), (uint32_t)(part[3] + 0.5), w, h);
}

/* The end of what precedes the root element: declaration, comments, document type without subset. */
static size_t
skip_prolog(struct str s)
{
	size_t at = HAS(s, 0, "\xef\xbb\xbf") ? 3 : 0;

	for (;;) {
		const char *end = NULL;

		while (at < s.n && blank(s.p[at]))
			at++;
		if (HAS(s, at, "<!--"))
			end = memmem(s.p + at + 4, s.n - at - 4, "-->", 3);
		else if (HAS(s, at, "<?") || HAS(s, at, "<!"))
			end = memchr(s.p + at, '>', s.n - at);
		if (end == NULL)
			return at;
		at = (size_t)(end - s.p) + (*end == '-' ? 3 : 1);
	}
}

static bool
svg(struct str s, int *w, int *h)
{
	size_t at = skip_prolog(s);
	struct str tag;

	if (!HAS(s, at, "<svg") || at + 4 >= s.n || !blank(s.p[at + 4]))
		return false;
	tag = str_sub(s, at + 4, s.n);
	tag.n = str_find(tag, '>');
	if (take(pixels(attribute(tag, "width")), pixels(attribute(tag, "height")), w, h))
		return true;
	return view_box(attribute(tag, "viewBox"), w, h);
}

bool
image_size(struct str head, int *w, int *h)
{
	*w = *h = 0;
	if (HAS(head, 0, "\x89PNG\r\n\x1a\n") && HAS(head, 12, "IHDR"))
		return take(big(head, 16, 4), big(head, 20, 4), w, h);
	if (HAS(head, 0, "GIF87a") || HAS(head, 0, "GIF89a"))
		return take(little(head, 6, 2), little(head, 8, 2), w, h);
	if (HAS(head, 0, "\xff\xd8"))
		return jpeg(head, w, h);
	if (HAS(head, 0, "RIFF") && HAS(head, 8, "WEBP"))
		return webp(head, w, h);
	return svg(head, w, h);
}
