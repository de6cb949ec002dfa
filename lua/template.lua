-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The template compiler: template text in, Lua text out. docs/templates.md is the guide to the language.
--
--	local code, info = template.compile(source, "page.html", host)
--	if not code then  -- info is an error: { line, col, len, message, word, names, missing }
--
-- Three steps: split() cuts the text into literal text, `{{ }}`, `{% %}` and `{# #}`; tidy() drops the
-- lines that hold only statements; the emitter walks the pieces with a stack of open statements, and sends
-- literal text through the HTML machine, which knows at each `{{ }}` what the browser will take it for.
--
-- The chunk made is `local _t, … = ... return function(it, _b) … end`, and its line k belongs to line k
-- of the template, so that Lua's own error positions are right. Names with a leading `_` are ours.
--
-- Runs in the sandbox as well as in a plain lua5.4, hence no metatables, no load: the host has
--	host.check(code)     the message of Lua's parser, or nil
--	host.exists(name)    whether there is such a template (may be missing)
--	host.parent(name)    the info of the template that is extended, or nil and an error

local find, sub, match, lower, byte = string.find, string.sub, string.match, string.lower, string.byte
local concat = table.concat

-- -- errors --------------------------------------------------------------------------------------

local function place(t, at)
	local starts = t.starts
	local lo, hi = 1, #starts
	while lo < hi do
		local mid = (lo + hi + 1) // 2
		if starts[mid] <= at then lo = mid else hi = mid - 1 end
	end
	return lo, at - starts[lo] + 1
end

