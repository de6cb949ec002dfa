/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "i18n/xliffread.h"

#include <stdlib.h>

#include "base/buf.h"
#include "told.h"

#define HEAD "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' trgLang='lv'>"
#define UNIT(s) HEAD "<file id='f' original='a.po'><unit id='u'>" s "</unit></file></xliff>"
#define DATA "<originalData><data id='d1'>[</data><data id='d2'>](b)</data><data id='d3'>`c`</data></originalData>"

/* One unit: "source | target", `!` in front where its state is beyond `initial`, or what is wrong with it. */
static const struct {
	const char *xml, *want;
} rows[] = {
	{ UNIT("<segment><source>a</source></segment>"), "a | " },
	{ UNIT("<segment state='translated'><source>a</source><target>b</target></segment>"), "!a | b" },
	{ UNIT("<segment state='final'><source>a</source><target>b</target></segment>"), "!a | b" },
	{ UNIT("<segment state='initial'><source>a</source><target>b</target></segment>"), "a | b" },
	{ UNIT("<segment><source>a</source><target>b</target></segment>"), "a | b" },
	{ UNIT("<segment><source> a\n b </source><target> c\t</target></segment>"), " a\n b  |  c\t" },
	{ UNIT("<segment><source>&lt;a&gt; &#x41;<![CDATA[<b>]]></source></segment>"), "<a> A<b> | " },
	{ UNIT(DATA
	      "<segment><source><pc id='1' dataRefStart='d1' dataRefEnd='d2'>a <ph id='2' dataRef='d3'/></pc></source>"
	      "<target><ph id='2' dataRef='d3'/> <pc id='1' dataRefStart='d1' dataRefEnd='d2'>x</pc></target></segment>"),
	    "[a `c`](b) | `c` [x](b)" },
	{ UNIT(DATA
	      "<segment><source><pc id='1' dataRefStart='d1' dataRefEnd='d2'>a</pc></source><target><pc id='1'>x</pc></target></segment>"),
	    "[a](b) | [x](b)" },
	{ UNIT(DATA
	      "<segment><source><ph id='1' dataRef='d3'/></source><target><ph id='7' copyOf='1'/></target></segment>"),
	    "`c` | `c`" },
	{ UNIT(DATA
	      "<segment><source><pc id='1' dataRefStart='d1' dataRefEnd='d2'>a</pc></source><target><sc id='1'/>x<ec startRef='1'/></target></segment>"),
	    "[a](b) | [x](b)" },
	{ UNIT(
	      "<originalData><data id='a'>x</data><data id='b'><ph id='1' dataRef='a'/><ph id='2' dataRef='a'/>y<cp hex='1B'/></data></originalData>"
	      "<segment><source><ph id='3' dataRef='b'/></source></segment>"),
	    "y\033 | " },
	{ UNIT("<segment><source><ph id='9'/></source></segment>"), "nothing tells what `<ph id=\"9\">` stands for" },
	{ UNIT("<segment><source><mrk id='m' type='term'>a</mrk><sm id='s'/>b<em startRef='s'/></source></segment>"),
	    "ab | " },
	{ UNIT("<segment><source>a<cp hex='1B'/>b</source></segment>"), "a\033b | " },
	{ UNIT("<segment><source>a<cp hex='D800'/>b</source></segment>"), "there is no character `D800`" },
	{ UNIT("<segment><source>a<cp hex='zz'/>b</source></segment>"), "there is no character `zz`" },
	{ UNIT("<segment><source>a<cp/>b</source></segment>"), "there is no character ``" },
	{ UNIT(
	      "<segment state='translated'><source>A.</source><target>X.</target></segment><ignorable><source> </source></ignorable>"
	      "<segment state='translated'><source>B.</source><target>Y.</target></segment>"),
	    "!A. B. | X. Y." },
	{ UNIT(
	      "<segment state='translated'><source>A.</source><target>X.</target></segment><segment><source>B.</source></segment>"),
	    "A.B. | " },
	{ HEAD
	    "<file id='f' original='a.po'><group id='g'><group id='h'><unit id='u'><segment><source>a</source></segment></unit></group></group></file></xliff>",
	    "a | " },
	{ UNIT(""), "! | " },
};

static void
test_units(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct source src = { STR("a.xlf"), str_of(rows[i].xml) };
		struct xliffdoc doc;
		const struct xliffunit *u;
		struct str got;

		assert_int_equal(xliffread_all(&a, &src, &doc, &d), 0);
		told_nothing(&d);
		assert_int_equal(doc.n, 1);
		assert_int_equal(doc.v[0].n, 1);
		is_text(doc.target_lang, "lv");
		is_text(doc.v[0].original, "a.po");
		u = &doc.v[0].v[0];
		got = u->trouble.n > 0
		    ? u->trouble
		    : arena_fmt(&a, "%s%.*s | %.*s", u->done ? "!" : "", STR_ARG(u->source), STR_ARG(u->target));
		is_text(got, rows[i].want);
		diags_free(&d);
		arena_free(&a);
	}
}

