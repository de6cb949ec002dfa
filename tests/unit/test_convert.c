/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/convert.h"

#include "reads.h"

static const struct reads fences[] = {
	{ "equal fences nest", ":::note\n:::tip\nx\n:::\n:::\n",
	    "directive note @1:4\n"
	    "  directive tip @2:4\n"
	    "    paragraph @3:1\n"
	    "      text \"x\"\n" },
	{ "longer outside", "::::note\n:::tip\nx\n:::\n::::\n",
	    "directive note @1:5\n"
	    "  directive tip @2:4\n"
	    "    paragraph @3:1\n"
	    "      text \"x\"\n" },
	{ "shorter outside, longer inside", ":::note\n:::::tip\nx\n:::\n:::::::\n",
	    "directive note @1:4\n"
	    "  directive tip @2:6\n"
	    "    paragraph @3:1\n"
	    "      text \"x\"\n" },
	{ "pandoc", "::: {.note #a k=v}\nx\n:::\n",
	    "directive note #a k=\"v\" @1:1\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "pandoc with label", "::: note [Hi] {#a .b} :::\nx\n:::\n",
	    "directive note #a .b @1:5\n"
	    "  label\n"
	    "    text \"Hi\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "pandoc two classes", "::::: {.note .wide}\nx\n:::::\n",
	    "directive note .wide @1:1\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "plain container", "::: {#a}\nx\n:::\n",
	    "directive  #a @1:1\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "plain container, empty list", "::: {}\nx\n:::\n",
	    "directive  @1:1\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "nothing but a label", ":::[Label]\nx\n:::\n",
	    "directive  @1:1\n"
	    "  label\n"
	    "    text \"Label\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "blanks between the parts", "   :::  note   [A b]   {#a}   :::::   \nx\n   :::   \n",
	    "directive note #a @1:9\n"
	    "  label\n"
	    "    text \"A b\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "in a list item", "- a\n\n  :::note\n  b\n  :::\n- c\n  :::tip\n  d\n  :::\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    directive note @3:6\n"
	    "      paragraph @4:3\n"
	    "        text \"b\"\n"
	    "  item @6:1\n"
	    "    paragraph @6:3\n"
	    "      text \"c\"\n"
	    "    directive tip @7:6\n"
	    "      paragraph @8:3\n"
	    "        text \"d\"\n" },
	{ "in a quote", "> :::note\n> a\n> :::\n",
	    "quote @1:1\n"
	    "  directive note @1:6\n"
	    "    paragraph @2:3\n"
	    "      text \"a\"\n" },
	{ "item: closes not outside", "- :::note\n  a\n\n:::\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    directive note @1:6\n"
	    "      paragraph @2:3\n"
	    "        text \"a\"\n"
	    "! 1:6+4 fence-open: `note`\n"
	    "! 4:0+0 fence-extra: remove it, or look above for a head that is not one\n" },
	{ "quote: closes not outside", "> :::note\n> a\n:::\n",
	    "quote @1:1\n"
	    "  directive note @1:6\n"
	    "    paragraph @2:3\n"
	    "      text \"a\"\n"
	    "! 1:6+4 fence-open: `note`\n"
	    "! 3:0+0 fence-extra: remove it, or look above for a head that is not one\n" },
	{ "opened outside, not closed in an item", ":::note\n- a\n  :::\n:::\n",
	    "directive note @1:4\n"
	    "  list tight @2:1\n"
	    "    item @2:1\n"
	    "      paragraph @2:3\n"
	    "        text \"a\"\n"
	    "! 3:0+0 fence-extra: remove it, or look above for a head that is not one\n" },
	{ "leaf", "::image[A *b*]{src=x.svg}\n",
	    "directive image leaf src=\"x.svg\" @1:3\n"
	    "  label\n"
	    "    text \"A \"\n"
	    "    emph\n"
	    "      text \"b\"\n" },
	{ "leaf without anything", "::contact\n", "directive contact leaf @1:3\n" },
	{ "leaf with trailing colons", "::contact{role=a}:::\n",
	    "paragraph @1:1\n"
	    "  text \"::contact{role=a}:::\"\n"
	    "! 1:1+20 fence-leaf: `::contact{role=a}:::`\n" },
	{ "leaf with text", "::contact{role=a} and more\n",
	    "paragraph @1:1\n"
	    "  text \"::contact{role=a} and more\"\n"
	    "! 1:1+26 fence-leaf: `::contact{role=a} and more`\n" },
	{ "leaf in a paragraph line", "a\n::contact{role=a}\nb\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "directive contact leaf role=\"a\" @2:3\n"
	    "paragraph @3:1\n"
	    "  text \"b\"\n" },
	{ "two colons and a blank", ":: contact\n",
	    "paragraph @1:1\n"
	    "  text \":: contact\"\n" },
	{ "two colons only", "::\n",
	    "paragraph @1:1\n"
	    "  text \"::\"\n" },
	{ "prose with colons", "a::b and std::vector\n\n::Upper\n",
	    "paragraph @1:1\n"
	    "  text \"a::b and std::vector\"\n"
	    "paragraph @3:1\n"
	    "  text \"::Upper\"\n" },
	{ "bare label", ":::tip My *title* {#a}\nx\n:::\n",
	    "directive tip #a @1:4\n"
	    "  label\n"
	    "    text \"My \"\n"
	    "    emph\n"
	    "      text \"title\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:4+3 fence-label: `My *title*`\n" },
	{ "bare label with colons", "::: tip My title :::\nx\n:::\n",
	    "directive tip @1:5\n"
	    "  label\n"
	    "    text \"My title\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:5+3 fence-label: `My title`\n" },
	{ "bad name", ":::Note[X]{#a}\nx\n:::\n",
	    "directive Note #a @1:4\n"
	    "  label\n"
	    "    text \"X\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:4+4 fence-head: `Note`\n" },
	{ "bad name underscore", ":::my_note\nx\n:::\n",
	    "directive my_note @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:4+7 fence-head: `my_note`\n" },
	{ "bad label", ":::note[X {#a}\nx\n:::\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"X {#a}\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:8+7 fence-head: `[X {#a}`\n"
	    "! 1:11+4 attribute-text: `{#a}`\n" },
	{ "bad attrs", ":::note[X]{#a\nx\n:::\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"X\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:11+3 fence-head: `{#a`\n" },
	{ "bad attrs inside", ":::note{#a word}\nx\n:::\n",
	    "directive note #a @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:12+4 attribute-syntax: `word` is no id, class or key=value\n" },
	{ "rest", ":::note[X]{#a} more\nx\n:::\n",
	    "directive note #a @1:4\n"
	    "  label\n"
	    "    text \"X\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:16+4 fence-head: `more`\n" },
	{ "unclosed", ":::note\n\na\n\n:::tip\nb\n",
	    "directive note @1:4\n"
	    "  paragraph @3:1\n"
	    "    text \"a\"\n"
	    "  directive tip @5:4\n"
	    "    paragraph @6:1\n"
	    "      text \"b\"\n"
	    "! 1:4+4 fence-open: `note`\n"
	    "! 5:4+3 fence-open: `tip`\n" },
	{ "extra", "a\n\n:::\n\nb\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "paragraph @5:1\n"
	    "  text \"b\"\n"
	    "! 3:0+0 fence-extra: remove it, or look above for a head that is not one\n" },
	{ "label with brackets", ":::note[a [b] \\] `]` c]{k=\"}\"}\nx\n:::\n",
	    "directive note k=\"}\" @1:4\n"
	    "  label\n"
	    "    text \"a [b] ] \"\n"
	    "    codespan \"]\"\n"
	    "    text \" c\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "label with link", ":::note[a [b](c.md#d) *e*]\nx\n:::\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a \"\n"
	    "    link \"c.md#d\" @1:15\n"
	    "      text \"b\"\n"
	    "    text \" \"\n"
	    "    emph\n"
	    "      text \"e\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "empty label", ":::note[]\nx\n:::\n",
	    "directive note @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "unknown", ":::nota[x]\ny\n:::\n\n:::zzz\ny\n:::\n",
	    "directive nota @1:4\n"
	    "  label\n"
	    "    text \"x\"\n"
	    "  paragraph @2:1\n"
	    "    text \"y\"\n"
	    "directive zzz @5:4\n"
	    "  paragraph @6:1\n"
	    "    text \"y\"\n"
	    "! 1:4+4 directive-unknown: `nota`\n"
	    "! 5:4+3 directive-unknown: `zzz`\n" },
	{ "leaf unknown", "::imag{src=a}\n",
	    "directive imag leaf src=\"a\" @1:3\n"
	    "! 1:3+4 directive-unknown: `imag`\n" },
	{ "fence as first and last thing in item", "1. :::note\n   a\n   :::\n2. b\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    directive note @1:7\n"
	    "      paragraph @2:4\n"
	    "        text \"a\"\n"
	    "  item @4:1\n"
	    "    paragraph @4:4\n"
	    "      text \"b\"\n" },
	{ "tab behind name", ":::note\t[a]\nx\n:::\t\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n" },
	{ "name with digits", ":::a1-b\nx\n:::\n",
	    "directive a1-b @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:4+4 directive-unknown: `a1-b`\n" },
	{ "name starting with digit", ":::1a\nx\n:::\n",
	    "directive 1a @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:4+2 fence-head: `1a`\n" },
	{ "only colons and text close", "::: x :::\n",
	    "directive x @1:5\n"
	    "! 1:5+1 fence-open: `x`\n"
	    "! 1:5+1 directive-unknown: `x`\n" },
	{ "label then text", ":::note [a] b\nx\n:::\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "  paragraph @2:1\n"
	    "    text \"x\"\n"
	    "! 1:13+1 fence-head: `b`\n" },
};

static const struct reads tables[] = {
	{ "table alignment", "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "    cell @1:1\n"
	    "      text \"c\"\n"
	    "    cell @1:1\n"
	    "      text \"d\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"1\"\n"
	    "    cell @3:1\n"
	    "      text \"2\"\n"
	    "    cell @3:1\n"
	    "      text \"3\"\n"
	    "    cell @3:1\n"
	    "      text \"4\"\n" },
	{ "table too many cells", "| a | b |\n|---|---|\n| c | d | e |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n"
	    "      text \"d\"\n"
	    "! 3:0+0 table-row: 3 cells, but the head has 2\n" },
	{ "too few cells", "| a | b |\n|---|---|\n| c |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n" },
	{ "escaped bars", "| a | b |\n|---|---|\n| `x\\|y` | z\\|w |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      codespan \"x|y\"\n"
	    "    cell @3:1\n"
	    "      text \"z|w\"\n" },
	{ "bar in code not escaped", "| a | b |\n|---|---|\n| `x|y` | z |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"`x\"\n"
	    "    cell @3:1\n"
	    "      text \"y`\"\n"
	    "! 3:0+0 table-row: 3 cells, but the head has 2\n" },
	{ "swallowed text", "| a | b |\n|---|---|\n| c | d |\nthis is swallowed\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n"
	    "      text \"d\"\n"
	    "  row @4:1\n"
	    "    cell @4:1\n"
	    "      text \"this is swallowed\"\n"
	    "    cell @4:1\n"
	    "! 4:0+0 table-row: this line became a row of the table above\n" },
	{ "table without outer bars", "a | b\n--|--\nc | d\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n"
	    "      text \"d\"\n" },
	{ "table without outer bars, too many", "a | b\n--|--\nc | d | e\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n"
	    "      text \"d\"\n"
	    "! 3:0+0 table-row: 3 cells, but the head has 2\n" },
	{ "table with trailing blanks and empty cells", "| a |  |\n|---|---|\n|  | b |  \n| | |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "    cell @3:1\n"
	    "      text \"b\"\n"
	    "  row @4:1\n"
	    "    cell @4:1\n"
	    "    cell @4:1\n" },
	{ "table in list", "- x\n\n  | a | b |\n  |---|---|\n  | c | d | e |\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"x\"\n"
	    "    table @3:3\n"
	    "      row @3:3\n"
	    "        cell @3:3\n"
	    "          text \"a\"\n"
	    "        cell @3:3\n"
	    "          text \"b\"\n"
	    "      row @5:3\n"
	    "        cell @5:3\n"
	    "          text \"c\"\n"
	    "        cell @5:3\n"
	    "          text \"d\"\n"
	    "! 5:0+0 table-row: 3 cells, but the head has 2\n" },
	{ "table in quote", "> | a | b |\n> |---|---|\n> | c | d |\n> swallowed\n",
	    "quote @1:1\n"
	    "  table @1:3\n"
	    "    row @1:3\n"
	    "      cell @1:3\n"
	    "        text \"a\"\n"
	    "      cell @1:3\n"
	    "        text \"b\"\n"
	    "    row @3:3\n"
	    "      cell @3:3\n"
	    "        text \"c\"\n"
	    "      cell @3:3\n"
	    "        text \"d\"\n"
	    "    row @4:3\n"
	    "      cell @4:3\n"
	    "        text \"swallowed\"\n"
	    "      cell @4:3\n"
	    "! 4:0+0 table-row: this line became a row of the table above\n" },
	{ "table straight behind a paragraph", "x\n| a | b |\n|---|---|\n| c | d |\n",
	    "paragraph @1:1\n"
	    "  text \"x\"\n"
	    "table @2:1\n"
	    "  row @2:1\n"
	    "    cell @2:1\n"
	    "      text \"a\"\n"
	    "    cell @2:1\n"
	    "      text \"b\"\n"
	    "  row @4:1\n"
	    "    cell @4:1\n"
	    "      text \"c\"\n"
	    "    cell @4:1\n"
	    "      text \"d\"\n" },
	{ "table inside a directive with lines", ":::table[Cap]{#t}\n| a | b |\n|---|---|\n| c | d |\n:::\n",
	    "directive table #t @1:4\n"
	    "  label\n"
	    "    text \"Cap\"\n"
	    "  table @2:1\n"
	    "    row @2:1\n"
	    "      cell @2:1\n"
	    "        text \"a\"\n"
	    "      cell @2:1\n"
	    "        text \"b\"\n"
	    "    row @4:1\n"
	    "      cell @4:1\n"
	    "        text \"c\"\n"
	    "      cell @4:1\n"
	    "        text \"d\"\n" },
	{ "header mismatch", "| a | b |\n|---|\n| c | d |\n",
	    "paragraph @1:1\n"
	    "  text \"| a | b |\"\n"
	    "  softbreak\n"
	    "  text \"|---|\"\n"
	    "  softbreak\n"
	    "  text \"| c | d |\"\n" },
	{ "table of one column", "| a |\n|---|\n| b |\nc\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"b\"\n"
	    "  row @4:1\n"
	    "    cell @4:1\n"
	    "      text \"c\"\n"
	    "! 4:0+0 table-row: this line became a row of the table above\n" },
	{ "table backslash backslash bar", "| a | b |\n|---|---|\n| x \\\\| y |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"x | y\"\n"
	    "    cell @3:1\n" },
	{ "table with link", "| a |\n|---|\n| [x](a.md) [y](b.md){#k} |\n| [x](a.md) |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      link \"a.md\" @3:7\n"
	    "        text \"x\"\n"
	    "      text \" \"\n"
	    "      link \"b.md\" #k @3:17\n"
	    "        text \"y\"\n"
	    "  row @4:1\n"
	    "    cell @4:1\n"
	    "      link \"a.md\" @4:7\n"
	    "        text \"x\"\n" },
	{ "table row with gaps and escaped bars", "| a |\n|---|\n| [[b\\|c]] and [[d]] |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      gap \"[[b|c]]\"\n"
	    "      text \" and \"\n"
	    "      gap \"[[d]]\"\n" },
	{ "too many cells by a gap", "| a |\n|---|\n| [[b|c]] |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"[[b\"\n"
	    "! 3:0+0 table-row: 2 cells, but the head has 1\n" },
	{ "table followed by fence and heading", "| a |\n|---|\n| b |\n# c\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"b\"\n"
	    "heading 1 anchor  @4:1\n"
	    "  text \"c\"\n" },
	{ "table behind two lines in a list", "- a\n  b {#x}\n  | c | d |\n  |---|---|\n  | e | f | g |\n",
	    "list tight @1:1\n"
	    "  item #x @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "      softbreak\n"
	    "      text \"b\"\n"
	    "    table @3:3\n"
	    "      row @3:3\n"
	    "        cell @3:3\n"
	    "          text \"c\"\n"
	    "        cell @3:3\n"
	    "          text \"d\"\n"
	    "      row @5:3\n"
	    "        cell @5:3\n"
	    "          text \"e\"\n"
	    "        cell @5:3\n"
	    "          text \"f\"\n"
	    "! 5:0+0 table-row: 3 cells, but the head has 2\n" },
	{ "table behind a tick", "- [x] a\n  | c |\n  |---|\n",
	    "list tight @1:1\n"
	    "  item [x] @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    table @2:3\n"
	    "      row @2:3\n"
	    "        cell @2:3\n"
	    "          text \"c\"\n" },
	{ "links in cells, same address twice", "| [a](x.md) | [b](x.md) |\n|---|---|\n| [c](y.md) | x.md |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      link \"x.md\" @1:7\n"
	    "        text \"a\"\n"
	    "    cell @1:1\n"
	    "      link \"x.md\" @1:19\n"
	    "        text \"b\"\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      link \"y.md\" @3:7\n"
	    "        text \"c\"\n"
	    "    cell @3:1\n"
	    "      text \"x.md\"\n" },
};

static const struct reads notes[] = {
	{ "footnotes", "a[^n] b[^n] c[^m]\n\n[^n]: First\n    more\n\n    para\n\n[^m]: *Second*\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "  text \" b\"\n"
	    "  noteref 1\n"
	    "  text \" c\"\n"
	    "  noteref 2\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"First\"\n"
	    "    softbreak\n"
	    "    text \"more\"\n"
	    "  paragraph @6:5\n"
	    "    text \"para\"\n"
	    "footnote 2 @8:7\n"
	    "  paragraph @8:7\n"
	    "    emph\n"
	    "      text \"Second\"\n" },
	{ "footnote unused", "a\n\n[^n]: b\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "! 3:0+0 footnote-unused: `[^n]`\n" },
	{ "footnote missing", "a[^n] b\n",
	    "paragraph @1:1\n"
	    "  text \"a[^n] b\"\n"
	    "! 1:2+4 footnote-missing: `[^n]`\n" },
	{ "footnote missing twice", "a[^n] b[^n]\n",
	    "paragraph @1:1\n"
	    "  text \"a[^n] b[^n]\"\n"
	    "! 1:2+4 footnote-missing: `[^n]`\n"
	    "! 1:8+4 footnote-missing: `[^n]`\n" },
	{ "footnote in heading", "# a[^n]\n\nb[^n]\n\n[^n]: c\n",
	    "heading 1 anchor  @1:1\n"
	    "  text \"a\"\n"
	    "paragraph @3:1\n"
	    "  text \"b\"\n"
	    "  noteref 1\n"
	    "footnote 1 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n"
	    "! 1:0+0 footnote-place: in a heading\n" },
	{ "footnote in label", ":::note[a[^n]]\nb[^n]\n:::\n\n[^n]: c\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "  paragraph @2:1\n"
	    "    text \"b\"\n"
	    "    noteref 1\n"
	    "footnote 1 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n"
	    "! 1:0+0 footnote-place: in a label\n" },
	{ "footnote only in label", ":::note[a[^n]]\nb\n:::\n\n[^n]: c\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a\"\n"
	    "  paragraph @2:1\n"
	    "    text \"b\"\n"
	    "footnote 1 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n"
	    "! 1:0+0 footnote-place: in a label\n" },
	{ "footnote in cell", "| a[^n] |\n|---|\n| b[^n] |\n\n[^n]: c\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "      noteref 1\n"
	    "  row @3:1\n"
	    "    cell @3:1\n"
	    "      text \"b\"\n"
	    "      noteref 1\n"
	    "footnote 1 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n" },
	{ "footnote inside directive", ":::note\na[^n]\n\n[^n]: c\n:::\n\nb[^n]\n",
	    "directive note @1:4\n"
	    "  paragraph @2:1\n"
	    "    text \"a\"\n"
	    "    noteref 1\n"
	    "paragraph @7:1\n"
	    "  text \"b\"\n"
	    "  noteref 1\n"
	    "footnote 1 @4:7\n"
	    "  paragraph @4:7\n"
	    "    text \"c\"\n" },
	{ "footnote defined twice", "a[^n]\n\n[^n]: b\n\n[^n]: c\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n"
	    "! 5:0+0 footnote-unused: `[^n]`\n" },
	{ "footnote case", "a[^N]\n\n[^n]: b\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n" },
	{ "footnote in footnote", "a[^n]\n\n[^n]: b[^m]\n\n[^m]: c\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n"
	    "    noteref 2\n"
	    "footnote 2 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n" },
	{ "footnote cyclic", "a\n\n[^n]: b[^m]\n\n[^m]: c[^n]\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "footnote 1 @5:7\n"
	    "  paragraph @5:7\n"
	    "    text \"c\"\n"
	    "    noteref 2\n"
	    "footnote 2 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n"
	    "    noteref 1\n" },
	{ "footnote with blanks", "a[^n m]\n\n[^n m]: b\n",
	    "paragraph @1:1\n"
	    "  text \"a[^n m]\"\n"
	    "paragraph @3:1\n"
	    "  text \"[^n m]: b\"\n"
	    "! 1:2+6 footnote-missing: `[^n m]`\n"
	    "! 3:1+6 footnote-missing: `[^n m]`\n" },
	{ "what stands in brackets with a caret is kept", "a [^x *y*\nz] b [^ c\nd] e\n",
	    "paragraph @1:1\n"
	    "  text \"a [^x \"\n"
	    "  emph\n"
	    "    text \"y\"\n"
	    "  softbreak\n"
	    "  text \"z] b [^ c\"\n"
	    "  softbreak\n"
	    "  text \"d] e\"\n"
	    "! 1:3+7 footnote-missing: `[^x *y*]`\n" },
	{ "footnote in item and quote", "- a[^n]\n\n  [^n]: b\n\n> c[^m]\n>\n> [^m]: d\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "      noteref 1\n"
	    "quote @5:1\n"
	    "  paragraph @5:3\n"
	    "    text \"c\"\n"
	    "    noteref 2\n"
	    "footnote 1 @3:9\n"
	    "  paragraph @3:9\n"
	    "    text \"b\"\n"
	    "footnote 2 @7:9\n"
	    "  paragraph @7:9\n"
	    "    text \"d\"\n" },
	{ "footnote in code", "`[^n]` and \\[^n]\n",
	    "paragraph @1:1\n"
	    "  codespan \"[^n]\"\n"
	    "  text \" and [^n]\"\n" },
	{ "footnote with a list at the end", "a[^n]{#x}\n\n[^n]: b\n",
	    "paragraph #x @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n" },
	{ "footnote in link text", "[a[^n]](b.md)\n\n[^n]: c\n",
	    "paragraph @1:1\n"
	    "  link \"b.md\" @1:9\n"
	    "    text \"a\"\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"c\"\n"
	    "! 1:0+0 footnote-place: in a link\n" },
	{ "inline note", "a^[note] b\n",
	    "paragraph @1:1\n"
	    "  text \"a^[note] b\"\n" },
	{ "footnote mark in italics, strike and role", "*a[^n]* ~~b[^n]~~ :only[c[^n]]{edition=r}\n\n[^n]: d\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a\"\n"
	    "    noteref 1\n"
	    "  text \" \"\n"
	    "  strike\n"
	    "    text \"b\"\n"
	    "    noteref 1\n"
	    "  text \" \"\n"
	    "  role only edition=\"r\"\n"
	    "    text \"c\"\n"
	    "    noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"d\"\n" },
	{ "footnote with a table", "a[^n]\n\n[^n]: b\n\n    | c |\n    |---|\n    | d |\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"b\"\n"
	    "  table @5:5\n"
	    "    row @5:5\n"
	    "      cell @5:5\n"
	    "        text \"c\"\n"
	    "    row @7:5\n"
	    "      cell @7:5\n"
	    "        text \"d\"\n" },
	{ "link of a footnote's name", "[^n](b.md)\n",
	    "paragraph @1:1\n"
	    "  link \"b.md\" @1:6\n"
	    "    text \"^n\"\n" },
};

static const struct reads dates[] = {
	{ "dates", "2015. gada janvārī\n\n3. februar kom de.\n\n2015\\. gada\n",
	    "list ordered @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:7\n"
	    "      text \"gada janvārī\"\n"
	    "  item @3:1\n"
	    "    paragraph @3:4\n"
	    "      text \"februar kom de.\"\n"
	    "paragraph @5:1\n"
	    "  text \"2015. gada\"\n"
	    "! 1:1+0 list-date: `2015.`\n" },
	{ "date list of two", "2015. a\n2016. b\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:7\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:7\n"
	    "      text \"b\"\n"
	    "! 1:1+0 list-date: `2015.`\n" },
	{ "date after a paragraph", "a\n2015. gada\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  softbreak\n"
	    "  text \"2015. gada\"\n" },
	{ "day of the month", "17. mai er en fredag.\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:5\n"
	    "      text \"mai er en fredag.\"\n"
	    "! 1:1+0 list-date: `17.`\n" },
	{ "day of the month, accent", "5. água\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"água\"\n"
	    "! 1:1+0 list-date: `5.`\n" },
	{ "list that begins late", "3. Go on\n4. and on\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"Go on\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:4\n"
	    "      text \"and on\"\n" },
	{ "one item, upper case", "2. Februar\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"Februar\"\n" },
	{ "no day", "32. a\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:5\n"
	    "      text \"a\"\n" },
	{ "list from one", "1. a\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"a\"\n" },
	{ "a list that goes on", "1. a\n\n```\nb\n```\n\n2. c\n",
	    "list ordered tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"a\"\n"
	    "code \"\" \"b\\n\" @3:1\n"
	    "list ordered tight @7:1\n"
	    "  item @7:1\n"
	    "    paragraph @7:4\n"
	    "      text \"c\"\n" },
};

static void
test_fences(void **state)
{
	(void)state;
	READS_ALL(fences, false);
}

static void
test_tables(void **state)
{
	(void)state;
	READS_ALL(tables, false);
}

static void
test_notes(void **state)
{
	(void)state;
	READS_ALL(notes, false);
}

static void
test_dates(void **state)
{
	(void)state;
	READS_ALL(dates, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fences),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
