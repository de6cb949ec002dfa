/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/override.h"

#include "render/html.h"
#include "render/lua.h"
#include "render/navigate.h"
#include "render/region.h"
#include "render/scene.h"
#include "render/views.h"

/* Names are those of directives: no path can be in them. */
const char *
override_template(struct render *r, const struct node *n)
{
	struct str path;

	if (r->lua == NULL || n->as.directive.name.n == 0)
		return NULL;
	path = ARENA_CAT(r->arena, STR("blocks/"), n->as.directive.name, STR(".html"));
	facts_note(r->facts, FACT_TEMPLATE, path);
	return lua_has(r->lua, path.p) ? path.p : NULL;
}

static struct view_list
list_attributes(struct render *r, const struct attrs *a)
{
	size_t n = a ? a->n : 0;
	void **v = ARENA_ARRAY(r->arena, void *, n);

	for (size_t i = 0; i < n; i++) {
		struct attribute_view *one = ARENA_NEW(r->arena, struct attribute_view);

		one->key = a->v[i].key;
		one->value = a->v[i].value;
		v[i] = one;
	}
	return (struct view_list){ v, n };
}

static struct str
list_classes(struct render *r, const struct attrs *a)
{
	struct buf b = BUF_INIT;
	struct str classes;

	for (size_t i = 0; a && i < a->nclasses; i++) {
		if (i > 0)
			buf_chr(&b, ' ');
		buf_str(&b, a->classes[i]);
	}
	classes = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	return classes;
}

static struct str
kept(struct render *r, const struct node *n, void (*write)(struct render *, struct buf *, const struct node *))
{
	struct buf b = BUF_INIT;
	struct str html;

	if (n)
		write(r, &b, n);
	html = arena_str(r->arena, buf_view(&b));
	buf_free(&b);
	return html;
}

void
override_render(struct render *r, struct buf *b, const struct node *n, const char *template)
{
	int level = r->level;
	struct block_view view = {
		.name = n->as.directive.name,
		.id = attrs_id(n->attrs),
		.classes = list_classes(r, n->attrs),
		.attributes = list_attributes(r, n->attrs),
	};
	struct lua_global globals[] = { { "block", &view, &block_fields }, { NULL, NULL, NULL } };
	struct lua_call call = {
		.lang = r->out->lang,
		.content = r->text ? r->text->src.path : STR_EMPTY,
		.root = navigate_root(r),
		.globals = globals,
		.current = r->out->path,
		.arena = r->arena,
		.facts = r->facts,
	};

	view.label = kept(r, region_label(n), html_inlines);
	r->level = level < 6 && region_label(n) ? level + 1 : level;
	view.body = kept(r, n, node_is_directive(n, "scenario") && scene_sound(n) ? scene_story : html_blocks);
	r->level = level;
	lua_run(r->lua, &call, template, b, r->diags); /* a failure is diagnosed: nothing is published */
}
