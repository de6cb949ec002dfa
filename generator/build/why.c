/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build/why.h"

/* What a fact is, with the places of its parts: $1 what it is about, $2 in what. */
static const char *const sentences[FACT_KINDS] = {
	[FACT_FILE] = "the file $1",
	[FACT_COURSE] = "the settings of the course $1",
	[FACT_PLACE] = "where $1 stands in its course, and in which languages",
	[FACT_CATALOGUE] = "the catalogue for $1 in $2",
	[FACT_LINK] = "how $1 is shown where it is linked to: address, title, summary, minutes",
	[FACT_MODULE] = "the module $1 in $2, and how its pages are shown",
	[FACT_COURSE_VIEW] = "the course $1 in $2: title, summary, minutes",
	[FACT_COURSE_TREE] = "the course $1 in $2, its modules, and how its pages are shown",
	[FACT_COURSES] = "which courses there are",
	[FACT_FACE] = "the address of $1 in $2, and what ids are on it",
	[FACT_ID] = "which page of $1 has the id #$2",
	[FACT_PATH] = "what is at $1",
	[FACT_ASSET] = "the name and size of $1",
	[FACT_TERMS] = "the definitions of $1 in $2",
	[FACT_TAGGED] = "which questions of $1 can be drawn",
	[FACT_STRINGS] = "the words of the interface in $1",
	[FACT_TEMPLATE] = "the template $1",
	[FACT_LUA] = "the files of lua/",
	[FACT_THEME_ASSET] = "the file $1 of the theme",
	[FACT_MOMENT] = "files that changed while they were read",
};

static void
name_fact(struct buf *b, struct str subject)
{
	struct str in, about = facts_about(subject, &in);

	for (const char *p = sentences[facts_kind(subject)]; *p != '\0'; p++)
		if (p[0] == '$' && p[1] == '1')
			buf_str(b, about), p++;
		else if (p[0] == '$' && p[1] == '2')
			buf_str(b, in), p++;
		else
			buf_chr(b, *p);
}

static bool
list_facts(struct buf *b, const struct due *due, struct record_facts facts, bool changed)
{
	bool any = false;

	for (size_t i = 0; i < facts.n; i++) {
		if (changed && !due->changed[facts.v[i]])
			continue;
		buf_cstr(b, "  ");
		name_fact(b, due->old->subjects[facts.v[i]]);
		buf_chr(b, '\n');
		any = true;
	}
	return any;
}

static const char *
why_all(enum store_state state)
{
	switch (state) {
	case STORE_NONE: return "nothing is remembered of an earlier build";
	case STORE_OTHER: return "site.yaml, an option or the program is another one than in the last build";
	case STORE_VERSION: return "what was remembered of the last build was written by another version of Pensum";
	case STORE_DAMAGED: return "what was remembered of the last build is damaged";
	case STORE_READ: break;
	}
	return "the last build did not make it";
}

static void
tell(struct buf *b, const struct making *m, enum store_state state, struct str path, const struct record_page *was,
    const struct record *texts, bool due)
{
	bool any = false;

	buf_fmt(b, "%.*s: %s\n", STR_ARG(path),
	    due ? "made again, for something else is now" : "stays as it was. It rests on");
	if (was == NULL || was->path.n == 0) {
		buf_fmt(b, "  %s\n", why_all(state));
		return;
	}
	if (texts)
		any = list_facts(b, &m->due, texts->facts, due);
	any |= list_facts(b, &m->due, was->facts, due);
	if (due && !any)
		BUF_LIT(b, "  the published file: it is not there any more as it was left\n");
}

/* The page of the document ${i} in the language ${k}. */
static void
tell_page(struct buf *b, const struct making *m, enum store_state state, size_t i, size_t k)
{
	const struct document *doc = m->site->docs[i];
	const struct record *was = store_record(m->due.old, doc->path, i);
	bool fits = was && was->npages == m->site->nlanguages;

	tell(b, m, state, doc->pages[k]->path, fits ? &was->pages[k] : NULL, was, *due_page(&m->due, i, k));
}

static bool
has_source(const struct document *doc, struct str path)
{
	for (size_t i = 0; i < doc->ntexts; i++)
		if (str_eq(doc->texts[i]->src.path, path))
			return true;
	return false;
}

bool
why_tell(struct buf *b, const struct making *m, enum store_state state, struct str path)
{
	const struct site *s = m->site;
	size_t before = b->n;

	for (size_t i = 0; i < s->ndocs; i++)
		for (size_t k = 0; s->docs[i]->pages && !s->docs[i]->excluded && k < s->nlanguages; k++)
			if (s->docs[i]->pages[k] &&
			    (str_eq(s->docs[i]->pages[k]->path, path) || has_source(s->docs[i], path)))
				tell_page(b, m, state, i, k);
	for (size_t i = 0; i < s->noutputs; i++)
		if (s->outputs[i]->doc == NULL && str_eq(s->outputs[i]->path, path))
			tell(b, m, state, path, store_lone(m->due.old, path), NULL, m->due.lone[i]);
	return b->n > before;
}
