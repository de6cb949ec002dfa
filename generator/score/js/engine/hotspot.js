/* SPDX-License-Identifier: MIT */
/*
 * Places in a picture: `hotspot` (D11). Borders and corners are inside. Nothing is rounded and no root is drawn: sides
 * are compared as squares.
 */

const between = (low, x, high) => !below(x, low) && !below(high, x);
const square = (a) => multiply(a, a);

/* Outside of its box nothing is inside, also where a radius of 0 makes the formula true along a line. */
function inEllipse([x, y], [cx, cy, rx, ry]) {
	const dx = subtract(x, cx);
	const dy = subtract(y, cy);

	return between(subtract(ZERO, rx), dx, rx) && between(subtract(ZERO, ry), dy, ry) &&
		!below(square(multiply(rx, ry)), add(square(multiply(dx, ry)), square(multiply(dy, rx))));
}

/* Even-odd: a ray to the right crosses the border an odd number of times. A side has its upper end, not its lower one. */
function inPolygon([x, y], coords) {
	let inside = false;

	for (let i = 0; i + 1 < coords.length; i += 2) {
		const [ax, ay] = coords.slice(i, i + 2);
		const [bx, by] = i + 3 < coords.length ? coords.slice(i + 2) : coords;
		const turn = subtract(multiply(subtract(bx, ax), subtract(y, ay)), multiply(subtract(by, ay), subtract(x, ax)));

		if (turn.n === 0n && between(lesser(ax, bx), x, greater(ax, bx)) && between(lesser(ay, by), y, greater(ay, by)))
			return true;
		if (below(y, ay) !== below(y, by) && below(ZERO, turn) === below(ay, by))
			inside = !inside;
	}
	return inside;
}

const shapes = {
	rect: ([x, y], [left, top, right, bottom]) => between(left, x, right) && between(top, y, bottom),
	circle: (point, [cx, cy, r]) => inEllipse(point, [cx, cy, r, r]),
	ellipse: inEllipse,
	poly: inPolygon,
};

const contains = (area, point) => shapes[area.shape](point.map(parse), area.coords.map(parse));

/* Clicks hit areas, each of which counts once. Where no area says what it is worth, hitting any one is full marks. */
function clickScore({ areas }, rule, clicks) {
	const top = rule.ceil === undefined && areas.every((area) => area.score === undefined) ? '1' : rule.ceil;
	const worth = (list) => list.map(({ score = '1' }) => parse(score));
	const hits = clicks.map((click) => areas.filter((area) => contains(area, click)));
	const hit = areas.filter((area) => hits.some((list) => list.includes(area)));
	const outside = rule.default_once ? Number(hit.length === 0) : hits.filter((list) => list.length === 0).length;
	const points = add(sum(worth(hit)), multiply(parse(rule.default || '0'), whole(outside)));

	return {
		score: clicks.length === 0 ? ZERO : within(points, rule, top),
		max: within(sum(worth(areas).filter((credit) => below(ZERO, credit))), rule, top),
	};
}

/* Each area takes the first marker of its name, of those that are left, that lies in it. */
function markerScore({ areas }, markers) {
	const left = new Map(Object.entries(markers).map(([name, points]) => [name, [...points]]));
	const placed = sum([...left.values()].map((points) => whole(points.length)));
	const hits = areas.filter((area) => {
		const points = left.get(area.marker) || [];
		const i = points.findIndex((point) => contains(area, point));
		return i >= 0 && points.splice(i, 1);
	}).length;

	return { score: placed.n === 0n ? ZERO : divide(whole(hits), greater(whole(areas.length), placed)), max: ONE };
}

types.hotspot = {
	state: (q, response) => (Object.values(response || []).some((place) => place.length > 0) ? 'answered' : 'unanswered'),
	score: ({ question, scoring = {} }, response) =>
		(scoring.mode === 'markers' ? markerScore(question, response || {}) : clickScore(question, scoring, response || [])),
};
