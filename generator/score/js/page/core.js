/* SPDX-License-Identifier: MIT */
/* How tries become a result, and the words for it. */

/* Where each type is answered; each piece adds its own. */
const forms = {};

/* -- showing -- */

/*
 * A number from 0 as it is shown, rounded half up to so many decimals; cut instead where rounding would
 * lift it to one of the limits that it is below: whoever failed by a hair must not read the pass mark.
 */
function rounded(x, places, limits) {
	const scale = 10n ** BigInt(places);
	const up = (2n * x.n * scale + x.d) / (2n * x.d);
	const lifted = limits.some((limit) => below(x, limit) && !below(ratio(up, scale), limit));
	return Number(lifted ? (x.n * scale) / x.d : up) / Number(scale);
}

/* -- one question -- */

const fresh = () => ({ used: 0, last: null, result: ZERO, score: ZERO, full: false, locked: false });

/*
 * What a counted try is worth: its result without a penalty for each try before it and the cost of hints. Only a
 * single free try may be worth less than nothing, where the author lets it.
 */
function worth(q, result, used, cost) {
	return q.tries === 1 && equal(cost, ZERO) ? result : lessened(result, parse(q.penalty), used - 1, cost);
}

/* The share of full marks that a response earns; null where the question has no score. */
function resultOf(q, response) {
	const { score, max } = types[q.type].score(q, response);

	if (score === null)
		return null;
	return equal(max, ZERO) ? ZERO : divide(score, max);
}

/*
 * One submission: what it did ("unanswered", "invalid", "repeated", "locked", "counted") and the state after it. An
 * empty answer, one that cannot be read and one that was given just before cost no try.
 */
function submit(q, state, response, cost) {
	const did = state.locked ? 'locked' : standing(q, state.used > 0 ? state.last : undefined, response);

	if (did !== 'counted')
		return { did, state };
	const result = resultOf(q, response);
	if (result === null)
		return { did, state: { ...fresh(), used: 1, last: response, result } };
	const used = state.used + 1;
	const earned = worth(q, result, used, cost);
	const full = equal(result, ONE);
	return {
		did,
		state: {
			used,
			last: response,
			result,
			score: used === 1 || q.keep === 'last' ? earned : greater(state.score, earned),
			full,
			locked: full || (q.tries > 0 && used >= q.tries),
		},
	};
}

/* Nobody is right or wrong there. */
const isUnscored = (q) => q.type === 'survey' || q.type === 'reflection';

/* The key of the message that says how it went. */
function verdict(result) {
	if (equal(result, ONE))
		return 'right';
	return below(ZERO, result) ? 'partly-right' : 'wrong';
}

/* -- words -- */

/* The message of that key, in the plural form for ${count} where it has several. */
function message(data, key, args, count) {
	const forms = data.text[key];
	const form = typeof forms === 'string' ? forms : forms[new Intl.PluralRules(data.lang).select(count)] || forms.other;
	return form.replace(/%\{([a-z]+)\}/g, (all, name) => (name in args ? args[name] : all));
}

const number = (data, x) => new Intl.NumberFormat(data.lang, { maximumFractionDigits: 2 }).format(x);
const percent = (data, x) => new Intl.NumberFormat(data.lang, { style: 'percent', maximumFractionDigits: 0 }).format(x);

/* A count with its noun. */
const counted = (data, key, count) => message(data, key, { count: number(data, count) }, count);

/* "2 of 3 points" */
function pointsOf(data, points, max) {
	const most = rounded(max, 2, []);
	return message(data, 'points-of', { points: number(data, rounded(greater(ZERO, points), 2, [max])), max: number(data, most) }, most);
}

/* What is said after a counted try, or of a question that was handed in without one. */
function outcome(data, q, state) {
	if (isUnscored(q))
		return message(data, state.used === 0 ? 'not-answered' : 'answer-noted', {});
	const parts = [];
	const word = message(data, state.used === 0 ? 'not-answered' : verdict(state.result), {});
	const max = parse(q.points);

	if (data.quiz.scored && !equal(max, ZERO))
		parts.push(message(data, 'verdict-points', { verdict: word, points: pointsOf(data, multiply(max, state.score), max) }));
	else
		parts.push(message(data, 'verdict', { verdict: word }));
	if (!state.locked && q.tries > 0)
		parts.push(counted(data, 'tries-left', q.tries - state.used));
	else if (state.locked && !state.full && q.tries > 1)
		parts.push(message(data, 'no-tries-left', {}));
	return parts.join(' ');
}
