/* SPDX-License-Identifier: MIT */
/*
 * Options that are ticked: `single`, `multiple`, `truefalse`. A response is a list of ids; one that is there
 * twice counts once, one that is no option counts not at all.
 */

/* How r right and x wrong ticks become a result, of C right and W wrong options. */
const rules = {
	exact: (r, x, C) => (r === C && x === 0 ? ONE : ZERO),
	partial: (r, x, C, W) => subtract(share(r, C), share(x, W)),
	cancel: (r, x, C) => share(r - x, C),
	strict: (r, x, C) => subtract(share(r, C), whole(x)),
	positive: (r, x, C) => share(r, C),
	decisions: (r, x, C, W) => share(r + W - x, C + W),
};

const ticked = (q, response) => q.options.filter((option) => response.includes(option.id));
const isRight = (option) => option.right === true;

function choiceResult(q, chosen) {
	const right = q.options.filter(isRight).length;
	const hits = chosen.filter(isRight).length;

	if (q.scoring === 'credits')
		return sum(chosen.map((option) => parse(option.credit || '0')));
	return rules[q.scoring](hits, chosen.length - hits, right, q.options.length - right);
}

const choice = {
	/* Where nothing is right, ticking nothing is an answer. */
	answered: (q, response) => q.none === true || ticked(q, response).length > 0,

	key: (q, response) => ticked(q, response).map((option) => option.id).join(' '),

	score(q, response) {
		const chosen = ticked(q, response);

		if (q.none)
			return chosen.length === 0 ? ONE : ZERO;
		if (chosen.length === 0 || (q.scoring !== 'credits' && !q.options.some(isRight)))
			return ZERO;
		const result = choiceResult(q, chosen);
		return lesser(ONE, q.floor === undefined ? result : greater(parse(q.floor), result));
	},

	/* -- the page -- */

	read: (form) => Array.from(form.querySelectorAll('input:checked'), (input) => input.value),

	/* After a change; a message where it was one tick too many, which is taken back. */
	change(data, q, form, input) {
		if (!q.max || choice.read(form).length <= q.max)
			return null;
		input.checked = false;
		return counted(data, 'choose-max', q.max);
	},

	/* Feedback leaves the list of answers for the option it belongs to. */
	prepare(form) {
		for (const option of form.querySelectorAll('[data-option]'))
			for (const feedback of form.querySelectorAll(`[data-answer="${option.dataset.option}"] [data-feedback]`)) {
				feedback.hidden = true;
				option.append(feedback);
			}
	},

	/* Right or wrong at each ticked option, and, with the solution, at each right one. */
	mark(data, q, form, response, solved) {
		for (const option of q.options) {
			const element = form.querySelector(`[data-option="${option.id}"]`);
			const chosen = response.includes(option.id);

			markOption(data, element.querySelector('.option-mark'), chosen || (solved && isRight(option)), isRight(option));
			for (const feedback of element.querySelectorAll('[data-feedback]'))
				feedback.hidden = !(feedback.dataset.feedback === 'ticked' ? chosen : solved && !chosen);
		}
	},

	clear(form) {
		for (const mark of form.querySelectorAll('.option-mark'))
			mark.hidden = true;
		for (const feedback of form.querySelectorAll('[data-option] [data-feedback]'))
			feedback.hidden = true;
	},
};

/* In words, and with a sign for the eye. */
function markOption(data, mark, shown, right) {
	const sign = document.createElement('span');

	sign.setAttribute('aria-hidden', 'true');
	sign.textContent = right ? '✓ ' : '✗ ';
	mark.replaceChildren(sign, message(data, right ? 'right-option' : 'wrong-option', {}));
	mark.classList.toggle('is-right', right);
	mark.classList.toggle('is-wrong', !right);
	mark.hidden = !shown;
}

types.single = types.multiple = types.truefalse = choice;
