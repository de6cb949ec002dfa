// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chance from a seed, and what vectors are made of.

// A function that gives numbers from 0 to below 1, the same ones for the same seed; with helpers that use it.
export function source(seed) {
	let a = [...seed].reduce((h, c) => Math.imul(h ^ c.codePointAt(0), 16777619), 2166136261) >>> 0;
	const random = () => {
		a = (a + 0x6d2b79f5) >>> 0;
		let t = a;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	random.below = (n) => Math.floor(random() * n);
	random.from = (low, high) => low + random.below(high - low + 1);
	random.chance = (p) => random() < p;
	random.pick = (list) => list[random.below(list.length)];
	random.list = (n, make) => Array.from({ length: n }, (_, i) => make(i));
	random.shuffled = (list) => {
		const out = [...list];
		for (let i = out.length - 1; i > 0; i--) {
			const j = random.below(i + 1);
			[out[i], out[j]] = [out[j], out[i]];
		}
		return out;
	};
	random.some = (list, p = 0.5) => list.filter(() => random.chance(p));
	return random;
}

// A rational in any spelling; not below 0 unless ${sign}.
export function rat(random, sign = true) {
	const minus = sign && random.chance(0.3) ? '-' : '';
	switch (random.below(7)) {
	case 0: return `${minus}${random.below(4)}`;
	case 1: return `${minus}${random.below(9)}/${random.from(1, 9)}`;
	case 2: return `${minus}${random.below(3)}.${random.below(1000)}`;
	case 3: return `${minus}${random.below(200)}%`;
	case 4: return `${minus}.${random.below(100)}`;
	case 5: return `${minus}${random.below(30)}e-${random.below(3)}`;
	default: return Number(`${minus}${random.below(5)}.${random.below(100)}`);
	}
}

// Bounds of a rule: mostly none, sometimes null, rarely such that they cross.
export function bounds(random, ceil = true) {
	return {
		...(random.chance(0.3) && { floor: random.chance(0.5) ? null : rat(random) }),
		...(ceil && random.chance(0.3) && { ceil: random.chance(0.3) ? null : rat(random) }),
	};
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'é', 'ß', '日', 'a b', '"', '\\', 'A', 'constructor', '1', '10', '2', '😀'];
export const names = (random, n) => random.shuffled(letters).slice(0, n);

// -- exact numbers of results --

export const fraction = (text) => {
	const [n, d = '1'] = text.split('/');
	return { n: BigInt(n), d: BigInt(d) };
};
export const compare = (a, b) => {
	const left = a.n * b.d;
	const right = b.n * a.d;
	return left < right ? -1 : left > right ? 1 : 0;
};

// Claims about results: what they are called, and whether they hold.
export const inRange = { name: '0 <= score <= max', holds: (own) => own.score[0] !== '-' && compare(fraction(own.score), fraction(own.max)) <= 0 };
export const full = { name: 'the key has full marks', holds: (own) => own.score === own.max };
export const nothing = { name: 'no answer, no score', holds: (own) => own.score === '0' };
export const same = (name, other) => ({ name, other, holds: (own, its) => own.score === its.score && own.max === its.max });
export const atMost = (name, other) => ({ name, other, holds: (own, its) => compare(fraction(own.score), fraction(its.score)) <= 0 });