/* Data that is named again and again: told, and no more memory than the file is worth. */
static void
test_swelling(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct buf b = BUF_INIT;
	struct source src = { STR("a.xlf"), STR_EMPTY };
	struct xliffdoc doc;

	(void)state;
	buf_cstr(&b, HEAD "<file id='f' original='a.po'><unit id='u'><originalData><data id='d'>");
	for (int i = 0; i < 100000; i++)
		buf_chr(&b, 'x');
	buf_cstr(&b, "</data></originalData><segment><source>");
	for (int i = 0; i < 2000; i++)
		buf_fmt(&b, "<ph id='%d' dataRef='d'/>", i);
	buf_cstr(&b, "</source></segment></unit></file></xliff>");
	src.bytes = buf_view(&b);
	assert_int_equal(xliffread_all(&a, &src, &doc, &d), 0);
	is_text(doc.v[0].v[0].trouble, "with its codes it is longer than a message can be");
	assert_true(a.used < 16 << 20);
	buf_free(&b);
	diags_free(&d);
	arena_free(&a);
}

static void
test_notes(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct source src = {
		STR("a.xlf"),
		STR(UNIT(
		    "<m:metadata xmlns:m='urn:oasis:names:tc:xliff:metadata:2.0'><m:metaGroup><m:meta type='other'>x</m:meta>"
		    "<m:meta type='sent'>\n fuzzy 1 </m:meta></m:metaGroup></m:metadata><notes><note>a</note><note appliesTo='target'>b</note>"
		    "<note appliesTo='source'>c</note><note appliesTo='target'>d</note></notes><segment><source>a</source></segment>"))
	};
	struct xliffdoc doc;

	(void)state;
	assert_int_equal(xliffread_all(&a, &src, &doc, &d), 0);
	is_text(doc.v[0].v[0].sent, "fuzzy 1");
	is_text(doc.v[0].v[0].note, "b\nd\n");
	diags_free(&d);
	arena_free(&a);
}

/* What is none: told at its line, and nothing comes of it. */
static const struct {
	const char *xml, *detail;
	uint32_t line;
} wrong[] = {
	{ "", "not well-formed", 1 },
	{ "a", "not well-formed", 1 },
	{ HEAD "\n<file>", "not well-formed", 2 },
	{ HEAD "\n<file a='1' a='2'/></xliff>", "not well-formed", 2 },
	{ HEAD "\n&x;</xliff>", "not well-formed", 2 },
	{ "<!DOCTYPE x [\n<!ENTITY a 'b'>]>" HEAD "</xliff>", "declares entities", 2 },
	{ "<!DOCTYPE x [\n<!ENTITY a SYSTEM '/etc/passwd'>]>" HEAD "&a;</xliff>", "declares entities", 2 },
	{ "<!DOCTYPE x [\n<!ENTITY % a 'b'>]>" HEAD "</xliff>", "declares entities", 2 },
	{ "<?x?>\n<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'/>", "older version", 2 },
	{ "<xliff version='1.1'/>", "older version", 1 },
	{ "<html/>", "its element is `html`", 1 },
	{ HEAD "<file original='a'/>\n<file original='a'/></xliff>", "two files `a`", 2 },
	{ HEAD "<file><unit id='u'/>\n<group><unit id='u'/></group></file></xliff>", "two units `u`", 2 },
};

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		struct source src = { STR("a.xlf"), str_of(wrong[i].xml) };
		struct xliffdoc doc;

		assert_int_equal(xliffread_all(&a, &src, &doc, &d), -1);
		detail_has(told(&d, DIAG_XLIFF_FILE, wrong[i].line, 0, 0), wrong[i].detail);
		diags_free(&d);
		arena_free(&a);
	}
}

/* Cut off anywhere, it is told. */
static void
test_cut(void **state)
{
	static const char whole[] = UNIT(DATA "<segment><source>a <ph id='1' dataRef='d3'/></source></segment>");

	(void)state;
	for (size_t n = 0; n < sizeof whole - 1; n++) {
		struct arena a = ARENA_INIT;
		struct diags d = DIAGS_INIT;
		char *alone = malloc(n + 1); /* so that a look behind it is noticed */
		struct source src = { STR("a.xlf"), { alone, n } };
		struct xliffdoc doc;

		memcpy(alone, whole, n);
		assert_int_equal(xliffread_all(&a, &src, &doc, &d), -1);
		assert_int_equal(d.all.n, 1);
		free(alone);
		diags_free(&d);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_units),
		cmocka_unit_test(test_swelling),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
