/* SPDX-License-Identifier: MIT */
/*
 * Lists of signs to tick: of the bands that apply, the highest is shown. Nothing is stored, nothing sent.
 *
 * A band is {from, share, strong}: from so many ticks on, or from such a percentage of all signs; of the strong ones only.
 */

/* How many ticks the band ${b} wants, where ${all} and ${strong} are {ticked, total}; a share of nothing is never reached. */
function ticksWanted(b, { all, strong }) {
	const { total } = b.strong ? strong : all;

	return b.share ? (total === 0 ? Infinity : (b.from * total) / 100) : b.from;
}

/* The number of the band to show, -1 where none applies. What strong signs say is above what all of them say. */
function tickBand(bands, counts) {
	const wanted = (i) => ticksWanted(bands[i], counts);
	const applies = (b, i) => (b.strong ? counts.strong : counts.all).ticked >= wanted(i);
	const above = (i, k) => (bands[i].strong === bands[k].strong ? wanted(i) > wanted(k) : bands[i].strong);

	return bands.reduce((best, b, i) => (applies(b, i) && (best < 0 || above(i, best)) ? i : best), -1);
}

/* -- the page -- */

function countTicks(form, selector) {
	const boxes = Array.from(form.querySelectorAll(selector));

	return { ticked: boxes.filter((box) => box.checked).length, total: boxes.length };
}

function showTickBand(form, elements) {
	const bands = elements.map(({ dataset }) => ({
		from: parseInt(dataset.from, 10), share: dataset.from.endsWith('%'), strong: dataset.of === 'strong',
	}));
	const best = tickBand(bands, { all: countTicks(form, '.tick input'), strong: countTicks(form, '.tick.strong > label input') });

	elements.forEach((element, i) => {
		element.hidden = i !== best;
	});
}

/* The bands go into one region that is read out when another of them comes up. */
function openTicks(form) {
	const elements = Array.from(form.querySelectorAll('.band[data-from]'));
	const region = document.createElement('div');
	const update = () => showTickBand(form, elements);

	region.setAttribute('role', 'status');
	elements[0].before(region);
	region.append(...elements);
	update();
	form.addEventListener('change', update);
	form.addEventListener('reset', () => setTimeout(update)); /* the ticks go after this event */
}

function openAllTicks() {
	for (const form of document.querySelectorAll('form[data-ticks]'))
		if (form.querySelector('.tick input'))
			openTicks(form);
}
