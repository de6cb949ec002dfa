/* SPDX-License-Identifier: MIT */
/*
 * The code of a result slip: all answers of a test in letters that can be typed. docs/results.md describes it; slip.c
 * reads it. Ids stand in it as their number among all ids of the question, sorted by their bytes in UTF-8, so that
 * neither shuffling nor hidden keys matter.
 */

/* Crockford's 32 signs: none that is taken for another. */
const SLIP_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SLIP_DIGITS = '0123456789,.-+ /';
const SLIP_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -';
const SLIP_START = Date.UTC(2026, 0, 1);
const SLIP_DAY = 86400000;
const SLIP_NO_SCORE = 16383;

/* How long a code may be with the word in front of it, and to how many letters typed answers are cut to get there. */
const SLIP_ROOM = 299;
const SLIP_CUTS = [120, 96, 80, 64, 56, 48, 40, 36, 32, 28, 24, 20, 16, 12, 8, 4, 0];

/* -- bits -- */

const slipBits = (value, count) => (count === 0 ? '' : value.toString(2).padStart(count, '0'));
const slipWidth = (values) => (values < 2 ? 0 : (values - 1).toString(2).length);
const slipChoice = (value, values) => slipBits(value, slipWidth(values));

/* A number of any size in groups of ${size} bits, the lowest first; 1 in front of each but the last. */
function slipNumber(value, size) {
	const group = slipBits(value % 2 ** size, size);
	return value < 2 ** size ? `0${group}` : `1${group}${slipNumber(Math.floor(value / 2 ** size), size)}`;
}

const slipBytes = (text) => new TextEncoder().encode(text);
const slipSortKey = (text) => String.fromCharCode(...slipBytes(text));

/* Without repetitions, in the order of their bytes. */
function slipSorted(texts) {
	const order = (a, b) => (slipSortKey(a) < slipSortKey(b) ? -1 : 1);
	return Array.from(new Set(texts)).sort(order);
}

/* -- typed text -- */

/* The four ways to write letters; null where some letter has no place in it. */
function slipAlphabet(letters, alphabet, size) {
	const places = letters.map((letter) => alphabet.indexOf(letter));
	return places.includes(-1) ? null : slipNumber(letters.length, 3) + places.map((place) => slipBits(place, size)).join('');
}

function slipWindow(letters) {
	const codes = letters.map((letter) => letter.codePointAt(0));
	const blocks = new Set(codes.filter((code) => code > 127).map((code) => code >> 7));

	if (blocks.size !== 1)
		return null;
	return slipNumber(codes.length, 3) + slipBits(Array.from(blocks)[0], 14) +
		codes.map((code) => slipBits(code > 127 ? 128 + (code % 128) : code, 8)).join('');
}

function slipUtf8(letters) {
	const bytes = Array.from(slipBytes(letters.join('')));
	return slipNumber(bytes.length, 3) + bytes.map((byte) => slipBits(byte, 8)).join('');
}

/* A text of up to ${cut} letters: whether it is one, whether it was cut, the shortest way, and its letters. */
function slipText(text, cut) {
	const letters = Array.from(String(text).normalize('NFC').trim().replace(/[\ud800-\udfff]/gu, '\ufffd'));
	const kept = letters.slice(0, cut);
	const ways = [slipAlphabet(kept, SLIP_DIGITS, 4), slipAlphabet(kept, SLIP_LETTERS, 6), slipWindow(kept), slipUtf8(kept)];
	const lengths = ways.map((way) => (way === null ? Infinity : way.length));
	const best = lengths.indexOf(Math.min(...lengths));

	if (letters.length === 0)
		return '0';
	return `1${letters.length > cut ? 1 : 0}${slipBits(best, 2)}${ways[best]}`;
}

/* -- responses: bits, or null where a response is none that the type knows -- */

const slipIds = (list) => slipSorted(list.map((one) => one.id));

/* One of a list, or nothing: 0. */
function slipOne(list, value) {
	const blank = value === null || value === '';
	const place = list.indexOf(value);

	return !blank && place < 0 ? null : slipChoice(blank ? 0 : place + 1, list.length + 1);
}

/* A member of a map that may be none, and that has nothing but its own. */
const slipOf = (map, key) => (map !== null && Object.prototype.hasOwnProperty.call(map, key) ? map[key] : null);

const slipTicks = (list, response) => list.map((id) => Number([].concat(response).includes(id))).join('');
const slipJoin = (parts) => (parts.includes(null) ? null : parts.join(''));

function slipPairs({ pairs, choices = [] }, response) {
	const targets = slipSorted(choices.concat(Object.values(pairs).filter((target) => target !== null)));

	if (Array.isArray(response))
		return response.length === 0 ? slipPairs({ pairs, choices }, null) : null;
	return slipJoin(slipSorted(Object.keys(pairs)).map((left) => slipOne(targets, slipOf(response, left))));
}

/* Each place as a number among those that are left. */
function slipOrder(order, response) {
	const left = slipSorted(order);

	if (response === null || response.length === 0)
		return '0';
	if (!Array.isArray(response) || response.length !== left.length || slipSorted(response).join('\n') !== left.join('\n'))
		return null;
	return `1${response.map((id) => {
		const bits = slipChoice(left.indexOf(id), left.length);
		left.splice(left.indexOf(id), 1);
		return bits;
	}).join('')}`;
}

function slipTyped(response, cut, units) {
	if (response === null || typeof response !== 'object')
		return `0${slipText(response === null ? '' : response, cut)}`;
	return slipJoin([`1${slipText(response.value, cut)}`, slipOne(slipSorted(Object.keys(units || {})), response.unit)]);
}

