// SPDX-License-Identifier: GPL-3.0-or-later
import { scores, states } from './scored.mjs';

const area = (shape, coords, more) => ({ shape, coords: coords.split(' ').filter((c) => c), ...more });
const points = (...list) => list.map((point) => point.split(' '));

// Points that are inside of a shape, and points that are not.
function shape(name, kind, coords, inside, outside) {
	scores(name, 'hotspot', { areas: [area(kind, coords)] }, [
		...inside.map((point) => [{}, points(point), '1 of 1']), ...outside.map((point) => [{}, points(point), '0 of 1']),
	]);
}

shape('hotspot: rect', 'rect', '0 0 4 2', ['4 2', '0 1', '1 0'], ['4001/1000 1', '1 -1/1000', '5 5']);
shape('hotspot: a rect of one point', 'rect', '3 3 3 3', ['3 3'], ['3 4']);
shape('hotspot: a rect the wrong way round', 'rect', '4 2 0 0', [], ['1 1', '4 2']);
shape('hotspot: circle', 'circle', '20 20 5', ['23 24', '20 15'], ['23 24001/1000', '16 16']);
shape('hotspot: a circle of one point', 'circle', '20 20 0', ['20 20'], ['20 21', '19 20']);
shape('hotspot: ellipse', 'ellipse', '100 60 30 12', ['118 348/5', '82 252/5', '130 60'], ['118 3481/50', '129 71']);
shape('hotspot: a flat ellipse', 'ellipse', '0 0 0 7', ['0 7', '0 -7'], ['0 8', '1 0']);
shape('hotspot: poly', 'poly', '0 0 40 0 40 40 20 10 0 40', ['10 25', '20 10', '0 40', '5 10'], ['11 25', '20 101/10', '-5 0', '45 0', '-5 10']);
shape('hotspot: poly, closed', 'poly', '0 0 40 0 40 40 20 10 0 40 0 0', ['10 25', '5 10'], ['11 25', '-5 0']);
shape('hotspot: the middle of a star', 'poly', '0 30 50 30 10 60 25 10 40 60', ['25 20', '25 30'], ['25 35']);
shape('hotspot: a poly of one point', 'poly', '1 1', ['1 1'], ['2 1']);
shape('hotspot: a poly of a line', 'poly', '0 0 4 2', ['2 1'], ['6 3', '2 2']);

const rect = { areas: [area('rect', '5 5 15 25', { score: '2' })] };
scores('hotspot: clicks', 'hotspot', rect, [
	[undefined, null, '0 of 2'], [{ floor: '1', default: '3' }, [], '0 of 2'],
	[{ default: '-1/2' }, points('6 6', '15 25', '499/100 6', '200 200'), '1 of 2'],
	[{ default: '-1/2', default_once: true }, points('6 6', '0 0'), '2 of 2'],
	[{ default: '-1', default_once: true, floor: null }, points('0 0', '0 0'), '-1 of 2'],
	[{ default: '-1', floor: null }, points('0 0', '0 0'), '-2 of 2'],
	[{ ceil: '3/2' }, points('6 6'), '3/2 of 3/2'],
]);
scores('hotspot: no area says what it is worth', 'hotspot', { areas: [area('rect', '0 0 9 9'), area('rect', '5 5 20 20')] }, [
	[{}, points('6 6'), '1 of 1'], [{ ceil: null }, points('6 6'), '2 of 2'], [{ ceil: '3/2' }, points('6 6'), '3/2 of 3/2'],
	[{ default: '-1/4' }, points('20 20', '30 0'), '3/4 of 1'],
]);
scores('hotspot: one area does', 'hotspot', { areas: [area('rect', '0 0 9 9', { score: '-1' }), area('rect', '5 5 20 20')] },
	[[{}, points('20 20'), '1 of 1'], [{}, points('6 6'), '0 of 1'], [{ floor: null }, points('1 1'), '-1 of 1']]);
scores('hotspot: no area', 'hotspot', { areas: [] },
	[[{}, points('1 1'), '0 of 0'], [{ default: '1/2', ceil: null }, points('1 1', '1 1'), '1 of 0'],
		[{ mode: 'markers' }, { x: points('1 1') }, '0 of 1'], [{ mode: 'markers' }, {}, '0 of 1']]);

const signs = { areas: [area('rect', '0 0 10 10', { marker: 'exit' }), area('circle', '9 9 8', { marker: 'exit' }), area('rect', '0 0 90 90')] };
const marked = { mode: 'markers' };
scores('hotspot: markers', 'hotspot', signs, [
	[marked, null, '0 of 1'], [marked, { exit: [], alarm: [] }, '0 of 1'],
	[marked, { exit: points('8 8', '1 1') }, '1/3 of 1'], [marked, { exit: points('1 1', '8 8') }, '2/3 of 1'],
	[marked, { exit: points('8 8', '8 8') }, '2/3 of 1'], [marked, { '': points('1 1') }, '0 of 1'], [marked, { undefined: points('1 1') }, '0 of 1'],
	[marked, { exit: points('1 1', '80 8'), alarm: points('1 1', '1 1') }, '1/4 of 1'],
]);
states('hotspot: states', 'hotspot', signs, [
	[{}, null, 'unanswered'], [{}, [], 'unanswered'], [{}, points('1 1'), 'answered'],
	[marked, {}, 'unanswered'], [marked, { exit: [] }, 'unanswered'], [marked, { x: points('1 1') }, 'answered'],
]);
