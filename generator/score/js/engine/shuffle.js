/* SPDX-License-Identifier: MIT */
/* Orders and draws that the text of a seed decides (D18, D19): the same in every browser. */

/* FNV-1a with 32 bits over UTF-8. */
const fnv1a = (text) => new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261);

/* The numbers of 32 bits that follow a seed. */
function mulberry32(seed) {
	let a = seed;

	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), a | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return (t ^ (t >>> 14)) >>> 0;
	};
}

/* From 0 to ${m} - 1, all as often: what is above the last whole multiple of ${m} is drawn again. */
function drawBelow(next, m) {
	const end = 4294967296 - (4294967296 % m);
	let r = next();

	while (r >= end)
		r = next();
	return r % m;
}

/* The ids, those that are ${fixed} in their places, the others in an order of the seed. */
function shuffled(ids, fixed, seed) {
	const kept = new Set(fixed);
	const moving = ids.filter((id) => !kept.has(id));
	const next = mulberry32(fnv1a(seed));

	for (let i = moving.length - 1; i > 0; i--) {
		const j = drawBelow(next, i + 1);
		[moving[i], moving[j]] = [moving[j], moving[i]];
	}
	const rest = moving.values();
	return ids.map((id) => (kept.has(id) ? id : rest.next().value));
}

/* So many of the ids. */
const drawn = (ids, take, seed) => shuffled(ids, [], seed).slice(0, take);

types.shuffle = {
	score: ({ question: { ids, fixed = [], seed } }) => ({ score: null, max: null, order: shuffled(ids, fixed, seed) }),
};

types.pool = {
	score: ({ question: { ids, draw, seed } }) => ({ score: null, max: null, order: drawn(ids, draw, seed) }),
};
