// SPDX-License-Identifier: GPL-3.0-or-later
import { bounds, inRange, nothing, rat, same } from './draw.mjs';

const coordinate = (random) => (random.chance(0.2) ? random.from(-20, 100) / 10 : random.from(-2, 10));
const size = (random) => (random.chance(0.1) ? 0 : random.chance(0.2) ? random.from(1, 60) / 10 : random.from(1, 6));
const point = (random) => [coordinate(random), coordinate(random)];

const shapes = {
	rect: (random) => random.list(2, () => point(random)).flat(),
	circle: (random) => [...point(random), size(random)],
	ellipse: (random) => [...point(random), size(random), size(random)],
	poly(random) {
		const corners = random.list(random.from(1, 7), () => point(random));
		return [...corners, ...(random.chance(0.3) ? [corners[0]] : [])].flat();
	},
};

function area(random, scored, marked) {
	const shape = random.pick(Object.keys(shapes));
	const coords = shapes[shape](random);
	return {
		shape, coords: shape === 'rect' && random.chance(0.9) ? [0, 1].map((i) => Math.min(coords[i], coords[i + 2])).concat([2, 3].map((i) => Math.max(coords[i], coords[i - 2]))) : coords,
		...(scored && random.chance(0.8) && { score: rat(random) }), ...(marked && { marker: random.pick(['a', 'b', '日']) }),
	};
}

// Corners of areas are good places to look at.
const place = (random, areas) => {
	const corners = areas.filter(({ shape }) => shape === 'rect' || shape === 'poly');
	return corners.length > 0 && random.chance(0.3) ? random.pick(corners).coords.slice(0, 2) : point(random);
};

export function vector(random) {
	const marked = random.chance(0.3);
	const scored = random.chance(0.5);
	const areas = random.list(random.from(1, 4), () => area(random, scored, marked));

	if (marked)
		return {
			question: { areas }, scoring: { mode: 'markers' },
			response: random.chance(0.05) ? random.pick([null, {}, { a: [] }])
				: Object.fromEntries(random.some(['a', 'b', '日', 'nobody'], 0.6).map((name) => [name, random.list(random.below(4), () => place(random, areas))])),
		};
	return {
		question: { areas },
		scoring: {
			...(random.chance(0.3) && { mode: 'area_mapping' }), ...(random.chance(0.5) && { default: rat(random) }),
			...(random.chance(0.3) && { default_once: random.chance(0.7) }), ...bounds(random),
		},
		response: random.chance(0.05) ? random.pick([null, []]) : random.list(random.from(1, 5), () => place(random, areas)),
	};
}

const moved = (v, dx, dy) => {
	const move = (coords, shape) => (shape === 'circle' ? coords.map((c, i) => c + [dx, dy, 0][i]) : shape === 'ellipse' ? coords.map((c, i) => c + [dx, dy, 0, 0][i])
		: coords.map((c, i) => c + (i % 2 ? dy : dx)));
	const moveAll = (list) => list.map((one) => move(one));
	return {
		...v, question: { areas: v.question.areas.map((one) => ({ ...one, coords: move(one.coords, one.shape) })) },
		response: v.response === null ? null : Array.isArray(v.response) ? moveAll(v.response)
			: Object.fromEntries(Object.entries(v.response).map(([name, list]) => [name, moveAll(list)])),
	};
};
// x for y: every side that a ray crosses is another one then.
const mirrored = (v) => {
	const mirror = ([x, y, ...more]) => (more.length === 1 ? [y, x, ...more] : more.length === 0 ? [y, x] : [y, x, ...mirror(more)]);
	return {
		...v, question: { areas: v.question.areas.map((one) => ({ ...one, coords: mirror(one.coords) })) },
		response: v.response === null ? null : Array.isArray(v.response) ? v.response.map(mirror)
			: Object.fromEntries(Object.entries(v.response).map(([name, list]) => [name, list.map(mirror)])),
	};
};
const whole = (v) => [...v.question.areas.flatMap(({ coords }) => coords), ...Object.values(v.response || {}).flat(2)].every(Number.isInteger);

export function claims(v, random) {
	const { areas } = v.question;
	const marked = v.scoring.mode === 'markers';
	const empty = Object.values(v.response || {}).every((one) => one.length === 0);
	const all = [same('the last point of a polygon may repeat the first', { ...v, question: { areas: areas.map((one) =>
		(one.shape === 'poly' ? { ...one, coords: [...one.coords, ...one.coords.slice(0, 2)] } : one)) } })];

	all.push(same('the picture may be mirrored', mirrored(v)));
	if (empty)
		all.push(nothing);
	if (whole(v))
		all.push(same('the picture may be moved', moved(v, random.from(-9, 9), random.from(-9, 9))));
	if (marked)
		return [...all, inRange];
	all.push(same('the order of areas and clicks does not matter', { ...v, question: { areas: random.shuffled(areas) }, response: v.response && random.shuffled(v.response) }));
	if (v.scoring.default === undefined && v.scoring.floor === undefined && v.scoring.ceil === undefined && areas.every(({ score }) => score === undefined))
		all.push(inRange, {
			name: 'a corner is inside', other: { ...v, response: [areas[0].coords.slice(0, 2)] },
			holds: (own, its) => its.score === '1' || areas[0].shape === 'rect' && (areas[0].coords[0] > areas[0].coords[2] || areas[0].coords[1] > areas[0].coords[3]),
		});
	return all;
}

export const mutant = (v) => ({ ...v, question: { areas: v.question.areas.map((one) => ({ ...one, coords: one.coords.map((c, i) => (i === 0 ? c + 0.5 : c)) })) } });
