/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/lift.h"

#include "reads.h"

static const struct reads rows[] = {
	{ "behind a link", "a [b](c.md){.x k=v} d\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  link \"c.md\" .x k=\"v\" @1:7\n"
	    "    text \"b\"\n"
	    "  text \" d\"\n" },
	{ "behind an image", "![a](b.svg){width=3}\n",
	    "paragraph @1:1\n"
	    "  image \"b.svg\" width=\"3\"\n"
	    "    text \"a\"\n" },
	{ "behind a code span", "a `b`{lang=sv} c\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  codespan \"b\" lang=\"sv\"\n"
	    "  text \" c\"\n" },
	{ "behind a gap", "a [[b]]{weight=2} c\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  gap \"[[b]]\" weight=\"2\"\n"
	    "  text \" c\"\n" },
	{ "span", "a [b *c* `d` [e](f)]{lang=sv} g\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span lang=\"sv\"\n"
	    "    text \"b \"\n"
	    "    emph\n"
	    "      text \"c\"\n"
	    "    text \" \"\n"
	    "    codespan \"d\"\n"
	    "    text \" \"\n"
	    "    link \"f\" @1:18\n"
	    "      text \"e\"\n"
	    "  text \" g\"\n" },
	{ "span at the end of paragraph", "a [b]{lang=sv}\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span lang=\"sv\"\n"
	    "    text \"b\"\n" },
	{ "span then block list", "a [b]{lang=sv} {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a \"\n"
	    "  span lang=\"sv\"\n"
	    "    text \"b\"\n" },
	{ "link at the end takes its own", "a [b](c){#x}\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  link \"c\" #x @1:7\n"
	    "    text \"b\"\n" },
	{ "reference link", "a [b]{#x}\n\n[b]: /url\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  link \"/url\" #x @1:6\n"
	    "    text \"b\"\n" },
	{ "full reference link", "a [b][c]{#x} [c][]{#y}\n\n[c]: /url\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  link \"/url\" #x @1:9\n"
	    "    text \"b\"\n"
	    "  text \" \"\n"
	    "  link \"/url\" #y @1:19\n"
	    "    text \"c\"\n" },
	{ "collapsed in emphasis", "*[b](c){#x}*\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    link \"c\" #x @1:6\n"
	    "      text \"b\"\n" },
	{ "behind emphasis", "*a*{#x} b\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a\"\n"
	    "  text \"{#x} b\"\n"
	    "! 1:4+4 attribute-text: `{#x}`\n" },
	{ "behind emphasis at end", "*a*{#x}\n",
	    "paragraph #x @1:1\n"
	    "  emph\n"
	    "    text \"a\"\n" },
	{ "end of paragraph", "a b {#p .c}\n",
	    "paragraph #p .c @1:1\n"
	    "  text \"a b\"\n" },
	{ "end of paragraph no blank", "a b{#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a b\"\n" },
	{ "end of multi-line paragraph", "a\nb {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "  softbreak\n"
	    "  text \"b\"\n" },
	{ "list over two lines", "a {#p\n.c k=\"v\nw\"}\n",
	    "paragraph #p .c k=\"v w\" @1:1\n"
	    "  text \"a\"\n" },
	{ "list over two lines in a quote", "> a {#p\n> .c}\n",
	    "quote @1:1\n"
	    "  paragraph #p .c @1:3\n"
	    "    text \"a\"\n" },
	{ "in the middle of a paragraph", "a {#p} b\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p} b\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "middle line end", "a {#p}\nb\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p}\"\n"
	    "  softbreak\n"
	    "  text \"b\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "braces that are text", "{year} and {} and { a } {{x}} a{b}\n",
	    "paragraph @1:1\n"
	    "  text \"{year} and {} and { a } {{x}} a{b}\"\n" },
	{ "broken at end", "a {#p word}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "! 1:7+4 attribute-syntax: `word` is no id, class or key=value\n" },
	{ "broken in the middle", "a {#p word} b\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p word} b\"\n" },
	{ "broken behind a link", "[a](b){#x #y} c\n",
	    "paragraph @1:1\n"
	    "  link \"b\" #x @1:5\n"
	    "    text \"a\"\n"
	    "  text \" c\"\n"
	    "! 1:11+2 attribute-syntax: `y` is a second id, after `x`\n" },
	{ "broken unclosed at end", "a {#p\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p\"\n"
	    "! 1:3+1 attribute-syntax: the list is not closed\n" },
	{ "alone on a line", "| a |\n|---|\n\n{#t}\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "paragraph #t @4:1\n"
	    "! 4:1+4 attribute-alone: `{#t}`\n" },
	{ "alone behind a list", "- a\n- b\n\n{#l}\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n"
	    "paragraph #l @4:1\n"
	    "! 4:1+4 attribute-alone: `{#l}`\n" },
	{ "alone in a paragraph end", "a\n{#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "! 2:1+4 attribute-alone: `{#p}`\n" },
	{ "alone as the whole paragraph", "{#p .c}\n",
	    "paragraph #p .c @1:1\n"
	    "! 1:1+7 attribute-alone: `{#p .c}`\n" },
	{ "ATX heading", "# a {#h}\n",
	    "heading 1 anchor  #h @1:1\n"
	    "  text \"a\"\n" },
	{ "ATX closing", "## a {#h} ##\n",
	    "heading 2 anchor  #h @1:1\n"
	    "  text \"a\"\n" },
	{ "ATX closing inside", "## a ## {#h}\n",
	    "heading 2 anchor  #h @1:1\n"
	    "  text \"a\"\n" },
	{ "ATX only", "# {#h}\n", "heading 1 anchor  #h @1:1\n" },
	{ "setext", "a {#h}\n===\n",
	    "heading 1 anchor  #h @1:1\n"
	    "  text \"a\"\n" },
	{ "setext two lines", "a\nb {#h}\n---\n",
	    "heading 2 anchor  #h @1:1\n"
	    "  text \"a\"\n"
	    "  softbreak\n"
	    "  text \"b\"\n" },
	{ "heading with emphasis and span", "# *a* [b]{lang=sv} {#h .c}\n",
	    "heading 1 anchor  #h .c @1:1\n"
	    "  emph\n"
	    "    text \"a\"\n"
	    "  text \" \"\n"
	    "  span lang=\"sv\"\n"
	    "    text \"b\"\n" },
	{ "cells",
	    "| a {#a} | b {.b k=\"x \\| y\"} |\n"
	    "|---|:-:|\n"
	    "| c {#c} | `d`{lang=sv} |\n"
	    "| [e]{lang=sv} {#e} | f{#f} |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell #a @1:1\n"
	    "      text \"a\"\n"
	    "    cell .b k=\"x | y\" @1:1\n"
	    "      text \"b\"\n"
	    "  row @3:1\n"
	    "    cell #c @3:1\n"
	    "      text \"c\"\n"
	    "    cell @3:1\n"
	    "      codespan \"d\" lang=\"sv\"\n"
	    "  row @4:1\n"
	    "    cell #e @4:1\n"
	    "      span lang=\"sv\"\n"
	    "        text \"e\"\n"
	    "    cell #f @4:1\n"
	    "      text \"f\"\n" },
	{ "tight item", "- a {#a}\n- b {#b .c}\n  - c {#c}\n",
	    "list tight @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item #b .c @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n"
	    "    list tight @3:3\n"
	    "      item #c @3:3\n"
	    "        paragraph @3:5\n"
	    "          text \"c\"\n" },
	{ "item with quote", "- a {#a}\n  > q {#q}\n",
	    "list tight @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    quote @2:3\n"
	    "      paragraph #q @2:5\n"
	    "        text \"q\"\n" },
	{ "loose item, first paragraph only", "- a {#a}\n\n  b {#b}\n\n- c {#c}\n",
	    "list @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    paragraph #b @3:3\n"
	    "      text \"b\"\n"
	    "  item #c @5:1\n"
	    "    paragraph @5:3\n"
	    "      text \"c\"\n" },
	{ "numbered item", "1. a {#a}\n2. b {#b}\n",
	    "list ordered tight @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:4\n"
	    "      text \"a\"\n"
	    "  item #b @2:1\n"
	    "    paragraph @2:4\n"
	    "      text \"b\"\n" },
	{ "item of only attributes", "- {#a}\n- b\n",
	    "list tight @1:1\n"
	    "  item #a @1:1\n"
	    "    paragraph @1:3\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n" },
	{ "item whose first is a heading", "- # a {#h}\n- b\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    heading 1 anchor  #h @1:3\n"
	    "      text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n" },
	{ "item whose first is a quote", "- > a {#q}\n- b\n",
	    "list tight @1:1\n"
	    "  item @1:1\n"
	    "    quote @1:3\n"
	    "      paragraph #q @1:5\n"
	    "        text \"a\"\n"
	    "  item @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n" },
	{ "quote's paragraph", "> a {#q}\n",
	    "quote @1:1\n"
	    "  paragraph #q @1:3\n"
	    "    text \"a\"\n" },
	{ "invisible inside", "a {#p\342\200\213 .c}\n",
	    "paragraph #p .c @1:1\n"
	    "  text \"a\"\n"
	    "! 1:6+3 character-invisible: U+200B, a zero-width blank\n" },
	{ "invisible before the brace", "a \342\200\213{#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "! 1:3+3 character-invisible: a zero-width blank in front of a brace\n" },
	{ "nbsp between", "a {#p\302\240.c}\n",
	    "paragraph #p .c @1:1\n"
	    "  text \"a\"\n"
	    "! 1:6+2 character-invisible: U+00A0, a non-breaking blank\n" },
	{ "nbsp in front", "a\302\240{#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "! 1:2+2 character-invisible: a non-breaking blank in front of a brace\n" },
	{ "escaped brace", "a \\{#p}\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p}\"\n" },
	{ "in code", "`{#a}` and ``{#b} ` `` c\n",
	    "paragraph @1:1\n"
	    "  codespan \"{#a}\"\n"
	    "  text \" and \"\n"
	    "  codespan \"{#b} ` \"\n"
	    "  text \" c\"\n" },
	{ "in an autolink and html", "<http://a.b/{#x}> <span title=\"{#y}\">z</span> {#p}\n",
	    "paragraph #p @1:1\n"
	    "  link \"http://a.b/{#x}\" @1:2\n"
	    "    text \"http://a.b/{#x}\"\n"
	    "  text \" \"\n"
	    "  raw \"<span title=\\\"{#y}\\\">\"\n"
	    "  text \"z\"\n"
	    "  raw \"</span>\"\n" },
	{ "in a link destination", "[a](<b {#x}>) c\n",
	    "paragraph @1:1\n"
	    "  link \"b {#x}\" @1:6\n"
	    "    text \"a\"\n"
	    "  text \" c\"\n" },
	{ "two lists", "a {#p} {.c}\n",
	    "paragraph .c @1:1\n"
	    "  text \"a {#p}\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "two lists without blank", "a {#p}{.c}\n",
	    "paragraph .c @1:1\n"
	    "  text \"a {#p}\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "in emphasis end", "*a {#x}*\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a {#x}\"\n"
	    "! 1:4+4 attribute-text: `{#x}`\n" },
	{ "span nested", "[a [b]{lang=sv} c]{lang=nb}\n",
	    "paragraph @1:1\n"
	    "  span lang=\"nb\"\n"
	    "    text \"a \"\n"
	    "    span lang=\"sv\"\n"
	    "      text \"b\"\n"
	    "    text \" c\"\n" },
	{ "link in a span", "[a [b](c){#d} e]{lang=nb}\n",
	    "paragraph @1:1\n"
	    "  span lang=\"nb\"\n"
	    "    text \"a \"\n"
	    "    link \"c\" #d @1:8\n"
	    "      text \"b\"\n"
	    "    text \" e\"\n" },
	{ "span with image", "[![a](b){.c} d]{lang=nb}\n",
	    "paragraph @1:1\n"
	    "  span lang=\"nb\"\n"
	    "    image \"b\" .c\n"
	    "      text \"a\"\n"
	    "    text \" d\"\n" },
	{ "word then list", "word{#p} more\n",
	    "paragraph @1:1\n"
	    "  text \"word{#p} more\"\n"
	    "! 1:5+4 attribute-text: `{#p}`\n" },
	{ "bracket not matched", "a ]{#x} b\n",
	    "paragraph @1:1\n"
	    "  text \"a ]{#x} b\"\n"
	    "! 1:4+4 attribute-text: `{#x}`\n" },
	{ "bracket across emphasis", "*a [b* c]{#x} d\n",
	    "paragraph @1:1\n"
	    "  emph\n"
	    "    text \"a [b\"\n"
	    "  text \" c]{#x} d\"\n"
	    "! 1:10+4 attribute-text: `{#x}`\n" },
	{ "escaped bracket", "a \\[b\\]{#x} c\n",
	    "paragraph @1:1\n"
	    "  text \"a [b]{#x} c\"\n"
	    "! 1:8+4 attribute-text: `{#x}`\n" },
	{ "quotes in values", "a [b]{k=\"it's\" l='say \"x\"' m=\"a\\\"b\"} c\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span k=\"it's\" l=\"say \\\"x\\\"\" m=\"a\\\"b\"\n"
	    "    text \"b\"\n"
	    "  text \" c\"\n" },
	{ "brace in value", "a [b]{k=\"}\"} c\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span k=\"}\"\n"
	    "    text \"b\"\n"
	    "  text \" c\"\n" },
	{ "brace in value at end", "a {k=\"}\"}\n",
	    "paragraph k=\"}\" @1:1\n"
	    "  text \"a\"\n" },
	{ "label with span", ":::note[a [b]{lang=sv}]{#x}\n:::\n",
	    "directive note #x @1:4\n"
	    "  label\n"
	    "    text \"a \"\n"
	    "    span lang=\"sv\"\n"
	    "      text \"b\"\n" },
	{ "label with list inside", ":::note[a {#b}]\n:::\n",
	    "directive note @1:4\n"
	    "  label\n"
	    "    text \"a {#b}\"\n"
	    "! 1:11+4 attribute-text: `{#b}`\n" },
	{ "hard break behind", "a {#p}  \nb\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p}\"\n"
	    "  linebreak\n"
	    "  text \"b\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "trailing blanks", "a {#p}   \n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n" },
	{ "backslash break", "a {#p}\\\nb\n",
	    "paragraph @1:1\n"
	    "  text \"a {#p}\"\n"
	    "  linebreak\n"
	    "  text \"b\"\n"
	    "! 1:3+4 attribute-text: `{#p}`\n" },
	{ "footnote text", "a[^1]\n\n[^1]: b {#n}\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "footnote 1 @3:7\n"
	    "  paragraph #n @3:7\n"
	    "    text \"b\"\n" },
	{ "behind noteref", "a[^1]{#x} b\n\n[^1]: c\n",
	    "paragraph @1:1\n"
	    "  text \"a\"\n"
	    "  noteref 1\n"
	    "  text \"{#x} b\"\n"
	    "footnote 1 @3:7\n"
	    "  paragraph @3:7\n"
	    "    text \"c\"\n"
	    "! 1:6+4 attribute-text: `{#x}`\n" },
	{ "definition of link swallowed", "[a]: /x {#p}\n\n[a]\n",
	    "paragraph #p @1:1\n"
	    "  text \"[a]: /x\"\n"
	    "paragraph @3:1\n"
	    "  text \"[a]\"\n" },
	{ "task item", "- [x] a {#a}\n- [ ] b {#b .fixed}\n",
	    "list tight @1:1\n"
	    "  item [x] #a @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "  item [ ] #b .fixed @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n" },
	{ "in directive body", ":::note\na {#p}\n:::\n",
	    "directive note @1:4\n"
	    "  paragraph #p @2:1\n"
	    "    text \"a\"\n" },
	{ "directly before a fence", "a {#p}\n:::note\nb {#q}\n:::\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "directive note @2:4\n"
	    "  paragraph #q @3:1\n"
	    "    text \"b\"\n" },
	{ "directly before list", "a {#p}\n- b {#q}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "list tight @2:1\n"
	    "  item #q @2:1\n"
	    "    paragraph @2:3\n"
	    "      text \"b\"\n" },
	{ "curly quotes", "a [b]{k=“v”} c\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span\n"
	    "    text \"b\"\n"
	    "  text \" c\"\n"
	    "! 1:9+7 attribute-syntax: curly quotation marks\n" },
	{ "empty braces behind link", "[a](b){} c\n",
	    "paragraph @1:1\n"
	    "  link \"b\" @1:5\n"
	    "    text \"a\"\n"
	    "  text \"{} c\"\n" },
	{ "unicode words", "på [løs]{lang=nb} ære {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"på \"\n"
	    "  span lang=\"nb\"\n"
	    "    text \"løs\"\n"
	    "  text \" ære\"\n" },
	{ "list in an address, a title and a picture's words",
	    "[a](b\\~c) [d](<e {#x}> \"f \\~{#y}\") ![g\\~h](i.svg)\n",
	    "paragraph @1:1\n"
	    "  link \"b~c\" @1:0\n"
	    "    text \"a\"\n"
	    "  text \" \"\n"
	    "  link \"e {#x}\" @1:16\n"
	    "    text \"d\"\n"
	    "  text \" \"\n"
	    "  image \"i.svg\"\n"
	    "    text \"g~h\"\n"
	    "! 1:29+4 attribute-text: `{#y}`\n" },
	{ "role in an address", "[a](<:only[x]>) [b](<c :only[x] d>)\n",
	    "paragraph @1:1\n"
	    "  link \":only[x]\" @1:6\n"
	    "    text \"a\"\n"
	    "  text \" \"\n"
	    "  link \"c :only[x] d\" @1:22\n"
	    "    text \"b\"\n" },
	{ "code hides lists of every kind", "``a ` {#b}`` `[[c]]` `:only[d]{k=v}` `~~e~~`\n",
	    "paragraph @1:1\n"
	    "  codespan \"a ` {#b}\"\n"
	    "  text \" \"\n"
	    "  codespan \"[[c]]\"\n"
	    "  text \" \"\n"
	    "  codespan \":only[d]{k=v}\"\n"
	    "  text \" \"\n"
	    "  codespan \"~~e~~\"\n" },
	{ "backticks that nothing closes", "a ` b [c]{lang=sv} ```` d {#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a ` b \"\n"
	    "  span lang=\"sv\"\n"
	    "    text \"c\"\n"
	    "  text \" ```` d\"\n" },
	{ "list in a tag", "<span a=\"{#x}\">b</span>{#p}\n",
	    "paragraph #p @1:1\n"
	    "  raw \"<span a=\\\"{#x}\\\">\"\n"
	    "  text \"b\"\n"
	    "  raw \"</span>\"\n" },
	{ "braces in quotes at the end", "a {k=\"}\" word}\n",
	    "paragraph k=\"}\" @1:1\n"
	    "  text \"a\"\n"
	    "! 1:10+4 attribute-syntax: `word` is no id, class or key=value\n" },
	{ "unclosed list in prose", "In Jinja one writes {# for a comment\n",
	    "paragraph @1:1\n"
	    "  text \"In Jinja one writes {# for a comment\"\n" },
	{ "unclosed behind a link", "[a](b){#x and so on\n",
	    "paragraph @1:1\n"
	    "  link \"b\" @1:5\n"
	    "    text \"a\"\n"
	    "  text \"{#x and so on\"\n"
	    "! 1:7+1 attribute-syntax: the list is not closed\n" },
	{ "unclosed with words", "a {#b .c k=v\n",
	    "paragraph @1:1\n"
	    "  text \"a {#b .c k=v\"\n"
	    "! 1:3+1 attribute-syntax: the list is not closed\n" },
	{ "list opens inside a list", "a {#b {#c}\n",
	    "paragraph #b @1:1\n"
	    "  text \"a\"\n"
	    "! 1:3+1 attribute-syntax: the list is not closed\n" },
	{ "only blanks behind", "a {#p} \t \n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n" },
	{ "alone but indented in a list", "- a\n\n  {#x}\n",
	    "list @1:1\n"
	    "  item @1:1\n"
	    "    paragraph @1:3\n"
	    "      text \"a\"\n"
	    "    paragraph #x @3:3\n"
	    "! 3:3+4 attribute-alone: `{#x}`\n" },
	{ "alone in a quote", "> a\n>\n> {#x}\n",
	    "quote @1:1\n"
	    "  paragraph @1:3\n"
	    "    text \"a\"\n"
	    "  paragraph #x @3:3\n"
	    "! 3:3+4 attribute-alone: `{#x}`\n" },
	{ "cell with nothing but a list", "| a | {.feedback} |\n|---|---|\n| {#c} | d |\n",
	    "table @1:1\n"
	    "  row @1:1\n"
	    "    cell @1:1\n"
	    "      text \"a\"\n"
	    "    cell .feedback @1:1\n"
	    "  row @3:1\n"
	    "    cell #c @3:1\n"
	    "    cell @3:1\n"
	    "      text \"d\"\n" },
	{ "direction mark behind a link", "[a](b)\342\200\216{#x} c\n",
	    "paragraph @1:1\n"
	    "  link \"b\" #x @1:5\n"
	    "    text \"a\"\n"
	    "  text \" c\"\n"
	    "! 1:7+3 character-invisible: a left-to-right mark in front of a brace\n" },
	{ "two invisible characters", "[a]\302\240\342\200\213{lang=sv} c\n",
	    "paragraph @1:1\n"
	    "  span lang=\"sv\"\n"
	    "    text \"a\"\n"
	    "  text \" c\"\n"
	    "! 1:4+5 character-invisible: a non-breaking blank in front of a brace\n" },
	{ "letters in front are none", "[a]ø{#x} c\n",
	    "paragraph @1:1\n"
	    "  text \"[a]ø{#x} c\"\n"
	    "! 1:6+4 attribute-text: `{#x}`\n" },
	{ "soft hyphen", "a\302\255{#p}\n",
	    "paragraph #p @1:1\n"
	    "  text \"a\"\n"
	    "! 1:2+2 character-invisible: a soft hyphen in front of a brace\n" },
	{ "unclosed code in a bracket", "[a ` b]{lang=sv}\n",
	    "paragraph @1:1\n"
	    "  span lang=\"sv\"\n"
	    "    text \"a ` b\"\n" },
	{ "one mistake in each of two lists", "a [b]{#x #y} c {k}\n",
	    "paragraph @1:1\n"
	    "  text \"a \"\n"
	    "  span #x\n"
	    "    text \"b\"\n"
	    "  text \" c {k}\"\n"
	    "! 1:10+2 attribute-syntax: `y` is a second id, after `x`\n" },
};

/* What lift_marks() makes of ${raw}; NULL where there is nothing to lift. The caller frees it. */
static char *
lifted(const char *raw, bool owns)
{
	struct arena a = ARENA_INIT;
	struct diags d = DIAGS_INIT;
	struct source src = { STR("a.md"), str_of(raw) };
	uint32_t lines[] = { 0, (uint32_t)src.bytes.n };
	struct marks m = { .arena = &a, .src = &src, .diags = &d, .lines = lines, .nlines = 1 };
	struct buf out = BUF_INIT;
	char *text = NULL;

	marks_block(&m, 1, 1);
	if (lift_marks(&m, src.bytes, owns, &out))
		text = strndup(out.p, out.n);
	buf_free(&out);
	VEC_FREE(&m.tokens);
	VEC_FREE(&m.noteuses);
	diags_free(&d);
	arena_free(&a);
	return text;
}

/* Tokens are written here as `<0>`. */
static void
test_tokens(void **state)
{
	static const struct {
		const char *raw, *owned, *label;
	} rows_of_tokens[] = {
		{ "a {#b}", "a <0>", NULL },
		{ "a [b]{k=v} {#c}", "a [b]<0> <1>", "a [b]<0> {#c}" },
		{ "[[a|b]]{#c} d", "<0><1> d", "<0><1> d" },
		{ ":only[a] b", ":only[a]<0> b", ":only[a]<0> b" },
		{ ":only[a :slot[b] c] d", ":only[a :slot[b]<0> c]<1> d", ":only[a :slot[b]<0> c]<1> d" },
		{ ":only[a]{k=v}", ":only[a]<0>", ":only[a]<0>" },
		{ ":slot{k=v} a", ":slot<0> a", ":slot<0> a" },
		{ "a\\~b", "a<0>b", "a<0>b" },
		{ "`\\~`a", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof rows_of_tokens / sizeof *rows_of_tokens; i++) {
		const char *want = i % 2 ? rows_of_tokens[i / 2].label : rows_of_tokens[i / 2].owned;
		char *got = lifted(rows_of_tokens[i / 2].raw, i % 2 == 0);
		char *to = got;

		for (const char *p = got; p && *p; p++)
			if (p[0] == '{' && p[1] == MARKS_BYTE) {
				*to++ = '<';
				*to++ = p[2];
				*to++ = '>';
				p += 3;
			} else {
				*to++ = *p;
			}
		if (to)
			*to = '\0';
		if (want == NULL)
			assert_null(got);
		else if (got == NULL || strcmp(got, want) != 0)
			fail_msg("%s: %s, wanted %s", rows_of_tokens[i / 2].raw, got ? got : "nothing", want);
		free(got);
	}
}

static void
test_nothing_to_lift(void **state)
{
	static const char *const texts[] = { "", "a", "[a](b) *c* `d`", "{", "{}", "}", "\\", "`", "[", "[[", "[[a",
		":", ":a", ":a[", "a {b}", "[^a]", "[^", "<", "<a", "a\\" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_null(lifted(texts[i], true));
}

/* Texts are looked at sixteen bytes at a time: each byte that means something is seen wherever it stands. */
static void
test_anywhere(void **state)
{
	static const char *const texts[] = { "`{#a}`", "\\~", "[a]{#b}", ":only[a]", ":slot{k=v}", "<https://a.b>{#c}",
		"[a](b){#c}" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t before = 0; before < 36; before++) {
			char text[100], *got, *near = lifted(texts[i], false);

			snprintf(text, sizeof text, "%.*s %s and so on, and so on", (int)before,
			    "One two three four five six seven eight nine", texts[i]);
			got = lifted(text, false);
			assert_int_equal(got == NULL, near == NULL);
			if (got)
				assert_ptr_equal(strstr(got, near), got + before + 1);
			free(got);
			free(near);
		}
}

/* How many spans ${markdown} has, and how deep they stand in each other. */
static void
count_spans(struct str markdown, size_t *n, size_t *depth)
{
	struct page p;

	*n = *depth = 0;
	assert_non_null(page_open(&p, markdown));
	for (const struct node *i = p.body.root; i; i = node_next(i, p.body.root)) {
		size_t here = 0;

		for (const struct node *up = i; up; up = up->parent)
			here += up->kind == NODE_SPAN;
		*n += i->kind == NODE_SPAN;
		*depth = here > *depth ? here : *depth;
	}
	page_close(&p);
}

/* What no author writes has an end, and no text is lost. */
static void
test_limits(void **state)
{
	struct buf b = BUF_INIT;
	size_t n, depth;

	(void)state;
	for (int i = 0; i < 500; i++)
		buf_chr(&b, '[');
	buf_chr(&b, 'a');
	for (int i = 0; i < 500; i++)
		BUF_LIT(&b, "]{.x}");
	count_spans(buf_view(&b), &n, &depth);
	assert_int_equal(n, 64);
	assert_int_equal(depth, 64);

	buf_reset(&b);
	BUF_LIT(&b, "[a]{k=\"");
	for (int i = 0; i < 4080; i++)
		buf_chr(&b, 'x');
	BUF_LIT(&b, "\"}");
	count_spans(buf_view(&b), &n, &depth);
	assert_int_equal(n, 1);
	b.n -= 2;
	BUF_LIT(&b, "yyyyyyyyyyyyyyyy\"}");
	count_spans(buf_view(&b), &n, &depth);
	assert_int_equal(n, 0);
	buf_free(&b);
}

static void
test_lists(void **state)
{
	(void)state;
	READS_ALL(rows, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_nothing_to_lift),
		cmocka_unit_test(test_anywhere),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
