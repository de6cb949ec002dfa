/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/facts.h"

/* Between the parts of a subject; in no path, id or language. */
static const char SEAM = '\x1f';

void
facts_begin(struct facts *f)
{
	f->serial++;
	f->list.n = 0;
}

static void
add(struct facts *f, uint32_t number)
{
	if (f->stamps.v[number] == f->serial)
		return;
	f->stamps.v[number] = f->serial;
	VEC_PUSH(&f->list, number);
}

static uint32_t
note_subject(struct facts *f, struct str subject)
{
	uintptr_t known = (uintptr_t)map_get(&f->numbers, subject);

	if (known == 0) {
		subject = arena_str(&f->arena, subject);
		VEC_PUSH(&f->stamps, f->serial - 1);
		known = f->stamps.n;
		map_put(&f->numbers, subject, (void *)known);
	}
	add(f, (uint32_t)(known - 1));
	return (uint32_t)(known - 1);
}

uint32_t
facts_note(struct facts *f, enum fact_kind kind, struct str about)
{
	if (f == NULL)
		return 0;
	buf_reset(&f->subject);
	buf_chr(&f->subject, (char)kind);
	buf_str(&f->subject, about);
	return note_subject(f, buf_view(&f->subject));
}

uint32_t
facts_note_in(struct facts *f, enum fact_kind kind, struct str about, struct str in)
{
	if (f == NULL)
		return 0;
	buf_reset(&f->subject);
	buf_chr(&f->subject, (char)kind);
	buf_str(&f->subject, about);
	buf_chr(&f->subject, SEAM);
	buf_str(&f->subject, in);
	return note_subject(f, buf_view(&f->subject));
}

size_t
facts_mark(struct facts *f)
{
	if (f == NULL)
		return 0;
	f->serial++;
	return f->list.n;
}

void
facts_again(struct facts *f, const uint32_t *v, size_t n)
{
	for (size_t i = 0; f && i < n; i++)
		add(f, v[i]);
}

struct str
facts_subject(const struct facts *f, uint32_t number)
{
	return f->numbers.v[number].key;
}

enum fact_kind
facts_kind(struct str subject)
{
	return subject.n > 0 ? (enum fact_kind)(unsigned char)subject.p[0] : FACT_KINDS;
}

struct str
facts_about(struct str subject, struct str *in)
{
	struct str rest = str_sub(subject, 1, subject.n), about = str_cut(&rest, SEAM);

	*in = rest;
	return about;
}

void
facts_free(struct facts *f)
{
	map_free(&f->numbers);
	VEC_FREE(&f->stamps);
	VEC_FREE(&f->list);
	buf_free(&f->subject);
	arena_free(&f->arena);
}
