// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes: square by square as libqrencode makes them, and read by zbar.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, pieces, test } from './harness.mjs';

const { qrMatrix, qrDraw, qrPenalty } = pieces(['page/qr'], ['qrMatrix', 'qrDraw', 'qrPenalty']);
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

// Numbers that are the same in each run (mulberry32).
let seed = 7;
function below(n) {
	seed = (seed + 0x6d2b79f5) | 0;
	let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
	t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
	return ((t ^ (t >>> 14)) >>> 0) % n;
}

// -- libqrencode --

// Letters between digits: qrencode would make segments of its own of long runs of digits.
const alphanumeric = (length) => Array.from({ length }, (_, i) => (i % 3 === 0 ? SIGNS[10 + below(26)] : SIGNS[below(45)])).join('');
const LETTERS = ['a', 'z', 'Q', '7', ' ', ';', 'å', 'ø', 'ļ', 'ģ', 'ß', 'д', 'ї', 'ん', '😀'];

function bytes(length) {
	let text = '';
	for (let left = length; left > 0; left = length - Buffer.byteLength(text)) {
		const letter = LETTERS[below(LETTERS.length)];
		text += Buffer.byteLength(letter) <= left ? letter : 'x';
	}
	return text;
}

function theirs(text, level, version, binary) {
	const args = ['-t', 'ASCII', '-m', '0', '-l', level, '-v', String(version), '-o', '-'];
	const out = execFileSync('qrencode', binary ? [...args, '-8'] : args, { input: text }).toString().trimEnd().split('\n');
	return out.map((line) => Array.from(out, (_, i) => line[2 * i] === '#'));
}

// The mask that the squares beside the finders name.
function maskOf(rows) {
	const at = (i) => rows[i < 6 ? i : i < 8 ? i + 1 : rows.length - 15 + i][8];
	return [10, 11, 12].reduce((mask, i) => mask | ((Number(at(i)) ^ ((0x5412 >> i) & 1)) << (i - 10)), 0);
}

const drawn = (rows) => rows.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');
const capacity = (level, version, text) => qrMatrix(text, { level, version, mask: 0 }) !== null;

for (const level of ['L', 'M'])
	for (const [mode, make] of [['bytes', bytes], ['alphanumeric', alphanumeric]])
		test(`libqrencode makes the same squares: ${mode}, ${level}, versions 1 to 40`, () => {
			for (let version = 1; version <= 40; version++) {
				let text = make(Math.min(300, 6 + below(9 * version)));
				while (!capacity(level, version, text))
					text = make(Buffer.byteLength(text) - 1);
				const expected = theirs(text, level, version, mode === 'bytes');
				assert.equal(expected.length, 4 * version + 17);
				assert.equal(drawn(qrMatrix(text, { level, version, mask: maskOf(expected) })), drawn(expected), `version ${version}: ${text}`);
			}
		});

test('the smallest version that libqrencode finds', () => {
	for (let length = 1; length <= 300; length++) {
		const text = alphanumeric(length);
		assert.equal(qrMatrix(text).length, theirs(text, 'M', 1, false).length, `${length}`);
	}
});

// -- zbar --

// A picture with ${scale} dots a square and the quiet zone.
function picture(rows, scale) {
	const size = (rows.length + 8) * scale;
	const dots = Buffer.alloc(size * size, 255);

	rows.forEach((row, y) => row.forEach((dark, x) => {
		for (let i = 0; dark && i < scale; i++)
			dots.fill(0, ((y + 4) * scale + i) * size + (x + 4) * scale, ((y + 4) * scale + i) * size + (x + 5) * scale);
	}));
	return Buffer.concat([Buffer.from(`P5 ${size} ${size} 255\n`), dots]);
}

// What zbar reads, code behind code.
function read(matrices) {
	const folder = mkdtempSync(join(tmpdir(), 'qr-'));
	try {
		const files = matrices.map((rows, i) => {
			const file = join(folder, `${i}.pgm`);
			writeFileSync(file, picture(rows, 3));
			return file;
		});
		return execFileSync('zbarimg', ['-q', '--raw', '-Sbinary', ...files], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const comesBack = (texts, options = {}) => assert.equal(read(texts.map((text) => qrMatrix(text, options))), texts.join(''));

const lengths = Array.from({ length: 300 }, (_, i) => i + 1);

test('zbar reads alphanumeric texts of 1 to 300 letters', () => comesBack(lengths.map((n) => alphanumeric(n))));

test('zbar reads texts of 1 to 300 bytes', () => comesBack(lengths.map((n) => bytes(n))));

test('zbar reads each mask', () => {
	for (let mask = 0; mask < 8; mask++)
		comesBack([alphanumeric(200), bytes(200)], { mask });
});

test('zbar reads a code with a stain on a thirtieth of its squares', () => {
	const text = alphanumeric(250);
	const rows = qrMatrix(text).map((row) => row.slice());
	for (let y = 20; y < 30; y++)
		for (let x = 20; x < 30; x++)
			rows[y][x] = true;
	assert.equal(read([rows]), text);
});

// -- choices and limits --

test('the mask with the least penalty', () => {
	const text = alphanumeric(120);
	const penalties = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => qrPenalty(qrMatrix(text, { mask })));
	assert.equal(qrPenalty(qrMatrix(text)), Math.min(...penalties));
});

test('penalties: runs, blocks, finders, balance', () => {
	const rows = (text) => text.split(' ').map((row) => Array.from(row, (c) => c === '1'));
	/* Five rows and five columns of one colour, 3 each; 16 blocks of four, 3 each; all dark: 10 times 10. */
	assert.equal(qrPenalty(rows('11111 11111 11111 11111 11111')), 30 + 48 + 100);
	assert.equal(qrPenalty(rows('10 01')), 0);
});

test('too long is no code', () => {
	assert.equal(qrMatrix('A'.repeat(100), { version: 1 }), null);
	assert.equal(qrMatrix('a'.repeat(2954)), null);
	assert.equal(qrMatrix('a'.repeat(2953)).length, 177); /* version 40, L */
	assert.equal(qrMatrix('A'.repeat(4296)).length, 177);
	assert.equal(qrMatrix('A'.repeat(4297)), null);
});

test('the empty text is a code', () => assert.equal(qrMatrix('').length, 21));

test('drawn with a quiet zone on white, with words for who cannot see it', () => {
	const made = [];
	globalThis.document = {
		createElementNS: (space, name) => {
			const element = { space, name, attributes: {}, children: [], setAttribute: (key, value) => { element.attributes[key] = String(value); }, append: (...list) => element.children.push(...list) };
			made.push(element);
			return element;
		},
	};
	const rows = qrMatrix('PENSUM 1');
	const svg = qrDraw(rows, 'Code');
	const [ground, dark] = svg.children;
	delete globalThis.document;

	assert.ok(made.every((element) => element.space === 'http://www.w3.org/2000/svg' && !('style' in element.attributes)));
	assert.equal(svg.attributes['aria-label'], 'Code');
	assert.equal(svg.attributes.role, 'img');
	assert.equal(svg.attributes.viewBox, '0 0 29 29');
	assert.deepEqual([ground.attributes.width, ground.attributes.fill, dark.attributes.fill], ['29', '#fff', '#000']);
	/* The path says the squares: painted back, it is the matrix. */
	const painted = rows.map((row) => row.map(() => false));
	for (const [, x, y, width] of dark.attributes.d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		painted[y - 4].fill(true, x - 4, x - 4 + Number(width));
	assert.equal(drawn(painted), drawn(rows));
});
