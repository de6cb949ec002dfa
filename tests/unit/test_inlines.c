/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/inlines.h"

#include "reads.h"

static const struct reads rows[] = {
	{ "role with words and list", "a :only[**x** y]{edition=riga} b\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  role only edition=\"riga\"\n"
	    "    strong\n"
	    "      text \"x\"\n"
	    "    text \" y\"\n"
	    "  text \" b\"\n" },
	{ "role without list", "a :only[x] b\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  role only\n"
	    "    text \"x\"\n"
	    "  text \" b\"\n" },
	{ "role without words", "a :contact{role=helpline} b\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  role contact role=\"helpline\"\n"
	    "  text \" b\"\n" },
	{ "role with nothing", "a :contact b\n",
	    "paragraph @1:1\n"
	    "  text \"a :contact b\"\n" },
	{ "role at start and end", ":slot{name=m}\n",
	    "paragraph @1:1\n"
	    "  role slot name=\"m\"\n" },
	{ "role at end then block list", "a :slot{name=m} {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a \"\n"
	    "  role slot name=\"m\"\n" },
	{ "unknown role with words", "a :foo[x]{k=v} b\n",
	    "paragraph @1:1\n"
	    "  text \"a :foo[x]{k=v} b\"\n"
	    "! 1:3+4 directive-unknown: `:foo`\n" },
	{ "unknown role near", "a :ony[x]{edition=riga} b\n",
	    "paragraph @1:1\n"
	    "  text \"a :ony[x]{edition=riga} b\"\n"
	    "! 1:3+4 directive-unknown: `:ony`\n" },
	{ "unknown role without list", "a :foo[x] b\n",
	    "paragraph @1:1\n"
	    "  text \"a :foo[x] b\"\n"
	    "! 1:3+4 directive-unknown: `:foo`\n" },
	{ "unknown role wordless", "a :foo{k=v} b\n",
	    "paragraph @1:1\n"
	    "  text \"a :foo{k=v} b\"\n"
	    "! 1:3+4 directive-unknown: `:foo`\n" },
	{ "not behind a letter, digit, colon",
	    "a:only[x]{edition=r} 1:only[x]{edition=r} ::only[x]{edition=r} å:only[x]{edition=r} b\n",
	    "paragraph @1:1\n"
	    "  text \"a:only\"\n"
	    "  span edition=\"r\"\n"
	    "    text \"x\"\n"
	    "  text \" 1:only\"\n"
	    "  span edition=\"r\"\n"
	    "    text \"x\"\n"
	    "  text \" ::only\"\n"
	    "  span edition=\"r\"\n"
	    "    text \"x\"\n"
	    "  text \" å:only\"\n"
	    "  span edition=\"r\"\n"
	    "    text \"x\"\n"
	    "  text \" b\"\n" },
	{ "behind punctuation", "(:only[x]{edition=r}) \"-:date{on=2026-02-03}.\"\n",
	    "paragraph @1:1\n"
	    "  text \"(\"\n"
	    "  role only edition=\"r\"\n"
	    "    text \"x\"\n"
	    "  text \") \\\"-\"\n"
	    "  role date on=\"2026-02-03\"\n"
	    "  text \".\\\"\"\n" },
	{ "times and such", "10:30 a::b c:d :smile: :-) https://x.y:80/ 5:[a]\n",
	    "paragraph @1:1\n"
	    "  text \"10:30 a::b c:d :smile: :-) \"\n"
	    "  link \"https://x.y:80/\" @1:1\n"
	    "    text \"https://x.y:80/\"\n"
	    "  text \" 5:[a]\"\n" },
	{ "nested roles", ":only[a :contact{role=h} b]{edition=r}\n",
	    "paragraph @1:1\n"
	    "  role only edition=\"r\"\n"
	    "    text \"a \"\n"
	    "    role contact role=\"h\"\n"
	    "    text \" b\"\n" },
	{ "role with link and code", ":only[[a](b.md) `c]`]{edition=r}\n",
	    "paragraph @1:1\n"
	    "  role only edition=\"r\"\n"
	    "    link \"b.md\" @1:11\n"
	    "      text \"a\"\n"
	    "    text \" \"\n"
	    "    codespan \"c]\"\n" },
	{ "role over lines", ":only[a\nb]{edition=r\naudience=x}\n",
	    "paragraph @1:1\n"
	    "  role only edition=\"r\" audience=\"x\"\n"
	    "    text \"a\"\n"
	    "    softbreak\n"
	    "    text \"b\"\n" },
	{ "role with emphasis outside", "*a :only[b]{edition=r}* **:slot{name=x}**\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a \"\n"
	    "    role only edition=\"r\"\n"
	    "      text \"b\"\n"
	    "  text \" \"\n"
	    "  strong\n"
	    "    role slot name=\"x\"\n" },
	{ "role torn by emphasis", "*a :only[b* c]{edition=r} d\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a :only[b\"\n"
	    "  text \" c]{edition=r} d\"\n"
	    "! 1:15+11 attribute-text: `{edition=r}`\n" },
	{ "role name in upper case", ":Only[x]{edition=r}\n",
	    "paragraph @1:1\n"
	    "  text \":Only\"\n"
	    "  span edition=\"r\"\n"
	    "    text \"x\"\n" },
	{ "gap", "Help is [[unconditional|without *conditions*]] and [[*a*|b]].\n",
	    "paragraph @1:1\n"
	    "  text \"Help is \"\n"
	    "  gap \"[[unconditional|without *conditions*]]\"\n"
	    "  text \" and \"\n"
	    "  gap \"[[*a*|b]]\"\n"
	    "  text \".\"\n" },
	{ "gap with attributes", "[[status\\|x]]{#status weight=2} and [[x]]{weight=2}\n",
	    "paragraph @1:1\n"
	    "  gap \"[[status\\\\|x]]\" #status weight=\"2\"\n"
	    "  text \" and \"\n"
	    "  gap \"[[x]]\" weight=\"2\"\n" },
	{ "gap in a table", "| Who | Does |\n|---|---|\n| [[a]] | b [[c\\|d]]{#x weight=2} |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"Who\"\n"
	    "    cell @1:1\n"
	    "      text \"Does\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      gap \"[[a]]\"\n"
	    "    cell @3:1\n"
	    "      text \"b \"\n"
	    "      gap \"[[c|d]]\" #x weight=\"2\"\n" },
	{ "link with brackets as text is no gap", "[[a]](b.md) and [[a]][b] and [[b]]\n\n[b]: /x\n",
	    "paragraph @1:1\n"
	    "  link \"b.md\" @1:7\n"
	    "    text \"[a]\"\n"
	    "  text \" and \"\n"
	    "  link \"/x\" @1:0\n"
	    "    text \"[a]\"\n"
	    "  text \" and \"\n"
	    "  gap \"[[b]]\"\n" },
	{ "gap with code", "[[`a|b`]]\n",
	    "paragraph @1:1\n"
	    "  gap \"[[`a|b`]]\"\n" },
	{ "gap with escaped bracket", "[[a\\]b]] c\n",
	    "paragraph @1:1\n"
	    "  gap \"[[a\\\\]b]]\"\n"
	    "  text \" c\"\n" },
	{ "gap not closed", "[[a b\n",
	    "paragraph @1:1\n"
	    "  text \"[[a b\"\n" },
	{ "gap empty", "[[]] [[ ]]\n",
	    "paragraph @1:1\n"
	    "  gap \"[[]]\"\n"
	    "  text \" \"\n"
	    "  gap \"[[ ]]\"\n" },
	{ "gap over a line break", "[[a\nb]]\n",
	    "paragraph @1:1\n"
	    "  text \"[[a\"\n"
	    "  softbreak\n"
	    "  text \"b]]\"\n" },
	{ "gap in emphasis", "*[[a]]* **[[b|c]]**\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    gap \"[[a]]\"\n"
	    "  text \" \"\n"
	    "  strong\n"
	    "    gap \"[[b|c]]\"\n" },
	{ "gap in heading and item", "# [[a]] {#h}\n\n- [[place]] {weight=2}\n- [ ] [[x]]\n",
	    "heading 1 anchor  #h @1:1\n"
	    "  gap \"[[a]]\"\n"
	    "list tight @3:1\n"
	    "  item weight=\"2\" @3:1\n"
	    "    paragraph @3:3\n"
	    "      gap \"[[place]]\"\n"
	    "  item [ ] @4:1\n"
	    "    paragraph @4:3\n"
	    "      gap \"[[x]]\"\n" },
	{ "triple brackets", "[[[a]]] b\n",
	    "paragraph @1:1\n"
	    "  text \"[\"\n"
	    "  gap \"[[a]]\"\n"
	    "  text \"] b\"\n" },
	{ "strike", "a ~~b~~ c ~d~ ~~~e~~~ ~~f *g*~~ ~~ h ~~ i~~j~~k\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  strike\n"
	    "    text \"b\"\n"
	    "  text \" c ~d~ ~~~e~~~ \"\n"
	    "  strike\n"
	    "    text \"f \"\n"
	    "    emph\n"
	    "      text \"g\"\n"
	    "  text \" ~~ h ~~ i\"\n"
	    "  strike\n"
	    "    text \"j\"\n"
	    "  text \"k\"\n" },
	{ "strike across", "~~a *b~~ c* ~~d\n",
	    "paragraph @1:1\n"
	    "  text \"~~a \"\n"
	    "  emph\n"
	    "    text \"b~~ c\"\n"
	    "  text \" ~~d\"\n" },
	{ "strike with link and code", "~~a [b](c) `~~` d~~\n",
	    "paragraph @1:1\n"
	    "  strike\n"
	    "    text \"a \"\n"
	    "    link \"c\" @1:9\n"
	    "      text \"b\"\n"
	    "    text \" \"\n"
	    "    codespan \"~~\"\n"
	    "    text \" d\"\n" },
	{ "strike over lines", "~~a\nb~~\n",
	    "paragraph @1:1\n"
	    "  strike\n"
	    "    text \"a\"\n"
	    "    softbreak\n"
	    "    text \"b\"\n" },
	{ "strike and escape", "\\~~a~~ ~~b\\~~\n",
	    "paragraph @1:1\n"
	    "  text \"~~a~~ ~~b~~\"\n" },
	{ "strike with list", "~~[a]{lang=sv}~~ {#p}\n",
	    "paragraph #p @1:1\n"
	    "  strike\n"
	    "    span lang=\"sv\"\n"
	    "      text \"a\"\n" },
	{ "html inline", "a <kbd>b</kbd> <!-- c --> d\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  raw \"<kbd>\"\n"
	    "  text \"b\"\n"
	    "  raw \"</kbd>\"\n"
	    "  text \" \"\n"
	    "  raw \"<!-- c -->\"\n"
	    "  text \" d\"\n" },
	{ "images", "![a *b*](c.svg \"T\"){width=3} ![](d.png){.decorative}\n",
	    "paragraph @1:1\n"
	    "  image \"c.svg\" width=\"3\"\n"
	    "    text \"a \"\n"
	    "    emph\n"
	    "      text \"b\"\n"
	    "  text \" \"\n"
	    "  image \"d.png\" .decorative\n" },
	{ "entity and escapes", "&amp; &copy; \\* &#65; &nosuch;\n",
	    "paragraph @1:1\n"
	    "  text \"& © * A &nosuch;\"\n" },
	{ "hard breaks", "a  \nb\\\nc\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  linebreak\n"
	    "  text \"b\"\n"
	    "  linebreak\n"
	    "  text \"c\"\n" },
	{ "roles without list in each other", "a :only[b :only[c] d] e\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  role only\n"
	    "    text \"b \"\n"
	    "    role only\n"
	    "      text \"c\"\n"
	    "    text \" d\"\n"
	    "  text \" e\"\n" },
	{ "unknown role without list in a known one", ":only[a :foo[b] c]{edition=r}\n",
	    "paragraph @1:1\n"
	    "  role only edition=\"r\"\n"
	    "    text \"a :foo[b] c\"\n"
	    "! 1:9+4 directive-unknown: `:foo`\n" },
	{ "role over a code span with a bracket", ":only[a `]` b] c\n",
	    "paragraph @1:1\n"
	    "  role only\n"
	    "    text \"a \"\n"
	    "    codespan \"]\"\n"
	    "    text \" b\"\n"
	    "  text \" c\"\n" },
	{ "role whose words are a span", ":only[[a]{lang=sv}]{edition=r}\n",
	    "paragraph @1:1\n"
	    "  role only edition=\"r\"\n"
	    "    span lang=\"sv\"\n"
	    "      text \"a\"\n" },
	{ "strike in a span and a span in a strike", "[~~a~~ b]{lang=sv} ~~c [d]{lang=sv} e~~\n",
	    "paragraph @1:1\n"
	    "  span lang=\"sv\"\n"
	    "    strike\n"
	    "      text \"a\"\n"
	    "    text \" b\"\n"
	    "  text \" \"\n"
	    "  strike\n"
	    "    text \"c \"\n"
	    "    span lang=\"sv\"\n"
	    "      text \"d\"\n"
	    "    text \" e\"\n" },
	{ "empty span and empty role", "[]{#a} :only[]{edition=r} :slot[]{name=x}\n",
	    "paragraph @1:1\n"
	    "  span #a\n"
	    "  text \" \"\n"
	    "  role only edition=\"r\"\n"
	    "  text \" \"\n"
	    "  role slot name=\"x\"\n" },
	{ "escaped name and bracket", "\\:only[a] :only\\[a]\n",
	    "paragraph @1:1\n"
	    "  text \":only[a] :only[a]\"\n" },
	{ "list behind what cannot have one", "~~a~~{#x} b <kbd>c</kbd>{#y} d\n",
	    "paragraph @1:1\n"
	    "  strike\n"
	    "    text \"a\"\n"
	    "  text \"{#x} b \"\n"
	    "  raw \"<kbd>\"\n"
	    "  text \"c\"\n"
	    "  raw \"</kbd>\"\n"
	    "  text \"{#y} d\"\n"
	    "! 1:6+4 attribute-text: `{#x}`\n"
	    "! 1:25+4 attribute-text: `{#y}`\n" },
	{ "list behind an autolink", "<http://a.b>{#x} c\n",
	    "paragraph @1:1\n"
	    "  link \"http://a.b\" #x @1:2\n"
	    "    text \"http://a.b\"\n"
	    "  text \" c\"\n" },
};

static void
test_inlines(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
