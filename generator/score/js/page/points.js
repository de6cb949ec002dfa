/* SPDX-License-Identifier: MIT */
/* What a way through a scenario was worth, said at its ending. */

/* "Points: 3 of 4", where ${text} is the sentence; nothing where there is no score. */
function pointsText(q, way, text, lang) {
	const { score, max } = types.branching.score(q, { path: way });
	const shown = (x) => new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(Number(x.n) / Number(x.d));

	return score ? text.replace('%{points}', shown(score)).replace('%{max}', shown(max)) : '';
}

function showPoints(root, ending, way) {
	const { story, points } = root.dataset;
	const path = way.map(([step, choice]) => [step.slice(story.length + 2), choice]);
	const place = ending.querySelector('.scene-points') || document.createElement('p');

	place.className = 'scene-points';
	place.textContent = pointsText(stories[story], path, points, counts);
	ending.querySelector('.scene-title').after(place);
}
