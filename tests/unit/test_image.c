/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish/image.h"

#include <stdlib.h>
#include <string.h>

#include "testing.h"

static const char jpeg[] = "\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
			   "\xff\xff\xc2\x00\x0b\x08\x01\x2c\x02\x58\x01\x01\x11\x00";
static const char jpeg_on_side[] = "\xff\xd8\xff\xe1\x00\x22"
				   "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
				   "\xff\xc0\x00\x0b\x08\x01\x2c\x02\x58\x01\x01\x11\x00";

#define CASE(lit, w, h)                                                                                                \
	{                                                                                                              \
		(lit), sizeof(lit) - 1, (w), (h)                                                                       \
	}

static const struct {
	const char *p;
	size_t n;
	int w, h;
} cases[] = {
	CASE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0", 640, 480),
	CASE("GIF89a\x40\x01\xc8\x00\xf7\0\0", 320, 200),
	CASE("GIF87a\x01\x00\x01\x00", 1, 1),
	CASE(jpeg, 600, 300),
	CASE(jpeg_on_side, 300, 600),
	CASE("RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0", 640, 480),
	CASE("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x7f\xc2\x77\x00\0\0", 640, 480),
	CASE("RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0\x30\x01\x00\x9d\x01\x2a\x80\x02\xe0\x01", 640, 480),
	CASE("<svg xmlns='http://www.w3.org/2000/svg' width=\"30\" height='40.6'/>", 30, 41),
	CASE("<svg viewBox=\"0 0 120 80.4\">", 120, 80),
	CASE("<svg viewBox='-10,-20, 120, 80'>", 120, 80),
	CASE(
	    "<?xml version='1.0'?>\n<!-- <svg width='1' height='1'> -->\n<!DOCTYPE svg>\n<svg\n\twidth = '12px'\n\theight='7px'>",
	    12, 7),
	CASE("\xef\xbb\xbf<svg data-width='9' stroke-width='3' width='100%' height='50%' viewBox='0 0 3 2'>", 3, 2),
	CASE("<svg title='a width=\"5\" b' width='7' height='8'>", 7, 8),
	/* not known */
	CASE("", 0, 0),
	CASE("<svg>", 0, 0),
	CASE("<svg width='3em' height='2em'>", 0, 0),
	CASE("<svg width='30' height='", 0, 0),
	CASE("<svg width='>", 0, 0),
	CASE("<svg viewBox=\">", 0, 0),
	CASE("<svg viewBox='0 0 3'>", 0, 0),
	CASE("<svgx width='3' height='2'>", 0, 0),
	CASE("<svg viewBox='0 0 99999999999999999999999999 5'>", 0, 0),
	CASE("<html><svg width='3' height='2'>", 0, 0),
	CASE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02", 0, 0),
	CASE("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\0\0\x01\xe0", 0, 0),
	CASE("GIF89a\x40", 0, 0),
	CASE("\xff\xd8\xff\xe0\x00\x00", 0, 0),
	CASE("\xff\xd8\xff\xd9", 0, 0),
	CASE("RIFF\x1a\0\0\0WEBPVP8X", 0, 0),
	CASE("RIFF\x1a\0\0\0WEBPVP8L", 0, 0),
	CASE("text", 0, 0),
};

enum { CASES = sizeof cases / sizeof *cases };

static void
sizes(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES; i++) {
		int w = -1, h = -1;
		bool known = image_size((struct str){ cases[i].p, cases[i].n }, &w, &h);

		if (w != cases[i].w || h != cases[i].h || known != (w > 0))
			fail_msg("case %zu: %d x %d, wanted %d x %d", i, w, h, cases[i].w, cases[i].h);
	}
}

/* Cut anywhere, and with each byte changed: no read behind the end (the copy on the heap shows it to a sanitizer). */
static void
broken(void **state)
{
	(void)state;
	for (size_t i = 0; i < CASES; i++)
		for (size_t n = 0; n <= cases[i].n; n++) {
			char *p = malloc(n + 1);
			int w, h;

			memcpy(p, cases[i].p, n);
			p = realloc(p, n > 0 ? n : 1);
			image_size((struct str){ p, n }, &w, &h);
			for (size_t k = 0; k < n; k++) {
				p[k] = (char)(p[k] ^ 0x55);
				image_size((struct str){ p, n }, &w, &h);
				assert_in_range(w, 0, 1000000);
				p[k] = (char)0xff;
				image_size((struct str){ p, n }, &w, &h);
				p[k] = cases[i].p[k];
			}
			free(p);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes),
		cmocka_unit_test(broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
