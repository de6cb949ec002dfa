/* SPDX-License-Identifier: MIT */
/* Things that are put in order by buttons: `ordering`. It is an answer once something was moved or called right. */

const thingsOf = (form) => Array.from(form.querySelectorAll('.order > [data-part]'));
const idsOf = (things) => things.map((thing) => thing.dataset.part);

/* A button that leads nowhere stays where it can have the focus. */
function showEnds(form) {
	thingsOf(form).forEach((thing, i, all) => {
		for (const button of thing.querySelectorAll('[data-move]'))
			button.setAttribute('aria-disabled', String(!all[i + Number(button.dataset.move)]));
	});
}

forms.ordering = {
	first: 'order-first',

	read: (form) => (form.dataset.touched ? idsOf(thingsOf(form)) : null),

	fill(form, response) {
		const things = new Map(thingsOf(form).map((thing) => [thing.dataset.part, thing]));

		for (const thing of [].concat(response || []).map((id) => things.get(id)).filter(Boolean))
			thing.parentNode.append(thing);
		if (response)
			form.dataset.touched = 'yes';
		showEnds(form);
	},

	prepare(form) {
		delete form.dataset.touched;
		for (const buttons of form.querySelectorAll('.moves'))
			buttons.hidden = false;
		showEnds(form);
	},

	change: () => null,

	press(data, form, button) {
		if (button.dataset.action === 'keep') {
			form.dataset.touched = 'yes';
			return message(data, 'order-kept', {});
		}
		const thing = button.closest('[data-part]');
		const up = button.dataset.move === '-1';
		const other = up ? thing.previousElementSibling : thing.nextElementSibling;
		if (!other)
			return null;
		form.dataset.touched = 'yes';
		if (up)
			other.before(thing);
		else
			other.after(thing);
		showEnds(form);
		button.focus();
		const things = thingsOf(form);
		return message(data, 'moved-to', {
			words: thing.querySelector('.entry-words').textContent.trim(), place: number(data, things.indexOf(thing) + 1), total: number(data, things.length),
		});
	},

	/* In its place; or where only neighbours count, behind the one it belongs behind. */
	parts({ question: { order }, scoring = {} }, response) {
		const given = response || [];
		const before = (ids, id) => ids[ids.indexOf(id) - 1];

		return order.map((id, i) => judged(id, given.length > 0,
			scoring.mode === 'adjacent' ? given.includes(id) && before(given, id) === before(order, id) : given[i] === id));
	},
};
