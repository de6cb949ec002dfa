// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that the browser's script makes, read and scored by the program.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, pieces, test } from '../js/harness.mjs';
import { TYPES, below, blind, many, one, shuffled } from './quizzes.mjs';

const { PENSUM, OUT, SEAL } = process.env;
const ENGINE = ['numbers', 'answers', 'longest', 'choice', 'choicerules', 'choicecredits', 'pairs', 'pairrules', 'paircredits', 'order', 'orderrules', 'text', 'typos',
	'patterns', 'number', 'rounding', 'gap', 'distinct', 'hotspot', 'branching'].map((name) => `engine/${name}`);
const { types, parse, add, multiply, divide, subtract, greater, slipCode, slipGroups } = pieces([...ENGINE, 'page/slipcode'],
	['types', 'parse', 'add', 'multiply', 'divide', 'subtract', 'greater', 'slipCode', 'slipGroups']);

const ZERO = parse('0');
const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);

// -- quizzes --

function quiz(number, list) {
	const draws = below(4) === 0;
	const items = list.map((make, i) => {
		const { response, ...q } = make();
		const hints = below(5) === 0 ? { hints: ['1/10', '0', '1/4'] } : {};
		const item = { q: { id: one([`q${i}`, `Frage-${i}`, `${i}`]), points: one(['1', '2', '1/2']), tries: one([1, 3, 0]), penalty: '1/3', ...hints, ...q }, response };
		item.delivered = !draws || below(3) > 0;
		item.tries = item.q.tries === 1 || below(3) > 0 ? 1 : 1 + below(3);
		item.hints = hints.hints && below(2) ? [one([0, 1, 2])] : [];
		return item;
	});
	if (below(2))
		items.forEach((item) => Object.assign(item, { tries: 1, hints: [] }));
	return { key: { course: 'course', quiz: `quiz-${number}`, language: 'nb', pass: '7/10', inPoints: false, attempts: 0, draws, questions: items.map((item) => item.q) }, items };
}

// As core.js makes a score of a result.
function worth({ q, tries, hints }, result) {
	const paid = hints.map((i) => parse(q.hints[i])).reduce(add, multiply(parse(q.penalty), parse(String(tries - 1))));
	return q.tries === 1 && paid.n === 0n ? result : greater(ZERO, subtract(result, paid));
}

function resultOf(item) {
	const type = types[item.q.type];
	if (!type)
		return null;
	const { score, max } = type.score(item.q, item.response);
	if (score === null)
		return null;
	const result = max.n === 0n ? ZERO : divide(score, max);
	return type.state(item.q, item.response) === 'answered' ? worth(item, result) : result;
}

function totalOf(items) {
	const scored = items.filter((item) => item.delivered && item.result !== null);
	const max = scored.map((item) => parse(item.q.points)).reduce(add, ZERO);
	const earned = greater(ZERO, scored.map((item) => multiply(parse(item.q.points), item.result)).reduce(add, ZERO));
	return { earned, max, claim: max.n === 0n ? null : Number((10000n * earned.n * max.d) / (earned.d * max.n)) };
}

// -- the way to the program and back --

function seal(quizzes, name) {
	const file = join(OUT, `${name}.json`);
	const sealed = execFileSync(SEAL, { input: quizzes.map(({ key }) => JSON.stringify(key)).join('\n') + '\n', maxBuffer: 1 << 28 });
	const marks = new Map(JSON.parse(sealed).papers.map(({ mark, key }) => [key.quiz, mark]));

	writeFileSync(file, sealed);
	return { file, mark: (q) => marks.get(q.key.quiz) };
}

function results(key, input, ...options) {
	const { stdout, stderr, status } = spawnSync(PENSUM, ['results', '--key', key, '--format', 'json', ...options, '-'], { input, maxBuffer: 1 << 28 });
	assert.ok([0, 1].includes(status), `status ${status}: ${stderr}`);
	return JSON.parse(stdout);
}

// As a person would type it.
const careless = (code) => Array.from(code, (c) => (c === '0' ? one(['0', 'O', 'o']) : c === '1' ? one(['1', 'I', 'l']) : below(2) ? c.toLowerCase() : c)).join('')
	.replace(/.{5}/g, (five) => five + one(['', ' ', '-', '\n', '\r\n> ', ' \u2013 ']));

const same = (a, b) => assert.deepEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

// What comes back for a response: typed text is normalised and trimmed, an empty answer is none, a thought stays away.
function expected({ q, response }) {
	const trimmed = (s) => s.normalize('NFC').trim();

	if (q.type === 'reflection' || q.type === 'branching')
		return null;
	if (q.type === 'text' || q.type === 'number')
		return response === null || typeof response === 'object' ? response : trimmed(response) || null;
	if (q.type === 'gap') {
		const filled = Object.entries(response).map(([id, s]) => [id, q.question.gaps.find((gap) => gap.id === id).kind === 'select' ? s : trimmed(s)]);
		return Object.fromEntries(filled.filter(([, s]) => s !== ''));
	}
	if (q.type === 'ordering')
		return response.length === 0 ? null : response;
	return response;
}

const sets = (type, x) => (['multiple', 'checklist'].includes(type) ? x.slice().sort() : x);

