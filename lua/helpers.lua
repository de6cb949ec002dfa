-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Functions for templates, besides Pensum's own (docs/templates.md). A site's lua/helpers.lua stands in for
-- this file. It runs in the templates' sandbox and sees no page: what a function needs is given to it.

local helpers = {}

-- classes("card", page.fallback and "fallback", …): those that are texts, with blanks between.
function helpers.classes(...)
	local out = {}
	for i = 1, select("#", ...) do
		local name = select(i, ...)
		if name and name ~= "" then out[#out + 1] = name end
	end
	return table.concat(out, " ")
end

-- pick(list, "current"): the first item of which that field is true, or nil.
function helpers.pick(list, field)
	for i = 1, #list do
		if list[i][field] then return list[i] end
	end
end

-- attribute(block, "year"): an attribute of a directive, as text; "" where it was not written.
function helpers.attribute(block, key)
	for _, a in pairs(block.attributes) do
		if a.key == key then return a.value end
	end
	return ""
end

return helpers
