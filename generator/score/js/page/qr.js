/* SPDX-License-Identifier: MIT */
/*
 * QR codes (ISO/IEC 18004, model 2): qrMatrix() makes the squares, qrDraw() a picture of them. A script of its own, which
 * slip.js loads at the end of a test. Error correction M, and L where M would not fit; alphanumeric mode where the text
 * is made of its 45 signs, else bytes of UTF-8.
 *
 * A matrix is a list of rows of booleans, true is dark, without the quiet zone.
 */

const QR_SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/* By level and version: how many check bytes a block has, and how many blocks there are. */
const QR_CHECKS = {
	L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
	M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
};
const QR_BLOCKS = {
	L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
	M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
};

const QR_MASKS = [
	(x, y) => (x + y) % 2 === 0,
	(x, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const qrBits = (value, count) => value.toString(2).padStart(count, '0');
const qrSize = (version) => 4 * version + 17;

/* -- what is said: bits, filled up to the room that a version has -- */

/* Where the middles of alignment patterns lie, in both directions. */
function qrAlignment(version) {
	const count = version === 1 ? 0 : Math.floor(version / 7) + 2;
	const last = 4 * version + 10;
	const step = version === 32 ? 26 : Math.ceil((last - 6) / (2 * count - 2)) * 2;

	return Array.from({ length: count }, (_, i) => (i === 0 ? 6 : last - step * (count - 1 - i)));
}

/* Bytes of data and checks together. */
function qrRoom(version) {
	const aligned = qrAlignment(version).length;
	const patterns = version === 1 ? 0 : 25 * (aligned * aligned - 3) - 10 * (aligned - 2);
	const squares = qrSize(version) ** 2 - 3 * 64 - 2 * (qrSize(version) - 16) - 31 - patterns - (version < 7 ? 0 : 36);

	return Math.floor(squares / 8);
}

const qrDataRoom = (version, level) => qrRoom(version) - QR_CHECKS[level][version - 1] * QR_BLOCKS[level][version - 1];

function qrSegment(text, version) {
	const signs = Array.from(text, (sign) => QR_SIGNS.indexOf(sign));

	if (text !== '' && !signs.includes(-1)) {
		const pairs = signs.map((sign, i) => {
			if (i % 2 === 1)
				return '';
			return i + 1 < signs.length ? qrBits(45 * sign + signs[i + 1], 11) : qrBits(sign, 6);
		});
		return '0010' + qrBits(signs.length, version < 10 ? 9 : version < 27 ? 11 : 13) + pairs.join('');
	}
	const bytes = new TextEncoder().encode(text);
	return '0100' + qrBits(bytes.length, version < 10 ? 8 : 16) + Array.from(bytes, (byte) => qrBits(byte, 8)).join('');
}

/* The bytes of data that a version holds, or null where the text is too long for it. */
function qrData(text, version, level) {
	const room = 8 * qrDataRoom(version, level);
	let bits = qrSegment(text, version);

	if (bits.length > room)
		return null;
	bits = bits.padEnd(Math.min(room, bits.length + 4), '0');
	bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
	return bits.padEnd(room, '1110110000010001').match(/.{8}/g).map((byte) => parseInt(byte, 2));
}

/* -- Reed and Solomon's check bytes -- */

const QR_POWERS = [];
const QR_LOGS = [];
for (let i = 0, power = 1; i < 255; i++) {
	QR_POWERS[i] = power;
	QR_LOGS[power] = i;
	power = power < 128 ? 2 * power : (2 * power) ^ 0x11d;
}

const qrTimes = (a, b) => (a === 0 || b === 0 ? 0 : QR_POWERS[(QR_LOGS[a] + QR_LOGS[b]) % 255]);

/* The product of (x - 2^i) without its first term, which is 1. */
function qrDivisor(degree) {
	let terms = [1];

	for (let i = 0; i < degree; i++)
		terms = terms.concat(0).map((term, k) => term ^ (k === 0 ? 0 : qrTimes(terms[k - 1], QR_POWERS[i])));
	return terms.slice(1);
}

function qrRemainder(block, divisor) {
	const rest = divisor.map(() => 0);

	for (const byte of block) {
		const factor = byte ^ rest.shift();
		rest.push(0);
		divisor.forEach((term, i) => {
			rest[i] ^= qrTimes(term, factor);
		});
	}
	return rest;
}

/* Blocks with their checks, woven into each other. The later blocks may be a byte longer. */
function qrWeave(data, version, level) {
	const count = QR_BLOCKS[level][version - 1];
	const divisor = qrDivisor(QR_CHECKS[level][version - 1]);
	const short = Math.floor(data.length / count);
	const longs = data.length % count;
	const starts = (i) => i * short + Math.max(0, i - (count - longs));
	const blocks = Array.from({ length: count }, (_, i) => data.slice(starts(i), starts(i + 1)));
	const checks = blocks.map((block) => qrRemainder(block, divisor));
	const woven = [];

	for (const lists of [blocks, checks])
		for (let i = 0; i < Math.max(...lists.map((list) => list.length)); i++)
			woven.push(...lists.filter((list) => i < list.length).map((list) => list[i]));
	return woven;
}

/* -- the squares -- */

/* Remainder of ${value} by a polynomial, behind it: the protected numbers of format and version. */
function qrProtect(value, divisor, degree) {
	let rest = value << degree;

	for (let i = 31 - Math.clz32(rest); i >= degree; i--)
		if ((rest >> i) & 1)
			rest ^= divisor << (i - degree);
	return (value << degree) | rest;
}

/* The patterns that look alike in all codes of a version; ${null} where data goes. */
function qrFrame(version) {
	const size = qrSize(version);
	const rows = Array.from({ length: size }, () => Array(size).fill(null));
	const put = (x, y, dark) => {
		if (x >= 0 && y >= 0 && x < size && y < size)
			rows[y][x] = dark;
	};
	const rings = (cx, cy, radius, dark) => {
		for (let y = -radius; y <= radius; y++)
			for (let x = -radius; x <= radius; x++)
				put(cx + x, cy + y, dark.includes(Math.max(Math.abs(x), Math.abs(y))));
	};
	const middles = qrAlignment(version);
	const far = size - 7;

	for (let i = 0; i < size; i++)
		rows[6][i] = rows[i][6] = i % 2 === 0;
	for (const y of middles)
		for (const x of middles)
			if (!((x === 6 && (y === 6 || y === far)) || (x === far && y === 6)))
				rings(x, y, 2, [0, 2]);
	for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]])
		rings(x, y, 4, [0, 1, 3]);
	qrPutVersion(rows, version);
	qrPutFormat(rows, 0);
	return rows;
}

