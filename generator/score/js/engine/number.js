/* SPDX-License-Identifier: MIT */
/*
 * Typed numbers (D9), perhaps with a unit. What can be read in two ways is not read.
 */

const BLANK = ' \\xa0\\u2002\\u2003\\u2007-\\u200a\\u202f';
const blankEnds = RegExp(`^[${BLANK}\\t\\r\\n]+|[${BLANK}\\t\\r\\n]+$`, 'g');
const NUMBER = `([+-]?)(\\d[\\d.,'\\u2019${BLANK}]*|[.,]\\d+)(?:(?:[eE]|[${BLANK}]?[x\\xd7*\\xb7][${BLANK}]?10(?:\\^|\\*\\*))([+-]?\\d+))?`;
const inFront = RegExp(`^()${NUMBER}([^]*)$`);
const atTheEnd = RegExp(`^([^]*?)${NUMBER}()$`);
/* Groups of three; then a separator that is not one of theirs. */
const groupedDigits = RegExp(`^(\\d{1,3}(?:(?:['\\u2019${BLANK}]\\d{3})+|(?:\\.\\d{3})+(?!\\.)|(?:,\\d{3})+(?!,)))(?:[.,](\\d*))?$`);

const trimNumber = (text) => text.replace(blankEnds, '');

/* Decimal digits of a script stand together, 0 first. */
function digitOf(character) {
	let n = 0;

	while (/^\p{Nd}$/u.test(String.fromCodePoint(character.codePointAt(0) - n - 1)))
		n++;
	return n % 10;
}

/* The parts of the digits, [integer, decimals]; null where they cannot be read. */
function digitParts(digits, decimal) {
	const marks = digits.replace(/\d/g, '');

	if (/^[.,]?$/.test(marks)) {
		if (marks && marks !== decimal && /^[1-9]\d{0,2}.\d{3}$/.test(digits))
			return null;
		return digits.split(marks || '.').concat('');
	}
	const found = groupedDigits.exec(digits);
	return found && [found[1].replace(/\D/g, ''), found[2] || ''];
}

const tenTo = (n) => (n < 0 ? { n: 1n, d: 10n ** BigInt(-n) } : { n: 10n ** BigInt(n), d: 1n });

/* {state, x, unit, factor}, the latter three where it is answered. */
function readNumber({ decimal = '.', units, unit_policy: policy, unit_position: position }, response) {
	const chosen = response && typeof response === 'object';
	const text = trimNumber(((chosen ? response.value : response) || '').replace(/\p{Nd}/gu, digitOf).replace(/\u2212/g, '-'));

	if (!text)
		return { state: 'unanswered' };
	const invalid = { state: 'invalid' };
	const found = (position === 'before' ? atTheEnd : inFront).exec(text);
	if (!found)
		return invalid;
	const [, before, sign, digits, exponent = '0', behind] = found;
	const parts = digitParts(trimNumber(digits), decimal);
	if (!parts || Math.abs(exponent) > 400)
		return invalid;
	const unit = chosen ? response.unit || '' : trimNumber(before + behind);
	const factor = units && new Map(Object.entries(units)).get(unit);
	if (unit && (!units || (!factor && policy === 'optional')))
		return invalid;
	return {
		state: 'answered',
		x: multiply(ratio(BigInt(sign + '0' + parts[0] + parts[1]), 1n), tenTo(exponent - parts[1].length)),
		unit,
		factor,
	};
}

/* Between bounds; what is compared rounded is in rounding.js. */
function hitsNumber(answer, x) {
	const { any, value, low, high, openLow, openHigh } = answer;

	if (any)
		return true;
	if (value !== undefined)
		return hitsRounded(answer, x);
	const inside = (a, b, open) => below(a, b) || (!open && equal(a, b));
	return (low === undefined || inside(parse(low), x, openLow)) && (high === undefined || inside(x, parse(high), openHigh));
}

/* The credit of a number that was read; ${rule} says what a wrong unit costs. */
function numberCredit(question, { unit_penalty: penalty = '1/10', unit_penalty_of: of }, { x, unit, factor }) {
	const bare = !question.units || (question.unit_policy === 'optional' && !unit);

	for (const answer of question.answers) {
		const credit = answerCredit(answer);
		if (factor && hitsNumber(answer, multiply(x, parse(factor))))
			return credit;
		if (hitsNumber(answer, x)) {
			if (bare)
				return credit;
			return of === 'max' ? greater(ZERO, subtract(credit, parse(penalty))) : multiply(credit, subtract(ONE, parse(penalty)));
		}
	}
	return ZERO;
}

types.number = {
	state: (q, response) => readNumber(q.question, response).state,
	score({ question, scoring }, response) {
		const read = readNumber(question, response);
		return {
			score: read.state === 'answered' ? numberCredit(question, scoring || {}, read) : ZERO,
			max: bestCredit(question.answers),
		};
	},
};