local function fail(t, at, len, message, more)
	local line, col = place(t, at)
	local err = more or {}
	local rest = (find(t.src, "\n", at, true) or #t.src + 1) - at
	err.line, err.col, err.len, err.message = line, col, math.min(len or 0, rest), message
	error(err, 0)
end

-- -- splitting -----------------------------------------------------------------------------------

local function skip_string(t, at)
	local src, quote = t.src, sub(t.src, at, at)
	local p = at + 1
	while true do
		p = find(src, "[\\\n" .. quote .. "]", p)
		local c = p and sub(src, p, p)
		if not p or c == "\n" then fail(t, at, 1, "this text is not closed") end
		if c == quote then return p + 1 end
		p = p + 2
	end
end

local function skip_bracket(t, at)
	local level = match(t.src, "^%[(=*)%[", at)
	if not level then return at + 1 end
	local _, last = find(t.src, "]" .. level .. "]", at, true)
	if not last then fail(t, at, 2 + #level, "this text is not closed") end
	return last + 1
end

-- Names with a leading `_` are the chunk's own. Only code that seems to have one is looked at word by word.
local function reserved(t, from, last)
	local src, p = t.src, from
	while true do
		p = find(src, "[%w_\"'%[]", p)
		if not p or p > last then return end
		local c = sub(src, p, p)
		if c == '"' or c == "'" then
			p = skip_string(t, p)
		elseif c == "[" then
			p = skip_bracket(t, p)
		else
			local word = match(src, "^[%w_]+", p)
			if byte(word) == 95 and word ~= "_" then
				fail(t, p, #word, "`" .. word .. "`: names that begin with `_` are reserved")
			end
			p = p + #word
		end
	end
end

-- The place of the `}}` or `%}` that ends the code at ${from}, behind strings and braces of Lua's own.
local function code_end(t, open, from, close)
	local src, depth, p = t.src, 0, from
	while true do
		p = find(src, "[\"'%[{}%%%-]", p)
		if not p then fail(t, open, 2, "`" .. sub(src, open, open + 1) .. "` is not closed by `" .. close .. "`") end
		local c, after = byte(src, p, p + 1)
		if c == 125 then -- }
			if depth == 0 then
				if close == "}}" and after == 125 then return p end
				fail(t, p, 1, "this brace closes nothing; the code that begins here ends with `" .. close .. "`")
			end
			depth, p = depth - 1, p + 1
		elseif c == 37 then -- %
			if close == "%}" and after == 125 then
				if depth > 0 then fail(t, open, 2, "a brace `{` is not closed in here") end
				return p
			end
			p = p + 1
		elseif c == 34 or c == 39 then -- " '
			p = skip_string(t, p)
		elseif c == 91 then -- [
			p = skip_bracket(t, p)
		elseif c == 123 then -- {
			depth, p = depth + 1, p + 1
		else
			if after == 45 then fail(t, p, 2, "a comment is written `{# … #}`") end
			p = p + 1
		end
	end
end

local function push(list, item)
	list[#list + 1] = item
end

local function push_piece(list, piece)
	piece.index = #list + 1
	list[piece.index] = piece
end

local function split_raw(t, pieces, open, from)
	local a, b = find(t.src, "{%%%s*endraw%s*%%}", from)
	if not a then fail(t, open, 2, "`{% raw %}` is not closed by `{% endraw %}`") end
	push_piece(pieces, { kind = "none", at = open })
	push_piece(pieces, { kind = "text", at = from, text = sub(t.src, from, a - 1) })
	push_piece(pieces, { kind = "none", at = a })
	return b + 1
end

-- Code between blanks: its text and where it begins.
local function trimmed(src, from, to)
	local a = find(src, "%S", from) or to + 1
	if a > to then return "", from end
	while find(src, "^%s", to) do to = to - 1 end
	return sub(src, a, to), a
end

local function split(t)
	local src, pieces, p = t.src, {}, 1
	while true do
		local open = find(src, "{[{%%#]", p)
		if (open or #src + 1) > p then push_piece(pieces, { kind = "text", at = p, text = sub(src, p, (open or 0) - 1) }) end
		if not open then return pieces end
		local c = sub(src, open + 1, open + 1)
		if c == "#" then
			local _, last = find(src, "#}", open + 2, true)
			if not last then fail(t, open, 2, "`{#` is not closed by `#}`") end
			push_piece(pieces, { kind = "none", at = open })
			p = last + 1
		else
			local close = c == "{" and "}}" or "%}"
			local last = code_end(t, open, open + 2, close)
			local body, at = trimmed(src, open + 2, last - 1)
			if find(body, "%f[%w_]_[%w_]") then reserved(t, at, last - 1) end
			if c == "%" and body == "raw" then
				p = split_raw(t, pieces, open, last + 2)
			else
				push_piece(pieces, { kind = c == "{" and "value" or "statement", at = open, len = last + 2 - open, body = body,
					from = at })
				p = last + 2
			end
		end
	end
end

-- The blanks in front of ${at}: where they begin, if a line does.
local function line_begin(src, at)
	local p = at - 1
	local c = byte(src, p)
	while c == 32 or c == 9 do
		p = p - 1
		c = byte(src, p)
	end
	return (p == 0 or c == 10) and p + 1
end

-- A line that holds only statements and comments disappears with its line end.
local function tidy(t, pieces)
	local src, n, i = t.src, #pieces, 1
	while i <= n do
		local piece = pieces[i]
		local from = piece.kind ~= "text" and piece.kind ~= "value" and line_begin(src, piece.at)
		i = i + 1
		if from then
			while i <= n and (pieces[i].kind == "statement" or pieces[i].kind == "none"
				or pieces[i].kind == "text" and find(pieces[i].text, "^[ \t]*$")) do
				i = i + 1
			end
			local after = pieces[i]
			local cut = not after and 0 or after.kind == "text" and select(2, find(after.text, "^[ \t]*\r?\n"))
			if cut then
				local before = pieces[piece.index - 1]
				if before and before.kind == "text" then before.text = sub(before.text, 1, -1 - (piece.at - from)) end
				for k = piece.index, i - 1 do pieces[k].text = pieces[k].text and "" end
				if after then after.text, after.at = sub(after.text, cut + 1), after.at + cut end
			end
		end
	end
end

-- -- the HTML machine ----------------------------------------------------------------------------
--
-- A context is a table: k says the kind, the rest what is known of it.
--	text; open (behind `<`); name (in or right behind a tag name); gap (in a tag, where a blank, `/` or `>`
--	must come); tag (in a tag, where an attribute may begin); attr (in an attribute name); equals (behind `=`);
--	bare (an unquoted value); value (quoted; q the quote, url the phase of a URL: 0 at its start, 1 in what may
--	still be a scheme, 2 behind that); comment; bogus (`<!…>`, `<?…>`); rcdata; raw; json (quoted: in a string)

local URL = {}
for name in string.gmatch("action archive background cite classid codebase data formaction href icon longdesc manifest "
	.. "ping poster profile src usemap", "%S+") do
	URL[name] = true
end

local REFUSED = { style = "a `style` attribute", srcdoc = "a `srcdoc` attribute", srcset = "a `srcset` attribute",
	imagesrcset = "an `imagesrcset` attribute" }
local ANIMATION = { animate = true, animatemotion = true, animatetransform = true, set = true }
local RCDATA = { title = true, textarea = true }
local RAW = { script = true, style = true, xmp = true, iframe = true, noembed = true, noframes = true, plaintext = true }
local JSON = { ["application/json"] = true, ["application/ld+json"] = true }
local SCHEMES = { http = true, https = true, mailto = true, tel = true, sms = true }

local step = {}

function step.text(t, c, s, p)
	local a = find(s, "<", p, true)
	if not a then return #s + 1 end
	local last = select(2, find(s, "^/%a[%w%-]*>", a + 1)) -- most end tags, at once
	if last then return last + 1 end
	c.k = "open"
	return a + 1
end

function step.open(t, c, s, p, at)
	local name = match(s, "^/?%a[^%s/>]*", p)
	if name then
		c.closing = sub(name, 1, 1) == "/"
		c.el = lower(c.closing and sub(name, 2) or name)
		c.k, c.kind, c.typed = "name", false, false
		return p + #name
	end
	local two = sub(s, p, p + 2)
	if two == "!--" then
		c.k = "comment"
		local _, last = find(s, "^%-?>", p + 3) -- an empty comment, closed at once
		if last then c.k = "text" end
		return last and last + 1 or p + 3
	end
	if lower(sub(s, p, p + 7)) == "![cdata[" then fail(t, at(p - 1), 9, "CDATA cannot stand here") end
	if find(s, "^[!?/]", p) then
		if p == #s or sub(s, p) == "!-" then fail(t, at(p - 1), 2, "a tag is cut in two here") end
		c.k = "bogus"
		return p
	end
	c.k = "text"
	return p
end

function step.name(t, c, s, p, at)
	c.k = "gap"
	return p
end

function step.gap(t, c, s, p, at)
	local last = select(2, find(s, '^%s+[%w%-]+="[^"]*"', p)) -- most attributes, at once
	if last and c.el ~= "script" then return last + 1 end
	if not find(s, "^[%s/>]", p) then fail(t, at(p), 1, "a blank is missing here, in the tag `" .. c.el .. "`") end
	c.k = "tag"
	return p
end

local function tag_ends(t, c, s, p, at)
	local el = c.el
	c.attr = nil
	if c.closing or not (RCDATA[el] or RAW[el]) then
		c.k, c.el, c.closing, c.kind, c.typed = "text", nil, nil, nil, nil
	else
		if p > 1 and sub(s, p - 1, p - 1) == "/" then
			fail(t, at(p - 1), 2, "`" .. el .. "` cannot be closed by `/>`: write `</" .. el .. ">`")
		end
		c.k = RCDATA[el] and "rcdata" or el == "script" and c.kind and JSON[c.kind] and "json" or "raw"
		c.quoted = c.k == "json" and false or nil
	end
	return p + 1
end

function step.tag(t, c, s, p, at)
	p = find(s, "[^%s/]", p)
	if not p then return #s + 1 end
	local ch = sub(s, p, p)
	if ch == ">" then return tag_ends(t, c, s, p, at) end
	local name = match(s, "^[^%s/>=\"'<]+", p)
	if not name then fail(t, at(p), 1, "`" .. ch .. "` cannot stand here, in the tag `" .. c.el .. "`") end
	c.k, c.attr = "attr", lower(name)
	return p + #name
end

function step.attr(t, c, s, p, at)
	local last = select(2, find(s, "^%s*=", p))
	if last then
		c.k = "equals"
		return last + 1
	end
	c.k, c.attr = "gap", nil
	return p
end

local function is_url(name)
	return URL[name] or find(name, ":href$") ~= nil
end

function step.equals(t, c, s, p, at)
	p = find(s, "%S", p)
	if not p then return #s + 1 end
	local q = sub(s, p, p)
	if q == ">" then fail(t, at(p), 1, "the attribute `" .. c.attr .. "` lacks its value") end
	if q == '"' or q == "'" then
		c.k, c.q, c.url, c.lit = "value", q, is_url(c.attr) and 0 or nil, is_url(c.attr) and "" or nil
		return p + 1
	end
	c.k = "bare"
	return p
end

-- `type` of a script: the first one counts.
local function typed(c, value)
	if c.el == "script" and c.attr == "type" and not c.typed then
		c.kind, c.typed = value and lower(match(value, "^%s*(.-)%s*$")), true
	end
end

function step.bare(t, c, s, p)
	local value = match(s, "^[^%s>]*", p)
	p = p + #value
	if p <= #s then
		typed(c, value)
		c.k, c.attr = "gap", nil
	end
	return p
end

-- Literal text in a URL: it may settle whether there is a scheme.
local function url_text(t, c, text, at)
	if c.url == 2 or text == "" then return end
	local stop = find(text, "[:/?#]")
	if not stop then
		c.lit = c.lit .. text
		if c.url == 0 and find(c.lit, "%S") then c.url = 1 end
		return
	end
	if sub(text, stop, stop) == ":" then
		local scheme = lower(match(c.lit .. sub(text, 1, stop - 1), "^%s*(.-)%s*$"))
		if c.mixed then fail(t, at + stop - 1, 1, "a value in front of this `:` could become any scheme; write the scheme out") end
		-- A literal scheme is the author's own business as long as nothing is put behind it: see value().
		c.scheme = not SCHEMES[scheme] and scheme or nil
	end
	c.url = 2
end

function step.value(t, c, s, p, at)
	local a = find(s, c.q, p, true)
	local text = sub(s, p, (a or 0) - 1)
	if c.url then url_text(t, c, text, at(p)) end
	if c.el == "script" and c.attr == "type" then c.parts = (c.parts or "") .. text end
	if not a then return #s + 1 end
	typed(c, not c.dynamic and (c.parts or text))
	c.k, c.attr, c.q, c.url, c.lit, c.mixed, c.scheme, c.parts, c.dynamic = "gap"
	return a + 1
end

function step.comment(t, c, s, p)
	local _, last = find(s, "%-%-!?>", p)
	if not last then return #s + 1 end
	c.k = "text"
	return last + 1
end

function step.bogus(t, c, s, p)
	local a = find(s, ">", p, true)
	if not a then return #s + 1 end
	c.k = "text"
	return a + 1
end

-- The end tag of an element whose body is no HTML.
local function body_end(c, s, p)
	while true do
		local a, b = find(s, "</%a+", p)
		if not a then return nil end
		if lower(sub(s, a + 2, b)) == c.el and find(s, "^[%s/>]", b + 1) and c.el ~= "plaintext" then return a, b end
		p = b + 1
	end
end

function step.rcdata(t, c, s, p)
	local _, last = body_end(c, s, p)
	if not last then return #s + 1 end
	c.k, c.closing, c.quoted = "gap", true, nil
	return last + 1
end

function step.raw(t, c, s, p, at)
	local first, last = body_end(c, s, p)
	if c.el == "script" then
		local bad = find(s, "<!--", p, true)
		if bad and bad < (first or #s + 1) then fail(t, at(bad), 4, "`<!--` cannot stand in a script; write `<\\!--`") end
	end
	if not last then return #s + 1 end
	c.k, c.closing = "gap", true
	return last + 1
end

function step.json(t, c, s, p, at)
	local first = body_end(c, s, p)
	local stop, q = first or #s + 1, p
	while true do
		q = find(s, '["\\]', q)
		if not q or q >= stop then break end
		if sub(s, q, q) == '"' then
			c.quoted, q = not c.quoted, q + 1
		else
			q = q + 2
		end
	end
	if first and c.quoted then fail(t, at(first), 2, "a text of the JSON above is not closed") end
	return step.raw(t, c, s, p, at)
end

-- literal(): the machine over one run of literal text that begins at ${from}.
local function literal(t, c, s, from)
	local function at(p) return from + p - 1 end
	local p, n = 1, #s
	while p <= n do
		p = step[c.k](t, c, s, p, at)
	end
end

-- Ends of literal text where the browser's next character would decide.
local CUT = { open = "^.*<$", comment = "^.*%-$", rcdata = "^.*</?%a*$", raw = "^.*</?%a*$", json = "^.*</?%a*$" }

local function settled(t, c, piece)
	local last = t.last
	if c.k == "open" then fail(t, piece.at, 2, "this cannot stand right behind `<`") end
	if last and last ~= "" and CUT[c.k] and find(last, CUT[c.k]) then
		fail(t, piece.at, 2, "this cannot stand here: it cuts a tag or the end of a comment in two")
	end
	t.last = nil
end

-- What a value at this place must go through, or a refusal.
local WHERE = { name = "a tag name", gap = "a tag", tag = "a tag", attr = "an attribute name", bogus = "a declaration",
	comment = "a comment", bare = "an attribute value without quotation marks",
	equals = "an attribute value without quotation marks" }
local HINT = { equals = "write `=\"{{ … }}\"`", bare = "write `=\"…{{ … }}…\"`" }

local function refuse(t, piece, what, hint)
	fail(t, piece.at, piece.len, "a value cannot be printed in " .. what .. (hint and "; " .. hint or ""))
end

local function printer_value(t, c, piece)
	local why = REFUSED[c.attr] or find(c.attr, "^on") and "an event handler (`" .. c.attr .. "`)"
		or ANIMATION[c.el] and "an SVG animation"
	if why then refuse(t, piece, why) end
	if c.attr == "type" and c.el == "script" then c.dynamic = true end
	if not c.url then return "_a" end
	if c.scheme then refuse(t, piece, "a URL of the scheme `" .. c.scheme .. ":`") end
	local phase = c.url
	if phase == 0 then c.url = 1 end
	c.mixed = true
	return phase == 0 and "_u" or phase == 1 and "_v" or "_p"
end

local function printer(t, c, piece)
	local k = c.k
	if k == "text" then return "_t" end
	if k == "value" then return printer_value(t, c, piece) end
	if k == "rcdata" then return "_a" end
	if k == "json" then
		if c.quoted then
			refuse(t, piece, "a quoted text of JSON", "leave out the quotation marks, the value is printed with its own")
		end
		return "_j"
	end
	if k == "raw" then refuse(t, piece, "the body of `" .. c.el .. "`") end
	refuse(t, piece, WHERE[k], HINT[k])
end

local function copy(c)
	local d = {}
	for k, v in pairs(c) do d[k] = v end
	return d
end

-- In a tag it does not matter what the last thing was, only whether a blank must follow.
local function rest(c)
	if c.k == "name" or c.k == "attr" then c.k, c.attr = "gap", nil end
end

local SHOWN = { text = "text", gap = "a tag", tag = "a tag", value = "an attribute value", comment = "a comment", raw = "a script or style",
	json = "JSON", rcdata = "the text of a `title` or `textarea`", equals = "an attribute", bare = "an attribute",
	bogus = "a declaration" }

local function same(a, b)
	local k = a.k == "tag" and "gap" or a.k
	return k == (b.k == "tag" and "gap" or b.k) and a.el == b.el and a.attr == b.attr and a.q == b.q and a.kind == b.kind
		and a.quoted == b.quoted and a.closing == b.closing and a.dynamic == b.dynamic
end

-- Joins what is known at the end of two ways: the more careful of the two.
local function join(into, other)
	if other.k == "gap" then into.k = "gap" end
	if not into.url then return end
	if into.url ~= other.url then into.url = 1 end
	if into.lit ~= other.lit or other.mixed then into.mixed = true end
	into.scheme = into.scheme or other.scheme
end

-- -- the emitter ---------------------------------------------------------------------------------

local ESCAPES = { ["\\"] = "\\\\", ['"'] = '\\"', ["\n"] = "\\n", ["\r"] = "\\r", ["\0"] = "\\000" }

local function quote(s)
	return '"' .. string.gsub(s, '[\\"\n\r%z]', ESCAPES) .. '"'
end

local function emit(t, code)
	push(t.out, code)
end

-- Brings the chunk to the template's line of ${at}.
local function sync(t, at)
	local starts, line = t.starts, t.line
	while starts[line + 1] and starts[line + 1] <= at do
		emit(t, "\n")
		line = line + 1
	end
	t.line = line
end

-- Lua code of the template itself; it may have line ends.
local function emit_code(t, code, at)
	sync(t, at)
	emit(t, code)
	if not find(code, "\n", 1, true) then return end
	local _, n = string.gsub(code, "\n", "\n")
	t.line = t.line + n
end

local function take(t)
	local s = concat(t.text)
	t.text = {}
	return s
end

local function flush(t)
	local s = take(t)
	if s ~= "" then emit(t, "_w(" .. quote(s) .. ") ") end
end

-- A piece of Lua's own message: "x:2: unexpected symbol near 'end'" and the place in the code.
local function explain(t, code, at, message)
	local what = match(message, ":%d+: (.*)$") or message
	local near, len = match(what, " near '?(.-)'?$"), #code
	local a = near and find(code, near, 1, true)
	if not a then -- it is in what we put behind the code
		what = "something is missing at its end"
	elseif not find(code, near, a + 1, true) then
		at, len = at + a - 1, #near
	end
	-- What Lua expected is often only what we put behind the code.
	if find(what, "expected near", 1, true) and not find(what, "^<") then what = "`" .. near .. "` cannot stand here" end
	fail(t, at, len, "this is not Lua: " .. what)
end

-- Code that can only be an expression where it will stand, or make the whole chunk wrong: then blame() finds it.
-- ${stop} is the word behind it, if there is no parenthesis around it.
local function plain(code, stop)
	if find(code, "^%a[%w_%.]*$") or find(code, "^%a[%w_%.]*%(%s*\"[%w%-%._/ ]*\"%s*%)$") then return true end
	return stop and not find(code, "[^%w_%.%s=~<>#\"%-/]") and not find(code, stop, 1, true)
end

local function check(t, code, at, stop, many)
	if code == "" then fail(t, at, 1, "an expression is missing here") end
	push(t.tried, { code = code, at = at })
	if plain(code, stop) then return end
	local message = t.host.check("return function() return " .. (many and code or "(" .. code .. "\n)") .. "\nend")
	if message then explain(t, code, at, message) end
end

local function declare(t, name, at)
	if not find(name, "^[%a_][%w_]*$") then fail(t, at, #name, "`" .. name .. "` is not a name") end
	if t.host.check("local " .. name) then fail(t, at, #name, "`" .. name .. "` is a word of Lua's own") end
	if name == "it" then fail(t, at, 2, "`it` is the argument of a partial and cannot be set") end
	t.frames[#t.frames].names[name] = true
end

local function declared(t, name)
	for i = #t.frames, 1, -1 do
		if t.frames[i].names[name] then return true end
	end
	return false
end

local function open(t, kind, piece)
	flush(t)
	rest(t.html)
	-- The type of a script must not hang on a condition: what may be printed in its body hangs on it.
	if t.html.k == "value" and t.html.el == "script" and t.html.attr == "type" then t.html.dynamic = true end
	push(t.frames, { kind = kind, at = piece.at, len = piece.len, names = {}, start = copy(t.html) })
	return t.frames[#t.frames]
end

-- The end of one way through a statement: it must be in the context in which it began.
local function branch(t, frame, piece)
	flush(t)
	rest(t.html)
	if not same(frame.start, t.html) then
		local line = place(t, frame.at)
		fail(t, piece.at, piece.len, "the `" .. frame.kind .. "` of line " .. line .. " begins in " .. SHOWN[frame.start.k]
			.. " but ends in " .. (SHOWN[t.html.k] or WHERE[t.html.k]) .. (frame.start.k == t.html.k and " of another kind" or ""))
	end
	if frame.finish then join(frame.finish, t.html) else frame.finish = copy(t.html) end
end

local statements = {}

statements["if"] = function(t, piece, rest_, at)
	check(t, rest_, at, "then")
	open(t, "if", piece)
	emit_code(t, "if ", piece.at)
	emit_code(t, rest_, at)
	emit(t, " then ")
end

local function in_if(t, piece, word)
	local frame = t.frames[#t.frames]
	if frame.kind ~= "if" then fail(t, piece.at, piece.len, "`" .. word .. "` without an `if`") end
	if frame.other then fail(t, piece.at, piece.len, "`" .. word .. "` behind the `else`") end
	branch(t, frame, piece)
	t.html, frame.names = copy(frame.start), {}
	return frame
end

statements["elseif"] = function(t, piece, rest_, at)
	check(t, rest_, at, "then")
	in_if(t, piece, "elseif")
	emit_code(t, "elseif ", piece.at)
	emit_code(t, rest_, at)
	emit(t, " then ")
end

statements["else"] = function(t, piece, rest_, at)
	if find(rest_, "^if%f[^%w_]") then fail(t, piece.from, #piece.body, "write `elseif`, in one word") end
	if rest_ ~= "" then fail(t, at, #rest_, "nothing may follow `else`") end
	in_if(t, piece, "else").other = true
	emit_code(t, "else ", piece.at)
end

statements["for"] = function(t, piece, rest_, at)
	local names, gap, expr = match(rest_, "^([%w_%s,]-)(%s+in%s+)(.+)$")
	if not names then fail(t, piece.from, #piece.body, "a loop is written `for x in list` or `for i, x in list`") end
	local first, second = match(names, "^([%w_]+)%s*,%s*([%w_]+)$")
	first = first or match(names, "^([%w_]+)$")
	if not first then fail(t, at, #names, "a loop has one or two names") end
	check(t, expr, at + #names + #gap, ")", true)
	local frame = open(t, "for", piece)
	if frame.start.url and frame.start.url < 2 then t.html.url, t.html.mixed = 1, true end
	declare(t, first, at)
	if second then declare(t, second, at) end
	emit_code(t, "for " .. (second and first .. ", " .. second or "_, " .. first) .. " in _e(", piece.at)
	emit_code(t, expr, at + #names + #gap)
	emit(t, ") do ")
end

statements["set"] = function(t, piece, rest_, at)
	local name, gap, expr = match(rest_, "^([%w_]+)(%s*=%s*)(.+)$")
	if not name then fail(t, piece.from, #piece.body, "a name is set by `set name = expression`") end
	check(t, expr, at + #name + #gap)
	flush(t)
	local known = declared(t, name)
	if not known then declare(t, name, at) end
	emit_code(t, (known and "" or "local ") .. name .. " = ", piece.at)
	emit_code(t, expr, at + #name + #gap)
	emit(t, "; ")
end

-- `"name"` and what follows: the name, the rest, and where the rest is.
local function file_name(t, piece, word, rest_, at)
	local q, name, gap, more = match(rest_, "^([\"'])([^\"'\n]*)%1(%s*)(.*)$")
	if not name then fail(t, at, #rest_, "`" .. word .. "` needs the name of a template in quotation marks") end
	if find(name, "\\", 1, true) then fail(t, at, #name + 2, "the name of a template has no backslash") end
	if t.host.exists and not t.host.exists(name) then
		fail(t, at + 1, #name, "there is no template `" .. name .. "`", { missing = name })
	end
	return name, more, at + #name + 2 + #gap
end

local function argument(t, more, at, word)
	if more == "" then return nil end
	local gap, expr = match(more, "^with(%s+)(.+)$")
	if not expr then fail(t, at, #more, "`" .. word .. " \"name\"` can only be followed by `with expression`") end
	check(t, expr, at + 4 + #gap, ")")
	return expr, at + 4 + #gap
end

local function partial(word, fn)
	return function(t, piece, rest_, at)
		if t.html.k ~= "text" then
			fail(t, piece.at, piece.len, "`" .. word .. "` can only stand in text, not in " .. (SHOWN[t.html.k] or WHERE[t.html.k]))
		end
		local name, more, more_at = file_name(t, piece, word, rest_, at)
		local expr, expr_at = argument(t, more, more_at, word)
		if word == "cached" and not expr then
			fail(t, piece.at, piece.len, "`cached` needs `with expression`: a cached partial sees nothing else")
		end
		flush(t)
		emit_code(t, fn .. "(" .. quote(name), piece.at)
		if expr then
			emit(t, ", ")
			emit_code(t, expr, expr_at)
		end
		emit(t, ") ")
	end
end

statements["include"] = partial("include", "_i")
statements["cached"] = partial("cached", "_c")

statements["extends"] = function(t, piece, rest_, at)
	if t.info.extends then fail(t, piece.at, piece.len, "a template can extend only one other") end
	if t.busy then fail(t, piece.at, piece.len, "`extends` must come first in its file") end
	local name, more = file_name(t, piece, "extends", rest_, at)
	if more ~= "" then fail(t, piece.from, #piece.body, "nothing may follow the name") end
	local parent, err = t.host.parent(name)
	if not parent then
		if err and err.cycle then fail(t, at, #name + 2, "this template extends itself, by way of `" .. name .. "`") end
		error(err, 0)
	end
	t.info.extends, t.parent = name, parent
	emit_code(t, "local _d = {} ", piece.at)
end

local function block_context(t, piece, name, at)
	local from = t.parent.blocks[name]
	if not from then
		local names = {}
		for key in pairs(t.parent.blocks) do push(names, key) end
		fail(t, at, #name, "`" .. t.info.extends .. "` has no block `" .. name .. "`", { word = name, names = names })
	end
	return copy(from)
end

statements["block"] = function(t, piece, rest_, at)
	local name = match(rest_, "^[%a_][%w_]*$")
	if not name then fail(t, piece.from, #piece.body, "a block is written `block name`") end
	if t.seen[name] then fail(t, at, #name, "there is a block `" .. name .. "` already") end
	t.seen[name] = true
	local override = t.info.extends and #t.frames == 1
	if t.info.extends and not override and t.frames[#t.frames].kind ~= "block" then
		fail(t, piece.at, piece.len, "a block of a template that extends another cannot stand in `" .. t.frames[#t.frames].kind .. "`")
	end
	if override then
		flush(t)
		t.html = block_context(t, piece, name, at)
		t.info.blocks[name] = copy(t.html)
		open(t, "block", piece).override = true
		emit_code(t, "_d." .. name .. " = function() ", piece.at)
	else
		open(t, "block", piece)
		t.info.blocks[name] = copy(t.html)
		-- A block may be replaced: what follows must not hang on how far a URL has come in it.
		emit_code(t, ";(_b." .. name .. " or function() ", piece.at)
	end
end

statements["end"] = function(t, piece, rest_, at)
	local frame = t.frames[#t.frames]
	if rest_ ~= "" then fail(t, at, #rest_, "nothing may follow `end`") end
	if #t.frames == 1 then fail(t, piece.at, piece.len, "`end` closes nothing: no `if`, `for` or `block` is open") end
	branch(t, frame, piece)
	if frame.kind == "if" and not frame.other then join(frame.finish, frame.start) end
	t.frames[#t.frames] = nil
	t.html = frame.finish
	if frame.kind == "for" then join(t.html, frame.start) end
	if frame.kind == "block" and t.html.url and t.html.url < 2 then t.html.url, t.html.mixed = 1, true end
	if frame.override then t.html = { k = "text" } end
	emit_code(t, frame.kind ~= "block" and "end " or frame.override and "end " or "end)() ", piece.at)
end

local STATEMENTS = { "block", "cached", "else", "elseif", "end", "endraw", "extends", "for", "if", "include", "raw", "set" }

local function statement(t, piece)
	local word, gap, rest_ = match(piece.body, "^([%w_]*)(%s*)(.*)$")
	local fn = statements[word]
	if word == "endraw" then fail(t, piece.at, piece.len, "`endraw` without `raw`") end
	if word == "raw" then fail(t, piece.from, #piece.body, "nothing may follow `raw`") end
	if not fn then
		fail(t, piece.from, math.max(#word, 1), word == "" and "a statement is missing here" or "there is no statement `" .. word .. "`",
			{ word = word, names = STATEMENTS })
	end
	-- In a template that extends another, only blocks print: nothing else would have a place to go.
	if t.info.extends and #t.frames == 1 and (word == "include" or word == "cached" or word == "if" or word == "for") then
		fail(t, piece.at, piece.len, "outside of its blocks, a template that extends another can only `set` names")
	end
	fn(t, piece, rest_, piece.from + #word + #gap)
	t.busy = true
end

-- `{{ current(id) }}` in a tag: the one thing that may be printed there.
local function mark(t, piece)
	local c = t.html
	if not (c.k == "name" or c.k == "gap" or c.k == "tag" or c.k == "attr") or c.closing then return nil end
	return match(piece.body, "^current%s*()(%b())$")
end

local function value(t, piece)
	if t.info.extends and #t.frames == 1 then
		fail(t, piece.at, piece.len, "outside of its blocks, a template that extends another prints nothing")
	end
	check(t, piece.body, piece.from, ")")
	local off, args = mark(t, piece)
	local fn = "_m"
	if off then rest(t.html) else fn = printer(t, t.html, piece) end
	emit_code(t, fn .. "(" .. quote(take(t)) .. ", ", piece.at)
	if off then emit_code(t, args, piece.from + off - 1) else emit_code(t, piece.body, piece.from) end
	emit(t, ") ")
	t.busy = true
end

local function text(t, piece)
	if piece.text == "" then return end
	if t.info.extends and #t.frames == 1 then
		local at = find(piece.text, "%S")
		if at then fail(t, piece.at + at - 1, 1, "text outside of the blocks: a template that extends another has only blocks") end
		return
	end
	literal(t, t.html, piece.text, piece.at)
	t.last = piece.text
	if find(piece.text, "%S") then t.busy = true end
	push(t.text, piece.text)
end

local function finish(t)
	local frame = t.frames[#t.frames]
	if #t.frames > 1 then fail(t, frame.at, frame.len, "this `" .. frame.kind .. "` is not closed by `{% end %}`") end
	rest(t.html)
	if t.html.k ~= "text" and t.html.k ~= "open" then
		fail(t, math.max(#t.src, 1), 1, "the template ends in " .. (SHOWN[t.html.k] or WHERE[t.html.k]) .. ", not in text")
	end
	flush(t)
	if t.info.extends then emit(t, "_x(" .. quote(t.info.extends) .. ", it, _b, _d) ") end
	emit(t, "end")
end

local HEAD = "local _w, _t, _a, _u, _v, _p, _j, _m, _e, _i, _c, _x = ... return function(it, _b) "

local function line_starts(src)
	local starts = { 1 }
	local p = 1
	while true do
		p = find(src, "\n", p, true)
		if not p then return starts end
		p = p + 1
		starts[#starts + 1] = p
	end
end

local function run(t)
	local pieces = split(t)
	tidy(t, pieces)
	for i = 1, #pieces do
		local piece = pieces[i]
		if piece.kind ~= "text" then settled(t, t.html, piece) end
		if piece.kind == "text" then text(t, piece)
		elseif piece.kind == "value" then value(t, piece)
		elseif piece.kind == "statement" then statement(t, piece) end
	end
	finish(t)
end

local function attempt(t, fn)
	local ok, err = pcall(fn, t)
	if ok then return true end
	if type(err) ~= "table" then error(err, 0) end
	return false, err
end

local template = {}

function template.compile(source, name, host)
	local t = { src = source, name = name, host = host, starts = line_starts(source), out = { HEAD }, line = 1, text = {},
		tried = {}, html = { k = "text" }, frames = { { kind = "file", names = {} } }, seen = {},
		info = { blocks = {}, tried = nil } }
	local ok, err = attempt(t, run)
	if not ok then return nil, err end
	t.info.tried, t.info.starts, t.info.src = t.tried, t.starts, source
	return concat(t.out), t.info
end

-- template.blame(info, message, host): Lua refused the chunk as a whole: which expression is it?
function template.blame(info, message, host)
	local t = { src = info.src, starts = info.starts, host = host }
	local ok, err = attempt(t, function()
		for _, one in ipairs(info.tried) do
			local wrong = host.check("return function() return (" .. one.code .. "\n)\nend")
			if wrong then explain(t, one.code, one.at, wrong) end
		end
		local line, what = match(message, ":(%d+): (.*)$")
		local at = info.starts[math.min(tonumber(line) or 1, #info.starts)]
		fail(t, at, 0, "Lua refuses this: " .. (what or message))
	end)
	return err
end

return template
