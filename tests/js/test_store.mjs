// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { openStore, readRecord, newRecord, isRecord } = pieces(['page/store'], ['openStore', 'readRecord', 'newRecord', 'isRecord']);

// What browsers give, over a map; ${full}: every write fails.
function storage({ full = false } = {}) {
	const all = new Map();
	return {
		get length() { return all.size; },
		key: (i) => Array.from(all.keys())[i],
		getItem: (key) => (all.has(key) ? all.get(key) : null),
		setItem(key, value) {
			if (full)
				throw new DOMException('full', 'QuotaExceededError');
			all.set(key, value);
		},
		removeItem: (key) => all.delete(key),
	};
}

const page = (key, device, site = 's') => openStore({ site, key }, device);

test('what was written is read again, by page and site', () => {
	const device = storage();
	const record = { ...newRecord(3, ['5/6', null]), over: true, drawn: { 0: ['a'] }, q: { one: { h: 'x', r: ['a'] } } };
	page('c/quiz', device).write(record);
	assert.deepEqual(page('c/quiz', device).read(), record);
	assert.deepEqual(page('c/other', device).read(), newRecord(1, []));
	assert.deepEqual(page('c/quiz', device, 't').read(), newRecord(1, []));
});

test('forgetting one page, or the whole site and nothing else', () => {
	const device = storage();
	device.setItem('theirs', '1');
	for (const [site, key] of [['s', 'a'], ['s', 'b'], ['s2', 'a']])
		page(key, device, site).write(newRecord(2, []));
	page('a', device).forget();
	assert.equal(page('a', device).read().n, 1);
	assert.equal(page('b', device).read().n, 2);
	page('a', device).forgetSite();
	assert.equal(page('b', device).read().n, 1);
	assert.equal(page('a', device, 's2').read().n, 2);
	assert.equal(device.getItem('theirs'), '1');
});

test('a device that is full, or has no storage, stops nobody', () => {
	const full = page('a', storage({ full: true }));
	assert.equal(full.kept, true);
	full.write(newRecord(2, []));
	assert.equal(full.kept, false);
	const none = page('a', null);
	none.write(newRecord(2, []));
	none.forget();
	none.forgetSite();
	assert.equal(none.kept, false);
	assert.deepEqual(none.read(), newRecord(1, []));
});

test('storage that fails on reading stops nobody', () => {
	const broken = { getItem() { throw new Error('no'); }, get length() { throw new Error('no'); }, setItem() { throw new Error('no'); }, removeItem() { throw new Error('no'); } };
	const store = page('a', broken);
	assert.deepEqual(store.read(), newRecord(1, []));
	store.forget();
	store.forgetSite();
});

const tampered = ['', 'null', '[]', '{}', '"x"', '{"v":2}', '{"v":1,"n":0,"over":false,"past":[],"drawn":{},"q":{}}', '{"v":1,"n":1e9,"over":false,"past":[],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":true,"d":1e20,"past":[],"drawn":{},"q":{}}', '{"v":1,"n":1,"over":true,"d":"x","past":[],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":"yes","past":[],"drawn":{},"q":{}}', '{"v":1,"n":1,"over":false,"past":["1/0"],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":false,"past":["9".repeat(9)],"drawn":{},"q":{}}', '{"v":1,"n":1,"over":false,"past":[],"drawn":{"0":[1]},"q":{}}',
	'{"v":1,"n":1,"over":false,"past":[],"drawn":{},"q":{"a":1}}', '{"v":1,"n":1,"over":false,"past":[],"drawn":{},"q":[]}', '\u0000'];

test('what somebody changed by hand is as if there were nothing', () => {
	for (const text of tampered)
		assert.deepEqual(readRecord(text), newRecord(1, []), text);
	assert.ok(isRecord(readRecord(JSON.stringify(newRecord(7, ['-1/4'])))));
	assert.equal(readRecord(JSON.stringify(newRecord(7, ['-1/4']))).n, 7);
});