function qrPutVersion(rows, version) {
	const bits = qrProtect(version, 0x1f25, 12);

	for (let i = 0; version >= 7 && i < 18; i++) {
		const a = rows.length - 11 + (i % 3);
		const b = Math.floor(i / 3);
		rows[a][b] = rows[b][a] = ((bits >> i) & 1) === 1;
	}
}

/* Level and mask, twice: ${format} is the five bits. */
function qrPutFormat(rows, format) {
	const bits = qrProtect(format, 0x537, 10) ^ 0x5412;
	const size = rows.length;

	for (let i = 0; i < 15; i++) {
		const dark = ((bits >> i) & 1) === 1;
		rows[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = dark;
		rows[8][i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i] = dark;
	}
	rows[size - 8][8] = true;
}

/* Data in columns of two, from the right, up and down in turn; masked. */
function qrFill(frame, bytes, mask) {
	const rows = frame.map((row) => row.slice());
	const size = rows.length;
	let i = 0;

	for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
		if (right === 6)
			right = 5; /* the column of the timing pattern */
		for (let step = 0; step < size; step++) {
			const y = up ? size - 1 - step : step;
			for (const x of [right, right - 1])
				if (frame[y][x] === null) {
					rows[y][x] = (((bytes[i >> 3] >> (7 - (i & 7))) & 1) === 1) !== QR_MASKS[mask](x, y);
					i++;
				}
		}
	}
	return rows;
}

/* How hard to read: long runs, blocks of one colour, what looks like a finder, too much of a colour. */
function qrPenalty(rows) {
	const lines = rows.concat(rows.map((_, x) => rows.map((row) => row[x]))).map((row) => row.map(Number).join(''));
	const size = rows.length;
	const dark = rows.reduce((count, row) => count + row.filter(Boolean).length, 0);
	let penalty = 10 * Math.floor(Math.abs(20 * dark - 10 * size * size) / (size * size));

	for (const line of lines) {
		for (const run of line.match(/0{5,}|1{5,}/g) || [])
			penalty += run.length - 2;
		/* The zone around the code is light. */
		penalty += 40 * (`0000${line}0000`.match(/(?=00001011101|10111010000)/g) || []).length;
	}
	for (let y = 1; y < size; y++)
		for (let x = 1; x < size; x++)
			if (rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y - 1][x - 1])
				penalty += 3;
	return penalty;
}

/*
 * The code for a text. What is chosen where it is not given: ${level} "M", then "L"; the smallest ${version}; the ${mask}
 * that is easiest to read. Null where the text is too long.
 */
function qrMatrix(text, { level, version, mask } = {}) {
	for (const l of level ? [level] : ['M', 'L'])
		for (let v = version || 1; v <= (version || 40); v++) {
			const data = qrData(text, v, l);

			if (data === null)
				continue;
			const frame = qrFrame(v);
			const bytes = qrWeave(data, v, l);
			const made = (mask === undefined ? [0, 1, 2, 3, 4, 5, 6, 7] : [mask]).map((m) => {
				const rows = qrFill(frame, bytes, m);
				qrPutFormat(rows, (l === 'L' ? 8 : 0) + m);
				return rows;
			});
			const penalties = made.map((rows) => (made.length > 1 ? qrPenalty(rows) : 0));
			return made[penalties.indexOf(Math.min(...penalties))];
		}
	return null;
}

/* -- the picture -- */

/* An SVG element with its own white ground, so that it can be read in the dark, too. ${title} is what is read out. */
function qrDraw(rows, title) {
	const make = (name, attributes) => {
		const element = document.createElementNS('http://www.w3.org/2000/svg', name);
		Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
		return element;
	};
	const size = rows.length + 8;
	const svg = make('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': title, 'shape-rendering': 'crispEdges', class: 'qr' });
	const runs = [];

	rows.forEach((row, y) => {
		for (const run of row.map(Number).join('').matchAll(/1+/g))
			runs.push(`M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`);
	});
	svg.append(make('rect', { width: size, height: size, fill: '#fff' }), make('path', { d: runs.join(''), fill: '#000' }));
	return svg;
}
