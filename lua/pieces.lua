-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Cuts a template into pieces: literal text, `{{ }}`, `{% %}`, `{# #}`. First part of the compiler, lua/template.lua.
--
-- A piece is { kind, at, … }: `text` has text; `value` and `statement` have body (the code, without blanks), from
-- (where that begins) and len (bytes of the whole); `none` is a comment or the mark of a raw part. `t` is a compilation:
-- here its src (the template's text) and starts (places of its lines) are used.

local find, sub, match, byte = string.find, string.sub, string.match, string.byte

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

return { split = split, tidy = tidy, fail = fail, place = place, line_starts = line_starts }
