/* SPDX-License-Identifier: MIT */
/* What is said of a result from some share of full marks on. */

/* The number of the band with the greatest start that is reached; -1 where there is none. */
function bandOf(bands, result) {
	let best = -1;

	bands.forEach((from, i) => {
		if (!below(result, parse(from)) && (best < 0 || below(parse(bands[best]), parse(from))))
			best = i;
	});
	return best;
}

function showBand(region, data, result) {
	const scored = data.quiz.scored && !equal(result.max, ZERO);
	const best = scored ? bandOf(data.quiz.bands, divide(result.earned, result.max)) : -1;

	region.querySelectorAll('[data-band]').forEach((band) => {
		band.hidden = Number(band.dataset.band) !== best;
	});
}
