/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/role.h"

#include "base/escape.h"
#include "render/only.h"
#include "render/contact.h"
#include "render/dated.h"
#include "render/html.h"

static void
write_slot(struct render *r, struct buf *b, const struct node *n)
{
	(void)r;
	BUF_LIT(b, "<span class=\"slot\">[");
	escape_html(b, attrs_value(n->attrs, "name"));
	BUF_LIT(b, "]</span>");
}

static void
write_date(struct render *r, struct buf *b, const struct node *n)
{
	struct str on = attrs_value(n->attrs, "on"),
		   shown = dated_long(r, r->text ? r->text->lang : r->out->lang->tag, on);

	if (shown.n == 0) {
		html_inlines(r, b, n);
		return;
	}
	BUF_LIT(b, "<time datetime=\"");
	escape_html(b, on);
	BUF_LIT(b, "\">");
	if (n->first)
		html_inlines(r, b, n);
	else
		escape_html(b, shown);
	BUF_LIT(b, "</time>");
}

void
role_render(struct render *r, struct buf *b, const struct node *n)
{
	struct str name = n->as.directive.name;

	if (str_is(name, "contact"))
		contact_role(r, b, n);
	else if (str_is(name, "slot"))
		write_slot(r, b, n);
	else if (str_is(name, "date"))
		write_date(r, b, n);
	else if (!only_leaks(r, n) && (!str_is(name, "only") || only_holds(r, n->attrs)))
		html_inlines(r, b, n);
}
