/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score/members.h"

#include "base/json.h"

void
members_next(struct buf *b)
{
	char last = b->n > 0 ? b->p[b->n - 1] : '{';

	if (last != '{' && last != '[' && last != ',')
		buf_chr(b, ',');
}

void
members_name(struct buf *b, struct str name)
{
	members_next(b);
	json_string(b, name);
	buf_chr(b, ':');
}

void
members_key(struct buf *b, const char *name)
{
	members_name(b, str_of(name));
}

void
members_text(struct buf *b, const char *name, struct str value)
{
	members_key(b, name);
	json_string(b, value);
}

void
members_ratio(struct buf *b, struct ratio r)
{
	buf_chr(b, '"');
	ratio_write(b, r);
	buf_chr(b, '"');
}

void
members_exact(struct buf *b, const char *name, struct ratio r)
{
	members_key(b, name);
	members_ratio(b, r);
}

void
members_null(struct buf *b, const char *name)
{
	members_key(b, name);
	BUF_LIT(b, "null");
}

void
members_flag(struct buf *b, const char *name, bool value)
{
	members_key(b, name);
	buf_cstr(b, value ? "true" : "false");
}

void
members_number(struct buf *b, const char *name, int value)
{
	members_key(b, name);
	buf_fmt(b, "%d", value);
}
