// SPDX-License-Identifier: GPL-3.0-or-later
// What site.js of the theme keeps for all pages of a site, and where.
import { readFileSync } from 'node:fs';

import { assert, test } from './harness.mjs';

const code = readFileSync(new URL('../../themes/default/assets/site.js', import.meta.url), 'utf8');
const isList = (x) => Array.isArray(x);
const month = (ago) => {
	const date = new Date();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() - ago);
	return date.toISOString().slice(0, 7);
};
const asked = (ago = 0) => JSON.stringify({ v: 1, m: month(ago) });

// What browsers give: things of it are its own properties, what it can do is not. ${room}: so many bytes.
class Storage {
	constructor(things = {}, room = Infinity) {
		Object.assign(this, things);
		Object.defineProperty(this, 'room', { value: room });
	}

	getItem(name) { return Object.hasOwn(this, name) ? this[name] : null; }

	setItem(name, text) {
		if (Object.entries({ ...this, [name]: text }).join('').length > this.room)
			throw new DOMException('full', 'QuotaExceededError');
		this[name] = text;
	}

	removeItem(name) { delete this[name]; }
}

// A page of the site `s`: what it has to keep by, and its part that says so.
function open({ device = new Storage(), tab = new Storage() } = {}) {
	const listeners = {};
	const element = (dataset, type) => ({ dataset, type, hidden: true, checked: false, textContent: dataset.keptNote || '', parentElement: { hidden: true } });
	const notes = ['tab', 'device', 'gone', 'lost', 'refused', 'forgotten'].map((keptNote) => element({ keptNote }));
	const buttons = [element({ action: 'on-device' }, 'checkbox'), element({ action: 'forget' }, 'button'), element({ action: 'forget-site' }, 'button')];
	const status = element({});
	const region = {
		hidden: true,
		querySelectorAll: (selector) => (selector === '[data-action]' ? buttons : notes),
		querySelector: (selector) => (selector === '[role=status]' ? status : [...notes, ...buttons].find(({ dataset }) => selector.includes(`=${dataset.keptNote || dataset.action}]`))),
		addEventListener: (name, listener) => { listeners[name] = listener; },
	};
	const events = [];
	const document = {
		body: { dataset: { site: 's', page: 'c/p' } }, addEventListener() {}, querySelector: (selector) => (selector === '[data-kept]' ? region : null), querySelectorAll: () => [],
		dispatchEvent: ({ type }) => events.push(type),
	};
	const window = { addEventListener() {} };
	for (const [name, storage] of Object.entries({ localStorage: device, sessionStorage: tab }))
		Object.defineProperty(window, name, { get() {
			if (storage === 'blocked')
				throw new DOMException('no', 'SecurityError');
			return storage;
		} });
	new Function('window', 'document', 'location', code)(window, document, {});
	return {
		...window, pensum: window.pensum, device, tab, events, region,
		says: () => notes.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.keptNote),
		told: () => status.textContent,
		shown: () => buttons.filter(({ parentElement }) => !parentElement.hidden).map(({ dataset }) => dataset.action),
		on: () => buttons[0].checked,
		press(action, checked) { listeners.click({ target: { dataset: { action }, checked } }); },
	};
}

test('opening a page writes nothing', () => {
	const page = open();
	assert.deepEqual({ ...page.device, ...page.tab }, {});
	assert.deepEqual([page.says(), page.on(), page.region.hidden], [['tab'], false, false]);
	assert.deepEqual(page.shown(), ['on-device', 'forget', 'forget-site']);
});

test('in the tab before the reader asked, on the device after it, and back', () => {
	const page = open();
	page.pensum.put('c/p', [1]);
	page.pensum.put('c/q', [2]);
	assert.deepEqual({ ...page.tab }, { 'pensum/s/c/p': '[1]', 'pensum/s/c/q': '[2]' });
	page.press('on-device', true);
	assert.deepEqual({ ...page.device }, { 'pensum/s/!keep': asked(), 'pensum/s/c/p': '[1]', 'pensum/s/c/q': '[2]' });
	assert.deepEqual({ ...page.tab }, {});
	assert.deepEqual([page.says(), page.on(), page.told()], [['device'], true, '']);
	page.pensum.put('c/p', [3]);
	assert.equal(page.device['pensum/s/c/p'], '[3]');
	assert.deepEqual(page.pensum.get('c/p', isList), [3]);
	page.press('on-device', false);
	assert.deepEqual({ ...page.device }, {});
	assert.deepEqual({ ...page.tab }, { 'pensum/s/c/p': '[3]', 'pensum/s/c/q': '[2]' });
	assert.deepEqual([page.says(), page.on()], [['tab'], false]);
});

test('deleted: the page, or the site and nothing else', () => {
	const others = { theirs: '1', 'pensum/s2/c/p': '[]' };
	const page = open({ device: new Storage(others), tab: new Storage(others) });
	page.press('on-device', true);
	page.pensum.put('c/p', [1]);
	page.pensum.put('c/q', [2]);
	page.press('forget');
	assert.deepEqual(Object.keys(page.device).sort(), ['pensum/s/!keep', 'pensum/s/c/q', 'pensum/s2/c/p', 'theirs']);
	assert.deepEqual([page.events, page.told()], [['pensum:forgotten'], 'forgotten']);
	page.pensum.put('c/p', [1]);
	page.press('forget-site');
	assert.deepEqual([{ ...page.device }, { ...page.tab }], [others, others]);
	assert.deepEqual([page.says(), page.on()], [['tab'], false]);
});

