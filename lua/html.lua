-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Reads the HTML of a template as a browser would, and knows at each `{{ }}` what the value will be
-- taken for. Second part of the compiler, lua/template.lua.
--
-- A context is a table: k says the kind, the rest what is known of it.
--	text; open (behind `<`); name (in or right behind a tag name); gap (in a tag, where a blank, `/` or `>`
--	must come); tag (in a tag, where an attribute may begin); attr (in an attribute name); equals (behind `=`);
--	bare (an unquoted value); value (quoted; q the quote, url the phase of a URL: 0 at its start, 1 in what may
--	still be a scheme, 2 behind that); comment; bogus (`<!…>`, `<?…>`); rcdata; raw; json (quoted: in a string)

local pieces = ...
local fail = pieces.fail
local find, sub, match, lower = string.find, string.sub, string.match, string.lower

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

return { literal = literal, settled = settled, printer = printer, copy = copy, rest = rest, same = same, join = join,
	shown = function(c) return SHOWN[c.k] or WHERE[c.k] end }
