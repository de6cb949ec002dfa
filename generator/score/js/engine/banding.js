/* SPDX-License-Identifier: MIT */

/*
 * The band, {from, ...}, with the greatest start that is reached, the first of equal ones; undefined where there is none. Nobody is
 * below nothing.
 */
function reachedBand(bands, score) {
	const reached = bands.filter(({ from }) => !below(greater(ZERO, score), parse(from)));

	return reached.reduce((best, band) => (best && !below(parse(best.from), parse(band.from)) ? best : band), undefined);
}
