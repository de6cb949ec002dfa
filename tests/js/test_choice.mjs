// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { types, submit, fresh, ZERO } = pieces(['engine/numbers', 'engine/choice', 'engine/choicerules', 'engine/choicecredits', 'engine/trying', 'page/core'], ['types', 'submit', 'fresh', 'ZERO']);

const text = (x) => (x.d === 1n ? `${x.n}` : `${x.n}/${x.d}`);

// Options "+a -b": right and wrong ones; "a=1/2" with a credit.
function question(type, scoring, options, rule) {
	const words = options.split(' ').map((word) => /^([+-])([a-z0-9]+)(?:=(.*))?$/.exec(word));
	const credits = words.filter(([, , , credit]) => credit).map(([, , id, credit]) => [id, credit]);

	return {
		type, points: '1', tries: 0, penalty: '1/4', keep: 'best',
		question: { options: words.map(([, mark, id]) => ({ id, ...(mark === '+' ? { correct: true } : {}) })) },
		scoring: {
			...(scoring === 'credits' ? { mode: 'mapping', ceil: '1', entries: Object.fromEntries(credits) } : { mode: scoring }), ...rule,
		},
	};
}

function scores(name, q, cases) {
	test(name, () => {
		for (const [response, expected] of cases)
			assert.equal(text(types[q.type].score(q, response.split(' ').filter((id) => id)).score), expected, `response "${response}"`);
	});
}

// -- D3: one answer --

scores('single', question('single', 'exact', '-heron +kestrel -osprey'), [['kestrel', '1'], ['heron', '0'], ['', '0'], ['dodo', '0']]);
scores('truefalse', question('truefalse', 'exact', '-true +false'), [['false', '1'], ['true', '0'], ['', '0']]);
scores('single with credits: any of several', question('single', 'credits', '+red=1 -green +blue=1 -orange'),
	[['blue', '1'], ['red', '1'], ['green', '0']]);
scores('single with credits: partly right, and below nothing', question('single', 'credits', '-p=1/2 +q=1 -r=-1/5', { floor: null }),
	[['p', '1/2'], ['q', '1'], ['r', '-1/5'], ['', '0']]);
scores('single with credits: the floor', question('single', 'credits', '+q=1 -r=-1/2', { floor: '-1/4' }), [['r', '-1/4'], ['q', '1']]);

// -- D4: several answers --

const four = '+k1 +k2 +k3 +k4 -w1 -w2 -w3';
scores('partial', question('multiple', 'partial', four), [
	['w1 k4 k2 k1', '5/12'], ['k1 k2 k3 k4', '1'], ['k1 k2 k3 k4 w1 w2 w3', '0'], ['w1', '0'], ['k1', '1/4'], ['', '0'],
]);
scores('partial without floor', question('multiple', 'partial', four, { floor: null }), [['k2 w1 w2 w3', '-3/4'], ['', '0']]);
scores('partial with nothing wrong', question('multiple', 'partial', '+a +b'), [['a', '1/2'], ['a b', '1']]);
scores('eleven elevenths; twice counts once', question('multiple', 'partial', '+s1 +s2 +s3 +s4 +s5 +s6 +s7 +s8 +s9 +s10 +s11 -no'),
	[['s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 s11 s1', '1'], ['s1 s1', '1/11']]);
scores('exact', question('multiple', 'exact', '+lamp -desk +chair -rug'), [['lamp chair', '1'], ['lamp chair rug', '0'], ['lamp', '0'], ['', '0']]);
scores('cancel', question('multiple', 'cancel', '+a1 +a2 +a3 +a4 +a5 -b1 -b2'),
	[['a1 a2 a3 a4 a5 b1 b2', '3/5'], ['a1 b1', '0'], ['b1 b2', '0'], ['a1 a2', '2/5']]);
scores('strict', question('multiple', 'strict', '+a1 +a2 +a3 +a4 +a5 -b1'), [['a5 a3', '2/5'], ['a1 a2 a3 a4 a5 b1', '0'], ['a1 a2 a3 a4 a5', '1']]);
scores('positive', question('multiple', 'positive', '+m -n +o -p +q'), [['m n p q m', '2/3'], ['n p', '0']]);
scores('decisions', question('multiple', 'decisions', '+iron -oak +tin -wool -silk'),
	[['tin silk', '3/5'], ['iron tin', '1'], ['oak wool silk', '0'], ['', '0']]);
scores('nothing is right', question('multiple', 'exact', '-x -y -z', { none_allowed: true }), [['', '1'], ['x', '0'], ['x y z', '0']]);
scores('nothing is right, and nobody said so', question('multiple', 'decisions', '-x -y'), [['', '0'], ['x', '0']]);
scores('credits', question('multiple', 'credits', '+g1=1/2 +g2=1/2 -h1=-1/3 -h2'), [
	['g1 g2', '1'], ['g1 g2 h1', '2/3'], ['h1', '0'], ['g1 h2', '1/2'], ['', '0'],
]);
scores('credits beyond full marks', question('multiple', 'credits', '+g1=1 +g2=1'), [['g1 g2', '1'], ['g1', '1']]);
scores('a floor above nothing is for answers', question('multiple', 'partial', '+a -b', { floor: '1/5' }), [['b', '1/5'], ['', '0']]);

// -- D1, D16: what counts as an answer --

test('the order of ticks makes no other answer', () => {
	const q = question('multiple', 'partial', '+t1 +t2 +t3 -u1 -u2');
	const one = submit(q, fresh(), ['t2', 't1'], ZERO);
	assert.equal(submit(q, one.state, ['t1', 't2', 't2'], ZERO).did, 'repeated');
});

test('what is no option is no answer', () => {
	assert.equal(submit(question('single', 'exact', '+a -b'), fresh(), 'gone', ZERO).did, 'unanswered');
});

test('ticking nothing is an answer where nothing is right', () => {
	const q = question('multiple', 'exact', '-x -y', { none_allowed: true });
	assert.equal(submit(q, fresh(), [], ZERO).did, 'counted');
	assert.equal(submit(question('multiple', 'exact', '+x -y'), fresh(), [], ZERO).did, 'unanswered');
});

test('five submissions, two of them free', () => {
	const q = question('multiple', 'partial', '+t1 +t2 +t3 -u1 -u2');
	const state = [[], ['t1'], ['t1'], ['t1', 't2', 't3', 'u1'], ['t1', 't2', 't3']].reduce((s, r) => submit(q, s, r, ZERO).state, fresh());
	assert.equal(text(state.score), '1/2');
	assert.equal(state.used, 3);
});
