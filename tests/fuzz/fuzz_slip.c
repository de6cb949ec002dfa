/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a file with codes, as a key file, and as what stands in a code for a test with every type of question: whatever
 * it says, it is scored within its bounds or flagged. `tests/fuzz/hunt slip` runs it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "results/listing.h"
#include "results/results.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Sets of options and ids that take one bit and several. */
#define OPTIONS "\"options\":[{\"id\":\"a\",\"correct\":true},{\"id\":\"b\"},{\"id\":\"c\",\"correct\":true}]"
#define PAIRS "\"pairs\":{\"a\":\"x\",\"b\":\"y\",\"c\":null},\"choices\":[\"x\",\"y\",\"z\"]"
#define REST "\"scoring\":{},\"points\":\"1\",\"tries\":0,\"penalty\":\"1/3\",\"hints\":[\"1/10\"]"

static const char key[] =
    "{\"course\":\"c\",\"quiz\":\"q\",\"language\":\"nb\",\"pass\":\"7/10\",\"inPoints\":false,\"attempts\":3,\"draws\":true,\"questions\":["
    "{\"id\":\"1\",\"type\":\"single\",\"question\":{" OPTIONS "}," REST "},"
    "{\"id\":\"2\",\"type\":\"multiple\",\"question\":{" OPTIONS "}," REST "},"
    "{\"id\":\"3\",\"type\":\"matching\",\"question\":{" PAIRS "}," REST "},"
    "{\"id\":\"4\",\"type\":\"classification\",\"question\":{" PAIRS "}," REST "},"
    "{\"id\":\"5\",\"type\":\"ordering\",\"question\":{\"order\":[\"a\",\"b\",\"c\",\"d\"]}," REST "},"
    "{\"id\":\"6\",\"type\":\"gap\",\"question\":{\"gaps\":[{\"id\":\"a\",\"accept\":[{\"text\":\"x*\",\"match\":\"glob\"}]},"
    "{\"id\":\"b\",\"kind\":\"select\",\"choices\":[\"x\",\"y\"],\"answer\":\"x\"},"
    "{\"id\":\"c\",\"kind\":\"number\",\"answers\":[{\"low\":\"1\",\"high\":\"2\"}]}]}," REST "},"
    "{\"id\":\"7\",\"type\":\"text\",\"question\":{\"accept\":[{\"text\":\"Riga\"}]}," REST "},"
    "{\"id\":\"8\",\"type\":\"number\",\"question\":{\"answers\":[{\"low\":\"1\",\"high\":\"2\"}],\"units\":{\"m\":\"1\"}}," REST
    "},"
    "{\"id\":\"9\",\"type\":\"hotspot\",\"question\":{\"areas\":[{\"shape\":\"rect\",\"coords\":[\"1\",\"1\",\"40\",\"40\"]}]}," REST
    "},"
    "{\"id\":\"A\",\"type\":\"survey\",\"question\":{\"scale\":5,\"items\":[\"?\",\"!\"]}," REST "},"
    "{\"id\":\"B\",\"type\":\"reflection\",\"question\":{\"min_chars\":3}," REST "},"
    "{\"id\":\"C\",\"type\":\"checklist\",\"question\":{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}]}," REST "}]}";

static void
demand(bool what)
{
	if (!what)
		abort();
}

/* ${data} as letters behind the mark of the paper. */
static struct slipletters
code_of(const uint8_t *data, size_t n, uint32_t mark)
{
	struct slipletters c = { .bit = 15 };

	c.n = n + 10 + 5 > SLIPLETTERS_MAX ? SLIPLETTERS_MAX : n + 10 + 5;
	for (size_t i = 10; i < c.n; i++)
		c.v[i] = i - 10 < n ? data[i - 10] & 31 : 0;
	for (size_t i = 0; i < 32; i++)
		if (mark >> (31 - i) & 1)
			c.v[(15 + i) / 5] = (unsigned char)(c.v[(15 + i) / 5] | 1 << (4 - (15 + i) % 5));
	return c;
}

static void
check(const struct slip *s)
{
	if (s->share == NULL)
		return;
	demand(s->answers != NULL && !(s->flags & (SLIP_BROKEN | SLIP_UNKNOWN | SLIP_MISFIT)));
	demand(exact_sign(s->earned) >= 0 && exact_cmp(s->earned, s->max) <= 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str bytes = { n > 0 ? (const char *)data : "", n };
	struct results r;
	struct buf out = BUF_INIT, why = BUF_INIT, file = BUF_INIT;
	struct keyfile_paper_text paper;
	struct slipletters code;
	struct slip slip;
	char version[17];

	results_begin(&r, 300);
	demand((results_key(&r, bytes, &why) < 0) == (why.n > 0));
	paper = keyfile_seal(&r.arena, STR("Title"), STR(key));
	keyfile_write(&file, STR("c"), &paper, 1, version);
	buf_reset(&why);
	demand(results_key(&r, buf_view(&file), &why) == 0);
	code = code_of(data, n, (uint32_t)strtoul(paper.mark, NULL, 16));
	slip_read(&r.arena, &r.numbers, &r.keys, &code, 300, &slip);
	demand(slip.paper != NULL);
	check(&slip);
	results_add(&r, STR("file"), bytes);
	for (size_t i = 0; i < r.lines.n; i++)
		check(&r.lines.v[i].slip);
	for (int f = 0; f < LISTING_FORMATS; f++)
		listing_write(&out, &r, LISTING_ALL, (enum listing_format)f);
	results_end(&r);
	buf_free(&out);
	buf_free(&why);
	buf_free(&file);
	return 0;
}
