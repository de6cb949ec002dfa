-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A template without Lua: what most templates are made of (literal text, fields of views, texts of the interface,
-- conditions, loops) as a recipe that the program follows itself, generator/render/follow.c. Third part of the compiler,
-- lua/template.lua.
--
-- A recipe is written from left to right, operators in front of what they take: a letter is what to do, a number is seven bits
-- a byte (lowest first, the high bit: more comes), a text is its length and its bytes. generator/render/recipe.c lists the letters.
-- What is not among them has no recipe: nil, and the template runs in Lua.

local find, match, sub, char, concat = string.find, string.match, string.sub, string.char, table.concat

local function number(n)
	local bytes = ""
	while n >= 128 do
		bytes = bytes .. char(n % 128 + 128)
		n = n // 128
	end
	return bytes .. char(n)
end

local function text(s)
	return number(#s) .. s
end

-- -- expressions: p is a parser: code, at (where the next token begins), slots (name → number of a local name), bad ------------

local function blanks(p)
	p.at = find(p.code, "%S", p.at) or #p.code + 1
end

-- The token ${s}, if it is the next.
local function take(p, s)
	blanks(p)
	if sub(p.code, p.at, p.at + #s - 1) ~= s then return false end
	p.at = p.at + #s
	return true
end

local function take_match(p, pattern)
	blanks(p)
	local s, behind = match(p.code, "^(" .. pattern .. ")()", p.at)
	if s then p.at = behind end
	return s
end

local function take_word(p, word)
	blanks(p)
	if match(p.code, "^[%w_]+", p.at) ~= word then return false end
	p.at = p.at + #word
	return true
end

local function bad(p)
	p.bad = true
	return ""
end

local function expect(p, s)
	if not take(p, s) then p.bad = true end
end

local expression

-- `{ name = value, … }` behind the brace: how many, and each name with its value.
local function pairs_of(p)
	local out, n = {}, 0
	while not p.bad and not take(p, "}") do
		local name = take_match(p, "[%a_][%w_]*")
		if not name or not take(p, "=") then return bad(p) end
		n = n + 1
		out[n] = text(name) .. expression(p)
		if not take(p, ",") and not find(p.code, "^%s*}", p.at) then return bad(p) end
	end
	return number(n) .. concat(out)
end

local calls = {}

function calls.t(p)
	local key = expression(p)
	local args = number(0)
	if take(p, ",") then
		expect(p, "{")
		args = pairs_of(p)
	end
	return "t" .. key .. args
end

function calls.asset(p) return "a" .. expression(p) end
function calls.isolate(p) return "o" .. expression(p) end

-- Only the plain search for a text in another.
local function string_find(p)
	local where = expression(p)
	expect(p, ",")
	local what = expression(p)
	if not take_match(p, ",%s*1%s*,%s*true%f[^%w_]") then return bad(p) end
	return "f" .. where .. what
end

local KEYWORDS = { ["nil"] = "n", ["true"] = "y", ["false"] = "x" }

local function named(p, name)
	if KEYWORDS[name] then return KEYWORDS[name] end
	if p.slots(name) then return "l" .. number(p.slots(name)) end
	if name == "it" then return "i" end
	local call = calls[name]
	if name == "string" then
		if not take_match(p, "%.%s*find%f[^%w_]") then return bad(p) end
		call = string_find
	end
	if not call then return "g" .. text(name) end
	expect(p, "(")
	local code = call(p)
	expect(p, ")")
	return code
end

local function primary(p)
	local name = take_match(p, "[%a_][%w_]*")
	if name then return named(p, name) end
	local digits = take_match(p, "%d+%f[^%w_.]")
	if digits and #digits < 10 then return "c" .. number(tonumber(digits)) end
	local quoted = take_match(p, '"[^"\\\n]*"') or take_match(p, "'[^'\\\n]*'")
	if quoted then return "s" .. text(sub(quoted, 2, -2)) end
	if take(p, "{") then return "b" .. pairs_of(p) end
	expect(p, "(")
	local code = not p.bad and expression(p) or ""
	expect(p, ")")
	return code
end

local function suffixed(p)
	local code = primary(p)
	while not p.bad do
		if take(p, ".") then
			local name = take_match(p, "[%a_][%w_]*")
			if not name then return bad(p) end
			code = "." .. code .. text(name)
		elseif take(p, "[") then
			local digits = take_match(p, "%d+%f[^%w_.]")
			if not digits or #digits > 9 then return bad(p) end
			code = "[" .. code .. number(tonumber(digits))
			expect(p, "]")
		else
			return code
		end
	end
	return code
end

local function unary(p)
	if take_word(p, "not") then return "!" .. unary(p) end
	if take(p, "#") then return "#" .. unary(p) end
	return suffixed(p)
end

local function comparison(p)
	local left = unary(p)
	if take(p, "==") then return "=" .. left .. unary(p) end
	if take(p, "~=") then return "!=" .. left .. unary(p) end
	if take(p, "<=") then return "!<" .. unary(p) .. left end
	if take(p, ">=") then return "!<" .. left .. unary(p) end
	if take(p, "<") then return "<" .. left .. unary(p) end
	if take(p, ">") then return "<" .. unary(p) .. left end
	return left
end

local function both(p)
	local left = comparison(p)
	while not p.bad and take_word(p, "and") do left = "&" .. left .. comparison(p) end
	return left
end

function expression(p)
	local left = both(p)
	while not p.bad and take_word(p, "or") do left = "|" .. left .. both(p) end
	return left
end

local recipe = { number = number, text = text }

-- recipe.expression(code, slots): its recipe, or nil. slots(name) is the number of a local name, or nil.
function recipe.expression(code, slots)
	local p = { code = code, at = 1, slots = slots, bad = false }
	local made = expression(p)
	blanks(p)
	if p.bad or p.at <= #code then return nil end
	return made
end

return recipe
