/* SPDX-License-Identifier: MIT */
/* Numbers that are compared after both were rounded. */

/* To so many decimals, half away from zero. */
function roundedTo(x, places) {
	const scaled = multiply(x, tenTo(places));
	const n = (2n * (scaled.n < 0n ? -scaled.n : scaled.n) + scaled.d) / (2n * scaled.d);
	return multiply({ n: scaled.n < 0n ? -n : n, d: 1n }, tenTo(-places));
}

/* To so many digits from the first one on that is not 0. */
function significantly(x, digits) {
	if (x.n === 0n)
		return x;
	const size = (n) => String(n).replace('-', '').length;
	const e = size(x.n) - size(x.d);
	const magnitude = below(x.n < 0n ? subtract(ZERO, x) : x, tenTo(e)) ? e - 1 : e;
	return roundedTo(x, digits - 1 - magnitude);
}

/* Nobody types more digits than that. */
const placesOf = (count) => Math.min(count, 1e5);

function hitsRounded({ value, decimals, sigfigs }, x) {
	const round = decimals === undefined ? (y) => significantly(y, placesOf(sigfigs)) : (y) => roundedTo(y, placesOf(decimals));
	return equal(round(x), round(parse(value)));
}
