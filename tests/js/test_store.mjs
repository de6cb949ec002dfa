// SPDX-License-Identifier: GPL-3.0-or-later
import { assert, pieces, test } from './harness.mjs';

const { openStore, newRecord, isRecord } = pieces(['page/store'], ['openStore', 'newRecord', 'isRecord']);

// As site.js gives it (test_keep.mjs), over a map; ${full}: nothing can be kept.
function keeping({ full = false } = {}) {
	const all = new Map();
	const self = {
		all, kept: true, writes: 0,
		get: (name, is) => [all.get(name)].find((value) => is(value)) || null,
		put(name, value) {
			self.writes += 1;
			self.kept = !full;
			if (value === null)
				all.delete(name);
			else if (!full)
				all.set(name, JSON.parse(JSON.stringify(value)));
		},
	};
	return self;
}

const answered = { ...newRecord(1, []), q: { one: { h: 'x', r: ['a'] } } };

test('what was written is read again, page by page', () => {
	const device = keeping();
	const record = { ...newRecord(3, ['5/6', null]), over: true, drawn: { 0: ['a'] }, q: { one: { h: 'x', r: ['a'] } } };
	openStore({ key: 'c/quiz' }, device).write(record);
	assert.deepEqual(openStore({ key: 'c/quiz' }, device).read(), record);
	assert.deepEqual(openStore({ key: 'c/other' }, device).read(), newRecord(1, []));
});

test('nothing is written where nothing was done', () => {
	const device = keeping();
	const store = openStore({ key: 'a' }, device);
	store.write(store.read());
	store.write({ ...newRecord(1, []), drawn: { 0: ['one'] } });
	assert.equal(device.writes, 0);
});

test('nothing is written where nothing has changed: another tab may know more', () => {
	const device = keeping();
	const [one, other] = [openStore({ key: 'a' }, device), openStore({ key: 'a' }, device)];
	one.write(answered);
	const record = other.read();
	one.write({ ...answered, q: { ...answered.q, two: { h: 'y' } } });
	other.write(record);
	assert.deepEqual(Object.keys(one.read().q), ['one', 'two']);
	assert.equal(device.writes, 2);
});

test('an answer that is taken back is not kept, another attempt is', () => {
	const device = keeping();
	const store = openStore({ key: 'a' }, device);
	store.write(answered);
	store.write(newRecord(1, []));
	assert.equal(device.all.size, 0);
	for (const record of [newRecord(2, []), { ...newRecord(1, []), over: true }]) {
		store.write(record);
		assert.deepEqual(device.all.get('a'), record);
	}
});

test('no room, or nothing that keeps, stops nobody', () => {
	const full = openStore({ key: 'a' }, keeping({ full: true }));
	assert.equal(full.kept(), true);
	full.write(answered);
	assert.equal(full.kept(), false);
	for (const nothing of [null, undefined]) {
		const none = openStore({ key: 'a' }, nothing);
		none.write(answered);
		assert.equal(none.kept(), false);
		assert.deepEqual(none.read(), newRecord(1, []));
	}
});

const tampered = ['null', '[]', '{}', '"x"', '{"v":2}', '{"v":1,"n":0,"over":false,"past":[],"drawn":{},"q":{}}', '{"v":1,"n":1e9,"over":false,"past":[],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":true,"d":1e20,"past":[],"drawn":{},"q":{}}', '{"v":1,"n":1,"over":true,"d":"x","past":[],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":"yes","past":[],"drawn":{},"q":{}}', '{"v":1,"n":1,"over":false,"past":["1/0"],"drawn":{},"q":{}}',
	'{"v":1,"n":1,"over":false,"past":["9999"],"drawn":{"0":[1]},"q":{}}',
	'{"v":1,"n":1,"over":false,"past":[],"drawn":{},"q":{"a":1}}', '{"v":1,"n":1,"over":false,"past":[],"drawn":{},"q":[]}'];

test('what somebody changed by hand has another shape', () => {
	for (const text of tampered)
		assert.equal(isRecord(JSON.parse(text)), false, text);
	assert.ok(isRecord(newRecord(7, ['-1/4'])));
});