test('twelve months after the last time it is gone, by month, and the page says so once', () => {
	for (const ago of [0, 1, 11]) {
		const page = open({ device: new Storage({ 'pensum/s/!keep': asked(ago), 'pensum/s/c/p': '[1]' }) });
		assert.deepEqual(page.pensum.get('c/p', isList), [1], `${ago} months`);
		assert.equal(page.device['pensum/s/!keep'], asked(ago), 'reading adds nothing');
		page.pensum.put('c/p', [2]);
		assert.equal(page.device['pensum/s/!keep'], asked());
	}
	for (const ago of [12, 13, 120, -1]) {
		const device = new Storage({ 'pensum/s/!keep': asked(ago), 'pensum/s/c/p': '[1]', theirs: '1' });
		const page = open({ device });
		assert.equal(page.pensum.get('c/p', isList), null, `${ago} months`);
		assert.deepEqual({ ...device }, { theirs: '1' });
		assert.deepEqual(page.says(), ['tab', 'lost']);
		assert.deepEqual(open({ device }).says(), ['tab']);
	}
});

test('a mark that nobody made is none', () => {
	for (const text of ['', '{', 'null', '[]', '1', '{"v":2}', '{"v":1}', `{"v":1,"m":7}`, '{"v":1,"m":null}', `{"v":1,"m":{}}`, `{"v":2,"m":"${month(0)}"}`, ' '.repeat(70000) + asked()]) {
		const device = new Storage({ 'pensum/s/!keep': text, 'pensum/s/c/p': '[1]' });
		const page = open({ device });
		assert.deepEqual([page.on(), { ...device }], [false, {}], text.slice(0, 40));
		assert.ok(page.says().includes('lost'));
	}
	const unasked = new Storage({ 'pensum/s/c/p': '[1]' });
	assert.deepEqual(open({ device: unasked }).says(), ['tab', 'lost']);
	assert.deepEqual({ ...unasked }, {});
});

test('what has another shape is as if it were not there, and the page says so once', () => {
	for (const text of ['', '{', 'null', '{}', `[${'1,'.repeat(40000)}1]`]) {
		const tab = new Storage({ 'pensum/s/c/p': text });
		const page = open({ tab });
		assert.equal(page.pensum.get('c/p', isList), null);
		assert.deepEqual([page.says(), { ...tab }], [['tab', 'lost'], {}], text.slice(0, 40));
		assert.deepEqual(open({ tab }).says(), ['tab']);
	}
	assert.equal(open().pensum.get('c/p', () => { throw new Error('no'); }), null);
});

test('a device that is full: nothing is moved, and the reader is told', () => {
	for (const room of [0, 60]) {
		const page = open({ device: new Storage({}, room) });
		page.pensum.put('c/p', ['a long one that has no room there, and another one']);
		page.press('on-device', true);
		assert.deepEqual([page.on(), page.told(), { ...page.device }, Object.keys(page.tab)], [false, 'refused', {}, ['pensum/s/c/p']]);
	}
	const full = open({ device: new Storage({ 'pensum/s/!keep': asked() }, 60) });
	full.pensum.put('c/p', ['a long one that has no room there']);
	assert.deepEqual([full.pensum.kept, full.says()], [false, ['gone']]);
	full.pensum.put('c/p', [1]);
	assert.deepEqual([full.pensum.kept, full.says()], [true, ['device']]);
});

test('storages that are blocked, one or both, stop nobody', () => {
	const tab = open({ device: 'blocked' });
	tab.pensum.put('c/p', [1]);
	assert.deepEqual([tab.pensum.get('c/p', isList), tab.says(), tab.shown()], [[1], ['tab'], ['forget', 'forget-site']]);
	const device = open({ tab: 'blocked' });
	device.pensum.put('c/p', [1]);
	assert.deepEqual([device.pensum.kept, device.says()], [false, ['gone']]);
	device.press('on-device', true);
	device.pensum.put('c/p', [1]);
	assert.deepEqual([device.pensum.get('c/p', isList), device.says()], [[1], ['device']]);
	device.press('on-device', false);
	assert.deepEqual({ ...device.device }, {});
	for (const nothing of ['blocked', null]) {
		const none = open({ device: nothing, tab: nothing });
		none.pensum.put('c/p', [1]);
		assert.deepEqual([none.pensum.get('c/p', isList), none.says(), none.shown()], [null, ['gone'], []]);
		none.press('forget-site');
	}
});

test('two tabs: what one of them asked for or deleted holds in the other', () => {
	const device = new Storage();
	const [one, other] = [open({ device }), open({ device })];
	other.pensum.put('c/q', [1]);
	one.press('on-device', true);
	other.pensum.put('c/p', [2]);
	assert.equal(device['pensum/s/c/p'], '[2]');
	assert.deepEqual(other.pensum.get('c/q', isList), [1], 'from the tab');
	one.press('forget-site');
	other.pensum.put('c/p', [3]);
	assert.deepEqual({ ...device }, {}, 'nobody asks any more');
	assert.equal(other.tab['pensum/s/c/p'], '[3]');
});
