/* SPDX-License-Identifier: MIT */
/* What is typed, or chosen in the text: `text`, `number`, `gap`. */

/* A gap as a question of its own. */
function gapQuestion(q, gap) {
	if (q.type !== 'gap')
		return q;
	return { type: gap.kind || 'text', question: gap, scoring: { ...q.scoring, ...gap.options } };
}

/* The number of the accepted answer that a typed one fits, -1: none. Its credit does not matter here. */
function hitOf({ type, question, scoring }, response) {
	const list = type === 'text' ? 'accept' : 'answers';

	return question[list].findIndex((answer) =>
		below(ZERO, types[type].score({ question: { ...question, [list]: [{ ...answer, score: '1' }] }, scoring }, response).score));
}

/* What is said of one field: ${word}, with the feedback to the answer it fits. */
function judgedField(data, q, id, one, response) {
	const blank = types[one.type].state(one, response) !== 'answered';
	const result = blank ? ZERO : resultOf(one, response);
	const hit = blank ? -1 : hitOf(one, response);

	return {
		id, given: !blank, right: equal(result, ONE), word: blank ? 'not-answered' : verdict(result), when: [String(hit)],
		more: data && q.tell && one.type === 'text' ? spellingOf(data, one, hit, response) : '',
	};
}

const fieldOf = (form, id) => form.querySelector(`${partSelector('part', id)} :is(input, select:not(.unit))`);

function judgedMenu(form, { id, answer }, response) {
	const chosen = Array.from(fieldOf(form, id).options).find((option) => option.value && option.value === response);

	return { ...judged(id, Boolean(response), response === answer), when: [chosen ? chosen.dataset.place : ''] };
}

/* What was typed that is no number, or null. */
function unreadable(q, response) {
	const gaps = q.type === 'gap' ? q.question.gaps.filter((gap) => gap.kind === 'number') : q.type === 'number' ? [q] : [];
	const typed = (gap) => (q.type === 'gap' ? response[gap.id] : response);
	const bad = gaps.find((gap) => readNumber(q.type === 'gap' ? gap : q.question, typed(gap)).state === 'invalid');
	const text = bad && typed(bad);

	return bad ? text.value || text : null;
}

function complainTyped(data, q, response) {
	const text = unreadable(q, response);

	return text === null ? null : message(data, 'not-a-number', { text });
}

/* In a test nothing is said before the end, but that something cannot be read. */
const changeTyped = (data, q, form) => (data.quiz.atEnd ? complainTyped(data, q, forms[q.type].read(form)) : null);

/* How the reader's language writes numbers. */
function useDecimal(form, q, data) {
	for (const place of [q.question, ...(q.question.gaps || [])])
		place.decimal = data.decimal;
}

const partIds = (form) => Array.from(form.querySelectorAll('fieldset [data-part]'), (place) => place.dataset.part);

forms.gap = {
	first: 'write-first',

	read: (form) => Object.fromEntries(partIds(form).map((id) => [id, fieldOf(form, id).value])),

	fill(form, response) {
		for (const id of partIds(form))
			fieldOf(form, id).value = (response && response[id]) || '';
	},

	prepare: useDecimal,
	change: changeTyped,
	complaint: complainTyped,

	/* Where gaps share their answers, the second time an answer is given it is none. */
	parts(q, response, form, solved, data) {
		const upTo = (n) => types.gap.score({ ...q, question: { ...q.question, gaps: q.question.gaps.slice(0, n) } }, response).score;
		const credited = (n) => multiply(upTo(n), whole(n));

		return q.question.gaps.map((gap, i) => {
			const typed = response[gap.id];
			const one = gap.kind === 'select' ? judgedMenu(form, gap, typed) : judgedField(data, q, gap.id, gapQuestion(q, gap), typed);
			if (!q.question.distinct || !one.right || i === 0 || below(credited(i), credited(i + 1)))
				return one;
			return { ...one, ...judged(gap.id, true, false), when: [] };
		});
	},
};

/* One field, perhaps with a unit. */
forms.text = forms.number = {
	first: 'write-first',

	read(form) {
		const value = fieldOf(form, partIds(form)[0]).value;
		const unit = form.querySelector('.unit');

		return unit ? { value, unit: unit.dataset.unit || unit.value } : value;
	},

	fill(form, response) {
		const { value = response || '', unit } = response || {};
		const units = form.querySelector('select.unit');

		fieldOf(form, partIds(form)[0]).value = value;
		if (units)
			units.value = unit || '';
	},

	prepare: useDecimal,
	change: changeTyped,
	complaint: complainTyped,

	parts: (q, response, form, solved, data) => [judgedField(data, q, partIds(form)[0], q, response)],
};
