// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random questions of type `number`: numbers written in every way that is read, and in many that are not.
import { same } from './draw.mjs';
import { pick } from './text.mjs';

const below = (random, n) => Math.floor(random() * n);

const zeros = [0x30, 0x30, 0x30, 0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7e2, 0x1d7ec, 0x11066];
const blanks = [' ', '\u00a0', '\u2002', '\u2003', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f'];
const groups = [...blanks, "'", '\u2019', '.', ',', '\u2004', '_', '\u3000'];
const units = ['kg', 'g', 'm', "'", '°', '%', '€', 'e3', 'E', 'x', 'm2', 'kg m', '·s', 'constructor', '__proto__x', '٣', 'KG'];

const digitsIn = (random, text) => {
	const zero = pick(random, zeros);
	return text.replace(/\d/g, (d) => String.fromCodePoint(zero + Number(d)));
};

function integer(random) {
	let text = '';

	for (let n = pick(random, [1, 1, 2, 3, 3, 4, 6, 7, 9]); n > 0; n--)
		text += below(random, 10);
	return random() < 0.7 ? text.replace(/^0+(?=.)/, '') : text;
}

function groupedInteger(random) {
	const mark = pick(random, groups);
	const size = random() < 0.9 ? 3 : 2;
	let text = integer(random);

	text = text.replace(new RegExp(`\\B(?=(\\d{${size}})+$)`, 'g'), () => (random() < 0.95 ? mark : pick(random, groups)));
	return text;
}

function exponent(random) {
	const sign = pick(random, ['', '-', '+', '\u2212']);
	const digits = pick(random, ['0', '1', '2', '3', '03', '399', '400', '401', '99999999999999999999', '']);

	if (random() < 0.5)
		return pick(random, ['e', 'E', ' e', 'e ']) + sign + digits;
	return pick(random, ['', '', ' ', '\u202f', '  ']) + pick(random, ['x', '×', '*', '·', 'X', '⋅']) + pick(random, ['', '', ' ', '\u00a0', '  ']) +
		pick(random, ['10^', '10**', '10 ^', '10', '10*']) + sign + digits;
}

function typed(random, value) {
	let text = random() < 0.3 ? String(value) : random() < 0.5 ? groupedInteger(random) : integer(random);

	if (random() < 0.5)
		text = (random() < 0.1 ? '' : text) + pick(random, ['.', ',', '.', ',', '..', ' .']) + pick(random, ['', '5', '50', '000', '250', '500', '1234', '5 0']);
	if (random() < 0.2)
		text += exponent(random);
	if (random() < 0.3)
		text = pick(random, ['-', '+', '\u2212', '- ', '--', '\u2013']) + text;
	if (random() < 0.05)
		text = pick(random, ['', ' ', '\t', '\u3000', 'Infinity', 'NaN', '0x10', '1/2', '.', ',', '-', 'e5', '1e', '١٫٥', '½', '²', '1.2.3', '1,2,3', '1,234,567.', '١٢٣٬٤٥٦']);
	return digitsIn(random, text);
}

const withUnit = (random, text, before) => {
	const unit = pick(random, units) + (random() < 0.1 ? pick(random, units) : '');
	const gap = pick(random, ['', ' ', '\u00a0', '\t', '  ', '\u2004']);
	return before === (random() < 0.9) ? unit + gap + text : text + gap + unit;
};

function tolerance(random) {
	return pick(random, ['0', '0.5', '5%', '0.1 0.2', '1/3', '1/7 2', '100%']);
}

export function answer(random) {
	const value = pick(random, ['0', '5', '-5', '2.5', '1234', '1234.5', '0.25', '1/3', '-2.675', '99.95', '1e3', '250', '0.5', '1250', '1e-400', '-0.005', '99999']);
	const a = pick(random, [
		() => ({ value }), () => ({ value }), () => ({ value, tolerance: tolerance(random) }),
		() => ({ value, decimals: below(random, 4) }), () => ({ value, sigfigs: 1 + below(random, 4) }),
		() => ({ range: pick(random, ['[0, 5]', '(0;5)', '[-5,1e3)', '( 1/3 ; 1234.5 ]', '[5,5]', '(5,5)']) }), () => ({ any: true }),
	])();
	if (random() < 0.4)
		a.score = pick(random, ['1/2', '0', '75%', '1', '-1/4', '2']);
	return [a, value];
}

export function asked(random) {
	const question = { answers: [] };
	let value;

	for (let n = below(random, 3); n >= 0; n--) {
		const [a, v] = answer(random);
		question.answers.push(a);
		value = v;
	}
	if (random() < 0.7)
		question.decimal = pick(random, ['.', ',']);
	if (random() < 0.5) {
		question.units = {};
		for (let n = below(random, 4); n > 0; n--)
			question.units[pick(random, units)] = pick(random, ['1', '1000', '1/1000', '0.5', '-1', '0']);
		if (random() < 0.6)
			question.unit_policy = pick(random, ['required', 'optional']);
	}
	if (random() < 0.3)
		question.unit_position = pick(random, ['after', 'before']);
	const text = typed(random, value);
	return [question, random() < (question.units ? 0.7 : 0.1) ? withUnit(random, text, question.unit_position === 'before') : text];
}

export function vector(random, i) {
	const [question, text] = asked(random);
	const scoring = {};
	let response = text;

	if (random() < 0.3)
		scoring.unit_penalty = pick(random, ['0', '1/4', '100%', '0.1']);
	if (random() < 0.3)
		scoring.unit_penalty_of = pick(random, ['credit', 'max']);
	if (random() < 0.1)
		response = { value: text, unit: pick(random, [...units, '']) };
	else if (random() < 0.01)
		response = null;
	return { id: `number-${i}`, type: 'number', question, scoring, response };
}

export function claims(v) {
	const { question: { answers: [first], decimal = '.', units: declared } } = v;
	const all = [];

	if (typeof v.response === 'string')
		all.push(same('blanks at the ends do not matter', { ...v, response: `\u202f\t${v.response}\n` }),
			same('the script of the digits does not matter', { ...v, response: v.response.replace(/\d/g, (d) => String.fromCodePoint(0x966 + Number(d))) }));
	if (first.any && first.score === undefined && declared === undefined)
		all.push({ name: 'the decimal separator', other: { ...v, response: `1${decimal}234` }, holds: (own, its) => its.score === '1' });
	return all;
}

export const mutant = (v) => ({ ...v, question: { ...v.question, decimal: v.question.decimal === ',' ? '.' : ',' } });
