-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The template compiler: template text in, Lua text out. docs/templates.md is the guide to the language.
--
--	local code, info = template.compile(source, "page.html", host)
--	if not code then  -- info is an error: { line, col, len, message, word, names, missing }
--	info.recipe       -- the same without Lua (lua/recipe.lua), or nil where it needs Lua
--
-- lua/pieces.lua cuts the text into pieces; here they become Lua, with a stack of open statements; literal text goes
-- through lua/html.lua, which decides what a value must go through at its place.
--
-- The chunk made is `local _t, … = ... return function(it, _b) … end`, and its line k belongs to line k
-- of the template, so that Lua's own error positions are right. Names with a leading `_` are ours.
--
-- Runs in the sandbox as well as in a plain lua5.4, hence no metatables, no load: the host has
--	host.check(code)     the message of Lua's parser, or nil
--	host.exists(name)    whether there is such a template (may be missing)
--	host.parent(name)    the info of the template that is extended, or nil and an error

local pieces, html, recipe = ...
local fail, place = pieces.fail, pieces.place
local copy, rest, join = html.copy, html.rest, html.join
local find, sub, match, concat = string.find, string.sub, string.match, table.concat

local function push(list, item)
	list[#list + 1] = item
end

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

-- What lua/recipe.lua has for ${code}, behind ${before}. From the first thing that it has nothing for, there is no recipe.
local function cook(t, before, code)
	if not t.recipe then return end
	local made = code and recipe.expression(code, t.slots) or not code and ""
	if not made then t.recipe = nil return end
	push(t.recipe, before .. made)
end

local LONG = 1 << 16 -- a text of that length is not worth its memory twice

local function take(t)
	local s = concat(t.text)
	t.text = {}
	if #s > LONG then t.recipe = nil end
	if s ~= "" then
		cook(t, "w" .. recipe.number(#s))
		if t.recipe then push(t.recipe, s) end
	end
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
	t.nslots = t.nslots + 1
	t.frames[#t.frames].names[name] = t.nslots
end

-- The number of a name that was set, or nil.
local function declared(t, name)
	for i = #t.frames, 1, -1 do
		if t.frames[i].names[name] then return t.frames[i].names[name] end
	end
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
	if not html.same(frame.start, t.html) then
		local line = place(t, frame.at)
		fail(t, piece.at, piece.len, "the `" .. frame.kind .. "` of line " .. line .. " begins in " .. html.shown(frame.start)
			.. " but ends in " .. html.shown(t.html) .. (frame.start.k == t.html.k and " of another kind" or ""))
	end
	if frame.finish then join(frame.finish, t.html) else frame.finish = copy(t.html) end
end

local statements = {}

statements["if"] = function(t, piece, rest_, at)
	check(t, rest_, at, "then")
	open(t, "if", piece).ends = 2
	cook(t, "?", rest_)
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
	local frame = in_if(t, piece, "elseif")
	frame.ends = frame.ends + 1
	cook(t, ";?", rest_)
	emit_code(t, "elseif ", piece.at)
	emit_code(t, rest_, at)
	emit(t, " then ")
end

statements["else"] = function(t, piece, rest_, at)
	if find(rest_, "^if%f[^%w_]") then fail(t, piece.from, #piece.body, "write `elseif`, in one word") end
	if rest_ ~= "" then fail(t, at, #rest_, "nothing may follow `else`") end
	local frame = in_if(t, piece, "else")
	frame.other, frame.ends = true, frame.ends - 1
	cook(t, ";")
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
	local made = t.recipe and recipe.expression(expr, t.slots)
	if frame.start.url and frame.start.url < 2 then t.html.url, t.html.mixed = 1, true end
	declare(t, first, at)
	if second then declare(t, second, at) end
	frame.ends = 1
	if not made then t.recipe = nil end
	if made then cook(t, "*" .. recipe.number(second and declared(t, first) or 0) .. recipe.number(declared(t, second or first)) .. made) end
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
	local made = t.recipe and recipe.expression(expr, t.slots)
	if not known then declare(t, name, at) end
	if not made then t.recipe = nil end
	if made then cook(t, ":" .. recipe.number(declared(t, name)) .. made) end
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
			fail(t, piece.at, piece.len, "`" .. word .. "` can only stand in text, not in " .. html.shown(t.html))
		end
		local name, more, more_at = file_name(t, piece, word, rest_, at)
		local expr, expr_at = argument(t, more, more_at, word)
		if word == "cached" and not expr then
			fail(t, piece.at, piece.len, "`cached` needs `with expression`: a cached partial sees nothing else")
		end
		flush(t)
		cook(t, (word == "cached" and "k" or "u") .. recipe.text(name), expr or "nil")
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
	cook(t, "e" .. recipe.text(name))
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
		cook(t, "d" .. recipe.text(name))
		emit_code(t, "_d." .. name .. " = function() ", piece.at)
	else
		open(t, "block", piece)
		cook(t, "v" .. recipe.text(name))
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
	cook(t, string.rep(";", frame.ends or 1))
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
	if off then rest(t.html) else fn = html.printer(t, t.html, piece) end
	emit_code(t, fn .. "(" .. quote(take(t)) .. ", ", piece.at)
	if fn == "_j" then t.recipe = nil end
	cook(t, "p" .. sub(fn, 2), off and args or piece.body)
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
	html.literal(t, t.html, piece.text, piece.at)
	t.last = piece.text
	if find(piece.text, "%S") then t.busy = true end
	push(t.text, piece.text)
end

local function finish(t)
	local frame = t.frames[#t.frames]
	if #t.frames > 1 then fail(t, frame.at, frame.len, "this `" .. frame.kind .. "` is not closed by `{% end %}`") end
	rest(t.html)
	if t.html.k ~= "text" and t.html.k ~= "open" then
		fail(t, math.max(#t.src, 1), 1, "the template ends in " .. html.shown(t.html) .. ", not in text")
	end
	flush(t)
	if t.info.extends then emit(t, "_x(" .. quote(t.info.extends) .. ", it, _b, _d) ") end
	emit(t, "end")
	cook(t, ";")
	if t.recipe then
		t.recipe[1] = recipe.number(t.nslots)
		t.info.recipe = concat(t.recipe)
	end
end

local HEAD = "local _w, _t, _a, _u, _v, _p, _j, _m, _e, _i, _c, _x = ... return function(it, _b) "

local function run(t)
	local list = pieces.split(t)
	pieces.tidy(t, list)
	for i = 1, #list do
		local piece = list[i]
		if piece.kind ~= "text" then html.settled(t, t.html, piece) end
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
	local t = { src = source, name = name, host = host, starts = pieces.line_starts(source), out = { HEAD }, line = 1, text = {},
		tried = {}, html = { k = "text" }, frames = { { kind = "file", names = {} } }, nslots = 0, recipe = { "" }, seen = {},
		info = { blocks = {}, tried = nil } }
	t.slots = function(name) return declared(t, name) end
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
