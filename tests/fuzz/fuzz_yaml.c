/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as front matter and as settings: diagnostics with a place, or a value whose
 * places lie in the text. `tests/fuzz/hunt yaml` runs it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "model/meta.h"
#include "read/front.h"
#include "read/settings.h"
#include "read/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
demand(bool what)
{
	if (!what)
		abort();
}

static uint32_t
count_lines(struct str s)
{
	uint32_t n = 1;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

static void
check_value(const struct value *v, uint32_t lines, int depth)
{
	demand(depth <= YAML_MAX_DEPTH && v->at.line >= 1 && v->at.line <= lines && v->text.p);
	for (size_t i = 0; v->kind == VALUE_LIST && i < v->n; i++)
		check_value(&v->as.items[i], lines, depth + 1);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->n; i++)
		check_value(&v->as.entries[i].value, lines, depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct source src = { STR("fuzz.md"), { n ? (const char *)data : "", n } };
	struct meta meta = { 0 };
	struct front front;
	const struct value *v;

	if (front_split(&src, &front, &d) && front.present) {
		v = yaml_read(&a, &src, front.yaml, front.yaml_line, &d);
		if (settings_read(&a, &meta_fields, &meta, v, &src, &d))
			meta_check(&meta, v, &src, &d);
	}
	diags_free(&d);
	d = (struct diags)DIAGS_INIT;
	v = yaml_read(&a, &src, src.bytes, 1, &d);
	demand(v ? d.all.n == 0 : d.all.n > 0);
	if (v)
		check_value(v, count_lines(src.bytes), 0);
	for (size_t i = 0; i < d.all.n; i++)
		demand(d.all.v[i].at.line >= 1 && d.all.v[i].at.line <= count_lines(src.bytes));
	diags_free(&d);
	arena_free(&a);
	return 0;
}
