-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The template compiler alone: which printing function each place gets, what is refused and where, and
-- that no text at all makes it stumble.

local pieces = dofile("lua/pieces.lua")
local html = loadfile("lua/html.lua")(pieces)
local template = loadfile("lua/template.lua")(pieces, html, dofile("lua/recipe.lua"))

local files = {}
local host = {}
function host.check(code)
	local _, message = load(code, "=x", "t")
	return message
end
function host.exists(name) return files[name] ~= nil end
function host.parent(name)
	if host.busy == name then return nil, { cycle = true } end
	host.busy = name
	local code, info = template.compile(files[name], name, host)
	host.busy = nil
	if not code then return nil, info end
	return info
end

-- -- reporting ------------------------------------------------------------------------------------

local failed = false
local group, wrong = nil, {}

local function finish()
	if not group then return end
	print((#wrong == 0 and "ok " or "not ok ") .. "lua: " .. group)
	for _, text in ipairs(wrong) do print("    " .. text:gsub("\n", "\n    ")) end
	failed = failed or #wrong > 0
	wrong = {}
end

local function test(name)
	finish()
	group = name
end

local function bad(...)
	wrong[#wrong + 1] = table.concat({ ... }, "\n")
end

-- -- running what was compiled --------------------------------------------------------------------

-- Printers that show which of them was called: `[t value]`.
local function printers(out)
	local list = {}
	local function put(text) out[#out + 1] = text end
	list[1] = put
	for i, letter in ipairs { "t", "a", "u", "v", "p", "j", "m" } do
		list[i + 1] = function(text, value)
			put(text)
			put("[" .. letter .. " " .. tostring(value) .. "]")
		end
	end
	list[9] = function(first, ...) -- _e
		if type(first) == "function" then return first, ... end
		return ipairs(first)
	end
	list[10] = function(name, it) put("[include " .. name .. " " .. tostring(it) .. "]") end
	list[11] = function(name, it) put("[cached " .. name .. " " .. tostring(it) .. "]") end
	list[12] = function(name, it, given, own)
		for key, fn in pairs(given) do own[key] = fn end
		put("[extends " .. name .. "]")
		for _, key in ipairs { "a", "b", "c" } do
			if own[key] then
				put(key .. "=")
				own[key]()
			end
		end
	end
	return list
end

local env = { x = "X", y = "Y", t = function(s) return s end, current = nil, pairs = pairs, it = nil, yes = true, no = false,
	list = { 1, 2 }, err = error }

local function output(source)
	local code, err = template.compile(source, "page.html", host)
	if not code then return nil, ("%d:%d: %s"):format(err.line, err.col, err.message) end
	local chunk, message = load(code, "@page.html", "t", env)
	if not chunk then return nil, message .. "\n" .. code end
	local out = {}
	chunk(table.unpack(printers(out)))(nil, {})
	return table.concat(out)
end

local function prints(source, want)
	local got, err = output(source)
	if got ~= want then bad("source: " .. source, "wanted: " .. want, "got:    " .. tostring(got or err)) end
end

local function refuses(source, line, col, part)
	local code, err = template.compile(source, "page.html", host)
	local chunk, message = load(code or "", "@page.html", "t")
	if not chunk then code, err = nil, template.blame(err, message, host) end
	if code then
		bad("source: " .. source, "was not refused")
	elseif err.line ~= line or err.col ~= col or not err.message:find(part, 1, true) then
		bad("source: " .. source, ("wanted: %d:%d: %s"):format(line, col, part),
			("got:    %d:%d: %s"):format(err.line, err.col, err.message))
	end
end

-- -- places ---------------------------------------------------------------------------------------

test "places of text"
prints("a{{ x }}b", "a[t X]b")
prints("<p>{{x}}</p>", "<p>[t X]</p>")
prints("a < b {{ x }} > c", "a < b [t X] > c")
prints("<!-- a --->{{ x }}", "<!-- a --->[t X]")
prints("<!-->{{ x }}", "<!-->[t X]")
prints("<!--->{{ x }}", "<!--->[t X]")
prints("<!-- a --!>{{ x }}", "<!-- a --!>[t X]")
prints("<!doctype html>{{ x }}", "<!doctype html>[t X]")
prints("<?xml a='>'?>{{ x }}", "<?xml a='>'?>[t X]")
prints("</ x>{{ x }}", "</ x>[t X]")
prints("<title>{{ x }}</title>{{ x }}", "<title>[a X]</title>[t X]")
prints("<TITLE>a</b>{{ x }}</TiTlE >{{ x }}", "<TITLE>a</b>[a X]</TiTlE >[t X]")
prints("<textarea rows='3'><p>{{ x }}</textarea><p>{{ x }}", "<textarea rows='3'><p>[a X]</textarea><p>[t X]")
prints("<style>a { b: c }</style>{{ x }}", "<style>a { b: c }</style>[t X]")
prints("<script>if (a < b) c('</p>')</script>{{ x }}", "<script>if (a < b) c('</p>')</script>[t X]")
prints("<script src='a'></script>{{ x }}", "<script src='a'></script>[t X]")

test "places in attributes"
prints("<p class=\"{{ x }}\">", "<p class=\"[a X]\">")
prints("<p class='a {{ x }} b'>{{ x }}", "<p class='a [a X] b'>[t X]")
prints("<p\nclass = \"{{ x }}\" id='{{ y }}'>", "<p\nclass = \"[a X]\" id='[a Y]'>")
prints("<p a b=c d='e'>{{ x }}", "<p a b=c d='e'>[t X]")
prints("<p title='>'>{{ x }}", "<p title='>'>[t X]")
prints("<p title=\"<b {{ x }}\">{{ x }}", "<p title=\"<b [a X]\">[t X]")
prints("<br/>{{ x }}<br / >{{ x }}", "<br/>[t X]<br / >[t X]")
prints("<a href='{{ x }}'>", "<a href='[u X]'>")
prints("<a HREF='{{ x }}'>", "<a HREF='[u X]'>")
prints("<a href='{{ x }}{{ y }}'>", "<a href='[u X][v Y]'>")
prints("<a href='{{ x }}/{{ y }}'>", "<a href='[u X]/[p Y]'>")
prints("<a href='a{{ y }}'>", "<a href='a[v Y]'>")
prints("<a href='#{{ y }}'>", "<a href='#[p Y]'>")
prints("<a href='https://a/{{ y }}'>", "<a href='https://a/[p Y]'>")
prints("<a href='mailto:{{ y }}'>", "<a href='mailto:[p Y]'>")
prints("<img src=\"{{ x }}\" alt=\"{{ x }}\">", "<img src=\"[u X]\" alt=\"[a X]\">")
prints("<use xlink:href='{{ x }}'/>", "<use xlink:href='[u X]'/>")
prints("<a href='{% if yes %}#{% end %}{{ x }}'>", "<a href='#[v X]'>")
prints("<a href='{% if yes %}{{ x }}{% else %}{{ y }}{% end %}'>", "<a href='[u X]'>")
prints("<a href='{% for i in list %}{{ i }}{% end %}'>", "<a href='[v 1][v 2]'>")
prints("<a href='b/{% for i in list %}{{ i }}{% end %}'>", "<a href='b/[p 1][p 2]'>")

test "places in scripts"
prints("<script type='application/json'>{{ x }}</script>{{ x }}", "<script type='application/json'>[j X]</script>[t X]")
prints("<script id='a' type=application/json>{ \"a\": {{ x }} }</script>", "<script id='a' type=application/json>{ \"a\": [j X] }</script>")
prints("<script type=' Application/LD+JSON '>{{ x }}</script>", "<script type=' Application/LD+JSON '>[j X]</script>")
prints("<script type='application/json'>{\"a\\\"\": {{ x }}}</script>", "<script type='application/json'>{\"a\\\"\": [j X]}</script>")
refuses("<script type='text/javascript' type='application/json'>{{ x }}</script>", 1, 56, "the body of `script`")
refuses("<script data-type='application/json'>{{ x }}</script>", 1, 38, "the body of `script`")
refuses("<script{% if yes %} type='application/json'{% end %}>{{ x }}</script>", 1, 44, "of another kind")
refuses("<script type='application/{% if yes %}json{% end %}'>{{ x }}</script>", 1, 54, "the body of `script`")
refuses("<script type='application/json'>\"{{ x }}\"</script>", 1, 34, "quotation marks")
refuses("<script>a<!-- <script></script>{{ x }}", 1, 10, "`<!--`")
refuses("<svg><script/>{{ x }}", 1, 13, "cannot be closed by `/>`")
refuses("<svg><title/><a href='{{ x }}'>", 1, 12, "cannot be closed by `/>`")

test "places where nothing may be printed"
refuses("<p class={{ x }}>", 1, 10, "without quotation marks")
refuses("<p class= {{ x }}>", 1, 11, "without quotation marks")
refuses("<p class=a{{ x }}>", 1, 11, "without quotation marks")
refuses("<{{ x }}>", 1, 2, "right behind `<`")
refuses("</{{ x }}>", 1, 1, "in two")
refuses("<!{{ x }}>", 1, 1, "in two")
refuses("<p{{ x }}>", 1, 3, "a tag name")
refuses("</p{{ x }}>", 1, 4, "a tag name")
refuses("<p {{ x }}>", 1, 4, "in a tag")
refuses("<p a='b'{{ x }}>", 1, 9, "in a tag")
refuses("<p a{{ x }}>", 1, 5, "an attribute name")
refuses("<p a='b' {{ x }}='c'>", 1, 10, "in a tag")
for _, name in ipairs { "onclick", "ONLOAD", "onwhatever", "style", "srcset", "srcdoc", "imagesrcset" } do
	refuses("<p " .. name .. "='{{ x }}'>", 1, 6 + #name, "cannot be printed")
end
for _, name in ipairs { "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext" } do
	refuses("<" .. name .. ">{{ x }}", 1, 3 + #name, "the body of `" .. name .. "`")
end
refuses("<plaintext></plaintext>{{ x }}", 1, 24, "the body of `plaintext`")
refuses("<animate to='{{ x }}'>", 1, 14, "SVG animation")
refuses("<!-- {{ x }} -->", 1, 6, "a comment")
refuses("<!-- --{# #}>{{ x }}", 1, 8, "in two")
refuses("<title></ti{# #}tle>{{ x }}", 1, 12, "in two")
refuses("<{# #}p>", 1, 2, "right behind `<`")
refuses("<!-{# #}- {{ x }} -->", 1, 1, "in two")
refuses("<![CDATA[ {{ x }} ]]>", 1, 1, "CDATA")
refuses("<a href='javascript:{{ x }}'>", 1, 21, "`javascript:`")
refuses("<a href='JAVA{% if yes %}{% end %}script:{{ x }}'>", 1, 42, "`javascript:`")
refuses("<a href='{{ x }}:{{ y }}'>", 1, 17, "any scheme")

-- -- statements -----------------------------------------------------------------------------------

test "statements"
prints("{% if yes %}a{% elseif no %}b{% else %}c{% end %}", "a")
prints("{% if no %}a{% elseif no %}b{% else %}c{% end %}", "c")
prints("{% if no %}a{% end %}b", "b")
prints("{% for i in list %}{{ i }};{% end %}", "[t 1];[t 2];")
prints("{% for i, v in { 'a', 'b' } %}{{ i }}{{ v }}{% end %}", "[t 1][t a][t 2][t b]")
prints("{% for k, v in pairs { a = 1 } %}{{ k }}{{ v }}{% end %}", "[t a][t 1]")
prints("{% set n = 1 %}{% for i in list %}{% set n = n + i %}{% end %}{{ n }}", "[t 4]")
prints("{% if yes %}{% set n = 1 %}{{ n }}{% end %}{{ n == nil }}", "[t 1][t true]")
prints("{% set a = 1 %}{% set a = a + 1 %}{{ a }}", "[t 2]")
prints("{% set a = { 1, 2 } %}{{ a[2] }}{{ #a }}", "[t 2][t 2]")
prints("{{ t('}}') }}{{ t([[%}]]) }}{{ t { a = { b = 1 } } ~= nil }}", "[t }}][t %}][t true]")
prints("{{ (yes and\n  'a') }}\n{{ x }}", "[t a]\n[t X]")
prints("{% raw %}{{ a }}{# b #}{% endraw %}{{ x }}", "{{ a }}{# b #}[t X]")
prints("{%raw%}<p {%endraw%}>{{ x }}", "<p >[t X]")
prints("{ { } } {a} }} %}", "{ { } } {a} }} %}")
files["nav.html"] = ""
prints("{% include 'nav.html' %}{% include \"nav.html\" with x %}{% cached 'nav.html' with y %}",
	"[include nav.html nil][include nav.html X][cached nav.html Y]")
prints("<a href='u'{{ current(x) }}>", "<a href='u'[m X]>")
prints("<a{{ current(x) }} href='u'>", "<a[m X] href='u'>")
prints("<a href='u' {{ current(x) }}><b a{{ current (y) }}>", "<a href='u' [m X]><b a[m Y]>")
refuses("</a{{ current(x) }}>", 1, 4, "a tag name")
refuses("<a b={{ current(x) }}>", 1, 6, "without quotation marks")

test "attributes that hang on a condition"
prints("<p{% if yes %} a='b'{% end %} c>", "<p a='b' c>")
prints("<p {% if yes %}a='{{ x }}'{% end %}>", "<p a='[a X]'>")
prints("<p {% if no %}a{% end %} b{% for i in list %} c='{{ i }}'{% end %}>", "<p  b c='[a 1]' c='[a 2]'>")
prints("<p class='a{% if yes %} b{{ x }}{% end %}'>", "<p class='a b[a X]'>")
refuses("<p{% if yes %}a{% end %}>", 1, 15, "a blank is missing")
refuses("<p{% if yes %} a{% end %}b>", 1, 26, "a blank is missing")
refuses("<p a='b'c>", 1, 9, "a blank is missing")
refuses("{% if yes %}<p>{% else %}<p {% end %}>", 1, 29, "begins in text but ends in a tag")
refuses("{% if yes %}<p a='{% else %}<p b='{% end %}'>", 1, 19, "begins in text but ends in an attribute value")
refuses("<p a='{% if yes %}' b='{% end %}'>", 1, 24, "of another kind")
refuses("{% for i in list %}<!-- a{% end %}", 1, 26, "ends in a comment")

test "blocks"
files["layout.html"] = "<title>{% block a %}A{% end %}</title><p class='{% block b %}{% end %}'>{% block c %}C{{ x }}{% end %}"
prints("{% block a %}A{{ x }}{% end %}.", "A[t X].")
prints("{% extends 'layout.html' %}", "[extends layout.html]")
prints("{# c #}\n{% extends 'layout.html' %}\n{% set z = 'Z' %}\n{% block c %}{{ z }}{% end %}\n{% block a %}{{ x }}{% end %}\n{% block b %}{{ x }}{% end %}\n",
	"[extends layout.html]a=[a X]b=[a X]c=[t Z]")
refuses("{% extends 'layout.html' %}{% block a %}</title>{% end %}", 1, 49, "begins in the text of a `title`")
refuses("{% extends 'layout.html' %}{% block b %}'>{% end %}", 1, 43, "begins in an attribute value")
refuses("{% extends 'layout.html' %}{% block d %}{% end %}", 1, 37, "has no block `d`")
refuses("{% extends 'layout.html' %} text", 1, 29, "outside of the blocks")
refuses("{% extends 'layout.html' %}{{ x }}", 1, 28, "outside of its blocks")
refuses("{% extends 'layout.html' %}{% if x %}{% end %}", 1, 28, "outside of its blocks")
refuses("a{% extends 'layout.html' %}", 1, 2, "must come first")
refuses("{% set a = 1 %}{% extends 'layout.html' %}", 1, 16, "must come first")
refuses("{% extends 'layout.html' %}{% extends 'layout.html' %}", 1, 28, "only one")
refuses("{% extends 'no.html' %}", 1, 13, "there is no template `no.html`")
files["loop.html"] = "{% extends 'loop.html' %}"
refuses("{% extends 'loop.html' %}", 1, 12, "extends itself")
refuses("{% block a %}{% end %}{% block a %}{% end %}", 1, 32, "already")
refuses("{% block a-b %}{% end %}", 1, 4, "`block name`")

-- -- white space ----------------------------------------------------------------------------------

test "lines that disappear"
prints("a\n{# c #}\nb\n", "a\nb\n")
prints("{# c #}\nb", "b")
prints("a\n{# c #}", "a\n")
prints("a\n  {% if yes %}  \n  b\n  {% end %}\t\nc", "a\n  b\nc")
prints("a\r\n{% if yes %}\r\nb\r\n{% end %}\r\nc", "a\r\nb\r\nc")
prints("a\n{% if yes %}{% if yes %} {# c #}\nb\n{% end %}{% end %}\nc", "a\nb\nc")
prints("a {% if yes %}\nb {% end %}\nc", "a \nb \nc")
prints("a\n{% if yes %} b\n{% end %}c\n", "a\n b\nc\n")
prints("a\n{{ x }}\nb", "a\n[t X]\nb")
prints("a\n{% if yes %}{{ x }}{% end %}\nb", "a\n[t X]\nb")
prints("a\n{# c\nd #}\nb", "a\nb")
prints("{% raw %}\n a\n{% endraw %}\nb", " a\nb")
prints("\n\n{# c #}\n\nb", "\n\n\nb")
prints("{% if yes %}\n\n{% end %}\n", "\n")

-- -- errors ---------------------------------------------------------------------------------------

test "mistakes in expressions"
refuses("a\nb {{ x + }}", 2, 6, "not Lua")
refuses("{{ x y }}", 1, 6, "not Lua")
refuses("{{ x\ny }}", 2, 1, "not Lua")
refuses("{{ x) y(z }}", 1, 7, "not Lua")
refuses("{{ x, y }}", 1, 5, "not Lua")
refuses("{{ x.end }}", 1, 6, "not Lua")
refuses("{{ end }}", 1, 4, "not Lua")
refuses("{{ (x }}", 1, 4, "not Lua")
refuses("{{ x }) }}", 1, 6, "closes nothing")
refuses("{{ ... }}", 1, 4, "not Lua")
refuses("{{ x = 1 }}", 1, 6, "not Lua")
refuses("{{ 'a\nb' }}", 1, 4, "not closed")
refuses("{{ [[a }}", 1, 4, "not closed")
refuses("{{ x", 1, 1, "not closed")
refuses("{{ { x }}", 1, 9, "closes nothing")
refuses("{% if { x %}", 1, 1, "not closed")
refuses("{{ x -- y }}", 1, 6, "comment")
refuses("{{ _w }}{{ x }}", 1, 4, "reserved")
refuses("{{ x._y }}", 1, 6, "reserved")
prints("{{ '_w' }}{{ t(\"a _b\") }}", "[t _w][t a _b]")
refuses("{{ }}", 1, 3, "missing")
refuses("{% if %}{% end %}", 1, 6, "missing")
refuses("{% if x then y = 1 else %}{% end %}", 1, 9, "not Lua")
refuses("{% if x then y = 1 elseif z %}{% end %}", 1, 9, "not Lua")
refuses("{% set a = 1 b = 2 %}", 1, 14, "not Lua")
refuses("{% for a in list do x = 1 %}{% end %}", 1, 18, "not Lua")
refuses("{# a", 1, 1, "not closed")
refuses("{% raw %} {% end raw %}", 1, 1, "not closed")

test "mistakes in statements"
refuses("{% fro x in y %}", 1, 4, "no statement `fro`")
refuses("{% %}", 1, 3, "missing")
refuses("{% end %}", 1, 1, "closes nothing")
refuses("{% else %}", 1, 1, "without an `if`")
refuses("{% for i in list %}{% else %}{% end %}", 1, 20, "without an `if`")
refuses("{% if x %}{% else %}{% else %}{% end %}", 1, 21, "behind the `else`")
refuses("{% if x %}{% else %}{% elseif y %}{% end %}", 1, 21, "behind the `else`")
refuses("{% if x %}\n{% for i in list %}\n", 2, 1, "`for` is not closed")
refuses("{% else if x %}", 1, 4, "elseif")
refuses("{% end if %}", 1, 8, "nothing may follow")
refuses("{% for x y %}{% end %}", 1, 4, "a loop is written")
refuses("{% for a, b, c in d %}{% end %}", 1, 8, "one or two names")
refuses("{% for end in d %}{% end %}", 1, 8, "Lua's own")
refuses("{% set 1 = 2 %}", 1, 8, "not a name")
refuses("{% set it = 2 %}", 1, 8, "cannot be set")
refuses("{% set a.b = 2 %}", 1, 4, "`set name = expression`")
refuses("{% include nav %}", 1, 12, "in quotation marks")
refuses("{% include 'nav.html' x %}", 1, 23, "`with expression`")
refuses("{% cached 'nav.html' %}", 1, 1, "needs `with")
refuses("<p {% include 'nav.html' %}>", 1, 4, "only stand in text")
refuses("<script>{% include 'nav.html' %}</script>", 1, 9, "only stand in text")
refuses("{% include 'non.html' %}", 1, 13, "there is no template")
refuses("{% endraw %}", 1, 1, "without `raw`")
refuses("<p", 1, 2, "ends in a tag")
refuses("<p a='\n", 1, 7, "ends in an attribute value")
refuses("<script>a", 1, 9, "ends in a script")
refuses("<p a=>", 1, 6, "lacks its value")
refuses("<p 'a'>", 1, 4, "cannot stand here")

-- -- lines ----------------------------------------------------------------------------------------

test "lines of the chunk are lines of the template"
do
	local source = "a\n{# \n #}\n{{ x }}\n{% if yes and\n yes %}\n<p class=\"{{ x\n }}\">\n{% end %}\n{% set z = 1 %}\n\n"
	for line = 12, 15 do
		local code = template.compile(source .. ("\n"):rep(line - 12) .. "{{ err('here') }}", "page.html", host)
		local chunk = assert(load(code, "@page.html", "t", env))
		local ok, message = pcall(chunk(table.unpack(printers {})), nil, {})
		if ok or message ~= "page.html:" .. line .. ": here" then bad("line " .. line, tostring(message)) end
	end
end

-- -- any text -------------------------------------------------------------------------------------

-- The compiler answers, with a place in the file, whatever it is given.
local function survives(source)
	local ok, code, err = pcall(template.compile, source, "page.html", host)
	if not ok then
		bad("source: " .. source, "raised: " .. tostring(code))
	elseif code then
		local chunk, message = load(code, "@page.html", "t")
		if not chunk then
			local blamed = template.blame(err, message, host)
			if type(blamed) ~= "table" or not blamed.line then bad("source: " .. source, "is blamed on nothing: " .. message) end
		end
	elseif type(err.line) ~= "number" or err.line < 1 or err.col < 1 or err.len < 0 or not err.message then
		bad("source: " .. source, "has no place")
	end
end

local seeds = {
	"<!doctype html>\n<title>{% block a %}{{ x }}{% end %}</title>\n<a href=\"{{ x }}\"{{ current(x) }} b='c' d=e>{{ t(\"a\", { b = 'c' }) }}</a>\n",
	"{% if x %}\n<p{% if y %} class=\"{{ y }}\"{% end %}>\n{% elseif z[1] == [[a]] %}{% else %}\n{% end %}<!-- a --><script type=\"application/json\">{\"a\": {{ x }}}</script>",
	"{% extends 'layout.html' %}\n{% block a %}{% raw %}{{{% endraw %}{% end %}\n{% set q = { 1, { 2 } } %}{% for i, j in pairs(q) %}{# c #}{% end %}",
	"<style>a{}</style><textarea>{{ x }}</textarea><svg><a xlink:href='#{{ x }}'/></svg>{% include 'nav.html' with { a = x } %}{% cached 'nav.html' with y %}",
}

test "every beginning of a template"
for _, seed in ipairs(seeds) do
	for n = 0, #seed do survives(seed:sub(1, n)) end
end

test "templates with pieces moved about"
do
	local state = 1
	local function random(n)
		state = (state * 1103515245 + 12345) % 2147483648
		return state // 65536 % n + 1
	end
	local bits = { "{{", "}}", "{%", "%}", "{#", "#}", "<", ">", "\"", "'", "--", "[[", "]]", "end", " ", "\n", "\0", "\255", "=", "/", "_x", "(" }
	for _ = 1, 4000 do
		local seed = seeds[random(#seeds)]
		for _ = 1, random(3) do
			local a, b = random(#seed + 1), random(#seed + 1)
			local what = random(4)
			if what == 1 then seed = seed:sub(1, a - 1) .. seed:sub(a + random(5)) end
			if what == 2 then seed = seed:sub(1, a - 1) .. bits[random(#bits)] .. seed:sub(a) end
			if what == 3 then seed = seed:sub(1, a - 1) .. seed:sub(b) end
			if what == 4 then seed = seed:sub(1, a) .. seeds[random(#seeds)]:sub(b) end
		end
		survives(seed)
	end
end

test "what is made of plain parts has a recipe"
do
	local function made(source)
		local code, info = template.compile(source, "x.html", host)
		if not code then bad(source, info.message) end
		return code and info.recipe
	end
	files["base.html"] = "{% block a %}{% end %}"
	for _, source in ipairs { "", "a", "{{ page.title }}", "{% extends 'base.html' %}{% block a %}x{% end %}",
		"{% if not (it.a == 'x' and #it.b > 1) %}{% end %}",
		"{% for i, x in it.list %}{{ i }}{{ x.y[1] }}{% end %}", "{{ t(it.k or \"m\", { count = it.n, }) }}" } do
		if not made(source) then bad(source, "has no recipe") end
	end
	for _, source in ipairs { "{{ a .. b }}", "{{ f(x) }}", "{{ 1.5 }}", "{{ 1 + 1 }}", "{{ x:y() }}", "{{ t 'x' }}", "{{ 'a\\n' }}",
		"{{ #{ 1 } }}", "{% set f = function() end %}", "{{ string.find(a, b) }}",
		"<script type=\"application/json\">{{ 1 }}</script>", "{{ (function() return 1 end)() }}", "{{ a == b == c }}" } do
		if made(source) then bad(source, "has a recipe") end
	end
	if made("{{ a }}" .. ("x"):rep(100000)) then bad("a long text is kept twice") end
end

-- -- the default theme ----------------------------------------------------------------------------

test "the default theme compiles"
do
	local list = io.popen("find themes/default -name '*.html' | LC_ALL=C sort")
	for path in list:lines() do
		local f = assert(io.open(path))
		files[path:sub(#"themes/default/" + 1)] = f:read("a")
		f:close()
	end
	list:close()
	for name, source in pairs(files) do
		if name ~= "loop.html" then
			local code, err = template.compile(source, name, host)
			if not code then bad(("%s:%d:%d: %s"):format(name, err.line, err.col, err.message)) end
		end
	end
end

finish()
os.exit(not failed)