function compare(person, { items, key, attempt, total }, name) {
	const cut = person.flags.includes('cut');
	const asked = items.filter((item) => item.delivered);

	assert.deepEqual(person.flags.filter((flag) => flag !== 'cut'), []);
	assert.deepEqual([person.attempt, person.quiz, person.name], [attempt, key.quiz, name]);
	same(Object.keys(person.answers).sort(), asked.map((item) => item.q.id).sort());
	for (const item of cut ? [] : asked) {
		const { response, result } = person.answers[item.q.id];
		same(sets(item.q.type, response), sets(item.q.type, expected(item)));
		assert.equal(result, item.result === null ? null : text(item.result));
	}
	if (!cut)
		assert.deepEqual([person.points, person.max], total.claim === null ? ['', ''] : [text(total.earned), text(total.max)]);
}

function roundTrip(quizzes, name) {
	const { file, mark } = seal(quizzes, name);
	const codes = quizzes.map((q) => {
		q.items.forEach((item) => Object.assign(item, { result: resultOf(item) }));
		q.attempt = one([1, 1, 2, 8, 64, 700]);
		q.total = totalOf(q.items);
		q.code = slipCode({ paper: mark(q), day: below(300), attempt: q.attempt, claim: q.total.claim, items: shuffled(q.items).map((item) => ({ ...item, q: blind(item.q) })) });
		return one([q.code, `PENSUM ${q.code}`, `Pensum ${careless(q.code)}`, slipGroups(q.code), careless(q.code).replace(/[\r\n>]+/g, ' ')]);
	});
	const { people } = results(file, codes.map((code, i) => `Person ${i}; ${code}\n`).join(''), '--only', 'people');

	assert.equal(people.length, quizzes.length);
	people.forEach((person, i) => {
		try {
			compare(person, quizzes[i], `Person ${i}`);
		} catch (error) {
			error.message += `\n${codes[i]}\n${JSON.stringify(quizzes[i], (k, v) => (typeof v === 'bigint' ? `${v}` : v))}\n${JSON.stringify(person)}`;
			throw error;
		}
	});
	return quizzes;
}

// A checklist with points has no scorer in the browser: these quizzes have none.
const unscored = (make) => () => {
	const made = make();
	return made.type === 'checklist' ? { ...made, scoring: {} } : made;
};
const makers = Object.values(TYPES).map(unscored);

for (const [name, make] of Object.entries(TYPES))
	test(`${name}: 1,000 answers come back, and are scored alike`, () => {
		roundTrip(many(1000, (i) => quiz(i, [unscored(make)])), name);
	});

test('3,000 mixed tests of up to 16 questions come back, and are scored alike', () => {
	roundTrip(many(3000, (i) => quiz(i, many(1 + below(16), () => one(makers)))), 'mixed');
});

// -- size --

test('every code of 12 mixed questions stays under 300 bytes, the word in front and blanks between groups left out of none', () => {
	const quizzes = roundTrip(many(1000, (i) => quiz(i, many(12, () => one(makers)))), 'twelve');
	const sizes = quizzes.map(({ code }) => `PENSUM ${code}`.length).sort((a, b) => a - b);
	assert.ok(sizes[sizes.length - 1] < 300, `${sizes[sizes.length - 1]}`);
	assert.ok(slipGroups(quizzes[0].code).startsWith('PENSUM 1'));
	if (process.env.KEEP)
		console.log(`# 12 questions: median ${sizes[500]}, 95 %: ${sizes[950]}, most ${sizes[999]}`);
});

// -- slips of the pen --

test('each single wrong letter is noticed', () => {
	const quizzes = roundTrip([quiz(0, many(8, () => one(makers)))], 'wrong');
	const { file } = seal(quizzes, 'wrong');
	const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
	const { code } = quizzes[0];
	const wrong = Array.from(code).flatMap((c, i) => Array.from(letters).filter((x) => x !== c).map((x) => `PENSUM ${code.slice(0, i)}${x}${code.slice(i + 1)}\n`));
	const { people } = results(file, wrong.join(''), '--only', 'people');
	assert.equal(people.length, wrong.length);
	people.forEach((person, i) => assert.deepEqual(person.flags, ['broken'], wrong[i]));
});

test('swapped neighbours, a letter too many, a letter too few are noticed', () => {
	const quizzes = roundTrip([quiz(0, many(8, () => one(makers)))], 'swapped');
	const { file } = seal(quizzes, 'swapped');
	const { code } = quizzes[0];
	const wrong = Array.from(code).flatMap((c, i) => [
		...(i + 1 < code.length && c !== code[i + 1] ? [code.slice(0, i) + code[i + 1] + c + code.slice(i + 2)] : []),
		code.slice(0, i) + code.slice(i + 1),
		`${code.slice(0, i)}Z${code.slice(i)}`,
	]).filter((other) => !other.startsWith(code) && !code.startsWith(other));
	const { people } = results(file, wrong.map((other) => `PENSUM ${other};\n`).join(''), '--only', 'people');
	people.forEach((person) => assert.deepEqual(person.flags, ['broken']));
	assert.ok(people.length >= wrong.length);
});
