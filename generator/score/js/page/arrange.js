/* SPDX-License-Identifier: MIT */
/* Another order for each attempt. Without script things stand as they were written. */

const nameOf = ({ dataset, value }) => dataset.part || dataset.id || value || '';

/* The ids of ${list}'s children in their new order; never a right one where order is what is asked. */
function newOrder(q, list, children, seed) {
	const fixed = children.filter((child) => 'fixed' in child.dataset || nameOf(child) === '').map(nameOf);
	const ids = shuffled(children.map(nameOf), fixed, seed);
	const solves = list.matches('.order') && String(ids) === String(q.question.order);

	return solves && fixed.length < ids.length - 1 ? newOrder(q, list, children, `${seed}'`) : ids;
}

/* ${seed}: text that says which attempt it is. */
function arrange(q, form, seed) {
	for (const list of form.querySelectorAll('[data-shuffle]')) {
		const children = Array.from(list.children);
		const byName = new Map(children.map((child) => [nameOf(child), child]));

		list.append(...newOrder(q, list, children, seed).map((id) => byName.get(id)));
		if (list.matches('select'))
			list.value = '';
	}
}

/* ${data.key} says which quiz it is. */
function arrangeAll(data, attempt) {
	for (const q of data.questions) {
		const form = document.getElementById(q.id);
		if (form)
			arrange(q, form, `${data.key || ''}/${attempt}/${q.id}`);
	}
}
