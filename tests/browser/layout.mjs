// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the places of things in a page, in words; an empty list where nothing is.

const LEFT_OUT = '.visually-hidden, .skip-link, .table-scroll, pre';

// What sticks out of the page, or is cut off by what it stands in.
export const clipped = (page) => page.evaluate((leftOut) => {
	const out = [];

	if (document.documentElement.scrollWidth > innerWidth)
		out.push(`the page is ${document.documentElement.scrollWidth} wide`);
	for (const e of document.querySelectorAll('body *')) {
		const r = e.getBoundingClientRect(), s = getComputedStyle(e);

		if (r.width <= 1 || !e.checkVisibility({ visibilityProperty: true }) || e.closest(leftOut))
			continue;
		if (r.left < -1 || r.right > innerWidth + 1)
			out.push(`${e.tagName}.${e.className} from ${r.left} to ${r.right}`);
		if (s.overflowX !== 'visible' && s.display !== 'inline' && !['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName) && e.scrollWidth > e.clientWidth + 1)
			out.push(`${e.tagName}.${e.className} cuts off ${e.scrollWidth - e.clientWidth}`);
		if (e.tagName === 'BUTTON' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
			out.push(`the button "${e.textContent}" is too small`);
	}
	return out.slice(0, 8);
}, LEFT_OUT);

// Lines of text that lie on others. Lines may touch: what counts is their middle.
export const overlapping = (page) => page.evaluate((leftOut) => {
	const out = [], lines = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

	for (let node = walk.nextNode(); node; node = walk.nextNode()) {
		const range = document.createRange();

		if (!node.data.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(`${leftOut}, option, script, title`))
			continue;
		range.selectNodeContents(node);
		for (const r of range.getClientRects())
			if (r.width > 2 && r.height > 2)
				lines.push({ node, left: r.left + 1, right: r.right - 1, top: r.top + r.height * .3, bottom: r.bottom - r.height * .3 });
	}
	for (const [i, a] of lines.entries())
		for (const b of lines.slice(i + 1))
			if (a.node !== b.node && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				out.push(`"${a.node.data.trim().slice(0, 40)}" and "${b.node.data.trim().slice(0, 40)}"`);
	return out.slice(0, 8);
}, LEFT_OUT);
