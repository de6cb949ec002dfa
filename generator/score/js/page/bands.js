/* SPDX-License-Identifier: MIT */
/* What is said of a result from some share of full marks on. */

function showBand(region, data, result) {
	const scored = data.quiz.scored && !equal(result.max, ZERO);
	const best = scored ? data.quiz.bands.indexOf(reachedBand(data.quiz.bands, divide(result.earned, result.max))) : -1;

	region.querySelectorAll('[data-band]').forEach((band) => {
		band.hidden = Number(band.dataset.band) !== best;
	});
}