function slipGap(gap, value, cut) {
	if (gap.kind === 'select')
		return slipOne(slipSorted((gap.choices || []).concat(gap.answer === undefined ? [] : gap.answer)), value);
	return slipText(value === null ? '' : value, cut);
}

function slipGaps({ gaps }, response, cut) {
	const named = slipIds(gaps).map((id) => gaps.find((gap) => gap.id === id));
	return slipJoin(named.map((gap) => slipGap(gap, slipOf(response, gap.id), cut)));
}

function slipPoints(points) {
	const numbers = (points || []).flat().map(Number);

	if (numbers.some((x) => !Number.isInteger(x) || x < 0 || x > 65535))
		return null;
	return slipNumber(numbers.length / 2, 3) + numbers.map((x) => slipNumber(x, 5)).join('');
}

function slipSpots({ areas }, response, { mode }) {
	if (mode !== 'markers')
		return slipPoints(response);
	const names = slipSorted(areas.map((area) => area.marker));
	if (Object.keys(response || {}).some((name) => !names.includes(name)))
		return null;
	return slipJoin(names.map((name) => slipPoints(slipOf(response, name))));
}

function slipScale({ scale, items }, response) {
	const degrees = Array.from({ length: scale }, (_, i) => i + 1);
	return slipJoin(items.map((_, i) => slipOne(degrees, slipOf(response, i + 1))));
}

const slipOption = ({ options }, response) => slipOne(slipIds(options), [].concat(response, null)[0]);

/* What somebody thought stays with them: of a reflection only whether something was written; of a path, nothing. */
const SLIP_TYPES = {
	single: slipOption,
	truefalse: slipOption,
	multiple: ({ options }, response) => slipTicks(slipIds(options), response),
	matching: slipPairs,
	classification: slipPairs,
	matrix: slipPairs,
	ordering: ({ order }, response) => slipOrder(order, response),
	gap: (question, response, scoring, cut) => slipGaps(question, response, cut),
	text: (question, response, scoring, cut) => slipTyped(response, cut),
	number: ({ units }, response, scoring, cut) => slipTyped(response, cut, units),
	hotspot: slipSpots,
	survey: slipScale,
	reflection: (question, response) => (response === null || response === '' ? '0' : '1'),
	checklist: ({ items }, response) => slipTicks(slipIds(items), response),
	branching: () => '',
};

/* 0 and its bits, or 1 and the response as JSON where its type does not know it. */
function slipResponse({ type, question = {}, scoring = {} }, response, cut) {
	const bits = type in SLIP_TYPES ? SLIP_TYPES[type](question, response, scoring, cut) : null;
	return bits === null ? `1${slipText(JSON.stringify(response), Infinity)}` : `0${bits}`;
}

/* -- the code -- */

/* The sum that a wrong letter changes: CRC-24 of OpenPGP, over bits. */
function slipSum(bits) {
	let sum = 0xb704ce;

	for (const bit of bits)
		sum = ((sum << 1) & 0xffffff) ^ (((sum >> 23) ^ Number(bit)) === 1 ? 0x864cfb : 0);
	return sum;
}

/* One question: its answer, at which try it was given, and which hints were open then. */
function slipItem({ q, response, tries = 1, hints = [] }, simple, cut) {
	const paid = simple ? '' : slipNumber(tries - 1, 3) + (q.hints || []).map((_, i) => Number(hints.includes(i))).join('');
	return paid + slipResponse(q, response === undefined ? null : response, cut);
}

function slipBody({ paper, day, attempt, claim, items }, cut) {
	const byId = slipSorted(items.map((item) => item.q.id)).map((id) => items.find((item) => item.q.id === id));
	const all = items.every((item) => item.delivered !== false);
	const simple = items.every((item) => (item.tries || 1) === 1 && (item.hints || []).length === 0);

	return slipBits(parseInt(paper, 16), 32) + slipBits(day, 14) + slipNumber(attempt - 1, 3) + slipBits(claim === null ? SLIP_NO_SCORE : claim, 14) +
		Number(simple) + Number(all) + byId.map((item) => {
			const there = item.delivered !== false;
			return (all ? '' : Number(there)) + (there ? slipItem(item, simple, cut) : '');
		}).join('');
}

/*
 * The letters of a slip:
 *
 *	paper     the page's data.slip.paper, eight digits of base 16
 *	day       slipDay(date)
 *	attempt   the first is 1
 *	claim     the score in hundredths of a percent, cut; null where there is none
 *	items     all questions of the paper: {q, response, delivered, tries, hints}: the response that counts, or null;
 *	          delivered: false where it was not drawn; tries: how many were used up to this response, 1 if not given;
 *	          hints: numbers of those that were open then
 */
function slipCode(slip) {
	for (const cut of SLIP_CUTS) {
		let bits = slipBody(slip, cut);
		bits = bits.padEnd(bits.length + ((6 - (bits.length % 5)) % 5), '0');
		const length = 3 + (bits.length + 24) / 5;
		const whole = slipBits(1, 5) + slipBits(length % 1024, 10) + bits;
		const code = (whole + slipBits(slipSum(whole), 24)).match(/.{5}/g).map((five) => SLIP_SIGNS[parseInt(five, 2)]).join('');
		if (`PENSUM ${code}`.length <= SLIP_ROOM)
			return code;
		if (cut === 0)
			return length < 1024 ? code : '';
	}
	return '';
}

/* Days since the first that a slip can have; ${date} as the reader's own clock has it. */
const slipDay = (date) => Math.min(16383, Math.max(0, (Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - SLIP_START) / SLIP_DAY));

/* In groups of five, for eyes and fingers. */
const slipGroups = (code) => `PENSUM ${code.match(/.{1,5}/g).join(' ')}`;
