/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_TWOCOURSES_H
#define TESTS_UNIT_TWOCOURSES_H

#include "folder.h"

/* Two courses. A page with a translation, one without, one that is translated by messages. */
#define A_HEAD "---\ntitle: A\n---\n"
#define A_ACT "\n:::definition[Act]{#act}\nA law.\n:::\n"
#define NB_HEAD "---\ntitle: Aa\nslug: aa\n---\n"
#define NB_ACT "\n:::definition[Lov]{#act}\nEn lov.\n:::\n"
#define A_TEXT A_HEAD "Words of [b](20-b.md#h), ![p](../pic.svg)\n" A_ACT
#define QUESTION(words) "\n:::question{#q type=single tags=t}\n" words "\n\n- [x] yes {#y}\n- [ ] no {#n}\n:::\n"
#define B_HEAD "---\ntitle: B\n---\n# Heading {#h}\n\n"
#define B_TEXT B_HEAD "::contact{role=helpline}\n" QUESTION("Is it?")
#define SVG(width) "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" width "\" height=\"20\"/>\n"
#define PO(word) "msgid \"X\"\nmsgstr \"" word "\"\n\nmsgid \"More.\"\nmsgstr \"Mer.\"\n"

/* Writes them, with a picture, contacts, and a part of pages. */
static inline void
twocourses_put(struct folder *f)
{
	folder_put(f, "site.yaml", "title: Site\nlanguages: [en, nb]\nsearch: no\n");
	folder_put(f, "content/c/course.yaml", "title: Course\nlanguage: en\n");
	folder_put(f, "content/c/01-m/index.md", "---\ntitle: Module\n---\n");
	folder_put(f, "content/c/01-m/10-a.md", A_TEXT);
	folder_put(f, "content/c/01-m/10-a.nb.md", NB_HEAD "Ord av [b](20-b.md#h), ![p](../pic.svg)\n" NB_ACT);
	folder_put(f, "content/c/01-m/20-b.md", B_TEXT);
	folder_put(f, "content/c/01-m/_part.md", "Part.\n");
	folder_put(f, "content/c/02-n/10-x.md", "---\ntitle: X\n---\nMore.\n");
	folder_put(f, "content/c/po/nb/02-n.po", PO("Iks"));
	folder_put(f, "content/d/course.yaml", "title: Other\nlanguage: en\n");
	folder_put(f, "content/d/10-y.md", "---\ntitle: Y\n---\n");
	folder_put(f, "content/c/pic.svg", SVG("30"));
	folder_put(f, "content/data/contacts.yaml", "helpline:\n  name: Help\n  phone: '116'\n");
}

/* ${text} NULL: the file goes. */
static inline void
twocourses_edit(struct folder *f, const char *path, const char *text)
{
	if (text)
		folder_put(f, path, text);
	else
		assert_return_code(unlink(folder_at(f, path)), 0);
}

#endif
