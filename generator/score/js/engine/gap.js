/* SPDX-License-Identifier: MIT */
/* Gaps in a text (D7): each is a small question. */

const gapRules = {
	text: (gap, text, scoring) => textCredit(gap.accept, { ...scoring, ...gap.options }, text),
	number(gap, text) {
		const read = readNumber(gap, text);
		return read.state === 'answered' ? numberCredit(gap, {}, read) : ZERO;
	},
	select: (gap, text) => (text === gap.answer ? ONE : ZERO),
};

/* What was put into the gaps: [gap, text] of those that are not blank. */
function filledGaps({ gaps }, response) {
	const given = new Map(Object.entries(response || {}));
	return gaps.map((gap) => [gap, given.get(gap.id)]).filter(([, text]) => isTyped(text));
}

/* Gaps that share their answers are in distinct.js. */
function gapScore(question, filled, scoring) {
	if (filled.length === 0)
		return ZERO;
	if (question.distinct)
		return distinctScore(question, filled, scoring);
	const texts = new Map(filled);
	const credits = question.gaps.map((gap) => (texts.has(gap) ? gapRules[gap.kind || 'text'](gap, texts.get(gap), scoring) : ZERO));
	if (scoring.mode === 'exact')
		return credits.every((credit) => equal(credit, ONE)) ? ONE : ZERO;
	const weights = question.gaps.map(({ weight = '1' }) => parse(weight));
	const all = sum(weights);
	return all.n === 0n ? ZERO : divide(sum(weights.map((weight, i) => multiply(weight, credits[i]))), all);
}

types.gap = {
	state: ({ question }, response) => (filledGaps(question, response).length > 0 ? 'answered' : 'unanswered'),
	score: ({ question, scoring }, response) => ({ score: gapScore(question, filledGaps(question, response), scoring || {}), max: ONE }),
};
