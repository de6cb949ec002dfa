/* SPDX-License-Identifier: MIT */
/* Hints come on request, or the next one after a failed try. */

/* Taken off for hints that the reader opened; those opened after a failed try are free. */
const hintCost = (item) => sum(Array.from(item.opened, (i) => parse(item.q.hints ? item.q.hints[i] : '0')));

function offerHint(item) {
	const next = Array.from(item.form.querySelectorAll('[data-hint]')).find((hint) => !hint.open);

	if (next) {
		item.free.add(next);
		next.open = true;
	}
}

/* What of the answer is wrong is taken away, as far as it can be. */
function emptyParts(q, form, response) {
	const wrong = forms[q.type].parts(q, response, form).filter((one) => one.given && !one.right);

	for (const { id } of wrong)
		for (const field of form.querySelectorAll(`${partSelector('part', id)} :is(input, select)`)) {
			if (field.matches('[type=radio], [type=checkbox]'))
				field.checked = false;
			else
				field.value = '';
		}
}

/* How much is right so far; and what is wrong is taken away, unless more is ticked than is right: that would tell which. */
function helpBy(item, hint) {
	const all = kind(item).parts(item.q, respond(item) || [], item.form);
	const options = Boolean(item.q.question.options);
	const wanted = options ? all.filter((one) => one.right) : all;
	const given = all.filter((one) => one.given);

	if ('count' in hint.dataset) {
		const line = hint.querySelector('.hint-count') || document.createElement('p');
		const right = wanted.filter((one) => one.right && (one.given || !options)).length;
		line.className = 'hint-count';
		line.textContent = message(item.data, 'right-so-far', { count: number(item.data, right), total: number(item.data, wanted.length) });
		hint.append(line);
	}
	if ('clear' in hint.dataset && !(options && given.length > wanted.length)) {
		item.clearing = item.shown;
		if (!item.shown)
			emptyParts(item.q, item.form, respond(item));
	}
}

function watchHints(item) {
	item.form.querySelectorAll('[data-hint]').forEach((hint, i) => {
		hint.addEventListener('toggle', () => {
			if (hint.open && !item.free.has(hint))
				item.opened.add(i);
			if (hint.open && !isOver(item))
				helpBy(item, hint);
		});
	});
}
